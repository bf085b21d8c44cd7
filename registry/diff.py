"""Compare two versions of a registry file: a list of typed changes, in the order of the file."""

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice

from registry.changes import (
    Change,
    EntryAdded,
    EntryRemoved,
    EntryRenamed,
    EntryRenumbered,
    FieldChanged,
    HeaderChanged,
    ItemAdded,
    ItemChanged,
    ItemRemoved,
    ProseChanged,
    SchemaChanged,
    StatusChanged,
    item_value,
)
from registry.document import Document, Entry, Item
from registry.identifier import canonical_id
from registry.nodes import Mapping, Value, plain_value

SIMILAR = 0.5
"""Likeness (difflib's ratio) from which two texts count as one that was edited."""
MOST_COMPARED = 50
"""Items of one list, old and new, that are compared by likeness."""


@dataclass(frozen=True, slots=True)
class ListField:
    """How the items of one list field are called and told apart across two versions.

    Items that are nothing but their identity come and go and are never `changed`.
    """

    subject: str
    items: Callable[[Entry, str], Sequence[Item | Mapping]]
    identity: Callable[[Item | Mapping], Hashable]
    changes: bool = True


def _texts(entry: Entry, name: str) -> Sequence[Item | Mapping]:
    return entry.items(name)


def _mappings(entry: Entry, name: str) -> Sequence[Item | Mapping]:
    return entry.mappings(name)


def _text(item: Item | Mapping) -> Hashable:
    return item.text if isinstance(item, Item) else item.source


def _id(item: Item | Mapping) -> Hashable:
    return canonical_id(str(_text(item))) or _text(item)


def _keys(*names: str) -> Callable[[Item | Mapping], Hashable]:
    def identity(item: Item | Mapping) -> Hashable:
        if isinstance(item, Item):
            return item.text
        return tuple(str(plain_value(node)) if (node := item.get(n)) else "" for n in names)

    return identity


LIST_FIELDS = {
    "blockers": ListField("blocker", _texts, _text),
    "known_solutions": ListField("solution", _mappings, _keys("title")),
    "failed_attempts": ListField("attempt", _mappings, _keys("date", "tried")),
    "depends_on": ListField("dependency", _texts, _id, changes=False),
    "status_history": ListField("history", _mappings, _keys("date", "from", "to")),
    "contributors": ListField("contributor", _mappings, _keys("name", "github_handle")),
}


def compare(before: Document, after: Document) -> tuple[Change, ...]:
    """Return what changed from `before` to `after`. Two equal documents give nothing."""
    return tuple(_changes(before, after))


def _changes(before: Document, after: Document) -> Iterator[Change]:
    if (before.header and before.header.text) != (after.header and after.header.text):
        yield HeaderChanged(before.header, after.header)
    if _schema_text(before) != _schema_text(after):
        line = after.schema_section[1] if after.schema_section else 1
        yield SchemaChanged(before.schema, after.schema, line)
    went_on = counterparts(before, after)
    for entry_id, entry in after.by_id.items():
        old = went_on.get(entry_id)
        if old is None:
            yield EntryAdded(entry)
            continue
        if old.id != entry_id:
            yield EntryRenumbered(old, entry)
        yield from _entry_changes(old, entry)
    kept = {old.id for old in went_on.values()}
    yield from (EntryRemoved(old) for entry_id, old in before.by_id.items() if entry_id not in kept)


def counterparts(before: Document, after: Document) -> dict[str, Entry]:
    """Return, by id in `after`, the entry of `before` that goes on there, mostly under its own id.

    An entry whose name and prose are both gone from its id, and of which either stands under
    another id where neither belongs, has moved there.
    """
    old = {i: entry for i, entry in before.by_id.items() if not _stays(entry, after.by_id.get(i))}
    new = {i: entry for i, entry in after.by_id.items() if not _stays(entry, before.by_id.get(i))}
    moved = _renumbered(old.values(), new.values())
    gone = {entry.id for entry in moved.values()}
    stayed = {i: entry for i, entry in before.by_id.items() if i in after.by_id and i not in gone}
    return stayed | moved


def _stays(entry: Entry, other: Entry | None) -> bool:
    """Whether the other side has the same entry under the same id."""
    if other is None:
        return False
    return entry.section is other.section or not set(_signs(entry)).isdisjoint(_signs(other))


def _schema_text(document: Document) -> str:
    return document.schema_section[0].text if document.schema_section else ""


