"""`refresh` rewrites what is generated and leaves every other byte alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.document import read_document
from registry.graph import BEGIN, END
from registry.refresh import refresh
from rules.sample import DOCUMENT, TODAY, entry_section


def drawn(text: str) -> str:
    graph = read_document(text).graph
    assert graph
    return graph.body


def test_fresh_document_comes_back_unchanged() -> None:
    """Nothing stale, nothing rewritten."""
    assert refresh(DOCUMENT) == DOCUMENT


def test_refreshed_document_is_fresh() -> None:
    """A new entry is drawn and counted, and a second run has nothing to do."""
    stale = DOCUMENT + "\n" + entry_section("B3", "Cold starts")
    once = refresh(stale)
    document = read_document(once)
    assert document.header
    assert document.header.count == 3
    assert drawn(once) == document.expected_graph
    assert refresh(once) == once


@pytest.mark.parametrize(
    ("reviewed", "day"),
    [("2026-04-30", "2026-04-30"), ("2026-04-01", "2026-04-22"), ("2026-06-01", "2026-04-22")],
)
def test_header_takes_the_newest_date_that_has_been(reviewed: str, day: str) -> None:
    """It is brought forward with the clock known, and neither back nor into the future."""
    text = DOCUMENT.replace("last_reviewed: 2026-04-22", f"last_reviewed: {reviewed}", 1)
    header = read_document(refresh(text, TODAY)).header
    assert header
    assert header.updated == day
    assert refresh(text) == text


def test_only_generated_lines_differ() -> None:
    """What is neither graph nor header is the same line for line."""
    stale = DOCUMENT.replace("depends_on: []", "depends_on: [B2]", 1)
    before, after = stale.split("\n"), refresh(stale).split("\n")
    assert [line for line in after if line not in before] == ["  B1 --> B2"]
    assert [line for line in before if line not in after] == ["  B1"]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_endings_and_byte_order_mark_stay(mark: str) -> None:
    """A file with CRLF is refreshed with CRLF, and keeps its byte order mark."""
    stale = mark + DOCUMENT.replace("2 bottlenecks", "7 bottlenecks").replace("graph LR", "x")
    crlf = stale.replace("\n", "\r\n")
    assert (
        refresh(crlf)
        == refresh(stale).replace("\n", "\r\n")
        == mark + DOCUMENT.replace("\n", "\r\n")
    )


def test_file_without_markers_or_header_is_left_alone() -> None:
    """Nothing is generated where nothing asks for it."""
    text = entry_section("B1", "Bandwidth")
    assert refresh(text) == text


def test_empty_markers_are_filled() -> None:
    """Markers with nothing between them get their graph."""
    graph = read_document(DOCUMENT).expected_graph
    empty = DOCUMENT.replace(f"{BEGIN}\n{graph}{END}", f"{BEGIN}\n{END}")
    assert empty != DOCUMENT
    assert refresh(empty) == DOCUMENT


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    """Text without entries comes back as it is."""
    assert refresh(text) == text
