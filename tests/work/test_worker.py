"""How claims are run, retried, given up, cancelled and handed back, on every engine."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager

import pytest

from bot.work.handler import (
    Attempt,
    Backoff,
    Done,
    Hopeless,
    Ignored,
    Outcome,
    Periodic,
    Policy,
    Run,
    TryAgainLater,
)
from bot.work.store import Claim, Delivery, Settlement, State, Store, StoreUnavailable, Verdict
from bot.work.worker import Worker
from tests.work.samples import LEASE, Clock, delivery

POLICY = Policy(poll=0.02, lease=LEASE, max_attempts=3, backoff=Backoff(0.0), drain=5.0)


class Recorder:
    """A handler that notes its calls and does what it is told, in turn; the last thing for good."""

    def __init__(self, *acts: Outcome | Exception) -> None:
        self.acts = list(acts)
        self.calls: list[tuple[str, list[str], Attempt]] = []

    async def __call__(
        self, subject: str, deliveries: Sequence[Delivery], attempt: Attempt
    ) -> Outcome:
        self.calls.append((subject, [item.id for item in deliveries], attempt))
        act = self.acts.pop(0) if len(self.acts) > 1 else self.acts[0]
        if isinstance(act, Exception):
            raise act
        return act


@asynccontextmanager
async def working(worker: Worker) -> AsyncIterator[None]:
    task = asyncio.create_task(worker.run())
    try:
        yield
    finally:
        worker.stop()
        await task


async def until(condition: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(20):
        while not await condition():  # noqa: ASYNC110  # it is about a database
            await asyncio.sleep(0.01)


async def reaches(store: Store, name: str, state: State) -> None:
    async def reached() -> bool:
        return (await store.show(name)).state is state

    await until(reached)


@pytest.mark.parametrize(
    ("outcome", "stored"),
    [(Done("reviewed"), "reviewed"), (Ignored("a draft"), "Ignored: a draft")],
)
async def test_outcome_is_stored(store: Store, outcome: Outcome, stored: str) -> None:
    """What the handler answers is what becomes of its deliveries."""
    handle = Recorder(outcome)
    async with working(Worker(store, handle, policy=POLICY)):
        await store.receive(delivery("a"))
        await reaches(store, "a", State.DONE)
    assert (await store.show("a")).outcome == stored
    assert [(subject, names) for subject, names, _ in handle.calls] == [("o/r#1", ["a"])]


async def test_failing_work_is_retried_given_up_and_replayed(store: Store) -> None:
    """Exceptions cost attempts; after the last one the work is a dead letter until replayed."""
    handle = Recorder(OSError("one"), OSError("two"), OSError("three"), Done("at last"))
    told: list[tuple[str, list[str], str, State]] = []

    async def give_up(subject: str, deliveries: Sequence[Delivery], error: str) -> None:
        state = (await store.show("a")).state
        told.append((subject, [item.id for item in deliveries], error, state))

    async with working(Worker(store, handle, policy=POLICY, on_give_up=give_up)):
        await store.receive(delivery("a"))
        await reaches(store, "a", State.DEAD)
        assert (await store.show("a")).outcome == "OSError: three"
        await store.replay("a")
        await reaches(store, "a", State.DONE)
    assert told == [("o/r#1", ["a"], "OSError: three", State.PENDING)]
    assert [attempt.number for *_, attempt in handle.calls] == [1, 2, 3, 1]
    assert [attempt.retry_in for *_, attempt in handle.calls] == [0.0, 0.0, None, 0.0]


async def test_announced_retry_is_kept(store: Store, clock: Clock) -> None:
    """What a handler may tell people about the next try is what happens."""
    handle = Recorder(OSError("down"))
    policy = Policy(poll=0.02, lease=LEASE, backoff=Backoff(base=40.0))

    async def failed() -> bool:
        return (await store.show("a")).outcome != ""

    async with working(Worker(store, handle, policy=policy, rng=random.Random(7))):
        await store.receive(delivery("a"))
        await until(failed)
    ((*_, attempt),) = handle.calls
    assert attempt.retry_in == 40.0 * random.Random(7).uniform(0.5, 1.0)
    assert (await store.show("a")).due == pytest.approx(clock.now + attempt.retry_in)


async def test_rate_limit_costs_no_attempt(store: Store, clock: Clock) -> None:
    """However often it is kept from working, the first real try is attempt one."""
    limited = [TryAgainLater("slow down", 60.0) for _ in range(5)]
    handle = Recorder(*limited, Done())

    async def waits() -> bool:
        return len(handle.calls) <= 5 and (await store.show("a")).due == clock.now + 60.0

    async with working(Worker(store, handle, policy=POLICY)):
        await store.receive(delivery("a"))
        for _ in range(5):
            await until(waits)
            clock.advance(60.0)
        await reaches(store, "a", State.DONE)
    assert [attempt.number for *_, attempt in handle.calls] == [1] * 6


async def test_hopeless_work_is_given_up_at_once(store: Store) -> None:
    """What would fail the same each time is tried once, and told of."""
    handle = Recorder(Hopeless("no permission"))
    told: list[str] = []

    async def give_up(subject: str, deliveries: Sequence[Delivery], error: str) -> None:
        told.append(error)

    async with working(Worker(store, handle, policy=POLICY, on_give_up=give_up)):
        await store.receive(delivery("a"))
        await reaches(store, "a", State.DEAD)
    assert len(handle.calls) == 1
    assert told == ["Hopeless: no permission"]


async def test_work_that_kills_its_process_is_given_up(store: Store, clock: Clock) -> None:
    """Attempts that left no word count too: after the last one nobody tries again."""
    await store.receive(delivery("a"))
    for _ in range(POLICY.max_attempts):
        await store.claim(1, LEASE)
        clock.advance(LEASE)
    handle = Recorder(Done())
    async with working(Worker(store, handle, policy=POLICY)):
        await reaches(store, "a", State.DEAD)
    assert handle.calls == []
    assert (await store.show("a")).outcome == "The process died at each attempt."


async def test_giving_up_is_itself_retried(store: Store) -> None:
    """The hook that tells people may fail as the work did; the first error is what is kept."""
    handle = Recorder(OSError("the cause"))
    failures = [OSError("also down"), TryAgainLater("slow down", 0.0)]
    errors: list[str] = []

    async def give_up(subject: str, deliveries: Sequence[Delivery], error: str) -> None:
        errors.append(error)
        if failures:
            raise failures.pop()

    async with working(Worker(store, handle, policy=POLICY, on_give_up=give_up)):
        await store.receive(delivery("a"))
        await reaches(store, "a", State.DEAD)
    assert (await store.show("a")).outcome == "OSError: the cause"
    assert errors == ["OSError: the cause"] * 3


async def test_giving_up_ends(store: Store) -> None:
    """A hook that always fails does not keep a dead letter from becoming one."""

    async def give_up(subject: str, deliveries: Sequence[Delivery], error: str) -> None:
        raise OSError("never")

    worker = Worker(store, Recorder(OSError("no")), policy=POLICY, on_give_up=give_up)
    async with working(worker):
        await store.receive(delivery("a"))
        await reaches(store, "a", State.DEAD)


@pytest.mark.parametrize("act", [OSError, Done, Ignored])
async def test_any_text_is_stored(store: Store, act: Callable[[str], Outcome | Exception]) -> None:
    """Whatever a handler says, its words do not keep its run from being stored."""
    handle = Recorder(act("nul \0, lone surrogate \udcff, " + "long " * 9999))
    async with working(Worker(store, handle, policy=POLICY)):
        await store.receive(delivery("a"))
        await reaches(store, "a", State.DEAD if act is OSError else State.DONE)
    assert len((await store.show("a")).outcome) == 2000


async def test_cancellation_inside_a_handler_is_its_failure(store: Store) -> None:
    """Only the worker's own cancellation hands work back; any other is an error like the rest."""

    async def handle(subject: str, deliveries: Sequence[Delivery], attempt: Attempt) -> Outcome:
        raise asyncio.CancelledError

    async with working(Worker(store, handle, policy=POLICY)):
        await store.receive(delivery("a"))
        await reaches(store, "a", State.DEAD)
    assert "was cancelled" in (await store.show("a")).outcome


