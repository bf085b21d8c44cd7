"""YAML as people write it: every value on its line, every mistake mended or named on its own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry import yaml_builder
from registry.nodes import Mapping, Node, Scalar, Sequence, Value, plain_value
from registry.problem import ProblemKind
from registry.yaml_builder import MAX_DEPTH
from registry.yaml_mending import quoted
from registry.yaml_reader import MAX_MENDS, MAX_REREAD, YamlBlock, read_yaml
from tests.registry.real import SPITEFUL

BEFORE = {"id": "B1", "depends_on": ["B2", "B3"]}
AFTER = {"status": "open", "contributors": [{"name": "A", "contribution": "edit"}]}
HEAD = "id: B1\ndepends_on: [B2, B3]\n"
TAIL = "status: open\ncontributors:\n  - {name: A, contribution: edit}\n"

PLACES = {
    "field": ("name: {}\n", lambda value: {"name": value}),
    "item": ("blockers:\n  - {}\n  - two\n", lambda value: {"blockers": [value, "two"]}),
    "last": ("blockers:\n- one\n- {}\n", lambda value: {"blockers": ["one", value]}),
    "key": (
        "known_solutions:\n  - title: x\n    citation: {}\n    maturity: research\n",
        lambda value: {
            "known_solutions": [{"title": "x", "citation": value, "maturity": "research"}]
        },
    ),
}
"""Where a value can stand, and what is read there."""


def value_of(block: YamlBlock) -> Value:
    return plain_value(block.root) if block.root else None


def messages(block: YamlBlock) -> list[str]:
    return [problem.message for problem in block.problems]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None),
        ("\n# nothing\n", None),
        ("a: b", {"a": "b"}),
        ("a: 5\nb: '5'\nc: -3\nd: 1.5\ne: 99999999999999999999\n",
         {"a": 5, "b": "5", "c": -3, "d": "1.5", "e": "99999999999999999999"}),
        ("a:\nb: ~\nc: null\nd: ''\ne: []\n", {"a": None, "b": None, "c": None, "d": "", "e": []}),
        ("a: yes\nb: 2026-04-22\nc: 1_000\n", {"a": "yes", "b": "2026-04-22", "c": "1_000"}),
        ("a: |\n  b\n   c\n\nd: >-\n  e\n  f\n", {"a": "b\n c\n", "d": "e f"}),
        ("a: b\n  c\n", {"a": "b c"}),
        ("---\na: b\n...\n", {"a": "b"}),
        ("{a: b, c: [d]}", {"a": "b", "c": ["d"]}),
        ("a: http://x.org:80/y#z\n", {"a": "http://x.org:80/y#z"}),
        ("a: b # c\n", {"a": "b"}),
        ("\ufeffa: b\nc: d\n", {"a": "b", "c": "d"}),
    ],
)  # fmt: skip
def test_plain_yaml_is_read(text: str, expected: Value) -> None:
    """Text, whole numbers, nothing, lists and mappings; no other type is guessed."""
    block = read_yaml(text)
    assert value_of(block) == expected
    assert block.problems == ()


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("name: &a x", "`&a` is a YAML anchor"),
        ("name: *a", "`*a` is a YAML alias"),
        ("name: !!str x", "is a YAML tag"),
        ("name: !x y", "`!x` is a YAML tag"),
        ("<<: *a", "`*a` is a YAML alias"),
        ("? [a, b]\n: c", "A key has to be one word"),
        ("name: " + "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), "nested too deeply"),
        ("id: B9", "The key `id` stands twice"),
        ("name: x\x07y", "invisible control character (U+0007)"),
        ("name: x\x00y", "invisible control character (U+0000)"),
        ("name: x\ufeffy", "invisible control character (U+FEFF)"),
        ("name: x\ud800y", "invisible control character (U+D800)"),
        ("loose words", "could not find expected ':'"),
        ("%YAML 1.1", "YAML cannot read this line"),
    ],
)
def test_what_is_refused_is_one_problem_on_its_line(line: str, message: str) -> None:
    """What a registry does not take is named where it stands; all around it is read."""
    block = read_yaml(f"{HEAD}{line}\n{TAIL}")
    problem, *others = [p for p in block.problems if p.line == 2]
    assert message in problem.message
    assert (problem.kind, problem.replacement, others) == (ProblemKind.YAML, None, [])
    read = value_of(block)
    assert isinstance(read, dict)
    assert {key: read.get(key) for key in (*BEFORE, *AFTER)} == BEFORE | AFTER


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\na: 2\n", {"a": 1}),
        ("a: {b: 1, b: 2}\n", {"a": {"b": 1}}),
        ("a:\n  - b: 1\n    b: 2\n", {"a": [{"b": 1}]}),
        ("a: 1\n'a': 2\n", {"a": 1}),
    ],
)
def test_first_of_a_repeated_key_is_kept(text: str, expected: Value) -> None:
    """A key that stands twice, at any depth, is a problem and the first holds."""
    block = read_yaml(text)
    assert value_of(block) == expected
    assert len(block.problems) == 1


@pytest.mark.parametrize("text", ["- a\n- b\n", "words\n", "[a]\n", "'words'"])
def test_block_without_fields_is_a_problem(text: str) -> None:
    """A list or a text is no mapping of fields."""
    assert messages(read_yaml(text)) == ["This YAML block is not a list of `key: value` lines."]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("@kwon2023", "@kwon2023"),
        ("@key: what it shows", "@key: what it shows"),
        ("`vllm` stalls", "`vllm` stalls"),
        ("%5 of tokens", "%5 of tokens"),
        ("*bold* claims", "*bold* claims"),
        ("[a link](https://x.org) says", "[a link](https://x.org) says"),
        ("[@kwon2023] says", "[@kwon2023] says"),
        ("{x} is unset", "{x} is unset"),
        (", then", ", then"),
        ("| 5 |", "| 5 |"),
        ("> 5% loss", "> 5% loss"),
        ("& more", "& more"),
        ('"Fast" is slow', '"Fast" is slow'),
        ("'Fast' is slow", "'Fast' is slow"),
        ('"never closed', "never closed"),
        ("'never closed", "never closed"),
        (r'"a \q escape"', r"a \q escape"),
        ("One: two: three", "One: two: three"),
        ("Paging [note: see: B2]", "Paging [note: see: B2]"),
        ("Paging {note: see: B2", "Paging {note: see: B2"),
        ("é😀 漢字: a: b", "é😀 漢字: a: b"),
        ("A\u2028b: c: d", "A\u2028b: c: d"),
    ],
)
def test_broken_text_is_mended(place: str, written: str, meant: str) -> None:
    """A text that YAML refuses is one problem with the quoted line; all else is read."""
    template, expected = PLACES[place]
    text = f"{HEAD}{template.format(written)}{TAIL}"
    block = read_yaml(text)
    (problem,) = block.problems
    assert value_of(block) == BEFORE | expected(meant) | AFTER
    assert_heals(text, block)
    assert written in text.split("\n")[problem.line]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("name: [a, b", {"name": ["a", "b"]}),
        ("name: {a: b", {"name": {"a": "b"}}),
        ("name: {a: @b, c: d}", {"name": {"a": "@b", "c": "d"}}),
        ("name: {a: b, c: `d`   }", {"name": {"a": "b", "c": "`d`"}}),
        ("name: [a, @b, c]", {"name": ["a", "@b", "c"]}),
        ("name: - a", {"name": "- a"}),
        ("name:\t@a", {"name": "@a"}),
        ("name: {a: @" + " " * 50_000 + "b}", {"name": {"a": "@" + " " * 50_000 + "b"}}),
    ],
)
def test_broken_line_is_mended(line: str, expected: dict[str, Value]) -> None:
    """Within brackets only the value at fault is quoted; a missing bracket is added."""
    text = f"{HEAD}{line}\n{TAIL}"
    block = read_yaml(text)
    assert value_of(block) == BEFORE | expected | AFTER
    assert [problem.line for problem in block.problems] == [2]
    assert_heals(text, block)


def assert_heals(text: str, block: YamlBlock) -> None:
    """Replacing the lines as suggested leaves nothing to say and the value as it was read."""
    lines = text.split("\n")
    for problem in block.problems:
        assert problem.replacement is not None
        assert problem.line == problem.end_line
        lines[problem.line] = problem.replacement
    healed = read_yaml("\n".join(lines))
    assert healed.problems == ()
    assert value_of(healed) == value_of(block)


@pytest.mark.parametrize("place", PLACES)
@given(st.text("ab1 :#@`'\"{}[],&*!|>%?-\\é", min_size=1, max_size=12))
def test_any_mistake_stays_on_its_line(place: str, written: str) -> None:
    """Whatever stands in one text, suggestions heal, and fields before and behind are read."""
    template, _ = PLACES[place]
    text = f"{HEAD}{template.format(written)}{TAIL}"
    block = read_yaml(text)
    read = value_of(block)
    assert isinstance(read, dict)
    assert {key: read.get(key) for key in (*BEFORE, *AFTER)} == BEFORE | AFTER
    at = f"{HEAD}{template}".partition("{}")[0].count("\n")
    assert {problem.line for problem in block.problems} <= {at}
    if block.problems and all(problem.replacement for problem in block.problems):
        assert_heals(text, block)


def test_many_broken_lines_are_mended_up_to_a_limit() -> None:
    """Each broken line is its own problem; with too many of them the block is one problem."""
    for count in (MAX_MENDS - 1, MAX_MENDS):
        text = "".join(f"k{number}: @x\n" for number in range(count))
        block = read_yaml(text)
        if count < MAX_MENDS:
            assert [problem.line for problem in block.problems] == list(range(count))
            assert_heals(text, block)
    assert block.root is None
    assert [(problem.line, problem.end_line) for problem in block.problems] == [(0, MAX_MENDS)]


def test_long_block_is_not_read_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """The longer a block, the fewer of its lines are mended, so that work has a bound."""
    work: list[int] = []
    build = yaml_builder.Builder.__init__

    def counted(self: yaml_builder.Builder, text: str, first_line: int) -> None:
        work.append(len(text))
        build(self, text, first_line)

    monkeypatch.setattr(yaml_builder.Builder, "__init__", counted)
    broken = "".join(f"k{number}: @x\n" for number in range(MAX_MENDS - 1))
    for length in (0, 100_000, 500_000):
        work.clear()
        block = read_yaml(f"{broken}text: {'a' * length}\n")
        assert (block.root is None) == (length > 50_000)
        assert block.problems
        assert sum(work) <= max(2 * MAX_REREAD, 100 * len(broken)) + 3 * length


def walk(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Sequence):
        return [scalar for item in node.items for scalar in walk(item)]
    return [scalar for pair in node.pairs for one in (pair.key, pair.value) for scalar in walk(one)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a: one\nb: two\n", {"one": (0, 0), "two": (1, 1)}),
        ("\n# c\na: one\n", {"one": (2, 2)}),
        ("a:\n  # c\n\n  - one\n  # c\n  - two\n\nb: three\n",
         {"one": (3, 3), "two": (5, 5), "three": (7, 7)}),
        ("a: |\n  one\n\n  two\n\n# c\nb: three\n", {"one\n\ntwo\n": (0, 3), "three": (6, 6)}),
        ("a: one\n\n  two\nb: three\n", {"one\ntwo": (0, 2), "three": (3, 3)}),
        ("a: 'one\n  two'\n", {"one two": (0, 1)}),
        ("a: [one,\n  # c\n  two\n]\n", {"one": (0, 0), "two": (2, 2)}),
        ("a:\n  one\nb:\n  - \n    two\n", {"one": (1, 1), "two": (4, 4)}),
        ("é: 😀\n漢: one\u2028two\nb: three\n", {"😀": (0, 0), "three": (2, 2)}),
        ("a: one\x85\nb: two\n", {"one": (0, 0), "two": (1, 1)}),
        ("\ufeffa: one\nb: two\n", {"one": (0, 0), "two": (1, 1)}),
        ("a: b\rc: one\nd: two\n", {"two": (1, 1)}),
    ],
)  # fmt: skip
def test_values_know_their_lines(text: str, lines: dict[str, tuple[int, int]]) -> None:
    """Only a line feed ends a line, as in the file; comments and empty lines are no value's."""
    for first in (0, 7):
        root = read_yaml(text, first).root
        assert root
        found = {node.text: (node.line - first, node.end_line - first) for node in walk(root)}
        assert lines.items() <= found.items()


