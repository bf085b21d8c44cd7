"""The step time and the solver against worked cases, to the digits they are stated with."""

import numpy as np
import pytest

from registry.projection.calibration import chip_of, model_shape
from registry.projection.machine import Chip, Demand, Deployment, Shape, split_parameters
from registry.projection.step import expert_parallel, pipeline, step_costs
from registry.projection.systems import WIDE_LADDER
from registry.projection.throughput import best_layout, most_streams
from tests.projection.premises import ACCEPTED, baselines

EFFICIENCY = 0.58
STATED = 5e-6
"""The cases are stated with six digits, so they are met to half a unit of the sixth."""


def shape(model: str) -> Shape:
    return model_shape(baselines().record(f"models.{model}"))


def h100() -> Chip:
    return chip_of(baselines().record("platforms.h100"))


@pytest.mark.parametrize("case", ACCEPTED["steps"], ids=lambda c: f"{c['model']}-{c['chips']}")
def test_step_terms(case: dict[str, object]) -> None:
    """Latency, compute, weights, cache, network, their sum and what follows are as stated."""
    make = expert_parallel if case["kind"] == "EP" else pipeline
    demand = Demand(case["context"], prefill_ratio=case["prefill_ratio"])
    costs = step_costs(shape(case["model"]), demand, h100(), make(case["chips"], case["group"]))
    streams = case["streams"]
    terms = [
        costs.compute * streams,
        costs.weights(streams),
        costs.kv * streams,
        costs.network * streams,
    ]
    found = [costs.latency, *(term / EFFICIENCY for term in terms)]
    assert [float(seconds) * 1e3 for seconds in found] == pytest.approx(case["ms"], rel=STATED)
    seconds = float(costs.seconds(streams, EFFICIENCY))
    assert seconds * 1e3 == pytest.approx(case["total_ms"], rel=STATED)
    assert streams / seconds / case["chips"] == pytest.approx(case["tokens_per_chip"], rel=STATED)
    assert float(costs.max_streams) == pytest.approx(case["max_streams"], rel=STATED)


def test_model_that_does_not_fit_serves_nobody() -> None:
    """671 GB of weights on eight H100s leave room for no stream."""
    costs = step_costs(shape("deepseek_v3"), Demand(2000.0), h100(), expert_parallel(8, 8))
    assert float(costs.max_streams) == 0
    assert float(most_streams(costs, Demand(2000.0), EFFICIENCY)[0]) == 0


@pytest.mark.parametrize("speed", [10, 25, 50, 100, 500])
@pytest.mark.parametrize("model", ["deepseek_v3", "llama_70b"])
def test_best_layout(model: str, speed: int) -> None:
    """The best layout at each speed has the stated throughput, and none at 500 tokens/s."""
    expected = ACCEPTED["best"][model]
    found = best_layout(
        shape(model),
        Demand(expected["context"], float(speed)),
        h100(),
        Deployment(WIDE_LADDER, 8, 320),
        EFFICIENCY,
    )
    assert found.tokens_per_chip[0] == pytest.approx(expected[str(speed)], rel=STATED)


def test_capacity_bound_streams_run_faster_than_asked() -> None:
    """DeepSeek-V3 at 10 tokens/s sits on 24 chips, and memory ends before time does."""
    demand = Demand(5000.0, 10.0)
    found = best_layout(
        shape("deepseek_v3"), demand, h100(), Deployment(WIDE_LADDER, 8, 320), EFFICIENCY
    )
    assert found.chips[0] == 24
    seconds = found.streams[0] / (found.tokens_per_chip[0] * found.chips[0])
    assert seconds == pytest.approx(0.0964658, rel=STATED)


def test_parameters_split_into_common_and_routed() -> None:
    """DeepSeek-V3 has 653.9 billion routed parameters and 17.0 billion common ones."""
    common, routed = split_parameters(670.9e9, 37.4e9, 8 / 256)
    assert routed == pytest.approx(6.539e11, rel=1e-4)
    assert common == pytest.approx(1.696e10, rel=1e-3)
    assert split_parameters(70e9, 70e9, 0.0) == (70e9, 0.0)


def test_touched_experts() -> None:
    """One stream touches 1/32 of DeepSeek-V3's experts, 32 touch 64%, 256 touch 99.97%."""
    costs = step_costs(shape("deepseek_v3"), Demand(2000.0), h100(), expert_parallel(72, 1))
    streams = np.array([1.0, 32.0, 256.0])
    touched = (costs.weights(streams) - costs.common_weights) / costs.expert_weights
    assert touched == pytest.approx([1 / 32, 0.638, 0.9997], rel=1e-3)
