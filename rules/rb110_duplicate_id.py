"""No two entries share an id.

Dependencies, citations from outside and this review find an entry by its id. With two of them,
one is invisible.

To fix it, give the later entry the next free id, in its heading and in its block.
"""

from collections.abc import Iterator

from registry.document import Entry
from registry.snapshot import Snapshot
from rules.rule import Context, Example, Remark, Severity
from rules.sample import entry_section
from rules.wording import quote

severity = Severity.ERROR
since = "0.1"

good = [
    Example(
        entry_section("B1", "Decode is bound by memory bandwidth")
        + entry_section("B2", "Cache capacity per session"),
        says="Each entry has its own id.",
    )
]
bad = [
    Example(
        entry_section("B1", "Decode is bound by memory bandwidth")
        + entry_section("B01", "Cold starts of large models"),
        says="Leading zeros do not make another id.",
    )
]


def check(snapshot: Snapshot, context: Context) -> Iterator[Remark]:
    for entry in snapshot.document.repeated:
        first = snapshot.document.by_id[entry.id]
        # With another id in one of the headings it is heading-id's mistake, not a second one.
        if all(one.section.heading_id in (None, entry.id) for one in (first, entry)):
            yield _remark(entry, f"the entry {quote(first.name, 60)} above it", context)
    for entry in _taken_meanwhile(snapshot, context):
        other = context.tip.document.by_id[entry.id]
        yield _remark(
            entry, f"{quote(other.name, 60)}, added to the base branch meanwhile", context
        )


def _taken_meanwhile(snapshot: Snapshot, context: Context) -> Iterator[Entry]:
    """Yield new entries whose id the base branch gave to another one since the change began."""
    if context.tip is context.before or snapshot is not context.after:
        return
    before, tip = context.before.document.by_id, context.tip.document.by_id
    for entry_id in (snapshot.document.by_id.keys() & tip.keys()) - before.keys():
        entry = snapshot.document.by_id[entry_id]
        if entry.section.text.strip() != tip[entry_id].section.text.strip():
            yield entry


def _remark(entry: Entry, holder: str, context: Context) -> Remark:
    free = context.next_free_id
    return Remark(
        f"The id `{entry.id}` of {quote(entry.name, 60)} is already that of {holder}.",
        f"Take the next free id, `{free}`, in the heading and in the block.",
        entry.at_field("id"),
        entry.id,
    )
