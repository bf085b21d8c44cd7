"""A merge queue gets its check on the commit that it would merge, and nothing else is written."""

import pytest

from tests.e2e.edits import GOOD_BLOCKER, VAGUE_BLOCKER, replaced
from tests.e2e.world import PATHS, World
from tests.github.checks import CheckRun
from tests.github.faults import server_error

CHANGES = {
    "success": {PATHS.registry: replaced(GOOD_BLOCKER)},
    "failure": {PATHS.registry: replaced(VAGUE_BLOCKER)},
    "neutral": {"docs/notes.md": "notes\n"},
}


def queued(bot: World, changes: dict[str, str]) -> str:
    """Let the queue make a commit of a pull request and ask for its checks; return the commit."""
    head = bot.repository.commit("gh-readonly-queue", changes, "Merge pull request #1")
    bot.github.request_merge_checks(bot.repository, head, 1)
    return head


def runs_on(bot: World, head: str) -> list[CheckRun]:
    return list(bot.repository.check_runs(head))


@pytest.mark.parametrize("conclusion", CHANGES)
async def test_group_is_checked(bot: World, conclusion: str) -> None:
    """The check on the group's head says what the review of its change says."""
    head = queued(bot, CHANGES[conclusion])
    await bot.settle()
    (run,) = runs_on(bot, head)
    assert (run.name, run.status, run.conclusion) == ("registry review", "completed", conclusion)


async def test_group_is_asked_for_twice(bot: World) -> None:
    """The same event under another id makes no second check run."""
    head = queued(bot, CHANGES["success"])
    await bot.settle()
    bot.github.request_merge_checks(bot.repository, head, 1)
    await bot.settle()
    assert len(runs_on(bot, head)) == 1


async def test_group_that_cannot_be_read(bot: World) -> None:
    """Our failure blocks the group in words, and a replay gives the verdict."""
    bot.github.faults.add(server_error("graphql:ReadFiles", times=None))
    head = queued(bot, CHANGES["success"])
    await bot.settle()
    bot.github.faults.clear()
    assert [run.conclusion for run in runs_on(bot, head)] == ["timed_out"]
    (dead,) = await bot.server.store.deliveries(event="merge_group")
    await bot.server.store.replay(dead.id)
    await bot.idle()
    assert {run.conclusion for run in runs_on(bot, head)} == {"timed_out", "success"}
