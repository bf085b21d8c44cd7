"""The line under the title: `v0.2 · 18 bottlenecks · last updated 2026-04-22 · CC-BY-4.0`."""

import re
from dataclasses import dataclass

_HEADER = re.compile(
    r"^(?=.*·|.*last updated)(?=.*(?:\bv\d|\b\d{4}-\d{2}-\d{2}|\b\d+ \w))(?!#).*$",
    re.MULTILINE | re.IGNORECASE,
)
_VERSION = re.compile(r"\bv(\d+(?:\.\d+)*)\b")
_COUNT = re.compile(r"(?<![\w.,-])(\d{1,9})(?= [^\W\d]\w+)")
_DATE = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_OTHER_DATE = re.compile(r"(?<=last updated )[^·]*[^·\s]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """The header line; a part that it does not state is None."""

    text: str
    line: int
    version: str | None
    count: int | None
    updated: str | None


def find_header(preamble: str) -> Header | None:
    """Find the header line in what stands before the first section."""
    match = _HEADER.search(preamble)
    if not match:
        return None
    text = match[0]
    version, date, count = _VERSION.search(text), _DATE.search(text), _COUNT.search(text)
    return Header(
        text=text,
        line=1 + preamble.count("\n", 0, match.start()),
        version=version[1] if version else None,
        count=int(count[1]) if count else None,
        updated=date[0] if date else None,
    )


def corrected(
    text: str,
    *,
    version: str | None = None,
    count: int | None = None,
    updated: str | None = None,
) -> str:
    """Return a header line with the parts given put in place of those it states."""
    dated = _DATE if _DATE.search(text) else _OTHER_DATE
    for pattern, part in (
        (_VERSION, version and f"v{version}"),
        (_COUNT, None if count is None else str(count)),
        (dated, updated),
    ):
        if part and (match := pattern.search(text)):
            text = text[: match.start()] + part + text[match.end() :]
    return text
