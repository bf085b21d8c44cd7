"""What a change does to the headlines: both sides on the same samples, and who drove it."""

import math
from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from registry.baselines.model import Fault
from registry.projection.attribution import shapley, strongest
from registry.projection.changed import Sides, changed_inputs, lowered_audits, residual_changes
from registry.projection.evaluation import Evaluation, Evaluator
from registry.projection.inputs import inputs_of, issues_of
from registry.projection.machine import Array
from registry.projection.premises import Premises
from registry.projection.project import Progress, cell_rows, silent
from registry.projection.reading import HEADLINE_CELLS, Cell
from registry.projection.sampling import BLOCK_SIZE, BLOCKS, Draw, quantiles
from registry.projection.shift import (
    CellDelta,
    ChangedInput,
    Driver,
    HeadlineDelta,
    ProjectionDelta,
    Row,
)
from registry.projection.statistics import (
    block_statistics,
    order_statistics,
    shares,
    standard_error,
)
from registry.projection.verdict import margins
from registry.published import METRICS, Headline

LEAST_CHANGE = 0.01
"""A change of ln below which nothing is said to have moved."""
MAX_GROUPS = 8
"""Groups attributed exactly, over all 2^8 sets; of more, the weakest become one."""
ATTRIBUTED = 2**16
"""Samples per block times sets evaluated: more groups are attributed on fewer samples each, so
that an answer takes seconds whatever changed."""


def project_delta(
    before: Premises,
    after: Premises,
    evaluator: Evaluator | None = None,
    cells: tuple[Cell, ...] = HEADLINE_CELLS,
    progress: Progress = silent,
) -> ProjectionDelta:
    """Return what the change from `before` to `after` does to the headlines."""
    base, head = inputs_of(before), inputs_of(after)
    if base is None or head is None:
        return ProjectionDelta(stale=_stale(before if base is None else after))
    sides = Sides(before, after, base, head)
    inputs = changed_inputs(sides)
    lowered = tuple(lowered_audits(base, head))
    if not inputs and before.published.headlines == after.published.headlines:
        return ProjectionDelta(lowered=lowered)
    evaluator = evaluator or Evaluator()
    progress("both sides")
    deltas = [_cell_delta(sides, cell, evaluator) for cell in cells]
    if inputs and any(row.moved for delta in deltas for row in delta.rows):
        progress("attribution")
        attribution = _Attribution(sides, inputs, cells, evaluator)
        deltas = [attribution.explained(delta) for delta in deltas]
    return ProjectionDelta(tuple(deltas), inputs, residual_changes(base, head), lowered)


def _stale(side: Premises) -> str:
    invalid = (issue for issue in issues_of(side) if issue.fault is Fault.INVALID)
    return next((issue.message for issue in invalid), "The baselines are gone.")


def _cell_delta(sides: Sides, cell: Cell, evaluator: Evaluator) -> CellDelta:
    evaluations = evaluator(sides.base.draws, cell), evaluator(sides.head.draws, cell)
    old = cell_rows(sides.before, sides.base, cell, evaluator)
    new = cell_rows(sides.after, sides.head, cell, evaluator)
    published = sides.before.published.headlines | sides.after.published.headlines
    return CellDelta(
        cell,
        tuple(
            _headline_delta(headline, old.row(metric), new.row(metric), evaluations)
            for metric, headline in published.items()
        ),
    )


def _headline_delta(
    headline: Headline,
    before: Row | None,
    after: Row | None,
    sides: tuple[Evaluation, Evaluation],
) -> HeadlineDelta:
    base, head = (side.headlines[headline.metric] for side in sides)
    change = _log_change(np.array(order_statistics(base)), np.array(order_statistics(head)))
    error = standard_error(_log_change(block_statistics(base), block_statistics(head)))
    error = np.nan_to_num(error)
    changed = before is not None and after is not None and before.verdict != after.verdict
    assert after is not None or before is not None
    beyond = changed and after is not None and _beyond_threshold(head, after)
    moved = bool(np.any(np.abs(change) >= np.maximum(LEAST_CHANGE, 3 * error)))
    return HeadlineDelta(
        headline,
        before,
        after,
        tuple(change.tolist()),
        tuple(error.tolist()),
        moved or beyond or (before is None) != (after is None),
        changed and not beyond,
    )


