"""What each feature adds to the log-odds that a statement is specific.

Written by `python -m bench.train_specificity --write`.
"""

from typing import Final

BIAS: Final = -18.56
WEIGHTS: Final = {
    "measure": 3.38,
    "count": 3.97,
    "share": 2.67,
    "condition": 2.21,
    "price-or-duration": 4.00,
    "missing-thing": 2.49,
    "failure": 2.51,
    "plain-fact": 2.37,
    "named": 4.58,
    "said": 5.89,
    "pinned": 4.96,
    "names": 1.21,
    "terms": 1.87,
    "themes": 0.93,
    "vague-words": -6.67,
    "undecided": -8.91,
    "unreal": -15.08,
    "comparatives": -8.68,
    "appeals": -9.88,
    "circumstance": 0.63,
    "length": 0.56,
}
