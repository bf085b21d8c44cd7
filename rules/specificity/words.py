"""Cuts a normalised text into words and gives each its role."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from rules.specificity import lexicon as lex
from rules.specificity.units import CLOCK, CURRENCIES, MULTIPLIERS, PERCENT, UNITS, WEEKS, YEARS

_WORD: Final = re.compile(
    r"""
    (?P<word>(?=[^\W\d])\w+(?:['.\-+]\w+)*\+*)
    | (?P<code>`[^`]{1,200}`)
    | (?P<sized>\d[\d.,]*[^\W\d_]{0,3}-[^\W\d_][\w\-]*)
    | (?P<number>\d+(?:[.,]\d+)*(?:[eE][+-]?\d+\b)?)(?P<glued>[^\W\d]\w*(?:-\w+)*)?
    | (?P<hole><[a-zA-Z][a-zA-Z \-]{0,40}> | \?\?+)
    | (?P<symbol>->|=>|<=|>=|°[CFKcfk]?|[^\s])
    """,
    re.VERBOSE,
)
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
_UNIT_ROLES: Final = {
    **dict.fromkeys(UNITS.split(), lex.UNIT),
    **dict.fromkeys(CLOCK.split(), lex.CLOCK),
    **dict.fromkeys(CURRENCIES.split(), lex.MONEY),
    **dict.fromkeys(WEEKS.split(), lex.WEEKS),
    **dict.fromkeys(YEARS.split(), lex.YEARS),
    **dict.fromkeys(PERCENT.split(), lex.PERCENT),
}
_MULTIPLIERS: Final = frozenset(MULTIPLIERS.split())
# A number after one of these is a name: phase 2, version 3.1, number 1.
_COUNTERS: Final = """
    version revision rev release generation gen type class line step phase tier level chapter
    section article figure table part grade top number no # category series unit packet room
"""
_NUMBERED: Final = frozenset(_COUNTERS.split())
_FIXED: Final = {"code": lex.NAME, "hole": lex.PLACEHOLDER, "sized": lex.SIZED}
_AFTER_LABEL: Final = frozenset({lex.LABEL + ",", lex.LABEL + lex.CONJUNCTION})
# Prepositions that turn a number into a bound.
_BEFORE_BOUND: Final = frozenset({"under", "over"})
_ORDINALS: Final = frozenset({"st", "nd", "rd", "th"})
# Percentages that mean no more than "wholly".
_WHOLLY: Final = frozenset({"100", "110"})
_OPENING: Final = '.!?:;("'


# Roles that a capital overrules: "Packet" is a theme, "the Packet 44" is a name.
_OVERRULED: Final = "gHGRV"
# Words whose role does not depend on what stands before them: the quick and usual way.
_SETTLED: Final = {mark: mark for mark in ",.;:!?()"} | {
    word: role
    for word, role in lex.WORDS.items()
    if role not in _OVERRULED and word not in lex.PHRASES_BY_LAST and word not in _UNIT_ROLES
}
_VARIABLES: Final = frozenset("xyzn")
# "over-replicates", "double-counts": done wrongly.
_TOO_MUCH: Final = frozenset({"over", "under", "double", "mis"})


class Words(NamedTuple):
    """Parallel sequences: `roles[i]` is the role of `lower[i]`, at `text[slice(*spans[i])]`."""

    lower: list[str]
    spans: list[tuple[int, int]]
    roles: str


def words_of(text: str) -> Words:
    """The words of a normalised text, phrases joined, each with one role of `lexicon`."""
    cutter = _Cutter(text)
    return Words(cutter.lower, cutter.spans, "".join(cutter.roles))


class _Cutter:
    """Reads from left to right; a word's role may depend on the words before it."""

    def __init__(self, text: str) -> None:
        self.lower: list[str] = []
        self.spans: list[tuple[int, int]] = []
        self.roles: list[str] = []
        # In a shout or a whisper capitals tell nothing.
        self.capitals_tell = not (text.islower() or text.isupper())
        lower, spans, roles = self.lower, self.spans, self.roles
        for match in _WORD.finditer(text):
            found = match.group()
            word = found.lower()
            if (role := _SETTLED.get(word)) or (word == found and (role := _settled(word))):
                lower.append(word)
                spans.append(match.span())
                roles.append(role)
            else:
                self._read(match, word)

    def _read(self, match: re.Match[str], word: str) -> None:
        kind = match.lastgroup
        if kind == "word":
            self._word(word, match.group(), match.span())
        elif kind == "symbol":
            self._add(word, match.span(), self._symbol(word))
        elif kind in _FIXED:
            self._add(word, match.span(), _FIXED[kind])
        else:
            self._number(match)

    def _add(self, word: str, span: tuple[int, int], role: str) -> None:
        self.lower.append(word)
        self.spans.append(span)
        self.roles.append(role)

    def _symbol(self, symbol: str) -> str:
        if symbol == "%" and self.lower and self.lower[-1] in _VARIABLES:  # "N% slower"
            return lex.PLACEHOLDER
        if role := self._unit(symbol) or _SYMBOLS.get(symbol) or lex.WORDS.get(symbol):
            return role
        return lex.MONEY if _UNIT_ROLES.get(symbol) == lex.MONEY else symbol[0]

    def _number(self, match: re.Match[str]) -> None:
        found, glued = match.group().lower(), (match["glued"] or "").lower()
        if self.lower and self.lower[-1] in _BEFORE_BOUND:
            self.roles[-1] = lex.BOUND
        if not glued:
            named = self._numbered() or _YEAR.match(found)
            self._add(found, match.span(), lex.LABEL if named else lex.NUMBER)
        elif glued in _MULTIPLIERS:
            self._add(found, match.span(), lex.SCALED)
        elif glued == "x" or glued in _UNIT_ROLES:
            self._add(match["number"], match.span("number"), lex.NUMBER)
            self._add(glued, match.span("glued"), _UNIT_ROLES.get(glued, lex.FACTOR))
        else:
            self._add(found, match.span(), lex.LABEL if glued in _ORDINALS else lex.NAME)

    def _numbered(self) -> bool:
        if not self.roles:
            return False
        named = self.roles[-1] == lex.NAME and not self.lower[-1].startswith("`")
        listed = "".join(self.roles[-2:]) in _AFTER_LABEL  # "CUDA 11, 12 and 13"
        return named or listed or self.lower[-1] in _NUMBERED

    def _unit(self, word: str) -> str | None:
        """The role of a unit; a word is one only after a number or, in a rate, after a slash."""
        if not self.roles or self.roles[-1] not in "NKY/":
            return None
        if word == "a" and lex.MONEY in self.roles[-2:]:  # "$9 a litre"
            return None
        role = _UNIT_ROLES.get(word)
        if role == lex.PERCENT and self.lower[-1] in _WHOLLY:
            self.roles[-1] = lex.LABEL
        elif role and self.roles[-1] == lex.LABEL:
            self.roles[-1] = lex.NUMBER
        return role

    def _word(self, word: str, found: str, span: tuple[int, int]) -> None:
        if role := self._unit(word):
            self._add(word, span, role)
            return
        if word in lex.PHRASES_BY_LAST and self._joined(word, span[1]):
            return
        role = lex.WORDS.get(word)
        if role is None or role in _OVERRULED:
            if word.endswith("'s"):
                word, found = word[:-2], found[:-2]
                role = lex.WORDS.get(word)
            role = self._open_role(word, found, role)
        self._add(word, span, role)

    def _joined(self, word: str, end: int) -> bool:
        """Joins this word with those just before it when together they are a phrase."""
        for before, role in lex.PHRASES_BY_LAST[word]:
            size = len(before)
            if self.lower[-1:] == [before[-1]] and tuple(self.lower[-size:]) == before:
                start = self.spans[-size][0]
                del self.lower[-size:], self.spans[-size:], self.roles[-size:]
                self._add(" ".join((*before, word)), (start, end), role)
                return True
        return False

    def _open_role(self, word: str, found: str, listed: str | None) -> str:
        if self.capitals_tell and found != word and self._is_name(found):
            return lex.NAME
        if word in lex.EITHER and word.endswith(("s", "ed")) and self.roles:
            return lex.LIGHT_VERB if self.roles[-1] in "tIRgA" else lex.THEME
        return listed or _unlisted(word)

    def _is_name(self, found: str) -> bool:
        """Capitals within a word, or at its head where no statement begins."""
        if len(found) == 1:
            return False
        within = found[1:] != found[1:].lower()
        return within or (bool(self.roles) and self.roles[-1] not in _OPENING)


@lru_cache(maxsize=8192)
def _settled(word: str) -> str:
    """The role of a small-lettered word if nothing before it can change it, else none."""
    if (
        not word.isalpha()
        or word in lex.PHRASES_BY_LAST
        or word in _UNIT_ROLES
        or word in lex.EITHER
    ):
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
