"""The evidence in an entry: which works it cites, where, and why something cites none."""

import re
from collections import abc
from collections.abc import Iterator
from datetime import date

from registry.citations import Citation, Found, Kind, NearMiss, find, near_misses
from registry.document import Entry
from registry.nodes import Mapping, Node, Scalar, Sequence, as_text
from registry.references import Bibliography
from registry.snapshot import Snapshot
from rules.rule import Context
from rules.wording import quote

_NO_ATTEMPT = re.compile(
    r"(?i:MLPerf[\s:*_-]{1,3}v?[0-9.]+|(?:citation|source|reference) needed)|TODO|TBD|TBA|FIXME"
)
_PREFIXES = {
    "@": "a key of the bibliography",
    "arXiv:": "an arXiv id",
    "MLPerf ": "the id of an MLPerf result",
}
"""What a bare word is that becomes a citation with this before it."""
IN_HISTORY = "the status history"
_PLACES = {
    "blockers": "a blocker",
    "known_solutions": "a known solution",
    "failed_attempts": "a failed attempt",
    "status_history": IN_HISTORY,
}


def texts_in(node: Node | None, without: str = "") -> Iterator[Scalar | Mapping]:
    """Yield the nodes of a value that hold one text each, however deep; not those under a key."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from texts_in(item, without)
    elif isinstance(node, Mapping):
        if as_text(node) is not None:
            yield node
        else:
            for pair in node:
                if pair.key.text != without:
                    yield from texts_in(pair.value, without)


def works_in(node: Node | None, bibliography: Bibliography) -> tuple[Citation, ...]:
    """Return the works that a value of the YAML block cites."""
    texts = (as_text(text) or "" for text in texts_in(node))
    return tuple(found.citation for text in texts for found in find(text, bibliography))


def without_citations(text: str, cited: abc.Sequence[Found], instead: str = "") -> str:
    """Return a text with `instead` in the place of each of its citations."""
    starts = [0, *(found.end for found in cited)]
    ends = [*(found.start for found in cited), len(text)]
    return instead.join(text[start:end] for start, end in zip(starts, ends, strict=True))


def identity(citation: Citation) -> str:
    """Return what two citations of one work share: `@key` and `arXiv:…` may name the same paper."""
    return citation.url or str(citation)


def cited_by(entry: Entry, bibliography: Bibliography) -> Iterator[tuple[Citation, str]]:
    """Yield every citation of an entry, with the words for where it stands."""
    for pair in entry.section.block or ():
        place = _PLACES.get(pair.key.text, f"`{pair.key.text}`")
        for citation in works_in(pair.value, bibliography):
            yield citation, place
    for found in find(entry.prose.text, bibliography):
        yield found.citation, "the prose"


def newly_cited(before: Entry, after: Entry, context: Context) -> dict[str, tuple[Citation, str]]:
    """Return the works that `after` cites and `before` does not, by identity, with their places."""
    known = {identity(citation) for citation, _ in cited_by(before, context.before.bibliography)}
    found: dict[str, tuple[Citation, str]] = {}
    for citation, place in cited_by(after, context.after.bibliography):
        if identity(citation) not in known:
            found.setdefault(identity(citation), (citation, place))
    return found


def cited_anew(before: Snapshot, after: Snapshot) -> tuple[Citation, ...]:
    """Return the works that entries of `after` cite and the same entries of `before` do not."""
    kept = {id(entry.section) for entry in before.document.entries}
    found: dict[str, Citation] = {}
    for entry in after.document.entries:
        if id(entry.section) in kept:  # sections are shared by content
            continue
        old = before.document.by_id.get(entry.id)
        known = {identity(work) for work, _ in cited_by(old, before.bibliography)} if old else set()
        for work, _ in cited_by(entry, after.bibliography):
            if identity(work) not in known:
                found.setdefault(identity(work), work)
    return tuple(found.values())


def appeared(work: Citation, bibliography: Bibliography) -> tuple[date, date] | None:
    """Return the first and the last day on which a work can have appeared, where its id tells."""
    reference = bibliography.get(work.id) if work.kind is Kind.BIB else None
    name = work.id if work.kind is Kind.ARXIV else reference.arxiv if reference else None
    # Ids of arXiv since 2007 begin with year and month; a 28th stands for the month's end.
    if name and name[:4].isdecimal() and 1 <= int(name[2:4]) <= 12:
        first = date(2000 + int(name[:2]), int(name[2:4]), 1)
        return first, first.replace(day=28)
    if reference and reference.year:
        return date(reference.year, 1, 1), date(reference.year, 12, 31)
    return None


def as_value(citation: Citation) -> str:
    """Return a citation as the registry writes it in a YAML value, without its quotes."""
    match citation.kind:
        case Kind.BIB:
            return f"@{citation.id}"
        case Kind.URL:
            return citation.url or citation.id
        case _:
            return str(citation)


def misread(text: str, bibliography: Bibliography) -> list[NearMiss]:
    """Return what looks like a citation in a text and is none.

    The name of an MLPerf round and a reminder are no attempts to cite, unless in brackets; the
    words of a reminder may be a sentence's own.
    """
    return [
        miss
        for miss in near_misses(text, bibliography)
        if not _NO_ATTEMPT.fullmatch(text[miss.start : miss.end])
        or text.endswith("[", 0, miss.start)
    ]


def reason_of(miss: NearMiss) -> str:
    """Return why something is no citation, as a clause within a sentence."""
    first, _, rest = miss.reason.partition(" ")
    return f"{first if first[1:].lower() != first[1:] else first.lower()} {rest}".rstrip(".")


def instead_of(miss: NearMiss) -> str:
    """Return what to write in the place of something that is no citation."""
    if miss.replacement is None:
        return miss.instead
    guess = ", if that is meant" if miss.instead.endswith("?") else ""
    return f"Write {quote(miss.replacement, 200)}{guess}."


def near_miss(text: str, bibliography: Bibliography) -> NearMiss | None:
    """Return why a text that was meant as one citation is none, where that can be told.

    Such a text is a citation by its place, so that a lone `@name` is a key and not a person, and a
    bare word may be a key whose `@` was forgotten.
    """
    misses = near_misses(text, bibliography)
    if misses:
        return misses[0]
    word = text.strip()
    for prefix, called in _PREFIXES.items():
        meant = prefix + word
        found = find(meant, bibliography)
        if [(one.start, one.end) for one in found] == [(0, len(meant))]:
            reason, at = f"It is {called} without its `{prefix.strip()}`.", text.find(word)
            return NearMiss(reason, f"Write `{meant}`.", meant, at, at + len(word))
    bracketed = near_misses(f"[{word}]", bibliography) if word.startswith("@") else []
    return bracketed[0] if bracketed else None


def lost_keys(context: Context) -> tuple[str, ...]:
    """Return the keys that this change takes out of the bibliography."""
    kept = context.side.bibliography
    if kept is context.before.bibliography:
        return ()
    return tuple(key for key in context.before.bibliography if key not in kept)
