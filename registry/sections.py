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

CACHE_CHARACTERS = 6_000_000
"""Holds a registry of a thousand entries; read, a section takes some sixty bytes a character."""

# What can begin a section, or hide what looks like the beginning of one.
_LANDMARK = re.compile(
    r"^(?:(?P<heading>##[ \t]| {1,3}##[ \t]+[A-Za-z]+\d+\b)"
    r"|(?P<fence> {0,3}(?:`{3,}(?=[^`\n]*$)|~{3,}))|(?P<rule>---[ \t]*$)|(?P<comment> {0,3}<!--))",
    re.MULTILINE,
)
_KEY = r"[A-Za-z_][\w-]*[ \t]*:"
_ID = r"id[ \t]*:(?![ \t]*#)"  # a comment makes it a schema
# Dashes on top of an id begin an entry: they close none, even where its own dashes are missing.
_BEGINS_ENTRY = rf"---[ \t]*\n(?:{_KEY}.*\n){{0,20}}?{_ID}"
_DASHED_BLOCK = re.compile(
    rf"---[ \t]*\n(?={_KEY})(?P<yaml>(?:(?!##[ \t]|{_BEGINS_ENTRY}).*\n)+?)"
    rf"(?!{_BEGINS_ENTRY})---[ \t]*$",
    re.MULTILINE,
)
_OPEN_DASHES = re.compile(
    rf"(?={_BEGINS_ENTRY})---[ \t]*\n(?P<yaml>(?:(?!##[ \t]|---[ \t]*$|[ \t]*$).+\n?)+)",
    re.MULTILINE,
)
_BLOCK_START = re.compile(
    r"^(?: {0,3}(?P<fence>`{3,}+|~{3,}+)(?P<info>[^\n`]*+)$|(?P<dashes>---)[ \t]*$"
    r"|(?P<comment> {0,3}<!--))",
    re.MULTILINE,
)
_ID_LINE = re.compile(f"^{_ID}", re.MULTILINE)
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")
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
            if number > self.block_line and (match := _KEY_LINE.match(line)):
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


def split_sections(text: str) -> list[tuple[int, int]]:
    """Return (start, end) offsets of the preamble, which may be empty, and of each section."""
    starts = [0, *_section_starts(text)]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _section_starts(text: str) -> Iterator[int]:
    position = 0
    headed = -1  # offset of a `##` heading that still waits for its block
    fences = _Fences(text)
    last_comment_end = text.rfind("-->")
    while match := _LANDMARK.search(text, position):
        position = match.end()
        if match["heading"]:
            headed = match.start()
            yield headed
        elif match["fence"]:
            position = fences.end(match)
            headed = -1
        elif match["comment"]:
            if position <= last_comment_end:
                position = text.index("-->", position) + 3
        elif block := _dashed_block(text, match.start()):
            belongs = headed >= 0 and not text[text.find("\n", headed) : match.start()].strip()
            headed = -1
            if belongs or _ID_LINE.search(block["yaml"]):
                if not belongs:
                    yield match.start()
                position = block.end()


def _dashed_block(text: str, at: int) -> re.Match[str] | None:
    """Return the block that dashes open at `at`; without closing dashes, its lines up to an empty
    one.
    """
    return _DASHED_BLOCK.match(text, at) or _OPEN_DASHES.match(text, at)


