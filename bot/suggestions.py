"""One-click suggestions: which to post in one review of the diff, and which have had their day.

GitHub takes a suggestion only on the head's side of the diff and within one hunk. What lies outside
stands in the summary comment, which is complete without any of this.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.comments import Links
from bot.github.shown import ShownReview
from bot.inert import code_fence, sentence, visible
from rules.rule import Finding, Suggestion

MAX_COMMENTS = 10
MAX_TEXT = 20_000
"""Characters; GitHub refuses the whole review for one comment over 65,536."""

_MARKER = "<!-- registry-bot:suggestion {} -->"
_MARKED = re.compile(_MARKER.format(r"([0-9a-f]{16})"))


@dataclass(frozen=True, slots=True)
class SuggestionComment:
    """A comment on lines of the head, from `line` to `end_line`, to be applied by a click."""

    path: str
    line: int
    end_line: int
    body: str


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What is left to do: comments to post in one review, and node ids of those to minimise."""

    post: tuple[SuggestionComment, ...] = ()
    minimise: tuple[str, ...] = ()


def suggestions_for(
    findings: Sequence[Finding],
    hunks: Mapping[str, Sequence[range]],
    shown: Sequence[ShownReview],
    head: str,
    links: Links,
) -> Suggestions:
    """Compare the findings of a review with our reviews that GitHub shows.

    A head gets one review, and a suggestion is posted once for good, whoever hid it since.
    """
    comments = [
        (match[1], comment)
        for review in shown
        for comment in review.comments
        if (match := _MARKED.match(comment.body))
    ]
    posted = {fingerprint for fingerprint, _ in comments}
    wanted = {_fingerprint(finding, there) for finding, there in _suggesting(findings)}
    reviewed = any(review.head == head for review in shown)
    fitting = () if reviewed else tuple(_fitting(findings, hunks, posted, links))
    return Suggestions(
        post=fitting[:MAX_COMMENTS],
        minimise=tuple(
            comment.id
            for fingerprint, comment in comments
            if fingerprint not in wanted and not comment.is_minimized
        ),
    )


def _suggesting(findings: Iterable[Finding]) -> Iterator[tuple[Finding, Suggestion]]:
    return ((finding, finding.suggestion) for finding in findings if finding.suggestion)


def _fitting(
    findings: Iterable[Finding],
    hunks: Mapping[str, Sequence[range]],
    posted: set[str],
    links: Links,
) -> Iterator[SuggestionComment]:
    """Yield the comments that GitHub would take; of several on one line the first."""
    taken: set[tuple[str, int]] = set()
    for finding, there in _suggesting(findings):
        lines = {(finding.path, line) for line in range(there.line, there.end_line + 1)}
        within = any(
            there.line in hunk and there.end_line in hunk for hunk in hunks.get(finding.path, ())
        )
        fingerprint = _fingerprint(finding, there)
        if not within or lines & taken or fingerprint in posted or not _is_showable(there.text):
            continue
        taken |= lines
        body = _body(finding, there, fingerprint, links)
        yield SuggestionComment(finding.path, there.line, there.end_line, body)


def _is_showable(text: str) -> bool:
    """Whether all that a click would write can be seen before: nothing hidden, nothing endless."""
    return len(text) <= MAX_TEXT and visible(text) == text


def _fingerprint(finding: Finding, there: Suggestion) -> str:
    """Return what stays the same while a suggestion does: what it writes, for which rule and entry.

    Neither its line is part of it, nor today's date.
    """
    parts = (finding.rule, finding.path, finding.entry or "", there.lasting)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def _body(finding: Finding, there: Suggestion, fingerprint: str, links: Links) -> str:
    block = code_fence(there.text, "suggestion")
    says = f"{sentence(finding.message)} ({links.rule(finding)})"
    return f"{_MARKER.format(fingerprint)}\n{says}\n\n{block}\n"
