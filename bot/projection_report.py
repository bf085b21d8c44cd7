"""What `registry-bot projection` says, as blocks."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.blocks import Block, Heading, Paragraph, Table
from bot.figures import change, percent, ratio
from registry.baselines.model import Issue
from registry.projection.calibration import Calibration
from registry.projection.evaluation import Evaluation
from registry.projection.machine import Number
from registry.projection.project import CellRows, Projection
from registry.projection.reading import Cell
from registry.projection.reasons import EnergyReason
from registry.projection.sensitivity import Sensitivity
from registry.projection.shift import ChangedInput, HeadlineDelta, ProjectionDelta, Row
from registry.projection.statistics import distribution
from registry.projection.unlocks import Unlocked
from registry.projection.verdict import Distribution, Verdict
from registry.published import METRICS, Published

SHOWN_PARAMETERS = 8
MULTIPLIED = "decode", "energy", "cost", "density"
"""Short names of the headlines, in their order."""


@dataclass(frozen=True, slots=True)
class ProjectionReport:
    """A projection with everything that explains it."""

    published: Published
    projection: Projection
    evaluation: Evaluation
    """The headline reading's samples."""
    utilisation: Number
    reason: EnergyReason | None
    sensitivities: dict[str, tuple[Sensitivity, ...]]
    unlocked: Unlocked
    issues: tuple[Issue, ...]


def report_blocks(report: ProjectionReport, headline_cells: tuple[Cell, ...]) -> Iterator[Block]:
    """Yield the report: headlines, why, by speed, calibration, sensitivities, unlocks."""
    cells = {cell.cell: cell for cell in report.projection.cells}
    shown = [cells[cell] for cell in headline_cells]
    yield Heading(f"Headlines at {reading(headline_cells[0])}")
    yield _headline_table(report.published, shown)
    yield Paragraph(_honesty(report.published, shown))
    if report.reason:
        yield Paragraph(energy_sentence(report.reason))
    yield Heading(f"Both sides at the first reading (H100 {headline_cells[0].baseline})")
    yield _absolute_table(report.evaluation, report.utilisation)
    yield Heading("Medians by speed per stream (share inside the published range)")
    yield _speed_table([c for c in report.projection.cells if c.cell.family == "hbm4"])
    yield from _families(report.projection.cells, headline_cells[0])
    yield Heading("Calibration: share of the serial roofline that was reached")
    yield _calibration_table(report.projection.inputs.calibrations.platforms)
    for metric, rows in report.sensitivities.items():
        yield Heading(f"What moves {metric.replace('_', ' ')}: Sobol indices and tornado")
        yield _sensitivity_table(rows)
    yield Heading("What resolving an entry multiplies the medians with")
    yield _unlock_table(report.unlocked)
    yield Paragraph(f"Not modelled: {', '.join(report.unlocked.not_modelled) or 'none'}.")
    yield from issue_blocks(report.issues)


def issue_blocks(issues: tuple[Issue, ...]) -> Iterator[Block]:
    """Yield what is wrong with the baselines, if anything is."""
    if issues:
        yield Heading("Doubts about the baselines")
        rows = [(f"line {issue.line}", issue.fault, issue.message, issue.help) for issue in issues]
        yield Table(("where", "fault", "what", "remedy"), rows)


def delta_blocks(delta: ProjectionDelta) -> Iterator[Block]:
    """Yield what a change does to the headlines."""
    if delta.stale:
        yield Paragraph(f"The projection was not recomputed: {delta.stale}")
        return
    yield Paragraph(delta_sentence(delta))
    for cell in delta.cells:
        if any(row.moved or row.verdict_change or row.at_threshold for row in cell.rows):
            yield Heading(f"Against H100 {cell.cell.baseline}, {reading(cell.cell)}")
            yield Table(
                ("headline", "published", "before", "after", "change", "driven by", "verdict"),
                [headline_cells(row) for row in cell.rows],
            )
    if delta.inputs:
        yield Heading("Inputs that changed")
        yield Table(
            ("input", "before", "after", "audit", "line"),
            [_input_row(changed) for changed in delta.inputs],
        )
    if delta.residuals:
        yield Heading("Calibration residuals that changed (ln)")
        yield Table(
            ("result", "before", "after"),
            [(c.result, _residual(c.before), _residual(c.after)) for c in delta.residuals],
        )