def _renumbered(removed: Iterable[Entry], added: Iterable[Entry]) -> dict[str, Entry]:
    """Return, by new id, entries that went on under another id: same name or same prose."""
    found: dict[str, Entry] = {}
    signs: dict[tuple[str, str], list[Entry]] = {}
    for old in removed:
        for sign in _signs(old):
            signs.setdefault(sign, []).append(old)
    taken: set[str] = set()
    for entry in added:
        alike = (old for sign in _signs(entry) for old in signs.get(sign, ()))
        if other := next((one for one in alike if one.id not in taken), None):
            found[entry.id] = other
            taken.add(other.id)
    return found


def _signs(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield that by which an entry is known under another id."""
    if entry.name:
        yield "name", entry.name.casefold()
    if prose := entry.prose.text.strip():
        yield "prose", prose


def _entry_changes(before: Entry, after: Entry) -> Iterator[Change]:
    """Return the changes between two versions of one entry."""
    if before.section is after.section or before.section.text == after.section.text:
        return
    if before.name != after.name:
        yield EntryRenamed(before, after)
    for name in _field_names(before, after):
        if list_field := LIST_FIELDS.get(name):
            yield from _list_changes(before, after, name, list_field)
        elif name not in ("id", "name"):
            yield from _field_changes(before, after, name)
    if before.prose.text.strip() != after.prose.text.strip():
        yield ProseChanged(before, after)


def _field_names(before: Entry, after: Entry) -> list[str]:
    blocks = (after.section.block, before.section.block)
    return list(dict.fromkeys(pair.key.text for block in blocks if block for pair in block))


def _field_changes(before: Entry, after: Entry, name: str) -> Iterator[Change]:
    old, new = before.field(name), after.field(name)
    if (old and plain_value(old)) != (new and plain_value(new)):
        kind = StatusChanged if name == "status" else FieldChanged
        yield kind(before, after, name, old, new)


def _list_changes(before: Entry, after: Entry, name: str, how: ListField) -> Iterator[Change]:
    where = (before, after, how.subject, name)
    old, new = list(how.items(before, name)), list(how.items(after, name))
    for one, other in _pairs(old, new, how):
        if one is None:
            assert other is not None
            yield ItemAdded(*where, other)
        elif other is None:
            yield ItemRemoved(*where, one)
        elif how.changes and item_value(one) != item_value(other):
            yield ItemChanged(*where, one, other)


_Pair = tuple[Item | Mapping | None, Item | Mapping | None]


def _pairs(old: list[Item | Mapping], new: list[Item | Mapping], how: ListField) -> Iterator[_Pair]:
    """Pair equal items first, then those of one identity, then the most alike."""
    partners: dict[int, Item | Mapping] = {}
    left = dict(enumerate(old))
    for key in (_frozen, how.identity):
        waiting: dict[Hashable, deque[int]] = {}
        for at, item in left.items():
            waiting.setdefault(key(item), deque()).append(at)
        for index, item in enumerate(new):
            if index not in partners and (same := waiting.get(key(item))):
                partners[index] = left.pop(same.popleft())
    if how.changes:
        _pair_alike(left, new, partners)
    yield from ((partners.get(index), item) for index, item in enumerate(new))
    yield from ((item, None) for item in left.values())


def _frozen(item: Item | Mapping) -> Hashable:
    return repr(item_value(item))


def _pair_alike(
    left: dict[int, Item | Mapping],
    new: list[Item | Mapping],
    partners: dict[int, Item | Mapping],
) -> None:
    """Pair what is left of the old items with the new ones that are most like them."""
    words = {at: _words(item_value(item)) for at, item in left.items()}
    single = [index for index in range(len(new)) if index not in partners]
    for index in single[:MOST_COMPARED]:
        text = _words(item_value(new[index]))
        scored = [(_ratio(words[at], text), at) for at in islice(left, MOST_COMPARED)]
        ratio, at = max(scored, key=lambda pair: pair[0], default=(0.0, -1))
        if ratio >= SIMILAR:
            partners[index] = left.pop(at)


def _ratio(one: list[str], other: list[str]) -> float:
    """Return the likeness of two lists of words, or 0 where it cannot reach what is asked for."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return 0.0 if matcher.quick_ratio() < SIMILAR else matcher.ratio()


def _words(value: Value) -> list[str]:
    return str(value).casefold().split()[:200]
