"""A key stays in the bibliography as long as the registry cites it.

Every `@key` that loses its entry loses its evidence at once, also in entries that the change does
not touch.

To fix it, put the entry back into the bibliography, or change the citations in the same pull
request.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from registry.document import Document, Entry, Lines
from registry.line_index import LineIndex
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
    for key, places in _places(snapshot.document, lost_keys(context)).items():
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


def _places(document: Document, keys: Sequence[str]) -> dict[str, list[tuple[Entry | None, int]]]:
    """Return where the file cites each of the keys, in order: the entry and the line."""
    found: dict[str, list[tuple[Entry | None, int]]] = {key: [] for key in keys}
    if not keys:
        return found
    # The longest first, so that a key which begins with another is not taken for it.
    either = "|".join(map(re.escape, sorted(keys, key=len, reverse=True)))
    cited = re.compile(rf"(?<![\w@/])@({either})(?![\w@])(?![:.#$%&+?~/-]\w)")
    lines = LineIndex(document.text)
    starts = [entry.line for entry in document.entries]
    for match in cited.finditer(document.text):
        line = 1 + lines.line(match.start())
        above = bisect_right(starts, line)
        found[match[1]].append((document.entries[above - 1] if above else None, line))
    return found
