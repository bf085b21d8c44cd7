"""Every number of the baselines can be used: finite, in bounds, with a unit that measures the same.

The projection computes nothing from a file with a number that is missing or cannot be: passing it
over in silence would change headlines without anyone seeing why.

To fix it, correct the number or its unit on the line that is named.
"""

from collections.abc import Iterator

from registry.baselines.model import Fault
from registry.document import Lines
from registry.snapshot import Snapshot
from rules.numbers import remarks
from rules.rule import Context, Example, Remark, Severity

severity = Severity.ERROR
since = "0.1"

good = [Example(baselines=(("3.35 TB/s", "3350 GB/s"),), says="A unit that can be converted.")]
bad = [
    Example(baselines=(("3.35 TB/s", "3.35 TFLOP/s"),), says="A unit of something else."),
    Example(baselines=(("capacity: 80 GB", "capacity: .nan GB"),), says="Not a number."),
    Example(
        baselines=(("{low: 900, high: 1275, unit: W}", "{low: 1275, high: 900, unit: W}"),),
        says="Ends exchanged.",
    ),
]


def check(side: Snapshot, context: Context) -> Iterator[Remark]:
    if context.before.baselines_text.strip() and not side.baselines_text.strip():
        if not any(found.path == side.paths.baselines for found in side.unreadable):
            yield Remark(
                "The baselines are gone, so no headline can be recomputed.",
                "Put the file back; to move it, name the new path in .github/registry-bot.yml.",
                Lines(1, 1),
                path=side.paths.baselines,
            )
        return
    yield from remarks(side, context, Fault.INVALID)
