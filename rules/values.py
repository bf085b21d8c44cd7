"""Whether a value is of the kind that the schema asks for, and what was probably meant."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from registry.dates import read_day
from registry.document import Document, Entry
from registry.identifier import canonical_id, split_id
from registry.nodes import Mapping, Node, Scalar, Sequence, as_text, is_empty
from registry.schema import FieldSpec, Kind
from registry.yaml_mending import quoted
from rules.patch import replaced
from rules.rule import Suggestion
from rules.wording import closest, quote

_LOOSE_DAY = re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?:[T ].*)?", re.ASCII)
_WHOLE = re.compile(r"[+-]?[0-9]{1,18}")
_DIGITS = re.compile(r"0*([1-9][0-9]{0,8})")


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with `node`: `found` ends a sentence that begins with the field's name.

    `instead` is YAML source to write in place of the node's own, where that is plain to see.
    """

    node: Node
    found: str
    expected: str
    instead: str | None = None

    def mend(self, document: Document, entry: Entry) -> Suggestion | None:
        """Suggest `instead`, where there is one and its place on the lines is clear."""
        lines = range(self.node.line, self.node.end_line + 1)
        if self.instead is None or any(at.line in lines for at in entry.section.problems):
            return None  # what was refused on these lines is mended first
        lead = " " if self.instead.startswith("\n") else ""
        return replaced(document, entry.at(self.node), lead + self.node.source, self.instead)


def flaws(node: Node, spec: FieldSpec, prefix: str) -> Iterator[Flaw]:
    """Yield what is wrong with a field's value, item by item where it is a list.

    `prefix` is that of the registry's ids. An empty value is no flaw: it is a missing one.
    """
    if spec.kind not in _LISTS:
        if not is_empty(node) and (flaw := _flaw(node, spec, prefix)):
            yield flaw
    elif not isinstance(node, Sequence):
        if not is_empty(node):
            instead = _as_list(node, spec, prefix)
            yield Flaw(node, f"is {_shape(node)} where a list is expected", spec.expected, instead)
    elif spec.kind is not Kind.MAPPINGS:
        for item in node.items:
            if flaw := _item_flaw(item, spec, prefix):
                yield flaw


_LISTS = frozenset({Kind.TEXTS, Kind.IDS, Kind.MAPPINGS})


def _item_flaw(item: Node, spec: FieldSpec, prefix: str) -> Flaw | None:
    text = as_text(item)
    if is_empty(item):
        return Flaw(item, "has an empty item", f"{spec.expected}; delete the item or fill it in")
    if text is None:
        return Flaw(item, f"has an item that is {_shape(item)}", f"{spec.expected}, one an item")
    if spec.kind is Kind.IDS and canonical_id(text) is None:
        meant = _id_meant(text, prefix)
        return Flaw(item, f"has {quote(text)}, which is no id", spec.expected, meant)
    return None


def _flaw(node: Node, spec: FieldSpec, prefix: str) -> Flaw | None:
    text = as_text(node)
    if spec.kind is Kind.TEXT:
        wrong = text is None
        return Flaw(node, f"is {_shape(node)}", "one text", _as_text(node)) if wrong else None
    if not isinstance(node, Scalar):
        inner = text if isinstance(node, Sequence) and node.flow else None
        return Flaw(node, f"is {_shape(node)}", spec.expected, inner)
    match spec.kind:
        case Kind.ENUM:
            return _enum_flaw(node, spec)
        case Kind.INTEGER:
            return _integer_flaw(node, spec)
        case Kind.DATE:
            return _date_flaw(node, spec)
        case _:
            return _id_flaw(node, prefix)


def _enum_flaw(node: Scalar, spec: FieldSpec) -> Flaw | None:
    if node.text in spec.values:
        return None
    found = f"is {quote(node.text)}, which is not a value of the schema"
    return Flaw(node, found, spec.expected, closest(node.text, spec.values))


def _integer_flaw(node: Scalar, spec: FieldSpec) -> Flaw | None:
    if node.integer is None:
        meant = node.text.strip() if _WHOLE.fullmatch(node.text.strip()) else None
        how = "a text in quotes" if meant else "no whole number"
        return Flaw(node, f"is {quote(node.source)}, which is {how}", spec.expected, meant)
    if node.integer < (spec.low or 0):
        return Flaw(node, f"is {quote(node.text)}, which is too low", spec.expected)
    if spec.high is not None and node.integer > spec.high:
        return Flaw(node, f"is {quote(node.text)}, which is too high", spec.expected)
    return None


def _date_flaw(node: Scalar, spec: FieldSpec) -> Flaw | None:
    flawed = day_flaw(node.text)
    if flawed is None:
        return None
    found, meant = flawed
    return Flaw(node, f"is {quote(node.text.strip())}, {found}", spec.expected, meant)


def day_flaw(text: str) -> tuple[str, str | None] | None:
    """Return why a text is no day, to follow its quotation, and the day that is meant if plain."""
    text = text.strip()
    if read_day(text):
        return None
    loose = _LOOSE_DAY.fullmatch(text)
    meant = f"{loose['y']}-{loose['m']:0>2}-{loose['d']:0>2}" if loose else ""
    if meant == text:
        return "a day that does not exist", None
    return "which is not written year-month-day", meant if read_day(meant) else None


def _id_flaw(node: Scalar, prefix: str) -> Flaw | None:
    found = canonical_id(node.text)
    if found and split_id(found)[0] == prefix:
        return None
    what = f"does not begin with `{prefix}`" if found else "is no id"
    expected = f"`{prefix}` and a number, such as `{prefix}7`"
    return Flaw(
        node, f"is {quote(node.text)}, which {what}", expected, _id_meant(node.text, prefix)
    )


def _id_meant(text: str, prefix: str) -> str | None:
    """Return the id that a bare number, or one with a prefix in another case, stands for."""
    bare = text.strip().casefold().removeprefix(prefix.casefold()).lstrip(" -_#")
    number = _DIGITS.fullmatch(bare)
    return f"{prefix}{number[1]}" if number else None


def _as_text(node: Node) -> str | None:
    """Return a list of texts as the one text it should be, such as a citation of two works."""
    if not isinstance(node, Sequence):
        return None
    texts = [item.text for item in node.items if isinstance(item, Scalar) and not is_empty(item)]
    if not texts or len(texts) < len(node.items):
        return None
    text = quoted(", ".join(texts))
    # Below its key a list may stand as far left as the key itself, and a text may not.
    return text if node.flow else f"  {text}"


def _as_list(node: Node, spec: FieldSpec, prefix: str) -> str | None:
    """Return a single value as the list it should be."""
    if spec.kind is Kind.MAPPINGS and isinstance(node, Mapping):
        item = re.sub(r"\n(?=.)", "\n  ", node.source)
        return f"\n  - {item}" if node.flow else f"- {item}"
    if not isinstance(node, Scalar) or node.line != node.end_line or spec.kind is Kind.MAPPINGS:
        return None
    if node.text.strip().casefold() in ("none", "-", "n/a"):
        return "[]"
    if spec.kind is Kind.TEXTS:
        return f"\n  - {node.source}"
    ids = [canonical_id(word) or _id_meant(word, prefix) for word in node.text.split(",")]
    return f"[{', '.join(filter(None, ids))}]" if all(ids) else None


def _shape(node: Node) -> str:
    if isinstance(node, Mapping):
        return f"a mapping ({quote(node.source, 40)})"
    if isinstance(node, Sequence):
        return f"a list ({quote(node.source, 40)})"
    return quote(node.text)
