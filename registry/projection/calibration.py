"""Software efficiency per platform, from measured results: what the silicon allows, what was got.

Only audited and independently measured results calibrate. Everything else is predicted and shown
next to the prediction.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from registry.baselines.fields import CALIBRATING
from registry.baselines.model import Baselines, Fault, Issue, Record
from registry.projection.machine import Chip, Demand, Shape, split_parameters
from registry.projection.step import StepCosts, expert_parallel, step_costs

NARROWEST = math.log(1.25)
"""Half-width (ln) below which a calibrated range never goes: three points agree by luck."""
FEW_POINTS = math.log(1.6)
"""Half-width (ln) where fewer than three points say nothing about their spread."""
LARGE_RESIDUAL = math.log(2)

_ROUND = re.compile(r"MLPerf v?(\d+)\.(\d+)-", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Point:
    """A result set against the model.

    `efficiency` is the share of the serial roofline that reproduces the measurement exactly,
    `residual` its ln against the platform's calibrated efficiency, `left_out` against the
    efficiency calibrated without this point.
    """

    result: Record
    streams: float
    seconds: float
    efficiency: float
    residual: float
    left_out: float | None


@dataclass(frozen=True, slots=True)
class Calibration:
    """A platform's efficiency: geometric mean, sd of ln, and the range that is drawn from."""

    platform: str
    efficiency: float
    sd: float
    low: float
    high: float
    points: tuple[Point, ...]
    validation: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Calibrations:
    """All platforms that can be calibrated, by name, and what stood in the way."""

    platforms: dict[str, Calibration]
    issues: tuple[Issue, ...]


def calibrate(baselines: Baselines) -> Calibrations:
    """Calibrate every platform that has an audited or measured result."""
    issues: list[Issue] = []
    found: dict[str, Calibration] = {}
    measured = [_Measured(baselines, record, issues) for record in _comparable(baselines)]
    for platform in dict.fromkeys(m.record.text("platform") for m in measured):
        used = [m for m in measured if m.record in _calibrating(baselines, platform) and m.usable]
        if used:
            found[platform] = _calibration(platform, used)
    for platform, calibration in found.items():
        found[platform] = _with_validation(calibration, measured)
        issues += _doubts(calibration)
    if "h100" not in found:
        issues.append(
            Issue(
                Fault.INVALID,
                "results",
                baselines.records["platforms.h100"].line,
                "No audited or measured result calibrates `h100`, the baseline of every headline.",
                "Restore a result of platform `h100` with `use: calibration`.",
            )
        )
    return Calibrations(found, tuple(issues))


def _comparable(baselines: Baselines) -> Iterator[Record]:
    """Yield results and claims that state all that the model needs."""
    for record in (*baselines.section("results"), *baselines.section("claims")):
        model = baselines.records.get(f"models.{record.text('model')}")
        platform = baselines.records.get(f"platforms.{record.text('platform')}")
        if (
            record.has("throughput", "system", "replica", "group")
            and f"workloads.{record.text('workload')}" in baselines.records
            and model is not None
            and platform is not None
            and model.has(*_SHAPE_FIELDS)
            and platform.has(*CHIP_FIELDS)
        ):
            yield record


def _calibrating(baselines: Baselines, platform: str) -> list[Record]:
    """Return one result per model and scenario: of the latest round."""
    latest: dict[tuple[str, str], Record] = {}
    for record in baselines.section("results"):
        fits = record.text("platform") == platform and record.text("use") == "calibration"
        speed = record.quantities.get("throughput")
        if fits and speed is not None and speed.audit in CALIBRATING:
            key = (record.text("model"), record.text("scenario"))
            if key not in latest or _round(record) >= _round(latest[key]):
                latest[key] = record
    return list(latest.values())


def _round(record: Record) -> tuple[int, int]:
    sources = record.quantities["throughput"].sources
    match = next((m for text in sources if (m := _ROUND.match(text))), None)
    return (int(match[1]), int(match[2])) if match else (0, 0)


class _Measured:
    """A result with the cost of its step and the efficiency that explains it."""

    def __init__(self, baselines: Baselines, record: Record, issues: list[Issue]) -> None:
        self.record = record
        workload = baselines.record(f"workloads.{record.text('workload')}")
        chips = record.central("replica")
        costs = step_costs(
            model_shape(baselines.record(f"models.{record.text('model')}")),
            Demand(workload.central("context"), prefill_ratio=workload.central("prefill_ratio")),
            chip_of(baselines.record(f"platforms.{record.text('platform')}")),
            expert_parallel(chips, record.central("group")),
        )
        rate = record.central("throughput") * chips / record.central("system")
        self.streams = self._streams(costs, rate)
        self.seconds = self.streams / rate
        roofline = float(costs.roofline(self.streams))
        spare = self.seconds - float(costs.latency)
        self.efficiency = roofline / spare if spare > 0 else math.inf
        self.usable = self._possible(costs, issues)

    def _streams(self, costs: StepCosts, rate: float) -> float:
        if self.record.has("streams"):
            return self.record.central("streams")
        if self.record.has("time_per_token"):
            return rate * self.record.central("time_per_token")
        return float(costs.max_streams)

    def _possible(self, costs: StepCosts, issues: list[Issue]) -> bool:
        """Whether the hardware allows the result; one that it does not is an issue."""
        parts = (float(part) * self.streams for part in (costs.compute, costs.kv, costs.network))
        bound = float(costs.latency) + max(float(costs.weights(self.streams)), *parts)
        if self.seconds >= bound > 0:
            return True
        speed = self.record.quantities["throughput"]
        calibrates = self.record.text("use") == "calibration" and speed.audit in CALIBRATING
        issues.append(
            Issue(
                Fault.INVALID if calibrates else Fault.IMPLAUSIBLE,
                speed.path,
                speed.line,
                f"`{self.record.path}` is faster than its platform's datasheet allows.",
                "Look for a wrong unit, a sparse peak or a wrong chip count.",
                speed.end_line,
            )
        )
        return False


