"""How long the projection takes, beside a loop over samples and the memory it has to move.

    python -m bench.projection

Ratios to the loop and to the traffic of the same machine in the same minute are what to compare:
the array form moves about 104 kB a sample, so memory, not arithmetic, is its limit.
"""

import resource
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from registry.baselines.reader import read_baselines
from registry.document import read_document
from registry.projection.delta import project_delta
from registry.projection.evaluation import Evaluator
from registry.projection.inputs import inputs_of
from registry.projection.premises import Premises
from registry.projection.reading import Cell
from registry.projection.sampling import SAMPLES, quantiles
from registry.published import read_published

DATA = Path(__file__).parents[1] / "registry" / "data"
TRAFFIC_PER_SAMPLE = 104_000
BUFFER = 2**25
"""Bytes, beyond what caches hold."""
LOOPED = 64
PRICE = "{low: 33000, high: 50000, unit: USD", "{low: 26400, high: 40000, unit: USD"
EIGHT = (
    ("{low: 0.6e12,", "{low: 0.7e12,"),
    ("active_share: {low: 0.03", "active_share: {low: 0.04"),
    ("common_share: {low: 0.25", "common_share: {low: 0.30"),
    ("layers: {low: 60", "layers: {low: 70"),
    ("hidden: {low: 6144", "hidden: {low: 7168"),
    ("context: {low: 8e3", "context: {low: 10e3"),
    ("experts_per_token: {low: 4", "experts_per_token: {low: 5"),
    ("kv_bytes: {low: 0.5", "kv_bytes: {low: 0.6"),
)


def seconds(call: Callable[[], object], times: int = 5) -> float:
    """Return the least time of several calls."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        call()
        taken.append(time.perf_counter() - start)
    return min(taken)


def premises(*replacements: tuple[str, str]) -> Premises:
    text = (DATA / "baselines.yaml").read_text()
    for old, new in replacements:
        text = text.replace(old, new)
    document = read_document((DATA / "bottleneck_registry.md").read_text())
    statuses = {entry_id: entry.status for entry_id, entry in document.by_id.items()}
    published = read_published((DATA / "published.yaml").read_text())
    return Premises(read_baselines(text), published, statuses)


def copied() -> float:
    """Return the seconds that moving a cell's traffic takes: half of it read, half written."""
    source = np.ones(BUFFER // 8)
    target = np.empty_like(source)
    passes = TRAFFIC_PER_SAMPLE * SAMPLES / (2 * BUFFER)
    return seconds(lambda: np.copyto(target, source)) * passes


def main() -> None:
    base = premises()
    inputs = inputs_of(base)
    assert inputs
    draws, points = inputs.draws, quantiles()
    warm = Evaluator()
    warm(draws, Cell())
    # A fresh evaluator each time: nothing may come from what an earlier call kept.
    cell = seconds(lambda: Evaluator()(draws, Cell()))
    one = seconds(
        lambda: [Evaluator(points[:, i : i + 1].copy())(draws, Cell()) for i in range(LOOPED)], 1
    )
    loop = one / LOOPED * SAMPLES
    traffic = copied()
    print(f"{'one cell, 16,384 samples':44} {cell * 1e3:9.1f} ms")
    print(f"{'  times faster than a loop over samples':44} {loop / cell:9.0f} x")
    print(f"{'  of the time its memory traffic takes':44} {cell / traffic:9.2f} x")
    cheaper = inputs_of(premises(PRICE))
    assert cheaper
    sides = (draws, cheaper.draws)
    both = seconds(lambda: [warm(side, Cell()) for side in sides], 20)
    print(f"{'money only, one side of a delta':44} {both / 2 * 1e3:9.2f} ms")
    answer = seconds(lambda: project_delta(base, premises(PRICE)), 3)
    print(f"{'whole answer, a price':44} {answer:9.2f} s")
    answer = seconds(lambda: project_delta(base, premises(*EIGHT)), 1)
    print(f"{'whole answer, eight inputs of both sides':44} {answer:9.2f} s")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{'memory at its peak, this measurement included':44} {peak:9.0f} MB")


if __name__ == "__main__":
    main()
