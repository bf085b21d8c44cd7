"""The registry's own file, whole and damaged, for tests that want text as people write it."""

from pathlib import Path

from hypothesis import strategies as st

TEXT = (Path(__file__).parents[2] / "registry/data/bottleneck_registry.md").read_text()
_LINES = TEXT.split("\n")

SPITEFUL = [
    "", "---", "```", "```yaml", "~~~~yaml", "````", "## ", "## B1: Again", "   ## B5: Five",
    "## Schema", "id: B1", "id: [B1]", "id:", "<!--", "-->", "{", "[" * 40, "- " * 40, "? x",
    "x: 'open", 'x: "open', "x: [a, b", "x: {a: b", "x: |", "x: &a b", "x: *a", "x: !!int 5",
    "- @key", "name: a: b", "\tname: x", "x:\t@y", "name: \ufeffx", "name: \u2028x", "x: \x00",
    "name: \x85- x", "\r", "a\rb: c", "%YAML 9", "...", "<!-- registry-bot:graph -->",
    "<!-- /registry-bot:graph -->", "  - {a: b, a: c}", "blockers: {a: [b]}", "\ufeff",
    "status: \ud800",
]  # fmt: skip
"""Lines that mean something to a reader of Markdown or YAML, each in the wrong place."""


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """Return a piece of the file of which some lines were lost, doubled, replaced or garbled."""
    start = draw(st.integers(0, len(_LINES) - 2))
    lines = _LINES[start : start + draw(st.integers(20, 150))]
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(lines)))
        kept = draw(st.integers(0, 2))
        new = draw(st.sampled_from(SPITEFUL) | st.text(max_size=8))
        lines[at : at + 1] = [*lines[at : at + kept], new]
    return draw(st.sampled_from(["\n", "\r\n", "\r"])).join(lines)
