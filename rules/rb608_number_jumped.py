"""A number that changes stays within a factor of ten, and no datasheet figure doubles exactly.

Ten times more is mostly a unit or a digit. Exactly twice a peak is the figure with sparsity, and
exactly twice a link's bandwidth is both directions summed.

To fix it, check the new number against its source; if it is right, say so in its `note`.
"""

from collections.abc import Iterator
from math import isclose

from registry.baselines.compare import BaselineChanged
from registry.baselines.model import Quantity
from registry.document import Lines
from rules.rule import Context, Example, Remark, Severity

severity = Severity.WARNING
since = "0.1"

JUMP = 10
_DOUBLED = {
    "peak": "the figure with sparsity",
    "attention_peak": "the figure with sparsity",
    "scale_up_bandwidth": "both directions summed",
    "scale_out_bandwidth": "both directions summed",
}

good = [Example(baselines=(("80 GB", "94 GB"),), says="A number that moves a little.")]
bad = [
    Example(baselines=(("3.35 TB/s", "3350 TB/s"),), says="GB/s written as TB/s."),
    Example(baselines=(("1978.9 TFLOP/s", "3957.8 TFLOP/s"),), says="The figure with sparsity."),
]


def check(change: BaselineChanged, context: Context) -> Iterator[Remark]:
    before, after = change.before, change.after
    if not (isinstance(before, Quantity) and isinstance(after, Quantity)):
        return
    if before.central <= 0 or after.central <= 0:
        return
    factor = after.central / before.central
    suspect = _DOUBLED.get(after.path.rpartition(".")[2])
    if factor > JUMP or factor < 1 / JUMP:
        what = f"changes by a factor of {max(factor, 1 / factor):,.0f}"
    elif suspect and isclose(factor, 2, rel_tol=1e-3):
        what = f"doubles exactly, which looks like {suspect}"
    else:
        return
    yield Remark(
        f"`{after.path}` {what}: from {before.written} to {after.written}.",
        "Check the unit and the digits against the source.",
        Lines(after.line, after.end_line),
        path=context.side.paths.baselines,
    )
