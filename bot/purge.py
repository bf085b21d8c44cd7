"""Forget deliveries that are done: their bodies first, much later that they ever came."""

from bot.work.handler import Done, Outcome
from bot.work.store import Store

DAY = 86_400.0
PURGE_EVERY = DAY / 4
ROWS_KEPT = 3
"""How many times longer than its body a delivery is known, so that a late copy is not worked."""


class Purge:
    """Runs four times a day on one host. What is pending or was given up always stays."""

    def __init__(self, store: Store, retention_days: float) -> None:
        self._store = store
        self._kept = retention_days * DAY

    async def run(self) -> Outcome:
        """Remove what is older than configured."""
        purged = await self._store.purge(bodies_after=self._kept, rows_after=ROWS_KEPT * self._kept)
        return Done(f"purged {purged.bodies} bodies and {purged.rows} deliveries")
