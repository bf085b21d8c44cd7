"""Webhook payloads: GitHub's own example of the event, with every fact overwritten by ours."""

import json
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from tests.github.accounts import App, Installation
from tests.github.git import Signature
from tests.github.repository import Repository
from tests.github.shapes import checks, conversation, pulls, repositories
from tests.github.shapes.accounts import installation
from tests.github.shapes.users import stamp, user
from tests.github.state import Event, World
from tests.github.validation import VENDORED

NO_COMMIT = "0" * 40
# Parts of the examples that are facts, so that they are ours or not there at all.
FACTS = {
    "organization",
    "enterprise",
    "changes",
    "assignee",
    "requester",
    "label",
    "deployment",
    "permissions",
}


@lru_cache(maxsize=1)
def examples() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((VENDORED / "webhooks.json").read_text())
    return loaded


def example(event: str, action: str | None) -> dict[str, Any]:
    """The example of that action, else of the same event."""
    exact = examples().get(f"{event}.{action}" if action else event)
    found: dict[str, Any] = exact or next(
        payload for name, payload in examples().items() if name.partition(".")[0] == event
    )
    return found


def overlay(base: Any, facts: Any) -> Any:
    """The facts, filled up from the base where an object of theirs lacks a setting."""
    if isinstance(base, dict) and isinstance(facts, dict):
        settings = {name: value for name, value in base.items() if name not in FACTS}
        return settings | {
            name: overlay(settings.get(name), value) for name, value in facts.items()
        }
    return facts


SHAPES: dict[str, Callable[[Any], Any]] = {
    "pull_request": pulls.pull_request,
    "issue": conversation.issue,
    "comment": conversation.comment,
    "label": conversation.label,
    "changes": lambda changes: changes,
    "before": lambda sha: sha or NO_COMMIT,
    "after": lambda sha: sha or NO_COMMIT,
    "merge_group": lambda group: group,
}


def payload(world: World, event: Event, on: Installation | None) -> dict[str, Any]:
    """What is delivered to one App of one event."""
    facts: dict[str, Any] = {"sender": user(world, event.sender)}
    if event.action:
        facts["action"] = event.action
    if event.repository:
        facts["repository"] = repositories.repository(world, event.repository)
    if on:
        facts["installation"] = {"id": on.id, "node_id": on.node_id}
    special = SPECIAL.get(event.name, subject)
    facts |= special(world, event, on)
    whole: dict[str, Any] = overlay(example(event.name, event.action), facts)
    return whole


def subject(world: World, event: Event, on: Installation | None) -> dict[str, Any]:
    shown = {name: SHAPES[name](thing) for name, thing in event.subject.items()}
    if "pull_request" in shown:
        shown["number"] = shown["pull_request"]["number"]
    return shown


SUITE_OF_RUN = (
    "id",
    "node_id",
    "head_branch",
    "head_sha",
    "status",
    "conclusion",
    "url",
    "before",
    "after",
    "pull_requests",
    "app",
    "created_at",
    "updated_at",
)


def check_run(world: World, event: Event, on: Installation | None) -> dict[str, Any]:
    run = event.subject["check_run"]
    suite = checks.check_suite(run.suite)
    return {
        "check_run": checks.check_run(run)
        | {"check_suite": {name: suite[name] for name in SUITE_OF_RUN}}
    }


def check_suite(world: World, event: Event, on: Installation | None) -> dict[str, Any]:
    shown = checks.check_suite(event.subject["check_suite"])
    del shown["repository"]
    return {"check_suite": shown}


def review(world: World, event: Event, on: Installation | None) -> dict[str, Any]:
    one = event.subject["review"]
    shown = pulls.review(one)
    return {
        "review": shown | {"state": shown["state"].lower(), "body": one.body or None},
        "pull_request": pulls.simple_pull(one.pull),
    }


