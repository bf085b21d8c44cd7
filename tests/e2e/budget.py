"""What one event costs in requests: the table that is tested, and printed in docs/requests.md."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.e2e.edits import (
    GOOD_BLOCKER,
    MISSPELT,
    TRANSITION,
    TRANSITION_EVIDENCE,
    VAGUE_BLOCKER,
    replaced,
)
from tests.e2e.reports import report, reported
from tests.e2e.world import PATHS, REGISTRY, World

READ = "read the pull request (GraphQL)"
COMPARE = "compare base and head (REST)"
FILES = "read files of other commits (GraphQL)"
WRITE = "write check run, comment and labels (GraphQL)"
TOKEN = "get a token (REST)"  # a description
LABELS = "create labels (GraphQL)"
ANNOTATE = "add annotations (GraphQL)"
BLOB = "read a blob (REST)"
LIST = "list check runs (REST)"
MAKE = "make a check run (REST)"
READ_ISSUE = "read the issue (GraphQL)"
REPORTS = "read a hundred older reports (GraphQL)"
PERMISSION = "ask who may write (REST)"
ANSWER = "write comment, labels and reactions (GraphQL)"
TREE = "write a tree (REST)"
COMMIT = "write a commit (REST)"
BRANCH = "make the branch (REST)"
MOVE = "move the branch (REST)"
LOOK = "look for the pull request (REST)"
OPEN = "open the pull request (REST)"

NAMES = {
    "graphql query ReadPullRequest": READ,
    "GET /repos/{owner}/{repo}/compare/{basehead}": COMPARE,
    "graphql query ReadFiles": FILES,
    "GET /repos/{owner}/{repo}/commits/{ref}/check-runs": LIST,
    "POST /repos/{owner}/{repo}/check-runs": MAKE,
    "graphql mutation Write": WRITE,
    "POST /app/installations/{installation_id}/access_tokens": TOKEN,
    "GET /repos/{owner}/{repo}/git/blobs/{file_sha}": BLOB,
    "graphql query ReadIssue": READ_ISSUE,
    "graphql query MoreReports": REPORTS,
    "GET /repos/{owner}/{repo}/collaborators/{username}/permission": PERMISSION,
    "POST /repos/{owner}/{repo}/git/trees": TREE,
    "POST /repos/{owner}/{repo}/git/commits": COMMIT,
    "POST /repos/{owner}/{repo}/git/refs": BRANCH,
    "PATCH /repos/{owner}/{repo}/git/refs/{ref}": MOVE,
    "GET /repos/{owner}/{repo}/pulls": LOOK,
    "POST /repos/{owner}/{repo}/pulls": OPEN,
}


@dataclass(frozen=True)
class Scenario:
    """`prepare` runs before counting begins and returns what is then played and counted.

    It is None where another test than the table's own plays the scenario.
    """

    name: str
    requests: tuple[str, ...]
    prepare: Callable[[World], Awaitable[Callable[[], object]]] | None = None


async def _warm(bot: World) -> None:
    """Let the server hold a token and this repository's configuration."""
    bot.open({"README.md": "# Registry\n"})
    await bot.settle()


async def _first(bot: World) -> Callable[[], object]:
    await _warm(bot)
    return lambda: bot.edit(*VAGUE_BLOCKER)


async def _suggesting(bot: World) -> Callable[[], object]:
    await _warm(bot)
    return lambda: bot.edit(*MISSPELT)


async def _pushed(bot: World) -> Callable[[], object]:
    pull = bot.edit(*TRANSITION)
    await bot.settle()
    fixed = replaced(TRANSITION, TRANSITION_EVIDENCE)
    return lambda: pull.push({PATHS.registry: fixed})


async def _unchanged(bot: World) -> Callable[[], object]:
    pull = bot.edit(*VAGUE_BLOCKER)
    await bot.settle()

    def reopen() -> None:
        pull.close(by="ann")
        pull.reopen(by="ann")

    return reopen


