"""What a change does to the headlines, as values: computed in `delta`, shown and judged elsewhere.

Nothing here needs numpy, so that rules and templates can name these types for free.
"""

import math
from dataclasses import dataclass

from registry.baselines.model import Quantity
from registry.projection.reading import Cell
from registry.projection.verdict import Distribution, Shares, Verdict
from registry.published import Headline

UNAUDITED = ("vendor_claim", "estimate")


@dataclass(frozen=True, slots=True)
class Row:
    """One headline under one reading. `error` is the relative standard error of the median."""

    headline: Headline
    distribution: Distribution
    shares: Shares
    verdict: Verdict
    error: float


@dataclass(frozen=True, slots=True)
class ChangedInput:
    """Inputs that changed together: one number, one platform's price and power, one unlock.

    `before` and `after` are texts for people, `audit` the weakest level on the head side, and
    `line` points into the baselines (from 1) or is None where the registry's status changed.
    """

    name: str
    paths: frozenset[str]
    before: str
    after: str
    audit: str
    sources: tuple[str, ...]
    line: int | None

    @property
    def unaudited(self) -> bool:
        return self.audit in UNAUDITED


@dataclass(frozen=True, slots=True)
class Driver:
    """A changed input's share of a headline's change, in ln of its median."""

    input: ChangedInput
    share: float

    @property
    def factor(self) -> float:
        """What the input multiplies the headline with."""
        return math.exp(self.share)


@dataclass(frozen=True, slots=True)
class HeadlineDelta:
    """One headline before and after. `change` and `error` hold ln P5, P50 and P95.

    `at_threshold` tells a verdict that changed within sampling noise, which does not count.
    """

    headline: Headline
    before: Row | None
    after: Row | None
    change: tuple[float, float, float]
    error: tuple[float, float, float]
    moved: bool
    at_threshold: bool
    drivers: tuple[Driver, ...] = ()

    @property
    def verdict_change(self) -> int:
        """Steps the verdict went up (positive) or down; 0 within noise."""
        if self.before is None or self.after is None or self.at_threshold:
            return 0
        return self.after.verdict.rank - self.before.verdict.rank


@dataclass(frozen=True, slots=True)
class CellDelta:
    """All headlines under one reading."""

    cell: Cell
    rows: tuple[HeadlineDelta, ...]


@dataclass(frozen=True, slots=True)
class AuditLowered:
    """An input of the headlines whose evidence became weaker while its number stayed."""

    quantity: Quantity
    before: str


@dataclass(frozen=True, slots=True)
class ResidualChange:
    """A calibration point whose distance from its platform's efficiency (ln) changed."""

    result: str
    before: float | None
    after: float | None


@dataclass(frozen=True, slots=True)
class ProjectionDelta:
    """What a change does to the projection. `stale` says why nothing could be computed."""

    cells: tuple[CellDelta, ...] = ()
    inputs: tuple[ChangedInput, ...] = ()
    residuals: tuple[ResidualChange, ...] = ()
    lowered: tuple[AuditLowered, ...] = ()
    stale: str = ""

    @property
    def says_something(self) -> bool:
        """Whether the change touches anything that the headlines are computed from."""
        return bool(self.stale or self.inputs or self.cells or self.lowered)

    @property
    def moved(self) -> tuple[HeadlineDelta, ...]:
        """The headlines that moved beyond noise under any reading."""
        return tuple(row for cell in self.cells for row in cell.rows if row.moved)

    @property
    def shifted(self) -> bool:
        return bool(self.moved)
