"""What was wrong before a change: not charged to it, and thanked for only if it is put right."""

import pytest

from rules.rule import Example
from rules.sample import play
from tests.rules.playing import reviewed

FP4 = "FP4 QAT degrades long-tail tasks by ~3% on MMLU [arXiv:2405.04434]"
SOLUTION = "known_solutions:\n  - {{title: {}, citation: {}, maturity: {}}}\n"


def healed(before: str, after: str) -> list[str]:
    base = play(Example(before)).after.document.text
    return [finding.rule for finding in reviewed(Example(after, before=base)).healed]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("blockers:\n  - FP4 hurts quality\n", f"blockers:\n  - {FP4}\n", ["RB301", "RB306"]),
        ("blockers:\n  - FP4 hurts quality\n", "blockers:\n  - FP4 hurts a lot\n", []),
        ("last_reviewed: 2025-01-01", "last_reviewed: 2026-05-01", ["RB701"]),
        ("last_reviewed: 2025-01-01", "last_reviewed: 2027-05-01", []),
        ("last_reviewed: 2025-01-01", "last_reviewed: 2026-02-31", []),
        ("depends_on: [B2, B9]", "depends_on: [B2, B8]", []),
        ("depends_on: [B2, B9]", "depends_on: [B2]", ["RB501"]),
        ("estimated_unlock_value: 4x", "estimated_unlock_value: 5x", []),
    ],
)
def test_only_what_was_put_right_is_thanked_for(
    before: str, after: str, expected: list[str]
) -> None:
    """A mistake made anew, or hidden by another one, is not healed."""
    assert healed(before, after) == expected


@pytest.mark.parametrize("new_id", ["B7", None])
def test_entry_that_moves_or_goes_heals_nothing(new_id: str | None) -> None:
    """Debt under another id is the same debt, and what is deleted was not put right."""
    base = play(Example("blockers:\n  - FP4 hurts quality\nlast_reviewed: 2025-01-01\n"))
    text = base.after.document.text
    start, end = text.index("## B1: "), text.index("## B2: ")
    moved = text[start:end].replace("B1", new_id) if new_id else ""
    found = reviewed(Example(text[:start] + moved + text[end:], before=text))
    assert found.healed == ()
    assert not {"RB301", "RB306"} & {finding.rule for finding in found.findings}


@pytest.mark.parametrize(
    ("citation", "maturity"),
    [("TBD", "production"), ("'@kwon2023'", "beta"), ("", "production")],
)
def test_item_that_is_reworded_keeps_its_debt(citation: str, maturity: str) -> None:
    """A new title makes no new mistake of an old one; a second item like it does."""
    old, new = (SOLUTION.format(title, citation, maturity) for title in ("Paging", "Paged KV"))
    base = play(Example(old)).after.document.text
    more = old + new.split("\n", 1)[1]
    rules = {"RB104", "RB401"}
    assert not rules & {f.rule for f in reviewed(Example(new, before=base)).findings}
    assert rules & {f.rule for f in reviewed(Example(more, before=base)).findings}
