"""What one entry's page shows, ready to be arranged: every text is set, every list in its order."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from bot.inert import visible
from bot.site.typesetting import Typesetter, https
from registry.citations import Citation, Kind
from registry.document import Document, Entry
from registry.nodes import Mapping, Node, Sequence, as_text, is_empty
from registry.references import Bibliography

_LISTS = "blockers known_solutions failed_attempts depends_on status_history contributors"
_SECTIONS = frozenset(["id", "name", *_LISTS.split()])
"""Fields that have a place of their own on the page; all others are its facts."""

_LABELS = {"why": "Why it failed", "citation": "Evidence"}
_HANDLE = re.compile(r"@?(?P<login>[A-Za-z0-9](?:[A-Za-z0-9-]{0,38}))")


@dataclass(frozen=True, slots=True)
class Fact:
    """A field's name in words, and its value."""

    label: str
    value: Markup


@dataclass(frozen=True, slots=True)
class Trial:
    """Something that was tried, whether it helped or failed: what, and everything said of it."""

    title: Markup
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Mappings with the same keys, one a row; a cell is empty where the mapping lacks the key."""

    head: tuple[str, ...]
    rows: tuple[tuple[Markup, ...], ...]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An entry that this one depends on, or the reverse; one that is not `known` has no page."""

    id: str
    name: str
    status: str
    known: bool


@dataclass(frozen=True, slots=True)
class Contributor:
    """Who, at which address if any, and what they did."""

    name: str
    handle: str
    contribution: str


@dataclass(frozen=True, slots=True)
class Source:
    """A cited work: its number on the page, how it is cited, its title and its address if any."""

    number: int
    label: str
    title: str
    url: str | None


@dataclass(frozen=True, slots=True)
class EntryPage:
    """One entry as its page shows it."""

    id: str
    name: str
    status: str
    facts: tuple[Fact, ...]
    prose: Markup
    blockers: tuple[Markup, ...]
    solutions: tuple[Trial, ...]
    attempts: tuple[Trial, ...]
    depends_on: tuple[Neighbour, ...]
    dependents: tuple[Neighbour, ...]
    history: Table
    contributors: tuple[Contributor, ...]
    sources: tuple[Source, ...]


def entry_page(entry: Entry, document: Document, bibliography: Bibliography) -> EntryPage:
    """Return the page of an entry, its sources numbered in the order in which it cites them."""
    typesetter = Typesetter(bibliography, document.by_id, entry.id)
    attempts = sorted(entry.nodes("failed_attempts"), key=_date, reverse=True)
    return EntryPage(
        id=entry.id,
        name=visible(entry.name),
        status=visible(entry.status),
        facts=tuple(_facts(entry, document, typesetter)),
        prose=typesetter.prose(entry.prose.text),
        blockers=tuple(typesetter.field(_words(node)) for node in entry.nodes("blockers")),
        solutions=_trials(entry.nodes("known_solutions"), "title", typesetter),
        attempts=_trials(attempts, "tried", typesetter),
        depends_on=_neighbours(entry.depends_on, document),
        dependents=_neighbours(document.dependents.get(entry.id, ()), document),
        history=_table(entry.mappings("status_history"), typesetter),
        contributors=tuple(map(_contributor, entry.mappings("contributors"))),
        sources=tuple(_sources(typesetter.sources, bibliography)),
    )


def _facts(entry: Entry, document: Document, typesetter: Typesetter) -> Iterator[Fact]:
    for pair in entry.section.block or ():
        key = pair.key.text
        if key in _SECTIONS or is_empty(pair.value):
            continue
        spec = document.schema.get(key) if document.schema else None
        most = f" of {spec.high}" if spec and spec.high is not None else ""
        yield Fact(_label(key), typesetter.field(f"{_words(pair.value)}{most}"))


def _trials(nodes: Iterable[Node], title: str, typesetter: Typesetter) -> tuple[Trial, ...]:
    return tuple(_trial(node, title, typesetter) for node in nodes)


def _trial(node: Node, title: str, typesetter: Typesetter) -> Trial:
    if not isinstance(node, Mapping):
        return Trial(typesetter.field(_words(node)), ())
    return Trial(
        typesetter.field(_words(node.get(title))) or Markup("Untitled"),
        tuple(
            Fact(_label(pair.key.text), typesetter.field(_words(pair.value)))
            for pair in node
            if pair.key.text != title
        ),
    )


def _table(rows: tuple[Mapping, ...], typesetter: Typesetter) -> Table:
    keys = tuple(dict.fromkeys(pair.key.text for row in rows for pair in row))
    cells = (tuple(typesetter.field(_words(row.get(key))) for key in keys) for row in rows)
    return Table(tuple(map(_label, keys)), tuple(cells))


def _neighbours(ids: Iterable[str], document: Document) -> tuple[Neighbour, ...]:
    return tuple(_neighbour(entry_id, document.by_id.get(entry_id)) for entry_id in ids)


def _neighbour(entry_id: str, entry: Entry | None) -> Neighbour:
    if entry is None:
        return Neighbour(entry_id, "", "", known=False)
    return Neighbour(entry_id, visible(entry.name), visible(entry.status), known=True)


def _contributor(item: Mapping) -> Contributor:
    texts = {pair.key.text: visible(_words(pair.value)) for pair in item}
    handle = _HANDLE.fullmatch(texts.get("github_handle", ""))
    name = texts.get("name") or texts.get("github_handle", "")
    return Contributor(name, handle["login"] if handle else "", texts.get("contribution", ""))


def _sources(cited: dict[Citation, int], bibliography: Bibliography) -> Iterator[Source]:
    for citation, number in cited.items():
        label, title = str(citation).strip("<>"), ""
        if citation.kind is Kind.BIB:
            reference = bibliography[citation.id]
            year = f" ({reference.year})" if reference.year else ""
            label, title = citation.id, f"{reference.title}{year}"
        yield Source(number, visible(label), visible(title), https(citation.url))


def _label(key: str) -> str:
    words = visible(key).replace("_", " ")
    return _LABELS.get(key, words[:1].upper() + words[1:])


def _words(node: Node | None) -> str:
    """Return a value as the text a reader sees; what is no text is shown as it is written."""
    if node is None or is_empty(node):
        return ""
    if isinstance(node, Sequence):
        return ", ".join(map(_words, node.items))
    text = as_text(node)
    return " ".join(node.source.split()) if text is None else text


def _date(node: Node) -> str:
    return _words(node.get("date")) if isinstance(node, Mapping) else ""
