"""What a click can put right is offered on its line, once, and goes when it has had its day."""

import re
from pathlib import Path

import pytest

from bot.server import running
from tests.e2e.edits import MISSPELT, replaced
from tests.e2e.world import PATHS, QUICK, REGISTRY, World, settings_for
from tests.github.faults import Fault, refuse_field
from tests.github.pulls import PullRequest, ReviewComment

BLOCK = "review_cadence_days: 90\nfailed_attempts:\n  - date: 2025-08-09\n"
ITEM = (
    "review_cadence_days: 90\nstatus_history:\n  - date: 2026-04-22\n    from: partial\n"
    '    to: open\n    citation: "@gu2025cent"\nfailed_attempts:\n  - date: 2025-08-09\n'
)


def b1(old: str, new: str) -> str:
    """Return the registry with a text of B1, which need not be unique in the file, replaced."""
    start = REGISTRY.index("## B1:")
    return REGISTRY[:start] + REGISTRY[start:].replace(old, new, 1)


def offered(pull: PullRequest) -> list[ReviewComment]:
    return [comment for review in pull.reviews for comment in review.comments]


def clicked(pull: PullRequest, comment: ReviewComment, text: str) -> str:
    """Return the registry as GitHub would commit it after a click on the suggestion."""
    (found,) = re.findall(r"^(`{3,})suggestion\n(.*?)\n\1$", comment.body, re.MULTILINE | re.DOTALL)
    lines = text.split("\n")
    lines[(comment.start_line or comment.line) - 1 : comment.line] = found[1].split("\n")
    return "\n".join(lines)


async def opened(bot: World, text: str, **options: object) -> PullRequest:
    pull = bot.open({PATHS.registry: text}, **options)
    await bot.settle()
    return pull


@pytest.mark.parametrize("options", [{}, {"fork": False, "author": "acme"}], ids=["fork", "branch"])
async def test_one_click_puts_it_right(bot: World, options: dict[str, object]) -> None:
    """The suggestion stands on the very line, and taking it makes the check pass."""
    text = b1(*MISSPELT)
    pull = await opened(bot, text, **options)
    (comment,) = offered(pull)
    (review,) = pull.reviews
    assert (review.state, review.commit_sha) == ("COMMENTED", pull.head_sha)
    assert text.split("\n")[comment.line - 1] == "type: Physics"
    assert comment.start_line is None
    pull.push({PATHS.registry: clicked(pull, comment, text)})
    await bot.settle()
    assert bot.checks(pull)[0].conclusion == "neutral"
    assert comment.minimized_reason == "outdated"


async def test_several_lines(bot: World) -> None:
    """A suggestion for an item of several lines replaces exactly them."""
    text = replaced((BLOCK, ITEM), text=b1("status: open", "status: partial"))
    pull = await opened(bot, text)
    (comment,) = offered(pull)
    assert comment.start_line is not None
    assert comment.start_line < comment.line
    pull.push({PATHS.registry: clicked(pull, comment, text)})
    await bot.settle()
    assert bot.checks(pull)[0].conclusion == "success"
    assert comment.minimized_reason == "outdated"


async def test_outside_the_diff(bot: World) -> None:
    """What GitHub would refuse to hold is not sent; the replacement stands in the summary."""
    cited = "  - FP4 QAT degrades long-tail tasks by ~3% on MMLU [arXiv:2405.04434]\n"
    old = "  - Added bandwidth is wasted while"
    text = replaced((old, cited + old), text=b1("status: open", "status: partial"))
    pull = await opened(bot, text)
    assert offered(pull) == []
    (body,) = [comment.body for comment in bot.comments(pull)]
    assert "add the item like this" in body
    assert "date: YYYY-MM-DD, from: open, to: partial" in body


async def test_never_twice(bot: World, tmp_path: Path) -> None:
    """Neither another head nor a server that remembers nothing repeats it."""
    pull = await opened(bot, b1(*MISSPELT))
    pull.push({"notes.md": "more\n"})
    await bot.settle()
    moved = b1(*MISSPELT).replace("## Schema", "One more line.\n\n## Schema", 1)
    pull.push({PATHS.registry: moved})
    await bot.settle()
    settings = settings_for(bot.github, tmp_path / "other")
    async with running(settings, policy=QUICK) as server:
        bot.github.webhook_url = f"{server.url}/webhook"
        other = World(bot.github, bot.repository, server)
        pull.push({"notes.md": "and more\n"})
        await other.settle()
        assert other.checks(pull)[0].conclusion == "failure"
    assert len(offered(pull)) == len(pull.reviews) == 1


