"""A step to the last status stands against the failed attempts of the months before it.

An attempt that failed lately, on the same entry, is evidence that the bottleneck still binds. Both
can be true, if what resolves it is something else than what failed, but readers should not have to
guess which of the two to believe.

To fix it, say in the history item's `note` why the attempt does not stand against the step.
"""

from collections.abc import Iterator
from datetime import timedelta

from registry.changes import StatusChanged
from rules.resolution import (
    day_of_last_step,
    failed_attempts,
    is_resolved,
    resolved_with_attempt,
)
from rules.rule import Context, Remark, Severity
from rules.wording import quote

severity = Severity.NOTICE
since = "0.1"

RECENT = timedelta(days=180)
"""Two of the cadences in which the published schema has an entry reviewed."""

good = [resolved_with_attempt("2024-02-01", "The attempt failed two years before.")]
bad = [resolved_with_attempt("2026-02-01", "The attempt failed a month before the step.")]


def check(change: StatusChanged, context: Context) -> Iterator[Remark]:
    entry = change.after
    resolved = day_of_last_step(entry, context) or context.today
    if resolved is None or not is_resolved(entry, context):
        return
    for attempt in failed_attempts(entry):
        if timedelta(0) <= resolved - attempt.day <= RECENT:
            yield Remark(
                f"{entry.label} becomes {quote(entry.status)}, but {quote(attempt.tried)} failed"
                f" on {attempt.day}, less than half a year before.",
                "Say in the `note` of the history item why that does not stand against the step.",
                entry.at(attempt.item),
                entry.id,
            )
