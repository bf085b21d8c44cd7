"""A stand-in for Crossref, arXiv, the DOI resolver and the web."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from urllib.parse import unquote

from aiohttp import web

from bot.citation_services import Services

ENTRY = "<entry><id>http://arxiv.org/abs/2405.04434v1</id><title>DeepSeek-V2</title></entry>"
ERROR = (
    "<entry><id>http://arxiv.org/api/errors#incorrect_id_format</id><title>Error</title></entry>"
)


class Web:
    """Answers by path below its address; `asked` are the paths, as they came, in order."""

    def __init__(self) -> None:
        self.address = ""
        self.asked: list[str] = []
        self.answers: dict[str, int | str | Callable[[web.Request], object]] = {}

    @property
    def services(self) -> Services:
        """Every service at this address, each below its own name."""
        base = self.address
        return Services(f"{base}/crossref", f"{base}/arxiv", f"{base}/doi", f"{base}/url")

    async def handle(self, request: web.Request) -> web.StreamResponse:
        path = request.raw_path
        self.asked.append(path)
        answer = next((value for key, value in self.answers.items() if key in unquote(path)), 200)
        if callable(answer):
            return await answer(request)
        if isinstance(answer, str):
            return web.Response(text=f"<feed>{answer}</feed>")
        return web.Response(status=answer)


async def silent(request: web.Request) -> web.Response:
    await asyncio.sleep(60)
    return web.Response()


async def endless(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse()
    await response.prepare(request)
    while True:
        await response.write(b"<entry>" * 10_000)


def moved(target: str) -> Callable[[web.Request], object]:
    async def answer(request: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": target})

    return answer


@asynccontextmanager
async def a_web() -> AsyncIterator[Web]:
    """Serve on a free port of this machine."""
    made = Web()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", made.handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        made.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
        yield made
    finally:
        await runner.cleanup()
