"""A report of a failed attempt, from the form to the registry."""

import pytest

from tests.e2e.reports import (
    GOOD,
    comment_of,
    labels_of,
    pulls,
    reactions,
    recorded,
    report,
    reported,
    said,
)
from tests.e2e.world import PATHS, REGISTRY, World
from tests.github.faults import Fault, secondary_limit, server_error


async def test_the_whole_way(bot: World) -> None:
    """Form, comment, fix, accept, pull request, its own review, merge: one item, one commit."""
    issue = await reported(bot, report(result="It was clearly worse.", date="_No response_"))
    asked = comment_of(bot, issue)
    assert "2 things are missing" in asked
    assert "**Result**" in asked
    assert "**Date**" in asked
    assert labels_of(issue) == {"failed-attempt", "needs-info"}

    issue.edit(body=report())
    await bot.settle()
    assert "the report is complete" in comment_of(bot, issue)
    assert labels_of(issue) == {"failed-attempt"}

    command = await said(bot, issue, "Well measured.\n\n/registry accept")
    (pull,) = pulls(bot)
    assert reactions(command) == ["+1"]
    assert f"#{pull.number} records this" in comment_of(bot, issue)
    assert pull.head_ref == f"registry-bot/failed-attempt-{issue.number}"
    assert [change.path for change in pull.files] == [PATHS.registry]
    assert (pull.files[0].deletions, pull.files[0].additions) == (0, 9)
    (commit,) = pull.commits
    ann = bot.github.world.user("ann")
    identity = f"ann <{ann.id}+ann@users.noreply.github.com>"
    assert f"Co-authored-by: {identity}" in commit.message

    await bot.settle()
    assert bot.checks(pull)[-1].conclusion == "success"
    assert "failed-attempt" in bot.labels(pull)
    pull.merge(by="acme")
    text = bot.repository.read(PATHS.registry).decode()
    assert issue.state == "closed"
    assert len(recorded(text)) == len(recorded(REGISTRY)) + 1
    assert recorded(text)[-1] == {
        "date": "2025-11-03",
        "tried": "Always-on tree speculation with 21 draft tokens",
        "setup": GOOD["setup"],
        "metric": "Output tokens/s at batch 64",
        "baseline": "plain decoding: 3,180",
        "result": GOOD["result"],
        "why": "At batch 64 verification reads almost all experts of each layer",
        "citation": "https://github.com/acme-labs/tree-speculation",
        "reporter": "ann",
    }


async def test_edits_after_acceptance(bot: World) -> None:
    """Edits update the same branch, still one commit and one item; an incomplete one waits."""
    issue = await reported(bot, report())
    await said(bot, issue, "/registry accept")
    issue.edit(body=report(result="2,490 tokens/s"))
    await bot.settle()
    (pull,) = pulls(bot)
    text = bot.repository.read(PATHS.registry, pull.head_sha).decode()
    assert recorded(text)[-1]["result"] == "2,490 tokens/s"  # type: ignore[index]
    assert len(pull.commits) == 1
    assert pull.files[0].deletions == 0
    head = pull.head_sha
    issue.edit(body=report(result="worse"))
    await bot.settle()
    assert pull.head_sha == head
    assert "keeps what was accepted" in comment_of(bot, issue)
    assert "needs-info" in labels_of(issue)


async def test_second_accept(bot: World) -> None:
    """A second accept changes nothing, whatever entry it names, and is answered as done."""
    issue = await reported(bot, report())
    await said(bot, issue, "/registry accept")
    head = pulls(bot)[0].head_sha
    again = await said(bot, issue, "/registry accept B1")
    issue.edit(body=report() + "\n")
    await bot.settle()
    (pull,) = pulls(bot)
    assert (pull.head_sha, reactions(again)) == (head, ["+1"])


async def test_accept_for_another_entry(bot: World) -> None:
    """The entry named by the command is the one that gets the item, with or without zeros."""
    issue = await reported(bot, report())
    await said(bot, issue, "/registry accept B01")
    issue.edit(body=report(result="2,490 tokens/s"))
    await bot.settle()
    (pull,) = pulls(bot)
    text = bot.repository.read(PATHS.registry, pull.head_sha).decode()
    assert recorded(text, "B1")[-1]["result"] == "2,490 tokens/s"  # type: ignore[index]
    assert recorded(text) == recorded(REGISTRY)


async def test_closed_by_a_maintainer(bot: World) -> None:
    """A pull request that was closed stays closed, its branch too, and the bot says so."""
    issue = await reported(bot, report())
    await said(bot, issue, "/registry accept")
    (pull,) = pulls(bot)
    pull.close(by="acme")
    bot.repository.delete_branch(pull.head_ref)
    again = await said(bot, issue, "/registry accept")
    issue.edit(body=report(result="2,490 tokens/s"))
    await bot.settle()
    assert [one.state for one in pulls(bot)] == ["closed"]
    assert pull.head_ref not in bot.repository.branches
    assert reactions(again) == ["confused"]
    assert "stays closed" in comment_of(bot, issue)


