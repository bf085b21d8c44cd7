"""What was tried on the entries that a change is about: what helped and what failed, side by side.

It is shown only where a change claims something about what works, by a status, a known solution or
a failed attempt: whoever weighs such a claim has to know the record, good and bad, and would leave
the diff to find it. Beside a new blocker or a better sentence the same lines would be noise,
and so would a record that holds nothing but what the change itself adds.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.inert import Markdown, quoted
from registry.changes import Change, EntryChange
from registry.document import Entry
from registry.nodes import Mapping, as_text, plain_value

if TYPE_CHECKING:
    from rules.attempts import Attempt

MAX_ENTRIES = 3
MAX_LINES = 4
"""Lines each of what helped and of what failed; the entry has the rest."""

_SOLUTIONS, _ATTEMPTS = "known_solutions", "failed_attempts"
_CLAIMS = frozenset({"status", _SOLUTIONS, _ATTEMPTS})


@dataclass(frozen=True, slots=True)
class Tried:
    """One entry's record: its id, the counts in words, and a line of Markdown for each attempt."""

    entry: str
    counts: str
    lines: tuple[Markdown, ...]


def tried(changes: Iterable[Change]) -> tuple[Tried, ...]:
    """Return the records that help to weigh `changes`, in the order of the file."""
    claims = {
        change.after.id: change
        for change in changes
        if isinstance(change, EntryChange) and change.field in _CLAIMS
    }
    records = (_record(change.before, change.after) for change in claims.values())
    return tuple(filter(None, records))[:MAX_ENTRIES]


def _record(before: Entry, after: Entry) -> Tried | None:
    known = {_key(item) for item in (*before.mappings(_SOLUTIONS), *before.mappings(_ATTEMPTS))}
    solutions, attempts = after.mappings(_SOLUTIONS), after.mappings(_ATTEMPTS)
    if not known or not (solutions or attempts):
        return None
    from rules.attempts import recorded_attempt  # noqa: PLC0415 - few changes make a claim

    failures = sorted(
        ((recorded_attempt(after.id, item), _key(item) in known) for item in attempts),
        key=lambda pair: pair[0].date,
        reverse=True,
    )
    helps = [_helped(item, is_old=_key(item) in known) for item in solutions[:MAX_LINES]]
    fails = [_failed(attempt, is_old=is_old) for attempt, is_old in failures[:MAX_LINES]]
    counts = (_count(len(solutions), "known solution"), _count(len(attempts), "failed attempt"))
    return Tried(
        after.id,
        ", ".join(filter(None, counts)),
        (*helps, *_left(len(solutions)), *fails, *_left(len(attempts))),
    )


def _key(item: Mapping) -> str:
    return repr(plain_value(item))


def measured(attempt: "Attempt") -> Markdown:
    """Return what came of an attempt, in words."""
    result = f"measured {quoted(attempt.result)}" if attempt.result else "no result given"
    against = f" against {quoted(attempt.baseline)}" if attempt.baseline else ""
    return Markdown(result + against)


def _helped(solution: Mapping, *, is_old: bool) -> Markdown:
    texts = {pair.key.text: as_text(pair.value) or "" for pair in solution}
    how_far = f", {quoted(maturity)}" if (maturity := texts.get("maturity")) else ""
    return Markdown(f"helps: {quoted(texts.get('title', ''))}{how_far}{_mark(is_old)}")


def _failed(attempt: "Attempt", *, is_old: bool) -> Markdown:
    when = f" on {quoted(attempt.date)}" if attempt.date else ""
    return Markdown(f"failed{when}: {quoted(attempt.tried)}; {measured(attempt)}{_mark(is_old)}")


def _mark(is_old: bool) -> str:
    return "" if is_old else " (in this change)"


def _left(number: int) -> Iterator[Markdown]:
    if number > MAX_LINES:
        yield Markdown(f"and {number - MAX_LINES} more")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' if number > 1 else ''}" if number else ""
