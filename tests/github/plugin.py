"""Pytest fixtures: a fake GitHub that has to have been used rightly."""

from collections.abc import AsyncIterator

import pytest

from tests.github.fake import GitHub


@pytest.fixture
async def github() -> AsyncIterator[GitHub]:
    """Served, by the machine's clock, which clients sign by; violations left behind fail a test."""
    fake = GitHub()
    await fake.start()
    yield fake
    await fake.stop()
    assert fake.violations == []
