"""Whether an answer holds what was asked for: a setup to rebuild, a value, a reason.

Words get their roles from the grammar that judges blockers; the lists here are of general English,
so that attempts of any field are judged alike.
"""

import re
from collections.abc import Iterator
from typing import Final

from rules.specificity.normalise import normalise
from rules.specificity.words import Words, words_of

_FEWEST_DETAILS = 2
_FEWEST_REASONS = 2
# Names of whole kinds of things, which nobody could order or install.
_KINDS_WORDS: Final = """
    gpu gpus cpu cpus tpu tpus npu npus llm llms moe ai ml hpc api apis os vm vms cloud pc it ok
    internet i english
    """
_KINDS = frozenset(_KINDS_WORDS.split())
_NAMES = "IB"
_NUMBERS = "NK"
_SIZED = "A"
_ONE, _NOUNS = "1", "tIRgHA"
_SHARE, _FRACTION, _LABEL = "D", "f", "Y"
_UNITS = "U%X$"

_COUNTED_WORDS: Final = """
    run runs test tests trial trials attempt attempts experiment experiments try tries seed seeds
    day days week weeks month months people engineers machines
    """
_COUNTED = frozenset(_COUNTED_WORDS.split())
_CONDITION_WORDS: Final = """
    batch batches step steps layer layers rank ranks version epoch round phase context concurrency
    at with on in
    """
_CONDITION = frozenset(_CONDITION_WORDS.split())
_MOMENT = ("after", "for", "since", "during", "until")


def is_rebuildable(setup: str) -> bool:
    """Whether a setup names enough (products with their sizes and numbers) to be built again."""
    words = words_of(normalise(setup.replace("`", " ")))
    return sum(1 for _ in _details(words)) >= _FEWEST_DETAILS


def _details(words: Words) -> Iterator[str]:
    following = f"{words.roles}."[1:]
    for word, role, after in zip(words.lower, words.roles, following, strict=True):
        named = role in _NAMES and word not in _KINDS
        if named or role in _NUMBERS + _SIZED + _LABEL or (role == _ONE and after in _NOUNS):
            yield word


def is_measured(result: str) -> bool:
    """Whether a result gives a value, in digits or words, that belongs to the effect."""
    words = words_of(normalise(result.replace("`", " ")))
    return any(_is_value(words, at) for at in range(len(words.roles)))


def _is_value(words: Words, at: int) -> bool:
    word, role = words.lower[at], words.roles[at]
    before = words.lower[at - 1] if at else ""
    after = words.lower[at + 1] if at + 1 < len(words.lower) else ""
    if role == _SHARE:
        return word not in ("twice", "double") or after in ("as", "the")
    if role == _FRACTION:
        return before in ("a", "one", "two")
    if role == _LABEL:
        return re.fullmatch(r"\d+[.,]\d+", word) is not None and not after
    if word in ("none", "zero"):
        return word == "zero" or after == "of"
    if role not in _NUMBERS or after in _COUNTED or before in _MOMENT:
        return False
    unit = words.roles[at + 1] in _UNITS if after else False
    return unit or before not in _CONDITION


_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Words that say that it failed, or hold such a sentence together.
_RESTATING_WORDS: Final = """
    a about able above accuracy achieve achieved actually after again all almost also although an
    and any anything approach as at attempt bad badly baseline because been before being below
    benefit benefits best better big but by can cause caused change changed clear clearly compared
    could couldn decrease decreased degraded did didn difference disappointing do does doesn doing
    don down drop dropped due easily effect effective effectively either enough even every exactly
    exceed expect expectation expectations expected experiment experiments fail failed failing
    fails failure far fast faster fell few fine finally first for from fully gain gained gains gave
    general get give goal goals good got great had has have help helped helps here hoped how
    however hurt i idea if improve improved improvement improvements in increase increased instead
    into is isn it its itself just kind know large latency less like little long lot low lower made
    make makes many matter may maybe me measured method metric might more most much my negative
    never no not nothing now numbers obvious of off on once one only or other otherwise our out
    outcome over overall own perform performance performed perhaps point points poor poorly positive
    practice probably problem promising properly quality quite rather reach reached real really
    reason reasons reduced reference regressed regression result resulted results run runs sadly
    same saw score see seem seemed seems several should show showed significant significantly simply
    since slightly slow slowed slower slowest small so some somehow something somewhat speed still
    succeed succeeded success successful sure system target technique test tested tests than that
    the their them then there therefore these they thing things think this those though throughput
    thus time to too tried truly try turned under unclear unfortunately unknown unsuccessful up us
    use used useful useless usual value values very wanted was wasn way we well went were weren what
    when whether which while whole why will wish with without won work worked working works worse
    worst worth would wouldn wrong yet yield you
    """
_RESTATING = frozenset(_RESTATING_WORDS.split())


def gives_a_reason(why: str, *, tried: str) -> bool:
    """Whether `why` says more than that what was `tried` failed.

    An account of what happened inside names at least two things, and one that is no part of the
    attempt's own description.
    """
    named = set(_words(why)) - _RESTATING
    return len(named) >= _FEWEST_REASONS and not named <= set(_words(tried))


def _words(text: str) -> Iterator[str]:
    for word in _WORD.findall(text.casefold().replace("’", "'")):
        yield word.partition("'")[0]
