"""How findings quote what a contributor wrote, and guess what was meant."""

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def quote(text: str, limit: int = 80) -> str:
    """Return a contributor's text as a short code span: one line, no backticks, nothing invisible.

    Text over `limit` characters is cut and ends in "…"; a text that shows nothing is "(nothing)".
    """
    visible = (" " if char.isspace() else _shown(char) for char in text[: 4 * limit])
    line = " ".join("".join(visible).split())
    if len(line) > limit or len(text) > 4 * limit:
        line = line[: limit - 1].rstrip() + "…"
    return f"`{line}`" if line else "(nothing)"


def _shown(char: str) -> str:
    if char == "`":
        return "'"
    return "" if unicodedata.category(char) in _INVISIBLE else char


def listing(words: Iterable[str]) -> str:
    """Return the words as code spans, separated by commas."""
    return ", ".join(quote(word) for word in words)


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that a typo or another case made into `word`, or None."""
    return _closest(word[:80], tuple(known))


@lru_cache(maxsize=4096)
def _closest(word: str, known: tuple[str, ...]) -> str | None:
    spelled = {_folded(other): other for other in known}
    found = get_close_matches(_folded(word), spelled, n=1, cutoff=0.75)
    return spelled[found[0]] if found else None


def _folded(word: str) -> str:
    return word.strip().casefold().replace("-", "_").replace(" ", "_")