def _calibration(platform: str, used: list[_Measured]) -> Calibration:
    logs = np.log([m.efficiency for m in used])
    mean, count = float(logs.mean()), len(used)
    sd = float(logs.std(ddof=1)) if count > 1 else 0.0
    width = max(math.sqrt(3) * sd, NARROWEST) if count >= 3 else FEW_POINTS
    points = tuple(
        Point(
            m.record,
            m.streams,
            m.seconds,
            m.efficiency,
            float(log) - mean,
            (float(log) - mean) * count / (count - 1) if count > 1 else None,
        )
        for m, log in zip(used, logs, strict=True)
    )
    low, high = math.exp(mean - width), min(1.0, math.exp(mean + width))
    return Calibration(platform, math.exp(mean), sd, min(low, high), high, points)


def _with_validation(calibration: Calibration, measured: list[_Measured]) -> Calibration:
    """Add the results that are compared only; an H800 is an H100 with fewer links."""
    names = {calibration.platform} | ({"h800"} if calibration.platform == "h100" else set())
    used = {point.result.path for point in calibration.points}
    validation = tuple(
        Point(
            m.record,
            m.streams,
            m.seconds,
            m.efficiency,
            math.log(m.efficiency / calibration.efficiency),
            None,
        )
        for m in measured
        if m.record.text("platform") in names and m.record.path not in used and m.usable
    )
    return replace(calibration, validation=validation)


def _doubts(calibration: Calibration) -> Iterator[Issue]:
    for point in calibration.points:
        at = point.result.quantities["throughput"]
        if point.efficiency > 1:
            yield Issue(
                Fault.IMPLAUSIBLE,
                at.path,
                at.line,
                f"`{point.result.path}` needs {point.efficiency:.0%} of its platform's roofline.",
                "Check peaks, bandwidth and chip counts; above 100% the model's terms overlap.",
                at.end_line,
            )
        elif abs(point.residual) > LARGE_RESIDUAL:
            yield Issue(
                Fault.IMPLAUSIBLE,
                at.path,
                at.line,
                f"`{point.result.path}` lies a factor {math.exp(abs(point.residual)):.1f} from "
                "the other results of its platform.",
                "Check units, chip counts and the data set's token counts.",
                at.end_line,
            )
    if len(calibration.points) == 1:
        at = calibration.points[0].result.quantities["throughput"]
        yield Issue(
            Fault.IMPLAUSIBLE,
            at.path,
            at.line,
            f"`{calibration.platform}` is calibrated by a single result.",
            "Add a second audited or independent measurement of the platform.",
            at.end_line,
        )


def model_shape(record: Record) -> Shape:
    """Return the shape of a model that is public."""
    value = record.central
    share = value("experts_per_token") / value("experts") if value("experts") else 0.0
    common, routed = split_parameters(value("total"), value("active"), share)
    return Shape(
        active=value("active"),
        common=common,
        routed=routed,
        routed_share=share,
        experts_per_token=value("experts_per_token"),
        layers=value("layers"),
        moe_layers=value("moe_layers"),
        hidden=value("hidden"),
        kv_elements=value("kv_elements"),
        attention_flop=value("attention_flop"),
        kv_shards=value("kv_shards"),
        route_limit=value("route_limit") if record.has("route_limit") else math.inf,
    )


def chip_of(record: Record) -> Chip:
    """Return a platform's chip at its stated values."""
    value = record.central
    return Chip(
        peak=value("peak"),
        attention_peak=value("attention_peak"),
        bandwidth=value("bandwidth"),
        capacity=value("capacity"),
        link_in=value("scale_up_bandwidth"),
        link_out=value("scale_out_bandwidth"),
        latency_in=value("layer_latency"),
        latency_out=value("layer_latency_across"),
        weight_bytes=value("weight_bytes"),
        kv_bytes=value("kv_bytes"),
        copy_bytes=value("copy_bytes"),
        domain=value("scale_up_domain"),
        usable=value("usable_memory"),
    )


_SHAPE_FIELDS = (
    "total",
    "active",
    "experts",
    "experts_per_token",
    "layers",
    "moe_layers",
    "hidden",
    "kv_elements",
    "attention_flop",
    "kv_shards",
)
CHIP_FIELDS = (
    "peak",
    "attention_peak",
    "bandwidth",
    "capacity",
    "scale_up_bandwidth",
    "scale_out_bandwidth",
    "scale_up_domain",
    "layer_latency",
    "layer_latency_across",
    "weight_bytes",
    "kv_bytes",
    "copy_bytes",
    "usable_memory",
)
