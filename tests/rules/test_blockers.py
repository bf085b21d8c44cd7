"""The rules on blockers: vague ones, silent removals, twins, numbers and sources."""

import re

import pytest

from rules.rule import Example
from rules.sample import play
from tests.rules.playing import said, text_of

OLD = "FP4 QAT degrades long-tail tasks by ~3% on MMLU [arXiv:2405.04434]"
OTHER = "No ROCm build of FlashAttention-3 exists [@kwon2023]"


def blockers(*texts: str) -> str:
    return "blockers:\n" + "".join(f"  - {text}\n" for text in texts)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("FP4 hurts quality", "FP4 hurts quality"),
        ("100x too expensive", "100x too expensive"),
        ("The ecosystem is immature [arXiv:2405.04434]", "The ecosystem"),
        ('"Costs: they are high"', "Costs: they"),
    ],
)
def test_template_is_made_of_the_contributors_words(text: str, own: str) -> None:
    """The help shows the blocker's own words with gaps, whatever YAML makes of the line."""
    example = Example(blockers(OLD, text))
    (finding,) = said(example, "RB301", "RB302")
    assert own in finding.help
    assert "‹" in finding.help
    assert not re.search(r"\w‹|›\w", finding.help)
    assert "needs" in finding.message or "lacks" in finding.message
    assert own.split(maxsplit=1)[0] in text_of(example)[finding.line - 1]


def test_vague_blocker_of_the_base_is_not_charged() -> None:
    """A blocker that was vague before stays the base's, even if its neighbours change."""
    before = blockers("FP4 hurts quality", OLD)
    assert said(Example(blockers("FP4 hurts quality", OLD, OTHER), before=before), "RB301") == []
    moved = blockers(OLD, "FP4 hurts quality")
    assert said(Example(moved, before=before), "RB301") == []


@pytest.mark.parametrize(
    "fields",
    [
        'blockers: "FP4 hurts quality"',
        "blockers:\n  - - one\n    - two\n",
        "blockers:\n  - {a: b, c: d}\n",
        "blockers: []",
        "blockers:\n",
        "blockers:\n  - ''\n  - \"\u200b\"\n",
        "blockers:\n  - 東京のデータセンターでは電力が足りない\n",
        "blockers:\n  - " + "\u202e\U0001f9e8 " * 50,
    ],
)
def test_odd_lists_do_not_break_the_rules(fields: str) -> None:
    """Whatever stands in the place of the list, the rules on blockers read it or leave it."""
    for finding in said(Example(fields)):
        assert len(finding.message) <= 300
        assert "\n" not in finding.message


ACCOUNTED = {
    "a solution": "known_solutions:\n"
    "  - {title: Multi-head latent attention, citation: arXiv:2405.04434, maturity: production}\n"
    "  - {title: Long-tail QAT, citation: '@kwon2023', maturity: production}\n",
    "a status": "status: partial\n",
    "a sharper blocker": blockers("FP4 QAT loses 3.1 points of MMLU [@kwon2023]"),
    "a history item": "status_history:\n"
    "  - {date: 2026-04-22, from: partial, to: open, citation: '@kwon2023'}\n",
}


@pytest.mark.parametrize("fields", ACCOUNTED.values(), ids=ACCOUNTED)
def test_removed_blocker_with_a_word_passes(fields: str) -> None:
    """Solution, status, history or a better wording say what became of a blocker."""
    gone = fields if fields.startswith("blockers") else f"blockers: []\n{fields}"
    assert said(Example(gone), "RB303") == []


SOLUTION = "known_solutions:\n  - {{title: {}, citation: {}, maturity: {}}}\n"
RESEARCH = SOLUTION.format("QAT on long tails", "'@kwon2023'", "research")


@pytest.mark.parametrize(
    ("before", "after", "passes"),
    [
        ("", SOLUTION.format("Liquid cooling", "'@kwon2023'", "production"), False),
        (RESEARCH, RESEARCH.replace("research", "production"), True),
        (RESEARCH, RESEARCH.replace("long tails", "long tail"), False),
        ("", RESEARCH.replace("research", "production"), True),
    ],
)
def test_solution_accounts_for_a_blocker_only_if_it_is_about_it(
    before: str, after: str, passes: bool
) -> None:
    """A solution that comes or matures ends the blockers on its subject; a typo ends none."""
    base = play(Example(blockers(OLD) + before)).after.document.text
    found = said(Example("blockers: []\n" + after, before=base), "RB303")
    assert (found == []) is passes


def test_vague_blocker_goes_without_a_word() -> None:
    """What nobody could check is not lost, whether or not a specific one takes its place."""
    before = play(Example(blockers("FP4 hurts quality", OLD))).after.document.text
    assert said(Example(blockers(OTHER, OLD), before=before), "RB303") == []
    assert said(Example(blockers(OLD), before=before), "RB303") == []


