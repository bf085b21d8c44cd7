"""The judgement of a report: complete, or what it still needs, by name and with an example."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from registry.citations import find
from registry.dates import read_day
from registry.document import Document
from registry.references import Bibliography
from rules.attempts.asks import ASKS
from rules.attempts.comparison import read_comparison
from rules.attempts.report import FIELDS, entry_of, is_filler
from rules.attempts.substance import gives_a_reason, is_measured, is_rebuildable
from rules.evidence import instead_of, misread, reason_of
from rules.rule import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """What a report is asked for. `problem` is its code, `field:what`; an error keeps it open."""

    problem: str
    field: str
    severity: Severity
    message: str
    help: str
    example: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """A report's answers by field id, and what was found in them, in the form's order."""

    fields: Mapping[str, str]
    findings: tuple[Finding, ...]

    @property
    def problems(self) -> tuple[str, ...]:
        """The codes of what keeps the report from being complete."""
        errors = (one for one in self.findings if one.severity is Severity.ERROR)
        return tuple(finding.problem for finding in errors)

    @property
    def complete(self) -> bool:
        return not self.problems


def judge_report(
    fields: Mapping[str, str],
    *,
    document: Document | None = None,
    bibliography: Bibliography | None = None,
    today: date | None = None,
) -> Verdict:
    """Judge a report's answers (field id → text). Never raises.

    With `document` its entry has to exist there; without `bibliography` a citation key counts only
    in brackets; with `today` a later day is pointed out, which does not keep a report open.
    """
    answers = {name: fields.get(name, "").strip() for name in FIELDS}
    findings = [
        *_entry(answers["entry"], document),
        *_described(answers),
        *_measured(answers),
        *_reason(answers),
        *_evidence(answers["evidence"], bibliography),
        *_date(answers["date"], today),
    ]
    return Verdict(answers, tuple(findings))


def _asked(problem: str, severity: Severity = Severity.ERROR) -> Finding:
    field, message, help_, example = ASKS[problem]
    return Finding(problem, field, severity, message, help_, example)


def _entry(text: str, document: Document | None) -> Iterator[Finding]:
    entry = entry_of(text)
    if entry is None:
        yield _asked("entry:not-an-id")
    elif document is not None and entry not in document.by_id:
        yield _asked("entry:unknown")


def _described(answers: Mapping[str, str]) -> Iterator[Finding]:
    if is_filler(answers["tried"]):
        yield _asked("tried:missing")
    if is_filler(answers["setup"]):
        yield _asked("setup:missing")
    elif not is_rebuildable(answers["setup"]):
        yield _asked("setup:vague")


def _measured(answers: Mapping[str, str]) -> Iterator[Finding]:
    comparison = read_comparison(answers["metric_baseline"])
    if not comparison.metric:
        yield _asked("metric:missing")
    if not comparison.baseline:
        yield _asked("baseline:missing")
    if is_filler(answers["result"]):
        yield _asked("result:missing")
    elif not is_measured(answers["result"]):
        yield _asked("result:not-measured")


def _reason(answers: Mapping[str, str]) -> Iterator[Finding]:
    if is_filler(answers["why"]):
        yield _asked("cause:missing")
    elif not gives_a_reason(answers["why"], tried=answers["tried"]):
        yield _asked("cause:vague")


def _evidence(text: str, bibliography: Bibliography | None) -> Iterator[Finding]:
    if is_filler(text):
        yield _asked("evidence:missing")
    elif not any(find(text, bibliography)):
        finding = _asked("evidence:no-citation")
        misses = misread(text, bibliography) if bibliography is not None else []
        if misses:
            why = f"{finding.message.rstrip('.')}: {reason_of(misses[0])}."
            finding = replace(finding, message=why, help=instead_of(misses[0]))
        yield finding


def _date(text: str, today: date | None) -> Iterator[Finding]:
    if is_filler(text):
        yield _asked("date:missing")
        return
    day = read_day(text)
    if day is None:
        yield _asked("date:not-a-date")
    elif today is not None and day > today:
        yield _asked("date:future", Severity.WARNING)
