"""A status that skips a step is pointed out to a maintainer.

Going straight from the first status to the last is allowed, since a remedy can arrive whole; it
is also what a hasty edit looks like, and the step between often has evidence worth recording.

To fix it, nothing has to change if the jump is meant; say in the history item's `note` why the
step between was skipped.
"""

from collections.abc import Iterator

from registry.changes import StatusChanged
from rules.rule import Context, Example, Remark, Severity

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
    if change.old not in order or change.new not in order:
        return
    skipped = order[order.index(str(change.old)) + 1 : order.index(str(change.new))]
    if skipped:
        steps = ", ".join(f"`{status}`" for status in skipped)
        yield Remark(
            f"{change.after.label} goes from `{change.old}` to `{change.new}` and skips {steps}.",
            "If that is meant, say why in the `note` of the history item; a maintainer decides.",
            change.after.at_field("status"),
            change.after.id,
        )
