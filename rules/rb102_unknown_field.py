"""Every key of an entry is one that the schema documents.

A key that nobody documented is read by nobody: often it is a known one with a typo, and its value
is lost without a word.

To fix it, spell the key as the schema does, move the text into the prose, or propose the new key
in a pull request that changes the Schema section.
"""

from collections.abc import Iterator, Sequence

from registry.document import Entry
from registry.nodes import Mapping
from registry.schema import FieldSpec
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


def _unknown(
    entry: Entry, mapping: Mapping, specs: Sequence[FieldSpec], owner: str, context: Context
) -> Iterator[Remark]:
    # Required-field and item-keys say that these are missing, and offer the unknown key; so does
    # transition-needs-citation of the history.
    said = {spec.name for spec in specs if spec.required}
    if mapping is entry.section.block and unproven_steps(entry, context) is not None:
        said.add("status_history")
    meant = {pair.key.text: name for name, pair in misspelt(mapping, specs).items()}
    for pair in unknown_pairs(mapping, specs):
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
