"""What a handler is given and what it gives back."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.github.accounts import Refused
from tests.github.auth import Principal
from tests.github.conversation import Comment, Issue
from tests.github.git import Commit
from tests.github.pulls import PullRequest
from tests.github.repository import Repository
from tests.github.state import World

if TYPE_CHECKING:
    from tests.github.deliveries import Deliveries
    from tests.github.limits import RateLimits

NOT_FOUND = "Not Found"
NO_ACCESS = "Resource not accessible by integration"


class Read(dict[str, Any]):
    """A request's fields, which remembers those that nobody looked at."""

    def __init__(self, given: dict[str, Any]) -> None:
        super().__init__(given)
        self.unread = set(given)

    def __getitem__(self, name: str) -> Any:
        self.unread.discard(name)
        return super().__getitem__(name)

    def __contains__(self, name: object) -> bool:
        self.unread.discard(str(name))
        return super().__contains__(name)

    def get(self, name: str, default: Any = None) -> Any:
        self.unread.discard(name)
        return super().get(name, default)


@dataclass(slots=True)
class Call:
    world: World
    deliveries: "Deliveries"
    limits: "RateLimits"
    principal: Principal
    path: dict[str, str]
    query: dict[str, str]
    body: Any
    accept: str
    needs: str

    @property
    def repository(self) -> Repository:
        """The repository named, if the caller may do there what the operation needs."""
        return self.reach(self.world.repository(f"{self.path['owner']}/{self.path['repo']}"))

    def reach(self, repository: Repository) -> Repository:
        """Raises Refused: 404 where the caller cannot even look, else 403."""
        if self.principal.may(repository, self.needs):
            repository.check_writable(self.needs)
            return repository
        if not self.principal.may(repository, "metadata:read"):
            raise Refused(404, NOT_FOUND)
        raise Refused(403, NO_ACCESS)

    @property
    def issue(self) -> Issue:
        found = self.repository.issues.get(int(self.path["issue_number"]))
        if found is None:
            raise Refused(404, NOT_FOUND)
        return found

    @property
    def pull(self) -> PullRequest:
        found = self.repository.issues.get(int(self.path["pull_number"]))
        if not isinstance(found, PullRequest):
            raise Refused(404, NOT_FOUND)
        return found

    @property
    def comment(self) -> Comment:
        comments = [each for one in self.repository.issues.values() for each in one.comments]
        found: Comment = by_id(comments, self.path["comment_id"])
        return found

    def commit(self, revision: str) -> Commit:
        found = self.repository.resolve(revision)
        if found is None:
            raise Refused(422, f"No commit found for SHA: {revision}")
        return found


def by_id(things: Sequence[Any], wanted: str) -> Any:
    for thing in things:
        if thing.id == int(wanted):
            return thing
    raise Refused(404, NOT_FOUND)


@dataclass(slots=True)
class Reply:
    """An answer; a handler makes one where status, headers or bytes are not the usual ones."""

    status: int
    data: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    raw: bytes | None = None

    @property
    def body(self) -> bytes:
        if self.raw is not None:
            return self.raw
        return b"" if self.status == 204 else json.dumps(self.data).encode()


@dataclass(slots=True)
class Page:
    """A list to be cut into pages, under `key` beside `total_count` where there is one."""

    items: Sequence[Any]
    shape: Callable[[Any], Any]
    key: str | None = None


Handler = Callable[[Call], Any]


@dataclass(frozen=True, slots=True)
class Route:
    handler: Handler
    needs: str
    """Permission alternatives, `app` for the App's JWT, or nothing."""


ROUTES: dict[str, Route] = {}


def operation(name: str, needs: str = "") -> Callable[[Handler], Handler]:
    def register(handler: Handler) -> Handler:
        ROUTES[name] = Route(handler, needs)
        return handler

    return register
