"""Entry ids: letters, then digits. Leading zeros do not matter: `B05` is `B5`."""

import re

_ID = re.compile(r"([A-Za-z]{1,20})0*([0-9]{1,18})")
_HEADING = re.compile(
    r"(?P<id>[A-Za-z]+\d+)(?:\s*(?::|\.(?=\s)|[—–]|-(?=\s))\s*(?P<name>.*)|\s*)$", re.DOTALL
)


def canonical_id(text: str) -> str | None:
    """Return the id that `text` spells, without leading zeros, or None."""
    match = _ID.fullmatch(text.strip())
    return f"{match[1]}{match[2]}" if match else None


def split_id(entry_id: str) -> tuple[str, int]:
    """Return prefix and number of a canonical id."""
    match = _ID.fullmatch(entry_id)
    assert match, entry_id
    return match[1], int(match[2])


def split_heading(text: str) -> tuple[str | None, str]:
    """Split `B1: Name`, `B1 — Name` or `B1. Name`; without an id the whole text is the name."""
    match = _HEADING.match(text.strip())
    if not match:
        return None, text.strip()
    return canonical_id(match["id"]), (match["name"] or "").strip()
