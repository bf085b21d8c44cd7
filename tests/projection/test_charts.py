"""The charts: the same bytes on every run, claims apart and hatched, gaps instead of zeros."""

from pathlib import Path

import pytest

from bot import charts
from registry.projection.costs import Evidence, dense_bars, frontier_bars
from registry.projection.evaluation import Evaluator
from registry.projection.inputs import Inputs, inputs_of
from registry.projection.project import silent
from registry.projection.radar import AXES, Radar, radar
from registry.projection.sampling import quantiles
from tests.projection.premises import premises


def inputs() -> Inputs:
    found = inputs_of(premises())
    assert found
    return found


def drawn() -> Radar:
    return radar(premises().baselines, inputs(), block_size=64)


def test_radar_leaves_out_what_is_only_claimed() -> None:
    """Sohu has claims and nothing else: it is named and not drawn."""
    found = drawn()
    assert found.left_out == ("Etched Sohu",)
    assert "Etched Sohu" not in {polygon.name for polygon in found.polygons}


def test_no_claim_sets_a_vertex() -> None:
    """No vertex rests on a vendor claim, and H100's own lie at 1."""
    found = drawn()
    levels = {vertex.audit for p in found.polygons for vertex in p.vertices.values()}
    assert "vendor_claim" not in levels
    h100 = found.polygons[0]
    assert [vertex.value for vertex in h100.vertices.values()] == pytest.approx([1.0] * len(AXES))


def test_claimed_power_leaves_a_gap() -> None:
    """A power that only the vendor states takes energy and cost out of the polygon."""
    claimed = premises(
        (
            "low: 300, high: 450, unit: W, audit: estimate",
            "low: 300, high: 450, unit: W, audit: vendor_claim",
        )
    )
    found = radar(claimed.baselines, inputs(), block_size=64)
    groq = next(polygon for polygon in found.polygons if polygon.name == "Groq LPU v1")
    assert set(AXES) - set(groq.vertices) == {"energy", "cost"}


def test_missing_platform_is_named() -> None:
    """A platform that the radar expects and the baselines lack is named, not drawn as zero."""
    without = premises(("  b200:\n", "  b200_hgx:\n"), ("platform: b200\n", "platform: b200_hgx\n"))
    assert radar(without.baselines, inputs(), block_size=64).missing == ("b200",)


def test_measured_speed_replaces_the_modelled_one() -> None:
    """Where a single stream was measured, that is the vertex, and it says so."""
    found = {polygon.name: polygon for polygon in drawn().polygons}
    groq, h100 = found["Groq LPU v1"], found["NVIDIA H100 SXM5 80GB"]
    assert groq.vertices["decode speed"].measured
    assert not h100.vertices["decode speed"].measured
    assert groq.vertices["decode speed"].value == pytest.approx(2.0, rel=0.05)


def test_projection_has_whiskers() -> None:
    """The ASIC is a projection with P5 and P95 around its median."""
    asic = drawn().polygons[-1]
    assert asic.projected
    assert all(vertex.low < vertex.value < vertex.high for vertex in asic.vertices.values())


def test_cost_bars_end_with_claims() -> None:
    """Claims stand last, say at whose price they are drawn, and only they are claims."""
    ours = premises()
    for bars in (
        dense_bars(ours.baselines, inputs()),
        frontier_bars(ours.baselines, inputs(), Evaluator(quantiles(64))),
    ):
        assert bars[-1].evidence is Evidence.CLAIMED
        assert "at the price and power of" in bars[-1].note
        for bar in bars:
            assert (bar.audit == "vendor_claim") is (bar.evidence is Evidence.CLAIMED)
            assert bar.low < bar.median < bar.high


def test_audited_bars_are_audited() -> None:
    """B200's bar is its audited interactive result; H100 has none so fast, and is derived."""
    bars = {bar.name: bar for bar in dense_bars(premises().baselines, inputs())}
    assert bars["NVIDIA B200"].evidence is Evidence.MEASURED
    assert bars["NVIDIA B200"].source == "MLPerf 5.1-0069"
    assert bars["NVIDIA H100 SXM5 80GB"].evidence is Evidence.DERIVED
    assert bars["NVIDIA H100 SXM5 80GB"].median == pytest.approx(0.36, rel=0.06)


def test_charts_are_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every chart is written as SVG and PNG, twice the same."""
    monkeypatch.setattr(charts, "SPEEDS", (10.0, 100.0))
    one, two = (charts.draw(premises(), tmp_path / name, silent) for name in ("a", "b"))
    assert [path.name for path in one] == [
        "curve.svg", "curve.png", "radar.svg", "radar.png", "cost.svg", "cost.png",
    ]  # fmt: skip
    for path, again in zip(one, two, strict=True):
        assert path.read_bytes() == again.read_bytes()


def test_other_suffixes_are_refused(tmp_path: Path) -> None:
    """A file that is neither .svg nor .png is not written."""
    with pytest.raises(ValueError, match="neither"):
        charts.draw(premises(), tmp_path / "chart.pdf", silent)
    assert list(tmp_path.iterdir()) == []