async def test_one_review_a_head(bot: World) -> None:
    """On a head that has its review nothing is added, whatever the verdict is now."""
    off = "rules:\n  RB103: off\n"
    bot.repository.commit("main", {".github/registry-bot.yml": off}, "Allow it")
    text = b1("priority: 5", "priorty: 5").replace("type: physics", "type: Physics", 1)
    pull = await opened(bot, text)
    before = len(offered(pull))
    bot.repository.commit("main", {".github/registry-bot.yml": "{}\n"}, "Forbid it")
    bot.checks(pull)[0].rerequest(by="acme")
    await bot.settle()
    assert len(bot.checks(pull)) >= 2
    assert before == 1
    assert (len(pull.reviews), len(offered(pull))) == (1, 1)


async def test_at_most_ten(bot: World) -> None:
    """Ten comments are enough for anybody; the rest stands in the summary."""
    pull = await opened(bot, REGISTRY.replace("\nstatus: open\n", "\nstatus: Open\n"))
    wrong = REGISTRY.count("\nstatus: open\n")
    shouted = re.sub(r"\nstatus: (\w)", lambda match: f"\nstatus: {match[1].upper()}", REGISTRY)
    more = await opened(bot, shouted)
    assert len(offered(pull)) == min(10, wrong)
    assert len(offered(more)) == 10


async def test_backticks(bot: World) -> None:
    """Backticks in the text close no fence, and what stands around it notifies nobody."""
    old = "  - Added bandwidth is wasted while"
    text = b1(old, f"  - ````flash```` makes @ann wait 3 µs a page [@ma2026]\n{old}")
    pull = await opened(bot, text)
    (comment,) = offered(pull)
    says = comment.body.partition("`````suggestion\n")[0]
    assert "@ann" not in "".join(says.split("`")[::2])
    pull.push({PATHS.registry: clicked(pull, comment, text)})
    await bot.settle()
    assert bot.checks(pull)[0].conclusion == "success"


async def test_no_comment_wanted(bot: World) -> None:
    """Where the repository wants no comments it gets none on lines either."""
    bot.repository.commit("main", {".github/registry-bot.yml": "comment: false\n"}, "Hush")
    pull = await opened(bot, b1(*MISSPELT))
    assert pull.reviews == []
    assert bot.checks(pull)[0].conclusion == "failure"


@pytest.mark.parametrize("kind", ["UNPROCESSABLE", "INTERNAL"])
async def test_refused_review(bot: World, kind: str) -> None:
    """The verdict stands although GitHub does not take the review, and is given once."""
    name = "graphql.addPullRequestReview"
    bot.github.faults.add(Fault(name, 200, "No", kind=kind, times=None))
    pull = await opened(bot, b1(*MISSPELT))
    bot.github.faults.clear()
    assert [run.conclusion for run in bot.checks(pull)] == ["failure"]
    assert len(bot.comments(pull)) == 1
    assert pull.reviews == []


async def test_refused_minimising(bot: World) -> None:
    """A comment that GitHub does not let us hide stays, and is not asked for again."""
    pull = await opened(bot, b1(*MISSPELT))
    bot.github.faults.add(refuse_field("minimizeComment", "Resource not accessible"))
    pull.push({PATHS.registry: b1("priority: 5", "priority: 4")})
    await bot.settle()
    assert bot.checks(pull)[0].conclusion == "success"
    with bot.github.counting() as count:
        pull.close(by="ann")
        pull.reopen(by="ann")
        await bot.settle()
    assert len(count.requests) == 1
    assert offered(pull)[0].minimized_reason is None


async def test_forged_suggestion(bot: World) -> None:
    """A review of somebody else with our marker keeps nothing from being offered or shown."""
    pull = bot.open({PATHS.registry: b1(*MISSPELT)})
    twin = bot.open({PATHS.registry: b1(*MISSPELT)}, author="bea")
    await bot.settle()
    (stolen,) = offered(twin)
    pull.push({"notes.md": "x\n"})
    pull.review("ann", body="x", comments=[{"path": "notes.md", "line": 1, "body": stolen.body}])
    await bot.settle()
    ours = [review for review in pull.reviews if review.app is bot.github.app]
    assert len(ours) == 1
    assert all(comment.minimized_reason is None for comment in offered(pull))
