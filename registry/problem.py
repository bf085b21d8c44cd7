"""What could not be read, as data with its place."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self


class ProblemKind(StrEnum):
    """How much of the file a problem hides; each kind is reported by one rule."""

    FILE = "file"  # nothing of the file can be used
    SECTION = "section"  # one entry's heading or block is not where it should be
    YAML = "yaml"  # one line or value is refused, the rest is read


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that could not be read.

    `line` and `end_line` count from 0 at the start of the text that was handed in; `replacement`
    is text for exactly those lines, without the final line end, or None.
    """

    kind: ProblemKind
    line: int
    message: str
    help: str
    end_line: int = -1
    replacement: str | None = None

    def __post_init__(self) -> None:
        if self.end_line < self.line:
            object.__setattr__(self, "end_line", self.line)

    def shifted(self, lines: int) -> Self:
        """Return the same problem, `lines` further down."""
        return replace(self, line=self.line + lines, end_line=self.end_line + lines)
