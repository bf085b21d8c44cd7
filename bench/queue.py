"""How fast deliveries are accepted, beside the least that durability costs: an append and a flush.

    python -m bench.queue [DELIVERIES]

Each engine takes deliveries of 20 kB: two hundred a second, which is what is promised, and as many
as it can from one client and from many. Ratios to the plain append on the same disk in the same
minute are what to compare between machines.
"""

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from itertools import count
from pathlib import Path
from statistics import quantiles

from bot.work import open_store
from bot.work.store import Delivery
from tests.work.postgres_server import running_server

PAYLOAD = os.urandom(10_000).hex().encode()
CLIENTS = (1, 50)
PACE = 200

Accept = Callable[[int], Awaitable[object]]


def append_and_flush(folder: Path, number: int) -> list[float]:
    """Seconds each of the appends took, one after the other."""
    taken = []
    with (folder / "append").open("ab", buffering=0) as file:
        for _ in range(number):
            start = time.perf_counter()
            file.write(PAYLOAD)
            os.fsync(file.fileno())
            taken.append(time.perf_counter() - start)
    return taken


async def measure(accept: Accept, number: int, clients: int) -> tuple[float, list[float]]:
    """Accepted per second, and the seconds that each took."""
    numbers = iter(range(number))
    taken: list[float] = []

    async def client() -> None:
        for n in numbers:
            start = time.perf_counter()
            await accept(n)
            taken.append(time.perf_counter() - start)

    start = time.perf_counter()
    await asyncio.gather(*(client() for _ in range(clients)))
    return number / (time.perf_counter() - start), taken


async def measure_paced(accept: Accept, number: int) -> tuple[float, list[float]]:
    """The same for PACE deliveries a second, however long each takes."""
    taken: list[float] = []
    began = time.perf_counter()

    async def client(n: int) -> None:
        due = began + n / PACE
        await asyncio.sleep(due - time.perf_counter())
        await accept(n)
        # From when it was due, so that being held up counts.
        taken.append(time.perf_counter() - due)

    await asyncio.gather(*(client(n) for n in range(number)))
    return number / (time.perf_counter() - began), taken


def show(what: str, rate: float, taken: list[float], base: tuple[float, float]) -> None:
    cuts = quantiles(taken, n=100)
    p50, p99 = cuts[49] * 1000, cuts[98] * 1000
    print(
        f"{what:<24} {rate:8.0f} {p50:8.2f} {p99:8.2f} {rate / base[0]:8.2f}x {p50 / base[1]:8.1f}x"
    )


async def bench(name: str, url: str, number: int, base: tuple[float, float]) -> None:
    store = await open_store(url)
    serial = count()

    async def accept(n: int) -> None:
        subject = f"o/r#{n % 200}"
        name = f"delivery-{next(serial)}"
        await store.receive(Delivery(name, subject, "pull_request", PAYLOAD, time.time()))

    show(f"{name}, {PACE} a second", *await measure_paced(accept, number), base)
    for clients in CLIENTS:
        show(f"{name}, {clients} clients", *await measure(accept, number, clients), base)
    await store.close()


def main(number: int = 2000) -> None:
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder, running_server() as postgres:
        plain = append_and_flush(Path(folder), number)
        base = number / sum(plain), quantiles(plain, n=100)[49] * 1000
        print(f"{'':<24} {'per s':>8} {'p50 ms':>8} {'p99 ms':>8} {'rate':>9} {'p50':>9}")
        show("append and fsync", base[0], plain, base)
        asyncio.run(bench("SQLite", f"sqlite:///{folder}/work.db", number, base))
        url = postgres.fresh_schema()
        asyncio.run(bench("PostgreSQL", url, number, base))
        postgres.drop_schema(url)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
