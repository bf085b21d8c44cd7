"""Killed at any step, a server ends where it would have ended without: said once, and right."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from tests.e2e.edits import GOOD_BLOCKER, VAGUE_BLOCKER, replaced
from tests.e2e.servers import checks, served, told, until
from tests.e2e.world import PATHS, REGISTRY
from tests.github.faults import Fault
from tests.github.pulls import PullRequest

STEPS = 3
"""Requests of a first review: read, compare, write."""


@asynccontextmanager
async def killed(url: str, text: str, step: int, moment: str) -> AsyncIterator[PullRequest]:
    """A pull request whose review was killed at one of its requests, and was finished by a server
    that was started again.
    """
    async with served(url) as (github, repository, server):
        await server.start()
        await asyncio.sleep(0.5)  # the repair at the start is not part of the review
        asked = 0

        def kill_at_step(names: list[str]) -> Fault | None:
            nonlocal asked
            if any("hook" in name or "installation" in name for name in names):
                return None
            asked += 1
            if asked != step + 1:
                return None
            server.kill()
            return Fault(reset="before" if moment == "before" else "after")

        github.faults.take = kill_at_step  # type: ignore[method-assign]
        pull = repository.open_pull(author="ann", fork=True, changes={PATHS.registry: text})
        await github.deliver_waiting()
        await until(lambda: server.process is None)
        del github.faults.take
        await server.start()
        await until(lambda: [run.conclusion for run in checks(pull)] == ["failure"])
        await asyncio.sleep(0.3)
        yield pull


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("step", range(STEPS))
async def test_killed_at_every_step(url: str, step: int, moment: str) -> None:
    """Killed before or after any request of a review, the restarted server ends the same."""
    async with killed(url, replaced(VAGUE_BLOCKER), step, moment) as pull:
        assert told(pull) == (["failure"], 1, {"vague-blocker"})


@pytest.mark.parametrize("step", [STEPS - 1, STEPS])
async def test_killed_between_annotations(sqlite_url: str, step: int) -> None:
    """Killed after some of many annotations, it goes on with those that are left."""
    old, _ = VAGUE_BLOCKER
    vague = "".join(f"  - More research on topic {number} is needed.\n" for number in range(60))
    async with killed(sqlite_url, replaced((old, vague + old)), step, "after") as pull:
        (run,) = checks(pull)
        messages = [annotation.message for annotation in run.output.annotations]
        assert len(messages) > 100
        assert len(messages) == len(set(messages))
        assert len(pull.comments) == 1


async def test_storm(url: str) -> None:
    """Two hundred deliveries, kills, one request in five failing, deliveries lost and doubled:
    in the end every pull request has one comment and the right verdict on its newest head.
    """
    rng = random.Random(7)
    good, vague = replaced(GOOD_BLOCKER), replaced(VAGUE_BLOCKER)
    async with served(url) as (github, repository, server):
        deliveries = github.deliveries
        deliveries.drop = lambda _delivery: rng.random() < 0.3
        deliveries.copies = lambda _delivery: rng.choice((1, 1, 2))
        deliveries.order = lambda batch: rng.sample(batch, len(batch))
        take = github.faults.take

        def unreliable(names: list[str]) -> Fault | None:
            if rng.random() < 0.2:
                return Fault(reset=rng.choice(("before", "after")))
            return take(names)

        github.faults.take = unreliable  # type: ignore[method-assign]
        pulls = [
            repository.open_pull(author="ann", fork=True, changes={PATHS.registry: REGISTRY + "\n"})
            for _ in range(40)
        ]
        await server.start()
        for _ in range(4):
            for pull in pulls:
                text = rng.choice((good, vague))
                pull.push({PATHS.registry: f"{text}{' ' * rng.randrange(1, 9)}\n"})
            sending = asyncio.create_task(github.deliver_waiting())
            await asyncio.sleep(rng.uniform(0.3, 1.5))
            server.kill()
            await sending
            await server.start()
        del github.faults.take
        deliveries.drop = lambda _delivery: False
        await github.deliver_waiting()
        await until(lambda: all(_is_right(pull) for pull in pulls))
        assert all(len(pull.comments) == 1 for pull in pulls)


def _is_right(pull: PullRequest) -> bool:
    text = pull.repository.read(PATHS.registry, pull.head_sha).decode()
    expected = "failure" if "More research is needed" in text else "success"
    runs = checks(pull)
    finished = bool(runs) and all(run.status == "completed" for run in runs)
    said = any(pull.head_sha[:7] in comment.body for comment in pull.comments)
    return finished and runs[-1].conclusion == expected and said
