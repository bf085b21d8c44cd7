"""Cut a registry file into its sections and read each one on its own.

A section is read without regard to where it stands, so that two versions of a file share all the
sections they have in common: the second reading costs a hash of what did not change.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from threading import Lock

from cachetools import LRUCache, cached

from registry.dates import read_day
from registry.identifier import canonical_id, split_heading
from registry.nodes import Mapping, Node, Scalar, Sequence, as_text, is_empty
from registry.problem import Problem, ProblemKind
from registry.prose import Prose
from registry.yaml_reader import read_yaml

CACHE_CHARACTERS = 32_000_000

# What can begin a section, or hide what looks like the beginning of one.
_LANDMARK = re.compile(
    r"^(?:(?P<heading>##[ \t])|(?P<fence> {0,3}(?:`{3,}(?=[^`\n]*$)|~{3,}))|(?P<rule>---[ \t]*$)"
    r"|(?P<comment> {0,3}<!--))",
    re.MULTILINE,
)
_ENTRY_HEADING = re.compile(r"^##[ \t]+[A-Za-z]+\d+\b", re.MULTILINE)
_DASHED_BLOCK = re.compile(
    r"---[ \t]*\n(?=[A-Za-z_][\w-]*[ \t]*:)(?P<yaml>(?:(?!##[ \t]).*\n)+?)---[ \t]*$", re.MULTILINE
)
_BLOCK_START = re.compile(
    r"^(?: {0,3}(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^\n`]*)|(?P<dashes>---)[ \t]*)$", re.MULTILINE
)
_ID_LINE = re.compile(r"^id[ \t]*:", re.MULTILINE)
_KEY_LINE = re.compile(r"(?P<key>[A-Za-z_][\w-]*)[ \t]*:")


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
        lines = self.text.split("\n")
        found = set()
        for problem in self.problems:
            above = (lines[n] for n in range(problem.line, self.block_line, -1) if n < len(lines))
            keys = (match for line in above if (match := _KEY_LINE.match(line)))
            if problem.replacement is None and (key := next(keys, None)):
                found.add(key["key"])
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


def split_sections(text: str) -> list[tuple[int, int]]:
    """Return (start, end) offsets of the preamble, which may be empty, and of each section."""
    starts = [0, *_section_starts(text)]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _section_starts(text: str) -> Iterator[int]:
    position = 0
    headed = -1  # offset of a `##` heading that still waits for its block
    while match := _LANDMARK.search(text, position):
        position = match.end()
        if match["heading"]:
            headed = match.start()
            yield headed
        elif match["fence"]:
            position = _fence_end(text, match)
            headed = -1
        elif match["comment"]:
            closing = text.find("-->", position)
            position = closing + 3 if closing >= 0 else position
        elif block := _DASHED_BLOCK.match(text, match.start()):
            belongs = headed >= 0 and not text[text.find("\n", headed) : match.start()].strip()
            if belongs or _ID_LINE.search(block["yaml"]):
                if not belongs:
                    yield match.start()
                position = block.end()
                headed = -1


def _fence_end(text: str, opening: re.Match[str]) -> int:
    """Return the end of a fenced block; one left open must not swallow the entries behind it."""
    marker = opening["fence"].strip()
    closing = re.compile(rf"^ {{0,3}}{re.escape(marker)}{marker[0]}*[ \t]*$", re.MULTILINE)
    line_end = text.find("\n", opening.end())
    if line_end < 0:
        return len(text)
    end = closing.search(text, line_end)
    info = text[opening.end() : line_end].strip().lower()
    next_entry = _ENTRY_HEADING.search(text, line_end, end.start() if end else len(text))
    if next_entry:
        # A block of YAML behind the heading shows that this fence lost its partner.
        opened = re.compile(rf"^ {{0,3}}{re.escape(marker)}[ \t]*ya?ml\b", re.MULTILINE)
        lost = end and opened.search(text, next_entry.end(), end.start())
        if end is None or lost or info.startswith(("yaml", "yml")):
            return next_entry.start()
    return end.end() if end else len(text)


@cached(LRUCache(CACHE_CHARACTERS, getsizeof=lambda section: len(section.text)), lock=Lock())
def read_section(text: str) -> Section:
    """Read one section. Never raises."""
    first, _, rest = text.partition("\n")
    heading = first.lstrip("#").strip().rstrip("#").strip() if first.startswith("##") else None
    body, body_line = (text, 0) if heading is None else (rest, 1)
    heading_id, heading_name = (None, "") if heading is None else split_heading(heading)
    found = _find_block(body)
    if found is None:
        kind = _kind(heading, heading_id, None)
        problems = [_no_block(heading_id)] if kind is SectionKind.ENTRY else []
        found, root = _Block("", body, -1, -1, closed=True), None
    else:
        found = found.shifted(body_line)
        yaml_block = read_yaml(found.yaml, found.line + 1)
        root, problems = yaml_block.root, list(yaml_block.problems)
        kind = _kind(heading, heading_id, root)
        if root is None and not problems:
            problems.append(_empty_block(found.line, found.end_line))
        if not found.closed:
            problems.append(_never_closed(found.line))
    return Section(
        kind=kind,
        text=text,
        heading=heading,
        heading_id=heading_id,
        heading_name=heading_name,
        block=root,
        block_text=found.yaml,
        block_line=found.line,
        block_end_line=found.end_line,
        prose=Prose(found.rest, max(body_line, found.end_line + 1)),
        problems=tuple(problems),
    )


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


def _never_closed(line: int) -> Problem:
    return Problem(
        ProblemKind.SECTION,
        line,
        "The YAML block that opens here is never closed.",
        "Add a line with the closing fence (three backticks) behind the last field.",
    )


def _kind(heading: str | None, heading_id: str | None, block: Mapping | None) -> SectionKind:
    if heading is not None and heading.lower().startswith("schema"):
        return SectionKind.SCHEMA
    # A block without any value is a template or a schema under another heading.
    names_it = block and any(not is_empty(block.get(key)) for key in ("id", "status"))
    if heading_id or names_it:
        return SectionKind.ENTRY
    return SectionKind.ASIDE


@dataclass(frozen=True, slots=True)
class _Block:
    yaml: str
    rest: str
    line: int
    end_line: int
    closed: bool

    def shifted(self, lines: int) -> "_Block":
        return replace(self, line=self.line + lines, end_line=self.end_line + lines)


def _find_block(body: str) -> _Block | None:
    """Find the first YAML block: a fence marked yaml, an unmarked one with fields, or dashes."""
    position = 0
    while start := _BLOCK_START.search(body, position):
        if start["dashes"]:
            block = _DASHED_BLOCK.match(body, start.start())
            if block is None:
                position = start.end()
                continue
            return _block(body, start, block["yaml"], block.end(), closed=True)
        marker = start["fence"]
        closing = re.compile(rf"^ {{0,3}}{re.escape(marker)}{marker[0]}*[ \t]*$", re.MULTILINE)
        end = closing.search(body, start.end())
        content = body[start.end() + 1 : end.start() if end else len(body)]
        info = start["info"].strip().lower()
        if info.startswith(("yaml", "yml")) or (not info and _KEY_LINE.match(content)):
            if end:
                return _block(body, start, content, end.end(), closed=True)
            # An open fence would take the prose for YAML; fields end at the first empty line.
            content = content.split("\n\n", 1)[0] + "\n"
            return _block(body, start, content, start.end() + len(content), closed=False)
        position = end.end() if end else len(body)
    return None


def _block(body: str, start: re.Match[str], content: str, end: int, *, closed: bool) -> _Block:
    line = body.count("\n", 0, start.start())
    end_line = line + content.count("\n") + (1 if closed else 0)
    rest = body[end:].partition("\n")[2]
    return _Block(content.removeprefix("\n"), rest, line, end_line, closed)
