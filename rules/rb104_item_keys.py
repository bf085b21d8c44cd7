"""Every item of a list of mappings holds the keys that the schema asks for, with fitting values.

A solution without its citation or maturity is a rumour; an attempt without its baseline cannot be
compared with the next one. Keys with a `?` in the schema may be left out.

To fix it, add the missing key, or write a value that the schema's comment for it allows.
"""

from collections.abc import Iterator

from registry.document import Entry
from registry.nodes import Mapping, Node, Sequence, as_text, is_empty
from registry.schema import FieldSpec
from rules.fields import misspelt
from rules.patch import replaced
from rules.rule import Context, Example, Remark, Severity
from rules.transition import unproven_steps
from rules.values import flaws
from rules.wording import listing, quote

severity = Severity.ERROR
since = "0.1"

good = [
    Example(
        "contributors:\n  - {name: A. Person, contribution: edit}",
        says="`github_handle?` may be left out.",
    )
]
bad = [
    Example(
        "known_solutions:\n  - title: Multi-head latent attention\n    maturity: production",
        says="A solution needs its citation.",
    ),
    Example(
        "contributors:\n  - {name: A. Person, contribution: Author}",
        says="The vocabulary holds for nested keys too.",
    ),
    Example("known_solutions:\n  - Multi-head latent attention", says="An item is a mapping."),
]


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    # What is this change's evidence of a transition, RB201 judges.
    pending = {id(step.item) for step in unproven_steps(entry, context) or ()}
    for spec in context.schema.fields:
        field = entry.field(spec.name)
        if spec.keys and isinstance(field, Sequence):
            for item in field.items:
                if id(item) not in pending:
                    yield from _judge(entry, item, spec, context)


# The evidence of a remark leaves out how its item is called: an item that is reworded keeps its old
# mistakes, and makes no new ones.


def _judge(entry: Entry, item: Node, spec: FieldSpec, context: Context) -> Iterator[Remark]:
    if not isinstance(item, Mapping):
        keys = ", ".join(f"{key.name}: …" for key in spec.keys if key.required)
        what = "empty" if is_empty(item) else f"no mapping: {quote(item.source)}"
        yield Remark(
            f"{entry.label}: an item of `{spec.name}` is {what}.",
            f"Write it as `- {{{keys}}}`, in braces or one key a line.",
            entry.at(item),
            entry.id,
        )
    else:
        if spec.name not in entry.section.unread_fields:
            yield from _missing(entry, item, spec, context)
        yield from _flawed(entry, item, spec, context)


def _missing(entry: Entry, item: Mapping, spec: FieldSpec, context: Context) -> Iterator[Remark]:
    missing = [key.name for key in spec.keys if key.required and is_empty(item.get(key.name))]
    meant = {name: pair for name, pair in misspelt(item, spec.keys).items() if name in missing}
    for name, pair in meant.items():
        lines = entry.at(pair.key)
        yield Remark(
            f"{entry.label}: {_called(item, spec)} lacks `{name}`; there is "
            f"{quote(pair.key.text)}, which the schema does not know.",
            f"If it is meant, spell it `{name}:`.",
            lines,
            entry.id,
            suggestion=replaced(context.document, lines, f"{pair.key.source}:", f"{name}:"),
            evidence=f"{spec.name}: {pair.key.text} for {name}",
        )
    if left := [name for name in missing if name not in meant]:
        yield Remark(
            f"{entry.label}: {_called(item, spec)} lacks {listing(left)}.",
            "Add " + ", ".join(_expected(key) for key in spec.keys if key.name in left) + ".",
            entry.at(item),
            entry.id,
            evidence=f"{spec.name}: no {', '.join(left)}",
        )


def _flawed(entry: Entry, item: Mapping, spec: FieldSpec, context: Context) -> Iterator[Remark]:
    for key in spec.keys:
        value = item.get(key.name)
        for flaw in flaws(value, key, context.schema.id_prefix) if value else ():
            yield Remark(
                f"{entry.label}: in {_called(item, spec)}, `{key.name}` {flaw.found}.",
                f"The schema asks for {flaw.expected}.",
                entry.at(flaw.node),
                entry.id,
                suggestion=flaw.mend(context.document, entry),
                evidence=f"{spec.name}: {key.name} {flaw.found}",
            )


def _called(item: Mapping, spec: FieldSpec) -> str:
    """Return how to speak of an item: its first text and the list it stands in."""
    texts = (as_text(node) for key in spec.keys if (node := item.get(key.name)))
    name = next((text for text in texts if text and text.strip()), "")
    return f"the item {quote(name, 60)} of `{spec.name}`" if name else f"an item of `{spec.name}`"


def _expected(key: FieldSpec) -> str:
    if key.name == "citation":
        return "`citation:` with an arXiv id, a DOI, an https link or a `@key` of the bibliography"
    return f"`{key.name}:` with {key.expected}"
