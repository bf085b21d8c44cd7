"""A blocker cites where it was seen.

Anybody can then check whether it still holds, and knows where to look for the day it ends.

To fix it, end the blocker with its source in brackets, such as `[arXiv:2405.04434]` or `[@key]`.
"""

from collections.abc import Iterator

from registry.citations import find
from registry.document import Entry
from rules.evidence import misread
from rules.rule import Context, Example, Remark, Severity
from rules.wording import quote

severity = Severity.NOTICE
since = "0.1"

_BLOCKER = "blockers:\n  - No ROCm build of FlashAttention-3 exists"

good = [Example(f"{_BLOCKER} [@kwon2023]", says="It says where it was seen.")]
bad = [Example(_BLOCKER, says="Nobody can look it up.")]


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    bibliography = context.side.bibliography
    for blocker in entry.items("blockers"):
        # What was meant as a citation and is none belongs to rule citation-near-miss.
        if not find(blocker.text, bibliography) and not misread(blocker.text, bibliography):
            yield Remark(
                f"{entry.label}: the blocker {quote(blocker.text)} cites nothing.",
                "End it with its source in brackets, such as `[arXiv:2405.04434]` or `[@key]`.",
                entry.at(blocker.node),
                entry.id,
                evidence=blocker.text,
            )
