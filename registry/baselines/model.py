"""A baseline file as values, each number with its unit, evidence and line."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Fault(StrEnum):
    """What is wrong with a baseline; each kind is reported by one rule."""

    INVALID = "invalid"  # the number cannot be used, so nothing is computed from the file
    UNSOURCED = "unsourced"
    IMPLAUSIBLE = "implausible"
    VENDOR_CALIBRATION = "vendor-calibration"
    UNLOCK_CONFLICT = "unlock-conflict"


@dataclass(frozen=True, slots=True)
class Issue:
    """One fault at one place. Lines count from 1; `path` is the field's, for example
    `platforms.h100.bandwidth`.
    """

    fault: Fault
    path: str
    line: int
    message: str
    help: str
    end_line: int = 0

    def __post_init__(self) -> None:
        if self.end_line < self.line:
            object.__setattr__(self, "end_line", self.line)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or range with its evidence. Numbers are in the field's own unit (SI, USD)."""

    path: str
    value: float | None
    low: float | None
    high: float | None
    written: str
    """The number and unit as the contributor wrote them."""
    audit: str
    sources: tuple[str, ...]
    note: str = field(compare=False)
    line: int = field(compare=False)
    end_line: int = field(compare=False)

    @property
    def is_range(self) -> bool:
        return self.low is not None and self.high is not None and self.low < self.high

    @property
    def range(self) -> tuple[float, float]:
        """Low and high; a single value is both."""
        if self.low is not None and self.high is not None:
            return self.low, self.high
        assert self.value is not None
        return self.value, self.value

    @property
    def central(self) -> float:
        """The value, or the middle of the range where no value is given."""
        if self.value is not None:
            return self.value
        low, high = self.range
        return float((low * high) ** 0.5) if low > 0 else (low + high) / 2

    @property
    def evidence(self) -> str:
        """Audit level and sources in words."""
        return f"{self.audit or 'no audit level'}, {', '.join(self.sources) or 'no source'}"


@dataclass(frozen=True, slots=True)
class Text:
    """A word of a record, such as the platform that a result belongs to."""

    text: str
    line: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Record:
    """Numbers and words that belong together: one platform, one result, one family."""

    path: str
    texts: Mapping[str, Text]
    quantities: Mapping[str, Quantity]
    audit: str
    sources: tuple[str, ...]
    line: int = field(compare=False)
    end_line: int = field(compare=False)

    @property
    def id(self) -> str:
        return self.path.rpartition(".")[2]

    @property
    def name(self) -> str:
        return self.text("name") or self.id

    def text(self, key: str) -> str:
        return self.texts[key].text if key in self.texts else ""

    def has(self, *keys: str) -> bool:
        return all(key in self.quantities for key in keys)

    def central(self, key: str) -> float:
        return self.quantities[key].central


@dataclass(frozen=True, slots=True)
class Unlock:
    """What one entry's status does to one parameter: a range for each status."""

    entry: str
    parameter: str
    ranges: Mapping[str, Quantity]
    line: int = field(compare=False)
    end_line: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Baselines:
    """A baseline file as read; `issues` says what could not be used."""

    records: Mapping[str, Record]
    unlocks: tuple[Unlock, ...]
    issues: tuple[Issue, ...]

    @property
    def usable(self) -> bool:
        """Whether a projection can be computed: an invalid number is never passed over."""
        return bool(self.records) and not self.invalid

    @property
    def invalid(self) -> tuple[Issue, ...]:
        return tuple(issue for issue in self.issues if issue.fault is Fault.INVALID)

    def section(self, name: str) -> tuple[Record, ...]:
        """Return the records of an open section, in the order of the file."""
        start = f"{name}."
        return tuple(record for path, record in self.records.items() if path.startswith(start))

    def record(self, path: str) -> Record:
        return self.records[path]

    def quantity(self, path: str) -> Quantity | None:
        """Return the number at a path such as `platforms.h100.bandwidth`."""
        record, _, key = path.rpartition(".")
        found = self.records.get(record)
        return found.quantities.get(key) if found else None

    def unlock_of(self, parameter: str) -> Unlock | None:
        return next((unlock for unlock in self.unlocks if unlock.parameter == parameter), None)


EMPTY = Baselines({}, (), ())
