"""Issue forms: the fields that a form's YAML names, and what an issue's body says in each.

GitHub turns a filled-in form into Markdown, `### Label`, an empty line and the value, field by
field in the form's order. A value may hold anything, so a heading counts as a field's only where it
stands outside of code and comments, and where the fields are then in the form's order.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from registry.nodes import Mapping as MappingNode
from registry.nodes import Node, Scalar, Sequence
from registry.yaml_reader import read_yaml

NO_RESPONSE = "_No response_"
"""What GitHub writes for a field that was left empty."""

_HEADING = re.compile(r" {0,3}###[ \t]+(?P<label>.*?)(?:[ \t]+#+)?[ \t]*")
_FENCE = re.compile(r" {0,3}(?P<mark>`{3,}(?=[^`]*$)|~{3,})")
_CODE_OR_COMMENT = re.compile(r"(?<!`)(?P<run>`+)(?!`).*?(?<!`)(?P=run)(?!`)|<!--.*?-->", re.DOTALL)
_COMMENT_END = "-->"


@dataclass(frozen=True, slots=True)
class FormField:
    """One question of a form; `options` are the choices of a dropdown, `name` its id."""

    name: str
    label: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IssueForm:
    """A form's questions in their order, and the labels it puts on its issues."""

    fields: tuple[FormField, ...]
    labels: tuple[str, ...] = ()


def read_form(text: str) -> IssueForm | None:
    """Read a form's YAML; None where it holds no question with an id and a label."""
    root = read_yaml(text.removeprefix("\ufeff").replace("\r\n", "\n")).root
    if root is None:
        return None
    fields = tuple(_fields(_items(root.get("body"))))
    return IssueForm(fields, _texts(root.get("labels"))) if fields else None


def _fields(elements: tuple[Node, ...]) -> Iterator[FormField]:
    for element in elements:
        if not isinstance(element, MappingNode):
            continue
        attributes = element.get("attributes")
        name = _text(element.get("id"))
        if (
            name
            and isinstance(attributes, MappingNode)
            and (label := _text(attributes.get("label")))
        ):
            yield FormField(name, label, _texts(attributes.get("options")))


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, Sequence) else ()


def _text(node: Node | None) -> str:
    return node.text.strip() if isinstance(node, Scalar) else ""


def _texts(node: Node | None) -> tuple[str, ...]:
    if isinstance(node, Scalar):  # labels may also stand in one text, separated by commas
        return tuple(filter(None, (word.strip() for word in node.text.split(","))))
    return tuple(filter(None, map(_text, _items(node))))


def read_body(body: str, form: IssueForm) -> Mapping[str, str]:
    """Return the values in an issue's body by field id, in the form's order. Never raises.

    A field without a heading is left out; one that was left empty is "". HTML comments, which no
    reader sees, are no part of a value.
    """
    lines = body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    sections = _sections(lines, {_folded(field.label): i for i, field in enumerate(form.fields)})
    values = {
        rank: _value("\n".join(lines[start + 1 : end]))
        for (start, rank), (end, _) in pairwise([*sections, (len(lines), -1)])
    }
    return {field.name: values[i] for i, field in enumerate(form.fields) if i in values}


def _value(text: str) -> str:
    closed = text.rfind(_COMMENT_END) + len(_COMMENT_END) if _COMMENT_END in text else 0
    # What follows the last end of a comment holds none; not looking there keeps the time linear.
    shown = _CODE_OR_COMMENT.sub(lambda match: match[0] if match["run"] else "", text[:closed])
    value = (shown + text[closed:]).strip()
    return "" if value == NO_RESPONSE else value


def _sections(lines: list[str], ranks: Mapping[str, int]) -> list[tuple[int, int]]:
    """Return the lines of the fields' headings with the fields' ranks, in the order they stand.

    A value may repeat a heading, so the longest run in the form's order is taken. Where that leaves
    a field out, the body is not in the form's order and each field's first heading counts.
    """
    found = [
        (number, ranks[label])
        for number in _visible_lines(lines)
        if (heading := _HEADING.fullmatch(lines[number]))
        and (label := _folded(heading["label"])) in ranks
    ]
    ordered = _longest_run(found)
    first: dict[int, int] = {}
    for number, rank in found:
        first.setdefault(rank, number)
    if len(ordered) == len(first):
        return ordered
    return [(number, rank) for rank, number in sorted(first.items(), key=lambda item: item[1])]


def _longest_run(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run with rising ranks; of equal ones, that whose headings come first."""
    best: dict[int, list[tuple[int, int]]] = {}
    for number, rank in found:
        before = max((run for end, run in best.items() if end < rank), key=len, default=[])
        if len(before) + 1 > len(best.get(rank, [])):
            best[rank] = [*before, (number, rank)]
    return max(best.values(), key=len, default=[])


def _folded(label: str) -> str:
    return " ".join(label.casefold().split())


def _visible_lines(lines: list[str]) -> Iterator[int]:
    """Yield the numbers of the lines outside of fenced code and of comments that begin a line.

    A fence or comment that is never closed hides nothing: it must not swallow the fields after it.
    """
    unclosed = {"`": len(lines), "~": len(lines)}  # marks of this length and more have no end
    last_comment_end = max((i for i, line in enumerate(lines) if _COMMENT_END in line), default=-1)
    number = 0
    while number < len(lines):
        line = lines[number]
        fence = _FENCE.match(line)
        end = -1
        if fence and len(fence["mark"]) < unclosed[fence["mark"][0]]:
            end = _fence_end(lines, number + 1, fence["mark"])
            if end < 0:
                unclosed[fence["mark"][0]] = len(fence["mark"])
        elif line.lstrip(" ").startswith("<!--") and number <= last_comment_end:
            after = line.partition("<!--")[2]
            inside = (i for i in range(number + 1, len(lines)) if _COMMENT_END in lines[i])
            end = number if _COMMENT_END in after else next(inside, -1)
        if end < 0:
            yield number
        number = max(number, end) + 1


def _fence_end(lines: list[str], start: int, mark: str) -> int:
    for number in range(start, len(lines)):
        text = lines[number].strip(" \t")
        if len(text) >= len(mark) and text.strip(mark[0]) == "":
            return number
    return -1
