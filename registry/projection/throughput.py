"""The most streams a deployment serves at a speed, and the layout that serves them best."""

from dataclasses import dataclass

import numpy as np

from registry.projection.machine import Array, Chip, Demand, Deployment, Number, Shape
from registry.projection.step import Layout, StepCosts, step_costs

NEWTON_STEPS = 5
"""Enough for 2e-13 relative: T is linear plus concave, so Newton from the left is monotone."""


@dataclass(frozen=True, slots=True)
class Throughput:
    """The best layout per sample: tokens/s per chip, streams and chips; 0 where none serves."""

    tokens_per_chip: Array
    streams: Array
    chips: Array


def most_streams(costs: StepCosts, demand: Demand, efficiency: Number) -> Array:
    """Return the largest B with T(B) <= accepted / speed that memory holds, 0 below one stream."""
    budget = efficiency * (demand.accepted / demand.speed - costs.latency) - costs.common_weights
    slope, experts, touch = costs.per_stream, costs.expert_weights, costs.touch
    cap = costs.max_streams
    streams = np.clip(budget / (slope - experts * touch), 0.0, cap)
    for _ in range(NEWTON_STEPS):
        untouched = np.exp(touch * streams)
        gap = budget - experts * (1 - untouched) - slope * streams
        rise = np.maximum(gap / (slope - experts * touch * untouched), 0.0)
        streams = np.minimum(streams + rise, cap)
    return np.where((budget > 0) & (streams >= 1), streams, 0.0)


def best_layout(
    shape: Shape, demand: Demand, chip: Chip, deployment: Deployment, efficiency: Number
) -> Throughput:
    """Return the layout with the highest throughput; on ties the fewest chips.

    Arrays have the axes (chip counts, kinds of layout, samples), so that the first of equals is
    the one with the fewest chips, then expert-parallel alone, in groups, and the pipeline.
    """
    layout = layouts(shape, chip, deployment)
    costs = step_costs(shape, demand, chip, layout)
    streams = most_streams(costs, demand, efficiency)
    seconds = costs.seconds(streams, efficiency)
    tokens = demand.accepted * streams / (seconds * layout.chips)
    chips = np.broadcast_to(layout.chips, tokens.shape)
    rows = tokens.shape[-1]
    flat = tokens.reshape(-1, rows)
    best = flat.argmax(axis=0), np.arange(rows)
    return Throughput(
        tokens_per_chip=flat[best],
        streams=streams.reshape(-1, rows)[best],
        chips=chips.reshape(-1, rows)[best],
    )


def layouts(shape: Shape, chip: Chip, deployment: Deployment) -> Layout:
    """Return the layouts worth trying, axes as in `best_layout`."""
    step = deployment.chip_step
    fewest = np.maximum(1.0, chip.weight_bytes * shape.total / (chip.usable * chip.capacity))
    fewest = np.atleast_1d(np.asarray(fewest, dtype=np.float64))
    ladder = np.array(deployment.ladder)[:, None, None]
    most = np.maximum(deployment.max_chips, step * np.ceil(fewest / step))
    chips = np.minimum(step * np.ceil(fewest * ladder / step), most)
    if deployment.weights_on_chip:
        group = np.maximum(1.0, chips / shape.layers)
        return Layout(chips, group, group, group / chips)
    tensor = np.minimum(chip.domain, chips)
    alone = np.ones_like(chips)
    return Layout(
        chips,
        group=np.concatenate([alone, tensor, tensor], axis=1),
        spread=np.concatenate([chips, chips, tensor], axis=1),
        stream_share=np.concatenate([alone, alone, tensor / chips], axis=1),
    )
