"""Suggestions for a registry file: whole lines rewritten, everything else on them left alone."""

import re
from collections.abc import Mapping as Values
from types import MappingProxyType

from registry.document import Document, Entry, Lines
from registry.nodes import Mapping, Pair, Scalar, Sequence
from registry.schema import Schema
from registry.yaml_mending import quoted
from rules.rule import Suggestion

_LONGEST = 4000
"""Characters that a suggestion replaces: a longer one could not be looked over."""

_NO_ITEM = re.compile(r"([\w\"']+:)[ \t]*(?:null|~|\[[ \t]*\])?([ \t]+#.*|)[ \t]*", re.IGNORECASE)
"""A key with an empty list, or with nothing; a comment behind it."""

_WORD = re.compile(r"[A-Za-z0-9][\w.+-]*")


def replaced(document: Document, lines: Lines, old: str, new: str) -> Suggestion | None:
    """Suggest `new` for `old`, or nothing where these lines do not hold it exactly once."""
    text = _text(document, lines)
    if not old or text is None or text.count(old) != 1:
        return None
    return Suggestion(lines.start, lines.end, text.replace(old, new))


def with_keys(
    document: Document,
    entry: Entry,
    item: Mapping,
    values: Values[str, str],
    slips: Values[str, Pair] = MappingProxyType({}),
) -> Suggestion | None:
    """Suggest a list's mapping with these keys set, or nothing where that is not safe.

    `slips` are its misspelt keys by the names that are meant, which they get.
    """
    lines = entry.at(item)
    pairs = item.by_key | dict(slips)
    missing = {key: value for key, value in values.items() if key not in pairs}
    text = _text(document, lines)
    text = text and _added(text, item, missing)
    for key in values.keys() - missing.keys():
        text = text and _set(text, pairs[key], values[key])
    for name, pair in slips.items():
        text = text and _renamed(text, pair, name)
    return Suggestion(lines.start, lines.end, text) if text else None


def _set(text: str, pair: Pair, value: str) -> str | None:
    if not isinstance(pair.value, Scalar) or "\n" in pair.value.source:
        return None
    key = re.escape(pair.key.source)
    written = re.compile(rf"(?<![\w-])({key}[ \t]*:)[ \t]*{re.escape(pair.value.source)}(?![\w.-])")
    changed, count = written.subn(lambda match: f"{match[1]} {scalar(value)}", text)
    return changed if count == 1 else None


def _renamed(text: str, pair: Pair, name: str) -> str | None:
    written = re.compile(
        rf"(?<![\w-]){re.escape(pair.key.source)}(?=[ \t]*:(?:[ \t]|$))", re.MULTILINE
    )
    changed, count = written.subn(name, text)
    return changed if count == 1 else None


def _added(text: str, item: Mapping, values: Values[str, str]) -> str | None:
    written = [f"{key}: {scalar(value)}" for key, value in values.items()]
    if not written:
        return text
    if not item.flow:
        first = text.split("\n", 1)[0]
        indent = first.find(item.pairs[0].key.source) if item.pairs else -1
        return "\n".join([text, *(" " * indent + line for line in written)]) if indent > 0 else None
    if text.count(item.source) != 1 or not item.source.endswith("}") or not item.pairs:
        return None
    inside = item.source[:-1].rstrip().removesuffix(",")
    return text.replace(item.source, f"{', '.join([inside, *written])}}}")


def with_item(
    document: Document, schema: Schema, entry: Entry, name: str, item: str
) -> Suggestion | None:
    """Suggest `item`, one line of YAML, at the end of a list; the list is made where it lacks."""
    block = entry.section.block
    if block is None or block.flow:
        return None
    pair = block.by_key.get(name)
    if pair is None:
        return _behind(document, _end_before(schema, entry, name), f"{name}:\n  - {item}")
    if isinstance(pair.value, Sequence) and not pair.value.flow and pair.value.items:
        first = document.lines[entry.at(pair.value.items[0]).start - 1]
        indent = first[: len(first) - len(first.lstrip())]
        return _behind(document, entry.at(pair.value).end, f"{indent}- {item}")
    lines = entry.at_field(name)
    empty = _NO_ITEM.fullmatch(_text(document, lines) or "")
    if empty is None:
        return None
    return Suggestion(lines.start, lines.end, f"{empty[1]}{empty[2]}\n  - {item}")


def _end_before(schema: Schema, entry: Entry, name: str) -> int:
    """Return the last line of the fields that the schema puts before `name`."""
    names = [spec.name for spec in schema.fields]
    earlier = names[: names.index(name)] if name in names else names
    assert entry.section.block
    ends = [entry.at_field(n).end for n in earlier if n in entry.section.block.by_key]
    return max(ends, default=entry.at(entry.section.block).end)


def _behind(document: Document, line: int, added: str) -> Suggestion | None:
    text = _text(document, Lines(line, line))
    return None if text is None else Suggestion(line, line, f"{text}\n{added}")


def without_item(document: Document, entry: Entry, name: str, index: int) -> Suggestion | None:
    """Suggest a one-line list in brackets without its item at `index`."""
    node = entry.field(name)
    if not isinstance(node, Sequence) or not node.flow or node.line != node.end_line:
        return None
    if len(node.source) > _LONGEST:
        return None
    left = [item.source for at, item in enumerate(node.items) if at != index]
    return replaced(document, entry.at(node), node.source, f"[{', '.join(left)}]")


def scalar(value: str) -> str:
    """Return a text as a YAML scalar: plain where it is one harmless word, else in quotes."""
    return value if _WORD.fullmatch(value) else quoted(value)


def _text(document: Document, lines: Lines) -> str | None:
    """Return the lines as they stand, or None where they are too long to be rewritten."""
    held = document.lines[lines.start - 1 : lines.end]
    return "\n".join(held) if sum(map(len, held)) <= _LONGEST else None
