"""What is said about a sentence: the label, how sure it is, and why."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Literal, NamedTuple

# From here on a sentence counts as specific.
THRESHOLD: Final = 0.5
# Vague beyond reasonable doubt where both its legs (`reading`) and its weighed evidence
# (`weighing`) score below this; between the two lies the grey zone.
CLEARLY_VAGUE_BELOW: Final = 0.3

# A stretch of a rewritten sentence: the contributor's own words, or what is to be filled in.
Fragment = tuple[Literal["own", "gap"], str]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch `text[start:end]` of the judged sentence and what it was recognised as."""

    kind: str
    text: str
    start: int
    end: int


class Reason(NamedTuple):
    """A stretch of the judged sentence and what it adds to the log-odds of being specific."""

    text: str
    weight: float


@dataclass(frozen=True)
class Judgement:
    """Whether a sentence is specific; `score` runs from 0 (vague) to 1 (specific).

    `clearly_vague`: with so little doubt that the contributor may be asked to rewrite it.
    `show` works out what was recognised, for which few judgements are asked.
    """

    text: str
    specific: bool
    score: float
    clearly_vague: bool
    missing: tuple[str, ...]
    show: Callable[[], tuple[Evidence, ...]] = field(default=tuple, repr=False, compare=False)

    @cached_property
    def found(self) -> tuple[Evidence, ...]:
        """What was recognised, in the order of the text."""
        return self.show()
