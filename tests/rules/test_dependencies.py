"""The rules on dependencies: unknown, own, circular, removed and repeated ones."""

import pytest

from registry.snapshot import read_snapshot
from rules.review import review
from rules.rule import Example
from rules.sample import PATHS, TODAY, entry_section, play
from tests.rules.playing import applied, said

NAMES = {"B1": "Decode bandwidth", "B2": "Cache capacity", "B3": "Expert balance"}


def registry(**needs: str) -> str:
    """Return sections of entries with their `depends_on`."""
    sections = (
        entry_section(entry_id, NAMES[entry_id]).replace("[]", needed, 1)
        for entry_id, needed in needs.items()
    )
    return "\n".join(sections)


@pytest.mark.parametrize(
    ("needed", "mended"),
    [
        ("[B2, B9]", None),
        ("[b2]", "[B2]"),
        ("[X2]", "[B2]"),
        ("[B02]", ""),
        ("[]", ""),
        ("\n  - B2\n  - b1", None),
    ],
)
def test_unknown_dependency(needed: str, mended: str | None) -> None:
    """An id that no entry has is an error; the entry of the same number is offered."""
    example = Example(f"depends_on: {needed}\n")
    found = said(example, "RB501")
    assert len(found) == (0 if mended == "" else 1)
    if mended:
        assert f"depends_on: {mended}\n" in applied(example, found[0])


@pytest.mark.parametrize(
    "needed", ["B2", "[[B2, B3]]", "{a: b}", "[none]", "[ ]", "[B2 B3]", "[🦆]"]
)
def test_odd_lists_are_left_to_the_schema_rules(needed: str) -> None:
    """What is no id is a malformed value and not an unknown entry."""
    assert said(Example(f"depends_on: {needed}"), "RB501", "RB502", "RB505") == []


def test_entry_of_the_base_branch_is_known() -> None:
    """An entry that was added to the base branch since the merge base can be depended on."""
    before, tip = registry(B1="[]"), registry(B1="[]", B2="[]")
    case = play(Example(registry(B1="[B2]"), before=before))
    there = play(Example(tip)).after
    codes = {f.rule for f in review(case.before, case.after, tip=there, today=TODAY).findings}
    assert "RB501" not in codes


@pytest.mark.parametrize(
    ("needed", "left"),
    [("[B1, B2]", "[B2]"), ("[B2, B01]", "[B2]"), ("[B1]", "[]"), ("\n  - B1\n  - B2", None)],
)
def test_own_id_is_taken_out(needed: str, left: str | None) -> None:
    """A dependency on itself goes by one click where the list stands on one line."""
    example = Example(f"depends_on: {needed}\n")
    (finding,) = said(example, "RB502")
    assert bool(finding.suggestion) is bool(left)
    if left:
        assert f"depends_on: {left}\n" in applied(example, finding)
    assert said(example, "RB503", "RB505") == []


CIRCLES = {
    "of two": ({"B1": "[]", "B2": "[B1]"}, {"B1": "[B2]", "B2": "[B1]"}, "B1 → B2 → B1"),
    "of three, closed in the middle": (
        {"B1": "[B2]", "B2": "[]", "B3": "[B1]"},
        {"B1": "[B2]", "B2": "[B3]", "B3": "[B1]"},
        "B1 → B2 → B3 → B1",
    ),
    "all of it new": (
        {"B1": "[]"},
        {"B1": "[B2]", "B2": "[B3]", "B3": "[B1]"},
        "B1 → B2 → B3 → B1",
    ),
    "beside an old one": (
        {"B1": "[B2]", "B2": "[B1]", "B3": "[]"},
        {"B1": "[B2, B3]", "B2": "[B1]", "B3": "[B1]"},
        "B1 → B3 → B1",
    ),
}


