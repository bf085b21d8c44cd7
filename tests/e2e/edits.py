"""Real edits of the real registry, as (old text, new text)."""

from pathlib import Path

from registry.refresh import refresh
from tests.e2e.world import REGISTRY

_B1_STATUS = 'difficulty: 4\nstatus: {}\nestimated_unlock_value: "2-10x tokens/s per user'
_B1_ATTEMPTS = "review_cadence_days: 90\nfailed_attempts:\n  - date: 2025-08-09\n"
_B1_HISTORY = (
    "review_cadence_days: 90\nstatus_history:\n"
    '  - {date: 2026-04-22, from: open, to: partial, citation: "@gu2025cent"}\n'
    "failed_attempts:\n  - date: 2025-08-09\n"
)
_B1_BLOCKER = "  - High-bandwidth flash reads KB-sized pages"


def replaced(*pairs: tuple[str, str], text: str = REGISTRY) -> str:
    """Return `text` with each old text, which must stand once, replaced by its new one."""
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


TRANSITION = (_B1_STATUS.format("open"), _B1_STATUS.format("partial"))
TRANSITION_EVIDENCE = (_B1_ATTEMPTS, _B1_HISTORY)
VAGUE_BLOCKER = (_B1_BLOCKER, f"  - More research is needed.\n{_B1_BLOCKER}")
GOOD_BLOCKER = (
    _B1_BLOCKER,
    "  - FP4 QAT degrades long-tail tasks by ~3% on MMLU [arXiv:2405.04434]\n" + _B1_BLOCKER,
)
_B1_NAME = "name: Decode is bound by memory bandwidth\ntype: {}\n"
MISSPELT = (_B1_NAME.format("physics"), _B1_NAME.format("Physics"))

NEW_ENTRY = (Path(__file__).parent / "new_entry.md").read_text()


def with_new_entry() -> str:
    """Return the registry with a new entry in good order and what is generated refreshed."""
    return refresh(REGISTRY.rstrip("\n") + "\n" + NEW_ENTRY)
