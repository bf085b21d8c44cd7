"""Act: send the writes that are left, riding together in one request where GitHub allows it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from bot.desired import Check, Writes
from bot.github.client import Installation
from bot.github.mutations import Mutation, create_labels, run
from bot.github.pull import PullRequest
from bot.github.shown import CHECK_NAME
from bot.suggestions import SuggestionComment

ANNOTATIONS_PER_REQUEST = 50


async def write(github: Installation, pull: PullRequest, writes: Writes) -> None:
    """Bring GitHub to show what is wanted. Raises Refused, Unavailable.

    Whatever fails half-way is found as a difference by the next run, so nothing is undone here.
    """
    label_ids = dict(pull.shown.labels.ids)
    if missing := sorted(writes.add_labels - label_ids.keys()):
        label_ids |= await create_labels(github, pull.repository_node_id, missing)
    mutations = list(_mutations(pull, writes, label_ids))
    answer = await run(github, mutations)
    if writes.check and len(writes.check.annotations) > ANNOTATIONS_PER_REQUEST:
        check_id = writes.check_id or answer.data["m0"]["checkRun"]["id"]
        await run(github, list(_further_annotations(pull, writes.check, check_id)))


def _check(pull: PullRequest, check: Check, check_id: str | None) -> Mutation:
    """Return the mutation that makes a check run, or brings the open one up to date."""
    data: dict[str, Any] = {
        "repositoryId": pull.repository_node_id,
        "name": CHECK_NAME,
        "externalId": str(pull.id.number),
        "status": check.status.upper(),
        "output": _output(check, check.annotations[:ANNOTATIONS_PER_REQUEST]),
    }
    if check.conclusion:
        data["conclusion"] = check.conclusion.upper()
    if check_id:
        return Mutation("updateCheckRun", data | {"checkRunId": check_id}, "checkRun { id }")
    return Mutation("createCheckRun", data | {"headSha": pull.head}, "checkRun { id }")


def _output(check: Check, annotations: tuple[Mapping[str, Any], ...]) -> dict[str, Any]:
    output = {
        "title": check.title,
        "summary": check.summary,
        "annotations": [dict(annotation) for annotation in annotations],
    }
    return output | {"text": check.text} if check.text else output


def _mutations(
    pull: PullRequest, writes: Writes, label_ids: Mapping[str, str]
) -> Iterator[Mutation]:
    if writes.check:
        yield _check(pull, writes.check, writes.check_id)
    if writes.comment and writes.comment_id:
        data = {"id": writes.comment_id, "body": writes.comment}
        yield Mutation("updateIssueComment", data, vital=False)
    elif writes.comment:
        data = {"subjectId": pull.node_id, "body": writes.comment}
        # A locked conversation takes no comment; the check run says the same.
        yield Mutation("addComment", data, vital=False)
    for comment_id in writes.delete_comments:
        yield Mutation("deleteIssueComment", {"id": comment_id}, vital=False)
    for name, labels in (
        ("addLabelsToLabelable", writes.add_labels),
        ("removeLabelsFromLabelable", writes.remove_labels),
    ):
        ids = [label_ids[label] for label in sorted(labels) if label in label_ids]
        if ids:
            labelling = {"labelableId": pull.node_id, "labelIds": ids}
            yield Mutation(name, labelling, vital=False)
    if writes.suggestions.post:
        yield Mutation("addPullRequestReview", _review(pull, writes), extra=True)
    for comment_id in writes.suggestions.minimise:
        data = {"subjectId": comment_id, "classifier": "OUTDATED"}
        yield Mutation("minimizeComment", data, extra=True)


def _review(pull: PullRequest, writes: Writes) -> dict[str, Any]:
    return {
        "pullRequestId": pull.node_id,
        "commitOID": pull.head,
        "event": "COMMENT",
        "threads": [_thread(comment) for comment in writes.suggestions.post],
    }


def _thread(comment: SuggestionComment) -> dict[str, Any]:
    thread = {
        "path": comment.path,
        "line": comment.end_line,
        "side": "RIGHT",
        "body": comment.body,
    }
    if comment.line == comment.end_line:
        return thread  # GitHub refuses a range of one line
    return thread | {"startLine": comment.line, "startSide": "RIGHT"}


def _further_annotations(pull: PullRequest, check: Check, check_id: str) -> Iterator[Mutation]:
    """GitHub takes fifty annotations a mutation and adds them to those it has.

    Each mutation has to state the summary anew; only the last one needs it in full.
    """
    total = len(check.annotations)
    for start in range(ANNOTATIONS_PER_REQUEST, total, ANNOTATIONS_PER_REQUEST):
        end = start + ANNOTATIONS_PER_REQUEST
        step = check if end >= total else replace(check, summary="Annotations are being added.")
        data = {
            "repositoryId": pull.repository_node_id,
            "checkRunId": check_id,
            "output": _output(step, check.annotations[start:end]),
        }
        yield Mutation("updateCheckRun", data)
