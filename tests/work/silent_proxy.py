"""A way to PostgreSQL that can fall silent: nothing is refused, and nothing comes."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

SOCKET = ".s.PGSQL.5432"


class SilentProxy:
    def __init__(self, server: Path) -> None:
        self._server = server
        self._pumps: set[asyncio.Task[None]] = set()
        self._speaks = asyncio.Event()
        self._speaks.set()

    def fall_silent(self) -> None:
        self._speaks.clear()

    def speak(self) -> None:
        self._speaks.set()

    @asynccontextmanager
    async def listening(self, folder: Path) -> AsyncIterator[None]:
        server = await asyncio.start_unix_server(self._accept, folder / SOCKET)
        yield
        server.close()
        for pump in self._pumps:
            pump.cancel()
        await asyncio.gather(*self._pumps, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        back, forth = await asyncio.open_unix_connection(self._server / SOCKET)
        for source, sink in ((reader, forth), (back, writer)):
            self._pumps.add(asyncio.create_task(self._pump(source, sink)))

    async def _pump(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        try:
            while data := await source.read(65536):
                await self._speaks.wait()
                sink.write(data)
        finally:
            sink.close()
