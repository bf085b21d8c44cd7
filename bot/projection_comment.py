"""The projection's section of the review comment. Everything in it is inert or our own."""

import math
from collections.abc import Iterator
from urllib.parse import quote

from bot.figures import change
from bot.inert import Markdown, plain
from bot.inert import code as code_span
from bot.projection_report import delta_sentence, headline_cells, reading
from bot.templates import render
from registry.projection.shift import CellDelta, ChangedInput, HeadlineDelta, ProjectionDelta

_MOST_DRIVERS = 3
_RATIO = "x"


def projection_section(
    delta: ProjectionDelta, *, baselines: str, repository: str | None, head: str | None
) -> Markdown:
    """Return what a change does to the headlines, complete without its chart.

    `baselines` is the file's path; `repository` its web address and `head` the commit, both None
    where lines cannot be linked.
    """
    links = _Links(baselines, repository, head)
    shown = [cell for cell in delta.cells if any(_worth_showing(row) for row in cell.rows)]
    return Markdown(
        render(
            "projection.md.j2",
            delta=delta,
            summary=delta_sentence(delta),
            cells=[
                {
                    "baseline": cell.cell.baseline,
                    "reading": plain(reading(cell.cell)),
                    "rows": [_row(row, links) for row in cell.rows],
                }
                for cell in shown
            ],
            chart=_chart(shown[0]) if shown else None,
            inputs=[_input(changed, links) for changed in delta.inputs],
            residuals=[
                _table_row(code(one.result), _residual(one.before), _residual(one.after))
                for one in delta.residuals
            ],
            lowered=[
                (links.line(one.quantity.path, one.quantity.line), one.before, one.quantity.audit)
                for one in delta.lowered
            ],
            count=_count,
        )
    )


class _Links:
    """Links to lines of the baselines at the commit that was looked at."""

    def __init__(self, path: str, repository: str | None, head: str | None) -> None:
        self.address = None
        if repository and head:
            self.address = f"{repository}/blob/{head}/{quote(path, safe='/')}"

    def line(self, name: str, line: int | None) -> Markdown:
        """Return a name as code, linked to its line where both are known."""
        shown = code(name)
        if line is None or self.address is None:
            return shown
        return Markdown(f"[{shown}]({self.address}#L{line})")


def _worth_showing(row: HeadlineDelta) -> bool:
    return row.moved or row.at_threshold


def code(text: str) -> Markdown:
    """Return a code span that cannot end the table cell it stands in."""
    return Markdown(code_span(text).replace("|", "\\|"))


def _table_row(*cells: Markdown) -> Markdown:
    return Markdown(f"| {' | '.join(cells)} |")


def _row(row: HeadlineDelta, links: _Links) -> Markdown:
    name, published, before, after, change_, _, verdict = headline_cells(row)
    driven = Markdown("<br>".join(_drivers(row, links)) or "–")
    texts = [plain(text) for text in (name, published, before, after, change_)]
    return _table_row(*texts, driven, plain(verdict))


def _drivers(row: HeadlineDelta, links: _Links) -> Iterator[str]:
    told = [driver for driver in row.drivers if abs(driver.share) >= 0.0005]
    for driver in told[:_MOST_DRIVERS]:
        name = links.line(driver.input.name, driver.input.line)
        unaudited = f", {plain(driver.input.audit)}" if driver.input.unaudited else ""
        yield f"{name} {plain(change(driver.share))}{unaudited}"
    if len(told) > _MOST_DRIVERS:
        yield f"and {len(told) - _MOST_DRIVERS} more"


def _input(changed: ChangedInput, links: _Links) -> Markdown:
    sources = ", ".join(code(source) for source in changed.sources[:2])
    evidence = Markdown(f"{plain(changed.audit or 'status')} {sources}".strip())
    where = f"line {changed.line}" if changed.line else ""
    if where and links.address:
        where = f"[{where}]({links.address}#L{changed.line})"
    return _table_row(
        code(changed.name),
        code(changed.before),
        code(changed.after),
        evidence,
        Markdown(where or "the registry"),
    )


def _chart(cell: CellDelta) -> Markdown | None:
    """Return medians over H100 as a chart that GitHub draws: bars before, a line after."""
    rows = [row for row in cell.rows if row.headline.unit == _RATIO]
    points = [
        (row.before.distribution.p50, row.after.distribution.p50)
        for row in rows
        if row.before and row.after
    ]
    if len(points) != len(rows) or not all(math.isfinite(p) for pair in points for p in pair):
        return None
    names = ", ".join(f'"{row.headline.metric.replace("_", " ")}"' for row in rows)
    before, after = (", ".join(f"{pair[i]:.3g}" for pair in points) for i in (0, 1))
    return Markdown(
        "```mermaid\nxychart-beta\n"
        f'  title "Medians against H100 {cell.cell.baseline}: before as bars, after as a line"\n'
        f'  x-axis [{names}]\n  y-axis "times H100"\n'
        f"  bar [{before}]\n  line [{after}]\n```"
    )


def _residual(value: float | None) -> Markdown:
    return plain("–" if value is None else f"{value:+.2f}")


def _count(number: int, noun: str) -> Markdown:
    return Markdown(f"{number} {noun}" if number == 1 else f"{number} {noun}s")
