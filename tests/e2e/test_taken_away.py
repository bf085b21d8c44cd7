"""What GitHub takes from us in mid-flight, and what becomes of the work."""

from collections.abc import Callable

import pytest

from bot.work.store import Record, State
from tests.e2e.edits import GOOD_BLOCKER, VAGUE_BLOCKER, replaced
from tests.e2e.reports import comment_of, pulls, reactions, report, reported, said
from tests.e2e.world import PATHS, World
from tests.github.accounts import Installation


@pytest.fixture
def database_url(url: str) -> str:
    """Both engines."""
    return url


def installation(bot: World) -> Installation:
    found = bot.github.world.installation_of(bot.github.app, bot.repository)
    assert found is not None
    return found


async def between(bot: World, operation: str, happen: Callable[[], object]) -> None:
    """Let something happen just before the first request of a kind, and the work come to an end."""
    take = bot.github.faults.take

    def once(names: list[str]) -> object:
        if operation in names:
            bot.github.faults.take = take  # type: ignore[method-assign]
            happen()
        return take(names)

    bot.github.faults.take = once  # type: ignore[assignment, method-assign]
    await bot.settle()
    await bot.idle()


async def last(bot: World) -> Record:
    return (await bot.server.store.deliveries(event="pull_request"))[0]


OPERATIONS = ["graphql:ReadPullRequest", "repos/compare-commits-with-basehead", "graphql:Write"]
each_step = pytest.mark.parametrize("operation", OPERATIONS)


@each_step
async def test_repository_is_renamed(bot: World, operation: str) -> None:
    """The review goes on under the new name, and is one with what is asked for under that."""
    pull = bot.edit(*VAGUE_BLOCKER)
    await between(bot, operation, lambda: bot.github.world.rename(bot.repository, "acme/map"))
    pull.push({PATHS.registry: replaced(GOOD_BLOCKER)})
    await bot.settle()
    assert [run.conclusion for run in bot.checks(pull)] == ["success"]
    assert len(bot.comments(pull)) == 1
    assert (await bot.server.store.stats()).dead == 0


async def test_work_under_a_former_name(bot: World) -> None:
    """What was asked for under the former name is handed to the subject under the new one."""
    pull = bot.edit(*VAGUE_BLOCKER)
    (waiting,) = [one for one in bot.github.deliveries.waiting if one.event == "pull_request"]
    bot.github.deliveries.waiting.clear()
    bot.github.world.rename(bot.repository, "acme/map")
    await bot.github.deliver(waiting.event, waiting.payload)
    await bot.idle()
    subjects = [one.subject for one in await bot.server.store.deliveries(event="pull_request")]
    number = installation(bot).id
    assert subjects == [f"pull:{number}:acme/map#1", f"pull:{number}:acme/registry#1"]
    assert [run.conclusion for run in bot.checks(pull)] == ["failure"]


@pytest.mark.parametrize("rerun", ["check", "suite"])
async def test_rerun_after_a_rename(bot: World, rerun: str) -> None:
    """A re-run asked for under the former name, REST and all, makes one check run."""
    pull = bot.edit(*VAGUE_BLOCKER)
    await bot.settle()
    run = bot.checks(pull)[-1]
    (run if rerun == "check" else run.suite).rerequest(by="acme")
    bot.github.world.rename(bot.repository, "acme/map")
    await bot.settle()
    await bot.idle()
    assert [run.conclusion for run in bot.checks(pull)] == ["failure", "failure"]


RECORDING = ["graphql:ReadIssue", "git/create-tree", "git/create-ref", "pulls/create"]


@pytest.mark.parametrize("operation", RECORDING)
async def test_repository_of_a_report_is_renamed(bot: World, operation: str) -> None:
    """A report that is accepted meanwhile is recorded once, under the new name."""
    issue = await reported(bot, report())
    command = issue.comment("/registry accept", by="acme")
    await between(bot, operation, lambda: bot.github.world.rename(bot.repository, "acme/map"))
    await said(bot, issue, "/registry accept")
    assert len(pulls(bot)) == 1
    assert reactions(command) == ["+1"]
    assert f"#{pulls(bot)[0].number} records this" in comment_of(bot, issue)
    assert (await bot.server.store.stats()).dead == 0


def _suspend(bot: World) -> None:
    installation(bot).suspended_at = bot.github.clock()


def _uninstall(bot: World) -> None:
    bot.github.world.uninstall(installation(bot))


def _remove(bot: World) -> None:
    bot.github.world.remove_from_installation(installation(bot), bot.repository)
    bot.repository.private = True


@pytest.mark.parametrize("take", [_suspend, _uninstall, _remove])
@each_step
async def test_installation_is_gone(
    bot: World, take: Callable[[World], None], operation: str
) -> None:
    """The work ends quietly: there is nobody left to tell."""
    bot.edit(*VAGUE_BLOCKER)
    await between(bot, operation, lambda: take(bot))
    assert (await last(bot)).outcome.startswith("Ignored:")


async def test_repository_is_private_now(bot: World) -> None:
    """One that was made private is reviewed as before."""
    pull = bot.edit(*VAGUE_BLOCKER)

    def hide() -> None:
        bot.repository.private = True

    await between(bot, OPERATIONS[1], hide)
    assert [run.conclusion for run in bot.checks(pull)] == ["failure"]


async def test_repository_is_archived(bot: World) -> None:
    """Where nothing can be written nothing is tried."""
    pull = bot.edit(*VAGUE_BLOCKER)
    bot.repository.archived = True
    with bot.github.counting() as count:
        await bot.settle()
    assert [request for request in count.requests if "Write" in str(request)] == []
    assert bot.checks(pull) == []
    assert "archived" in (await last(bot)).outcome


async def test_permission_is_taken(bot: World) -> None:
    """Without leave to make check runs it is given up after three tries, and can be replayed."""
    pull = bot.edit(*VAGUE_BLOCKER)
    installation(bot).permissions["checks"] = "read"
    with bot.github.counting() as count:
        await bot.settle()
    assert sum("Write" in line for line in count.lines) <= 3
    (dead,) = await bot.server.store.deliveries(state=State.DEAD)
    assert "Resource not accessible by integration" in dead.outcome
    installation(bot).permissions["checks"] = "write"
    bot.github.world.revoke_tokens()
    await bot.server.store.replay(dead.id)
    await bot.idle()
    assert [run.conclusion for run in bot.checks(pull)] == ["failure"]
