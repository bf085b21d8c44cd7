"""Every field that the schema does not call optional is there and holds a value.

A reader compares entries field by field; a gap makes an entry drop out of every list that is
sorted or filtered by it. An empty list is a value, an empty field is not.

To fix it, add the field with a value of the kind that the message names.
"""

from collections.abc import Iterator

from registry.document import Entry
from registry.nodes import is_empty
from rules.rule import Context, Example, Remark, Severity

severity = Severity.ERROR
since = "0.1"

good = [Example("depends_on: []", says="An empty list is a value.")]
bad = [
    Example(without=("priority",), says="`priority` is required by the schema."),
    Example("status:", says="A field without a value is missing."),
]


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    if entry.section.block is None:
        return
    for spec in context.schema.fields:
        node = entry.field(spec.name)
        if spec.required and is_empty(node):
            stands = "is missing" if node is None else "has no value"
            yield Remark(
                f"{entry.label}: the field `{spec.name}` {stands}.",
                f"Add `{spec.name}:` with {spec.expected}.",
                entry.at_field(spec.name),
                entry.id,
            )
