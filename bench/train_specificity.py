"""Trains the weights of the specificity judge and shows what they are worth on unseen rounds.

    python -m bench.train_specificity [--write]

Each round of sentences is left out in turn, and the regularisation is chosen within the others by
leaving out their rounds. The word lists and the legs of `reading` were fitted to rounds that had
been looked at, so the counts printed flatter both columns, the legs more. With grammar and training
data as they stood before each of the last rounds, legs and regression had 16 and 14 errors in round
8 (130 sentences), 8 and 5 in round 9 (60), 5 and 2 in round 10 (40), and 10 and 5 in the registry's
own blockers (61).
`--write` fits all sentences and replaces `rules/specificity/weights.py`.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from registry.document import read_document
from rules.specificity import CLEARLY_VAGUE_BELOW, THRESHOLD
from rules.specificity.reading import read
from rules.specificity.weighing import features

ROOT: Final = Path(__file__).parent.parent
WEIGHTS: Final = ROOT / "rules" / "specificity" / "weights.py"
REGISTRY: Final = ROOT / "registry" / "data" / "bottleneck_registry.md"
# Strengths of the L2 penalty on weights of standardised features.
PENALTIES: Final = (1.0, 3.0, 10.0)
NEWTON_STEPS: Final = 8
# How often the statement that speaks for its text is chosen anew.
CHOICES: Final = 3

Floats = NDArray[np.float64]


class Sample(NamedTuple):
    """A labelled text: one row of features, and the score by its legs, per asserted statement."""

    group: str
    specific: bool
    names: tuple[str, ...]
    rows: Floats
    legs: tuple[float, ...]

    @property
    def by_legs(self) -> float:
        return max(self.legs)


class Model(NamedTuple):
    """Weights on raw features, the bias last."""

    weights: Floats

    def probability(self, sample: Sample) -> float:
        """Of the text's most likely statement."""
        return float(_logistic(sample.rows @ self.weights[:-1] + self.weights[-1]).max())


def labelled() -> Iterator[tuple[str, bool, str]]:
    """Text, label and group of every sentence; the registry's own blockers are all specific."""
    for name in ("blockers.jsonl", "blockers_own.jsonl"):
        lines = (ROOT / "tests" / "examples" / name).read_text(encoding="utf-8").splitlines()
        for row in map(json.loads, lines):
            group = f"round {row['round']}" if "round" in row else "blockers"
            yield row["text"], row["specific"], group
    for entry in read_document(REGISTRY.read_text(encoding="utf-8")).entries:
        for blocker in entry.items("blockers"):
            yield blocker.text, True, "registry"


def samples() -> list[Sample]:
    """Texts that assert something: the others are vague without being weighed."""
    found = []
    for text, specific, group in labelled():
        asserted = [one for one in read(text).readings if one.statement.mood == "asserted"]
        if asserted:
            weighed = [features(reading) for reading in asserted]
            rows = np.array([list(one.values()) for one in weighed])
            legs = tuple(one.score for one in asserted)
            found.append(Sample(group, specific, tuple(weighed[0]), rows, legs))
    return found


def train(given: Sequence[Sample], penalty: float) -> Model:
    """A regression on the statement of each text that it finds the most likely itself."""
    every = np.vstack([one.rows for one in given])
    mean, spread = every.mean(axis=0), every.std(axis=0) + 1e-6
    scaled = [np.c_[(one.rows - mean) / spread, np.ones(len(one.rows))] for one in given]
    labels = np.array([one.specific for one in given], dtype=float)
    chosen = [int(np.argmax(one.legs)) for one in given]
    weights = np.zeros(every.shape[1] + 1)
    for _ in range(CHOICES):
        picked = np.array([rows[at] for rows, at in zip(scaled, chosen, strict=True)])
        weights = _fit(picked, labels, penalty, weights)
        chosen = [int(np.argmax(rows @ weights)) for rows in scaled]
    raw = weights[:-1] / spread
    return Model(np.append(raw, weights[-1] - raw @ mean))


def _fit(rows: Floats, labels: Floats, penalty: float, weights: Floats) -> Floats:
    """Newton's method on the penalised likelihood; the bias, last, is free."""
    ridge = np.diag([penalty] * (rows.shape[1] - 1) + [1e-6])
    for _ in range(NEWTON_STEPS):
        likely = _logistic(rows @ weights)
        curvature = (rows * (likely * (1 - likely))[:, None]).T @ rows + ridge
        slope = rows.T @ (likely - labels) + ridge @ weights
        weights = weights - np.linalg.solve(curvature, slope)
    return weights


def _logistic(log_odds: Floats) -> Floats:
    likely: Floats = 1 / (1 + np.exp(-np.clip(log_odds, -30, 30)))
    return likely


def left_out(given: Sequence[Sample]) -> Iterator[tuple[list[Sample], list[Sample]]]:
    """The other groups, and the group left out."""
    for group in dict.fromkeys(one.group for one in given):
        yield (
            [one for one in given if one.group != group],
            [one for one in given if one.group == group],
        )


def best_penalty(given: Sequence[Sample]) -> float:
    """The penalty under which groups left out are the least surprising."""

    def surprise(penalty: float) -> float:
        total = 0.0
        for others, unseen in left_out(given):
            model = train(others, penalty)
            for one in unseen:
                likely = model.probability(one)
                total -= np.log(max(likely if one.specific else 1 - likely, 1e-4))
        return total

    return min(PENALTIES, key=surprise)


def table(model: Model, names: Sequence[str]) -> str:
    """The module that holds the weights."""
    *weights, bias = model.weights
    lines = [f'    "{name}": {weight:.2f},' for name, weight in zip(names, weights, strict=True)]
    return "\n".join(
        [
            '"""What each feature adds to the log-odds that a statement is specific.',
            "",
            "Written by `python -m bench.train_specificity --write`.",
            '"""',
            "",
            "from typing import Final",
            "",
            f"BIAS: Final = {bias:.2f}",
            "WEIGHTS: Final = {",
            *lines,
            "}",
            "",
        ]
    )


def main() -> None:
    given = samples()
    print(f"{'left out':10} {'n':>4}  wrong: legs, regression  scolded wrongly: legs, both")
    for others, unseen in left_out(given):
        model = train(others, best_penalty(others))
        legs = np.array([one.by_legs for one in unseen])
        learned = np.array([model.probability(one) for one in unseen])
        specific = np.array([one.specific for one in unseen])
        wrong = [int(((score >= THRESHOLD) != specific).sum()) for score in (legs, learned)]
        scolds = (legs < CLEARLY_VAGUE_BELOW, np.maximum(legs, learned) < CLEARLY_VAGUE_BELOW)
        unjust = [int((scold & specific).sum()) for scold in scolds]
        title = unseen[0].group
        print(
            f"{title:10} {len(unseen):4} {wrong[0]:12} {wrong[1]:11} {unjust[0]:22} {unjust[1]:5}"
        )


def write() -> None:
    given = samples()
    model = train(given, best_penalty(given))
    WEIGHTS.write_text(table(model, given[0].names), encoding="utf-8")


if __name__ == "__main__":
    if "--write" in sys.argv[1:]:
        write()
    else:
        main()
