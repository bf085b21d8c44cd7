"""No failed attempt is younger than the step to the last status.

An attempt that fails after a bottleneck was called resolved is a sign that it is not, or that the
attempt belongs to another entry.

To fix it, say in the attempt's `why` how the two go together, or take the status back with the
attempt as its evidence.
"""

from collections.abc import Iterator

from registry.document import Entry
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

good = [resolved_with_attempt("2026-02-01", "The attempt came before the solution.")]
bad = [resolved_with_attempt("2026-04-01", "The attempt failed a month after.")]


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    resolved = day_of_last_step(entry, context)
    if resolved is None or not is_resolved(entry, context):
        return
    for attempt in failed_attempts(entry):
        if attempt.day > resolved:
            yield Remark(
                f"{entry.label} is {quote(entry.status)} since {resolved}, but"
                f" {quote(attempt.tried)} failed on {attempt.day}.",
                "Say in `why` how the two go together, or take the status back a step.",
                entry.at(attempt.item),
                entry.id,
            )
