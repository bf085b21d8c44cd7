"""A number's audit level rises only with a new source.

The level decides what may calibrate the projection and how a number is drawn; the same source
cannot have become better evidence overnight.

To fix it, cite the audit or the independent measurement, or put the level back.
"""

from collections.abc import Iterator

from registry.baselines.compare import BaselineChanged
from registry.baselines.fields import AUDITS
from registry.baselines.model import Baselines, Quantity, Record
from registry.document import Lines
from rules.rule import Context, Example, Remark, Severity

severity = Severity.WARNING
since = "0.1"

_ESTIMATE = 'audit: estimate, source: "@kwon2023"}'

good = [
    Example(
        baselines=((_ESTIMATE, "audit: audited, source: MLPerf 5.1-0061}"),),
        says="A higher level with a new source.",
    )
]
bad = [
    Example(
        baselines=(
            (
                "  audit: estimate\n  source: arXiv:2412.19437\n  life",
                "  audit: measured\n  source: arXiv:2412.19437\n  life",
            ),
        ),
        says="A higher level for a whole block.",
    ),
    Example(
        baselines=((_ESTIMATE, 'audit: audited, source: "@kwon2023"}'),),
        says="A higher level with the old source.",
    ),
]


def check(change: BaselineChanged, context: Context) -> Iterator[Remark]:
    path = change.path.removesuffix(".audit")
    before, after = (_evidence(side.baselines, path) for side in (context.before, context.after))
    if before is None or after is None:
        return
    known = before.audit in AUDITS and after.audit in AUDITS
    raised = known and AUDITS.index(after.audit) < AUDITS.index(before.audit)
    if raised and set(after.sources) <= set(before.sources):
        yield Remark(
            f"`{path}` goes from `{before.audit}` to `{after.audit}` on the same source.",
            "Cite what makes it stronger evidence, or keep the level.",
            Lines(after.line, after.end_line),
            path=context.side.paths.baselines,
        )


def _evidence(baselines: Baselines, path: str) -> Record | Quantity | None:
    """Return what holds the evidence at `path`: a block for all of its numbers, or one number."""
    return baselines.records.get(path) or baselines.quantity(path)
