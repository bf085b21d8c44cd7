"""A blocker that is taken out leaves a word about what became of it.

A blocker ends because something happened: a solution, a failed attempt, a step of the status, a
finding told in the prose. Without that the next reader cannot tell a solved problem from a lost
line.

To fix it, put the blocker back, or say in the same change what ended it: with a solution, an
attempt, a history item or a sentence in the prose.
"""

from collections.abc import Iterator

from registry.changes import Change, ItemAdded, ItemChanged, ItemRemoved, StatusChanged
from registry.diff import entry_changes
from registry.document import Entry
from rules.likeness import likeness, words_of
from rules.rule import Context, Example, Remark, Severity
from rules.wording import quote

severity = Severity.WARNING
since = "0.1"

_SPEAKS_OF = 0.25
"""Share of a blocker's words in a text from which the text may be about it."""
_SAME = 0.8
"""Likeness from which a blocker that stays says the same as the one that goes."""
_MOST = 200
"""Blockers and lines of prose in which an account is looked for."""
_SHORT = 2
"""Words of up to this many letters are too common to tell what a text is about."""

good = [
    Example(
        "blockers: []\n"
        "known_solutions:\n"
        "  - {title: QAT on long tails, citation: '@kwon2023', maturity: production}\n",
        says="The solution that ends it comes with the same change.",
    ),
    Example(
        "blockers:\n  - FP4 QAT costs 3.1 points of MMLU on the long tail [@kwon2023]\n",
        says="It is stated anew, not taken out.",
    ),
]
bad = [Example("blockers: []", says="The blocker is gone and nothing says why.")]


def check(change: ItemRemoved, context: Context) -> Iterator[Remark]:
    del context
    after = change.after
    # Where the list could not be read in full, a blocker may only look removed.
    unread = after.section.block is None or "blockers" in after.section.unread_fields
    blocker = str(change.old)
    if change.subject != "blocker" or unread or _is_accounted_for(blocker, change.before, after):
        return
    yield Remark(
        f"{after.label} loses the blocker {quote(blocker)} without a word on what became of it.",
        "Say what ended it, with a solution, an attempt, a history item or a sentence in the"
        " prose, or put it back.",
        after.at_field("blockers"),
        after.id,
        evidence=blocker,
    )


def _is_accounted_for(blocker: str, before: Entry, after: Entry) -> bool:
    if any(_is_account(change) for change in entry_changes(before, after)):
        return True
    if any(likeness(blocker, item.text) >= _SAME for item in after.items("blockers")[:_MOST]):
        return True
    words = {word for word in words_of(blocker) if len(word) > _SHORT}
    known = {item.text for item in before.items("blockers")}
    restated = [item.text for item in after.items("blockers") if item.text not in known]
    known_lines = set(before.prose.text.split("\n"))
    told = [line for line in after.prose.text.split("\n") if line not in known_lines]
    needed = _SPEAKS_OF * len(words)
    texts = (*restated[:_MOST], *told[:_MOST])
    return any(len(words & words_of(text).keys()) >= needed for text in texts)


def _is_account(change: Change) -> bool:
    if isinstance(change, (ItemAdded, ItemChanged)):
        return change.subject in ("solution", "attempt", "history")
    return isinstance(change, StatusChanged)
