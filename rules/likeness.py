"""How alike two texts of a contributor are, by the words they share."""

import re
from collections import Counter

_WORD = re.compile(r"\w+")
_SMALL = """
    a about also an and any are as at be because been both but by can could do does each either
    even every for from further had has have here how if in into is it its itself may might must
    of off on one or other others our own per rather same should since so some such that the
    their them then there these they this those through to too under upon us very was we were
    what when where which while who whole whose why will with would yet you your
    """


def likeness(one: str, other: str) -> float:
    """Return the share of words that two texts have in common: 0 for none, 1 for all.

    Sørensen and Dice's coefficient over the words with their counts; order does not matter, so a
    text of any length costs one pass.
    """
    return share_of_words(words_of(one), words_of(other))


def share_of_words(ones: Counter[str], others: Counter[str]) -> float:
    """Return the likeness of two texts of which the words are known."""
    total = ones.total() + others.total()
    return 2 * (ones & others).total() / total if total else 1.0


def words_of(text: str) -> Counter[str]:
    """Return the words of a text, without regard to case and plural, with their counts."""
    return Counter(word.removesuffix("s") for word in _WORD.findall(text.casefold()))


SMALL = frozenset(words_of(_SMALL))
"""Words that any two texts share, as `words_of` returns them. What negates or compares is none."""


def telling_words(text: str) -> Counter[str]:
    """Return the words of a text that say what it is about, with their counts."""
    words = words_of(text)
    return Counter({word: words[word] for word in words.keys() - SMALL})
