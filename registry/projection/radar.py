"""Six axes on which one system of each platform is compared with eight H100s, by evidence.

The reference work is a 70B dense model with 2,048 tokens of context. A vendor claim never sets a
vertex; what is not known leaves a gap, never a zero.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from registry.baselines.fields import AUDITS
from registry.baselines.model import Baselines, Quantity, Record
from registry.projection.calibration import CHIP_FIELDS, chip_of, model_shape
from registry.projection.evaluation import MILLION, running_rate
from registry.projection.inputs import Inputs
from registry.projection.machine import Array, Chip, Demand, Number, Shape
from registry.projection.sampling import Values, quantiles
from registry.projection.statistics import order_statistics
from registry.projection.step import Layout, expert_parallel, pipeline, step_costs
from registry.projection.systems import asic_chip, asic_efficiency, asic_power, asic_price
from registry.projection.throughput import most_streams

AXES = ("decode speed", "time to first token", "energy", "cost", "context", "batch scaling")
EXPECTED = ("h100", "b200", "groq_lpu", "cerebras_cs3")
"""The platforms that the radar is made to compare."""
REFERENCE_MODEL = "models.llama_70b"
CONTEXT = 2048.0
SPEED = 25.0
ASIC_CHIPS = 8.0
LATENCY_PLATFORM_EFFICIENCY = 0.6
"""Assumed where only the speed of a single stream is public; the fixed time per layer follows."""
CLAIM = "vendor_claim"

_SPEED_FIELDS = ("peak", "attention_peak", "bandwidth", "capacity", "scale_up_bandwidth")
_NEEDS = {
    "decode speed": _SPEED_FIELDS,
    "time to first token": _SPEED_FIELDS,
    "energy": (*_SPEED_FIELDS, "system_power"),
    "cost": (*_SPEED_FIELDS, "system_power", "system_price"),
    "context": ("capacity",),
    "batch scaling": _SPEED_FIELDS,
}
"""The platform's numbers behind each axis."""


@dataclass(frozen=True, slots=True)
class Vertex:
    """A value relative to the H100 system, outward better; `low` and `high` are P5 and P95.

    `audit` is the weakest level of what set it, `measured` tells a measurement from the model.
    """

    value: float
    low: float
    high: float
    audit: str
    measured: bool


@dataclass(frozen=True, slots=True)
class Polygon:
    """A platform's vertices by axis; an axis that is not known is missing."""

    name: str
    projected: bool
    vertices: Mapping[str, Vertex]


@dataclass(frozen=True, slots=True)
class Radar:
    """The polygons, the H100 first.

    `left_out` names the platforms of which nothing but claims is known, `missing` those that the
    baselines should have and do not.
    """

    polygons: tuple[Polygon, ...]
    left_out: tuple[str, ...]
    missing: tuple[str, ...] = ()


def radar(baselines: Baselines, inputs: Inputs, block_size: int = 512) -> Radar:
    """Return the radar of all platforms that state a system."""
    shape = model_shape(baselines.record(REFERENCE_MODEL))
    values = Values(inputs.draws, quantiles(block_size))
    base = _platform_axes(baselines, inputs, baselines.record("platforms.h100"), shape)
    polygons, left_out = [], []
    for record in baselines.section("platforms"):
        if record.has("system_chips"):
            axes = _platform_axes(baselines, inputs, record, shape)
            found = _vertices(baselines, record, axes, base)
            polygons.append(Polygon(record.name, projected=False, vertices=found))
        elif not record.quantities:
            left_out.append(record.name)
    asic = _Machine(
        asic_chip(values, "hbm4"),
        ASIC_CHIPS,
        on_chip=False,
        efficiency=asic_efficiency(values),
        power=asic_power(values, "hbm4"),
        price=asic_price(values, "hbm4"),
    )
    projected = _projected(asic.axes(shape, inputs), base)
    name = baselines.record("asics.hbm4").name
    polygons.append(Polygon(name, projected=True, vertices=projected))
    missing = tuple(p for p in EXPECTED if f"platforms.{p}" not in baselines.records)
    return Radar(tuple(polygons), tuple(left_out), missing)


