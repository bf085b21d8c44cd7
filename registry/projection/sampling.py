"""Common quantiles for every parameter, and the distributions they are read through.

Samples are scrambled Sobol points: 8 blocks of 2,048 whose spread gives the standard errors.
A parameter keeps its column whatever else changes, so two evaluations differ only by their inputs.
"""

from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from registry.projection.machine import Array, Number
from registry.projection.parameters import COLUMNS, PARAMETERS

BLOCKS = 8
BLOCK_SIZE = 2048
SAMPLES = BLOCKS * BLOCK_SIZE
SEED = 20260422

COLUMN = {parameter.path: index for index, parameter in enumerate(PARAMETERS)}


@dataclass(frozen=True, slots=True)
class Draw:
    """What a parameter is drawn from: one range, or the quantile-wise mean of two.

    The mean is geometric, and arithmetic where an end is not positive, so that a step between two
    ranges moves every sample by the same share of the way. A fixed value has equal ends.
    """

    low: float
    high: float
    other: tuple[float, float] | None = None

    @property
    def fixed(self) -> bool:
        return self.low == self.high and (self.other is None or self.other[0] == self.other[1])

    def at(self, quantile: Number, *, log: bool) -> Number:
        """Return the value at each quantile."""
        first = _between(self.low, self.high, quantile, log=log)
        if self.other is None:
            return first
        second = _between(*self.other, quantile, log=log)
        if min(self.low, self.high, *self.other) <= 0:
            return (first + second) / 2
        return np.asarray(np.sqrt(first * second))


def _between(low: float, high: float, quantile: Number, *, log: bool) -> Number:
    if low == high:
        return low
    if log:
        return np.asarray(low * np.exp(np.log(high / low) * quantile))
    return low + (high - low) * quantile


@cache
def quantiles(block_size: int = BLOCK_SIZE) -> Array:
    """Return the common quantiles, one row a column of the sequence: (64, 8 * block_size).

    A smaller block is a prefix of the full one. The width never follows the number of parameters:
    the first columns of a narrower sequence are other points.
    """
    # A second of import that few commands need.
    from scipy.stats import qmc  # type: ignore[import-untyped]  # noqa: PLC0415

    blocks = [
        qmc.Sobol(COLUMNS, scramble=True, rng=SEED + block).random(block_size)
        for block in range(BLOCKS)
    ]
    points = np.ascontiguousarray(np.concatenate(blocks).T)
    points.flags.writeable = False
    return points


class Values:
    """Sampled values by parameter path; remembers which paths were read.

    `kept` holds columns that were computed before, by path and draw.
    """

    def __init__(
        self,
        draws: Mapping[str, Draw],
        points: Array,
        kept: MutableMapping[tuple[str, Draw], Array] | None = None,
    ) -> None:
        self._draws = draws
        self._points = points
        self._kept = {} if kept is None else kept
        self.read: set[str] = set()

    def __call__(self, path: str) -> Number:
        """Return the value of `path`: a number when fixed, else one per sample."""
        self.read.add(path)
        return self.within(path, self._draws[path])

    def within(self, path: str, draw: Draw) -> Number:
        """Return the value at the quantiles of `path`, over another range than its own."""
        if draw.fixed:
            return float(draw.at(0.5, log=False))
        column = self._kept.get((path, draw))
        if column is None:
            index = COLUMN[path]
            column = np.asarray(draw.at(self._points[index], log=PARAMETERS[index].log))
            self._kept[path, draw] = column
        return column

    def number(self, path: str) -> float:
        """Return the value of a parameter that is never a range."""
        value = self(path)
        assert isinstance(value, float)
        return value
