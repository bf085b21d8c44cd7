"""Units as contributors write them, and their conversion."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pint import UnitRegistry

_UNIT = re.compile(r"[A-Za-zµμ%×]{1,16}(?:[/-][A-Za-z]{1,16}){0,3}")
_PER_SECOND = re.compile(r"(?<=[bB])ps$")

_DEFINITIONS = """\
nano- = 1e-9 = n-
pico- = 1e-12 = p-
femto- = 1e-15 = f-
micro- = 1e-6 = u- = µ- = μ-
milli- = 1e-3 = m-
kilo- = 1e3 = k- = K-
mega- = 1e6 = M-
giga- = 1e9 = G-
tera- = 1e12 = T-
exa- = 1e18 = E-
peta- = 1e15 = P-
kibi- = 2**10 = Ki-
mebi- = 2**20 = Mi-
gibi- = 2**30 = Gi-
tebi- = 2**40 = Ti-
count = [] = _ = ratio = share = parameter = layer = expert = stack = unit
percent = 0.01 = pct
byte = [information] = B
bit = byte / 8 = b
flop = [arithmetic] = FLOP
second = [time] = s = sec
minute = 60 * second = min
hour = 3600 * second = h
day = 24 * hour
week = 7 * day
year = 31557600 * second
month = year / 12
hertz = 1 / second = Hz
metre = [length] = m
joule = [energy] = J
watt = joule / second = W
watt_hour = watt * hour = Wh
volt = [potential] = V
ampere = [current] = A
point = [points] = pp
fold = [factor] = x = times
dollar = [currency] = USD
token = [token] = tok
stream = [stream]
chip = [chip] = GPU
"""
"""Only what baselines and entries are measured in: pint's own registry takes bits and FLOP for
plain numbers, so that it could not tell bandwidth from arithmetic."""


class UnitError(ValueError):
    """A unit that is not known, or measures something else; the message says which."""


@cache
def factor(unit: str, wanted: str) -> float:
    """Return what a number in `unit` is multiplied with to be in `wanted`. Raises UnitError."""
    from pint import DimensionalityError, UndefinedUnitError  # noqa: PLC0415 - slow to import

    if not _UNIT.fullmatch(unit):
        raise UnitError(f"`{unit[:40]}` is not a unit")
    try:
        return float(_registry().Quantity(1.0, _spelt(unit)).to(wanted).magnitude)
    except DimensionalityError:
        raise UnitError(f"`{unit}` measures something else") from None
    except (UndefinedUnitError, ValueError):  # pint reads `nan` as a number
        raise UnitError(f"the unit `{unit}` is not known") from None


@lru_cache(maxsize=4096)
def measure(unit: str) -> tuple[str, float] | None:
    """Return what a unit measures, and its size in base units; None for what is no unit."""
    from pint import UndefinedUnitError  # noqa: PLC0415 - slow to import

    if not _UNIT.fullmatch(unit):
        return None
    try:
        one = _registry().Quantity(1.0, _spelt(unit)).to_base_units()
    except (UndefinedUnitError, ValueError):  # pint reads `nan` as a number
        return None
    return str(one.dimensionality), float(one.magnitude)


def _spelt(unit: str) -> str:
    """Return a unit as pint reads it."""
    plain = unit.replace("%", "percent").replace("×", "x").replace("-", "/")
    return _PER_SECOND.sub("/s", plain)


@cache
def _registry() -> "UnitRegistry[float]":
    from pint import UnitRegistry  # noqa: PLC0415 - slow to import, and most commands need no unit

    registry: UnitRegistry[float] = UnitRegistry(None)
    for definition in _DEFINITIONS.splitlines():
        registry.define(definition)
    return registry
