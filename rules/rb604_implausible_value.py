"""A number lies where numbers of its kind lie, and no result is faster than its datasheet.

Most numbers far out are slips: a unit, a sparse peak, a digit too many, chips counted wrongly.

To fix it, check the number against its source; if it is right, say so in its `note`.
"""

from collections.abc import Iterator

from registry.baselines.model import Fault
from registry.snapshot import Snapshot
from rules.numbers import remarks
from rules.rule import Context, Example, Remark, Severity

severity = Severity.WARNING
since = "0.1"

good = [Example(baselines=(("low: 900,", "low: 950,"),), says="Watts as servers draw them.")]
bad = [
    Example(
        baselines=(("{low: 33000, high: 50000", "{low: 33, high: 50"),),
        says="A system for the price of a lunch.",
    ),
    Example(
        baselines=(("{low: 0.6e12, high: 2.0e12", "{low: 0.6e11, high: 2.0e13"),),
        says="A range so wide that it says nothing.",
    ),
]


def check(side: Snapshot, context: Context) -> Iterator[Remark]:
    yield from remarks(side, context, Fault.IMPLAUSIBLE)
