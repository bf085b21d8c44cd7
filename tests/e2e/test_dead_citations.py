"""A citation that leads nowhere is named, decides nothing, and its look-up holds nobody up."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.services import ENTRY, Web, a_web
from tests.e2e.edits import GOOD_BLOCKER, TRANSITION, replaced
from tests.e2e.world import PATHS, World, world


@pytest.fixture
async def there() -> AsyncIterator[Web]:
    async with a_web() as made:
        made.answers = {"/arxiv/": ENTRY}
        yield made


@pytest.fixture
async def asking(tmp_path: Path, there: Web) -> AsyncIterator[World]:
    async with world(tmp_path, services=there.services) as made:
        yield made


async def test_dead_citation(asking: World, there: Web) -> None:
    """A work that does not exist is a warning on its line, and the check passes."""
    there.answers = {"/arxiv/": ""}
    pull = asking.edit(*GOOD_BLOCKER)
    await asking.settle()
    (run,) = asking.checks(pull)
    (comment,) = asking.comments(pull)
    assert run.conclusion == "success"
    assert "B1 cites `arXiv:2405.04434`, which does not exist" in comment.body
    assert "ready" not in asking.labels(pull)


async def test_living_citation(asking: World, there: Web) -> None:
    """Of a change only what it cites anew is looked up, once, whatever follows on other heads."""
    pull = asking.edit(*GOOD_BLOCKER)
    await asking.settle()
    pull.push({"notes.md": "more\n"})
    await asking.settle()
    assert "does not exist" not in asking.comments(pull)[0].body
    assert there.asked == ["/arxiv/query?id_list=2405.04434"]


async def test_nothing_is_cited_anew(asking: World, there: Web) -> None:
    """A change that adds no citation asks nobody."""
    asking.edit(*TRANSITION)
    asking.open({"docs/notes.md": "https://vllm.ai/nothing\n"})
    await asking.settle()
    assert there.asked == []


async def test_service_that_fails(asking: World, there: Web) -> None:
    """A service that fails is forgiven: the review comes as if it had not been asked."""
    there.answers = {"/arxiv/": 503}
    pull = asking.open({PATHS.registry: replaced(GOOD_BLOCKER)})
    await asking.settle()
    assert asking.checks(pull)[0].conclusion == "success"
    assert "does not exist" not in asking.comments(pull)[0].body
