"""The baseline file: the facts and ranges that the projection is computed from."""

from registry.baselines.model import EMPTY, Baselines, Fault, Issue, Quantity, Record, Text, Unlock
from registry.baselines.reader import read_baselines

__all__ = [
    "EMPTY",
    "Baselines",
    "Fault",
    "Issue",
    "Quantity",
    "Record",
    "Text",
    "Unlock",
    "read_baselines",
]
