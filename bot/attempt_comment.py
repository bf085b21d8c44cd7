"""What the bot says on a report of a failed attempt."""

from dataclasses import dataclass
from enum import StrEnum

from bot.attempt_report import FIELD, Report
from bot.inert import Markdown, quoted
from bot.templates import render
from bot.tried import measured
from registry.yaml_writer import write_block
from rules.attempts import Earlier
from rules.rule import Severity

ATTEMPT_MARKER = "<!-- registry-bot:attempt -->"
APOLOGY = (
    "**Something went wrong on our side, and the last change here was not looked at.** That is no "
    "fault of the report, and nothing of it is lost. Edit the issue or repeat the command to have "
    "it looked at."
)


class Standing(StrEnum):
    """Where the record of a report stands."""

    WAITING = "waits for a maintainer"
    REFUSED_BY_GITHUB = "cannot be written"
    OPEN = "in an open pull request"
    BY_HAND = "in an open pull request that was changed by hand"
    MERGED = "merged"
    CLOSED = "closed without merging"
    RECORDED = "in the registry already"

    @property
    def is_over(self) -> bool:
        """Whether nothing that is written in the report will change the record."""
        return self in {Standing.MERGED, Standing.CLOSED, Standing.RECORDED}


@dataclass(frozen=True, slots=True)
class Said:
    """What commands came to, besides the record itself.

    `pull` is the number of the record's pull request. `refused`: somebody who may not accept has
    tried; `early`: a maintainer accepted what could not be recorded, in `early_entry` if named.
    """

    standing: Standing
    pull: int | None = None
    refused: bool = False
    early: bool = False
    early_entry: str | None = None
    obstacle: str = ""


def attempt_comment(report: Report, said: Said) -> str:
    """Return the comment on a report, hidden marker first."""
    is_over = said.standing.is_over
    findings = () if is_over else report.verdict.findings
    known = report.document.by_id if report.document else {}
    unknown = said.early_entry if said.early_entry and said.early_entry not in known else None
    return render(
        "attempt.md.j2",
        marker=Markdown(ATTEMPT_MARKER),
        labels=report.labels,
        missing=[one for one in findings if one.severity is Severity.ERROR],
        doubts=[one for one in findings if one.severity is not Severity.ERROR],
        entry=report.entry,
        obstacle="" if is_over else said.obstacle or report.obstacle,
        said=said,
        unknown=unknown,
        earlier=[_line(one) for one in report.earlier],
        item="\n".join([f"{FIELD}:", *(f"  {line}" for line in write_block(report.item))])
        if report.item
        else "",
    )


def with_apology(body: str) -> str:
    """Return a comment, or the marker alone, with the news that a run was given up, once."""
    if APOLOGY in body:
        return body
    said = body.removeprefix(ATTEMPT_MARKER).strip()
    return f"{ATTEMPT_MARKER}\n{APOLOGY}\n\n{said}".rstrip() + "\n"


def _line(earlier: Earlier) -> Markdown:
    """Return an earlier attempt in one line: what was tried, what was measured, what differs."""
    one = earlier.attempt
    where = f"#{one.report}" if one.report else "in the registry"
    differs = "; ".join(f"other {part}: {quoted(getattr(one, part))}" for part in earlier.differs)
    return Markdown(
        f"{where}: {quoted(one.tried)}; {measured(one)}; {differs or 'the same setting'}"
    )
