"""Durable work: nothing accepted is lost, one run per subject at a time, on any number of hosts."""

from pathlib import Path

from bot.work.sqlite import SqliteStore
from bot.work.store import Clock, Store

__all__ = ["open_store"]


async def open_store(url: str, clock: Clock | None = None) -> Store:
    """Opens the store that a DATABASE_URL names, and brings its schema up to date.

    `sqlite:///path` is relative to the working folder, `sqlite:////path` absolute. The default
    clock is this machine's for SQLite and the server's for PostgreSQL.

    Raises ValueError for a URL that names no store, ImportError when PostgreSQL's driver is not
    installed, StoreUnavailable, IncompatibleSchema.
    """
    scheme, separator, path = url.partition("://")
    match scheme:
        case "sqlite" if len(path) > 1 and path.startswith("/"):
            return await SqliteStore.open(Path(path[1:]), clock)
        case "postgresql" | "postgres" if separator:
            # Imported late: its driver is an optional extra.
            from bot.work.postgres import PostgresStore  # noqa: PLC0415

            return await PostgresStore.open(url, clock)
    raise ValueError("DATABASE_URL must be sqlite:///path or postgresql://…")
