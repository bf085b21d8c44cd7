"""The maturity of an entry's known solutions fits its status.

A status in between says that something is in use and that something is left. Where every solution
is still research nothing is in use yet; where one is in production and no blocker is left, an
untouched status has been overtaken.

To fix it, move the status together with its evidence, or add the solution or the blocker that
explains why it stays.
"""

from collections.abc import Iterator

from registry.document import Entry
from rules.rule import Context, Example, Remark, Severity
from rules.wording import quote

severity = Severity.NOTICE
since = "0.1"

IN_USE = ("production", "shipping")
_NOT_YET = ("research", "philosophical")
"""The words that tell; a vocabulary without them measures maturity by a scale of its own."""

_RESEARCH = (
    "known_solutions:\n  - {title: Paged attention, citation: '@kwon2023', maturity: research}\n"
)

good = [
    Example("status: open", says="A solution is in production, and a blocker says what is left."),
    Example(f"status: open\n{_RESEARCH}", says="Research alone moves nothing yet."),
]
bad = [
    Example(f"status: partial\n{_RESEARCH}", says="Partly solved, by nothing that is in use."),
    Example("blockers: []", says="In production and nothing in its way, and still `open`."),
]


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    statuses, known = (
        context.schema.values(*names) for names in (("status",), ("known_solutions", "maturity"))
    )
    if entry.status not in statuses[:-1] or not {*IN_USE, *_NOT_YET} <= set(known):
        return
    found = [
        getattr(item.get("maturity"), "text", "") for item in entry.mappings("known_solutions")
    ]
    is_first = entry.status == statuses[0]
    if not is_first and all(maturity in _NOT_YET for maturity in found):
        which = "lists no known solution" if not found else "none of its solutions is in use yet"
        yield Remark(
            f"{entry.label} is {quote(entry.status)}, but {which}.",
            "Add the solution that is in use, with its citation, or set `status` back with a"
            " history item that says why.",
            entry.at_field("status"),
            entry.id,
        )
    elif is_first and set(IN_USE) & set(found) and _has_no_blocker(entry):
        yield Remark(
            f"{entry.label} is {quote(entry.status)}, but a solution is in use and no blocker is"
            " left.",
            "Move the status with a history item that cites the evidence, or name the blocker that"
            " is left.",
            entry.at_field("status"),
            entry.id,
        )


def _has_no_blocker(entry: Entry) -> bool:
    """Whether the list is there and empty; a list that cannot be read may hold anything."""
    node = entry.field("blockers")
    return node is not None and node.source.strip() == "[]"
