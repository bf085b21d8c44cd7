"""The quantities that a text states, and which of them are others in another version of it.

Only what measures counts: no digits inside names (`FP4`, `HBM3E`), no dates, no versions and no
places in a document. How a quantity is written does not matter: `1,500 µs` is `1.5 ms`.
"""

import re
from collections import deque
from collections.abc import Callable, Hashable, Iterator
from typing import NamedTuple

from registry.baselines.units import measure
from rules.multiset import beyond

_MULTIPLES = {
    "K": 1e3, "k": 1e3, "M": 1e6, "T": 1e12,
    "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
}  # fmt: skip
_BILLION = "", 1e9
"""What a `B` means behind money, or behind a number without a gap: `$0.7B`, `70B`."""
_NUMERALS = {
    "half": 0.5, "two dozen": 24, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "dozen": 12,
}  # fmt: skip
"""Words for numbers that a unit may follow: `half a million`, `six months`."""
_WORDS = {
    "halve": 0.5, "halves": 0.5, "halved": 0.5, "halving": 0.5,
    "double": 2, "doubles": 2, "doubled": 2, "doubling": 2, "twice": 2,
    "triple": 3, "triples": 3, "tripled": 3, "tripling": 3, "thrice": 3,
    "quadruple": 4, "quadruples": 4, "quadrupled": 4,
}  # fmt: skip
_VERSIONED = (
    "version|release|round|MLPerf(?: Inference)?|CUDA|ROCm|PyTorch|Triton|vLLM|SGLang"
    "|TensorRT(?:-LLM)?|Python|Linux|PCIe|NVLink|UALink|CXL|Llama|Qwen|GPT|DeepSeek|Gemini|Claude|Kimi|GLM"
    "|table|figure|fig|section|sec|page|chapter|appendix|equation"
)
_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)(?![.,]?\d)"
_NUMBER = r"\d+(?:[.,]\d+)*"
_NO_QUANTITY = (
    r"\b\d{4}-\d\d(?:-\d\d)?\b"
    rf"|\b(?:\d{{1,2}} )?{_MONTH}\.? (?:\d{{1,2}},? )?{_YEAR}|\b\d{{1,2}} {_MONTH}\b"
    rf"|\b(?:[QH][1-4]|in|since|by|until|before|after|during|early|late|mid|through)[ -]{_YEAR}"
    rf"|\b(?:quarter|half|start|end|spring|summer|autumn|winter) of {_YEAR}"
    rf"|\b(?:{_VERSIONED})\.?[ -]v?{_NUMBER}"
)
_UNIT = r"[x×](?!(?-i:[a-z]))|%|[^\W\d_]{1,12}(?![^\W\d_]|\d\d)"  # of `8 A100` the `A` is none
_QUANTITY = re.compile(
    rf"(?P<none>{_NO_QUANTITY})"
    rf"|(?<![\w.,#^])(?<![A-Za-z]-)(?P<money>[$€£]?)(?P<low>{_NUMBER})"
    rf"(?:[x×%]?(?: ?[-–—] ?| to )(?P<high>{_NUMBER}))?"
    rf"(?P<gap>[- ]?)(?P<unit>{_UNIT})?(?:(?:/| per )(?P<per>[^\W\d_]{{1,12}}))?"
    rf"|\b(?P<numeral>{'|'.join(_NUMERALS)})\b(?:(?: an?)?[- ](?P<of>[^\W\d_]{{1,12}})\b)?"
    rf"|\b(?P<word>{'|'.join(_WORDS)})\b",
    re.IGNORECASE,
)  # fmt: skip

_NEAR = 0.05
"""What share of a number rounding changes at most: from 7 to 7.4 is more."""
_MOST = 50
"""Numbers, old and new, of which rounding is looked for."""


class Quantity(NamedTuple):
    """One number of a text: `written` holds its range, too. `dimension` is empty if not known.

    `step` is what its last digit counts; what lies within half of it may round to the number.
    """

    written: str
    number: float
    size: float
    dimension: str
    step: float = 0


def quantities_in(text: str) -> Iterator[Quantity]:
    """Yield the numbers that measure something, each end of a range on its own."""
    for match in _matches(text):
        yield from _read(match)


def _matches(text: str) -> Iterator[re.Match[str]]:
    return (match for match in _QUANTITY.finditer(text) if not match["none"])


