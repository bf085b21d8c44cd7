"""Ids, names, header and graph: who an entry is, and what the file says of itself."""

import pytest

from registry.snapshot import Snapshot, read_snapshot
from rules.review import review
from rules.rule import Example, Finding
from rules.sample import DOCUMENT, PATHS, TODAY, entry_section, play
from tests.rules.playing import said

B1, B2 = "Decode is bound by memory bandwidth", "Cache capacity per session"
IDENTITY = ("RB110", "RB111", "RB112", "RB113", "RB114", "RB130", "RB103", "RB101")


def snapshot(text: str) -> Snapshot:
    return read_snapshot({PATHS.registry: text.encode()}, PATHS)


def changed(*edits: tuple[str, str]) -> list[Finding]:
    """Return what a review says of the sample with each old text replaced once by the new."""
    head = DOCUMENT
    for old, new in edits:
        assert old in head
        head = head.replace(old, new, 1)
    return list(review(snapshot(DOCUMENT), snapshot(head), today=TODAY).findings)


def entries(*named: tuple[str, str]) -> str:
    return "\n".join(entry_section(entry_id, name) for entry_id, name in named)


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ([("## B1: ", "## B3: ")], "RB113"),
        ([("id: B1", "id: B3")], "RB113"),
        ([("id: B1", "id: B2")], "RB113"),
        ([("id: B1", "id: b1")], "RB103"),
        ([("id: B1", "id: C1")], "RB103"),
        ([("id: B1", "id:")], "RB101"),
        ([("## B1: ", "## B3: "), ("id: B1", "id: B3")], "RB112"),
        ([("## B1: Decode", "## B1: Encode")], "RB114"),
        ([("name: Decode", "name: Encode")], "RB114"),
    ],
)
def test_mistaken_id_or_name_is_said_once(edits: list[tuple[str, str]], expected: str) -> None:
    """However an id or a name goes wrong, one rule says so."""
    assert [f.rule for f in changed(*edits) if f.rule in IDENTITY] == [expected]


@pytest.mark.parametrize(
    "edits",
    [
        [("## B1: ", "## B1 — ")],
        [("## B1: ", "## B1. ")],
        [("## B1: ", "## B01: ")],
        [("id: B1", "id: B001")],
        [("## B1: Decode is", "## B1: *Decode*  is")],
        [(f"## B1: {B1}", "## B1")],
        [("## B1: Decode", "## B1: decode")],
    ],
)
def test_same_id_and_name_may_be_written_in_other_ways(edits: list[tuple[str, str]]) -> None:
    """Separators, zeros, emphasis, spaces and case make no other id and no other name."""
    assert changed(*edits) == []


@pytest.mark.parametrize(
    ("edits", "line"),
    [([("## B1: ", "## B3: ")], f"## B1: {B1}"), ([("id: B1", "id: B3")], "id: B1")],
)
def test_known_entry_keeps_the_id_it_had(edits: list[tuple[str, str]], line: str) -> None:
    """Of two ids, the one under which the base knows the entry's name is suggested."""
    (finding,) = [f for f in changed(*edits) if f.rule == "RB113"]
    assert finding.suggestion
    assert finding.suggestion.text == line


def test_id_given_away_on_the_base_branch_meanwhile() -> None:
    """Two open pull requests that take one id collide on the one that comes second."""
    base, mine, theirs = (
        play(Example(entries(("B1", B1), ("B2", B2), *more))).after
        for more in ([], [("B3", "Cold starts")], [("B3", "Export rules")])
    )
    for tip, expected in ((base, []), (mine, []), (theirs, ["RB110"])):
        found = review(base, mine, tip=tip, today=TODAY).findings
        assert [f.rule for f in found if f.rule in IDENTITY] == expected
    (finding,) = (f for f in review(base, mine, tip=theirs).findings if f.rule == "RB110")
    assert "`B4`" in finding.help


@pytest.mark.parametrize(
    ("new", "expected"),
    [("B5", []), ("B9", []), ("B3", ["RB111"]), ("B05", []), ("B4", ["RB110"])],
)
def test_only_new_numbers_are_new(new: str, expected: list[str]) -> None:
    """A gap below the highest id is taken for a recycled one, a gap above it is not."""
    old = [("B1", B1), ("B4", B2)]
    example = Example(entries(*old, (new, "Cold starts")), before=entries(*old))
    assert [f.rule for f in said(example, *IDENTITY)] == expected


def test_rewritten_prose_or_name_is_no_other_entry() -> None:
    """An entry is replaced when its name and its prose both speak of something else."""
    other = "Licences decide where a rack may stand."
    for fields, prose, expected in (
        ("name: Export rules", "", []),
        ("", other, []),
        ("name: Export rules", other, ["RB111"]),
        ("name: Decode is bound by bandwidth", other, []),
    ):
        assert [f.rule for f in said(Example(fields, prose=prose), "RB111")] == expected


SMALL = "It is what it is, and that is as it should be for those who have been in it with us. "


@pytest.mark.parametrize(
    ("prose", "expected"),
    [("Customs officers hold accelerators.", ["RB111"]), ("Memory moves all weights.", [])],
)
def test_small_words_do_not_make_two_subjects_one(prose: str, expected: list[str]) -> None:
    """Prose on another subject is another entry's, however many little words the two share."""
    before = play(Example(prose=SMALL + "Memory moves each weight.")).after.document.text
    after = before.replace(B1, "Export rules").replace("Memory moves each weight.", prose)
    assert [f.rule for f in said(Example(after, before=before), "RB111")] == expected


