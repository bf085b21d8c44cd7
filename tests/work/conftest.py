"""Every law of the store is tried on both engines, each test on a database of its own."""

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.work import open_store
from bot.work.store import Store
from tests.work.postgres_server import Server, running_server
from tests.work.samples import Clock


@pytest.fixture(autouse=True)
def log() -> Iterator[None]:
    """Rendering the many tracebacks that these tests provoke would take most of their time."""
    with capture_logs():
        yield


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    with ExitStack() as stack, pytest.MonkeyPatch.context() as environment:
        # Set by whoever starts the server, and put back when it stops.
        environment.setenv("XDG_RUNTIME_DIR", os.environ.get("XDG_RUNTIME_DIR", ""))
        try:
            server = stack.enter_context(running_server())
        except Exception as error:  # noqa: BLE001  # whatever keeps it from starting is the reason
            reason = f"PostgreSQL cannot be started: {error!r}"
            (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)
        yield server


@pytest.fixture
def postgres_url(postgres: Server) -> Iterator[str]:
    url = postgres.fresh_schema()
    yield url
    postgres.drop_schema(url)


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/data/work.db"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    fixture = "sqlite_url" if request.param == "sqlite" else "postgres_url"
    return str(request.getfixturevalue(fixture))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def store(url: str, clock: Clock) -> AsyncIterator[Store]:
    store = await open_store(url, clock)
    yield store
    await store.close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says which engines the laws were tried on: a skipped one is easily overlooked."""
    passed = [report.nodeid for report in terminalreporter.getreports("passed")]
    for engine in ("sqlite", "postgresql"):
        number = sum(f"[{engine}" in name for name in passed)
        terminalreporter.write_line(f"durable work on {engine}: {number} laws hold")
