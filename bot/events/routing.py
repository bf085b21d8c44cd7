"""Which subject an event concerns, or why it concerns none."""

import re
from collections.abc import Callable
from typing import Any

from pydantic import ValidationError

from bot.commands import parse_commands
from bot.events.payloads import (
    CheckRunEvent,
    CheckSuiteEvent,
    CommentEvent,
    Event,
    IssueEvent,
    MergeGroupEvent,
    PullEvent,
    PushEvent,
)
from bot.events.subjects import (
    BranchSubject,
    GroupSubject,
    IssueSubject,
    PullSubject,
    Subject,
    SuiteSubject,
)
from bot.github.issue import BRANCHES, IssueId
from bot.github.pull import PullRequestId
from bot.github.shown import CHECK_NAME
from bot.work.handler import Ignored

_REVIEWED = frozenset({"opened", "synchronize", "reopened", "ready_for_review"})
# A fork may use the name as well; the issue then is as it was.
_RECORD = re.compile(re.escape(BRANCHES) + r"(?P<issue>[1-9][0-9]{0,9})")
_NOT_INSTALLED = Ignored("the event comes from no installation of this App")


class MalformedEvent(ValueError):  # noqa: N818  # read as "a malformed event", which it is
    """The payload is not what GitHub sends for this event."""


def subject_of(event: str, payload: Any) -> Subject | Ignored:
    """Return what a delivery is about. Raises MalformedEvent."""
    reader = _READERS.get(event)
    if reader is None:
        return Ignored(f"the event {event} needs no work")
    try:
        return reader(payload)
    except ValidationError as error:
        fault = error.errors()[0]
        where = ".".join(str(part) for part in fault["loc"])
        raise MalformedEvent(f"not a GitHub {event} event: {where}: {fault['msg']}") from None


def _pull_request(payload: Any) -> Subject | Ignored:
    event = PullEvent.model_validate(payload)
    record = _RECORD.fullmatch(event.pull_request.head.ref)
    if event.action == "closed" and record:
        return _issue(event, int(record["issue"]))
    if event.action == "edited" and "base" not in event.changes:
        return Ignored("only title or text of the pull request changed")
    if event.action != "edited" and event.action not in _REVIEWED:
        return Ignored(f"pull_request.{event.action} changes nothing that is reviewed")
    return _pull(event, event.pull_request.number)


def _check_run(payload: Any) -> Subject | Ignored:
    event = CheckRunEvent.model_validate(payload)
    if event.action != "rerequested":
        return Ignored(f"check_run.{event.action} asks for nothing")
    number = event.check_run.external_id or ""
    if event.check_run.name != CHECK_NAME or not number.isdecimal():
        return Ignored("the check run is not one of ours")
    return _pull(event, int(number))


def _check_suite(payload: Any) -> Subject | Ignored:
    event = CheckSuiteEvent.model_validate(payload)
    if event.action != "rerequested":
        return Ignored(f"check_suite.{event.action} asks for nothing")
    if event.installation is None:
        return _NOT_INSTALLED
    return SuiteSubject(
        event.installation.id, event.repository.full_name, event.check_suite.head_sha
    )


def _push(payload: Any) -> Subject | Ignored:
    event = PushEvent.model_validate(payload)
    branch = event.ref.removeprefix("refs/heads/")
    if event.deleted or event.ref == branch or branch != event.repository.default_branch:
        return Ignored("the push is not onto the default branch")
    if event.installation is None:
        return _NOT_INSTALLED
    return BranchSubject(event.installation.id, event.repository.full_name, branch)


def _merge_group(payload: Any) -> Subject | Ignored:
    event = MergeGroupEvent.model_validate(payload)
    if event.action != "checks_requested":
        return Ignored(f"merge_group.{event.action} asks for nothing")
    if event.installation is None:
        return _NOT_INSTALLED
    return GroupSubject(
        event.installation.id, event.repository.full_name, event.merge_group.head_sha
    )


def _issues(payload: Any) -> Subject | Ignored:
    event = IssueEvent.model_validate(payload)
    if event.action not in ("opened", "edited", "labeled"):
        return Ignored(f"issues.{event.action} changes nothing that is read")
    if event.action == "edited" and "body" not in event.changes:
        return Ignored("only the title of the issue changed")
    if event.action == "labeled" and event.sender.type == "Bot":
        return Ignored("an App put the label on")
    return _issue(event, event.issue.number)


def _issue_comment(payload: Any) -> Subject | Ignored:
    event = CommentEvent.model_validate(payload)
    if event.action != "created" or event.sender.type == "Bot":
        return Ignored("only a new comment of a person can hold a command")
    if event.issue.pull_request is not None:
        return Ignored("the comment is on a pull request")
    if not any(command.name == "accept" for command in parse_commands(event.comment.body)):
        return Ignored("the comment holds no command for an issue")
    return _issue(event, event.issue.number)


def _issue(event: Event, number: int) -> Subject | Ignored:
    if event.installation is None:
        return _NOT_INSTALLED
    return IssueSubject(IssueId(event.installation.id, event.repository.full_name, number))


def _pull(event: Event, number: int) -> Subject | Ignored:
    if event.installation is None:
        return _NOT_INSTALLED
    return PullSubject(PullRequestId(event.installation.id, event.repository.full_name, number))


_READERS: dict[str, Callable[[Any], Subject | Ignored]] = {
    "pull_request": _pull_request,
    "check_run": _check_run,
    "check_suite": _check_suite,
    "push": _push,
    "merge_group": _merge_group,
    "issues": _issues,
    "issue_comment": _issue_comment,
}
