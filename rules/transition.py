"""A change of status and the history items that the same change brings as its evidence."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Mapping as Values
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from registry.citations import Citation
from registry.dates import read_day
from registry.document import Entry
from registry.graph import path_between
from registry.nodes import Mapping, Pair, as_text, is_empty
from registry.references import Bibliography
from registry.schema import FieldSpec
from rules.evidence import newly_cited, works_in
from rules.fields import misspelt
from rules.multiset import beyond
from rules.rule import Context
from rules.wording import closest

MOST_REWRITTEN = 50
"""Items of one history that may be edited before none can be told to be new."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one item of `status_history` says; texts are empty where it says nothing.

    `slips` are the misspelt keys that were read, by the name that is meant.
    """

    item: Mapping
    old: str
    new: str
    date: str
    citation: str
    works: tuple[Citation, ...]
    slips: Values[str, Pair]

    @property
    def is_proven(self) -> bool:
        return bool(self.works) and read_day(self.date) is not None and not self.slips

    @property
    def evidence(self) -> tuple[str, ...]:
        """What makes it this step; a reworded note does not make it another."""
        return (self.old, self.new, self.date, self.citation)

    def shares(self, other: "Step") -> int:
        """How much of its evidence another step has too: with two of four it is that one edited."""
        pairs = zip(self.evidence, other.evidence, strict=True)
        return sum(one == theirs != "" for one, theirs in pairs)


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
        proven = [step for step in self.added if step.is_proven]
        return path_through(proven, self.old, self.new) is not None

    @property
    def claimed(self) -> tuple[tuple[str, str], ...]:
        """The steps from old to new that the added items tell, proven or not; else none."""
        return tuple(pairwise(path_through(self.added, self.old, self.new) or ()))

    def asks_for(self, what: str) -> str:
        """Return the help for an unusual step that is meant: to say `what`, unless a note does."""
        if any(not is_empty(step.item.get("note")) for step in self.added):
            return "A maintainer reads the `note` of the history item and decides."
        place = "the `note` of the history item" if self.documented else "the prose"
        return f"If that is meant, say {what} in {place}; a maintainer decides."


def path_through(steps: Iterable[Step], old: str, new: str) -> tuple[str, ...] | None:
    """Return the statuses by which steps lead from one to another, or None where they do not."""
    ways: dict[str, list[str]] = {}
    for step in steps:
        ways.setdefault(step.old, []).append(step.new)
    return path_between(ways, old, new)


def steps_of(
    entry: Entry, bibliography: Bibliography, keys: Sequence[FieldSpec] = ()
) -> tuple[Step, ...]:
    """Return an entry's history as written, item by item.

    With the schema's `keys` of an item, what stands under a misspelt one is read as meant.
    """
    return tuple(_step(item, bibliography, keys) for item in entry.mappings("status_history"))


def in_order(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Return a history oldest first, whichever way round it is written.

    It is read the way in which fewer steps fail to lead to the next one; days decide where that
    tells nothing, since it is a date that is mistyped more often.
    """

    def breaks(way: tuple[Step, ...]) -> tuple[int, int]:
        days = [day for step in way if (day := read_day(step.date))]
        gaps = sum(one.new != other.old for one, other in pairwise(way))
        return gaps, sum(later < earlier for earlier, later in pairwise(days))

    written = tuple(steps)
    return min(written, written[::-1], key=breaks)


def _step(item: Mapping, bibliography: Bibliography, keys: Sequence[FieldSpec]) -> Step:
    names = ("from", "to", "date", "citation")
    slips = {name: pair for name, pair in misspelt(item, keys).items() if name in names}
    nodes = [slips[name].value if name in slips else item.get(name) for name in names]
    old, new, day, citation = (
        ((as_text(node) or node.source) if node else "").strip() for node in nodes
    )
    return Step(item, old, new, day, citation, works_in(nodes[-1], bibliography), slips)


def transition_of(before: Entry, after: Entry, context: Context) -> Transition | None:
    """Return the transition between two versions of an entry, or None where there is none.

    A status is the word of the vocabulary that it nearly spells. One that spells none stands for
    the first word; as the new status it is another rule's mistake.
    """
    if context.schema.get("status") is None:
        return None
    order = context.schema.values("status")
    old, new = before.status, after.status
    if order:
        old = _word(old, order) or order[0]
        new = _word(new, order)
    if old == new or not new:
        return None
    return Transition(
        old=old,
        new=new,
        added=steps_added(before, after, context),
        documented=context.schema.get("status_history") is not None,
        before=before,
        after=after,
        context=context,
    )


def transitions_in(context: Context) -> Iterator[Transition]:
    """Yield the transitions of all entries in this change."""
    after = context.after.document.by_id
    for entry_id, before in context.before.document.by_id.items():
        if entry_id in after and before.status != after[entry_id].status:
            transition = transition_of(before, after[entry_id], context)
            if transition:
                yield transition


def _word(status: str, order: Sequence[str]) -> str:
    return status if status in order else closest(status, order) or ""


def steps_added(before: Entry, after: Entry, context: Context) -> tuple[Step, ...]:
    """Return the history items that a change adds to an entry; one that it rewrites is none."""
    spec = context.schema.get("status_history")
    keys = spec.keys if spec else ()
    earlier = steps_of(before, context.before.bibliography, keys)
    steps = steps_of(after, context.after.bibliography, keys)
    fresh, gone = _beyond(steps, earlier), _beyond(earlier, steps)
    if len(gone) > MOST_REWRITTEN:
        return ()
    for old in gone:
        nearest = max(fresh, key=old.shares, default=None)
        if nearest and old.shares(nearest) >= 2:
            fresh.remove(nearest)
    return tuple(fresh)


def _beyond(steps: Iterable[Step], others: Iterable[Step]) -> list[Step]:
    """Return the steps that `others` do not have too, each as often as it stands."""
    return beyond(steps, (step.evidence for step in others), lambda step: step.evidence)


def spare_steps(before: Entry, after: Entry, context: Context) -> list[Step]:
    """Return the history items added to an entry that its own change of status does not need."""
    transition = transition_of(before, after, context)
    needed = transition.claimed if transition else ()
    return beyond(steps_added(before, after, context), needed, lambda step: (step.old, step.new))


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
