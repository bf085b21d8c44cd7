"""Mend what plain text breaks in YAML: quote it, or pass over its line.

Contributors write prose into YAML, so the characters that YAML reserves (`@key`, a leading
backtick, `name: text: more`) are the commonest mistake. A line that YAML refuses becomes one
problem with the quoted line as its replacement, and reading goes on as if it had been quoted.
"""

import re

import yaml

from registry.nodes import Node
from registry.problem import Problem, ProblemKind
from registry.yaml_builder import Builder, RefusedError

MAX_MENDS_A_LINE = 8

# YAML's c-printable turned inside out, plus the byte order mark: `re` compiles the short list of
# what is left out in no time, and the list of what is allowed in milliseconds.
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
)
# In an item, `Bug: costs 3: 4` is a sentence and `title: costs 3: 4` a key with its value.
_ITEM_OR_KEY = re.compile(
    r"(?P<head>\s*(?:(?:- +)+(?:[a-z_][\w?.-]* *:(?:[ \t]+|$))?|[\w?.-]+ *:(?:[ \t]+|$))?)"
    r"(?P<value>.*)"
)
_FLOW_VALUE = re.compile(r"[^,\]}]*")
# In braces, what stands behind a comma and is no `key: value` goes on with the text before it.
_FLOW_TEXT = re.compile(r"[^,\[\]{}\"']*(?:,(?![^,\]}]*:[ \t])[^,\[\]{}\"']*)+")
_CLOSING = {"[": "]", "{": "}"}

_REFUSED_HELP = (
    "A registry block is plain YAML: text, numbers, lists and mappings. "
    "If the character belongs to the text, put the whole text in double quotes."
)
_MALFORMED_HELP = (
    "Check quotes, brackets and indentation; put texts with special characters in double quotes, "
    'for example `- "@key: what it shows"`.'
)


def quoted(text: str) -> str:
    """Return `text` as a double-quoted YAML scalar on one line."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + UNPRINTABLE.sub("�", escaped.replace("\n", " ").replace("\t", " ")) + '"'


class Page:
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
        return Builder("\n".join(self.lines), self.first_line).build()

    def mend(self, error: RefusedError | yaml.MarkedYAMLError) -> None:
        """Quote the text that YAML stumbled over; without a way to do so, pass over its line."""
        if isinstance(error, RefusedError):
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
            except (RefusedError, yaml.MarkedYAMLError):
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
    whole = _FLOW_TEXT.match(line, before.rfind(": ") + 2) if ": " in before else None
    if whole and before.rfind("{") < whole.start() < start < whole.end():
        start, match = whole.start(), whole
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
