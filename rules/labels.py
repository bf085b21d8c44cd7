"""The labels a review asks for, by logical name."""

from collections.abc import Iterable

from registry.changes import Change, EntryAdded, SchemaChanged, StatusChanged
from rules.rule import Finding, Severity

DEFAULT_LABELS = (
    "entry-added",
    "status-transition",
    "needs-citation",
    "vague-blocker",
    "baseline-change",
    "projection-shift",
    "failed-attempt",
    "needs-info",
    "schema-change",
    "ready",
)

_BY_CHANGE: dict[str, str] = {
    EntryAdded.kind: "entry-added",
    StatusChanged.kind: "status-transition",
    SchemaChanged.kind: "schema-change",
    "attempt-added": "failed-attempt",
    "baseline-added": "baseline-change",
    "baseline-removed": "baseline-change",
    "baseline-changed": "baseline-change",
}
_BY_RULE = {
    "transition-needs-citation": "needs-citation",
    "item-needs-citation": "needs-citation",
    "vague-blocker": "vague-blocker",
    "number-needs-source": "needs-citation",
}


def labels_of(
    findings: Iterable[Finding], changes: Iterable[Change], *, shifted: bool, touched: bool
) -> tuple[str, ...]:
    """Return the labels that findings and changes call for, sorted.

    `ready` needs no finding above notice where something was `touched`, be it only the order of a
    list or the bibliography. `shifted` tells that a headline of the projection moved beyond noise.
    """
    findings = tuple(findings)
    labels = {_BY_CHANGE[change.name] for change in changes if change.name in _BY_CHANGE}
    labels |= {_BY_RULE[finding.name] for finding in findings if finding.name in _BY_RULE}
    if shifted:
        labels.add("projection-shift")
    if touched and all(finding.severity is Severity.NOTICE for finding in findings):
        labels.add("ready")
    return tuple(sorted(labels))
