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

from registry.document import read_document
from rules.specificity.patterns import patterns
from rules.specificity.reading import Reading, read

ROOT: Final = Path(__file__).parent.parent
WEIGHTS: Final = ROOT / "rules" / "specificity" / "weights.py"
REGISTRY: Final = ROOT / "registry" / "data" / "bottleneck_registry.md"
EXAMPLES: Final = ROOT / "tests" / "examples"
# Author of each round of `blockers_own.jsonl`; the others are by the grammar's own author. Round 15
# spells out the pairs of the labelling guide.
AUTHORS: Final = {11: "a", 12: "b", 13: "c", 14: "d", 15: "guide", 16: "g", 17: "e", 18: "f"}
# Strength of the L2 penalty, the least number of texts that a pattern must occur in, and how many
# patterns are kept: chosen by the log-likelihood of authors left out, which is flat around them.
PENALTY: Final = 2.0
LEAST_TEXTS: Final = 3
KEPT: Final = 2000
# The word lists were made with part of the sentences at hand, so the grammar's evidence looks
# better than it is: such patterns are shrunk by this factor. That nothing is said of a topic, or
# all of a pronoun, on the contrary, decides.
TRUST: Final = {"evidence": 0.35, "frame": 4.0}
NEWTON_STEPS: Final = 6
# How often the statement that speaks for its text is chosen anew.
CHOICES: Final = 2
# The share of "vague" that must be right on authors left out.
VAGUE_PRECISION: Final = 0.97
WIDTH: Final = 100

# Such patterns would not survive the table.
_UNWRITABLE: Final = frozenset('\\"\u2423')

Floats = NDArray[np.float64]
Pattern = tuple[str, str]


class Sample(NamedTuple):
    """A labelled text that asserts something: the patterns and legs of each of its statements."""

    text: str
    author: str
    specific: bool
    statements: tuple[frozenset[Pattern], ...]
    legs: float


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
            own = AUTHORS.get(row.get("round"), "own")
            yield row["text"], row["specific"], own if "round" in row else "given"
    for entry in read_document(REGISTRY.read_text(encoding="utf-8")).entries:
        for blocker in entry.items("blockers"):
            yield blocker.text, True, "registry"


def sample(text: str, specific: bool, author: str) -> Sample:
    """A text with the patterns of what it asserts; without any, it is vague unweighed."""
    asserted = [one for one in read(text).readings if one.statement.mood == "asserted"]
    return Sample(
        text,
        author,
        specific,
        tuple(map(_patterns, asserted)),
        max((one.score for one in asserted), default=0.0),
    )


def _patterns(reading: Reading) -> frozenset[Pattern]:
    return frozenset(
        (family, pattern)
        for family, _, _, found in patterns(reading)
        for pattern in found
        if pattern and pattern.isprintable() and not _UNWRITABLE.intersection(pattern)
    )


def samples() -> list[Sample]:
    return [sample(*one) for one in labelled()]


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
    column = {pattern: at for at, pattern in enumerate(known)}
    rows = np.zeros((sum(len(one.statements) for one in given), len(known)), dtype=np.float32)
    starts, at = [], 0
    for one in given:
        starts.append(at)
        for statement in one.statements:
            rows[at, [column[pattern] for pattern in statement if pattern in column]] = 1
            at += 1
    scale = np.array([TRUST.get(family, 1.0) for family, _ in known])
    rows *= scale.astype(np.float32)
    spans = list(zip(starts, [*starts[1:], at], strict=True))
    alike = (rows @ rows.T).astype(float)
    labels = np.array([one.specific for one in given], dtype=float)
    likely = rows.sum(axis=1)  # at first the statement with the most to say
    for _ in range(CHOICES):
        chosen = [start + int(np.argmax(likely[start:end])) for start, end in spans]
        duals, bias = _solve(alike[np.ix_(chosen, chosen)], labels)
        likely = alike[:, chosen] @ duals
    weights = scale * (rows[chosen].T @ duals)
    return Model(bias, dict(zip(known, map(float, weights), strict=True)))


def _solve(alike: Floats, labels: Floats) -> tuple[Floats, float]:
    """Newton's method on the penalised likelihood, with one unknown a text and not a pattern.

    The weights are the sum of the texts' patterns times their duals; the bias is free. (Rasmussen &
    Williams, Gaussian Processes for Machine Learning, 2006, section 3.4.)
    """
    size = len(labels)
    duals, bias = np.zeros(size), 0.0
    for _ in range(NEWTON_STEPS):
        log_odds = alike @ duals + bias
        likely = 1 / (1 + np.exp(-np.clip(log_odds, -30, 30)))
        curvature = np.maximum(likely * (1 - likely), 1e-5)
        system = np.ones((size + 1, size + 1))
        system[:size, :size] = alike + np.diag(PENALTY / curvature)
        system[size, size] = 0
        aim = np.append(log_odds + (labels - likely) / curvature, 0)
        solved = np.linalg.solve(system, aim)
        duals, bias = solved[:size], float(solved[size])
    return duals, bias


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
    best, at = -1.0, 0.0
    for cut in np.arange(-2, 2.01, 0.05):
        said = [(one.sample.specific, one.log_odds >= cut) for one in judged]
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

`word:` is a word (with {{open}} for a space); the other families are stretches of the roles in
`lexicon`, told apart in `patterns`. Written by `python -m bench.train_specificity --write`.
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
