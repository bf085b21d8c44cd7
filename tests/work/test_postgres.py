"""What is particular to PostgreSQL: many hosts, a network, a server that comes and goes."""

import asyncio
import sys
import tempfile
from pathlib import Path

import pytest

from bot.work import open_store
from bot.work.store import StoreUnavailable
from tests.work.postgres_server import Server
from tests.work.samples import DONE, LEASE, delivery
from tests.work.silent_proxy import SilentProxy


async def test_stores_that_open_at_once_agree_on_the_schema(postgres_url: str) -> None:
    """However many processes start together on an empty database, each finds it ready."""
    stores = await asyncio.gather(*(open_store(postgres_url) for _ in range(8)))
    receipts = await asyncio.gather(*(store.receive(delivery("a")) for store in stores))
    assert sum(receipt.is_new for receipt in receipts) == 1
    for store in stores:
        await store.close()


async def test_listener_hears_of_work_accepted_elsewhere(postgres_url: str) -> None:
    """A worker is woken by what another process accepts; polling is only the net below."""
    web, worker = await open_store(postgres_url), await open_store(postgres_url)
    heard = asyncio.Event()
    worker.subscribe(heard.set)
    async with asyncio.timeout(10):
        # Listening begins in the background.
        while not heard.is_set():
            await web.receive(delivery("a"))
            await asyncio.sleep(0.05)
    await web.close()
    await worker.close()


async def test_server_keeps_the_time(postgres_url: str) -> None:
    """Hosts whose clocks differ agree on when a lease ends, for it is the server's to say."""
    store = await open_store(postgres_url)
    await store.receive(delivery("a"))
    await store.claim(1, LEASE)
    seconds = await store.next_due()
    assert seconds is not None
    assert 0.0 < seconds <= LEASE
    await store.close()


async def test_deliveries_and_ends_that_cross_lose_nothing(postgres_url: str) -> None:
    """A delivery accepted while its subject is being finished is always worked."""
    web, worker = await open_store(postgres_url), await open_store(postgres_url)
    names = [f"d{n}" for n in range(300)]

    async def accept() -> None:
        for name in names:
            await web.receive(delivery(name))

    async def work() -> None:
        while (await worker.stats()).pending or not accepting.done():
            for claim in await worker.claim(1, LEASE):
                await worker.finish(claim, DONE)

    async with asyncio.timeout(60), asyncio.TaskGroup() as group:
        accepting = group.create_task(accept())
        group.create_task(work())
    assert (await web.stats()).pending == 0
    await web.close()
    await worker.close()


async def test_locked_table_answers_within_five_seconds(
    postgres: Server, postgres_url: str
) -> None:
    """What waits too long is refused in time, and does not come to pass after all."""
    store = await open_store(postgres_url)
    schema = postgres_url.rpartition("search_path=")[2]
    await store.receive(delivery("a"))
    held = f"begin; lock table {schema}.work in access exclusive mode; select pg_sleep(6)"
    holder = asyncio.create_task(postgres.execute(held))
    await asyncio.sleep(0.3)

    async def refused(number: int) -> None:
        with pytest.raises(StoreUnavailable):
            async with asyncio.timeout(5.0):
                await store.receive(delivery(f"d{number}"))

    await asyncio.gather(*(refused(number) for number in range(10)))
    await holder
    assert [record.id for record in await store.deliveries()] == ["a"]
    await store.close()


async def test_network_that_falls_silent_is_not_waited_for(
    postgres: Server, postgres_url: str
) -> None:
    """Neither do connections lost in the silence stay lost: after it, work is accepted again."""
    if postgres.socket is None:
        pytest.skip("the server that DATABASE_URL names is not reached by a socket of ours")
    proxy = SilentProxy(postgres.socket)
    with tempfile.TemporaryDirectory() as folder:
        async with proxy.listening(Path(folder)):
            store = await open_store(postgres_url.replace(str(postgres.socket), folder))
            await store.receive(delivery("a"))
            proxy.fall_silent()

            async def refused(number: int) -> None:
                with pytest.raises(StoreUnavailable):
                    async with asyncio.timeout(5.0):
                        await store.receive(delivery(f"d{number}"))

            await asyncio.gather(*(refused(number) for number in range(8)))
            proxy.speak()
            assert not (await store.receive(delivery("a"))).is_new
            await store.close()


async def test_read_only_server_is_unavailable(postgres_url: str) -> None:
    """A standby, or a server that ran out of space and was set read-only, accepts nothing."""
    store = await open_store(postgres_url)
    await store._fetch("set default_transaction_read_only = on")
    with pytest.raises(StoreUnavailable, match="read-only"):
        await store.receive(delivery("a"))
    await store.close()


async def test_server_that_is_not_there_is_unavailable() -> None:
    """A wrong address is told from a mistake in the program."""
    with pytest.raises(StoreUnavailable, match="PostgreSQL cannot be used"):
        await open_store("postgresql://nobody@127.0.0.1:1/nothing")


async def test_driver_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra, one sentence says what to install."""
    monkeypatch.setitem(sys.modules, "asyncpg", None)
    with pytest.raises(ImportError, match=r"install registry-bot\[postgres\]"):
        await open_store("postgresql://localhost/x")
