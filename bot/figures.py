"""Numbers of the projection as people read them."""

import math

UNBOUNDED = "unbounded"


def ratio(value: float) -> str:
    """Return two significant digits without an exponent; +inf is `unbounded`, NaN a dash."""
    if math.isnan(value):
        return "–"
    if math.isinf(value):
        return UNBOUNDED
    if value == 0:
        return "0"
    digits = 1 - math.floor(math.log10(abs(value)))
    return f"{round(value, digits):,.{max(0, digits)}f}"


def percent(share: float) -> str:
    """Return a share as a percentage, with one decimal only where it is below one percent."""
    if 0 < share < 0.0005:
        return "<0.1%"
    return f"{share:.1%}" if 0 < share < 0.01 else f"{share:.0%}"


def change(log: float) -> str:
    """Return a change of ln as signed percent of the value itself."""
    if math.isnan(log):
        return "–"
    if math.isinf(log):
        return "to unbounded" if log > 0 else "from unbounded"
    if log == 0:
        return "0%"
    if log > math.log(10):
        return f"x {ratio(math.exp(log))}"
    return f"{math.expm1(log):+.1%}"
