"""Lists compared as multisets: what one side has more often than the other."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

T = TypeVar("T")


def beyond(items: Iterable[T], known: Iterable[Hashable], key: Callable[[T], Hashable]) -> list[T]:
    """Return the items that are left once each key in `known` took the first one with it."""
    counts = Counter(known)
    left = []
    for item in items:
        if counts[key(item)] > 0:
            counts[key(item)] -= 1
        else:
            left.append(item)
    return left