async def test_one_subject_fails_alone(store: Store) -> None:
    """Another subject's exception is nobody else's business."""

    async def handle(subject: str, deliveries: Sequence[Delivery], attempt: Attempt) -> Outcome:
        if subject == "o/r#1":
            raise RuntimeError("only this one")
        return Done()

    async with working(Worker(store, handle, policy=POLICY)):
        await store.receive(delivery("a", "o/r#1"))
        await store.receive(delivery("b", "o/r#2"))
        await reaches(store, "b", State.DONE)
        await reaches(store, "a", State.DEAD)


async def test_burst_collapses_into_one_more_run(store: Store) -> None:
    """What comes in during a run is one run more, never one beside it."""
    started, go_on = asyncio.Event(), asyncio.Event()
    runs: list[list[str]] = []

    async def handle(subject: str, deliveries: Sequence[Delivery], attempt: Attempt) -> Outcome:
        runs.append([item.id for item in deliveries])
        started.set()
        await go_on.wait()
        return Done()

    names = [f"d{n}" for n in range(20)]
    async with working(Worker(store, handle, policy=POLICY)):
        await store.receive(delivery("first"))
        await started.wait()
        for name in names:
            await store.receive(delivery(name))
        go_on.set()
        await reaches(store, names[-1], State.DONE)
    assert runs == [["first"], names]


