"""Write one value as YAML: plain where every reader takes it for the text it is, else in quotes."""

import re
from collections.abc import Mapping

import yaml
from yaml.resolver import Resolver

from registry.nodes import Mapping as MappingNode
from registry.nodes import Node, Scalar, Sequence
from registry.yaml_reader import read_yaml

NewItem = str | Mapping[str, str | int]
"""What can be added to a list: a text, or a mapping of keys to texts and whole numbers."""

# What YAML forbids, and also its further line breaks, the byte order mark and the marks that
# reorder text: written as escapes, they are seen for what they are.
_ESCAPED = re.compile(
    "[^\x20-\x7e\xa0-\u200d\u2010-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd"
    "\U00010000-\U0010ffff]"
)
_SHORT = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}
# A text that looks like a day stays plain, as every registry writes its dates.
_TEXT_TAGS = frozenset({"tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp"})
# PyYAML resolves by YAML 1.1; these are numbers to readers of YAML 1.2.
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|0o?\d+", re.ASCII)
_resolver = Resolver()


def write_scalar(value: str | int, *, flow: bool = False) -> str:
    """Return the value as YAML on one line; `flow` for a place inside brackets or braces."""
    if isinstance(value, int):
        return str(value)
    return value if _is_plain(value, flow=flow) else _in_quotes(value)


def write_flow(item: NewItem) -> str:
    """Return an item on one line, a mapping in braces."""
    if isinstance(item, str):
        return write_scalar(item, flow=True)
    pairs = (f"{key}: {write_scalar(value, flow=True)}" for key, value in item.items())
    return f"{{{', '.join(pairs)}}}"


def write_block(item: NewItem) -> list[str]:
    """Return an item of a block list as its lines, without indentation."""
    if isinstance(item, str):
        return [f"- {write_scalar(item)}"]
    lines = [f"{key}: {write_scalar(value)}" for key, value in item.items()]
    return [("- " if index == 0 else "  ") + line for index, line in enumerate(lines)]


def _is_plain(text: str, *, flow: bool) -> bool:
    """Whether `text` without quotes reads as itself, as an item and as a value."""
    if text != text.strip() or _ESCAPED.search(text):
        return False
    tag = _resolver.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    if tag not in _TEXT_TAGS or _NUMBER.fullmatch(text):
        return False
    tried = f"f: [{text}, {{k: {text}}}]" if flow else f"f:\n- {text}\n- k: {text}"
    block = read_yaml(tried)
    node = block.root.get("f") if block.root and not block.problems else None
    if not isinstance(node, Sequence) or len(node.items) != 2:
        return False
    item, pair = node.items
    value = pair.get("k") if isinstance(pair, MappingNode) and len(pair.pairs) == 1 else None
    return _reads_as(item, text) and _reads_as(value, text)


def _reads_as(node: Node | None, text: str) -> bool:
    return isinstance(node, Scalar) and node.text == text and not node.cut


def _in_quotes(text: str) -> str:
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _ESCAPED.sub(lambda match: _escape(match[0]), text) + '"'


def _escape(char: str) -> str:
    code = ord(char)
    return _SHORT.get(char) or (f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}")
