"""What is said about a sentence: the label, how sure it is, and why."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:  # they compile the grammar, which most commands never need
    from rules.specificity.reading import Reading
    from rules.specificity.statements import Statement

# From here on a sentence counts as specific.
THRESHOLD: Final = 0.5
# Below this a sentence is vague beyond reasonable doubt, if the grammar misses a leg of it too
# (`reading`); between the two lies the grey zone.
CLEARLY_VAGUE_BELOW: Final = 0.15

# A stretch of a rewritten sentence: the contributor's own words, or what is to be filled in.
Fragment = tuple[Literal["own", "gap"], str]


class Evidence(NamedTuple):
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
    """Whether a sentence is specific; `score` runs from 0 (vague) to 1 (specific)."""

    text: str
    score: float
    statements: "tuple[Statement, ...]"

    @property
    def specific(self) -> bool:
        """Whether the sentence may stand as a blocker."""
        return self.score >= THRESHOLD

    @property
    def clearly_vague(self) -> bool:
        """Whether there is so little doubt that the contributor may be asked to rewrite it.

        Weights and grammar err on different sentences, so that both must agree.
        """
        if self.score >= CLEARLY_VAGUE_BELOW:
            return False
        best = self.most_telling
        return best is None or best.weakest < THRESHOLD

    @cached_property
    def readings(self) -> "tuple[Reading, ...]":
        """What the grammar makes of each statement; the score does not need it."""
        from rules.specificity.reading import read  # noqa: PLC0415 - compiles the grammar

        return tuple(map(read, self.statements))

    @property
    def most_telling(self) -> "Reading | None":
        """The statement that has most of what makes a blocker specific; none of no statement."""
        return max(self.readings, key=lambda reading: reading.rank, default=None)
