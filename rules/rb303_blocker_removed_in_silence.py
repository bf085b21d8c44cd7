"""A blocker that is taken out leaves a word about what became of it.

A blocker ends because something happened: a solution, a failed attempt, a step of the status, a
finding told in the prose. Without that the next reader cannot tell a solved problem from a lost
line.

To fix it, put the blocker back, or say in the same change what ended it: with a solution, an
attempt, a history item or a sentence in the prose.
"""

from collections.abc import Iterator

from registry.changes import EntryEdited
from registry.document import Item
from rules.account import MOST, Account, cited_in, speaks_of, subject_of, words_in
from rules.likeness import likeness
from rules.rule import Context, Example, Remark, Severity
from rules.vagueness import is_vague
from rules.wording import quote

severity = Severity.WARNING
since = "0.1"

_SAME = 0.8
"""Likeness from which a blocker that stays says the same as the one that goes."""

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


def check(edit: EntryEdited, context: Context) -> Iterator[Remark]:
    account = Account(edit, context)
    for blocker in account.removed("blockers"):
        assert isinstance(blocker, Item)
        # What nobody could check can neither be solved nor lost.
        if is_vague(blocker.text) or _is_accounted_for(blocker, account):
            continue
        yield Remark(
            f"{edit.after.label} loses the blocker {quote(blocker.text)} without a word on what"
            " became of it.",
            "Say what ended it, with a solution, an attempt, a history item or a sentence in the"
            " prose, or put it back.",
            edit.after.at_field("blockers"),
            edit.after.id,
            evidence=blocker.text,
        )


def _is_accounted_for(blocker: Item, account: Account) -> bool:
    words, works = words_in(blocker), cited_in(blocker, account.context.before.bibliography)
    if account.moves or account.brings(words, works):
        return True
    known = {item.text for item in account.edit.before.items("blockers")}
    here = [item.text for item in account.edit.after.items("blockers")]
    restated = [text for text in here if text not in known]
    return (
        account.tells(words)
        or any(likeness(blocker.text, text) >= _SAME for text in here[:MOST])
        or any(speaks_of(words, subject_of(text)) for text in restated[:MOST])
    )
