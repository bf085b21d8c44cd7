"""Every id in `depends_on` is that of an entry of the registry.

An arrow that leads nowhere drops out of the graph and of every list that follows it.

To fix it, write the id of the entry that is meant, or add that entry in the same pull request.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from registry.document import Document, Entry
from registry.identifier import canonical_id, split_id
from registry.nodes import as_text
from rules.patch import replaced
from rules.rule import Context, Example, Remark, Severity
from rules.wording import listing, quote

severity = Severity.ERROR
since = "0.1"

good = [
    Example("depends_on: [B2]", says="The sample has an entry B2."),
    Example("depends_on: [B02]", says="Leading zeros do not matter."),
]
bad = [Example("depends_on: [B2, B7]", says="The sample has no entry B7.")]


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    for node in entry.nodes("depends_on"):
        written = as_text(node) or ""
        needed = canonical_id(written)
        # What is no id at all belongs to rule field-value.
        if needed is None or context.knows(needed) or _is_removed_here(needed, context):
            continue
        twin = _twin(needed, context.document)
        lines = entry.at(node)
        yield Remark(
            f"{entry.label} depends on {quote(written)}, which is no entry of this registry.",
            _help(needed, twin, context.document),
            lines,
            entry.id,
            suggestion=replaced(context.document, lines, written, twin) if twin else None,
        )


def _is_removed_here(needed: str, context: Context) -> bool:
    """Whether the change removes the entry itself, which rule removed-entry-needed reports."""
    before, after = context.before.document.by_id, context.after.document.by_id
    return needed in before and needed not in after


def _twin(needed: str, document: Document) -> str | None:
    """Return the entry of the same number whose prefix was meant."""
    number = split_id(needed)[1]
    twins = [f"{prefix}{number}" for prefix in document.highest]
    return next((twin for twin in twins if twin in document.by_id), None)


def _help(needed: str, twin: str | None, document: Document) -> str:
    if twin:
        return f"Write {quote(twin)} if that is meant."
    near = filter(document.by_id.__contains__, _one_slip_away(needed))
    similar = get_close_matches(needed, dict.fromkeys(near), n=3, cutoff=0.6)
    nearest = f"The nearest are {listing(similar)}. " if similar else ""
    return f"{nearest}Write the id of an entry, or add the entry in the same pull request."


def _one_slip_away(entry_id: str) -> Iterator[str]:
    """Yield the ids that one digit too many, too few, wrong or swapped would turn into this one.

    They are looked up among the entries, however many those are, and not compared with each.
    """
    prefix, number = split_id(entry_id)
    digits = str(number)
    for at in range(len(digits) + 1):
        head, tail = digits[:at], digits[at:]
        slips = [tail[1:], tail[1:2] + tail[:1] + tail[2:]]
        slips += (digit + rest for digit in "0123456789" for rest in (tail, tail[1:]))
        yield from (f"{prefix}{head}{slip}" for slip in slips)
