"""The legs that a statement stands on: is something named, said of it, and pinned down?"""

import re
from typing import Final, NamedTuple

from rules.specificity.judgement import THRESHOLD
from rules.specificity.pins import Pin, pins
from rules.specificity.statements import Statement

# "several operators": which? "several batched operators" says at least of which kind.
_UNDECIDED: Final = re.compile("q(?:[vgRH]|t(?![tRI]))")
# Counts and names in a row are no statement yet: "five vendors, five roadmaps".
_NO_VALUE: Final = frozenset({"plain-fact", "count"})
# A pin that is weaker than this adds nothing to the others.
_ADDS_UP: Final = 0.4
# A number with less strength than this does not even tell what was meant.
_HINTS: Final = 0.2


class Reading(NamedTuple):
    """One statement with its three legs, each from 0 to 1."""

    statement: Statement
    pins: tuple[Pin, ...]
    named: float
    said: float
    pinned: float

    @property
    def nearest(self) -> str:
        """The kind of the strongest pin: what the contributor was about to give."""
        pin = max(self.pins, key=lambda pin: pin.strength, default=None)
        return pin.kind if pin and pin.strength >= _HINTS else ""

    @property
    def weakest(self) -> float:
        """The leg that decides whether the statement stands."""
        return min(self.named, self.said, self.pinned)

    @property
    def rank(self) -> tuple[float, float]:
        """By which the most telling of several statements is found."""
        return self.weakest, self.named + self.pinned


def read(statement: Statement) -> Reading:
    """A statement that is a question, a reminder or a template says nothing yet."""
    named = _named(statement)
    if statement.mood != "asserted":
        return Reading(statement, (), named, 0.0, 0.0)
    found = tuple(pins(statement))
    return Reading(statement, found, named, _said(statement, found), _pinned(found))


def _named(statement: Statement) -> float:
    if statement.pointed:
        return 0.1
    said = statement.said
    if "I" in said or "A" in said:
        return 1.0
    if _UNDECIDED.match(said):  # several operators: which?
        return 0.45
    if "t" in said:
        return 0.9
    return 0.6 if "R" in said else 0.2


def _said(statement: Statement, found: tuple[Pin, ...]) -> float:
    """A fragment says something when it gives a value; a topic does not."""
    valued = any(pin.strength > THRESHOLD and pin.kind not in _NO_VALUE for pin in found)
    return 1.0 if valued or statement.has_verb else 0.3


def _pinned(found: tuple[Pin, ...]) -> float:
    """Independent pins add up as chances do; weak ones do not add up at all."""
    doubt, strongest = 1.0, 0.0
    for pin in found:
        strongest = max(strongest, pin.strength)
        if pin.strength > _ADDS_UP:
            doubt *= 1 - pin.strength
    return max(1 - doubt, strongest)
