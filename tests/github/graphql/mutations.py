"""The mutations; each alias of a request is one call here, in the order written."""

import re
from collections.abc import Callable
from typing import Any

from tests.github.accounts import Refused
from tests.github.checks import CheckRun
from tests.github.conversation import Comment, Issue, Label
from tests.github.graphql.context import Context, Info
from tests.github.graphql.conversation import REACTION_WORDS
from tests.github.pulls import PullRequest, Review, ReviewComment
from tests.github.repository import Repository

CONVERSE = "issues:write|pull_requests:write"
Input = dict[str, Any]


def snake(name: str) -> str:
    return re.sub(r"([A-Z])", lambda match: f"_{match[1].lower()}", name)


def check_facts(given: Input) -> Input:
    """A check run's input in REST's names and words."""
    if given.get("actions") or (given.get("output") or {}).get("images"):
        raise NotImplementedError("actions and images of check runs")
    facts = {snake(name): value for name, value in given.items() if name != "output"}
    for name in ("status", "conclusion"):
        if facts.get(name):
            facts[name] = facts[name].lower()
    if given.get("output"):
        output = dict(given["output"])
        output["annotations"] = [
            {
                **{snake(name): value for name, value in one.items() if name != "location"},
                **{snake(name): value for name, value in one["location"].items()},
                "annotation_level": one["annotationLevel"].lower(),
            }
            for one in output.get("annotations") or []
        ]
        facts["output"] = output
    return facts


def create_check_run(context: Context, given: Input) -> Any:
    repo = context.require(context.node(given["repositoryId"], Repository), "checks:write")
    return {"checkRun": repo.create_check_run(check_facts(given), context.principal.actor)}


def update_check_run(context: Context, given: Input) -> Any:
    run = context.require(context.node(given["checkRunId"], CheckRun), "checks:write")
    if run.suite.app is not context.principal.app:
        raise Refused(403, "Invalid app_id - check run can only be modified by its creator")
    run.change(check_facts(given), context.principal.actor)
    return {"checkRun": run}


def add_comment(context: Context, given: Input) -> Any:
    issue = context.require(context.node(given["subjectId"], Issue), CONVERSE)
    comment = issue.comment(given["body"], context.principal.actor)
    edge = {"cursor": f"cursor:{len(issue.comments)}", "node": comment}
    return {"commentEdge": edge, "subject": issue}


def update_comment(context: Context, given: Input) -> Any:
    comment = context.require(context.node(given["id"], Comment), CONVERSE)
    comment.edit(given["body"], context.principal.actor)
    return {"issueComment": comment}


def delete_comment(context: Context, given: Input) -> Any:
    comment = context.require(context.node(given["id"], Comment), CONVERSE)
    comment.delete(context.principal.actor)
    return {}


def change_labels(context: Context, given: Input, verb: Callable[[Issue, Label], None]) -> Any:
    issue = context.require(context.node(given["labelableId"], Issue), CONVERSE)
    for label in [context.node(one, Label) for one in given["labelIds"]]:
        if label.repository is not issue.repository:
            raise Refused(
                404, f"Could not resolve to a node with the global id of '{label.node_id}'."
            )
        verb(issue, label)
    return {"labelable": issue}


def add_labels(context: Context, given: Input) -> Any:
    actor = context.principal.actor
    return change_labels(context, given, lambda one, label: one.add_labels([label.name], actor))


def remove_labels(context: Context, given: Input) -> Any:
    """A label that is not there is passed over in silence."""

    def remove(issue: Issue, label: Label) -> None:
        if label in issue.labels:
            issue.remove_label(label.name, context.principal.actor)

    return change_labels(context, given, remove)


def create_label(context: Context, given: Input) -> Any:
    repo = context.require(context.node(given["repositoryId"], Repository), CONVERSE)
    color = given["color"].removeprefix("#")
    return {"label": repo.create_label(given["name"], color, given.get("description"))}


def minimize(context: Context, given: Input) -> Any:
    kinds = (Comment, Review, ReviewComment)
    thing = context.require(context.node(given["subjectId"], kinds), CONVERSE)
    thing.minimized_reason = given["classifier"].lower().replace("_", "-")
    return {"minimizedComment": thing}


def unminimize(context: Context, given: Input) -> Any:
    kinds = (Comment, Review, ReviewComment)
    thing = context.require(context.node(given["subjectId"], kinds), CONVERSE)
    thing.minimized_reason = None
    return {"unminimizedComment": thing}


def add_reaction(context: Context, given: Input) -> Any:
    comment = context.require(context.node(given["subjectId"], Comment), CONVERSE)
    content = REACTION_WORDS[given["content"]]
    return {"reaction": comment.react(content, context.principal.actor), "subject": comment}


def add_review(context: Context, given: Input) -> Any:
    pull = context.require(context.node(given["pullRequestId"], PullRequest), "pull_requests:write")
    if given.get("comments"):
        raise NotImplementedError("comments by position; GitHub has deprecated them for threads")
    comments = [
        {snake(name): value for name, value in thread.items()}
        for thread in given.get("threads") or []
    ]
    review = pull.review(
        context.principal.actor,
        given.get("event") or "PENDING",
        given.get("body"),
        comments,
        given.get("commitOID"),
    )
    return {"pullRequestReview": review, "reviewEdge": {"cursor": "cursor:1", "node": review}}


def mutation(work: Callable[[Context, Input], Any]) -> Callable[..., Any]:
    def resolve(root: Any, info: Info, *, input: Input) -> Any:  # noqa: A002
        return work(info.context, input) | {"clientMutationId": input.get("clientMutationId")}

    return resolve


MUTATION: dict[str, Callable[..., Any]] = {
    "createCheckRun": mutation(create_check_run),
    "updateCheckRun": mutation(update_check_run),
    "addComment": mutation(add_comment),
    "updateIssueComment": mutation(update_comment),
    "deleteIssueComment": mutation(delete_comment),
    "addLabelsToLabelable": mutation(add_labels),
    "removeLabelsFromLabelable": mutation(remove_labels),
    "createLabel": mutation(create_label),
    "minimizeComment": mutation(minimize),
    "unminimizeComment": mutation(unminimize),
    "addReaction": mutation(add_reaction),
    "addPullRequestReview": mutation(add_review),
}
