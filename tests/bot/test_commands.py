"""Commands are found wherever a person would look for them, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands import Command, parse_commands

ACCEPT = (Command("accept"),)


@pytest.mark.parametrize(
    ("text", "commands"),
    [
        ("/registry accept", ACCEPT),
        ("Thank you!\r\n\r\n/registry accept\r\n", ACCEPT),
        ("  /Registry  ACCEPT  ", ACCEPT),
        ("/registry accept B7", (Command("accept", "B7"),)),
        ("/registry waive RB301 it is known", (Command("waive", "RB301 it is known"),)),
        ("/registry help\n/registry accept", (Command("help"), *ACCEPT)),
        ("then `x` again\n/registry accept", ACCEPT),
        ("say /registry accept", ()),
        ("> /registry accept", ()),
        ("`/registry accept`", ()),
        ("```\n/registry accept\n```", ()),
        ("~~~sh\n/registry accept", ()),
        ("    /registry accept", ()),
        ("<!--\n/registry accept\n-->", ()),
        ("/registryaccept", ()),
        ("/registry", ()),
        ("- /registry accept", ()),
        ("<pre>\n/registry accept\n</pre>", ()),
        ("<blockquote>\n\n/registry accept", ()),
        ("<details>\n\n/registry accept\n</details>", ACCEPT),
        ("<pre>x</pre>\n/registry accept", ACCEPT),
        ("```\n<pre>\n```\n/registry accept", ACCEPT),
        ("/registry accept `B7`", (Command("accept", "`B7`"),)),
    ],
)
def test_commands(text: str, commands: tuple[Command, ...]) -> None:
    """One a line, anywhere in the text, outside of code, quotations and what is not shown."""
    assert parse_commands(text) == commands


@given(st.text(max_size=200))
def test_never_raises(text: str) -> None:
    """Any comment can be read; a name is always lower case."""
    assert all(one.name == one.name.lower() for one in parse_commands(text + "\n/registry X y"))
