"""Durable work in PostgreSQL, shared by web and worker processes on any number of hosts."""

import asyncio
import importlib
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Collection, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from types import ModuleType
from typing import Any, Protocol, Self

from bot.work import postgres_queries as sql
from bot.work import schema
from bot.work.store import (
    DEADLINE,
    MAX_DELIVERIES_PER_CLAIM,
    BodyPurged,
    Claim,
    Clock,
    Delivery,
    Purged,
    Receipt,
    Record,
    Settlement,
    State,
    Stats,
    StoreUnavailable,
    UnknownDelivery,
)

MAX_CONNECTIONS = 5
"""For each process; small hosted databases allow twenty in all."""

ACQUIRE_SECONDS = 2.0
"""How long a connection that is free is waited for."""

STATEMENT_MILLISECONDS = 2400
"""When the server gives a statement up by itself: together with ACQUIRE_SECONDS before DEADLINE,
lest it come to pass after its caller has been told that it failed."""

MIGRATION_DEADLINE = 30.0
"""Seconds that processes which start together wait for the one that migrates."""

MIGRATION_LOCK = 0x7265676973747279
"""Any number will do, as long as nothing else in the database takes it as an advisory lock."""

RECONNECT_SECONDS = 1.0

PURGE_CHUNK = 500


class _Connection(Protocol):
    """The part of asyncpg's connection that is used; asyncpg carries no types of its own."""

    async def fetch(self, query: str, *args: object) -> list[tuple[Any, ...]]: ...

    def terminate(self) -> None: ...


class _Pool(Protocol):
    """The part of asyncpg's pool that is used."""

    async def acquire(self, *, timeout: float) -> _Connection: ...  # noqa: ASYNC109  # as it is there

    async def release(self, connection: _Connection) -> None: ...

    async def close(self) -> None: ...

    def terminate(self) -> None: ...


