"""The document's own schema: field names, kinds and vocabulary, read from its Schema section.

A community changes its vocabulary by editing the comments of that block, never the code:

    id:          # B<n>, stable, never recycled        → ids, prefix B
    type:        # physics | architecture              → one of these words
    priority:    # 1-5                                 → whole number in a range
    known:       # list of {title, citation?, level}   → list of mappings, `?` optional
                 # level: research | shipping          → nested vocabulary
    cadence:     # int, default 90                     → whole number, optional
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache


class Kind(StrEnum):
    TEXT = "text"
    ID = "id"
    ENUM = "enum"
    INTEGER = "integer"
    DATE = "date"
    TEXTS = "list of texts"
    IDS = "list of ids"
    MAPPINGS = "list of mappings"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """What one field (or one key of a list's mappings) may hold.

    `values` is the vocabulary of an ENUM in the order written; `low` and `high` bound an INTEGER;
    `keys` are the keys of MAPPINGS; `default` is what a missing INTEGER stands for;
    `line` counts from 0 at the start of the section.
    """

    name: str
    kind: Kind
    required: bool = True
    values: tuple[str, ...] = ()
    low: int | None = None
    high: int | None = None
    keys: tuple["FieldSpec", ...] = ()
    default: int | None = None
    comment: str = ""
    line: int = 0

    @property
    def expected(self) -> str:
        """The expected value in words, for messages."""
        match self.kind:
            case Kind.ENUM:
                return "one of " + ", ".join(f"`{value}`" for value in self.values)
            case Kind.INTEGER if self.low is not None:
                return f"a whole number from {self.low} to {self.high}"
            case Kind.MAPPINGS:
                keys = ", ".join(key.name + ("" if key.required else "?") for key in self.keys)
                return f"a list of mappings {{{keys}}}"
            case kind:
                return _EXPECTED[kind]


_EXPECTED = {
    Kind.TEXT: "a text",
    Kind.ID: "an id such as `B7`",
    Kind.INTEGER: "a whole number",
    Kind.DATE: "a date written year-month-day, such as `2026-04-22`",
    Kind.TEXTS: "a list of texts",
    Kind.IDS: "a list of ids such as `[B1, B7]`",
}


@dataclass(frozen=True, slots=True)
class Schema:
    """The fields of an entry, in the order of the schema block."""

    fields: tuple[FieldSpec, ...]
    version: str | None = None
    id_prefix: str = "B"
    _by_name: dict[str, FieldSpec] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_name", {spec.name: spec for spec in self.fields})

    def get(self, name: str) -> FieldSpec | None:
        return self._by_name.get(name)

    def values(self, name: str, key: str | None = None) -> tuple[str, ...]:
        """Return the vocabulary of a field, or of a key of its mappings; empty if it has none."""
        spec = self.get(name)
        if spec and key:
            spec = next((inner for inner in spec.keys if inner.name == key), None)
        return spec.values if spec else ()


_VERSION = re.compile(r"\bv(\d+(?:\.\d+)*)\b")
_FIELD = re.compile(r"(?P<name>[A-Za-z_][\w-]*)[ \t]*:(?P<rest>.*)")
_COMMENT = re.compile(r"(?:^|[ \t])#[ \t]?(?P<comment>.*)")
_NESTED = re.compile(r"(?P<key>[A-Za-z_][\w-]*)[ \t]*:[ \t]*(?P<comment>.+)")
_OPTIONAL = re.compile(r"optional\b[ \t,;:]*", re.IGNORECASE)
_DEFAULT = re.compile(r"\bdefault\b(?:[ \t:=]*(?P<value>\d{1,9})\b)?", re.IGNORECASE)
_ENUM = re.compile(r"[\w.+-]+(?:[ \t]*\|[ \t]*[\w.+-]+)+")
_RANGE = re.compile(r"(?P<low>\d{1,18})[ \t]*(?:-|–|to|\.\.)[ \t]*(?P<high>\d{1,18})\b")
_ID = re.compile(r"(?<![A-Za-z])(?P<prefix>[A-Za-z]+)<(?:n|number|N)>")
_MAPPING = re.compile(r"list of\s*\{(?P<keys>[^}]*)\}", re.IGNORECASE)
_LIST = re.compile(r"list of\b(?P<what>.*)", re.IGNORECASE)
_INTEGER = re.compile(r"(?:int|integer|whole number|number)\b", re.IGNORECASE)
_DATE = re.compile(r"(?:ISO )?date\b", re.IGNORECASE)


@lru_cache(maxsize=64)
def read_schema(block: str, heading: str, block_line: int) -> Schema:
    """Read the YAML block of a Schema section, whose first line is `block_line` of the section."""
    fields = tuple(_fields(block, block_line))
    prefix = next((m["prefix"] for spec in fields if (m := _ID.match(spec.comment))), "B")
    version = _VERSION.search(heading)
    return Schema(fields, version[1] if version else None, prefix)


def _fields(block: str, block_line: int) -> Iterator[FieldSpec]:
    current: FieldSpec | None = None
    for number, line in enumerate(block.split("\n"), start=block_line):
        comment = match["comment"].strip() if (match := _COMMENT.search(line)) else ""
        named = _FIELD.match(line)
        if named:
            if current:
                yield current
            current = _spec(named["name"], comment, number)
        elif current and (nested := _NESTED.match(comment)):
            current = _with_nested(current, nested["key"], nested["comment"])
    if current:
        yield current


def _with_nested(spec: FieldSpec, key: str, comment: str) -> FieldSpec:
    keys = tuple(
        replace(_spec(key, comment, spec.line), required=inner.required)
        if inner.name == key
        else inner
        for inner in spec.keys
    )
    return replace(spec, keys=keys)


def _spec(name: str, comment: str, line: int) -> FieldSpec:
    optional = _OPTIONAL.match(comment)
    what = comment[optional.end() :] if optional else comment
    default = _DEFAULT.search(what)
    value = int(default["value"]) if default and default["value"] else None
    required = not optional and not default
    spec = FieldSpec(name, Kind.TEXT, required, default=value, comment=comment, line=line)
    if mapping := _MAPPING.match(what):
        return replace(spec, kind=Kind.MAPPINGS, keys=tuple(_keys(mapping["keys"], line)))
    if listed := _LIST.match(what):
        return replace(spec, kind=Kind.IDS if _ID.search(listed["what"]) else Kind.TEXTS)
    if enum := _ENUM.match(what):
        return replace(spec, kind=Kind.ENUM, values=tuple(re.split(r"[ \t]*\|[ \t]*", enum[0])))
    if bounds := _RANGE.match(what):
        low, high = int(bounds["low"]), int(bounds["high"])
        return replace(spec, kind=Kind.INTEGER, low=low, high=high)
    for kind, pattern in ((Kind.ID, _ID), (Kind.INTEGER, _INTEGER), (Kind.DATE, _DATE)):
        if pattern.match(what):
            return replace(spec, kind=kind)
    return spec


def _keys(listed: str, line: int) -> Iterator[FieldSpec]:
    for word in filter(None, (word.strip() for word in listed.split(","))):
        name = word.rstrip("?")
        kind = Kind.DATE if name == "date" else Kind.TEXT
        yield FieldSpec(name, kind, required=not word.endswith("?"), line=line)
