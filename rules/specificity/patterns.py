"""A statement as patterns: stretches of roles, words, and evidence, that weights are given to.

Roles are read at two grains, since a rare turn is recognised by its kind where it is too rare to be
known by itself: with kindred roles of the `lexicon` merged (*kinds*), and with the words that no
list holds told apart by their endings (*shapes*).
"""

from bisect import bisect
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain
from operator import add
from typing import Final, NamedTuple

from rules.specificity import lexicon as lex
from rules.specificity.judgement import THRESHOLD
from rules.specificity.reading import Reading
from rules.specificity.statements import is_act

# Kindred roles, each merged into the first.
_KINDRED: Final = (
    "Ul%TZ$",
    "NK",
    "IAB",
    "tR",
    "gHE",
    "WFM",
    "GV",
    "mu",
    "vqhs",
    "P2Sy",
    "Lzn0",
    "cb",
)
_MERGED: Final = str.maketrans({role: kin[0] for kin in _KINDRED for role in kin[1:]})

# What an ending tells of a word that no list holds; the first that fits is taken.
_ENDINGS: Final = (
    ("ä", ("tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "cy", "ship", "tude")),
    ("ï", ("ing",)),
    ("ë", ("ed",)),
    ("ö", ("ive", "al", "ous", "ful", "less", "able", "ible", "ic", "ary", "ish", "ular")),
)  # fmt: skip
_HYPHENATED, _PLURAL, _ADVERB, _ACT = "å", "ŝ", "ý", "e"
# Words whose own name tells nothing about the sentences of others.
_ANONYMOUS: Final = frozenset("NKIYAB")
_EDGES: Final = ".;"
# Evidence is a pattern from each of these strengths on.
_STRENGTHS: Final = (0.3, 0.5, 0.7, 0.85)


class Patterns(NamedTuple):
    """All patterns of one family and width, in the order in which they begin.

    The one at `i` begins with word `i - before` of its statement. What has no width is said of the
    whole statement.
    """

    family: str
    width: int
    before: int
    found: Iterable[str]


def patterns(reading: Reading) -> Iterator[Patterns]:
    """Words, kinds (kindred roles merged), shapes (roles and endings), frame and evidence."""
    statement = reading.statement
    roles = statement.said.rstrip(_EDGES)
    words = statement.words.lower[statement.first : statement.first + len(roles)]
    known = [word for word, role in zip(words, roles, strict=True) if role not in _ANONYMOUS]
    kinds, shapes = f"^{roles.translate(_MERGED)}$", f"^{_shapes(words, roles)}$"
    pairs = list(map(add, kinds, kinds[1:]))
    yield Patterns("word", 0, 0, known)
    yield Patterns("kind", 2, 1, pairs)
    yield Patterns("kind", 3, 1, map(add, pairs, kinds[2:]))
    yield Patterns("shape", 1, 1, shapes)
    yield Patterns("shape", 2, 1, map(add, shapes, shapes[1:]))
    yield Patterns("frame", 0, 0, _frame(reading))
    yield Patterns("evidence", 0, 0, _evidence(reading))


def _frame(reading: Reading) -> Iterator[str]:
    if reading.statement.pointed:
        yield "pointed"
    if reading.said < THRESHOLD:
        yield "topic"


def _evidence(reading: Reading) -> Iterable[str]:
    """What the grammar recognised, and the legs that the statement stands on, by strength."""
    return chain(
        _reached("named", bisect(_STRENGTHS, reading.named)),
        _reached("said", bisect(_STRENGTHS, reading.said)),
        _reached("pinned", bisect(_STRENGTHS, reading.pinned)),
        _reached("all", bisect(_STRENGTHS, reading.score)),
        *[_reached(pin.kind, bisect(_STRENGTHS, pin.strength)) for pin in reading.pins],
    )


@cache
def _reached(name: str, levels: int) -> tuple[str, ...]:
    return tuple(f"{name}≥{least}" for least in _STRENGTHS[:levels])


def _shapes(words: list[str], roles: str) -> str:
    """The roles, with unknown words told apart by their endings and place."""
    if lex.TERM not in roles and lex.VAGUE not in roles:
        return roles
    fine = list(roles)
    for at, role in enumerate(roles):
        if role == lex.TERM:
            fine[at] = _shape(words, roles, at)
        elif role == lex.VAGUE and words[at].endswith("ly"):
            fine[at] = _ADVERB
    return "".join(fine)


def _shape(words: list[str], roles: str, at: int) -> str:
    return _ACT if is_act(words, roles, at) else _ending(words[at])


@lru_cache(maxsize=4096)
def _ending(word: str) -> str:
    for shape, endings in _ENDINGS:
        if word.endswith(endings):
            return shape
    if "-" in word:
        return _HYPHENATED
    return _PLURAL if word.endswith("s") and not word.endswith("ss") else lex.TERM
