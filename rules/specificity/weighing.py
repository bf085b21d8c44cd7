"""How likely a statement is to be specific: its evidence as named features, weighed.

The three legs of a `Reading` decide by their weakest; the regression lets strong evidence make up
for weak evidence. `weights` holds what it learned.
"""

from math import exp, log1p
from typing import Final

from rules.specificity.reading import Reading
from rules.specificity.weights import BIAS, WEIGHTS

# Which feature a pin's strength goes to; of several pins the strongest counts.
_BY_PIN: Final = {
    "measure": "measure",
    "number": "measure",
    "date": "measure",
    "count": "count",
    "share": "share",
    "condition": "condition",
    "factor": "measure",
    "price": "price-or-duration",
    "duration": "price-or-duration",
    "missing-thing": "missing-thing",
    "failure": "failure",
    "behaviour": "failure",
    "plain-fact": "plain-fact",
}
_NO_PINS: Final = dict.fromkeys(_BY_PIN.values(), 0.0)
# Feature and the roles of its words, of which the logarithm of the number counts …
_COUNTED: Final = (("names", "IAB"), ("terms", "tR"))
# … and of which the share in all words counts.
_SHARED: Final = (
    ("themes", "g"),
    ("vague-words", "v"),
    ("undecided", "qQ"),
    ("unreal", "ujm"),
    ("comparatives", "s"),
    ("appeals", "EV"),
)
_CIRCUMSTANCE: Final = frozenset("biCO")


def features(reading: Reading) -> dict[str, float]:
    """The evidence of one statement, all of it between 0 and about 5."""
    said = reading.statement.said
    weighed = _NO_PINS.copy()
    for pin in reading.pins:
        name = _BY_PIN.get(pin.kind)
        if name and pin.strength > weighed[name]:
            weighed[name] = pin.strength
    weighed |= {"named": reading.named, "said": reading.said, "pinned": reading.pinned}
    for name, roles in _COUNTED:
        weighed[name] = log1p(sum(map(said.count, roles)))
    for name, roles in _SHARED:
        weighed[name] = sum(map(said.count, roles)) / len(said)
    weighed["circumstance"] = float(not _CIRCUMSTANCE.isdisjoint(said))
    weighed["length"] = log1p(len(said))
    return weighed


def probability(reading: Reading) -> float:
    """From 0 to 1; 0 for what asserts nothing."""
    if reading.statement.mood != "asserted":
        return 0.0
    log_odds = BIAS + sum(WEIGHTS[name] * value for name, value in features(reading).items())
    return 1 / (1 + exp(-log_odds))
