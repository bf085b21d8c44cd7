"""Who has to wait for GitHub's rate limits, and until when: each installation for itself."""

import random
import time
from collections.abc import Callable

from bot.github.errors import RateLimited

LONGEST_PAUSE = 3600.0
"""The primary limit starts anew every hour."""
MAX_JITTER = 30.0

Key = tuple[int, str]
"""An installation (0: the App itself) and a resource, as GitHub counts them apart."""


class Limits:
    """Refuses at once what GitHub would refuse, since asking on makes it refuse for longer."""

    def __init__(
        self,
        *,
        clock: Callable[[], float] = time.monotonic,
        rng: random.Random | None = None,
    ) -> None:
        self._clock = clock
        self._rng = rng or random.Random()  # noqa: S311  # jitter is no secret
        self._until: dict[Key, float] = {}
        self._strikes: dict[Key, int] = {}

    def check(self, key: Key) -> None:
        """Raise RateLimited while `key` has to wait."""
        left = self._until.get(key, 0.0) - self._clock()
        if left > 0:
            raise RateLimited("GitHub asked registry-bot to slow down.", left + self._jitter(left))
        self._until.pop(key, None)

    def hit(self, key: Key, error: RateLimited) -> RateLimited:
        """Note that GitHub refused; returns the error with the time that will be waited.

        Where GitHub names no time each refusal in a row doubles it. Some is added at random, lest
        all that waits should ask again in one moment.
        """
        pause = error.retry_after
        if not error.is_stated:
            strikes = self._strikes[key] = self._strikes.get(key, -1) + 1
            pause = min(LONGEST_PAUSE, pause * 2.0 ** min(strikes, 10))
        self._until[key] = self._clock() + pause
        return RateLimited(str(error), pause + self._jitter(pause))

    def passed(self, key: Key) -> None:
        """Note that GitHub answered again."""
        self._strikes.pop(key, None)

    def _jitter(self, pause: float) -> float:
        return self._rng.uniform(0.0, min(MAX_JITTER, pause / 4))