async def test_changed_by_hand(bot: World) -> None:
    """A branch that somebody else has committed to is left as it is, and the comment says so."""
    issue = await reported(bot, report())
    await said(bot, issue, "/registry accept")
    (pull,) = pulls(bot)
    bot.repository.commit(pull.head_ref, {"notes.md": "by hand\n"}, "Add a note")
    await bot.settle()
    head = pull.head_sha
    issue.edit(body=report(result="2,490 tokens/s"))
    await bot.settle()
    assert pull.head_sha == head
    assert "not copied" in comment_of(bot, issue)


async def test_somebody_else_accepts(bot: World) -> None:
    """Who may not write is refused politely, once, and nothing is opened."""
    bot.repository.grant(bot.github.create_user("tia"), "triage")
    issue = await reported(bot, report())
    commands = [await said(bot, issue, "/registry accept", by=who) for who in ("ann", "tia", "ann")]
    assert [reactions(one) for one in commands] == [["-1"]] * 3
    assert comment_of(bot, issue).count("left to maintainers") == 1
    assert pulls(bot) == []


async def test_configured_maintainers(bot: World) -> None:
    """The configuration's maintainers replace who may write."""
    configuration = {".github/registry-bot.yml": "maintainers: [zoe]\n"}
    bot.repository.commit("main", configuration, "Name the maintainers")
    bot.github.create_user("zoe")
    issue = await reported(bot, report())
    refused = await said(bot, issue, "/registry accept", by="acme")
    accepted = await said(bot, issue, "/registry accept", by="zoe")
    assert (reactions(refused), reactions(accepted)) == (["-1"], ["+1"])


async def test_accept_too_early(bot: World) -> None:
    """An incomplete report and an unknown entry are not recorded; the comment says why."""
    issue = await reported(bot, report(setup="our usual cluster"))
    early = await said(bot, issue, "/registry accept")
    assert reactions(early) == ["confused"]
    assert "**Setup**" in comment_of(bot, issue)
    issue.edit(body=report())
    await bot.settle()
    assert pulls(bot) == []
    unknown = await said(bot, issue, "/registry accept B99")
    assert reactions(unknown) == ["confused"]
    assert "`B99`, which is no entry" in comment_of(bot, issue)
    await said(bot, issue, "/registry accept")
    assert len(pulls(bot)) == 1


async def test_edited_comments_are_not_obeyed(bot: World) -> None:
    """A command that was written into an existing comment is not carried out."""
    issue = await reported(bot, report())
    comment = await said(bot, issue, "I shall look at it.")
    comment.edit("/registry accept", by="ann")
    issue.edit(body=report(result="2,490 tokens/s"))
    await bot.settle()
    assert pulls(bot) == []


async def test_storm_of_edits(bot: World) -> None:
    """Twenty edits in a minute end in one comment, and after the accept in one pull request."""
    issue = bot.repository.open_issue("Failed", report(result="bad"), "ann", ["failed-attempt"])
    for number in range(20):
        issue.edit(body=report(result=f"{2_500 + number} tokens/s"))
        if number == 7:
            issue.comment("/registry accept", by="acme")
            issue.comment("/registry accept", by="acme")
    await bot.settle()
    (pull,) = pulls(bot)
    text = bot.repository.read(PATHS.registry, pull.head_sha).decode()
    assert recorded(text)[-1]["result"] == "2519 tokens/s"  # type: ignore[index]
    assert f"#{pull.number} records this" in comment_of(bot, issue)


async def test_the_same_state_again(bot: World) -> None:
    """Deliveries that come again write nothing."""
    issue = await reported(bot, report())
    await said(bot, issue, "/registry accept")
    before = len(list(bot.github.requests))
    for delivery in list(bot.github.deliveries):
        if delivery.event in ("issues", "issue_comment"):
            await bot.github.deliver(delivery.event, delivery.payload)
    await bot.idle()
    assert not any(request.writes for request in list(bot.github.requests)[before:])


FAULTS = {
    "reading fails": lambda: server_error("graphql:ReadIssue"),
    "not there yet": lambda: Fault("graphql:ReadIssue", 404, "Not Found"),
    "no tree": lambda: server_error("git/create-tree"),
    "no branch": lambda: server_error("git/create-ref"),
    "branch, but no answer": lambda: Fault("git/create-ref", reset="after"),
    "no pull request": lambda: server_error("pulls/create"),
    "pull request, but no answer": lambda: Fault("pulls/create", reset="after"),
    "limit": lambda: secondary_limit("pulls/create", retry_after=1),
    "no words": lambda: Fault("graphql:Write", reset="before"),
    "words, but no answer": lambda: Fault("graphql:Write", reset="after"),
}


