"""A projection's delta as JSON-ready data: no infinity and no NaN, which JSON does not have."""

import math
from typing import Any

from registry.projection.reading import Cell
from registry.projection.shift import ChangedInput, HeadlineDelta, ProjectionDelta, Row
from registry.published import Headline


def delta_data(delta: ProjectionDelta) -> dict[str, Any]:
    """Return what a change does, with the lines it stands on."""
    return {
        "stale": delta.stale or None,
        "shifted": delta.shifted,
        "inputs": [_input(changed) for changed in delta.inputs],
        "readings": [
            {**reading_data(cell.cell), "headlines": [_headline_delta(row) for row in cell.rows]}
            for cell in delta.cells
        ],
        "residuals": [
            {
                "result": change.result,
                "before": finite(change.before),
                "after": finite(change.after),
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


def reading_data(cell: Cell) -> dict[str, Any]:
    """Return what a headline is read under."""
    return {"speed": cell.speed, "baseline": cell.baseline, "family": cell.family}


def published_data(headline: Headline) -> dict[str, Any]:
    """Return a headline and its published range."""
    return {
        "metric": headline.metric,
        "published": {"low": headline.low, "high": headline.high, "unit": headline.unit},
    }


def row_data(row: Row) -> dict[str, Any]:
    """Return a headline's distribution and verdict."""
    found, shares = row.distribution, row.shares
    return {
        "p5": finite(found.p5),
        "p50": finite(found.p50),
        "p95": finite(found.p95),
        "error": finite(row.error),
        "below": round(shares.below, 4),
        "inside": round(shares.inside, 4),
        "above": round(shares.above, 4),
        "unbounded": round(found.infinite, 4),
        "without_value": round(found.without_value, 4),
        "verdict": str(row.verdict),
    }


def _headline_delta(row: HeadlineDelta) -> dict[str, Any]:
    return {
        **published_data(row.headline),
        "before": row_data(row.before) if row.before else None,
        "after": row_data(row.after) if row.after else None,
        "change": [finite(value) for value in row.change],
        "error": [finite(value) for value in row.error],
        "moved": row.moved,
        "at_threshold": row.at_threshold,
        "drivers": [
            {**_input(driver.input), "share": finite(driver.share)} for driver in row.drivers
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


def finite(value: float | None) -> float | None:
    """Round to six digits, which is beyond every standard error; infinity and NaN become null."""
    if value is None or not math.isfinite(value):
        return None
    return float(f"{value:.6g}")
