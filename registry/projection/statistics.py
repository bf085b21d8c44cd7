"""Percentiles, shares and verdicts of a headline, with the standard errors of its blocks."""

import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from registry.projection.machine import Array
from registry.projection.sampling import BLOCKS

PERCENTILES = (0.05, 0.5, 0.95)
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


def order_statistics(samples: Array) -> tuple[float, float, float]:
    """Return P5, P50 and P95: entry round(p (N-1)) of the sorted samples, +inf last, NaN left out.

    NaN when there is no sample.
    """
    valid = np.sort(samples[~np.isnan(samples)])
    if not len(valid):
        return math.nan, math.nan, math.nan
    low, median, high = (float(valid[round(p * (len(valid) - 1))]) for p in PERCENTILES)
    return low, median, high


def distribution(samples: Array) -> Distribution:
    """Return the percentiles of a headline's samples."""
    infinite, missing = np.isinf(samples).mean(), np.isnan(samples).mean()
    low, median, high = order_statistics(samples)
    return Distribution(low, median, high, float(infinite), float(missing))


def shares(samples: Array, low: float, high: float) -> Shares:
    """Return where the samples lie relative to `low` and `high`, both counted as inside."""
    valid = samples[~np.isnan(samples)]
    if not len(valid):
        return Shares(0.0, 0.0, 0.0)
    below, above = float((valid < low).mean()), float((valid > high).mean())
    return Shares(below, 1.0 - below - above, above)


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


def block_statistics(samples: Array) -> Array:
    """Return P5, P50 and P95 of each block, shape (blocks, 3)."""
    return np.array([order_statistics(block) for block in samples.reshape(BLOCKS, -1)])


def standard_error(per_block: Array) -> Array:
    """Return the standard error of a pooled statistic from its values per block (first axis)."""
    with np.errstate(invalid="ignore"):
        return np.asarray(per_block.std(axis=0, ddof=1) / math.sqrt(len(per_block)))
