"""Fields of issues, pull requests, comments, reviews, labels and their events."""

from typing import Any

from tests.github.conversation import Comment, Issue, Reaction
from tests.github.graphql.context import CommitNode, Info, RefNode, connection, labels
from tests.github.graphql.repository import named_object, state_of
from tests.github.pulls import PullRequest, Review
from tests.github.repository import HEADS
from tests.github.shapes.conversation import association, label, page_of
from tests.github.shapes.users import stamp

CHANGE_TYPES = {"removed": "DELETED"}
REACTION_WORDS = {
    "THUMBS_UP": "+1",
    "THUMBS_DOWN": "-1",
    "LAUGH": "laugh",
    "CONFUSED": "confused",
    "HEART": "heart",
    "HOORAY": "hooray",
    "ROCKET": "rocket",
    "EYES": "eyes",
}
LABEL_EVENTS = {"LABELED_EVENT": True, "UNLABELED_EVENT": False}


def moment(name: str) -> Any:
    def resolve(thing: Any, info: Info) -> str | None:
        when = getattr(thing, name)
        return stamp(when) if when else None

    return resolve


def comments(
    issue: Issue,
    info: Info,
    orderBy: dict[str, str] | None = None,  # noqa: N803 - the schema's name
    **page: Any,
) -> Any:
    found = list(issue.comments)
    if orderBy:
        descending = orderBy["direction"] == "DESC"
        found.sort(key=lambda one: (one.updated_at, one.id), reverse=descending)
    return connection("comments", found, **page)


def timeline(
    issue: Issue,
    info: Info,
    itemTypes: list[str] | None = None,  # noqa: N803 - the schema's name
    **page: Any,
) -> Any:
    """Label events; the other kinds of event are not kept, so asking for them is refused."""
    if not itemTypes or not set(itemTypes) <= LABEL_EVENTS.keys():
        raise NotImplementedError("timeline items other than label events")
    wanted = {LABEL_EVENTS[name] for name in itemTypes}
    found = [event for event in issue.label_events if event.added in wanted]
    return connection("timelineItems", found, **page)


def wrote(author: str) -> Any:
    def resolve(thing: Any, info: Info) -> bool:
        return bool(getattr(thing, author) is info.context.principal.actor.user)

    return resolve


ISSUE: dict[str, Any] = {
    "id": lambda issue, info: issue.node_id,
    "databaseId": lambda issue, info: issue.id,
    "fullDatabaseId": lambda issue, info: str(issue.id),
    "number": lambda issue, info: issue.number,
    "state": lambda issue, info: issue.state.upper(),
    "title": lambda issue, info: issue.title,
    "body": lambda issue, info: issue.body,
    "author": lambda issue, info: issue.author,
    "authorAssociation": lambda issue, info: association(issue.repository, issue.author),
    "url": lambda issue, info: page_of(issue),
    "locked": lambda issue, info: issue.locked,
    "closed": lambda issue, info: issue.state == "closed",
    "createdAt": moment("created_at"),
    "updatedAt": moment("updated_at"),
    "closedAt": moment("closed_at"),
    "repository": lambda issue, info: issue.repository,
    "viewerDidAuthor": wrote("author"),
    "labels": lambda issue, info, **page: labels(issue.labels, **page),
    "comments": comments,
    "timelineItems": timeline,
}


def files(pull: PullRequest, info: Info, **page: Any) -> Any:
    found = [
        {
            "path": change.path,
            "changeType": CHANGE_TYPES.get(change.status, change.status.upper()),
            "additions": change.additions,
            "deletions": change.deletions,
        }
        for change in pull.files
    ]
    return connection("files", found, **page)


def commits(pull: PullRequest, info: Info, **page: Any) -> Any:
    found = [
        {
            "id": f"PURC_{pull.id}_{commit.sha}",
            "commit": CommitNode(pull.repository, commit),
            "pullRequest": pull,
        }
        for commit in pull.commits
    ]
    return connection("commits", found, **page)


def reviews(
    pull: PullRequest,
    info: Info,
    *,
    author: str | None = None,
    states: list[str] | None = None,
    **page: Any,
) -> Any:
    found = [
        one
        for one in pull.reviews
        if author in {None, one.author.graphql_login} and (not states or one.state in states)
    ]
    return connection("reviews", found, **page)


def branch(repository: str, name: str) -> Any:
    def resolve(pull: PullRequest, info: Info) -> RefNode | None:
        where, ref = getattr(pull, repository), HEADS + getattr(pull, name)
        return RefNode(where, ref) if where and ref in where.refs else None

    return resolve


def mergeable(pull: PullRequest) -> str:
    if pull.state != "open":
        return "UNKNOWN"
    return "CONFLICTING" if pull.conflicts else "MERGEABLE"


PULL_REQUEST = ISSUE | {
    "state": lambda pull, info: state_of(pull),
    "isDraft": lambda pull, info: pull.draft,
    "merged": lambda pull, info: pull.merged_at is not None,
    "mergedAt": moment("merged_at"),
    "mergeable": lambda pull, info: mergeable(pull),
    "headRefOid": lambda pull, info: pull.head_sha,
    "headRefName": lambda pull, info: pull.head_ref,
    "headRef": branch("head_repository", "head_ref"),
    "headRepository": lambda pull, info: pull.head_repository,
    "headRepositoryOwner": lambda pull, info: pull.head_owner,
    "baseRefOid": lambda pull, info: pull.base_sha,
    "baseRefName": lambda pull, info: pull.base_ref,
    "baseRef": branch("repository", "base_ref"),
    "baseRepository": lambda pull, info: pull.repository,
    "isCrossRepository": lambda pull, info: pull.head_repository is not pull.repository,
    "changedFiles": lambda pull, info: len(pull.files),
    "additions": lambda pull, info: sum(change.additions for change in pull.files),
    "deletions": lambda pull, info: sum(change.deletions for change in pull.files),
    "files": files,
    "commits": commits,
    "reviews": reviews,
}


