"""A repository's own settings, as its `.github/registry-bot.yml` states them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from registry import nodes
from registry.nodes import Node, Scalar
from registry.problem import Problem
from registry.snapshot import Paths, decode
from registry.yaml_reader import read_yaml
from rules import RULES
from rules.configuration import RuleSettings
from rules.labels import DEFAULT_LABELS
from rules.rule import Severity
from rules.wording import closest, listing, quote

CONFIGURATION_PATH = ".github/registry-bot.yml"
FORM_PATH = ".github/ISSUE_TEMPLATE/failed-attempt.yml"

# YAML 1.1 reads these words as truth values, so a maintainer may mean either.
_YES, _NO = frozenset({"true", "yes", "on"}), frozenset({"false", "no", "off"})
_LOGIN = re.compile(r"@?(?P<login>[A-Za-z0-9][A-Za-z0-9_-]{0,99})")
_TEAM = re.compile(r"@?(?P<team>[A-Za-z0-9][A-Za-z0-9_-]{0,99}/[A-Za-z0-9_][A-Za-z0-9_.-]{0,99})")
_LONGEST_LABEL = 50
"""Characters that GitHub takes in a label's name."""


def _default_labels() -> Mapping[str, str]:
    return {name: name for name in DEFAULT_LABELS}


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a repository decides. `labels` gives every logical name its label.

    `maintainers` holds logins and `@org/team`; None stands for who may write. `problems` are
    sentences on what could not be used, in whose place the default holds.
    """

    paths: Paths = field(default_factory=Paths)
    rules: RuleSettings = field(default_factory=RuleSettings)
    labels: Mapping[str, str] = field(default_factory=_default_labels)
    comment: bool = True
    maintainers: tuple[str, ...] | None = None
    problems: tuple[str, ...] = ()

    @property
    def files(self) -> tuple[str, ...]:
        """The path of every file that is of the registry."""
        return tuple(dict.fromkeys((*self.paths.all, CONFIGURATION_PATH, FORM_PATH)))


def read_configuration(data: bytes | None) -> Configuration:
    """Read the file's bytes; None and an empty file are the defaults. Never raises."""
    if not data or not data.strip():
        return Configuration()
    text = decode(data)
    if isinstance(text, Problem):
        return Configuration(problems=(f"{text.message} The defaults hold.",))
    block = read_yaml(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    reader = _Reader()
    for problem in block.problems:
        reader.report(problem.line, problem.message)
    return reader.read(block.root)


class _Reader:
    """Reads the settings one by one and gathers what is wrong with them."""

    def __init__(self) -> None:
        self.problems: list[tuple[int, str]] = []

    def report(self, line: int, message: str) -> None:
        self.problems.append((line, f"Line {line + 1}: {message}"))

    def read(self, root: nodes.Mapping | None) -> Configuration:
        paths: dict[str, str | None] = {}
        settings: dict[str, Any] = {}
        for pair in root or ():
            name, node = pair.key.text, pair.value
            if name not in _SETTINGS and name not in _PATHS:
                self._unknown(pair.line, "setting", name, (*_SETTINGS, *_PATHS))
            elif nodes.is_empty(node):
                continue
            elif name in _PATHS:
                paths[name] = self._path(name, node)
            else:
                settings[name] = _SETTINGS[name](self, node)
        return Configuration(
            paths=Paths(**{name: path for name, path in paths.items() if path}),
            problems=tuple(sentence for _, sentence in sorted(self.problems)),
            **{name: value for name, value in settings.items() if value is not None},
        )

    def _unknown(self, line: int, what: str, name: str, known: tuple[str, ...]) -> None:
        guess = closest(name, known)
        hint = f"did you mean {quote(guess)}?" if guess else "it is passed over."
        self.report(line, f"{quote(name)} is no {what}; {hint}")

    def _path(self, name: str, node: Node) -> str | None:
        path = node.text.strip() if isinstance(node, Scalar) else ""
        inside = path.isprintable() and "\\" not in path and ":" not in path
        parts = PurePosixPath(path).parts
        if inside and parts and parts[0] != "/" and ".." not in parts and not path.endswith("/"):
            return str(PurePosixPath(path))
        self.report(node.line, f"`{name}` is a file's path from the top of the repository.")
        return None

    def rules(self, node: Node) -> RuleSettings | None:
        codes = {rule.code.lower(): rule.code for rule in RULES}
        names = {rule.name: rule.name for rule in RULES}
        severities: dict[str, Severity | None] = {}
        for pair in self._pairs(node, "rules", "RB101: warning"):
            key = (codes | names).get(pair.key.text.lower())
            word = pair.value.text.lower() if isinstance(pair.value, Scalar) else ""
            if key is None:
                self._unknown(pair.line, "rule", pair.key.text, (*codes.values(), *names))
            elif word in _NO:
                severities[key] = None
            elif word in _SEVERITIES:
                severities[key] = _SEVERITIES[word]
            elif word not in _YES:
                self.report(
                    pair.line,
                    f"the severity of {quote(key)} is one of {listing(_SEVERITIES)} and `off`.",
                )
        return RuleSettings(severities)

    def labels(self, node: Node) -> Mapping[str, str] | None:
        labels = dict(_default_labels())
        for pair in self._pairs(node, "labels", "ready: ready to merge"):
            name = pair.key.text
            label = pair.value.text.strip() if isinstance(pair.value, Scalar) else ""
            if name not in labels:
                self._unknown(pair.line, "label of the bot", name, DEFAULT_LABELS)
            elif 0 < len(label) <= _LONGEST_LABEL and label.isprintable():
                labels[name] = label
            else:
                self.report(
                    pair.line,
                    f"the label for {quote(name)} is a text of 1 to {_LONGEST_LABEL} characters.",
                )
        return labels

    def comment(self, node: Node) -> bool | None:
        word = node.text.lower() if isinstance(node, Scalar) else ""
        if word in _YES | _NO:
            return word in _YES
        self.report(node.line, "`comment` is `true` or `false`.")
        return None

    def maintainers(self, node: Node) -> tuple[str, ...] | None:
        if isinstance(node, nodes.Mapping):
            self.report(node.line, "`maintainers` is a list of logins and of teams (`@org/team`).")
            return None
        items = node.items if isinstance(node, nodes.Sequence) else (node,)
        found = []
        for item in items:
            text = item.text.strip() if isinstance(item, Scalar) else ""
            if team := _TEAM.fullmatch(text):
                found.append(f"@{team['team']}")
            elif login := _LOGIN.fullmatch(text):
                found.append(login["login"])
            else:
                self.report(item.line, "a maintainer is a login or a team such as `@org/team`.")
        return tuple(dict.fromkeys(found)) if found or not items else None

    def _pairs(self, node: Node, name: str, example: str) -> tuple[nodes.Pair, ...]:
        if isinstance(node, nodes.Mapping):
            return node.pairs
        self.report(node.line, f"`{name}` holds lines such as `{example}`.")
        return ()


_PATHS = ("registry", "baselines", "references", "published")
_SETTINGS: dict[str, Callable[[_Reader, Node], Any]] = {
    "rules": _Reader.rules,
    "labels": _Reader.labels,
    "comment": _Reader.comment,
    "maintainers": _Reader.maintainers,
}
_SEVERITIES = {severity.value: severity for severity in Severity}