async def test_redelivery_during_a_run_is_no_run_more(store: Store) -> None:
    """A run that ends what was asked for again leaves nothing to do."""
    started, go_on = asyncio.Event(), asyncio.Event()
    runs: list[list[str]] = []

    async def handle(subject: str, deliveries: Sequence[Delivery], attempt: Attempt) -> Outcome:
        runs.append([item.id for item in deliveries])
        started.set()
        await go_on.wait()
        return Done()

    async def idle() -> bool:
        return await store.next_due() is None

    async with working(Worker(store, handle, policy=POLICY)):
        await store.receive(delivery("a"))
        await started.wait()
        await store.receive(delivery("a"))
        go_on.set()
        await reaches(store, "a", State.DONE)
        await until(idle)
    assert runs == [["a"]]


async def test_concurrency_is_bounded_and_used(store: Store) -> None:
    """As many subjects at a time as the policy says, no more and no fewer."""
    running, most, full = 0, 0, asyncio.Event()

    async def handle(subject: str, deliveries: Sequence[Delivery], attempt: Attempt) -> Outcome:
        nonlocal running, most
        running += 1
        most = max(most, running)
        if running == 3:
            full.set()
        await full.wait()
        await asyncio.sleep(0)
        running -= 1
        return Done()

    policy = Policy(concurrency=3, poll=0.02, lease=LEASE)
    for n in range(9):
        await store.receive(delivery(f"d{n}", f"o/r#{n}"))
    async with working(Worker(store, handle, policy=policy)):
        for n in range(9):
            await reaches(store, f"d{n}", State.DONE)
    assert most == 3


async def test_subject_taken_over_is_let_go(store: Store, clock: Clock) -> None:
    """A run whose lease another worker took is cancelled, and its word no longer counts."""
    cancelled = asyncio.Event()
    started = asyncio.Event()
    seen: list[Run] = []

    async def handle(subject: str, deliveries: Sequence[Delivery], attempt: Attempt) -> Outcome:
        started.set()
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            cancelled.set()
            raise
        return Done()

    policy = Policy(poll=60.0, lease=3.0)
    async with working(Worker(store, handle, policy=policy, on_run=seen.append)):
        await store.receive(delivery("a"))
        await started.wait()
        claims: Sequence[Claim] = ()
        while not claims:  # a beat in between extends the lease once more
            clock.advance(LEASE)
            claims = await store.claim(1, LEASE)
        (taken,) = claims
        async with asyncio.timeout(20):
            await cancelled.wait()
        assert await store.finish(taken, Settlement(Verdict.DONE, "by the other"))
    assert (await store.show("a")).outcome == "by the other"
    assert seen  # more than one where the worker itself was the first to take it over
    assert all(run.settlement is None for run in seen)


class Outage:
    """A store that can be put out of reach."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.is_out = False

    def __getattr__(self, name: str) -> object:
        operation = getattr(self.store, name)
        if name == "subscribe":
            return operation

        async def reach(*args: object, **options: object) -> object:
            if self.is_out:
                raise StoreUnavailable("out of reach")
            return await operation(*args, **options)

        return reach


async def test_run_does_not_outlive_a_lease_it_cannot_extend(store: Store) -> None:
    """Out of the store's reach, a run ends in time for others to take the subject over."""
    outage = Outage(store)
    started, cancelled = asyncio.Event(), asyncio.Event()

    async def handle(subject: str, deliveries: Sequence[Delivery], attempt: Attempt) -> Outcome:
        started.set()
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            cancelled.set()
            raise
        return Done()

    policy = Policy(poll=0.02, lease=0.5)
    async with working(Worker(outage, handle, policy=policy)):
        await store.receive(delivery("a"))
        await started.wait()
        outage.is_out = True
        async with asyncio.timeout(20):
            await cancelled.wait()


