"""Opening the SQLite file: kept private, brought up to date, the leases of the dead made void."""

import fcntl
import os
import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path

from bot.work import schema
from bot.work.store import StoreUnavailable

BUSY_SECONDS = 2.0
"""How long another process's lock is waited for: operations that queue behind one that waits in
vain are still answered within DEADLINE."""

MIGRATIONS: schema.Migrations = (
    (
        """create table inbox(
            seq integer primary key autoincrement, id text not null unique, subject text not null,
            event text not null, received real not null, state text not null,
            outcome text not null, finished real)""",
        "create index inbox_pending on inbox(subject, seq) where state = 'pending'",
        "create index inbox_dead on inbox(seq) where state = 'dead'",
        "create index inbox_done on inbox(finished) where state = 'done'",
        "create table body(seq integer primary key, payload blob not null)",
        """create table work(
            subject text primary key, generation integer not null, due real,
            not_before real not null default 0, token text, attempts integer not null default 0,
            error text not null default '', period real)""",
        "create index work_due on work(due) where due is not null",
    ),
)


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A connection in autocommit mode for any one thread, and the lock that says it is in use."""

    connection: sqlite3.Connection
    lock: int

    def close(self) -> None:
        self.connection.close()
        os.close(self.lock)


def open_file(path: Path, now: float) -> OpenFile:
    """Opens the file, made with its folder if missing.

    Raises StoreUnavailable, IncompatibleSchema.
    """
    try:
        _make_private(path)
        lock = os.open(f"{path}.lock", os.O_CREAT | os.O_RDWR, 0o600)
        try:
            return OpenFile(_open_locked(path, lock, now), lock)
        except BaseException:
            os.close(lock)
            raise
    except (OSError, sqlite3.Error) as error:
        raise StoreUnavailable(f"{path} cannot be opened: {error}") from error


def _make_private(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # SQLite gives its journals the permissions of the file, so it is enough to make that first.
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def _open_locked(path: Path, lock: int, now: float) -> sqlite3.Connection:
    alone = _is_alone(lock)
    # Only one thread ever uses it, but not the one that opens it.
    connection = sqlite3.connect(
        path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = full")
        connection.execute("begin immediate")
        with connection:
            _migrate(connection)
            if alone:
                _void_leases(connection, now)
    except BaseException:
        connection.close()
        raise
    # Shared for life: kept exclusive, it would let this process, when it restarts, void the leases
    # of another that came later and still lives.
    fcntl.flock(lock, fcntl.LOCK_SH)
    return connection


def _is_alone(lock: int) -> bool:
    """Takes the lock, exclusively if no other process has the store open, else shared.

    Neither is to be had only for the moment that another process is opening it.
    """
    give_up = time.monotonic() + BUSY_SECONDS
    while time.monotonic() < give_up:
        for mode, alone in ((fcntl.LOCK_EX, True), (fcntl.LOCK_SH, False)):
            try:
                fcntl.flock(lock, mode | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            return alone
        time.sleep(0.01)
    raise StoreUnavailable("another process is opening the database and does not come to an end")


def _migrate(db: sqlite3.Connection) -> None:
    db.execute("create table if not exists schema(version integer, readable_from integer)")
    found = db.execute("select version, readable_from from schema").fetchone()
    for statement in schema.steps(found, MIGRATIONS):
        db.execute(statement)


def _void_leases(db: sqlite3.Connection, now: float) -> None:
    db.execute("update work set token = null, due = ? where token is not null", (now,))
