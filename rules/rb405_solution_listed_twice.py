"""A known solution stands once in its entry.

Two items for one solution split its story: one is updated when it goes into production, the other
keeps saying that it is research.

To fix it, keep one item; if the two are different solutions, let their titles say how they differ.
"""

from collections.abc import Iterator

from registry.document import Entry
from registry.nodes import as_text
from rules.likeness import words_of
from rules.rule import Context, Example, Remark, Severity
from rules.wording import quote

severity = Severity.NOTICE
since = "0.1"

_TWO = """\
known_solutions:
  - {{title: Paged attention, citation: "@kwon2023", maturity: production}}
  - {{title: {}, citation: "@kwon2023", maturity: research}}
"""

good = [Example(_TWO.format("Paged attention for MLA"), says="The titles tell them apart.")]
bad = [Example(_TWO.format("Paged Attention"), says="The same title twice.")]


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    del context
    first_of: dict[frozenset[str], int] = {}
    for item in entry.mappings("known_solutions"):
        node = item.get("title")
        title = (as_text(node) if node else None) or ""
        words = frozenset(words_of(title))
        line = entry.at(item).start
        if words and first_of.setdefault(words, line) != line:
            yield Remark(
                f"{entry.label}: the solution {quote(title)} already stands on line"
                f" {first_of[words]}.",
                "Keep one of the two, or let the titles say how they differ.",
                entry.at(item),
                entry.id,
                evidence=title,
            )
