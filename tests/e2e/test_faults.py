"""When GitHub fails us the check never passes by itself, and the review comes in the end."""

from collections.abc import Iterator

import pytest

from bot.reviewer import CHECK_NAME
from tests.e2e.edits import VAGUE_BLOCKER
from tests.e2e.world import World
from tests.github.faults import Fault, secondary_limit, server_error

FAULTS = {
    "502 on reading": lambda: [server_error("graphql:ReadPullRequest")],
    "502 on writing": lambda: [server_error("graphql:Write")],
    "503 on comparing": lambda: [server_error("repos/compare*", 503)],
    "no token": lambda: [server_error("apps/create-installation-access-token")],
    "reset before the write": lambda: [Fault("graphql:Write", reset="before")],
    "reset after the write": lambda: [Fault("graphql:Write", reset="after")],
    "query answered in part": lambda: [
        Fault("graphql.repository", 200, "Something went wrong", kind="INTERNAL")
    ],
    "truncated answer": lambda: [Fault("graphql:ReadPullRequest", truncate=True)],
    "token revoked": lambda: [Fault("graphql:ReadPullRequest", revoke=True)],
    "limit": lambda: [secondary_limit("graphql:ReadPullRequest", retry_after=1)],
    "limit of the App itself": lambda: [
        secondary_limit("apps/create-installation-access-token", 429, retry_after=1)
    ],
    "not there yet": lambda: [Fault("graphql:ReadPullRequest", 404, "Not Found")],
    "head not there yet": lambda: [Fault("repos/compare*", 404, "Not Found", times=2)],
    "comment alone fails": lambda: [
        Fault("graphql.addComment", 200, "Something went wrong", kind="INTERNAL")
    ],
}


@pytest.fixture
def database_url(url: str) -> str:
    """Both engines."""
    return url


@pytest.fixture(autouse=True)
def _violations_of_faults(bot: World) -> Iterator[None]:
    yield
    bot.github.faults.clear()


@pytest.mark.parametrize("name", FAULTS)
async def test_review_comes_in_the_end(bot: World, name: str) -> None:
    """One fault anywhere ends in the state of a run without it."""
    bot.github.faults.add(*FAULTS[name]())
    pull = bot.edit(*VAGUE_BLOCKER)
    await bot.settle()
    runs = bot.checks(pull)
    assert runs[-1].conclusion == "failure"
    assert all(run.status == "completed" for run in runs)
    assert len(bot.comments(pull)) == 1
    assert "vague-blocker" in bot.labels(pull)


async def test_work_that_is_given_up(bot: World) -> None:
    """After the last try the check run is timed out, names the fault as ours, and never passes."""
    bot.github.faults.add(server_error("graphql:ReadPullRequest", times=None))
    pull = bot.edit(*VAGUE_BLOCKER)
    await bot.settle()
    (run,) = bot.checks(pull)
    assert (run.name, run.conclusion) == (CHECK_NAME, "timed_out")
    assert "not of the pull request" in (run.output.summary or "")
    assert (await bot.server.store.stats()).dead == 1


async def test_head_that_never_appears(bot: World) -> None:
    """A pull request that GitHub shows without its commits is no verdict and no silence."""
    bot.github.faults.add(Fault("repos/compare*", 404, "Not Found", times=None))
    pull = bot.edit(*VAGUE_BLOCKER)
    await bot.settle()
    assert [run.conclusion for run in bot.checks(pull)] == ["timed_out"]


async def test_replay_after_giving_up(bot: World) -> None:
    """Replaying a dead letter makes a new check run with the real verdict."""
    bot.github.faults.add(server_error("graphql:ReadPullRequest", times=None))
    pull = bot.edit(*VAGUE_BLOCKER)
    await bot.settle()
    bot.github.faults.clear()
    (dead,) = await bot.server.store.deliveries(event="pull_request")
    await bot.server.store.replay(dead.id)
    await bot.idle()
    assert [run.conclusion for run in bot.checks(pull)] == ["timed_out", "failure"]


async def test_installation_is_gone(bot: World) -> None:
    """Work for an installation that was removed meanwhile ends quietly."""
    bot.edit(*VAGUE_BLOCKER)
    waiting = list(bot.github.deliveries.waiting)
    installation = bot.github.world.installation_of(bot.github.app, bot.repository)
    assert installation is not None
    bot.github.world.uninstall(installation)
    for delivery in waiting:
        await bot.github.deliver(delivery.event, delivery.payload)
    await bot.idle()
    assert (await bot.server.store.stats()).dead == 0
