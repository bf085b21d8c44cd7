"""The generated dependency graph shows the entries as they are.

The drawing between the markers is made from ids and `depends_on`. When it lags behind, a reader
sees an arrow that the entries below contradict.

To fix it, run `registry-bot lint --fix`, which draws it anew and touches nothing else.
"""

from collections.abc import Iterator

from registry.document import Document, Entry, Lines
from registry.graph import BEGIN, END
from registry.identifier import canonical_id
from registry.nodes import Sequence
from registry.refresh import refresh
from registry.snapshot import Snapshot
from rules.rule import Context, Example, Remark, Severity, Suggestion
from rules.sample import DOCUMENT

severity = Severity.WARNING
since = "0.1"

_EDITED = DOCUMENT.replace("depends_on: []", "depends_on: [B2]", 1)

good = [Example(refresh(_EDITED), says="The graph is drawn anew with the edit.")]
bad = [Example(_EDITED, says="The arrow from `B1` to `B2` is not drawn.")]


def check(snapshot: Snapshot, _: Context) -> Iterator[Remark]:
    document, graph = snapshot.document, snapshot.document.graph
    if graph is None or not document.entries or graph.body == document.expected_graph:
        return
    if document.problems:
        return  # what cannot be read may be just what the graph shows
    drawn = Suggestion(graph.line, graph.end_line, f"{BEGIN}\n{document.expected_graph}{END}")
    settled = all(_is_settled(entry, document) for entry in document.entries)
    yield Remark(
        "The dependency graph does not show the entries as they are now.",
        "Run `registry-bot lint --fix`, or put the suggested lines in place."
        if settled
        else "Run `registry-bot lint --fix` once all ids and `depends_on` are right.",
        Lines(graph.line, graph.end_line),
        suggestion=drawn if settled else None,
    )


def _is_settled(entry: Entry, document: Document) -> bool:
    """Whether an entry's part of the graph stays as it is once all mistakes are put right."""
    needed = entry.field("depends_on")
    if not isinstance(needed, Sequence | None) or entry.section.heading_id not in (None, entry.id):
        return False
    ids = [canonical_id(item.text) for item in entry.items("depends_on")]
    return all(i in document.by_id and i != entry.id for i in ids)
