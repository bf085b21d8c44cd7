"""The headline ranges as published, and how they were published. Inputs, never outputs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from registry.changes import Change
from registry.nodes import Mapping as MappingNode
from registry.nodes import Value, as_text
from registry.problem import Problem, ProblemKind
from registry.yaml_reader import read_yaml

METRICS = ("decode_throughput", "energy_per_token", "cost_per_million_tokens", "agent_density")
"""The four headlines, in the order in which they are shown."""

_NUMBER = re.compile(r"\d{1,12}(?:\.\d{1,12})?(?:[eE]\d{1,2})?")


@dataclass(frozen=True, slots=True)
class Headline:
    """One published range. Lines count from 1."""

    metric: str
    name: str
    low: float
    high: float
    unit: str
    line: int = field(compare=False)
    end_line: int = field(compare=False)

    @property
    def range(self) -> str:
        """The range with its unit, for example `10-70x`."""
        return f"{self.low:,g}-{self.high:,g}{self.unit if self.unit == 'x' else ''}"


@dataclass(frozen=True, slots=True)
class Published:
    """The published ranges by metric; one that cannot be read is left out and in `problems`."""

    version: str
    date: str
    headlines: dict[str, Headline]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class PublishedChanged(Change):
    """A headline, the version or the date of publication changed."""

    kind = "published-changed"
    what: str
    before: str | None
    after: str | None
    line: int

    @property
    def field(self) -> str | None:
        return self.what

    @property
    def old(self) -> Value:
        return self.before

    @property
    def new(self) -> Value:
        return self.after


def read_published(text: str) -> Published:
    """Read a file of published ranges. Never raises; lines of `problems` count from 1."""
    if not text.strip():
        return Published("", "", {}, ())
    block = read_yaml(text.removeprefix("\ufeff").replace("\r\n", "\n"), first_line=1)
    problems = list(block.problems)
    if block.root is None:
        return Published("", "", {}, tuple(problems))
    headlines = {headline.metric: headline for headline in _headlines(block.root, problems)}
    return Published(
        _text(block.root, "version"), _text(block.root, "published"), headlines, tuple(problems)
    )


def compare_published(before: Published, after: Published) -> tuple[PublishedChanged, ...]:
    """Return what changed; two equal files give nothing."""
    sides = (("version", before.version, after.version), ("published", before.date, after.date))
    changes = [
        PublishedChanged(name, old or None, new or None, 1)
        for name, old, new in sides
        if old != new
    ]
    for metric in dict.fromkeys((*before.headlines, *after.headlines)):
        old, new = before.headlines.get(metric), after.headlines.get(metric)
        if old != new:
            changes.append(
                PublishedChanged(
                    metric,
                    old.range if old else None,
                    new.range if new else None,
                    new.line if new else 1,
                )
            )
    return tuple(changes)


def _headlines(root: MappingNode, problems: list[Problem]) -> Iterator[Headline]:
    node = root.get("headlines")
    if not isinstance(node, MappingNode):
        problems.append(
            Problem(
                ProblemKind.FILE,
                1,
                "The file holds no published headlines.",
                "Restore the block `headlines:` from the base branch.",
            )
        )
        return
    for pair in node:
        metric = pair.key.text
        low, high = (_number(pair.value, key) for key in ("low", "high"))
        if metric not in METRICS:
            message, help_ = (
                f"`{metric[:40]}` is not a headline.",
                "Known are " + ", ".join(METRICS) + ".",
            )
        elif low is None or high is None or low > high:
            message = f"The published range of `{metric}` has no `low` and `high` in that order."
            help_ = "Write both as plain numbers, `low` not above `high`."
        else:
            value = pair.value
            assert isinstance(value, MappingNode)
            name = _text(value, "name") or metric.replace("_", " ")
            yield Headline(metric, name, low, high, _text(value, "unit"), pair.line, pair.end_line)
            continue
        problems.append(
            Problem(ProblemKind.YAML, pair.line, message, help_, end_line=pair.end_line)
        )


def _number(node: object, key: str) -> float | None:
    text = _text(node, key) if isinstance(node, MappingNode) else ""
    return float(text) if _NUMBER.fullmatch(text) and float(text) > 0 else None


def _text(node: MappingNode, key: str) -> str:
    found = node.get(key)
    return (as_text(found) or "").strip() if found else ""
