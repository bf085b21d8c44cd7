"""Write edits back into a registry file without disturbing what was not meant.

Text is spliced at the lines that reading recorded; nothing is dumped anew. Every result is read
again and must differ from the original by exactly what was asked for.
"""

import re
from dataclasses import dataclass
from typing import NoReturn

from registry.document import Document, Entry, read_document
from registry.identifier import canonical_id
from registry.nodes import Mapping, Scalar, Sequence, Value, is_empty, plain_value
from registry.schema import Kind
from registry.splitting import split_sections
from registry.yaml_writer import NewItem, write_block, write_flow, write_scalar

_NAME = re.compile(r"[A-Za-z_][\w-]*", re.ASCII)
_ITEM = re.compile(r"(?P<indent>[ \t]*)-(?:[ \t]|$)")
_EMPTY = re.compile(
    r"(?P<key>[^:]*:)(?:[ \t]*(?:\[[ \t]*\]|~|null|\"\"|''))?(?P<rest>[ \t]*(?:#.*)?)"
)


class EditError(Exception):
    """The edit cannot be made safely; the message is one sentence for the one who asked for it."""


def add_item(text: str, entry_id: str, field: str, item: NewItem) -> str:
    """Return `text` with `item` at the end of a list of an entry, written like its neighbours.

    A missing field is put where the schema has it. Raises EditError where the entry, the field or
    its block cannot be edited safely.
    """
    _check_names(field, item)
    page = _Page.of(text, entry_id)
    node = page.entry.field(field)
    if node is None:
        page.insert_field(field, page.new_list(field, item))
    elif isinstance(node, Sequence) and node.items:
        page.append_to(node, item)
    elif is_empty(node) or isinstance(node, Sequence):
        page.fill_empty(field, page.new_list(field, item))
    else:
        raise EditError(f"`{field}` of {page.entry.id} holds a single value, not a list.")
    added: Value = item if isinstance(item, str) else {**item}
    old = node.items if isinstance(node, Sequence) else ()
    return page.checked(field, [*map(plain_value, old), added])


def set_field(text: str, entry_id: str, field: str, value: str | int) -> str:
    """Return `text` with a field of an entry set to one value; a missing field is added.

    Raises EditError where the entry, the field or its block cannot be edited safely.
    """
    _check_names(field, "")
    page = _Page.of(text, entry_id)
    node = page.entry.field(field)
    written = f" {write_scalar(value)}"
    if node is None:
        page.insert_field(field, [written])
    elif is_empty(node):
        page.fill_empty(field, [written])
    elif isinstance(node, Scalar):
        page.replace_scalar(field, node, written.strip())
    else:
        raise EditError(f"`{field}` of {page.entry.id} holds a list, not a single value.")
    return page.checked(field, value)


def _check_names(field: str, item: NewItem) -> None:
    names = [field, *([] if isinstance(item, str) else item)]
    for name in names:
        if not _NAME.fullmatch(name):
            raise EditError(f"`{name}` cannot be the name of a field.")
    if not isinstance(item, str) and not item:
        raise EditError(f"Nothing was given to add to `{field}`.")


