"""What a change does: deltas on common samples, their errors, and who drove them."""

import json
from functools import cache

import numpy as np
import pytest

from registry.projection.attribution import strongest
from registry.projection.delta import MAX_GROUPS, project_delta
from registry.projection.delta_data import delta_data
from registry.projection.evaluation import Evaluator
from registry.projection.inputs import inputs_of
from registry.projection.reading import Cell
from registry.projection.sampling import quantiles
from registry.projection.shift import HeadlineDelta, ProjectionDelta
from registry.projection.verdict import Verdict
from registry.published import METRICS, Headline, Published
from tests.projection.premises import ACCEPTED, SHORT, baselines, premises

PRICE = ("{low: 33000, high: 50000, unit: USD", "{low: 26400, high: 40000, unit: USD")
POWER = ("{low: 900, high: 1275, unit: W", "{low: 990, high: 1402.5, unit: W")
WIDE = (Cell(),)


@cache
def evaluator() -> Evaluator:
    return Evaluator()


def delta(*replacements: tuple[str, str], **statuses: str) -> ProjectionDelta:
    after = premises(*replacements, **statuses)
    return project_delta(premises(), after, evaluator(), WIDE)


def row(found: ProjectionDelta, short: str) -> HeadlineDelta:
    return found.cells[0].rows[METRICS.index(SHORT[short])]


@pytest.mark.parametrize("case", ACCEPTED["deltas"], ids=lambda c: c["what"])
def test_accepted_delta(case: dict[str, object]) -> None:
    """ln P5, P50 and P95 move as accepted; a headline that is out of reach not at all."""
    found = delta((case["old"], case["new"]))
    for short in SHORT:
        if short in case:
            assert row(found, short).change == pytest.approx(case[short], abs=0.012)
        elif short in case["untouched"]:
            assert row(found, short).change == (0.0, 0.0, 0.0)
            assert not row(found, short).moved


def test_no_change_is_exactly_nothing() -> None:
    """Equal sides give no input, no cell and no shift; so does a change of notes and comments."""
    assert project_delta(premises(), premises()) == ProjectionDelta()
    reworded = premises(("note: US industrial mean 0.086 in 2025", "note: US mean"))
    assert project_delta(premises(), reworded) == ProjectionDelta()


def test_headline_follows_to_its_source_line() -> None:
    """A cheaper H100 names the line of its price, its text before and after, and its level."""
    found = delta(PRICE)
    (driver,) = row(found, "cost").drivers
    lines = baselines(PRICE).quantity("platforms.h100.system_price")
    assert lines
    assert driver.input.line == lines.line
    assert (driver.input.before, driver.input.after) == ("33000-50000 USD", "26400-40000 USD")
    assert driver.input.unaudited
    assert driver.share == pytest.approx(row(found, "cost").change[1])


def test_shares_add_up_to_the_change() -> None:
    """Whatever changes together, the drivers' shares sum to the headline's change."""
    found = delta(
        PRICE,
        POWER,
        ("{low: 3, high: 6, unit: years", "{low: 4, high: 6, unit: years"),
        B12="resolved",
    )
    for one in found.cells[0].rows:
        if one.drivers:
            total = sum(driver.share for driver in one.drivers)
            assert total == pytest.approx(one.change[1], abs=1e-9)
    names = {driver.input.name for driver in row(found, "cost").drivers}
    assert names == {"platforms.h100 price and power", "economics.life", "status of B12"}


def test_more_inputs_than_are_attributed_alone_become_one() -> None:
    """Nine changes and more: the strongest stand alone, the rest is one driver."""
    many = [
        ("total: {low: 0.6e12", "total: {low: 0.7e12"),
        ("active_share: {low: 0.03", "active_share: {low: 0.04"),
        ("layers: {low: 60", "layers: {low: 70"),
        ("hidden: {low: 6144", "hidden: {low: 7168"),
        ("context: {low: 8e3", "context: {low: 10e3"),
        ("life: {low: 3", "life: {low: 4"),
        ("pue: {low: 1.1", "pue: {low: 1.2"),
        ("peak_fp4: {low: 8", "peak_fp4: {low: 9"),
        ("stacks: {low: 6", "stacks: {low: 7"),
        ("core_power: {low: 250", "core_power: {low: 300"),
    ]
    found = project_delta(premises(), premises(*many), Evaluator(quantiles(64)), WIDE)
    assert len(found.inputs) == len(many)
    drivers = row(found, "cost").drivers
    assert len(drivers) == MAX_GROUPS
    assert "other changes" in {driver.input.name for driver in drivers}
    total = sum(driver.share for driver in drivers)
    assert total == pytest.approx(row(found, "cost").change[1], abs=1e-9)


