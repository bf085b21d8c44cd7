"""What changed between two versions of a baseline file, as typed changes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from registry.baselines.model import Baselines, Quantity, Record, Text, Unlock
from registry.changes import Change
from registry.nodes import Value

Leaf = Quantity | Text | Record


@dataclass(frozen=True, slots=True)
class BaselineChange(Change):
    """A record, number or word of the baselines; `path` names it, lines count from 1."""

    path: str

    @property
    def field(self) -> str | None:
        return self.path


@dataclass(frozen=True, slots=True)
class BaselineAdded(BaselineChange):
    kind: ClassVar[str] = "baseline-added"
    after: Leaf

    @property
    def new(self) -> Value:
        return _shown(self.after)


@dataclass(frozen=True, slots=True)
class BaselineRemoved(BaselineChange):
    kind: ClassVar[str] = "baseline-removed"
    before: Leaf

    @property
    def old(self) -> Value:
        return _shown(self.before)


@dataclass(frozen=True, slots=True)
class BaselineChanged(BaselineChange):
    """A number or word that stands on both sides; for a number also its evidence."""

    kind: ClassVar[str] = "baseline-changed"
    before: Leaf
    after: Leaf

    @property
    def old(self) -> Value:
        return _told(self.before, self.after)

    @property
    def new(self) -> Value:
        return _told(self.after, self.before)


def compare_baselines(before: Baselines, after: Baselines) -> tuple[BaselineChange, ...]:
    """Return what changed, in the order of the file. Notes and comments are no change."""
    return tuple(_changes(before, after))


def _changes(before: Baselines, after: Baselines) -> Iterator[BaselineChange]:
    for path, record in after.records.items():
        if path in before.records:
            yield from _leaf_changes(_leaves(before.records[path]), _leaves(record))
        else:
            yield BaselineAdded(path, record)
    for path, record in before.records.items():
        if path not in after.records:
            yield BaselineRemoved(path, record)
    yield from _leaf_changes(_ranges(before.unlocks), _ranges(after.unlocks))


def _leaf_changes(
    before: Mapping[str, Leaf], after: Mapping[str, Leaf]
) -> Iterator[BaselineChange]:
    for path, leaf in after.items():
        if path not in before:
            yield BaselineAdded(path, leaf)
        elif before[path] != leaf:
            yield BaselineChanged(path, before[path], leaf)
    yield from (BaselineRemoved(path, leaf) for path, leaf in before.items() if path not in after)


def _leaves(record: Record) -> dict[str, Leaf]:
    """Return the words and numbers of a record; evidence that holds for all of them is one leaf."""
    leaves: dict[str, Leaf] = {
        f"{record.path}.{key}": text for key, text in record.texts.items() if key != "note"
    }
    if record.audit or record.sources:
        leaves[f"{record.path}.audit"] = Text(record.audit, record.line)
        leaves[f"{record.path}.source"] = Text(", ".join(record.sources), record.line)
    for quantity in record.quantities.values():
        own = (quantity.audit, quantity.sources) != (record.audit, record.sources)
        leaves[quantity.path] = quantity if own else replace(quantity, audit="", sources=())
    return leaves


def _ranges(unlocks: tuple[Unlock, ...]) -> dict[str, Leaf]:
    return {
        f"unlocks.{unlock.entry}.{unlock.parameter}.{status}": quantity
        for unlock in unlocks
        for status, quantity in unlock.ranges.items()
    }


def _shown(leaf: Leaf) -> str:
    if isinstance(leaf, Record):
        return leaf.name
    return leaf.text if isinstance(leaf, Text) else leaf.written


def _told(leaf: Leaf, other: Leaf) -> str:
    """Return the number, with its evidence where only that changed."""
    if isinstance(leaf, Quantity) and isinstance(other, Quantity) and leaf.written == other.written:
        return f"{leaf.written} ({leaf.evidence})"
    return _shown(leaf)
