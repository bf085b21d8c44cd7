"""The dependency graph: cycles, and the Mermaid drawing generated into the registry file."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

BEGIN, END = "<!-- registry-bot:graph -->", "<!-- /registry-bot:graph -->"
_BEGIN = re.compile(rf"^{re.escape(BEGIN)}[ \t]*\n", re.MULTILINE)
_END = re.compile(rf"^{re.escape(END)}[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class GeneratedGraph:
    """What stands between the markers; lines count from 1, markers included."""

    body: str
    line: int
    end_line: int


def find_graph(text: str) -> GeneratedGraph | None:
    """Find the generated block, or None where the file has no markers."""
    begin = _BEGIN.search(text)
    end = _END.search(text, begin.end()) if begin else None
    if not begin or not end:
        return None
    body = text[begin.end() : end.start()]
    line = 1 + text.count("\n", 0, begin.start())
    return GeneratedGraph(body, line, line + 1 + body.count("\n"))


def render_graph(dependencies: Mapping[str, Iterable[str]]) -> str:
    """Return the lines between the markers: one for each entry, with an arrow to what it needs.

    Only ids are drawn: names are a contributor's text, and Mermaid would render them live. Nor are
    statuses, so that only a change of entries or dependencies makes the drawing stale.
    """
    lines = []
    for entry_id, needed in dependencies.items():
        known = " & ".join(other for other in needed if other in dependencies)
        lines.append(f"  {entry_id} --> {known}" if known else f"  {entry_id}")
    return "\n".join(["```mermaid", "graph LR", *lines, "```"]) + "\n"


def path_between(
    dependencies: Mapping[str, Iterable[str]], start: str, goal: str
) -> tuple[str, ...] | None:
    """Return a shortest chain of dependencies from `start` to `goal`, both included, or None."""
    came_from: dict[str, str] = {}
    frontier = [start]
    while frontier:
        reached = []
        for entry_id in frontier:
            for other in dependencies.get(entry_id, ()):
                if other in came_from or other == start:
                    continue
                came_from[other] = entry_id
                if other == goal:
                    return _trace(came_from, start, goal)
                reached.append(other)
        frontier = reached
    return None


def _trace(came_from: Mapping[str, str], start: str, goal: str) -> tuple[str, ...]:
    chain = [goal]
    while chain[-1] != start:
        chain.append(came_from[chain[-1]])
    return tuple(reversed(chain))
