"""An entry's prose has 200 to 600 words.

That is room for what the bottleneck is, why it binds now, what would unlock it and who works on
it. Much less leaves one of them out; much more is a survey that few read to its end.

To fix it, answer the question that is missing, or move detail into the sources that you cite.
"""

from collections.abc import Iterator

from registry.document import Entry, Lines
from rules.placeholders import is_placeholder
from rules.rule import Context, Example, Remark, Severity

severity = Severity.NOTICE
since = "0.1"

SHORTEST, LONGEST = 200, 600

good = [Example(prose="Decode reads every weight once. " * 60, says="300 words.")]
bad = [
    Example(prose="Decode reads every weight once. " * 10, says="50 words."),
    Example(prose="Decode reads every weight once. " * 150, says="750 words."),
]


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    if not context.retells(entry) or entry.section.block is None or is_placeholder(entry.prose):
        return  # readable-entry and missing-prose say so
    words = entry.prose.words
    if SHORTEST <= words <= LONGEST:
        return
    short = words < SHORTEST
    way = "short of" if short else "over"
    limit = SHORTEST if short else LONGEST
    yield Remark(
        f"The prose of {entry.label} has {words} words, {way} the {limit} that fit an entry.",
        "Say what the bottleneck is, why it binds now, what would unlock it and who works on it."
        if short
        else "Keep what the bottleneck is, why now, what unlocks it and who; cite the rest.",
        Lines(entry.line + entry.prose.line, entry.line + entry.prose.end_line),
        entry.id,
        evidence=way,
    )
