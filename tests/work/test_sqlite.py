"""What is particular to the embedded engine: one file, its lock, its disk."""

import asyncio
import sqlite3
import stat
import threading
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.work.sqlite import SqliteStore
from bot.work.sqlite_file import open_file
from bot.work.store import StoreUnavailable, UnknownDelivery
from tests.work.samples import DONE, LEASE, Clock, delivery


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "work.db"


@pytest.fixture
async def store(path: Path, clock: Clock) -> AsyncIterator[SqliteStore]:
    store = await SqliteStore.open(path, clock)
    yield store
    await store.close()


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


async def test_file_is_private(store: SqliteStore, path: Path) -> None:
    """Bodies may come from private repositories: no other user reads them."""
    await store.receive(delivery("a"))
    files = {each.name: mode(each) for each in path.parent.iterdir()}
    assert mode(path.parent) == 0o700
    assert set(files) == {"work.db", "work.db-wal", "work.db-shm", "work.db.lock"}
    assert set(files.values()) == {0o600}


async def test_commits_are_flushed(store: SqliteStore) -> None:
    """A power cut loses nothing accepted: write-ahead log, flushed at every commit."""
    pragmas = ("journal_mode", "synchronous")
    found = [
        await store._writer.run(lambda db, name=name: db.execute(f"pragma {name}").fetchone()[0])
        for name in pragmas
    ]
    assert found == ["wal", 2]


async def test_process_alone_voids_the_leases_of_the_dead(path: Path, clock: Clock) -> None:
    """Restarted, a lone process takes up its own work at once, and the attempt counts."""
    killed = await SqliteStore.open(path, clock)
    await killed.receive(delivery("a"))
    await killed.claim(1, LEASE)
    await killed.close()
    store = await SqliteStore.open(path, clock)
    (claim,) = await store.claim(1, LEASE)
    assert claim.attempt == 2
    await store.close()


async def test_second_process_leaves_leases_alone(
    store: SqliteStore, path: Path, clock: Clock
) -> None:
    """As long as another has the file open, what it leased is its own; even if that came later."""
    await store.receive(delivery("a"))
    (claim,) = await store.claim(1, LEASE)
    second = await SqliteStore.open(path, clock)
    assert not await second.claim(1, LEASE)
    await store.close()
    third = await SqliteStore.open(path, clock)
    assert not await third.claim(1, LEASE)
    assert await second.finish(claim, DONE)
    await second.close()
    await third.close()


async def test_two_stores_share_a_file(store: SqliteStore, path: Path, clock: Clock) -> None:
    """What many tasks of two stores write at once is all there."""
    second = await SqliteStore.open(path, clock)
    names = [f"d{n}" for n in range(400)]
    stores = [store, second]
    receipts = await asyncio.gather(
        *(stores[n % 2].receive(delivery(name)) for n, name in enumerate(names))
    )
    assert all(receipt.is_new for receipt in receipts)
    assert (await second.stats()).pending == len(names)
    await second.close()


async def test_locked_database_answers_within_five_seconds(store: SqliteStore, path: Path) -> None:
    """However many wait behind a lock that is not let go, each is told in time; then it is over."""
    with closing(sqlite3.connect(path, isolation_level=None)) as holder:
        holder.execute("begin immediate")

        async def refused(number: int) -> None:
            await asyncio.sleep(number * 0.5)
            with pytest.raises(StoreUnavailable):
                async with asyncio.timeout(5.0):
                    await store.receive(delivery(f"d{number}"))

        await asyncio.gather(*(refused(number) for number in range(5)))
    assert (await store.receive(delivery("d0"))).is_new


async def test_locked_database_cannot_be_opened(store: SqliteStore, path: Path) -> None:
    """Opening waits no longer for a lock than an operation does."""
    with closing(sqlite3.connect(path, isolation_level=None)) as holder:
        holder.execute("begin immediate")
        with pytest.raises(StoreUnavailable, match="locked"):
            async with asyncio.timeout(5.0):
                await SqliteStore.open(path)


async def test_disk_that_hangs_is_not_waited_for(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A write that never returns costs its caller the deadline, and what gave up is not stored."""
    monkeypatch.setattr("bot.work.sqlite_writer.DEADLINE", 0.1)
    go_on = threading.Event()
    stuck = asyncio.create_task(store._writer.run(lambda _: go_on.wait()))
    await asyncio.sleep(0)
    with pytest.raises(StoreUnavailable, match="does not answer"):
        await store.receive(delivery("a"))
    go_on.set()
    with pytest.raises(StoreUnavailable):
        await stuck
    monkeypatch.undo()
    with pytest.raises(UnknownDelivery):
        await store.show("a")


@pytest.mark.parametrize(
    ("fault", "cure", "words"),
    [
        ("max_page_count = 20", "max_page_count = 1000000", "full"),
        ("query_only = on", "query_only = off", "readonly"),
    ],
    ids=["full", "read-only"],
)
async def test_disk_that_cannot_be_written_is_unavailable(
    store: SqliteStore, fault: str, cure: str, words: str
) -> None:
    """Full or read-only, the disk is named as the cause; what fits later is accepted later."""
    big = [f"d{n}" for n in range(40)]
    connection = store._writer._connection
    connection.execute(f"pragma {fault}").fetchall()
    answers = await asyncio.gather(
        *(store.receive(delivery(name * 900)) for name in big), return_exceptions=True
    )
    refused = [answer for answer in answers if isinstance(answer, StoreUnavailable)]
    assert refused
    assert all(words in str(answer) for answer in refused)
    connection.execute(f"pragma {cure}").fetchall()
    again = [await store.receive(delivery(name * 900)) for name in big]
    assert sum(receipt.is_new for receipt in again) == len(refused)


async def test_failed_operation_undoes_itself_alone(store: SqliteStore) -> None:
    """Operations that share a commit do not share each other's mistakes."""

    def mistaken(db: sqlite3.Connection) -> None:
        db.execute("delete from inbox")
        raise ValueError("a mistake")

    before, mistake, after = await asyncio.gather(
        store.receive(delivery("a")),
        store._writer.run(mistaken),
        store.receive(delivery("b")),
        return_exceptions=True,
    )
    assert isinstance(mistake, ValueError)
    assert before.is_new
    assert after.is_new
    assert [record.id for record in await store.deliveries()] == ["b", "a"]


async def test_folder_that_cannot_be_made_is_unavailable(tmp_path: Path) -> None:
    """What is wrong with the path is said with the path."""
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreUnavailable, match=r"file/work\.db"):
        await SqliteStore.open(tmp_path / "file" / "work.db")


def test_file_that_is_no_database_is_refused(path: Path) -> None:
    """A foreign file is left as it was, and not kept locked."""
    path.parent.mkdir()
    path.write_bytes(b"not a database, " * 100)
    with pytest.raises(StoreUnavailable, match="not a database"):
        open_file(path, 0.0)
    assert path.read_bytes() == b"not a database, " * 100
    path.unlink()
    file = open_file(path, 0.0)
    file.close()
