"""The projection as JSON-ready data."""

from typing import Any

from registry.projection.calibration import Calibration
from registry.projection.delta_data import finite, published_data, reading_data, row_data
from registry.projection.project import CellRows, Projection
from registry.projection.sensitivity import Sensitivity
from registry.projection.unlocks import Unlocked


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
                "total": finite(row.total),
                "first": finite(row.first),
                "at_low": finite(row.at_low),
                "at_high": finite(row.at_high),
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
                "factors": {metric: finite(value) for metric, value in effect.factors.items()},
            }
            for effect in found.effects
        ],
        "all": {
            metric: [finite(value) for value in summary.percentiles]
            for metric, summary in found.together.items()
        },
        "not_modelled": list(found.not_modelled),
    }


def _cell_rows(cell: CellRows) -> dict[str, Any]:
    return {
        **reading_data(cell.cell),
        "headlines": [published_data(row.headline) | row_data(row) for row in cell.rows],
    }


def _calibration(found: Calibration) -> dict[str, Any]:
    return {
        "efficiency": finite(found.efficiency),
        "sd": finite(found.sd),
        "low": finite(found.low),
        "high": finite(found.high),
        "points": [
            {
                "result": point.result.path,
                "use": use,
                "efficiency": finite(point.efficiency),
                "residual": finite(point.residual),
                "left_out": finite(point.left_out),
            }
            for use, points in (("calibration", found.points), ("validation", found.validation))
            for point in points
        ],
    }
