"""Every law of the store is tried on both engines, each test on a database of its own."""

from collections.abc import AsyncIterator, Iterator

import pytest
from structlog.testing import capture_logs

from bot.work import open_store
from bot.work.store import Store
from tests.work.samples import Clock


@pytest.fixture(autouse=True)
def log() -> Iterator[None]:
    """Rendering the many tracebacks that these tests provoke would take most of their time."""
    with capture_logs():
        yield


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def store(url: str, clock: Clock) -> AsyncIterator[Store]:
    store = await open_store(url, clock)
    yield store
    await store.close()
