"""The sentences of an entry's prose, with the lines on which they stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from registry.citations.hidden import visible
from registry.document import Entry, Lines
from registry.line_index import LineIndex

_SENTENCE = re.compile(r"(?:[^.!?\n]|[.!?](?!\s+[A-Z])|\n(?![^\S\n]*\n))+[.!?]?")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as its reader sees it: what Markdown hides is left out."""

    text: str
    _start: int
    _places: Sequence[int]
    _index: LineIndex
    _line: int

    @property
    def words(self) -> str:
        """The text on one line, however it is wrapped."""
        return " ".join(self.text.split())

    def line(self, offset: int = 0) -> Lines:
        """Return the line of the file on which a character of the text stands."""
        line = self._line + self._index.line(self._places[self._start + offset])
        return Lines(line, line)


def sentences_of(entry: Entry) -> Iterator[Sentence]:
    """Yield the sentences of an entry's prose."""
    text, places = visible(entry.prose.text)
    index = LineIndex(entry.prose.text)
    for match in _SENTENCE.finditer(text):
        yield Sentence(match[0], match.start(), places, index, entry.line + entry.prose.line)