class PostgresStore:
    """A Store on a PostgreSQL server, whose restarts it survives."""

    def __init__(self, driver: ModuleType, url: str, pool: _Pool, clock: Clock | None) -> None:
        self._driver = driver
        self._url = url
        self._pool = pool
        self._clock = clock
        self._listeners: list[Callable[[], None]] = []
        self._received = asyncio.Event()
        self._tasks = [asyncio.create_task(self._listen()), asyncio.create_task(self._tell())]

    @classmethod
    async def open(cls, url: str, clock: Clock | None = None) -> Self:
        """Connects and brings the schema up to date; the default clock is the server's.

        Raises ImportError without asyncpg, StoreUnavailable, IncompatibleSchema.
        """
        driver = _import_driver()
        try:
            async with asyncio.timeout(MIGRATION_DEADLINE):
                await _migrate(driver, url)
            pool = await driver.create_pool(
                url,
                min_size=0,
                max_size=MAX_CONNECTIONS,
                timeout=DEADLINE,
                reset=_leave_as_it_is,
                server_settings={"statement_timeout": str(STATEMENT_MILLISECONDS)},
            )
        except _failures(driver) as error:
            raise StoreUnavailable(f"PostgreSQL cannot be used: {_words(error)}") from error
        return cls(driver, url, pool, clock)

    async def receive(
        self, delivery: Delivery, *, delay: float = 0.0, outcome: str | None = None
    ) -> Receipt:
        async with self._deadline():
            return await self._receive(delivery, delay, outcome)

    async def _receive(self, delivery: Delivery, delay: float, outcome: str | None) -> Receipt:
        state = State.PENDING if outcome is None else State.DONE
        new = await self._fetch(
            sql.RECEIVE,
            self._now(),
            delivery.id,
            delivery.subject,
            delivery.event,
            delivery.received,
            state,
            outcome or "",
            delivery.payload,
            delay,
        )
        if new:
            if state is State.PENDING:
                self._received.set()
            return Receipt(True, state, outcome or "")
        known = await self._fetch(sql.RECEIVE_AGAIN, self._now(), delivery.id)
        if not known:
            # Purged in the instant between the two.
            return await self._receive(delivery, delay, outcome)
        found, words, _ = known[0]
        return Receipt(False, State.DONE if found == State.DONE else State.PENDING, words)

    async def claim(self, limit: int, lease: float) -> Sequence[Claim]:
        claimed = await self._fetch(sql.CLAIM, self._now(), limit, lease)
        if not claimed:
            return []
        subjects = [subject for subject, *_ in claimed]
        pending = defaultdict[str, list[Delivery]](list)
        for row in await self._fetch(sql.PENDING, subjects, MAX_DELIVERIES_PER_CLAIM + 1):
            delivery = Delivery(*row)
            pending[delivery.subject].append(delivery)
        return [_claim(row, pending[row[0]]) for row in claimed]

    async def beat(self, tokens: Collection[str], lease: float) -> frozenset[str]:
        owned = await self._fetch(sql.BEAT, self._now(), list(tokens), lease)
        return frozenset(token for (token,) in owned)

    async def finish(self, claim: Claim, settlement: Settlement) -> bool:
        ours = await self._fetch(
            sql.FINISH,
            self._now(),
            claim.subject,
            claim.token,
            settlement.verdict,
            settlement.delay,
            claim.generation,
            claim.truncated,
            settlement.text,
            [delivery.id for delivery in claim.deliveries],
        )
        return bool(ours)

    async def schedule(self, subject: str, period: float) -> None:
        await self._fetch(sql.SCHEDULE, self._now(), subject, period)

    async def next_due(self) -> float | None:
        rows = await self._fetch(sql.NEXT_DUE, self._now())
        seconds: float | None = rows[0][0]
        return seconds

    def subscribe(self, wake: Callable[[], None]) -> None:
        self._listeners.append(wake)

    async def deliveries(
        self,
        *,
        state: State | None = None,
        subject: str | None = None,
        event: str | None = None,
        limit: int = 50,
    ) -> Sequence[Record]:
        given = {"state": state, "inbox.subject": subject, "event": event}
        filters = {column: value for column, value in given.items() if value is not None}
        where = " and ".join(f"{column} = ${n}" for n, column in enumerate(filters, start=2))
        rows = await self._fetch(
            f"{sql.RECORD} where {where or 'true'} order by seq desc limit $1",
            limit,
            *filters.values(),
        )
        return [_record(row) for row in rows]

    async def waiting(self, *, after: int, limit: int) -> Sequence[Record]:
        return [_record(row) for row in await self._fetch(sql.WAITING, after, limit)]

    async def show(self, delivery_id: str) -> Record:
        rows = await self._fetch(f"{sql.RECORD} where inbox.id = $1", delivery_id)
        if not rows:
            raise UnknownDelivery(delivery_id)
        bodies = await self._fetch(sql.BODY, delivery_id)
        return replace(_record(rows[0]), payload=bodies[0][0] if bodies else None)

    async def replay(self, delivery_id: str) -> None:
        known = await self._fetch(sql.REPLAY, self._now(), delivery_id)
        if not known:
            raise UnknownDelivery(delivery_id)
        if not known[0][0]:
            raise BodyPurged(delivery_id)

    async def purge(self, *, bodies_after: float, rows_after: float) -> Purged:
        bodies = await self._in_chunks(sql.PURGE_BODIES, min(bodies_after, rows_after))
        rows = await self._in_chunks(sql.PURGE_ROWS, rows_after)
        await self._fetch(sql.PURGE_IDLE_WORK)
        return Purged(bodies, rows)

    async def stats(self) -> Stats:
        ((pending, dead, oldest),) = await self._fetch(sql.STATS, self._now())
        return Stats(pending, dead, oldest)

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.wait(self._tasks)
        try:
            async with asyncio.timeout(DEADLINE):
                await self._pool.close()
        except TimeoutError:
            self._pool.terminate()

    def _now(self) -> float | None:
        return self._clock() if self._clock else None

    @asynccontextmanager
    async def _deadline(self) -> AsyncIterator[None]:
        try:
            async with asyncio.timeout(DEADLINE):
                yield
        except _failures(self._driver) as error:
            raise StoreUnavailable(_words(error)) from error

    async def _fetch(self, query: str, *args: object) -> list[tuple[Any, ...]]:
        async with self._deadline():
            return await self._fetch_patiently(query, *args)

    async def _fetch_patiently(self, query: str, *args: object) -> list[tuple[Any, ...]]:
        connection = await self._pool.acquire(timeout=ACQUIRE_SECONDS)
        try:
            return await connection.fetch(query, *args)
        except asyncio.CancelledError:
            # Asked to cancel the query, a server that is gone would keep us waiting for its word.
            connection.terminate()
            raise
        finally:
            await self._pool.release(connection)

    async def _in_chunks(self, query: str, age: float) -> int:
        total = 0
        while removed := await self._fetch(query, self._now(), age, PURGE_CHUNK):
            total += len(removed)
        return total

    async def _tell(self) -> None:
        """Tells all processes that work came in, once for all that came in meanwhile.

        A notification locks the whole database until its transaction is flushed to the disk: one
        with each delivery would let deliveries in one by one. One that is lost costs a poll.
        """
        while True:
            await self._received.wait()
            self._received.clear()
            with suppress(StoreUnavailable):
                await self._fetch(sql.TELL)

    async def _listen(self) -> None:
        """Hears of work that other processes accept; while deaf, workers fall back on polling."""
        while True:
            with suppress(*_failures(self._driver)):
                await self._listen_until_lost()
            await asyncio.sleep(RECONNECT_SECONDS)

    async def _listen_until_lost(self) -> None:
        lost = asyncio.Event()
        connection = await self._driver.connect(self._url, timeout=DEADLINE)
        try:
            connection.add_termination_listener(lambda _: lost.set())
            await connection.add_listener(sql.CHANNEL, lambda *_: self._wake())
            self._wake()
            await lost.wait()
        finally:
            connection.terminate()

    def _wake(self) -> None:
        for wake in self._listeners:
            wake()


