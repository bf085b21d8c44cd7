"""The pages on the server: the files of the site, their addresses, and what is said of others."""

import posixpath
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp.test_utils import TestClient, TestServer
from yarl import URL

from bot.bundled import bundled_snapshot
from bot.server import web_app
from bot.site import POLICY, render_site
from bot.work import open_store
from tests.bot.html_page import Page

PAGES = render_site(bundled_snapshot())


@pytest.fixture
async def client(tmp_path: Path) -> AsyncIterator[TestClient]:
    store = await open_store(f"sqlite:///{tmp_path / 'bot.db'}")
    async with TestClient(TestServer(web_app(store, ()))) as made:
        yield made
    await store.close()


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/", "index.html"),
        ("/index.html", "index.html"),
        ("/entries/B7", "entries/B7.html"),
        ("/entries/B7.html", "entries/B7.html"),
        ("/entries/b07", "entries/B7.html"),
        ("/rules", "rules/index.html"),
        ("/rules/", "rules/index.html"),
        ("/rules/index.html", "rules/index.html"),
        ("/rules/RB201", "rules/RB201.html"),
        ("/rules/rb201.html", "rules/RB201.html"),
        ("/rules/transition-needs-citation", "rules/RB201.html"),
    ],
)
async def test_server_shows_the_files(client: TestClient, address: str, path: str) -> None:
    """Each page is served to the byte, with or without `.html`, and may run nothing."""
    async with client.get(address) as response:
        assert (response.status, response.content_type) == (200, "text/html")
        assert await response.text() == PAGES[path]
        assert response.headers["Content-Security-Policy"].startswith(POLICY)
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        # Relative links hold: the address is a folder as deep as the file's.
        assert posixpath.dirname(response.url.path).strip("/") == posixpath.dirname(path)


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/entries/B99", "There is no such entry."),
        ("/entries/..%2F..%2Fetc", "There is no such entry."),
        ("/entries/%3Cscript%3E", "There is no such entry."),
        ("/rules/RB999", "There is no such rule."),
        ("/rules/.html", "There is no such rule."),
        ("/nothing", "There is no such page."),
        ("/a/b/c/", "There is no such page."),
    ],
)
async def test_unknown_address(client: TestClient, address: str, sentence: str) -> None:
    """What is not there gets a page that says so, inert, whose links lead back."""
    async with client.get(address) as response:
        assert response.status == 404
        page = Page(await response.text())
        assert sentence in page.text
        assert "script" not in page.names
        places = {response.url.join(URL(link)) for link in page.links if link != "#content"}
        assert {place.path for place in places} == {"/index.html", "/rules/index.html"}


async def test_wrong_method_stays_one(client: TestClient) -> None:
    """An address that takes only deliveries is known; reading it is the wrong method."""
    async with client.get("/webhook") as response:
        assert response.status == 405
