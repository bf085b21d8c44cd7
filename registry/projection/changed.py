"""The inputs of the model that differ between two sides, grouped as a contributor sees them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from registry.baselines.fields import AUDITS
from registry.baselines.model import Quantity
from registry.projection.calibration import Calibration
from registry.projection.inputs import EFFICIENCY, Inputs
from registry.projection.premises import Premises
from registry.projection.sampling import Draw
from registry.projection.shift import AuditLowered, ChangedInput, ResidualChange


@dataclass(frozen=True, slots=True)
class Sides:
    """Both sides of a change: what they are computed from, and the inputs that follow."""

    before: Premises
    after: Premises
    base: Inputs
    head: Inputs


def changed_inputs(sides: Sides) -> tuple[ChangedInput, ...]:
    """Return the groups of inputs whose distributions differ."""
    groups: dict[str, list[str]] = {}
    for path in sorted({*sides.base.draws, *sides.head.draws}):
        if sides.base.draws.get(path) != sides.head.draws.get(path):
            groups.setdefault(_group(path, sides), []).append(path)
    return tuple(_changed(name, paths, sides) for name, paths in groups.items())


def _group(path: str, sides: Sides) -> str:
    after, before = sides.after.baselines, sides.before.baselines
    unlock = after.unlock_of(path) or before.unlock_of(path)
    if unlock is not None:
        return unlock.entry
    record, _, key = path.rpartition(".")
    if record == "platforms.h100" and key in ("system_price", "system_power"):
        return "platforms.h100 price and power"
    return path


def _changed(name: str, paths: list[str], sides: Sides) -> ChangedInput:
    if paths == [EFFICIENCY]:
        return _recalibrated(sides)
    old, new = (side.statuses.get(name, "open") for side in (sides.before, sides.after))
    behind = [quantity for path in paths if (quantity := sides.head.quantities.get(path))]
    audit = max((q.audit for q in behind), key=_weakness, default="")
    sources = tuple(dict.fromkeys(source for q in behind for source in q.sources))
    if old != new and all(sides.after.baselines.unlock_of(path) for path in paths):
        return ChangedInput(f"status of {name}", frozenset(paths), old, new, audit, sources, None)
    return ChangedInput(
        paths[0] if len(paths) == 1 else name,
        frozenset(paths),
        _texts(paths, sides.base.quantities),
        _texts(paths, sides.head.quantities),
        audit,
        sources,
        behind[0].line if behind else None,
    )


def _texts(paths: list[str], quantities: Mapping[str, Quantity]) -> str:
    return ", ".join(quantities[path].written if path in quantities else "none" for path in paths)


def _weakness(audit: str) -> int:
    return AUDITS.index(audit) if audit in AUDITS else len(AUDITS)


def _recalibrated(sides: Sides) -> ChangedInput:
    """Name the results that moved the calibration, or the datasheet where none did."""
    after = sides.after.baselines
    changed = [
        record
        for record in after.section("results")
        if record.text("platform") == "h100"
        and sides.before.baselines.records.get(record.path) != record
    ]
    results = [record.quantities["throughput"] for record in changed if record.has("throughput")]
    names = ", ".join(record.path for record in changed) or "its datasheet"
    return ChangedInput(
        f"H100 calibration by {names}",
        frozenset({EFFICIENCY}),
        _efficiency(sides.base.draws[EFFICIENCY]),
        _efficiency(sides.head.draws[EFFICIENCY]),
        max((q.audit for q in results), key=_weakness, default="audited"),
        tuple(dict.fromkeys(source for q in results for source in q.sources)),
        results[0].line if results else after.records["platforms.h100"].line,
    )


def _efficiency(draw: Draw) -> str:
    return f"{draw.low:.3f}-{draw.high:.3f} of the roofline"


def lowered_audits(base: Inputs, head: Inputs) -> Iterator[AuditLowered]:
    """Yield the inputs whose audit level is weaker on the head side."""
    for path, quantity in head.quantities.items():
        old = base.quantities.get(path)
        if old is not None and _weakness(quantity.audit) > _weakness(old.audit):
            yield AuditLowered(quantity, old.audit)


def residual_changes(base: Inputs, head: Inputs) -> tuple[ResidualChange, ...]:
    """Return the H100 calibration residuals that differ; None where a side lacks the point."""
    old, new = (_residuals(side.calibrations.platforms.get("h100")) for side in (base, head))
    return tuple(
        ResidualChange(name, old.get(name), new.get(name))
        for name in dict.fromkeys((*old, *new))
        if old.get(name) != new.get(name)
    )


def _residuals(calibration: Calibration | None) -> dict[str, float]:
    if calibration is None:
        return {}
    points = (*calibration.points, *calibration.validation)
    return {point.result.path: point.residual for point in points}
