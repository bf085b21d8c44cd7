"""Reports of failed attempts where people and GitHub do things late, twice or out of order."""

from pathlib import Path

import pytest

from bot.attempt_comment import APOLOGY
from bot.configuration import FORM_PATH
from registry.document import read_document
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
from tests.e2e.world import PATHS, QUICK, REGISTRY, World
from tests.github.conversation import Issue
from tests.github.faults import server_error
from tests.github.pulls import PullRequest

BETTER = report(result="2,490 tokens/s")


async def accepted(bot: World, command: str = "/registry accept") -> tuple[Issue, PullRequest]:
    issue = await reported(bot, report())
    await said(bot, issue, command)
    (pull,) = pulls(bot)
    return issue, pull


async def edited(bot: World, issue: Issue, body: str = BETTER) -> None:
    issue.edit(body=body)
    await bot.settle()


def results(bot: World, pull: PullRequest, entry: str = "B7") -> list[str]:
    return results_of(bot.repository.read(PATHS.registry, pull.head_sha).decode(), entry)


def results_of(text: str, entry: str = "B7") -> list[str]:
    return [str(item["result"]) for item in recorded(text, entry)]  # type: ignore[index]


@pytest.mark.parametrize("word", ["B1:", "`B1`", "B01", "B1: Memory bandwidth", "B1 thank you"])
async def test_entry_as_people_write_it(bot: World, word: str) -> None:
    """The entry of a command may be followed by a colon, its name or a word of thanks."""
    _, pull = await accepted(bot, f"/registry accept {word}")
    assert results(bot, pull, "B1")[-1] == GOOD["result"]


@pytest.mark.parametrize("later", ["/registry accept B3", "Never mind."])
async def test_command_edited_when_it_was_carried_out(bot: World, later: str) -> None:
    """The record stays with the entry that it was accepted for, whatever the command says now."""
    issue, pull = await accepted(bot, "/registry accept B1")
    issue.comments[1].edit(later, by="acme")
    await edited(bot, issue)
    assert results(bot, pull, "B1")[-1] == "2,490 tokens/s"
    assert results(bot, pull) == results_of(REGISTRY)


async def test_entry_changed_in_the_report(bot: World) -> None:
    """Where no command named the entry the record follows the report's, and nobody's command."""
    issue, pull = await accepted(bot)
    issue.comments[1].edit("/registry accept B3", by="acme")
    await edited(bot, issue)
    assert results(bot, pull)[-1] == "2,490 tokens/s"
    await edited(bot, issue, report(entry="B1: Memory"))
    assert results(bot, pull) == results_of(REGISTRY)
    assert results(bot, pull, "B1")[-1] == GOOD["result"]


async def test_command_deleted_when_it_was_carried_out(bot: World) -> None:
    """A command that is gone still holds, with the entry it named."""
    issue, pull = await accepted(bot, "/registry accept B1")
    issue.comments[1].delete(by="acme")
    await edited(bot, issue)
    assert results(bot, pull, "B1")[-1] == "2,490 tokens/s"


async def test_closing_is_told_at_once(bot: World) -> None:
    """Closing the pull request without merging is said on the issue without being asked."""
    issue, pull = await accepted(bot)
    pull.close(by="acme")
    await bot.settle()
    assert "stays closed" in comment_of(bot, issue)


async def test_reopened_after_merging(bot: World) -> None:
    """What was merged stays as it was merged, whatever becomes of the issue."""
    issue, pull = await accepted(bot)
    pull.merge(by="acme")
    await bot.settle()
    assert f"Recorded by #{pull.number}" in comment_of(bot, issue)
    issue.reopen(by="ann")
    await edited(bot, issue)
    again = await said(bot, issue, "/registry accept B1")
    assert len(pulls(bot)) == 1
    assert reactions(again) == ["+1"]
    assert "do not change the record" in comment_of(bot, issue)


