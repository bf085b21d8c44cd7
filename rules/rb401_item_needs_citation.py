"""The `citation` of a solution, a failed attempt or a history item is one that can be followed.

Readers and programs look the work up by it, so it has to be an arXiv id, a DOI, an https link, an
MLPerf result id or a key of the bibliography; a placeholder or a bare name leads nowhere.

To fix it, write the citation in one of these forms; the message says what stands in the way.
"""

from collections.abc import Iterator

from registry.document import Entry
from registry.nodes import Mapping, Node, as_text, is_empty
from registry.schema import FieldSpec, Kind
from rules.evidence import instead_of, lost_keys, near_miss, reason_of, works_in
from rules.patch import with_keys
from rules.rule import Context, Example, Remark, Severity
from rules.transition import unproven_steps
from rules.wording import quote

severity = Severity.ERROR
since = "0.1"

_SOLUTION = "known_solutions:\n  - {{title: Paged attention, citation: {}, maturity: production}}"

good = [
    Example(_SOLUTION.format('"@kwon2023"'), says="A key of the bibliography."),
    Example(_SOLUTION.format("MLPerf 5.1-0069"), says="The id of an audited result."),
]
bad = [
    Example(_SOLUTION.format("Kwon et al."), says="A name is not enough to find the work."),
    Example(_SOLUTION.format("arXiv:2345.04434"), says="Month 45 does not exist."),
    Example(_SOLUTION.format("kwon2023"), says="A key is written with its `@`."),
]

_CALLED = {
    "known_solutions": "solution",
    "failed_attempts": "failed attempt",
    "status_history": "history item",
}
_KEY = "citation"
_FORMS = "Write `arXiv:…`, `doi:…`, an https link, `MLPerf …` or `@key` of the bibliography."


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    pending = {id(step.item) for step in unproven_steps(entry, context) or ()}
    lost = {f"@{key}" for key in lost_keys(context)}
    for spec in context.schema.fields:
        if not _has_citations(spec):
            continue
        for item in entry.mappings(spec.name):
            # Empty is missing, a removed key is the bibliography's matter, and the item of an
            # incomplete transition is that rule's: each mistake is reported once.
            value = item.get(_KEY)
            if value is None or is_empty(value) or id(item) in pending:
                continue
            written = _written(value)
            if not works_in(value, context.side.bibliography) and written.strip("[]") not in lost:
                yield _remark(entry, context, spec, item, written)


def _has_citations(spec: FieldSpec) -> bool:
    return spec.kind is Kind.MAPPINGS and any(key.name == _KEY for key in spec.keys)


def _written(value: Node) -> str:
    return " ".join((as_text(value) or value.source).split())


def _remark(entry: Entry, context: Context, spec: FieldSpec, item: Mapping, written: str) -> Remark:
    miss = near_miss(written, context.side.bibliography)
    why = f": {reason_of(miss)}" if miss else ""
    suggestion = None
    if miss and miss.replacement:
        suggestion = with_keys(context.document, entry, item, {_KEY: miss.replacement})
    called = f"{_CALLED.get(spec.name, f'item of `{spec.name}`')}{_name(spec, item)}"
    return Remark(
        f"{entry.label}: {quote(written)} is no citation for the {called}{why}.",
        instead_of(miss) if miss else _FORMS,
        entry.at(item.get(_KEY)),
        entry.id,
        suggestion=suggestion,
        # The item's words may change without this being another mistake.
        evidence=f"{spec.name}: {written}",
    )


def _name(spec: FieldSpec, item: Mapping) -> str:
    """Return the words that tell an item from its neighbours: its title, say."""
    first = next((key.name for key in spec.keys if key.name not in ("date", _KEY)), "")
    node = item.get(first)
    text = as_text(node) if node else None
    return f" {quote(text)}" if text and spec.name != "status_history" else ""
