"""Decide: what GitHub should show of a review, and the few writes that are left to get there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.comments import MAX_LENGTH, REVIEW_MARKER, Links, review_comment, title
from bot.github.pull import PullRequest
from bot.github.shown import Shown, ShownCheck
from bot.inert import visible
from bot.seal import with_record, without_record
from bot.suggestions import Suggestions, suggestions_for
from rules.review import Review
from rules.rule import Finding, Severity

MAX_ANNOTATIONS = 500
"""More would bury the file; the most severe come first, and the summary counts them all."""

RECORD_DROPPED = (
    "<sub>The record hidden in this comment did not bear this App's signature for this pull "
    "request, so it was dropped.</sub>"
)

_LEVELS = {Severity.ERROR: "FAILURE", Severity.WARNING: "WARNING", Severity.NOTICE: "NOTICE"}


@dataclass(frozen=True, slots=True)
class Check:
    """A check run as it should be; one without a conclusion is not completed."""

    title: str
    summary: str
    conclusion: str | None
    annotations: tuple[Mapping[str, Any], ...] = ()
    status: str = "completed"
    text: str = ""
    """What occasioned it; no part of the verdict, so that it alone makes no new check run."""
    asked_by: str = ""
    """The delivery that asked for a check run of its own, empty for none."""

    @property
    def details(self) -> str:
        """The text as it is shown, by which a run that is repeated knows what it has answered."""
        return "\n\n".join(filter(None, (self.text, _asked_for(self.asked_by))))

    def is_shown_by(self, shown: ShownCheck) -> bool:
        return (self.status, self.conclusion, self.title, self.summary) == (
            shown.status,
            shown.conclusion,
            shown.title,
            shown.summary,
        )

    def is_answered_by(self, shown: ShownCheck) -> bool:
        """Whether the delivery that asks for a check run of its own has got this one."""
        return shown.status == "completed" and answers(shown.text, self.asked_by)


def answers(details: str, delivery_id: str) -> bool:
    """Whether a check run with these details was made for a delivery, or none asks for one."""
    return details.endswith(_asked_for(delivery_id))


def _asked_for(delivery_id: str) -> str:
    return f"Asked for by delivery `{delivery_id}`." if delivery_id else ""


@dataclass(frozen=True, slots=True)
class Desired:
    """What a pull request should show. A comment of None means none is wanted.

    `suggestions` are what is left of them to do, since what was posted once is posted.
    """

    check: Check
    comment: str | None
    labels: frozenset[str]
    suggestions: Suggestions


@dataclass(frozen=True, slots=True)
class Writes:
    """The difference between what should be shown and what is; empty when nothing is left.

    What is minimised only rides along, so that a refusal is not asked for again and again.
    `check_id` is the open check run to complete, None to make a new one; `comment_id` likewise.
    """

    check: Check | None = None
    check_id: str | None = None
    comment: str | None = None
    comment_id: str | None = None
    delete_comments: tuple[str, ...] = ()
    add_labels: frozenset[str] = field(default_factory=frozenset)
    remove_labels: frozenset[str] = field(default_factory=frozenset)
    suggestions: Suggestions = field(default_factory=Suggestions)

    def __bool__(self) -> bool:
        return bool(
            self.check
            or self.comment
            or self.delete_comments
            or self.add_labels
            or self.remove_labels
            or self.suggestions.post
        )


def desired(
    review: Review,
    pull: PullRequest,
    rules_url: str | None,
    *,
    because: str = "",
    asked_by: str = "",
) -> Desired:
    """Return what the pull request should show for `review`, made `because` something happened.

    `asked_by` is the delivery that asks for a check run of its own, as a re-run does.
    Where nothing of the registry is touched that is a neutral check run and nothing else, except
    that a comment made earlier says so.
    """
    links = Links(pull.repository_url, pull.head, rules_url)
    body = review_comment(review, links, notes=pull.configuration.problems)
    names = pull.configuration.labels
    spoken = bool(pull.shown.comments)
    hunks = pull.hunks if pull.configuration.comment else {}
    return Desired(
        check=Check(
            title=title(review),
            summary=body.removeprefix(REVIEW_MARKER).lstrip()[:MAX_LENGTH],
            conclusion=review.conclusion.value,
            annotations=tuple(map(_annotation, review.findings[:MAX_ANNOTATIONS])),
            text=because,
            asked_by=asked_by,
        ),
        comment=_comment(body, pull)
        if spoken or (pull.touched and pull.configuration.comment)
        else None,
        labels=frozenset(names[label] for label in review.labels),
        suggestions=suggestions_for(review.findings, hunks, pull.shown.reviews, pull.head, links),
    )


def _comment(body: str, pull: PullRequest) -> str:
    said = f"{body.rstrip()}\n\n{RECORD_DROPPED}" if pull.was_broken else body
    return with_record(said, pull.record)


def _says_the_same(shown: str, wanted: str | None) -> bool:
    """Whether people see no difference; a record that is only older is not worth a request."""
    return wanted is not None and without_record(shown) == without_record(wanted)


def _annotation(finding: Finding) -> Mapping[str, Any]:
    return {
        "path": finding.path,
        "location": {"startLine": finding.line, "endLine": finding.end_line},
        "annotationLevel": _LEVELS[finding.severity],
        "title": f"{finding.rule} {finding.name}",
        "message": visible(f"{finding.message}\n{finding.help}"),
    }


def writes_for(wanted: Desired, pull: PullRequest) -> Writes:
    """Return the writes that make `pull` show what is wanted.

    A label is only taken away if this App put it there, and stays off where a person removed it.
    """
    shown = pull.shown
    latest = shown.checks[-1] if shown.checks else None
    check_is_fine = (
        latest is not None
        and wanted.check.is_shown_by(latest)
        and any(map(wanted.check.is_answered_by, shown.checks))
    )
    comment, *doubles = shown.comments or (None,)
    managed = frozenset(pull.configuration.labels.values())
    labels = shown.labels
    return Writes(
        check=None if check_is_fine else wanted.check,
        check_id=_open_check(shown),
        comment=None
        if comment and _says_the_same(comment.body, wanted.comment)
        else wanted.comment,
        comment_id=comment.id if comment else None,
        delete_comments=tuple(double.id for double in doubles if double),
        add_labels=wanted.labels - labels.present - labels.taken_away,
        remove_labels=(labels.present & managed & labels.ours) - wanted.labels,
        suggestions=wanted.suggestions,
    )


def _open_check(shown: Shown) -> str | None:
    """Return the newest check run that is not completed: GitHub cannot reopen a completed one."""
    latest = shown.checks[-1] if shown.checks else None
    return latest.id if latest and latest.status != "completed" else None
