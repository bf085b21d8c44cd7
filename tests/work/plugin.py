"""Pytest fixtures: the databases for durable work, SQLite always and PostgreSQL where it runs."""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.work.postgres_server import Server, running_server


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


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says which engines the laws were tried on: a skipped one is easily overlooked."""
    passed = [report.nodeid for report in terminalreporter.getreports("passed")]
    for engine in ("sqlite", "postgresql"):
        number = sum(engine in name.partition("[")[2] for name in passed)
        terminalreporter.write_line(f"on {engine}: {number} tests passed")
