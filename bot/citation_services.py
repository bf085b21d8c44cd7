"""Where citations are looked up, as `CITATION_RESOLVERS` says, and what may come of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

VARIABLE = "CITATION_RESOLVERS"


@dataclass(frozen=True, slots=True)
class Services:
    """Base addresses without a slash at the end; a `url` of None means each link itself."""

    crossref: str = "https://api.crossref.org"
    arxiv: str = "https://export.arxiv.org/api"
    doi: str = "https://doi.org"
    url: str | None = None


class Verdict(StrEnum):
    """What looking up found; a work that nobody could tell about is unknown, not dead."""

    ALIVE = "alive"
    DEAD = "dead"
    UNKNOWN = "unknown"


def read_services(text: str | None) -> Services | None:
    """Read the variable; None means that nothing is looked up.

    Raises ValueError with one sentence for what is no JSON object of base addresses.
    """
    if not text or not text.strip():
        return Services()
    if text.strip().lower() == "off":
        return None
    try:
        given = json.loads(text)
    except ValueError:
        given = None
    if not isinstance(given, Mapping):
        raise ValueError("neither `off` nor a JSON object of base addresses")  # noqa: TRY004 - text
    for name, base in given.items():
        if name not in Services.__slots__:
            raise ValueError(f"{name!r} is none of {', '.join(Services.__slots__)}")
        if not isinstance(base, str) or not _is_web_address(base):
            raise ValueError(f"{name} must begin with https:// or http://")
    return Services(**{name: base.rstrip("/") for name, base in given.items()})


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)