def test_swapped_ids_are_renumbered() -> None:
    """Two entries that swap their ids are told by name, and neither changed its status."""
    sides = [
        entry_section(one, B1, prose="Memory moves each weight.").replace(": open", ": partial")
        + entry_section(other, B2)
        for one, other in (("B1", "B2"), ("B2", "B1"))
    ]
    found = said(Example(sides[1], before=sides[0]), "RB112", "RB111", "RB201", "RB204")
    assert [(f.rule, f.entry) for f in found] == [("RB112", "B2"), ("RB112", "B1")]


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Memory bandwidth limits decode", True),
        ("Decode is bound by memory bandwidth", True),
        ("decode bound by the Memory-Bandwidth", True),
        ("Memory bandwidth bounds decode", True),
        ("Decode is bound by memory bandwith", True),
        ("Decode is bound by memory capacity", False),
        ("Prefill is bound by arithmetic", False),
        ("解码受内存带宽限制", False),
    ],
)
def test_nearly_equal_names_are_pointed_out(name: str, near: bool) -> None:
    """Small words, endings, order and typos make no other name."""
    old = [("B1", B1), ("B2", B2)]
    example = Example(entries(*old, ("B3", name)), before=entries(*old))
    assert [f.entry for f in said(example, "RB130")] == (["B3"] if near else [])


def test_old_likeness_is_not_charged() -> None:
    """Two entries that were nearly alike before are left alone by an edit of one of them."""
    alike = [("B1", B1), ("B2", "Decode is bound by the memory bandwidth")]
    edited = [("B1", B1), ("B2", "Decode is bound by this memory bandwidth")]
    assert said(Example(entries(*edited), before=entries(*alike)), "RB130") == []


HEADER = "v0.2 · 2 bottlenecks · last updated 2026-04-22 · CC-BY-4.0"


@pytest.mark.parametrize(
    ("header", "corrected"),
    [
        (HEADER, None),
        (HEADER.replace("2 b", "18 b"), HEADER),
        (HEADER.replace("v0.2", "v0.1"), HEADER),
        (HEADER.replace("04-22", "04-21"), HEADER),
        (HEADER.replace("04-22", "13-22"), HEADER),
        (HEADER.replace("2026-04-22", "22 April 2026"), HEADER),
        (HEADER.replace("04-22", "04-23"), None),
        (HEADER.replace("v0.2 · ", ""), None),
        (HEADER.replace("2 bottlenecks · ", ""), None),
        ("2 entries · last updated 2026-04-22", None),
        ("2 entries · last updated 2026-04-20 · by *us*",
         "2 entries · last updated 2026-04-22 · by *us*"),
    ],
)  # fmt: skip
def test_header_is_corrected_part_by_part(header: str, corrected: str | None) -> None:
    """Count, version and date are compared with the file; what is right or not stated stays."""
    findings = said(Example(header=header), "RB120")
    assert [f.suggestion and f.suggestion.text for f in findings] == (
        [corrected] if corrected else []
    )


def test_missing_header_is_put_back() -> None:
    """A header that the change removed is offered again, brought up to date."""
    (finding,) = [f for f in changed((f"{HEADER}\n\n", "")) if f.rule == "RB120"]
    assert finding.suggestion
    assert finding.suggestion.text == f"# A registry\n\n{HEADER}"


def test_future_date_does_not_make_the_header_stale() -> None:
    """A review dated ahead by a typo is that rule's mistake, and the header's date is right."""
    found = [f.rule for f in changed(("last_reviewed: 2026-04-22", "last_reviewed: 2062-04-22"))]
    assert "RB706" in found
    assert "RB120" not in found


@pytest.mark.parametrize(
    ("needed", "drawn"),
    [("[B2]", True), ("[B2, B1]", False), ("[B2, B9]", False), ("B2", False), ("[B2, HBM]", False)],
)
def test_graph_is_offered_once_it_will_stay(needed: str, drawn: bool) -> None:
    """A drawing of dependencies that have to be put right would be stale at once."""
    edits = [("depends_on: []", f"depends_on: {needed}"), ("  B1\n", "")]
    (finding,) = [f for f in changed(*edits) if f.rule == "RB121"]
    assert bool(finding.suggestion) is drawn


@pytest.mark.parametrize(
    ("edits", "stale"),
    [
        ([("depends_on: []", "depends_on: [B2]")], True),
        ([("status: open", "status: partial")], False),
        ([("  B1\n", "")], True),
        ([("priority: 5", "priority: 4")], False),
        ([("depends_on: []", "depends_on: *all")], False),
    ],
)
def test_graph_follows_what_it_draws(edits: list[tuple[str, str]], stale: bool) -> None:
    """Ids and dependencies are drawn, and nothing is said while they cannot be read."""
    assert ("RB121" in [f.rule for f in changed(*edits)]) is stale


def test_old_debt_of_the_file_is_not_charged() -> None:
    """A header and a graph that were stale before stay the base branch's."""
    old = snapshot(DOCUMENT.replace("2 bottlenecks", "9 bottlenecks").replace("  B1\n", ""))
    new = snapshot(old.document.text.replace("bandwidth of memory", "speed of memory", 1))
    assert review(old, new, today=TODAY).findings == ()
