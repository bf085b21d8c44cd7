"""A process that works, or fills, a store until it is killed, and notes what it does.

    python -m tests.work.process work|fill URL NOTES [HOLD]

Every note is one line of JSON, appended at once, so that none is lost when the process dies.
"""

import asyncio
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import count

from bot.work import open_store
from bot.work.handler import Attempt, Backoff, Done, Outcome, Policy
from bot.work.store import Delivery, Store, StoreUnavailable
from bot.work.worker import Worker
from tests.work.samples import delivery

LEASE = 1.0
POLICY = Policy(concurrency=10, poll=0.1, lease=LEASE, backoff=Backoff(0.05), drain=5.0)
CLIENTS = 20

Note = Callable[..., None]


def write_note(file: int, what: str, subject: str, ids: Sequence[str]) -> None:
    # The monotonic clock is one for all processes of a machine.
    line = {"what": what, "subject": subject, "ids": ids, "at": time.monotonic()}
    line["pid"] = os.getpid()
    os.write(file, json.dumps(line).encode() + b"\n")


async def work(store: Store, note: Note, hold: float) -> None:
    async def handle(subject: str, deliveries: Sequence[Delivery], attempt: Attempt) -> Outcome:
        ids = [item.id for item in deliveries]
        note("start", subject, ids)
        try:
            await asyncio.sleep(hold)
        except asyncio.CancelledError:
            note("cancelled", subject, ids)
            raise
        note("end", subject, ids)
        return Done()

    worker = Worker(store, handle, policy=POLICY)
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, worker.stop)
    note("ready", "", [])
    await worker.run()


async def fill(store: Store, note: Note, hold: float) -> None:
    """Many clients hand in deliveries while they are worked; an accepted one is noted after."""

    async def client(number: int) -> None:
        for n in count():
            item = delivery(f"{os.getpid()}-{number}-{n}", f"o/r#{n % 50}")
            try:
                await store.receive(item)
            except StoreUnavailable:
                continue
            note("accepted", item.subject, [item.id])

    async with asyncio.TaskGroup() as group:
        group.create_task(work(store, note, hold))
        for number in range(CLIENTS):
            group.create_task(client(number))


async def main(role: str, url: str, notes: str, hold: str = "0") -> None:
    file = os.open(notes, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    store = await open_store(url)
    await {"work": work, "fill": fill}[role](store, partial(write_note, file), float(hold))
    await store.close()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