def delta_sentence(delta: ProjectionDelta) -> str:
    """Return in one sentence whether any headline moved."""
    if delta.stale:
        return f"The projection was not recomputed: {delta.stale}"
    if not delta.inputs and not delta.cells:
        return "No number behind the headlines changed."
    if not delta.shifted:
        return "No headline moved beyond sampling noise."
    names = dict.fromkeys(row.headline.name for row in delta.moved)
    return f"Moved beyond sampling noise: {', '.join(names)}."


def headline_cells(row: HeadlineDelta) -> tuple[str, ...]:
    """Return one headline's cells: published, before, after, change, driven by, verdict."""
    return (
        row.headline.name,
        _published_range(row),
        spread(row.before.distribution) if row.before else "–",
        spread(row.after.distribution) if row.after else "–",
        _change(row),
        ", ".join(driven_by(row)) or "–",
        verdict_text(row),
    )


def _published_range(row: HeadlineDelta) -> str:
    if row.before and row.after and row.before.headline.range != row.after.headline.range:
        return f"{row.before.headline.range} → {row.after.headline.range}"
    return row.headline.range


def _change(row: HeadlineDelta) -> str:
    if row.moved and row.change[1]:
        return change(row.change[1])
    return "within noise" if any(row.change) else "none"


def driven_by(row: HeadlineDelta) -> Iterator[str]:
    """Yield the inputs that moved a headline, the strongest first, with their shares."""
    for driver in row.drivers:
        if abs(driver.share) >= 0.0005:
            mark = f", {driver.input.audit}" if driver.input.unaudited else ""
            yield f"{driver.input.name} ({change(driver.share)}{mark})"


def verdict_text(row: HeadlineDelta) -> str:
    """Return the verdict, with an arrow where it changed."""
    if row.after is None:
        return "no longer published"
    if row.before is None or row.before.verdict is row.after.verdict:
        return row.after.verdict
    if row.at_threshold:
        return f"{row.after.verdict} (at the threshold)"
    return f"{row.before.verdict} → {row.after.verdict}"


def reading(cell: Cell) -> str:
    """Return what a headline is read under, in words."""
    return f"{cell.speed:g} tok/s per stream, ASIC family {cell.family}"


def spread(found: Distribution) -> str:
    """Return the median with P5 and P95."""
    return f"{ratio(found.p50)} ({ratio(found.p5)}-{ratio(found.p95)})"


def energy_sentence(reason: EnergyReason) -> str:
    """Return why energy cannot follow from throughput at the published ends."""
    low, high = reason.needed
    p5, _, p95 = reason.found
    return (
        "Energy ratio = decode ratio x watts of an H100 / watts of an ASIC chip. Pairing the "
        f"published ends asks for an ASIC that draws {ratio(low)}-{ratio(high)}x less than an "
        f"H100; the baselines give {ratio(p5)}-{ratio(p95)}x (P5-P95)."
    )


def _headline_table(published: Published, cells: list[CellRows]) -> Table:
    header = ["headline", "published"]
    for cell in cells:
        header += [f"vs H100 {cell.cell.baseline}", "inside", "verdict"]
    rows = []
    for metric, headline in published.headlines.items():
        row = [headline.name, headline.range]
        for cell in cells:
            if found := cell.row(metric):
                inside = percent(found.shares.inside)
                row += [spread(found.distribution), inside, str(found.verdict)]
        rows.append(tuple(row))
    return Table(tuple(header), rows)


def _honesty(published: Published, cells: list[CellRows]) -> str:
    unsupported = [
        f"{row.headline.name.lower()} (vs H100 {cell.cell.baseline})"
        for cell in cells
        for row in cell.rows
        if row.verdict is Verdict.NOT_SUPPORTED
    ]
    stated = f"The ranges are those of {published.version} ({published.date}), never outputs. "
    speed = (
        "They name no speed; 25 tok/s per stream is chosen in their favour, since most of them "
        "agree near it, and lies at MLPerf's interactive limit for Llama 2 70B (40 ms a token)."
    )
    if unsupported:
        return f"{stated}Not supported: {', '.join(unsupported)}. {speed}"
    return stated + speed


