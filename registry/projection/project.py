"""Published ranges next to recomputed distributions, with a verdict for each."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from registry.projection.evaluation import Evaluator
from registry.projection.inputs import Inputs, inputs_of
from registry.projection.premises import Premises
from registry.projection.reading import HEADLINE_CELLS, Cell
from registry.projection.shift import Row
from registry.projection.statistics import block_statistics, distribution, shares, standard_error
from registry.projection.verdict import verdict

Progress = Callable[[str], None]
"""Told before each long step, in words."""


def silent(step: str) -> None:
    """Report no progress."""


@dataclass(frozen=True, slots=True)
class CellRows:
    """All published headlines under one reading."""

    cell: Cell
    rows: tuple[Row, ...]

    def row(self, metric: str) -> Row | None:
        return next((row for row in self.rows if row.headline.metric == metric), None)


@dataclass(frozen=True, slots=True)
class Projection:
    """The recomputed headlines, cell by cell, and the inputs behind them."""

    cells: tuple[CellRows, ...]
    inputs: Inputs


def project(
    premises: Premises,
    evaluator: Evaluator | None = None,
    cells: Iterable[Cell] = HEADLINE_CELLS,
    progress: Progress = silent,
) -> Projection | None:
    """Recompute the published headlines; None where the baselines cannot be used."""
    inputs = inputs_of(premises)
    if inputs is None:
        return None
    evaluator = evaluator or Evaluator()
    found = []
    for cell in cells:
        progress(f"{cell.baseline} at {cell.speed:g} tok/s")
        found.append(cell_rows(premises, inputs, cell, evaluator))
    return Projection(tuple(found), inputs)


def cell_rows(premises: Premises, inputs: Inputs, cell: Cell, evaluator: Evaluator) -> CellRows:
    """Recompute the published headlines under one reading."""
    headlines = evaluator(inputs.draws, cell).headlines
    rows = []
    for metric, headline in premises.published.headlines.items():
        samples = headlines[metric]
        summary = distribution(samples)
        found = shares(samples, headline.low, headline.high)
        error = float(standard_error(block_statistics(samples))[1]) / summary.p50
        rows.append(Row(headline, summary, found, verdict(found), error))
    return CellRows(cell, tuple(rows))
