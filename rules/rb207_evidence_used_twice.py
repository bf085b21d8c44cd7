"""Each step of an entry's status has evidence of its own.

A work that proved one step was known when the next one had not happened yet, so it seldom proves
that one too.

To fix it, cite what is new about this step; if the work does cover both, say so in the `note`.
"""

from collections.abc import Iterator

from registry.document import Entry
from rules.evidence import as_value, identity
from rules.rule import Context, Example, Remark, Severity
from rules.transition import in_order, steps_of
from rules.wording import quote

severity = Severity.WARNING
since = "0.1"

_HISTORY = """\
status: resolved
status_history:
  - {{date: 2026-03-01, from: open, to: partial, citation: "@kwon2023"}}
  - {{date: 2026-04-01, from: partial, to: resolved, citation: "{}"}}
"""

good = [Example(_HISTORY.format("arXiv:2507.14397"), says="Two steps, two works.")]
bad = [
    Example(_HISTORY.format("@kwon2023"), says="The same work for both steps."),
    Example(_HISTORY.format("arXiv:2309.06180"), says="The same work under another name."),
]


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    seen: dict[str, str] = {}
    for step in in_order(steps_of(entry, context.side.bibliography)):
        here = {identity(work): work for work in step.works}
        for same, work in here.items():
            if same in seen:
                yield Remark(
                    f"{entry.label}: {quote(as_value(work))} already is the evidence for the step"
                    f" to {quote(seen[same])}, and here for that to {quote(step.new)}.",
                    "Cite what is new about this step, or say in its `note` why one work covers"
                    " both.",
                    entry.at(step.item.get("citation")),
                    entry.id,
                )
        seen |= dict.fromkeys(here, step.new)
