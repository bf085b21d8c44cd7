"""What resolving an entry would do to the headlines."""

from collections.abc import Iterable
from dataclasses import dataclass

from registry.projection.evaluation import Evaluator
from registry.projection.inputs import Inputs, resolved_inputs
from registry.projection.premises import Premises
from registry.projection.reading import Cell
from registry.projection.statistics import distribution, order_statistics
from registry.projection.verdict import Distribution
from registry.published import METRICS


@dataclass(frozen=True, slots=True)
class UnlockEffect:
    """Factors on the medians, by metric, when one entry goes from today's status to resolved."""

    entry: str
    status: str
    factors: dict[str, float]


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The effects of single entries, all of them at once, and the entries that move nothing.

    Effects do not multiply exactly, so the whole set is evaluated, never multiplied out.
    """

    effects: tuple[UnlockEffect, ...]
    together: dict[str, Distribution]
    not_modelled: tuple[str, ...]


def unlocked(
    premises: Premises, inputs: Inputs, cell: Cell, evaluator: Evaluator | None = None
) -> Unlocked:
    """Return what resolving each entry, and all of them, would do under one reading."""
    evaluator = evaluator or Evaluator()
    entries = list(dict.fromkeys(unlock.entry for unlock in premises.baselines.unlocks))

    def headlines(resolved: Iterable[str]) -> dict[str, Distribution]:
        draws = resolved_inputs(inputs, premises.baselines, frozenset(resolved)).draws
        found = evaluator(draws, cell).headlines
        return {metric: distribution(found[metric]) for metric in METRICS}

    today = evaluator(inputs.draws, cell).headlines
    medians = {metric: order_statistics(today[metric])[1] for metric in METRICS}
    effects = tuple(
        UnlockEffect(
            entry,
            premises.statuses.get(entry, "open"),
            {metric: found[metric].p50 / medians[metric] for metric in METRICS},
        )
        for entry in entries
        for found in [headlines([entry])]
    )
    idle = tuple(entry for entry in premises.statuses if entry not in entries)
    return Unlocked(effects, headlines(entries), idle)
