"""Read a small YAML block into nodes with lines; mend what plain text breaks; refuse the rest.

Contributors write prose into YAML, so the characters that YAML reserves (`@key`, a leading
backtick, `name: text: more`) are the commonest mistake. A line that YAML refuses becomes one
problem with the quoted line as its replacement, and reading goes on as if it had been quoted.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

import yaml

from registry.nodes import Mapping, Node, Pair, Scalar, Sequence
from registry.problem import Problem, ProblemKind

MAX_DEPTH = 16
MAX_MENDS = 40
MAX_MENDS_A_LINE = 8
MAX_REREAD = 2_000_000
"""Characters read again in order to mend a block: a long one has fewer of its lines mended."""

_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
# In an item, `Bug: costs 3: 4` is a sentence and `title: costs 3: 4` a key with its value.
_ITEM_OR_KEY = re.compile(
    r"(?P<head>\s*(?:(?:- +)+(?:[a-z_][\w?.-]* *:(?:[ \t]+|$))?|[\w?.-]+ *:(?:[ \t]+|$))?)"
    r"(?P<value>.*)"
)
_FLOW_VALUE = re.compile(r"[^,\]}]*")
_CLOSING = {"[": "]", "{": "}"}
_CUT = re.compile(r"[ \t]+(#.*)")

_REFUSED_HELP = (
    "A registry block is plain YAML: text, numbers, lists and mappings. "
    "If the character belongs to the text, put the whole text in double quotes."
)


_MALFORMED_HELP = (
    "Check quotes, brackets and indentation; put texts with special characters in double quotes, "
    'for example `- "@key: what it shows"`.'
)


@dataclass(frozen=True, slots=True)
class YamlBlock:
    """A block as read: its top mapping (None when there is none) and what had to be passed over."""

    root: Mapping | None
    problems: tuple[Problem, ...]


class _RefusedError(Exception):
    """The text is YAML, but of a kind that a registry does not take."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def read_yaml(text: str, first_line: int = 0) -> YamlBlock:
    """Read `text`, whose first line is line `first_line` of its section. Never raises."""
    problems: list[Problem] = []
    # libyaml passes over a byte order mark without counting it.
    text = _without_control_characters(text.removeprefix("\ufeff"), problems)
    page = _Page(text, first_line)
    for _ in range(min(MAX_MENDS, 1 + MAX_REREAD // max(1, len(text)))):
        try:
            root = page.build()
        except (_RefusedError, yaml.MarkedYAMLError) as error:
            page.mend(error)
        else:
            root = page.restored(root)
            problems += page.refused.values()
            return _checked(root, [problem.shifted(first_line) for problem in problems])
    too_many = Problem(
        ProblemKind.SECTION,
        0,
        "This YAML block has too many lines that YAML refuses, so it was not read.",
        "Put each text that contains `: `, ` #`, `@`, quotes or brackets in double quotes.",
        end_line=len(page.lines) - 1,
    )
    return YamlBlock(None, (too_many.shifted(first_line),))


def quoted(text: str) -> str:
    """Return `text` as a double-quoted YAML scalar on one line."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _UNPRINTABLE.sub("�", escaped.replace("\n", " ").replace("\t", " ")) + '"'


def _checked(root: Node | None, problems: list[Problem]) -> YamlBlock:
    if root is None or (isinstance(root, Scalar) and root.is_null):
        return YamlBlock(None, tuple(problems))
    if isinstance(root, Mapping):
        return YamlBlock(_without_repeated_keys(root, problems), tuple(problems))
    if not problems:  # else what was refused is why nothing is left to be a mapping
        problems.append(
            Problem(
                ProblemKind.SECTION,
                root.line,
                "This YAML block is not a list of `key: value` lines.",
                "Start each line with a field's name and a colon, for example `status: open`.",
                end_line=root.end_line,
            )
        )
    return YamlBlock(None, tuple(problems))


def _without_control_characters(text: str, problems: list[Problem]) -> str:
    match = _UNPRINTABLE.search(text)
    if not match:
        return text
    problems.append(
        Problem(
            ProblemKind.YAML,
            text.count("\n", 0, match.start()),
            f"An invisible control character (U+{ord(match[0]):04X}) stands in this line.",
            "Delete the character; retyping the line is the surest way.",
        )
    )
    return _UNPRINTABLE.sub("�", text)


def _without_repeated_keys(mapping: Mapping, problems: list[Problem]) -> Mapping:
    """Keep the first of each repeated key, at any depth, and report the others."""
    pairs: dict[str, Pair] = {}
    for pair in mapping.pairs:
        key = pair.key.text
        if key in pairs:
            problems.append(
                Problem(
                    ProblemKind.YAML,
                    pair.line,
                    f"The key `{key}` stands twice in the same mapping; only the first is read.",
                    "Keep one of the two.",
                    end_line=pair.end_line,
                )
            )
            continue
        pairs[key] = replace(pair, value=_nested(pair.value, problems))
    return replace(mapping, pairs=tuple(pairs.values()))


def _nested(node: Node, problems: list[Problem]) -> Node:
    if isinstance(node, Mapping):
        return _without_repeated_keys(node, problems)
    if isinstance(node, Sequence):
        return replace(node, items=tuple(_nested(item, problems) for item in node.items))
    return node


# --- events to nodes ---------------------------------------------------------------------------


class _Builder:
    """Builds nodes from libyaml's events, which unlike its composer show anchors and aliases."""

    def __init__(self, text: str, first_line: int) -> None:
        self.text = text
        self.first_line = first_line
        self.line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=yaml.CSafeLoader)

    def build(self) -> Node | None:
        root: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    raise _RefusedError(
                        self._line(_start(event)), "A second YAML document starts here."
                    )
                root = self._node(next(self.events), 0)
        return root

    def _line(self, index: int) -> int:
        return bisect_right(self.line_starts, index) - 1

    def _node(self, event: yaml.Event, depth: int) -> Node:
        start = _start(event)
        _refuse_references(event, self._line(start))
        if depth > MAX_DEPTH:
            raise _RefusedError(self._line(start), "This value is nested too deeply.")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, depth)
        assert isinstance(event, yaml.MappingStartEvent)
        return self._mapping(event, depth)

    def _span(self, start: int, end: int) -> tuple[int, int, str]:
        source = self.text[start:end].rstrip()
        line = self.first_line + self._line(start)
        return line, line + source.count("\n"), source

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        start, end = _start(event), _end(event)
        line, end_line, source = self._span(start, end)
        plain = event.style in (None, "")
        cut = ""
        if plain and source and (match := _CUT.match(self.text, end)):
            cut = match[1].split("\n", 1)[0]
        return Scalar(event.value, plain, line, end_line, source, cut)

    def _sequence(self, event: yaml.SequenceStartEvent, depth: int) -> Sequence:
        items = []
        while not isinstance(inner := next(self.events), yaml.SequenceEndEvent):
            items.append(self._node(inner, depth + 1))
        span = self._collection_span(event, inner, items)
        return Sequence(tuple(items), bool(event.flow_style), *span)

    def _mapping(self, event: yaml.MappingStartEvent, depth: int) -> Mapping:
        pairs = []
        while not isinstance(inner := next(self.events), yaml.MappingEndEvent):
            key = self._node(inner, depth + 1)
            if not isinstance(key, Scalar):
                raise _RefusedError(key.line - self.first_line, "A key has to be one word.")
            pairs.append(Pair(key, self._node(next(self.events), depth + 1)))
        span = self._collection_span(event, inner, pairs)
        return Mapping(tuple(pairs), bool(event.flow_style), *span)

    def _collection_span(
        self, start: yaml.CollectionStartEvent, end: yaml.Event, children: list[Node] | list[Pair]
    ) -> tuple[int, int, str]:
        """Block collections end where their last child does: libyaml's mark runs past it."""
        line, end_line, source = self._span(_start(start), _end(end))
        if start.flow_style:
            return line, end_line, source
        end_line = max([line, *(child.end_line for child in children)])
        return line, end_line, "\n".join(source.split("\n")[: end_line - line + 1])


