"""A known solution or a failed attempt that is taken out leaves a word about what became of it.

Both are records of what somebody found out. Without a word the next reader cannot tell a claim that
was refuted from a lost line, and tries once more what has failed before.

To fix it, put the item back, or say in the same change why it goes: with the item that takes its
place or a sentence in the prose; for a solution also with the failed attempt or the history item
that speaks against it.
"""

from collections.abc import Iterator

from registry.changes import EntryEdited
from rules.account import MOST, Account, cited_in, words_in
from rules.fields import named
from rules.rule import Context, Example, Remark, Severity
from rules.wording import quote

severity = Severity.WARNING
since = "0.1"

_CALLED = {"known_solutions": "known solution", "failed_attempts": "failed attempt"}
_NAMES = {"known_solutions": "title", "failed_attempts": "tried"}

good = [
    Example(
        "known_solutions:\n"
        "  - {title: Latent attention with decoupled RoPE, citation: '@kwon2023',"
        " maturity: production}\n",
        says="Another item on the subject takes its place.",
    ),
    Example(
        "known_solutions: []\n"
        "status: partial\n"
        "status_history:\n"
        "  - {date: 2026-04-22, from: open, to: partial, citation: '@kwon2023'}\n",
        says="The history item that comes with it speaks of the entry as a whole.",
    ),
]
bad = [Example("known_solutions: []", says="A solution in production is gone without a word.")]


def check(edit: EntryEdited, context: Context) -> Iterator[Remark]:
    account = Account(edit, context)
    for field, called in _CALLED.items():
        removed = list(account.removed(field))
        here = edit.after.mappings(field)[:MOST] if removed else ()
        kept = [(words_in(item), cited_in(item, context.after.bibliography)) for item in here]
        for item in removed:
            words, works = words_in(item), cited_in(item, context.before.bibliography)
            # A step speaks of all solutions, and one without a source was a rumour.
            is_settled = field == "known_solutions" and (account.moves or not works)
            is_kept = any(words == others or works & cited for others, cited in kept)
            if is_settled or is_kept or account.brings(words, works) or account.tells(words):
                continue
            name = named(item, _NAMES[field])
            yield Remark(
                f"{edit.after.label} loses the {called} {quote(name)} without a word on what"
                " became of it.",
                "Put it back, or say why it goes, with the item in its place or a sentence in the"
                " prose.",
                edit.after.at_field(field),
                edit.after.id,
                evidence=f"{field}: {name}",
            )
