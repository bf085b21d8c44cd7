"""What stored deliveries say beyond their subject."""

from dataclasses import dataclass
from typing import Any

from bot.events.payloads import CheckRunEvent, MergeGroupEvent, PullEvent, PushEvent

_COMMITS_LISTED = 2048


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


def hint_of(event: str, payload: Any) -> Hint:
    """Return what a delivery on a pull request says of it. Raises ValidationError."""
    if event == "pull_request":
        pull = PullEvent.model_validate(payload)
        rebased = pull.action == "edited"
        head, base = pull.pull_request.head.sha, pull.pull_request.base.ref
        return Hint(head, base, rebased, pull.because)
    run = CheckRunEvent.model_validate(payload)
    return Hint(run.check_run.head_sha, "HEAD", new_check=True)


def parent_of(payload: Any) -> str:
    """Return the commit that a merge group was put on top of. Raises ValidationError."""
    return MergeGroupEvent.model_validate(payload).merge_group.base_sha


def changed_paths(payload: Any) -> frozenset[str] | None:
    """Return the paths that a push touched, None where it does not tell: a push by force also
    takes commits away, and GitHub lists only so many. Raises ValidationError.
    """
    push = PushEvent.model_validate(payload)
    if push.forced or len(push.commits) >= _COMMITS_LISTED:
        return None
    commits = push.commits
    return frozenset(
        path for commit in commits for path in (*commit.added, *commit.modified, *commit.removed)
    )
