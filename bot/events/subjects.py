"""What work is about. A subject's text is the key under which its deliveries are stored."""

import re
from dataclasses import dataclass

from bot.github.issue import IssueId
from bot.github.pull import PullRequestId


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
