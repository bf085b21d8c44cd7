"""Who is named among the contributors stays named.

Credit is what this registry pays with. It is for what somebody did, and stays theirs when others
go on with the work.

To fix it, put the name back beside the others; if its bearer asked to be taken out, say so in the
pull request.
"""

from collections.abc import Iterator
from typing import NamedTuple

from registry.changes import EntryEdited
from registry.document import Item
from registry.nodes import Mapping
from rules.fields import edited_items
from rules.likeness import share_of_words, words_of
from rules.rule import Context, Example, Remark, Severity
from rules.wording import quote

severity = Severity.WARNING
since = "0.1"

_FIELD = "contributors"
_MOST = 200
"""Contributors among whom a name is looked for."""
_SAME = 0.75
"""Likeness of two names from which they are one, with a word more or less."""

_AUTHOR = "{name: A. Person, github_handle: aperson, contribution: author}"
_EDITOR = "{name: B. Person, github_handle: bperson, contribution: edit}"

good = [
    Example(f"contributors:\n  - {_AUTHOR}\n  - {_EDITOR}\n", says="One more is named."),
    Example(
        f"contributors:\n  - {_AUTHOR.replace('A. Person', 'Ada Person')}\n",
        says="The same handle, the name in full.",
    ),
]
bad = [
    Example(f"contributors:\n  - {_EDITOR}\n", says="The author is no longer named."),
    Example("contributors: []", says="Nobody is."),
]


class _Person(NamedTuple):
    name: str
    handle: str


def check(edit: EntryEdited, context: Context) -> Iterator[Remark]:
    entry = edit.after
    if context.schema.get(_FIELD) is None:
        return
    here = [_person(item) for item in entry.nodes(_FIELD)[:_MOST] if isinstance(item, Mapping)]
    for item, _ in edited_items(edit, _FIELD, context.schema.fields):
        old = _person(item)
        if (old.name or old.handle) and not any(_is_same(old, person) for person in here):
            yield Remark(
                f"{entry.label}: {quote(old.name or old.handle)} is no longer named among the"
                " contributors.",
                "Put the name back beside the others; if its bearer asked to be taken out, say so"
                " in the pull request.",
                entry.at_field(_FIELD),
                entry.id,
            )


def _person(item: Item | Mapping) -> _Person:
    if isinstance(item, Item):
        return _Person(item.text, "")
    name, handle = (getattr(item.get(key), "text", "") for key in ("name", "github_handle"))
    return _Person(name.strip(), handle.strip().lstrip("@").casefold())


def _is_same(one: _Person, other: _Person) -> bool:
    """Whether two items name one person: by the handle, or by a name that was corrected."""
    if one.handle and other.handle:
        return one.handle == other.handle or one.name == other.name
    share = share_of_words(words_of(one.name), words_of(other.name))
    return share >= _SAME or (share > 0 and _initials(one.name) == _initials(other.name))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.casefold().split())
