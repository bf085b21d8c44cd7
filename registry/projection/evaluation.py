"""The four headlines on the common samples, computed again only where an input changed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from cachetools import LRUCache

from registry.projection.machine import Array, Chip, Demand, Deployment, Number, Shape
from registry.projection.reading import Cell
from registry.projection.sampling import Draw, Values, quantiles
from registry.projection.systems import (
    agent_demand,
    asic_chip,
    asic_deployment,
    asic_efficiency,
    asic_power,
    asic_price,
    frontier_shape,
    platform_chip,
    platform_deployment,
)
from registry.projection.throughput import Throughput, best_layout
from registry.published import METRICS

SECONDS_PER_YEAR = 31_557_600.0
MILLION = 1e6
CHUNK = 1024
"""Samples per pass: their working set stays in the second-level cache."""
KEPT = 48
"""Throughputs kept, 0.4 MB each at 16,384 samples."""
COLUMNS_KEPT = 128
"""Sampled parameters kept, 0.13 MB each."""


@dataclass(frozen=True, slots=True)
class Side:
    """One system of a comparison. Power in W and price in USD per chip."""

    throughput: Throughput
    power: Number
    price: Number
    rate: Number
    """USD per second and chip: write-off, maintenance and electricity."""

    @property
    def joules_per_token(self) -> Array:
        with np.errstate(divide="ignore"):
            return np.asarray(self.power / self.throughput.tokens_per_chip)

    @property
    def streams_per_million(self) -> Array:
        """Concurrent streams per million dollars of systems, at full duty."""
        return np.asarray(MILLION * self.throughput.streams / self.throughput.chips / self.price)

    def cost_per_million_tokens(self, utilisation: Number) -> Array:
        with np.errstate(divide="ignore"):
            sold = self.throughput.tokens_per_chip * utilisation
            return np.asarray(MILLION * self.rate / sold)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Both sides of a cell and its headlines by metric, one number per sample.

    +inf stands for an H100 that cannot serve the speed, 0 for an ASIC that cannot, and NaN for
    samples in which neither can.
    """

    h100: Side
    asic: Side
    headlines: Mapping[str, Array]


class Evaluator:
    """Evaluates cells under any inputs, on the same samples; keeps throughputs by what they read.

    `points` are quantiles, axes (columns, samples); the common ones unless others are given.
    """

    def __init__(self, points: Array | None = None) -> None:
        self.points = quantiles() if points is None else points
        self._kept: LRUCache[object, Throughput] = LRUCache(KEPT)
        self._columns: LRUCache[tuple[str, Draw], Array] = LRUCache(COLUMNS_KEPT)
        self._reads: dict[object, tuple[str, ...]] = {}
        self.read: set[str] = set()
        """The parameters that any evaluation has read."""

    def __call__(self, draws: Mapping[str, Draw], cell: Cell) -> Evaluation:
        """Return the headlines of `cell` under `draws`."""
        values = Values(draws, self.points, self._columns)
        h100 = self._side(
            self._throughput(draws, ("h100", cell.baseline, cell.speed), _h100_system),
            values("platforms.h100.system_power"),
            values("platforms.h100.system_price"),
            values,
        )
        asic = self._side(
            self._throughput(draws, ("asic", cell.family, cell.speed), _asic_system),
            asic_power(values, cell.family),
            asic_price(values, cell.family),
            values,
        )
        headlines = _headlines(h100, asic, values("agent.duty"))
        self.read |= values.read
        return Evaluation(h100, asic, headlines)

    def _side(self, throughput: Throughput, power: Number, price: Number, values: Values) -> Side:
        return Side(throughput, power, price, running_rate(price, power, values))

    def _throughput(
        self, draws: Mapping[str, Draw], key: tuple[str, str, float], system: "_System"
    ) -> Throughput:
        if reads := self._reads.get(key):
            kept = self._kept.get((key, *(draws[path] for path in reads)))
            if kept is not None:
                return kept
        values = Values(draws, self.points, self._columns)
        shape, demand = frontier_shape(values), agent_demand(values, key[2])
        chip, deployment, efficiency = system(values, key[1])
        throughput = self._best(shape, demand, chip, deployment, efficiency)
        self._reads[key] = tuple(sorted(values.read))
        self.read |= values.read
        self._kept[(key, *(draws[path] for path in self._reads[key]))] = throughput
        return throughput

    def _best(
        self, shape: Shape, demand: Demand, chip: Chip, deployment: Deployment, efficiency: Number
    ) -> Throughput:
        samples = self.points.shape[1]
        share = np.broadcast_to(efficiency, samples)
        parts = [
            best_layout(
                shape.rows(part), demand.rows(part), chip.rows(part), deployment, share[part]
            )
            for start in range(0, samples, CHUNK)
            for part in [slice(start, start + CHUNK)]
        ]
        return Throughput(
            np.concatenate([np.broadcast_to(p.tokens_per_chip, p.streams.shape) for p in parts]),
            np.concatenate([p.streams for p in parts]),
            np.concatenate([p.chips for p in parts]),
        )


def running_rate(price: Number, power: Number, values: Callable[[str], Number]) -> Number:
    """Return USD per second and chip: write-off, maintenance and electricity."""
    yearly = 1 / values("economics.life") + values("economics.maintenance")
    electricity = values("economics.pue") * values("economics.electricity")
    return price * yearly / SECONDS_PER_YEAR + power * electricity


_System = Callable[[Values, str], tuple[Chip, Deployment, Number]]


def _h100_system(values: Values, baseline: str) -> tuple[Chip, Deployment, Number]:
    return (
        platform_chip(values, "h100"),
        platform_deployment(values, "h100", baseline),
        values("platforms.h100.efficiency"),
    )


def _asic_system(values: Values, family: str) -> tuple[Chip, Deployment, Number]:
    return asic_chip(values, family), asic_deployment(values, family), asic_efficiency(values)


def _headlines(h100: Side, asic: Side, duty: Number) -> dict[str, Array]:
    with np.errstate(divide="ignore", invalid="ignore"):
        decode = asic.throughput.tokens_per_chip / h100.throughput.tokens_per_chip
        values = (
            decode,
            decode * (h100.power / asic.power),
            decode * (h100.rate / asic.rate),
            asic.streams_per_million / duty,
        )
    return dict(zip(METRICS, values, strict=True))
