"""Which suggestions are posted and which are minimised, without GitHub."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.comments import Links
from bot.github.comparison import head_lines, read_comparison
from bot.github.shown import ShownReview, ShownReviewComment
from bot.suggestions import MAX_COMMENTS, SuggestionComment, Suggestions, suggestions_for
from rules.rule import Finding, Severity, Suggestion
from tests.github.diff import make_patch

PATH = "registry.md"
HUNKS = {PATH: (range(1, 11), range(20, 40))}


def finding(line: int, end_line: int, text: str, **options: object) -> Finding:
    there = Suggestion(line, end_line, text)
    made = Finding("RB1", "x", Severity.ERROR, PATH, line, end_line, "B1", "M.", "H.", there)
    return replace(made, **options)


def planned(
    *findings: Finding, shown: tuple[ShownReview, ...] = (), head: str = "now"
) -> Suggestions:
    return suggestions_for(findings, HUNKS, shown, head, Links())


def review(comments: tuple[SuggestionComment, ...], head: str = "before") -> ShownReview:
    made = (ShownReviewComment(f"id{i}", c.body, False) for i, c in enumerate(comments))
    return ShownReview(head, tuple(made))


def places(plan: Suggestions) -> list[tuple[int, int]]:
    return [(comment.line, comment.end_line) for comment in plan.post]


def test_both_ends_stand_in_one_hunk() -> None:
    """A range that leaves its hunk, or spans two, is left to the summary."""
    inside, edge = finding(2, 3, "a"), finding(20, 39, "b")
    across, outside = finding(10, 20, "c"), finding(39, 40, "d")
    assert places(planned(inside, edge, across, outside)) == [(2, 3), (20, 39)]


def test_another_file_has_no_hunk() -> None:
    """A file that the diff does not show takes no comment."""
    assert planned(finding(2, 2, "a", path="other.md")).post == ()


def test_first_of_two_on_a_line() -> None:
    """Two clicks on one line would undo each other, so the more severe finding is offered."""
    plan = planned(finding(2, 4, "a"), finding(4, 5, "b"), finding(5, 5, "c"))
    assert places(plan) == [(2, 4), (5, 5)]


def test_ten_at_most() -> None:
    """The first ten are offered, in the order of the findings."""
    plan = planned(*(finding(20 + i, 20 + i, f"text {i}") for i in range(15)))
    assert places(plan) == [(20 + i, 20 + i) for i in range(MAX_COMMENTS)]


def test_hidden_characters_are_not_offered() -> None:
    """What a reader cannot see must not be written by a click."""
    assert planned(finding(2, 2, "status: open\u202e")).post == ()


def test_endless_text_is_not_offered() -> None:
    """One comment that GitHub finds too long would cost all the others."""
    plan = planned(finding(2, 2, "x" * 70_000), finding(3, 3, "short"))
    assert places(plan) == [(3, 3)]


def test_same_suggestion_on_another_line() -> None:
    """Neither lines that moved nor another day make it another suggestion."""
    first = planned(finding(2, 2, "date: 2026-05-01"))
    dated = Suggestion(25, 25, "date: 2026-05-02", "date: YYYY-MM-DD")
    again = Suggestion(26, 26, "date: 2026-05-03", "date: YYYY-MM-DD")
    moved = planned(finding(8, 8, "date: 2026-05-01"), shown=(review(first.post),))
    tomorrow = planned(
        finding(26, 26, "", suggestion=again),
        shown=(review(planned(finding(25, 25, "", suggestion=dated)).post),),
    )
    assert moved == tomorrow == Suggestions()


def test_another_text_takes_its_place() -> None:
    """Where another text is to be written now, the old comment goes and a new one comes."""
    first = planned(finding(2, 2, "a"))
    plan = planned(finding(2, 2, "b"), shown=(review(first.post),))
    assert (places(plan), plan.minimise) == ([(2, 2)], ("id0",))


def test_head_that_has_its_review() -> None:
    """Nothing more is posted on a head that has a review of ours, but what is over goes."""
    first = planned(finding(2, 2, "a"))
    plan = planned(finding(3, 3, "b"), shown=(review(first.post, head="now"),))
    assert plan == Suggestions((), ("id0",))


def test_hidden_stays_hidden() -> None:
    """A comment that somebody has hidden is neither posted again nor hidden again."""
    (comment,) = planned(finding(2, 2, "a")).post
    hidden = ShownReview("before", (ShownReviewComment("id", comment.body, True),))
    assert planned(finding(2, 2, "a"), shown=(hidden,)) == Suggestions()
    assert planned(shown=(hidden,)) == Suggestions()


def test_other_comments_of_ours() -> None:
    """A review comment without our marker is left alone."""
    other = ShownReview("before", (ShownReviewComment("id", "Hello", False),))
    assert planned(shown=(other,)) == Suggestions()


def test_one_sentence_and_the_text() -> None:
    """A comment says what and by which rule in one sentence; then comes the block to apply."""
    (comment,) = planned(finding(2, 2, "a ``` b", message="`x` is @ann's <b>.")).post
    marker, says, *block = comment.body.rstrip("\n").split("\n")
    assert marker.startswith("<!-- registry-bot:suggestion ")
    assert says == "`x` is @\u200bann's \\<b\\>. (RB1 x)"
    assert block == ["", "````suggestion", "a ``` b", "````"]


lines = st.lists(st.sampled_from(["a", "b", "@@ -1 +1 @@", "", "+c"]), max_size=25)


@given(lines, lines)
def test_added_lines_are_within_hunks(old: list[str], new: list[str]) -> None:
    """Every line that the diff adds, and no line beyond the head's end, lies within a hunk."""
    before, after = ("".join(f"{line}\n" for line in side).encode() for side in (old, new))
    patch, _, _ = make_patch(before, after)
    shown = {line for hunk in head_lines(patch or "") for line in hunk}
    added = {n for n, line in enumerate(new, start=1) if line not in old}
    assert added <= shown <= set(range(1, len(new) + 1))


def test_comparison_without_files() -> None:
    """Where GitHub leaves the diff out, because there is none or too much of it, are no hunks."""
    answer = {"merge_base_commit": {"sha": "1"}, "files": [{"filename": PATH}]}
    assert read_comparison(answer, (PATH,)).hunks == {PATH: ()}
    assert read_comparison({"merge_base_commit": {"sha": "1"}}, (PATH,)).hunks == {}
