"""Prose that is not there yet, and says so."""

import re

from registry.prose import Prose

_PLACEHOLDER = re.compile(
    r"(?<![\w`'\"])(?:(?:TODO|FIXME|TBD|XXX|TKTK)(?![\w`'\"])|(?i:lorem ipsum)|"
    r"(?i:\[?(?:your|insert|add|write) (?:text|prose|description)(?: goes)? here\b))"
)


def find_placeholder(prose: Prose) -> re.Match[str] | None:
    """Find the first word that stands for text still to be written."""
    return _PLACEHOLDER.search(prose.text)


def is_placeholder(prose: Prose) -> bool:
    """Whether nothing was written, or what stands there is no text of its own."""
    return not prose.text.strip() or prose.words == 0 or find_placeholder(prose) is not None
