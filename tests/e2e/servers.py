"""Servers in processes of their own, to be killed, and what a person sees of their work."""

import asyncio
import contextlib
import os
import socket
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import IO

import aiohttp

from tests.e2e.world import new_github
from tests.github.checks import CheckRun
from tests.github.fake import GitHub
from tests.github.pulls import PullRequest
from tests.github.repository import Repository

PATIENCE = 300.0


class Server:
    """A server process at one address, started again as often as it is killed."""

    def __init__(self, github: GitHub, database_url: str, role: str = "both") -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        if role != "work":
            github.webhook_url = f"http://127.0.0.1:{self.port}/webhook"
        self.command = (sys.executable, "-m", "tests.e2e.process", role)
        self.environment = os.environ | {
            "GITHUB_APP_ID": str(github.app.id),
            "GITHUB_PRIVATE_KEY": github.app.private_key,
            "GITHUB_WEBHOOK_SECRET": github.app.webhook_secret,
            "GITHUB_API_URL": github.url,
            "DATABASE_URL": database_url,
            "PORT": str(self.port),
            "CITATION_RESOLVERS": "off",
        }
        self.process: asyncio.subprocess.Process | None = None
        self.killed: list[asyncio.subprocess.Process] = []
        self.log: IO[bytes] | int = asyncio.subprocess.DEVNULL

    async def start(self) -> None:
        self.process = await asyncio.create_subprocess_exec(
            *self.command, env=self.environment, stderr=self.log
        )
        if "work" in self.command:
            return
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
            self.killed.append(self.process)
            self.process = None

    async def end(self) -> None:
        """Kill it and wait for all that were killed, as their loop has to see them end."""
        self.kill()
        for process in self.killed:
            await process.wait()


@asynccontextmanager
async def served(
    database_url: str, role: str = "both"
) -> AsyncIterator[tuple[GitHub, Repository, Server]]:
    github, repository = new_github()
    await github.start()
    server = Server(github, database_url, role)
    try:
        yield github, repository, server
    finally:
        await server.end()
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
