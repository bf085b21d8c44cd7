"""Whatever happens, in whatever order: no work is lost, doubled or run beside itself."""

import asyncio
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.work.sqlite import SqliteStore
from bot.work.store import Claim, Settlement, State, Verdict
from tests.work.samples import DONE, LEASE, Clock, delivery

SUBJECTS = 3


def subject_of(number: int) -> str:
    return f"o/r#{number % SUBJECTS}"


@dataclass
class History:
    """A store, and beside it what it must know: who owns what, and which deliveries are dead."""

    store: SqliteStore
    clock: Clock
    claims: list[Claim] = field(default_factory=list)
    owner: dict[str, str] = field(default_factory=dict)
    lease_ends: dict[str, float] = field(default_factory=dict)
    received: set[str] = field(default_factory=set)
    dead: set[str] = field(default_factory=set)
    done: set[str] = field(default_factory=set)

    async def receive(self, number: int) -> None:
        name = f"d{number}"
        receipt = await self.store.receive(delivery(name, subject_of(number)))
        assert receipt.is_new == (name not in self.received)
        assert (receipt.state is State.DONE) == (name in self.done)
        self.received.add(name)
        self.dead.discard(name)

    async def claim(self, limit: int) -> None:
        for claim in await self.store.claim(limit, LEASE):
            assert self.lease_ends.get(claim.subject, 0.0) <= self.clock.now
            names = {item.id for item in claim.deliveries}
            waiting = self.received - self.done - self.dead
            assert names == {n for n in waiting if subject_of(int(n[1:])) == claim.subject}
            self.owner[claim.subject] = claim.token
            self.lease_ends[claim.subject] = self.clock.now + LEASE
            self.claims.append(claim)

    async def finish(self, choice: int, verdict: Verdict) -> None:
        if not self.claims:
            return
        claim = self.claims[choice % len(self.claims)]
        ours = await self.store.finish(claim, Settlement(verdict, "", 1.0))
        assert ours == (self.owner.get(claim.subject) == claim.token)
        if ours:
            del self.owner[claim.subject], self.lease_ends[claim.subject]
            names = {item.id for item in claim.deliveries}
            if verdict is Verdict.DONE:
                self.done |= names
            if verdict is Verdict.DEAD:
                self.dead |= names

    async def advance(self, seconds: float) -> None:
        self.clock.advance(seconds)

    async def end(self) -> None:
        """Given time, everything received and not given up is done."""
        for _ in range(2 * SUBJECTS):
            self.clock.advance(10 * LEASE)
            for claim in await self.store.claim(SUBJECTS, LEASE):
                assert await self.store.finish(claim, DONE)
        for name in self.received:
            expected = State.DEAD if name in self.dead else State.DONE
            assert (await self.store.show(name)).state is expected
        assert await self.store.next_due() is None


steps = st.one_of(
    st.tuples(st.just("receive"), st.integers(0, 8)),
    st.tuples(st.just("claim"), st.integers(1, SUBJECTS)),
    st.tuples(st.just("finish"), st.integers(0, 20), st.sampled_from(Verdict)),
    st.tuples(st.just("advance"), st.sampled_from([0.5, 1.0, LEASE])),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(steps, max_size=40))
def test_every_history_ends_well(history: list[tuple[str, ...]]) -> None:
    """One owner a subject, claims that carry all that waits, and at the end nothing left over."""

    async def play() -> None:
        with tempfile.TemporaryDirectory() as folder:
            clock = Clock()
            told = History(await SqliteStore.open(Path(folder) / "work.db", clock), clock)
            for name, *args in history:
                await getattr(told, name)(*args)
            await told.end()
            await told.store.close()

    asyncio.run(play())
