"""GitHub sends requests for renamed repositories on; they follow only within its API."""

from collections.abc import AsyncIterator, Awaitable, Callable

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.github.client import translated
from bot.github.errors import Refused, Unavailable
from bot.github.transport import Connection, unobserved


def moved(status: int, location: str) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def answer(_request: web.Request) -> web.Response:
        message = {"message": "Moved Permanently"}
        return web.json_response(message, status=status, headers={"Location": location})

    return answer


async def echo(request: web.Request) -> web.Response:
    body = await request.text()
    seen = {"method": request.method, "body": body, "by": request.headers.get("Authorization")}
    return web.json_response(seen)


@pytest.fixture
async def stranger() -> AsyncIterator[TestServer]:
    """Another server, which must not be asked."""
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", echo)
    async with TestServer(app) as started:
        yield started


@pytest.fixture
async def server(stranger: TestServer) -> AsyncIterator[TestServer]:
    app = web.Application()
    for status in (301, 302, 307, 308):
        app.router.add_route("*", f"/old/{status}", moved(status, "/new?page=2"))
    app.router.add_route("*", "/new", echo)
    app.router.add_route("*", "/round", moved(307, "/round"))
    app.router.add_route("*", "/out", moved(307, str(stranger.make_url("/new"))))
    async with TestServer(app) as started:
        yield started


@pytest.fixture
async def github(server: TestServer) -> AsyncIterator[Connection]:
    async with aiohttp.ClientSession() as session:
        base = str(server.make_url("")).rstrip("/")
        yield Connection(session, unobserved, oauth_token="secret", base_url=base)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_same_request_at_the_new_address(github: Connection, status: int) -> None:
    """Method, body and credentials stay, whatever the status: GitHub asks for it so."""
    expected = {"method": "POST", "body": '{"a": 1}', "by": "token secret"}
    assert await github.post(f"/old/{status}", data={"a": 1}) == expected
    assert (await github.getitem(f"/old/{status}"))["method"] == "GET"


async def test_token_goes_nowhere_else(github: Connection) -> None:
    """A redirect to another server is a refusal, and not followed."""
    with pytest.raises(Refused, match="Moved Permanently"):
        await translated(lambda: github.post("/out", data={}))


async def test_round_and_round(github: Connection) -> None:
    """A redirect that leads nowhere comes to an end."""
    with pytest.raises(Unavailable):
        await github.getitem("/round")
