"""What is left when processes die, freeze or lose their database: real processes, real signals."""

import asyncio
import json
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.work import open_store
from bot.work.store import State, Store, StoreUnavailable
from tests.work.postgres_server import Server
from tests.work.samples import delivery

PATIENCE = 45.0


@dataclass(frozen=True)
class Note:
    what: str
    subject: str
    ids: list[str]
    at: float
    pid: int


class Stage:
    """Processes on one store, and what they noted."""

    def __init__(self, url: str, notes: Path) -> None:
        self.url = url
        self.file = notes
        self.processes: list[subprocess.Popen[bytes]] = []

    def spawn(self, role: str = "work", hold: float = 0.0) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "tests.work.process", role, self.url, self.file, str(hold)]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.processes.append(process)
        return process

    def notes(self, what: str) -> list[Note]:
        text = self.file.read_text() if self.file.exists() else ""
        lines = text[: text.rfind("\n") + 1].splitlines()  # the last one may be half written
        return [note for line in lines if (note := Note(**json.loads(line))).what == what]

    def ids(self, what: str) -> Counter[str]:
        return Counter(name for note in self.notes(what) for name in note.ids)

    async def until(self, condition: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not condition():  # noqa: ASYNC110  # it is about other processes
                await asyncio.sleep(0.01)

    async def until_noted(self, what: str, number: int) -> None:
        await self.until(lambda: sum(self.ids(what).values()) >= number)

    async def until_ready(self, number: int) -> None:
        await self.until(lambda: len(self.notes("ready")) >= number)

    async def freeze(self, process: subprocess.Popen[bytes]) -> None:
        """Stops a process, though not in the midst of a transaction: SQLite's writers wait then."""
        process.send_signal(signal.SIGSTOP)
        while self.is_locked():
            process.send_signal(signal.SIGCONT)
            await asyncio.sleep(0.002)
            process.send_signal(signal.SIGSTOP)

    def is_locked(self) -> bool:
        if not self.url.startswith("sqlite"):
            return False
        with closing(sqlite3.connect(self.url.removeprefix("sqlite:///"), timeout=0.0)) as file:
            try:
                file.execute("begin immediate")
            except sqlite3.OperationalError:
                return True
            return False

    def overlaps(self) -> int:
        """How often a run of a subject started while another still went on."""
        running: dict[str, int] = {}
        marks = [*self.notes("start"), *self.notes("end"), *self.notes("cancelled")]
        overlapping = 0
        for note in sorted(marks, key=lambda note: note.at):
            change = 1 if note.what == "start" else -1
            running[note.subject] = running.get(note.subject, 0) + change
            overlapping += running[note.subject] > 1
        return overlapping

    def clear(self) -> None:
        for process in self.processes:
            process.kill()
            process.wait()


@pytest.fixture
def stage(url: str, tmp_path: Path) -> Iterator[Stage]:
    stage = Stage(url, tmp_path / "notes")
    yield stage
    stage.clear()


@asynccontextmanager
async def opened(stage: Stage) -> AsyncIterator[Store]:
    store = await open_store(stage.url)
    try:
        yield store
    finally:
        await store.close()


async def drained(store: Store) -> None:
    async with asyncio.timeout(PATIENCE):
        while (await store.stats()).pending:  # noqa: ASYNC110  # it is about other processes
            await asyncio.sleep(0.05)


async def test_nothing_is_lost_when_a_worker_is_killed(stage: Stage) -> None:
    """kill -9 with every slot busy: all the work is done in the end, and only that was redone."""
    names = [f"d{n}" for n in range(200)]
    async with opened(stage) as store:
        for name in names:
            await store.receive(delivery(name, f"o/r#{name}"))
    victim = stage.spawn(hold=0.05)
    await stage.until_noted("end", 60)
    victim.kill()
    victim.wait()
    ended_before = stage.ids("end")
    stage.spawn(hold=0.0)
    async with opened(stage) as store:
        await drained(store)
        started = stage.ids("start")
        assert set(started) == set(stage.ids("end")) == set(names)
        # An end noted in the instant of the kill may not have been stored.
        redone = [name for name, times in started.items() if times > 1]
        assert len(redone) <= 10
        assert len([name for name in redone if name in ended_before]) <= 10
        receipts = [await store.receive(delivery(name, f"o/r#{name}")) for name in names[:50]]
        assert {receipt.state for receipt in receipts} == {State.DONE}
        assert not await store.next_due()
        assert stage.ids("start") == started


async def test_what_was_accepted_under_load_is_done(stage: Stage) -> None:
    """kill -9 in the middle of twenty clients handing in: every accepted delivery is worked."""
    victim = stage.spawn("fill")
    await stage.until_noted("accepted", 300)
    victim.kill()
    victim.wait()
    accepted = set(stage.ids("accepted"))
    stage.spawn()
    async with opened(stage) as store:
        await drained(store)
        states = [(await store.show(name)).state for name in sorted(accepted)[:300]]
    assert accepted <= set(stage.ids("end"))
    assert set(states) == {State.DONE}


async def test_survivor_takes_over(stage: Stage) -> None:
    """Of two workers one is killed: the other does its work without a restart of anything."""
    victim = stage.spawn(hold=60.0)
    await stage.until_ready(1)
    async with opened(stage) as store:
        for n in range(5):
            await store.receive(delivery(f"d{n}", f"o/r#{n}"))
        await stage.until_noted("start", 5)
        stage.spawn(hold=0.0)
        await stage.until_ready(2)
        assert not stage.ids("end")
        victim.kill()
        await drained(store)
    assert stage.ids("end") == Counter([f"d{n}" for n in range(5)])


async def test_burst_on_one_subject_is_few_runs_one_at_a_time(stage: Stage) -> None:
    """Two workers, one subject, a burst during the first run: all of it handled, never two runs."""
    for _ in range(2):
        stage.spawn(hold=0.8)
    await stage.until_ready(2)
    async with opened(stage) as store:
        await store.receive(delivery("d0"))
        await stage.until_noted("start", 1)
        for n in range(1, 60):
            await store.receive(delivery(f"d{n}"))
        await drained(store)
    assert stage.ids("end") == Counter([f"d{n}" for n in range(60)])
    assert stage.overlaps() == 0
    assert len(stage.notes("start")) <= 4


async def test_frozen_worker_lets_go(stage: Stage) -> None:
    """Thawed after another took its work over, a worker drops it: each piece ends exactly once."""
    frozen = stage.spawn(hold=0.6)
    await stage.until_ready(1)
    async with opened(stage) as store:
        for n in range(3):
            await store.receive(delivery(f"d{n}", f"o/r#{n}"))
        await stage.until_noted("start", 3)
        await stage.freeze(frozen)
        assert not stage.ids("end")
        stage.spawn(hold=0.0)
        await drained(store)
        frozen.send_signal(signal.SIGCONT)
        await stage.until_noted("cancelled", 3)
    assert stage.ids("end") == Counter([f"d{n}" for n in range(3)])
    assert {note.pid for note in stage.notes("cancelled")} == {frozen.pid}


async def test_stopped_worker_ends_what_it_began(stage: Stage) -> None:
    """SIGTERM: runs under way end, the process leaves with 0, the rest waits for another."""
    worker = stage.spawn(hold=0.5)
    await stage.until_ready(1)
    async with opened(stage) as store:
        await store.receive(delivery("d0"))
        await stage.until_noted("start", 1)
        worker.terminate()
        await stage.until(lambda: worker.poll() is not None)
        assert worker.returncode == 0
        assert (await store.show("d0")).state is State.DONE


async def test_restart_of_postgresql_is_survived(
    postgres: Server, postgres_url: str, tmp_path: Path
) -> None:
    """`pg_ctl restart -m immediate` under running jobs: the same processes finish them all."""
    if postgres.restart is None:
        pytest.skip("the server that DATABASE_URL names is not ours to restart")
    stage = Stage(postgres_url, tmp_path / "notes")
    workers = [stage.spawn(hold=0.2) for _ in range(2)]
    try:
        await stage.until_ready(2)
        async with opened(stage) as store:
            for n in range(30):
                await store.receive(delivery(f"d{n}", f"o/r#{n}"))
            await stage.until_noted("start", 5)
            await asyncio.to_thread(postgres.restart)
            await received_in_the_end(store, "after")
            await drained(store)
        assert set(stage.ids("end")) == {"after", *(f"d{n}" for n in range(30))}
        assert [worker.poll() for worker in workers] == [None, None]
        assert stage.overlaps() == 0
    finally:
        stage.clear()


async def received_in_the_end(store: Store, name: str) -> None:
    """GitHub's part: what was answered 503 is sent again."""
    async with asyncio.timeout(PATIENCE):
        while True:
            try:
                await store.receive(delivery(name, "o/r#99"))
            except StoreUnavailable:
                await asyncio.sleep(0.05)
            else:
                return
