"""An entry keeps its id for good.

Dependencies inside the registry and citations outside it name the id. A new number breaks all of
them at once, and nothing tells a reader where the entry went.

To fix it, put the old id back in the heading and in the block.
"""

from collections.abc import Iterator

from registry.changes import EntryRenumbered
from registry.document import Entry, Lines
from rules.rule import Context, Example, Remark, Severity, Suggestion
from rules.sample import entry_section

severity = Severity.ERROR
since = "0.1"

_OLD = entry_section("B1", "Decode is bound by memory bandwidth")

good = [
    Example(
        before=_OLD,
        after=entry_section("B1", "Decode is bound by bandwidth"),
        says="A new name under the same id.",
    )
]
bad = [
    Example(
        before=_OLD,
        after=entry_section("B7", "Decode is bound by memory bandwidth"),
        says="The same entry under another id.",
    )
]


def check(change: EntryRenumbered, context: Context) -> Iterator[Remark]:
    old, entry = change.before.id, change.after
    if entry.section.heading_id == old:
        return  # only the block was renumbered: heading-id says so
    yield Remark(
        f"`{old}` was renumbered to `{entry.id}`; ids are stable.",
        f"Put `{old}` back in the heading and in the block.",
        entry.at_field("id"),
        entry.id,
        suggestion=_put_back(entry, old, context),
    )


def _put_back(entry: Entry, old: str, context: Context) -> Suggestion | None:
    """Suggest the lines from the heading to the id with the old id, where the two are close."""
    lines = Lines(entry.line, entry.at_field("id").end)
    written = context.document.lines[lines.start - 1 : lines.end]
    mended = [line.replace(entry.id, old, 1) for line in written]
    changed = sum(line != other for line, other in zip(written, mended, strict=True))
    if len(written) > 6 or changed != 2:
        return None
    return Suggestion(lines.start, lines.end, "\n".join(mended))
