"""Seconds of one decode step, term by term: an additive roofline over one layout."""

from dataclasses import dataclass

import numpy as np

from registry.projection.machine import Array, Chip, Demand, Number, Shape

FP16_BYTES_TWO_ALL_REDUCES = 8.0
"""Two ring all-reduces a layer of 2-byte activations move 2 * 2 * 2 bytes per element."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Chips of a deployment and how a model is spread over them; arrays broadcast together."""

    chips: Number
    group: Number
    """Chips of one tensor-parallel group."""
    spread: Number
    """Chips that share the routed experts: all of them, or one pipeline stage."""
    stream_share: Number
    """Share of the streams that one micro-batch holds: 1, or one part per pipeline stage."""
    pipelined: bool


def expert_parallel(chips: Number, group: Number) -> Layout:
    """Attention in groups, experts over all chips, one step for all streams."""
    return Layout(chips, group, chips, 1.0, pipelined=False)


def pipeline(chips: Number, group: Number) -> Layout:
    """One stage per group; a token crosses all stages."""
    return Layout(chips, group, group, group / chips, pipelined=True)


@dataclass(frozen=True, slots=True)
class StepCosts:
    """Coefficients of T(B) = latency + (fixed + experts (1 - e^(touch B)) + per_stream B) / eta.

    `per_stream` is the sum of compute, kv and network, which are seconds per stream of one step.
    """

    latency: Number
    compute: Number
    kv: Number
    network: Number
    common_weights: Number
    expert_weights: Number
    touch: Number
    """ln of the share of experts that one stream leaves untouched; 0 in a dense model."""
    max_streams: Number
    """Streams whose KV cache fits beside the weights; 0 when the weights do not fit."""

    @property
    def per_stream(self) -> Number:
        return self.compute + self.kv + self.network

    def weights(self, streams: Number) -> Number:
        """Seconds to read the weights that `streams` concurrent streams touch."""
        return self.common_weights - self.expert_weights * np.expm1(self.touch * streams)

    def roofline(self, streams: Number) -> Number:
        """Seconds of the step that memory, arithmetic and network account for."""
        return self.weights(streams) + self.per_stream * streams

    def seconds(self, streams: Number, efficiency: Number) -> Number:
        """Seconds of one step of `streams` streams at a software efficiency."""
        return self.latency + self.roofline(streams) / efficiency


def step_costs(shape: Shape, demand: Demand, chip: Chip, layout: Layout) -> StepCosts:
    """Return the costs of a step under `layout`, all terms before division by efficiency."""
    verified = 1 + demand.drafted
    sharding = np.maximum(1.0, layout.group / shape.kv_shards)
    stream_bytes = demand.context * shape.kv_elements * chip.kv_bytes
    separate = np.asarray(chip.kv_capacity) > 0
    kv_bandwidth = np.where(separate, chip.kv_bandwidth, chip.bandwidth)
    flop = 2 * shape.active * (
        verified + demand.prefill_ratio * demand.accepted
    ) + shape.attention_flop * demand.context * verified * (chip.peak / chip.attention_peak)
    inside = layout.spread <= chip.domain
    return StepCosts(
        latency=shape.layers * np.where(inside, chip.latency_in, chip.latency_out),
        compute=flop / chip.peak / layout.chips,
        kv=demand.kv_read_share * stream_bytes / kv_bandwidth * sharding / layout.chips,
        network=_network(shape, chip, layout) * verified / layout.chips,
        common_weights=chip.weight_bytes * shape.common / chip.bandwidth / layout.group,
        expert_weights=chip.weight_bytes * shape.routed / chip.bandwidth / layout.spread,
        touch=verified * np.log1p(-np.asarray(shape.routed_share)) * layout.stream_share,
        max_streams=_max_streams(shape, chip, layout, stream_bytes * sharding / layout.chips),
    )


def _network(shape: Shape, chip: Chip, layout: Layout) -> Number:
    """Seconds per stream and verified token, times chips: expert copies and all-reduces.

    A token's k copies reach an expected q = N (1 - (1 - 1/N)^k) of the N domains.
    """
    near = np.minimum(chip.domain, layout.spread)
    domains = np.maximum(1.0, layout.spread / near)
    elsewhere = 1 - 1 / domains
    reached = domains * (1 - elsewhere**shape.experts_per_token)
    copies_out = np.minimum(reached, shape.route_limit) * elsewhere
    copies_in = shape.experts_per_token * (1 - 1 / near)
    copy = shape.moe_layers * shape.hidden * chip.copy_bytes
    reduce = FP16_BYTES_TWO_ALL_REDUCES * shape.layers * shape.hidden
    return copy * (
        copies_in / chip.link_in + copies_out / chip.link_out
    ) + reduce / chip.link_in * (layout.group - 1)


def _max_streams(shape: Shape, chip: Chip, layout: Layout, stream_bytes: Number) -> Array:
    common = shape.common / (layout.chips if layout.pipelined else layout.group)
    held = chip.weight_bytes * (common + shape.routed / layout.chips)
    usable = chip.usable * chip.capacity
    room = np.where(np.asarray(chip.kv_capacity) > 0, chip.usable * chip.kv_capacity, usable - held)
    return np.where(held <= usable, room / stream_bytes, 0.0)
