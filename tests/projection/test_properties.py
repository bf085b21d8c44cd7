"""Laws that hold in every sample, whatever the inputs."""

import math
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.projection.attribution import shapley
from registry.projection.evaluation import Evaluation, Evaluator, _headlines
from registry.projection.inputs import inputs_of
from registry.projection.machine import Demand
from registry.projection.reading import Cell
from registry.projection.sampling import Draw, quantiles
from registry.projection.step import expert_parallel, step_costs
from registry.projection.throughput import most_streams
from registry.published import METRICS
from tests.projection.premises import premises
from tests.projection.test_step import h100, shape

ROUNDING = 1e-12
SPEEDS = st.floats(5, 120)
FACTORS = st.floats(1.01, 3.0)
QUICK = settings(max_examples=15, deadline=None)


@cache
def draws() -> Mapping[str, Draw]:
    inputs = inputs_of(premises())
    assert inputs
    return inputs.draws


@cache
def evaluator() -> Evaluator:
    return Evaluator(quantiles(32))


def evaluated(speed: float = 25.0, **changes: Draw) -> Evaluation:
    named = {path.replace("__", "."): draw for path, draw in changes.items()}
    return evaluator()({**draws(), **named}, Cell(speed))


def scaled(path: str, factor: float) -> Draw:
    draw = draws()[path]
    return replace(draw, low=draw.low * factor, high=draw.high * factor)


def never_above(found: np.ndarray, bound: np.ndarray) -> bool:
    """Whether no sample of `found` lies above `bound`; what has no value says nothing."""
    valid = ~(np.isnan(found) | np.isnan(bound))
    with np.errstate(invalid="ignore"):
        return bool(np.all(found[valid] <= bound[valid] * (1 + ROUNDING)))


@QUICK
@given(SPEEDS, FACTORS)
def test_faster_streams_are_fewer(speed: float, factor: float) -> None:
    """Throughput and density never rise with the speed asked of each stream."""
    slow, fast = evaluated(speed), evaluated(speed * factor)
    for name in ("h100", "asic"):
        one, other = (getattr(found, name).throughput for found in (slow, fast))
        assert never_above(other.tokens_per_chip, one.tokens_per_chip)
    assert never_above(fast.headlines["agent_density"], slow.headlines["agent_density"])


@QUICK
@given(SPEEDS, FACTORS)
def test_dearer_h100_raises_the_cost_ratio(speed: float, factor: float) -> None:
    """The cost ratio never falls when H100's price rises, and nothing else moves."""
    price = scaled("platforms.h100.system_price", factor)
    base, dear = evaluated(speed), evaluated(speed, platforms__h100__system_price=price)
    cost = "cost_per_million_tokens"
    assert never_above(base.headlines[cost], dear.headlines[cost])
    for metric in set(METRICS) - {cost}:
        assert np.array_equal(base.headlines[metric], dear.headlines[metric], equal_nan=True)


@QUICK
@given(SPEEDS, FACTORS)
def test_better_asic_raises_the_decode_ratio(speed: float, factor: float) -> None:
    """More efficiency or bandwidth never lowers the decode ratio; more latency never raises it."""
    decode = "decode_throughput"
    base = evaluated(speed).headlines[decode]
    for path in ("asics.common.efficiency", "asics.hbm4.stack_bandwidth"):
        better = evaluated(speed, **{path: scaled(path, factor)}).headlines[decode]
        assert never_above(base, better)
    for path in ("asics.common.layer_latency", "platforms.h100.efficiency"):
        worse = evaluated(speed, **{path: scaled(path, factor)}).headlines[decode]
        assert never_above(worse, base)


@QUICK
@given(SPEEDS, FACTORS)
def test_dearer_memory_costs_density(speed: float, factor: float) -> None:
    """Density never rises with the price of memory."""
    price = scaled("asics.hbm4.memory_price", factor)
    dear = evaluated(speed, asics__hbm4__memory_price=price).headlines["agent_density"]
    assert never_above(dear, evaluated(speed).headlines["agent_density"])


