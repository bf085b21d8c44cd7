"""A new circle of dependencies is pointed out.

Entries may accelerate each other, so a circle is allowed. Often, though, one of its arrows points
the wrong way, and then no order of work can be read from the graph.

To fix it, turn or drop the arrow that is wrong; if all of them are meant, nothing has to change.
"""

from collections.abc import Iterator
from itertools import pairwise

from registry.document import Entry
from registry.graph import path_between
from registry.identifier import split_id
from rules.rule import Context, Example, Remark, Severity
from rules.sample import entry_section

severity = Severity.WARNING
since = "0.1"

_FIRST = entry_section("B1", "Decode is bound by memory bandwidth")
_SECOND = entry_section("B2", "Cache capacity per session").replace("[]", "[B1]", 1)

_LONGEST_SHOWN = 8
_LARGEST = 60
"""Entries that all depend on each other, beyond which their circles are not told apart."""

good = [Example(f"{_FIRST}\n{_SECOND}", says="Only B2 depends on B1.")]
bad = [
    Example(
        f"{_FIRST.replace('[]', '[B2]', 1)}\n{_SECOND}",
        before=f"{_FIRST}\n{_SECOND}",
        says="B2 depends on B1, and now B1 on B2.",
    )
]


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    before, after = context.before.document, context.after.document
    if before is not after and before.dependencies == after.dependencies:
        return  # no arrow moved, so that no circle is new, and none need be looked for
    is_large = len(context.document.knots.get(entry.id, ())) > _LARGEST
    for circle in _knot(entry, context) if is_large else map(_drawn, _circles(entry, context)):
        yield Remark(
            f"{entry.label} closes a circle of dependencies: {circle}.",
            "Look whether one of the arrows points the wrong way; if all are meant, a"
            " maintainer accepts the circle.",
            entry.at_field("depends_on"),
            entry.id,
        )


def _circles(entry: Entry, context: Context) -> Iterator[tuple[str, ...]]:
    """Yield the shortest circles through this entry's arrows that are reported at it."""
    dependencies = context.document.circular_dependencies
    paths = (path_between(dependencies, i, entry.id) for i in dependencies.get(entry.id, ()))
    for circle in sorted({_from_smallest(path) for path in paths if path}):
        if _reporter(circle, context) == entry.id:
            yield circle


def _knot(entry: Entry, context: Context) -> Iterator[str]:
    """Yield words for a knot that holds too many circles to tell them apart."""
    knot = context.document.knots[entry.id]
    known = context.before.document.dependencies.get(entry.id, ())
    arrows = context.document.circular_dependencies[entry.id]
    if entry.id == knot[0] or any(needed not in known for needed in arrows):
        yield f"{len(knot)} entries from {knot[0]} to {knot[-1]} all depend on each other"


def _from_smallest(path: tuple[str, ...]) -> tuple[str, ...]:
    """Return the circle that a path closes, beginning at its smallest id, which also ends it."""
    start = path.index(min(path, key=split_id))
    return (*path[start:], *path[:start], path[start])


def _reporter(circle: tuple[str, ...], context: Context) -> str:
    """Return the entry to report a circle at, so that it is reported once.

    The first one that got its arrow by this change, or the smallest where none did.
    """
    known = context.before.document.dependencies
    new = (one for one, other in pairwise(circle) if other not in known.get(one, ()))
    return next(new, circle[0])


def _drawn(circle: tuple[str, ...]) -> str:
    if len(circle) <= _LONGEST_SHOWN:
        return " → ".join(circle)
    half = _LONGEST_SHOWN // 2
    return " → ".join((*circle[:half], "…", *circle[-half:]))
