"""A published headline keeps the support that it has.

The published ranges are inputs: when the numbers move, the honest answer is a new verdict and, in
the next version, another range. Nobody should learn that from a reader.

To fix it, nothing has to change if the numbers are right; tell the maintainers that the published
range has lost support.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from registry.changes import ProjectionShifted
from registry.document import Lines
from rules.rule import Context, Example, Remark, Severity

if TYPE_CHECKING:
    from registry.projection.shift import ChangedInput

severity = Severity.WARNING
since = "0.1"

good = [Example(baselines=(("low: 33000,", "low: 33500,"),), says="A change within the verdict.")]
bad = [
    Example(
        baselines=(("{low: 8e3, high: 64e3", "{low: 32e3, high: 256e3"),),
        says="Longer contexts, which cost agent density its support.",
    )
]


def check(shift: ProjectionShifted, context: Context) -> Iterator[Remark]:
    for cell in shift.delta.cells:
        for row in cell.rows:
            if row.verdict_change >= 0 or row.before is None or row.after is None:
                continue
            driver = row.drivers[0].input if row.drivers else None
            yield Remark(
                f"{row.headline.name} {row.headline.range} was {row.before.verdict} and is now "
                f"{row.after.verdict}, against H100 {cell.cell.baseline}.",
                "If the numbers are right, the range has lost support; the projection below says "
                "what drove it.",
                _lines(driver, context),
                path=_path(driver, context),
                evidence=f"{row.headline.metric} {cell.cell.baseline} {row.after.verdict}",
            )


def _path(driver: "ChangedInput | None", context: Context) -> str:
    paths = context.side.paths
    return paths.published if driver is None else paths.baselines


def _lines(driver: "ChangedInput | None", context: Context) -> Lines:
    del context
    line = driver.line if driver and driver.line else 1
    return Lines(line, line)
