"""Prose stands under every entry, and nothing in it is still to be written.

The block says what to sort and filter by; only the prose says why anybody should care.

To fix it, write in 200 to 600 words what the bottleneck is, why it binds now, what would unlock it
and who works on it.
"""

from collections.abc import Iterator

from registry.document import Entry, Lines
from rules.placeholders import find_placeholder, is_placeholder
from rules.rule import Context, Example, Remark, Severity
from rules.sample import entry_section
from rules.wording import quote

severity = Severity.WARNING
since = "0.1"

good = [Example(says="The entry tells its story.")]
bad = [
    Example(prose="TODO: write this up.", says="Nothing is told yet."),
    Example(
        entry_section("B1", "Decode is bound by memory bandwidth", prose="<!-- soon -->"),
        says="A comment is not shown to anybody.",
    ),
]


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    if not context.retells(entry):
        return
    if entry.section.block is None or not is_placeholder(entry.prose):
        return  # without a block it is unclear where the prose begins
    found = find_placeholder(entry.prose)
    if found:
        line = entry.line + entry.prose.line + entry.prose.text.count("\n", 0, found.start())
        message = f"The prose of {entry.label} still holds {quote(found[0])}."
    else:
        line = entry.line + max(0, entry.section.block_end_line)
        message = f"{entry.label} has no prose."
    yield Remark(
        message,
        "Say in 200 to 600 words what the bottleneck is, why it binds now, what would unlock it "
        "and who works on it.",
        Lines(line, line),
        entry.id,
    )
