"""A dependency stands once in its list.

`B5` and `B05` are the same entry; twice in a list they are counted once.

To fix it, keep one of the two.
"""

from collections.abc import Iterator

from registry.document import Entry
from registry.identifier import canonical_id
from registry.nodes import as_text
from rules.patch import without_item
from rules.rule import Context, Example, Remark, Severity
from rules.wording import quote

severity = Severity.NOTICE
since = "0.1"

good = [Example("depends_on: [B2]", says="Each id once.")]
bad = [Example("depends_on: [B2, B02]", says="The same entry in two spellings.")]


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    seen: set[str] = set()
    for index, node in enumerate(entry.nodes("depends_on")):
        needed = canonical_id(as_text(node) or "")
        # The entry's own id is wrong however often it stands there: rule self-dependency.
        if needed in seen and needed != entry.id:
            yield Remark(
                f"{entry.label} lists {quote(needed or '')} twice in `depends_on`.",
                "Keep one of the two.",
                entry.at(node),
                entry.id,
                suggestion=without_item(context.document, entry, "depends_on", index),
            )
        seen.add(needed or "")
