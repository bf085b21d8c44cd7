"""Calibration: what the audited results say of each platform, and what may not calibrate."""

import pytest

from registry.baselines.model import Fault
from registry.projection.calibration import calibrate
from tests.projection.premises import ACCEPTED, baselines

SERVER = "throughput: 61101.3 tokens/s"


@pytest.mark.parametrize("platform", ["h100", "h200", "b200"])
def test_platform(platform: str) -> None:
    """Efficiency, spread, points, residuals and leave-one-out errors are as accepted."""
    expected, found = ACCEPTED["calibration"][platform], calibrate(baselines()).platforms[platform]
    assert found.efficiency == pytest.approx(expected["efficiency"], abs=6e-4)
    assert found.sd == pytest.approx(expected["sd"], abs=6e-4)
    assert [p.efficiency for p in found.points] == pytest.approx(expected["points"], abs=6e-4)
    if platform == "h100":
        assert (found.low, found.high) == pytest.approx(expected["range"], abs=6e-4)
        residuals = [point.residual for point in found.points]
        assert residuals == pytest.approx(expected["residuals"], abs=6e-3)
        assert [p.left_out for p in found.points] == pytest.approx(expected["left_out"], abs=6e-3)
        validation = [point.efficiency for point in found.validation]
        assert validation == pytest.approx(expected["validation"], abs=6e-4)


def test_second_wide_run_calibrates_like_the_rest() -> None:
    """The open-source run, once told to calibrate, moves the efficiency to 0.584."""
    used = baselines(
        (
            'use: validation\n    audit: measured\n    source: "@lmsys_ep2025"',
            'use: calibration\n    audit: measured\n    source: "@lmsys_ep2025"',
        )
    )
    found = calibrate(used).platforms["h100"]
    assert (found.efficiency, found.sd) == pytest.approx((0.584, 0.290), abs=6e-4)
    assert (found.low, found.high) == pytest.approx((0.353, 0.965), abs=6e-4)


def test_claim_never_calibrates() -> None:
    """A vendor claim that says it calibrates is a fault, and changes no efficiency."""
    told = baselines(
        (
            'audit: measured\n    source: "@lmsys_ep2025"\n    throughput',
            'audit: vendor_claim\n    source: "@lmsys_ep2025"\n    throughput',
        ),
        (
            "    use: validation\n    audit: vendor_claim",
            "    use: calibration\n    audit: vendor_claim",
        ),
    )
    assert [issue.fault for issue in told.issues] == [Fault.VENDOR_CALIBRATION]
    efficiency = calibrate(told).platforms["h100"].efficiency
    assert efficiency == calibrate(baselines()).platforms["h100"].efficiency


NEWER = f"""
results:
  h100_newer:
    platform: h100
    model: llama_70b
    workload: mlperf_llama2_70b
    scenario: server
    use: calibration
    audit: audited
    source: MLPerf 6.0-0001
    {SERVER}
    time_per_token: 142.46 ms
    system: 16 chips
    replica: 2 chips
    group: 2 chips
"""


def test_newer_round_replaces_the_older() -> None:
    """Of two results for one model and scenario only that of the latest round calibrates."""
    found = calibrate(baselines(("\nresults:\n", NEWER))).platforms["h100"]
    names = [point.result.id for point in found.points]
    assert "h100_newer" in names
    assert "h100_llama2_70b_server" not in names


def test_result_faster_than_the_hardware_is_rejected() -> None:
    """Ten times the tokens in the same time cannot be: an error on the result's line."""
    fast = baselines(
        (SERVER + "\n    time_per_token: 142.46 ms", SERVER + "\n    streams: 10 streams")
    )
    issues = [i for i in calibrate(fast).issues if i.path.endswith("server.throughput")]
    assert issues[0].fault is Fault.INVALID
    assert "faster" in issues[0].message


def test_without_a_calibrating_h100_nothing_is_computed() -> None:
    """H100 is the baseline of every headline, so its calibration may not go missing."""
    none = baselines(("platform: h100\n", "platform: h800\n"))
    assert any("calibrates `h100`" in i.message for i in calibrate(none).issues)


def kept_out(rest: str) -> tuple[str, str]:
    old = f"use: calibration\n    audit: audited\n    source: {rest}"
    return old, old.replace("calibration", "validation")


def test_few_points_widen_the_range() -> None:
    """Two points say nothing of their spread: the range is a factor 1.6 either way."""
    few = baselines(
        kept_out("MLPerf 5.1-0015\n    throughput: 563"),
        kept_out("MLPerf 5.1-0015\n    throughput: 783"),
        kept_out("MLPerf 4.1-0043"),
    )
    found = calibrate(few).platforms["h100"]
    assert len(found.points) == 2
    assert found.low == pytest.approx(found.efficiency / 1.6)
    assert found.high == pytest.approx(min(1.0, found.efficiency * 1.6))
