"""A file of the registry can be read: it is there, is text in UTF-8 and holds entries.

A file that cannot be read hides every entry in it from readers, from programs and from this
review, so a mistake anywhere else would go unseen.

To fix it, restore the file from the base branch and repeat your edit in a plain-text editor.
"""

from collections.abc import Iterator

from registry.document import Lines
from registry.problem import ProblemKind
from registry.snapshot import FileProblem, Snapshot
from rules.rule import Context, Example, Remark, Severity

severity = Severity.ERROR
since = "0.1"

good = [Example(says="Title, header, schema and entries are all there.")]
bad = [Example("# A registry\n\nComing soon.\n", says="A file without schema and entries.")]


def check(snapshot: Snapshot, _: Context) -> Iterator[Remark]:
    problems = [*snapshot.unreadable, *_of_document(snapshot)]
    # What comes first hides the rest: a file that is gone also has no entries.
    for found in {found.path: found for found in reversed(problems)}.values():
        problem = found.problem
        lines = Lines(max(1, problem.line), max(1, problem.end_line))
        yield Remark(problem.message, problem.help, lines, path=found.path)


def _of_document(snapshot: Snapshot) -> Iterator[FileProblem]:
    for problem in snapshot.document.problems:
        if problem.kind is ProblemKind.FILE:
            yield FileProblem(snapshot.paths.registry, problem)
