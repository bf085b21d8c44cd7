"""A report as blocks, and the two ways to write it: aligned text, and Markdown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.inert import plain, visible


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header; the first column is text, the others are figures."""

    header: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]


Block = Heading | Paragraph | Table


def as_text(blocks: Iterable[Block]) -> str:
    """Return the blocks for a terminal or a pipe."""
    return "\n".join("\n".join(_text(block)) + "\n" for block in blocks)


def as_markdown(blocks: Iterable[Block]) -> str:
    """Return the blocks as GitHub's Markdown; every text in them is inert."""
    return "\n".join("\n".join(_markdown(block)) + "\n" for block in blocks)


def _text(block: Block) -> list[str]:
    if isinstance(block, Heading):
        return [visible(block.text), "-" * len(block.text)]
    if isinstance(block, Paragraph):
        return [visible(block.text)]
    rows = [tuple(visible(cell) for cell in row) for row in (block.header, *block.rows)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(block.header))]
    return [
        "  ".join(
            cell.ljust(width) if index == 0 else cell.rjust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def _markdown(block: Block) -> list[str]:
    if isinstance(block, Heading):
        return [f"### {plain(block.text)}"]
    if isinstance(block, Paragraph):
        return [plain(block.text)]
    ruler = ("---", *("--:" for _ in block.header[1:]))
    cells = [[plain(cell) for cell in row] for row in (block.header, *block.rows)]
    return [f"| {' | '.join(row)} |" for row in (cells[0], ruler, *cells[1:])]
