"""An entry that others depend on is not removed.

Their `depends_on` would name something that no longer exists, also in entries that were added to
the base branch since this change began.

To fix it, keep the entry (a bottleneck that is gone has the last status), or change the entries
that depend on it in the same pull request.
"""

from collections.abc import Iterator

from registry.changes import EntryRemoved
from registry.document import Lines
from rules.rule import Context, Example, Remark, Severity
from rules.sample import entry_section

severity = Severity.ERROR
since = "0.1"

_FIRST = entry_section("B1", "Decode is bound by memory bandwidth")
_SECOND = entry_section("B2", "Cache capacity per session")
_MOST_NAMED = 6

good = [Example(_FIRST, before=f"{_FIRST}\n{_SECOND}", says="Nothing depends on B2.")]
bad = [
    Example(
        _FIRST.replace("[]", "[B2]", 1),
        before=f"{_FIRST.replace('[]', '[B2]', 1)}\n{_SECOND}",
        says="B1 depends on B2.",
    )
]


def check(change: EntryRemoved, context: Context) -> Iterator[Remark]:
    removed = change.before.id
    needing = _needing(removed, context)
    if not needing:
        return
    first = context.after.document.by_id.get(needing[0])
    named = needing[:_MOST_NAMED]
    more = f" and {len(needing) - _MOST_NAMED} more" if len(needing) > _MOST_NAMED else ""
    verb = "depends" if len(needing) == 1 else "depend"
    yield Remark(
        f"{change.before.label} is removed, but {', '.join(named)}{more} still {verb} on it.",
        f"Keep {change.before.label}, or take it out of `depends_on` of {', '.join(named)}{more}.",
        first.at_field("depends_on") if first else Lines(1, 1),
        removed,
    )


def _needing(removed: str, context: Context) -> list[str]:
    """Return who needs the entry: at the head, or on the base branch since the merge base."""
    head = context.after.document
    before, tip = context.before.document.dependents, context.tip.document.dependents
    since = [i for i in tip.get(removed, ()) if i not in before.get(removed, ())]
    return list(dict.fromkeys((*head.dependents.get(removed, ()), *since)))
