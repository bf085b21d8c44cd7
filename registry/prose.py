"""The prose of an entry: where it stands and how long it is.

mistune reads the Markdown. It is imported when words are first counted, since most changes leave
the prose alone.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

MAX_PROSE = 20_000
"""Characters beyond which prose is counted by white space alone: Markdown is not parsed."""

_SILENT = frozenset({"block_code", "block_html", "blank_line", "thematic_break", "inline_html"})


@dataclass(frozen=True)
class Prose:
    """Text behind an entry's YAML block; `line` counts from 0 at the entry's first line."""

    text: str
    line: int

    @property
    def end_line(self) -> int:
        """The last line that holds text."""
        return self.line + max(0, self.text.rstrip().count("\n"))

    @cached_property
    def words(self) -> int:
        """Words a reader sees: code blocks and comments do not count, code spans do."""
        if len(self.text) > MAX_PROSE:
            return len(self.text.split())
        tokens = _parser()(self.text)
        assert isinstance(tokens, list)
        return len(" ".join(_texts(tokens)).split())


@cache
def _parser() -> Callable[[str], Any]:
    import mistune  # noqa: PLC0415 - see the module's docstring

    return mistune.create_markdown(renderer=None)


def _texts(tokens: Iterable[dict[str, Any]]) -> Iterable[str]:
    for token in tokens:
        if "children" in token:
            # Inline pieces of one paragraph join without a space, blocks with one.
            pieces = list(_texts(token["children"]))
            yield "".join(pieces) if token["type"] in _INLINE_PARENTS else " ".join(pieces)
        elif token["type"] in ("softbreak", "linebreak"):
            yield " "
        elif token["type"] not in _SILENT:
            yield str(token.get("raw", ""))


_INLINE_PARENTS = frozenset(
    {"paragraph", "heading", "block_text", "emphasis", "strong", "link", "image"}
)
