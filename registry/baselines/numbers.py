"""Read one number of a baseline file: value or range, unit, audit level and sources."""

import math
import re
from dataclasses import replace

from registry.baselines.fields import AUDITS, Field
from registry.baselines.model import Fault, Issue, Quantity
from registry.baselines.units import UnitError, factor
from registry.nodes import Mapping as MappingNode
from registry.nodes import Node, Pair, Scalar, Sequence, as_text, is_empty

_NUMBER = re.compile(r"[+-]?(?:\d{1,18}(?:\.\d{0,18})?|\.\d{1,18})(?:[eE][+-]?\d{1,3})?")
_COMPACT = re.compile(r"(?P<number>\S+)[ \t]+(?P<unit>[^\s\d]\S*)")
_KEYS = ("value", "low", "high", "unit", "audit", "source", "note")
_NOT_FINITE = ("nan", ".nan", "inf", ".inf", "+inf", "-inf", "+.inf", "-.inf", "infinity")

WIDE_RANGE = 30
"""A range wider than this says little; it is pointed out."""


class QuantityReader:
    """Reads the numbers of one record, with the record's own evidence as the default."""

    def __init__(
        self,
        path: str,
        audit: str,
        sources: tuple[str, ...],
        issues: list[Issue],
        *,
        banded: bool = True,
    ) -> None:
        self._path = path
        self._audit = audit
        self._sources = sources
        self._issues = issues
        self._banded = banded

    def read(self, pair: Pair, field: Field) -> Quantity | None:
        """Return the number of `pair`, None when it cannot be used (which is then an issue)."""
        known = field if self._banded else replace(field, plausible=None)
        reader = _OneQuantity(f"{self._path}.{pair.key.text}", pair, known, self._issues)
        return reader.read(self._audit, self._sources)


