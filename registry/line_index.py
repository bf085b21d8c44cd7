"""On which line a place in a text stands, for those who ask about many places of one text."""

import re
from bisect import bisect_left
from functools import cached_property


class LineIndex:
    """The line ends of a text, found once: each question then costs a binary search."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _ends(self) -> list[int]:
        return [match.start() for match in re.finditer("\n", self._text)]

    def line(self, offset: int) -> int:
        """Return the line, counted from 0, of the character at `offset`; only `\\n` ends a line."""
        return bisect_left(self._ends, offset)
