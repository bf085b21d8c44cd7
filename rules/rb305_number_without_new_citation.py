"""A blocker's number changes together with its citation.

The number is what the cited work says. If it changes and the citation does not, either the old
number was copied wrongly or the new one comes from somewhere else.

To fix it, cite the work that gives the new number; if the old one was a slip, say so in the pull
request.
"""

import re
from collections import Counter
from collections.abc import Iterator

from registry.changes import ItemChanged
from registry.citations import find
from registry.references import Bibliography
from rules.evidence import identity, without_citations
from rules.rule import Context, Example, Remark, Severity
from rules.wording import listing, quote

severity = Severity.WARNING
since = "0.1"

# Digits inside a name, such as FP4, HBM3E or GPT-4, measure nothing.
_NUMBER = re.compile(r"(?<![\w.])(?<![A-Za-z]-)\d+(?:[.,]\d+)*")

good = [
    Example(
        "blockers:\n  - FP4 QAT degrades long-tail tasks by ~2% on MMLU [@kwon2023]\n",
        says="The new number has a new source.",
    ),
    Example(
        "blockers:\n  - FP4 QAT degrades rare tasks by 3% on MMLU [arXiv:2405.04434]\n",
        says="Only the words change.",
    ),
]
bad = [
    Example(
        "blockers:\n  - FP4 QAT degrades long-tail tasks by ~2% on MMLU [arXiv:2405.04434]\n",
        says="From 3% to 2% with the same source.",
    )
]


def check(change: ItemChanged, context: Context) -> Iterator[Remark]:
    if change.subject != "blocker":
        return
    old_numbers, old_works = _read(str(change.old), context.before.bibliography)
    new_numbers, new_works = _read(str(change.new), context.after.bibliography)
    gone, come = old_numbers - new_numbers, new_numbers - old_numbers
    if gone and come and old_works and new_works <= old_works:
        yield Remark(
            f"{change.after.label}: {listing(gone)} became {listing(come)} in the blocker"
            f" {quote(str(change.new))}, with the same citation as before.",
            "Cite the work that gives the new number; if the old one was a slip, say so in the"
            " pull request.",
            change.after.at(getattr(change.item, "node", None)),
            change.after.id,
        )


def _read(text: str, bibliography: Bibliography) -> tuple[Counter[str], set[str]]:
    """Return a text's numbers, those of its citations left out, and the works it cites."""
    cited = find(text, bibliography)
    numbers = _NUMBER.findall(without_citations(text, cited, "@"))
    works = {identity(found.citation) for found in cited}
    return Counter(number.replace(",", "") for number in numbers), works
