"""From baselines, calibration and the entries' statuses to one distribution per parameter."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from registry.baselines.fields import HEADLINE_RECORDS
from registry.baselines.model import Baselines, Fault, Issue, Quantity, Unlock
from registry.projection.calibration import Calibrations, calibrate
from registry.projection.parameters import PARAMETERS
from registry.projection.premises import Premises
from registry.projection.sampling import Draw

EFFICIENCY = "platforms.h100.efficiency"
_SAMPLED = {parameter.path for parameter in PARAMETERS}
_LOG = {parameter.path for parameter in PARAMETERS if parameter.log}


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that the headlines are computed from: draws by path, and where each came from."""

    draws: Mapping[str, Draw]
    quantities: Mapping[str, Quantity]
    """The quantity behind each draw; the calibrated efficiency has none."""
    calibrations: Calibrations
    issues: tuple[Issue, ...]

    def center(self, path: str) -> float:
        """Return a parameter's median."""
        return float(self.draws[path].at(0.5, log=path in _LOG))

    @property
    def families(self) -> tuple[str, ...]:
        """The ASIC families that the baselines describe."""
        known = {path.split(".")[1] for path in self.draws if path.startswith("asics.")}
        sram = ("sram", "sram_kv") if "sram_kv" in known else ("sram",)
        return ("hbm4", *(sram if "sram" in known else ()))


def projection_inputs(baselines: Baselines, statuses: Mapping[str, str]) -> Inputs:
    """Return the inputs under the entries' `statuses` (by id; a missing entry counts as open).

    `baselines` has to be usable.
    """
    calibrations = calibrate(baselines)
    draws: dict[str, Draw] = {}
    quantities: dict[str, Quantity] = {}
    issues = [*calibrations.issues]
    for path, quantity in _headline_quantities(baselines):
        draws[path] = _draw(path, quantity)
        quantities[path] = quantity
        if quantity.is_range and path not in _SAMPLED and quantity.value is None:
            issues.append(_fixed_parameter(quantity))
    for unlock in reversed(baselines.unlocks):  # of two on one parameter the first counts
        selected = range_of(unlock, statuses.get(unlock.entry, "open"))
        draws[unlock.parameter] = selected
        quantities[unlock.parameter] = _stated(unlock, statuses.get(unlock.entry, "open"))
    if "h100" in calibrations.platforms:
        h100 = calibrations.platforms["h100"]
        draws[EFFICIENCY] = Draw(h100.low, h100.high)
    return Inputs(draws, quantities, calibrations, tuple(issues))


def inputs_of(premises: Premises) -> Inputs | None:
    """Return the inputs of the model, None where the baselines cannot be used."""
    if not premises.baselines.usable:
        return None
    inputs = projection_inputs(premises.baselines, premises.statuses)
    return None if any(issue.fault is Fault.INVALID for issue in inputs.issues) else inputs


def issues_of(premises: Premises) -> tuple[Issue, ...]:
    """Return everything that is wrong with the baselines, calibration included."""
    found = premises.baselines.issues
    if premises.baselines.usable:
        found += projection_inputs(premises.baselines, premises.statuses).issues
    return found


def resolved_inputs(inputs: Inputs, baselines: Baselines, entries: frozenset[str]) -> Inputs:
    """Return the same inputs with `entries` resolved."""
    draws = dict(inputs.draws)
    for unlock in reversed(baselines.unlocks):
        if unlock.entry in entries:
            draws[unlock.parameter] = range_of(unlock, "resolved")
    return Inputs(draws, inputs.quantities, inputs.calibrations, inputs.issues)


def range_of(unlock: Unlock, status: str) -> Draw:
    """Return the range that a status selects; without a `partial` one, the mean of the others.

    Any status between the first and the last counts as partial.
    """
    stated = unlock.ranges.get(status if status in ("open", "resolved") else "partial")
    if stated is None:
        low, high = unlock.ranges["open"].range
        return Draw(low, high, unlock.ranges["resolved"].range)
    return _draw(unlock.parameter, stated)


def _stated(unlock: Unlock, status: str) -> Quantity:
    key = status if status in ("open", "resolved") else "partial"
    return unlock.ranges.get(key, unlock.ranges["open"])


def _draw(path: str, quantity: Quantity) -> Draw:
    if path in _SAMPLED:
        return Draw(*quantity.range)
    return Draw(quantity.central, quantity.central)


def _headline_quantities(baselines: Baselines) -> Iterator[tuple[str, Quantity]]:
    for path, fields in HEADLINE_RECORDS.items():
        record = baselines.records.get(path)
        for key in fields if record else ():
            assert record is not None
            if key in record.quantities:
                yield f"{path}.{key}", record.quantities[key]


def _fixed_parameter(quantity: Quantity) -> Issue:
    return Issue(
        Fault.IMPLAUSIBLE,
        quantity.path,
        quantity.line,
        f"`{quantity.path}` is a range, but the model takes one value: the middle is used.",
        "Give a `value`, beside the range if that is worth showing.",
        quantity.end_line,
    )
