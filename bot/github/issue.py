"""The facts of an issue that may report a failed attempt."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from bot.configuration import Configuration
from bot.github.people import Person
from bot.github.shown import ShownComment, ShownLabels

BRANCHES = "registry-bot/failed-attempt-"


class Answer(Enum):
    """How a command is answered, by the reaction that GitHub shows under it."""

    ACCEPTED = "THUMBS_UP"
    WAITS = "CONFUSED"
    """Given by a maintainer for what cannot be done yet."""
    REFUSED = "THUMBS_DOWN"
    """Not this person's to give."""


@dataclass(frozen=True, slots=True)
class IssueId:
    """Which issue, and through which installation it is reached."""

    installation: int
    repository: str
    number: int

    @property
    def branch(self) -> str:
        """The branch on which the report is recorded."""
        return f"{BRANCHES}{self.number}"


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment of somebody else's, and our answer to it if we have given one."""

    id: str
    body: str
    author: Person | None
    was_edited: bool
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class Branch:
    """The branch of a report: its head, that commit's message, and the registry file on it."""

    head: str
    message: str
    registry: bytes | None


@dataclass(frozen=True, slots=True)
class RecordPull:
    """The pull request that records a report; `state` is OPEN, CLOSED or MERGED.

    It `conflicts` where another change of the same place was merged first.
    """

    number: int
    state: str
    conflicts: bool = False


@dataclass(frozen=True, slots=True)
class Tip:
    """The default branch: its name, its newest commit and that commit's tree."""

    name: str
    commit: str
    tree: str


@dataclass(frozen=True, slots=True)
class Conversation:
    """Where one may speak on an issue: our comments on it, and whether it is known for a report."""

    node_id: str
    is_report: bool
    comments: tuple[ShownComment, ...]


@dataclass(frozen=True, slots=True)
class Issue:
    """The facts of one issue. `files` are the default branch's; `reports` are the bodies of earlier
    reports by number.
    """

    id: IssueId
    node_id: str
    repository_node_id: str
    repository_url: str
    is_open: bool
    body: str
    author: Person | None
    configuration: Configuration
    files: Mapping[str, bytes | None]
    tip: Tip
    branch: Branch | None
    pull: RecordPull | None
    reports: Mapping[int, str]
    remarks: tuple[Remark, ...]
    comments: tuple[ShownComment, ...]
    labels: ShownLabels
