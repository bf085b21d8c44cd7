"""Who changes what an entry says is named among its contributors.

Credit is what this registry pays with, and a name is whom a reader can ask.

To fix it, add yourself under `contributors`; if you are there already, or would rather not be,
nothing has to change.
"""

from collections.abc import Iterator

from registry.changes import Change, EntryEdited, ItemRemoved, ProseChanged
from rules.likeness import words_of
from rules.rule import Context, Example, Remark, Severity
from rules.wording import listing

severity = Severity.NOTICE
since = "0.1"

TYPO = 8
"""Words that a change of the prose adds and removes at most while it corrects, but tells nothing
new."""

_BESIDES = frozenset({"contributors", "last_reviewed", "review_cadence_days"})
"""Fields that credit or keep up an entry, and say nothing of a bottleneck."""

good = [
    Example(
        "priority: 4\ncontributors:\n"
        "  - {name: A. Person, github_handle: aperson, contribution: author}\n"
        "  - {name: B. Person, github_handle: bperson, contribution: edit}",
        says="The one who edits is named.",
    ),
    Example("last_reviewed: 2026-04-30", says="A review date alone is no contribution."),
]
bad = [Example("priority: 4", says="Nobody is named for the new priority.")]


def check(edit: EntryEdited, context: Context) -> Iterator[Remark]:
    spec = context.schema.get("contributors")
    if spec is None or edit.after.section.problems:
        return  # what looks changed may only be unread
    changes = edit.changes
    known = {field.name for field in context.schema.fields} - _BESIDES
    told = list(dict.fromkeys(_what(change) for change in changes if _tells(change, known)))
    if not told or any(_names_somebody(change) for change in changes):
        return
    keys = ", ".join(f"{key.name}: …" for key in spec.keys)
    entry = edit.after
    yield Remark(
        f"This changes {listing(told[:4])} of {entry.label}, and nobody new is named for it.",
        f"To be credited, add `- {{{keys}}}` under `contributors`; if you are listed, all is well.",
        entry.at_field("contributors"),
        entry.id,
    )


def _names_somebody(change: Change) -> bool:
    return change.field == "contributors" and not isinstance(change, ItemRemoved)


def _tells(change: Change, known: set[str]) -> bool:
    """Whether a reader learns something: a field that the schema does not know is a slip."""
    if not isinstance(change, ProseChanged):
        return change.field in known
    old, new = words_of(change.before.prose.text), words_of(change.after.prose.text)
    return ((old - new) + (new - old)).total() > TYPO


def _what(change: Change) -> str:
    return change.field or "prose"
