"""What an entry would unlock is a range, with a unit.

A single number claims a precision that no estimate of a whole field has, and hides whether it is
the best case or the likely one.

To fix it, give the low and the high end, for example `2-4x decode tokens/s per chip`.
"""

import re
from collections.abc import Iterator

from registry.document import Entry
from rules.quantities import quantities_in
from rules.rule import Context, Example, Remark, Severity
from rules.wording import quote

severity = Severity.NOTICE
since = "0.1"

_NUMBER = re.compile(r"(?<![A-Za-z\d.])\d+(?:[.,]\d+)*")
_RANGE = re.compile(
    r"\d\S{0,4}\s*(?:[-–—−~]|\bto\b|\.\.+|…|\band\b)\s*[$€~≈]?\d"
    r"|[<>≤≥±]|\b(?:up to|at least|at most|more than|less than|over|under|between|from)\b",
    re.IGNORECASE,
)

good = [
    Example('estimated_unlock_value: "1.5x to 3x tokens per joule"', says="A range."),
    Example('estimated_unlock_value: "up to 3x tokens per joule"', says="A bound, and says so."),
]
bad = [
    Example(
        'estimated_unlock_value: "3x tokens per joule"',
        says="The best case, or the likely one: nobody can tell.",
    )
]


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    value = entry.text("estimated_unlock_value")
    if context.schema.get("estimated_unlock_value") is None:
        return
    if _NUMBER.search(value) and not _RANGE.search(value) and not _differs(value):
        yield Remark(
            f"{entry.label}: the unlock value {quote(value)} is a single number.",
            "Give its low and high end with the unit, for example `2-4x decode tokens/s per chip`.",
            entry.at_field("estimated_unlock_value"),
            entry.id,
        )


def _differs(value: str) -> bool:
    """Whether the value states one quantity more than once: `10x at batch 1, 2x at batch 64`."""
    measured = [one for one in quantities_in(value) if one.dimension]
    return len({one.dimension for one in measured}) < len(
        {(one.size, one.dimension) for one in measured}
    )
