"""Of a pull request that moves while it is judged, only the newest state gets a verdict."""

import asyncio
from pathlib import Path

import pytest

from tests.e2e.edits import GOOD_BLOCKER, VAGUE_BLOCKER, replaced
from tests.e2e.world import PATHS, World, world
from tests.github.faults import Fault


async def moved(bot: World, move: object) -> None:
    """Let `move` happen after the pull request was read and before its verdict is written."""
    bot.github.faults.add(Fault("repos/compare*", delay=0.4))
    sent = asyncio.create_task(bot.github.deliver_waiting())
    await bot.until(lambda: any("compare" in str(line) for line in bot.github.requests))
    move()
    bot.github.deliveries.waiting.clear()
    await sent
    await bot.idle()


@pytest.fixture
async def careful(tmp_path: Path):
    """A server that takes nothing it has read for granted."""
    async with world(tmp_path, fresh=-1.0) as bot:
        yield bot


async def test_superseded_head(careful: World) -> None:
    """The verdict on a head that is no longer the newest is never posted."""
    pull = careful.edit(*VAGUE_BLOCKER)
    old = pull.head_sha
    await moved(careful, lambda: pull.push({PATHS.registry: replaced(GOOD_BLOCKER)}))
    assert careful.repository.check_runs(old) == []
    assert [run.conclusion for run in careful.checks(pull)] == ["success"]
    (comment,) = careful.comments(pull)
    assert pull.head_sha[:7] in comment.body


async def test_superseded_base(careful: World) -> None:
    """A verdict by a base branch that moved meanwhile is not posted either."""
    pull = careful.edit(*GOOD_BLOCKER)
    removed = {PATHS.registry: replaced(VAGUE_BLOCKER)}
    await moved(careful, lambda: careful.repository.commit("main", removed, "Move on"))
    reads = [str(line) for line in careful.github.requests if "ReadPullRequest" in str(line)]
    assert len(reads) == 3
    assert len(careful.checks(pull)) == 1


async def test_closed_meanwhile(careful: World) -> None:
    """Nothing is said on a pull request that was closed while it was judged."""
    pull = careful.edit(*VAGUE_BLOCKER)
    await moved(careful, lambda: pull.close(by="ann"))
    assert careful.checks(pull) == []
    assert careful.comments(pull) == []
