"""What a local run reports, and its form for other programs."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from registry.changes import Change
from rules.review import Review
from rules.rule import Finding

_CONTROLS = re.compile("[\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Report:
    """A review and what is needed to show it.

    `command` made it; `subject` says in words what was looked at. `files` are the files looked at,
    None where there is none; `notes` concern the configuration; `repository` and `head` are the web
    address and the commit that links lead to.
    """

    command: str
    review: Review
    subject: str
    files: Mapping[str, bytes | None]
    notes: Sequence[str] = ()
    repository: str | None = None
    head: str | None = None


def report_json(report: Report) -> str:
    """Return the review as one JSON document, laid out for people too, with a line end behind."""
    review = report.review
    return _dumped(
        {
            "conclusion": review.conclusion,
            "findings": [_finding(finding) for finding in review.findings],
            "changes": [_change(change) for change in review.changes],
            "labels": list(review.labels),
            "projection": _projection(review),
        },
        indent=2,
    )


def _projection(review: Review) -> Any:
    if review.projection is None:
        return None
    from registry.projection.delta_data import delta_data  # noqa: PLC0415 - seldom used

    return delta_data(review.projection)


def json_line(value: Any) -> str:
    """Return `value` as one line of JSON."""
    return _dumped(value)


def _dumped(value: Any, indent: int | None = None) -> str:
    # JSON leaves DEL and the C1 controls as they are, and terminals obey some of them.
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _CONTROLS.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    suggestion = finding.suggestion
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity,
        "path": finding.path,
        "line": finding.line,
        "end_line": finding.end_line,
        "entry": finding.entry,
        "message": finding.message,
        "help": finding.help,
        "suggestion": suggestion
        and {
            "line": suggestion.line,
            "end_line": suggestion.end_line,
            "text": suggestion.text,
        },
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "kind": change.name,
        "entry": change.entry_id,
        "field": change.field,
        "before": change.old,
        "after": change.new,
    }
