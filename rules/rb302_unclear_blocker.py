"""A blocker leaves no doubt about what exactly it claims.

Between the specific and the vague lie sentences that a maintainer would ask back about: nearly
checkable, with one thing left open.

To fix it, add the one thing that the message names; if the sentence is exact as it stands, say so
in the pull request.
"""

from collections.abc import Iterator

from registry.document import Entry
from rules.rule import Context, Example, Remark, Severity
from rules.vagueness import remark, vague_blockers

severity = Severity.WARNING
since = "0.1"

_BLOCKER = "blockers:\n  - {} [@kwon2023]"
_EXACT = "The fused kernel breaks beyond 16 ranks"

good = [Example(_BLOCKER.format(_EXACT), says="A condition one can try.")]
bad = [
    Example(
        _BLOCKER.format("KV transfer is slow on Ethernet"),
        says="It names the setting, and neither a time nor what would be fast enough.",
    )
]


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    del context
    for blocker, judgement in vague_blockers(entry, clearly=False):
        yield remark(entry, blocker, "the blocker {} is hard to check; it lacks", judgement)
