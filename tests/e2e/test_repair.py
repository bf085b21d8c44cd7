"""What GitHub did not deliver is made good, and a review that waits says so."""

from pathlib import Path

import aiohttp

from bot.queued import Queued
from bot.repair import Repair
from bot.server import running
from tests.e2e.edits import GOOD_BLOCKER, VAGUE_BLOCKER
from tests.e2e.world import QUICK, World, new_github, settings_for, world
from tests.github.faults import server_error


async def test_lost_delivery_is_made_good(bot: World, tmp_path: Path) -> None:
    """A delivery that never arrived is found in GitHub's log when a server starts."""
    bot.github.deliveries.drop = lambda delivery: True
    pull = bot.edit(*VAGUE_BLOCKER)
    await bot.github.deliver_waiting()
    assert bot.checks(pull) == []
    (tmp_path / "other").mkdir()
    settings = settings_for(bot.github, tmp_path / "other")
    async with running(settings, policy=QUICK, repair_every=300.0) as server:
        other = World(bot.github, bot.repository, server)
        await other.until(lambda: bool(bot.checks(pull)))
        await other.idle()
    assert [run.conclusion for run in bot.checks(pull)] == ["failure"]
    assert len(bot.comments(pull)) == 1


async def test_long_outage_is_made_good(tmp_path: Path) -> None:
    """What is older than the log is found by looking at the open pull requests."""
    github, repository = new_github()
    await github.start()
    (tmp_path / "a").mkdir()
    pulls = [
        repository.open_pull(author="ann", fork=True, changes={"docs/x.md": f"{number}\n"})
        for number in range(3)
    ]
    github.deliveries.waiting.clear()
    settings = settings_for(github, tmp_path / "a")
    async with running(settings, policy=QUICK, repair_every=300.0) as server:
        found = World(github, repository, server)
        await found.until(lambda: all(found.checks(pull) for pull in pulls))
        await found.idle()
        assert all(len(found.checks(pull)) == 1 for pull in pulls)
    await github.stop()
    assert not github.violations


async def test_sweep_goes_on_where_it_stopped(tmp_path: Path) -> None:
    """A sweep spends what one turn may and no more; the next turn finds the further pages."""
    async with world(tmp_path, repair_every=None) as bot:
        for number in range(120):
            bot.open({"docs/x.md": f"{number}\n"})
        bot.github.deliveries.waiting.clear()
        taken: list[int] = []
        async with aiohttp.ClientSession() as session:
            repair = Repair(
                bot.app(session), bot.server.store, repaired=taken.append, max_requests=4
            )
            for _ in range(3):
                with bot.github.counting() as count:
                    await repair.run()
                repairs = [line for line in count.lines if "OpenPulls" in line or "app/" in line]
                assert len(repairs) <= 6  # with the log and a token
        assert taken == [100, 20, 0]


async def test_check_that_waits_for_lost_work(tmp_path: Path) -> None:
    """A head whose check run waits for a database that is gone is reviewed after all."""
    (tmp_path / "lost").mkdir()
    async with world(tmp_path / "lost", works=False) as bot:
        pull = bot.edit(*VAGUE_BLOCKER)
        await bot.github.deliver_waiting()
        async with aiohttp.ClientSession() as session:
            await Queued(bot.app(session), bot.server.store, patience=-1.0).look()
        bot.github.deliveries.log.clear()
        async with running(settings_for(bot.github, tmp_path), policy=QUICK) as server:
            other = World(bot.github, bot.repository, server)
            await other.until(lambda: bot.checks(pull)[-1].status == "completed")
            await other.idle()
        assert [run.conclusion for run in bot.checks(pull)] == ["failure"]


async def test_repair_finds_nothing_twice(tmp_path: Path) -> None:
    """A repair over an inbox that is complete asks the log once and takes nothing."""
    async with world(tmp_path, repair_every=None) as bot:
        bot.edit(*GOOD_BLOCKER)
        await bot.settle()
        taken: list[int] = []
        async with aiohttp.ClientSession() as session:
            app = bot.app(session)
            repair = Repair(app, bot.server.store, repaired=taken.append)
            await repair.run()
            with bot.github.counting() as count:
                await repair.run()
        await bot.idle()
        assert taken == [0, 0]
        assert count.lines == ["GET /app/hook/deliveries"]


async def test_log_that_cannot_be_read(tmp_path: Path) -> None:
    """A repair that GitHub refuses is tried again at its next turn and breaks nothing."""
    async with world(tmp_path) as bot:
        bot.github.faults.add(server_error("apps/list-webhook-deliveries"))
        taken: list[int] = []
        async with aiohttp.ClientSession() as session:
            outcome = await Repair(bot.app(session), bot.server.store, repaired=taken.append).run()
        assert "502" in str(outcome)
        assert taken == [0]


async def test_metrics_tell_what_happened(bot: World) -> None:
    """Deliveries, runs, requests by route and what waits are there for Prometheus."""
    bot.edit(*VAGUE_BLOCKER)
    await bot.settle()
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{bot.server.url}/metrics") as response,
    ):
        text = await response.text()
    for line in (
        'registry_bot_deliveries_total{event="pull_request",status="202"} 1.0',
        'registry_bot_run_seconds_count{subject="pull",verdict="done"} 1.0',
        'registry_bot_github_requests_total{method="POST",route="/graphql",status="200"} 2.0',
        "registry_bot_deliveries_pending 0.0",
    ):
        assert line in text
