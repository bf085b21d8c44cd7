"""Webhook payloads at the border: which subject an event concerns, or why it concerns none.

Only what is used of a payload is modelled; what a newer GitHub adds is ignored.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.commands import parse_commands
from bot.github.issue import IssueId
from bot.github.pull import PullRequestId
from bot.github.shown import CHECK_NAME
from bot.work.handler import Ignored


class MalformedEvent(ValueError):  # noqa: N818  # read as "a malformed event", which it is
    """The payload is not what GitHub sends for this event."""


@dataclass(frozen=True, slots=True)
class PullSubject:
    """A pull request that needs looking at. As text it is the key of its work."""

    pull: PullRequestId

    def __str__(self) -> str:
        return f"pull:{self.pull.installation}:{self.pull.repository}#{self.pull.number}"


@dataclass(frozen=True, slots=True)
class SuiteSubject:
    """A commit whose checks are to run again; which pull requests that concerns is asked later."""

    installation: int
    repository: str
    head: str

    def __str__(self) -> str:
        return f"suite:{self.installation}:{self.repository}@{self.head}"


@dataclass(frozen=True, slots=True)
class BranchSubject:
    """A default branch that moved; the open pull requests onto it may read what changed."""

    installation: int
    repository: str
    branch: str

    def __str__(self) -> str:
        return f"branch:{self.installation}:{self.repository}@{self.branch}"


@dataclass(frozen=True, slots=True)
class GroupSubject:
    """The commit that a merge queue would merge."""

    installation: int
    repository: str
    head: str

    def __str__(self) -> str:
        return f"group:{self.installation}:{self.repository}@{self.head}"


@dataclass(frozen=True, slots=True)
class IssueSubject:
    """An issue that may report a failed attempt."""

    issue: IssueId

    def __str__(self) -> str:
        return f"issue:{self.issue.installation}:{self.issue.repository}#{self.issue.number}"


Subject = PullSubject | SuiteSubject | BranchSubject | GroupSubject | IssueSubject


@dataclass(frozen=True, slots=True)
class Hint:
    """What one delivery says of its pull request.

    `base` is a branch name, or HEAD where the delivery names none; `new_check` asks for a check
    run of its own, as a re-run or a changed base does. `because` says in Markdown what occasioned
    it where that was no act on the pull request itself.
    """

    head: str
    base: str
    new_check: bool
    because: str = ""


class _Model(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class _Repository(_Model):
    full_name: str = Field(pattern=r"^[\w.-]+/[\w.-]+$", max_length=200)


class _Installation(_Model):
    id: int = Field(gt=0)


class _Commit(_Model):
    sha: str
    ref: str


class _Pull(_Model):
    number: int = Field(gt=0)
    head: _Commit
    base: _Commit


class _CheckSuite(_Model):
    head_sha: str


class _CheckRun(_Model):
    name: str
    head_sha: str
    external_id: str | None = None


class _Event(_Model):
    action: str
    installation: _Installation | None = None
    repository: _Repository


class _PullEvent(_Event):
    pull_request: _Pull
    changes: dict[str, Any] = {}
    because: str = ""
    """Never sent by GitHub: in what we ask ourselves for, why."""


class _CheckRunEvent(_Event):
    check_run: _CheckRun


class _CheckSuiteEvent(_Event):
    check_suite: _CheckSuite


class _PushedRepository(_Repository):
    default_branch: str = Field(pattern=r"^[^\x00-\x20\x7f]+$")


class _PushedCommit(_Model):
    added: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


class _PushEvent(_Model):
    ref: str = Field(pattern=r"^[^\x00-\x20\x7f]+$")
    deleted: bool = False
    forced: bool = False
    commits: tuple[_PushedCommit, ...] = ()
    installation: _Installation | None = None
    repository: _PushedRepository


class _MergeGroup(_Model):
    head_sha: str = Field(pattern=r"^[0-9a-f]+$")
    base_sha: str = Field(pattern=r"^[0-9a-f]+$")


class _MergeGroupEvent(_Event):
    merge_group: _MergeGroup


class _Sender(_Model):
    type: str


class _Issue(_Model):
    number: int = Field(gt=0)
    pull_request: dict[str, Any] | None = None


class _IssueEvent(_Event):
    issue: _Issue
    sender: _Sender
    changes: dict[str, Any] = {}


class _Comment(_Model):
    body: str


class _CommentEvent(_IssueEvent):
    comment: _Comment


_COMMITS_LISTED = 2048
_REVIEWED = frozenset({"opened", "synchronize", "reopened", "ready_for_review"})


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


_PULL_KEY = re.compile(r"pull:(\d+):([^#]+)#(\d+)")
_SUITE_KEY = re.compile(r"suite:(\d+):([^@]+)@([0-9a-f]+)")
_GROUP_KEY = re.compile(r"group:(\d+):([^@]+)@([0-9a-f]+)")
_ISSUE_KEY = re.compile(r"issue:(\d+):([^#]+)#(\d+)")
_BRANCH_KEY = re.compile(r"branch:(\d+):([^@]+)@(.+)")


def parse_subject(key: str) -> Subject:
    """Return the subject that `key`, a subject's text, names. Raises ValueError for any other."""
    if match := _PULL_KEY.fullmatch(key):
        return PullSubject(PullRequestId(int(match[1]), match[2], int(match[3])))
    if match := _SUITE_KEY.fullmatch(key):
        return SuiteSubject(int(match[1]), match[2], match[3])
    if match := _BRANCH_KEY.fullmatch(key):
        return BranchSubject(int(match[1]), match[2], match[3])
    if match := _GROUP_KEY.fullmatch(key):
        return GroupSubject(int(match[1]), match[2], match[3])
    if match := _ISSUE_KEY.fullmatch(key):
        return IssueSubject(IssueId(int(match[1]), match[2], int(match[3])))
    raise ValueError(f"{key!r} names no subject")


