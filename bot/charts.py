"""The projection's charts, drawn by matplotlib without a display; the same inputs, the same bytes.

Colour is never the only carrier: evidence shows as solid, light with outline, dotted or hatched.
"""

import math
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.projections.polar import PolarAxes

from bot.figures import ratio
from registry.projection.costs import CostBar, Evidence, dense_bars, frontier_bars
from registry.projection.evaluation import Evaluator
from registry.projection.inputs import Inputs, inputs_of
from registry.projection.machine import Array
from registry.projection.premises import Premises
from registry.projection.project import CellRows, Progress, cell_rows
from registry.projection.radar import AXES, Polygon, Radar, radar
from registry.projection.reading import HEADLINE_CELLS, HEADLINE_SPEED, Cell
from registry.published import Headline

SPEEDS = (10.0, 15.0, 20.0, 25.0, 30.0, 40.0, 50.0, 60.0, 70.0, 85.0, 100.0)
RADAR_ENDS = 0.01, 100.0
SUFFIXES = (".svg", ".png")
_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00")
"""Okabe and Ito's palette, which colour-blind readers can tell apart."""
_STYLE: dict[Any, Any] = {
    "svg.hashsalt": "registry-bot",
    "font.size": 9.0,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "hatch.linewidth": 0.8,
}


def draw(premises: Premises, plot: Path, progress: Progress) -> list[Path]:
    """Draw into `plot`: the curve over speed into a file, or every chart into a folder.

    Returns what was written. Raises ValueError for another suffix than .svg or .png, or where the
    baselines cannot be used, and OSError where nothing can be written.
    """
    inputs = inputs_of(premises)
    if inputs is None:
        raise ValueError("The baselines cannot be used, so nothing is drawn.")
    with mpl.rc_context(_STYLE):
        if plot.suffix:
            if plot.suffix not in SUFFIXES:
                raise ValueError(f"{plot.name} is neither an .svg nor a .png file.")
            return [_saved(speed_curve(premises, inputs, progress), plot)]
        plot.mkdir(parents=True, exist_ok=True)
        charts: dict[str, Callable[[], Figure]] = {
            "curve": lambda: speed_curve(premises, inputs, progress),
            "radar": lambda: radar_chart(radar(premises.baselines, inputs)),
            "cost": lambda: cost_chart(premises, inputs),
        }
        written = []
        for name, make in charts.items():
            figure = make()
            written += [_saved(figure, plot / f"{name}{suffix}") for suffix in SUFFIXES]
        return written


def _saved(figure: Figure, path: Path) -> Path:
    metadata = {"Date": None} if path.suffix == ".svg" else {"Software": None}
    figure.savefig(path, dpi=150, metadata=metadata)
    return path


# --- the headlines over speed --------------------------------------------------------------------


def speed_curve(premises: Premises, inputs: Inputs, progress: Progress) -> Figure:
    """Draw P50 with a P5-P95 band over speed for both baselines, the published band behind."""
    evaluator = Evaluator()
    curves = {}
    for cell in HEADLINE_CELLS:
        progress(f"H100 {cell.baseline} over speed")
        curves[cell.baseline] = [
            cell_rows(premises, inputs, Cell(speed, cell.baseline, cell.family), evaluator)
            for speed in SPEEDS
        ]
    headlines = list(premises.published.headlines.values())
    figure = Figure(figsize=(9, 7), layout="constrained")
    panels = figure.subplots(2, 2, sharex=True, squeeze=False)
    for panel, headline in zip(panels.flat, headlines, strict=False):
        _panel(panel, headline, curves)
    figure.suptitle(
        f"Recomputed headlines over speed per stream (published {premises.published.version}, "
        f"ASIC family {HEADLINE_CELLS[0].family})"
    )
    return figure


def _panel(panel: Axes, headline: Headline, curves: dict[str, list[CellRows]]) -> None:
    panel.axhspan(headline.low, headline.high, color="#999999", alpha=0.25, label="published")
    panel.axvline(HEADLINE_SPEED, color="#666666", linestyle=":", linewidth=0.8)
    top = headline.high * 30
    styles = zip(curves.items(), _COLOURS, ("-", "--"), strict=False)
    for (baseline, cells), colour, line in styles:
        rows = [row for cell in cells if (row := cell.row(headline.metric))]
        low, median, high = (
            np.clip([row.distribution.percentiles[i] for row in rows], 1e-9, top) for i in range(3)
        )
        panel.fill_between(SPEEDS, low, high, color=colour, alpha=0.15, linewidth=0)
        panel.plot(SPEEDS, median, line, color=colour, label=f"P50 (P5-P95), H100 {baseline}")
    panel.set(xscale="log", yscale="log", title=headline.name)
    panel.set_ylim(top=top)
    panel.set_ylabel("x over H100" if headline.unit == "x" else headline.unit)
    panel.set_xlabel("tokens/s per stream")
    panel.set_xticks([10, 25, 50, 100], ["10", "25", "50", "100"])
    panel.tick_params(axis="x", which="minor", bottom=False, labelbottom=False)
    panel.legend(fontsize=7, loc="best")


# --- the radar -----------------------------------------------------------------------------------


