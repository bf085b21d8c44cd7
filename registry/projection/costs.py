"""Bars of cost per million decoded tokens, each with the evidence for the throughput behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from registry.baselines.model import Baselines, Quantity, Record
from registry.projection.calibration import CHIP_FIELDS, chip_of, model_shape
from registry.projection.evaluation import MILLION, Evaluator, running_rate
from registry.projection.inputs import Inputs
from registry.projection.machine import Array, Demand, Deployment, Number
from registry.projection.reading import Cell
from registry.projection.sampling import Draw, Values, quantiles
from registry.projection.statistics import order_statistics
from registry.projection.systems import (
    WIDE_LADDER,
    asic_chip,
    asic_deployment,
    asic_efficiency,
    asic_power,
    asic_price,
)
from registry.projection.throughput import best_layout

SPEED = 25.0
CONTEXT = 2000.0
DENSE_MODEL = "llama_70b"
FRONTIER_MODEL = "deepseek_v3"
"""The public model whose claims stand beside the frontier panel."""
_BLOCK = 512


class Evidence(StrEnum):
    """What the height of a bar rests on; the order in which bars stand."""

    MEASURED = "audited or measured"
    DERIVED = "derived from datasheets by the model"
    PROJECTED = "projection"
    CLAIMED = "unaudited vendor claim"


@dataclass(frozen=True, slots=True)
class CostBar:
    """USD per million tokens: median and the P5-P95 over prices, power, life, use and electricity.

    `note` says what a reader should know, for example whose price a claim is drawn at.
    """

    name: str
    median: float
    low: float
    high: float
    evidence: Evidence
    audit: str
    source: str
    note: str = ""


def dense_bars(baselines: Baselines, inputs: Inputs) -> tuple[CostBar, ...]:
    """Return the bars of the 70B dense model at 25 tokens/s per stream, claims last."""
    values = Values(inputs.draws, quantiles(_BLOCK))
    bars = [
        bar
        for record in baselines.section("platforms")
        if (bar := _platform_bar(baselines, inputs, record, values)) is not None
    ]
    bars.append(_asic_bar(baselines, values))
    bars += _claimed(baselines, values, DENSE_MODEL)
    return tuple(sorted(bars, key=lambda bar: list(Evidence).index(bar.evidence)))


def frontier_bars(
    baselines: Baselines, inputs: Inputs, evaluator: Evaluator
) -> tuple[CostBar, ...]:
    """Return the bars of the frontier mixture of experts at 25 tokens/s per stream."""
    values = Values(inputs.draws, evaluator.points)
    found = evaluator(inputs.draws, Cell(SPEED))
    used = values("economics.utilisation")
    h100, asic = baselines.record("platforms.h100"), baselines.record("asics.hbm4")
    return (
        _bar(h100, found.h100.cost_per_million_tokens(used), _MODELLED),
        _bar(asic, found.asic.cost_per_million_tokens(used), _PROJECTED),
        *_claimed(baselines, values, FRONTIER_MODEL),
    )


def _platform_bar(
    baselines: Baselines, inputs: Inputs, record: Record, values: Values
) -> CostBar | None:
    """Return a platform's bar: an audited result fast enough where there is one, else the model."""
    calibration = inputs.calibrations.platforms.get(record.id)
    if calibration is None or not record.has(*CHIP_FIELDS, "system_price", "system_power"):
        return None
    measured = _fast_enough(baselines, record.id)
    if measured is not None:
        throughput = measured.quantities["throughput"]
        tokens: Number = throughput.central / measured.central("system")
        ground = _Ground(Evidence.MEASURED, throughput.audit, _first(throughput))
    else:
        node = int(record.central("chips_per_node"))
        best = best_layout(
            model_shape(baselines.record(f"models.{DENSE_MODEL}")),
            Demand(CONTEXT, SPEED),
            chip_of(record),
            Deployment(WIDE_LADDER, node),
            calibration.efficiency,
        )
        tokens = float(best.tokens_per_chip[0])
        peak = record.quantities["peak"]
        ground = _Ground(Evidence.DERIVED, peak.audit, _first(peak))
    cost = _cost(tokens, _stated(record, "system_price"), _stated(record, "system_power"), values)
    return _bar(record, cost, ground)


