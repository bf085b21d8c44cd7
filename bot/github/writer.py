"""Act: send the writes that are left, riding together in one request where GitHub allows it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    steps = await _steps(github, writes) if writes.check else ()
    answer = await run(github, list(_mutations(pull, writes, steps[:1], label_ids)))
    if further := steps[1:]:
        check_id = writes.check_id or answer.data["m0"]["checkRun"]["id"]
        await run(github, [_check(pull, step, check_id) for step in further])


async def _steps(github: Installation, writes: Writes) -> tuple[Check, ...]:
    """Return the check as the updates that lead to it, since GitHub takes fifty annotations in one.

    GitHub adds them to those it has, so that an update that was interrupted is taken up where it
    stopped; only the last one completes the check run.
    """
    whole = writes.check
    assert whole
    if len(whole.annotations) <= ANNOTATIONS_PER_REQUEST:
        return (whole,)
    left = whole.annotations
    if writes.check_id:
        left = left[await _number_shown(github, writes.check_id, left) :]
    size = ANNOTATIONS_PER_REQUEST
    parts = [left[start : start + size] for start in range(0, len(left), size)]
    begun = replace(whole, status="in_progress", conclusion=None)
    return (
        *(replace(begun, annotations=part) for part in parts[:-1]),
        replace(whole, annotations=parts[-1] if parts else ()),
    )


_LAST_ANNOTATION = """
query LastAnnotation($id: ID!) { node(id: $id) { ... on CheckRun {
  annotations(last: 1) { totalCount nodes { path title message } }
} } }
"""


async def _number_shown(
    github: Installation, check_id: str, wanted: Sequence[Mapping[str, Any]]
) -> int:
    """Return how many of `wanted` a check run shows already; 0 where it shows others."""
    answer = await github.graphql(_LAST_ANNOTATION, {"id": check_id})
    shown = (answer.data["node"] or {}).get("annotations") or {"totalCount": 0, "nodes": []}
    number = int(shown["totalCount"])
    if not 0 < number <= len(wanted) or not shown["nodes"]:
        return 0
    last = wanted[number - 1]
    return number if all(last[key] == text for key, text in shown["nodes"][0].items()) else 0


def _check(pull: PullRequest, check: Check, check_id: str | None) -> Mutation:
    """Return the mutation that makes a check run, or brings the open one up to date."""
    data: dict[str, Any] = {
        "repositoryId": pull.repository_node_id,
        "name": CHECK_NAME,
        "externalId": str(pull.id.number),
        "status": check.status.upper(),
        "output": _output(check),
    }
    if check.conclusion:
        data["conclusion"] = check.conclusion.upper()
    if check_id:
        return Mutation("updateCheckRun", data | {"checkRunId": check_id}, "checkRun { id }")
    return Mutation("createCheckRun", data | {"headSha": pull.head}, "checkRun { id }")


def _output(check: Check) -> dict[str, Any]:
    output = {
        "title": check.title,
        "summary": check.summary,
        "annotations": [dict(annotation) for annotation in check.annotations],
    }
    return output | {"text": check.details} if check.details else output


def _mutations(
    pull: PullRequest, writes: Writes, checks: Iterable[Check], label_ids: Mapping[str, str]
) -> Iterator[Mutation]:
    for check in checks:
        yield _check(pull, check, writes.check_id)
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