def radar_chart(found: Radar) -> Figure:
    """Draw the six axes: log, H100 = 1, outward better; what is not known is a gap."""
    figure = Figure(figsize=(8, 8), layout="constrained")
    panel = figure.add_subplot(projection="polar")
    assert isinstance(panel, PolarAxes)
    angles = np.linspace(0, 2 * math.pi, len(AXES), endpoint=False)
    for polygon, colour in zip(found.polygons, _COLOURS, strict=False):
        _polygon(panel, polygon, angles, colour)
    panel.set_theta_offset(math.pi / 2)
    panel.set_ylim(*(math.log10(end) for end in RADAR_ENDS))
    panel.set_yticks([-2, -1, 0, 1, 2], ["0.01", "0.1", "1", "10", "100"])
    panel.set_xticks(angles, AXES)
    panel.legend(loc="lower left", bbox_to_anchor=(-0.12, -0.12), fontsize=8)
    caption = "H100 = 1, log scale, outward is better. Filled: measured; open: derived by the model"
    if found.left_out:
        caption += f".\nLeft out, since it has only vendor claims: {', '.join(found.left_out)}"
    if found.missing:
        caption += f".\nNot in the baselines: {', '.join(found.missing)}"
    figure.suptitle(f"{caption}.", fontsize=9)
    return figure


def _polygon(panel: PolarAxes, polygon: Polygon, angles: Array, colour: str) -> None:
    line = ":" if polygon.projected else "-"
    label = f"{polygon.name}{' (projection, P50 with P5-P95)' if polygon.projected else ''}"
    known = [polygon.vertices.get(axis) for axis in AXES]
    radii = [math.nan if vertex is None else _log(vertex.value) for vertex in known]
    # Without a value the line breaks: matplotlib draws nothing to or from NaN.
    panel.plot([*angles, angles[0]], [*radii, radii[0]], line, color=colour, label=label)
    for angle, vertex in zip(angles, known, strict=True):
        if vertex is None:
            continue
        face = colour if vertex.measured else "white"
        marker = "o" if RADAR_ENDS[0] <= vertex.value <= RADAR_ENDS[1] else "^"
        panel.plot([angle], [_log(vertex.value)], marker, color=colour, markerfacecolor=face)
        if vertex.high > vertex.low:
            ends = [_log(vertex.low), _log(vertex.high)]
            panel.plot([angle, angle], ends, "-", color=colour, linewidth=0.8)


def _log(value: float) -> float:
    return math.log10(min(max(value, RADAR_ENDS[0]), RADAR_ENDS[1]))


# --- cost ----------------------------------------------------------------------------------------

_PATTERNS: dict[Evidence, dict[str, Any]] = {
    Evidence.MEASURED: {"facecolor": "#0072b2", "edgecolor": "#0072b2"},
    Evidence.DERIVED: {"facecolor": "#cfe2f0", "edgecolor": "#0072b2"},
    Evidence.PROJECTED: {"facecolor": "white", "edgecolor": "#444444", "hatch": "..."},
    Evidence.CLAIMED: {"facecolor": "white", "edgecolor": "#c00000", "hatch": "////"},
}


def cost_chart(premises: Premises, inputs: Inputs) -> Figure:
    """Draw USD per million decoded tokens, one panel a model; claims hatched and last."""
    figure = Figure(figsize=(9, 8), layout="constrained")
    dense, frontier = figure.subplots(2, 1)
    bars = dense_bars(premises.baselines, inputs)
    _bars(dense, bars, "Llama 70B at 25 tokens/s per stream")
    bars = frontier_bars(premises.baselines, inputs, Evaluator())
    _bars(frontier, bars, "Frontier mixture of experts at 25 tokens/s per stream")
    figure.suptitle(
        "Cost of decoding. The pattern is the evidence for the throughput;\n"
        "whiskers: P5-P95 over price, power, life, use and electricity",
        fontsize=9,
    )
    return figure


def _bars(panel: Axes, bars: tuple[CostBar, ...], title: str) -> None:
    shown: set[Evidence] = set()
    for place, bar in enumerate(bars):
        label = bar.evidence if bar.evidence not in shown else ""
        shown.add(bar.evidence)
        panel.barh(place, bar.median, height=0.6, label=label, **_PATTERNS[bar.evidence])
        whisker = [[bar.median - bar.low], [bar.high - bar.median]]
        panel.errorbar(bar.median, place, xerr=whisker, color="black", capsize=3, linewidth=0.9)
        panel.annotate(
            f"{ratio(bar.median)} USD",
            (bar.high, place),
            xytext=(5, 0),
            textcoords="offset points",
            va="center",
        )
    panel.set_yticks(range(len(bars)), list(_labels(bars)))
    panel.set(xscale="log", title=title, xlabel="USD per million tokens")
    panel.set_xlim(right=max(bar.high for bar in bars) * 2)
    panel.invert_yaxis()
    panel.legend(fontsize=7, loc="lower right")


def _labels(bars: tuple[CostBar, ...]) -> Iterator[str]:
    for bar in bars:
        evidence = "unaudited" if bar.evidence is Evidence.CLAIMED else bar.audit
        source = bar.source if len(bar.source) <= 30 else bar.source.split("/")[2]
        told = [evidence, *([source] if source else [])]
        yield "\n".join([bar.name, " · ".join(told), *([bar.note] if bar.note else [])])
