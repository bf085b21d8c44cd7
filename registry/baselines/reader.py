"""Read a baseline file; whatever cannot be used becomes an issue with its line, never an error."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from registry.baselines.checks import cross_checks
from registry.baselines.fields import (
    AUDITS,
    HEADLINE_RECORDS,
    OPEN_SECTIONS,
    TEXTS,
    Field,
)
from registry.baselines.model import Baselines, Fault, Issue, Quantity, Record, Text, Unlock
from registry.baselines.numbers import QuantityReader, sources_of
from registry.identifier import canonical_id
from registry.nodes import Mapping as MappingNode
from registry.nodes import Node, Pair, Scalar, Sequence, as_text, is_empty
from registry.yaml_reader import read_yaml

STATUSES = ("open", "partial", "resolved")
_FLAT = tuple(path for path in HEADLINE_RECORDS if "." not in path)
_SECTIONS = (*_FLAT, *OPEN_SECTIONS, "asics", "unlocks", "version", "updated")


def read_baselines(text: str) -> Baselines:
    """Read a baseline file. Never raises; lines of `issues` count from 1."""
    block = read_yaml(text.removeprefix("\ufeff").replace("\r\n", "\n"), first_line=1)
    issues = [
        Issue(Fault.INVALID, "", problem.line, problem.message, problem.help, problem.end_line)
        for problem in block.problems
    ]
    if block.root is None:
        if not issues:
            issues.append(_no_sections())
        return Baselines({}, (), tuple(issues))
    reader = _Reader(issues)
    reader.read(block.root)
    records, unlocks = reader.records, tuple(reader.unlocks)
    refused = {issue.path for issue in issues}
    doubts = (d for d in cross_checks(records, unlocks) if d.path not in refused)
    return Baselines(records, unlocks, (*issues, *doubts))


def _no_sections() -> Issue:
    return Issue(
        Fault.INVALID,
        "",
        1,
        "The baseline file holds no baselines.",
        "Restore its sections (`platforms`, `models`, `results`, …) from the base branch.",
    )


class _Reader:
    """Walks the file's sections and collects records, unlocks and issues."""

    def __init__(self, issues: list[Issue]) -> None:
        self.issues = issues
        self.records: dict[str, Record] = {}
        self.unlocks: list[Unlock] = []

    def read(self, root: MappingNode) -> None:
        for pair in root:
            section = pair.key.text
            if section in _FLAT:
                self._record(section, pair, HEADLINE_RECORDS[section])
            elif section == "asics" or section in OPEN_SECTIONS:
                for inner in self._pairs(section, pair.value):
                    self._named_record(section, inner)
            elif section == "unlocks":
                self._unlocks(pair.value)
            elif section not in _SECTIONS:
                self._unknown(section, pair, _SECTIONS)

    def _named_record(self, section: str, pair: Pair) -> None:
        path = f"{section}.{pair.key.text}"
        families = tuple(p.partition(".")[2] for p in HEADLINE_RECORDS if p.startswith("asics."))
        if section == "asics" and path not in HEADLINE_RECORDS:
            self._unknown(path, pair, families)
            return
        self._record(path, pair, OPEN_SECTIONS.get(section) or HEADLINE_RECORDS[path])

    def _record(self, path: str, pair: Pair, fields: Mapping[str, Field]) -> None:
        pairs = list(self._pairs(path, pair.value))
        texts = {p.key.text: self._text(path, p) for p in pairs if p.key.text in TEXTS}
        audit, sources = self._evidence(path, pairs)
        # A wafer with its weights in SRAM is one "chip" that no band for chips was made for.
        banded = "memory" not in texts or texts["memory"].text != "sram"
        numbers = QuantityReader(path, audit, sources, self.issues, banded=banded)
        quantities: dict[str, Quantity] = {}
        for inner in pairs:
            key = inner.key.text
            if field := fields.get(key):
                if quantity := numbers.read(inner, field):
                    quantities[key] = quantity
            elif key not in TEXTS and key not in ("audit", "source"):
                self._unknown(f"{path}.{key}", inner, (*fields, *TEXTS, "audit", "source"))
        self.records[path] = Record(
            path, texts, quantities, audit, sources, pair.line, pair.end_line
        )

    def _text(self, path: str, pair: Pair) -> Text:
        text = as_text(pair.value)
        if text is None or is_empty(pair.value):
            self._issue(
                f"{path}.{pair.key.text}",
                pair,
                f"`{pair.key.text}` is not a text.",
                f"Write {TEXTS[pair.key.text]}.",
            )
        return Text(text or "", pair.line)

    def _evidence(self, path: str, pairs: list[Pair]) -> tuple[str, tuple[str, ...]]:
        """Return the audit level and sources that hold for all numbers of a record."""
        by_key = {pair.key.text: pair for pair in pairs}
        audit = (as_text(by_key["audit"].value) or "") if "audit" in by_key else ""
        if audit and audit not in AUDITS:
            self._issue(
                f"{path}.audit",
                by_key["audit"],
                f"`{audit[:40]}` is no audit level.",
                f"Use one of {', '.join(f'`{level}`' for level in AUDITS)}.",
            )
        return audit, sources_of(by_key["source"].value) if "source" in by_key else ()

    def _unlocks(self, node: Node) -> None:
        items = node.items if isinstance(node, Sequence) else (node,)
        for item in items:
            if isinstance(item, MappingNode):
                self._unlock(item)
            elif not is_empty(item):
                self._issue(
                    "unlocks",
                    item,
                    "An item of `unlocks` is not a mapping.",
                    "Give it `entry`, `parameter`, `open` and `resolved`.",
                )

    def _unlock(self, item: MappingNode) -> None:
        entry = canonical_id(self._word(item, "entry")) or ""
        parameter = self._word(item, "parameter")
        path = f"unlocks.{entry or '?'}.{parameter or '?'}"
        field = field_of(parameter)
        if not entry or field is None:
            self._issue(
                path,
                item,
                f"This unlock names no parameter of the model: `{parameter[:60]}`."
                if entry
                else "This unlock names no entry.",
                "Give `entry` an id such as B1 and `parameter` a path such as "
                "`asics.common.efficiency`.",
            )
            return
        audit, sources = self._evidence(path, list(item))
        numbers = QuantityReader(path, audit, sources, self.issues)
        ranges = {
            pair.key.text: quantity
            for pair in item
            if pair.key.text in STATUSES and (quantity := numbers.read(pair, field))
        }
        for missing in {"open", "resolved"} - {p.key.text for p in item}:
            self._issue(
                path, item, f"The unlock of {entry} has no `{missing}` range.", "Add the range."
            )
        for pair in item:
            if pair.key.text not in (*STATUSES, "entry", "parameter", "audit", "source", "note"):
                self._unknown(f"{path}.{pair.key.text}", pair, (*STATUSES, "entry", "parameter"))
        self.unlocks.append(Unlock(entry, parameter, ranges, item.line, item.end_line))

    def _word(self, item: MappingNode, key: str) -> str:
        node = item.get(key)
        return (as_text(node) or "").strip() if node else ""

    def _pairs(self, path: str, node: Node) -> Iterator[Pair]:
        if isinstance(node, MappingNode):
            yield from node
        elif not (isinstance(node, Scalar) and node.is_null):
            self._issue(
                path,
                node,
                f"`{path}` is not a mapping of names to values.",
                "Write one `key: value` a line, indented by two spaces.",
            )

    def _unknown(self, path: str, pair: Pair, known: tuple[str, ...]) -> None:
        key = pair.key.text
        close = get_close_matches(key, known, 1)
        names = ", ".join(f"`{name}`" for name in known)
        meant = f"Perhaps `{close[0]}` is meant." if close else f"Known are {names}."
        self._issue(path, pair, f"`{path[:80]}` is not a field of the baselines.", meant)

    def _issue(self, path: str, at: Node | Pair, message: str, help_: str) -> None:
        self.issues.append(Issue(Fault.INVALID, path, at.line, message, help_, at.end_line))


def field_of(path: str) -> Field | None:
    """Return what the number at `path` has to be, None where the model has no such number."""
    record, _, key = path.rpartition(".")
    fields = HEADLINE_RECORDS.get(record) or OPEN_SECTIONS.get(record.partition(".")[0], {})
    return fields.get(key)
