"""The heading and the block of an entry give it the same name.

Links and tables of contents are made from headings, lists from the block; two names look like two
entries.

To fix it, copy the name that is meant to the other place.
"""

import re
from collections.abc import Iterator

from registry.document import Entry
from rules.rule import Context, Example, Remark, Severity, Suggestion
from rules.wording import quote

severity = Severity.WARNING
since = "0.1"

_MARKUP = re.compile(r"[*`_\\]|\s+")

good = [Example(says="`name` is what the heading says.")]
bad = [Example("name: Bandwidth of memory", says="The heading has another name.")]


def check(entry: Entry, _: Context) -> Iterator[Remark]:
    in_heading, in_block = entry.section.heading_name, entry.text("name")
    if not in_heading or not in_block or _bare(in_heading) == _bare(in_block):
        return
    yield Remark(
        f"{entry.label}: the heading says {quote(in_heading)}, `name` says {quote(in_block)}.",
        "Write the same name in both places.",
        entry.at(None),
        entry.id,
        suggestion=_heading(entry, in_heading, in_block),
    )


def _bare(name: str) -> str:
    return " ".join(_MARKUP.sub(" ", name).casefold().split())


def _heading(entry: Entry, old: str, new: str) -> Suggestion | None:
    heading = entry.section.text.split("\n", 1)[0]
    start = heading.rfind(old)
    if start < 0 or "\n" in new:
        return None
    return Suggestion(entry.line, entry.line, heading[:start] + new)
