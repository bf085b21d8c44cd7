"""Every number that a baseline file may hold: its unit, its bounds, what it means.

One table serves the reader, the comparison and the JSON Schema that editors complete from.
"""

from dataclasses import dataclass
from math import inf


@dataclass(frozen=True, slots=True)
class Field:
    """A number of a record, in `unit` after conversion.

    `low` and `high` are hard bounds (`above_low` excludes `low` itself); `plausible` is the band
    outside of which a value is more likely a slip than a fact.
    """

    unit: str
    doc: str
    low: float = 0.0
    high: float = inf
    above_low: bool = True
    whole: bool = False
    plausible: tuple[float, float] | None = None


def _share(doc: str, *, above_low: bool = True) -> Field:
    return Field("count", doc, high=1.0, above_low=above_low)


def _count(doc: str, unit: str = "count") -> Field:
    return Field(unit, doc, whole=True)


def _usd(doc: str, unit: str = "USD") -> Field:
    return Field(unit, doc)


_CHIP = {
    "peak": Field("FLOP/s", "dense peak at the precision of the weights"),
    "attention_peak": Field("FLOP/s", "dense peak at the precision of attention"),
    "bandwidth": Field(
        "B/s", "bandwidth of the memory that holds the weights", plausible=(0.5e12, 100e12)
    ),
    "capacity": Field("B", "capacity of the memory that holds the weights"),
    "scale_up_bandwidth": Field("B/s", "one-direction bandwidth inside the scale-up domain"),
    "scale_out_bandwidth": Field("B/s", "one-direction bandwidth beyond the domain"),
    "scale_up_domain": _count("chips of one scale-up domain", "chip"),
    "layer_latency": Field("s", "fixed time per layer inside the domain"),
    "layer_latency_across": Field("s", "fixed time per layer across domains"),
    "weight_bytes": Field("B", "bytes per weight as served", high=4),
    "kv_bytes": Field("B", "bytes per KV-cache element", high=4),
    "copy_bytes": Field("B", "bytes sent per hidden element of one routed copy", high=8),
    "usable_memory": _share("share of the memory that weights and cache may fill"),
    "chips_per_node": _count("chips are added in whole nodes", "chip"),
    "max_chips": _count("the most chips of one deployment", "chip"),
    "system_power": Field(
        "W", "watts per chip under load, host and network included", plausible=(100, 5000)
    ),
    "system_price": Field(
        "USD", "price per chip, host and network included", plausible=(5e3, 100e3)
    ),
}

PLATFORM = _CHIP | {
    "system_chips": _count("chips of the system drawn in the radar", "chip"),
    "tdp": Field("W", "thermal design power of one chip"),
    "street_price": _usd("street price of one chip, another scope than `system_price`"),
}

MODEL = {
    "total": _count("parameters"),
    "active": _count("parameters used per token"),
    "experts": Field(
        "count", "routed experts per layer, 0 when dense", above_low=False, whole=True
    ),
    "experts_per_token": Field("count", "routed experts per token", above_low=False, whole=True),
    "route_limit": _count("most scale-up domains one token is sent to"),
    "layers": _count("layers"),
    "moe_layers": Field("count", "layers with routed experts", above_low=False, whole=True),
    "hidden": _count("hidden width"),
    "kv_elements": _count("KV-cache elements per token, all layers"),
    "kv_shards": _count("ways to split one stream's KV cache: KV heads, 1 for a latent cache"),
    "attention_flop": Field("FLOP", "attention FLOP per generated token and context token"),
}

FRONTIER = {
    "total": Field("count", "parameters"),
    "active_share": _share("share of the parameters used per token"),
    "common_share": _share("share of the active parameters that every token uses"),
    "layers": Field("count", "layers, all with routed experts"),
    "hidden": Field("count", "hidden width"),
    "kv_elements": Field("count", "KV-cache elements per token, all layers"),
    "attention_flop": Field("FLOP", "attention FLOP per generated token and context token"),
    "experts_per_token": Field("count", "routed experts per token"),
    "kv_shards": _count("ways to split one stream's KV cache"),
}

WORKLOAD = {
    "context": Field("token", "mean context of a stream while it decodes"),
    "prefill_ratio": Field(
        "count", "prefill tokens computed on the same chips per generated token", above_low=False
    ),
}

AGENT = WORKLOAD | {
    "kv_read_share": _share("share of the stored KV cache that one step reads"),
    "accepted": Field(
        "count", "tokens accepted per step, 1 without speculation", low=1, above_low=False
    ),
    "drafted": Field("count", "extra tokens drafted per step", above_low=False),
    "duty": _share("share of its time that a stream decodes"),
}