@pytest.mark.parametrize(
    ("text", "source", "end_line"),
    [
        ("a:\n  - one: two\n  # c\n\n  - three\n", "one: two", 1),
        ("a:\n  - one: two\n      three\n\n# c\nb: c\n", "one: two\n      three", 2),
        ("a:\n  - {one: two}  # c\n  - three\n", "{one: two}", 1),
    ],
)
def test_mapping_ends_with_its_last_value(text: str, source: str, end_line: int) -> None:
    """What follows a mapping in a list, comments above all, is no part of its source."""
    root = read_yaml(text).root
    field = root.get("a") if root else None
    assert isinstance(field, Sequence)
    item = field.items[0]
    assert isinstance(item, Mapping)
    assert (item.source, item.end_line) == (source, end_line)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("a: b # c", "# c"),
        ("a: b #c # d", "#c # d"),
        ("a: b\t# c", "# c"),
        ("a: 'b' # c", ""),
        ("a: b#c", ""),
        ("a: b\n# c", ""),
        ("a: |\n  b # c\n", ""),
    ],
)
def test_text_that_yaml_takes_for_a_comment_is_kept(text: str, cut: str) -> None:
    """Behind plain text, ` #` begins a comment that may have been meant as text."""
    root = read_yaml(text).root
    assert root
    (pair,) = root
    assert isinstance(pair.value, Scalar)
    assert pair.value.cut == cut


