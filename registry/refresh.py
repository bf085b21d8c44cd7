"""Rewrite what is generated in a registry file, and nothing else: the graph and the header's count.

A document in which nothing is stale comes back byte for byte, and so does every line that was not
generated, with its line ending.
"""

from registry.document import read_document
from registry.header import corrected


def refresh(text: str) -> str:
    """Return `text` with the dependency graph drawn anew and the entries counted. Never raises."""
    document = read_document(text)
    lines = text.split("\n")
    # From the end backwards, so that line numbers stay true.
    if document.graph:
        begin, end = document.graph.line, document.graph.end_line - 1
        ending = "\r" if lines[begin - 1].endswith("\r") else ""
        drawn = document.expected_graph.split("\n")[:-1]
        lines[begin:end] = [line + ending for line in drawn]
    if document.header and document.header.count is not None and document.entries:
        at = document.header.line - 1
        lines[at] = corrected(lines[at], count=len(document.entries))
    return "\n".join(lines)