RESULT = {
    "throughput": Field(
        "token/s", "output tokens per second of the whole system", plausible=(0.1, 1e9)
    ),
    "system": _count("chips of the system measured", "chip"),
    "replica": _count("chips of one copy of the model", "chip"),
    "group": _count("chips of one tensor-parallel group", "chip"),
    "time_per_token": Field("s", "mean time per output token"),
    "streams": _count("concurrent streams of one copy, where stated", "stream"),
    "stream_speed": Field("token/s", "output speed of a single stream"),
}

ECONOMICS = {
    "life": Field("year", "years over which the price is written off", plausible=(1, 10)),
    "utilisation": _share("share of its capacity that a fleet sells"),
    "pue": Field("count", "facility power over IT power", low=1, above_low=False),
    "electricity": Field("USD/J", "price of electricity", plausible=(0.01 / 3.6e6, 0.5 / 3.6e6)),
    "maintenance": Field(
        "count", "maintenance and operations, share of the price a year", above_low=False
    ),
}

ASIC_COMMON = {
    "efficiency": _share("share of the serial roofline that the software reaches"),
    "layer_latency": Field("s", "fixed time per layer inside the domain"),
    "crossing_latency": Field("s", "extra fixed time per layer across domains"),
    "weight_bytes": _CHIP["weight_bytes"],
    "kv_bytes": _CHIP["kv_bytes"],
    "copy_bytes": _CHIP["copy_bytes"],
    "usable_memory": _CHIP["usable_memory"],
    "memory_energy": Field("J/bit", "energy of reading one bit of off-chip memory"),
    "overhead": Field(
        "count", "host, network and cooling on top of package power", above_low=False
    ),
    "margin": Field(
        "count", "price over cost of silicon, memory and package", low=1, above_low=False
    ),
    "nre": _usd("one-off cost of the design"),
    "volume": Field("count", "units over which the design is written off"),
}

ASIC_HBM4 = {
    "peak_fp4": Field("FLOP/s", "dense peak at 4 bits"),
    "stacks": Field("count", "HBM4 stacks"),
    "stack_bandwidth": Field("B/s", "bandwidth of one stack"),
    "stack_capacity": Field("B", "capacity of one stack"),
    "scale_up_bandwidth": _CHIP["scale_up_bandwidth"],
    "scale_out_bandwidth": _CHIP["scale_out_bandwidth"],
    "scale_up_domain": _CHIP["scale_up_domain"],
    "max_chips": _CHIP["max_chips"],
    "core_power": Field("W", "watts of the compute dies"),
    "silicon": _usd("cost of the good compute dies"),
    "memory_price": _usd("price of HBM4", "USD/B"),
    "packaging": _usd("interposer, substrate and test"),
    "board": _usd("board, host and network share"),
}

ASIC_SRAM = {
    "peak_fp4": Field("FLOP/s", "dense peak at 4 bits"),
    "sram_capacity": Field("B", "on-chip SRAM"),
    "sram_bandwidth": Field("B/s", "bandwidth of the SRAM"),
    "scale_up_bandwidth": _CHIP["scale_up_bandwidth"],
    "chip_power": Field("W", "watts per chip, host and network included", plausible=(100, 5000)),
    "silicon": _usd("cost of the good die"),
    "packaging": _usd("package and test"),
    "board": _usd("board, host and network share"),
    "chips_per_unit": _count("chips that share one unit's part of the design cost"),
}

ASIC_SRAM_KV = {
    "kv_capacity": Field("B", "attached memory for the KV cache"),
    "kv_bandwidth": Field("B/s", "bandwidth of the attached memory"),
    "kv_price": _usd("price of the attached memory", "USD/B"),
}

OPEN_SECTIONS: dict[str, dict[str, Field]] = {
    "platforms": PLATFORM,
    "models": MODEL,
    "workloads": WORKLOAD,
    "results": RESULT,
    "claims": RESULT,
}
"""Sections of named records; a contributor may add one. Not every record needs every field."""

HEADLINE_RECORDS: dict[str, dict[str, Field]] = {
    "frontier": FRONTIER,
    "agent": AGENT,
    "platforms.h100": _CHIP,
    "economics": ECONOMICS,
    "asics.common": ASIC_COMMON,
    "asics.hbm4": ASIC_HBM4,
    "asics.sram": ASIC_SRAM,
    "asics.sram_kv": ASIC_SRAM_KV,
}
"""Records that the headlines are computed from: each has to be there, with every field."""

TEXTS = {
    "name": "how people call it",
    "platform": "a name under `platforms`",
    "model": "a name under `models`",
    "workload": "a name under `workloads`",
    "scenario": "server | interactive | offline | single-stream",
    "use": "calibration | validation",
    "memory": "hbm | sram",
    "note": "what a reader should know",
}
"""The words a record may hold beside its numbers."""

SCENARIOS = ("server", "interactive", "offline", "single-stream")
USES = ("calibration", "validation")
AUDITS = ("audited", "measured", "datasheet", "vendor_claim", "estimate")
"""Audit levels, the strongest evidence first."""
CALIBRATING = AUDITS[:2]