def _import_driver() -> ModuleType:
    try:
        return importlib.import_module("asyncpg")
    except ModuleNotFoundError:
        raise ImportError(
            "PostgreSQL needs the driver asyncpg: install registry-bot[postgres]."
        ) from None


def _failures(driver: ModuleType) -> tuple[type[Exception], ...]:
    """What the server and the network do to us, as opposed to a mistake in a statement."""
    return (
        OSError,  # with TimeoutError
        driver.InterfaceError,
        driver.PostgresConnectionError,
        driver.InsufficientResourcesError,
        driver.InvalidAuthorizationSpecificationError,
        driver.InvalidCatalogNameError,
        driver.OperatorInterventionError,
        driver.PostgresSystemError,
        driver.ReadOnlySQLTransactionError,
        driver.TransactionRollbackError,
    )


def _words(error: Exception) -> str:
    return str(error) or type(error).__name__


async def _leave_as_it_is(_connection: object) -> None:
    """Nothing is ever set on a connection, so the pool need not spend a round trip on a reset."""


async def _migrate(driver: ModuleType, url: str) -> None:
    connection = await driver.connect(url, timeout=DEADLINE)
    try:
        async with connection.transaction():
            # `if not exists` does not keep two processes from creating one table at once.
            await connection.execute("select pg_advisory_xact_lock($1)", MIGRATION_LOCK)
            await connection.execute(
                "create table if not exists schema(version int, readable_from int)"
            )
            found = await connection.fetchrow("select version, readable_from from schema")
            for statement in schema.steps(found, sql.MIGRATIONS):
                await connection.execute(statement)
    finally:
        connection.terminate()


def _claim(row: tuple[Any, ...], deliveries: Sequence[Delivery]) -> Claim:
    subject, token, attempt, error, generation = row
    carried = tuple(deliveries[:MAX_DELIVERIES_PER_CLAIM])
    truncated = len(deliveries) > MAX_DELIVERIES_PER_CLAIM
    return Claim(subject, token, attempt, error, carried, generation, truncated)


def _record(row: tuple[Any, ...]) -> Record:
    delivery_id, subject, event, received, state, *rest = row
    return Record(delivery_id, subject, event, received, State(state), *rest)
