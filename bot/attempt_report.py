"""Decide: what an issue reports, how complete it is, and the registry with it recorded. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bot.configuration import FORM_PATH
from bot.github.issue import Issue
from bot.github.record import Record
from bot.inert import visible
from registry.document import Document
from registry.edit import EditError, add_item
from registry.issue_form import IssueForm, read_body, read_form
from registry.nodes import plain_value
from registry.snapshot import Snapshot, decode, read_snapshot
from rules.attempts import (
    FORM,
    Attempt,
    Earlier,
    Verdict,
    attempt_of,
    attempts_of,
    earlier_attempts,
    entry_of,
    item_of,
    judge_report,
)

FEWEST_HEADINGS = 4
"""Headings of the form that make a report of an issue without the label."""
FIELD = "failed_attempts"


@dataclass(frozen=True, slots=True)
class Report:
    """A report read and judged.

    `labels` are the questions' labels by id; `document` is the registry, None where it cannot be
    read. `item` is what would be recorded, None while the report is incomplete, and `record` the
    registry with the item in it; where that cannot be made, `obstacle` says why in a sentence.
    """

    labels: dict[str, str]
    document: Document | None
    verdict: Verdict
    earlier: tuple[Earlier, ...]
    item: dict[str, str] | None = None
    record: Record | None = None
    obstacle: str = ""

    @property
    def entry(self) -> str:
        return entry_of(self.verdict.fields["entry"]) or ""

    def is_in(self, document: Document | None) -> bool:
        """Whether a registry has the item already."""
        entry = document.by_id.get(self.entry) if document else None
        items = entry.mappings(FIELD) if entry else ()
        return self.item is not None and any(plain_value(item) == self.item for item in items)


def form_of(issue: Issue) -> IssueForm:
    """Return the repository's own form, or the usual one where it has none that can be read."""
    text = decode(issue.files[FORM_PATH])
    return (read_form(text) if isinstance(text, str) else None) or FORM


def why_no_report(issue: Issue, form: IssueForm) -> str:
    """Return why an issue is none of ours; empty where it is a report.

    The form puts the label on, an API client may not. Without it an App's issue is left alone, so
    that two bots never answer each other.
    """
    label = issue.configuration.labels["failed-attempt"]
    if label in issue.labels.present or issue.comments:
        return ""
    if label in issue.labels.taken_away:
        return "somebody took the label off"
    if issue.author and issue.author.is_bot:
        return "the issue is another App's"
    if not issue.is_open:
        return "the issue is closed"
    found = read_body(visible(issue.body), form)
    return "" if len(found) >= FEWEST_HEADINGS else "the issue is no report of a failed attempt"


def read_report(issue: Issue, form: IssueForm, entry: str | None, today: date) -> Report:
    """Read and judge what an issue reports, for the entry `entry` if a command named one."""
    snapshot = read_snapshot(issue.files, issue.configuration.paths)
    document = None if snapshot.is_lost else snapshot.document
    fields = {**read_body(visible(issue.body), form)} | ({"entry": entry} if entry else {})
    verdict = judge_report(
        fields, document=document, bibliography=snapshot.bibliography, today=today
    )
    item, record, obstacle = _item(issue, verdict, snapshot), None, ""
    try:
        record = _record(issue, verdict, document, item, is_named=entry is not None)
    except EditError as error:
        obstacle = str(error)
    return Report(
        labels={field.name: field.label for field in form.fields},
        document=document,
        verdict=verdict,
        earlier=_earlier(issue, form, verdict.fields, document, item),
        item=item,
        record=record,
        obstacle=obstacle,
    )


def _item(issue: Issue, verdict: Verdict, snapshot: Snapshot) -> dict[str, str] | None:
    """Return a complete report as the registry's schema has its items."""
    if not verdict.complete:
        return None
    reporter = issue.author.full_login if issue.author else ""
    item = item_of(verdict.fields, bibliography=snapshot.bibliography, reporter=reporter)
    spec = snapshot.document.schema and snapshot.document.schema.get(FIELD)
    keys = {key.name for key in spec.keys} if spec else set()
    return {name: text for name, text in item.items() if name in keys or not keys}


def _record(
    issue: Issue,
    verdict: Verdict,
    document: Document | None,
    item: dict[str, str] | None,
    *,
    is_named: bool,
) -> Record | None:
    """Return the registry with the item in it. Raises EditError where that cannot be made."""
    if document is None:
        raise EditError("The registry file of the default branch cannot be read.")
    if document.schema and document.schema.get(FIELD) is None:
        raise EditError(f"The schema of this registry has no `{FIELD}`.")
    if item is None:
        return None
    entry = entry_of(verdict.fields["entry"]) or ""
    return Record(entry, add_item(_text(issue), entry, FIELD, item), is_named)


def _text(issue: Issue) -> str:
    text = decode(issue.files[issue.configuration.paths.registry])
    assert isinstance(text, str), "a document was read from it"
    return text


def _earlier(
    issue: Issue,
    form: IssueForm,
    fields: Mapping[str, str],
    document: Document | None,
    item: Mapping[str, str] | None,
) -> tuple[Earlier, ...]:
    attempt = attempt_of(fields)
    if attempt is None:
        return ()
    # Once it is recorded, the registry knows this very attempt too.
    told = item or fields
    recorded = [
        one
        for one in (attempts_of(document) if document else ())
        if (one.date, one.tried) != (told.get("date"), told.get("tried"))
    ]
    return earlier_attempts(attempt, [*recorded, *_reported(issue, form)])


def _reported(issue: Issue, form: IssueForm) -> Iterator[Attempt]:
    for number, body in issue.reports.items():
        attempt = attempt_of(read_body(visible(body), form), number)
        if attempt:
            yield attempt
