"""A status beyond the first one has a history item that leads to it.

Entries start with the first status. Whatever stands further along got there by some evidence, and
without the item nobody can look up which.

To fix it, add a `status_history` item with its date, `from`, `to` and citation.
"""

from collections.abc import Iterator

from registry.document import Entry
from rules.rule import Context, Example, Remark, Severity
from rules.sample import entry_section
from rules.transition import steps_of, unproven_steps
from rules.wording import quote

severity = Severity.WARNING
since = "0.1"

_FIRST = entry_section("B1", "Decode is bound by memory bandwidth")
_OPEN = entry_section("B3", "Cost of moving cached keys")
_PARTIAL = _OPEN.replace("status: open\n", "status: partial\n")
_WITH_HISTORY = _PARTIAL.replace(
    "review_cadence_days: 90\n",
    "review_cadence_days: 90\n"
    'status_history:\n  - {date: 2026-04-22, from: open, to: partial, citation: "@kwon2023"}\n',
)

good = [
    Example(f"{_FIRST}\n{_OPEN}", before=_FIRST, says="A new entry that is `open` needs none."),
    Example(f"{_FIRST}\n{_WITH_HISTORY}", before=_FIRST, says="It says by which evidence."),
]
bad = [
    Example(f"{_FIRST}\n{_PARTIAL}", before=_FIRST, says="A new entry is `partial` from nowhere."),
]


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    statuses = context.schema.values("status")
    if context.schema.get("status_history") is None or entry.status not in statuses[1:]:
        return
    # A history that leads elsewhere is rule history-disagrees' business.
    led = any(step.new for step in steps_of(entry, context.side.bibliography))
    if not led and unproven_steps(entry, context) is None:
        yield Remark(
            f"{entry.label} is {quote(entry.status)}, but no history item says since when and by"
            " which evidence.",
            f"Add a `status_history` item with `date`, `from`, `to: {entry.status}` and"
            " `citation`.",
            entry.at_field("status"),
            entry.id,
        )
