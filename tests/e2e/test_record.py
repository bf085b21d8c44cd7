"""The database is a cache: what has to last stands on GitHub, signed, and is believed only so."""

import re
from collections.abc import Callable

import pytest
from pydantic import SecretStr

from bot.desired import RECORD_DROPPED
from tests.e2e.edits import GOOD_BLOCKER, VAGUE_BLOCKER, replaced
from tests.e2e.world import PATHS, World
from tests.github.pulls import PullRequest

RECORD = re.compile(r"<!-- registry-bot:record .*-->")


def record_of(bot: World, pull: PullRequest) -> str:
    (comment,) = bot.comments(pull)
    return RECORD.search(comment.body)[0]


async def reopened(bot: World, pull: PullRequest) -> None:
    pull.close(by="ann")
    pull.reopen(by="ann")
    await bot.settle()


SPOILT: dict[str, Callable[[str, str], str]] = {
    "edited": lambda own, other: own.replace("v1 ey", "v1 eY"),
    "copied": lambda own, other: other,
    "doubled": lambda own, other: f"{own}\n{other}",
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
async def test_record_that_is_not_ours(bot: World, spoil: Callable[[str, str], str]) -> None:
    """A record that somebody spoilt is dropped, the comment says so, and says so once."""
    pull, other = bot.edit(*VAGUE_BLOCKER), bot.edit(*GOOD_BLOCKER)
    await bot.settle()
    (comment,) = bot.comments(pull)
    spoilt = spoil(record_of(bot, pull), record_of(bot, other))
    comment.body = RECORD.sub(lambda _: spoilt, comment.body)
    await reopened(bot, pull)
    assert RECORD_DROPPED in comment.body
    assert RECORD.findall(comment.body) == [record_of(bot, pull)]
    assert [run.conclusion for run in bot.checks(pull)] == ["failure"]
    with bot.github.counting() as count:
        await reopened(bot, pull)
    assert count.writes == 0
    pull.push({PATHS.registry: replaced(GOOD_BLOCKER)})
    await bot.settle()
    assert RECORD_DROPPED not in comment.body


async def test_somebody_elses_comment(bot: World) -> None:
    """Another's comment with our marker and our record is neither adopted nor believed."""
    pull = bot.edit(*VAGUE_BLOCKER)
    await bot.settle()
    (ours,) = bot.comments(pull)
    forged = pull.comment(ours.body, by="mallory")
    pull.push({PATHS.registry: replaced(GOOD_BLOCKER)})
    await bot.settle()
    assert "All automatic checks pass" in ours.body
    assert "All automatic checks pass" not in forged.body
    assert RECORD_DROPPED not in ours.body


async def test_database_lost(bot: World) -> None:
    """With the database deleted nothing is said twice, and what follows goes on as before."""
    pull = bot.edit(*VAGUE_BLOCKER)
    await bot.settle()
    (before,) = bot.comments(pull)
    said = before.body
    await bot.start(database_url=f"{bot.settings.database_url}.new")
    await reopened(bot, pull)
    assert [comment.body for comment in bot.comments(pull)] == [said]
    assert [run.conclusion for run in bot.checks(pull)] == ["failure"]
    pull.push({PATHS.registry: replaced(GOOD_BLOCKER)})
    await bot.settle()
    assert len(bot.comments(pull)) == 1
    assert [run.conclusion for run in bot.checks(pull)] == ["success"]


async def test_secret_in_rotation(bot: World) -> None:
    """While the secret is replaced, deliveries and records by the old one count as well."""
    pull = bot.edit(*VAGUE_BLOCKER)
    await bot.settle()
    old = SecretStr(bot.github.app.webhook_secret)
    await bot.start(
        github_webhook_secret=SecretStr("the new one"), github_webhook_secret_previous=old
    )
    with bot.github.counting() as count:
        await reopened(bot, pull)
    assert count.lines[0].startswith("POST /app/installations")
    assert count.writes == 1
    assert RECORD_DROPPED not in bot.comments(pull)[0].body