def push(world: World, event: Event, on: Installation | None) -> dict[str, Any]:
    repo, ref = event.repository, event.subject["ref"]
    assert repo is not None
    before, after = event.subject["before"], event.subject["after"]
    known = repo.store.ancestors(before) if before else set()
    history = repo.store.history(after) if after else []
    new = [push_commit(repo, one.sha) for one in reversed(history) if one.sha not in known]
    owner = user(world, repo.owner)
    moment = int(repo.created_at.timestamp())
    return {
        "ref": ref,
        "before": before or NO_COMMIT,
        "after": after or NO_COMMIT,
        "created": before is None,
        "deleted": after is None,
        "forced": bool(before and after and before not in {one.sha for one in history}),
        "base_ref": None,
        "compare": repositories.html(repo, f"/compare/{before or NO_COMMIT}...{after}"),
        # GitHub lists no more than 2,048 commits.
        "commits": new[-2048:],
        "head_commit": push_commit(repo, after) if after else None,
        "pusher": {"name": event.sender.login, "email": f"{event.sender.login}@example.org"},
        "repository": repositories.repository(world, repo)
        | {
            "owner": owner | {"name": repo.owner.login, "email": None},
            "created_at": moment,
            "pushed_at": moment,
            "stargazers": 0,
            "master_branch": repo.default_branch,
        },
    }


def push_commit(repo: Repository, sha: str) -> dict[str, Any]:
    commit = repo.store.commits[sha]
    listed = repositories.commit_with_files(repo, commit)["files"]
    changed = {"added": "added", "removed": "removed", "modified": "modified"}
    return repositories.simple_commit(commit) | {
        "distinct": True,
        "url": repositories.html(repo, f"/commit/{sha}"),
        "author": person(commit.author),
        "committer": person(commit.committer),
        **{
            key: [one["filename"] for one in listed if one["status"] == status]
            for key, status in changed.items()
        },
    }


def person(one: Signature) -> dict[str, Any]:
    return {"name": one.name, "email": one.email, "username": one.name}


def installed(world: World, event: Event, on: Installation | None) -> dict[str, Any]:
    assert on is not None
    facts: dict[str, Any] = {"installation": installation(world, on)}
    if event.name == "installation":
        return facts | {"repositories": listed(on.repositories), "requester": None}
    return facts | {
        "repository_selection": "selected",
        "repositories_added": listed(event.subject.get("added", [])),
        "repositories_removed": listed(event.subject.get("removed", [])),
        "requester": None,
    }


def listed(repos: list[Repository]) -> list[dict[str, Any]]:
    return [
        {
            "id": repo.id,
            "node_id": repo.node_id,
            "name": repo.name,
            "full_name": repo.full_name,
            "private": repo.private,
        }
        for repo in repos
    ]


SPECIAL: dict[str, Callable[[World, Event, Installation | None], dict[str, Any]]] = {
    "check_run": check_run,
    "check_suite": check_suite,
    "pull_request_review": review,
    "push": push,
    "installation": installed,
    "installation_repositories": installed,
}


def merge_group(repo: Repository, base_ref: str, head_sha: str, number: int) -> dict[str, Any]:
    """A merge queue's temporary group, the subject of `merge_group.checks_requested`."""
    base = repo.branches[base_ref]
    return {
        "head_sha": head_sha,
        "head_ref": f"refs/heads/gh-readonly-queue/{base_ref}/pr-{number}-{base}",
        "base_sha": base,
        "base_ref": f"refs/heads/{base_ref}",
        "head_commit": repositories.simple_commit(repo.store.commits[head_sha]),
    }


def ping(world: World, one: App, url: str) -> dict[str, Any]:
    """The first delivery of a new webhook."""
    here = f"{world.api_url}/app/hook"
    return {
        "zen": "Keep it logically awesome.",
        "hook_id": one.id,
        "hook": {
            "type": "App",
            "id": one.id,
            "name": "web",
            "active": True,
            "events": one.events,
            "app_id": one.id,
            "config": {"content_type": "json", "insecure_ssl": "0", "url": url},
            "updated_at": stamp(one.created_at),
            "created_at": stamp(one.created_at),
            "url": here,
            "ping_url": f"{here}/pings",
            "deliveries_url": f"{here}/deliveries",
        },
    }
