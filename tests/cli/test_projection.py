"""`registry-bot projection`: headlines, deltas and what it says of files it cannot use."""

import json
from pathlib import Path

import pytest

from bot.__main__ import main
from tests.projection.premises import BASELINES, DATA

PRICE = "{low: 33000, high: 50000, unit: USD"


@pytest.fixture
def cheaper(tmp_path: Path) -> Path:
    path = tmp_path / "cheaper.yaml"
    path.write_text(BASELINES.replace(PRICE, "{low: 26400, high: 40000, unit: USD"))
    return path


def run(*arguments: str) -> int:
    return main(["projection", *map(str, arguments)])


def test_headlines_in_text(capsys: pytest.CaptureFixture[str]) -> None:
    """The text shows each headline with both baselines, why energy fails, and what was ignored."""
    assert run() == 0
    out = capsys.readouterr().out
    assert "Energy per token" in out
    assert "not supported" in out
    assert "watts of an H100 / watts of an ASIC chip" in out
    assert "never outputs" in out
    assert "Not modelled: B6, B9, B17, B18." in out


def test_delta_in_each_format(cheaper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A cheaper H100 moves cost alone, in text, Markdown and JSON."""
    against = ("--baselines", str(cheaper), "--against", str(DATA / "baselines.yaml"))
    assert run(*against) == 0
    text = capsys.readouterr().out
    assert "Moved beyond sampling noise: Cost per million tokens." in text
    assert "platforms.h100.system_price" in text
    assert run(*against, "--format", "markdown") == 0
    assert "| Cost per million tokens | 20-100x |" in capsys.readouterr().out
    assert run(*against, "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    moved = {
        row["metric"] for cell in found["readings"] for row in cell["headlines"] if row["moved"]
    }
    assert moved == {"cost_per_million_tokens"}
    assert found["inputs"][0]["line"] == 1 + BASELINES[: BASELINES.index(PRICE)].count("\n")


def test_unusable_baselines_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file with NaN is judged, not crashed on: line and remedy, and exit status 0."""
    path = tmp_path / "bad.yaml"
    path.write_text(BASELINES.replace("capacity: 80 GB", "capacity: .nan GB"))
    assert run("--baselines", str(path)) == 0
    out = capsys.readouterr().out
    assert "not a finite number" in out
    assert "line " in out
    assert run("--baselines", str(path), "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["stale"]


def test_wrong_suffix_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    """A chart that is neither .svg nor .png is refused before anything is computed."""
    assert run("--plot", "chart.pdf") == 2
    assert "neither" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--baselines", "--against"])
def test_missing_file_is_wrong_use(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is not there is one line on standard error and exit status 2."""
    assert run(option, "/nowhere/baselines.yaml") == 2
    assert "cannot be read" in capsys.readouterr().err
