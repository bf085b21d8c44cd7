"""A change of status and the history items that the same change brings as its evidence."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from registry.citations import Citation
from registry.dates import read_day
from registry.document import Entry
from registry.graph import path_between
from registry.nodes import Mapping, as_text
from registry.references import Bibliography
from rules.evidence import newly_cited, works_in
from rules.rule import Context


@dataclass(frozen=True, slots=True)
class Step:
    """What one item of `status_history` says; texts are empty where it says nothing."""

    item: Mapping
    old: str
    new: str
    date: str
    citation: str
    works: tuple[Citation, ...]

    @property
    def is_proven(self) -> bool:
        return bool(self.works) and read_day(self.date) is not None

    @property
    def evidence(self) -> tuple[str, ...]:
        """What makes it this step; a reworded note does not make it another."""
        return (self.old, self.new, self.date, self.citation)


@dataclass(frozen=True)
class Transition:
    """An entry's way from one status to another.

    `added` are the history items that came with it; `documented` is False where the schema knows
    no `status_history`.
    """

    old: str
    new: str
    added: tuple[Step, ...]
    documented: bool
    before: Entry
    after: Entry
    context: Context

    @cached_property
    def newly_cited(self) -> dict[str, tuple[Citation, str]]:
        """The works that the entry cites since this change, by identity, with their places."""
        return newly_cited(self.before, self.after, self.context)

    @property
    def is_complete(self) -> bool:
        """Whether proven steps lead from the old status to the new one, directly or in turn."""
        if not self.documented:
            return bool(self.newly_cited)
        return self._path(step for step in self.added if step.is_proven) is not None

    @property
    def claimed(self) -> tuple[tuple[str, str], ...]:
        """The steps from old to new that the added items tell, proven or not; else none."""
        return tuple(pairwise(self._path(self.added) or ()))

    def _path(self, steps: Iterable[Step]) -> tuple[str, ...] | None:
        ways: dict[str, list[str]] = {}
        for step in steps:
            ways.setdefault(step.old, []).append(step.new)
        return path_between(ways, self.old, self.new)


def steps_of(entry: Entry, bibliography: Bibliography) -> tuple[Step, ...]:
    """Return an entry's history as written, item by item."""
    return tuple(_step(item, bibliography) for item in entry.mappings("status_history"))


def _step(item: Mapping, bibliography: Bibliography) -> Step:
    old, new, day, citation = (
        ((as_text(node) or node.source) if (node := item.get(key)) else "").strip()
        for key in ("from", "to", "date", "citation")
    )
    return Step(item, old, new, day, citation, works_in(item.get("citation"), bibliography))


def transition_of(before: Entry, after: Entry, context: Context) -> Transition | None:
    """Return the transition between two versions of an entry, or None where there is none.

    A status that is missing or no word of the vocabulary stands for the first one; as the new
    status it is another rule's mistake.
    """
    if context.schema.get("status") is None:
        return None
    order = context.schema.values("status")
    old, new = before.status, after.status
    if order and old not in order:
        old = order[0]
    if old == new or not new or (order and new not in order):
        return None
    earlier = steps_of(before, context.before.bibliography)
    return Transition(
        old=old,
        new=new,
        added=_added(earlier, steps_of(after, context.after.bibliography)),
        documented=context.schema.get("status_history") is not None,
        before=before,
        after=after,
        context=context,
    )


def _added(earlier: tuple[Step, ...], steps: tuple[Step, ...]) -> tuple[Step, ...]:
    left = Counter(step.evidence for step in earlier)
    added = []
    for step in steps:
        left[step.evidence] -= 1
        if left[step.evidence] < 0:
            added.append(step)
    return tuple(added)


def unproven_steps(entry: Entry, context: Context) -> tuple[Step, ...] | None:
    """Return the history items of a transition in this very change that is incomplete.

    None where there is no such transition. Its flaws belong to `transition-needs-citation` alone:
    rules that look at the state of the history leave the entry, or these items, to it.
    """
    before = context.before.document.by_id.get(entry.id)
    if context.side is not context.after or before is None or before.status == entry.status:
        return None
    transition = transition_of(before, entry, context)
    return None if transition is None or transition.is_complete else transition.added
