"""What durable work promises, whichever database keeps it.

Deliveries are kept in an inbox, one row each. The unit of work is not the delivery but its
*subject* (one pull request, one issue): each subject has one work row, which is at once its mutex,
its timer and its retry counter. A claim hands one subject, with every delivery pending on it, to
one worker for the length of a lease; a token fences whatever a worker says after it lost the lease.

Times are Unix seconds, durations are seconds. Every operation may raise StoreUnavailable, and does
so within five seconds rather than hang.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

DEADLINE = 4.5
"""Seconds an operation may take: GitHub hangs up at ten, and a 503 within five is promised."""

MAX_DELIVERIES_PER_CLAIM = 256
"""Bounds what one run holds in memory; what is left over makes the subject due again at once."""

Clock = Callable[[], float]


class StoreUnavailable(Exception):  # noqa: N818  # the name says what a caller may do: try later
    """The database is locked, full, read-only, unreachable or too slow.

    Nothing is known to have been stored, and it is safe to ask again.
    """


class IncompatibleSchema(Exception):  # noqa: N818  # a fact about the database, not a fault in it
    """The database was written by a release too new for this one to work with."""


class UnknownDelivery(LookupError):  # noqa: N818  # see above
    """No delivery has this id, or its row has been purged."""


class BodyPurged(LookupError):  # noqa: N818  # see above
    """The delivery is known but its body is no longer kept, so it cannot be replayed."""


class State(StrEnum):
    """Where a delivery stands."""

    PENDING = "pending"
    DONE = "done"
    DEAD = "dead"


class Verdict(StrEnum):
    """How a claim ends."""

    DONE = "done"
    RETRY = "retry"
    """It failed: again after a delay, or at once if something new came in meanwhile."""
    POSTPONE = "postpone"
    """It was kept from working: again after a delay that new deliveries do not shorten, and the
    attempt does not count."""
    DEAD = "dead"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One verified webhook delivery, as received."""

    id: str
    subject: str
    event: str
    payload: bytes
    received: float


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of handing in a delivery: whether it was new, and how it stands now."""

    is_new: bool
    state: State
    outcome: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One subject, leased: its pending deliveries, oldest first (none for a periodic subject)."""

    subject: str
    token: str
    attempt: int
    """Counts from 1 over the runs that failed or were killed since the subject last went well."""
    error: str
    """What the previous attempt ended with; empty on the first, or if it left no word."""
    deliveries: tuple[Delivery, ...]
    generation: int
    """Grows whenever a subject is asked for; a change during the run makes it due again."""
    truncated: bool
    """More deliveries are pending than one claim carries."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """A verdict with its words, and the delay of RETRY and POSTPONE."""

    verdict: Verdict
    text: str = ""
    delay: float = 0.0


@dataclass(frozen=True, slots=True)
class Record:
    """A delivery as an operator sees it."""

    id: str
    subject: str
    event: str
    received: float
    state: State
    outcome: str
    finished: float | None
    attempts: int
    """Attempts so far of the run it is waiting for; 0 when nothing is pending."""
    due: float | None
    """When it is tried next, or its lease ends if it runs now; None when nothing is pending."""
    size: int | None
    """Bytes of the body; None once that is purged."""
    number: int
    """Grows in the order of arrival."""
    payload: bytes | None = None
    """The body, filled in by `show` alone and only while it is kept."""


@dataclass(frozen=True, slots=True)
class Stats:
    """How much is waiting: counts of deliveries, and the age of the oldest pending one."""

    pending: int
    dead: int
    oldest: float | None


@dataclass(frozen=True, slots=True)
class Purged:
    """How many bodies and how many whole rows a purge removed."""

    bodies: int
    rows: int


class Store(Protocol):
    """Durable work; safe to share between tasks of the event loop it was opened in."""

    async def receive(
        self, delivery: Delivery, *, delay: float = 0.0, outcome: str | None = None
    ) -> Receipt:
        """Stores a delivery durably and makes its subject due after `delay`.

        With an `outcome` it needs no work and is stored as done. A known id is not stored twice: if
        pending, its subject is woken; if dead, it is revived, because only a person redelivers;
        if done, nothing happens.
        """
        ...

    async def claim(self, limit: int, lease: float) -> Sequence[Claim]:
        """Leases up to `limit` subjects that are due, longest due first."""
        ...

    async def beat(self, tokens: Collection[str], lease: float) -> frozenset[str]:
        """Extends leases; returns the tokens that are still owned."""
        ...

    async def finish(self, claim: Claim, settlement: Settlement) -> bool:
        """Ends a claim; False, and nothing is changed, if its lease was lost."""
        ...

    async def schedule(self, subject: str, period: float) -> None:
        """Makes a subject periodic and due now; it falls due again `period` after each run."""
        ...

    async def next_due(self) -> float | None:
        """Seconds until a subject falls due (negative: already is), None if none ever will."""
        ...

    def subscribe(self, wake: Callable[[], None]) -> None:
        """Calls `wake` in the event loop whenever a subject may have become due early."""
        ...

    async def deliveries(
        self,
        *,
        state: State | None = None,
        subject: str | None = None,
        event: str | None = None,
        limit: int = 50,
    ) -> Sequence[Record]:
        """The newest deliveries that match every filter given, newest first, without bodies."""
        ...

    async def waiting(self, *, after: int, limit: int) -> Sequence[Record]:
        """The pending deliveries numbered above `after`, oldest first, without bodies."""
        ...

    async def show(self, delivery_id: str) -> Record:
        """One delivery with its body. Raises UnknownDelivery."""
        ...

    async def replay(self, delivery_id: str) -> None:
        """Makes a delivery pending and its subject due now, with all its attempts ahead of it.

        Raises UnknownDelivery, BodyPurged.
        """
        ...

    async def purge(self, *, bodies_after: float, rows_after: float) -> Purged:
        """Removes bodies, then whole rows, of deliveries done longer ago than this.

        Pending and dead ones stay. A duplicate is recognised only while its row is kept.
        """
        ...

    async def stats(self) -> Stats:
        """What is waiting."""
        ...

    async def close(self) -> None:
        """Lets go of the database; operations raise StoreUnavailable from then on."""
        ...
