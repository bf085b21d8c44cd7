"""The record of every request, and counting those of one step."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class Request:
    method: str
    path: str
    operation: str
    """The operation id of REST, or `graphql`; empty when there is no such operation."""
    template: str
    """The path with its parameters' names: `/repos/{owner}/{repo}`."""
    token: str
    """The kind of credential: app, installation, anonymous or refused."""
    status: int = 0
    """0 when the connection was cut before an answer."""
    graphql_name: str | None = None
    graphql_kind: str | None = None
    """query or mutation."""
    fields: list[str] = field(default_factory=list)
    """The root fields of a GraphQL document, one for each alias."""

    @property
    def writes(self) -> int:
        """How many things it meant to change: one for each mutation alias."""
        if self.operation == "graphql":
            return len(self.fields) if self.graphql_kind == "mutation" else 0
        return int(self.method not in {"GET", "HEAD"})

    @property
    def points(self) -> int:
        """Its weight in GitHub's secondary limit: 1 for a read, 5 for a write."""
        return 5 if self.writes else 1

    def __str__(self) -> str:
        if self.operation == "graphql":
            return f"graphql {self.graphql_kind} {self.graphql_name}: {', '.join(self.fields)}"
        return f"{self.method} {self.template or self.path}"


@dataclass(slots=True)
class Count:
    """A stretch of the journal; open-ended while it is being counted."""

    journal: "Journal"
    start: int
    stop: int | None = None

    @property
    def requests(self) -> list[Request]:
        return list(self.journal[self.start : self.stop])

    def __len__(self) -> int:
        return len(self.requests)

    @property
    def writes(self) -> int:
        return sum(request.writes for request in self.requests)

    @property
    def points(self) -> int:
        return sum(request.points for request in self.requests)

    @property
    def operations(self) -> Counter[str]:
        """How often each operation was asked for; a GraphQL request counts by its fields."""
        return Counter(
            name
            for request in self.requests
            for name in (request.fields if request.operation == "graphql" else [request.operation])
        )

    @property
    def lines(self) -> list[str]:
        return [str(request) for request in self.requests]


class Journal(list[Request]):
    @contextmanager
    def counting(self) -> Iterator[Count]:
        """Count what is asked inside the block."""
        count = Count(self, len(self))
        try:
            yield count
        finally:
            count.stop = len(self)
