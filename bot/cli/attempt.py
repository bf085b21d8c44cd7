"""`registry-bot attempt`: is a report of a failed attempt complete?"""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.checkout import CheckoutError, open_checkout
from bot.cli.options import JudgementFormat, LineFormat, Repo, checkout_at
from bot.cli.output import quiet_pipe
from bot.configuration import CONFIGURATION_PATH, FORM_PATH, read_configuration
from bot.inert import visible
from bot.report import json_line
from registry.issue_form import IssueForm, read_body, read_form
from registry.snapshot import Snapshot, decode, read_snapshot
from rules.attempts import FORM, Verdict, judge_report
from rules.rule import Severity


def attempt(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The Markdown body of an issue; - reads it.")
    ],
    repo: Repo = None,
    form: JudgementFormat = LineFormat.TEXT,
) -> None:
    """Judge a report of a failed attempt as the bot would.

    The entry and the keys of the bibliography are known inside a checkout, or with --repo. Exit
    status: 0 when the report is complete, 1 when something is missing.
    """
    body = _body(file)
    questions, snapshot = _registry(repo)
    verdict = judge_report(
        read_body(visible(body), questions),
        document=snapshot.document if snapshot else None,
        bibliography=snapshot.bibliography if snapshot else None,
        today=datetime.now(UTC).date(),
    )
    with quiet_pipe():
        sys.stdout.write(_json(verdict) if form is LineFormat.JSON else _text(verdict, questions))
    if not verdict.complete:
        raise typer.Exit(1)


def _body(file: Path) -> str:
    try:
        data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise typer.BadParameter(f"{file} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise typer.BadParameter(f"{file} is not text in UTF-8.") from None


def _registry(repo: Path | None) -> tuple[IssueForm, Snapshot | None]:
    """Return the form and the registry of a checkout; outside one the usual form and None."""
    try:
        with checkout_at(repo) if repo else open_checkout() as checkout:
            default = checkout.default_branch()
            settings = checkout.files(default, [CONFIGURATION_PATH])[CONFIGURATION_PATH]
            paths = read_configuration(settings).paths
            files = checkout.files(None, [*paths.all, FORM_PATH])
    except CheckoutError:
        return FORM, None
    text = decode(files[FORM_PATH])
    questions = read_form(text) if isinstance(text, str) else None
    snapshot = read_snapshot(files, paths)
    return questions or FORM, None if snapshot.is_lost else snapshot


def _json(verdict: Verdict) -> str:
    return json_line(
        {
            "complete": verdict.complete,
            "problems": list(verdict.problems),
            "fields": dict(verdict.fields),
            "findings": [
                {
                    "problem": finding.problem,
                    "field": finding.field,
                    "severity": finding.severity,
                    "message": finding.message,
                    "help": finding.help,
                    "example": finding.example,
                }
                for finding in verdict.findings
            ],
        }
    )


def _text(verdict: Verdict, questions: IssueForm) -> str:
    labels = {field.name: visible(field.label) for field in questions.fields}
    lines = []
    for finding in verdict.findings:
        mark = "missing" if finding.severity is Severity.ERROR else "look at"
        lines.append(f"{mark}  {labels.get(finding.field, finding.field)}: {finding.message}")
        lines.append(f"         {finding.help} For example: {finding.example}")
    count = len(verdict.problems)
    things = "thing" if count == 1 else "things"
    lines.append("The report is complete." if not count else f"{count} {things} to add.")
    return "\n".join(lines) + "\n"