async def test_incomplete_after_merging(bot: World) -> None:
    """Nothing more is asked for where nothing more would be recorded."""
    issue, pull = await accepted(bot)
    pull.merge(by="acme")
    await bot.settle()
    await edited(bot, issue, "Solved otherwise.")
    assert "missing" not in comment_of(bot, issue)
    assert labels_of(issue) == {"failed-attempt"}


async def test_sibling_of_a_recorded_attempt(bot: World) -> None:
    """A record is an earlier attempt to siblings of the same day, and none to its own report."""
    issue, pull = await accepted(bot)
    pull.merge(by="acme")
    await bot.settle()
    assert "2,540" not in comment_of(bot, issue)
    other = report(tried="Always-on tree speculation with 9 draft tokens.", result="2,900 tokens/s")
    sibling = await reported(bot, other)
    assert "in the registry: `Always-on tree speculation with 21" in comment_of(bot, sibling)


async def test_schema_without_failed_attempts(bot: World) -> None:
    """Where the registry's schema has no place for the record, that is said and nothing opened."""
    line = next(one for one in REGISTRY.split("\n") if one.startswith("failed_attempts: "))
    bot.repository.commit("main", {PATHS.registry: REGISTRY.replace(line + "\n", "")}, "Drop it")
    issue = await reported(bot, report())
    command = await said(bot, issue, "/registry accept")
    assert "has no `failed_attempts`" in comment_of(bot, issue)
    assert (reactions(command), pulls(bot)) == (["confused"], [])


async def test_schema_with_fewer_keys(bot: World) -> None:
    """The item has no key that the registry's schema does not have."""
    line = next(one for one in REGISTRY.split("\n") if one.startswith("failed_attempts: "))
    shorter = "failed_attempts: # optional list of {date, tried, result, citation}"
    bot.repository.commit("main", {PATHS.registry: REGISTRY.replace(line, shorter)}, "Shorten it")
    _, pull = await accepted(bot)
    item = recorded(bot.repository.read(PATHS.registry, pull.head_sha).decode())[-1]
    assert list(item) == ["date", "tried", "result", "citation"]  # type: ignore[call-overload]


async def test_empty_repository(bot: World) -> None:
    """In a repository without a commit there is nothing to judge by, and nothing breaks."""
    bot.repository.refs.clear()
    await reported(bot, report())
    assert (await bot.server.store.stats()).dead == 0


async def test_entry_removed_since(bot: World) -> None:
    """Where the entry is gone from the registry the branch keeps what was accepted."""
    issue, pull = await accepted(bot)
    entry = read_document(REGISTRY).by_id["B7"]
    gone = REGISTRY.replace(entry.section.text, "")
    assert gone != REGISTRY
    bot.repository.commit("main", {PATHS.registry: gone}, "Remove B7")
    head = pull.head_sha
    await edited(bot, issue)
    assert pull.head_sha == head
    assert "no entry with this id" in comment_of(bot, issue)


async def test_form_edited_since(bot: World) -> None:
    """A form whose labels have changed makes an older report incomplete; its branch stays."""
    issue, pull = await accepted(bot)
    form = (Path(__file__).parents[2] / FORM_PATH).read_text()
    changed = form.replace("label: Setup", "label: Configuration")
    assert changed != form
    bot.repository.commit("main", {FORM_PATH: changed}, "Reword the form")
    head = pull.head_sha
    await edited(bot, issue)
    assert pull.head_sha == head
    assert "**Configuration**" in comment_of(bot, issue)


async def test_conflict(bot: World) -> None:
    """A branch that cannot be merged any more is brought to the new tip, with what was added."""
    issue, pull = await accepted(bot)
    moved = REGISTRY.replace("v0.2 · ", "v0.3 · ")
    bot.repository.commit("main", {PATHS.registry: moved}, "Move on")
    pull.conflicts = True
    await said(bot, issue, "/registry accept")
    assert not pull.conflicts
    assert "v0.3 · " in bot.repository.read(PATHS.registry, pull.head_sha).decode()
    assert (pull.files[0].deletions, len(pull.commits)) == (0, 1)