def _absolute_table(found: Evaluation, utilisation: Number) -> Table:
    """Return what the ratios are made of, per chip."""
    sides = found.h100, found.asic
    quantities = {
        "tokens/s": [side.throughput.tokens_per_chip for side in sides],
        "J per token": [side.joules_per_token for side in sides],
        "USD per million tokens": [side.cost_per_million_tokens(utilisation) for side in sides],
        "streams per $1M": [side.streams_per_million for side in sides],
        "chips of a deployment": [side.throughput.chips for side in sides],
    }
    rows = [
        (name, *(spread(distribution(samples)) for samples in both))
        for name, both in quantities.items()
    ]
    return Table(("P50 (P5-P95)", "H100", "ASIC"), rows)


def _speed_table(cells: list[CellRows]) -> Table:
    baselines = list(dict.fromkeys(cell.cell.baseline for cell in cells))
    speeds = sorted({cell.cell.speed for cell in cells})
    header = ["tok/s"]
    for baseline in baselines:
        header += [f"{baseline}: {name}" for name in MULTIPLIED]
    rows = []
    for speed in speeds:
        row = [f"{speed:g}"]
        for baseline in baselines:
            found = next(c for c in cells if (c.cell.speed, c.cell.baseline) == (speed, baseline))
            row += [_median_inside(found.row(metric)) for metric in METRICS]
        rows.append(tuple(row))
    return Table(tuple(header), rows)


def _median_inside(row: Row | None) -> str:
    if row is None:
        return "–"
    return f"{ratio(row.distribution.p50)} ({percent(row.shares.inside)})"


def _families(cells: tuple[CellRows, ...], headline: Cell) -> Iterator[Block]:
    others = [
        cell
        for cell in cells
        if cell.cell.family != headline.family and cell.cell.baseline == headline.baseline
    ]
    if others:
        yield Heading("Other ASIC families, shown and not mixed into the headlines")
        yield Table(
            ("family and speed", *MULTIPLIED),
            [
                (
                    f"{cell.cell.family} at {cell.cell.speed:g} tok/s",
                    *(_median_inside(cell.row(metric)) for metric in METRICS),
                )
                for cell in others
            ],
        )


def _calibration_table(platforms: dict[str, Calibration]) -> Table:
    rows = []
    for name, found in platforms.items():
        low_high = f"{found.low:.3f}-{found.high:.3f}"
        rows.append((name, "", f"{found.efficiency:.3f}", f"range {low_high}", ""))
        for point in found.points:
            left_out = "" if point.left_out is None else f"{point.left_out:+.2f}"
            rows.append(
                (
                    f"  {point.result.id}",
                    point.result.quantities["throughput"].audit,
                    f"{point.efficiency:.3f}",
                    f"{point.residual:+.2f}",
                    left_out,
                )
            )
        for point in found.validation:
            audit = point.result.quantities["throughput"].audit
            row = (f"{point.efficiency:.3f}", f"{point.residual:+.2f}", "validation")
            rows.append((f"  {point.result.id}", audit, *row))
    return Table(("result", "audit", "efficiency", "residual (ln)", "left out (ln)"), rows)


def _sensitivity_table(rows: tuple[Sensitivity, ...]) -> Table:
    shown = [
        (
            row.parameter,
            f"{row.total:.2f}",
            f"{row.first:.2f}",
            f"x {ratio(row.at_low)}",
            f"x {ratio(row.at_high)}",
        )
        for row in rows[:SHOWN_PARAMETERS]
    ]
    rest = rows[SHOWN_PARAMETERS:]
    if rest:
        lumped = f"{sum(row.total for row in rest):.2f}"
        shown.append((f"{len(rest)} others", lumped, f"{sum(r.first for r in rest):.2f}", "", ""))
    return Table(("parameter", "total", "first", "at its low end", "at its high end"), shown)


def _unlock_table(found: Unlocked) -> Table:
    rows = [
        (
            effect.entry,
            effect.status,
            *(f"{effect.factors[metric]:.2f}" for metric in METRICS),
        )
        for effect in found.effects
    ]
    together = ("all resolved", "", *(spread(found.together[metric]) for metric in METRICS))
    return Table(("entry", "status", *MULTIPLIED), [*rows, together])


def _input_row(changed: ChangedInput) -> tuple[str, ...]:
    line = "–" if changed.line is None else str(changed.line)
    return (changed.name, changed.before, changed.after, changed.audit or "–", line)


def _residual(value: float | None) -> str:
    return "–" if value is None else f"{value:+.2f}"