@pytest.mark.parametrize(
    ("prose", "passes"),
    [
        ("FP4 QAT no longer degrades long-tail tasks, as a rerun shows. ", True),
        ("Bandwidth grew again in the last two years. ", False),
    ],
)
def test_prose_accounts_for_a_blocker_only_if_it_speaks_of_it(prose: str, passes: bool) -> None:
    """A new sentence that shares the blocker's words tells what became of it; another does not."""
    found = said(Example("blockers: []", prose=f"{prose}\n{'Word ' * 250}"), "RB303")
    assert (found == []) is passes


def test_short_sentence_accounts_for_a_long_blocker() -> None:
    """Four words of it are enough, however many details it gives."""
    long = (
        "Appended prefills over a cached conversation disturb decode about 10x less than full ones,"
        " so a fixed split sends later turns to the wrong pool [arXiv:2405.04434]"
    )
    told = f"By now appended prefills do not disturb decode any more.\n{'Word ' * 250}"
    before = play(Example(blockers(long))).after.document.text
    assert said(Example("blockers: []", before=before), "RB303")
    assert said(Example("blockers: []", before=before, prose=told), "RB303") == []


def test_removed_twin_needs_no_word() -> None:
    """Taking out one of two wordings loses nothing."""
    twin = "On MMLU, FP4 QAT degrades long-tail tasks by ~3% [arXiv:2405.04434]"
    assert said(Example(blockers(OLD), before=blockers(OLD, twin)), "RB303") == []


def test_unreadable_block_removes_no_blocker() -> None:
    """Where the YAML could not be read, that is the finding, and not what is missing in it."""
    broken = play(Example()).after.document.text.replace("```yaml\nid: B1", "```\nid B1", 1)
    assert said(Example(broken), "RB303", "RB201") == []


@pytest.mark.parametrize(
    ("new", "found"),
    [
        ("FP4 QAT degrades long-tail tasks by ~2% on MMLU [arXiv:2405.04434]", True),
        ("FP4 QAT degrades long-tail tasks by ~2% on MMLU [@kwon2023]", False),
        ("FP4 QAT degrades long-tail tasks by ~2% on MMLU [arXiv:2405.04434] [@kwon2023]", False),
        ("FP8 QAT degrades long-tail tasks by ~3% on MMLU [arXiv:2405.04434]", False),
        ("FP4 QAT degrades rare tasks by ~3% on MMLU [arXiv:2405.04434]", False),
        ("FP4 QAT degrades long-tail tasks by ~3% on MMLU at 70B [arXiv:2405.04434]", False),
        ("FP4 QAT degrades long-tail tasks by ~3% on MMLU [arXiv:2405.04434v2]", False),
        ("FP4 QAT degrades long-tail tasks by ~3 points on MMLU [arXiv:2405.04434]", True),
        ("FP4 QAT degrades long-tail tasks by three percent on MMLU [arXiv:2405.04434]", False),
        ("FP4 QAT degrades long-tail tasks by 2-3% on MMLU [arXiv:2405.04434]", False),
        ("FP4 QAT degrades long-tail tasks on MMLU since 2024 [arXiv:2405.04434]", False),
    ],
)
def test_number_changes_with_its_source(new: str, found: bool) -> None:
    """A measured number that changes wants a new source; names and added detail do not."""
    assert bool(said(Example(blockers(new)), "RB305")) is found


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("No ROCm build of FlashAttention-3 exists", ["RB306"]),
        ("No ROCm build of FlashAttention-3 exists [http://arxiv.org/abs/2405.04434]", ["RB402"]),
        ("No ROCm build of FlashAttention-3 exists `[@kwon2023]`", ["RB306"]),
        ("MLPerf v6.0 has no result from a wafer-scale vendor", ["RB306"]),
        ("MLPerf v6.0 has no result from a wafer-scale vendor [@kwon2023]", []),
        ("No wafer-scale vendor has a result [MLPerf v6.0]", ["RB402"]),
    ],
)
def test_missing_and_broken_sources_are_told_apart(text: str, rules: list[str]) -> None:
    """No source and a broken one are two rules' findings; the name of a round is neither."""
    found = said(Example(blockers(OLD, text)), "RB306", "RB402")
    assert [finding.rule for finding in found] == rules


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("A tree of 64 drafted tokens falls below 0.8x at batch 32 on every workload", False),
        ("A tree of 21 drafted tokens falls below 1.0x at a batch of 64 on every workload", True),
    ],
)
def test_blocker_measured_at_another_point_is_another(other: str, found: bool) -> None:
    """Two sentences of one form are alike only if they state the same numbers."""
    one = "A tree of 21 drafted tokens falls below 1.0x at batch 64 on every workload"
    texts = (f"{one} [@kwon2023]", f"{other} [@kwon2023]")
    assert bool(said(Example(blockers(*texts)), "RB304")) is found
