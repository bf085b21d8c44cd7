"""A text is not cut off by ` #`.

YAML takes a `#` behind a space, and all that follows on the line, for a comment. What reads well in
the editor then arrives without its end, often without its citation or issue number.

To fix it, put the whole text in double quotes; put what is meant as a comment on its own line.
"""

import re
from collections.abc import Iterator

from registry.document import Entry
from registry.nodes import Node, Scalar, Sequence
from registry.schema import FieldSpec, Kind
from registry.yaml_mending import quoted
from rules.rule import Context, Example, Remark, Severity, Suggestion
from rules.wording import quote

severity = Severity.WARNING
since = "0.1"

good = [
    Example('name: "Kernel issue #12 blocks FP4"', says="The text is in quotes."),
    Example("priority: 5  # gates the rest", says="A comment behind a number is a comment."),
]
bad = [Example("name: Kernel issue #12 blocks FP4", says="YAML reads `Kernel issue`.")]


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    for spec in context.schema.fields:
        node = entry.field(spec.name)
        for begin, scalar in _texts(node, spec) if node else ():
            if scalar.cut:
                yield Remark(
                    f"{entry.label}: YAML takes {quote(scalar.cut)} for a comment, so this text "
                    f"ends at {quote(scalar.text[-40:])}.",
                    "If it belongs to the text, put the whole text in double quotes.",
                    entry.at(scalar),
                    entry.id,
                    suggestion=_in_quotes(entry, begin, scalar),
                )


def _texts(node: Node, spec: FieldSpec) -> Iterator[tuple[Scalar, Scalar]]:
    """Yield where each free text begins and ends; words, numbers and days may have comments."""
    if isinstance(node, Scalar):
        if spec.kind in (Kind.TEXT, Kind.TEXTS):
            yield node, node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _texts(item, spec)
    else:
        for pair in node:
            inner = next((key for key in spec.keys if key.name == pair.key.text), spec)
            for begin, end in _texts(pair.value, inner):
                # `- Name: rest` in a list of texts is one text, which begins at its key.
                yield (pair.key if spec.kind is Kind.TEXTS else begin), end


def _in_quotes(entry: Entry, begin: Scalar, end: Scalar) -> Suggestion | None:
    if begin.line != end.end_line:
        return None
    line = entry.section.lines[begin.line]
    source = re.escape(end.source) if begin is end else f"{re.escape(begin.source)}.*"
    text = re.search(rf"{source}[ \t]+{re.escape(end.cut)}", line)
    if not text:
        return None
    mended = line[: text.start()] + quoted(text[0].rstrip()) + line[text.end() :]
    place = entry.at(end)
    return Suggestion(place.start, place.end, mended.rstrip())
