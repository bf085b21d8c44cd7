"""A number that rests on a source changes together with it.

The number is what the cited work says. If it changes and the citation does not, either the old
number was copied wrongly or the new one comes from somewhere else. That holds for blockers, titles
of solutions, failed attempts, notes of the history and sentences of the prose. An unlock value
rests on all that its entry cites; it may be narrowed without more, and a single number may become a
range around it.

To fix it, cite the work that gives the new number; if the old one was a slip, say so in the pull
request.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from math import inf

from registry.changes import EntryEdited, FieldChanged, ItemChanged
from registry.citations import find
from registry.document import Entry, Item, Lines
from registry.nodes import Mapping
from registry.references import Bibliography
from rules.evidence import cited_by, identity, texts_in, without_citations, works_in
from rules.fields import named
from rules.likeness import share_of_words, words_of
from rules.quantities import changed, quantities_in
from rules.rule import Context, Example, Remark, Severity
from rules.sentences import Sentence, sentences_of
from rules.wording import listing, quote

severity = Severity.WARNING
since = "0.1"

_UNLOCK = "estimated_unlock_value"
_CALLED = {
    "blocker": ("the blocker", ""),
    "solution": ("the known solution", "title"),
    "attempt": ("the failed attempt", "tried"),
    "history": ("the history item", "note"),
}
"""How an item is called, and the key that names it."""
_BESIDES = frozenset({"date", "from", "to", "citation", "reporter", "maturity"})
"""Keys of an item under which no number is a claim."""
_SAME = "with the same citation as before"
_EDITED = 0.6
"""Likeness from which a new sentence is an old one that was edited."""
_MOST = 50
"""Sentences, old and new, that are compared by likeness."""

good = [
    Example(
        "blockers:\n  - FP4 QAT degrades long-tail tasks by ~2% on MMLU [@kwon2023]\n",
        says="The new number has a new source.",
    ),
    Example(
        "blockers:\n  - FP4 QAT degrades rare tasks by 3% on MMLU [arXiv:2405.04434]\n",
        says="Only the words change.",
    ),
]
bad = [
    Example(
        "blockers:\n  - FP4 QAT degrades long-tail tasks by ~2% on MMLU [arXiv:2405.04434]\n",
        says="From 3% to 2% with the same source.",
    )
]


@dataclass(frozen=True, slots=True)
class _Claim:
    """A text whose numbers rest on works, which are known by their identity."""

    text: str
    works: frozenset[str]


def check(edit: EntryEdited, context: Context) -> Iterator[Remark]:
    entry = edit.after
    for called, old, new, lines in _claims(edit, context):
        gone, come = changed(old.text, new.text)
        if gone and come and old.works and new.works <= old.works:
            yield Remark(
                f"{entry.label}: {listing(gone)} became {listing(come)} in {called}.",
                "Cite the work that gives the new number; if the old one was a slip, say so in the"
                " pull request.",
                lines,
                entry.id,
                evidence=new.text,
            )


_Edited = tuple[str, _Claim, _Claim, Lines]


def _claims(edit: EntryEdited, context: Context) -> Iterator[_Edited]:
    """Yield what was edited, what it is called, and its line: an item, a value or a sentence."""
    before, after = context.before.bibliography, context.after.bibliography
    for change in edit.changes:
        if isinstance(change, ItemChanged) and change.subject in _CALLED:
            new = _item(change.item, after)
            called, key = _CALLED[change.subject]
            called = f"{called} {quote(named(change.item, key))}, {_SAME}"
            node = change.item.node if isinstance(change.item, Item) else change.item
            yield called, _item(change.item_before, before), new, edit.after.at(node)
        elif isinstance(change, FieldChanged) and change.field == _UNLOCK:
            old, new = (_unlock(*side) for side in ((edit.before, before), (edit.after, after)))
            if not _is_narrower(old.text, new.text):
                called = "the unlock value, and the entry cites nothing new"
                yield called, old, new, edit.after.at_field(_UNLOCK)
    if edit.before.prose.text != edit.after.prose.text:
        for sentence, another in _edited_sentences(edit):
            new = _read(another.text, after)
            called = f"the sentence {quote(another.words)}, {_SAME}"
            yield called, _read(sentence.text, before), new, another.line()


def _read(text: str, bibliography: Bibliography) -> _Claim:
    cited = find(text, bibliography)
    works = frozenset(identity(found.citation) for found in cited)
    return _Claim(without_citations(text, cited, "@"), works)


def _item(item: Item | Mapping, bibliography: Bibliography) -> _Claim:
    if isinstance(item, Item):
        return _read(item.text, bibliography)
    values = (pair.value for pair in item if pair.key.text not in _BESIDES)
    texts = (node for value in values for node in texts_in(value))
    text = "\n".join(getattr(node, "text", "") or node.source for node in texts)
    claim = _read(text, bibliography)
    works = (identity(work) for work in works_in(item.get("citation"), bibliography))
    return _Claim(claim.text, claim.works.union(works))


def _unlock(entry: Entry, bibliography: Bibliography) -> _Claim:
    works = frozenset(identity(work) for work, _ in cited_by(entry, bibliography))
    return _Claim(entry.text(_UNLOCK), works)


def _is_narrower(old: str, new: str) -> bool:
    """Whether each part of a new value lies within the same part of the old one: it claims less.

    A single number made no claim of where it ends, so a range around it is no wider.
    """
    for one, other in zip_longest(old.split(";"), new.split(";"), fillvalue=""):
        before = _spans(one)
        for dimension, (low, high) in _spans(other).items():
            least, most = before.get(dimension, (inf, -inf))
            if not ((least <= low and high <= most) or low <= least == most <= high):
                return False
    return True


def _spans(value: str) -> dict[str, tuple[float, float]]:
    """Return, by dimension, the lowest and the highest quantity of a value."""
    spans: dict[str, tuple[float, float]] = {}
    for quantity in quantities_in(value):
        low, high = spans.get(quantity.dimension, (inf, -inf))
        spans[quantity.dimension] = min(low, quantity.size), max(high, quantity.size)
    return spans


def _edited_sentences(edit: EntryEdited) -> Iterator[tuple[Sentence, Sentence]]:
    """Pair the sentences that are gone with the new ones that are most like them."""
    old, new = (list(sentences_of(entry)) for entry in (edit.before, edit.after))
    kept = {one.words for one in old} & {one.words for one in new}
    gone, come = ([one for one in side if one.words not in kept][:_MOST] for side in (old, new))
    left = [(words_of(one.text), one) for one in gone]
    for sentence in come:
        words = words_of(sentence.text)
        alike = max(left, key=lambda pair: share_of_words(pair[0], words), default=None)
        if alike and share_of_words(alike[0], words) >= _EDITED:
            left.remove(alike)
            yield alike[1], sentence
