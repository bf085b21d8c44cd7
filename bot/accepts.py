"""The `accept` commands on an issue: who gave them, what they ask for, how they were answered."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.attempt_comment import Standing
from bot.commands import parse_commands
from bot.github.client import Installation
from bot.github.issue import Answer, Issue
from bot.github.people import is_maintainer
from rules.attempts import entry_of

_DONE = frozenset({Standing.OPEN, Standing.BY_HAND, Standing.MERGED, Standing.RECORDED})


@dataclass(frozen=True, slots=True)
class Accept:
    """One `/registry accept`. `entry` is the one it names, None for the report's own.

    `answer` is ours, None while the command of a maintainer waits to be carried out; `is_new` tells
    that GitHub does not show the answer yet.
    """

    remark: str
    entry: str | None
    answer: Answer | None
    is_new: bool


async def accepts_on(github: Installation, issue: Issue) -> list[Accept]:
    """Return the `accept` commands on an issue, oldest first, with our answers.

    Nobody is asked about twice: an answer given earlier is told by our reaction. What was edited
    into a comment is not obeyed, since others than its author may have done that.
    """
    found = []
    may: dict[int, bool] = {}
    for remark in issue.remarks:
        commands = [one for one in parse_commands(remark.body) if one.name == "accept"]
        if not commands or remark.author is None or remark.author.is_bot:
            continue
        person, answer, is_new = remark.author, remark.answer, remark.answer is None
        if is_new and remark.was_edited:
            continue
        word = "" if remark.was_edited else commands[-1].argument.partition(" ")[0]
        if is_new and person.id not in may:
            may[person.id] = await is_maintainer(
                github, issue.id.repository, person, issue.configuration.maintainers
            )
        if is_new and not may[person.id]:
            answer = Answer.REFUSED
        found.append(Accept(remark.id, entry_of(word) or word or None, answer, is_new))
    return found


def answered(accepts: list[Accept], chosen: Accept | None, standing: Standing) -> Iterator[Accept]:
    """Yield the commands with an answer for each: those before the chosen one were not possible.

    Where GitHub refused to write, the command stays open for the next run.
    """
    settled = chosen is None and any(one.answer is Answer.ACCEPTED for one in accepts)
    for accept in accepts:
        settled = settled or accept is chosen
        if accept.answer is not None:
            yield accept
        elif standing is not Standing.REFUSED_BY_GITHUB:
            done = standing in _DONE and (settled or chosen is None)
            answer = Answer.ACCEPTED if done else Answer.WAITS
            yield Accept(accept.remark, accept.entry, answer, accept.is_new)
