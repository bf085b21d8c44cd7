"""A statement as patterns: stretches of words and roles that weights are given to.

A word says most where it is known, its *shape* where it is not: the role that the `lexicon` gives
it or, where no list holds it, what its ending tells.
"""

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from operator import add
from typing import Final, NamedTuple

from rules.specificity import lexicon as lex
from rules.specificity.statements import Statement

# What an ending tells of a word that no list holds; the first that fits is taken.
_ENDINGS: Final = (
    ("ä", ("tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "cy", "ship", "tude")),
    ("ï", ("ing",)),
    ("ë", ("ed",)),
    ("ö", ("ive", "al", "ous", "ful", "less", "able", "ible", "ic", "ary", "ish", "ular")),
)  # fmt: skip
_HYPHENATED, _PLURAL, _ADVERB = "å", "ŝ", "ý"
# Beside a name or number it tells more that there is one than which.
_ANONYMOUS: Final = frozenset(
    (lex.NUMBER, lex.SCALED, lex.NAME, lex.LABEL, lex.SIZED, lex.BENCHMARK)
)
_START, _END = "^", "$"
_EDGES: Final = ".;"


class Family(NamedTuple):
    """Patterns of one kind: the one at `i` is `width` words long and begins with word `i - before`.

    What has no width is said of the whole statement.
    """

    name: str
    width: int
    before: int


FAMILIES: Final = (
    Family("word", 1, 0),
    Family("words", 2, 1),
    Family("shape", 1, 1),
    Family("shape", 2, 1),
    Family("shape", 3, 1),
    Family("frame", 0, 0),
)


def patterns(statement: Statement) -> tuple[Iterable[str], ...]:
    """For each of `FAMILIES` what occurs in a statement, in order."""
    roles = statement.said.rstrip(_EDGES)
    words = statement.said_words[: len(roles)]
    known = [role if role in _ANONYMOUS else word for word, role in zip(words, roles, strict=True)]
    shapes = f"{_START}{_shapes(words, roles)}{_END}"
    pairs = list(map(add, shapes, shapes[1:]))
    return (
        words,
        map(" ".join, pairwise((_START, *known, _END))),
        shapes,
        pairs,
        map(add, pairs, shapes[2:]),
        _frame(statement),
    )


def _frame(statement: Statement) -> list[str]:
    frame = ["pointed"] if statement.pointed else []
    return frame if statement.has_verb else [*frame, "verbless"]


def _shapes(words: list[str], roles: str) -> str:
    shapes = list(roles)
    for at, role in enumerate(roles):
        if role == lex.TERM:
            shapes[at] = _ending(words[at])
        elif role == lex.VAGUE and words[at].endswith("ly"):
            shapes[at] = _ADVERB
    return "".join(shapes)


@lru_cache(maxsize=4096)
def _ending(word: str) -> str:
    for shape, endings in _ENDINGS:
        if word.endswith(endings):
            return shape
    if "-" in word:
        return _HYPHENATED
    return _PLURAL if word.endswith("s") and not word.endswith("ss") else lex.TERM
