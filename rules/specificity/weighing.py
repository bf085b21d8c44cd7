"""How likely a statement is to be specific: the weights of its patterns, added up.

A logistic regression: each pattern that occurs adds its weight to the log-odds, however often it
occurs. `weights` holds what it learned, so every verdict can be traced to words of the sentence.
"""

from functools import cache
from math import exp
from typing import NamedTuple

from rules.specificity.patterns import patterns
from rules.specificity.reading import Reading
from rules.specificity.weights import BIAS, TABLE


class Leaning(NamedTuple):
    """Words `first:last` of a text, and what they add to the log-odds of being specific."""

    first: int
    last: int
    weight: float


class Family(NamedTuple):
    """The weights of a family's patterns, and these patterns for fast look-ups."""

    weights: dict[str, float]
    known: frozenset[str]


@cache
def families() -> dict[str, Family]:
    """Every family by name, read from the table on first use."""
    found: dict[str, dict[str, float]] = {}
    for line in TABLE.split("\n"):
        weight, *names = line.split()
        for name in names:
            family, _, pattern = name.partition(":")
            found.setdefault(family, {})[pattern.replace("\N{OPEN BOX}", " ")] = float(weight)
    return {name: Family(weights, frozenset(weights)) for name, weights in found.items()}


def probability(reading: Reading) -> float:
    """From 0 to 1; 0 for what asserts nothing."""
    if reading.statement.mood != "asserted":
        return 0.0
    trained = families()
    log_odds = BIAS
    for family, _, _, found in patterns(reading):
        weights, known = trained[family]
        log_odds += sum(map(weights.__getitem__, known.intersection(found)))
    return 1 / (1 + exp(-log_odds))


def leanings(reading: Reading) -> list[Leaning]:
    """The patterns that weigh, the heaviest first, each where it first occurs."""
    statement, trained = reading.statement, families()
    found: dict[tuple[str, str], Leaning] = {}
    for family, width, before, each in patterns(reading):
        weights = trained[family].weights
        for at, pattern in enumerate(each):
            if pattern not in weights:
                continue
            if family == "word":
                start = statement.words.lower.index(pattern, statement.first)
                end = start + 1
            else:
                start = statement.first + at - before if width else statement.first
                end = start + width if width else statement.last
            first, last = max(start, statement.first), min(end, statement.last)
            found.setdefault((family, pattern), Leaning(first, last, weights[pattern]))
    return sorted(found.values(), key=lambda leaning: -abs(leaning.weight))
