"""Rate limits: as long as GitHub asks, longer where it keeps refusing, each installation alone."""

import random

import pytest

from bot.github.errors import RateLimited
from bot.github.limits import Limits


class Watch:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def limits(watch: Watch) -> Limits:
    return Limits(clock=watch, rng=random.Random(3))


ONE, OTHER = (1, "graphql"), (2, "graphql")


def refused(limits: Limits, key: tuple[int, str]) -> float:
    """Return the seconds that `key` is told to wait, 0 when it may ask."""
    try:
        limits.check(key)
    except RateLimited as error:
        return error.retry_after
    return 0.0


def test_stated_pause_is_kept(limits: Limits, watch: Watch) -> None:
    """Nobody asks before the time that GitHub stated, and everybody may after it."""
    told = limits.hit(ONE, RateLimited("slow", 40.0)).retry_after
    assert 40.0 <= told <= 50.0
    watch.now += 39.9
    assert refused(limits, ONE) > 0
    watch.now += 0.2
    assert refused(limits, ONE) == 0


def test_one_installation_waits_alone(limits: Limits) -> None:
    """Another installation, and the same one's other resource, go on."""
    limits.hit(ONE, RateLimited("slow", 3000.0))
    assert refused(limits, OTHER) == 0
    assert refused(limits, (1, "rest")) == 0


def test_unstated_pause_doubles(limits: Limits, watch: Watch) -> None:
    """Where GitHub names no time the wait doubles up to an hour, until it answers again."""
    waits = []
    for _ in range(9):
        limits.hit(ONE, RateLimited("slow", 60.0, is_stated=False))
        before = watch.now
        while refused(limits, ONE):
            watch.now += 10.0
        waits.append(watch.now - before)
    assert waits == [60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]
    limits.passed(ONE)
    limits.hit(ONE, RateLimited("slow", 60.0, is_stated=False))
    watch.now += 60.0
    assert refused(limits, ONE) == 0


def test_waiters_are_spread(limits: Limits) -> None:
    """Those that wait do not all come back in one moment."""
    limits.hit(ONE, RateLimited("slow", 400.0))
    waits = [refused(limits, ONE) for _ in range(200)]
    assert min(waits) < 405
    assert 425 < max(waits) <= 430
