"""One thread that owns one SQLite connection and commits what many tasks ask for together.

A durable commit costs a disk flush whatever it holds, so operations that wait while one is under
way share the next (group commit); a savepoint each keeps one that fails from undoing the others.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, TypeVar

from bot.work.sqlite_file import OpenFile
from bot.work.store import DEADLINE, StoreUnavailable

MAX_BATCH = 256

T = TypeVar("T")
Operation = Callable[[sqlite3.Connection], T]


@dataclass(frozen=True, slots=True)
class _Job:
    operation: Operation[Any]
    answer: asyncio.Future[Any]


@dataclass(frozen=True, slots=True)
class _Raised:
    error: Exception


class Writer:
    """Runs operations in the order they were asked for, each durable before it answers."""

    def __init__(self, file: OpenFile) -> None:
        """Must be made in the event loop that uses it, which it serves from then on."""
        self._file = file
        self._connection = file.connection
        self._loop = asyncio.get_running_loop()
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._closed = False
        # A daemon, so that a process that dies without closing the store is not kept alive by it.
        self._thread = Thread(target=self._serve, name="sqlite-writer", daemon=True)
        self._thread.start()

    async def run(self, operation: Operation[T]) -> T:
        """What `operation` returned, once committed, or what it raised, undone.

        Raises StoreUnavailable when the database fails it or does not answer within DEADLINE.
        """
        if self._closed:
            raise StoreUnavailable("the store is closed")
        answer: asyncio.Future[T] = self._loop.create_future()
        self._jobs.put(_Job(operation, answer))
        try:
            async with asyncio.timeout(DEADLINE):
                return await answer
        except TimeoutError:
            raise StoreUnavailable("the database does not answer") from None

    async def close(self) -> None:
        """Finishes what was asked for, then closes the connection."""
        if not self._closed:
            self._closed = True
            self._jobs.put(None)
            await asyncio.to_thread(self._thread.join, DEADLINE)

    def _serve(self) -> None:
        for batch in self._batches():
            answers = self._commit(batch)
            # The loop may be gone when its process is on its way out; nobody is waiting then.
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(_answer, batch, answers)
        self._file.close()

    def _batches(self) -> Iterator[list[_Job]]:
        is_open = True
        while is_open:
            jobs = [self._jobs.get()]
            with suppress(Empty):
                while len(jobs) < MAX_BATCH:
                    jobs.append(self._jobs.get_nowait())
            is_open = None not in jobs
            if batch := [job for job in jobs if job]:
                yield batch

    def _commit(self, batch: list[_Job]) -> list[Any]:
        try:
            self._connection.execute("begin immediate")
            answers = [self._attempt(job) for job in batch]
            self._connection.execute("commit")
        except Exception as error:  # noqa: BLE001  # it is handed to the waiting tasks
            with suppress(sqlite3.Error):
                if self._connection.in_transaction:
                    self._connection.execute("rollback")
            return [_Raised(unavailable(error)) for _ in batch]
        return answers

    def _attempt(self, job: _Job) -> Any:
        if job.answer.cancelled():
            # Whoever gave up waiting has been told that nothing is known to be stored.
            return None
        self._connection.execute("savepoint operation")
        try:
            answer = job.operation(self._connection)
        except Exception as error:
            if is_unavailable(error):
                raise
            self._connection.execute("rollback to operation")
            answer = _Raised(error)
        self._connection.execute("release operation")
        return answer


def is_unavailable(error: Exception) -> bool:
    """Whether the database failed (locked, full, read-only, damaged), not who asked."""
    return isinstance(error, sqlite3.OperationalError) or type(error) is sqlite3.DatabaseError


def unavailable(error: Exception) -> Exception:
    """What the waiting tasks are told of an error that undid the whole batch."""
    return StoreUnavailable(str(error)) if isinstance(error, sqlite3.Error) else error


def _answer(batch: list[_Job], answers: list[Any]) -> None:
    for job, answer in zip(batch, answers, strict=True):
        if job.answer.done():
            continue
        if isinstance(answer, _Raised):
            job.answer.set_exception(answer.error)
        else:
            job.answer.set_result(answer)
