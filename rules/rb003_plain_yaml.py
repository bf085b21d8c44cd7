"""The YAML block is plain: text, numbers, lists and mappings, each key once.

Some characters mean something to YAML: `@`, a leading backtick, `: ` in a text, `&` and `*`. Where
they stand in a text, other programs stop reading at that line or read something else.

To fix it, put the whole text in double quotes; anchors, aliases and tags have to go.
"""

from collections.abc import Iterator

from registry.document import Entry, Lines
from registry.problem import Problem, ProblemKind
from rules.rule import Context, Example, Remark, Severity, Suggestion
from rules.wording import quote

severity = Severity.ERROR
since = "0.1"

good = [
    Example('blockers:\n  - "@kwon2023: paging costs 20% of decode"', says="`@` inside quotes."),
]
bad = [
    Example("blockers:\n  - @kwon2023 measures 20%", says="YAML reserves a leading `@`."),
    Example("status: *same", says="An alias makes YAML more than data."),
]


def check(entry: Entry, _: Context) -> Iterator[Remark]:
    for problem in entry.section.problems:
        if problem.kind is ProblemKind.YAML:
            lines = Lines(entry.line + problem.line, entry.line + problem.end_line)
            yield Remark(
                problem.message,
                problem.help,
                lines,
                entry.id,
                suggestion=_suggestion(problem, lines),
                evidence=f"{problem.message} {_first_line(entry, problem)}",
            )


def _suggestion(problem: Problem, lines: Lines) -> Suggestion | None:
    if problem.replacement is None:
        return None
    return Suggestion(lines.start, lines.end, problem.replacement)


def _first_line(entry: Entry, problem: Problem) -> str:
    lines = entry.section.lines
    return quote(lines[problem.line]) if problem.line < len(lines) else ""
