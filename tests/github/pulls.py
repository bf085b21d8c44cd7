"""Pull requests and their reviews."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tests.github.accounts import Actor, App, Refused, User, invalid
from tests.github.conversation import Issue, check_body
from tests.github.diff import FileChange, commentable_lines, compare_trees
from tests.github.git import Commit

if TYPE_CHECKING:
    from tests.github.repository import Changes, Repository

OUTSIDE_DIFF = "Pull request review thread line must be part of the diff"
CLOSING = re.compile(r"\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):? #(\d+)\b", re.IGNORECASE)
STATES = {"APPROVE": "APPROVED", "REQUEST_CHANGES": "CHANGES_REQUESTED", "COMMENT": "COMMENTED"}


@dataclass(eq=False, slots=True)
class ReviewComment:
    id: int
    node_id: str
    review: "Review"
    path: str
    body: str
    line: int
    side: str
    start_line: int | None
    start_side: str | None
    diff_hunk: str
    created_at: datetime
    updated_at: datetime
    minimized_reason: str | None = None

    @property
    def outdated(self) -> bool:
        """Whether the head has moved on since."""
        return self.review.commit_sha != self.review.pull.head_sha


@dataclass(eq=False, slots=True)
class Review:
    id: int
    node_id: str
    pull: "PullRequest"
    author: User
    app: App | None
    body: str
    state: str
    commit_sha: str
    submitted_at: datetime
    minimized_reason: str | None = None
    comments: list[ReviewComment] = field(default_factory=list)


@dataclass(eq=False, slots=True, kw_only=True)
class PullRequest(Issue):
    issue_id: int
    """Its id where REST shows it as an issue; the node id is one and the same."""
    head_owner: User
    head_repository: "Repository | None"
    """None once the fork is deleted."""
    head_ref: str
    head_sha: str
    base_ref: str
    base_sha: str
    draft: bool = False
    merged_at: datetime | None = None
    merged_by: User | None = None
    merge_commit_sha: str | None = None
    conflicts: bool = False
    """Said by the test: the fake does not merge texts."""
    reviews: list[Review] = field(default_factory=list)

    event = "pull_request"

    @property
    def base_tip(self) -> str:
        """The base branch as it is now; for a merged one, as it was before."""
        if self.merged_at:
            return self.base_sha
        return self.repository.branches.get(self.base_ref, self.base_sha)

    @property
    def merge_base(self) -> str:
        """Raises Refused when base and head have no common history."""
        return self.repository.merge_base(self.base_tip, self.head_sha)

    @property
    def files(self) -> list[FileChange]:
        return self.files_at(self.head_sha)

    def files_at(self, sha: str) -> list[FileChange]:
        store = self.repository.store
        return compare_trees(store, store.files(self.merge_base), store.files(sha))

    @property
    def commits(self) -> list[Commit]:
        """The head's own commits, oldest first."""
        store = self.repository.store
        old = store.ancestors(self.base_tip)
        return [c for c in reversed(store.history(self.head_sha)) if c.sha not in old]

    def push(self, changes: "Changes", message: str = "Update", **options: Any) -> str:
        """Commit onto the head branch, wherever it lives; returns the new head."""
        assert self.head_repository, "a deleted fork takes no push"
        options.setdefault("author", self.author)
        return self.head_repository.commit(self.head_ref, changes, message, **options)

    def synchronize(self, sha: str, by: Actor) -> None:
        before, self.head_sha, self.conflicts = self.head_sha, sha, False
        self.base_sha = self.repository.branches.get(self.base_ref, self.base_sha)
        self.repository.refs[f"refs/pull/{self.number}/head"] = sha
        self.touch()
        self.emit("synchronize", by, before=before, after=sha)

    def reopen(self, by: Actor | User | str | None = None) -> None:
        """The head is then where its branch has gone meanwhile; a merged one stays closed."""
        if self.merged_at or self.head_repository is None:
            raise invalid("PullRequest", "state", message="state cannot be changed.")
        if self.state == "closed":
            self.head_sha = self.head_repository.branches.get(self.head_ref, self.head_sha)
            self.repository.refs[f"refs/pull/{self.number}/head"] = self.head_sha
        Issue.reopen(self, by)

    def change_base(self, branch: str, by: Actor | User | str | None = None) -> None:
        if branch not in self.repository.branches:
            raise invalid("PullRequest", "base")
        if branch == self.base_ref:
            return
        before = {"ref": {"from": self.base_ref}, "sha": {"from": self.base_sha}}
        self.base_ref, self.base_sha = branch, self.repository.branches[branch]
        self.touch()
        self.emit("edited", by, changes={"base": before})

    def ready(self, by: Actor | User | str | None = None) -> None:
        self.draft = False
        self.touch()
        self.emit("ready_for_review", by)

    def to_draft(self, by: Actor | User | str | None = None) -> None:
        self.draft = True
        self.touch()
        self.emit("converted_to_draft", by)

    def merge(self, by: Actor | User | str) -> str:
        """Merge with a merge commit that takes the head's side; returns the new base tip."""
        repository, actor = self.repository, self.repository.world.actor(by)
        base = repository.branches[self.base_ref]
        merged = dict(repository.store.files(base))
        for change in self.files:
            if change.previous_path or change.status == "removed":
                merged.pop(change.previous_path or change.path, None)
        head = repository.store.files(self.head_sha)
        merged |= {c.path: head[c.path] for c in self.files if c.path in head}
        commit = repository.store.write_commit(
            repository.store.write_files(merged),
            [base, self.head_sha],
            repository.signature(actor.user),
            f"Merge pull request #{self.number} from {self.head_ref}",
        )
        self.base_sha, self.merge_commit_sha = base, commit.sha
        self.merged_at, self.merged_by = repository.world.now(), actor.user
        self.close(actor)
        repository.push(self.base_ref, commit.sha, by=actor)
        if self.base_ref == repository.default_branch:
            self._close_what_it_names(actor)
        return commit.sha

    def _close_what_it_names(self, actor: Actor) -> None:
        for number in CLOSING.findall(self.body):
            if issue := self.repository.issues.get(int(number)):
                issue.close(actor)

    def review(
        self,
        by: Actor | User | str,
        event: str = "COMMENT",
        body: str | None = None,
        comments: list[dict[str, Any]] | None = None,
        commit_sha: str | None = None,
    ) -> Review:
        """Submit a review (comments in REST's names); raises Refused, and then stores nothing."""
        world, actor = self.repository.world, self.repository.world.actor(by)
        comments = comments or []
        if event not in STATES:
            raise NotImplementedError("pending reviews")
        if event != "APPROVE" and not body and not comments:
            raise Refused(422, "Unprocessable Entity", [{"message": "body is too short"}])
        commit_sha = commit_sha or self.head_sha
        if commit_sha not in {commit.sha for commit in self.commits}:
            raise Refused(422, "commit_id is not part of the pull request")
        checked = check_body("PullRequestReview", body, required=False)
        review = Review(
            *world.identity("PRR"),
            self,
            actor.user,
            actor.app,
            checked,
            STATES[event],
            commit_sha,
            world.now(),
        )
        files = {change.path: change for change in self.files_at(commit_sha)}
        review.comments = [self._review_comment(review, files, item) for item in comments]
        self.reviews.append(world.remember(review))
        for comment in review.comments:
            world.remember(comment)
        world.emit(
            "pull_request_review",
            "submitted",
            self.repository,
            actor.user,
            pull_request=self,
            review=review,
        )
        return review

    def _review_comment(
        self, review: Review, files: dict[str, FileChange], item: dict[str, Any]
    ) -> ReviewComment:
        change, side = files.get(item["path"]), item.get("side") or "RIGHT"
        line, start = item.get("line"), item.get("start_line")
        if change is None:
            raise Refused(422, "Unprocessable Entity", [{"message": "Path could not be resolved"}])
        hunks = commentable_lines(change.patch)[side]
        inside = [hunk for hunk in hunks if line in hunk and (start is None or start in hunk)]
        if line is None or not inside or (start is not None and start >= line):
            raise Refused(422, "Unprocessable Entity", [{"message": OUTSIDE_DIFF}])
        world = self.repository.world
        now = world.now()
        return ReviewComment(
            *world.identity("PRRC"),
            review,
            item["path"],
            check_body("PullRequestReviewComment", item["body"]),
            line,
            side,
            start,
            item.get("start_side") or (side if start else None),
            change.patch or "",
            now,
            now,
        )
