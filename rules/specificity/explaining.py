"""Why a sentence was judged as it was: what was recognised, what is missing, what weighed."""

from collections.abc import Iterator
from typing import Final

from rules.specificity.concerns import concern_of
from rules.specificity.judgement import THRESHOLD, Evidence, Judgement, Reason
from rules.specificity.lexicon import EFFORT
from rules.specificity.parts import Part, parts
from rules.specificity.pins import Pin
from rules.specificity.reading import Reading
from rules.specificity.weighing import leanings, probability

# Evidence that is weaker than this is not worth showing.
_SHOWN: Final = 0.3

_UNNAMED: Final = "a named subject: which technique, product, part, standard or party"
_POINTED: Final = "what the pronoun stands for"
_UNSAID: Final = {
    "question": "an answer in place of the question",
    "reminder": "the claim itself, in place of the reminder",
    "placeholder": "values in place of the placeholders",
    "asserted": "what the subject does or prevents: a verb",
}
_APPEAL: Final = (
    "a fact in place of the call for work: what fails, is missing or costs too much today"
)
_UNPINNED: Final = {
    "factor": "the baseline that the factor is compared with",
    "duration": "the step that takes this long",
    "guess": "one measured value in place of the guesses",
    "price": "what exactly has this price",
    "missing-thing": "which thing exactly is missing: its name, type or version",
    "failure": "the condition under which it fails",
    "behaviour": "what exactly is affected, by name",
    "condition": "what happens under this condition, and how much",
}
_SIZE: Final = "a size with its unit or benchmark, a missing thing by name, or a condition to try"


def found(judgement: Judgement) -> tuple[Evidence, ...]:
    """What was recognised, statement by statement, in the order of the text."""
    return tuple(_evidence(judgement))


def _evidence(judgement: Judgement) -> Iterator[Evidence]:
    text = judgement.text
    for reading in judgement.readings:
        spans = reading.statement.words.spans
        for item in sorted(_shown(reading), key=lambda item: (item.first, item.last)):
            start, end = spans[item.first][0], spans[item.last - 1][1]
            yield Evidence(item.kind, text[start:end], start, end)


def _shown(reading: Reading) -> Iterator[Pin | Part]:
    told = [pin for pin in reading.pins if pin.strength >= _SHOWN]
    for pin in told:
        if pin.kind != "plain-fact" or len(told) == 1:  # it is the whole statement once more
            yield pin
    yield from parts(reading.statement)


def missing(judgement: Judgement) -> tuple[str, ...]:
    """What would make a sentence specific; nothing where it is."""
    if judgement.specific:
        return ()
    best = judgement.most_telling
    if best is None:
        return _UNNAMED, _SIZE
    return tuple(_missing(best)) or (_unpinned(best),)


def _missing(best: Reading) -> Iterator[str]:
    mood = best.statement.mood
    if mood == "asserted" and best.pinned < THRESHOLD and EFFORT in best.statement.said:
        yield _APPEAL
        return
    if best.named < THRESHOLD:
        yield _POINTED if best.statement.pointed else _UNNAMED
    if best.said < THRESHOLD:
        yield _UNSAID[mood]
    if mood == "asserted" and best.pinned < THRESHOLD:
        yield _unpinned(best)


def _unpinned(best: Reading) -> str:
    if best.nearest in _UNPINNED:
        return _UNPINNED[best.nearest]
    concern = concern_of(best.statement)
    return concern.needs if concern else _SIZE


def reasons(judgement: Judgement, most: int) -> tuple[Reason, ...]:
    """What spoke for or against the verdict's statement, the heaviest first.

    The weights of all patterns on the same words are added up.
    """
    if not judgement.statements:
        return ()
    statement = max(judgement.statements, key=probability)
    weights: dict[tuple[int, int], float] = {}
    for leaning in leanings(statement):
        words = leaning.first, leaning.last
        weights[words] = weights.get(words, 0.0) + leaning.weight
    heaviest = sorted(weights, key=lambda words: -abs(weights[words]))[:most]
    spans = statement.words.spans
    return tuple(
        Reason(judgement.text[spans[first][0] : spans[last - 1][1]], round(weights[first, last], 2))
        for first, last in heaviest
    )
