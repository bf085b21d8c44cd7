"""Works the store: claims subjects that are due, runs a handler on each, and settles the claim.

A run lasts only as long as its lease: when that cannot be extended, because the store is out of
reach or another worker took the subject over, the handler is cancelled. A handler must therefore
yield to cancellation and, since a crash may come at any point, be idempotent. Code that blocks the
event loop starves the beat that extends leases.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import TypeVar

import structlog

from bot.work.handler import (
    Attempt,
    GiveUp,
    Handler,
    Hopeless,
    Outcome,
    Periodic,
    Policy,
    Run,
    TryAgainLater,
    words,
)
from bot.work.store import Claim, Delivery, Settlement, Store, StoreUnavailable, Verdict

MAX_TEXT = 2000
"""Characters kept of what a handler answers or an exception says."""

SOONEST = 0.01
"""Seconds before the store is asked again for what is due but was not to be had."""

T = TypeVar("T")

log = structlog.get_logger(__name__)


async def _say_nothing(subject: str, deliveries: Sequence[Delivery], error: str) -> None:
    """What `on_give_up` does unless told otherwise."""


def _not_observed(run: Run) -> None:
    """What `on_run` does unless told otherwise."""


class Worker:
    """Any number of them, on any number of hosts, may share a store."""

    def __init__(  # noqa: PLR0913  # all but the first two are named, and have defaults
        self,
        store: Store,
        handle: Handler,
        *,
        policy: Policy | None = None,
        periodic: Mapping[str, Periodic] | None = None,
        on_give_up: GiveUp = _say_nothing,
        on_run: Callable[[Run], None] = _not_observed,
        rng: random.Random | None = None,
    ) -> None:
        self._store = store
        self._handle = handle
        self._policy = policy or Policy()
        self._periodic = {f"cron:{name}": job for name, job in (periodic or {}).items()}
        self._on_give_up = on_give_up
        self._on_run = on_run
        self._rng = rng or random.Random()  # noqa: S311  # jitter is no secret
        self._leases: dict[str, asyncio.Timeout] = {}
        self._runs: set[asyncio.Task[None]] = set()
        self._wake = asyncio.Event()
        self._stopping = False

    async def run(self) -> None:
        """Works until `stop`, then lets runs end; cancelled, it hands back what runs at once."""
        self._store.subscribe(self._wake.set)
        async with asyncio.TaskGroup() as group:
            loops = [group.create_task(self._beat()), group.create_task(self._schedule())]
            await self._claim_until_stopped(group)
            await self._drain()
            for loop in loops:
                loop.cancel()

    def stop(self) -> None:
        """Makes `run` come to an end: nothing new is claimed, and what runs has `drain` seconds."""
        self._stopping = True
        self._wake.set()

    async def _claim_until_stopped(self, group: asyncio.TaskGroup) -> None:
        while not self._stopping:
            self._wake.clear()
            pause = await self._claim(group)
            with suppress(TimeoutError):
                async with asyncio.timeout(pause):
                    await self._wake.wait()

    async def _claim(self, group: asyncio.TaskGroup) -> float:
        """Starts what is due and there is room for; returns how long to wait unless woken."""
        room = self._policy.concurrency - len(self._runs)
        if not room:
            return self._policy.poll
        lease_ends = self._lease_ends()
        try:
            claims = await self._store.claim(room, self._policy.lease)
            for claim in claims:
                self._start(group, claim, lease_ends)
            next_due = await self._store.next_due() if len(claims) < room else None
        except StoreUnavailable as error:
            log.warning("work cannot be claimed", error=str(error))
            return self._policy.poll
        return self._policy.poll if next_due is None else self._bounded(next_due)

    def _bounded(self, pause: float) -> float:
        return min(max(pause, SOONEST), self._policy.poll)

    def _start(self, group: asyncio.TaskGroup, claim: Claim, lease_ends: float) -> None:
        run = group.create_task(self._run(claim, lease_ends))
        self._runs.add(run)
        run.add_done_callback(self._ended)

    def _ended(self, run: asyncio.Task[None]) -> None:
        self._runs.discard(run)
        self._wake.set()

    async def _run(self, claim: Claim, lease_ends: float) -> None:
        started = self._now()
        with structlog.contextvars.bound_contextvars(
            subject=claim.subject,
            deliveries=[delivery.id for delivery in claim.deliveries],
            attempt=claim.attempt,
        ):
            settlement = await self._settle_in_time(claim, lease_ends)
            seconds = self._now() - started
            if settlement is None:
                log.warning("lease lost", seconds=seconds)
            else:
                log.info("run ended", verdict=settlement.verdict, seconds=seconds)
            self._on_run(Run(claim, settlement, seconds))

    async def _settle_in_time(self, claim: Claim, lease_ends: float) -> Settlement | None:
        """Works a claim and ends it; None when the lease was lost on the way."""
        try:
            async with asyncio.timeout_at(lease_ends) as lease:
                self._leases[claim.token] = lease
                try:
                    settlement = await self._attempt(claim)
                finally:
                    # From here on the lease is not extended: what is left is one statement.
                    del self._leases[claim.token]
                ours = await self._insist(lambda: self._store.finish(claim, settlement))
        except TimeoutError:
            return None
        except asyncio.CancelledError:
            with suppress(StoreUnavailable):
                await self._store.finish(claim, Settlement(Verdict.POSTPONE, "Handed back."))
            raise
        return settlement if ours else None

    async def _attempt(self, claim: Claim) -> Settlement:
        limit = self._policy.max_attempts
        if claim.attempt > limit:
            return await self._give_up(claim, claim.error or "The process died at each attempt.")
        wait = self._policy.backoff.seconds(claim.attempt, self._rng)
        attempt = Attempt(claim.attempt, limit, wait if claim.attempt < limit else None)
        try:
            outcome = await self._work(claim, attempt)
        except TryAgainLater as error:
            log.warning("run postponed", error=str(error), retry_after=error.retry_after)
            return Settlement(Verdict.POSTPONE, describe(error), error.retry_after)
        except Hopeless as error:
            return await self._give_up(claim, describe(error))
        except Exception as error:
            log.exception("run failed", retry_in=attempt.retry_in)
            if attempt.retry_in is None:
                return await self._give_up(claim, describe(error))
            return Settlement(Verdict.RETRY, describe(error), attempt.retry_in)
        return Settlement(Verdict.DONE, storable(words(outcome)) if outcome else "")

    async def _work(self, claim: Claim, attempt: Attempt) -> Outcome | None:
        try:
            if claim.deliveries:
                return await self._handle(claim.subject, claim.deliveries, attempt)
            # Else it is periodic or, if nobody here knows it as that, was asked for during the run
            # that already saw to it.
            job = self._periodic.get(claim.subject)
            return await job.run() if job else None
        except asyncio.CancelledError as error:
            this = asyncio.current_task()
            if this and this.cancelling():
                raise
            raise RuntimeError("what it waited for was cancelled") from error

    async def _give_up(self, claim: Claim, error: str) -> Settlement:
        """A dead letter, once `on_give_up` has been told, for which it has as many tries again."""
        try:
            if claim.deliveries:
                await self._on_give_up(claim.subject, claim.deliveries, error)
        except TryAgainLater as later:
            return Settlement(Verdict.POSTPONE, error, later.retry_after)
        except Exception:
            log.exception("giving up failed")
            if claim.attempt < 2 * self._policy.max_attempts:
                wait = self._policy.backoff.seconds(claim.attempt, self._rng)
                return Settlement(Verdict.RETRY, error, wait)
        log.error("work given up", error=error)
        return Settlement(Verdict.DEAD, error)

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(self._policy.lease / 3)
            if self._leases:
                await self._extend(list(self._leases))

    async def _extend(self, tokens: Collection[str]) -> None:
        lease_ends = self._lease_ends()
        try:
            owned = await self._store.beat(tokens, self._policy.lease)
        except StoreUnavailable as error:
            log.warning("leases cannot be extended", error=str(error))
            return
        for token in tokens:
            lease = self._leases.get(token)
            if lease and not lease.expired():
                lease.reschedule(lease_ends if token in owned else self._now())

    def _lease_ends(self) -> float:
        """By our own watch, and read before the store is asked: never later than it has it."""
        return self._now() + self._policy.lease

    def _now(self) -> float:
        return asyncio.get_running_loop().time()

    async def _schedule(self) -> None:
        for subject, job in self._periodic.items():
            await self._insist(partial(self._store.schedule, subject, job.every))

    async def _insist(self, operation: Callable[[], Awaitable[T]]) -> T:
        while True:
            try:
                return await operation()
            except StoreUnavailable as error:
                log.warning("the store is out of reach", error=str(error))
                await asyncio.sleep(self._policy.poll)

    async def _drain(self) -> None:
        if self._runs:
            _, late = await asyncio.wait(self._runs, timeout=self._policy.drain)
            for run in late:
                run.cancel()


def describe(error: Exception) -> str:
    """An exception in words, as they are stored."""
    return storable(f"{type(error).__name__}: {error}")


def storable(text: str) -> str:
    """A text that any database takes: no NUL, no lone surrogate, not endless."""
    whole = text[:MAX_TEXT].replace("\0", "\N{REPLACEMENT CHARACTER}")
    return whole.encode("utf-8", "replace").decode()
