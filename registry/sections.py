"""Read each section of a registry file on its own.

A section is read without regard to where it stands, so that two versions of a file share all the
sections they have in common: the second reading costs a hash of what did not change.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from threading import Lock

from cachetools import LRUCache, cached

from registry.blocks import KEY_LINE, Block, find_block
from registry.dates import read_day
from registry.identifier import canonical_id, split_heading
from registry.nodes import Mapping, Node, Pair, Scalar, Sequence, as_text, is_empty
from registry.problem import Problem, ProblemKind
from registry.prose import Prose
from registry.yaml_reader import read_yaml

CACHE_CHARACTERS = 6_000_000
"""Holds a registry of a thousand entries; read, a section takes some sixty bytes a character."""


MAX_ITEMS = 500
"""Keys of an entry, and items of one field, beyond which the rest is not read."""


class SectionKind(StrEnum):
    ENTRY = "entry"
    SCHEMA = "schema"
    ASIDE = "aside"  # neither: a community's own text, which the bot leaves alone


@dataclass(frozen=True)
class Section:
    """One `##` section, or one `---` block with its prose. Lines count from 0 at its start.

    `block` is None when there is no readable YAML; `block_line` is the line of the opening fence
    and `block_end_line` of the closing one, both -1 without a block.
    """

    kind: SectionKind
    text: str
    heading: str | None
    heading_id: str | None
    heading_name: str
    block: Mapping | None
    block_text: str
    block_line: int
    block_end_line: int
    prose: Prose
    problems: tuple[Problem, ...]

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    @cached_property
    def block_id(self) -> str | None:
        """The canonical id in the YAML block, or None when it has none or a malformed one."""
        node = self.field("id")
        return canonical_id(node.text) if isinstance(node, Scalar) else None

    @cached_property
    def id(self) -> str | None:
        """The block's id, or the heading's where the block has none."""
        return self.block_id or self.heading_id

    @cached_property
    def name(self) -> str:
        """The block's name, or the heading's where the block has none."""
        return self.text_of("name") or self.heading_name

    @cached_property
    def status(self) -> str:
        return self.text_of("status")

    @cached_property
    def depends_on(self) -> tuple[str, ...]:
        """The canonical ids this entry depends on; malformed ones are left out."""
        ids = (canonical_id(as_text(node) or "") for node in self.nodes("depends_on"))
        return tuple(dict.fromkeys(found for found in ids if found))

    @cached_property
    def newest_date(self) -> date | None:
        """The latest day on which the entry says that it was reviewed or changed its status."""
        history = (n.get("date") for n in self.nodes("status_history") if isinstance(n, Mapping))
        texts = [self.text_of("last_reviewed"), *(as_text(node) or "" for node in history if node)]
        return max(filter(None, map(read_day, texts)), default=None)

    @cached_property
    def unread_fields(self) -> frozenset[str]:
        """The fields of which a line was refused, so that what they lack may only be unread."""
        refused = {problem.line for problem in self.problems if problem.replacement is None}
        found: set[str] = set()
        key = None
        for number, line in enumerate(self.lines if refused else ()):
            if number > self.block_line and (match := KEY_LINE.match(line)):
                key = match["key"]
            if key and number in refused:
                found.add(key)
        return frozenset(found)

    def field(self, name: str) -> Node | None:
        return self.block.get(name) if self.block else None

    def text_of(self, name: str) -> str:
        """Return a field's text, empty when it is missing, empty or no text."""
        node = self.field(name)
        return "" if node is None or is_empty(node) else (as_text(node) or "")

    def nodes(self, name: str) -> tuple[Node, ...]:
        """Return the items of a list field; a single value stands for a list of one."""
        node = self.field(name)
        if isinstance(node, Sequence):
            return node.items
        return () if node is None or is_empty(node) else (node,)


