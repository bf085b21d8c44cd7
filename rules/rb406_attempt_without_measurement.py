"""The result of a failed attempt is a measured value.

"Too slow" sends the next person to try the same again; "3 tokens/s against 40" lets them judge
whether their own idea would differ enough.

To fix it, give the value of the metric, in the unit of the baseline.
"""

import re
from collections.abc import Iterator

from registry.document import Entry
from registry.nodes import as_text, is_empty
from rules.rule import Context, Example, Remark, Severity
from rules.wording import quote

severity = Severity.NOTICE
since = "0.1"

_ATTEMPT = """\
failed_attempts:
  - date: 2026-04-01
    tried: Keeping the cache on flash
    setup: One H100 with 2 TB of NVMe
    metric: tokens/s
    baseline: the cache in HBM at 40 tokens/s
    result: {}
    why: Reads of 4 KB pages wait 80 µs each
"""
# A digit or a number in words; "one" is as often a pronoun, and so is no measurement.
_MEASURED = re.compile(
    r"\d|\b(?:zero|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million"
    r"|half|third|quarter|twice|double|doubled|halved|tripled|none|never|nothing)\b",
    re.IGNORECASE,
)

good = [
    Example(_ATTEMPT.format("3 tokens/s"), says="A value in the baseline's unit."),
    Example(_ATTEMPT.format("half the baseline"), says="A value in words."),
]
bad = [Example(_ATTEMPT.format("much too slow"), says="It does not say how slow.")]


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    del context
    for attempt in entry.mappings("failed_attempts"):
        node = attempt.get("result")
        result = None if is_empty(node) or node is None else as_text(node)
        if result and not _MEASURED.search(result):
            yield Remark(
                f"{entry.label}: the result {quote(result)} of a failed attempt has no measured"
                " value.",
                "Give the value of the metric, in the unit of the baseline.",
                entry.at(node),
                entry.id,
                evidence=result,
            )
