"""A repository: its git side, its people and labels, and the verbs of those who work on it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tests.github.accounts import Actor, App, Refused, User, invalid
from tests.github.checks import CheckRun, CheckSuite
from tests.github.conversation import Issue, Label, check_body
from tests.github.git import FILE, Commit, Entry, ObjectStore, Signature
from tests.github.pulls import PullRequest

if TYPE_CHECKING:
    from tests.github.state import World

Changes = Mapping[str, str | bytes | Entry | None]
"""Path to new content; None deletes the file, an Entry sets mode and id as they are."""

HEADS = "refs/heads/"


@dataclass(eq=False, slots=True)
class Repository:
    world: "World"
    id: int
    node_id: str
    owner: User
    name: str
    created_at: datetime
    store: ObjectStore = field(default_factory=ObjectStore)
    default_branch: str = "main"
    private: bool = False
    archived: bool = False
    parent: "Repository | None" = None
    refs: dict[str, str] = field(default_factory=dict)
    permissions: dict[int, str] = field(default_factory=dict)
    """Levels granted, by the account's id, which outlives its login."""
    labels: list[Label] = field(default_factory=list)
    issues: dict[int, Issue] = field(default_factory=dict)
    check_suites: list[CheckSuite] = field(default_factory=list)

    @property
    def full_name(self) -> str:
        return f"{self.owner.login}/{self.name}"

    @property
    def branches(self) -> dict[str, str]:
        return {
            name.removeprefix(HEADS): sha
            for name, sha in self.refs.items()
            if name.startswith(HEADS)
        }

    @property
    def pulls(self) -> list[PullRequest]:
        return [issue for issue in self.issues.values() if isinstance(issue, PullRequest)]

    @property
    def network(self) -> list["Repository"]:
        """The repository and its forks, which share one store."""
        return [one for one in self.world.repositories.values() if one.store is self.store]

    # Git

    def resolve(self, revision: str) -> Commit | None:
        """The commit that a branch, a ref or a full or short id names."""
        for name in (revision, f"refs/{revision}", f"{HEADS}{revision}", f"refs/tags/{revision}"):
            if name in self.refs:
                return self.store.commits[self.refs[name]]
        if revision == "HEAD":
            tip = self.refs.get(HEADS + self.default_branch)
            return self.store.commits[tip] if tip else None
        if len(revision) < 7:  # GitHub takes no shorter abbreviation
            return None
        found = [sha for sha in self.store.commits if sha.startswith(revision)]
        return self.store.commits[found[0]] if len(found) == 1 else None

    def merge_base(self, base: str, head: str) -> str:
        bases = self.store.merge_bases(base, head)
        if not bases:
            raise Refused(404, f"No common ancestor between {base} and {head}.")
        return bases[0]

    def signature(self, user: User) -> Signature:
        email = f"{user.id}+{user.login}@users.noreply.github.com"
        return Signature(user.login, email, self.world.now())

    def write_commit(
        self, parents: list[str], changes: Changes, message: str, author: User
    ) -> Commit:
        """A commit object on top of its first parent's files; no branch moves, no event."""
        files = dict(self.store.files(parents[0])) if parents else {}
        for path, value in changes.items():
            if value is None:
                del files[path]
            elif isinstance(value, Entry):
                files[path] = value
            else:
                data = value.encode() if isinstance(value, str) else value
                mode = files[path].mode if path in files else FILE
                files[path] = Entry(mode, self.store.write("blob", data))
        tree = self.store.write_files(files)
        return self.store.write_commit(tree, parents, self.signature(author), message)

    def commit(
        self,
        branch: str,
        changes: Changes,
        message: str = "Update",
        author: User | str | None = None,
        *,
        start: str | None = None,
    ) -> str:
        """Commit and push; a new branch starts at `start` (default: the default branch's tip)."""
        user = self.world.actor(author or self.owner).user
        tip = self.branches.get(branch) or (start or self.branches.get(self.default_branch))
        commit = self.write_commit([tip] if tip else [], changes, message, user)
        self.push(branch, commit.sha, by=user)
        return commit.sha

    def push(self, branch: str, sha: str, by: Actor | User | str | None = None) -> None:
        """Point a branch at a commit, by force if need be, as a person or an App."""
        actor = self.world.actor(by or self.owner)
        before = self.branches.get(branch)
        if before == sha:
            return
        self.refs[HEADS + branch] = sha
        self.world.emit(
            "push", None, self, actor.user, ref=HEADS + branch, before=before, after=sha
        )
        for app in self.world.apps_on(self):
            suite = self.suite_for(app, sha, branch, before)
            suite.emit("requested", actor)
        for repository in self.network:
            for pull in repository.pulls:
                if pull.state == "open" and (pull.head_repository, pull.head_ref) == (self, branch):
                    pull.synchronize(sha, actor)

    def delete_branch(self, branch: str, by: Actor | User | str | None = None) -> None:
        before = self.refs.pop(HEADS + branch)
        sender = self.world.actor(by or self.owner).user
        self.world.emit("push", None, self, sender, ref=HEADS + branch, before=before, after=None)

    def read(self, path: str, revision: str = "HEAD") -> bytes:
        """A file's bytes; raises KeyError when there is none."""
        commit = self.resolve(revision)
        entry = self.store.find(commit.tree, path) if commit else None
        if entry is None:
            raise KeyError(path)
        return self.store.read("blob", entry.sha)

    # People

    def permission(self, user: User) -> str:
        """The level granted: none, read, triage, write, maintain or admin."""
        if user is self.owner:
            return "admin"
        return self.permissions.get(user.id, "none" if self.private else "read")

    def check_writable(self, needs: str) -> None:
        """Raises Refused where something is to be written and nothing can be."""
        if self.archived and "write" in needs:
            raise Refused(403, "Repository was archived so is read-only.")

    def grant(self, user: User | str, level: str) -> None:
        self.permissions[self.world.user(user).id] = level

    def fork(self, by: User | str) -> "Repository":
        """The user's fork, made at the first call."""
        owner = self.world.user(by)
        for repository in self.network:
            if repository.owner is owner:
                return repository
        fork = self.world.create_repository(f"{owner.login}/{self.name}", parent=self)
        fork.refs = {name: sha for name, sha in self.refs.items() if name.startswith(HEADS)}
        return fork

    def delete(self) -> None:
        """Delete a fork; its pull requests stay, without a head repository."""
        for repository in self.network:
            for pull in repository.pulls:
                if pull.head_repository is self:
                    pull.head_repository = None
        del self.world.repositories[self.full_name.lower()]
        self.world.forget(self)

    # Conversation

    def label(self, name: str) -> Label | None:
        return next((one for one in self.labels if one.name.lower() == name.lower()), None)

    def create_label(
        self, name: str, color: str = "ededed", description: str | None = None
    ) -> Label:
        if self.label(name):
            raise invalid("Label", "name", "already_exists")
        label = Label(*self.world.identity("LA"), self, name, color, description, self.world.now())
        self.labels.append(self.world.remember(label))
        return label

    def open_issue(
        self,
        title: str,
        body: str = "",
        author: Actor | User | str | None = None,
        labels: list[str] | None = None,
    ) -> Issue:
        actor = self.world.actor(author or self.owner)
        identity, number = self.world.identity("I"), self._next_number()
        issue = Issue(**self._opened(identity, number, title, body, actor))
        self.issues[number] = self.world.remember(issue)
        for name in labels or []:
            issue.labels.append(self.label(name) or self.create_label(name))
        issue.emit("opened", actor)
        for label in issue.labels:
            issue.emit("labeled", actor, label=label)
        return issue

    def open_pull(
        self,
        head: str | None = None,
        base: str | None = None,
        author: Actor | User | str | None = None,
        *,
        fork: "Repository | bool" = False,
        changes: Changes | None = None,
        title: str = "Change the registry",
        body: str = "",
        draft: bool = False,
    ) -> PullRequest:
        """Open a pull request; with `changes`, its branch is first made and committed to.

        `fork=True` takes the author's own fork; raises Refused as GitHub does.
        """
        actor, base = self.world.actor(author or self.owner), base or self.default_branch
        source = self.fork(actor.user) if fork is True else fork or self
        head = head or f"patch-{self._next_number()}"
        if base not in self.branches:
            raise invalid("PullRequest", "base")
        if changes is not None:
            source.commit(head, changes, title, actor.user, start=self.branches[base])
        self._check_pull(source, head, base)
        identity, number = self.world.identity("PR"), self._next_number()
        pull = PullRequest(
            **self._opened(identity, number, title, body, actor),
            issue_id=self.world.identity("I")[0],
            head_owner=source.owner,
            head_repository=source,
            head_ref=head,
            head_sha=source.branches[head],
            base_ref=base,
            base_sha=self.branches[base],
            draft=draft,
        )
        self.issues[number] = self.world.remember(pull)
        self.refs[f"refs/pull/{number}/head"] = pull.head_sha
        pull.emit("opened", actor)
        return pull

    def _check_pull(self, source: "Repository", head: str, base: str) -> None:
        if head not in source.branches:
            raise invalid("PullRequest", "head")
        if source.branches[head] in self.store.ancestors(self.branches[base]):
            message = f"No commits between {base} and {head}"
            raise invalid("PullRequest", "base", "custom", message)
        for pull in self.pulls:
            if (pull.state, pull.head_repository, pull.head_ref, pull.base_ref) == (
                "open",
                source,
                head,
                base,
            ):
                message = f"A pull request already exists for {source.owner.login}:{head}."
                raise invalid("PullRequest", "head", "custom", message)

    def _opened(
        self, identity: tuple[int, str], number: int, title: str, body: str, actor: Actor
    ) -> dict[str, Any]:
        now = self.world.now()
        return {
            "id": identity[0],
            "node_id": identity[1],
            "repository": self,
            "number": number,
            "title": title,
            "body": check_body("Issue", body, required=False),
            "author": actor.user,
            "app": actor.app,
            "created_at": now,
            "updated_at": now,
        }

    def _next_number(self) -> int:
        return len(self.issues) + 1

    # Checks

    def suite_for(
        self, app: App, sha: str, branch: str | None = None, before: str | None = None
    ) -> CheckSuite:
        """The App's suite on a commit, made when there is none."""
        for suite in self.check_suites:
            if (suite.app, suite.head_sha) == (app, sha):
                return suite
        now = self.world.now()
        branch = branch or next((name for name, tip in self.branches.items() if tip == sha), None)
        suite = CheckSuite(*self.world.identity("CS"), self, app, sha, branch, before, now, now)
        self.check_suites.append(self.world.remember(suite))
        return suite

    def create_check_run(self, facts: dict[str, Any], actor: Actor) -> CheckRun:
        """Create a run from a REST body; raises Refused."""
        assert actor.app is not None
        if facts["head_sha"] not in self.store.commits:
            raise Refused(422, f"No commit found for SHA: {facts['head_sha']}")
        suite = self.suite_for(actor.app, facts["head_sha"])
        run = CheckRun(*self.world.identity("CR"), suite, facts["name"], self.world.now())
        run.change(facts, actor)
        suite.runs.append(self.world.remember(run))
        run.emit("created", actor)
        return run

    def check_runs(self, sha: str) -> list[CheckRun]:
        return [run for suite in self.check_suites if suite.head_sha == sha for run in suite.runs]
