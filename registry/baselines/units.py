"""Units as contributors write them, and their conversion."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pint import UnitRegistry

_UNIT = re.compile(r"[A-Za-zµ%]{1,16}(?:[/-][A-Za-z]{1,16}){0,3}")

_DEFINITIONS = """\
nano- = 1e-9 = n-
pico- = 1e-12 = p-
micro- = 1e-6 = u- = µ-
milli- = 1e-3 = m-
kilo- = 1e3 = k-
mega- = 1e6 = M-
giga- = 1e9 = G-
tera- = 1e12 = T-
peta- = 1e15 = P-
kibi- = 2**10 = Ki-
mebi- = 2**20 = Mi-
gibi- = 2**30 = Gi-
tebi- = 2**40 = Ti-
count = [] = _ = ratio = share = parameter = layer = expert = stack = unit
percent = 0.01 = pct
byte = [information] = B
bit = byte / 8
flop = [arithmetic] = FLOP
second = [time] = s
hour = 3600 * second = h
year = 31557600 * second
joule = [energy] = J
watt = joule / second = W
watt_hour = watt * hour = Wh
dollar = [currency] = USD
token = [token]
stream = [stream]
chip = [chip] = GPU
"""
"""Only what a baseline is measured in: pint's own registry takes bits and FLOP for plain numbers,
so that it could not tell bandwidth from arithmetic."""


class UnitError(ValueError):
    """A unit that is not known, or measures something else; the message says which."""


@cache
def factor(unit: str, wanted: str) -> float:
    """Return what a number in `unit` is multiplied with to be in `wanted`. Raises UnitError."""
    from pint import DimensionalityError, UndefinedUnitError  # noqa: PLC0415 - slow to import

    if not _UNIT.fullmatch(unit):
        raise UnitError(f"`{unit[:40]}` is not a unit")
    written = unit.replace("%", "percent").replace("-", "/")
    try:
        return float(_registry().Quantity(1.0, written).to(wanted).magnitude)
    except UndefinedUnitError:
        raise UnitError(f"the unit `{unit}` is not known") from None
    except DimensionalityError:
        raise UnitError(f"`{unit}` measures something else") from None


@cache
def _registry() -> "UnitRegistry[float]":
    from pint import UnitRegistry  # noqa: PLC0415 - slow to import, and most commands need no unit

    registry: UnitRegistry[float] = UnitRegistry(None)
    for definition in _DEFINITIONS.splitlines():
        registry.define(definition)
    return registry
