"""Commands in comments: one a line, anywhere in the text, outside of code and quotes."""

import re
from dataclasses import dataclass

from registry.citations.hidden import hidden_spans

_COMMAND = re.compile(
    r"^ {0,3}/registry[ \t]+(?P<name>[a-z]+)(?:[ \t]+(?P<argument>[^\r\n]*?))?[ \t]*\r?$",
    re.MULTILINE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Command:
    """`/registry NAME ARGUMENT`; the name in lower case, the argument as written or empty."""

    name: str
    argument: str = ""


def parse_commands(text: str) -> tuple[Command, ...]:
    """Return the commands of a comment in order. Never raises.

    What GitHub shows as code, as a quotation or not at all is no command: it may only be mentioned.
    """
    found = list(_COMMAND.finditer(text))
    hidden = hidden_spans(text) if found else []
    return tuple(
        Command(match["name"].lower(), match["argument"] or "")
        for match in found
        if not any(start <= match.start("name") < end for start, end in hidden)
    )
