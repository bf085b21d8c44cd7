"""`POST /webhook`: what is taken, what is refused, and with which words."""

import json
import re
from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.server import web_app
from bot.settings import Settings
from bot.web import webhook
from bot.work import open_store
from bot.work.store import State, Store, StoreUnavailable
from tests.github.deliveries import sign

ROOT = Path(__file__).parents[2]
SECRET = "it's a secret"  # made up for this test
PULL: dict[str, Any] = {
    "action": "opened",
    "installation": {"id": 7},
    "repository": {"full_name": "acme/registry"},
    "pull_request": {
        "number": 3,
        "head": {"sha": "a" * 40, "ref": "patch"},
        "base": {"sha": "b" * 40, "ref": "main"},
    },
}


def _pushed(branch: str) -> dict[str, Any]:
    repository = {"full_name": "acme/registry", "default_branch": branch}
    return {"ref": f"refs/heads/{branch}", "repository": repository, "installation": {"id": 7}}


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = await open_store(f"sqlite:///{tmp_path / 'bot.db'}")
    yield opened
    await opened.close()


@pytest.fixture
async def client(store: Store) -> AsyncIterator[TestClient]:
    async with TestClient(TestServer(web_app(store, (SECRET,)))) as made:
        yield made


async def send(
    client: TestClient,
    body: bytes,
    event: str = "pull_request",
    delivery: str = "11111111-2222-3333-4444-555555555555",
    **headers: str,
) -> int:
    given = {
        "X-GitHub-Event": event,
        "X-GitHub-Delivery": delivery,
        "X-Hub-Signature-256": sign(SECRET, body),
        "Content-Type": "application/json",
    }
    given |= {name.replace("_", "-"): value for name, value in headers.items()}
    async with client.post("/webhook", data=BytesIO(body), headers=given) as response:
        assert "Traceback" not in await response.text()
        return response.status


async def test_delivery_is_stored(client: TestClient, store: Store) -> None:
    """A signed delivery is durable before the 202, and a second one is not doubled."""
    body = json.dumps(PULL).encode()
    assert await send(client, body) == 202
    assert await send(client, body) == 202
    (record,) = await store.deliveries()
    assert record.state is State.PENDING
    assert (await store.show(record.id)).payload == body
    assert record.subject == "pull:7:acme/registry#3"


async def test_form_encoded_delivery(client: TestClient, store: Store) -> None:
    """A webhook set to form encoding is taken like JSON."""
    body = urlencode({"payload": json.dumps(PULL)}).encode()
    status = await send(client, body, Content_Type="application/x-www-form-urlencoded")
    assert status == 202
    assert (await store.stats()).pending == 1


async def test_ping_is_answered(client: TestClient, store: Store) -> None:
    """A ping gets its 200 and makes no work."""
    assert await send(client, b'{"zen": "Keep it simple."}', "ping") == 200
    assert (await store.stats()).pending == 0


@pytest.mark.parametrize(
    "signature", ["", "sha256=", "sha256=" + "0" * 64, "sha1=abc", "sha256=\xe9", "nonsense"]
)
async def test_bad_signature(client: TestClient, store: Store, signature: str) -> None:
    """Without the right signature nothing is stored, whatever its form."""
    body = json.dumps(PULL).encode()
    assert await send(client, body, X_Hub_Signature_256=signature) == 401
    assert await store.deliveries() == []


@pytest.mark.parametrize(
    ("event", "body"),
    [
        ("pull_request", b"not json"),
        ("pull_request", b""),
        ("pull_request", b"[]"),
        ("pull_request", b'{"action": "opened"}'),
        ("pull_request", b'"' + b"x" * 1000),
        ("pull_request", b"[" * 100_000),
        ("pull_request", b"\xff\xfe"),
        ("check_run", b'{"action": "rerequested", "check_run": 3}'),
        ("", json.dumps(PULL).encode()),
        ("pull request", json.dumps(PULL).encode()),
        ("pull_request", json.dumps(PULL | {"repository": {"full_name": "a/b\0"}}).encode()),
        ("pull_request", json.dumps(PULL | {"repository": {"full_name": "\ud800/b"}}).encode()),
        ("pull_request", json.dumps(PULL | {"installation": {"id": -7}}).encode()),
        ("push", json.dumps(_pushed("\ud800")).encode()),
        ("push", json.dumps(_pushed("a\0b")).encode()),
    ],
)
async def test_malformed_delivery(client: TestClient, event: str, body: bytes) -> None:
    """What is no GitHub event is a 400 with one sentence."""
    assert await send(client, body, event) == 400


async def test_form_without_payload(client: TestClient) -> None:
    """A form without the field that GitHub sends is a 400."""
    status = await send(client, b"a=b", Content_Type="application/x-www-form-urlencoded")
    assert status == 400


@pytest.mark.parametrize("event", ["star", "fork", "something_new"])
async def test_unknown_event_is_ignored(client: TestClient, store: Store, event: str) -> None:
    """An event that needs no work is taken, recorded as ignored, and makes none."""
    assert await send(client, b'{"action": "created"}', event) in (200, 202)
    (record,) = await store.deliveries()
    assert record.state is State.DONE
    assert record.outcome.startswith("Ignored:")


async def test_largest_payload(client: TestClient) -> None:
    """A body of 25 MB to the byte is taken: that much GitHub may send."""
    body = json.dumps(PULL).encode()
    assert await send(client, body.ljust(webhook.MAX_BODY)) == 202


async def test_payload_that_is_too_large(client: TestClient) -> None:
    """A body over 25 MB is refused."""
    body = BytesIO(b" " * (webhook.MAX_BODY + 1))
    async with client.post("/webhook", data=body) as response:
        assert response.status == 413


async def test_store_that_fails(
    client: TestClient, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the delivery cannot be stored GitHub is told so, and when to come again."""

    async def fail(*_args: object, **_options: object) -> None:
        raise StoreUnavailable("the disk is full")

    monkeypatch.setattr(store, "receive", fail)
    body = json.dumps(PULL).encode()
    assert await send(client, body) == 503


async def test_no_credentials(store: Store) -> None:
    """Without credentials the server says so instead of pretending."""
    async with TestClient(TestServer(web_app(store, ()))) as client:
        answer = await client.post("/webhook", data=json.dumps(PULL).encode())
        assert answer.status == 503
        message = (await answer.json())["message"]
        variables = re.findall(r"\b[A-Z]+_\w+", message)
        assert {name.lower() for name in variables} <= Settings.model_fields.keys()
        (page,) = re.findall(r"docs/\w+\.md", message)
        assert all(name in (ROOT / page).read_text() for name in variables)
        assert (await client.get("/healthz")).status == 200
        assert (await client.get("/readyz")).status == 503


async def test_health(client: TestClient) -> None:
    """Alive and ready, with the number of deliveries that wait."""
    await send(client, json.dumps(PULL).encode())
    assert (await client.get("/healthz")).status == 200
    ready = await (await client.get("/readyz")).json()
    assert ready == {"status": "ready", "pending": 1, "dead": 0}
