"""What a webhook delivery means: payloads at the border, subjects and hints inside."""

from bot.events.hints import Hint, changed_paths, hint_of, parent_of
from bot.events.routing import MalformedEvent, subject_of
from bot.events.subjects import (
    BranchSubject,
    GroupSubject,
    IssueSubject,
    PullSubject,
    Subject,
    SuiteSubject,
    parse_subject,
)

__all__ = [
    "BranchSubject",
    "GroupSubject",
    "Hint",
    "IssueSubject",
    "MalformedEvent",
    "PullSubject",
    "Subject",
    "SuiteSubject",
    "changed_paths",
    "hint_of",
    "parent_of",
    "parse_subject",
    "subject_of",
]
