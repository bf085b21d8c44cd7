"""GitHub does what it is asked and its answer is lost: the next try finds it, and says it once."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.seal import without_record
from tests.e2e.edits import MISSPELT, VAGUE_BLOCKER
from tests.e2e.reports import report
from tests.e2e.world import World, world
from tests.github.faults import lost_response

Play = Callable[[World], Awaitable[Callable[[], object]]]


@dataclass(frozen=True)
class Story:
    """`prepare` returns what is then played; it makes at most `steps` requests."""

    name: str
    steps: int
    prepare: Play


async def _first(bot: World) -> Callable[[], object]:
    return lambda: bot.edit(*VAGUE_BLOCKER)


async def _with_suggestions(bot: World) -> Callable[[], object]:
    return lambda: bot.edit(*MISSPELT)


async def _without_labels(bot: World) -> Callable[[], object]:
    bot.repository.labels.clear()
    return lambda: bot.edit(*VAGUE_BLOCKER)


async def _many_annotations(bot: World) -> Callable[[], object]:
    vague = "".join(f"  - More research on topic {number} is needed.\n" for number in range(70))
    old, _ = VAGUE_BLOCKER
    return lambda: bot.edit(old, vague + old)


async def _rerun(bot: World) -> Callable[[], object]:
    pull = bot.edit(*VAGUE_BLOCKER)
    await bot.settle()
    return lambda: bot.checks(pull)[-1].rerequest(by="acme")


async def _rerun_of_all(bot: World) -> Callable[[], object]:
    pull = bot.edit(*VAGUE_BLOCKER)
    await bot.settle()
    return lambda: bot.checks(pull)[-1].suite.rerequest(by="acme")


async def _changed_base(bot: World) -> Callable[[], object]:
    pull = bot.edit(*VAGUE_BLOCKER)
    bot.repository.refs["refs/heads/next"] = bot.repository.refs["refs/heads/main"]
    await bot.settle()
    return lambda: pull.change_base("next", by="ann")


async def _same_again(bot: World) -> Callable[[], object]:
    pull = bot.edit(*VAGUE_BLOCKER)
    await bot.settle()

    def reopen() -> None:
        pull.close(by="ann")
        pull.reopen(by="ann")

    return reopen


async def _accepted(bot: World) -> Callable[[], object]:
    issue = bot.repository.open_issue("Failed attempt", report(), "ann", ["failed-attempt"])
    await bot.settle()
    return lambda: issue.comment("/registry accept", by="acme")


async def _merge_group(bot: World) -> Callable[[], object]:
    head = bot.repository.commit("gh-readonly-queue", {"docs/x.md": "x\n"}, "Merge #1")
    return lambda: bot.github.request_merge_checks(bot.repository, head, 1)


STORIES = (
    Story("first review", 4, _first),
    Story("suggestions", 4, _with_suggestions),
    Story("labels missing", 5, _without_labels),
    Story("over a hundred annotations", 5, _many_annotations),
    Story("re-run", 2, _rerun),
    Story("re-run of the suite", 3, _rerun_of_all),
    Story("changed base", 2, _changed_base),
    Story("the same again", 1, _same_again),
    Story("accepted report", 11, _accepted),
    Story("merge group", 5, _merge_group),
)


_ID = re.compile(r"\b[0-9a-f]{7,40}\b|v1\.[\w.-]+")
"""Commits, which differ from one world to the next."""


def shown(bot: World) -> list[object]:
    """Return what people see of our work, whatever it is on."""
    app, repository = bot.github.app, bot.repository
    runs = [
        (run.name, run.status, run.conclusion, run.output.summary, len(run.output.annotations))
        for suite in repository.check_suites
        for run in suite.runs
        if suite.app is app
    ]
    talk = [
        (
            issue.title,
            issue.state,
            [without_record(one.body) for one in issue.comments if one.app is app],
            sorted(label.name for label in issue.labels),
            [len(review.comments) for review in getattr(issue, "reviews", ())],
            [[one.content for one in comment.reactions] for comment in issue.comments],
        )
        for issue in repository.issues.values()
    ]
    texts = [*map(str, sorted(runs)), *map(str, talk), str(sorted(repository.branches))]
    return [_ID.sub("…", text) for text in texts]


async def played(bot: World, story: Story, lost: int | None) -> int:
    """Play a story, losing the answer to one request; return how many it took."""
    act = await story.prepare(bot)
    await bot.settle()
    if lost is not None:
        bot.github.faults.add(lost_response(skip=lost))
    with bot.github.counting() as count:
        act()
        await bot.settle()
        await bot.settle()
    return len(count.lines)


CASES = [(story, step) for story in STORIES for step in range(story.steps)]
UNDISTURBED: dict[str, list[object]] = {}


@pytest.fixture
async def undisturbed(tmp_path: Path, request: pytest.FixtureRequest) -> list[object]:
    """What is shown where every answer is heard; told once for each story."""
    story: Story = request.getfixturevalue("story")
    if story.name not in UNDISTURBED:
        (tmp_path / "undisturbed").mkdir()
        async with world(tmp_path / "undisturbed") as bot:
            assert await played(bot, story, lost=None) <= story.steps
            UNDISTURBED[story.name] = shown(bot)
    return UNDISTURBED[story.name]


@pytest.mark.parametrize(
    ("story", "step"), CASES, ids=[f"{story.name}, request {step + 1}" for story, step in CASES]
)
async def test_lost_answer(bot: World, undisturbed: list[object], story: Story, step: int) -> None:
    """It ends with what is shown where every answer is heard."""
    await played(bot, story, lost=step)
    assert (await bot.server.store.stats()).dead == 0
    assert shown(bot) == undisturbed
