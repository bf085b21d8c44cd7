"""A text that repeats one thing without end is judged in work that grows with its length alone.

Work is what Python calls; what a single call does to a long text is kept short by the readers.
"""

import sys
from collections.abc import Callable
from types import FrameType, ModuleType

import pytest

from registry.issue_form import read_body
from registry.sections import read_section
from registry.snapshot import Snapshot, read_snapshot
from rules import rb501_unknown_dependency, rb503_new_dependency_cycle
from rules.attempts import FORM, item_of, judge_report
from rules.review import MOST_REMARKS, review
from rules.rule import Context
from rules.sample import DOCUMENT, PATHS, TODAY, entry_section

BEFORE = read_snapshot({PATHS.registry: DOCUMENT.encode()}, PATHS)
SIZE = 2_000
"""Characters of the smaller flood, which is long beside the sample around it."""

TOKENS = [
    "`", "``` ", "[", "](", "[@a] ", "](http://", "]()", "<!--", "<", "- ", "*a", "$", "\\",
    "www.a.b ", "http://a.b/ ", "arXiv:", "10.1/", "MLPerf 5.0 ", "TODO ", "2x faster ", "@a ",
    "\u200b", "\t", "a. ", "B1, ",
]  # fmt: skip

LINES = [
    "## B1: x\n", "---\n", "---\nid: B1\n", "```yaml\n", "```\n", "a: b\n", "a: @b\n", "a: [\n",
    "- a\n", "  - @a\n", "blockers:\n", "key: |\n", "<!--\n", "## Schema\n", "> a\n", "|-|-\n",
]  # fmt: skip

PLACES: dict[str, Callable[[str], str]] = {
    "prose": lambda flood: DOCUMENT + flood,
    "name": lambda flood: DOCUMENT.replace("name: ", f"name: {flood} ", 1),
    "quoted": lambda flood: DOCUMENT.replace("type: physics", f"type: '{flood}'", 1),
    "item": lambda flood: DOCUMENT.replace("blockers:\n", f"blockers:\n  - {flood}\n", 1),
    "list": lambda flood: DOCUMENT.replace("depends_on: []", f"depends_on: [{flood}]", 1),
}


def work(run: Callable[[], object]) -> int:
    """Return how many calls a run makes."""
    calls = 0

    def count(_: FrameType, event: str, __: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        run()
    finally:
        sys.setprofile(before)
    return calls


def judged(text: str) -> int:
    read_section.cache_clear()
    return work(lambda: review(BEFORE, snapshot(text), today=TODAY))


def snapshot(text: str) -> Snapshot:
    return read_snapshot({PATHS.registry: text.encode()}, PATHS)


def assert_grows_with_its_length(run: Callable[[int], int]) -> None:
    still, once, twice = (run(size) for size in (0, SIZE, 2 * SIZE))
    # What a flood of one size costs beyond none at all, one of double size costs twice.
    assert twice - still <= 2.4 * max(once - still, still)


@pytest.mark.parametrize("token", TOKENS)
@pytest.mark.parametrize("place", PLACES)
def test_flood_in_a_text_is_judged_in_linear_work(place: str, token: str) -> None:
    """Double the flood, and the work at most doubles, wherever it stands."""
    assert_grows_with_its_length(lambda size: judged(PLACES[place](token * (size // len(token)))))


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("place", ["block", "end"])
def test_flood_of_lines_is_judged_in_linear_work(place: str, line: str) -> None:
    """Lines that open, close and repeat what a file is made of cost no more than their number."""

    def run(size: int) -> int:
        flood = line * (size // len(line))
        return judged(
            DOCUMENT.replace("priority: ", f"{flood}priority: ", 1)
            if place == "block"
            else DOCUMENT + flood
        )

    assert_grows_with_its_length(run)


@pytest.mark.parametrize("item", ["{}", "No {} build", "{} loses {}% [@a]", "B{}", "{{k{}: v}}"])
@pytest.mark.parametrize("field", ["blockers", "known_solutions", "depends_on", "status_history"])
def test_long_list_is_judged_in_linear_work(field: str, item: str) -> None:
    """Items are not each compared with all others, neither of the entry nor of the base."""

    def run(size: int) -> int:
        items = "".join(f"  - {item.format(n, n)}\n" for n in range(size // 40))
        return judged(DOCUMENT + entry_section("B1", "Decode", f"{field}:\n{items}"))

    assert_grows_with_its_length(run)


@pytest.mark.parametrize("rule", [rb501_unknown_dependency, rb503_new_dependency_cycle])
@pytest.mark.parametrize("last", ["B10", "B1"])
def test_chain_of_entries_is_judged_in_linear_work(rule: ModuleType, last: str) -> None:
    """A long way through the entries, or round a circle, is not walked from each of them."""

    def run(size: int) -> int:
        ids = [f"B{number}" for number in range(10, 10 + size // 5)]
        chain = (
            f"## {one}\n---\nid: {one}\ndepends_on: [{other}, {one}9]\n---\n"
            for one, other in zip(ids, [*ids[1:], last], strict=False)
        )
        side = snapshot(DOCUMENT + "".join(chain))
        context = Context(side, side, side, side, TODAY)
        return work(lambda: [list(rule.check(one, context)) for one in side.document.entries])

    assert_grows_with_its_length(run)


def test_one_rule_says_only_so_much_of_one_entry() -> None:
    """However many mistakes of one kind an entry holds, its findings stay few enough to show."""
    found = review(BEFORE, snapshot(DOCUMENT + "]()\n" * (2 * MOST_REMARKS)), today=TODAY).findings
    assert len([finding for finding in found if finding.rule == "RB402"]) == MOST_REMARKS


@pytest.mark.parametrize("token", ["```x\n", "~~~", "```yaml\n", "a" + " " * 99, "` ``", "<!--"])
@pytest.mark.parametrize("field", ["tried", "why", "evidence", "result"])
def test_flood_in_a_report_is_judged_in_linear_work(field: str, token: str) -> None:
    """An answer of any kind is read, judged and made an item in work that its length bounds."""
    answers = {question.name: "5 tokens/s" for question in FORM.fields}

    def run(size: int) -> int:
        flooded = answers | {field: token * (size // len(token))}
        body = "".join(f"### {q.label}\n\n{flooded[q.name]}\n\n" for q in FORM.fields)

        def judge() -> None:
            fields = read_body(body, FORM)
            judge_report(fields, today=TODAY)
            item_of(answers | fields)

        return work(judge)

    assert_grows_with_its_length(run)