def hint_of(event: str, payload: Any) -> Hint:
    """Return what a delivery on a pull request says of it. Raises ValidationError."""
    if event == "pull_request":
        pull = _PullEvent.model_validate(payload)
        rebased = pull.action == "edited"
        head, base = pull.pull_request.head.sha, pull.pull_request.base.ref
        return Hint(head, base, rebased, pull.because)
    run = _CheckRunEvent.model_validate(payload)
    return Hint(run.check_run.head_sha, "HEAD", new_check=True)


def _pull_request(payload: Any) -> Subject | Ignored:
    event = _PullEvent.model_validate(payload)
    if event.action == "edited" and "base" not in event.changes:
        return Ignored("only title or text of the pull request changed")
    if event.action != "edited" and event.action not in _REVIEWED:
        return Ignored(f"pull_request.{event.action} changes nothing that is reviewed")
    return _pull(event, event.pull_request.number)


def _check_run(payload: Any) -> Subject | Ignored:
    event = _CheckRunEvent.model_validate(payload)
    if event.action != "rerequested":
        return Ignored(f"check_run.{event.action} asks for nothing")
    number = event.check_run.external_id or ""
    if event.check_run.name != CHECK_NAME or not number.isdecimal():
        return Ignored("the check run is not one of ours")
    return _pull(event, int(number))


def _check_suite(payload: Any) -> Subject | Ignored:
    event = _CheckSuiteEvent.model_validate(payload)
    if event.action != "rerequested":
        return Ignored(f"check_suite.{event.action} asks for nothing")
    if event.installation is None:
        return Ignored("the event comes from no installation of this App")
    return SuiteSubject(
        event.installation.id, event.repository.full_name, event.check_suite.head_sha
    )


def _push(payload: Any) -> Subject | Ignored:
    event = _PushEvent.model_validate(payload)
    branch = event.ref.removeprefix("refs/heads/")
    if event.deleted or event.ref == branch or branch != event.repository.default_branch:
        return Ignored("the push is not onto the default branch")
    if event.installation is None:
        return Ignored("the event comes from no installation of this App")
    return BranchSubject(event.installation.id, event.repository.full_name, branch)


def _merge_group(payload: Any) -> Subject | Ignored:
    event = _MergeGroupEvent.model_validate(payload)
    if event.action != "checks_requested":
        return Ignored(f"merge_group.{event.action} asks for nothing")
    if event.installation is None:
        return Ignored("the event comes from no installation of this App")
    return GroupSubject(
        event.installation.id, event.repository.full_name, event.merge_group.head_sha
    )


def _issues(payload: Any) -> Subject | Ignored:
    event = _IssueEvent.model_validate(payload)
    if event.action not in ("opened", "edited", "labeled"):
        return Ignored(f"issues.{event.action} changes nothing that is read")
    if event.action == "edited" and "body" not in event.changes:
        return Ignored("only the title of the issue changed")
    if event.action == "labeled" and event.sender.type == "Bot":
        return Ignored("an App put the label on")
    return _issue(event)


def _issue_comment(payload: Any) -> Subject | Ignored:
    event = _CommentEvent.model_validate(payload)
    if event.action != "created" or event.sender.type == "Bot":
        return Ignored("only a new comment of a person can hold a command")
    if event.issue.pull_request is not None:
        return Ignored("the comment is on a pull request")
    if not any(command.name == "accept" for command in parse_commands(event.comment.body)):
        return Ignored("the comment holds no command for an issue")
    return _issue(event)


def _issue(event: _IssueEvent) -> Subject | Ignored:
    if event.installation is None:
        return Ignored("the event comes from no installation of this App")
    return IssueSubject(
        IssueId(event.installation.id, event.repository.full_name, event.issue.number)
    )


def parent_of(payload: Any) -> str:
    """Return the commit that a merge group was put on top of. Raises ValidationError."""
    return _MergeGroupEvent.model_validate(payload).merge_group.base_sha


def changed_paths(payload: Any) -> frozenset[str] | None:
    """Return the paths that a push touched, None where it does not tell: a push by force also
    takes commits away, and GitHub lists only so many. Raises ValidationError.
    """
    push = _PushEvent.model_validate(payload)
    if push.forced or len(push.commits) >= _COMMITS_LISTED:
        return None
    commits = push.commits
    return frozenset(
        path for commit in commits for path in (*commit.added, *commit.modified, *commit.removed)
    )


def _pull(event: _Event, number: int) -> Subject | Ignored:
    if event.installation is None:
        return Ignored("the event comes from no installation of this App")
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
