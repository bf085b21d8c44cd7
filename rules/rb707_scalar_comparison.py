"""A comparison in the prose is a range, a bound or cites who measured it.

"200x faster" alone says neither than what nor when: the factor moves with the batch, the model and
the baseline. A range shows how far; a citation lets the reader look up the setup.

To fix it, give the low and the high end with what was compared, or cite the measurement.
"""

import re
from collections.abc import Iterator

from registry.citations import find
from registry.document import Entry
from rules.rule import Context, Example, Remark, Severity
from rules.sentences import sentences_of
from rules.wording import quote

severity = Severity.NOTICE
since = "0.1"

good = [
    Example(prose="On-chip memory is 5-20x faster at batch 1.", says="A range."),
    Example(
        prose="Paging alone is 2.4x faster than static allocation [@kwon2023].",
        says="One number, and where it was measured.",
    ),
]
bad = [
    Example(prose="On-chip memory is 200x faster.", says="It does not say than what, nor when."),
]

_ADJECTIVE = "fast|slow|cheap|quick|small|larg|bigg|low|high|great|short|long|dear|costli"
_TIMES = (
    r"(?<![\w.,/–—−-])(?:\d+(?:[.,]\d+)*|two|three|four|five|six|seven|eight|nine|ten|twenty)"
    r"(?:\s?(?:x|×|%|times)|[- ]?fold)[*_]{0,3}"
)
_FACTOR = re.compile(
    rf"{_TIMES}\s+(?:"
    rf"(?:(?:as|much|far|\w+ly)\s+)?(?:{_ADJECTIVE})er\b"
    r"|(?:(?:much|far|\w+ly)\s+)?(?:better|worse|more|less|fewer)\s+\w+"
    r"|as\s+(?:fast|slow|cheap|quick|small|large|big|low|high|great|short|long|much|many)\b"
    r"|the\s+(?:throughput|speed|performance|efficiency|cost|price|energy|latency)\b"
    r"|speed-?ups?\b)"
    rf"|\b(?:beat|outperform|exceed)s?\b[^,;:]{{1,60}}?\bby\s+{_TIMES}",
    re.IGNORECASE,
)
# What makes one number an end of a range, directly before it.
_BOUND = re.compile(
    r"(?:\b(?:up to|at (?:least|most|best|worst)|(?:more|less|fewer|no more) than|over|under|nearly"
    r"|almost|between|from|by as much as)|\d\S{0,2}\s+(?:to|and|or)|[<>≤≥±])\s*$",
    re.IGNORECASE,
)


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    if not context.retells(entry):
        return
    for sentence in sentences_of(entry):
        factors = list(_unbounded(sentence.text))
        if not factors or find(sentence.text, context.side.bibliography):
            continue
        for factor in factors:
            yield Remark(
                f"{entry.label}: {quote(factor[0])} is a single number without a source.",
                "Give its low and high end with what was compared, or cite the measurement.",
                sentence.line(factor.start()),
                entry.id,
                evidence=sentence.words,
            )


def _unbounded(sentence: str) -> Iterator[re.Match[str]]:
    for factor in _FACTOR.finditer(sentence):
        if not _BOUND.search(sentence[max(0, factor.start() - 20) : factor.start()]):
            yield factor