@dataclass(frozen=True, slots=True)
class _Machine:
    """One system: chips of one kind, how well they are used, what they draw and cost."""

    chip: Chip
    chips: float
    on_chip: bool
    efficiency: Number
    power: Number | None
    price: Number | None

    def axes(self, shape: Shape, inputs: Inputs) -> dict[str, Array]:
        """Return the absolute value of each axis that is known, better when larger."""
        single, layout = self._single_stream(shape)
        prefill = 2 * shape.active * CONTEXT / (self.chips * self.chip.peak * self.efficiency)
        demand = Demand(CONTEXT, SPEED)
        tokens = [
            streams / (costs.seconds(streams, self.efficiency) * self.chips)
            for one in self._layouts(shape)
            for costs in [step_costs(shape, demand, self.chip, one)]
            for streams in [most_streams(costs, demand, self.efficiency)]
        ]
        best = np.maximum.reduce([np.asarray(found, dtype=float) for found in tokens])
        twice = Demand(CONTEXT, 1 / (2 * single))
        batch = most_streams(step_costs(shape, twice, self.chip, layout), twice, self.efficiency)
        weights = self.chip.weight_bytes * shape.total
        room = self.chip.usable * self.chip.capacity * self.chips - weights
        axes = {
            "decode speed": 1 / single,
            "time to first token": 1 / (single + prefill),
            "context": np.maximum(room, 0.0) / (shape.kv_elements * self.chip.kv_bytes),
            "batch scaling": np.maximum(batch, 1.0),
        }
        if self.power is not None:
            axes["energy"] = best / self.power
            if self.price is not None:
                rate = running_rate(self.price, self.power, inputs.center)
                axes["cost"] = best * inputs.center("economics.utilisation") / (MILLION * rate)
        return {axis: np.atleast_1d(np.asarray(value)) for axis, value in axes.items()}

    def _single_stream(self, shape: Shape) -> tuple[Number, Layout]:
        """Return the step time of one stream on the layout that spreads a layer most."""
        layout = self._layouts(shape)[-1]
        costs = step_costs(shape, Demand(CONTEXT), self.chip, layout)
        return costs.seconds(1.0, self.efficiency), layout

    def _layouts(self, shape: Shape) -> list[Layout]:
        if self.on_chip:
            return [pipeline(self.chips, max(1.0, self.chips / float(shape.layers)))]
        return [expert_parallel(self.chips, 1.0), expert_parallel(self.chips, self.chips)]


def _platform_axes(
    baselines: Baselines, inputs: Inputs, record: Record, shape: Shape
) -> dict[str, Array]:
    calibration = inputs.calibrations.platforms.get(record.id)
    efficiency = calibration.efficiency if calibration else LATENCY_PLATFORM_EFFICIENCY
    chips = record.central("system_chips")
    if record.has(*CHIP_FIELDS):
        chip = chip_of(record)
    elif record.has(*_SPEED_FIELDS, "weight_bytes", "kv_bytes", "usable_memory"):
        chip = _latency_chip(baselines, record, shape, chips)
    else:
        return {}
    machine = _Machine(
        chip,
        chips,
        on_chip=record.text("memory") == "sram",
        efficiency=efficiency,
        power=record.central("system_power") if record.has("system_power") else None,
        price=record.central("system_price") if record.has("system_price") else None,
    )
    axes = machine.axes(shape, inputs)
    measured = single_stream(baselines, record.id, REFERENCE_MODEL)
    if measured is not None:
        axes["decode speed"] = np.array([measured.central])
    return axes


def _latency_chip(baselines: Baselines, record: Record, shape: Shape, chips: float) -> Chip:
    """Return a chip whose fixed time per layer explains its measured single stream."""
    value = record.central
    chip = Chip(
        peak=value("peak"),
        attention_peak=value("attention_peak"),
        bandwidth=value("bandwidth"),
        capacity=value("capacity"),
        link_in=value("scale_up_bandwidth"),
        link_out=value("scale_up_bandwidth"),
        latency_in=0.0,
        latency_out=0.0,
        weight_bytes=value("weight_bytes"),
        kv_bytes=value("kv_bytes"),
        copy_bytes=value("copy_bytes"),
        usable=value("usable_memory"),
    )
    measured = single_stream(baselines, record.id, REFERENCE_MODEL)
    if measured is None:
        return chip
    layout = pipeline(chips, max(1.0, chips / float(shape.layers)))
    costs = step_costs(shape, Demand(CONTEXT), chip, layout)
    busy = float(costs.seconds(1.0, LATENCY_PLATFORM_EFFICIENCY))
    fixed = max(0.0, (1 / measured.central - busy) / float(shape.layers))
    return replace(chip, latency_in=fixed, latency_out=fixed)


def single_stream(baselines: Baselines, platform: str, model: str) -> Quantity | None:
    """Return the measured speed of one stream on a platform, None where only claims exist."""
    for record in baselines.section("results"):
        if (record.text("platform"), f"models.{record.text('model')}") == (platform, model):
            speed = record.quantities.get("stream_speed")
            if speed is not None and speed.audit != CLAIM:
                return speed
    return None


def _vertices(
    baselines: Baselines, record: Record, axes: Mapping[str, Array], base: Mapping[str, Array]
) -> dict[str, Vertex]:
    found = {}
    measured = single_stream(baselines, record.id, REFERENCE_MODEL)
    for axis, value in axes.items():
        audits = [record.quantities[key].audit for key in _NEEDS[axis]]
        direct = axis == "decode speed" and measured is not None
        if direct:
            assert measured is not None
            audits = [measured.audit]
        ratio = float(value[0] / base[axis][0])
        if CLAIM not in audits and math.isfinite(ratio) and ratio > 0:
            found[axis] = Vertex(ratio, ratio, ratio, max(audits, key=AUDITS.index), direct)
    return found


def _projected(axes: Mapping[str, Array], base: Mapping[str, Array]) -> dict[str, Vertex]:
    found = {}
    for axis, value in axes.items():
        low, median, high = order_statistics(value / base[axis][0])
        if median > 0:
            found[axis] = Vertex(median, low, high, "estimate", measured=False)
    return found
