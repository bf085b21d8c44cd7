"""Percentiles and shares of a headline's samples, with the standard errors of its blocks."""

import math

import numpy as np

from registry.projection.machine import Array
from registry.projection.sampling import BLOCKS
from registry.projection.verdict import Distribution, Shares

PERCENTILES = (0.05, 0.5, 0.95)


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


def block_statistics(samples: Array) -> Array:
    """Return P5, P50 and P95 of each block, shape (blocks, 3)."""
    return np.array([order_statistics(block) for block in samples.reshape(BLOCKS, -1)])


def standard_error(per_block: Array) -> Array:
    """Return the standard error of a pooled statistic from its values per block (first axis)."""
    with np.errstate(invalid="ignore"):
        return np.asarray(per_block.std(axis=0, ddof=1) / math.sqrt(len(per_block)))
