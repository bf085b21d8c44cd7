"""Every entry has a YAML block that opens, closes and holds fields.

The block is what lists, filters and other programs read. Without it an entry is prose that nobody
can compare, and what is wrong inside it goes unseen.

To fix it, fence the fields right under the heading: a line of three backticks and `yaml` before
them, a line of three backticks behind them.
"""

from collections.abc import Iterator

from registry.document import Entry, Lines
from registry.problem import ProblemKind
from rules.rule import Context, Example, Remark, Severity

severity = Severity.ERROR
since = "0.1"

good = [Example(says="The fields stand between two fences.")]
bad = [
    Example("## B1: Bandwidth\n\nOnly prose, no fields.\n", says="An entry without a block."),
    Example("## B1: Bandwidth\n\n```yaml\n```\n\nText.\n", says="A block without fields."),
]


def check(entry: Entry, _: Context) -> Iterator[Remark]:
    for problem in entry.section.problems:
        if problem.kind is ProblemKind.SECTION:
            lines = Lines(entry.line + problem.line, entry.line + problem.end_line)
            yield Remark(problem.message, problem.help, lines, entry.id)
