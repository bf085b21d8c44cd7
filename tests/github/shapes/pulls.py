"""Pull requests and reviews as JSON."""

from typing import Any

from tests.github.accounts import User
from tests.github.diff import commentable_lines
from tests.github.pulls import PullRequest, Review, ReviewComment
from tests.github.repository import Repository
from tests.github.shapes.accounts import optional_stamp
from tests.github.shapes.conversation import association, label, page_of, rollup
from tests.github.shapes.repositories import api, repository
from tests.github.shapes.users import stamp, user
from tests.github.state import World


def side(owner: User, repo: Repository | None, ref: str, sha: str, world: World) -> dict[str, Any]:
    return {
        "label": f"{owner.login}:{ref}",
        "ref": ref,
        "sha": sha,
        "user": user(world, owner),
        "repo": repository(world, repo) if repo else None,
    }


def simple_pull(pull: PullRequest) -> dict[str, Any]:
    repo, world = pull.repository, pull.repository.world
    here, page = api(repo, f"/pulls/{pull.number}"), page_of(pull)
    issue = api(repo, f"/issues/{pull.number}")
    links = {
        "self": here,
        "html": page,
        "issue": issue,
        "comments": f"{issue}/comments",
        "review_comments": f"{here}/comments",
        "review_comment": api(repo, "/pulls/comments{/number}"),
        "commits": f"{here}/commits",
        "statuses": api(repo, f"/statuses/{pull.head_sha}"),
    }
    return {
        "url": here,
        "id": pull.id,
        "node_id": pull.node_id,
        "html_url": page,
        "diff_url": f"{page}.diff",
        "patch_url": f"{page}.patch",
        "issue_url": issue,
        "commits_url": links["commits"],
        "review_comments_url": links["review_comments"],
        "review_comment_url": links["review_comment"],
        "comments_url": links["comments"],
        "statuses_url": links["statuses"],
        "number": pull.number,
        "state": pull.state,
        "locked": pull.locked,
        "title": pull.title,
        "user": user(world, pull.author),
        "body": pull.body or None,
        "created_at": stamp(pull.created_at),
        "updated_at": stamp(pull.updated_at),
        "closed_at": optional_stamp(pull.closed_at),
        "merged_at": optional_stamp(pull.merged_at),
        "merge_commit_sha": pull.merge_commit_sha,
        "assignee": None,
        "assignees": [],
        "requested_reviewers": [],
        "requested_teams": [],
        "labels": [label(each) for each in pull.labels],
        "milestone": None,
        "draft": pull.draft,
        "head": side(pull.head_owner, pull.head_repository, pull.head_ref, pull.head_sha, world),
        "base": side(repo.owner, repo, pull.base_ref, pull.base_sha, world),
        "_links": {name: {"href": target} for name, target in links.items()},
        "author_association": association(repo, pull.author),
        "auto_merge": None,
        "active_lock_reason": None,
    }


def pull_request(pull: PullRequest) -> dict[str, Any]:
    files = pull.files
    return simple_pull(pull) | {
        "merged": pull.merged_at is not None,
        "mergeable": None if pull.state == "closed" else True,
        "rebaseable": None if pull.state == "closed" else True,
        "mergeable_state": "unknown" if pull.state == "closed" else "clean",
        "merged_by": user(pull.repository.world, pull.merged_by) if pull.merged_by else None,
        "comments": len(pull.comments),
        "review_comments": sum(len(review.comments) for review in pull.reviews),
        "maintainer_can_modify": pull.head_repository is not pull.repository,
        "commits": len(pull.commits),
        "additions": sum(change.additions for change in files),
        "deletions": sum(change.deletions for change in files),
        "changed_files": len(files),
    }


def minimal_pull(pull: PullRequest) -> dict[str, Any]:
    """What check runs and suites say of a pull request; theirs is never from a fork."""

    def end(repo: Repository, ref: str, sha: str) -> dict[str, Any]:
        return {
            "ref": ref,
            "sha": sha,
            "repo": {"id": repo.id, "url": api(repo), "name": repo.name},
        }

    return {
        "url": api(pull.repository, f"/pulls/{pull.number}"),
        "id": pull.id,
        "number": pull.number,
        "head": end(pull.repository, pull.head_ref, pull.head_sha),
        "base": end(pull.repository, pull.base_ref, pull.base_sha),
    }


def review(one: Review) -> dict[str, Any]:
    repo = one.pull.repository
    page = f"{page_of(one.pull)}#pullrequestreview-{one.id}"
    pull = api(repo, f"/pulls/{one.pull.number}")
    return {
        "id": one.id,
        "node_id": one.node_id,
        "user": user(repo.world, one.author),
        "body": one.body,
        "state": one.state,
        "html_url": page,
        "pull_request_url": pull,
        "author_association": association(repo, one.author),
        "_links": {"html": {"href": page}, "pull_request": {"href": pull}},
        "submitted_at": stamp(one.submitted_at),
        "commit_id": one.commit_sha,
    }


def review_comment(one: ReviewComment) -> dict[str, Any]:
    repo, pull = one.review.pull.repository, one.review.pull
    here = api(repo, f"/pulls/comments/{one.id}")
    page = f"{page_of(pull)}#discussion_r{one.id}"
    parent = api(repo, f"/pulls/{pull.number}")
    return {
        "url": here,
        "pull_request_review_id": one.review.id,
        "id": one.id,
        "node_id": one.node_id,
        "diff_hunk": one.diff_hunk,
        "path": one.path,
        "commit_id": pull.head_sha,
        "original_commit_id": one.review.commit_sha,
        "user": user(repo.world, one.review.author),
        "body": one.body,
        "created_at": stamp(one.created_at),
        "updated_at": stamp(one.updated_at),
        "html_url": page,
        "pull_request_url": parent,
        "author_association": association(repo, one.review.author),
        "_links": {
            "self": {"href": here},
            "html": {"href": page},
            "pull_request": {"href": parent},
        },
        "reactions": rollup(here, []),
        "start_line": None if one.outdated else one.start_line,
        "original_start_line": one.start_line,
        "start_side": one.start_side,
        "line": None if one.outdated else one.line,
        "original_line": one.line,
        "side": one.side,
        "position": None if one.outdated else position(one),
        "original_position": position(one),
        "subject_type": "line",
    }


def position(one: ReviewComment) -> int:
    """Lines below the file's first hunk header, as the API's older coordinate counts them."""
    hunk = next(
        index
        for index, lines in enumerate(commentable_lines(one.diff_hunk)[one.side])
        if one.line in lines
    )
    seen, wanted = -1, {"RIGHT": "-", "LEFT": "+"}[one.side]
    start = commentable_lines(one.diff_hunk)[one.side][hunk].start
    for offset, text in enumerate(one.diff_hunk.split("\n")):
        if text.startswith("@@"):
            seen += 1
            line = start - 1
        elif seen == hunk and not text.startswith((wanted, "\\")):
            line += 1
            if line == one.line:
                return offset
    raise AssertionError("a stored comment lies inside its hunk")
