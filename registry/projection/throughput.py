"""The most streams a deployment serves at a speed, and the layout that serves them best."""

from dataclasses import dataclass

import numpy as np

from registry.projection.machine import Array, Chip, Demand, Deployment, Number, Shape
from registry.projection.step import Layout, StepCosts, expert_parallel, pipeline, step_costs

NEWTON_STEPS = 6
"""T is linear plus concave, so Newton from the left is monotone. Six steps leave 3e-10 relative in
the worst of 16,384 samples and rounding in most."""


@dataclass(frozen=True, slots=True)
class Throughput:
    """The best layout per sample: tokens/s per chip, streams and chips; 0 where none serves."""

    tokens_per_chip: Array
    streams: Array
    chips: Array


def most_streams(costs: StepCosts, demand: Demand, efficiency: Number) -> Array:
    """Return the largest B with T(B) <= accepted / speed that memory holds, 0 below one stream."""
    budget = efficiency * (demand.accepted / demand.speed - costs.latency) - costs.common_weights
    slope, experts, touch = np.asarray(costs.per_stream), costs.expert_weights, costs.touch
    cap = costs.max_streams
    spare = budget - experts
    # Left of the root both ways: along the tangent at 0, and as if every expert were touched.
    start = np.maximum(budget / (slope - experts * touch), spare / slope)
    streams = np.atleast_1d(np.clip(start, 0.0, cap))
    untouched, above = np.empty_like(streams), np.empty_like(streams)
    # In place: the arrays fill the cache, and a new one for each of 60 results would empty it.
    for _ in range(NEWTON_STEPS):
        np.multiply(touch, streams, out=untouched)
        np.exp(untouched, out=untouched)
        untouched *= experts
        np.multiply(slope, streams, out=above)
        np.subtract(spare, above, out=above)
        above += untouched
        untouched *= touch
        np.subtract(slope, untouched, out=untouched)
        above /= untouched
        np.maximum(above, 0.0, out=above)
        streams += above
        np.minimum(streams, cap, out=streams)
    return np.where((budget > 0) & (streams >= 1), streams, 0.0)


def best_layout(
    shape: Shape, demand: Demand, chip: Chip, deployment: Deployment, efficiency: Number
) -> Throughput:
    """Return the layout with the highest throughput; on ties the fewest chips.

    Arrays have the axes (chip counts, kinds of layout, samples), so that the first of equals is
    the one with the fewest chips, then expert-parallel alone, in groups, and the pipeline.
    """
    chips = chip_counts(shape, chip, deployment)
    tried = [
        _served(shape, demand, chip, layout, efficiency)
        for layout in layouts(shape, chip, deployment, chips)
    ]
    tokens, streams = (np.concatenate(kinds, axis=1) for kinds in zip(*tried, strict=True))
    kinds, rows = tokens.shape[1:]
    best = tokens.reshape(-1, rows).argmax(axis=0)
    every = np.arange(rows)
    return Throughput(
        tokens_per_chip=tokens.reshape(-1, rows)[best, every],
        streams=streams.reshape(-1, rows)[best, every],
        chips=np.broadcast_to(chips[:, 0], (len(chips), rows))[best // kinds, every],
    )


def _served(
    shape: Shape, demand: Demand, chip: Chip, layout: Layout, efficiency: Number
) -> tuple[Array, Array]:
    """Return tokens/s per chip and streams."""
    costs = step_costs(shape, demand, chip, layout)
    streams = most_streams(costs, demand, efficiency)
    seconds = costs.seconds(streams, efficiency)
    return demand.accepted * streams / (seconds * layout.chips), streams


def chip_counts(shape: Shape, chip: Chip, deployment: Deployment) -> Array:
    """Return the deployments' chips, axes as in `best_layout`: whole nodes, never too few."""
    step = deployment.chip_step
    fewest = np.maximum(1.0, chip.weight_bytes * shape.total / (chip.usable * chip.capacity))
    fewest = np.atleast_1d(np.asarray(fewest, dtype=np.float64))
    ladder = np.array(deployment.ladder)[:, None, None]
    most = np.maximum(deployment.max_chips, step * np.ceil(fewest / step))
    return np.asarray(np.minimum(step * np.ceil(fewest * ladder / step), most))


def layouts(shape: Shape, chip: Chip, deployment: Deployment, chips: Array) -> tuple[Layout, ...]:
    """Return the layouts worth trying on each number of chips."""
    if deployment.weights_on_chip:
        return (pipeline(chips, np.maximum(1.0, chips / shape.layers)),)
    tensor = np.minimum(chip.domain, chips)
    groups = np.concatenate([np.ones_like(chips), tensor], axis=1)
    return expert_parallel(chips, groups), pipeline(chips, tensor)
