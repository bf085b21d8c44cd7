"""The readings that the headlines are computed under."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """What a headline is read under."""

    speed: float = 25.0
    """Tokens per second of every stream."""
    baseline: str = "wide"
    """How H100s are deployed: `wide` or `node`."""
    family: str = "hbm4"


HEADLINE_SPEED = 25.0
"""Tokens per second and stream: the interactive limit of MLPerf's Llama 2 70B is 40 ms a token.
It is also near the speed where most published ranges agree, so it is chosen in their favour."""

SPEEDS = (10.0, 25.0, 50.0, 100.0)
HEADLINE_CELLS = (Cell(baseline="wide"), Cell(baseline="node"))
