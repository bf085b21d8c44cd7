"""How commands write what they found."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import typer

from bot.cli.options import Format
from bot.inert import visible
from bot.report import Report, report_json
from rules.review import Conclusion


def conclude(report: Report, form: Format) -> None:
    """Write the report; raises typer.Exit with status 1 when it is a failure."""
    with quiet_pipe():
        sys.stdout.write(_RENDERERS[form](report))
    if form is Format.JSON:
        for note in report.notes:
            typer.echo(f"configuration: {note}", err=True)
    if report.review.conclusion is Conclusion.FAILURE:
        raise typer.Exit(1)


@contextmanager
def quiet_pipe() -> Iterator[None]:
    """A reader that has seen enough ends the output, and changes neither verdict nor quiet."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def flat(text: str) -> str:
    """Return a contributor's text on one line, without what would steer a terminal."""
    return " ".join(visible(text).split())


def given(texts: Iterable[str]) -> Iterator[str]:
    """Yield the texts of the command line; `-` stands for the lines of standard input."""
    for text in texts:
        if text == "-":
            yield from (line.rstrip("\n") for line in sys.stdin)
        else:
            yield text


def _text(report: Report) -> str:
    from bot.terminal import render  # noqa: PLC0415 - JSON needs no rich, whose import is slow

    return render(report)


def _markdown(report: Report) -> str:
    from bot.comments import Links, review_comment  # noqa: PLC0415 - only this needs templates

    public = os.environ.get("PUBLIC_URL", "").rstrip("/")
    links = Links(report.repository, report.head, f"{public}/rules" if public else None)
    return review_comment(report.review, links, notes=report.notes)


_RENDERERS = {Format.TEXT: _text, Format.MARKDOWN: _markdown, Format.JSON: report_json}
