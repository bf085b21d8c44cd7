"""A key stays in the bibliography as long as the registry cites it.

Every `@key` that loses its entry loses its evidence at once, also in entries that the change does
not touch.

To fix it, put the entry back into the bibliography, or change the citations in the same pull
request.
"""

import re
from collections.abc import Iterator

from registry.document import Document, Entry, Lines
from registry.snapshot import Snapshot
from rules.evidence import lost_keys
from rules.rule import Context, Example, Remark, Severity
from rules.wording import quote

severity = Severity.ERROR
since = "0.1"

_CITING = "blockers:\n  - No ROCm build of FlashAttention-3 exists [@kwon2023]"
_OTHER = "@misc{other2024, title = {Another work}, year = {2024}}\n"

good = [Example(references=_OTHER, says="The key goes and nothing cites it.")]
bad = [Example(_CITING, references=_OTHER, says="The blocker still cites `@kwon2023`.")]


def check(snapshot: Snapshot, context: Context) -> Iterator[Remark]:
    for key in lost_keys(context):
        places = _places(snapshot.document, key)
        if places:
            entry, line = places[0]
            where = list(dict.fromkeys(found.label if found else "?" for found, _ in places))
            more = f" and {len(where) - 5} more" if len(where) > 5 else ""
            yield Remark(
                f"The bibliography loses {quote('@' + key)}, which {', '.join(where[:5])}{more}"
                f" still {'cites' if len(where) == 1 else 'cite'}.",
                f"Put the entry back into `{snapshot.paths.references}`, or change the citations.",
                Lines(line, line),
                entry.id if entry else None,
            )


def _places(document: Document, key: str) -> list[tuple[Entry | None, int]]:
    """Return where the file cites a key, in order: the entry and the line."""
    cited = re.compile(rf"(?<![\w@/])@{re.escape(key)}(?![\w@])(?![:.#$%&+?~/-]\w)")
    found = []
    for match in cited.finditer(document.text):
        line = 1 + document.text.count("\n", 0, match.start())
        entries = [entry for entry in document.entries if entry.line <= line]
        found.append((entries[-1] if entries else None, line))
    return found
