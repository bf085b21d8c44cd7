"""GraphQL mutations: many in one request, each judged for itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import structlog

from bot.github.client import GraphQLAnswer, Installation
from bot.github.errors import Refused, Unavailable

LABEL_COLOR = "ededed"

# What GitHub answers where asking again would be answered the same.
_FINAL = frozenset({"FORBIDDEN", "NOT_FOUND", "UNPROCESSABLE"})

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Mutation:
    """One GraphQL mutation with its input. What is `vital` fails the run when it is refused.

    Whatever becomes of an `extra`, it is logged and nothing else.
    """

    name: str
    input: Mapping[str, Any]
    returns: str = "clientMutationId"
    vital: bool = True
    extra: bool = False

    @property
    def input_type(self) -> str:
        return f"{self.name[0].upper()}{self.name[1:]}Input!"


async def run(github: Installation, mutations: list[Mutation]) -> GraphQLAnswer:
    """Run mutations in one request, in order, as aliases m0, m1, … Each fails on its own.

    Raises Refused where a vital one was refused, Unavailable where asking again may help.
    """
    declared = ", ".join(f"$m{i}: {mutation.input_type}" for i, mutation in enumerate(mutations))
    body = "\n".join(
        f"  m{i}: {mutation.name}(input: $m{i}) {{ {mutation.returns} }}"
        for i, mutation in enumerate(mutations)
    )
    inputs = {f"m{i}": dict(mutation.input) for i, mutation in enumerate(mutations)}
    document = f"mutation Write({declared}) {{\n{body}\n}}"
    answer = await github.graphql(document, inputs, in_parts=True)
    for alias, error in answer.errors.items():
        index = int(alias[1:]) if alias[1:].isdigit() else 0
        _judge(mutations[index], error)
    return answer


def _judge(mutation: Mutation, error: Mapping[str, Any]) -> None:
    message = f"GitHub refused {mutation.name}: {error.get('message', 'no reason given')}"
    if not mutation.extra:
        if error.get("type") not in _FINAL:
            raise Unavailable(message)
        if mutation.vital:
            raise Refused(message)
    log.warning("github.write_refused", mutation=mutation.name, reason=error.get("message"))


async def create_labels(
    github: Installation, repository_node_id: str, names: list[str]
) -> dict[str, str]:
    """Create labels in a repository; return the node ids of those it took, by name."""
    mutations = [
        Mutation(
            "createLabel",
            {
                "repositoryId": repository_node_id,
                "name": name,
                "color": LABEL_COLOR,
                "description": "Set by registry-bot",
            },
            "label { id name }",
            vital=False,
        )
        for name in names
    ]
    answer = await run(github, mutations)
    made = [found["label"] for found in answer.data.values() if found]
    return {label["name"]: label["id"] for label in made}
