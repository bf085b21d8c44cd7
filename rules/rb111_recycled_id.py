"""A new entry takes a new id, never one that may have belonged to another.

Ids are cited from papers and issues. When an old number comes back with another meaning, every one
of those references points at the wrong thing.

To fix it, take the next free id above the highest one in use; to replace an entry, resolve the
old one and add a new one.
"""

from collections.abc import Iterator

from registry.changes import EntryAdded, EntryEdited
from registry.identifier import split_id
from rules.likeness import share_of_words, telling_words
from rules.rule import Context, Example, Remark, Severity
from rules.sample import entry_section
from rules.wording import quote

severity = Severity.WARNING
since = "0.1"

ANOTHER = 0.35
"""Share of telling words below which names, and prose, speak of different things. Entries on unlike
subjects share up to 0.3; what is reworded or rewritten on the same subject keeps more."""

_OLD = entry_section("B1", "Decode is bound by memory bandwidth") + entry_section(
    "B4", "Cold starts of large models"
)

good = [
    Example(
        before=_OLD,
        after=_OLD + entry_section("B5", "Export rules for accelerators"),
        says="The next free id is `B5`.",
    )
]
bad = [
    Example(
        before=_OLD,
        after=_OLD + entry_section("B2", "Export rules for accelerators"),
        says="`B2` may have been removed earlier.",
    ),
    Example(
        "name: Export rules for accelerators",
        prose="Licences decide where a rack may stand, and waiting for one takes two quarters.",
        says="Another entry moved in under `B1`.",
    ),
]


def check(change: EntryAdded | EntryEdited, context: Context) -> Iterator[Remark]:
    if isinstance(change, EntryAdded):
        if _is_below_the_highest(change.after.id, context):
            yield Remark(
                f"`{change.after.id}` lies below the highest id in use, so it may have belonged "
                "to an entry that is gone.",
                f"Take `{context.next_free_id}` instead: ids are never used twice.",
                change.after.at_field("id"),
                change.after.id,
            )
    elif _is_replaced(change):
        yield Remark(
            f"`{change.after.id}` was {quote(change.before.name, 60)} and is now "
            f"{quote(change.after.name, 60)}, with other prose.",
            f"Keep `{change.after.id}` as it was and add the new entry as "
            f"`{context.next_free_id}`; if it is the same bottleneck in other words, say so in "
            "the pull request.",
            change.after.at_field("name"),
            change.after.id,
        )


def _is_below_the_highest(entry_id: str, context: Context) -> bool:
    if not entry_id or entry_id in context.tip.document.by_id:
        return False
    prefix, number = split_id(entry_id)
    return number < context.tip.document.highest.get(prefix, 0)


def _is_replaced(change: EntryEdited) -> bool:
    old, new = change.before, change.after
    return (
        bool(new.prose.text.strip())
        and _is_another(old.name, new.name)
        and _is_another(old.prose.text, new.prose.text)
    )


def _is_another(old: str, new: str) -> bool:
    return share_of_words(telling_words(old), telling_words(new)) < ANOTHER
