"""Issues and pull requests' conversations: comments, labels, reactions."""

from typing import Any

from tests.github.accounts import Refused
from tests.github.conversation import Label
from tests.github.rest.call import NOT_FOUND, Call, Page, Reply, by_id, operation
from tests.github.shapes import conversation as shapes

READ = "issues:read|pull_requests:read"
WRITE = "issues:write|pull_requests:write"


@operation("issues/get", READ)
def get_issue(call: Call) -> Any:
    return shapes.issue(call.issue)


@operation("issues/update", WRITE)
def update_issue(call: Call) -> Any:
    issue, body, actor = call.issue, call.body or {}, call.principal.actor
    title = body.get("title")
    issue.edit(actor, title=None if title is None else str(title), body=body.get("body"))
    if "labels" in body:
        wanted = [each if isinstance(each, str) else each["name"] for each in body["labels"]]
        for label in list(issue.labels):
            if label.name not in wanted:
                issue.remove_label(label.name, actor)
        issue.add_labels(wanted, actor)
    if "state" in body:
        (issue.close if body["state"] == "closed" else issue.reopen)(actor)
    return shapes.issue(issue)


@operation("issues/list-comments", READ)
def list_comments(call: Call) -> Any:
    comments, since = call.issue.comments, call.query.get("since")
    if since:
        moment = call.world.parse_time(since)
        comments = [one for one in comments if one.updated_at >= moment]
    return Page(comments, shapes.comment)


@operation("issues/create-comment", WRITE)
def create_comment(call: Call) -> Any:
    return shapes.comment(call.issue.comment(call.body["body"], call.principal.actor))


@operation("issues/get-comment", READ)
def get_comment(call: Call) -> Any:
    return shapes.comment(call.comment)


@operation("issues/update-comment", WRITE)
def update_comment(call: Call) -> Any:
    comment = call.comment
    comment.edit(call.body["body"], call.principal.actor)
    return shapes.comment(comment)


@operation("issues/delete-comment", WRITE)
def delete_comment(call: Call) -> None:
    call.comment.delete(call.principal.actor)


@operation("issues/list-events", READ)
def list_events(call: Call) -> Any:
    return Page(call.issue.label_events, shapes.label_event)


@operation("issues/list-labels-for-repo", READ)
def list_repository_labels(call: Call) -> Any:
    return Page(call.repository.labels, shapes.label)


@operation("issues/create-label", WRITE)
def create_label(call: Call) -> Any:
    wanted = {name: call.body[name] for name in ("color", "description") if name in call.body}
    return shapes.label(call.repository.create_label(call.body["name"], **wanted))


@operation("issues/get-label", READ)
def get_label(call: Call) -> Any:
    return shapes.label(named_label(call))


def named_label(call: Call) -> Label:
    found = call.repository.label(call.path["name"])
    if found is None:
        raise Refused(404, NOT_FOUND)
    return found


@operation("issues/list-labels-on-issue", READ)
def list_labels(call: Call) -> Any:
    return Page(call.issue.labels, shapes.label)


@operation("issues/add-labels", WRITE)
def add_labels(call: Call) -> Any:
    wanted = call.body["labels"] if isinstance(call.body, dict) else call.body
    names = [each if isinstance(each, str) else each["name"] for each in wanted]
    call.issue.add_labels(names, call.principal.actor)
    return [shapes.label(one) for one in call.issue.labels]


@operation("issues/remove-label", WRITE)
def remove_label(call: Call) -> Any:
    call.issue.remove_label(call.path["name"], call.principal.actor)
    return [shapes.label(one) for one in call.issue.labels]


@operation("reactions/list-for-issue-comment", READ)
def list_reactions(call: Call) -> Any:
    wanted = call.query.get("content")
    found = [one for one in call.comment.reactions if wanted in {None, one.content}]
    return Page(found, lambda one: shapes.reaction(call.repository, one))


@operation("reactions/create-for-issue-comment", WRITE)
def create_reaction(call: Call) -> Any:
    """200 where the reaction was there already."""
    comment = call.comment
    before = len(comment.reactions)
    reaction = comment.react(call.body["content"], call.principal.actor)
    created = len(comment.reactions) > before
    return Reply(201 if created else 200, shapes.reaction(call.repository, reaction))


@operation("reactions/delete-for-issue-comment", WRITE)
def delete_reaction(call: Call) -> None:
    comment = call.comment
    reaction = by_id(comment.reactions, call.path["reaction_id"])
    if reaction.user is not call.principal.actor.user:
        raise Refused(403, "Resource not accessible by integration")
    comment.reactions.remove(reaction)
