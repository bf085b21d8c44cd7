"""A number's audit level rises only with a new source.

The level decides what may calibrate the projection and how a number is drawn; the same source
cannot have become better evidence overnight.

To fix it, cite the audit or the independent measurement, or put the level back.
"""

from collections.abc import Iterator

from registry.baselines import Quantity
from registry.baselines.compare import BaselineChanged
from registry.baselines.fields import AUDITS
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
        baselines=((_ESTIMATE, 'audit: audited, source: "@kwon2023"}'),),
        says="A higher level with the old source.",
    )
]


def check(change: BaselineChanged, context: Context) -> Iterator[Remark]:
    before, after = change.before, change.after
    if not (isinstance(before, Quantity) and isinstance(after, Quantity)):
        return
    known = before.audit in AUDITS and after.audit in AUDITS
    raised = known and AUDITS.index(after.audit) < AUDITS.index(before.audit)
    if raised and set(after.sources) <= set(before.sources):
        yield Remark(
            f"`{after.path}` goes from `{before.audit}` to `{after.audit}` on the same source.",
            "Cite what makes it stronger evidence, or keep the level.",
            Lines(after.line, after.end_line),
            path=context.side.paths.baselines,
        )
