"""Whether a change that takes something out of an entry says what became of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from registry.changes import (
    Change,
    EntryEdited,
    ItemAdded,
    ItemChanged,
    StatusChanged,
)
from registry.document import Item
from registry.nodes import Mapping, as_text
from registry.references import Bibliography
from rules.evidence import identity, works_in
from rules.fields import edited_items
from rules.likeness import telling_words
from rules.rule import Context

MOST = 200
"""Items and lines of prose in which an account is looked for."""
_SPEAKS_OF = 0.25
"""Share of a text's words in another from which that may be about it."""
_ENOUGH = 4
"""Words that are enough however long the text is: few unrelated lines of an entry share as many."""
_SHORT = 2
"""Words of up to this many letters are too common to tell what a text is about."""
_BESIDES = frozenset({"date", "citation", "maturity", "reporter"})
"""Keys of an item that do not say what it is about."""

Words = frozenset[str]


@dataclass(frozen=True)
class Account:
    """What an edit of an entry says besides what it takes out."""

    edit: EntryEdited
    context: Context

    def removed(self, field: str) -> Iterator[Item | Mapping]:
        """Yield the items of a list that are gone or became others, and are not merely unread."""
        for old, new in edited_items(self.edit, field, self.context.schema.fields):
            if new is None or self._is_another(old, new):
                yield old

    @cached_property
    def moves(self) -> bool:
        """Whether the entry takes a step, which speaks of the entry as a whole."""
        return any(
            isinstance(change, StatusChanged)
            or (isinstance(change, ItemAdded) and change.subject == "history")
            for change in self.edit.changes
        )

    def brings(self, words: Words, works: frozenset[str]) -> bool:
        """Whether a solution or an attempt comes, or matures, that shares a word or a work."""
        return any(words & others or works & cited for others, cited in self._brought)

    def tells(self, words: Words) -> bool:
        """Whether a new line of the prose may be about these words."""
        return any(speaks_of(words, line) for line in self._told)

    def _is_another(self, old: Item | Mapping, new: Item | Mapping) -> bool:
        """Whether two items that were taken for one share neither a word nor a work."""
        return words_in(old).isdisjoint(words_in(new)) and cited_in(
            old, self.context.before.bibliography
        ).isdisjoint(cited_in(new, self.context.after.bibliography))

    @cached_property
    def _brought(self) -> list[tuple[Words, frozenset[str]]]:
        items = [item for change in self.edit.changes if (item := _says_what_works(change))]
        return [(words_in(i), cited_in(i, self.context.after.bibliography)) for i in items[:MOST]]

    @cached_property
    def _told(self) -> list[Words]:
        known = set(self.edit.before.prose.text.split("\n"))
        new = [line for line in self.edit.after.prose.text.split("\n") if line not in known]
        return [subject_of(line) for line in new[:MOST]]


def _says_what_works(change: Change) -> Mapping | None:
    """Return the item of a solution or attempt that says more than it did: a typo does not."""
    if not isinstance(change, (ItemAdded, ItemChanged)) or not isinstance(change.item, Mapping):
        return None
    if isinstance(change, ItemAdded):
        return change.item if change.subject in ("solution", "attempt") else None
    matures = isinstance(change.item_before, Mapping) and (
        _maturity(change.item_before) != _maturity(change.item)
    )
    return change.item if matures and change.subject == "solution" else None


def _maturity(item: Mapping) -> str:
    return getattr(item.get("maturity"), "text", "")


def words_in(item: Item | Mapping) -> Words:
    """Return the words for what an item is about."""
    if isinstance(item, Item):
        return subject_of(item.text)
    values = (pair.value for pair in item if pair.key.text not in _BESIDES)
    return subject_of(" ".join(as_text(value) or "" for value in values))


def cited_in(item: Item | Mapping, bibliography: Bibliography) -> frozenset[str]:
    """Return the works that an item cites, by identity."""
    node = item.node if isinstance(item, Item) else item
    return frozenset(identity(work) for work in works_in(node, bibliography))


def subject_of(text: str) -> Words:
    """Return the words that tell what a text is about."""
    return frozenset(word for word in telling_words(text) if len(word) > _SHORT)


def speaks_of(words: Words, others: Words) -> bool:
    """Whether a text with `others` has enough of `words` to be about the same."""
    return len(words & others) >= min(_SPEAKS_OF * len(words), _ENOUGH)
