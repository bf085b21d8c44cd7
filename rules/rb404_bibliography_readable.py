"""Every entry of the bibliography can be read, and its key is its own.

A broken entry hides what it cites, and of two entries with one key only the first counts.

To fix it, complete the entry's braces and commas, or give it another key.
"""

import re
from collections.abc import Iterator

from registry.document import Lines
from registry.snapshot import Snapshot
from rules.rule import Context, Example, Remark, Severity

severity = Severity.WARNING
since = "0.1"

_ENTRY = "@misc{kwon2023, title = {Paged attention}, year = {2023}}\n"
_LINE_NUMBER = re.compile(r"\bline \d+")

good = [Example(references=_ENTRY, says="One entry, one key.")]
bad = [Example(references=_ENTRY * 2, says="The same key twice.")]


def check(snapshot: Snapshot, context: Context) -> Iterator[Remark]:
    del context
    for problem in snapshot.bibliography.problems:
        yield Remark(
            problem.message,
            "Write it as `@article{key, title = {…}, author = {…}, year = {…}, eprint = {…}}`, each"
            " key once.",
            Lines(problem.line, problem.line),
            path=snapshot.paths.references,
            evidence=_LINE_NUMBER.sub("line", problem.message),
        )
