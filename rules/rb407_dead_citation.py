"""A citation leads to a work that exists.

An identifier with one wrong digit looks as good as the right one until somebody follows it. Only
citations that a change adds are looked up, and only a clear "there is no such work" counts.

To fix it, copy the identifier or the link again from the work's own page.
"""

from collections.abc import Iterator

from registry.citations import Citation, find
from registry.document import Entry, Lines
from registry.line_index import LineIndex
from registry.nodes import as_text
from rules.evidence import as_value, identity, texts_in
from rules.rule import Context, Example, Remark, Severity
from rules.wording import quote

severity = Severity.WARNING
since = "0.1"

_CITED = "blockers:\n  - FP4 QAT degrades long-tail tasks by ~3% on MMLU [arXiv:{}]\n"
_GONE = ("https://arxiv.org/abs/2405.99999",)

good = [Example(_CITED.format("2405.04434"), says="The paper exists.", dead=_GONE)]
bad = [
    Example(_CITED.format("2405.99999"), says="arXiv has no paper of this number.", dead=_GONE),
    Example(prose="It was measured [arXiv:2405.99999].", says="Nor in the prose.", dead=_GONE),
]


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    seen: set[str] = set()
    for found, lines in _cited(entry, context) if context.dead else ():
        name = identity(found)
        if name in context.dead and name not in seen:
            seen.add(name)
            yield Remark(
                f"{entry.label} cites {quote(as_value(found))}, which does not exist where it was"
                " looked for.",
                "Copy the identifier or the link again from the work's own page.",
                lines,
                entry.id,
                evidence=name,
            )


def _cited(entry: Entry, context: Context) -> Iterator[tuple[Citation, Lines]]:
    bibliography = context.side.bibliography
    for node in texts_in(entry.section.block):
        for found in find(as_text(node) or "", bibliography):
            yield found.citation, entry.at(node)
    lines = LineIndex(entry.prose.text)
    for found in find(entry.prose.text, bibliography):
        line = entry.line + entry.prose.line + lines.line(found.start)
        yield found.citation, Lines(line, line)
