"""Trains the weights of the specificity judge.

    python -m bench.train_specificity --write

replaces `rules/specificity/weights.py`; without `--write` only says how many sentences and
patterns there are. What the weights are worth on sentences by others than those that they were
trained on, `python -m bench.specificity` tells.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_array
from scipy.special import expit

from registry.document import read_document
from rules.specificity.normalise import normalise
from rules.specificity.patterns import FAMILIES, patterns
from rules.specificity.statements import Statement, statements_of
from rules.specificity.words import Words, words_of

ROOT: Final = Path(__file__).parent.parent
WEIGHTS: Final = ROOT / "rules" / "specificity" / "weights.py"
REGISTRY: Final = ROOT / "registry" / "data" / "bottleneck_registry.md"
EXAMPLES: Final = ROOT / "tests" / "examples"
# Strength of the L2 penalty, the least number of texts that a pattern must occur in, and how many
# patterns are kept: chosen by the log-likelihood of authors left out, which is flat around them.
PENALTY: Final = 3.0
LEAST_TEXTS: Final = 4
KEPT: Final = 4000
# Few patterns stand for much: that nothing is said of a topic, or all of a pronoun, decides.
TRUST: Final = {"frame": 3.0}
# How often each blocker of the registry itself counts: it is the style that contributors follow.
REGISTRY_COUNTS: Final = 3
# How often the statement that speaks for its text is chosen anew.
CHOICES: Final = 2
# The share of "vague" that must be right on authors left out: a little above the 0.97 that is asked
# for, since it is to hold for others still.
VAGUE_PRECISION: Final = 0.973
# Who was asked for minimal pairs, tricks or borderline cases alone: nobody contributes such a
# mixture, so they have no say in the threshold; nor has the registry, where nothing is vague.
MADE_HARD: Final = frozenset("joqrs")
REGISTRY_AUTHOR: Final = "registry"
WIDTH: Final = 100

# Such patterns would not survive the table.
_UNWRITABLE: Final = frozenset('\\"\u2423')

Floats = NDArray[np.float64]
Pattern = tuple[str, str]


class Sample(NamedTuple):
    """A labelled text: the patterns of each of its statements."""

    text: str
    author: str
    specific: bool
    statements: tuple[frozenset[Pattern], ...]


class Model(NamedTuple):
    """What each pattern adds to the log-odds."""

    bias: float
    weights: dict[Pattern, float]

    def log_odds(self, sample: Sample) -> float:
        """Of the text's most likely statement."""
        weigh = self.weights
        return self.bias + max(
            sum(weigh.get(pattern, 0.0) for pattern in statement) for statement in sample.statements
        )


def labelled() -> Iterator[tuple[str, bool, str]]:
    """Text, label and author of every sentence; the registry's own blockers are all specific."""
    for name in ("blockers.jsonl", "blockers_own.jsonl"):
        for row in map(json.loads, (EXAMPLES / name).read_text(encoding="utf-8").splitlines()):
            yield row["text"], row["specific"], row.get("author", "given")
    for entry in read_document(REGISTRY.read_text(encoding="utf-8")).entries:
        for blocker in entry.items("blockers"):
            yield from [(blocker.text, True, REGISTRY_AUTHOR)] * REGISTRY_COUNTS


def samples() -> list[Sample]:
    return [
        Sample(text, author, specific, tuple(map(_patterns, statements_of(_words(text)))))
        for text, specific, author in labelled()
    ]


def _words(text: str) -> Words:
    return words_of(normalise(text))


def _patterns(statement: Statement) -> frozenset[Pattern]:
    return frozenset(
        (family.name, pattern)
        for family, found in zip(FAMILIES, patterns(statement), strict=True)
        for pattern in found
        if pattern.isprintable() and not _UNWRITABLE.intersection(pattern)
    )


def train(given: Sequence[Sample], kept: int = KEPT) -> Model:
    """Trained on all patterns, then anew on those that weighed most."""
    asserting = [one for one in given if one.statements]
    texts = Counter(pattern for one in asserting for pattern in frozenset().union(*one.statements))
    known = sorted(pattern for pattern, count in texts.items() if count >= LEAST_TEXTS)
    every = _fit(asserting, known)
    share = {pattern: texts[pattern] / len(asserting) for pattern in known}
    heaviest = sorted(
        known,
        key=lambda p: -abs(every.weights[p]) * (share[p] * (1 - share[p])) ** 0.5,
    )
    return _fit(asserting, sorted(heaviest[:kept]))


