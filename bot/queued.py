"""A review that cannot start within seconds says so, so that a required check is never silent."""

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import replace

import structlog

from bot.events import PullSubject, hint_of, parse_subject
from bot.github.checks import QUEUED, announce
from bot.github.client import GitHubApp
from bot.github.errors import GitHubError
from bot.repair import opened
from bot.work.store import Delivery, Record, State, Store, StoreUnavailable, UnknownDelivery

PATIENCE = 5.0
POLL = 1.0
MAX_AT_ONCE = 50
"""Announced in one turn: a backlog must not eat the limit it waits for."""

log = structlog.get_logger()


class Queued:
    """Watches the store for pull requests that wait and gives each head a `queued` check run."""

    def __init__(
        self,
        app: GitHubApp,
        store: Store,
        *,
        patience: float = PATIENCE,
        poll: float = POLL,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._app = app
        self._store = store
        self._patience = patience
        self._poll = poll
        self._clock = clock
        self._looked_at = 0
        """The number of the last delivery that was seen to wait; those before it came earlier."""

    async def run(self) -> None:
        """Watch until cancelled."""
        while True:
            await asyncio.sleep(self._poll)
            try:
                await self.look()
            except StoreUnavailable as error:
                log.warning("queued.failed", error=str(error))

    async def look(self) -> None:
        """Announce what has waited too long, the longest first, once a delivery."""
        for record in await self._store.waiting(after=self._looked_at, limit=MAX_AT_ONCE):
            if self._clock() - record.received <= self._patience:
                return
            self._looked_at = record.number
            if record.attempts == 0 and await self._is_ours_to_announce(record):
                try:
                    await self._announce(record)
                except GitHubError as error:
                    log.warning("queued.failed", delivery=record.id, error=str(error))

    async def _is_ours_to_announce(self, record: Record) -> bool:
        """Whether no other process has announced it: two at once would make two check runs."""
        if not record.subject.startswith("pull:"):
            return False
        note = Delivery(f"queued:{record.id}", "event:queued", "queued", b"", self._clock())
        return (await self._store.receive(note, outcome="announced")).is_new

    async def _announce(self, record: Record) -> None:
        subject = parse_subject(record.subject)
        delivery = await self._store.show(record.id)
        if not isinstance(subject, PullSubject) or delivery.payload is None:
            return
        payload = json.loads(delivery.payload)
        hint = hint_of(record.event, payload)
        is_new = (record.event, payload["action"]) == ("pull_request", "opened")
        await announce(self._app, subject.pull, hint.head, QUEUED, is_new=is_new)
        if not await self._still_waits(record.id):
            # It was reviewed while we spoke: another look completes the check run just made.
            again = opened(subject.pull, hint.head, hint.base, self._clock())
            await self._store.receive(replace(again, id=f"again:{record.id}"))

    async def _still_waits(self, delivery_id: str) -> bool:
        try:
            record = await self._store.show(delivery_id)
        except UnknownDelivery:
            return False
        return record.state is State.PENDING and record.attempts == 0
