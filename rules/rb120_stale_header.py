"""The header line states the registry's version, count and date as they are.

It is the first thing a reader sees and what others quote. A count that is off by one, or a date
older than the newest review, makes the whole file look abandoned.

To fix it, correct the line; `registry-bot lint --fix` corrects count and date.
"""

import re
from collections.abc import Iterator
from datetime import date

from registry.dates import read_day
from registry.document import Document, Lines
from registry.header import Header, corrected
from registry.snapshot import Snapshot
from rules.rule import Context, Example, Remark, Severity, Suggestion
from rules.wording import quote

severity = Severity.WARNING
since = "0.1"

good = [
    Example(
        header="v0.2 · 2 bottlenecks · last updated 2026-04-30 · CC-BY-4.0",
        says="The date may be later than the newest review.",
    )
]
bad = [
    Example(
        header="v0.2 · 3 bottlenecks · last updated 2026-04-22 · CC-BY-4.0",
        says="The file has two entries.",
    ),
    Example(
        header="v0.2 · 2 bottlenecks · last updated 2026-04-01 · CC-BY-4.0",
        says="An entry was reviewed after that.",
    ),
]


def check(snapshot: Snapshot, context: Context) -> Iterator[Remark]:
    document = snapshot.document
    if not document.entries:
        return  # readable-file says so
    if document.header is None:
        yield _missing(document, context)
        return
    stale = list(_stale_parts(document, document.header, context))
    if stale:
        line = document.header.line
        corrected_line = _as_it_should_be(document.header, document, _newest(document, context))
        changed = corrected_line != document.header.text
        yield Remark(
            f"The header line is out of date: {'; '.join(stale)}.",
            "Correct the line, for example as suggested." if changed else "Correct the line.",
            Lines(line, line),
            suggestion=Suggestion(line, line, corrected_line) if changed else None,
        )


def _stale_parts(document: Document, header: Header, context: Context) -> Iterator[str]:
    count, newest = len(document.entries), _newest(document, context)
    if header.count not in (None, count):
        yield f"it counts {header.count} entries, the file has {count}"
    version = document.schema.version if document.schema else None
    if header.version and version and header.version != version:
        yield f"it says v{header.version}, the schema's heading v{version}"
    day = read_day(header.updated or "")
    if header.updated and day is None:
        yield f"its date {quote(header.updated)} does not exist"
    elif header.updated is None and "last updated" in header.text.casefold():
        yield "its date is not written year-month-day"
    elif day and newest and day < newest:
        yield f"its date {day} is older than an entry's, {newest}"


def _newest(document: Document, context: Context) -> date | None:
    """Return the newest date of the entries; one in the future is future-date's mistake."""
    newest = document.newest_date
    return None if newest and context.today and newest > context.today else newest


def _as_it_should_be(header: Header, document: Document, newest: date | None) -> str:
    day = read_day(header.updated or "")
    stale = newest is not None and (day is None or day < newest)
    return corrected(
        header.text,
        version=document.schema.version if document.schema else None,
        count=len(document.entries),
        updated=str(newest) if stale else None,
    )


def _missing(document: Document, context: Context) -> Remark:
    was = context.before.document.header
    version = document.schema.version if document.schema else None
    newest = _newest(document, context)
    if was:
        line = _as_it_should_be(was, document, newest)
    else:
        parts = [
            f"v{version}" if version else "",
            f"{len(document.entries)} entries",
            f"last updated {newest}" if newest else "",
        ]
        line = " · ".join(filter(None, parts))
    title = re.search(r"^# .*$", document.text, re.MULTILINE)
    at = 1 + document.text.count("\n", 0, title.start()) if title else 1
    return Remark(
        "The header line with version, count and date is missing.",
        f"Put it under the title, for example {quote(line, 120)}.",
        Lines(at, at),
        suggestion=Suggestion(at, at, f"{title[0]}\n\n{line}") if title else None,
    )