def _start(event: yaml.Event) -> int:
    assert event.start_mark is not None
    return event.start_mark.index


def _end(event: yaml.Event) -> int:
    assert event.end_mark is not None
    return event.end_mark.index


def _refuse_references(event: yaml.Event, line: int) -> None:
    """Refuse what makes YAML more than data: anchors, aliases and tags."""
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if isinstance(event, yaml.AliasEvent):
        raise _RefusedError(line, f"`*{anchor}` is a YAML alias, which is not taken here.")
    if anchor:
        raise _RefusedError(line, f"`&{anchor}` is a YAML anchor, which is not taken here.")
    if tag:
        raise _RefusedError(line, f"`{tag}` is a YAML tag, which is not taken here.")


# --- mending -----------------------------------------------------------------------------------


class _Page:
    """The lines of a block, of which some are mended or passed over; `written` stays as it was.

    `refused` holds one problem a line: what is said last says it best.
    """

    def __init__(self, text: str, first_line: int) -> None:
        self.first_line = first_line
        self.written = tuple(text.split("\n"))
        self.lines = list(self.written)
        self.refused: dict[int, Problem] = {}
        self._tried: dict[int, set[str]] = {}

    def build(self) -> Node | None:
        return _Builder("\n".join(self.lines), self.first_line).build()

    def mend(self, error: _RefusedError | yaml.MarkedYAMLError) -> None:
        """Quote the text that YAML stumbled over; without a way to do so, pass over its line."""
        if isinstance(error, _RefusedError):
            self._pass_over(error.line, str(error), _REFUSED_HELP)
            return
        line, column = _culprit(self.lines, error)
        written = self.written[line]
        tried = self._tried.setdefault(line, {written})
        ways = (
            _quoted_in_brackets(self.lines[line], column),
            _with_bracket_closed(written),
            _quoted_line(written),
        )
        mended = next((way for way in ways if way and way not in tried), None)
        if mended is None or len(tried) > MAX_MENDS_A_LINE:
            message = f"YAML cannot read this line: {error.problem or 'it is malformed'}."
            self._pass_over(line, message, _MALFORMED_HELP)
            return
        tried.add(mended)
        self.lines[line] = mended
        self.refused[line] = Problem(
            ProblemKind.YAML,
            line,
            "YAML cannot read this line as it is written.",
            "Text with `@`, `: `, quotes or brackets in it goes in double quotes, like this:",
            replacement=mended,
        )

    def _pass_over(self, line: int, message: str, help_: str) -> None:
        """Blank the line so that everything around it is still read."""
        self.lines[line] = "#" if not self.lines[line].startswith("#") else ""
        self.refused[line] = Problem(ProblemKind.YAML, line, message, help_)

    def restored(self, root: Node | None) -> Node | None:
        """Take back what was blamed on a line before the one at fault was mended."""
        for line in list(self.refused) if len(self.refused) > 1 else ():
            mended, self.lines[line] = self.lines[line], self.written[line]
            try:
                root = self.build()
            except (_RefusedError, yaml.MarkedYAMLError):
                self.lines[line] = mended
            else:
                del self.refused[line]
        return root


