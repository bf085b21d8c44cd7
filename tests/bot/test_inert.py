"""Contributor text stays text."""

import re

import mistune
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.github.checks import delayed
from bot.inert import MENTION_BREAK, code, fenced, plain, sentence

_render = mistune.create_markdown(escape=True, plugins=["table", "strikethrough", "url"])
_ALIVE = re.compile(r"<(?!/?(?:p|code|pre|br|em|strong)\b)[a-z]", re.IGNORECASE)

_DECEPTIVE = re.compile("[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")

HOSTILE = st.text(
    alphabet=st.one_of(
        st.sampled_from("`*_[]()<>|~$&!@#:/\\\n\r\t-=+.abcAZ09 \u202e\u200b\u2028"), st.characters()
    ),
    max_size=200,
)


@given(HOSTILE)
def test_plain_text_renders_no_element(text: str) -> None:
    """Nothing but a paragraph comes of plain text: no link, image, HTML, list of fields or code."""
    html = str(_render(f"x {plain(text)} y"))
    assert not _ALIVE.search(html)
    assert "<code" not in html


@given(HOSTILE)
def test_code_span_cannot_be_left(text: str) -> None:
    """What follows a code span is outside of it, whatever stood inside."""
    html = str(_render(f"- before {code(text)} **after**"))
    assert "<strong>after</strong>" in html
    assert html.count("<code>") <= 1


@given(HOSTILE)
def test_fence_cannot_be_closed(text: str) -> None:
    """What follows a fenced block is outside of it."""
    html = str(_render(f"{fenced(text)}\n\n**after**"))
    assert "<strong>after</strong>" in html
    assert html.count("<pre>") == 1


@given(HOSTILE)
def test_nothing_deceives_the_eye(text: str) -> None:
    """No directional mark or control character is left; the only zero-width ones are our own."""
    for shown in (plain(text), code(text), sentence(text)):
        left = shown.replace(MENTION_BREAK, "")
        assert not re.search(
            "[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069]", left
        )
        assert "\n" not in left


@pytest.mark.parametrize(
    "text",
    [
        "@maintainers look",
        "see #12 and GH-7",
        "acme/registry#3",
        "https://evil.example and www.evil.example",
        "me@example.org",
    ],
)
def test_github_finds_nothing_to_link(text: str) -> None:
    """Mentions, references and addresses are broken where GitHub would look for them."""
    shown = plain(text)
    assert not re.search(r"@\w|#\d|GH-\d|://|www\.", shown)


def test_sentence_keeps_its_code() -> None:
    """What a rule puts in backticks is shown as code, and a lone backtick is literal."""
    assert sentence("the field `status` has *no* value") == "the field `status` has \\*no\\* value"
    assert sentence("a ` alone") == "a \\` alone"


def test_words_of_github_are_inert() -> None:
    """GitHub's refusals may quote a contributor; a delayed check shows them as text."""
    refusal = "Body ![x](http://evil.example) by @maintainers <img src=x> is refused."
    summary = delayed(30, refusal).summary
    assert not _ALIVE.search(_render(summary))
    assert "@maintainers" not in summary


@pytest.mark.parametrize("text", ["_www.evil.example", "*www.evil.example", "ann@-evil.example"])
def test_addresses_behind_punctuation(text: str) -> None:
    """GitHub links an address behind `_` and `*` too, and mail to a host that begins with `-`."""
    assert MENTION_BREAK in plain(text)


@pytest.mark.parametrize("char", [" ", "\t", "\n", "\n ", "x "])
def test_long_runs_of_space(char: str) -> None:
    """A megabyte of white space is read once, not once from each of its characters."""
    assert plain(char * 1_000_000).count("\n") == 0
