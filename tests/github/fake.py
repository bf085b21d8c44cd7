"""A GitHub that lives in memory: state, REST, GraphQL, webhooks, limits and faults.

    github = GitHub()
    registry = github.create_repository("acme/registry", {"README.md": "# Registry\\n"})
    github.install(registry)
    await github.start()                     # serves github.url
    pull = registry.open_pull(author="ann", fork=True, changes={"README.md": "# Map\\n"})
    await github.deliver_waiting()           # to github.webhook_url

Every REST request and answer is checked against GitHub's own description and every GraphQL
document against its schema; what does not fit is listed in `violations`.
"""

from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any

from aiohttp import web

from tests.github.accounts import Actor, App, Installation, Token, User
from tests.github.deliveries import Deliveries, Delivery
from tests.github.faults import Faults
from tests.github.journal import Count, Journal
from tests.github.limits import RateLimits
from tests.github.payloads import merge_group
from tests.github.repository import Changes, Repository
from tests.github.server import application
from tests.github.state import Clock, World


class GitHub:
    def __init__(
        self, start: datetime | None = None, *, slug: str = "registry-bot", enterprise: bool = False
    ) -> None:
        """`start` freezes the clock; `enterprise` serves below `/api/v3` and `/api/graphql`."""
        self.world = World(start)
        self.app: App = self.world.create_app(slug)
        self.violations: list[str] = []
        self.deliveries = Deliveries(self.world, self.app, self.violations)
        self.faults = Faults()
        self.limits = RateLimits(self.world)
        self.requests = Journal()
        self.prefix = "/api/v3" if enterprise else ""
        self.graphql_path = "/api/graphql" if enterprise else "/graphql"
        self._runner: web.AppRunner | None = None

    # Serving

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> str:
        """Serve on a free port, or the one given; returns the REST root."""
        self._runner = web.AppRunner(application(self), access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port).start()
        bound = self._runner.addresses[0][1]
        self.world.api_url = f"http://{host}:{bound}{self.prefix}"
        return self.world.api_url

    async def stop(self) -> None:
        await self.deliveries.close()
        if self._runner:
            await self._runner.cleanup()

    @property
    def url(self) -> str:
        return self.world.api_url

    @property
    def clock(self) -> Clock:
        return self.world.now

    # The world

    def create_user(self, login: str) -> User:
        return self.world.create_user(login)

    def create_organization(self, login: str) -> User:
        return self.world.create_organization(login)

    def create_app(self, slug: str) -> App:
        """Another App, whose comments and check runs are not ours."""
        return self.world.create_app(slug)

    def create_repository(
        self, full_name: str, files: Changes | None = None, *, private: bool = False
    ) -> Repository:
        return self.world.create_repository(full_name, files, private=private)

    def install(self, *repositories: Repository, app: App | None = None) -> Installation:
        return self.world.install(app or self.app, *repositories)

    def token(self, repository: Repository) -> Token:
        """A fresh token of our App's installation on a repository."""
        installation = self.world.installation_of(self.app, repository)
        assert installation is not None
        return self.world.issue_token(installation)

    @property
    def bot(self) -> Actor:
        """Our App as the one who acts."""
        return self.world.actor(self.app)

    # Webhooks

    @property
    def webhook_url(self) -> str | None:
        return self.deliveries.url

    @webhook_url.setter
    def webhook_url(self, url: str | None) -> None:
        self.deliveries.url = url

    async def deliver(self, event: str, payload: dict[str, Any]) -> Delivery:
        """Sign and send any payload at once."""
        return await self.deliveries.send(self.deliveries.make(event, payload))

    async def deliver_waiting(self) -> list[Delivery]:
        return await self.deliveries.send_waiting()

    async def redeliver(self, delivery: Delivery) -> Delivery:
        again = self.deliveries.redeliver(delivery)
        self.deliveries.waiting.remove(again)
        return await self.deliveries.send(again)

    def request_merge_checks(self, repository: Repository, head_sha: str, number: int) -> None:
        """What a merge queue does when a pull request's turn has come."""
        group = merge_group(repository, repository.default_branch, head_sha, number)
        self.world.emit(
            "merge_group", "checks_requested", repository, repository.owner, merge_group=group
        )

    # What was asked

    def counting(self) -> AbstractContextManager[Count]:
        return self.requests.counting()
