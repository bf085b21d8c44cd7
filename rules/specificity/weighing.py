"""How likely a statement is to be specific: the weights of its patterns, added up.

A logistic regression: each pattern that occurs adds its weight to the log-odds, however often it
occurs. `weights` holds what it learned, so every verdict can be traced to words of the sentence.
"""

from functools import cache
from math import exp
from typing import NamedTuple

from rules.specificity.patterns import FAMILIES, patterns
from rules.specificity.statements import Statement
from rules.specificity.weights import BIAS, TABLE


class Leaning(NamedTuple):
    """Words `first:last` of a text, and what they add to the log-odds of being specific."""

    first: int
    last: int
    weight: float


class Weights(NamedTuple):
    """What each pattern of a family weighs, and these patterns for fast look-ups."""

    weights: dict[str, float]
    known: frozenset[str]


@cache
def trained() -> tuple[Weights, ...]:
    """For each of `FAMILIES` its weights, read from the table on first use."""
    found: dict[str, dict[str, float]] = {}
    for line in TABLE.split("\n"):
        weight, *names = line.split()
        for name in names:
            family, _, pattern = name.partition(":")
            found.setdefault(family, {})[pattern.replace("\N{OPEN BOX}", " ")] = float(weight)
    return tuple(Weights(found[one.name], frozenset(found[one.name])) for one in FAMILIES)


def probability(statement: Statement) -> float:
    """From 0 to 1."""
    log_odds = BIAS
    for (weights, known), found in zip(trained(), patterns(statement), strict=True):
        log_odds += sum(map(weights.__getitem__, known.intersection(found)))
    return 1 / (1 + exp(-log_odds))


def leanings(statement: Statement) -> list[Leaning]:
    """The patterns that weigh, the heaviest first, each where it first occurs."""
    found: dict[tuple[str, str], Leaning] = {}
    for family, (weights, _), each in zip(FAMILIES, trained(), patterns(statement), strict=True):
        for at, pattern in enumerate(each):
            if pattern in weights:
                start = statement.first + at - family.before if family.width else statement.first
                end = start + family.width if family.width else statement.last
                first, last = max(start, statement.first), min(end, statement.last)
                found.setdefault((family.name, pattern), Leaning(first, last, weights[pattern]))
    return sorted(found.values(), key=lambda leaning: -abs(leaning.weight))
