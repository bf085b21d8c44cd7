"""GitHub's limits: waited for, said on the check run, and felt by one installation alone."""

import re

from tests.e2e.edits import GOOD_BLOCKER, VAGUE_BLOCKER
from tests.e2e.world import World, registry_files
from tests.github.faults import Fault, primary_limit, secondary_limit


async def postponed(bot: World) -> None:
    """Wait until a run was put off."""

    async def is_put_off() -> bool:
        found = await bot.server.store.deliveries(event="pull_request")
        return any("RateLimited" in one.outcome or "limit" in one.outcome for one in found)

    await bot.github.deliver_waiting()
    for _ in range(1000):
        if await is_put_off():
            return
        await bot.until(lambda: True)
    raise AssertionError("nothing was put off")


def said(bot: World, pull: object) -> tuple[str, int]:
    """Return what the one open check run says, and the seconds it names."""
    (run,) = bot.checks(pull)
    assert (run.status, run.conclusion) == ("in_progress", None)
    assert "no fault of the pull request" in run.output.summary
    return run.output.summary, int(re.search(r"about (\d+) seconds", run.output.summary)[1])


async def due_in(bot: World) -> float:
    (record,) = await bot.server.store.deliveries(event="pull_request")
    return record.due - record.received


async def test_secondary_limit_that_names_its_time(bot: World) -> None:
    """The check says what GitHub answered and when the next try is, which is when it comes."""
    bot.github.faults.add(secondary_limit("graphql:ReadPullRequest", 429, retry_after=100))
    pull = bot.edit(*VAGUE_BLOCKER)
    await postponed(bot)
    text, seconds = said(bot, pull)
    assert "429" in text
    assert 100 <= seconds <= 130
    assert abs(await due_in(bot) - seconds) < 20


async def test_secondary_limit_that_names_none(bot: World) -> None:
    """Without Retry-After a minute at least is waited."""
    bot.github.faults.add(secondary_limit("graphql:ReadPullRequest", 403))
    pull = bot.edit(*VAGUE_BLOCKER)
    await postponed(bot)
    text, seconds = said(bot, pull)
    assert "403" in text
    assert 60 <= seconds <= 75


async def test_primary_limit(bot: World) -> None:
    """A limit used up is waited for until it starts anew, by GitHub's clock, not by ours."""
    bot.github.clock.advance(20)
    bot.open({"README.md": "# Registry\n"})
    await bot.settle()
    bot.github.limits.exhaust(reset_in=600, resource="graphql")
    pull = bot.edit(*VAGUE_BLOCKER)
    await bot.github.deliver_waiting()
    await bot.until(lambda: bool(bot.checks(pull)))
    _, seconds = said(bot, pull)
    assert 590 <= seconds <= 640


async def test_primary_limit_of_rest(bot: World) -> None:
    """The same for a REST request, whose answer carries the time."""
    reset = int(bot.github.clock().timestamp()) + 300
    bot.github.faults.add(primary_limit("repos/compare*", reset=reset))
    bot.edit(*VAGUE_BLOCKER)
    await postponed(bot)
    assert 290 <= await due_in(bot) <= 340


async def test_waiting_asks_nothing(bot: World) -> None:
    """While an installation waits, its further pull requests do not knock in vain."""
    bot.github.faults.add(secondary_limit("graphql:ReadPullRequest", 429, retry_after=100))
    bot.github.faults.add(secondary_limit("checks/*", 429, retry_after=100, times=None))
    bot.edit(*VAGUE_BLOCKER)
    await postponed(bot)
    with bot.github.counting() as count:
        for _ in range(5):
            bot.edit(*GOOD_BLOCKER)
        await bot.github.deliver_waiting()
        await postponed(bot)
    assert count.lines == []


async def test_another_installation_goes_on(bot: World) -> None:
    """What one installation has to wait for does not delay another."""
    other = bot.github.create_repository("umbrella/registry", dict(registry_files()))
    bot.github.install(other)
    bot.github.faults.add(secondary_limit("graphql:ReadPullRequest", 429, retry_after=100))
    bot.edit(*VAGUE_BLOCKER)
    await postponed(bot)
    pull = other.open_pull(author="ann", fork=True, changes={"docs/x.md": "x\n"})
    await bot.github.deliver_waiting()
    await bot.until(lambda: bool(other.check_runs(pull.head_sha)))
    assert other.check_runs(pull.head_sha)[0].conclusion == "neutral"


async def test_our_clock_is_wrong(bot: World) -> None:
    """Where GitHub refuses our signature for its time, we sign by GitHub's clock and go on."""
    for skew in (1800, -3600):
        bot.github.clock.advance(skew)
        await bot.start()
        pull = bot.edit(*VAGUE_BLOCKER)
        with bot.github.counting() as count:
            await bot.settle()
        assert bot.checks(pull)[-1].conclusion == "failure"
        assert sum("access_tokens" in line for line in count.lines) == 2


async def test_refused_read_names_the_answer(bot: World) -> None:
    """An outage is said with GitHub's own status and the next try."""
    bot.github.faults.add(Fault("graphql:ReadPullRequest", 502, times=1))
    bot.github.faults.add(Fault("graphql:ReadPullRequest", delay=0.5))
    pull = bot.edit(*VAGUE_BLOCKER)
    await bot.github.deliver_waiting()
    await bot.until(lambda: bool(bot.checks(pull)))
    text, _ = said(bot, pull)
    assert "502" in text
    await bot.idle()
    assert bot.checks(pull)[-1].conclusion == "failure"
