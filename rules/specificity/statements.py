"""The statements of a text: where they begin and end, what they are about, in which mood."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from rules.specificity import lexicon as lex
from rules.specificity.verbs import ACTIONS, inflections
from rules.specificity.words import Words

_STATEMENT: Final = re.compile(r"[^.;?!]+[.;?!]?")
_ASIDE: Final = re.compile(r"\(([^()]*)\)")
# A pronoun that stands where the subject should, also behind an introductory phrase.
_POINTED: Final = re.compile(r"[cvhb,]*(?:[PS2yCi][^p,amuMFWGVLn]*,?)?p(?=[amuMFWGVEnLhvt])")
_ALWAYS_POINTS: Final = frozenset({"it", "they", "he", "she"})
_POINTS_BEFORE_VERB: Final = frozenset({"this", "that", "these", "those"})
# A further clause that names its own subject: "…, and the port has …"
_OWN_SUBJECT: Final = re.compile("[,b]c?[dI][^,]*[aumMFWGL]")
# What follows an "it" that stands for nothing: "it seems", "it is likely that".
_EXPLETIVE: Final = re.compile(
    r"(?:seems?|looks?|appears|turns out)\b|(?:is|was) .*\b(?:that|to)\b"
)
# A known verb, unless it stands like a noun (after an article or preposition, or at an end).
_KNOWN_VERB: Final = re.compile(r"[aumnLzO=→<Cp]|(?<=[tIRgAHBvhmuapw1KNUl%Y,ck])[MFWGV](?=[^2.])")
# An unknown word between a noun and an article is a verb; before other words its ending decides.
_SURE_VERB: Final = re.compile(r"(?<=[tIRgAH0])t(?=[dq])")
_LIKELY_VERB: Final = re.compile(r"(?<=[tIRgAH])(?:t(?=[IAzNCbnpiSPv])|g(?=d))")
_NOUN_ENDINGS: Final = ("ings", "ities", "tions", "ments", "ers", "ors", "ics", "ness", "ss", "us")
_NAMING: Final = frozenset("ItR")
# Between what can act and what can be acted upon an inflected unknown word is a verb; one that is
# known to be an act needs less.
_ACTORS: Final = frozenset("tIRgAHBvpYh0UlTN%")
_OBJECTS: Final = frozenset("dqINKAz1pX%$")
_BEFORE_ACT: Final = frozenset("amun")
_AFTER_PAST: Final = frozenset([*"dqINKAz1pX%$SP2iObcY,.;hn", ""])
_AFTER_PRESENT: Final = _AFTER_PAST | frozenset("tgRHv")  # a plural seldom stands before a noun
_MANY: Final = frozenset("NUlT")  # "nine days pass"
_ACTS: Final = frozenset(form for verb in ACTIONS.split() for form in inflections(verb))
_ACT_ENDINGS: Final = ("ise", "ize", "ises", "izes", "ified", "ifies", "ify", "ised", "ized")
_FIRST_VERB: Final = re.compile(r"[amuMFWGVLn]")


class Statement(NamedTuple):
    """Words `first:last` of a text; `mood` is asserted, question, reminder or placeholder."""

    words: Words
    roles: str
    first: int
    last: int
    mood: str
    pointed: bool

    @property
    def said(self) -> str:
        return self.roles[self.first : self.last]

    @property
    def said_words(self) -> list[str]:
        """The words, in small letters, that `said` gives the roles of."""
        return self.words.lower[self.first : self.last]

    @property
    def predicate(self) -> int:
        """Where the first verb stands; `first` when there is none."""
        match = _FIRST_VERB.search(self.roles, self.first, self.last)
        return match.start() if match else self.first

    @property
    def has_verb(self) -> bool:
        said = self.said
        if _KNOWN_VERB.search(said) or _SURE_VERB.search(said):
            return True
        likely = _LIKELY_VERB.finditer(self.roles, self.first, self.last)
        return any(self._inflected(match.start()) for match in likely) or any(
            is_act(self.words.lower, self.roles, at)
            for at in range(self.first + 1, self.last)
            if self.roles[at] == lex.TERM
        )

    def _inflected(self, at: int) -> bool:
        """Whether a word has a verb's ending, and not that of a plural behind its adjective."""
        word, before = self.words.lower[at], self.words.lower[at - 1]
        if word.endswith("ed"):
            return True
        return word.endswith("s") and not (before.endswith("s") or word.endswith(_NOUN_ENDINGS))


def is_act(words: Sequence[str], roles: str, at: int) -> bool:
    """Whether the unknown word at a place is a verb, by its place, its ending and the list."""
    before = roles[at - 1] if at else ""
    if before not in _BEFORE_ACT and before not in _ACTORS:
        return False
    word, after = words[at], roles[at + 1 : at + 2]
    listed = word in _ACTS or word.endswith(_ACT_ENDINGS)
    if before in _BEFORE_ACT:
        return listed
    if word.endswith("ed"):
        return after in (_AFTER_PAST if listed else _OBJECTS)
    present = word.endswith("s") and not word.endswith("ss")
    of_many = words[at - 1].endswith("s") or before in _MANY
    if listed:
        return present != of_many and after in _AFTER_PRESENT
    return present and not of_many and after in _OBJECTS


def statements_of(words: Words) -> Iterator[Statement]:
    """The statements of a text in order; an aside that is a reminder is one of its own."""
    roles = _ASIDE.sub(_aside, words.roles) if "(" in words.roles else words.roles
    named = False
    for match in _STATEMENT.finditer(roles):
        first, last = match.span()
        mood = _mood(match.group())
        if mood == "reminder":
            cut = roles.index("r", first, last)
            if cut > first:  # a claim with a reminder behind it
                last, mood = cut, "asserted"
        pointed = not named and _points(words, roles, first, last)
        yield Statement(words, roles, first, last, mood, pointed)
        named = named or not _NAMING.isdisjoint(match.group())


def _aside(match: re.Match[str]) -> str:
    separator = ";" if "r" in match.group() or "x" in match.group() else " "
    return f"{separator}{match.group(1)}{separator}"


def _mood(said: str) -> str:
    if said.endswith("?") or said[0] == "Q" or "J" in said:
        return "question"
    if "x" in said:
        return "placeholder"
    return "reminder" if "r" in said else "asserted"


def _points(words: Words, roles: str, first: int, last: int) -> bool:
    match = _POINTED.match(roles, first, last)
    if not match or _OWN_SUBJECT.search(roles, match.end(), last):
        return False
    word, follows = words.lower[match.end() - 1], match.end()
    if word in _POINTS_BEFORE_VERB:
        return roles[follows] in "amunMFWGV"
    return word in _ALWAYS_POINTS and not _EXPLETIVE.match(" ".join(words.lower[follows:last][:4]))
