"""Build nodes from libyaml's events; refuse what makes YAML more than data."""

import re
from collections.abc import Iterator

import yaml

from registry.line_index import LineIndex
from registry.nodes import Mapping, Node, Pair, Scalar, Sequence

MAX_DEPTH = 16
_BLANK = (" ", "\t")
_CUT = re.compile(r"[ \t]+(#.*)")


class RefusedError(Exception):
    """The text is YAML, but of a kind that a registry does not take; `line` counts from 0."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


class Builder:
    """Reads one text, whose first line is line `first_line` of its section.

    libyaml's events, unlike its composer's nodes, show anchors and aliases.
    """

    def __init__(self, text: str, first_line: int) -> None:
        self.text = text
        self.first_line = first_line
        self._line = LineIndex(text).line
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=yaml.CSafeLoader)

    def build(self) -> Node | None:
        """Return the text's value. Raises RefusedError, or MarkedYAMLError for malformed text."""
        root: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    raise RefusedError(
                        self._line(_start(event)), "A second YAML document starts here."
                    )
                root = self._node(next(self.events), 0)
        return root

    def _node(self, event: yaml.Event, depth: int) -> Node:
        assert isinstance(event, yaml.AliasEvent | yaml.ScalarEvent | yaml.CollectionStartEvent)
        if isinstance(event, yaml.AliasEvent) or event.anchor or event.tag:
            raise RefusedError(self._line(_start(event)), _refusal(event))
        if depth > MAX_DEPTH:
            raise RefusedError(self._line(_start(event)), "This value is nested too deeply.")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, depth)
        assert isinstance(event, yaml.MappingStartEvent)
        return self._mapping(event, depth)

    def _span(self, start: int, end: int) -> tuple[int, int, str]:
        source = self.text[start:end].rstrip()
        line = self.first_line + self._line(start)
        return line, line + source.count("\n"), source

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        end = _end(event)
        line, end_line, source = self._span(_start(event), end)
        plain = event.style in (None, "")
        cut = ""
        if plain and source and self.text[end : end + 1] in _BLANK:
            match = _CUT.match(self.text, end)
            cut = match[1] if match else ""
        return Scalar(event.value, plain, line, end_line, source, cut)

    def _sequence(self, event: yaml.SequenceStartEvent, depth: int) -> Sequence:
        items = []
        while not isinstance(inner := next(self.events), yaml.SequenceEndEvent):
            items.append(self._node(inner, depth + 1))
        span = self._collection_span(event, inner, items)
        return Sequence(tuple(items), bool(event.flow_style), *span)

    def _mapping(self, event: yaml.MappingStartEvent, depth: int) -> Mapping:
        pairs = []
        while not isinstance(inner := next(self.events), yaml.MappingEndEvent):
            key = self._node(inner, depth + 1)
            if not isinstance(key, Scalar):
                raise RefusedError(key.line - self.first_line, "A key has to be one word.")
            pairs.append(Pair(key, self._node(next(self.events), depth + 1)))
        span = self._collection_span(event, inner, pairs)
        return Mapping(tuple(pairs), bool(event.flow_style), *span)

    def _collection_span(
        self, start: yaml.CollectionStartEvent, end: yaml.Event, children: list[Node] | list[Pair]
    ) -> tuple[int, int, str]:
        """Block collections end where their last child does: libyaml's mark runs past it."""
        line, end_line, source = self._span(_start(start), _end(end))
        if start.flow_style:
            return line, end_line, source
        end_line = max([line, *(child.end_line for child in children)])
        return line, end_line, "\n".join(source.split("\n")[: end_line - line + 1])


def _start(event: yaml.Event) -> int:
    assert event.start_mark is not None
    return event.start_mark.index


def _end(event: yaml.Event) -> int:
    assert event.end_mark is not None
    return event.end_mark.index


def _refusal(event: yaml.AliasEvent | yaml.ScalarEvent | yaml.CollectionStartEvent) -> str:
    """Return why an event is refused: anchors, aliases and tags make YAML more than data."""
    if isinstance(event, yaml.AliasEvent):
        return f"`*{event.anchor}` is a YAML alias, which is not taken here."
    if event.anchor:
        return f"`&{event.anchor}` is a YAML anchor, which is not taken here."
    return f"`{event.tag}` is a YAML tag, which is not taken here."
