"""The registry file as a value: header, schema and entries, each with the lines it stands on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from registry.graph import GeneratedGraph, find_graph, knots, render_graph
from registry.header import Header, find_header
from registry.identifier import split_id
from registry.nodes import Mapping, Node, as_text, is_empty
from registry.problem import Problem, ProblemKind
from registry.prose import Prose
from registry.schema import Schema, read_schema
from registry.sections import Section, SectionKind, read_section
from registry.splitting import split_sections

MAX_SECTIONS = 4000
"""Sections that are read of one file: so many entries no community could keep."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of a file, counted from 1, both ends included."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Item:
    """One text of a list of texts, with the node that holds it."""

    text: str
    node: Node


@dataclass(frozen=True, slots=True)
class Entry:
    """One bottleneck: a section and the line (from 1) on which it starts in its file."""

    section: Section
    line: int

    @property
    def id(self) -> str:
        """The canonical id, or an empty text where neither heading nor block has a readable one."""
        return self.section.id or ""

    @property
    def name(self) -> str:
        return self.section.name

    @property
    def label(self) -> str:
        """How to speak of the entry when its id may be missing."""
        return self.id or (self.section.heading or "this entry")[:60]

    @property
    def status(self) -> str:
        return self.section.status

    @property
    def prose(self) -> Prose:
        return self.section.prose

    def field(self, name: str) -> Node | None:
        return self.section.field(name)

    def text(self, name: str) -> str:
        """Return a field's text, empty when it is missing, empty or no text."""
        return self.section.text_of(name)

    def items(self, name: str) -> tuple[Item, ...]:
        """Return the texts of a list field, each with its node; other nodes are left out."""
        nodes = (node for node in self.nodes(name) if not is_empty(node))
        return tuple(Item(text, node) for node in nodes if (text := as_text(node)) is not None)

    def mappings(self, name: str) -> tuple[Mapping, ...]:
        return tuple(node for node in self.nodes(name) if isinstance(node, Mapping))

    def nodes(self, name: str) -> tuple[Node, ...]:
        """Return the items of a list field; a single value stands for a list of one."""
        return self.section.nodes(name)

    @property
    def depends_on(self) -> tuple[str, ...]:
        """The canonical ids this entry depends on; malformed ones are left out."""
        return self.section.depends_on

    def at(self, node: Node | None) -> Lines:
        """Return the lines of a node of this entry, or of its heading for None."""
        if node is None:
            return Lines(self.line, self.line)
        return Lines(self.line + node.line, self.line + node.end_line)

    def at_field(self, name: str) -> Lines:
        """Return the lines of a field with its key; without the field, of the block's start."""
        pair = self.section.block.by_key.get(name) if self.section.block else None
        if pair:
            return Lines(self.line + pair.line, self.line + pair.end_line)
        start = self.line + max(0, self.section.block_line)
        return Lines(start, start)


@dataclass(frozen=True)
class Document:
    """A registry file as read. Lines of `problems` count from 1.

    `by_id` holds the first entry of each id, `repeated` the later ones; `dependents` maps an id to
    the entries that depend on it. They are made once, at reading, for every rule to use; what few
    rules need is made when it is first asked for.
    """

    text: str
    title: str
    header: Header | None
    schema: Schema | None
    schema_section: tuple[Section, int] | None
    entries: tuple[Entry, ...]
    graph: GeneratedGraph | None
    problems: tuple[Problem, ...]
    by_id: dict[str, Entry] = field(compare=False)
    repeated: tuple[Entry, ...] = field(compare=False)
    dependencies: dict[str, tuple[str, ...]] = field(compare=False)
    dependents: dict[str, tuple[str, ...]] = field(compare=False)
    expected_graph: str = field(compare=False)
    statuses: dict[str, str] = field(compare=False)
    newest_date: date | None = field(compare=False)
    """The latest day on which any entry says that it was reviewed or changed its status."""

    @cached_property
    def lines(self) -> list[str]:
        """The lines of `text`, of which the first is line 1 of the file."""
        return self.text.split("\n")

    @cached_property
    def knots(self) -> dict[str, tuple[str, ...]]:
        """The entries that all depend on each other, by the id of each of them."""
        return knots(self.dependencies)

    @cached_property
    def circular_dependencies(self) -> dict[str, tuple[str, ...]]:
        """The dependencies that are part of a circle, by entry."""
        return {
            entry_id: tuple(i for i in self.dependencies[entry_id] if self.knots.get(i) is knot)
            for entry_id, knot in self.knots.items()
        }

    @cached_property
    def highest(self) -> dict[str, int]:
        """The highest number in use for each prefix of ids: `{"B": 18}`."""
        found: dict[str, int] = {}
        for entry_id in self.by_id:
            prefix, number = split_id(entry_id)
            found[prefix] = max(number, found.get(prefix, 0))
        return found


