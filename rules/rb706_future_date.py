"""What an entry says was done lies in the past.

A review, a change of status or an attempt dated ahead is a typo more often than a plan, and it
keeps the entry from ever looking stale.

To fix it, write the day on which it happened.
"""

from collections.abc import Iterator
from datetime import timedelta

from registry.dates import read_day
from registry.document import Entry
from registry.nodes import Node, as_text
from rules.rule import Context, Example, Remark, Severity

severity = Severity.WARNING
since = "0.1"

TIME_ZONES = timedelta(days=1)
"""Somewhere it is tomorrow already."""

good = [Example("last_reviewed: 2026-05-02", says="One day ahead is another time zone.")]
bad = [Example("last_reviewed: 2062-04-22", says="Two digits were swapped.")]


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    if context.today is None:
        return
    for called, node in _dates(entry, context):
        day = read_day(as_text(node) or "")
        if day and day > context.today + TIME_ZONES:
            yield Remark(
                f"{entry.label}: {called}, {day}, lies in the future.",
                "Write the day on which it happened.",
                entry.at(node),
                entry.id,
            )


def _dates(entry: Entry, context: Context) -> Iterator[tuple[str, Node]]:
    known = context.schema
    if known.get("last_reviewed") and (node := entry.field("last_reviewed")):
        yield "`last_reviewed`", node
    for name in ("status_history", "failed_attempts"):
        for item in entry.mappings(name) if known.get(name) else ():
            if node := item.get("date"):
                yield f"the date in `{name}`", node
