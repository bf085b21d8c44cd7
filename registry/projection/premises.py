"""What a projection is computed from, and the readings it is computed under."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from registry.baselines import Baselines, Issue
from registry.projection.evaluation import Cell
from registry.projection.inputs import Inputs, projection_inputs
from registry.published import Published

HEADLINE_SPEED = 25.0
"""Tokens per second and stream: the interactive limit of MLPerf's Llama 2 70B is 40 ms a token.
It is also near the speed where most published ranges agree, so it is chosen in their favour."""

SPEEDS = (10.0, 25.0, 50.0, 100.0)
HEADLINE_CELLS = (Cell(baseline="wide"), Cell(baseline="node"))


@dataclass(frozen=True, slots=True)
class Premises:
    """The baselines, the published ranges and the status of each entry by id."""

    baselines: Baselines
    published: Published
    statuses: Mapping[str, str] = field(default_factory=dict)

    def inputs(self) -> Inputs | None:
        """Return the inputs of the model, None where the baselines cannot be used."""
        if not self.baselines.usable:
            return None
        inputs = projection_inputs(self.baselines, self.statuses)
        return None if any(issue.fault == "invalid" for issue in inputs.issues) else inputs

    def issues(self) -> tuple[Issue, ...]:
        """Return everything that is wrong with the baselines, calibration included."""
        found = self.baselines.issues
        if self.baselines.usable:
            found += projection_inputs(self.baselines, self.statuses).issues
        return found
