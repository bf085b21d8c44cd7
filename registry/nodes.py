"""YAML values that remember where they stand.

Lines count from 0 at the start of the section that holds the block, so that an unchanged section
can be shared between two versions of a document in which it stands at different places.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_INTEGER = re.compile(r"[+-]?\d{1,18}")


@dataclass(frozen=True)
class Scalar:
    """A text as written; `plain` is False when quotes or a block style marked it as text."""

    text: str
    plain: bool
    line: int
    end_line: int
    source: str
    cut: str = ""
    """What follows the text on its line behind ` #`: YAML takes it for a comment."""

    @property
    def is_null(self) -> bool:
        """Whether YAML reads nothing here (`key:` or `key: null`)."""
        return self.plain and self.text in _NULLS

    @property
    def integer(self) -> int | None:
        """The whole number that a plain scalar spells, else None."""
        return int(self.text) if self.plain and _INTEGER.fullmatch(self.text) else None


@dataclass(frozen=True)
class Sequence:
    """A list; `flow` when it is written in brackets."""

    items: tuple["Node", ...]
    flow: bool
    line: int
    end_line: int
    source: str


@dataclass(frozen=True)
class Pair:
    """A key and its value."""

    key: Scalar
    value: "Node"

    @property
    def line(self) -> int:
        return self.key.line

    @property
    def end_line(self) -> int:
        return max(self.key.end_line, self.value.end_line)


@dataclass(frozen=True)
class Mapping:
    """Keys and values in the order written; of a repeated key only the first is kept."""

    pairs: tuple[Pair, ...]
    flow: bool
    line: int
    end_line: int
    source: str

    @cached_property
    def by_key(self) -> dict[str, Pair]:
        return {pair.key.text: pair for pair in reversed(self.pairs)}

    def get(self, key: str) -> "Node | None":
        pair = self.by_key.get(key)
        return pair.value if pair else None

    def __iter__(self) -> Iterator[Pair]:
        return iter(self.pairs)


Node = Scalar | Sequence | Mapping
Value = str | int | None | list["Value"] | dict[str, "Value"]


def plain_value(node: Node) -> Value:
    """Return the node as JSON-ready data: text, whole numbers, None, lists and mappings."""
    if isinstance(node, Scalar):
        if node.is_null:
            return None
        return node.text if node.integer is None else node.integer
    if isinstance(node, Sequence):
        return [plain_value(item) for item in node.items]
    return {pair.key.text: plain_value(pair.value) for pair in node.pairs}


def as_text(node: Node) -> str | None:
    """Return the text meant where one text is expected.

    A list of one stands for its item, and `- Name: rest` (which YAML reads as a mapping) for its
    source text. None when the node holds more than one text.
    """
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return as_text(node.items[0]) if len(node.items) == 1 else None
    if len(node.pairs) == 1 and not node.flow:
        return " ".join(node.source.split())
    return None


def is_empty(node: Node | None) -> bool:
    """Whether a field holds nothing: no value, or only white space. An empty list is a value."""
    return node is None or (isinstance(node, Scalar) and (node.is_null or not node.text.strip()))
