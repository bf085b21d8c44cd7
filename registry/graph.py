"""The dependency graph: cycles, and the Mermaid drawing generated into the registry file."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from registry.identifier import split_id

BEGIN, END = "<!-- registry-bot:graph -->", "<!-- /registry-bot:graph -->"
_BEGIN = re.compile(rf"^{re.escape(BEGIN)}[ \t]*\n", re.MULTILINE)
_END = re.compile(rf"^{re.escape(END)}[ \t]*$", re.MULTILINE)
_DRAWING = re.compile(r"\s*(?:```mermaid[ \t\r]*\n(?:(?!```).*\n)*```\s*)?")


@dataclass(frozen=True, slots=True)
class GeneratedGraph:
    """What stands between the markers; lines count from 1, markers included."""

    body: str
    line: int
    end_line: int


def find_graph(text: str) -> GeneratedGraph | None:
    """Find the generated block, or None where the file has no markers, or more between them."""
    begin = _BEGIN.search(text)
    end = _END.search(text, begin.end()) if begin else None
    if not begin or not end:
        return None
    body = text[begin.end() : end.start()]
    if not _DRAWING.fullmatch(body):
        return None  # a marker has moved: what is drawn anew would take the place of people's text
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


def knots(dependencies: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Return, by id, the entries that all depend on each other, if only in turn, smallest first.

    These are the strongly connected components of two entries and more, by Kosaraju's algorithm,
    in time that grows with the number of arrows. An entry in no circle is left out.
    """
    backwards: dict[str, list[str]] = {entry_id: [] for entry_id in dependencies}
    for entry_id, needed in dependencies.items():
        for other in needed:
            if other in backwards:
                backwards[other].append(entry_id)
    seen: set[str] = set()
    finished = [one for start in dependencies for one in _reached(dependencies, start, seen)]
    found: dict[str, tuple[str, ...]] = {}
    seen = set()
    for start in reversed(finished):
        knot = _reached(backwards, start, seen)
        if len(knot) > 1:
            found |= dict.fromkeys(knot, tuple(sorted(knot, key=split_id)))
    return found


def _reached(graph: Mapping[str, Iterable[str]], start: str, seen: set[str]) -> list[str]:
    """Return what `start` leads to and was not seen before, each behind all that it leads to."""
    if start in seen:
        return []
    seen.add(start)
    finished = []
    path = [(start, iter(graph[start]))]
    while path:
        entry_id, others = path[-1]
        fresh = next((other for other in others if other in graph and other not in seen), None)
        if fresh is None:
            finished.append(entry_id)
            path.pop()
        else:
            seen.add(fresh)
            path.append((fresh, iter(graph[fresh])))
    return finished
