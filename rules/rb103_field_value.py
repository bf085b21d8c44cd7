"""Every field holds a value of the kind that the schema names.

Lists are sorted by priority, filtered by type and drawn from ids; a value outside the vocabulary,
a number in quotes or a day that does not exist drops the entry out of them unseen.

To fix it, write a value as the schema's comment for the field describes it.
"""

from collections.abc import Iterator

from registry.document import Entry
from rules.rule import Context, Example, Remark, Severity
from rules.values import flaws

severity = Severity.ERROR
since = "0.1"

good = [
    Example("depends_on: [B02]", says="Leading zeros do not matter."),
    Example('last_reviewed: "2026-04-22"', says="Quotes around a date change nothing."),
]
bad = [
    Example("type: Physic", says="The schema has `physics`."),
    Example("priority: 9", says="Priorities go from 1 to 5."),
    Example("last_reviewed: 2026-02-30", says="February has no 30th."),
]


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    schema = context.schema
    for spec in schema.fields:
        node = entry.field(spec.name)
        for flaw in flaws(node, spec, schema.id_prefix) if node else ():
            yield Remark(
                f"{entry.label}: `{spec.name}` {flaw.found}.",
                f"The schema asks for {flaw.expected}.",
                entry.at(flaw.node),
                entry.id,
                suggestion=flaw.mend(context.document, entry),
            )
