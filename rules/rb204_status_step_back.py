"""A status that goes backwards is pointed out to a maintainer.

A remedy can turn out not to hold, and saying so is a contribution like any other. It is also what
editing the wrong line looks like, and readers who relied on the old status should learn why.

To fix it, nothing has to change if the step is meant; say in the history item's `note` what was
found, and record it as a failed attempt if it was one.
"""

from collections.abc import Iterator

from registry.changes import StatusChanged
from rules.rule import Context, Example, Remark, Severity
from rules.sample import entry_section
from rules.transition import transition_of
from rules.wording import quote

severity = Severity.WARNING
since = "0.1"

_NAME = "Decode is bound by memory bandwidth"

good = [
    Example(
        "status: partial\n"
        "status_history:\n"
        '  - {date: 2026-04-22, from: open, to: partial, citation: "@kwon2023"}\n',
        says="From `open` to `partial` is a step forward.",
    )
]
bad = [
    Example(
        entry_section("B1", _NAME),
        before=entry_section("B1", _NAME).replace("status: open", "status: partial"),
        says="From `partial` back to `open`.",
    )
]


def check(change: StatusChanged, context: Context) -> Iterator[Remark]:
    order = context.schema.values("status")
    way = transition_of(change.before, change.after, context)
    if way is None or not {way.old, way.new} <= {*order}:
        return
    if order.index(way.new) < order.index(way.old):
        yield Remark(
            f"{change.after.label} goes back from {quote(way.old)} to {quote(way.new)}.",
            way.asks_for("what was found"),
            change.after.at_field("status"),
            change.after.id,
        )
