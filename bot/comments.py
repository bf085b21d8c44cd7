"""The review as a comment. Templates arrange; what is said was decided by the rules."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from bot.inert import Markdown, code, quoted
from bot.templates import render
from bot.tried import tried
from registry.changes import Change
from registry.nodes import Value
from registry.snapshot import Paths
from rules import RULES
from rules.review import Conclusion, Review
from rules.rule import Finding, Severity

REVIEW_MARKER = "<!-- registry-bot:review -->"
MAX_LENGTH = 65_000
"""GitHub refuses a body over 65,536 characters; the rest is room for line ends it may count."""
MAX_FINDINGS = 60
MAX_CHANGES = 8

_RULES = {rule.code: rule for rule in RULES}
_NAMED = re.compile(r"`(\w+)`")
_KEY = re.compile(r"^(\w+):", re.MULTILINE)
_FIELDS = frozenset(
    key for rule in RULES for case in (*rule.good, *rule.bad) for key in _KEY.findall(case.after)
)


@dataclass(frozen=True, slots=True)
class Links:
    """Where things are on the web; what is None is named without a link.

    `repository` is its web address, `head` the commit that was looked at (None for a working
    tree), `rules` the address below which each rule has a page.
    """

    repository: str | None = None
    head: str | None = None
    rules: str | None = None
    baselines: str = Paths().baselines
    """The path of the baselines, to whose lines the projection leads."""

    def place(self, finding: Finding) -> Markdown:
        """Return path and line, linked to the line at the commit that was looked at."""
        lines = f"line {finding.line}"
        if finding.end_line > finding.line:
            lines = f"lines {finding.line}-{finding.end_line}"
        if self.repository and self.head:
            path = quote(finding.path, safe="/")
            anchor = f"L{finding.line}" + (
                f"-L{finding.end_line}" if finding.end_line > finding.line else ""
            )
            lines = f"[{lines}]({self.repository}/blob/{self.head}/{path}#{anchor})"
        return Markdown(f"{code(finding.path)} {lines}")

    def rule(self, finding: Finding) -> Markdown:
        """Return the rule's code and name, linked to its page."""
        label = f"{finding.rule} {finding.name}"
        return Markdown(f"[{label}]({self.rules}/{finding.rule})" if self.rules else label)


def review_comment(review: Review, links: Links, *, notes: Sequence[str] = ()) -> str:
    """Return the comment on `review`, hidden marker first. `notes` concern the configuration.

    A comment that would be too long is cut at a finding, and says how many were left out.
    """
    shown = min(len(review.findings), MAX_FINDINGS)
    while True:
        body = _body(review, links, notes, shown)
        if len(body) <= MAX_LENGTH or shown == 0:
            return body[:MAX_LENGTH]
        shown = shown * MAX_LENGTH // (len(body) + 1)


def title(review: Review) -> str:
    """Return the verdict in a few words, for the check run."""
    errors = len(review.of(Severity.ERROR))
    warnings = len(review.of(Severity.WARNING))
    if review.conclusion is Conclusion.NEUTRAL:
        return "Nothing of the registry is touched"
    if errors:
        return f"{_count(errors, 'thing')} to fix"
    return (
        f"Nothing blocks; {_count(warnings, 'thing')} worth a look"
        if warnings
        else "All checks pass"
    )


def _body(review: Review, links: Links, notes: Sequence[str], shown: int) -> str:
    findings = review.findings[:shown]
    return render(
        "review.md.j2",
        marker=Markdown(REVIEW_MARKER),
        verdict=review,
        errors=[f for f in findings if f.severity is Severity.ERROR],
        warnings=[f for f in findings if f.severity is Severity.WARNING],
        notices=[f for f in findings if f.severity is Severity.NOTICE],
        error_count=len(review.of(Severity.ERROR)),
        warning_count=len(review.of(Severity.WARNING)),
        left_out=len(review.findings) - shown,
        changes=[describe(change) for change in review.changes[:MAX_CHANGES]],
        more_changes=max(0, len(review.changes) - MAX_CHANGES),
        healed=sorted({f.name for f in review.healed}),
        links=links,
        head=links.head[:7] if links.head else None,
        notes=notes,
        tried=tried(review.changes),
        projection=_projection(review, links),
        example=_example,
        count=_count,
    )


def _projection(review: Review, links: Links) -> Markdown | None:
    if review.projection is None:
        return None
    from bot.projection_comment import projection_section  # noqa: PLC0415 - imports numpy

    return projection_section(
        review.projection,
        baselines=links.baselines,
        repository=links.repository,
        head=links.head,
    )


def _count(number: int, noun: str) -> Markdown:
    return Markdown(f"{number} {noun}" if number == 1 else f"{number} {noun}s")


def _example(finding: Finding) -> str:
    """Return the YAML of a good example of the rule, empty where none is a fragment.

    Where the finding names fields it is an example of one of those: another's would mislead.
    """
    rule = _RULES.get(finding.rule)
    shown = [example.after for example in rule.good] if rule else []
    named = {*_NAMED.findall(finding.message)} & _FIELDS
    fitting = (text for text in shown if not named or named & {*_KEY.findall(text)})
    return next((text for text in fitting if text and not text.startswith("#")), "")


def describe(change: Change) -> Markdown:
    """Return one change in one line."""
    where = code(change.entry_id) if change.entry_id else None
    what = change.name.replace("-", " ")
    if change.name in ("status-changed", "field-changed", "entry-renamed"):
        what = f"{code(change.field or '')} {_value(change.old)} → {_value(change.new)}"
    elif change.name == "entry-renumbered":
        what = f"renumbered from {_value(change.old)}"
    elif change.name == "entry-added":
        what = f"new entry {_value(change.new)}"
    elif change.field:
        shown = change.new if change.new is not None else change.old
        what = f"{what}: {_value(shown)}"
    return Markdown(f"{where}: {what}" if where else what)


def _value(value: Value) -> Markdown:
    if isinstance(value, dict):
        named = (value.get(key) for key in ("title", "tried", "name", "to", "date"))
        value = next((found for found in named if found), str(value))
    if isinstance(value, list):
        value = ", ".join(str(item) for item in value)
    if value is None or value == "":
        return Markdown("*nothing*")
    return quoted(str(value))
