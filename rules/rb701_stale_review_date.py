"""An entry says when somebody last checked it, and is checked again within its cadence.

A reader trusts an entry as far as its review date. Facts that change under an old date look
unreviewed; an entry past its cadence may describe a world that is gone.

To fix it, check the entry against its sources and set `last_reviewed` to the day you did.
"""

from collections.abc import Iterator
from datetime import date

from registry.changes import EntryEdited, FieldChanged, ItemChange
from registry.dates import read_day
from registry.document import Entry
from registry.nodes import Scalar
from rules.rule import Context, Example, Remark, Severity

severity = Severity.NOTICE
since = "0.1"

_UPKEEP = frozenset({"last_reviewed", "review_cadence_days", "contributors"})

good = [
    Example("priority: 4\nlast_reviewed: 2026-04-30", says="The date moves with the facts."),
    Example("last_reviewed: 2026-02-15", says="Within 90 days."),
]
bad = [
    Example("priority: 4", says="A fact changed, the date did not."),
    Example("last_reviewed: 2025-10-01", says="More than 90 days ago."),
]


def check(subject: Entry | EntryEdited, context: Context) -> Iterator[Remark]:
    if context.schema.get("last_reviewed") is None:
        return
    if isinstance(subject, Entry):
        yield from _overdue(subject, context)
    elif _date_stays(subject) and _facts_changed(subject):
        entry = subject.after
        yield Remark(
            f"{entry.label} changes, but its `last_reviewed` stays {entry.text('last_reviewed')}.",
            "If you checked the entry against its sources, set `last_reviewed` to today.",
            entry.at_field("last_reviewed"),
            entry.id,
        )


def _overdue(entry: Entry, context: Context) -> Iterator[Remark]:
    reviewed, cadence = _reviewed(entry), _cadence(entry, context)
    if not context.today or not reviewed or not cadence:
        return
    days = (context.today - reviewed).days
    if days > cadence:
        yield Remark(
            f"{entry.label} was last reviewed on {reviewed}, more than {cadence} days ago.",
            "Check the entry against its sources and set `last_reviewed` to the day you did.",
            entry.at_field("last_reviewed"),
            entry.id,
        )


def _reviewed(entry: Entry) -> date | None:
    return read_day(entry.text("last_reviewed"))


def _cadence(entry: Entry, context: Context) -> int | None:
    """Return how many days may pass between reviews: the entry's own number, or the schema's."""
    spec = context.schema.get("review_cadence_days")
    if spec is None:
        return None
    node = entry.field("review_cadence_days")
    own = node.integer if isinstance(node, Scalar) else None
    return own if own and own > 0 else spec.default


def _date_stays(edit: EntryEdited) -> bool:
    day = _reviewed(edit.after)
    return day is not None and day == _reviewed(edit.before)


def _facts_changed(edit: EntryEdited) -> bool:
    if edit.after.section.problems:
        return False  # what looks changed may only be unread
    return any(
        isinstance(change, (FieldChanged, ItemChange)) and change.field not in _UPKEEP
        for change in edit.changes
    )
