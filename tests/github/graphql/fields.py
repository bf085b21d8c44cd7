"""Which function answers which field, and which type a thing of the world has."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from graphql import GraphQLError

from tests.github.accounts import App, Refused, User
from tests.github.checks import CheckRun, CheckSuite
from tests.github.conversation import Comment, Issue, Label, LabelEvent, Reaction
from tests.github.graphql import conversation, mutations, repository
from tests.github.graphql.context import BlobNode, CommitNode, Info, TreeNode
from tests.github.pulls import PullRequest, Review, ReviewComment
from tests.github.repository import Repository
from tests.github.shapes.users import stamp

Resolver = Callable[..., Any]

TYPES: dict[type, str] = {
    Repository: "Repository",
    PullRequest: "PullRequest",
    Issue: "Issue",
    Comment: "IssueComment",
    Review: "PullRequestReview",
    ReviewComment: "PullRequestReviewComment",
    Label: "Label",
    Reaction: "Reaction",
    CheckRun: "CheckRun",
    CheckSuite: "CheckSuite",
    App: "App",
    CommitNode: "Commit",
    BlobNode: "Blob",
    TreeNode: "Tree",
}


def resolve_type(thing: Any, info: Info, abstract: Any) -> str:
    if isinstance(thing, User):
        return thing.kind
    if isinstance(thing, LabelEvent):
        return "LabeledEvent" if thing.added else "UnlabeledEvent"
    return TYPES[type(thing)]


def find_repository(
    root: Any,
    info: Info,
    owner: str,
    name: str,
    followRenames: bool = True,  # noqa: N803 - the schema's name
) -> Any:
    world, full_name = info.context.world, f"{owner}/{name}"
    found = world.found(full_name)
    if not followRenames:
        found = world.repositories.get(full_name.lower())
    if found is None or not info.context.principal.may(found, "metadata:read"):
        message = f"Could not resolve to a Repository with the name '{owner}/{name}'."
        raise Refused(404, message)
    return found


def rate_limit(root: Any, info: Info, **_: Any) -> Any:
    overview = info.context.limits.of(info.context.principal.key, "graphql").overview
    reset = datetime.fromtimestamp(overview["reset"], UTC)
    return overview | {"cost": 1, "resetAt": stamp(reset)}


QUERY: dict[str, Resolver] = {
    "repository": find_repository,
    "node": lambda root, info, id: info.context.node(id),  # noqa: A006 - the schema's name
    "nodes": lambda root, info, ids: [optional_node(info, one) for one in ids],
    "viewer": lambda root, info: info.context.principal.actor.user,
    "rateLimit": rate_limit,
}


def optional_node(info: Info, node_id: str) -> Any:
    try:
        return info.context.node(node_id)
    except Refused as refused:
        # A list's missing members are errors of their own beside those that were found.
        return GraphQLError(refused.message, extensions={"type": refused.kind})


FIELDS: dict[str, dict[str, Resolver]] = {
    "Query": QUERY,
    "Mutation": mutations.MUTATION,
    **repository.FIELDS,
    **conversation.FIELDS,
}


def resolve_field(parent: Any, info: Info, **arguments: Any) -> Any:
    """The answer of the tables; dictionaries (pages, payloads) answer for themselves."""
    name, kind = info.field_name, info.parent_type.name
    if parent is None:
        spoil(info)
    if isinstance(parent, dict) and name in parent:
        return parent[name]
    resolver = FIELDS.get(kind, {}).get(name)
    if resolver is None:
        raise NotImplementedError(f"{kind}.{name} is in the schema, but the fake has no answer")
    return resolver(parent, info, **arguments)


def spoil(info: Info) -> None:
    """Fail one root field where a fault asks for it."""
    fault = info.context.fault
    if fault and fault.status == 200 and fault.matches([f"graphql.{info.field_name}"]):
        raise GraphQLError(fault.message, extensions={"type": fault.kind})