def _culprit(lines: list[str], error: yaml.MarkedYAMLError) -> tuple[int, int]:
    """Return line and column to mend: where an unclosed quote or bracket began, else the mark."""
    context, problem = error.context_mark, error.problem_mark
    unclosed = "quoted scalar" in (error.context or "") or "',' or" in (error.problem or "")
    mark = context if unclosed and context and problem and context.line != problem.line else problem
    if mark is None:
        return 0, 0
    line, column = _position(lines, mark.index)
    # An error noticed on an empty line or behind the end belongs to the last line with text.
    while line > 0 and not lines[line].strip():
        line, column = line - 1, 0
    return line, column


def _position(lines: list[str], index: int) -> tuple[int, int]:
    """Return line and column of a character: libyaml's own lines also end at U+0085 and U+2028."""
    for number, line in enumerate(lines):
        if index <= len(line):
            return number, index
        index -= len(line) + 1
    return len(lines) - 1, 0


def _with_bracket_closed(line: str) -> str | None:
    match = _ITEM_OR_KEY.match(line)
    value = match["value"].strip() if match else ""
    closing = _CLOSING.get(value[:1])
    return line.rstrip() + closing if closing and closing not in value else None


def _quoted_line(line: str) -> str | None:
    match = _ITEM_OR_KEY.match(line)
    if not match or not match["head"].strip() or not match["value"].strip():
        return None
    return match["head"].replace("\t", "  ") + quoted(_unquoted(match["value"].strip()))


def _quoted_in_brackets(line: str, column: int) -> str | None:
    """Quote the one value that holds `column`, where the line's value begins with a bracket."""
    before = line[:column]
    opened = before.count("{") + before.count("[") > before.count("}") + before.count("]")
    match = _ITEM_OR_KEY.match(line)
    if not opened or not match or match["value"].strip()[:1] not in _CLOSING:
        return None
    start = max(before.rfind(mark) for mark in (": ", ", ", "[", "{"))
    start += 2 if before[start] in ":," else 1
    match = _FLOW_VALUE.match(line, start)
    assert match
    value = match[0].strip()
    if not value or value[0] in "\"'{[":
        return None
    gap = match[0][len(match[0].rstrip()) :]
    return line[:start] + quoted(value) + gap + line[match.end() :]


def _unquoted(value: str) -> str:
    """Return what a text in broken quotes was meant to say."""
    mark = value[0]
    if mark not in "\"'":
        return value
    if len(value) > 1 and value.endswith(mark):
        return value[1:-1].replace(mark * 2 if mark == "'" else "\\" + mark, mark)
    return value[1:] if mark not in value[1:] else value
