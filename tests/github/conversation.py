"""Issues and what is said on them: comments, labels, reactions, and the events they leave."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tests.github.accounts import Actor, App, Refused, User, invalid

if TYPE_CHECKING:
    from tests.github.repository import Repository

BODY_LIMIT = 65_536
REACTIONS = ("+1", "-1", "laugh", "confused", "heart", "hooray", "rocket", "eyes")


def check_body(resource: str, body: str | None, *, required: bool = True) -> str:
    """The body as stored; raises Refused when GitHub would not store it."""
    if required and not (body or "").strip():
        raise invalid(resource, "body", "missing_field")
    if len(body or "") > BODY_LIMIT:
        message = f"body is too long (maximum is {BODY_LIMIT} characters)"
        raise invalid(resource, "body", "custom", message)
    return body or ""


@dataclass(eq=False, slots=True)
class Label:
    id: int
    node_id: str
    repository: "Repository"
    name: str
    color: str
    description: str | None
    created_at: datetime


@dataclass(eq=False, slots=True)
class LabelEvent:
    id: int
    node_id: str
    issue: "Issue"
    label: Label
    actor: Actor
    created_at: datetime
    added: bool


@dataclass(eq=False, slots=True)
class Reaction:
    id: int
    node_id: str
    user: User
    content: str
    created_at: datetime


@dataclass(eq=False, slots=True)
class Comment:
    """A comment on an issue or on a pull request's conversation."""

    id: int
    node_id: str
    issue: "Issue"
    author: User
    app: App | None
    body: str
    created_at: datetime
    updated_at: datetime
    last_edited_at: datetime | None = None
    minimized_reason: str | None = None
    reactions: list[Reaction] = field(default_factory=list)

    def edit(self, body: str, by: Actor | User | str | None = None) -> None:
        world = self.issue.repository.world
        before, self.body = self.body, check_body("IssueComment", body)
        self.updated_at = self.last_edited_at = world.now()
        world.emit(
            "issue_comment",
            "edited",
            self.issue.repository,
            world.actor(by or self.author).user,
            issue=self.issue,
            comment=self,
            changes={"body": {"from": before}},
        )

    def delete(self, by: Actor | User | str | None = None) -> None:
        world = self.issue.repository.world
        self.issue.comments.remove(self)
        world.forget(self)
        world.emit(
            "issue_comment",
            "deleted",
            self.issue.repository,
            world.actor(by or self.author).user,
            issue=self.issue,
            comment=self,
        )

    def react(self, content: str, by: Actor | User | str) -> Reaction:
        """Add a reaction; the same one twice is one."""
        world, user = self.issue.repository.world, self.issue.repository.world.actor(by).user
        for reaction in self.reactions:
            if (reaction.user, reaction.content) == (user, content):
                return reaction
        reaction = Reaction(*world.identity("REA"), user, content, world.now())
        self.reactions.append(world.remember(reaction))
        return reaction


@dataclass(eq=False, slots=True, kw_only=True)
class Issue:
    id: int
    node_id: str
    repository: "Repository"
    number: int
    title: str
    body: str
    author: User
    app: App | None
    created_at: datetime
    updated_at: datetime
    state: str = "open"
    closed_at: datetime | None = None
    closed_by: User | None = None
    locked: bool = False
    labels: list[Label] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    label_events: list[LabelEvent] = field(default_factory=list)

    event = "issues"
    """The webhook event of what happens to it."""

    def comment(self, body: str, by: Actor | User | str) -> Comment:
        world, actor = self.repository.world, self.repository.world.actor(by)
        may_override = self.repository.permission(actor.user) in {"write", "maintain", "admin"}
        if self.locked and (actor.app or not may_override):
            # Apps cannot either, whatever they were granted (renovatebot/renovate#6215).
            raise Refused(403, "Unable to create comment because issue is locked.")
        now = world.now()
        comment = Comment(
            *world.identity("IC"),
            self,
            actor.user,
            actor.app,
            check_body("IssueComment", body),
            now,
            now,
        )
        self.comments.append(world.remember(comment))
        self.updated_at = now
        world.emit(
            "issue_comment", "created", self.repository, actor.user, issue=self, comment=comment
        )
        return comment

    def add_labels(self, names: list[str], by: Actor | User | str) -> None:
        """Put labels on; one that the repository does not know is created, as by REST."""
        for name in names:
            label = self.repository.label(name) or self.repository.create_label(name)
            if label not in self.labels:
                self.labels.append(label)
                self._record_label(label, by, added=True)

    def remove_label(self, name: str, by: Actor | User | str) -> None:
        label = self.repository.label(name)
        if label is None or label not in self.labels:
            raise Refused(404, "Label does not exist")
        self.labels.remove(label)
        self._record_label(label, by, added=False)

    def _record_label(self, label: Label, by: Actor | User | str, *, added: bool) -> None:
        world, actor = self.repository.world, self.repository.world.actor(by)
        identity = world.identity("LE" if added else "UNLE")
        event = LabelEvent(*identity, self, label, actor, world.now(), added)
        self.label_events.append(world.remember(event))
        self.updated_at = world.now()
        self.emit("labeled" if added else "unlabeled", actor, label=label)

    def edit(
        self,
        by: Actor | User | str | None = None,
        *,
        title: str | None = None,
        body: str | None = None,
    ) -> None:
        changes = {}
        if title is not None and title != self.title:
            changes["title"] = {"from": self.title}
            self.title = title
        if body is not None and body != self.body:
            changes["body"] = {"from": self.body}
            self.body = check_body("Issue", body, required=False)
        if changes:
            self.touch()
            self.emit("edited", by, changes=changes)

    def close(self, by: Actor | User | str | None = None) -> None:
        if self.state == "open":
            world = self.repository.world
            self.state, self.closed_at = "closed", world.now()
            self.closed_by = world.actor(by or self.author).user
            self.touch()
            self.emit("closed", by)

    def reopen(self, by: Actor | User | str | None = None) -> None:
        if self.state == "closed":
            self.state, self.closed_at, self.closed_by = "open", None, None
            self.touch()
            self.emit("reopened", by)

    def touch(self) -> None:
        self.updated_at = self.repository.world.now()

    def emit(self, action: str, by: Actor | User | str | None, **subject: Any) -> None:
        world = self.repository.world
        sender = world.actor(by or self.author).user
        subject["pull_request" if self.event == "pull_request" else "issue"] = self
        world.emit(self.event, action, self.repository, sender, **subject)
