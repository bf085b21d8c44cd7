"""The heading and the block of an entry name the same id.

People read the heading, programs read the block. Where the two disagree, a reference leads one of
them to the wrong entry.

To fix it, write the entry's own id in both places.
"""

from collections.abc import Iterator

from registry.document import Entry
from registry.identifier import split_id
from rules.patch import replaced
from rules.rule import Context, Example, Remark, Severity

severity = Severity.ERROR
since = "0.1"

good = [Example("id: B01", says="`B01` is `B1`.")]
bad = [Example("id: B7", says="The heading says `B1`.")]


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    in_heading, in_block = entry.section.heading_id, entry.section.block_id
    if not in_heading or not in_block or in_heading == in_block:
        return
    if split_id(in_block)[0] != context.schema.id_prefix:
        return  # field-value says so
    node = entry.field("id")
    assert node
    right = _right_one(entry, in_heading, in_block, context)
    block_is_wrong = right == in_heading
    lines = entry.at(node if block_is_wrong else None)
    wrong = node.source if block_is_wrong else in_heading
    yield Remark(
        f"The heading says `{in_heading}`, the block says `{in_block}`.",
        f"Write `{right}` in both." if right else "Write the entry's own id in both.",
        lines,
        entry.id,
        suggestion=replaced(context.document, lines, wrong, right) if right else None,
    )


def _right_one(entry: Entry, in_heading: str, in_block: str, context: Context) -> str | None:
    """Return the id under which the base branch knows the entry, or the only one it has not."""
    known = {
        entry_id: other
        for entry_id in (in_heading, in_block)
        if (other := context.tip.document.by_id.get(entry_id))
        and other.section.text != entry.section.text
    }
    named = [entry_id for entry_id, other in known.items() if other.name == entry.name]
    fresh = [entry_id for entry_id in (in_heading, in_block) if entry_id not in known]
    for found in (named, fresh):
        if len(found) == 1:
            return found[0]
    return None
