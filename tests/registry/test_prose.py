"""Prose is counted as a reader sees it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.prose import MAX_PROSE, Prose


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        (" \n\n", 0),
        ("one two\nthree", 3),
        ("one  \ntwo", 2),
        ("**bo**ld [a link](https://x.org/y) and `code here`", 6),
        ("![an image](x.png)", 2),
        ("# A heading\n\nText", 3),
        ("- one\n- two\n  - three four", 4),
        ("> quoted words", 2),
        ("one\n\n---\n\ntwo", 2),
        ("one\n\n```\nnot these\n```\n\ntwo", 2),
        ("one\n\n    nor these\n\ntwo", 2),
        ("one <!-- not this --> two", 2),
        ("<!-- not\nthis -->\n\none", 1),
        ("one <b>two</b>", 2),
        ("漢字 😀", 2),
    ],
)
def test_words_are_those_a_reader_sees(text: str, words: int) -> None:
    """Code blocks, comments and addresses of links do not count; code spans do."""
    assert Prose(text, 0).words == words


@given(st.text() | st.text("[]()*_`<>!#-|~&\\ \n\ta:", max_size=80))
def test_any_text_is_counted(text: str) -> None:
    """No mark-up raises, and nothing is counted that white space does not part."""
    assert 0 <= Prose(text, 0).words <= max(1, 2 * len(text))


@pytest.mark.parametrize("mark", ["> ", "- ", "[", "*", "**a ", "<", "![["])
def test_deep_nesting_is_counted(mark: str) -> None:
    """Mark-up nested thousands deep is counted, not a crash."""
    assert Prose(mark * (20_000 // len(mark)) + "word", 0).words >= 1


def test_prose_beyond_all_measure_is_counted_by_white_space() -> None:
    """Past the limit no Markdown is parsed, so mark-up counts as words."""
    assert Prose("# " * MAX_PROSE, 0).words == MAX_PROSE


@pytest.mark.parametrize(
    ("text", "end_line"), [("", 7), ("\n\n", 7), ("one", 7), ("\none\n", 8), ("a\n\nb\n\n\n", 9)]
)
def test_prose_ends_with_its_last_text(text: str, end_line: int) -> None:
    """Empty lines at the end do not belong to the prose."""
    assert Prose(text, 7).end_line == end_line
