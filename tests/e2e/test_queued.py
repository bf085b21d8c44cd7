"""A review that cannot start says so on its head, whoever waits longest first."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from bot import queued
from bot.queued import Queued
from bot.server import running
from bot.work.handler import Policy
from tests.e2e.budget import WAITING, described
from tests.e2e.edits import VAGUE_BLOCKER
from tests.e2e.world import World, registry_files, settings_for, world
from tests.github.faults import secondary_limit


@pytest.fixture
def database_url(url: str) -> str:
    """Both engines."""
    return url


@pytest.fixture
async def idle(tmp_path: Path, database_url: str) -> AsyncIterator[World]:
    """A server that takes deliveries and works none."""
    async with world(tmp_path, works=False, database_url=database_url) as bot:
        yield bot


@asynccontextmanager
async def watching(bot: World) -> AsyncIterator[Queued]:
    async with aiohttp.ClientSession() as session:
        yield Queued(bot.app(session), bot.server.store, patience=-1.0)


async def test_waiting_review_says_so(idle: World, tmp_path: Path, database_url: str) -> None:
    """Where no worker has time a queued check run appears, and becomes the verdict in the end."""
    pull = idle.edit(*VAGUE_BLOCKER)
    await idle.github.deliver_waiting()
    async with watching(idle) as watch:
        await watch.look()
        await watch.look()
    (run,) = idle.checks(pull)
    assert (run.status, run.conclusion) == ("queued", None)
    settings = settings_for(idle.github, tmp_path).model_copy(update={"database_url": database_url})
    async with running(settings, listens=False, policy=Policy(poll=0.05), repair_every=None):
        await idle.idle()
    (run,) = idle.checks(pull)
    assert (run.status, run.conclusion) == ("completed", "failure")


async def test_flood_hides_nobody(idle: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many that wait the oldest are announced first, and the next look goes on from there."""
    monkeypatch.setattr(queued, "MAX_AT_ONCE", 3)
    pulls = []
    for number in range(5):
        pulls.append(idle.open({"docs/x.md": f"{number}\n"}))
        await idle.github.deliver_waiting()
    async with watching(idle) as watch:
        await watch.look()
        assert [len(idle.checks(pull)) for pull in pulls] == [1, 1, 1, 0, 0]
        await watch.look()
        assert [len(idle.checks(pull)) for pull in pulls] == [1, 1, 1, 1, 1]
        with idle.github.counting() as count:
            await watch.look()
        assert count.lines == []


@pytest.mark.parametrize("is_new", [True, False])
async def test_cost_of_an_announcement(idle: World, is_new: bool) -> None:
    """A new pull request costs one request; on a head that may have a verdict it is looked for."""
    async with watching(idle) as watch:
        idle.open({"README.md": "# Registry\n"})
        await idle.github.deliver_waiting()
        await watch.look()  # which gets a token
        pull = idle.edit(*VAGUE_BLOCKER)
        if not is_new:
            idle.github.deliveries.waiting.clear()
            pull.ready(by="ann")
        await idle.github.deliver_waiting()
        with idle.github.counting() as count:
            await watch.look()
    roots = [request.fields for request in count.requests]
    assert described(count.lines, roots) == WAITING[is_new].requests
    assert [run.status for run in idle.checks(pull)] == ["queued"]


async def test_two_processes_announce_once(idle: World) -> None:
    """Web servers that share a database make one check run, since a review completes but one."""
    pull = idle.edit(*VAGUE_BLOCKER)
    await idle.github.deliver_waiting()
    async with watching(idle) as one, watching(idle) as other:
        await one.look()
        assert len(idle.checks(pull)) == 1
        with idle.github.counting() as count:
            await other.look()
    assert count.lines == []


async def test_limit_of_one_installation_silences_no_other(idle: World) -> None:
    """What GitHub refuses for one does not keep the rest from being announced."""
    other = idle.github.create_repository("umbrella/registry", dict(registry_files()))
    idle.github.install(other)
    idle.github.faults.add(secondary_limit("checks/*", 429, retry_after=100))
    idle.edit(*VAGUE_BLOCKER)
    await idle.github.deliver_waiting()
    pull = other.open_pull(author="ann", fork=True, changes={"docs/x.md": "x\n"})
    await idle.github.deliver_waiting()
    async with watching(idle) as watch:
        await watch.look()
    assert [run.status for run in other.check_runs(pull.head_sha)] == ["queued"]
