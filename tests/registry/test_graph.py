"""The dependency graph: drawn the same way every time, found between its markers, searched."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from registry.graph import BEGIN, END, find_graph, knots, path_between, render_graph

NODES = [f"B{number}" for number in range(1, 7)]
graphs = st.dictionaries(
    st.sampled_from(NODES), st.lists(st.sampled_from(NODES), max_size=4).map(tuple)
)


def test_graph_is_drawn_from_dependencies() -> None:
    """Each entry is a line, with an arrow to the entries that it needs and that there are."""
    drawn = render_graph({"B1": ("B2", "B9"), "B2": (), "B3": ("B1", "B2"), "B4": ("B9",)})
    assert drawn == "```mermaid\ngraph LR\n  B1 --> B2\n  B2\n  B3 --> B1 & B2\n  B4\n```\n"


@given(st.text(), st.sampled_from(["", "\n"]) | graphs.map(render_graph), st.text())
def test_what_is_drawn_is_found(before: str, body: str, after: str) -> None:
    """Between markers, the body comes back as it is, on the lines it stands on."""
    text = f"{before}\n{BEGIN}\n{body}{END}\n{after}"
    found = find_graph(text)
    assert found
    assert found.body == body
    lines = text.split("\n")
    assert (lines[found.line - 1], lines[found.end_line - 1]) == (BEGIN, END)


@pytest.mark.parametrize(
    "text",
    [
        "",
        BEGIN,
        f"{BEGIN}\n",
        f"{END}\n{BEGIN}\n",
        f"x {BEGIN}\n{END}\n",
        f"{BEGIN}\nbody {END}\n",
        f"{BEGIN}\n```mermaid\ngraph LR\n  B1\n```\n\n## B2: An entry\n{END}\n",
        f"{BEGIN}\n## B2: An entry\n{END}\n",
        f"{BEGIN}\n" * 20_000,
    ],
)
def test_markers_stand_on_lines_of_their_own_in_pairs(text: str) -> None:
    """Half a pair, a marker within a line, or one that moved behind people's text marks nothing."""
    assert find_graph(text) is None


def reached(graph: dict[str, tuple[str, ...]], start: str) -> dict[str, int]:
    """Return the length of the shortest chain to each node, by relaxing edges to a fixed point."""
    steps = {start: 0}
    for _ in NODES:
        for node, others in graph.items():
            for other in others if node in steps else ():
                steps[other] = min(steps.get(other, 99), steps[node] + 1)
    return steps


@example({"B1": ("B2", "B3"), "B3": ("B4", "B1"), "B4": ("B5",)}, "B1", "B5")
@given(graphs, st.sampled_from(NODES), st.sampled_from(NODES))
def test_path_is_a_shortest_chain_of_dependencies(
    graph: dict[str, tuple[str, ...]], start: str, goal: str
) -> None:
    """There is a path exactly where the goal can be reached, along edges, and none is shorter."""
    path = path_between(graph, start, goal)
    steps = reached(graph, start)
    assert (path is not None) == (goal in steps and goal != start)
    if path:
        assert (path[0], path[-1], len(path) - 1) == (start, goal, steps[goal])
        assert all(after in graph[before] for before, after in pairwise(path))


@given(graphs)
def test_knot_is_what_reaches_each_other(graph: dict[str, tuple[str, ...]]) -> None:
    """Two entries share a knot exactly where each leads to the other."""
    found = knots(graph)
    for one in graph:
        mutual = {
            other
            for other in graph
            if other != one
            and path_between(graph, one, other)
            and path_between(graph, other, one)
            and all(step in graph for step in path_between(graph, one, other) or ())
        }
        assert found.get(one, ()) == (tuple(sorted({one, *mutual})) if mutual else ())


def test_knots_cost_a_step_for_each_arrow() -> None:
    """A long circle and a long chain are followed once, not once for each entry."""
    asked = 0

    class Counted(tuple[str, ...]):
        __slots__ = ()

        def __iter__(self) -> Iterator[str]:
            nonlocal asked
            asked += 1
            return super().__iter__()

    size = 5000
    circle = {f"B{n}": Counted([f"B{n % size + 1}"]) for n in range(1, size + 1)}
    assert len(knots(circle)["B1"]) == size
    assert knots({f"B{n}": Counted([f"B{n + 1}"]) for n in range(1, size + 1)}) == {}
    assert asked <= 4 * size
