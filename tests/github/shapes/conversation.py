"""Issues, comments, labels and reactions as JSON."""

from collections import Counter
from typing import Any

from tests.github.accounts import User
from tests.github.conversation import REACTIONS, Comment, Issue, Label, LabelEvent, Reaction
from tests.github.pulls import PullRequest
from tests.github.repository import Repository
from tests.github.shapes.accounts import app_of, optional_stamp
from tests.github.shapes.repositories import api, html
from tests.github.shapes.users import stamp, user


def association(repo: Repository, account: User) -> str:
    if account is repo.owner:
        return "OWNER"
    granted = account.id in repo.permissions
    authored = any(issue.author is account for issue in repo.issues.values())
    return "COLLABORATOR" if granted else "CONTRIBUTOR" if authored else "NONE"


def label(one: Label) -> dict[str, Any]:
    return {
        "id": one.id,
        "node_id": one.node_id,
        "url": api(one.repository, f"/labels/{one.name.replace(' ', '%20')}"),
        "name": one.name,
        "color": one.color,
        "default": False,
        "description": one.description,
    }


def rollup(url: str, reactions: list[Reaction]) -> dict[str, Any]:
    counted = Counter(reaction.content for reaction in reactions)
    return {
        "url": f"{url}/reactions",
        "total_count": len(reactions),
        **{content: counted[content] for content in REACTIONS},
    }


def reaction(repo: Repository, one: Reaction) -> dict[str, Any]:
    return {
        "id": one.id,
        "node_id": one.node_id,
        "user": user(repo.world, one.user),
        "content": one.content,
        "created_at": stamp(one.created_at),
    }


def page_of(issue: Issue) -> str:
    kind = "pull" if isinstance(issue, PullRequest) else "issues"
    return html(issue.repository, f"/{kind}/{issue.number}")


def comment(one: Comment) -> dict[str, Any]:
    repo = one.issue.repository
    here = api(repo, f"/issues/comments/{one.id}")
    return {
        "id": one.id,
        "node_id": one.node_id,
        "url": here,
        "html_url": f"{page_of(one.issue)}#issuecomment-{one.id}",
        "issue_url": api(repo, f"/issues/{one.issue.number}"),
        "body": one.body,
        "user": user(repo.world, one.author),
        "created_at": stamp(one.created_at),
        "updated_at": stamp(one.updated_at),
        "author_association": association(repo, one.author),
        "reactions": rollup(here, one.reactions),
        "performed_via_github_app": app_of(repo.world, one.app),
    }


def issue(one: Issue) -> dict[str, Any]:
    repo = one.repository
    here = api(repo, f"/issues/{one.number}")
    shown = {
        "id": one.issue_id if isinstance(one, PullRequest) else one.id,
        "node_id": one.node_id,
        "url": here,
        "repository_url": api(repo),
        "labels_url": f"{here}/labels{{/name}}",
        "comments_url": f"{here}/comments",
        "events_url": f"{here}/events",
        "timeline_url": f"{here}/timeline",
        "html_url": page_of(one),
        "number": one.number,
        "state": one.state,
        "state_reason": "completed" if one.state == "closed" else None,
        "title": one.title,
        "body": one.body or None,
        "user": user(repo.world, one.author),
        "labels": [label(each) for each in one.labels],
        "assignee": None,
        "assignees": [],
        "milestone": None,
        "locked": one.locked,
        "active_lock_reason": None,
        "comments": len(one.comments),
        "closed_at": optional_stamp(one.closed_at),
        "closed_by": user(repo.world, one.closed_by) if one.closed_by else None,
        "created_at": stamp(one.created_at),
        "updated_at": stamp(one.updated_at),
        "author_association": association(repo, one.author),
        "reactions": rollup(here, []),
        "performed_via_github_app": app_of(repo.world, one.app),
    }
    if isinstance(one, PullRequest):
        shown["draft"] = one.draft
        shown["pull_request"] = {
            "url": api(repo, f"/pulls/{one.number}"),
            "html_url": page_of(one),
            "diff_url": f"{page_of(one)}.diff",
            "patch_url": f"{page_of(one)}.patch",
            "merged_at": optional_stamp(one.merged_at),
        }
    return shown


def label_event(one: LabelEvent) -> dict[str, Any]:
    repo = one.issue.repository
    return {
        "id": one.id,
        "node_id": one.node_id,
        "url": api(repo, f"/issues/events/{one.id}"),
        "actor": user(repo.world, one.actor.user),
        "event": "labeled" if one.added else "unlabeled",
        "commit_id": None,
        "commit_url": None,
        "created_at": stamp(one.created_at),
        "label": {"name": one.label.name, "color": one.label.color},
        "performed_via_github_app": app_of(repo.world, one.actor.app),
    }
