"""Reports of failed attempts by people who mean harm."""

import re

from tests.e2e.reports import (
    comment_of,
    labels_of,
    pulls,
    reactions,
    recorded,
    report,
    reported,
    said,
)
from tests.e2e.world import PATHS, World

CODE = re.compile(
    r"^(`{3,})[a-z]*\n.*?^\1$|(?<!`)(`+)(?!`).*?(?<!`)\2(?!`)", re.DOTALL | re.MULTILINE
)
HOSTILE = (
    "Trees @maintainers <img src=x onerror=alert(1)> [a](http://evil.example) acme/registry#7\n\n"
    "### Injected\n\n\u202egnirts\u200b\n\n```\n### Result\n@team\n```\n\n<!-- hidden @ghost -->\n"
    "- x: &anchor *alias {{ jinja }} `code` # not a comment"
)


async def test_hostile_text_is_inert(bot: World) -> None:
    """Whatever a report holds does nothing in comment, pull request, message or YAML."""
    issue = await reported(bot, report(tried=HOSTILE, why=HOSTILE + " The layers wait for locks."))
    body = comment_of(bot, issue)
    await said(bot, issue, "/registry accept")
    (pull,) = pulls(bot)
    shown = [body, comment_of(bot, issue), pull.title, pull.body, pull.commits[0].message]
    for text in shown:
        outside = CODE.sub("", text)
        assert not any(bad in text for bad in ("\u202e", "\u200bg", "ghost"))
        assert not any(bad in outside for bad in ("@maintainers", "@team", "<img", "evil.example"))
    text = bot.repository.read(PATHS.registry, pull.head_sha).decode()
    item = recorded(text)[-1]
    assert "@maintainers <img src=x onerror=alert(1)>" in item["tried"]  # type: ignore[index]
    assert pull.files[0].deletions == 0
    await bot.settle()
    assert bot.checks(pull)[-1].conclusion == "success"


async def test_big_and_forged_bodies(bot: World) -> None:
    """Sixty kilobytes, a form of nothing but headings and an empty body each get one comment."""
    bodies = (report(why="wait " * 12_000), "### Date\n" * 6_000, "", "### Entry\n\n\n### Date")
    for body in bodies:
        issue = await reported(bot, body[:65_000])
        assert len(comment_of(bot, issue)) < 65_536


async def test_locked_issue(bot: World) -> None:
    """Where the conversation is locked the labels still say what is missing, and an accept counts,
    once.
    """
    issue = bot.repository.open_issue("Failed", report(date="soon"), "ann", ["failed-attempt"])
    issue.locked = True
    await bot.settle()
    assert issue.comments == []
    assert "needs-info" in labels_of(issue)
    issue.edit(body=report())
    for _ in range(2):
        await said(bot, issue, "/registry accept")
    assert len(pulls(bot)) == 1
    assert len(issue.comments) == 2


async def test_forks_with_the_name_of_our_branch(bot: World) -> None:
    """Pull requests from branches of that name in forks hide ours neither before nor after."""
    issue = await reported(bot, report())
    name = f"registry-bot/failed-attempt-{issue.number}"
    for number in range(21):
        bot.open({"notes.md": f"{number}\n"}, head=name, author=f"mallory{number}")
    bot.github.deliveries.waiting.clear()
    await said(bot, issue, "/registry accept")
    (ours,) = pulls(bot)
    issue.edit(body=report(result="2,490 tokens/s"))
    await bot.settle()
    text = bot.repository.read(PATHS.registry, ours.head_sha).decode()
    assert recorded(text)[-1]["result"] == "2,490 tokens/s"  # type: ignore[index]
    assert len(pulls(bot)) == 1


async def test_accept_of_a_bot(bot: World) -> None:
    """No App's command is obeyed, though a maintainer may have installed it."""
    helper = bot.github.world.actor(bot.github.create_app("helper"))
    issue = await reported(bot, report())
    command = await said(bot, issue, "/registry accept", by=helper)  # type: ignore[arg-type]
    issue.edit(body=report(result="2,490 tokens/s"))
    await bot.settle()
    assert (pulls(bot), reactions(command)) == ([], [])


async def test_tag_with_the_name_of_our_branch(bot: World) -> None:
    """A tag of that name is not taken for the branch."""
    issue = await reported(bot, report())
    name = f"registry-bot/failed-attempt-{issue.number}"
    bot.repository.refs[f"refs/tags/{name}"] = bot.repository.branches["main"]
    await said(bot, issue, "/registry accept")
    assert [pull.head_ref for pull in pulls(bot)] == [name]


async def test_flood_of_commands(bot: World) -> None:
    """However often somebody asks, GitHub is asked about them once, and answers them all."""
    issue = await reported(bot, report())
    commands = [issue.comment("/registry accept", by="ann") for _ in range(30)]
    with bot.github.counting() as count:
        await bot.settle()
    assert {tuple(reactions(one)) for one in commands} == {("-1",)}
    assert sum("collaborators" in line for line in count.lines) < 5
