"""The evidence for a step of the status had appeared by the day of the step.

A step is dated by the day on which its evidence was out. A work that is younger says that the date
or the citation is another step's. The month in an arXiv id and the year in the bibliography tell.

To fix it, correct the date, or cite what was known on that day.
"""

from collections.abc import Iterator

from registry.dates import read_day
from registry.document import Entry
from rules.evidence import appeared, as_value
from rules.rule import Context, Example, Remark, Severity
from rules.transition import steps_of
from rules.wording import quote

severity = Severity.NOTICE
since = "0.1"

_HISTORY = """\
status: partial
status_history:
  - {{date: 2026-03-01, from: open, to: partial, citation: "{}"}}
"""

good = [
    Example(_HISTORY.format("arXiv:2602.01234"), says="The work came out before the step."),
    Example(_HISTORY.format("arXiv:2604.01234, @kwon2023"), says="One of two works did."),
]
bad = [Example(_HISTORY.format("arXiv:2604.01234"), says="The work came a month later.")]


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    bibliography = context.side.bibliography
    for step in steps_of(entry, bibliography):
        day = read_day(step.date)
        spans = [appeared(work, bibliography) for work in step.works]
        first = [span[0] for span in spans if span]
        # An undated work may be the older one.
        if day and first and len(first) == len(spans) and min(first) > day:
            yield Remark(
                f"{entry.label}: {quote(as_value(step.works[0]))}, the evidence for the step to"
                f" {quote(step.new)} of {step.date}, appeared later than that.",
                "Correct the date of the step, or cite what was known by then.",
                entry.at(step.item),
                entry.id,
            )
