"""Check runs and suites as JSON."""

from typing import Any

from tests.github.checks import CheckRun, CheckSuite
from tests.github.pulls import PullRequest
from tests.github.repository import Repository
from tests.github.shapes.accounts import app, optional_stamp
from tests.github.shapes.pulls import minimal_pull
from tests.github.shapes.repositories import api, html, minimal_repository, simple_commit
from tests.github.shapes.users import stamp


def pulls_of(repo: Repository, sha: str) -> list[PullRequest]:
    """The open pull requests with that head; those from forks are never named, as on GitHub."""
    return [
        pull
        for pull in repo.pulls
        if (pull.head_sha, pull.state, pull.head_repository) == (sha, "open", repo)
    ]


def check_run(one: CheckRun) -> dict[str, Any]:
    suite, repo = one.suite, one.suite.repository
    here = api(repo, f"/check-runs/{one.id}")
    page = html(repo, f"/runs/{one.id}")
    return {
        "id": one.id,
        "name": one.name,
        "node_id": one.node_id,
        "head_sha": suite.head_sha,
        "external_id": one.external_id,
        "url": here,
        "html_url": page,
        "details_url": one.details_url or page,
        "status": one.status,
        "conclusion": one.conclusion,
        "started_at": stamp(one.started_at),
        "completed_at": optional_stamp(one.completed_at),
        "output": {
            "title": one.output.title,
            "summary": one.output.summary,
            "text": one.output.text,
            "annotations_count": len(one.output.annotations),
            "annotations_url": f"{here}/annotations",
        },
        "check_suite": {"id": suite.id},
        "app": app(repo.world, suite.app),
        "pull_requests": [minimal_pull(pull) for pull in pulls_of(repo, suite.head_sha)],
    }


def check_suite(one: CheckSuite) -> dict[str, Any]:
    repo = one.repository
    here = api(repo, f"/check-suites/{one.id}")
    return {
        "id": one.id,
        "node_id": one.node_id,
        "head_branch": one.head_branch,
        "head_sha": one.head_sha,
        "status": one.status,
        "conclusion": one.conclusion,
        "url": here,
        "before": one.before,
        "after": one.head_sha,
        "pull_requests": [minimal_pull(pull) for pull in pulls_of(repo, one.head_sha)],
        "app": app(repo.world, one.app),
        "created_at": stamp(one.created_at),
        "updated_at": stamp(one.updated_at),
        "rerequestable": True,
        "runs_rerequestable": True,
        "latest_check_runs_count": len(one.latest_runs),
        "check_runs_url": f"{here}/check-runs",
        "head_commit": simple_commit(repo.store.commits[one.head_sha]),
        "repository": minimal_repository(repo.world, repo),
    }


def annotations(one: CheckRun) -> list[dict[str, Any]]:
    repo, sha = one.suite.repository, one.suite.head_sha
    return [
        {
            "path": item.path,
            "blob_href": html(repo, f"/blob/{sha}/{item.path}"),
            "start_line": item.start_line,
            "end_line": item.end_line,
            "start_column": item.start_column,
            "end_column": item.end_column,
            "annotation_level": item.annotation_level,
            "title": item.title,
            "message": item.message,
            "raw_details": item.raw_details,
        }
        for item in one.output.annotations
    ]
