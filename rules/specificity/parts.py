"""The parts of a claim that are shown beside its pins: subject, verb, metric, baseline."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from rules.specificity.statements import Statement

_METRICS: Final = """
    latency throughput accuracy quality bandwidth perplexity utilisation utilization efficiency
    power energy yield cost price memory performance recall precision speed availability loss
    reliability capacity lifetime overhead ttft tpot tokens/s goodput acceptance error jitter
"""
_METRIC_WORDS: Final = frozenset(_METRICS.split())
_SUBJECT: Final = re.compile(r"(?:[dqvs1N]*[tIRAgHBEY/+]+(?:[2Sy][dqvs]*[tIRAgHBE]+)?)")
_BASELINES: Final = frozenset({"than", "against", "versus", "vs"})
_TELLING: Final = _METRIC_WORDS | _BASELINES
_NOMINAL: Final = re.compile(r"[dqvs]*[tIRAgHBY]+")


class Part(NamedTuple):
    """Words `first:last` of a text and the part that they play in the claim."""

    kind: str
    first: int
    last: int


def parts(statement: Statement) -> Iterator[Part]:
    """Subject and verb first, then what the claim is measured by and compared with."""
    if statement.mood != "asserted":
        return
    roles, lower, last = statement.roles, statement.words.lower, statement.last
    predicate = statement.predicate
    subject = _SUBJECT.search(roles, statement.first, max(predicate, statement.first + 1))
    if subject and not statement.pointed:
        yield Part("subject", *subject.span())
    if predicate > statement.first:
        yield Part("claim", predicate, predicate + 1)
    if "B" not in statement.said and _TELLING.isdisjoint(lower[statement.first : last]):
        return
    for at in range(statement.first, last):
        word = lower[at]
        if roles[at] == "B":
            yield Part("benchmark", at, at + 1)
        elif word in _METRIC_WORDS:
            yield Part("metric", at, at + 1)
        elif word in _BASELINES and (compared := _NOMINAL.match(roles, at + 1, last)):
            yield Part("baseline", *compared.span())
