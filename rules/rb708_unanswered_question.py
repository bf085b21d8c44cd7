"""An entry's prose says what the bottleneck is, why now, what would unlock it and who works on it.

A reader who has never met the bottleneck needs all four, and the block answers none of them. Only
an answer of which there is no trace is asked for.

To fix it, add a sentence or two that answer the question.
"""

import re
from collections.abc import Iterator

from registry.citations import find
from registry.document import Entry, Lines
from rules.rule import Context, Example, Remark, Severity

severity = Severity.NOTICE
since = "0.1"

_ENOUGH = 200
"""Words; shorter prose is asked for all four answers by rule prose-length."""

good = [Example(says="All four are answered.")]
bad = [
    Example(
        prose="Each decoded token reads every active weight once, so tokens per second follow the"
        " bandwidth of memory. " * 14,
        says="What it is, fourteen times, and nothing else.",
    )
]

_NAME = re.compile(r"(?<=[a-z,;:] )[A-Z][A-Za-z]*[a-z][A-Za-z]*")
"""A capital letter within a sentence, as names have it; abbreviations alone name nobody."""

_TRACES = {
    "why it binds now": re.compile(
        r"\b(?:now|today|nowadays|current|currently|present|presently|recent|recently|lately|still"
        r"|so far|already|yet|no longer|since|until|increasing|increasingly|rising|new|newer|newest"
        r"|latest|worse|remains?|state|frontier|scarce|shortage|grow\w*|grew|becom\w*|became|keeps?"
        r"|doubl\w*|era|decades?|years?|these days|(?:19|20)\d\d)\b",
        re.IGNORECASE,
    ),
    "what would unlock it": re.compile(
        r"\b(?:would|could|can|may|might|unlock\w*|resol\w+|solv\w*|solution|remed\w+|fix\w*|needs?"
        r"|requir\w*|wait\w*|until|unless|if|once|escap\w*|avoid\w*|clos\w+|lift\w*|remov\w*|reduc\w*"
        r"|cut\w*|improv\w*|help\w*|allow\w*|enabl\w*|reliev\w*|eas\w+|answer|way out|depends?)\b",
        re.IGNORECASE,
    ),
    "who works on it": re.compile(
        r"\b(?:teams?|groups?|labs?|laborator\w+|authors?|researchers?|vendors?|compan\w+|universit\w+"
        r"|projects?|consorti\w+|communit\w+|maintainers?|engineers?|startups?|founders?|foundr\w+"
        r"|makers?|operators?|providers?|institutes?|governments?|agenc\w+|utilit\w+|suppliers?"
        r"|who|whose|nobody|no one|works? on|working on|publish\w*|develops?|pursued?)\b|@\w",
        re.IGNORECASE,
    ),
}
_ENGLISH = re.compile(r"\b(?:the|of|and|is|are|to|in|that|which|not|by)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4,}")


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    text = entry.prose.text
    if not context.retells(entry):
        return
    if entry.section.block is None or entry.prose.words < _ENOUGH or not _is_english(text):
        return
    missing = [question for question, trace in _TRACES.items() if not trace.search(text)]
    if "who works on it" in missing and (
        _NAME.search(text) or find(text, context.side.bibliography)
    ):
        missing.remove("who works on it")
    if not _speaks_of(entry.name, text):
        missing.insert(0, "what the bottleneck is")
    if missing:
        asked = " or ".join([", ".join(missing[:-1]), missing[-1]] if missing[:-1] else missing)
        yield Remark(
            f"The prose of {entry.label} does not seem to say {asked}.",
            "Add a sentence or two that say so; if it is said in other words, leave it as it is.",
            Lines(entry.line + entry.prose.line, entry.line + entry.prose.end_line),
            entry.id,
            evidence=asked,
        )


def _is_english(text: str) -> bool:
    """Whether these traces mean anything: English has several of its small words in a sentence."""
    words = len(text.split())
    return len(_ENGLISH.findall(text)) >= words / 12


def _speaks_of(name: str, text: str) -> bool:
    """Whether any longer word of the name stands in the text, in whatever form."""
    stems = [word[:5].casefold() for word in _WORD.findall(name)]
    folded = text.casefold()
    return not stems or any(stem in folded for stem in stems)
