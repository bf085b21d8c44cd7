"""Whether a recomputed distribution supports a published range."""

from dataclasses import dataclass
from enum import StrEnum

LEAST_INSIDE = 0.1
"""Share inside a published range below which it counts as not supported."""


class Verdict(StrEnum):
    """How far the recomputed distribution supports a published range, best last."""

    NOT_SUPPORTED = "not supported"
    PARTLY = "partly supported"
    SUPPORTED = "supported"

    @property
    def rank(self) -> int:
        return list(Verdict).index(self)


@dataclass(frozen=True, slots=True)
class Distribution:
    """A headline's samples in short.

    Percentiles are order statistics; `infinite` is the share of samples in which the H100 cannot
    serve the speed, `without_value` the share in which neither side can.
    """

    p5: float
    p50: float
    p95: float
    infinite: float
    without_value: float

    @property
    def percentiles(self) -> tuple[float, float, float]:
        return self.p5, self.p50, self.p95


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares of the samples below, inside and above a published range."""

    below: float
    inside: float
    above: float


def verdict(found: Shares) -> Verdict:
    """Return the verdict on a published range.

    Not supported when less than a tenth of the samples lies inside; supported when the median
    lies inside, and at least as many samples as on either side of the range.
    """
    least, *central = margins(found)
    if least < 0:
        return Verdict.NOT_SUPPORTED
    return Verdict.SUPPORTED if min(central) >= 0 else Verdict.PARTLY


def margins(found: Shares) -> tuple[float, ...]:
    """Return how far each share that decides a verdict is from its threshold."""
    return (
        found.inside - LEAST_INSIDE,
        found.inside - found.below,
        found.inside - found.above,
        0.5 - found.below,
        0.5 - found.above,
    )
