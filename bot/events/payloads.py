"""Webhook payloads at the border: only what is used is modelled, and what is new is ignored."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Model(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class Repository(Model):
    full_name: str = Field(pattern=r"^[\w.-]+/[\w.-]+$", max_length=200)


class Installation(Model):
    id: int = Field(gt=0)


class Commit(Model):
    sha: str
    ref: str


class Pull(Model):
    number: int = Field(gt=0)
    head: Commit
    base: Commit


class CheckSuite(Model):
    head_sha: str


class CheckRun(Model):
    name: str
    head_sha: str
    external_id: str | None = None


class Event(Model):
    action: str
    installation: Installation | None = None
    repository: Repository


class PullEvent(Event):
    pull_request: Pull
    changes: dict[str, Any] = {}
    because: str = ""
    """Never sent by GitHub: in what we ask ourselves for, why."""


class CheckRunEvent(Event):
    check_run: CheckRun


class CheckSuiteEvent(Event):
    check_suite: CheckSuite


class PushedRepository(Repository):
    default_branch: str = Field(pattern=r"^[^\x00-\x20\x7f]+$")


class PushedCommit(Model):
    added: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


class PushEvent(Model):
    ref: str = Field(pattern=r"^[^\x00-\x20\x7f]+$")
    deleted: bool = False
    forced: bool = False
    commits: tuple[PushedCommit, ...] = ()
    installation: Installation | None = None
    repository: PushedRepository


class MergeGroup(Model):
    head_sha: str = Field(pattern=r"^[0-9a-f]+$")
    base_sha: str = Field(pattern=r"^[0-9a-f]+$")


class MergeGroupEvent(Event):
    merge_group: MergeGroup


class Sender(Model):
    type: str


class Issue(Model):
    number: int = Field(gt=0)
    pull_request: dict[str, Any] | None = None


class IssueEvent(Event):
    issue: Issue
    sender: Sender
    changes: dict[str, Any] = {}


class Comment(Model):
    body: str


class CommentEvent(IssueEvent):
    comment: Comment
