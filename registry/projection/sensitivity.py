"""Which uncertain parameter moves a headline most: Sobol indices and a tornado."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from registry.projection.evaluation import Evaluator
from registry.projection.inputs import Inputs
from registry.projection.machine import Array
from registry.projection.parameters import COLUMNS
from registry.projection.reading import Cell
from registry.projection.sampling import COLUMN, SEED, Draw, quantiles
from registry.projection.statistics import order_statistics
from registry.published import METRICS

BASE_SAMPLES = 2048
"""Samples of each Saltelli matrix: replicates of the largest total index differ by 0.02."""
TORNADO_BLOCK = 512
SMALLEST, LARGEST = 1e-6, 1e12
"""Headlines are clipped to this before taking ln: an H100 that cannot serve gives infinity."""


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """One parameter's part in the spread of one headline.

    `total` and `first` are Sobol indices of ln of the headline; `at_low` and `at_high` are what
    its median is multiplied with when the parameter is pinned to an end of its range.
    """

    parameter: str
    total: float
    first: float
    at_low: float
    at_high: float


def sensitivities(inputs: Inputs, cell: Cell) -> dict[str, tuple[Sensitivity, ...]]:
    """Return, by metric, the uncertain parameters of `cell`, the strongest first."""
    parameters = _uncertain(inputs.draws, cell)
    first, total = _sobol_indices(inputs.draws, cell, parameters)
    low, high = _tornado(inputs.draws, cell, parameters)
    found = {}
    for index, metric in enumerate(METRICS):
        rows = [
            Sensitivity(
                path,
                float(total[index, i]),
                float(first[index, i]),
                float(low[i, index]),
                float(high[i, index]),
            )
            for i, path in enumerate(parameters)
        ]
        found[metric] = tuple(sorted(rows, key=lambda row: -row.total))
    return found


def _uncertain(draws: Mapping[str, Draw], cell: Cell) -> list[str]:
    """Return the parameters of a cell that are ranges, in the order of their columns."""
    probe = Evaluator(np.full((COLUMNS, 1), 0.5))
    probe(draws, cell)
    return sorted((p for p in probe.read if not draws[p].fixed), key=COLUMN.__getitem__)


def _sobol_indices(
    draws: Mapping[str, Draw], cell: Cell, parameters: list[str]
) -> tuple[Array, Array]:
    """Return first-order (Saltelli 2010) and total (Jansen) indices, axes (metric, parameter)."""
    # A second of import that few commands need.
    from scipy import stats  # type: ignore[import-untyped]  # noqa: PLC0415

    rows = [COLUMN[path] for path in parameters]

    def headlines(quantile: Array) -> Array:
        points = np.full((COLUMNS, quantile.shape[1]), 0.5)
        points[rows] = quantile
        return _logs(Evaluator(points), draws, cell)

    found = stats.sobol_indices(
        func=headlines,
        n=BASE_SAMPLES,
        dists=[stats.uniform()] * len(parameters),
        rng=SEED,
    )
    return found.first_order, found.total_order


def _logs(evaluator: Evaluator, draws: Mapping[str, Draw], cell: Cell) -> Array:
    samples = np.array([evaluator(draws, cell).headlines[metric] for metric in METRICS])
    return np.asarray(np.log(np.clip(np.nan_to_num(samples, nan=1.0), SMALLEST, LARGEST)))


def _tornado(draws: Mapping[str, Draw], cell: Cell, parameters: list[str]) -> tuple[Array, Array]:
    """Return the medians' factors with each parameter at either end, axes (parameter, metric).

    All other parameters keep their samples.
    """
    evaluator = Evaluator(quantiles(TORNADO_BLOCK))
    base = _medians(evaluator, draws, cell)
    ends: list[list[Array]] = [[], []]
    for path in parameters:
        for end, factors in zip((0.0, 1.0), ends, strict=True):
            pinned = float(draws[path].at(end, log=False))
            moved = _medians(evaluator, {**draws, path: Draw(pinned, pinned)}, cell)
            factors.append(moved / base)
    return np.array(ends[0]), np.array(ends[1])


def _medians(evaluator: Evaluator, draws: Mapping[str, Draw], cell: Cell) -> Array:
    found = evaluator(draws, cell).headlines
    medians = [order_statistics(found[metric])[1] for metric in METRICS]
    return np.array([m if math.isfinite(m) else math.nan for m in medians])