def _read(match: re.Match[str]) -> Iterator[Quantity]:
    if word := match["word"]:
        number = _WORDS[word.casefold()]
        yield Quantity(match[0], number, number, "")
    elif word := match["numeral"]:
        number = _NUMERALS[word.casefold()]
        unit = _measured_in(match["of"])
        dimension, factor = unit or ("", 1.0)
        yield Quantity(match[0] if unit else word, number, number * factor, dimension)
    else:
        yield from _in_digits(match)


def _in_digits(match: re.Match[str]) -> Iterator[Quantity]:
    unit, last = _measured_in(match["unit"]), "unit"
    if match["unit"] == "B" and (match["money"] or not match["gap"]):
        unit = _BILLION
    elif match["per"] and (rate := _measured_in(f"{match['unit']}/{match['per']}")):
        unit, last = rate, "per"
    end = match.end("high" if match["high"] else "low")
    if unit is None and match.string[end : end + 1].isalpha():
        return  # `3D`, `2nd`, `2Q26`: a name
    dimension, factor = unit or ("", 1.0)
    written = match.string[match.start() : match.end(last) if unit else end]
    for text in filter(None, (match["low"], match["high"])):
        plain = _plain(text)
        if plain.count(".") < len(".."):  # else a version, such as `0.6.3`
            step = factor * 10.0 ** -len(plain.partition(".")[2])
            number = float(plain)
            yield Quantity(written, number, number * factor, match["money"] + dimension, step)


def _measured_in(unit: str | None) -> tuple[str, float] | None:
    """Return the dimension and size of a unit or a multiple; None for any other word."""
    if unit in _MULTIPLES:
        return "", _MULTIPLES[unit]
    return measure(unit) if unit else None


def _plain(text: str) -> str:
    """Return a number without separators of thousands, and with a point before its decimals."""
    whole, comma, rest = text.partition(",")
    if comma and "," not in rest and len(rest) != len("000") and "." not in text:
        return f"{whole}.{rest}"
    return text.replace(",", "")


def changed(old: str, new: str) -> tuple[list[str], list[str]]:
    """Return what an old text states and a new one does not, and the other way round, as written.

    A unit that one of the two leaves out is taken to be the other's, and a number that is only
    rounded is the same.
    """
    ones, others = list(_matches(old)), list(_matches(new))
    gone, come = _beyond(ones, others), _beyond(others, ones)
    for key, other_key in ((_exactly, _exactly), (_measured, _bare), (_bare, _measured)):
        gone, come = _unmatched(gone, come, key, other_key)
    for one in gone[:_MOST]:
        rounded = next((other for other in come[:_MOST] if _is_rounded(one, other)), None)
        if rounded:
            gone.remove(one)
            come.remove(rounded)
    return _written(gone), _written(come)


def _beyond(matches: list[re.Match[str]], others: list[re.Match[str]]) -> list[Quantity]:
    """Read what `others` do not write alike: reading units takes far longer than finding them."""
    left = beyond(matches, (match[0] for match in others), lambda match: match[0])
    return [quantity for match in left for quantity in _read(match)]


def _is_rounded(one: Quantity, other: Quantity) -> bool:
    """Whether one number is the other, given more or less exactly."""
    far, step = abs(one.size - other.size), max(one.step, other.step)
    same = one.dimension == other.dimension
    return same and 2 * far < step and far < _NEAR * max(one.size, other.size)


_Key = Callable[[Quantity], Hashable]


def _unmatched(
    ones: list[Quantity], others: list[Quantity], key: _Key, other_key: _Key
) -> tuple[list[Quantity], list[Quantity]]:
    """Return what has no partner of the same key on the other side. None is no key."""
    waiting: dict[Hashable, deque[int]] = {}
    for index, other in enumerate(others):
        waiting.setdefault(other_key(other), deque()).append(index)
    waiting.pop(None, None)
    taken: set[int] = set()
    left = []
    for one in ones:
        if same := waiting.get(key(one)):
            taken.add(same.popleft())
        else:
            left.append(one)
    return left, [other for index, other in enumerate(others) if index not in taken]


def _exactly(one: Quantity) -> Hashable:
    return f"{one.size:.6g}", one.dimension


def _measured(one: Quantity) -> Hashable:
    return one.number if one.dimension else None


def _bare(one: Quantity) -> Hashable:
    return None if one.dimension else one.size


def _written(left: list[Quantity]) -> list[str]:
    return list(dict.fromkeys(one.written for one in left))
