"""The projection as JSON-ready data: no infinity and no NaN, which JSON does not have."""

import math
from typing import Any

from registry.projection.calibration import Calibration
from registry.projection.project import CellRows, Projection
from registry.projection.reading import Cell
from registry.projection.sensitivity import Sensitivity
from registry.projection.shift import ChangedInput, HeadlineDelta, ProjectionDelta, Row
from registry.projection.unlocks import Unlocked
from registry.published import Headline


def projection_data(projection: Projection) -> dict[str, Any]:
    """Return the headlines under each reading and the calibration behind them."""
    return {
        "readings": [_cell_rows(cell) for cell in projection.cells],
        "calibration": {
            name: _calibration(found)
            for name, found in projection.inputs.calibrations.platforms.items()
        },
    }


def sensitivity_data(found: dict[str, tuple[Sensitivity, ...]], most: int) -> dict[str, Any]:
    """Return the `most` strongest parameters of each headline."""
    return {
        metric: [
            {
                "parameter": row.parameter,
                "total": _number(row.total),
                "first": _number(row.first),
                "at_low": _number(row.at_low),
                "at_high": _number(row.at_high),
            }
            for row in rows[:most]
        ]
        for metric, rows in found.items()
    }


def unlocked_data(found: Unlocked) -> dict[str, Any]:
    """Return the effect of resolving each entry."""
    return {
        "entries": [
            {
                "entry": effect.entry,
                "status": effect.status,
                "factors": {metric: _number(value) for metric, value in effect.factors.items()},
            }
            for effect in found.effects
        ],
        "all": {
            metric: [_number(value) for value in summary.percentiles]
            for metric, summary in found.together.items()
        },
        "not_modelled": list(found.not_modelled),
    }


def delta_data(delta: ProjectionDelta) -> dict[str, Any]:
    """Return what a change does, with the lines it stands on."""
    return {
        "stale": delta.stale or None,
        "shifted": delta.shifted,
        "inputs": [_input(changed) for changed in delta.inputs],
        "readings": [
            {**_reading(cell.cell), "headlines": [_headline_delta(row) for row in cell.rows]}
            for cell in delta.cells
        ],
        "residuals": [
            {
                "result": change.result,
                "before": _number(change.before),
                "after": _number(change.after),
            }
            for change in delta.residuals
        ],
        "audit_lowered": [
            {
                "input": lowered.quantity.path,
                "before": lowered.before,
                "after": lowered.quantity.audit,
                "line": lowered.quantity.line,
            }
            for lowered in delta.lowered
        ],
    }


def _reading(cell: Cell) -> dict[str, Any]:
    return {"speed": cell.speed, "baseline": cell.baseline, "family": cell.family}


def _cell_rows(cell: CellRows) -> dict[str, Any]:
    return {
        **_reading(cell.cell),
        "headlines": [_published(row.headline) | _row(row) for row in cell.rows],
    }


def _published(headline: Headline) -> dict[str, Any]:
    return {
        "metric": headline.metric,
        "published": {"low": headline.low, "high": headline.high, "unit": headline.unit},
    }


def _row(row: Row) -> dict[str, Any]:
    found, shares = row.distribution, row.shares
    return {
        "p5": _number(found.p5),
        "p50": _number(found.p50),
        "p95": _number(found.p95),
        "error": _number(row.error),
        "below": round(shares.below, 4),
        "inside": round(shares.inside, 4),
        "above": round(shares.above, 4),
        "unbounded": round(found.infinite, 4),
        "without_value": round(found.without_value, 4),
        "verdict": str(row.verdict),
    }


def _headline_delta(row: HeadlineDelta) -> dict[str, Any]:
    return {
        **_published(row.headline),
        "before": _row(row.before) if row.before else None,
        "after": _row(row.after) if row.after else None,
        "change": [_number(value) for value in row.change],
        "error": [_number(value) for value in row.error],
        "moved": row.moved,
        "at_threshold": row.at_threshold,
        "drivers": [
            {**_input(driver.input), "share": _number(driver.share)} for driver in row.drivers
        ],
    }


def _input(changed: ChangedInput) -> dict[str, Any]:
    return {
        "name": changed.name,
        "before": changed.before,
        "after": changed.after,
        "audit": changed.audit or None,
        "sources": list(changed.sources),
        "line": changed.line,
    }


def _calibration(found: Calibration) -> dict[str, Any]:
    return {
        "efficiency": _number(found.efficiency),
        "sd": _number(found.sd),
        "low": _number(found.low),
        "high": _number(found.high),
        "points": [
            {
                "result": point.result.path,
                "use": use,
                "efficiency": _number(point.efficiency),
                "residual": _number(point.residual),
                "left_out": _number(point.left_out),
            }
            for use, points in (("calibration", found.points), ("validation", found.validation))
            for point in points
        ],
    }


def _number(value: float | None) -> float | None:
    """Round to six digits, which is beyond every standard error; infinity and NaN become null."""
    if value is None or not math.isfinite(value):
        return None
    return float(f"{value:.6g}")
