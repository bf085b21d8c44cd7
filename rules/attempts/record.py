"""A complete report as the item that the registry's schema has for failed attempts."""

import re
from collections.abc import Iterator, Mapping

from registry.citations import find
from registry.references import Bibliography
from rules.attempts.comparison import read_comparison
from rules.evidence import as_value

MAX_LENGTH = 1000
"""Characters of one value; a report may be longer, an item of a list should not."""

_FENCE = re.compile(r" {0,3}(?P<mark>`{3,}|~{3,})[^`]*")
_MARKUP = re.compile(r"^[ \t]*(?:#{1,6}|>+)[ \t]+", re.MULTILINE)


def item_of(
    fields: Mapping[str, str], *, bibliography: Bibliography | None = None, reporter: str = ""
) -> dict[str, str]:
    """Return the item of `failed_attempts` that records a complete report, one line a value."""
    comparison = read_comparison(_line(fields["metric_baseline"]))
    works = dict.fromkeys(as_value(one.citation) for one in find(fields["evidence"], bibliography))
    item = {
        "date": fields["date"].strip(),
        "tried": _line(fields["tried"]),
        "setup": _line(fields["setup"]),
        "metric": comparison.metric,
        "baseline": comparison.baseline,
        "result": _line(fields["result"]),
        "why": _line(fields["why"]),
        "citation": "; ".join(works),
    }
    return item | ({"reporter": reporter} if reporter else {})


def _line(text: str) -> str:
    """Return an answer as running text: code blocks within the line, headings as sentences."""
    text = _MARKUP.sub("", "\n".join(_unfenced(text.split("\n"))))
    line = " ".join(text.split()).removesuffix(".")
    return line if len(line) <= MAX_LENGTH else line[: MAX_LENGTH - 1].rsplit(" ", 1)[0] + "…"


def _unfenced(lines: list[str]) -> Iterator[str]:
    """Yield the lines, those of a code block as one; what a fence leaves open stays as it is."""
    mark, held = "", list[str]()
    for line in lines:
        if not mark and (fence := _FENCE.fullmatch(line)):
            mark, held = fence["mark"], [line]
        elif not mark:
            yield line
        elif line.strip().startswith(mark) and not line.strip().strip(mark[0]):
            yield _inline_code(held[1:])
            mark = ""
        else:
            held.append(line)
    if mark:
        yield from held


def _inline_code(lines: list[str]) -> str:
    code = "; ".join(filter(None, (line.strip() for line in lines)))
    return f"`{code}`".replace("``", "'")
