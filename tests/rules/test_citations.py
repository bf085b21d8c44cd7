"""The rules on citations in items and texts, and on the bibliography."""

import pytest

from registry.snapshot import read_snapshot
from rules.review import lint, review
from rules.rule import Example, Severity
from rules.sample import PATHS, TODAY, play
from tests.rules.playing import applied, said, text_of

SOLUTION = (
    "known_solutions:\n  - title: Paged attention\n    citation: {}\n    maturity: research\n"
)
BIB = "@misc{{{}, title = {{Paged attention}}, year = {{2023}}, eprint = {{2309.06180}}}}\n"


@pytest.mark.parametrize(
    "written",
    [
        '"@kwon2023"',
        "arXiv:2405.04434v2",
        "arXiv:cs/0112017",
        "doi:10.1145/3600006.3613165",
        "https://doi.org/10.1145/3600006.3613165",
        '["arXiv:2405.04434"]',
        "[arXiv:2405.04434](https://arxiv.org/abs/2405.04434)",
        "MLPerf 5.0-0060",
    ],
)
def test_every_kind_of_citation_passes(written: str) -> None:
    """All kinds of the grammar are taken, with or without brackets."""
    assert said(Example(SOLUTION.format(written)), "RB401") == []


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("http://arxiv.org/abs/2405.04434", "https://arxiv.org/abs/2405.04434"),
        ("kwon2023", "@kwon2023"),
        ('"@kwon2032"', "@kwon2023"),
        ("10.1145/3600006.3613165", "doi:10.1145/3600006.3613165"),
        ("TBD", None),
        ("Kwon et al. 2023", None),
        ("`arXiv:2405.04434`", None),
    ],
)
def test_broken_citation_is_mended_where_that_is_plain(written: str, mended: str | None) -> None:
    """A slip of form is put right by one click; what only the contributor knows is asked for."""
    example = Example(SOLUTION.format(written if written[0] != "`" else f"'{written}'"))
    (finding,) = said(example, "RB401")
    assert finding.severity is Severity.ERROR
    assert "citation:" in text_of(example)[finding.line - 1]
    assert bool(finding.suggestion) is bool(mended)
    if mended:
        assert mended in finding.help
        after = read_snapshot({PATHS.registry: applied(example, finding).encode()}, PATHS)
        item = after.document.entries[0].mappings("known_solutions")[0]
        assert getattr(item.get("citation"), "text", "") == mended


def test_missing_citation_is_the_schema_rules_matter() -> None:
    """An empty or absent citation is one finding, of the rule on required keys."""
    for written in ("", '""'):
        found = said(Example(SOLUTION.format(written)), "RB104", "RB401")
        assert [finding.rule for finding in found] == ["RB104"]


def test_near_miss_in_prose_is_found_on_its_line() -> None:
    """Prose is read line by line, and the suggestion changes only what is wrong."""
    prose = f"{'Word ' * 250}\n\nAs http://arxiv.org/abs/2405.04434 shows, it binds.\nAnd so on."
    example = Example(prose=prose)
    (finding,) = said(example, "RB402")
    assert text_of(example)[finding.line - 1].startswith("As http://")
    assert finding.suggestion
    assert finding.suggestion.text == "As https://arxiv.org/abs/2405.04434 shows, it binds."


def test_code_holds_no_near_miss() -> None:
    """What stands in a code span or fence is an example and nothing else."""
    prose = "Like `http://arxiv.org/abs/2405.04434`.\n\n```\n[@nobody]\n```\n" + "Word " * 250
    assert said(Example(prose=prose), "RB402") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("MLPerf v6.0-based runs, MLPerf v5.0–v5.1 and MLPerf 6.0-only parts, 5.5x faster.", False),
        ("No citation needed for open-source needed parts. TODO: more.", False),
        ("Paging binds [citation needed].", True),
        ("Paging binds [MLPerf v6.0].", True),
    ],
)
def test_reminder_and_round_are_attempts_to_cite_in_brackets(text: str, found: bool) -> None:
    """In a sentence they are the sentence's own words."""
    assert bool(said(Example(prose=f"{text} {'Word ' * 250}"), "RB402")) is found


def test_lost_key_is_one_finding_for_all_who_cite_it() -> None:
    """Removing a cited key is said once, with the entries, also of untouched ones."""
    text = play(Example(SOLUTION.format('"@kwon2023"'))).after.document.text
    text = text.replace("[arXiv:2405.04434]", "[@kwon2023]")
    sides = []
    for key in ("kwon2023", "other2024"):
        files = {PATHS.registry: text.encode(), PATHS.references: BIB.format(key).encode()}
        sides.append(read_snapshot(files, PATHS))
    (finding,) = review(*sides, today=TODAY).findings
    assert finding.rule == "RB403"
    assert "`@kwon2023`, which B1, B2 still cite." in finding.message
    assert "@kwon2023" in text.split("\n")[finding.line - 1]
    assert not {"RB403"} & {found.rule for found in lint(sides[1], today=TODAY).findings}


def test_key_that_begins_like_a_lost_one_is_another() -> None:
    """`@kwon2023b` does not cite `@kwon2023`."""
    text = play(Example()).after.document.text.replace("[arXiv:2405.04434]", "[@kwon2023b]")
    both = (BIB.format("kwon2023b") + BIB.format("kwon2023"), BIB.format("kwon2023b"))
    sides = [
        read_snapshot({PATHS.registry: text.encode(), PATHS.references: bib.encode()}, PATHS)
        for bib in both
    ]
    assert review(*sides, today=TODAY).findings == ()


def test_problem_of_the_bibliography_stays_the_same_when_it_moves() -> None:
    """A line added above an old problem does not make it a new one."""
    twice = BIB.format("kwon2023") * 2
    text = play(Example()).after.document.text.encode()
    sides = [
        read_snapshot({PATHS.registry: text, PATHS.references: bib.encode()}, PATHS)
        for bib in (twice, BIB.format("first2020") + twice)
    ]
    assert review(*sides, today=TODAY).findings == ()
    (finding,) = [f for f in lint(sides[1], today=TODAY).findings if f.rule == "RB404"]
    assert (finding.path, finding.line) == (PATHS.references, 3)


@pytest.mark.parametrize(
    ("result", "measured"),
    [
        ("3 tokens/s", True),
        ("twice the energy", True),
        ("٣ tokens", True),
        ("no gain that one would notice", False),
        ("it got worse", False),
    ],
)
def test_result_is_measured_in_digits_or_words(result: str, measured: bool) -> None:
    """A number in words counts like digits, and "one" is mostly a pronoun."""
    attempt = (
        "failed_attempts:\n  - date: 2026-04-01\n    tried: Flash\n    setup: One H100\n"
        f"    metric: tokens/s\n    baseline: HBM\n    result: {result}\n    why: Slow reads\n"
    )
    assert (said(Example(attempt), "RB406") == []) is measured
