"""No two blockers of an entry say nearly the same.

Two wordings of one blocker drift apart: one is corrected, the other stays, and the entry looks
harder than it is.

To fix it, keep the more exact one, with the citations of both.
"""

from collections.abc import Iterator
from itertools import combinations

from registry.citations import find
from registry.document import Entry, Item
from rules.evidence import without_citations
from rules.likeness import share_of_words, words_of
from rules.quantities import changed
from rules.rule import Context, Example, Remark, Severity
from rules.wording import quote

severity = Severity.NOTICE
since = "0.1"

_NEARLY = 0.85
_MOST = 60
"""Blockers of one entry beyond which no pairs are compared."""

good = [
    Example(
        "blockers:\n"
        "  - FP4 QAT degrades long-tail tasks by ~3% on MMLU [arXiv:2405.04434]\n"
        "  - FP4 QAT needs 12 days on 64 H100s for a 70B model [@kwon2023]\n",
        says="The same technique, another obstacle.",
    )
]
bad = [
    Example(
        "blockers:\n"
        "  - FP4 QAT degrades long-tail tasks by ~3% on MMLU [arXiv:2405.04434]\n"
        "  - On MMLU, FP4 QAT degrades long-tail tasks by 3% [arXiv:2405.04434]\n",
        says="One blocker in two wordings.",
    )
]


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    blockers = [(item, words_of(item.text)) for item in entry.items("blockers")[:_MOST]]
    for (one, words), (other, others) in combinations(blockers, 2):
        if share_of_words(words, others) >= _NEARLY:
            # Measured at another point it is another finding.
            if any(changed(*(_without_sources(item, context) for item in (one, other)))):
                continue
            same = "the same as" if one.text == other.text else "nearly the same as"
            yield Remark(
                f"{entry.label}: the blocker {quote(other.text)} says {same} the one on line"
                f" {entry.at(one.node).start}.",
                "Keep the more exact one, with the citations of both.",
                entry.at(other.node),
                entry.id,
                evidence=f"{one.text}\n{other.text}",
            )


def _without_sources(blocker: Item, context: Context) -> str:
    return without_citations(blocker.text, find(blocker.text, context.side.bibliography), "@")
