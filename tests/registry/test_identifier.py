"""Ids are letters, then digits; headings carry them in three ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.identifier import canonical_id, split_heading, split_id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("B1", "B1"),
        (" B05 ", "B5"),
        ("B0", "B0"),
        ("B000", "B0"),
        ("B100", "B100"),
        ("BN12", "BN12"),
        ("b1", "b1"),
        ("", None),
        ("B", None),
        ("7", None),
        ("B-1", None),
        ("B1.5", None),
        ("B1 B2", None),
        ("B1\nB2", None),
        ("Bé1", None),
        ("B١", None),
        ("B" + "9" * 18, "B" + "9" * 18),
        ("B" + "9" * 19, None),
        ("B" + "0" * 100_000 + "x", None),
    ],
)
def test_id_is_letters_then_digits(text: str, expected: str | None) -> None:
    """Leading zeros do not matter; anything else is no id."""
    assert canonical_id(text) == expected


@given(st.text() | st.from_regex(r"[A-Za-z]{1,21}[0-9]{1,20}", fullmatch=True))
def test_canonical_id_is_its_own_canonical_form(text: str) -> None:
    """Reading an id twice is reading it once, and its parts put together are the id."""
    if found := canonical_id(text):
        assert canonical_id(found) == found
        assert "{}{}".format(*split_id(found)) == found


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("B1: Name", ("B1", "Name")),
        ("B1 : Name", ("B1", "Name")),
        ("B1:Name", ("B1", "Name")),
        ("B1 — Name", ("B1", "Name")),
        ("B1—Name", ("B1", "Name")),
        ("B1 – Name", ("B1", "Name")),
        ("B1 - Name", ("B1", "Name")),
        ("B1. Name", ("B1", "Name")),
        ("B01. Name: more — and more", ("B1", "Name: more — and more")),
        ("B1", ("B1", "")),
        ("B1:", ("B1", "")),
        ("  B1:   Name ", ("B1", "Name")),
        ("B1 Name", (None, "B1 Name")),
        ("B1.5 Name", (None, "B1.5 Name")),
        ("B1-like things", (None, "B1-like things")),
        ("About B1: Name", (None, "About B1: Name")),
        ("", (None, "")),
    ],
)
def test_heading_is_id_and_name(heading: str, expected: tuple[str | None, str]) -> None:
    """A colon, a dash or a full stop stands between id and name."""
    assert split_heading(heading) == expected


@given(st.text())
def test_any_heading_is_split(heading: str) -> None:
    """No heading raises, and what has no id is all name."""
    entry_id, name = split_heading(heading)
    assert entry_id is None or canonical_id(entry_id) == entry_id
    assert name in heading