def test_common_samples_resolve_small_changes() -> None:
    """A tenth of a percent of PUE moves cost by less than 1%; its error is far smaller still."""
    found = row(delta(("pue: {low: 1.1, high: 1.54", "pue: {low: 1.1011, high: 1.54154")), "cost")
    assert found.error[1] < 5e-4
    assert not found.moved


def test_better_record_also_widens_the_spread() -> None:
    """One faster H100 result lowers the median and raises P95, and its residuals are told."""
    found = delta(("throughput: 61101.3 tokens/s", "throughput: 67211.43 tokens/s"))
    low, _, high = row(found, "decode").change
    assert low < 0 < high
    (changed,) = found.inputs
    assert "results.h100_llama2_70b_server" in changed.name
    assert changed.audit == "audited"
    names = {residual.result for residual in found.residuals}
    assert "results.h100_llama2_70b_server" in names


def test_weaker_evidence_is_told_without_recomputing() -> None:
    """An audit level that falls while the number stays is named, and no headline is computed."""
    found = delta(
        (
            "weight_bytes: {value: 1, unit: B, audit: measured",
            "weight_bytes: {value: 1, unit: B, audit: vendor_claim",
        )
    )
    (lowered,) = found.lowered
    assert (lowered.before, lowered.quantity.audit) == ("measured", "vendor_claim")
    assert found.cells == ()


def test_moved_range_changes_the_verdict_without_moving_samples() -> None:
    """A published range that moves is compared with the same samples."""
    before = premises()
    old = before.published.headlines["energy_per_token"]
    wider = Headline(old.metric, old.name, 2.0, 200.0, old.unit, old.line, old.end_line)
    published = Published("v0.3", "2026-12-01", {old.metric: wider}, ())
    after = type(before)(before.baselines, published, before.statuses)
    found = project_delta(before, after, evaluator(), WIDE)
    energy = row(found, "energy")
    assert energy.change == (0.0, 0.0, 0.0)
    assert (energy.before.verdict, energy.after.verdict) == (
        Verdict.NOT_SUPPORTED,
        Verdict.SUPPORTED,
    )
    assert energy.verdict_change == 2


def test_unusable_side_is_stale() -> None:
    """Baselines that cannot be used leave the projection uncomputed, with the reason."""
    found = project_delta(premises(), premises(("bandwidth: 3.35 TB/s", "bandwidth: .nan TB/s")))
    assert "bandwidth" in found.stale
    assert not found.shifted


def test_data_is_json_without_infinities() -> None:
    """At 100 tokens/s a P95 is infinite, which JSON does not have: it becomes null."""
    found = project_delta(premises(), premises(PRICE), Evaluator(quantiles(64)), (Cell(100.0),))
    json.dumps(delta_data(found), allow_nan=False)


def test_samples_are_a_prefix() -> None:
    """A smaller evaluator uses the first points of each block of the full one."""
    full, small = quantiles(64), quantiles(16)
    assert np.array_equal(full.reshape(64, 8, 64)[:, :, :16], small.reshape(64, 8, 16))


def test_strongest_effects_keep_their_order() -> None:
    """The largest effects are kept, in the order given."""
    assert strongest([0.1, -3.0, 0.2, 2.0], 2) == [1, 3]


def test_inputs_need_usable_baselines() -> None:
    """No inputs come from baselines with an invalid number."""
    assert inputs_of(premises(("capacity: 80 GB", "capacity: 80 kg"))) is None
