"""A new entry is not one that the registry already has under almost the same name.

Two entries for one bottleneck split its evidence, and each of them looks thinner than it is.

To fix it, add what is new to the entry that is there; if the two differ, let their names say how.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import chain

from registry.changes import EntryAdded, EntryRenamed
from registry.document import Entry
from rules.likeness import telling_words, words_of
from rules.rule import Context, Example, Remark, Severity
from rules.sample import entry_section
from rules.wording import quote

severity = Severity.WARNING
since = "0.1"

_LIMITS = frozenset(words_of("bound bounded limit limited limiting constrain constrained"))
"""What every bottleneck does: names that differ in these words are of the same one."""
BULK = 100
"""New entries from which names are not compared: the cost grows with the square of their number."""

_OLD = entry_section("B1", "Decode is bound by memory bandwidth")

good = [
    Example(
        before=_OLD,
        after=_OLD + entry_section("B2", "Prefill is bound by arithmetic"),
        says="Another name for another bottleneck.",
    )
]
bad = [
    Example(
        before=_OLD,
        after=_OLD + entry_section("B2", "Decode bound by the memory bandwidth"),
        says="`B1` has this name already, but for two small words.",
    )
]


def check(change: EntryAdded | EntryRenamed, context: Context) -> Iterator[Remark]:
    entry = change.after
    if len(context.after.document.by_id) - len(context.before.document.by_id) > BULK:
        return
    words = _words(entry.name)
    for other in _others(entry, context):
        # Most names share no word: that is told fastest, and this loop is over all entries.
        if words.isdisjoint(_words(other.name)) or not _near(entry.name, other.name):
            continue
        if isinstance(change, EntryRenamed) and _near(change.before.name, other.name):
            continue
        yield Remark(
            f"{entry.label} is called {quote(entry.name, 60)}, nearly like {other.label}, "
            f"{quote(other.name, 60)}.",
            f"If it is the same bottleneck, add what is new to {other.label}; if not, let the name "
            "say what sets it apart.",
            entry.at_field("name"),
            entry.id,
        )
        return


def _others(entry: Entry, context: Context) -> Iterator[Entry]:
    """Yield the other entries of the head, and those that the base branch gained meanwhile."""
    here, before, tip = (
        side.document.by_id for side in (context.after, context.before, context.tip)
    )
    meanwhile = () if tip is before else (tip[i] for i in tip.keys() - before.keys() - here.keys())
    return (other for other in chain(here.values(), meanwhile) if other.id != entry.id)


def _near(one: str, other: str) -> bool:
    """Whether two names differ by a small word, an ending, a typo or the order of words only."""
    ones, others = _words(one), _words(other)
    shared = 2 * len(ones & others) / max(1, len(ones) + len(others))
    if shared < 0.5:
        return False
    text, another = (" ".join(sorted(words))[:200] for words in (ones, others))
    return shared >= 0.8 or SequenceMatcher(None, text, another).ratio() >= 0.88


@lru_cache(maxsize=8192)
def _words(name: str) -> frozenset[str]:
    return frozenset(telling_words(name)) - _LIMITS
