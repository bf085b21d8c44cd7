"""What measures, and whether it changed: numbers with units, in every place that makes claims."""

import pytest

from rules.quantities import changed, quantities_in
from rules.rule import Example
from rules.sample import play
from tests.rules.playing import said


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2-3x costlier on 18 of 35 pairs", ["2-3x", "18", "35"]),
        ("from 1.5x to 4x at 40 tokens per second", ["1.5x to 4x", "40 tokens per second"]),
        ("8xH100 with 80 GB, 2,048-bit, 900 GB/s", ["8x", "80 GB", "2,048-bit", "900 GB/s"]),
        ("it doubles, at $5 per Mtok, three times", ["doubles", "$5", "three times"]),
        ("MMLU 71.2", ["71.2"]),
        ("3 NaN losses, 2 inf, nan/s", ["3", "2"]),
        ("0." + "1" * 400, ["0." + "1" * 400]),
        ("FP4, HBM3E, GPT-4, B14, #123, a 3D stack, the 2nd", []),
        ("in 2025, since May 2024, on 12 March 2026, 2026-04-22, 2025-26, Q3 2025, 4 June", []),
        ("by 2Q26, in the second quarter of 2026 or the second half of 2028", []),
        ("vLLM 0.6.3, CUDA 12.4, MLPerf 5.1, Llama 3, version 2, 0.6.3, Table 4, section 3", []),
    ],
)  # fmt: skip
def test_what_measures_is_told_from_names_dates_and_versions(text: str, written: list[str]) -> None:
    """A range is one thing with its unit; digits that name, date or count versions are none."""
    assert list(dict.fromkeys(one.written for one in quantities_in(text))) == written


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1,500 µs", "1.5 ms"),
        ("191 us", "191 μs"),
        ("9,000 tokens", "9000 tokens"),
        ("32K context", "32,000 tokens"),
        ("40 tokens/s", "40 tokens per second"),
        ("8 GB", "64 Gb"),
        ("5 GB/s", "5 GBps"),
        ("191", "191 µs"),
        ("2-3x", "between 2 and 3x"),
        ("two vendors", "2 vendors"),
        ("1,5%", "1.5 percent"),
        ("7x on 8 GPUs", "on 8 GPUs 7x"),
        ("half a million runs", "500,000 runs"),
        ("in six months", "within half a year"),
        ("two times", "2x"),
        ("24 vendors", "two dozen vendors"),
        ("$0.7B", "$700 million"),
        ("a 70B model in 512 B pages", "a model of 70 billion in pages of 512 bytes"),
        ("0.24 Wh", "240 mWh"),
        ("about 17 GB", "16.9 GB"),
        ("1.58x", "1.6x"),
    ],
)
def test_same_quantity_may_be_written_in_other_ways(old: str, new: str) -> None:
    """Prefixes, signs, separators, order and words change nothing."""
    assert changed(old, new) == ([], [])


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("191 µs", "191 ms", (["191 µs"], ["191 ms"])),
        ("50 mW", "50 MW", (["50 mW"], ["50 MW"])),
        ("doubles", "triples", (["doubles"], ["triples"])),
        ("2-3x and 18", "3-4x and 21", (["2-3x", "18"], ["3-4x", "21"])),
        ("7x", "7x at batch 64", ([], ["64"])),
        ("on 8 A100", "on 16 A100", (["8"], ["16"])),
        ("7x", "7.4x", (["7x"], ["7.4x"])),
        ("1.6x", "1.67x", (["1.6x"], ["1.67x"])),
        ("six months", "six weeks", (["six months"], ["six weeks"])),
        ("1" * 400, "2", (["1" * 400], ["2"])),
    ],
)
def test_other_quantity_is_told_with_its_range(
    old: str, new: str, expected: tuple[list[str], list[str]]
) -> None:
    """A changed number or unit is named as it stands in the text."""
    assert changed(old, new) == expected


BASE = """\
known_solutions:
  - {title: A domain of 72 GPUs, citation: "@kwon2023", maturity: partial}
estimated_unlock_value: "1.5-4x tokens/s"
status: partial
status_history:
  - {date: 2026-03-01, from: open, to: partial, citation: "@kwon2023", note: "1.49x in vLLM 0.6"}
"""
PROSE = "Paging reaches 7x the batch\nof static allocation [@kwon2023]. Nobody pays 9x for it.\n\n"
PROSE += "Other words stand here. " * 60


@pytest.mark.parametrize(
    ("old", "new", "called"),
    [
        ("1.49x", "1.94x", "history item"),
        ("vLLM 0.6", "vLLM 0.7", None),
        ("1.49x in vLLM", "now 1.49x in vLLM", None),
        ("2026-03-01", "2026-03-02", None),
        ("1.5-4x", "1.5-8x", "unlock value"),
        ("1.5-4x", "2-3x", None),
        ("1.5-4x tokens/s", "1.5-4% tokens/s", "unlock value"),
        ("of 72 GPUs", "of 576 GPUs", "known solution `A domain of 576 GPUs`"),
        ("of 72 GPUs", "of 72 GPUs or TPUs", None),
        ("7x the batch", "9x the batch", "sentence"),
        ("reaches 7x", "now reaches about 8x", "sentence"),
        ("7x the batch\nof static", "8x the batch of static", "sentence"),
        ("the batch\nof", "the\nbatch of", None),
        ("static allocation [@kwon2023]", "static allocation in 2024 [@kwon2023]", None),
        ("7x the batch\nof static allocation [@kwon2023]",
         "9x the batch\nof static allocation [arXiv:2507.14397]", None),
        ("pays 9x for it", "pays 8x for it", None),
    ],
)  # fmt: skip
def test_number_changes_with_its_source_wherever_it_is_claimed(
    old: str, new: str, called: str | None
) -> None:
    """Notes, values and sentences are held to their sources; what cites none has none to keep."""
    before = play(Example(BASE, prose=PROSE)).after.document.text
    assert old in before
    found = said(Example(before.replace(old, new, 1), before=before), "RB305")
    assert len(found) == (called is not None)
    assert all(called and called in finding.message for finding in found)


def test_wider_unlock_value_comes_with_a_source() -> None:
    """A work that the entry cites since the change may be what widens the value."""
    before = play(Example(BASE, prose=PROSE)).after.document.text
    wider = before.replace("1.5-4x", "1.5-8x")
    told = wider.replace("Nobody pays", "A rerun finds 8x [arXiv:2507.14397]. Nobody pays")
    assert said(Example(told, before=before), "RB305") == []


@pytest.mark.parametrize(("value", "found"), [("3-5x", False), ("2x", True), ("5-8x", True)])
def test_single_unlock_value_becomes_a_range_around_it(value: str, found: bool) -> None:
    """What scalar-unlock-value asks for needs no new source; another number does."""
    before = play(Example(BASE.replace("1.5-4x", "4x"), prose=PROSE)).after.document.text
    after = before.replace('"4x tokens', f'"{value} tokens')
    assert bool(said(Example(after, before=before), "RB305")) is found


def test_attempt_is_called_by_what_was_tried() -> None:
    """Its other texts are not run together."""
    tried = (
        "failed_attempts:\n"
        "  - {date: 2026-01-01, tried: Swapping, setup: vLLM on 8 H100, metric: TPOT,"
        " baseline: none, result: up to 1.5x slower, why: PCIe, citation: '@kwon2023'}\n"
    )
    base = play(Example(tried)).after.document.text
    (finding,) = said(Example(base.replace("1.5x", "2.5x"), before=base), "RB305")
    assert "`1.5x` became `2.5x` in the failed attempt `Swapping`, with" in finding.message
