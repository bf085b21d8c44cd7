"""When an entry took its last status, and which attempts failed on it, to hold one to the other."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from registry.dates import read_day
from registry.document import Entry
from registry.nodes import Mapping, as_text
from rules.rule import Context, Example
from rules.transition import steps_of


class FailedAttempt(NamedTuple):
    """An attempt that failed on a known day; `tried` is what it says of itself."""

    item: Mapping
    tried: str
    day: date


def is_resolved(entry: Entry, context: Context) -> bool:
    """Whether the entry has the last status of the schema's order."""
    order = context.schema.values("status")
    return bool(order) and entry.status == order[-1]


def day_of_last_step(entry: Entry, context: Context) -> date | None:
    """Return the latest day on which the history has the entry take the status it has."""
    steps = steps_of(entry, context.side.bibliography)
    days = (read_day(step.date) for step in steps if step.new == entry.status)
    return max(filter(None, days), default=None)


def failed_attempts(entry: Entry) -> Iterator[FailedAttempt]:
    """Yield the entry's failed attempts whose date can be read."""
    for item in entry.mappings("failed_attempts"):
        date_, tried = (as_text(item.get(key) or item) or "" for key in ("date", "tried"))
        if day := read_day(date_):
            yield FailedAttempt(item, tried, day)


def resolved_with_attempt(day: str, says: str) -> Example:
    """An example: an entry resolved on 2026-03-01, with an attempt that failed on `day`."""
    return Example(
        "status: resolved\n"
        "known_solutions:\n"
        '  - {title: Paged KV allocation, citation: "@kwon2023", maturity: production}\n'
        "status_history:\n"
        '  - {date: 2026-03-01, from: open, to: resolved, citation: "@kwon2023"}\n'
        "failed_attempts:\n"
        f"  - date: {day}\n"
        "    tried: Keeping the cache on flash\n"
        "    setup: One H100 with 2 TB of NVMe\n"
        "    metric: tokens/s\n"
        "    baseline: the cache in HBM at 40 tokens/s\n"
        "    result: 3 tokens/s\n"
        "    why: Reads of 4 KB pages wait 80 µs each\n",
        says=says,
    )
