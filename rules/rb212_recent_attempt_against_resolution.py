"""A step to the last status stands against the failed attempts of the months before it.

An attempt that failed lately, on the same entry, is evidence that the bottleneck still binds. Both
can be true, if what resolves it is something else than what failed, but readers should not have to
guess which of the two to believe.

To fix it, say in the history item's `note` why the attempt does not stand against the step.
"""

from collections.abc import Iterator
from datetime import timedelta

from registry.changes import StatusChanged
from registry.dates import read_day
from registry.nodes import as_text
from rules.rule import Context, Example, Remark, Severity
from rules.transition import steps_of
from rules.wording import quote

severity = Severity.NOTICE
since = "0.1"

RECENT = timedelta(days=180)
"""Two of the cadences in which the published schema has an entry reviewed."""

_FIELDS = """\
status: resolved
known_solutions:
  - {{title: Paged KV allocation, citation: "@kwon2023", maturity: production}}
status_history:
  - {{date: 2026-03-01, from: open, to: resolved, citation: "@kwon2023"}}
failed_attempts:
  - date: {}
    tried: Keeping the cache on flash
    setup: One H100 with 2 TB of NVMe
    metric: tokens/s
    baseline: the cache in HBM at 40 tokens/s
    result: 3 tokens/s
    why: Reads of 4 KB pages wait 80 µs each
"""

good = [Example(_FIELDS.format("2024-02-01"), says="The attempt failed two years before.")]
bad = [Example(_FIELDS.format("2026-02-01"), says="The attempt failed a month before the step.")]


def check(change: StatusChanged, context: Context) -> Iterator[Remark]:
    entry, order = change.after, context.schema.values("status")
    if not order or entry.status != order[-1]:
        return
    steps = steps_of(entry, context.side.bibliography)
    days = [day for step in steps if step.new == entry.status and (day := read_day(step.date))]
    resolved = max(days, default=context.today)
    for attempt in entry.mappings("failed_attempts"):
        date, tried = (as_text(attempt.get(key) or attempt) or "" for key in ("date", "tried"))
        day = read_day(date)
        if resolved and day and timedelta(0) <= resolved - day <= RECENT:
            yield Remark(
                f"{entry.label} becomes {quote(entry.status)}, but {quote(tried)} failed on {day},"
                f" {(resolved - day).days} days before.",
                "Say in the `note` of the history item why that does not stand against the step.",
                entry.at(attempt),
                entry.id,
            )
