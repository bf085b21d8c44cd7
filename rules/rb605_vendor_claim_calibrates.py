"""Only audited and independently measured results calibrate the projection.

A vendor's number is shown next to the model's, marked as a claim. If it set the model, the model
would agree with it and prove nothing.

To fix it, set `use: validation`, or cite an audited or independent measurement.
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
        baselines=(("use: calibration, audit: audited", "use: validation, audit: vendor_claim"),),
        says="A claim that is only compared.",
    )
]
bad = [
    Example(
        baselines=(
            ("audit: audited, source: MLPerf 5.1", "audit: vendor_claim, source: MLPerf 5.1"),
        ),
        says="A claim that calibrates.",
    )
]


def check(side: Snapshot, context: Context) -> Iterator[Remark]:
    yield from remarks(side, context, Fault.VENDOR_CALIBRATION)