@pytest.mark.parametrize(("before", "after", "circle"), CIRCLES.values(), ids=CIRCLES)
def test_new_circle_is_drawn_once(
    before: dict[str, str], after: dict[str, str], circle: str
) -> None:
    """A circle that the change closes is one finding, whoever of it the change touches."""
    found = said(Example(registry(**after), before=registry(**before)), "RB503")
    assert [finding.message.split(": ")[1] for finding in found] == [f"{circle}."]


def test_old_circle_is_not_new() -> None:
    """Another edit of an entry in an old circle says nothing of the circle."""
    before = {"B1": "[B2]", "B2": "[B1]", "B3": "[]"}
    after = registry(**{**before, "B1": "[B2, B3]"})
    assert said(Example(after, before=registry(**before)), "RB503") == []


def test_removed_entry_is_said_once() -> None:
    """Who needs a removed entry is listed, and does not get a finding of its own besides."""
    before = registry(B1="[B3]", B2="[B3]", B3="[]")
    after = registry(B1="[B3]", B2="[B3, B1]")
    found = said(Example(after, before=before), "RB501", "RB504")
    assert [finding.message for finding in found] == [
        "B3 is removed, but B1, B2 still depend on it."
    ]
    assert found[0].entry == "B3"


def test_removed_entry_may_be_needed_on_the_base_branch_only() -> None:
    """A dependent that was added to the base branch since the merge base counts too."""
    case = play(Example(registry(B1="[]"), before=registry(B1="[]", B2="[]")))
    tip = play(Example(registry(B1="[]", B2="[]", B3="[B2]"))).after
    found = review(case.before, case.after, tip=tip, today=TODAY).findings
    assert [finding.message for finding in found if finding.rule == "RB504"] == [
        "B2 is removed, but B3 still depends on it."
    ]


def test_removing_with_its_dependents_is_fine() -> None:
    """An entry can go together with the arrows that led to it."""
    example = Example(registry(B1="[]"), before=registry(B1="[B2]", B2="[]"))
    assert said(example, "RB501", "RB504") == []


def test_long_circle_is_cut_in_its_drawing() -> None:
    """A circle through many entries keeps its message short."""
    ids = [f"B{number}" for number in range(1, 60)]
    text = "\n".join(
        entry_section(one, f"Name {one}").replace("[]", f"[{other}]", 1)
        for one, other in zip(ids, [*ids[1:], "B1"], strict=True)
    )
    broken = text.replace("depends_on: [B1]", "depends_on: []")
    (finding,) = said(Example(text, before=broken), "RB503")
    assert "…" in finding.message
    assert len(finding.message) < 300


def test_repeated_dependency_goes_by_one_click() -> None:
    """The second spelling of an id is taken out, the first stays as it was written."""
    example = Example("depends_on: [B02, B2]\n")
    (finding,) = said(example, "RB505")
    assert "depends_on: [B02]\n" in applied(example, finding)


def test_crlf_and_dashes_change_nothing() -> None:
    """Dependencies are judged alike with other line ends and fences."""
    text = play(Example(registry(B1="[B9]"))).after.document.text
    for dressed in (text.replace("\n", "\r\n"), text.replace("```yaml\nid", "---\nid")):
        after = read_snapshot(
            {PATHS.registry: dressed.replace("90\n```", "90\n---").encode()}, PATHS
        )
        before = play(Example(registry(B1="[]"))).before
        found = review(before, after, today=TODAY).findings
        assert "RB501" in {finding.rule for finding in found}


def test_knot_of_many_entries_is_one_remark() -> None:
    """Circles beyond counting are not drawn one by one: who closes the knot is told its extent."""
    ids = [f"B{number}" for number in range(1, 80)]
    text = "\n".join(
        entry_section(one, f"Name {one}").replace("[]", f"[{other}, B1]", 1)
        for one, other in zip(ids, [*ids[1:], "B1"], strict=True)
    )
    broken = text.replace("depends_on: [B40, B1]", "depends_on: []")
    (finding,) = said(Example(text, before=broken), "RB503")
    assert finding.entry == "B39"
    assert "79 entries from B1 to B79" in finding.message
