"""The record of an entry beside a change: when it is shown, what it says, how long it gets."""

import re

import pytest

from bot.tried import MAX_ENTRIES, MAX_LINES, tried
from registry.diff import compare
from registry.document import read_document

SOLUTIONS = """\
known_solutions:
  - {title: Paging, citation: "arXiv:2309.06180", maturity: production}
"""
ATTEMPTS = """\
failed_attempts:
  - {date: 2025-03-01, tried: Cache on flash, metric: tokens/s, baseline: 40 in HBM, result: "3"}
"""
OLDER = "  - {date: 2024-12-01, tried: Cache on tape, result: 0.1 tokens/s}\n"


def document(*blocks: str, prose: str = "Prose.") -> str:
    return "# Registry\n" + "".join(
        f"\n## B{number}: Entry\n\n```yaml\nid: B{number}\nname: Entry\n{block}```\n\n{prose}\n"
        for number, block in enumerate(blocks, 1)
    )


def shown(before: str, after: str) -> list[list[str]]:
    changes = compare(read_document(before), read_document(after))
    return [[f"{one.entry}: {one.counts}", *one.lines] for one in tried(changes)]


def test_wins_and_failures_side_by_side() -> None:
    """A change of status shows both, failures with date, result and baseline, the latest first."""
    before = document(f"status: open\n{SOLUTIONS}{ATTEMPTS}{OLDER}")
    assert shown(before, before.replace("open", "partial")) == [
        [
            "B1: 1 known solution, 2 failed attempts",
            "helps: `Paging`, `production`",
            "failed on `2025-03-01`: `Cache on flash`; measured `3` against `40 in HBM`",
            "failed on `2024-12-01`: `Cache on tape`; measured `0.1 tokens/s`",
        ]
    ]


@pytest.mark.parametrize("line", ["maturity: production", "title: Paging", "tried: Cache on flash"])
def test_changed_items(line: str) -> None:
    """A changed solution or attempt shows the record and is marked in it."""
    before = document(SOLUTIONS + ATTEMPTS)
    ((_, *lines),) = shown(before, before.replace(line, f"{line} two"))
    assert [one for one in lines if one.endswith(" (in this change)")] == [
        one for one in lines if " two`" in one
    ]


def test_added_attempt() -> None:
    """An attempt that is added stands beside what is known already."""
    ((first, *lines),) = shown(document(SOLUTIONS), document(SOLUTIONS + ATTEMPTS))
    assert first == "B1: 1 known solution, 1 failed attempt"
    assert [one.endswith(" (in this change)") for one in lines] == [False, True]


def test_where_it_is_no_help() -> None:
    """Nothing beside other changes, for a record that is empty, and for one that is all new."""
    block = f"status: open\n{SOLUTIONS}{ATTEMPTS}"
    pairs = [
        (document(block), document(block, prose="Better.")),
        (document(block), document(f"{block}blockers:\n  - Slow\n")),
        (document("status: open\n"), document("status: partial\n")),
        (document("status: open\n"), document(block)),
        (document(""), document("", block)),
        (document(block), document("status: open\n")),
    ]
    assert [shown(before, after) for before, after in pairs] == [[]] * len(pairs)


def test_bounds() -> None:
    """However many entries a change is about, and however long their records, it stays short."""
    solution = '  - {title: "T", citation: "arXiv:2309.06180", maturity: research}\n'
    block = "status: open\nknown_solutions:\n" + solution * 50 + ATTEMPTS + OLDER * 50
    before = document(*[block] * 9)
    found = shown(before, before.replace("status: open", "status: partial"))
    assert [lines[0] for lines in found] == [
        f"B{number}: 50 known solutions, 51 failed attempts" for number in range(1, MAX_ENTRIES + 1)
    ]
    assert all(len(lines) == 1 + 2 * (MAX_LINES + 1) for lines in found)
    assert [one for one in found[0] if re.fullmatch(r"and \d+ more", one)] == [
        "and 46 more",
        "and 47 more",
    ]


def test_text_stays_text() -> None:
    """What a contributor wrote stands in code spans, cut where it is long."""
    hostile = "@team <img src=x> [a](b) ``` #1 " * 20
    before = document(f"status: open\n{ATTEMPTS}".replace("Cache on flash", f"'{hostile}'"))
    ((_, line),) = shown(before, before.replace("open", "partial"))
    spans = re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", line)
    assert "@team" not in spans
    assert "<img" not in spans
    assert len(line) < 250
