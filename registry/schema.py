"""The document's own schema: field names, kinds and vocabulary, read from its Schema section.

A community changes its vocabulary by editing the comments of that block, never the code:

    id:          # B<n>, stable, never recycled        → ids, prefix B
    type:        # physics | architecture              → one of these words
    priority:    # 1-5                                 → whole number in a range
    known:       # list of {title, citation?, level}   → list of mappings, `?` optional
                 # level: research | shipping          → nested vocabulary
    cadence:     # int, default 90                     → whole number, optional
    note:        # text, optional                      → text, optional

A value may be up to three words: `not started | in progress | done`. A comment goes on in the next
line where a list of values ends in `|` or a brace is still open. The words of a vocabulary mean
nothing else: `# optional | default` asks for one of these two.
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


_LONGEST = 2000
"""Characters of a comment beyond which it does not go on in the next line."""

_VERSION = re.compile(r"\bv(\d+(?:\.\d+)*)\b")
_FIELD = re.compile(r"(?P<name>[A-Za-z_][\w-]*)[ \t]*:(?P<rest>.*)")
_COMMENT = re.compile(r"(?:^|[ \t])#[ \t]?(?P<comment>.*)")
_NESTED = re.compile(r"(?P<key>[A-Za-z_][\w-]*)[ \t]*:[ \t]*(?P<comment>.+)")
_OPTIONAL = re.compile(r"optional\b(?![ \t]*\|)[ \t,;:]*", re.IGNORECASE)
_OPTIONAL_BEHIND = re.compile(r"[,;(][ \t]*optional[ \t]*(?:[),;.:]|$)", re.IGNORECASE)
_DEFAULT = re.compile(r"\bdefault\b[ \t:=]*(?P<value>\d{1,9})\b", re.IGNORECASE)
_OTHER_DEFAULT = re.compile(r"[,;(][ \t]*default\b[ \t:=]*[^\s,;.:=)]", re.IGNORECASE)
_WORD = r"[\w.+/-]+"
_VALUE = rf"{_WORD}(?:[ \t]+\w[\w.+/-]*){{0,2}}"
_ENUM = re.compile(
    rf"(?:{_VALUE}[ \t]*\|[ \t]*)+"
    # Words behind the last value that no mark sets apart explain it; a `|` among them would mean
    # that a value was too long to be told from prose, and a list without it would be a wrong one.
    rf"(?:{_VALUE}(?=[ \t]*(?:\|?[ \t]*$|[^\w\s|]))|{_WORD}(?![\w.+/-]|[^,;:(|]*\|))"
)
_RANGE = re.compile(
    r"(?:int\b[ \t,:]*)?(?P<low>\d{1,18})[ \t]*(?:-|–|to|\.\.)[ \t]*(?P<high>\d{1,18})\b(?![-.]\d)"
)
_ID = re.compile(r"(?<![A-Za-z])(?P<prefix>[A-Za-z]+)<(?:n|number|N)>")
_MAPPING = re.compile(r"list of\s*\{(?P<keys>[^}]*)\}", re.IGNORECASE)
_LIST = re.compile(r"list of\b(?P<what>.*)", re.IGNORECASE)
_INTEGER = re.compile(r"(?:int|integer|whole number|number)\b", re.IGNORECASE)
_DATE = re.compile(r"(?:ISO )?date\b", re.IGNORECASE)


@lru_cache(maxsize=64)
def read_schema(block: str, heading: str, block_line: int) -> Schema:
    """Read the YAML block of a Schema section, whose first line is `block_line` of the section."""
    described = _descriptions(block, block_line)
    fields = tuple(_field(line, comments) for line, comments in described)
    prefix = next((m["prefix"] for spec in fields if (m := _ID.match(spec.comment))), "B")
    version = _VERSION.search(heading)
    return Schema(fields, version[1] if version else None, prefix)


def _descriptions(block: str, block_line: int) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each field's line and comments: its own under its name first, then those of its keys.

    A comment is whole: the lines on which it goes on are part of it.
    """
    line, comments, last = 0, dict[str, str](), ""
    for number, text in enumerate(block.split("\n"), start=block_line):
        comment = match["comment"].strip() if (match := _COMMENT.search(text)) else ""
        if named := _FIELD.match(text):
            if comments:
                yield line, comments
            line, last = number, named["name"]
            comments = {last: comment}
        elif not comments or not comment:
            continue
        elif _is_open(comments[last]):
            comments[last] = _joined(comments[last], comment)
        elif nested := _NESTED.match(comment):
            # The field's own name stands for no key of it.
            last = nested["key"]
            comments.setdefault(last, nested["comment"])
        elif comments[last].endswith("|") or comment.startswith("|"):
            comments[last] = _joined(comments[last], comment)
    if comments:
        yield line, comments


def _is_open(comment: str) -> bool:
    """Whether a brace of the comment still waits for its partner."""
    end = comment[-_LONGEST:]
    return end.rfind("{") > end.rfind("}")


def _joined(comment: str, more: str) -> str:
    return f"{comment} {more}" if len(comment) < _LONGEST else comment


def _field(line: int, comments: dict[str, str]) -> FieldSpec:
    (name, comment), *_ = comments.items()
    spec = _spec(name, comment, line)
    keys = (
        replace(_spec(key.name, comments[key.name], line), required=key.required)
        if key.name in comments and key.name != name
        else key
        for key in spec.keys
    )
    return replace(spec, keys=tuple(keys))


def _spec(name: str, comment: str, line: int) -> FieldSpec:
    optional = _OPTIONAL.match(comment)
    what = comment[optional.end() :] if optional else comment
    spec, explained = _kind(FieldSpec(name, Kind.TEXT, comment=comment, line=line), what)
    rest = what[explained:]
    default = _DEFAULT.search(rest)
    lifted = optional or default or _OTHER_DEFAULT.search(rest) or _OPTIONAL_BEHIND.search(rest)
    return replace(spec, required=not lifted, default=int(default["value"]) if default else None)


def _kind(spec: FieldSpec, what: str) -> tuple[FieldSpec, int]:
    """Return the field with its kind, and how much of the comment has said so."""
    if mapping := _MAPPING.match(what):
        keys = tuple(_keys(mapping["keys"], spec.line))
        return replace(spec, kind=Kind.MAPPINGS, keys=keys), mapping.end()
    if listed := _LIST.match(what):
        kind = Kind.IDS if _ID.search(listed["what"]) else Kind.TEXTS
        return replace(spec, kind=kind), 0
    if enum := _ENUM.match(what):
        values = dict.fromkeys(re.split(r"[ \t]*\|[ \t]*", enum[0]))
        if len(values) > 1:
            return replace(spec, kind=Kind.ENUM, values=tuple(values)), enum.end()
    if bounds := _RANGE.match(what):
        low, high = sorted((int(bounds["low"]), int(bounds["high"])))
        return replace(spec, kind=Kind.INTEGER, low=low, high=high), bounds.end()
    for kind, pattern in ((Kind.ID, _ID), (Kind.INTEGER, _INTEGER), (Kind.DATE, _DATE)):
        if pattern.match(what):
            return replace(spec, kind=kind), 0
    return spec, 0


def _keys(listed: str, line: int) -> Iterator[FieldSpec]:
    for word in filter(None, (word.strip() for word in listed.split(","))):
        name = word.rstrip("?")
        kind = Kind.DATE if name == "date" else Kind.TEXT
        yield FieldSpec(name, kind, required=not word.endswith("?"), line=line)
