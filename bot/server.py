"""The process: web server and worker over one durable store, started and stopped in order."""

import asyncio
import signal
from collections.abc import AsyncIterator, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import aiohttp
import structlog
from aiohttp import web

from bot.github.client import GitHubApp
from bot.metrics import Metrics
from bot.purge import PURGE_EVERY, Purge
from bot.queued import Queued
from bot.repair import PERIOD, Repair
from bot.resolvers import Resolvers, open_resolvers
from bot.reviewer import FRESH, Reviewer
from bot.seal import Seal
from bot.settings import Settings
from bot.tracing import traced, tracing
from bot.web import health, pages, webhook
from bot.work import open_store
from bot.work.handler import Periodic, Policy
from bot.work.store import Store
from bot.work.worker import Worker

log = structlog.get_logger()


def today() -> date:
    """Return the day it is in UTC; tests hand in their own."""
    return datetime.now(UTC).date()


def web_app(
    store: Store, secrets: tuple[str, ...], metrics: Metrics | None = None
) -> web.Application:
    """Return the web application over `store`; without secrets it takes no deliveries."""
    app = web.Application(client_max_size=webhook.MAX_BODY, middlewares=[pages.lost])
    app[webhook.STORE] = store
    app[webhook.SECRETS] = secrets
    app[webhook.METRICS] = metrics or Metrics()
    for module in (webhook, health, pages):
        app.add_routes(module.routes)
    return app


@dataclass(frozen=True, slots=True)
class Server:
    """A running process. `url` is where it listens, empty without a web server."""

    url: str
    store: Store
    worker: asyncio.Task[None] | None


@asynccontextmanager
async def running(  # noqa: PLR0913  # all but the first are named, and have defaults
    settings: Settings,
    *,
    listens: bool = True,
    works: bool = True,
    policy: Policy | None = None,
    repair_every: float | None = PERIOD,
    fresh: float = FRESH,
) -> AsyncIterator[Server]:
    """Run the server inside the context; leaving it lets what runs finish or hands it back.

    `repair_every` is in seconds, the first time at the start; None leaves gaps as they are. What
    was read of a pull request longer than `fresh` seconds ago is read again before writing.
    Raises SettingsError for a key that cannot be used, and what `open_store` raises.
    """
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(tracing(settings))
        store = await open_store(settings.database_url)
        stack.push_async_callback(store.close)
        metrics = Metrics()
        worker, url = None, ""
        if settings.has_credentials:
            app = await stack.enter_async_context(_github(settings, metrics))
            if works:
                reviewer = Reviewer(
                    app,
                    store,
                    seal=Seal(settings.webhook_secrets),
                    today=today,
                    rules_url=settings.rules_url,
                    resolvers=await stack.enter_async_context(_resolvers(settings)),
                    fresh=fresh,
                )
                repair = Repair(app, store, repaired=metrics.repaired)
                jobs = {"repair": Periodic(repair_every, repair.run)} if repair_every else {}
                work = _worker(store, reviewer, jobs, settings, metrics, policy)
                worker = await stack.enter_async_context(_working(work))
            if listens:
                await stack.enter_async_context(_in_background(Queued(app, store).run()))
        if listens:
            url = await stack.enter_async_context(_listening(settings, store, metrics))
        yield Server(url, store, worker)


async def serve_until_stopped(settings: Settings, *, listens: bool, works: bool) -> None:
    """Run until SIGTERM or SIGINT; ends with the worker's exception should that fail."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stopped.set)
    async with running(settings, listens=listens, works=works) as server:
        log.info("server.started", url=server.url, works=server.worker is not None)
        waiting = [asyncio.create_task(stopped.wait())]
        if server.worker:
            waiting.append(server.worker)  # type: ignore[arg-type]
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        waiting[0].cancel()
        log.info("server.stopping")


@asynccontextmanager
async def _github(settings: Settings, metrics: Metrics) -> AsyncIterator[GitHubApp]:
    assert settings.github_app_id is not None
    async with aiohttp.ClientSession() as session:
        yield GitHubApp(
            session,
            app_id=settings.github_app_id,
            private_key=settings.private_key(),
            api_url=settings.github_api_url,
            observe=metrics.requested,
        )


@asynccontextmanager
async def _resolvers(settings: Settings) -> AsyncIterator[Resolvers | None]:
    if settings.citation_resolvers is None:
        yield None
        return
    async with open_resolvers(settings.citation_resolvers) as resolvers:
        yield resolvers


def _worker(  # noqa: PLR0913, PLR0917  # everything that a worker is made of, once
    store: Store,
    reviewer: Reviewer,
    jobs: dict[str, Periodic],
    settings: Settings,
    metrics: Metrics,
    policy: Policy | None,
) -> Worker:
    purge = Purge(store, settings.delivery_retention_days)
    return Worker(
        store,
        traced(reviewer.handle),
        policy=policy,
        periodic={"purge": Periodic(PURGE_EVERY, purge.run), **jobs},
        on_give_up=reviewer.give_up,
        on_run=metrics.ran,
    )


@asynccontextmanager
async def _working(worker: Worker) -> AsyncIterator[asyncio.Task[None]]:
    task = asyncio.create_task(worker.run())
    try:
        yield task
    finally:
        worker.stop()
        await task


@asynccontextmanager
async def _in_background(work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


@asynccontextmanager
async def _listening(settings: Settings, store: Store, metrics: Metrics) -> AsyncIterator[str]:
    app = web_app(store, settings.webhook_secrets, metrics)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        site = web.TCPSite(runner, settings.host, settings.port)
        await site.start()
        host, port = runner.addresses[0][:2]
        yield f"http://{host}:{port}"
    finally:
        await runner.cleanup()