async def _untouched(bot: World) -> Callable[[], object]:
    await _warm(bot)
    return lambda: bot.open({"docs/notes.md": "notes\n"})


async def _irrelevant(bot: World) -> Callable[[], object]:
    pull = bot.edit(*VAGUE_BLOCKER)
    await bot.settle()
    return lambda: pull.close(by="ann")


async def _behind(bot: World) -> Callable[[], object]:
    await _warm(bot)
    bot.repository.refs["refs/heads/old"] = bot.repository.refs["refs/heads/main"]
    moved = replaced(TRANSITION, TRANSITION_EVIDENCE)
    bot.repository.commit("main", {PATHS.registry: moved}, "Move on")
    bot.repository.commit("old", {PATHS.registry: replaced(GOOD_BLOCKER)}, "Add a blocker")
    await bot.settle()
    return lambda: bot.repository.open_pull(author="acme", head="old")


async def _cold(bot: World) -> Callable[[], object]:
    return lambda: bot.edit(*VAGUE_BLOCKER)


async def _no_labels(bot: World) -> Callable[[], object]:
    await _warm(bot)
    bot.repository.labels.clear()
    return lambda: bot.edit(*VAGUE_BLOCKER)


async def _many_findings(bot: World) -> Callable[[], object]:
    await _warm(bot)
    vague = "".join(f"  - More research on topic {number} is needed.\n" for number in range(30))
    old, _ = VAGUE_BLOCKER
    return lambda: bot.edit(old, vague + old)


async def _big_file(bot: World) -> Callable[[], object]:
    await _warm(bot)
    return lambda: bot.open({PATHS.registry: REGISTRY + "\nfiller " * 100_000})


async def _forgotten(bot: World) -> Callable[[], object]:
    """What was asked for is told by our comment's record, so that nothing is compared again."""
    again = await _unchanged(bot)
    await bot.start(database_url=f"{bot.settings.database_url}.new")
    return again


async def _rerun(bot: World) -> Callable[[], object]:
    pull = bot.edit(*VAGUE_BLOCKER)
    await bot.settle()
    return lambda: bot.checks(pull)[-1].rerequest(by="acme")


async def _merge_group(bot: World) -> Callable[[], object]:
    await _warm(bot)
    changes = {PATHS.registry: replaced(VAGUE_BLOCKER)}
    head = bot.repository.commit("gh-readonly-queue", changes, "Merge pull request #1")
    await bot.settle()
    return lambda: bot.github.request_merge_checks(bot.repository, head, 1)


async def _slow(bot: World) -> Callable[[], object]:
    bot.options["fresh"] = -1.0
    await bot.start()
    await _warm(bot)
    return lambda: bot.edit(*VAGUE_BLOCKER)


async def _reported(bot: World) -> Callable[[], object]:
    await _warm(bot)
    return lambda: bot.repository.open_issue("Trees", report(), "ann")


async def _edited(bot: World) -> Callable[[], object]:
    issue = await reported(bot, report())
    return lambda: issue.edit(body=report(result="2,490 tokens/s"))


async def _said_again(bot: World) -> Callable[[], object]:
    issue = await reported(bot, report())
    return lambda: issue.edit(body=report() + "\n")


async def _many_reports(bot: World) -> Callable[[], object]:
    for number in range(140):
        bot.repository.open_issue(f"{number}", report(entry="B1"), "ann", ["failed-attempt"])
    bot.github.deliveries.waiting.clear()
    return await _reported(bot)


async def _accepted(bot: World) -> Callable[[], object]:
    issue = await reported(bot, report())
    return lambda: issue.comment("/registry accept", by="acme")


async def _accepted_twice(bot: World) -> Callable[[], object]:
    again = await _accepted(bot)
    again()
    await bot.settle()
    await bot.settle()  # the pull request's own review
    return again


