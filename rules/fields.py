"""Which keys of a mapping the schema knows, and what the others were meant to be."""

from collections.abc import Iterator, Sequence

from registry.document import Entry
from registry.nodes import Mapping, Pair
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


def may_be_unread(entry: Entry, name: str, specs: Sequence[FieldSpec]) -> bool:
    """Whether what a field lacks may stand in a line that was refused, or under another key."""
    block = entry.section.block
    if block is None or name in entry.section.unread_fields:
        return True
    return name not in block.by_key and name in misspelt(block, specs)
