"""What looks like a citation in a text is one.

An id with a digit too many, a link without its `s`, a key that the bibliography does not have: the
eye takes them for evidence, and neither a reader nor a program can follow them.

To fix it, write the citation as the finding says; text that is meant as an example goes into a
code span.
"""

from collections.abc import Iterator

from registry.citations import NearMiss
from registry.document import Entry, Lines
from registry.line_index import LineIndex
from registry.nodes import as_text
from rules.evidence import instead_of, lost_keys, misread, reason_of, texts_in
from rules.patch import replaced
from rules.rule import Context, Example, Remark, Severity
from rules.wording import quote

severity = Severity.WARNING
since = "0.1"

_BLOCKER = "blockers:\n  - FP4 QAT costs 3% on MMLU [{}]"

good = [
    Example(_BLOCKER.format("https://arxiv.org/abs/2405.04434"), says="A link that is read."),
    Example(prose="Write the id as in `arXiv:YYMM.NNNNN`. " * 30, says="Code cites nothing."),
]
bad = [
    Example(_BLOCKER.format("http://arxiv.org/abs/2405.04434"), says="Plain http is not read."),
    Example(_BLOCKER.format("@kwon2032"), says="A key with two digits swapped."),
]


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    lost = set(lost_keys(context))
    for text, lines in _texts(entry):
        # A line of the text is one of the file's unless YAML folded it.
        own = LineIndex(text) if lines.end - lines.start == text.count("\n") else None
        for miss in misread(text, context.side.bibliography):
            written = text[miss.start : miss.end]
            at = _at(own, lines, miss) if own else lines
            # A key that this change removes is the bibliography's matter.
            if written.lstrip("@") not in lost:
                yield _remark(entry, context, at, written, miss)


def _texts(entry: Entry) -> Iterator[tuple[str, Lines]]:
    """Yield the texts of an entry; a key `citation` has a rule of its own."""
    block = entry.section.block
    for pair in block or ():
        for node in texts_in(pair.value, without="citation"):
            yield as_text(node) or "", entry.at(node)
    start = entry.line + entry.prose.line
    yield entry.prose.text, Lines(start, start + entry.prose.text.count("\n"))


def _at(own: LineIndex, lines: Lines, miss: NearMiss) -> Lines:
    return Lines(lines.start + own.line(miss.start), lines.start + own.line(miss.end))


def _remark(entry: Entry, context: Context, lines: Lines, written: str, miss: NearMiss) -> Remark:
    suggestion = None
    if miss.replacement:
        suggestion = replaced(context.document, lines, written, miss.replacement)
    return Remark(
        f"{entry.label}: {quote(written)} is not read as a citation: {reason_of(miss)}.",
        instead_of(miss),
        lines,
        entry.id,
        suggestion=suggestion,
    )
