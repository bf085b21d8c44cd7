"""No failed attempt is younger than the step to the last status.

An attempt that fails after a bottleneck was called resolved is a sign that it is not, or that the
attempt belongs to another entry.

To fix it, say in the attempt's `why` how the two go together, or take the status back with the
attempt as its evidence.
"""

from collections.abc import Iterator

from registry.dates import read_day
from registry.document import Entry
from registry.nodes import as_text
from rules.rule import Context, Example, Remark, Severity
from rules.transition import steps_of
from rules.wording import quote

severity = Severity.NOTICE
since = "0.1"

_FIELDS = """\
status: resolved
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

good = [Example(_FIELDS.format("2026-02-01"), says="The attempt came before the solution.")]
bad = [Example(_FIELDS.format("2026-04-01"), says="The attempt failed a month after.")]


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    statuses = context.schema.values("status")
    if not statuses or entry.status != statuses[-1]:
        return
    steps = steps_of(entry, context.side.bibliography)
    days = [day for s in steps if s.new == entry.status and (day := read_day(s.date))]
    resolved = max(days, default=None)
    for attempt in entry.mappings("failed_attempts"):
        date, tried = (as_text(attempt.get(key) or attempt) or "" for key in ("date", "tried"))
        day = read_day(date)
        if resolved and day and day > resolved:
            yield Remark(
                f"{entry.label} is {quote(entry.status)} since {resolved}, but {quote(tried)}"
                f" failed on {day}.",
                "Say in `why` how the two go together, or take the status back a step.",
                entry.at(attempt),
                entry.id,
            )
