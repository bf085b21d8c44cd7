"""Where Markdown's links, definitions and pictures put their addresses, each as it is written.

Behind `](` and behind `[label]:` Markdown says where an address ends, so nothing of the sentence
has to be told apart from it. What is no whole target is left to the rules for sentences.
"""

import re
from dataclasses import dataclass

from registry.citations.extents import ESCAPE, extent

_BRACKET = re.compile(r"\\.|(?P<open>!?\[)|(?P<close>\])(?P<target>\([ \t\r\n]*<?)?", re.DOTALL)
_DEFINITION = re.compile(
    r"^[ >]*\[(?!\^)(?P<label>[^\[\]\r\n]+)\]:[ \t]*(?:\r?\n[ \t]*)?<?", re.MULTILINE
)
_PICTURE = re.compile(r"!\[(?P<text>[^\[\]]*)\](?!\()(?:\[(?P<label>[^\[\]]+)\])?")
_IMG = re.compile(r"<img\b[^<>]*?[\s\"']src\s*=\s*[\"']?", re.IGNORECASE)
# A target goes no further than the next one, so that reading all of them takes linear time.
_PLAIN = re.compile(rf"(?:{ESCAPE}|\](?!\()|[^\s\x00-\x1f\x7f<>()\\{{}}\]])*")
_ANGLE = re.compile(rf"(?:{ESCAPE}|[^\s\x00<>\\]|\ (?=[^\s>]))*(?=>)")
_AFTER_LINK = re.compile(r"\s*\)|\s+[\"'(]")
_AFTER_DEFINITION = re.compile(r"[ \t]*(?:[\r\n]|\Z)|\s+[\"'(]")


@dataclass(frozen=True, slots=True)
class Target:
    """An address in a link: where the link starts, and where the address ends if it is whole."""

    link: int
    end: int | None
    pictured: bool


def targets_in(text: str) -> dict[int, Target]:
    """Return the targets of a text by where their addresses start."""
    targets: dict[int, Target] = {}
    opened: list[re.Match[str]] = []
    for part in _BRACKET.finditer(text) if "](" in text else ():
        if part["open"]:
            opened.append(part)
        elif part["close"] and opened:
            opening, start = opened.pop(), part.end()
            if part["target"]:
                end = _end(text, start, _AFTER_LINK)
                targets[start] = Target(opening.start(), end, opening[0] == "![")
    for img in _IMG.finditer(text) if "<" in text else ():
        targets[img.end()] = Target(img.start(), None, pictured=True)
    return targets | (_definitions_in(text) if "]:" in text else {})


def _definitions_in(text: str) -> dict[int, Target]:
    targets: dict[int, Target] = {}
    pictured = {_label(picture["label"] or picture["text"]) for picture in _PICTURE.finditer(text)}
    for definition in _DEFINITION.finditer(text):
        start = definition.end()
        end = _end(text, start, _AFTER_DEFINITION)
        targets[start] = Target(start, end, _label(definition["label"]) in pictured)
    return targets


def _end(text: str, start: int, after: re.Pattern[str]) -> int | None:
    if text[start - 1] == "<":
        angle = _ANGLE.match(text, start)
        return angle.end() if angle else None
    end = extent(_PLAIN, text, start)
    return end if after.match(text, end) else None


def _label(text: str) -> str:
    """Return a label by which Markdown finds its definition."""
    return " ".join(text.split()).casefold()
