"""The questions of a report, and the parts of its answers that more than one place reads."""

import re
from typing import Final

from registry.identifier import canonical_id
from registry.issue_form import FormField, IssueForm

FIELDS = {
    "entry": "Entry",
    "tried": "What was tried",
    "setup": "Setup",
    "metric_baseline": "Metric and baseline",
    "result": "Result",
    "why": "Why it failed",
    "evidence": "Evidence",
    "date": "Date",
}
"""The form's questions: id → label."""

FORM = IssueForm(tuple(FormField(name, label) for name, label in FIELDS.items()))
"""The form as it is where a repository has none of its own."""

_ENTRY = re.compile(r"[\s*_`\[(]*(?P<id>[A-Za-z]{1,20}[0-9]{1,18})(?![\w-]*\w)")
_CORE = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
_FILLER_WORDS: Final = """
    na n/a none nil null unknown tbd tba tbc todo fixme xxx x idk later pending
    """
_FILLER = frozenset(_FILLER_WORDS.split()) | {
    "not applicable",
    "not available",
    "not yet",
    "no response",
    "to be done",
    "to be determined",
    "to be added",
    "to follow",
    "coming soon",
    "will follow",
}


def is_filler(text: str) -> bool:
    """Whether an answer holds nothing: no word at all, or one that only fills the space."""
    core = _CORE.search(text)
    return core is None or " ".join(core[0].casefold().split()) in _FILLER


def entry_of(text: str) -> str | None:
    """Return the canonical id that an answer begins with, or None."""
    match = _ENTRY.match(text)
    return canonical_id(match["id"]) if match else None
