"""What was measured and against what: one answer that names both, taken apart."""

import re
from dataclasses import dataclass
from typing import Final

from rules.attempts.report import is_filler

_NONE = re.compile(
    r"\b(?:no|without(?: an?y?)?|lacks? an?|missing)\s+"
    r"(?:baselines?|comparison|reference)\b[^;.\n]*",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:the\s+|our\s+|its\s+)?baselines?\b(?:\s+(?:is|was|are|were|being))?\s*[:=–—-]?\s*",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:as\s+)?(?:against|versus|vs\b\.?|compared\s+(?:with|to|against)|relative\s+to|"
    r"in\s+comparison\s+(?:with|to)|instead\s+of|than|(?:reference|control|before|previously|"
    r"originally)(?:\s+(?:is|was))?\s*[:=])\s*",
    re.IGNORECASE,
)
# "…, stock clocks: 2,210": a last clause that gives a value is what the metric is held against.
_VALUED = re.compile(r"(?:[;,.(]\s|\()(?P<baseline>(?P<what>[^;:(]*?\w):\s*[~≈<>]?\s*\d[^;]*)$")
_APPENDED = re.compile(r";\s+(?P<baseline>(?P<what>[^;]*[^\W\d]\S*,?)\s+[~≈<>]?\d[\d.,]*[^;]*)$")
# What a number belongs to that describes the measurement and is not its outcome.
_SETTING = re.compile(
    r"\b(?:batch|size|length|context|concurrency|prompts?|tokens|samples|seeds?|shots?|runs|tasks|"
    r"temperature|requests|users|window|n)$",
    re.IGNORECASE,
)
_UNIT = re.compile(r"\d[\d.,]*\s*(?P<unit>[^\W\d_]\w*(?:\s?/\s?\w+)+|%|[µumn]?s\b|[^\W\d_]\S*/\S+)")
_WORD = re.compile(r"[^\W_]+(?:[-/@.][^\W_]+)*")
# Words that name no metric: evaluations, themes, and what stands between them.
_GENERAL_WORDS: Final = """
    a all also an and any anything are as at be benchmark benchmarks best better between both but
    by compared did different do does efficiency everything expectation expectations expected
    experience fast faster feel feeling for from gain gains general good great has have how
    impact impression improved improvement improvements in is it its kind many measure measured
    measurement measurements measures metric metrics model models more most much new normal not
    numbers of old on or our outcome outcomes over overall overhead perf performance performances
    performed practice quality really result results run runs several should slow slower some
    speed standard success system systems than that the their them these they thing things this
    to total usability usual usually user users value values various very was we well were what
    whether which while whole will with work worked works would worse
    """
_GENERAL = frozenset(_GENERAL_WORDS.split())


@dataclass(frozen=True, slots=True)
class Comparison:
    """A metric and its baseline in words; either is "" where the answer names none."""

    metric: str
    baseline: str


def read_comparison(text: str) -> Comparison:
    """Take an answer apart. The word "baseline" is not needed, a comparison is."""
    line = " ".join(text.split())
    metric, baseline = _split(line)
    if is_filler(baseline) or baseline.casefold().startswith(("to be ", "not measured")):
        baseline = ""
    if not _names_a_metric(metric):
        unit = _UNIT.search(baseline) if not metric else None
        metric = unit["unit"] if unit else ""
    return Comparison(metric, baseline)


def _split(line: str) -> tuple[str, str]:
    if _NONE.search(line):
        return _trimmed(_NONE.sub("", line)), ""
    for marker in (_NAMED, _AGAINST):
        if match := marker.search(line):
            return _trimmed(line[: match.start()]), _trimmed(line[match.end() :])
    for clause in (_VALUED, _APPENDED):
        match = clause.search(line)
        if match and not _SETTING.search(match["what"].rstrip(" ,")):
            return _trimmed(line[: match.start()]), _trimmed(match["baseline"])
    return _trimmed(line), ""


def _trimmed(text: str) -> str:
    text = text.strip(" ;,.:=–—-")
    # A bracket whose other half went with the rest of the sentence.
    if text.count("(") != text.count(")"):
        text = text.rstrip("(").removesuffix(")") if text.count(")") else text.rstrip("( ;,")
    return text.strip(" ;,.:=–—-")


def _names_a_metric(text: str) -> bool:
    words = (word.casefold() for word in _WORD.findall(text))
    return not is_filler(text) and any(
        word not in _GENERAL and not word.endswith("ness") and not word.isdigit() for word in words
    )