async def test_worker_outlives_an_outage(store: Store) -> None:
    """What ended during an outage is stored after it, and work goes on."""
    outage = Outage(store)
    handle = Recorder(Done())
    outage.is_out = True
    ran = asyncio.Event()

    async def repair() -> Outcome:
        outage.is_out = True
        ran.set()
        return Done()

    periodic = {"repair": Periodic(300.0, repair)}
    async with working(Worker(outage, handle, policy=POLICY, periodic=periodic)):
        await asyncio.sleep(0.1)
        outage.is_out = False
        await ran.wait()
        await asyncio.sleep(0.1)
        outage.is_out = False
        await store.receive(delivery("a"))
        await reaches(store, "a", State.DONE)


async def test_stop_lets_runs_end(store: Store) -> None:
    """A graceful stop finishes what runs and starts nothing new."""
    started, go_on = asyncio.Event(), asyncio.Event()

    async def handle(subject: str, deliveries: Sequence[Delivery], attempt: Attempt) -> Outcome:
        started.set()
        await go_on.wait()
        return Done()

    worker = Worker(store, handle, policy=POLICY)
    async with working(worker):
        await store.receive(delivery("a"))
        await started.wait()
        worker.stop()
        await store.receive(delivery("b", "o/r#2"))
        go_on.set()
    assert (await store.show("a")).state is State.DONE
    assert (await store.show("b")).state is State.PENDING


async def stuck(subject: str, deliveries: Sequence[Delivery], attempt: Attempt) -> Outcome:
    await asyncio.sleep(60)
    return Done()


async def test_stop_hands_back_what_takes_too_long(store: Store) -> None:
    """After the deadline a run is cancelled and its subject is due at once, at no cost."""
    started = asyncio.Event()

    async def handle(subject: str, deliveries: Sequence[Delivery], attempt: Attempt) -> Outcome:
        started.set()
        return await stuck(subject, deliveries, attempt)

    policy = Policy(poll=0.02, lease=LEASE, drain=0.05)
    async with working(Worker(store, handle, policy=policy)):
        await store.receive(delivery("a"))
        await started.wait()
    (claim,) = await store.claim(1, LEASE)
    assert claim.attempt == 1


async def test_cancelled_worker_hands_back(store: Store) -> None:
    """Cancelled outright, a worker still does not leave its subjects to run out their leases."""
    started = asyncio.Event()

    async def handle(subject: str, deliveries: Sequence[Delivery], attempt: Attempt) -> Outcome:
        started.set()
        return await stuck(subject, deliveries, attempt)

    task = asyncio.create_task(Worker(store, handle, policy=POLICY).run())
    await store.receive(delivery("a"))
    await started.wait()
    task.cancel()
    await asyncio.wait([task])
    assert task.cancelled()
    (claim,) = await store.claim(1, LEASE)
    assert claim.attempt == 1


async def test_periodic_job_runs_at_start_and_every_period(store: Store, clock: Clock) -> None:
    """It is due when a worker starts, once for all workers, and a period after each run."""
    ran: list[float] = []

    async def repair() -> Outcome:
        ran.append(clock.now)
        if len(ran) == 2:
            raise OSError("once")
        return Done()

    start = clock.now
    periodic = {"repair": Periodic(300.0, repair)}
    workers = [Worker(store, Recorder(Done()), policy=POLICY, periodic=periodic) for _ in "ab"]

    async def ran_times(count: int) -> None:
        async def rests() -> bool:
            due = await store.next_due()
            return len(ran) >= count and due is not None and due > LEASE

        await until(rests)

    async with working(workers[0]):
        await ran_times(1)
        clock.advance(300.0)
        await ran_times(3)
        async with working(workers[1]):
            await ran_times(4)
    assert ran == [start, start + 300.0, start + 300.0, start + 300.0]


async def test_run_is_observed(store: Store) -> None:
    """Metrics see each run with its verdict."""
    seen: list[Run] = []
    handle = Recorder(OSError("once"), Done())
    async with working(Worker(store, handle, policy=POLICY, on_run=seen.append)):
        await store.receive(delivery("a"))
        await reaches(store, "a", State.DONE)
    assert [run.settlement.verdict for run in seen if run.settlement] == ["retry", "done"]


def test_backoff_doubles_to_its_cap_and_half_of_it_is_random() -> None:
    """Each wait lies between half and all of base * 2^(attempt - 1), bounded by the cap."""
    backoff, rng = Backoff(base=5.0, cap=60.0), random.Random(1)
    for attempt, whole in [(1, 5.0), (2, 10.0), (4, 40.0), (5, 60.0), (10_000, 60.0)]:
        waits = [backoff.seconds(attempt, rng) for _ in range(200)]
        assert whole / 2 <= min(waits) < 0.6 * whole
        assert 0.9 * whole < max(waits) <= whole
