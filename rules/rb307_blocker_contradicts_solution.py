"""No blocker says that something is missing which a known solution of the entry is.

The two were written by different people or on different days, and one of them is out of date. A
reader cannot tell which.

To fix it, delete the blocker, or let it say what the solution still lacks.
"""

import re
from collections.abc import Iterator

from registry.citations import find
from registry.document import Entry, Item
from registry.nodes import Mapping, as_text
from registry.references import Bibliography
from rules.evidence import without_citations
from rules.likeness import telling_words, words_of
from rules.rule import Context, Example, Remark, Severity
from rules.wording import quote

severity = Severity.WARNING
since = "0.1"

_SOLUTION = (
    "known_solutions:\n"
    "  - {{title: ROCm build of FlashAttention-3, citation: '@kwon2023', maturity: {}}}\n"
)
_BLOCKER = "blockers:\n  - No ROCm build of FlashAttention-3 exists [@kwon2023]\n"

good = [
    Example(
        _SOLUTION.format("production")
        + "blockers:\n  - No ROCm build of FlashAttention-3 supports FP8 on MI300X [@kwon2023]\n",
        says="The blocker says what the solution lacks.",
    ),
    Example(_SOLUTION.format("research") + _BLOCKER, says="The solution is research so far."),
]
bad = [
    Example(
        _SOLUTION.format("production") + _BLOCKER,
        says="It does not exist, and it is in production.",
    )
]

_IN_USE = ("production", "shipping")
_WHEN = (
    r"(?:[ ,]+(?:yet|today|so far|anywhere|at all|in production|in any \w+|as of \S+(?: \S+)?))*"
)
_ABSENT = (
    re.compile(
        r"(?:there (?:is|are) )?(?:still |currently )?no (?P<thing>.+?)"
        r"(?: (?:exists?|(?:is|are) (?:available|in production|shipping)|ha(?:s|ve) shipped))?"
        + _WHEN,
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<thing>.+?) (?:(?:do|does) not(?: yet)? exist|(?:is|are) unavailable"
        r"|(?:is|are) not(?: yet)? (?:available|in production|shipping|deployed)"
        r"|ha(?:s|ve) not(?: yet)? (?:shipped|been (?:built|released|shipped|deployed)))" + _WHEN,
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:nobody|no one)(?: has(?: yet)? (?:shipped|built|released|deployed)| ships| offers)"
        r" (?P<thing>.+?)" + _WHEN,
        re.IGNORECASE,
    ),
)
_BRACKETS_AND_SPACE = "[]().*_` \t\r\n"
_LONGEST = 400
"""Characters beyond which a blocker is more than one statement."""
_MOST = 200
"""Blockers and solutions of one entry beyond which no pairs are compared."""


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    solutions = [
        (title, words_of(title).keys(), item)
        for item in entry.mappings("known_solutions")
        if getattr(item.get("maturity"), "text", "") in _IN_USE
        and (title := as_text(item.get("title") or item))
    ]
    for blocker in entry.items("blockers")[:_MOST] if solutions else ():
        absent = _said_to_be_absent(blocker, context.side.bibliography)
        for title, words, item in solutions[:_MOST] if absent else ():
            if absent <= words:
                yield _remark(entry, blocker, title, item)
                break


def _said_to_be_absent(blocker: Item, bibliography: Bibliography) -> frozenset[str]:
    """Return the words for what a blocker says is not there, where they name it well enough."""
    cited = find(blocker.text, bibliography)
    text = without_citations(blocker.text, cited).rstrip(_BRACKETS_AND_SPACE)
    if len(text) > _LONGEST:
        return frozenset()
    for pattern in _ABSENT:
        if match := pattern.fullmatch(text.strip()):
            words = frozenset(telling_words(match["thing"]))
            # A single word, such as "kernel", is part of too many titles.
            return words if len(words) > 1 else frozenset()
    return frozenset()


def _remark(entry: Entry, blocker: Item, title: str, solution: Mapping) -> Remark:
    maturity = getattr(solution.get("maturity"), "text", "")
    return Remark(
        f"{entry.label}: the blocker {quote(blocker.text, 60)} speaks of something missing, but the"
        f" known solution {quote(title, 60)} has the maturity {quote(maturity)}.",
        "Delete the blocker, or let it say what the solution still lacks.",
        entry.at(blocker.node),
        entry.id,
        evidence=f"{blocker.text}\n{title}",
    )
