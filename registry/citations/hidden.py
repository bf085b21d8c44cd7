"""Where Markdown shows text as code, or not at all: nothing there is a citation.

A tokenizer of our own, for two reasons: mistune's tokens do not say where in the text they stand,
and a review reads thousands of short scalars, most without any of this. It follows CommonMark 0.31
for code spans (6.1), fences (4.5), indented code (4.4) and for the containers that end them, block
quotes and list items (5). Its time grows with the length of the text alone.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

Span = tuple[int, int]

_SUSPECT = re.compile(r"`|~~~|<!--|^(?: {4}| {0,3}\t)|[>*+-] {0,3}\t|[.)*+>-] {5}", re.MULTILINE)
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_QUOTE = re.compile(r" {0,3}>[ \t]?")
_BULLET = re.compile(r"(?:[-+*]|[0-9]{1,9}[.)])(?=[ \t\r\n]|\Z)")
_FENCE = re.compile(r"(?P<mark>`{3,}(?=[^`\r\n]*[\r\n]*\Z)|~{3,})")
_OWN_LINE = re.compile(r"#{1,6}[ \t\r\n]|(?:[-_*][ \t]*){3,}[\r\n]*\Z|\|")
# What binds as tightly as a code span, and so can hold backticks of its own.
_INLINE = re.compile(
    r"(?P<run>`+)|(?P<comment><!--)|\\.|<(?:https?|mailto):[^\s<>]*>", re.DOTALL | re.IGNORECASE
)
_COMMENT_END = "-->"  # which may share its hyphens with the beginning: <!--> is a whole comment
_TAB_STOP = 4
# Soft hyphens, zero-width characters, marks of direction and byte order.
_INVISIBLE = re.compile("[\xad\u200b-\u200f\u2060\ufeff]")


def visible(text: str) -> tuple[str, Sequence[int]]:
    """Return the text to read, and for each of its characters the place in the whole text.

    What Markdown hides becomes NUL, which no citation holds; invisible characters, which editors
    and word processors leave inside identifiers, are left out.
    """
    pieces: list[str] = []
    at = 0
    for start, end in sorted(hidden_spans(text)):
        pieces += [text[at:start], "\0" * (end - start)]
        at = end
    shown = "".join([*pieces, text[at:]])
    if not _INVISIBLE.search(shown):
        return shown, range(len(shown))
    places = [place for place, char in enumerate(shown) if not _INVISIBLE.match(char)]
    return _INVISIBLE.sub("", shown), places


def hidden_spans(text: str) -> list[Span]:
    """Return the stretches of code and comments, in no particular order."""
    if not _SUSPECT.search(text):
        return []
    return _Blocks(text).read()


@dataclass
class _Verbatim:
    """An open fence, or a comment that began its line; `end` is the mark that closes it."""

    end: str
    quotes: int
    offset: int


@dataclass
class _Blocks:
    """One pass over the lines, with the containers that are open at the current one."""

    text: str
    spans: list[Span] = field(default_factory=list)
    items: list[int] = field(default_factory=list)  # columns at which open list items' text starts
    quotes: int = 0
    verbatim: _Verbatim | None = None
    paragraph: Span | None = None

    def read(self) -> list[Span]:
        for match in _LINE.finditer(self.text):
            self._line(match.start(), match.end())
        self._end_paragraph()
        return self.spans

    def _line(self, start: int, end: int) -> None:
        if self.verbatim and self._continues(self.verbatim, start, end):
            return
        self.verbatim = None
        at, quotes = self._after_quotes(start, end)
        width, at = _indent(self.text, at, end)
        self._enter_quotes(quotes, at, end)
        if self.text[at:end].strip():
            self._text_line(at, end, width)
        else:
            self._end_paragraph()

    def _after_quotes(self, at: int, end: int, most: int = -1) -> Span:
        """Return the place behind a line's quote marks, and their number, `most` at the most."""
        quotes = 0
        while quotes != most and (quote := _QUOTE.match(self.text, at, end)):
            at, quotes = quote.end(), quotes + 1
        return at, quotes

    def _continues(self, block: _Verbatim, start: int, end: int) -> bool:
        """Hide a line that is still the block's, which ends with its container at the latest."""
        at, quotes = self._after_quotes(start, end, block.quotes)
        width, at = _indent(self.text, at, end)
        line = self.text[at:end].strip()
        if quotes < block.quotes or (line and width < block.offset):
            return False
        if block.end == _COMMENT_END:
            self._comment_line(at, at, end)
            return True
        self.spans.append((at, end))
        closes = len(line) >= len(block.end) and not line.strip(block.end[0])
        if closes and width - block.offset < _TAB_STOP:
            self.verbatim = None
        return True

    def _comment_line(self, start: int, at: int, end: int) -> None:
        """Hide a line of a comment from `start`, up to its end if that stands behind `at`."""
        closing = self.text.find(_COMMENT_END, at, end)
        if closing < 0:
            self.spans.append((start, end))
            return
        self.verbatim = None
        self.spans.append((start, closing + 3))
        self._inline_line(closing + 3, end)
        self._end_paragraph()

    def _enter_quotes(self, quotes: int, at: int, end: int) -> None:
        lazy = self.paragraph and quotes < self.quotes and not self._starts_block(at, end)
        if quotes != self.quotes and not lazy:
            self._end_paragraph()
            self.quotes, self.items = quotes, []

    def _starts_block(self, at: int, end: int) -> bool:
        patterns = (_BULLET, _FENCE, _OWN_LINE)
        return any(pattern.match(self.text, at, end) for pattern in patterns)

    def _text_line(self, at: int, end: int, width: int) -> None:
        if self.paragraph is None:
            self._leave_items(width)
        at, width = self._enter_items(at, end, width)
        if width - self._offset >= _TAB_STOP:
            if self.paragraph is None:
                self.spans.append((at, end))
            else:
                self._inline_line(at, end)
        elif fence := _FENCE.match(self.text, at, end):
            self._enter_verbatim(fence["mark"], width)
            self.spans.append((at, end))
        elif self.text.startswith("<!--", at):
            self._enter_verbatim(_COMMENT_END, width)
            self._comment_line(at, at + 2, end)
        else:
            self._inline_line(at, end)

    def _enter_verbatim(self, closed_by: str, width: int) -> None:
        self._end_paragraph()
        self._leave_items(width)
        self.verbatim = _Verbatim(closed_by, self.quotes, self._offset)

    def _enter_items(self, at: int, end: int, width: int) -> Span:
        """Open the list items that start here; return where their text is, and its column."""
        while width - self._offset < _TAB_STOP and (bullet := _BULLET.match(self.text, at, end)):
            self._end_paragraph()
            self._leave_items(width)
            marker = width + len(bullet[0])
            width, at = _indent(self.text, bullet.end(), end, marker)
            # Five columns or more: the item's text starts after one, and is indented code.
            self.items.append(width if width - marker <= _TAB_STOP else marker + 1)
        return at, width

    @property
    def _offset(self) -> int:
        return self.items[-1] if self.items else 0

    def _leave_items(self, width: int) -> None:
        while self.items and width < self.items[-1]:
            self.items.pop()

    def _inline_line(self, at: int, end: int) -> None:
        own_line = _OWN_LINE.match(self.text, at, end)
        if own_line:
            self._end_paragraph()
        self.paragraph = (self.paragraph[0] if self.paragraph else at, end)
        if own_line:
            self._end_paragraph()

    def _end_paragraph(self) -> None:
        if self.paragraph:
            self.spans.extend(_code_spans(self.text, *self.paragraph))
        self.paragraph = None


def _indent(text: str, at: int, end: int, column: int = 0) -> Span:
    """Return the column and the place of the first character that is no blank."""
    while at < end and text[at] in " \t":
        column += _TAB_STOP - column % _TAB_STOP if text[at] == "\t" else 1
        at += 1
    return column, at


def _code_spans(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the code spans of a paragraph: a run of backticks up to the next of its length."""
    runs: defaultdict[int, list[int]] = defaultdict(list)
    for run in re.finditer(r"`+", text[start:end]):
        runs[len(run[0])].append(start + run.start())
    at, last_closing = start, text.rfind(_COMMENT_END, start, end)
    while token := _INLINE.search(text, at, end):
        at = token.end()
        if token["run"]:
            same = runs[len(token["run"])]
            closing = bisect_right(same, token.start())
            if closing < len(same):
                at = same[closing] + len(token["run"])
                yield token.start(), at
        elif token["comment"] and at - 2 <= last_closing:
            at = text.find(_COMMENT_END, at - 2, end) + 3
            yield token.start(), at
