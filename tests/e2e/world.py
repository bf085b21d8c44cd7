"""A registry on the fake GitHub, reviewed by the real server over real HTTP."""

import asyncio
import math
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

import aiohttp
from pydantic import SecretStr

from bot.citation_services import Services
from bot.github.client import GitHubApp
from bot.server import Server, running
from bot.settings import Settings
from bot.work.handler import Backoff, Policy
from registry.snapshot import Paths
from rules.labels import DEFAULT_LABELS
from tests.github.checks import CheckRun
from tests.github.conversation import Comment
from tests.github.fake import GitHub
from tests.github.pulls import PullRequest
from tests.github.repository import Repository

PATHS = Paths()
DATA = files("registry") / "data"
REGISTRY = (DATA / "bottleneck_registry.md").read_text()


@dataclass
class World:
    """The fake, its one repository with our registry in it, and the running server."""

    github: GitHub
    repository: Repository
    server: Server
    settings: Settings | None = None
    options: dict[str, Any] = field(default_factory=dict)
    stack: AsyncExitStack = field(default_factory=AsyncExitStack)

    async def start(self, **changed: object) -> None:
        """Start the server, or stop it and start it again with settings that differ."""
        await self.stack.aclose()
        assert self.settings
        self.settings = self.settings.model_copy(update=changed)
        self.server = await self.stack.enter_async_context(running(self.settings, **self.options))
        self.github.webhook_url = f"{self.server.url}/webhook"

    async def settle(self) -> None:
        """Deliver what waits and let the server finish its work."""
        await self.github.deliver_waiting()
        await self.idle()

    async def idle(self) -> None:
        end = time.monotonic() + 20
        while (await self.server.store.stats()).pending:
            assert time.monotonic() < end, "the work did not come to an end"
            await asyncio.sleep(0.01)

    async def until(self, happened: Callable[[], bool]) -> None:
        """Wait for something that the server does by itself."""
        end = time.monotonic() + 20
        while not happened():
            assert time.monotonic() < end, "it did not happen"
            await asyncio.sleep(0.02)

    def app(self, session: aiohttp.ClientSession) -> GitHubApp:
        """Return the App as a server would have it."""
        credentials = self.github.app
        return GitHubApp(
            session,
            app_id=credentials.id,
            private_key=credentials.private_key,
            api_url=self.github.url,
        )

    def open(self, changes: dict[str, str | bytes | None], **options: object) -> PullRequest:
        """Open a pull request from a fork."""
        given = {"author": "ann", "fork": True, "changes": changes} | options
        return self.repository.open_pull(**given)

    def edit(self, old: str, new: str, **options: object) -> PullRequest:
        """Open a pull request that replaces one text of the registry by another."""
        assert REGISTRY.count(old) == 1, old
        return self.open({PATHS.registry: REGISTRY.replace(old, new)}, **options)

    def comments(self, pull: PullRequest) -> list[Comment]:
        """Return the comments of our App."""
        return [comment for comment in pull.comments if comment.app is self.github.app]

    def checks(self, pull: PullRequest) -> list[CheckRun]:
        """Return our check runs on the head, oldest first."""
        runs = self.repository.check_runs(pull.head_sha)
        return sorted((run for run in runs if run.suite.app is self.github.app), key=_age)

    def labels(self, pull: PullRequest) -> set[str]:
        return {label.name for label in pull.labels}


def _age(run: CheckRun) -> int:
    return run.id


def registry_files() -> dict[str, bytes]:
    """Return our own registry's files by their paths in a repository."""
    return {path: (DATA / Path(path).name).read_bytes() for path in PATHS.all if _exists(path)}


def _exists(path: str) -> bool:
    return (DATA / Path(path).name).is_file()


QUICK = Policy(backoff=Backoff(base=0.05, cap=0.1), max_attempts=3, poll=0.05)
"""Retries without the waiting."""


def new_github() -> tuple[GitHub, Repository]:
    """Return a fake with our registry in a repository on which the App is installed."""
    github = GitHub()
    repository = github.create_repository("acme/registry", dict(registry_files()))
    for label in DEFAULT_LABELS:
        repository.create_label(label)
    github.install(repository)
    return github, repository


def settings_for(github: GitHub, folder: Path, services: Services | None = None) -> Settings:
    """Return the settings of a server that talks to the fake; without services it looks up none."""
    return Settings(
        github_app_id=github.app.id,
        github_private_key=SecretStr(github.app.private_key),
        github_webhook_secret=SecretStr(github.app.webhook_secret),
        github_api_url=github.url,
        database_url=f"sqlite:///{folder / 'bot.db'}",
        port=0,
        public_url="https://bot.example",
        citation_resolvers=services,
    )


@asynccontextmanager
async def world(folder: Path, **options: Any) -> AsyncIterator[World]:
    """Start the fake and the server; both are told of each other."""
    github, repository = new_github()
    await github.start()
    # A machine that is busy must not make a review cost more; what it costs is counted.
    options = {"policy": QUICK, "repair_every": None, "fresh": math.inf} | options
    settings = settings_for(github, folder, options.pop("services", None))
    if database_url := options.pop("database_url", None):
        settings = settings.model_copy(update={"database_url": database_url})
    made = World(github, repository, None, settings, options)  # type: ignore[arg-type]
    async with made.stack:
        await made.start()
        yield made
    await github.stop()
    assert not github.violations, "\n".join(github.violations)
