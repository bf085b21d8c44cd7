"""Events in an order that nobody planned end with the newest state, said once."""

import pytest

from tests.e2e.edits import GOOD_BLOCKER, TRANSITION, VAGUE_BLOCKER, replaced
from tests.e2e.world import PATHS, REGISTRY, World


@pytest.fixture
def database_url(url: str) -> str:
    """Both engines."""
    return url


async def test_old_head_is_told_of_late(bot: World) -> None:
    """A delivery that speaks of an old head changes nothing once the new one is reviewed."""
    pull = bot.edit(*VAGUE_BLOCKER)
    (first,) = [one for one in bot.github.deliveries.waiting if one.event == "pull_request"]
    bot.github.deliveries.waiting.clear()
    pull.push({PATHS.registry: replaced(GOOD_BLOCKER)})
    await bot.settle()
    said = bot.comments(pull)[0].body
    await bot.github.deliver(first.event, first.payload)
    await bot.idle()
    assert [run.conclusion for run in bot.checks(pull)] == ["success"]
    assert [comment.body for comment in bot.comments(pull)] == [said]


async def test_head_is_set_back(bot: World) -> None:
    """Pushed by force to a head that has its verdict, that one stands and is not doubled."""
    pull = bot.edit(*VAGUE_BLOCKER)
    await bot.settle()
    old, said = pull.head_sha, bot.comments(pull)[0].body
    pull.push({PATHS.registry: replaced(GOOD_BLOCKER)})
    await bot.settle()
    assert bot.labels(pull) == {"ready"}
    pull.head_repository.push(pull.head_ref, old)
    await bot.settle()
    assert [run.conclusion for run in bot.checks(pull)] == ["failure"]
    assert [comment.body for comment in bot.comments(pull)] == [said]
    assert bot.labels(pull) == {"vague-blocker"}


async def test_title_is_edited(bot: World) -> None:
    """A new title costs no request."""
    pull = bot.edit(*VAGUE_BLOCKER)
    await bot.settle()
    pull.edit("ann", title="A better title")
    with bot.github.counting() as count:
        await bot.settle()
    assert count.lines == []


async def test_draft(bot: World) -> None:
    """A draft is reviewed like any other, and says nothing new when it is ready."""
    pull = bot.edit(*VAGUE_BLOCKER, draft=True)
    await bot.settle()
    assert [run.conclusion for run in bot.checks(pull)] == ["failure"]
    pull.ready(by="ann")
    await bot.settle()
    assert len(bot.checks(pull)) == len(bot.comments(pull)) == 1


async def test_pushed_to_while_closed(bot: World) -> None:
    """Reopened with another head, a pull request gets the verdict on that one."""
    pull = bot.edit(*VAGUE_BLOCKER)
    await bot.settle()
    pull.close(by="ann")
    pull.push({PATHS.registry: replaced(GOOD_BLOCKER)})
    await bot.settle()
    pull.reopen(by="ann")
    await bot.settle()
    assert [run.conclusion for run in bot.checks(pull)] == ["success"]
    assert pull.head_sha[:7] in bot.comments(pull)[0].body


@pytest.mark.parametrize("event", ["opened", "rerun"])
async def test_fork_is_deleted(bot: World, event: str) -> None:
    """A pull request without a head repository is reviewed by the commits that GitHub keeps."""
    pull = bot.edit(*VAGUE_BLOCKER)
    if event == "rerun":
        await bot.settle()
    pull.head_repository.delete()
    if event == "rerun":
        bot.checks(pull)[-1].rerequest(by="acme")
    await bot.settle()
    assert {run.conclusion for run in bot.checks(pull)} == {"failure"}
    assert len(bot.comments(pull)) == 1


async def test_conflict_with_the_base(bot: World) -> None:
    """One that cannot be merged is reviewed for what it changes."""
    pull = bot.edit(*VAGUE_BLOCKER)
    conflicting = replaced((VAGUE_BLOCKER[0], f"  - Something else.\n{VAGUE_BLOCKER[0]}"))
    bot.repository.commit("main", {PATHS.registry: conflicting}, "Say something else")
    await bot.settle()
    (run,) = bot.checks(pull)
    assert run.conclusion == "failure"
    assert run.output.title == "1 thing to fix"


async def test_no_common_history(bot: World) -> None:
    """Where base and head have nothing in common the base branch as it is stands for both."""
    pull = bot.edit(*VAGUE_BLOCKER)
    files = {PATHS.registry: REGISTRY, "README.md": "# Begun anew\n"}
    orphan = bot.repository.write_commit([], files, "Begin anew", bot.repository.owner)
    await bot.settle()
    bot.repository.push("main", orphan.sha)
    bot.checks(pull)[-1].rerequest(by="acme")
    await bot.settle()
    assert {run.status for run in bot.checks(pull)} == {"completed"}
    assert bot.checks(pull)[-1].conclusion == "failure"


async def test_comment_is_deleted(bot: World) -> None:
    """A maintainer who deletes our comment sees it again with the next verdict, not before."""
    pull = bot.edit(*VAGUE_BLOCKER)
    await bot.settle()
    bot.comments(pull)[0].delete(by="acme")
    await bot.settle()
    assert bot.comments(pull) == []
    pull.push({PATHS.registry: replaced(TRANSITION)})
    await bot.settle()
    assert len(bot.comments(pull)) == 1
    assert [run.conclusion for run in bot.checks(pull)] == ["failure"]


async def test_locked_later(bot: World) -> None:
    """In a conversation locked since, the check run alone says what is new."""
    pull = bot.edit(*VAGUE_BLOCKER)
    await bot.settle()
    pull.locked = True
    pull.push({PATHS.registry: replaced(GOOD_BLOCKER)})
    await bot.settle()
    assert [run.conclusion for run in bot.checks(pull)] == ["success"]
    assert (await bot.server.store.stats()).dead == 0
