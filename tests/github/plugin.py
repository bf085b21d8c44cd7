"""Pytest fixtures: a fake GitHub that has to have been used rightly."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from tests.github.fake import GitHub

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture
async def github() -> AsyncIterator[GitHub]:
    """Served, its clock standing at NOW; a test that leaves violations behind fails."""
    fake = GitHub(NOW)
    await fake.start()
    yield fake
    await fake.stop()
    assert fake.violations == []