@pytest.mark.parametrize("name", FAULTS)
async def test_accept_under_faults(bot: World, name: str) -> None:
    """One fault anywhere ends in one pull request, one item, one comment and one reaction."""
    issue = await reported(bot, report())
    bot.github.faults.add(FAULTS[name]())
    command = await said(bot, issue, "/registry accept")
    (pull,) = pulls(bot)
    assert (pull.files[0].deletions, len(pull.commits)) == (0, 1)
    assert reactions(command) == ["+1"]
    assert f"#{pull.number} records this" in comment_of(bot, issue)


async def test_writing_is_refused(bot: World) -> None:
    """Where GitHub lets the App write no branch, the comment says so and the command stays open."""
    issue = await reported(bot, report())
    bot.github.faults.add(Fault("git/create-ref", 403, "Resource not accessible by integration"))
    command = await said(bot, issue, "/registry accept")
    assert "Resource not accessible by integration" in comment_of(bot, issue)
    assert reactions(command) == []
    issue.edit(body=report(result="2,490 tokens/s"))
    await bot.settle()
    assert len(pulls(bot)) == 1
    assert reactions(command) == ["+1"]


async def test_writing_is_hidden(bot: World) -> None:
    """Where GitHub answers 404 for want of permission, that is said too, when it is certain."""
    issue = await reported(bot, report())
    bot.github.faults.add(Fault("git/create-tree", 404, "Not Found", times=None))
    await said(bot, issue, "/registry accept")
    assert "cannot be recorded as things stand" in comment_of(bot, issue)
    assert (await bot.server.store.stats()).dead == 0


async def test_registry_that_cannot_be_edited(bot: World) -> None:
    """A registry that is gone, or an entry whose block is broken, is named as the obstacle."""
    broken = REGISTRY.replace("id: B7\n", "id: B7\nid: B7\n")
    assert broken != REGISTRY
    for text in (broken, None):
        bot.repository.commit("main", {PATHS.registry: text}, "Break it")
        issue = await reported(bot, report())
        command = await said(bot, issue, "/registry accept")
        assert "cannot be recorded as things stand" in comment_of(bot, issue)
        assert reactions(command) == ["confused"]
    assert pulls(bot) == []


async def test_without_label(bot: World) -> None:
    """A report made by an API client is known by its headings, and gets the label."""
    issue = await reported(bot, report(date="soon"), labels=False)
    assert labels_of(issue) == {"failed-attempt", "needs-info"}
    assert "**Date**" in comment_of(bot, issue)


async def test_other_issues(bot: World) -> None:
    """Other issues, other Apps' issues and issues whose label a person took off are left alone."""
    other = bot.github.world.actor(bot.github.create_app("helper"))
    issues = [
        await reported(bot, "### Setup\n\nIs this the right place?", labels=False),
        await reported(bot, report(), author=other, labels=False),  # type: ignore[arg-type]
    ]
    assert [issue.comments for issue in issues] == [[], []]
    assert [labels_of(issue) for issue in issues] == [set(), set()]


async def test_form_of_the_default_branch(bot: World) -> None:
    """Labels of fields are read from the repository's own form."""
    form = (
        "name: Fehlversuch\nbody:\n  - type: input\n    id: entry\n    attributes:\n"
        "      label: Eintrag\n  - type: input\n    id: date\n    attributes:\n      label: Tag\n"
    )
    bot.repository.commit("main", {".github/ISSUE_TEMPLATE/failed-attempt.yml": form}, "Translate")
    issue = await reported(bot, "### Eintrag\n\nB7\n\n### Tag\n\nmorgen")
    comment = comment_of(bot, issue)
    assert "**Tag**" in comment
    assert "**Eintrag**" not in comment


async def test_earlier_attempts(bot: World) -> None:
    """Attempts of the registry and of other reports on the same approach are named in one line."""
    first = await reported(bot, report(tried="Tree speculation with a shared draft model"))
    issue = await reported(bot, report(result="2,100 tokens/s"))
    comment = comment_of(bot, issue)
    (line,) = [line for line in comment.splitlines() if line.startswith(f"- #{first.number}: ")]
    assert "Tree speculation with a shared draft model" in line
    assert GOOD["result"] in line


async def test_memory_beyond_the_newest(bot: World) -> None:
    """Older reports are gone through page by page, once; what is newer is always seen."""
    oldest = bot.repository.open_issue("Old", report(), "ann", ["failed-attempt"])
    for number in range(180):
        other = report(entry="B1", tried=f"Something else, variant {number}")
        bot.repository.open_issue("Other", other, "ann", ["failed-attempt"])
    bot.github.deliveries.waiting.clear()
    with bot.github.counting() as first:
        issue = await reported(bot, report(result="2,100 tokens/s"))
    assert f"- #{oldest.number}: " in comment_of(bot, issue)
    assert first.lines.count("graphql query MoreReports: node") == 2
    with bot.github.counting() as second:
        last = await reported(bot, report(result="2,200 tokens/s"))
    assert f"- #{oldest.number}: " in comment_of(bot, last)
    assert f"- #{issue.number}: " in comment_of(bot, last)
    assert not [line for line in second.lines if "MoreReports" in line]
