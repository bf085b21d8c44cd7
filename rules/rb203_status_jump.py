"""A status that skips a step is pointed out to a maintainer.

Going straight from the first status to the last is allowed, since a remedy can arrive whole; it
is also what a hasty edit looks like, and the step between often has evidence worth recording.

To fix it, nothing has to change if the jump is meant; say in the history item's `note` why the
step between was skipped.
"""

from collections.abc import Iterator

from registry.changes import StatusChanged
from rules.rule import Context, Example, Remark, Severity
from rules.transition import transition_of
from rules.wording import listing, quote

severity = Severity.WARNING
since = "0.1"

good = [
    Example(
        "status: partial\n"
        "status_history:\n"
        '  - {date: 2026-04-22, from: open, to: partial, citation: "@kwon2023"}\n',
        says="One step at a time.",
    )
]
bad = [Example("status: resolved", says="From `open` to `resolved` without `partial`.")]


def check(change: StatusChanged, context: Context) -> Iterator[Remark]:
    order = context.schema.values("status")
    way = transition_of(change.before, change.after, context)
    if way is None or not {way.old, way.new} <= {*order}:
        return
    told = {status for step in way.claimed for status in step}
    between = order[order.index(way.old) + 1 : order.index(way.new)]
    if skipped := [status for status in between if status not in told]:
        yield Remark(
            f"{change.after.label} goes from {quote(way.old)} to {quote(way.new)} and skips"
            f" {listing(skipped)}.",
            way.asks_for("why"),
            change.after.at_field("status"),
            change.after.id,
        )
