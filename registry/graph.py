"""The dependency graph: cycles, and the Mermaid drawing generated into the registry file."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

BEGIN, END = "<!-- registry-bot:graph -->", "<!-- /registry-bot:graph -->"
_BLOCK = re.compile(
    rf"^{re.escape(BEGIN)}[ \t]*\n(?P<body>.*?)^{re.escape(END)}[ \t]*$", re.DOTALL | re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class GeneratedGraph:
    """What stands between the markers; lines count from 1, markers included."""

    body: str
    line: int
    end_line: int


def find_graph(text: str) -> GeneratedGraph | None:
    """Find the generated block, or None where the file has no markers."""
    match = _BLOCK.search(text)
    if not match:
        return None
    line = 1 + text.count("\n", 0, match.start())
    return GeneratedGraph(match["body"], line, line + match[0].count("\n"))


def render_graph(statuses: Mapping[str, str], dependencies: Mapping[str, Iterable[str]]) -> str:
    """Return the lines between the markers for the entries (id → status).

    An arrow leads from an entry to what it depends on. Only ids are drawn: names are a
    contributor's text, and Mermaid would render them live.
    """
    lines = ["```mermaid", "graph LR"]
    lines += [f"  {entry_id}" for entry_id in statuses]
    for entry_id, needed in dependencies.items():
        lines += [f"  {entry_id} --> {other}" for other in needed if other in statuses]
    for status, style in _STYLES.items():
        if ids := [entry_id for entry_id, found in statuses.items() if found == status]:
            lines += [f"  classDef {status} {style}", f"  class {','.join(ids)} {status}"]
    return "\n".join([*lines, "```"]) + "\n"


_STYLES = {
    "open": "fill:#ffe3dc,stroke:#b3402a,color:#1f1f1f",
    "partial": "fill:#fff3c9,stroke:#9a7400,color:#1f1f1f",
    "resolved": "fill:#dcf3e1,stroke:#2c7a3f,color:#1f1f1f",
}


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