def reactions(comment: Comment, info: Info, *, content: str | None = None, **page: Any) -> Any:
    wanted = {None, content and REACTION_WORDS[content]}
    found = [one for one in comment.reactions if not content or one.content in wanted]
    viewer = info.context.principal.actor.user
    reacted = any(one.user is viewer for one in found)
    return connection("reactions", found, **page) | {"viewerHasReacted": reacted}


def reaction_content(one: Reaction, info: Info) -> str:
    return next(word for word, content in REACTION_WORDS.items() if content == one.content)


MINIMIZABLE: dict[str, Any] = {
    "isMinimized": lambda thing, info: thing.minimized_reason is not None,
    "minimizedReason": lambda thing, info: thing.minimized_reason,
    "viewerCanMinimize": lambda thing, info: True,
}

COMMENT = MINIMIZABLE | {
    "id": lambda one, info: one.node_id,
    "databaseId": lambda one, info: one.id,
    "fullDatabaseId": lambda one, info: str(one.id),
    "body": lambda one, info: one.body,
    "author": lambda one, info: one.author,
    "authorAssociation": lambda one, info: association(one.issue.repository, one.author),
    "createdAt": moment("created_at"),
    "updatedAt": moment("updated_at"),
    "lastEditedAt": moment("last_edited_at"),
    "url": lambda one, info: f"{page_of(one.issue)}#issuecomment-{one.id}",
    "viewerDidAuthor": wrote("author"),
    "issue": lambda one, info: one.issue,
    "pullRequest": lambda one, info: one.issue if isinstance(one.issue, PullRequest) else None,
    "repository": lambda one, info: one.issue.repository,
    "reactions": reactions,
}

REVIEW = MINIMIZABLE | {
    "id": lambda one, info: one.node_id,
    "databaseId": lambda one, info: one.id,
    "body": lambda one, info: one.body,
    "state": lambda one, info: one.state,
    "author": lambda one, info: one.author,
    "submittedAt": moment("submitted_at"),
    "createdAt": moment("submitted_at"),
    "updatedAt": moment("submitted_at"),
    "pullRequest": lambda one, info: one.pull,
    "repository": lambda one, info: one.pull.repository,
    "viewerDidAuthor": wrote("author"),
    "url": lambda one, info: f"{page_of(one.pull)}#pullrequestreview-{one.id}",
    "commit": lambda one, info: named_object(one.pull.repository, one.commit_sha),
    "comments": lambda one, info, **page: connection("comments", one.comments, **page),
}


def of_review(name: str) -> Any:
    def resolve(one: Any, info: Info) -> Any:
        review: Review = one.review
        return getattr(review, name)

    return resolve


REVIEW_COMMENT = MINIMIZABLE | {
    "id": lambda one, info: one.node_id,
    "databaseId": lambda one, info: one.id,
    "body": lambda one, info: one.body,
    "path": lambda one, info: one.path,
    "line": lambda one, info: None if one.outdated else one.line,
    "originalLine": lambda one, info: one.line,
    "startLine": lambda one, info: None if one.outdated else one.start_line,
    "originalStartLine": lambda one, info: one.start_line,
    "diffHunk": lambda one, info: one.diff_hunk,
    "outdated": lambda one, info: one.outdated,
    "author": of_review("author"),
    "pullRequest": of_review("pull"),
    "pullRequestReview": lambda one, info: one.review,
    "viewerDidAuthor": lambda one, info: one.review.author is info.context.principal.actor.user,
    "createdAt": moment("created_at"),
    "updatedAt": moment("updated_at"),
    "url": lambda one, info: f"{page_of(one.review.pull)}#discussion_r{one.id}",
}

LABEL = {
    "id": lambda one, info: one.node_id,
    "name": lambda one, info: one.name,
    "color": lambda one, info: one.color,
    "description": lambda one, info: one.description,
    "isDefault": lambda one, info: False,
    "repository": lambda one, info: one.repository,
    "url": lambda one, info: label(one)["url"],
    "createdAt": moment("created_at"),
}

LABEL_EVENT = {
    "id": lambda event, info: event.node_id,
    "actor": lambda event, info: event.actor.user,
    "label": lambda event, info: event.label,
    "labelable": lambda event, info: event.issue,
    "createdAt": moment("created_at"),
}

REACTION = {
    "id": lambda one, info: one.node_id,
    "databaseId": lambda one, info: one.id,
    "content": reaction_content,
    "user": lambda one, info: one.user if one.user.kind == "User" else None,
    "createdAt": moment("created_at"),
}

FIELDS: dict[str, dict[str, Any]] = {
    "Issue": ISSUE,
    "PullRequest": PULL_REQUEST,
    "IssueComment": COMMENT,
    "PullRequestReview": REVIEW,
    "PullRequestReviewComment": REVIEW_COMMENT,
    "Label": LABEL,
    "LabeledEvent": LABEL_EVENT,
    "UnlabeledEvent": LABEL_EVENT,
    "Reaction": REACTION,
}
