"""Every key of an entry is one that the schema documents.

A key that nobody documented is read by nobody: often it is a known one with a typo, and its value
is lost without a word.

To fix it, spell the key as the schema does, move the text into the prose, or propose the new key
in a pull request that changes the Schema section.
"""

from collections.abc import Iterator, Sequence

from registry.document import Entry, Lines
from registry.nodes import Mapping, Scalar
from registry.schema import FieldSpec
from registry.yaml_mending import quoted
from rules.fields import misspelt, unknown_pairs
from rules.patch import replaced
from rules.rule import Context, Example, Remark, Severity
from rules.transition import unproven_steps
from rules.wording import closest, listing, quote

severity = Severity.WARNING
since = "0.1"

good = [Example("review_cadence_days: 30", says="A key of the schema.")]
bad = [
    Example("severity: 3", says="The schema has no such field."),
    Example(
        "known_solutions:\n  - {title: MLA, citation: arXiv:2405.04434, maturity: production, "
        "vendor: none}",
        says="A solution has no key `vendor`.",
    ),
    Example(
        "known_solutions:\n  - {title: Paging, with swaps, citation: arXiv:2405.04434,"
        " maturity: production}",
        says="In braces a comma ends a text.",
    ),
]


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    if entry.section.block is None or not context.schema.fields:
        return
    fields = context.schema.fields
    yield from _unknown(entry, entry.section.block, fields, "the schema", context)
    for spec in fields:
        if spec.keys:
            for item in entry.mappings(spec.name):
                yield from _unknown(entry, item, spec.keys, f"`{spec.name}`", context)


def _rests(mapping: Mapping, known: set[str]) -> list[tuple[Scalar, list[Scalar]]]:
    """Return the texts in braces that a comma cut off, each with the pieces that became keys."""
    found: list[tuple[Scalar, list[Scalar]]] = []
    text: Scalar | None = None
    for pair in mapping if mapping.flow else ():
        value = pair.value
        if pair.key.text not in known and isinstance(value, Scalar) and not value.source:
            plain = text is not None and text.plain and pair.key.plain
            if text is None or not plain or f"{pair.key.source}:" in mapping.source:
                text = None
            elif found and found[-1][0] is text:
                found[-1][1].append(pair.key)
            else:
                found.append((text, [pair.key]))
        else:
            text = value if isinstance(value, Scalar) and value.source else None
    return found


def _unknown(
    entry: Entry, mapping: Mapping, specs: Sequence[FieldSpec], owner: str, context: Context
) -> Iterator[Remark]:
    # Required-field and item-keys say that these are missing, and offer the unknown key; so does
    # transition-needs-citation of the history.
    said = {spec.name for spec in specs if spec.required}
    if mapping is entry.section.block and unproven_steps(entry, context) is not None:
        said.add("status_history")
    meant = {pair.key.text: name for name, pair in misspelt(mapping, specs).items()}
    rests = _rests(mapping, {spec.name for spec in specs})
    for text, keys in rests:
        lines = Lines(entry.at(text).start, entry.at(keys[-1]).end)
        whole = ", ".join([text.source, *(key.source for key in keys)])
        yield Remark(
            f"{entry.label}: {quote(keys[0].text)} stands behind a comma, which"
            " ends a text in braces.",
            "Put the whole text in double quotes.",
            lines,
            entry.id,
            suggestion=replaced(context.document, lines, whole, quoted(whole)),
        )
    told = {id(key) for _, keys in rests for key in keys}
    for pair in unknown_pairs(mapping, specs):
        if id(pair.key) in told:
            continue
        name = meant.get(pair.key.text)
        if name in said:
            continue
        lines = entry.at(pair.key)
        renamed = replaced(context.document, lines, pair.key.source, name) if name else None
        near = name or closest(pair.key.text, (spec.name for spec in specs))
        known = listing(spec.name for spec in specs)
        yield Remark(
            f"{entry.label}: {quote(pair.key.text)} is no key that {owner} knows.",
            f"Did you mean `{near}`?" if near else f"The keys are {known}.",
            lines,
            entry.id,
            suggestion=renamed,
        )
