"""Every number of the baselines names its source.

A headline is as good as the weakest number behind it, and a reader can only weigh a number whose
source can be opened.

To fix it, add `source:` to the number, or to its block for all numbers in it.
"""

from collections.abc import Iterator

from registry.baselines.model import Fault
from registry.snapshot import Snapshot
from rules.numbers import remarks
from rules.rule import Context, Example, Remark, Severity

severity = Severity.ERROR
since = "0.1"

good = [
    Example(
        baselines=(("{low: 3, high: 6, unit: years}", "{low: 3, high: 5, unit: years}"),),
        says="A source written once in a block holds for all of its numbers.",
    )
]
bad = [
    Example(
        baselines=(("  source: arXiv:2412.19437\n  life", "  life"),),
        says="A block whose numbers have no source.",
    )
]


def check(side: Snapshot, context: Context) -> Iterator[Remark]:
    yield from remarks(side, context, Fault.UNSOURCED)
