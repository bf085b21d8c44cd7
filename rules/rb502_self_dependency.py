"""No entry depends on itself.

The list names what *else* has to move first.

To fix it, take the entry's own id out of `depends_on`.
"""

from collections.abc import Iterator

from registry.document import Entry
from registry.identifier import canonical_id
from registry.nodes import as_text
from rules.patch import without_item
from rules.rule import Context, Example, Remark, Severity
from rules.wording import quote

severity = Severity.ERROR
since = "0.1"

good = [Example("depends_on: [B2]", says="Another entry.")]
bad = [Example("depends_on: [B1, B2]", says="B1 in its own list.")]


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    for index, node in enumerate(entry.nodes("depends_on")):
        if entry.id and canonical_id(as_text(node) or "") == entry.id:
            yield Remark(
                f"{entry.label} depends on itself.",
                f"Take {quote(entry.id)} out of `depends_on`.",
                entry.at(node),
                entry.id,
                suggestion=without_item(context.document, entry, "depends_on", index),
            )
            return
