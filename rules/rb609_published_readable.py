"""The published ranges can be read: known headlines, each with two numbers in order.

A range that cannot be read is compared with nothing, and would drop out of every table.

To fix it, write `low` and `high` as plain numbers under the headline's name.
"""

from collections.abc import Iterator

from registry.document import Lines
from registry.snapshot import Snapshot
from rules.rule import Context, Example, Remark, Severity

severity = Severity.ERROR
since = "0.1"

good = [Example(published=(("low: 10, high: 70", "low: 10, high: 60"),), says="Ends in order.")]
bad = [
    Example(published=(("low: 10, high: 70", "low: 70, high: 10"),), says="Ends exchanged."),
    Example(published=(("agent_density", "agents"),), says="A headline that nothing computes."),
]


def check(side: Snapshot, context: Context) -> Iterator[Remark]:
    if context.before.published_text.strip() and not side.published_text.strip():
        yield Remark(
            "The published ranges are gone, so nothing is compared with them.",
            "Put the file back; to move it, name the new path in .github/registry-bot.yml.",
            Lines(1, 1),
            path=side.paths.published,
        )
    before, after = context.before, context.after
    if before is not after and before.published_text == after.published_text:
        return  # what is the same on both sides need not even be read
    for problem in side.published.problems:
        yield Remark(
            problem.message,
            problem.help,
            Lines(problem.line, problem.end_line),
            path=side.paths.published,
        )
