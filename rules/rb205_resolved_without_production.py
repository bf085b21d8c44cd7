"""An entry with the last status has a known solution that is in production or shipping.

The last status tells readers that the bottleneck no longer binds. A remedy that so far exists in
papers or prototypes does not do that yet, however good its numbers are.

To fix it, name the solution that is in use with its citation and maturity, or keep the status one
step lower.
"""

from collections.abc import Iterator

from registry.document import Entry
from rules.rule import Context, Example, Remark, Severity
from rules.wording import listing, quote

severity = Severity.WARNING
since = "0.1"

_IN_USE = ("production", "shipping")

_HISTORY = """\
status_history:
  - {{date: 2026-04-22, from: open, to: {}, citation: "@kwon2023"}}
"""

good = [
    Example(
        "status: resolved\n"
        "known_solutions:\n"
        "  - {title: Paged attention, citation: '@kwon2023', maturity: production}\n"
        + _HISTORY.format("resolved"),
        says="A known solution is in production.",
    ),
    Example(
        "status: partial\nknown_solutions: []\n" + _HISTORY.format("partial"),
        says="Only the last status asks for one.",
    ),
]
bad = [
    Example(
        "status: resolved\n"
        "known_solutions:\n"
        "  - {title: Paged attention, citation: '@kwon2023', maturity: research}\n",
        says="The only solution is at the stage of research.",
    )
]


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    statuses = context.schema.values("status")
    in_use = [w for w in context.schema.values("known_solutions", "maturity") if w in _IN_USE]
    # A community whose vocabulary has neither word measures maturity by a scale of its own.
    if not in_use or not statuses or entry.status != statuses[-1]:
        return
    solutions = entry.mappings("known_solutions")
    if not any(getattr(item.get("maturity"), "text", "") in in_use for item in solutions):
        yield Remark(
            f"{entry.label} is {quote(entry.status)}, but none of its known solutions has the"
            f" maturity {' or '.join(quote(word) for word in in_use)}.",
            f"Add the solution that is in use, with its citation, or set `status` to"
            f" {listing(statuses[-2:-1]) or 'an earlier step'}.",
            entry.at_field("status"),
            entry.id,
        )
