"""Faults on demand: what GitHub, or the network before it, does wrong, and when."""

from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Literal

SECONDARY = (
    "You have exceeded a secondary rate limit. Please wait a few minutes before you try again."
)


@dataclass(slots=True)
class Fault:
    """What goes wrong with some of the requests.

    `operation` is a pattern over an operation's name: an operation id of REST (`pulls/get`,
    `issues/*`) or its route (`GET /repos/{owner}/{repo}/pulls`), `graphql`,
    `graphql:<operation name>`, or `graphql.<root field>` such as `graphql.minimizeComment`, which
    fails that alias alone when `status` is 200.
    """

    operation: str = "*"
    status: int | None = None
    message: str = "Server Error"
    headers: dict[str, str] = field(default_factory=dict)
    skip: int = 0
    """So many matching requests go through first."""
    times: int | None = 1
    """How many requests it spoils; None: all."""
    after: str | None = None
    """Sleeps until an operation of this name has been carried out."""
    delay: float = 0.0
    """Seconds until the request is worked."""
    reset: Literal["before", "after"] | None = None
    """Cut the connection before the request is worked, or after, when its effect stands."""
    truncate: bool = False
    """Send half of the body, then cut the connection."""
    revoke: bool = False
    """The token in use is revoked just before."""
    kind: str = "FORBIDDEN"
    """The `type` of the error of one GraphQL alias."""
    hits: int = 0

    def matches(self, names: list[str]) -> bool:
        return any(fnmatchcase(name, self.operation) for name in names)


class Faults:
    """The faults in force; each request takes the first that is due for it."""

    def __init__(self) -> None:
        self.active: list[Fault] = []

    def add(self, *faults: Fault) -> None:
        self.active.extend(faults)

    def clear(self) -> None:
        self.active.clear()

    def take(self, names: list[str]) -> Fault | None:
        for fault in self.active:
            if fault.after or not fault.matches(names):
                continue
            if fault.skip:
                fault.skip -= 1
            elif fault.times is None or fault.hits < fault.times:
                fault.hits += 1
                return fault
        return None

    def worked(self, names: list[str]) -> None:
        """Wake the faults that waited for one of these operations."""
        for fault in self.active:
            if fault.after and any(fnmatchcase(name, fault.after) for name in names):
                fault.after = None


def server_error(operation: str = "*", status: int = 502, **options: object) -> Fault:
    return Fault(operation, status, **options)  # type: ignore[arg-type]


def secondary_limit(
    operation: str = "*", status: int = 403, retry_after: int | None = None, **options: object
) -> Fault:
    headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
    return Fault(operation, status, SECONDARY, headers, **options)  # type: ignore[arg-type]


def primary_limit(operation: str = "*", *, reset: int, **options: object) -> Fault:
    """A limit used up until `reset` (epoch seconds), for these requests alone.

    `RateLimits.exhaust` uses it up for all of them.
    """
    headers = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": str(reset)}
    message = "API rate limit exceeded for installation."
    return Fault(operation, 403, message, headers, **options)  # type: ignore[arg-type]


def lost_response(operation: str = "*", **options: object) -> Fault:
    """The write happens; its answer never arrives."""
    return Fault(operation, reset="after", **options)  # type: ignore[arg-type]


def lag(operation: str, after: str, times: int = 1) -> Fault:
    """Reads answer 404 for a while after a write, as replicas behind it do."""
    return Fault(operation, 404, "Not Found", after=after, times=times)


def refuse_field(name: str, message: str, kind: str = "FORBIDDEN", **options: object) -> Fault:
    """One GraphQL root field fails; the request's other aliases go on."""
    return Fault(f"graphql.{name}", 200, message, kind=kind, **options)  # type: ignore[arg-type]
