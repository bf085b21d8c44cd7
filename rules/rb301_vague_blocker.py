"""A blocker says something that a doubtful stranger could check.

It names a thing, says what that does or prevents, and pins it down: by a quantity, by a named thing
that is missing, or by a condition one can try. "Too expensive" can neither be checked nor ever be
found to be over.

To fix it, rewrite the blocker along the template that the finding shows; a citation alone does not
make it specific.
"""

from collections.abc import Iterator

from registry.document import Entry
from rules.rule import Context, Example, Remark, Severity
from rules.vagueness import remark, vague_blockers

severity = Severity.ERROR
since = "0.1"

_BLOCKER = "blockers:\n  - {} [@kwon2023]"
_SIZED = "FP4 QAT loses 3 points of MMLU on the long tail"
_MISSING = "No ROCm build of FlashAttention-3 exists"

good = [
    Example(_BLOCKER.format(_SIZED), says="A size on a named benchmark."),
    Example(_BLOCKER.format(_MISSING), says="A thing that is missing."),
]
bad = [
    Example(_BLOCKER.format("FP4 hurts quality"), says="It names no measure of quality."),
    Example(_BLOCKER.format("100x too expensive"), says="A number that measures nothing."),
    Example(_BLOCKER.format("More research is needed"), says="That is true of everything."),
]


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    del context
    for blocker, judgement in vague_blockers(entry, clearly=True):
        yield remark(
            entry, blocker, "the blocker {} cannot be checked as it stands; it needs", judgement
        )
