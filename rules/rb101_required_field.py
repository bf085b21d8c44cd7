"""Every field that the schema does not call optional is there and holds a value.

A reader compares entries field by field; a gap makes an entry drop out of every list that is
sorted or filtered by it. An empty list is a value, an empty field is not.

To fix it, add the field with a value of the kind that the message names.
"""

from collections.abc import Iterator

from registry.document import Entry
from registry.nodes import is_empty
from rules.fields import misspelt
from rules.patch import replaced
from rules.rule import Context, Example, Remark, Severity
from rules.wording import quote

severity = Severity.ERROR
since = "0.1"

good = [Example("depends_on: []", says="An empty list is a value.")]
bad = [
    Example(without=("priority",), says="`priority` is required by the schema."),
    Example("status:", says="A field without a value is missing."),
    Example("priorty: 5", without=("priority",), says="A misspelt name is not the field."),
]


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    block = entry.section.block
    if block is None:
        return
    meant = misspelt(block, context.schema.fields)
    for spec in context.schema.fields:
        node = entry.field(spec.name)
        if not spec.required or not is_empty(node) or spec.name in entry.section.unread_fields:
            continue
        if pair := meant.get(spec.name):
            yield Remark(
                f"{entry.label}: the field `{spec.name}` is missing; there is "
                f"{quote(pair.key.text)}, which the schema does not know.",
                f"If that is what you meant, spell it `{spec.name}:`.",
                entry.at(pair.key),
                entry.id,
                suggestion=replaced(
                    context.document, entry.at(pair.key), pair.key.source, spec.name
                ),
            )
        else:
            stands = "is missing" if node is None else "has no value"
            yield Remark(
                f"{entry.label}: the field `{spec.name}` {stands}.",
                f"Add `{spec.name}:` with {spec.expected}.",
                entry.at_field(spec.name),
                entry.id,
            )
