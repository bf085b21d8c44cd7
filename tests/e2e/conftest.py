"""The world of the end-to-end tests, fresh for each."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.logs import configure
from bot.settings import LogFormat, LogLevel
from tests.e2e.world import World, world

configure(LogFormat.JSON, LogLevel.WARNING)


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[World]:
    async with world(tmp_path) as made:
        yield made
