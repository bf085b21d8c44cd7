"""A change of the schema is seen for what it is.

The schema decides how every entry is judged, so it is changed on its own and by decision of the
maintainers. This pull request is still judged by the schema of the base branch; otherwise a change
could allow itself.

To fix it, nothing has to change if the schema is meant to; put new fields and words into use in a
pull request that follows.
"""

from collections.abc import Iterator
from dataclasses import replace

from registry.changes import SchemaChanged
from registry.document import Lines
from registry.schema import FieldSpec, Schema
from rules.rule import Context, Example, Remark, Severity
from rules.sample import DOCUMENT
from rules.wording import listing

severity = Severity.WARNING
since = "0.1"

SHOWN = 4

good = [
    Example(
        DOCUMENT.replace("# short canonical name", "# short and canonical"),
        says="A reworded explanation changes nothing that is judged.",
    )
]
bad = [
    Example(
        DOCUMENT.replace("open | partial | resolved", "open | partial | resolved | archived"),
        says="A new word for `status`.",
    )
]


def check(change: SchemaChanged, _: Context) -> Iterator[Remark]:
    if change.before is None or change.after is None:
        return  # the first schema changes nothing, and a lost one is readable-file's
    found = list(_differences(change.before, change.after))
    if not found:
        return
    shown = "; ".join(what for what, _ in found[:SHOWN])
    more = f"; and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
    line = change.line + min(line for _, line in found)
    yield Remark(
        f"The schema changes: {shown}{more}.",
        "This pull request is judged by the schema of the base branch. A maintainer decides; what "
        "is new can be used once it is merged.",
        Lines(line, line),
    )


def _differences(before: Schema, after: Schema) -> Iterator[tuple[str, int]]:
    """Yield in words what the machine reads differently, each with its line of the section."""
    for spec in after.fields:
        old = before.get(spec.name)
        if old is None:
            yield f"`{spec.name}` is new", spec.line
        else:
            yield from ((what, spec.line) for what in _changes(old, spec, f"`{spec.name}`"))
    gone = [spec.name for spec in before.fields if after.get(spec.name) is None]
    if gone:
        yield f"{listing(gone)} is gone", 0


def _changes(old: FieldSpec, new: FieldSpec, called: str) -> Iterator[str]:
    if _meaning(old) == _meaning(new):
        return
    if old.required != new.required:
        yield f"{called} is now {'required' if new.required else 'optional'}"
    if old.kind is new.kind:
        yield from _words(old.values, new.values, called)
        keys = {key.name: key for key in old.keys}
        for key in new.keys:
            if key.name in keys:
                yield from _changes(keys[key.name], key, f"`{key.name}` of {called}")
        yield from _words(tuple(keys), tuple(key.name for key in new.keys), called)
        if (old.low, old.high) != (new.low, new.high):
            yield f"{called} takes {new.expected}"
    else:
        yield f"{called} takes {new.expected}"


def _words(old: tuple[str, ...], new: tuple[str, ...], called: str) -> Iterator[str]:
    if added := [word for word in new if word not in old]:
        yield f"{called} gains {listing(added)}"
    if lost := [word for word in old if word not in new]:
        yield f"{called} loses {listing(lost)}"
    if old != new and set(old) == set(new):
        yield f"{called} has its words in another order"


def _meaning(spec: FieldSpec) -> FieldSpec:
    """Return the part of a field's description that decides how values are judged."""
    keys = tuple(_meaning(key) for key in spec.keys)
    return replace(spec, keys=keys, comment="", line=0)
