"""Is a sentence specific? The judgement with its reasons."""

from collections.abc import Iterator
from typing import Final

from rules.specificity.judgement import (
    CLEARLY_VAGUE_BELOW,
    THRESHOLD,
    Evidence,
    Judgement,
    Reason,
)
from rules.specificity.lexicon import EFFORT
from rules.specificity.parts import Part, parts
from rules.specificity.pins import Pin
from rules.specificity.reading import Reading, Text, read
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
_APPEAL: Final = "what the work would have to find or deliver, as a claim about today"
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


def judge(text: str) -> Judgement:
    """The judgement of a text's most specific statement, with the evidence of all."""
    whole = read(text)
    best = whole.best
    if best is None:
        return Judgement(
            text,
            specific=False,
            score=0.0,
            clearly_vague=True,
            missing=(_UNNAMED, _SIZE),
        )
    score = round(max(map(probability, whole.readings)), 3)
    specific = score >= THRESHOLD
    return Judgement(
        text,
        specific=specific,
        score=score,
        clearly_vague=max(score, round(best.score, 3)) < CLEARLY_VAGUE_BELOW,
        missing=() if specific else tuple(_missing(best)) or (_unpinned(best),),
        show=lambda: tuple(_found(text, whole)),
    )


def reasons(text: str, most: int) -> tuple[Reason, ...]:
    """What spoke for or against the verdict's statement, the heaviest first.

    The weights of all patterns on the same words are added up. Empty where nothing is asserted.
    """
    whole = read(text)
    asserted = [one for one in whole.readings if one.statement.mood == "asserted"]
    if not asserted:
        return ()
    weights: dict[tuple[int, int], float] = {}
    for leaning in leanings(max(asserted, key=probability)):
        words = leaning.first, leaning.last
        weights[words] = weights.get(words, 0.0) + leaning.weight
    heaviest = sorted(weights, key=lambda words: -abs(weights[words]))[:most]
    spans = whole.words.spans
    return tuple(
        Reason(text[spans[first][0] : spans[last - 1][1]], round(weights[first, last], 2))
        for first, last in heaviest
    )


def _found(text: str, whole: Text) -> Iterator[Evidence]:
    for reading in whole.readings:
        for item in sorted(_shown(reading), key=lambda item: (item.first, item.last)):
            start, end = whole.words.spans[item.first][0], whole.words.spans[item.last - 1][1]
            yield Evidence(item.kind, text[start:end], start, end)


def _shown(reading: Reading) -> Iterator[Pin | Part]:
    told = [pin for pin in reading.pins if pin.strength >= _SHOWN]
    for pin in told:
        if pin.kind != "plain-fact" or len(told) == 1:  # it is the whole statement once more
            yield pin
    yield from parts(reading.statement)


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
    return _UNPINNED.get(best.nearest, _SIZE)
