"""The recomputed headlines against the accepted distributions, from our own baselines."""

import subprocess
import sys
from functools import cache

import numpy as np
import pytest

from registry.projection.evaluation import Evaluation, Evaluator
from registry.projection.inputs import inputs_of
from registry.projection.premises import Premises
from registry.projection.project import project
from registry.projection.reading import Cell
from registry.projection.statistics import order_statistics, shares
from registry.projection.unlocks import unlocked
from registry.projection.verdict import Shares, Verdict, verdict
from registry.published import METRICS
from tests.projection.premises import ACCEPTED, ROOT, SHORT, premises

MEDIAN, ENDS, SHARE = 0.03, 0.05, 0.02
"""Tolerances of the accepted numbers, which come from another scramble of the sequence."""


@cache
def evaluator() -> Evaluator:
    return Evaluator()


@cache
def evaluation(cell: Cell) -> Evaluation:
    inputs = inputs_of(premises())
    assert inputs
    return evaluator()(inputs.draws, cell)


def cell_of(case: dict[str, object]) -> Cell:
    return Cell(float(case["speed"]), case["baseline"], case["family"])


def near(found: tuple[float, float, float], expected: list[float | None]) -> None:
    for value, wanted, tolerance in zip(found, expected, (ENDS, MEDIAN, ENDS), strict=True):
        if wanted is not None:
            # Numbers stated with two digits carry that rounding on top.
            assert value == pytest.approx(wanted, rel=tolerance, abs=0.005 * wanted + 0.0005)


@pytest.mark.parametrize(
    "case", ACCEPTED["cells"], ids=lambda c: f"{c['family']}-{c['baseline']}-{c['speed']}"
)
def test_cell(case: dict[str, object]) -> None:
    """P5, P50 and P95 of each headline, and where its samples lie, are as accepted."""
    found = evaluation(cell_of(case)).headlines
    published = premises().published.headlines
    for short, metric in SHORT.items():
        near(order_statistics(found[metric]), case[short])
        if expected := case.get("shares", {}).get(short):
            inside = shares(found[metric], published[metric].low, published[metric].high)
            assert (inside.below, inside.inside, inside.above) == pytest.approx(expected, abs=SHARE)


def test_absolute_values() -> None:
    """Tokens, joules, dollars, streams, chips, watts and prices of both sides are as accepted."""
    found = evaluation(Cell())
    inputs = inputs_of(premises())
    assert inputs
    used = 0.4 + 0.42 * evaluator().points[15]
    for name, side in (("h100", found.h100), ("asic", found.asic)):
        expected = ACCEPTED["absolute"][name]
        near(order_statistics(side.throughput.tokens_per_chip), expected["tokens"])
        near(order_statistics(side.joules_per_token), expected["joules"])
        near(order_statistics(side.cost_per_million_tokens(used)), expected["usd"])
        chips = order_statistics(side.throughput.chips)
        assert chips == pytest.approx(expected["chips"], abs=1)
    near(order_statistics(found.h100.streams_per_million), ACCEPTED["absolute"]["h100"]["streams"])
    near(order_statistics(found.asic.power), ACCEPTED["absolute"]["asic"]["watts"])
    near(order_statistics(found.asic.price), ACCEPTED["absolute"]["asic"]["price"])


def test_verdicts_of_our_baselines() -> None:
    """Energy is not supported against wide deployments, density is, and narrow ones help three."""
    found = project(premises(), evaluator())
    assert found
    wide, node = ([row.verdict for row in cell.rows] for cell in found.cells)
    partly, supported = Verdict.PARTLY, Verdict.SUPPORTED
    assert wide == [partly, Verdict.NOT_SUPPORTED, partly, supported]
    assert node == [supported, partly, supported, supported]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (Shares(0.25, 0.59, 0.16), Verdict.SUPPORTED),
        (Shares(0.46, 0.49, 0.05), Verdict.SUPPORTED),
        (Shares(0.53, 0.47, 0.00), Verdict.PARTLY),
        (Shares(0.45, 0.10, 0.45), Verdict.PARTLY),
        (Shares(0.46, 0.09, 0.45), Verdict.NOT_SUPPORTED),
        (Shares(0.00, 0.00, 1.00), Verdict.NOT_SUPPORTED),
    ],
)
def test_verdict(found: Shares, expected: Verdict) -> None:
    """Supported, partly supported and not supported, at and beside their thresholds."""
    assert verdict(found) is expected


def test_unlocks() -> None:
    """Resolving each entry multiplies the medians as accepted; four entries move nothing."""
    ours = premises()
    inputs = inputs_of(ours)
    assert inputs
    found = unlocked(ours, inputs, Cell(), evaluator())
    for effect in found.effects:
        if effect.entry in ACCEPTED["unlocks"]:
            expected = dict(zip(METRICS, ACCEPTED["unlocks"][effect.entry], strict=True))
            assert effect.factors == pytest.approx(expected, rel=0.025)
    assert sorted(found.not_modelled) == ["B17", "B18", "B6", "B9"]
    assert found.together["agent_density"].p50 == pytest.approx(87_000, rel=0.03)


def test_partial_range_is_halfway() -> None:
    """Without a range of its own, `partial` is the quantile-wise geometric mean of the others."""
    inputs = inputs_of(Premises(premises().baselines, premises().published, {"B12": "partial"}))
    assert inputs
    draw = inputs.draws["asics.common.efficiency"]
    quantile = np.linspace(0, 1, 5)
    expected = np.sqrt(0.23 * (0.79 / 0.23) ** quantile * 0.6 * (1 / 0.6) ** quantile)
    assert draw.at(quantile, log=True) == pytest.approx(expected)


def test_output_is_the_same_on_every_run() -> None:
    """Two processes print the same bytes."""
    command = (sys.executable, "-m", "bot", "projection", "--format", "json")
    outputs = {
        subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout for _ in "12"
    }
    assert len(outputs) == 1
