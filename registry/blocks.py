"""Where the YAML block of a section stands: in a fence, or between dashes."""

import re
from dataclasses import dataclass, replace

KEY = r"[A-Za-z_][\w-]*[ \t]*:"
ID = r"id[ \t]*:(?![ \t]*#)"  # a comment makes it a schema
# Dashes on top of an id begin an entry: they close none, even where its own dashes are missing.
_BEGINS_ENTRY = rf"---[ \t]*\n(?:{KEY}.*\n){{0,20}}?{ID}"
DASHED_BLOCK = re.compile(
    rf"---[ \t]*\n(?={KEY})(?P<yaml>(?:(?!##[ \t]|{_BEGINS_ENTRY}).*\n)+?)"
    rf"(?!{_BEGINS_ENTRY})---[ \t]*$",
    re.MULTILINE,
)
OPEN_DASHES = re.compile(
    rf"(?={_BEGINS_ENTRY})---[ \t]*\n(?P<yaml>(?:(?!##[ \t]|---[ \t]*$|[ \t]*$).+\n?)+)",
    re.MULTILINE,
)
_BLOCK_START = re.compile(
    r"^(?: {0,3}(?P<fence>`{3,}+|~{3,}+)(?P<info>[^\n`]*+)$|(?P<dashes>---)[ \t]*$"
    r"|(?P<comment> {0,3}<!--))",
    re.MULTILINE,
)
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")
KEY_LINE = re.compile(r"(?P<key>[A-Za-z_][\w-]*)[ \t]*:")


@dataclass(frozen=True, slots=True)
class Block:
    """A block's text and what follows it; its fences stand on `line` and `end_line`, from 0."""

    yaml: str
    rest: str
    line: int
    end_line: int
    unclosed: str = ""
    """The mark that opens a block which nothing closes."""

    def shifted(self, lines: int) -> "Block":
        return replace(self, line=self.line + lines, end_line=self.end_line + lines)


def find_block(body: str) -> Block | None:
    """Find the first YAML block: a fence marked yaml, an unmarked one with fields, or dashes."""
    position = 0
    last_comment_end = body.rfind("-->")
    while start := _BLOCK_START.search(body, position):
        position = start.end()
        if start["comment"]:
            if position <= last_comment_end:
                position = body.index("-->", position) + 3
        elif start["dashes"]:
            if block := DASHED_BLOCK.match(body, start.start()):
                return _closed_block(body, start, block["yaml"], block.end())
            if OPEN_DASHES.match(body, start.start()):
                return _open_block(body, start, body[position + 1 :])
        else:
            closing = rf"^{fence_pattern(start['fence'])}[ \t]*$"
            end = re.compile(closing, re.MULTILINE).search(body, position)
            content = body[position + 1 : end.start() if end else len(body)]
            info = start["info"].strip().lower()
            if info.startswith(("yaml", "yml")) or (not info and KEY_LINE.match(content)):
                if end:
                    return _closed_block(body, start, content, end.end())
                return _open_block(body, start, content)
            position = end.end() if end else len(body)
    return None


def _closed_block(body: str, start: re.Match[str], content: str, end: int) -> Block:
    line = body.count("\n", 0, start.start())
    rest = body[end:].partition("\n")[2]
    return Block(content, rest, line, line + content.count("\n") + 1)


def _open_block(body: str, start: re.Match[str], content: str) -> Block:
    """Take the lines up to the first empty one: the whole rest would make YAML of the prose."""
    line = body.count("\n", 0, start.start())
    fields = _EMPTY_LINE.split(content, maxsplit=1)[0].rstrip("\n")
    rest = content[len(fields) :].partition("\n")[2] if fields else content
    height = fields.count("\n") + 1 if fields else 0
    return Block(fields, rest, line, line + height, start["dashes"] or start["fence"])


def fence_pattern(marker: str) -> str:
    """Return a pattern for the start of a line that closes a block opened with `marker`."""
    return rf" {{0,3}}{marker[0]}{{{len(marker)},}}"
