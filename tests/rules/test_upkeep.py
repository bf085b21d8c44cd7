"""Dates, prose, credit and ranges: what keeps an entry worth reading."""

from dataclasses import replace
from datetime import date

import pytest

from registry.references import read_bibliography
from rules.review import lint, review
from rules.rule import Example
from rules.sample import TODAY, play
from tests.rules.playing import said


def spoken(example: Example, *codes: str) -> list[str]:
    return [finding.rule for finding in said(example, *codes)]


@pytest.mark.parametrize(
    ("fields", "today", "overdue"),
    [
        ("last_reviewed: 2026-04-22", TODAY, False),
        ("last_reviewed: 2026-02-01\nreview_cadence_days: 89", date(2026, 5, 1), False),
        ("last_reviewed: 2026-02-01\nreview_cadence_days: 88", date(2026, 5, 1), True),
        ("last_reviewed: 2026-01-31\nreview_cadence_days:", date(2026, 5, 1), False),
        ("last_reviewed: 2026-01-30\nreview_cadence_days:", date(2026, 5, 1), True),
        ("last_reviewed: 2026-01-30\nreview_cadence_days: soon", date(2026, 5, 1), True),
        ("last_reviewed: 1999-01-01", None, False),
        ("last_reviewed: 1999-02-30", TODAY, False),
    ],
)
def test_cadence_is_the_entrys_own_or_the_schemas(
    fields: str, today: date | None, overdue: bool
) -> None:
    """An entry is overdue the day after its cadence, by default the schema's 90 days."""
    findings = lint(play(Example(fields)).after, today=today).findings
    assert ("B1" in [f.entry for f in findings if f.rule == "RB701"]) is overdue


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("difficulty: 3", ["RB701", "RB703"]),
        ("difficulty: 3\nlast_reviewed: 2026-04-30", ["RB703"]),
        ("dificulty: 3\nlast_reviewed: 2026-04-30", []),
        ("last_reviewed: 2026-04-30", []),
        ("review_cadence_days: 60", []),
        ("depends_on: []  # none", []),
        ("difficulty: 3\ncontributors:\n  - {name: B. Person, contribution: edit}", ["RB701"]),
    ],
)
def test_edit_of_substance_moves_date_and_names_somebody(fields: str, expected: list[str]) -> None:
    """Facts call for a review date and credit; upkeep, comments and format call for neither."""
    assert sorted(spoken(Example(fields), "RB701", "RB703")) == expected


PROSE = "Each token reads every weight. " * 50


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        (PROSE.replace("token", "Token", 3), []),
        (PROSE + "One more sentence about links and their latency, which nobody had told.",
         ["RB703"]),
    ],
)  # fmt: skip
def test_typo_in_prose_asks_for_no_credit(prose: str, expected: list[str]) -> None:
    """Correcting words is no contribution that must be credited, telling something is."""
    before = play(Example(prose=PROSE)).after.document.text
    after = before.replace(PROSE.strip(), prose.strip(), 1)
    assert after != before
    assert spoken(Example(after, before=before), "RB701", "RB703") == expected


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("word " * 199, ["RB702"]),
        ("word " * 200, []),
        ("word " * 600, []),
        ("word " * 601, ["RB702"]),
        ("word " * 300 + "\n\n```\n" + "code " * 900 + "\n```", []),
        ("字" * 300, ["RB702"]),
        ("TODO", ["RB705"]),
        ("word " * 300 + "TODO: who works on it", ["RB705"]),
        ("word " * 300 + "the `TODO` marker of the kernel and the todo list", []),
        ("Lorem ipsum dolor sit amet.", ["RB705"]),
        ("<!-- to come -->", ["RB705"]),
        ("```\ncode\n```", ["RB705"]),
    ],
)
def test_prose_is_there_and_of_a_readable_length(prose: str, expected: list[str]) -> None:
    """Words that a reader sees are counted; a placeholder is a warning and not short besides."""
    assert spoken(Example(prose=prose), "RB702", "RB705") == expected


def test_short_prose_of_old_is_not_charged_to_an_edit_of_it() -> None:
    """Adding a sentence to prose that was too short is no new mistake."""
    before = play(Example(prose="word " * 50)).after.document.text
    after = before.replace("word " * 49, "word " * 60, 1)
    assert spoken(Example(after, before=before), "RB702") == []


@pytest.mark.parametrize(
    ("value", "scalar"),
    [
        ("2-4x decode tokens/s", False),
        ("2–4x", False),
        ("1.5x to 3x", False),
        ("up to 3x", False),
        ("≥2x", False),
        ("between 2x and 3x", False),
        ("$1 … $3 per Mtok", False),
        ("unknown", False),
        ("FP4 on B200 racks", False),
        ("3x", True),
        ("~3x tokens per joule", True),
        ("30% lower cost", True),
        ("10x tokens/s at batch 1, 2x at batch 64", False),
        ("2x tokens/s at batch 64", True),
        ("2x tokens/s and 30% lower cost", True),
    ],
)
def test_unlock_value_is_a_range(value: str, scalar: bool) -> None:
    """One bare number is pointed out; ranges, bounds, words and names with digits are not."""
    assert bool(spoken(Example(f'estimated_unlock_value: "{value}"'), "RB704")) is scalar


ATTEMPT = (
    "failed_attempts:\n  - {{date: {}, tried: a, setup: b, metric: c, baseline: d, result: e}}"
)


@pytest.mark.parametrize(
    ("fields", "future"),
    [
        ("last_reviewed: 2026-05-02", False),
        ("last_reviewed: 2026-05-03", True),
        (ATTEMPT.format("2026-04-01"), False),
        (ATTEMPT.format("2027-04-01"), True),
        (ATTEMPT.format("2027-02-31"), False),
        ("status_history:\n  - {date: 2027-01-01, from: open, to: open, citation: x}", True),
    ],
)
def test_date_ahead_of_every_time_zone_is_pointed_out(fields: str, future: bool) -> None:
    """Tomorrow may be today elsewhere; what lies beyond has not happened."""
    assert bool(spoken(Example(fields), "RB706")) is future


def test_future_date_reads_as_a_sentence() -> None:
    """The day stands between commas, wherever it was found."""
    history = "status_history:\n  - {date: 2027-01-01, from: open, to: open, citation: x}"
    for fields, says in (
        ("last_reviewed: 2027-01-01", "B1: `last_reviewed`, 2027-01-01, lies in the future."),
        (history, "B1: the date in `status_history`, 2027-01-01, lies in the future."),
    ):
        assert [finding.message for finding in said(Example(fields), "RB706")] == [says]


TWO = "blockers:\n  - {0}\n  - {1}\n"


@pytest.mark.parametrize("first", [0, 1])
def test_change_of_no_kind_is_ready_too(first: int) -> None:
    """The order of a list, or the bibliography alone: something changed, and nothing is wrong."""
    old = "FP4 QAT degrades long-tail tasks by ~3% on MMLU [arXiv:2405.04434]"
    other = "FP4 QAT needs 12 days on 64 H100s for a 70B model [@kwon2023]"
    before = play(Example(TWO.format(old, other))).after
    after = play(Example(TWO.format(*((old, other) if first else (other, old))))).after
    if first:
        after = replace(after, bibliography=read_bibliography("@misc{kwon2023, year = {2023}}"))
    verdict = review(before, after, today=TODAY)
    assert (verdict.changes, verdict.labels) == ((), ("ready",))
    assert review(before, before, today=TODAY).labels == ()
