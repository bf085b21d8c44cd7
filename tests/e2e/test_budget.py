"""One event costs the requests that the documentation states, and no more."""

import pytest

from tests.e2e.budget import SCENARIOS, Scenario, described
from tests.e2e.world import World


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
async def test_requests_of(bot: World, scenario: Scenario) -> None:
    """A scenario makes exactly the requests of its row in the table."""
    assert scenario.prepare
    play = await scenario.prepare(bot)
    with bot.github.counting() as count:
        play()
        await bot.settle()
    roots = [request.fields for request in count.requests]
    assert described(count.lines, roots) == scenario.requests


def test_budget() -> None:
    """A first review takes at most 8 requests, after a push 5, the same state again 2."""
    cost = {scenario.name: len(scenario.requests) for scenario in SCENARIOS}
    assert cost["first review"] <= 8
    assert cost["review after a push"] <= 5
    assert cost["the same state again"] <= 2