def read_document(text: str) -> Document:
    """Read a registry file. Never raises; `problems` says what could not be read."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", " ")
    (start, end), *spans = split_sections(text)
    preamble = text[start:end]
    line = 1 + preamble.count("\n")
    placed: list[tuple[Section, int]] = []
    for start, end in spans[:MAX_SECTIONS]:
        section_text = text[start:end]
        placed.append((read_section(section_text), line))
        line += section_text.count("\n")
    entries = tuple(Entry(s, at) for s, at in placed if s.kind is SectionKind.ENTRY)
    schema_section = next((p for p in placed if p[0].kind is SectionKind.SCHEMA), None)
    by_id, repeated = _index(entries)
    dependencies = {entry_id: entry.depends_on for entry_id, entry in by_id.items()}
    return Document(
        text=text,
        title=_title(preamble),
        header=find_header(preamble),
        schema=_schema(schema_section),
        schema_section=schema_section,
        entries=entries,
        graph=find_graph(text),
        problems=tuple(_problems(placed, entries, schema_section, whole=len(placed) == len(spans))),
        by_id=by_id,
        repeated=repeated,
        dependencies=dependencies,
        dependents=_dependents(dependencies),
        expected_graph=render_graph(dependencies),
        statuses={entry_id: entry.status for entry_id, entry in by_id.items()},
        newest_date=max(filter(None, (e.section.newest_date for e in entries)), default=None),
    )


def _title(preamble: str) -> str:
    match = re.search(r"^#[ \t]+(.*)$", preamble, re.MULTILINE)
    return match[1].strip() if match else ""


def _schema(placed: tuple[Section, int] | None) -> Schema | None:
    if placed is None or placed[0].block_line < 0:
        return None
    section = placed[0]
    schema = read_schema(section.block_text, section.heading or "", section.block_line + 1)
    return schema if schema.fields else None


def _index(entries: tuple[Entry, ...]) -> tuple[dict[str, Entry], tuple[Entry, ...]]:
    by_id: dict[str, Entry] = {}
    repeated = []
    for entry in entries:
        if not entry.id:
            continue
        if entry.id in by_id:
            repeated.append(entry)
        else:
            by_id[entry.id] = entry
    return by_id, tuple(repeated)


def _dependents(dependencies: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for entry_id, needed in dependencies.items():
        for other in needed:
            found.setdefault(other, []).append(entry_id)
    return {other: tuple(ids) for other, ids in found.items()}


def _problems(
    placed: list[tuple[Section, int]],
    entries: tuple[Entry, ...],
    schema_section: tuple[Section, int] | None,
    *,
    whole: bool,
) -> Iterator[Problem]:
    if not whole:
        yield Problem(
            ProblemKind.FILE,
            placed[-1][1],
            f"The file has over {MAX_SECTIONS} sections; what follows is not read.",
            "Remove what does not belong in it.",
        )
    for section, line in placed:
        if section.kind is SectionKind.ENTRY:
            yield from (problem.shifted(line) for problem in section.problems)
    if not entries:
        yield Problem(
            ProblemKind.FILE,
            1,
            "No entry was found in this file.",
            "Each entry is a `## B1: Name` heading with a ```yaml block under it.",
        )
    if schema_section is None or schema_section[0].block_line < 0:
        yield Problem(
            ProblemKind.FILE,
            1,
            "The file has no `## Schema` section with a YAML block, so fields cannot be checked.",
            "Put the schema section back at the top of the file.",
        )
