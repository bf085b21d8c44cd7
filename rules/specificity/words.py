"""Cuts a normalised text into words and gives each its role."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise
from typing import Final

from rules.specificity import lexicon as lex
from rules.specificity.units import CLOCK, CURRENCIES, MULTIPLIERS, PERCENT, UNITS, WEEKS, YEARS

_UNIT_ROLES: Final = {
    **dict.fromkeys(UNITS.split(), lex.UNIT),
    **dict.fromkeys(CLOCK.split(), lex.CLOCK),
    **dict.fromkeys(CURRENCIES.split(), lex.MONEY),
    **dict.fromkeys(WEEKS.split(), lex.WEEKS),
    **dict.fromkeys(YEARS.split(), lex.YEARS),
    **dict.fromkeys(PERCENT.split(), lex.PERCENT),
}
_MULTIPLIERS: Final = frozenset(MULTIPLIERS.split())
# A unit that is glued to its number is a word of its own.
_GLUED: Final = "|".join(
    unit for unit in (*_UNIT_ROLES, "x") if unit.isalpha() and unit not in _MULTIPLIERS
)
_SIZED: Final = r"\d[\d.,]*[^\W\d_]{0,3}-[^\W\d_][\w\-]*"  # 64-node
_WORD: Final = re.compile(
    rf"""
    [^\W\d]\w*(?:['.\-+]\w+)*\+*
    | {_SIZED}
    | \d+(?:[.,]\d+)*(?:[eE][+-]?\d+\b)?(?:(?=[^\W\d])(?!(?i:{_GLUED})(?!\w|-\w))\w+(?:-\w+)*)?
    | `[^`]{{1,200}}`
    | <[a-zA-Z][a-zA-Z \-]{{0,40}}> | \{{\{{[^{{}}]{{1,40}}\}}\}} | \?\?+   # a hole to fill in
    | -> | => | <= | >= | °[CFKcfk]? | \S
    """,
    re.VERBOSE,
)
_NUMBER: Final = re.compile(rf"{_SIZED}|\d+(?:[.,]\d+)*(?:e[+-]?\d+\b)?(?P<glued>.*)")
_YEAR: Final = re.compile(r"(?:19|20)\d\d\Z")
_SYMBOLS: Final = {
    "->": "→",
    "=>": "→",
    "<=": lex.BOUND,
    ">=": lex.BOUND,
    "—": ",",
    "…": ".",
    "↓": lex.VAGUE,
    "↑": lex.VAGUE,
}
# A number after one of these is a name: phase 2, version 3.1, number 1.
_COUNTERS: Final = """
    version revision rev release generation gen type class line step phase tier level chapter
    section article figure table part grade top number no # category series unit packet room
"""
_NUMBERED: Final = frozenset(_COUNTERS.split())
_AFTER_LABEL: Final = frozenset({lex.LABEL + ",", lex.LABEL + lex.CONJUNCTION})
# What a unit can stand behind: a number or, in a rate, a slash.
_MEASURING: Final = frozenset((lex.NUMBER, lex.SCALED, lex.LABEL, "/"))
# Prepositions that turn a number into a bound.
_BEFORE_BOUND: Final = frozenset({"under", "over"})
_ORDINALS: Final = frozenset({"st", "nd", "rd", "th"})
# Percentages that mean no more than "wholly".
_WHOLLY: Final = frozenset({"100", "110"})
_OPENING: Final = frozenset('.!?:;("')
# Roles that a capital overrules: "Packet" is a theme, "the Packet 44" is a name.
_OVERRULED: Final = frozenset("gHGRV")
# Words whose role depends on nothing but themselves: the quick and usual way.
_SETTLED: Final = {mark: mark for mark in ",.;:!?()"} | {
    word: role for word, role in lex.WORDS.items() if role not in _OVERRULED
}
_BEFORE_VERB: Final = frozenset("tIRgA")
_VARIABLES: Final = frozenset("xyzn")
# "over-replicates", "double-counts": done wrongly.
_TOO_MUCH: Final = frozenset({"over", "under", "double", "mis"})


@dataclass
class Words:
    """Parallel sequences: `roles[i]` is the role of `lower[i]`, at `text[slice(*spans[i])]`.

    `cut` holds what was cut from the text, piece by piece, and `sizes[i]` of how many pieces
    `lower[i]` was joined.
    """

    text: str
    cut: list[str]
    sizes: list[int]
    lower: list[str]
    roles: str

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Found only where asked for, since most judgements are asked for no reasons."""
        text, spans, end = self.text, [], 0
        for piece in self.cut:  # only white space lies between two of them
            start = text.index(piece, end)
            end = start + len(piece)
            spans.append((start, end))
        if len(spans) == len(self.sizes):
            return spans
        return [
            (spans[last - size][0], spans[last - 1][1])
            for last, size in zip(accumulate(self.sizes), self.sizes, strict=True)
        ]


def words_of(text: str) -> Words:
    """The words of a normalised text, phrases joined, each with one role of `lexicon`."""
    cut: list[str] = _WORD.findall(text)
    found, lower = cut, list(map(str.lower, cut))
    sizes = [1] * len(lower)
    if not lex.PHRASE_STARTS.isdisjoint(pairwise(lower)):
        found = cut.copy()
        _join(lower, found, sizes)
    capitals_tell = not (text.islower() or text.isupper())  # not in a shout or a whisper
    roles = "".join(_roles(lower, found if capitals_tell else lower))
    return Words(text, cut, sizes, lower, roles)


def _join(lower: list[str], found: list[str], sizes: list[int]) -> None:
    """Makes each phrase of the lexicon one word, the longest where several begin alike."""
    at = 0
    while at < len(lower):
        for size in lex.PHRASE_SIZES.get(lower[at], ()):
            phrase = " ".join(lower[at : at + size])
            if phrase in lex.PHRASE_ROLES and at + size <= len(lower):
                lower[at : at + size] = found[at : at + size] = [phrase]
                sizes[at : at + size] = [size]
                break
        at += 1


def _roles(lower: list[str], found: list[str]) -> list[str]:
    """One role a word; it may depend on the words before, and change the role of the last."""
    roles: list[str] = []
    before = ""
    for at, word in enumerate(lower):
        if before not in _MEASURING or not (role := _unit(word, lower[at - 1], roles)):
            role = _SETTLED.get(word) or (_settled(word) if word == found[at] else "")
            role = role or _unsettled(at, lower, found, roles)
        roles.append(role)
        before = role
    return roles


def _unit(word: str, before: str, roles: list[str]) -> str | None:
    """The role of a unit behind a number, which then is no label; "100%" measures nothing."""
    role = _UNIT_ROLES.get(word)
    if role is None or (word == "a" and lex.MONEY in roles[-2:]):  # "$9 a litre"
        return None
    if role == lex.PERCENT and before in _WHOLLY:
        roles[-1] = lex.LABEL
    elif roles[-1] == lex.LABEL:
        roles[-1] = lex.NUMBER
    return role


def _unsettled(at: int, lower: list[str], found: list[str], roles: list[str]) -> str:
    """The role of a word that depends on its capitals or on the word before it."""
    word, before = lower[at], lower[at - 1] if at else ""
    if word[0].isdecimal():
        return _number(word, before, roles)
    if not word[0].isalpha() and word[0] != "_":
        return _symbol(word, before)
    end = -2 if word.endswith("'s") else None
    found_word, lower[at] = found[at][:end], word[:end]
    return _word(lower[at], found_word, roles)


def _symbol(symbol: str, before: str) -> str:
    if len(symbol) > 2:
        return lex.NAME if symbol[0] == "`" else lex.PLACEHOLDER
    if symbol == "??" or (symbol == "%" and before in _VARIABLES):  # "N% slower"
        return lex.PLACEHOLDER
    if role := _SYMBOLS.get(symbol):
        return role
    return lex.MONEY if _UNIT_ROLES.get(symbol) == lex.MONEY else symbol[0]


def _number(word: str, before: str, roles: list[str]) -> str:
    role = _by_itself(word)
    if before in _BEFORE_BOUND and role != lex.SIZED:
        roles[-1] = lex.BOUND
    return lex.LABEL if role == lex.NUMBER and _numbered(before, roles) else role


@lru_cache(maxsize=4096)
def _by_itself(number: str) -> str:
    """The role of a number with what is glued to it, were nothing before it."""
    match = _NUMBER.match(number)
    if match is None or match["glued"] is None:
        return lex.SIZED
    if not (glued := match["glued"]):
        return lex.LABEL if _YEAR.match(number) else lex.NUMBER
    if glued in _MULTIPLIERS:
        return lex.SCALED
    return lex.LABEL if glued in _ORDINALS else lex.NAME


def _numbered(before: str, roles: list[str]) -> bool:
    """Whether a number only tells which one is meant."""
    if not roles:
        return False
    named = roles[-1] == lex.NAME and not before.startswith("`")
    listed = "".join(roles[-2:]) in _AFTER_LABEL  # "CUDA 11, 12 and 13"
    return named or listed or before in _NUMBERED


def _word(word: str, found: str, roles: list[str]) -> str:
    if found != word and _is_name(found, roles):
        return lex.NAME
    if word in lex.EITHER and word.endswith(("s", "ed")) and roles:
        return lex.LIGHT_VERB if roles[-1] in _BEFORE_VERB else lex.THEME
    return lex.WORDS.get(word) or _unlisted(word)


def _is_name(found: str, roles: list[str]) -> bool:
    """Capitals within a word, or at its head where no statement begins."""
    if len(found) == 1:
        return False
    within = found[1:] != found[1:].lower()
    return within or (bool(roles) and roles[-1] not in _OPENING)


@lru_cache(maxsize=8192)
def _settled(word: str) -> str:
    """The role of a small-lettered word if nothing before it can change it, else none."""
    if not word[0].isalpha() or word.endswith("'s") or word in lex.EITHER:
        return ""
    return lex.WORDS.get(word) or _unlisted(word)


def _unlisted(word: str) -> str:
    """The role of a word that no list holds, by its shape."""
    if word.isalpha():
        if word.startswith("mis") and word[3:] in lex.WORDS:  # mishandles, misroutes
            return lex.FAILURE
        return lex.VAGUE if word.endswith("ly") else lex.TERM
    if word.endswith("n't"):
        return lex.NOT
    if not word.strip("_"):  # a blank to fill in
        return lex.PLACEHOLDER
    first, hyphen, last = word.rpartition("-")
    if hyphen and (role := _compound(first, last)):
        return role
    return lex.NAME if any(c.isdigit() or c == "_" for c in word) else lex.TERM


def _compound(first: str, last: str) -> str | None:
    if first in lex.NUMBER_WORDS:
        return lex.SIZED
    if first in _TOO_MUCH:
        return lex.FAILURE
    role = lex.WORDS.get(last, lex.TERM)
    return role if role in "vFW" else None
