"""The evidence for a step of the status is younger than the step before.

What was known when the last step was taken was, as a rule, part of that step; a new step rests on
something that came after it. The month in an arXiv id and the year in the bibliography tell.

To fix it, cite the newer work that made the difference; if the old one was only found late, say so
in the `note`.
"""

from collections.abc import Iterator
from itertools import pairwise

from registry.dates import read_day
from registry.document import Entry
from rules.evidence import appeared, as_value, identity
from rules.rule import Context, Example, Remark, Severity
from rules.transition import in_order, steps_of
from rules.wording import quote

severity = Severity.NOTICE
since = "0.1"

_HISTORY = """\
status: resolved
status_history:
  - {{date: 2026-03-01, from: open, to: partial, citation: "@kwon2023"}}
  - {{date: 2026-04-01, from: partial, to: resolved, citation: "{}"}}
"""

good = [Example(_HISTORY.format("arXiv:2603.01234"), says="The work came after the first step.")]
bad = [Example(_HISTORY.format("arXiv:2405.04434"), says="The work is two years older.")]


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    bibliography = context.side.bibliography
    earlier: set[str] = set()
    for one, other in pairwise(in_order(steps_of(entry, bibliography))):
        earlier.update(map(identity, one.works))
        if not earlier.isdisjoint(map(identity, other.works)):
            continue  # evidence-used-twice says so
        before, after = read_day(one.date), read_day(other.date)
        spans = [appeared(work, bibliography) for work in other.works]
        dated = [span[1] for span in spans if span]
        # Dates that are out of order are history-disagrees' matter, and an undated work may be new.
        if not before or not after or after < before or not dated or len(dated) < len(spans):
            continue
        if max(dated) < before:
            yield Remark(
                f"{entry.label}: {quote(as_value(other.works[0]))}, the evidence for the step to"
                f" {quote(other.new)}, is older than the step of {before} before it.",
                "Cite what came after that step, or say in the `note` why the older work decides.",
                entry.at(other.item.get("citation")),
                entry.id,
            )
