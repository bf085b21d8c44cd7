"""Webhook deliveries: signed requests to the App, their log, and everything that delays them."""

import asyncio
import hashlib
import hmac
import json
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count
from typing import Any
from urllib.parse import urlencode

import aiohttp

from tests.github.accounts import App
from tests.github.payloads import payload, ping
from tests.github.state import Event, World
from tests.github.validation import check_webhook

UNASKED = {"installation", "installation_repositories", "ping"}
KEPT = timedelta(days=3)
TIMEOUT = 10.0


@dataclass(eq=False, slots=True)
class Delivery:
    """One attempt, or one still to be made (`delivered_at` is None)."""

    id: int
    guid: str
    event: str
    action: str | None
    payload: dict[str, Any]
    body: bytes
    headers: dict[str, str]
    url: str | None = None
    redelivery: bool = False
    delivered_at: datetime | None = None
    duration: float = 0.0
    status: str = ""
    status_code: int = 0
    response_headers: dict[str, str] = field(default_factory=dict)
    response_body: str = ""


def sign(secret: str, body: bytes) -> str:
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


class Deliveries:
    """What the App is told, and how reliably.

    `automatic` sends at once, in order; otherwise deliveries wait for `send_waiting`. `drop`
    decides which attempts never arrive (the log keeps them as failed), `copies` how often each
    is sent, `order` in what order a batch goes out. `form_encoded` is the webhook's other format.
    """

    def __init__(self, world: World, app: App, violations: list[str]) -> None:
        self.world = world
        self.app = app
        self.violations = violations
        self.url: str | None = None
        self.automatic = False
        self.form_encoded = False
        self.drop: Callable[[Delivery], bool] = lambda delivery: False
        self.copies: Callable[[Delivery], int] = lambda delivery: 1
        self.order: Callable[[list[Delivery]], list[Delivery]] = list
        self.waiting: list[Delivery] = []
        self.log: list[Delivery] = []
        self._ids = count(1)
        self._sender: asyncio.Task[None] | None = None
        world.listeners.append(self.hear)

    def __iter__(self) -> Iterator[Delivery]:
        return iter(self.log)

    def __len__(self) -> int:
        return len(self.log)

    def recent(self) -> list[Delivery]:
        """What the log still shows, newest first."""
        oldest = self.world.now() - KEPT
        return [one for one in reversed(self.log) if one.delivered_at and one.delivered_at > oldest]

    # Making

    def hear(self, event: Event) -> None:
        """Note a delivery when the App is subscribed and installed where it happened."""
        installation = event.installation
        if installation is None and event.repository:
            installation = self.world.installation_of(self.app, event.repository)
        if installation is None or installation.app is not self.app or installation.suspended_at:
            return
        if event.name in UNASKED or event.name in self.app.events:
            self.enqueue(event.name, payload(self.world, event, installation), described=True)

    def enqueue(self, event: str, content: dict[str, Any], *, described: bool = False) -> Delivery:
        """Queue a delivery; one that the fake made itself must fit GitHub's description."""
        if described:
            self.violations += check_webhook(event, content.get("action"), content)
        delivery = self.make(event, content)
        self.waiting.append(delivery)
        if self.automatic:
            self._start()
        return delivery

    def make(self, event: str, content: dict[str, Any]) -> Delivery:
        number = next(self._ids)
        guid = str(uuid.uuid5(uuid.NAMESPACE_OID, f"delivery {number}"))
        body, kind = json.dumps(content).encode(), "application/json"
        if self.form_encoded:
            body, kind = urlencode({"payload": body}).encode(), "application/x-www-form-urlencoded"
        headers = {
            "Accept": "*/*",
            "Content-Type": kind,
            "User-Agent": f"GitHub-Hookshot/{number:07x}",
            "X-GitHub-Delivery": guid,
            "X-GitHub-Event": event,
            "X-GitHub-Hook-ID": str(self.app.id),
            "X-GitHub-Hook-Installation-Target-ID": str(self.app.id),
            "X-GitHub-Hook-Installation-Target-Type": "integration",
            "X-Hub-Signature-256": sign(self.app.webhook_secret, body),
        }
        return Delivery(number, guid, event, content.get("action"), content, body, headers)

    def redeliver(self, delivery: Delivery) -> Delivery:
        """Queue the same delivery again: a new id, the same GUID and body."""
        again = replace(
            delivery,
            id=next(self._ids),
            redelivery=True,
            delivered_at=None,
            status="",
            status_code=0,
        )
        self.waiting.append(again)
        if self.automatic:
            self._start()
        return again

    def ping(self) -> Delivery:
        return self.enqueue("ping", ping(self.world, self.app, self.url or ""), described=True)

    # Sending

    async def send_waiting(self) -> list[Delivery]:
        """Send all that waits, and what arises meanwhile; returns the attempts made."""
        made = []
        while self.waiting:
            batch, self.waiting = self.order(self.waiting), []
            for delivery in batch:
                extra = range(self.copies(delivery) - 1)
                copies = [replace(delivery, id=next(self._ids)) for _ in extra]
                made += [await self.send(one) for one in (delivery, *copies)]
        return made

    async def send(self, delivery: Delivery) -> Delivery:
        """Make one attempt and log it; a failure is a status, as on GitHub."""
        delivery.delivered_at, delivery.url = self.world.now(), self.url
        self.log.append(delivery)
        if self.url is None or self.drop(delivery):
            delivery.status, delivery.status_code = "failed to connect to host", 502
            return delivery
        started = time.monotonic()
        try:
            await self._post(delivery)
        except TimeoutError:
            delivery.status, delivery.status_code = "timed out", 504
        except aiohttp.ClientError:
            delivery.status, delivery.status_code = "failed to connect to host", 502
        delivery.duration = round(time.monotonic() - started, 2)
        return delivery

    async def _post(self, delivery: Delivery) -> None:
        assert delivery.url is not None
        timeout = aiohttp.ClientTimeout(total=TIMEOUT)
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.post(delivery.url, data=delivery.body, headers=delivery.headers) as answer,
        ):
            delivery.response_body = await answer.text()
            delivery.response_headers = dict(answer.headers)
            delivery.status_code = answer.status
            delivery.status = "OK" if answer.ok else f"Invalid HTTP Response: {answer.status}"

    def _start(self) -> None:
        if self._sender is None or self._sender.done():
            self._sender = asyncio.get_running_loop().create_task(self._send_later())

    async def _send_later(self) -> None:
        await self.send_waiting()

    async def settle(self) -> None:
        """Wait until nothing is on its way."""
        while self._sender is not None and not self._sender.done():
            await self._sender

    async def close(self) -> None:
        if self._sender is not None and not self._sender.done():
            self._sender.cancel()
            await asyncio.gather(self._sender, return_exceptions=True)
