"""A parameter's range comes from one place: from itself, or from the entry that unlocks it.

With both, a reader cannot tell which one counts; with an entry that does not exist, the range
could never move.

To fix it, delete the parameter's own number or the unlock, or name an entry of the registry.
"""

from collections.abc import Iterator

from registry.baselines.model import Fault
from registry.document import Lines
from registry.snapshot import Snapshot
from rules.numbers import remarks, touched
from rules.rule import Context, Example, Remark, Severity

severity = Severity.WARNING
since = "0.1"

_LATENCY = "layer_latency: {low: 3, high: 40, unit: us}"

good = [
    Example(
        baselines=(("open: {low: 0.23,", "open: {low: 0.25,"),),
        says="The efficiency of the ASIC comes from B2 alone.",
    )
]
bad = [
    Example(
        baselines=((_LATENCY, f"{_LATENCY}, efficiency: {{low: 0.3, high: 0.8, unit: share}}"),),
        says="A range of its own beside the unlock by B2.",
    ),
    Example(baselines=(("entry: B2", "entry: B99"),), says="An entry that does not exist."),
]


def check(side: Snapshot, context: Context) -> Iterator[Remark]:
    yield from remarks(side, context, Fault.UNLOCK_CONFLICT)
    before, after = context.before.document.by_id, context.after.document.by_id
    if not side.document.entries or not (touched(context) or before.keys() != after.keys()):
        return
    for unlock in side.baselines.unlocks:
        if unlock.entry not in side.document.by_id:
            yield Remark(
                f"`{unlock.parameter}` is unlocked by {unlock.entry}, which is not an entry.",
                "Name an entry of the registry; until then the parameter stays at its open range.",
                Lines(unlock.line, unlock.end_line),
                path=side.paths.baselines,
            )
