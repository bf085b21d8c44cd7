"""What a worker runs and what it may answer."""

import random
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.work.store import Claim, Delivery, Settlement


class TryAgainLater(Exception):  # noqa: N818  # it says what to do, as a rate limit does
    """Raised by a handler that was kept from working: wait `retry_after` seconds.

    It does not count as an attempt, and deliveries that come in meanwhile do not shorten the wait.
    """

    def __init__(self, message: str, retry_after: float) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class Hopeless(Exception):  # noqa: N818  # see above
    """Raised by a handler that would fail the same however often it is tried: given up at once."""


@dataclass(frozen=True, slots=True)
class Done:
    """The subject is as it should be."""

    text: str = ""


@dataclass(frozen=True, slots=True)
class Ignored:
    """We chose not to act."""

    reason: str


Outcome = Done | Ignored


def words(outcome: Outcome) -> str:
    """An outcome as it is stored with its deliveries."""
    match outcome:
        case Done(text):
            return text
        case Ignored(reason):
            return f"Ignored: {reason}"


@dataclass(frozen=True, slots=True)
class Attempt:
    """Which attempt a run is (from 1), of how many, and when the next would follow.

    `retry_in`, in seconds, is what will really be waited, so a handler may announce it before it
    raises; None on the last attempt, after which the work is given up.
    """

    number: int
    limit: int
    retry_in: float | None


class Handler(Protocol):
    """Brings one subject to where its deliveries, oldest first, ask it to be."""

    async def __call__(
        self, subject: str, deliveries: Sequence[Delivery], attempt: Attempt
    ) -> Outcome: ...


class GiveUp(Protocol):
    """Told of deliveries about to become dead letters, with the last error; at least once."""

    async def __call__(self, subject: str, deliveries: Sequence[Delivery], error: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Periodic:
    """A job of the whole installation: each run on one host, `every` seconds after the last one.

    It also falls due whenever a worker starts.
    """

    every: float
    run: Callable[[], Awaitable[Outcome]]


@dataclass(frozen=True, slots=True)
class Backoff:
    """The wait before a retry: doubled with each attempt up to `cap` seconds, half of it random."""

    base: float = 5.0
    cap: float = 900.0

    def seconds(self, attempt: int, rng: random.Random) -> float:
        # 64 doublings exceed any cap and still fit a float.
        whole = min(self.cap, self.base * 2.0 ** min(attempt - 1, 64))
        return whole * rng.uniform(0.5, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """How a worker works; durations in seconds."""

    concurrency: int = 8
    lease: float = 15.0
    """After this long without a sign of life, a subject is another worker's to take."""
    poll: float = 1.0
    """How soon work is noticed that no notification announced."""
    max_attempts: int = 10
    backoff: Backoff = Backoff()
    drain: float = 20.0
    """How long runs may go on after `stop` before they are handed back."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run that ended, as metrics want it; no settlement means that its lease was lost."""

    claim: Claim
    settlement: Settlement | None
    seconds: float
