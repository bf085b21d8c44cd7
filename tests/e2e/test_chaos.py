"""Killed at any step, a server ends where it would have ended without: said once, and right."""

import asyncio
import contextlib
import os
import random
import socket
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from tests.e2e.edits import GOOD_BLOCKER, VAGUE_BLOCKER, replaced
from tests.e2e.world import PATHS, REGISTRY, new_github
from tests.github.checks import CheckRun
from tests.github.fake import GitHub
from tests.github.faults import Fault
from tests.github.pulls import PullRequest
from tests.github.repository import Repository

PATIENCE = 120.0
STEPS = 3
"""Requests of a first review: read, compare, write."""


class Server:
    """A server process at one address, started again as often as it is killed."""

    def __init__(self, github: GitHub, folder: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        github.webhook_url = f"http://127.0.0.1:{self.port}/webhook"
        self.environment = os.environ | {
            "GITHUB_APP_ID": str(github.app.id),
            "GITHUB_PRIVATE_KEY": github.app.private_key,
            "GITHUB_WEBHOOK_SECRET": github.app.webhook_secret,
            "GITHUB_API_URL": github.url,
            "DATABASE_URL": f"sqlite:///{folder / 'bot.db'}",
            "PORT": str(self.port),
        }
        self.process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        command = (sys.executable, "-m", "tests.e2e.process")
        self.process = await asyncio.create_subprocess_exec(
            *command, env=self.environment, stderr=asyncio.subprocess.DEVNULL
        )
        end = time.monotonic() + PATIENCE
        async with aiohttp.ClientSession() as session:
            while time.monotonic() < end:
                with contextlib.suppress(aiohttp.ClientError):
                    async with session.get(f"http://127.0.0.1:{self.port}/readyz") as answer:
                        if answer.status == 200:
                            return
                await asyncio.sleep(0.05)
        raise AssertionError("the server did not start")

    def kill(self) -> None:
        if self.process:
            with contextlib.suppress(ProcessLookupError):
                self.process.kill()
            self.process = None


@asynccontextmanager
async def served(folder: Path) -> AsyncIterator[tuple[GitHub, Repository, Server]]:
    github, repository = new_github()
    await github.start()
    server = Server(github, folder)
    try:
        yield github, repository, server
    finally:
        server.kill()
        await github.stop()
    assert not github.violations, "\n".join(github.violations)


async def until(happened: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, "it did not happen"
        await asyncio.sleep(0.05)


def checks(pull: PullRequest) -> list[CheckRun]:
    return pull.repository.check_runs(pull.head_sha)


def told(pull: PullRequest) -> tuple[list[str | None], int, set[str]]:
    """Return what a person sees: conclusions on the head, number of comments, labels."""
    conclusions = [run.conclusion for run in checks(pull)]
    return conclusions, len(pull.comments), {label.name for label in pull.labels}


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("step", range(STEPS))
async def test_killed_at_every_step(tmp_path: Path, step: int, moment: str) -> None:
    """Killed before or after any request of a review, the restarted server ends the same."""
    async with served(tmp_path) as (github, repository, server):
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
        pull = repository.open_pull(
            author="ann", fork=True, changes={PATHS.registry: replaced(VAGUE_BLOCKER)}
        )
        await github.deliver_waiting()
        await until(lambda: server.process is None)
        del github.faults.take
        await server.start()
        await until(lambda: [run.conclusion for run in checks(pull)] == ["failure"])
        await asyncio.sleep(0.3)
        assert told(pull) == (["failure"], 1, {"vague-blocker"})


async def test_storm(tmp_path: Path) -> None:
    """Two hundred deliveries, kills, one request in five failing, deliveries lost and doubled:
    in the end every pull request has one comment and the right verdict on its newest head.
    """
    rng = random.Random(7)
    good, vague = replaced(GOOD_BLOCKER), replaced(VAGUE_BLOCKER)
    async with served(tmp_path) as (github, repository, server):
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