class _Fences:
    """Where the fenced blocks of a text end; one left open must not swallow the entries behind it.

    What was found far ahead is kept, so that a text full of open fences is not searched to its end
    for each of them.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._ahead: dict[str, re.Match[str] | None] = {}

    def end(self, opening: re.Match[str]) -> int:
        """Return the end of the block that `opening`, a landmark, opens."""
        fence = _fence_pattern(opening["fence"].strip())
        stop = re.compile(
            rf"^(?:(?P<closing>{fence}[ \t]*$)|##[ \t]+[A-Za-z]+\d+\b)", re.MULTILINE
        ).search(self._text, opening.end())
        if stop is None:
            return len(self._text)
        if stop["closing"]:
            return stop.end()
        info = self._text[opening.end() : self._text.index("\n", opening.end())].strip().lower()
        after = None if info.startswith(("yaml", "yml")) else self._next(fence, stop.end())
        # A block of YAML behind the heading shows that this fence lost its partner.
        return stop.start() if after is None or after["yaml"] else after.end()

    def _next(self, fence: str, position: int) -> re.Match[str] | None:
        """Return the next line that closes `fence`, or opens YAML with it."""
        known = self._ahead.get(fence)
        if fence not in self._ahead or (known and known.start() < position):
            pattern = re.compile(rf"^{fence}[ \t]*(?:(?P<yaml>ya?ml\b)|$)", re.MULTILINE)
            self._ahead[fence] = pattern.search(self._text, position)
        return self._ahead[fence]


def _fence_pattern(marker: str) -> str:
    """Return a pattern for the start of a line that closes a block opened with `marker`."""
    return rf" {{0,3}}{marker[0]}{{{len(marker)},}}"


@cached(LRUCache(CACHE_CHARACTERS, getsizeof=lambda section: len(section.text)), lock=Lock())
def read_section(text: str) -> Section:
    """Read one section. Never raises."""
    first, _, rest = text.partition("\n")
    heading = _heading_text(first)
    body, body_line = (text, 0) if heading is None else (rest, 1)
    heading_id, heading_name = (None, "") if heading is None else split_heading(heading)
    found = _find_block(body)
    if found is None:
        kind = _kind(heading, heading_id, None)
        problems = [_no_block(heading_id)] if kind is SectionKind.ENTRY else []
        found, root = _Block("", body, -1, -1), None
    else:
        found = found.shifted(body_line)
        yaml_block = read_yaml(found.yaml, found.line + 1)
        root, problems = yaml_block.root, list(yaml_block.problems)
        kind = _kind(heading, heading_id, root)
        if root is None and not problems:
            problems.append(_empty_block(found.line, found.end_line))
        if found.unclosed:
            problems.append(_never_closed(found))
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


def _never_closed(block: "_Block") -> Problem:
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
    unclosed: str = ""
    """The mark that opens a block which nothing closes."""

    def shifted(self, lines: int) -> "_Block":
        return replace(self, line=self.line + lines, end_line=self.end_line + lines)


def _find_block(body: str) -> _Block | None:
    """Find the first YAML block: a fence marked yaml, an unmarked one with fields, or dashes."""
    position = 0
    last_comment_end = body.rfind("-->")
    while start := _BLOCK_START.search(body, position):
        position = start.end()
        if start["comment"]:
            if position <= last_comment_end:
                position = body.index("-->", position) + 3
        elif start["dashes"]:
            if block := _DASHED_BLOCK.match(body, start.start()):
                return _closed_block(body, start, block["yaml"], block.end())
            if _OPEN_DASHES.match(body, start.start()):
                return _open_block(body, start, body[position + 1 :])
        else:
            closing = rf"^{_fence_pattern(start['fence'])}[ \t]*$"
            end = re.compile(closing, re.MULTILINE).search(body, position)
            content = body[position + 1 : end.start() if end else len(body)]
            info = start["info"].strip().lower()
            if info.startswith(("yaml", "yml")) or (not info and _KEY_LINE.match(content)):
                if end:
                    return _closed_block(body, start, content, end.end())
                return _open_block(body, start, content)
            position = end.end() if end else len(body)
    return None


def _closed_block(body: str, start: re.Match[str], content: str, end: int) -> _Block:
    line = body.count("\n", 0, start.start())
    rest = body[end:].partition("\n")[2]
    return _Block(content, rest, line, line + content.count("\n") + 1)


def _open_block(body: str, start: re.Match[str], content: str) -> _Block:
    """Take the lines up to the first empty one: the whole rest would make YAML of the prose."""
    line = body.count("\n", 0, start.start())
    fields = _EMPTY_LINE.split(content, maxsplit=1)[0].rstrip("\n")
    rest = content[len(fields) :].partition("\n")[2] if fields else content
    height = fields.count("\n") + 1 if fields else 0
    return _Block(fields, rest, line, line + height, start["dashes"] or start["fence"])
