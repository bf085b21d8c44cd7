"""Reports of failed attempts: are they complete, what do they ask for, what was tried before?"""

from rules.attempts.judge import Finding, Verdict, judge_report
from rules.attempts.memory import (
    Attempt,
    Earlier,
    attempt_of,
    attempts_of,
    earlier_attempts,
    recorded_attempt,
)
from rules.attempts.record import item_of
from rules.attempts.report import FIELDS, FORM, entry_of

__all__ = [
    "FIELDS",
    "FORM",
    "Attempt",
    "Earlier",
    "Finding",
    "Verdict",
    "attempt_of",
    "attempts_of",
    "earlier_attempts",
    "entry_of",
    "item_of",
    "judge_report",
    "recorded_attempt",
]