@dataclass
class _Page:
    """A file as lines, with the entry to edit. Lines of nodes count from the entry's heading."""

    lines: list[str]
    document: Document
    entry: Entry
    block: Mapping
    ending: str

    @classmethod
    def of(cls, text: str, entry_id: str) -> "_Page":
        document = read_document(text)
        wanted = canonical_id(entry_id) or " ".join(entry_id.split())[:40]
        entry = document.by_id.get(wanted)
        if entry is None:
            raise EditError(f"There is no entry {wanted} in this file.")
        if any(other.id == wanted for other in document.repeated):
            raise EditError(f"Two entries are called {wanted}, so it is unclear which is meant.")
        block = entry.section.block
        if block is None or entry.section.problems:
            raise EditError(
                f"The YAML block of {wanted} has mistakes that must be put right first."
            )
        if block.flow:
            raise EditError(
                f"The YAML block of {wanted} is written in braces, which is not edited."
            )
        lines = text.split("\n")
        fence = lines[entry.line - 1 + max(0, entry.section.block_line)]
        return cls(lines, document, entry, block, "\r" if fence.endswith("\r") else "")

    def at(self, line: int) -> int:
        """Return the index of a line that counts from the entry's heading."""
        return self.entry.line - 1 + line

    def read(self, line: int) -> str:
        return self.lines[self.at(line)].removesuffix("\r")

    def write(self, line: int, text: str) -> None:
        """Replace the line; its own ending stays."""
        ending = "\r" if self.lines[self.at(line)].endswith("\r") else ""
        self.lines[self.at(line)] = text + ending

    def insert(self, line: int, texts: list[str]) -> None:
        at = self.at(line)
        self.lines[at:at] = [text + self.ending for text in texts]

    def new_list(self, field: str, item: NewItem) -> list[str]:
        """Return what follows `field:` in a list of its own: first the rest of the line."""
        spec = self.document.schema.get(field) if self.document.schema else None
        if spec and spec.kind is Kind.IDS:
            return [f" [{write_flow(item)}]"]
        return ["", *(f"  {line}" for line in write_block(item))]

    def insert_field(self, field: str, value: list[str]) -> None:
        """Put a new field behind the last of those that the schema has before it."""
        names = [spec.name for spec in self.document.schema.fields] if self.document.schema else []
        earlier = names[: names.index(field)] if field in names else names
        ends = [pair.end_line for pair in self.block if pair.key.text in earlier]
        line = max(ends) + 1 if ends else self._behind_the_last(field in names)
        indent = self._indent(self.block.pairs[0].line)
        first, *more = value
        self.insert(line, [f"{indent}{field}:{first}", *(indent + text for text in more)])

    def _behind_the_last(self, is_first: bool) -> int:
        pairs = self.block.pairs
        return pairs[0].line if is_first else max(pair.end_line for pair in pairs) + 1

    def fill_empty(self, field: str, value: list[str]) -> None:
        """Give a value to a field that has none, or `[]`; a comment on its line stays."""
        pair = self.block.by_key[field]
        match = _EMPTY.fullmatch(self.read(pair.line))
        if match is None or pair.end_line != pair.line:
            self._refuse(field)
        first, *more = value
        self.write(pair.line, match["key"] + first + match["rest"])
        indent = self._indent(pair.line)
        self.insert(pair.line + 1, [indent + text for text in more])

    def append_to(self, node: Sequence, item: NewItem) -> None:
        if node.flow:
            self._append_in_brackets(node, item)
            return
        last = node.items[-1]
        dash = _ITEM.match(self.read(last.line))
        if dash is None:
            self._refuse("the list")
        flow = isinstance(last, Mapping) and last.flow
        texts = [f"- {write_flow(item)}"] if flow else write_block(item)
        self.insert(node.end_line + 1, [dash["indent"] + text for text in texts])

    def _append_in_brackets(self, node: Sequence, item: NewItem) -> None:
        line, source = self.read(node.end_line), node.source.rsplit("\n", 1)[-1]
        if line.count(source) != 1 or not source.endswith("]"):
            self._refuse("the list")
        end = line.index(source) + len(source) - 1
        inside, rest = line[:end].rstrip() or line[:end], line[end:]
        comma = " " if node.source[:-1].rstrip().endswith(",") else ", "
        self.write(node.end_line, f"{inside}{comma}{write_flow(item)}{rest}")

    def replace_scalar(self, field: str, node: Scalar, written: str) -> None:
        pair = self.block.by_key[field]
        line = self.read(pair.line)
        key, colon, rest = line.partition(":")
        first = node.source.split("\n", 1)[0]
        space = rest[: len(rest) - len(rest.lstrip())]
        if not colon or key.strip() != field or not rest[len(space) :].startswith(first):
            self._refuse(field)
        behind = rest[len(space) + len(first) :] if node.line == node.end_line else ""
        self.write(pair.line, f"{key}:{space}{written}{behind}")
        del self.lines[self.at(pair.line) + 1 : self.at(node.end_line) + 1]

    def _indent(self, line: int) -> str:
        text = self.read(line)
        return text[: len(text) - len(text.lstrip())]

    def _refuse(self, what: str) -> NoReturn:
        raise EditError(
            f"How {what} is written in {self.entry.id} does not let it be edited safely."
        )

    def checked(self, field: str, value: Value) -> str:
        """Return the new text, provided that it says what was meant and all else as before."""
        text = "\n".join(self.lines)
        after = read_document(text)
        entry = after.by_id.get(self.entry.id)
        before: Value = plain_value(self.block)
        assert isinstance(before, dict)
        meant = before | {field: value}
        block = entry.section.block if entry else None
        if (
            entry is None
            or block is None
            or entry.section.problems
            or plain_value(block) != meant
            or entry.prose.text != self.entry.prose.text
            or _others(after, entry) != _others(self.document, self.entry)
        ):
            self._refuse(f"`{field}`")
        return text


def _others(document: Document, entry: Entry) -> list[str]:
    """Return the text of every section but the entry's own."""
    spans = split_sections(document.text)
    texts = [document.text[start:end] for start, end in spans]
    texts.remove(entry.section.text)
    return texts