@cached(LRUCache(CACHE_CHARACTERS, getsizeof=lambda section: len(section.text)), lock=Lock())
def read_section(text: str) -> Section:
    """Read one section. Never raises."""
    first, _, rest = text.partition("\n")
    heading = _heading_text(first)
    body, body_line = (text, 0) if heading is None else (rest, 1)
    heading_id, heading_name = (None, "") if heading is None else split_heading(heading)
    found = find_block(body)
    block = found.shifted(body_line) if found else Block("", body, -1, -1)
    is_schema = heading is not None and heading.lower().startswith("schema")
    # A schema speaks in comments, which are read elsewhere: as YAML it says nothing.
    root, problems = _read_fields(block) if found and not is_schema else (None, [])
    kind = SectionKind.SCHEMA if is_schema else _kind(heading_id, root)
    if kind is SectionKind.ENTRY and not found:
        problems = [_no_block(heading_id)]
    if kind is SectionKind.ENTRY and heading is None and not text.startswith("---"):
        problems.append(_no_heading(block.line))
    return Section(
        kind=kind,
        text=text,
        heading=heading,
        heading_id=heading_id,
        heading_name=heading_name,
        block=root,
        block_text=block.yaml,
        block_line=block.line,
        block_end_line=block.end_line,
        prose=Prose(block.rest, max(body_line, block.end_line + 1)),
        problems=tuple(problems),
    )


def _read_fields(block: Block) -> tuple[Mapping | None, list[Problem]]:
    yaml_block = read_yaml(block.yaml, block.line + 1)
    root, problems = yaml_block.root, list(yaml_block.problems)
    if root is None and not problems:
        problems.append(_empty_block(block.line, block.end_line))
    if block.unclosed:
        problems.append(_never_closed(block))
    if root and (too_many := _first_beyond(root)):
        problems.append(_too_many(too_many.line))
        root = _bounded(root)
    return root, problems


def _first_beyond(root: Mapping) -> Node | Pair | None:
    """Return the first key, or item of a field, that is one too many."""
    lists = (pair.value.items for pair in root if isinstance(pair.value, Sequence))
    return next((held[MAX_ITEMS] for held in (root.pairs, *lists) if len(held) > MAX_ITEMS), None)


def _bounded(root: Mapping) -> Mapping:
    pairs = (
        replace(pair, value=replace(pair.value, items=pair.value.items[:MAX_ITEMS]))
        if isinstance(pair.value, Sequence)
        else pair
        for pair in root.pairs[:MAX_ITEMS]
    )
    return replace(root, pairs=tuple(pairs))


def _too_many(line: int) -> Problem:
    return Problem(
        ProblemKind.SECTION,
        line,
        f"This is more than {MAX_ITEMS} of a kind in one entry; from here on they are not read.",
        "Remove what does not belong in the entry.",
    )


def _heading_text(line: str) -> str | None:
    """Return a heading's text without the closing `#`s that Markdown allows, or None."""
    if not line.lstrip(" ").startswith("##"):
        return None
    text = line.strip().removeprefix("##").strip()
    opened = text.rstrip("#")
    return opened.rstrip() if opened[-1:].isspace() or not opened else text


def _no_block(heading_id: str | None) -> Problem:
    return Problem(
        ProblemKind.SECTION,
        0,
        f"{heading_id} has no YAML block, so its fields could not be read.",
        "Put a ```yaml block with the fields of the schema right under the heading.",
    )


def _empty_block(line: int, end_line: int) -> Problem:
    return Problem(
        ProblemKind.SECTION,
        line,
        "This YAML block holds no field.",
        "Fill in the fields that the schema lists, one `field: value` a line.",
        end_line=end_line,
    )


def _never_closed(block: Block) -> Problem:
    if block.unclosed == "---":
        message = "This `---` is never closed, so the block ends at its first empty line."
        return Problem(
            ProblemKind.SECTION, block.line, message, "Put a line `---` behind the last field."
        )
    return Problem(
        ProblemKind.SECTION,
        block.line,
        "The YAML block that opens here is never closed.",
        "Add a line with the closing fence (three backticks) behind the last field.",
    )


def _no_heading(line: int) -> Problem:
    return Problem(
        ProblemKind.SECTION,
        line,
        "This block has no heading above it that begins an entry.",
        "Put the heading back, `## B1: Name` with the entry's own id and name.",
    )


def _kind(heading_id: str | None, block: Mapping | None) -> SectionKind:
    # A block without any value is a template or a schema under another heading.
    names_it = block and any(not is_empty(block.get(key)) for key in ("id", "status"))
    if heading_id or names_it:
        return SectionKind.ENTRY
    return SectionKind.ASIDE
