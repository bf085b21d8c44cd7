"""A small registry in perfect order, on which every rule's examples are played out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from registry.document import read_document
from registry.graph import BEGIN, END, render_graph
from registry.snapshot import Paths, Snapshot, read_snapshot
from rules.rule import Example
from rules.sample_baselines import BASELINES, PUBLISHED, changed

TODAY = date(2026, 5, 1)
PATHS = Paths()

_HEADER = "v0.2 · {count} bottlenecks · last updated 2026-04-22 · CC-BY-4.0"

_SCHEMA = """\
## Schema (v0.2)

```yaml
id:                      # B<n>, stable, never recycled
name:                    # short canonical name
type:                    # physics | architecture | algorithm | stack | supply | measurement
priority:                # 1-5 (5 = gating frontier economics)
difficulty:              # 1-5 (5 = open research frontier)
status:                  # open | partial | resolved
estimated_unlock_value:  # short string: what the field gains if this one is resolved
depends_on:              # list of B<n> IDs whose resolution conditions or accelerates this one
known_solutions:         # list of {title, citation, maturity}
                         # maturity: research | partial | production | shipping | philosophical
blockers:                # list of strings (why it is not adopted: be specific)
contributors:            # list of {name, github_handle?, contribution}
                         # contribution: author | edit | review
last_reviewed:           # ISO date
review_cadence_days:     # int, default 90; entries past their cadence are flagged stale
status_history:          # optional list of {date, from, to, citation, note?}
failed_attempts:         # optional list of {date, tried, setup, metric, baseline, result, why}
```
"""

_PROSE = """\
Each decoded token reads every active weight once, so tokens per second follow the bandwidth of
memory and not the arithmetic of the chip. A batch reads the weights once for all of its streams,
and yet each stream brings a cache of its own, which nobody else can use. At long contexts the
caches outweigh the weights, and a larger batch stops paying for itself.

It binds now because arithmetic has grown faster than memory for two decades, and the newest chips
widen the gap once more. Buyers ask for fast streams as well as cheap ones, so that the batch which
would hide the gap is no longer there. Models have become sparse, which saves arithmetic on every
token and memory traffic only on small batches.

What would unlock it is more bandwidth at the capacity that large models need, or fewer bytes for
each token. Stacked memory gives the first and is scarce; latent attention and low precision give
the second and cost quality on rare tasks unless they are trained in. Reading the same weights for
several guessed tokens helps while there is arithmetic to spare, which a full batch leaves little
of. None of these removes the limit alone, and two of them compete for the same area on the chip.

The makers of memory work on the first, several open projects and the labs that train models on the
second. Independent measurements at the batch sizes of real services are the rarest contribution.
"""

_FIELDS = """\
type: physics
priority: 5
difficulty: 4
status: open
estimated_unlock_value: "2-4x decode tokens/s per chip"
depends_on: []
known_solutions:
  - title: Multi-head latent attention
    citation: arXiv:2405.04434
    maturity: production
blockers:
  - FP4 QAT degrades long-tail tasks by ~3% on MMLU [arXiv:2405.04434]
contributors:
  - {name: A. Person, github_handle: aperson, contribution: author}
last_reviewed: 2026-04-22
review_cadence_days: 90
"""

_REFERENCES = """\
@article{kwon2023,
  title = {Efficient Memory Management for Large Language Model Serving with PagedAttention},
  author = {Kwon, Woosuk and others},
  year = {2023},
  eprint = {2309.06180},
  archivePrefix = {arXiv},
}
"""


@dataclass(frozen=True, slots=True)
class Case:
    """The two sides of an example's change."""

    before: Snapshot
    after: Snapshot
    dead: frozenset[str] = frozenset()


def play(example: Example) -> Case:
    """Return the snapshots before and after an example's change."""
    before = _document(example.before, Example())
    after = _document(example.after, example)
    sides = [_files(before, Example()), _files(after, example)]
    if example.baselines or example.published:
        # Only rules on numbers have them, so that the examples of all others stay quick to play.
        for side, numbers in zip(sides, (Example(), example), strict=True):
            side[PATHS.baselines] = changed(BASELINES, numbers.baselines)
            side[PATHS.published] = changed(PUBLISHED, numbers.published)
    old, new = (_snapshot(side) for side in sides)
    return Case(old, new, frozenset(example.dead))


def _files(document: str, example: Example) -> dict[str, str]:
    return {PATHS.registry: document, PATHS.references: example.references or _REFERENCES}


def _snapshot(files: dict[str, str]) -> Snapshot:
    return read_snapshot({path: text.encode() for path, text in files.items()}, PATHS)


def _document(text: str, example: Example) -> str:
    if text.startswith("# "):
        return text
    if text.startswith("## "):
        sections = [text]
    else:
        sections = _two_entries(_with_fields(_FIELDS, text, example.without), example.prose)
    whole = _whole(sections, example.header)
    return whole if example.header else _drawn(whole, read_document(whole).expected_graph)


def _two_entries(fields: str = "", prose: str = "") -> list[str]:
    return [
        entry_section("B1", "Decode is bound by memory bandwidth", fields or _FIELDS, prose),
        entry_section("B2", "Cache capacity per session"),
    ]


def entry_section(entry_id: str, name: str, fields: str = _FIELDS, prose: str = "") -> str:
    """Return a section in perfect order."""
    head = "" if "\nid:" in f"\n{fields}" else f"id: {entry_id}\n"
    title = "" if "\nname:" in f"\n{fields}" else f"name: {name}\n"
    text = (prose or _PROSE).rstrip()
    return f"## {entry_id}: {name}\n\n```yaml\n{head}{title}{fields}```\n\n{text}\n"


def _whole(sections: list[str], header: str) -> str:
    body = "\n".join(sections)
    count = len(re.findall(r"^## ", body, re.MULTILINE))
    return "\n".join(
        [
            "# A registry",
            "",
            header or _HEADER.format(count=count),
            "",
            BEGIN,
            END,
            "",
            _SCHEMA,
            body,
        ]
    )


def _drawn(text: str, graph: str) -> str:
    return text.replace(f"{BEGIN}\n{END}", f"{BEGIN}\n{graph}{END}")


def _with_fields(fields: str, changed: str, without: tuple[str, ...]) -> str:
    """Replace or add the fields that `changed` holds; drop those named in `without`."""
    chunks = dict(_chunks(fields)) | dict(_chunks(changed))
    return "".join(chunk for name, chunk in chunks.items() if name not in without)


def _chunks(text: str) -> Iterator[tuple[str, str]]:
    """Yield each top-level field's name with its lines."""
    for match in re.finditer(r"^(?P<name>[\w-]+):.*\n?(?:[ \-#\t].*\n?)*", text, re.MULTILINE):
        yield match["name"], match[0].rstrip("\n") + "\n"


# Its graph is known, so that nothing has to be read when the rules are imported.
DOCUMENT = _drawn(_whole(_two_entries(), ""), render_graph({"B1": (), "B2": ()}))
"""The whole sample, for examples that change something outside the entries."""
