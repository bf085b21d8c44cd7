"""`registry-bot deliveries`: what came in, shown, and worked again."""

import asyncio
import json
from pathlib import Path

import pytest

from bot.work import open_store
from bot.work.store import Delivery, State
from tests.cli.conftest import Run

GUID = "11111111-2222-3333-4444-555555555555"
BODY = {"title": "\x9b2J\u202eevil", "action": "opened"}


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A database with one delivery that is done."""
    url = f"sqlite:///{tmp_path / 'bot.db'}"
    monkeypatch.setenv("DATABASE_URL", url)
    payload = json.dumps(BODY, ensure_ascii=False).encode()
    delivery = Delivery(GUID, "branch:1:acme/registry@\x9b2J", "push", payload, 0.0)

    async def receive() -> None:
        store = await open_store(url)
        await store.receive(delivery, outcome="Ignored: nothing to do")
        await store.close()

    asyncio.run(receive())
    return url


def test_list_and_show(url: str, run: Run) -> None:
    """A delivery is listed on one line, and shown with its body as the JSON it is."""
    listed, shown = run("deliveries"), run("deliveries", "show", GUID)
    assert listed.out.splitlines() == shown.out.splitlines()[:1]
    assert "Ignored: nothing to do" in listed.out
    assert json.loads(shown.out.splitlines()[1]) == BODY


def test_nothing_steers_the_terminal(url: str, run: Run) -> None:
    """Control characters that a contributor wrote do not reach the terminal."""
    out = run("deliveries").out + run("deliveries", "show", GUID).out
    assert out.isascii()


def test_replay(url: str, run: Run) -> None:
    """A replayed delivery waits again."""
    assert run("deliveries", "replay", GUID).status == 0

    async def state() -> State:
        store = await open_store(url)
        record = await store.show(GUID)
        await store.close()
        return record.state

    assert asyncio.run(state()) is State.PENDING


@pytest.mark.parametrize("arguments", [("show",), ("show", "unknown"), ("replay", "unknown")])
def test_wrong_use(url: str, run: Run, arguments: tuple[str, ...]) -> None:
    """An unknown or missing id is wrong use, said in one line."""
    result = run("deliveries", *arguments)
    assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)
