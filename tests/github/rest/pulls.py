"""Pull requests: listing, files, opening, editing, reviews."""

from typing import Any

from tests.github.accounts import invalid
from tests.github.pulls import PullRequest
from tests.github.rest.call import Call, Page, by_id, operation
from tests.github.shapes import pulls as shapes
from tests.github.shapes import repositories

READ = "pull_requests:read"
WRITE = "pull_requests:write"
FILES_LIMIT = 3000
COMMITS_LIMIT = 250


@operation("pulls/get", READ)
def get_pull(call: Call) -> Any:
    return shapes.pull_request(call.pull)


@operation("pulls/list", READ)
def list_pulls(call: Call) -> Any:
    """Newest first, unless asked otherwise; `head` is `owner:branch`."""
    state, head, base = (
        call.query.get("state", "open"),
        call.query.get("head"),
        call.query.get("base"),
    )
    found = [
        pull
        for pull in call.repository.pulls
        if state in {"all", pull.state}
        and base in {None, pull.base_ref}
        and head in {None, f"{pull.head_owner.login}:{pull.head_ref}"}
    ]
    moment = "updated_at" if call.query.get("sort") == "updated" else "created_at"
    usual = "desc" if call.query.get("sort", "created") == "created" else "asc"
    descending = call.query.get("direction", usual) == "desc"
    found.sort(key=lambda pull: (getattr(pull, moment), pull.number), reverse=descending)
    return Page(found, shapes.simple_pull)


@operation("pulls/create", WRITE)
def create_pull(call: Call) -> Any:
    body, repo = call.body, call.repository
    if not body.get("title"):
        raise invalid("PullRequest", "title", "missing_field")
    owner, _, head = body["head"].rpartition(":")
    sources = [one for one in repo.network if one.owner.login.lower() == owner.lower()]
    if owner and not sources:
        raise invalid("PullRequest", "head")
    pull = repo.open_pull(
        head,
        body["base"],
        call.principal.actor,
        fork=sources[0] if sources else False,
        title=body["title"],
        body=body.get("body") or "",
        draft=body.get("draft", False),
    )
    return shapes.pull_request(pull)


@operation("pulls/update", WRITE)
def update_pull(call: Call) -> Any:
    pull, body, actor = call.pull, call.body or {}, call.principal.actor
    pull.edit(actor, title=body.get("title"), body=body.get("body"))
    if "base" in body:
        pull.change_base(body["base"], actor)
    if "state" in body:
        (pull.close if body["state"] == "closed" else pull.reopen)(actor)
    return shapes.pull_request(pull)


@operation("pulls/list-files", READ)
def list_files(call: Call) -> Any:
    pull = call.pull
    return Page(
        pull.files[:FILES_LIMIT],
        lambda change: repositories.changed_file(pull.repository, pull.head_sha, change),
    )


@operation("pulls/list-commits", READ)
def list_commits(call: Call) -> Any:
    repo = call.repository
    return Page(call.pull.commits[:COMMITS_LIMIT], lambda one: repositories.commit(repo, one))


@operation("pulls/list-reviews", READ)
def list_reviews(call: Call) -> Any:
    return Page(call.pull.reviews, shapes.review)


@operation("pulls/create-review", WRITE)
def create_review(call: Call) -> Any:
    body = call.body or {}
    review = call.pull.review(
        call.principal.actor,
        body.get("event", "PENDING"),
        body.get("body"),
        body.get("comments"),
        body.get("commit_id"),
    )
    return shapes.review(review)


@operation("pulls/list-comments-for-review", READ)
def list_comments_of_review(call: Call) -> Any:
    review = by_id(call.pull.reviews, call.path["review_id"])
    return Page(review.comments, shapes.review_comment)


@operation("pulls/list-review-comments", READ)
def list_review_comments(call: Call) -> Any:
    return Page(review_comments(call.pull), shapes.review_comment)


def review_comments(pull: PullRequest) -> list[Any]:
    return [comment for review in pull.reviews for comment in review.comments]