@given(st.text())
def test_quoted_text_is_read_as_itself(text: str) -> None:
    """Quotes carry any text but what YAML forbids or folds: control characters and line ends."""
    root = read_yaml(f"a: {quoted(text)}\n").root
    assert root
    read = root.get("a")
    assert isinstance(read, Scalar)
    if text.isprintable():
        assert read.text == text


@settings(max_examples=300)
@given(
    st.text()
    | st.lists(st.sampled_from(SPITEFUL) | st.text(max_size=5), max_size=8).map("\n".join)
    | st.text("ab:-#[]{},\"'&*!|>%@`? \n\t\\", max_size=40)
)
def test_any_text_is_read(text: str) -> None:
    """Nothing raises, and every problem and value stands on lines that the text has."""
    block = read_yaml(text)
    last = text.count("\n")
    for problem in block.problems:
        assert 0 <= problem.line <= problem.end_line <= last
    for node in walk(block.root) if block.root else ():
        assert 0 <= node.line <= node.end_line <= last


@pytest.mark.parametrize(
    "piece", ["[", "{", "- ", "? ", "a: ", "&a ", "!a ", '"', "'", "[a, ", "{a: ", "a", " ", "%"]
)
def test_deep_nesting_is_read(piece: str) -> None:
    """A value nested a hundred thousand deep, or as long, is refused or read, not a crash."""
    block = read_yaml(f"id: B1\nx: {piece * 100_000}\nstatus: open\n")
    assert block.root
    assert {"id", "status"} <= block.root.by_key.keys()