def _fast_enough(baselines: Baselines, platform: str) -> Record | None:
    """Return the audited or measured result with the highest throughput at this speed or above."""
    fitting = [
        record
        for record in baselines.section("results")
        if record.text("platform") == platform
        and record.text("model") == DENSE_MODEL
        and record.has("throughput", "system", "time_per_token")
        and record.central("time_per_token") <= 1 / SPEED
        and record.quantities["throughput"].audit in ("audited", "measured")
    ]
    return max(
        fitting, key=lambda one: one.central("throughput") / one.central("system"), default=None
    )


def _asic_bar(baselines: Baselines, values: Values) -> CostBar:
    samples = quantiles(_BLOCK).shape[1]
    shape = model_shape(baselines.record(f"models.{DENSE_MODEL}"))
    best = best_layout(
        shape,
        Demand(CONTEXT, SPEED),
        asic_chip(values, "hbm4"),
        asic_deployment(values, "hbm4"),
        np.broadcast_to(asic_efficiency(values), samples),
    )
    rate = running_rate(asic_price(values, "hbm4"), asic_power(values, "hbm4"), values)
    sold = best.tokens_per_chip * values("economics.utilisation")
    with np.errstate(divide="ignore"):
        cost = np.asarray(MILLION * rate / sold)
    return _bar(baselines.record("asics.hbm4"), cost, _PROJECTED)


def _claimed(baselines: Baselines, values: Values, model: str) -> Iterator[CostBar]:
    """Yield claimed throughputs; one without a price of its own is drawn at the H100's."""
    h100 = baselines.record("platforms.h100")
    for claim in baselines.section("claims"):
        if claim.text("model") == model and claim.has("throughput", "system"):
            platform = baselines.record(f"platforms.{claim.text('platform')}")
            priced = platform.has("system_price", "system_power")
            owner = platform if priced else h100
            throughput = claim.quantities["throughput"]
            cost = _cost(
                throughput.central / claim.central("system"),
                _stated(owner, "system_price"),
                _stated(owner, "system_power"),
                values,
            )
            note = "" if priced else f"at the price and power of {h100.name}"
            ground = _Ground(Evidence.CLAIMED, throughput.audit, _first(throughput), note)
            yield _bar(platform, cost, ground)


def _first(quantity: Quantity) -> str:
    return quantity.sources[0] if quantity.sources else ""


def _stated(record: Record, key: str) -> Quantity:
    return record.quantities[key]


def _cost(tokens: Number, price: Quantity, power: Quantity, values: Values) -> Array:
    """Return the cost per sample; price and power are spread by the H100's own quantiles."""
    dollars = _spread(price, "platforms.h100.system_price", values)
    watts = _spread(power, "platforms.h100.system_power", values)
    rate = running_rate(dollars, watts, values)
    return np.asarray(MILLION * rate / (tokens * values("economics.utilisation")))


def _spread(quantity: Quantity, column: str, values: Values) -> Number:
    return values.within(column, Draw(*quantity.range))


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a bar's throughput rests on."""

    evidence: Evidence
    audit: str
    source: str = ""
    note: str = ""


_MODELLED = _Ground(Evidence.DERIVED, "estimate")
_PROJECTED = _Ground(Evidence.PROJECTED, "estimate")


def _bar(record: Record, cost: Array, ground: _Ground) -> CostBar:
    low, median, high = order_statistics(np.atleast_1d(cost))
    return CostBar(
        record.name, median, low, high, ground.evidence, ground.audit, ground.source, ground.note
    )
