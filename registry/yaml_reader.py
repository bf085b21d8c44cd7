"""Read a small YAML block into nodes with lines; what plain text breaks is mended, or said."""

from dataclasses import dataclass, replace

import yaml

from registry.nodes import Mapping, Node, Pair, Scalar, Sequence
from registry.problem import Problem, ProblemKind
from registry.yaml_builder import RefusedError
from registry.yaml_mending import UNPRINTABLE, Page

MAX_MENDS = 40
MAX_REREAD = 1_000_000
"""Characters read again in order to mend a block: a long one has fewer of its lines mended."""


@dataclass(frozen=True, slots=True)
class YamlBlock:
    """A block as read: its top mapping (None when there is none) and what had to be passed over."""

    root: Mapping | None
    problems: tuple[Problem, ...]


def read_yaml(text: str, first_line: int = 0) -> YamlBlock:
    """Read `text`, whose first line is line `first_line` of its section. Never raises."""
    problems: list[Problem] = []
    # libyaml passes over a byte order mark without counting it.
    text = _without_control_characters(text.removeprefix("\ufeff"), problems)
    page = Page(text, first_line)
    for _ in range(min(MAX_MENDS, 1 + MAX_REREAD // max(1, len(text)))):
        try:
            root = page.build()
        except (RefusedError, yaml.MarkedYAMLError) as error:
            page.mend(error)
        else:
            root = page.restored(root)
            problems += page.refused.values()
            return _checked(root, [problem.shifted(first_line) for problem in problems])
    too_many = Problem(
        ProblemKind.SECTION,
        0,
        "This YAML block has too many lines that YAML refuses, so it was not read.",
        "Put each text that contains `: `, ` #`, `@`, quotes or brackets in double quotes.",
        end_line=len(page.lines) - 1,
    )
    return YamlBlock(None, (too_many.shifted(first_line),))


def _checked(root: Node | None, problems: list[Problem]) -> YamlBlock:
    if root is None or (isinstance(root, Scalar) and root.is_null):
        return YamlBlock(None, tuple(problems))
    if isinstance(root, Mapping):
        return YamlBlock(_without_repeated_keys(root, problems), tuple(problems))
    if not problems:  # else what was refused is why nothing is left to be a mapping
        problems.append(
            Problem(
                ProblemKind.SECTION,
                root.line,
                "This YAML block is not a list of `key: value` lines.",
                "Start each line with a field's name and a colon, for example `status: open`.",
                end_line=root.end_line,
            )
        )
    return YamlBlock(None, tuple(problems))


def _without_control_characters(text: str, problems: list[Problem]) -> str:
    match = UNPRINTABLE.search(text)
    if not match:
        return text
    problems.append(
        Problem(
            ProblemKind.YAML,
            text.count("\n", 0, match.start()),
            f"An invisible control character (U+{ord(match[0]):04X}) stands in this line.",
            "Delete the character; retyping the line is the surest way.",
        )
    )
    return UNPRINTABLE.sub("�", text)


def _without_repeated_keys(mapping: Mapping, problems: list[Problem]) -> Mapping:
    """Keep the first of each repeated key, at any depth, and report the others."""
    pairs: dict[str, Pair] = {}
    for pair in mapping.pairs:
        key = pair.key.text
        if key in pairs:
            problems.append(
                Problem(
                    ProblemKind.YAML,
                    pair.line,
                    f"The key `{key}` stands twice in the same mapping; only the first is read.",
                    "Keep one of the two.",
                    end_line=pair.end_line,
                )
            )
            continue
        pairs[key] = replace(pair, value=_nested(pair.value, problems))
    return replace(mapping, pairs=tuple(pairs.values()))


def _nested(node: Node, problems: list[Problem]) -> Node:
    if isinstance(node, Mapping):
        return _without_repeated_keys(node, problems)
    if isinstance(node, Sequence):
        return replace(node, items=tuple(_nested(item, problems) for item in node.items))
    return node