def _fit(given: Sequence[Sample], known: Sequence[Pattern]) -> Model:
    """A regression on the statement of each text that it finds the most likely itself."""
    scale = np.array([TRUST.get(family, 1.0) for family, _ in known])
    rows = _rows(given, known, scale)
    ends = np.cumsum([len(one.statements) for one in given])
    spans = list(zip([0, *ends[:-1]], ends, strict=True))
    labels = np.array([one.specific for one in given])
    likely = rows.sum(axis=1)  # at first the statement with the most to say
    for _ in range(CHOICES):
        chosen = [start + int(np.argmax(likely[start:end])) for start, end in spans]
        weights, bias = _solve(rows[chosen], labels)
        likely = rows @ weights
    return Model(bias, dict(zip(known, map(float, weights * scale), strict=True)))


def _rows(given: Sequence[Sample], known: Sequence[Pattern], scale: Floats) -> csr_array:
    """A row a statement, a column a pattern: its scale where it occurs."""
    column = {pattern: at for at, pattern in enumerate(known)}
    found = [
        [column[pattern] for pattern in statement if pattern in column]
        for one in given
        for statement in one.statements
    ]
    ends = np.cumsum([0, *map(len, found)])
    columns = np.array([at for row in found for at in row], dtype=int)
    return csr_array((scale[columns], columns, ends), shape=(len(found), len(known)))


def _solve(rows: csr_array, labels: NDArray[np.bool_]) -> tuple[Floats, float]:
    """The most likely weights under the penalty, and the bias, which is free."""
    signs = np.where(labels, 1.0, -1.0)
    columns = rows.T.tocsr()

    def loss(unknown: Floats) -> tuple[float, Floats]:
        weights, bias = unknown[:-1], unknown[-1]
        margins = signs * (rows @ weights + bias)
        slopes = -signs * expit(-margins)
        return (
            float(np.logaddexp(0, -margins).sum() + PENALTY / 2 * np.square(weights).sum()),
            np.append(columns @ slopes + PENALTY * weights, slopes.sum()),
        )

    solved = minimize(loss, np.zeros(rows.shape[1] + 1), jac=True, method="L-BFGS-B").x
    return solved[:-1], float(solved[-1])


class Unseen(NamedTuple):
    """A sample with its log-odds by a model that knows nothing of its author."""

    sample: Sample
    log_odds: float


def left_out(given: Sequence[Sample]) -> Iterator[Unseen]:
    """Every sample, judged by a model trained on the other authors' samples."""
    for author in dict.fromkeys(one.author for one in given):
        model = train([one for one in given if one.author != author])
        for one in given:
            if one.author == author:
                yield Unseen(one, model.log_odds(one) if one.statements else -np.inf)


def threshold(judged: Sequence[Unseen]) -> float:
    """The log-odds with the highest F1 among those that are right enough about "vague"."""
    usual = [one for one in judged if one.sample.author not in {*MADE_HARD, REGISTRY_AUTHOR}]
    best, at = -1.0, 0.0
    for cut in np.arange(-2, 2.01, 0.05):
        said = [(one.sample.specific, one.log_odds >= cut) for one in usual]
        hits, misses = said.count((True, True)), said.count((True, False))
        alarms, rejections = said.count((False, True)), said.count((False, False))
        f1 = 2 * hits / (2 * hits + alarms + misses)
        if rejections >= VAGUE_PRECISION * (rejections + misses) and f1 > best:
            best, at = f1, float(cut)
    return at


def table(model: Model) -> str:
    """The module that holds the weights, the heaviest for and against first and last."""
    by_weight: dict[float, list[str]] = {}
    for (family, pattern), weight in model.weights.items():
        name = f"{family}:{pattern.replace(' ', chr(0x2423))}"
        by_weight.setdefault(round(weight, 2), []).append(name)
    by_weight.pop(0.0, None)
    lines = []
    for weight, names in sorted(by_weight.items(), reverse=True):
        line = f"{weight:+.2f}"
        for name in sorted(names):
            if len(line) + 1 + len(name) > WIDTH:
                lines.append(line)
                line = f"{weight:+.2f}"
            line += f" {name}"
        lines.append(line)
    return HEAD.format(bias=model.bias, lines="\n".join(lines))


HEAD: Final = '''\
"""What each pattern adds to the log-odds that a statement is specific, in falling order.

`word:` is a word, `words:` two in a row with {{open}} between them, `shape:` one to three roles in
a row; see `patterns`. Written by `python -m bench.train_specificity --write`.
"""

from typing import Final

BIAS: Final = {bias:.2f}
TABLE: Final = """\\
{lines}"""
'''.replace("{{open}}", chr(0x2423))


def main(arguments: Sequence[str] = ()) -> None:
    given = samples()
    model = train(given)
    cut = threshold(list(left_out(given)))
    shifted = Model(model.bias - cut, model.weights)
    if "--write" in arguments:
        WEIGHTS.write_text(table(shifted), encoding="utf-8")
    print(
        f"{len(given)} texts, {len(model.weights)} patterns, bias {model.bias:.2f}, "
        f"threshold {cut:.2f}"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
