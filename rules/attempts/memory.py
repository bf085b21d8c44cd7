"""What was tried before against the same entry: in the registry and in other reports."""

import re
from collections import abc
from dataclasses import dataclass
from typing import Final

from registry.document import Document
from registry.nodes import Mapping, as_text
from rules.attempts.comparison import read_comparison
from rules.attempts.report import entry_of

MOST_SHOWN = 5
_ALIKE = 0.2
_SAME = 0.5
_STEM = 5
_WORD = re.compile(r"[^\W_]{3,}")
_SMALL_WORDS: Final = """
    all and are but for from has have into its not off one only our out per than that the their
    then there they this two use used using was were when where which with without
    """
_SMALL = frozenset(_SMALL_WORDS.split())


@dataclass(frozen=True, slots=True)
class Attempt:
    """An attempt as far as it is known. `report` is the number of its issue, None for one that the
    registry has."""

    entry: str
    tried: str
    setup: str = ""
    metric: str = ""
    baseline: str = ""
    result: str = ""
    date: str = ""
    report: int | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier attempt; `differs` names the parts of the setting in which the two are unlike."""

    attempt: Attempt
    differs: tuple[str, ...]


def attempt_of(fields: abc.Mapping[str, str], report: int | None = None) -> Attempt | None:
    """Return the attempt that a report tells of; None where entry or technique is missing."""
    entry, tried = entry_of(fields.get("entry", "")), fields.get("tried", "").strip()
    if entry is None or not tried:
        return None
    comparison = read_comparison(fields.get("metric_baseline", ""))
    return Attempt(
        entry=entry,
        tried=tried,
        setup=fields.get("setup", ""),
        metric=comparison.metric,
        baseline=comparison.baseline,
        result=fields.get("result", ""),
        date=fields.get("date", ""),
        report=report,
    )


def attempts_of(document: Document) -> list[Attempt]:
    """Return the failed attempts that a registry records."""
    return [
        recorded_attempt(entry.id, item)
        for entry in document.by_id.values()
        for item in entry.mappings("failed_attempts")
    ]


def recorded_attempt(entry: str, item: Mapping) -> Attempt:
    """Return what one item of an entry's `failed_attempts` tells."""

    def text(key: str) -> str:
        node = item.get(key)
        return (as_text(node) or "") if node else ""

    return Attempt(
        entry=entry,
        tried=text("tried"),
        setup=text("setup"),
        metric=text("metric"),
        baseline=text("baseline"),
        result=text("result"),
        date=text("date"),
    )


def earlier_attempts(attempt: Attempt, known: abc.Iterable[Attempt]) -> tuple[Earlier, ...]:
    """Return the attempts on the same entry by a like approach, the most alike first.

    Approaches are alike when the shorter description shares a fifth of its words with the other.
    """
    rated = (
        (_shared(attempt.tried, other.tried), other)
        for other in known
        if other.entry == attempt.entry and (other.report is None or other.report != attempt.report)
    )
    alike = sorted(
        ((share, one) for share, one in rated if share >= _ALIKE), key=lambda pair: -pair[0]
    )
    return tuple(Earlier(one, _differences(attempt, one)) for _, one in alike[:MOST_SHOWN])


def _differences(one: Attempt, other: Attempt) -> tuple[str, ...]:
    return tuple(
        part
        for part in ("setup", "metric")
        if getattr(other, part) and _shared(getattr(one, part), getattr(other, part)) < _SAME
    )


def _shared(one: str, other: str) -> float:
    """Return the share of the shorter text's word stems that the other has too."""
    ones, others = _stems(one), _stems(other)
    return len(ones & others) / max(1, min(len(ones), len(others)))


def _stems(text: str) -> frozenset[str]:
    words = (word.casefold() for word in _WORD.findall(text))
    return frozenset(word[:_STEM] for word in words if word not in _SMALL)
