"""The machines of a projection, built from sampled values: H100 today and the ASIC of 2027."""

import numpy as np

from registry.projection.machine import Chip, Demand, Deployment, Number, Shape
from registry.projection.sampling import Values

BITS = 8

WIDE_LADDER = (1.1, 2.0, 4.0, 8.0, 16.0)
NODE_LADDER = (1.1, 1.5, 2.0)
"""Multiples of the fewest chips that hold the weights; more steps change no median by 1%."""

FULL_RATE = 0.8
"""Share of peak bandwidth at which a memory interface counts as saturated, and draws full power."""

FP4_WITH_SCALES = 0.5625
"""Bytes of a 4-bit weight with a scale for every 16: at or below it arithmetic runs at the 4-bit
peak, at twice it (FP8) at half."""


def frontier_shape(values: Values) -> Shape:
    """Return the frontier mixture-of-experts model, valid in every sample by construction."""
    total = values("frontier.total")
    active = total * values("frontier.active_share")
    common = active * values("frontier.common_share")
    routed = total - common
    layers = values("frontier.layers")
    return Shape(
        active=active,
        common=common,
        routed=routed,
        routed_share=(active - common) / routed,
        experts_per_token=values("frontier.experts_per_token"),
        layers=layers,
        moe_layers=layers,
        hidden=values("frontier.hidden"),
        kv_elements=values("frontier.kv_elements"),
        attention_flop=values("frontier.attention_flop"),
        kv_shards=values("frontier.kv_shards"),
    )


def agent_demand(values: Values, speed: float) -> Demand:
    """Return the headline workload at `speed` tokens per second and stream."""
    return Demand(
        context=values("agent.context"),
        speed=speed,
        prefill_ratio=values("agent.prefill_ratio"),
        kv_read_share=values("agent.kv_read_share"),
        accepted=values("agent.accepted"),
        drafted=values("agent.drafted"),
    )


def platform_chip(values: Values, platform: str) -> Chip:
    """Return a chip that exists, as served today."""
    at = f"platforms.{platform}"
    return Chip(
        peak=values(f"{at}.peak"),
        attention_peak=values(f"{at}.attention_peak"),
        bandwidth=values(f"{at}.bandwidth"),
        capacity=values(f"{at}.capacity"),
        link_in=values(f"{at}.scale_up_bandwidth"),
        link_out=values(f"{at}.scale_out_bandwidth"),
        latency_in=values(f"{at}.layer_latency"),
        latency_out=values(f"{at}.layer_latency_across"),
        weight_bytes=values(f"{at}.weight_bytes"),
        kv_bytes=values(f"{at}.kv_bytes"),
        copy_bytes=values(f"{at}.copy_bytes"),
        domain=values(f"{at}.scale_up_domain"),
        usable=values(f"{at}.usable_memory"),
    )


def platform_deployment(values: Values, platform: str, baseline: str) -> Deployment:
    """Return how a platform is deployed: over many nodes, or on the fewest that hold the model."""
    return Deployment(
        ladder=WIDE_LADDER if baseline == "wide" else NODE_LADDER,
        chip_step=int(values.number(f"platforms.{platform}.chips_per_node")),
        max_chips=values.number(f"platforms.{platform}.max_chips"),
    )


def asic_chip(values: Values, family: str) -> Chip:
    """Return the 2027 ASIC of a family."""
    latency = values("asics.common.layer_latency")
    weight_bytes = values("asics.common.weight_bytes")
    speedup = np.clip(FP4_WITH_SCALES / np.asarray(weight_bytes), 0.5, 1.0)
    at = "asics.hbm4" if family == "hbm4" else "asics.sram"
    peak_fp4 = values(f"{at}.peak_fp4")
    chip = {
        "peak": peak_fp4 * speedup,
        "attention_peak": peak_fp4 / 4,
        "latency_in": latency,
        "latency_out": latency + values("asics.common.crossing_latency"),
        "weight_bytes": weight_bytes,
        "kv_bytes": values("asics.common.kv_bytes"),
        "copy_bytes": values("asics.common.copy_bytes"),
        "usable": values("asics.common.usable_memory"),
        "link_in": values(f"{at}.scale_up_bandwidth"),
    }
    if family == "hbm4":
        stacks = values("asics.hbm4.stacks")
        return Chip(
            **chip,
            bandwidth=stacks * values("asics.hbm4.stack_bandwidth"),
            capacity=stacks * values("asics.hbm4.stack_capacity"),
            link_out=values("asics.hbm4.scale_out_bandwidth"),
            domain=values("asics.hbm4.scale_up_domain"),
        )
    return Chip(
        **chip,
        bandwidth=values("asics.sram.sram_bandwidth"),
        capacity=values("asics.sram.sram_capacity"),
        link_out=chip["link_in"],  # one flat network: nothing is ever sent beyond it
        kv_bandwidth=values("asics.sram_kv.kv_bandwidth") if family == "sram_kv" else 0.0,
        kv_capacity=values("asics.sram_kv.kv_capacity") if family == "sram_kv" else 0.0,
    )


def asic_deployment(values: Values, family: str) -> Deployment:
    if family == "hbm4":
        return Deployment(WIDE_LADDER, max_chips=values.number("asics.hbm4.max_chips"))
    return Deployment(WIDE_LADDER, weights_on_chip=True)


def asic_efficiency(values: Values) -> Number:
    return values("asics.common.efficiency")


def asic_power(values: Values, family: str) -> Number:
    """Return system watts per chip: package and its memory reads, plus host and network share."""
    energy = values("asics.common.memory_energy")
    overhead = 1 + values("asics.common.overhead")
    if family == "hbm4":
        chip = asic_chip(values, family)
        busy = np.minimum(1.0, asic_efficiency(values) / FULL_RATE)
        memory = BITS * chip.bandwidth * energy * busy
        return (values("asics.hbm4.core_power") + memory) * overhead
    power = values("asics.sram.chip_power")
    if family == "sram_kv":
        power = power + 1.2 * BITS * values("asics.sram_kv.kv_bandwidth") * energy
    return power


def asic_price(values: Values, family: str) -> Number:
    """Return the system price per chip: a build-up from silicon, memory, package and board."""
    design = values("asics.common.nre") / values("asics.common.volume")
    margin = values("asics.common.margin")
    if family == "hbm4":
        at = "asics.hbm4"
        memory = asic_chip(values, family).capacity * values(f"{at}.memory_price")
        parts = values(f"{at}.silicon") + memory + values(f"{at}.packaging")
        return margin * parts + values(f"{at}.board") + design
    at = "asics.sram"
    parts = values(f"{at}.silicon") + values(f"{at}.packaging")
    if family == "sram_kv":
        parts = parts + values("asics.sram_kv.kv_capacity") * values("asics.sram_kv.kv_price")
    return margin * parts + values(f"{at}.board") + design / values(f"{at}.chips_per_unit")
