"""Durable work in one SQLite file: the embedded default, for one machine.

Several processes may share the file. A lock beside it tells a process that starts whether it is
alone: if so, every lease in the file belongs to the dead and is void at once.
"""

import asyncio
import time
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Any, Self

from bot.work import sqlite_queries
from bot.work.sqlite_file import OpenFile, open_file
from bot.work.sqlite_writer import T, Writer
from bot.work.store import (
    Claim,
    Clock,
    Delivery,
    Purged,
    Receipt,
    Record,
    Settlement,
    State,
    Stats,
)


class SqliteStore:
    """A Store in one file, in WAL mode, each commit flushed to the disk."""

    def __init__(self, file: OpenFile, clock: Clock) -> None:
        self._writer = Writer(file)
        self._clock = clock
        self._listeners: list[Callable[[], None]] = []

    @classmethod
    async def open(cls, path: Path, clock: Clock | None = None) -> Self:
        """Opens the file, made with its folder if missing.

        Raises StoreUnavailable, IncompatibleSchema.
        """
        clock = clock or time.time
        return cls(await asyncio.to_thread(open_file, path, clock()), clock)

    async def receive(
        self, delivery: Delivery, *, delay: float = 0.0, outcome: str | None = None
    ) -> Receipt:
        receipt = await self._run(sqlite_queries.receive, delivery, delay, outcome)
        if receipt.state is State.PENDING:
            self._wake()
        return receipt

    async def claim(self, limit: int, lease: float) -> Sequence[Claim]:
        return await self._run(sqlite_queries.claim, limit, lease)

    async def beat(self, tokens: Collection[str], lease: float) -> frozenset[str]:
        return await self._run(sqlite_queries.beat, tokens, lease)

    async def finish(self, claim: Claim, settlement: Settlement) -> bool:
        return await self._run(sqlite_queries.finish, claim, settlement)

    async def schedule(self, subject: str, period: float) -> None:
        await self._run(sqlite_queries.schedule, subject, period)
        self._wake()

    async def next_due(self) -> float | None:
        return await self._run(sqlite_queries.next_due)

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
        return await self._run(sqlite_queries.deliveries, filters, limit)

    async def waiting(self, *, after: int, limit: int) -> Sequence[Record]:
        return await self._run(sqlite_queries.waiting, after, limit)

    async def show(self, delivery_id: str) -> Record:
        return await self._run(sqlite_queries.show, delivery_id)

    async def replay(self, delivery_id: str) -> None:
        await self._run(sqlite_queries.replay, delivery_id)
        self._wake()

    async def purge(self, *, bodies_after: float, rows_after: float) -> Purged:
        bodies = await self._in_chunks(sqlite_queries.purge_bodies, min(bodies_after, rows_after))
        rows = await self._in_chunks(sqlite_queries.purge_rows, rows_after)
        await self._run(sqlite_queries.purge_idle_work)
        return Purged(bodies, rows)

    async def stats(self) -> Stats:
        return await self._run(sqlite_queries.stats)

    async def close(self) -> None:
        await self._writer.close()

    async def _run(self, operation: Callable[..., T], *args: Any) -> T:
        """Runs `operation(connection, now, *args)`, the time being read when its turn comes."""
        return await self._writer.run(lambda db: operation(db, self._clock(), *args))

    async def _in_chunks(self, remove: Callable[..., int], age: float) -> int:
        total = 0
        while removed := await self._run(remove, age):
            total += removed
        return total

    def _wake(self) -> None:
        for wake in self._listeners:
            wake()
