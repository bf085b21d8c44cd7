"""The kinds of change between two versions of a registry, each with both sides and their lines."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from registry.document import Entry, Item
from registry.header import Header
from registry.nodes import Mapping, Node, Value, plain_value
from registry.schema import Schema

if TYPE_CHECKING:
    # Most changes move no number, and are not to wait for what tells how far one moves.
    from registry.projection.shift import ProjectionDelta


class Change:
    """What all changes answer. `kind` is the published name of the kind."""

    __slots__ = ()
    kind: ClassVar[str] = ""

    @property
    def name(self) -> str:
        return self.kind

    @property
    def entry_id(self) -> str | None:
        return None

    @property
    def field(self) -> str | None:
        return None

    @property
    def old(self) -> Value:
        return None

    @property
    def new(self) -> Value:
        return None


@dataclass(frozen=True, slots=True)
class EntryAdded(Change):
    kind: ClassVar[str] = "entry-added"
    after: Entry

    @property
    def entry_id(self) -> str | None:
        return self.after.id

    @property
    def new(self) -> Value:
        return self.after.name


@dataclass(frozen=True, slots=True)
class EntryRemoved(Change):
    kind: ClassVar[str] = "entry-removed"
    before: Entry

    @property
    def entry_id(self) -> str | None:
        return self.before.id

    @property
    def old(self) -> Value:
        return self.before.name


@dataclass(frozen=True, slots=True)
class EntryChange(Change):
    """A change within an entry that stands on both sides."""

    before: Entry
    after: Entry

    @property
    def entry_id(self) -> str | None:
        return self.after.id


@dataclass(frozen=True, slots=True)
class EntryEdited(EntryChange):
    """Stands for all `changes` of one entry at once; rules take it, reports do not list it."""

    kind: ClassVar[str] = "entry-edited"
    changes: tuple[Change, ...]


class EntryRenamed(EntryChange):
    __slots__ = ()
    kind: ClassVar[str] = "entry-renamed"

    @property
    def field(self) -> str | None:
        return "name"

    @property
    def old(self) -> Value:
        return self.before.name

    @property
    def new(self) -> Value:
        return self.after.name


class EntryRenumbered(EntryChange):
    __slots__ = ()
    kind: ClassVar[str] = "entry-renumbered"

    @property
    def field(self) -> str | None:
        return "id"

    @property
    def old(self) -> Value:
        return self.before.id

    @property
    def new(self) -> Value:
        return self.after.id


@dataclass(frozen=True, slots=True)
class FieldChanged(EntryChange):
    """A field with one value, or a field that no list rule knows; None stands for absent."""

    kind: ClassVar[str] = "field-changed"
    name_of_field: str
    node_before: Node | None
    node_after: Node | None

    @property
    def field(self) -> str | None:
        return self.name_of_field

    @property
    def old(self) -> Value:
        return plain_value(self.node_before) if self.node_before else None

    @property
    def new(self) -> Value:
        return plain_value(self.node_after) if self.node_after else None


class StatusChanged(FieldChanged):
    __slots__ = ()
    kind: ClassVar[str] = "status-changed"


class ProseChanged(EntryChange):
    __slots__ = ()
    kind: ClassVar[str] = "prose-changed"


@dataclass(frozen=True, slots=True)
class ItemChange(EntryChange):
    """A change of one item of a list field; `subject` is blocker, solution, attempt, …"""

    subject: str
    field_name: str

    @property
    def field(self) -> str | None:
        return self.field_name

    @property
    def name(self) -> str:
        return f"{self.subject}-{self.kind}"


@dataclass(frozen=True, slots=True)
class ItemAdded(ItemChange):
    kind: ClassVar[str] = "added"
    item: Item | Mapping

    @property
    def new(self) -> Value:
        return item_value(self.item)


@dataclass(frozen=True, slots=True)
class ItemRemoved(ItemChange):
    kind: ClassVar[str] = "removed"
    item: Item | Mapping

    @property
    def old(self) -> Value:
        return item_value(self.item)


@dataclass(frozen=True, slots=True)
class ItemChanged(ItemChange):
    kind: ClassVar[str] = "changed"
    item_before: Item | Mapping
    item: Item | Mapping

    @property
    def old(self) -> Value:
        return item_value(self.item_before)

    @property
    def new(self) -> Value:
        return item_value(self.item)


@dataclass(frozen=True, slots=True)
class HeaderChanged(Change):
    kind: ClassVar[str] = "header-changed"
    before: Header | None
    after: Header | None

    @property
    def old(self) -> Value:
        return self.before.text if self.before else None

    @property
    def new(self) -> Value:
        return self.after.text if self.after else None


@dataclass(frozen=True, slots=True)
class SchemaChanged(Change):
    kind: ClassVar[str] = "schema-changed"
    before: Schema | None
    after: Schema | None
    line: int


@dataclass(frozen=True, slots=True)
class ProjectionShifted(Change):
    """Stands for all that a change does to the headlines; rules take it, reports do not list it."""

    kind: ClassVar[str] = "projection-shifted"
    delta: "ProjectionDelta"


def item_value(item: Item | Mapping) -> Value:
    """Return an item as JSON-ready data."""
    return item.text if isinstance(item, Item) else plain_value(item)
