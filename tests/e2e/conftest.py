"""The world of the end-to-end tests, fresh for each."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.logs import configure
from bot.settings import LogFormat, LogLevel
from tests.e2e.world import World, world

configure(LogFormat.JSON, LogLevel.WARNING)


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """The database of `bot`; modules whose tests run on both engines take `url` in its place."""
    return sqlite_url


@pytest.fixture
async def bot(tmp_path: Path, database_url: str) -> AsyncIterator[World]:
    async with world(tmp_path, database_url=database_url) as made:
        yield made