@QUICK
@given(st.floats(25, 120), FACTORS)
def test_longer_contexts_cost_density(speed: float, factor: float) -> None:
    """Density never rises with context where time binds, not memory.

    Below about 20 tokens/s memory binds in some samples. There the layout with the most tokens is
    not the one with the most streams, and a switch between layouts may add streams.
    """
    longer = evaluated(speed, agent__context=scaled("agent.context", factor))
    base = evaluated(speed).headlines["agent_density"]
    assert never_above(longer.headlines["agent_density"], base)


@settings(max_examples=60, deadline=None)
@given(st.floats(5, 60), st.integers(16, 200), st.floats(0.2, 1.0), st.floats(1.0, 2.5))
def test_unbound_streams_run_at_exactly_the_speed(
    speed: float, chips: int, efficiency: float, accepted: float
) -> None:
    """Where neither memory nor latency binds, a step takes accepted / speed."""
    demand = Demand(2000.0, speed, accepted=accepted, drafted=accepted - 1)
    costs = step_costs(shape("deepseek_v3"), demand, h100(), expert_parallel(chips, 1))
    streams = float(most_streams(costs, demand, efficiency)[0])
    if 1 <= streams < float(costs.max_streams):
        assert math.isclose(
            float(costs.seconds(streams, efficiency)) * speed, accepted, rel_tol=1e-9
        )


def test_swapped_platforms_invert_the_ratios() -> None:
    """Exchanging the two sides turns each ratio into its reciprocal."""
    found = evaluated()
    swapped = _headlines(found.asic, found.h100, 1.0)
    for metric in METRICS[:3]:
        assert np.allclose(swapped[metric] * found.headlines[metric], 1.0, rtol=1e-12)


def test_identities() -> None:
    """Energy and cost ratios are the decode ratio times a ratio of watts and of cost rates."""
    found = evaluated()
    decode, energy, cost, _ = (found.headlines[metric] for metric in METRICS)
    joules = found.h100.joules_per_token / found.asic.joules_per_token
    dollars = found.h100.cost_per_million_tokens(0.6) / found.asic.cost_per_million_tokens(0.6)
    assert np.allclose(energy, joules, rtol=1e-12)
    assert np.allclose(cost, dollars, rtol=1e-12)
    assert np.allclose(energy / decode, found.h100.power / found.asic.power, rtol=1e-12)


@QUICK
@given(st.floats(0.1, 10))
def test_money_has_no_unit_of_its_own(factor: float) -> None:
    """Without electricity, all prices times a constant leave every ratio as it is."""
    free = {"economics.electricity": Draw(0.0, 0.0)}
    money = [
        "platforms.h100.system_price", "asics.common.nre", "asics.hbm4.silicon",
        "asics.hbm4.memory_price", "asics.hbm4.packaging", "asics.hbm4.board",
    ]  # fmt: skip
    base = evaluated(**free).headlines
    found = evaluated(**free, **{path: scaled(path, factor) for path in money}).headlines
    for metric in METRICS[:3]:
        assert np.allclose(found[metric], base[metric], rtol=1e-12, equal_nan=True)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.floats(-3, 3), min_size=1, max_size=5), st.floats(-1, 1))
def test_shapley_shares_add_up(effects: list[float], interaction: float) -> None:
    """Shares sum to the whole effect; a player without effect gets nothing."""

    def value(members: frozenset[int]) -> np.ndarray:
        own = sum(effects[player] for player in members)
        return np.array([own + interaction * (len(members) == len(effects))])

    found = shapley(value, len(effects))[:, 0]
    whole = value(frozenset(range(len(effects)))) - value(frozenset())
    assert math.isclose(found.sum(), whole[0], abs_tol=1e-9)
    expected = np.array(effects) + interaction / len(effects)
    assert np.allclose(found, expected, atol=1e-9)
