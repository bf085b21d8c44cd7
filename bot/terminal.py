"""The review as text for a terminal, or for a pipe that wants the same without colours.

Everything that a contributor wrote goes through `visible` and into `rich.text.Text`, so that it can
neither steer the terminal nor pass for markup.
"""

import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from bot.inert import visible
from bot.report import Report
from bot.tried import tried
from rules.review import Conclusion, Review
from rules.rule import Finding, Severity

if TYPE_CHECKING:
    from registry.projection.shift import ProjectionDelta

MAX_DIFF_LINES = 12
_NARROW = 40
"""Columns below which wrapping would hide more than it helps."""

_HEADINGS = {
    Severity.ERROR: ("Must be fixed", "bold red"),
    Severity.WARNING: ("Worth a look (does not block)", "bold yellow"),
    Severity.NOTICE: ("Small notes", "bold cyan"),
}
_SIGNS = {"-": "red", "+": "green", "…": "dim"}


def render(report: Report) -> str:
    """Return the review as text: summary first, then findings by severity, then what is next."""
    colours = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    console = Console(
        file=sys.stdout,
        color_system="auto" if colours else None,
        highlight=False,
        markup=False,
        emoji=False,
    )
    page = _Page(console)
    with console.capture() as captured:
        page.review(report)
    return captured.get()


class _Page:
    """Prints line by line; wraps on a terminal only, so that a pipe gets whole lines."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.width = console.width if console.is_terminal else None

    def line(self, text: Text | str = "", style: str = "", indent: int = 0) -> None:
        text = text if isinstance(text, Text) else Text(visible(text), style)
        text.highlight_regex(r"`[^`]+`", "bold")
        rows = [text]
        if self.width:
            rows = list(text.wrap(self.console, max(_NARROW, self.width - indent)))
        for row in rows:
            row.rstrip()
            self.console.print(Text(" " * indent) + row, soft_wrap=True)

    def review(self, report: Report) -> None:
        review = report.review
        self.line(_summary(report), _STYLES[review.conclusion])
        for severity, (heading, style) in _HEADINGS.items():
            if findings := review.of(severity):
                self.line()
                self.line(heading, style)
                for finding in findings:
                    self.finding(finding, report.files)
        self.tried(review)
        if review.projection:
            self.projection(review.projection)
        if review.healed:
            self.line()
            self.line(f"Thank you: this change also puts right {_healed(review)}.", "green")
        if report.notes:
            self.line()
            self.line("Configuration", "bold")
            for note in report.notes:
                self.line(note, indent=2)
        if following := _next(report):
            self.line()
            self.line(f"Next: {following}")

    def tried(self, review: Review) -> None:
        for record in tried(review.changes):
            self.line()
            self.line(f"Tried on {record.entry} so far: {record.counts}", "bold")
            for line in record.lines:
                self.line(line, indent=2)

    def projection(self, delta: "ProjectionDelta") -> None:
        from bot.blocks import as_text  # noqa: PLC0415 - imports numpy
        from bot.projection_report import delta_blocks  # noqa: PLC0415

        self.line()
        self.line("Projection", "bold")
        for row in as_text(delta_blocks(delta)).splitlines():
            self.console.print(Text(f"  {row}".rstrip()), soft_wrap=True)

    def finding(self, finding: Finding, files: Mapping[str, bytes | None]) -> None:
        self.line()
        place = Text(visible(f"{finding.path}:{finding.line}").replace("\n", " "), "bold")
        self.line(place + Text(f"  {finding.rule} {finding.name}", "dim"), indent=2)
        self.line(finding.message, indent=4)
        self.line(f"→ {finding.help}", indent=4)
        for sign, text in _diff(finding, files):
            self.line(f"{sign} {text}", _SIGNS[sign], indent=6)


_STYLES = {
    Conclusion.FAILURE: "bold red",
    Conclusion.SUCCESS: "bold green",
    Conclusion.NEUTRAL: "bold",
}


def _summary(report: Report) -> str:
    review = report.review
    if review.conclusion is Conclusion.NEUTRAL:
        return f"– Nothing of the registry is touched · {report.subject}"
    counts = Counter(finding.severity for finding in review.findings)
    told = ", ".join(_count(counts[severity], severity) for severity in Severity)
    if review.conclusion is Conclusion.FAILURE:
        return f"✗ Blocked: {told} · {report.subject}"
    return f"✓ Nothing blocks: {told} · {report.subject}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _healed(review: Review) -> str:
    names = ", ".join(sorted({f"{finding.rule} {finding.name}" for finding in review.healed}))
    return f"{_count(len(review.healed), 'older finding')} ({names})"


def _next(report: Report) -> str:
    review = report.review
    if review.conclusion is Conclusion.FAILURE:
        return f"put right what must be fixed, then run `registry-bot {report.command}` again."
    if review.conclusion is Conclusion.NEUTRAL or report.command == "lint":
        return ""
    if review.findings:
        return "nothing has to be done; what is left is for you and a maintainer to weigh."
    return "nothing has to be done; a maintainer reads the change."


def _diff(finding: Finding, files: Mapping[str, bytes | None]) -> Iterator[tuple[str, str]]:
    """Yield the lines that the suggestion takes away (`-`) and puts there (`+`)."""
    suggestion = finding.suggestion
    if suggestion is None:
        return
    text = (files.get(finding.path) or b"").decode(errors="replace").replace("\r\n", "\n")
    old = text.split("\n")[suggestion.line - 1 : suggestion.end_line]
    new = suggestion.text.removesuffix("\n").split("\n") if suggestion.text else []
    lines = list(_changed(old, new))
    yield from lines[:MAX_DIFF_LINES]
    if len(lines) > MAX_DIFF_LINES:
        yield "…", f"and {_count(len(lines) - MAX_DIFF_LINES, 'more line')}"


def _changed(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from (("-", line) for line in old[i:j])
            yield from (("+", line) for line in new[k:m])
