"""The log follows one delivery from its arrival to its effect, and never holds a secret."""

import json
import sys
from pathlib import Path

from tests.e2e.edits import VAGUE_BLOCKER, replaced
from tests.e2e.servers import served, told, until
from tests.e2e.world import PATHS


async def test_one_delivery_is_followed(tmp_path: Path, sqlite_url: str) -> None:
    """By its id alone: stored, each request made for it, what was shown, how the run ended."""
    path = tmp_path / "log"
    with path.open("wb") as log:
        async with served(sqlite_url) as (github, repository, server):
            server.command = (sys.executable, "-m", "bot", "serve")
            server.environment |= {"LOG_FORMAT": "json", "LOG_LEVEL": "DEBUG"}
            server.log = log
            await server.start()
            await until(lambda: b"repair.ended" in path.read_bytes())
            pull = repository.open_pull(
                author="ann", fork=True, changes={PATHS.registry: replaced(VAGUE_BLOCKER)}
            )
            await github.deliver_waiting()
            await until(lambda: told(pull) == (["failure"], 1, {"vague-blocker"}))
            await until(lambda: "review.shown" in path.read_text())
            await until(
                lambda: path.read_text().rpartition("review.shown")[2].count("run ended") > 0
            )
            (delivery,) = (one for one in github.deliveries if one.event == "pull_request")
            credentials = github.app
            tokens = list(github.world.tokens)
    text = path.read_text()
    lines = [json.loads(line) for line in text.splitlines()]
    followed = [
        line["event"]
        for line in lines
        if delivery.guid in (line.get("delivery"), *line.get("deliveries", ()))
    ]
    assert followed[0] == "delivery.stored"
    assert followed.count("github.request") >= 3
    assert followed[-2:] == ["review.shown", "run ended"]
    secrets = (credentials.webhook_secret, *tokens, *credentials.private_key.splitlines()[1:-1])
    assert not any(secret in text for secret in secrets)
