"""What every resolver can reach, and the objects of git that only GraphQL has as nodes."""

from dataclasses import dataclass
from typing import Any

from graphql import GraphQLError, GraphQLResolveInfo

from tests.github.accounts import Refused
from tests.github.auth import Principal
from tests.github.conversation import Comment, Issue, Label, LabelEvent
from tests.github.faults import Fault
from tests.github.git import Commit
from tests.github.limits import RateLimits
from tests.github.pulls import Review, ReviewComment
from tests.github.repository import Repository
from tests.github.rest.call import NO_ACCESS
from tests.github.state import World

LARGEST_PAGE = 100


@dataclass(slots=True)
class Context:
    world: World
    limits: RateLimits
    principal: Principal
    violations: list[str]
    fault: Fault | None

    def require(self, thing: Any, needs: str) -> Any:
        """The thing, if the caller may do that where it stands; raises Refused."""
        repository = repository_of(thing)
        if not self.principal.may(repository, needs):
            raise Refused(403, NO_ACCESS)
        repository.check_writable(needs)
        return thing

    def node(self, node_id: str, kind: type | tuple[type, ...] = object) -> Any:
        """The thing of that id and kind that the caller can see; raises Refused."""
        thing = self.world.nodes.get(node_id)
        where = repository_of(thing)
        hidden = where is not None and not self.principal.may(where, "metadata:read")
        if not isinstance(thing, kind) or thing is None or hidden:
            raise Refused(404, f"Could not resolve to a node with the global id of '{node_id}'.")
        return thing


Info = GraphQLResolveInfo[Context]


def repository_of(thing: Any) -> Any:
    """Where a thing stands; None for what stands nowhere, such as a user."""
    match thing:
        case Repository():
            return thing
        case Comment() | LabelEvent():
            return thing.issue.repository
        case Review():
            return thing.pull.repository
        case ReviewComment():
            return thing.review.pull.repository
        case Issue():
            return thing.repository
        case _:
            suite = getattr(thing, "suite", thing)
            return getattr(suite, "repository", None)


@dataclass(frozen=True, slots=True)
class CommitNode:
    repository: Repository
    commit: Commit


@dataclass(frozen=True, slots=True)
class BlobNode:
    repository: Repository
    sha: str

    @property
    def data(self) -> bytes:
        return self.repository.store.read("blob", self.sha)


@dataclass(frozen=True, slots=True)
class TreeNode:
    repository: Repository
    sha: str


@dataclass(frozen=True, slots=True)
class RefNode:
    repository: Repository
    name: str


def labels(found: list[Label], *, orderBy: dict[str, str], **page: Any) -> dict[str, Any]:  # noqa: N803 - the schema's name
    field = {"NAME": "name", "CREATED_AT": "id"}[orderBy["field"]]
    ordered = sorted(
        found, key=lambda one: getattr(one, field), reverse=orderBy["direction"] == "DESC"
    )
    return connection("labels", ordered, **page)


def connection(
    name: str,
    items: list[Any],
    *,
    first: int | None = None,
    last: int | None = None,
    after: str | None = None,
    before: str | None = None,
) -> dict[str, Any]:
    """A page of a list, with GitHub's own demands on its bounds."""
    size, bound = (first, "first") if first is not None else (last, "last")
    if size is None:
        raise GraphQLError(
            f"You must provide a `first` or `last` value to properly paginate the `{name}` "
            "connection.",
            extensions={"type": "MISSING_PAGINATION_BOUNDARIES"},
        )
    if not 0 <= size <= LARGEST_PAGE:
        raise GraphQLError(
            f"Requesting {size} records on the `{name}` connection exceeds the `{bound}` limit of "
            f"{LARGEST_PAGE} records.",
            extensions={"type": "EXCESSIVE_PAGINATION"},
        )
    start = int(after.removeprefix("cursor:")) if after else 0
    stop = int(before.removeprefix("cursor:")) - 1 if before else len(items)
    if first is not None:
        stop = min(stop, start + first)
    else:
        start = max(start, stop - size)
    shown = items[start:stop]
    cursors = [f"cursor:{start + index + 1}" for index in range(len(shown))]
    return {
        "nodes": shown,
        "edges": [
            {"cursor": cursor, "node": node} for cursor, node in zip(cursors, shown, strict=True)
        ],
        "totalCount": len(items),
        "pageInfo": {
            "startCursor": cursors[0] if cursors else None,
            "endCursor": cursors[-1] if cursors else None,
            "hasNextPage": stop < len(items),
            "hasPreviousPage": start > 0,
        },
    }
