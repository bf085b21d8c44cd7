"""Which keys a schema knows, what others were meant to be, and which items of a list are edited."""

from collections.abc import Iterator, Sequence

from registry.changes import EntryEdited, ItemChanged, ItemRemoved
from registry.document import Entry, Item
from registry.nodes import Mapping, Pair, as_text
from registry.schema import FieldSpec
from rules.wording import closest

_OTHER_WORDS = {
    "attempts": "failed_attempts",
    "evidence": "citation",
    "history": "status_history",
    "link": "citation",
    "paper": "citation",
    "ref": "citation",
    "reference": "citation",
    "references": "citation",
    "solutions": "known_solutions",
    "source": "citation",
    "sources": "citation",
    "url": "citation",
}
"""What else people call a field, beyond spellings that are near to its name."""


def unknown_pairs(mapping: Mapping, specs: Sequence[FieldSpec]) -> Iterator[Pair]:
    """Yield the pairs whose key is none of `specs`."""
    known = {spec.name for spec in specs}
    return (pair for pair in mapping if pair.key.text not in known)


def misspelt(mapping: Mapping, specs: Sequence[FieldSpec]) -> dict[str, Pair]:
    """Return, by name, the fields that are missing and the unknown key each may stand under."""
    missing = [spec.name for spec in specs if spec.name not in mapping.by_key]
    found: dict[str, Pair] = {}
    for pair in unknown_pairs(mapping, specs):
        word = pair.key.text
        name = closest(word, missing) or _OTHER_WORDS.get(word.strip().casefold())
        if name in missing:
            found.setdefault(name, pair)
    return found


def named(item: Item | Mapping, key: str) -> str:
    """Return what an item is called: its text, or what stands under a key, or all of it."""
    return item.text if isinstance(item, Item) else as_text(item.get(key) or item) or ""


def edited_items(
    edit: EntryEdited, name: str, specs: Sequence[FieldSpec]
) -> Iterator[tuple[Item | Mapping, Item | Mapping | None]]:
    """Yield each item of a field that is no longer what it was, and what it became, if anything.

    Nothing is yielded of a field of which a part may only be unread.
    """
    if _may_be_unread(edit.after, name, specs):
        return
    for change in edit.changes:
        if change.field == name and isinstance(change, ItemChanged):
            yield change.item_before, change.item
        elif change.field == name and isinstance(change, ItemRemoved):
            yield change.item, None


def _may_be_unread(entry: Entry, name: str, specs: Sequence[FieldSpec]) -> bool:
    """Whether what a field lacks may stand in a line that was refused, or under another key."""
    block = entry.section.block
    if block is None or name in entry.section.unread_fields:
        return True
    return name not in block.by_key and name in misspelt(block, specs)