class _OneQuantity:
    def __init__(self, path: str, pair: Pair, field: Field, issues: list[Issue]) -> None:
        self.path = path
        self.pair = pair
        self.field = field
        self.issues = issues

    def read(self, audit: str, sources: tuple[str, ...]) -> Quantity | None:
        parts = self._parts()
        if parts is None:
            return None
        scale = self._scale(parts.get("unit"))
        if scale is None:
            return None
        numbers: dict[str, float] = {}
        for key in ("value", "low", "high"):
            if key in parts:
                number = self._number(key, parts[key], scale)
                if number is None:
                    return None
                numbers[key] = number
        if not self._consistent(numbers):
            return None
        audit = self._audit_level(parts, audit)
        if "source" in parts:
            sources = sources_of(parts["source"])
        quantity = Quantity(
            self.path,
            numbers.get("value"),
            numbers.get("low"),
            numbers.get("high"),
            _written(parts),
            audit,
            sources,
            (as_text(parts["note"]) or "") if "note" in parts else "",
            self.pair.line,
            self.pair.end_line,
        )
        self._judge(quantity)
        return quantity

    def _parts(self) -> dict[str, Node] | None:
        """Return the parts by key, of `{value: …, unit: …}` or of `3.35 TB/s`."""
        node = self.pair.value
        if isinstance(node, MappingNode):
            for inner in node:
                if inner.key.text not in _KEYS:
                    self._invalid(
                        f"`{inner.key.text[:40]}` is not a part of a number.",
                        f"A number has {', '.join(f'`{key}`' for key in _KEYS)}.",
                        inner,
                    )
                    return None
            return {inner.key.text: inner.value for inner in node}
        if isinstance(node, Scalar):
            text = node.text.strip()
            match = _COMPACT.fullmatch(text)
            number, unit = (match["number"], match["unit"]) if match else (text, "")
            place = (True, node.line, node.end_line, node.source)
            parts: dict[str, Node] = {"value": Scalar(number, *place)}
            return parts | ({"unit": Scalar(unit, *place)} if unit else {})
        self._invalid("is not a number.", f"Write one value in {self.field.unit}.")
        return None

    def _scale(self, node: Node | None) -> float | None:
        unit = (as_text(node) or "").strip() if node else ""
        if not unit:
            self._invalid(
                "has no unit.", f"Add a unit that measures the same as `{self.field.unit}`."
            )
            return None
        try:
            return factor(unit, self.field.unit)
        except UnitError as error:
            self._invalid(
                f"cannot be converted: {error}.",
                f"Give it in `{self.field.unit}` or a multiple such as `k`, `M`, `G`, `T` of it.",
            )
            return None

    def _number(self, key: str, node: Node, scale: float) -> float | None:
        text = (as_text(node) or "").strip()
        if text.lower() in _NOT_FINITE:
            self._invalid(
                f"has `{key}: {text}`, which is not a finite number.",
                "Write the number itself, or leave the field out and say why in the change.",
            )
            return None
        if not _NUMBER.fullmatch(text):
            self._invalid(
                f"has `{key}: {text[:40]}`, which is not a number.",
                "Write digits, a point and an exponent only, for example 33000, 3.35 or 2.5e12.",
            )
            return None
        number = float(text) * scale
        return number if math.isfinite(number) and self._in_bounds(key, number) else None

    def _in_bounds(self, key: str, number: float) -> bool:
        field = self.field
        too_low = number <= field.low if field.above_low else number < field.low
        fraction = field.whole and not math.isclose(number, round(number), abs_tol=1e-9)
        if too_low or number > field.high:
            bound = f"more than {field.low:g}" if field.above_low else f"at least {field.low:g}"
            most = f" and at most {field.high:g}" if math.isfinite(field.high) else ""
            self._invalid(
                f"has `{key}` = {number:g} {field.unit}, which is out of bounds.",
                f"It has to be {bound}{most}: {field.doc}.",
            )
        elif fraction:
            self._invalid(
                f"has `{key}` = {number:g}, which is not a whole number.",
                f"It counts something: {field.doc}.",
            )
        return not (too_low or number > field.high or fraction)

    def _consistent(self, numbers: dict[str, float]) -> bool:
        value, low, high = numbers.get("value"), numbers.get("low"), numbers.get("high")
        if value is None and (low is None or high is None):
            self._invalid("has no number.", "Give a `value`, or both `low` and `high`.")
        elif (low is None) != (high is None):
            self._invalid("has one end of a range only.", "Give both `low` and `high`.")
        elif low is not None and high is not None and low > high:
            self._invalid("has `low` above `high`.", "Exchange the two.")
        elif low is not None and high is not None and value is not None:
            if low <= value <= high:
                return True
            self._invalid(
                "has a `value` outside of its own range.",
                "Widen the range or correct the value.",
            )
        else:
            return True
        return False

    def _audit_level(self, parts: dict[str, Node], default: str) -> str:
        audit = (as_text(parts["audit"]) or "").strip() if "audit" in parts else default
        if audit not in AUDITS:
            stands = f"`{audit[:40]}` is no audit level" if audit else "its audit level is missing"
            levels = ", ".join(f"`{level}`" for level in AUDITS)
            self._invalid(f"cannot be weighed: {stands}.", f"Use one of {levels}.")
        return audit

    def _judge(self, quantity: Quantity) -> None:
        if not quantity.sources:
            self._issue(
                Fault.UNSOURCED,
                f"`{self.path}` has no source.",
                "Add `source:` with a citation: a link, arXiv:…, doi:… or an MLPerf result id.",
            )
        low, high = quantity.range
        if low > 0 and high / low > WIDE_RANGE:
            self._issue(
                Fault.IMPLAUSIBLE,
                f"`{self.path}` spans a factor of {high / low:.0f}, so it says little.",
                "Narrow the range, or say in `note` why nobody knows better.",
            )
        if self.field.plausible:
            least, most = self.field.plausible
            if low < least or high > most:
                self._issue(
                    Fault.IMPLAUSIBLE,
                    f"`{self.path}` is {quantity.written}, outside of what is plausible "
                    f"({least:g} to {most:g} {self.field.unit}).",
                    "Check the unit and the number of digits against the source.",
                )

    def _invalid(self, message: str, help_: str, at: Pair | None = None) -> None:
        self._issue(Fault.INVALID, f"`{self.path}` {message}", help_, at)

    def _issue(self, fault: Fault, message: str, help_: str, at: Pair | None = None) -> None:
        place = at or self.pair
        self.issues.append(Issue(fault, self.path, place.line, message, help_, place.end_line))


def sources_of(node: Node) -> tuple[str, ...]:
    """Return the citations of a `source`: one text or a list of them."""
    items = node.items if isinstance(node, Sequence) else (node,)
    texts = (as_text(item) for item in items if not is_empty(item))
    return tuple(text.strip() for text in texts if text and text.strip())


def _written(parts: dict[str, Node]) -> str:
    """Return the number as its contributor wrote it, for example `900-1275 W`."""
    text = {key: (as_text(parts[key]) or "").strip() for key in parts if key != "source"}
    unit = text["unit"]
    ends = f"{text['low']}-{text['high']}" if "low" in text else ""
    if "value" not in text:
        return f"{ends} {unit}"
    return f"{text['value']} {unit}" + (f" ({ends})" if ends else "")
