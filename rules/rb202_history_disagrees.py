"""The history of an entry's status leads, step by step and in order of time, to its status.

The field says where an entry stands and the history how it came there. When the two disagree one of
them is wrong, and a reader cannot tell which. Newest first is as good an order as oldest first.

To fix it, correct the item or the status, or add the step that is missing.
"""

from collections.abc import Iterator
from itertools import pairwise

from registry.dates import read_day
from registry.document import Entry
from rules.patch import replaced
from rules.rule import Context, Example, Remark, Severity
from rules.transition import (
    Step,
    in_order,
    path_through,
    steps_added,
    steps_of,
    transitions_in,
    unproven_steps,
)
from rules.wording import quote

severity = Severity.WARNING
since = "0.1"

_PARTIAL = '  - {date: 2026-03-01, from: open, to: partial, citation: "@kwon2023"}\n'
_BACK = '  - {date: 2026-04-01, from: partial, to: open, citation: "arXiv:2507.14397"}\n'
_TWICE = '  - {date: 2026-04-01, from: open, to: partial, citation: "arXiv:2507.14397"}\n'

good = [
    Example(f"status_history:\n{_PARTIAL}{_BACK}", says="The last step leads to `open`."),
    Example(f"status_history:\n{_BACK}{_PARTIAL}", says="The same history, newest first."),
]
bad = [
    Example(f"status_history:\n{_PARTIAL}", says="The history ends at `partial`, not `open`."),
    Example(
        f"status: partial\nstatus_history:\n{_PARTIAL}{_TWICE}",
        says="Between the two steps the entry would have to go back to `open`.",
    ),
]


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    if context.schema.get("status_history") is None or unproven_steps(entry, context) is not None:
        return
    # Gaps in an item are rule item-keys' business; here it only cannot be compared.
    written = steps_of(entry, context.side.bibliography)
    steps = in_order(step for step in written if step.old and step.new)
    yield from _out_of_order(entry, steps)
    yield from _broken(entry, steps)
    known = entry.status in (context.schema.values("status") or (entry.status,))
    if steps and entry.status and known and steps[-1].new != entry.status:
        yield _ends_elsewhere(entry, steps[-1], context)


def _ends_elsewhere(entry: Entry, last: Step, context: Context) -> Remark:
    message = f"{entry.label} is {quote(entry.status)}, but its history ends at {quote(last.new)}."
    if _status_was_forgotten(entry, last, context):
        lines = entry.at_field("status")
        moved = replaced(context.document, lines, entry.status, last.new)
        return Remark(
            message, "If it moved, set the status too:", lines, entry.id, suggestion=moved
        )
    return Remark(
        message,
        "Add the step that is missing, or correct the status or the last item.",
        entry.at(last.item),
        entry.id,
    )


def _status_was_forgotten(entry: Entry, last: Step, context: Context) -> bool:
    """Whether this change adds proven steps from the status that stays, which are no other's."""
    before = context.before.document.by_id.get(entry.id)
    if before is None or context.side is not context.after or before.status != entry.status:
        return False
    proven = [step for step in steps_added(before, entry, context) if step.is_proven]
    words = context.schema.values("status")
    if (words and last.new not in words) or not path_through(proven, entry.status, last.new):
        return False
    missed = ((way.old, way.new) for way in transitions_in(context) if not way.is_complete)
    return (entry.status, last.new) not in missed


def _out_of_order(entry: Entry, steps: tuple[Step, ...]) -> Iterator[Remark]:
    dated = [(step, day) for step in steps if (day := read_day(step.date))]
    for (_, earlier), (step, later) in pairwise(dated):
        if later < earlier:
            yield Remark(
                f"{entry.label}: the history item of {later} stands behind that of {earlier}.",
                "Put the items in order of time, or correct the date.",
                entry.at(step.item),
                entry.id,
            )


def _broken(entry: Entry, steps: tuple[Step, ...]) -> Iterator[Remark]:
    for one, other in pairwise(steps):
        if one.new != other.old:
            yield Remark(
                f"{entry.label}: one history item ends at {quote(one.new)} and the next begins at"
                f" {quote(other.old)}.",
                "Correct `from` or `to`, or add the step between them.",
                entry.at(other.item),
                entry.id,
            )