async def test_changed_by_hand_is_told(bot: World) -> None:
    """The comment promises no updates where somebody else has committed to the branch."""
    issue, pull = await accepted(bot)
    bot.repository.commit(pull.head_ref, {"notes.md": "by hand\n"}, "Add a note")
    await said(bot, issue, "/registry accept")
    assert "not copied" in comment_of(bot, issue)


async def test_default_branch_renamed(bot: World) -> None:
    """The pull request goes onto the default branch whatever it is called by then."""
    issue = await reported(bot, report())
    bot.repository.refs["refs/heads/trunk"] = bot.repository.refs.pop("refs/heads/main")
    bot.repository.default_branch = "trunk"
    await said(bot, issue, "/registry accept")
    assert [pull.base_ref for pull in pulls(bot)] == ["trunk"]


async def test_branch_of_somebody_else(bot: World) -> None:
    """A branch that has the name by chance or malice is left alone, and named as the obstacle."""
    issue = await reported(bot, report())
    branch = f"registry-bot/failed-attempt-{issue.number}"
    sha = bot.repository.commit(branch, {"notes.md": "mine\n"}, "Take the name")
    await said(bot, issue, "/registry accept")
    assert "made by somebody else" in comment_of(bot, issue)
    assert bot.repository.branches[branch] == sha
    assert pulls(bot) == []


async def test_branch_deleted_and_reopened(bot: World) -> None:
    """A closed pull request whose branch is gone gets no new one."""
    issue, pull = await accepted(bot)
    pull.close(by="acme")
    bot.repository.delete_branch(pull.head_ref)
    issue.close(by="acme")
    issue.reopen(by="ann")
    await edited(bot, issue)
    assert pull.head_ref not in bot.repository.branches
    assert len(pulls(bot)) == 1


async def test_deleted_issue(bot: World) -> None:
    """An issue that is gone before it is read is let go."""
    issue = bot.repository.open_issue("Failed", report(), "ann", ["failed-attempt"])
    del bot.repository.issues[issue.number]
    await bot.settle()
    assert (await bot.server.store.stats()).dead == 0


async def test_labels_in_other_letters(bot: World) -> None:
    """Labels are the same whatever letters are capital: none is added twice, none stays on."""
    configuration = {".github/registry-bot.yml": "labels: {needs-info: NEEDS-INFO}\n"}
    bot.repository.commit("main", configuration, "Shout")
    bot.repository.label("failed-attempt").name = "Failed-Attempt"  # type: ignore[union-attr]
    issue = await reported(bot, report(date="soon"))
    assert labels_of(issue) == {"Failed-Attempt", "needs-info"}
    await edited(bot, issue, report())
    assert labels_of(issue) == {"Failed-Attempt"}
    before = len(bot.github.requests)
    issue.add_labels(["ready"], by="acme")
    await bot.settle()
    assert not any(request.writes for request in list(bot.github.requests)[before:])


async def test_given_up(bot: World) -> None:
    """A run that is given up is told in our comment, once, and the next that succeeds ends that."""
    issue = await reported(bot, report())
    bot.github.faults.add(server_error("graphql:ReadIssue", times=QUICK.max_attempts))
    await edited(bot, issue)
    assert comment_of(bot, issue).count(APOLOGY) == 1
    assert "the report is complete" in comment_of(bot, issue)
    await edited(bot, issue, report(result="2,480 tokens/s"))
    assert APOLOGY not in comment_of(bot, issue)


async def test_given_up_before_a_word_was_said(bot: World) -> None:
    """On a report without a comment the news is the comment; other issues get none."""
    for labels in (True, False):
        bot.github.faults.add(server_error("graphql:ReadIssue", times=QUICK.max_attempts))
        issue = await reported(bot, report(), labels=labels)
        assert [APOLOGY in one.body for one in issue.comments] == [True] * labels
    issue = await reported(bot, report())
    assert APOLOGY not in comment_of(bot, issue)
