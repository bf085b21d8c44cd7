"""What a report is asked for, in words: why, how to put it right, and an example to follow."""

from typing import NamedTuple


class Ask(NamedTuple):
    """`field` is the form's id; `message` and `help` are sentences, `example` an answer."""

    field: str
    message: str
    help: str
    example: str


_TRIED = (
    "Always-on tree speculation with 21 draft tokens and a head trained on the target's outputs"
)
_SETUP = "Mixtral 8x22B, SGLang 0.4.6, 4 H100 SXM, tensor parallel 4"
_METRIC = "Output tokens/s at batch 64; baseline plain decoding: 3,180"
_RESULT = "2,540 tokens/s (0.80 times the baseline)"
_WHY = "At batch 64 verification reads almost all experts, so the extra tokens are not free."
_EVIDENCE = "https://github.com/acme/speculation-logs"

ASKS = {
    "entry:not-an-id": Ask(
        "entry",
        "The entry does not begin with an id.",
        "Begin with the id of the bottleneck in the registry.",
        "B7",
    ),
    "entry:unknown": Ask(
        "entry",
        "The registry has no entry with this id.",
        "Choose one that it has; a new bottleneck is proposed first.",
        "B7",
    ),
    "tried:missing": Ask(
        "tried", "It is not said what was tried.", "Name the technique and its variant.", _TRIED
    ),
    "setup:missing": Ask(
        "setup", "The setup is missing.", "Name model, hardware and software, with numbers.", _SETUP
    ),
    "setup:vague": Ask(
        "setup",
        "Nobody else could rebuild this setup.",
        "Name what was used, with its size and version, and how many of it.",
        _SETUP,
    ),
    "metric:missing": Ask(
        "metric_baseline", "No metric is named.", "Name what was measured, with its unit.", _METRIC
    ),
    "baseline:missing": Ask(
        "metric_baseline",
        "There is nothing to compare with.",
        "Name the baseline, best with the value it reached.",
        _METRIC,
    ),
    "result:missing": Ask(
        "result", "The result is missing.", "Give the value that was measured.", _RESULT
    ),
    "result:not-measured": Ask(
        "result",
        "The result is words where a value is needed.",
        "Give the value that was measured, in the unit of the baseline.",
        _RESULT,
    ),
    "cause:missing": Ask(
        "why", "It is not said why it failed.", "Say what made it fail, as far as you know.", _WHY
    ),
    "cause:vague": Ask(
        "why",
        "This says that it failed, not why.",
        "Say what happened inside: which part waited, overflowed, was clipped or got in the way.",
        _WHY,
    ),
    "evidence:missing": Ask(
        "evidence", "The evidence is missing.", "Cite where it can be checked.", _EVIDENCE
    ),
    "evidence:no-citation": Ask(
        "evidence",
        "The evidence holds no citation that can be followed.",
        "Write `arXiv:…`, `doi:…`, an https link, `MLPerf …` or `[@key]` of the bibliography.",
        _EVIDENCE,
    ),
    "date:missing": Ask(
        "date", "The date is missing.", "Give the day of the measurement.", "2026-03-11"
    ),
    "date:not-a-date": Ask(
        "date",
        "This is not a day of the calendar.",
        "Write the day of the measurement as year-month-day.",
        "2026-03-11",
    ),
    "date:future": Ask(
        "date", "This day has not come yet.", "Check the year and the month.", "2026-03-11"
    ),
}