async def _edited_later(bot: World) -> Callable[[], object]:
    edit = await _edited(bot)
    bot.repository.issues[max(bot.repository.issues)].comment("/registry accept", by="acme")
    await bot.settle()
    await bot.settle()
    return edit


async def _refused(bot: World) -> Callable[[], object]:
    issue = await reported(bot, report())
    return lambda: issue.comment("/registry accept", by="ann")


RECORD = (READ_ISSUE, PERMISSION, TREE, COMMIT, BRANCH, LOOK, OPEN, ANSWER)
SCENARIOS = (
    Scenario("first review", (READ, COMPARE, WRITE), _first),
    Scenario("first review, with suggestions to click", (READ, COMPARE, WRITE), _suggesting),
    Scenario("review after a push", (READ, COMPARE, WRITE), _pushed),
    Scenario("the same state again", (READ,), _unchanged),
    Scenario("nothing of the registry is touched", (READ, WRITE), _untouched),
    Scenario("an event that cannot matter", (), _irrelevant),
    Scenario("first review, branch behind its base", (READ, COMPARE, FILES, WRITE), _behind),
    Scenario("first review, no token yet", (TOKEN, READ, COMPARE, WRITE), _cold),
    Scenario("first review, labels missing", (READ, COMPARE, LABELS, WRITE), _no_labels),
    Scenario("first review, 51-100 annotations", (READ, COMPARE, WRITE, ANNOTATE), _many_findings),
    Scenario("first review, file too big for GraphQL", (READ, COMPARE, BLOB, WRITE), _big_file),
    Scenario("first review, decided over two seconds later", (READ, COMPARE, READ, WRITE), _slow),
    Scenario("the same state again, database lost", (TOKEN, READ), _forgotten),
    Scenario("re-run of the check", (READ, WRITE), _rerun),
    Scenario("merge group", (FILES, FILES, LIST, MAKE), _merge_group),
    Scenario("report of a failed attempt", (READ_ISSUE, ANSWER), _reported),
    Scenario("edited report", (READ_ISSUE, ANSWER), _edited),
    Scenario("edited report, judged the same", (READ_ISSUE,), _said_again),
    Scenario("report after 140 others", (READ_ISSUE, REPORTS, ANSWER), _many_reports),
    Scenario("accepted report", RECORD, _accepted),
    Scenario("report accepted again", (READ_ISSUE, PERMISSION, ANSWER), _accepted_twice),
    Scenario(
        "report edited after it was accepted", (READ_ISSUE, TREE, COMMIT, MOVE), _edited_later
    ),
    Scenario("accept of somebody who may not", (READ_ISSUE, PERMISSION, ANSWER), _refused),
)

# What a review costs besides where it waits for its turn, by whether the pull request is new: on
# the head of another one a verdict may stand. `test_queued` plays them, with nobody at work.
WAITING = {
    True: Scenario("a review that waits, of a new pull request", (MAKE,)),
    False: Scenario("any other review that waits", (LIST, MAKE)),
}


def described(lines: list[str], fields: list[list[str]]) -> tuple[str, ...]:
    """Name the requests of a journal in the words of the table."""
    named = []
    for line, roots in zip(lines, fields, strict=True):
        name = NAMES[line.split(":")[0] if line.startswith("graphql") else line]
        if name == WRITE and set(roots) == {"createLabel"}:
            name = LABELS
        elif name == WRITE and set(roots) == {"updateCheckRun"}:
            name = ANNOTATE
        elif name == WRITE and not {"createCheckRun", "updateCheckRun"} & set(roots):
            name = ANSWER
        named.append(name)
    return tuple(named)


def table() -> str:
    """Return docs/requests.md's table."""
    rows = [
        f"| {scenario.name} | {more}{len(scenario.requests)} |"
        f" {', '.join(scenario.requests) or '-'} |"
        for more, scenarios in (("", SCENARIOS), ("+", WAITING.values()))
        for scenario in scenarios
    ]
    return "\n".join(["| scenario | requests | which |", "| --- | --- | --- |", *rows])
