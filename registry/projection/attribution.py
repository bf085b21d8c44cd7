"""Which changed input drove a headline: exact Shapley shares over groups of inputs."""

from collections.abc import Callable, Sequence
from math import factorial

import numpy as np

from registry.projection.machine import Array


def shapley(value: Callable[[frozenset[int]], Array], players: int) -> Array:
    """Return each player's share of `value(all) - value(none)`, axes (players, *value's).

    The share is the player's mean contribution over all orders of joining (Shapley 1953); shares
    add up to the whole. `value` is called once for each of the 2^players sets, in an order in
    which the last player changes fastest.
    """
    sets = [_members(mask, players) for mask in range(2**players)]
    values = {members: value(members) for members in sets}
    weights = [
        factorial(size) * factorial(players - size - 1) / factorial(players)
        for size in range(players)
    ]
    return np.stack(
        [
            sum(
                (
                    weights[len(members)] * (values[members | {player}] - values[members])
                    for members in sets
                    if player not in members
                ),
                start=np.zeros_like(values[frozenset()]),
            )
            for player in range(players)
        ]
    )


def _members(mask: int, players: int) -> frozenset[int]:
    """Read a mask's bits with the first player as the most significant."""
    return frozenset(i for i in range(players) if mask >> (players - 1 - i) & 1)


def strongest(effects: Sequence[float], keep: int) -> list[int]:
    """Return the indices of the `keep` largest effects, in their own order."""
    ranked = sorted(range(len(effects)), key=lambda index: -abs(effects[index]))
    return sorted(ranked[:keep])
