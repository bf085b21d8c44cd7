"""Reports of failed attempts as the issue form leaves them, and what became of them."""

from bot.attempt_comment import ATTEMPT_MARKER
from registry.document import read_document
from registry.nodes import plain_value
from rules.attempts import FIELDS
from tests.e2e.world import World
from tests.github.conversation import Comment, Issue
from tests.github.pulls import PullRequest

GOOD = {
    "entry": "B7: Speculative decoding",
    "tried": "Always-on tree speculation with 21 draft tokens.",
    "setup": "Mixtral 8x22B, SGLang 0.4.6, 4 H100 SXM, tensor parallel 4",
    "metric_baseline": "Output tokens/s at batch 64; baseline plain decoding: 3,180",
    "result": "2,540 tokens/s, 0.80 of the baseline",
    "why": "At batch 64 verification reads almost all experts of each layer.",
    "evidence": "Logs: https://github.com/acme-labs/tree-speculation",
    "date": "2025-11-03",
}


def report(**changes: str) -> str:
    """Return the body of a report, complete but for what is changed."""
    answers = GOOD | changes
    return "\n\n".join(f"### {FIELDS[name]}\n\n{text}" for name, text in answers.items())


async def reported(bot: World, body: str, author: str = "ann", labels: bool = True) -> Issue:
    issue = bot.repository.open_issue(
        "Failed attempt: trees", body, author, ["failed-attempt"] if labels else []
    )
    await bot.settle()
    return issue


async def said(bot: World, issue: Issue, body: str, by: str = "acme") -> Comment:
    comment = issue.comment(body, by=by)
    await bot.settle()
    return comment


def comment_of(bot: World, issue: Issue) -> str:
    (comment,) = [one for one in issue.comments if one.app is bot.github.app]
    assert comment.body.startswith(ATTEMPT_MARKER)
    return comment.body


def labels_of(issue: Issue) -> set[str]:
    return {label.name for label in issue.labels}


def reactions(comment: Comment) -> list[str]:
    return [reaction.content for reaction in comment.reactions]


def pulls(bot: World) -> list[PullRequest]:
    return [pull for pull in bot.repository.pulls if pull.app is bot.github.app]


def recorded(text: str, entry: str = "B7") -> list[object]:
    found = read_document(text).by_id[entry].mappings("failed_attempts")
    return [plain_value(item) for item in found]
