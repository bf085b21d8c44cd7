"""Is a sentence specific? As specific as its most specific statement."""

from rules.specificity.judgement import Judgement
from rules.specificity.normalise import normalise
from rules.specificity.statements import statements_of
from rules.specificity.weighing import probability
from rules.specificity.words import words_of


def judge(text: str) -> Judgement:
    """What says nothing at all scores 0."""
    statements = tuple(statements_of(words_of(normalise(text))))
    score = max(map(probability, statements), default=0.0)
    return Judgement(text, round(score, 3), statements)
