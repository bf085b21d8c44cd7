"""Commands in comments: one a line, anywhere in the text, outside of code and quotes."""

import re
from dataclasses import dataclass

from registry.citations.hidden import hidden_spans

_COMMAND = re.compile(
    r"^ {0,3}/registry[ \t]+(?P<name>[a-z]+)(?P<argument>(?:[ \t][^\r\n]*)?)\r?$",
    re.MULTILINE | re.IGNORECASE,
)
# HTML's own ways to show code and quotations; one that is never closed goes on to the end.
_HTML = re.compile(
    r"^ {0,3}<(?P<tag>pre|code|blockquote)\b.*?(?:</(?P=tag)\s*>|\Z)",
    re.MULTILINE | re.IGNORECASE | re.DOTALL,
)
_INK = re.compile(r"[^\r\n]")
_BLANK = "\0"


@dataclass(frozen=True, slots=True)
class Command:
    """`/registry NAME ARGUMENT`; the name in lower case, the argument as written or empty."""

    name: str
    argument: str = ""


def parse_commands(text: str) -> tuple[Command, ...]:
    """Return the commands of a comment in order. Never raises.

    What GitHub shows as code, as a quotation or not at all is no command: it may only be mentioned.
    """
    if not _COMMAND.search(text):
        return ()
    return tuple(
        Command(match["name"].lower(), text[slice(*match.span("argument"))].strip())
        for match in _COMMAND.finditer(_blanked(text))
    )


def _blanked(text: str) -> str:
    """Return `text`, as long as it was, with what is hidden or shown as code or quoted blanked."""
    pieces, at = [], 0
    for start, end in sorted(hidden_spans(text)):
        pieces += [text[at:start], _INK.sub(_BLANK, text[start:end])]
        at = end
    shown = "".join([*pieces, text[at:]])
    return _HTML.sub(lambda match: _INK.sub(_BLANK, match[0]), shown)
