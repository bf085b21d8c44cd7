"""Rewrite what is generated in a registry file, and nothing else: the graph and the header.

A document in which nothing is stale comes back byte for byte, and so does every line that was not
generated, with its line ending.
"""

from datetime import date

from registry.dates import read_day
from registry.document import Document, read_document
from registry.header import corrected


def refresh(text: str, today: date | None = None) -> str:
    """Return `text` with the dependency graph drawn anew and the entries counted. Never raises.

    With `today` known, the header's date is brought forward to the newest one of an entry, too.
    """
    document = read_document(text)
    lines = text.split("\n")
    # From the end backwards, so that line numbers stay true.
    if document.graph:
        begin, end = document.graph.line, document.graph.end_line - 1
        ending = "\r" if lines[begin - 1].endswith("\r") else ""
        drawn = document.expected_graph.split("\n")[:-1]
        lines[begin:end] = [line + ending for line in drawn]
    if document.header and document.entries:
        at = document.header.line - 1
        updated = _updated(document, today)
        lines[at] = corrected(lines[at], count=len(document.entries), updated=updated)
    return "\n".join(lines)


def _updated(document: Document, today: date | None) -> str | None:
    """Return the newest date of an entry where the header's is older; none of the future."""
    stated = read_day(document.header.updated or "") if document.header else None
    newest = document.newest_date
    stale = today and stated and newest and stated < newest <= today
    return str(newest) if stale else None