def _log_change(before: Array, after: Array) -> Array:
    """Return ln after - ln before; 0 where both are the same infinity."""
    with np.errstate(divide="ignore", invalid="ignore"):
        change = np.log(after) - np.log(before)
    return np.where(before == after, 0.0, change)


def _beyond_threshold(samples: Array, row: Row) -> bool:
    """Whether the shares that decide the verdict are clear of their thresholds by two errors."""
    low, high = row.headline.low, row.headline.high
    per_block = [margins(shares(block, low, high)) for block in samples.reshape(BLOCKS, -1)]
    error = standard_error(np.array(per_block))
    return bool(np.all(np.abs(margins(row.shares)) > 2 * error))


class _Attribution:
    """Shapley shares of the changed inputs in the change of each headline's ln median."""

    def __init__(
        self,
        sides: Sides,
        inputs: tuple[ChangedInput, ...],
        cells: tuple[Cell, ...],
        evaluator: Evaluator,
    ) -> None:
        self.base, self.head, self.cells = sides.base.draws, sides.head.draws, cells
        block = ATTRIBUTED >> min(len(inputs), MAX_GROUPS)
        self.evaluator = evaluator if block >= BLOCK_SIZE else Evaluator(quantiles(block))
        self.groups = self._merged(inputs)
        self.shares = shapley(self._medians, len(self.groups))

    def explained(self, delta: CellDelta) -> CellDelta:
        """Return the delta with its drivers, the strongest first."""
        return replace(delta, rows=tuple(self._explained(row, delta.cell) for row in delta.rows))

    def _explained(self, row: HeadlineDelta, cell: Cell) -> HeadlineDelta:
        shares = self.shares[:, self.cells.index(cell), METRICS.index(row.headline.metric)]
        if not (row.moved and math.isfinite(row.change[1]) and np.isfinite(shares).all()):
            return row
        # A smaller sample than the delta's may differ by a part of its standard error.
        shares = shares + (row.change[1] - shares.sum()) / len(shares)
        drivers = [Driver(g, float(s)) for g, s in zip(self.groups, shares, strict=True)]
        return replace(row, drivers=tuple(sorted(drivers, key=lambda d: -abs(d.share))))

    def _merged(self, inputs: tuple[ChangedInput, ...]) -> tuple[ChangedInput, ...]:
        """Keep the groups with the largest effects alone, and make one of the others."""
        if len(inputs) <= MAX_GROUPS:
            return inputs
        base = self._of(frozenset())
        effects = [float(np.nansum(np.abs(self._of(group.paths) - base))) for group in inputs]
        kept = strongest(effects, MAX_GROUPS - 1)
        rest = [group for index, group in enumerate(inputs) if index not in kept]
        other = ChangedInput(
            "other changes",
            frozenset().union(*(group.paths for group in rest)),
            f"{len(rest)} inputs",
            f"{len(rest)} inputs",
            "",
            (),
            None,
        )
        return (*(inputs[index] for index in kept), other)

    def _medians(self, members: frozenset[int]) -> Array:
        return self._of(frozenset().union(*(self.groups[index].paths for index in members)))

    def _of(self, paths: frozenset[str]) -> Array:
        """Return ln P50, axes (cells, metrics), with `paths` at head and the rest at base."""
        draws = self._mixed(paths)
        medians = [
            [order_statistics(found.headlines[metric])[1] for metric in METRICS]
            for cell in self.cells
            for found in [self.evaluator(draws, cell)]
        ]
        with np.errstate(divide="ignore"):
            return np.asarray(np.log(np.array(medians)))

    def _mixed(self, paths: frozenset[str]) -> Mapping[str, Draw]:
        return {
            **{path: draw for path, draw in self.base.items() if path not in paths},
            **{path: self.head[path] for path in paths if path in self.head},
        }
