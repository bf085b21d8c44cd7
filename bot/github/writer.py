"""Act: send the writes that are left, riding together in one request where GitHub allows it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import structlog

from bot.desired import Check, Writes
from bot.github.client import GraphQLAnswer, Installation
from bot.github.errors import Refused, Unavailable
from bot.github.pull import CHECK_NAME, PullRequest

ANNOTATIONS_PER_REQUEST = 50
LABEL_COLOR = "ededed"

# What GitHub answers where asking again would be answered the same.
_FINAL = frozenset({"FORBIDDEN", "NOT_FOUND", "UNPROCESSABLE"})

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Mutation:
    """One GraphQL mutation with its input. What is `vital` fails the run when it is refused."""

    name: str
    input: Mapping[str, Any]
    returns: str = "clientMutationId"
    vital: bool = True

    @property
    def input_type(self) -> str:
        return f"{self.name[0].upper()}{self.name[1:]}Input!"


async def write(github: Installation, pull: PullRequest, writes: Writes) -> None:
    """Bring GitHub to show what is wanted. Raises Refused, Unavailable.

    Whatever fails half-way is found as a difference by the next run, so nothing is undone here.
    """
    label_ids = dict(pull.shown.labels.ids)
    if missing := sorted(writes.add_labels - label_ids.keys()):
        label_ids |= await _create_labels(github, pull, missing)
    mutations = list(_mutations(pull, writes, label_ids))
    answer = await _run(github, mutations)
    if writes.check and len(writes.check.annotations) > ANNOTATIONS_PER_REQUEST:
        check_id = writes.check_id or answer.data["m0"]["checkRun"]["id"]
        await _run(github, list(_further_annotations(pull, writes.check, check_id)))


async def _run(github: Installation, mutations: list[Mutation]) -> GraphQLAnswer:
    """Run mutations in one request, in order, as aliases m0, m1, … Each fails on its own."""
    declared = ", ".join(f"$m{i}: {mutation.input_type}" for i, mutation in enumerate(mutations))
    body = "\n".join(
        f"  m{i}: {mutation.name}(input: $m{i}) {{ {mutation.returns} }}"
        for i, mutation in enumerate(mutations)
    )
    inputs = {f"m{i}": dict(mutation.input) for i, mutation in enumerate(mutations)}
    answer = await github.graphql(f"mutation Write({declared}) {{\n{body}\n}}", inputs)
    for alias, error in answer.errors.items():
        index = int(alias[1:]) if alias[1:].isdigit() else 0
        _judge(mutations[index], error)
    return answer


def _judge(mutation: Mutation, error: Mapping[str, Any]) -> None:
    message = f"GitHub refused {mutation.name}: {error.get('message', 'no reason given')}"
    if error.get("type") not in _FINAL:
        raise Unavailable(message)
    if mutation.vital:
        raise Refused(message)
    log.warning("github.write_refused", mutation=mutation.name, reason=error.get("message"))


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
    return {
        "title": check.title,
        "summary": check.summary,
        "annotations": [dict(annotation) for annotation in annotations],
    }


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


async def _create_labels(
    github: Installation, pull: PullRequest, names: list[str]
) -> dict[str, str]:
    mutations = [
        Mutation(
            "createLabel",
            {
                "repositoryId": pull.repository_node_id,
                "name": name,
                "color": LABEL_COLOR,
                "description": "Set by registry-bot",
            },
            "label { id name }",
            vital=False,
        )
        for name in names
    ]
    answer = await _run(github, mutations)
    made = [found["label"] for found in answer.data.values() if found]
    return {label["name"]: label["id"] for label in made}
