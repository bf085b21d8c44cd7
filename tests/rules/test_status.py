"""The rules on status: every way in which the evidence for a transition can be wrong."""

import re
from dataclasses import replace

import pytest

from registry.snapshot import Snapshot, read_snapshot
from rules.review import lint, review
from rules.rule import Example, Finding, Severity
from rules.sample import DOCUMENT, PATHS, TODAY, entry_section, play
from tests.rules.playing import HISTORY, applied, reviewed, said, text_of

PARTIAL = "status: partial\nstatus_history:\n"
GOOD = HISTORY.format("2026-05-01", "open", "partial", "@kwon2023")
FIRST = entry_section("B1", "Decode is bound by memory bandwidth")
SECOND = entry_section("B2", "Cache capacity per session")
BIB = "@misc{kwon2023, title = {Paged attention}, year = {2023}, eprint = {2309.06180}}\n"


def snapshot(text: str, references: str = BIB) -> Snapshot:
    files = {PATHS.registry: text.encode(), PATHS.references: references.encode()}
    return read_snapshot(files, PATHS)


def only(example: Example) -> Finding:
    """Return the one error of an example, which is the transition's."""
    errors = [f for f in said(example) if f.severity is Severity.ERROR]
    assert [f.rule for f in errors] == ["RB201"]
    return errors[0]


def section(entry_id: str, status: str, history: str = "") -> str:
    name = {"B1": "Decode is bound by memory bandwidth"}.get(entry_id, "Cache capacity per session")
    text = entry_section(entry_id, name).replace("status: open", f"status: {status}")
    added = f"status_history:\n{history}" if history else ""
    return text.replace("review_cadence_days: 90\n", f"review_cadence_days: 90\n{added}")


COMPLETE = {
    "in a flow mapping": PARTIAL + GOOD,
    "in a block mapping": PARTIAL
    + "  - date: 2026-05-01\n    from: open\n    to: partial\n    citation: arXiv:2405.04434\n",
    "as a one-item list": PARTIAL
    + '  - {date: 2026-05-01, from: open, to: partial, citation: ["@kwon2023"]}\n',
    "several works": PARTIAL
    + '  - {date: 2026-05-01, from: open, to: partial, citation: "[@kwon2023], MLPerf 5.1-0069"}\n',
    "quoted words": PARTIAL
    + '  - {"date": "2026-05-01", "from": "open", \'to\': "partial", citation: "@kwon2023"}\n',
    "two proven steps for a jump": "status: resolved\nstatus_history:\n"
    + GOOD
    + HISTORY.format("2026-05-01", "partial", "resolved", "arXiv:2507.14397"),
    "a jump in one step": "status: resolved\nstatus_history:\n"
    + HISTORY.format("2026-05-01", "open", "resolved", "arXiv:2507.14397"),
    "beside a flawed item": PARTIAL + GOOD + "  - {date: 2026-05-01, from: open, to: partial}\n",
}


@pytest.mark.parametrize("fields", COMPLETE.values(), ids=COMPLETE)
def test_complete_transition_passes(fields: str) -> None:
    """An item with the way, a day that exists and a citation is all it takes."""
    assert said(Example(fields), "RB201") == []


def item(keys: str) -> str:
    return f"{PARTIAL}  - {{{keys}}}\n"


FLAWED = {
    "no citation": (
        item("date: 2026-05-01, from: open, to: partial"),
        "B1 goes from `open` to `partial`, but the history item for it has no citation.",
    ),
    "an empty citation": (
        item("date: 2026-05-01, from: open, to: partial, citation: "),
        "has no citation.",
    ),
    "a placeholder": (
        item("date: 2026-05-01, from: open, to: partial, citation: https://example.com/x"),
        (
            "has `https://example.com/x` for a citation, which is none"
            " (`example.com` is a placeholder or private host)."
        ),
    ),
    "an unknown key": (
        item('date: 2026-05-01, from: open, to: partial, citation: "@nobody1999"'),
        "which is none (the bibliography has no `nobody1999`).",
    ),
    "a bare word": (
        item("date: 2026-05-01, from: open, to: partial, citation: press reports"),
        "has `press reports` for a citation, which is none.",
    ),
    "no date": (
        item('from: open, to: partial, citation: "@kwon2023"'),
        "has no date.",
    ),
    "a day that does not exist": (
        item('date: 2026-02-30, from: open, to: partial, citation: "@kwon2023"'),
        "has `2026-02-30` for a date, a day that does not exist.",
    ),
    "a day in other words": (
        item('date: 1 May 2026, from: open, to: partial, citation: "@kwon2023"'),
        "has `1 May 2026` for a date, which is not written year-month-day.",
    ),
    "a misspelt key that cites nothing": (
        item("date: 2026-05-01, from: open, to: partial, source: hearsay"),
        "has `source` where `citation` is meant and has `hearsay` for a citation, which is none.",
    ),
    "swapped": (
        item('date: 2026-05-01, from: partial, to: open, citation: "@kwon2023"'),
        "says `partial` → `open`, the other way round.",
    ),
    "the wrong step": (
        item('date: 2026-05-01, from: partial, to: resolved, citation: "@kwon2023"'),
        "says `partial` → `resolved`.",
    ),
    "no way at all": (
        item('date: 2026-05-01, citation: "@kwon2023"'),
        "does not say from where to where.",
    ),
    "everything": (
        item("date: soon, from: partial, to: open, citation: TBD"),
        (
            "says `partial` → `open`, the other way round, has `soon` for a date, which is not"
            " written year-month-day and has `TBD` for a citation"
        ),
    ),
}


@pytest.mark.parametrize(("fields", "sentence"), FLAWED.values(), ids=FLAWED)
def test_flawed_item_is_named_on_its_line(fields: str, sentence: str) -> None:
    """Each flaw has its own sentence, on the item's line, and no other rule repeats it."""
    example = Example(fields)
    finding = only(example)
    assert sentence in finding.message
    assert text_of(example)[finding.line - 1].startswith("  - {")
    assert not said(example, "RB104", "RB202", "RB206", "RB401")


def test_unproven_step_of_two_is_named() -> None:
    """Where two items tell a jump, the flaw is the one of the item that lacks evidence."""
    history = GOOD + "  - {date: 2026-05-01, from: partial, to: resolved}\n"
    example = Example(f"status: resolved\nstatus_history:\n{history}")
    finding = only(example)
    assert finding.message.endswith("but the history item for it has no citation.")
    assert "to: resolved" in text_of(example)[finding.line - 1]


MECHANICAL = {
    "swapped": FLAWED["swapped"][0],
    "the wrong step": FLAWED["the wrong step"][0],
    "no date": FLAWED["no date"][0],
    "no way at all": FLAWED["no way at all"][0],
    "plain http": item(
        "date: 2026-05-01, from: open, to: partial, citation: http://arxiv.org/abs/2309.06180"
    ),
    "a key without its @": item("date: 2026-05-01, from: open, to: partial, citation: kwon2023"),
    "a bare arXiv id": item("date: 2026-05-01, from: open, to: partial, citation: 2502.13965"),
    "a bare MLPerf id": item("date: 2026-05-01, from: open, to: partial, citation: 5.1-0069"),
    "a date with slashes": item('date: 2026/05/01, from: open, to: partial, citation: "@kwon2023"'),
    "a date without zeros": item('date: 2026-5-1, from: open, to: partial, citation: "@kwon2023"'),
    "only the note cites": item(
        "date: 2026-05-01, from: open, to: partial, note: see arXiv:2309.06180"
    ),
    "keys by other names": PARTIAL
    + '  - Date: 2026-05-01\n    From: open\n    To: partial\n    source: "@kwon2023"\n',
    "a key by another name, and its value": item(
        "date: 2026-05-01, from: open, to: partial, citations: 2502.13965"
    ),
    "the list by another name": (PARTIAL + GOOD).replace("status_history", "history"),
    "a misspelt key": item('date: 2026-05-01, from: open, to: partial, citation: "@kwon2032"'),
    "block style": PARTIAL
    + '  - date: 2026-05-01\n    from: partial\n    to: open\n    citation: "@kwon2023"\n',
    "block style, a key missing": PARTIAL
    + '  - from: open\n    to: partial\n    citation: "@kwon2023"\n',
    "evidence elsewhere": item("date: 2026-05-01, from: open, to: partial").replace(
        "status_history", "blockers:\n  - FP4 costs 3% on MMLU [@kwon2023]\nstatus_history"
    ),
    "an item to add": "status: partial\nblockers:\n  - FP4 costs 3% on MMLU [@kwon2023]\n",
    **{
        f"an item to add to `{nothing}`": f"status: partial\nstatus_history: {nothing}\n"
        "blockers:\n  - FP4 costs 3% on MMLU [@kwon2023]\n"
        for nothing in ("[]", "~", "[]  # none yet")
    },
}


@pytest.mark.parametrize("fields", MECHANICAL.values(), ids=MECHANICAL)
def test_suggestion_completes_the_transition(fields: str) -> None:
    """Where every value is known, one click is enough, and nothing else on the lines changes."""
    example = Example(fields)
    finding = only(example)
    after = snapshot(applied(example, finding))
    assert review(play(Example()).before, after, today=TODAY).conclusion == "success"


def test_help_shows_the_item_where_nothing_is_cited() -> None:
    """Without any evidence the item is shown with a gap, and nothing can be clicked."""
    finding = only(Example("status: partial"))
    assert finding.suggestion is None
    assert "`- {date: YYYY-MM-DD, from: open, to: partial, citation: …}`" in finding.help
    assert finding.message.endswith("adds no `status_history` item that cites the evidence.")


def test_evidence_elsewhere_is_named() -> None:
    """A citation that stands in the prose is said to stand there."""
    finding = only(Example("status: partial", prose=f"See [@kwon2023]. {'Word ' * 250}"))
    assert "`@kwon2023` is cited in the prose and in no `status_history` item" in finding.message


def test_item_of_before_does_not_count_again() -> None:
    """The second time an entry becomes partial, the first item is no evidence."""
    history = HISTORY.format("2026-01-01", "open", "partial", "@kwon2023")
    history += HISTORY.format("2026-02-01", "partial", "open", "arXiv:2507.14397")
    before, after = (section("B1", status, history) for status in ("open", "partial"))
    finding = only(Example(after, before=before))
    assert "the history item of `2026-01-01` for it was there before this change" in finding.message
    reworded = after.replace(
        'from: open, to: partial, citation: "@kwon2023"}',
        'from: open, to: partial, citation: "@kwon2023", note: again}',
    )
    assert "before this change" in only(Example(reworded, before=before)).message


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2026-01-01", "2026-05-01"),
        (
            HISTORY.format("2026-01-01", "open", "partial", "@kwon2023"),
            HISTORY.format("2026-05-01", "open", "partial", "arXiv:2604.00001"),
        ),
        ("from: partial, to: open", "from: open, to: partial"),
    ],
    ids=["another date", "another work", "another way"],
)
def test_rewritten_item_is_not_an_added_one(old: str, new: str) -> None:
    """An item of before that is edited proves nothing; beside a new one it does no harm."""
    history = HISTORY.format("2026-01-01", "open", "partial", "@kwon2023")
    history += HISTORY.format("2026-02-01", "partial", "open", "arXiv:2507.14397")
    before, after = (section("B1", status, history) for status in ("open", "partial"))
    rewritten = after.replace(old, new)
    assert "rewrites an earlier history item" in only(Example(rewritten, before=before)).message
    both = section("B1", "partial", history.replace(old, new) + GOOD)
    assert said(Example(both, before=before), "RB201") == []


def test_item_in_another_entry_is_found() -> None:
    """When the item went into the wrong entry, the finding says which."""
    finding = only(
        Example(
            f"{section('B1', 'partial')}\n{section('B2', 'open', GOOD)}",
            before=f"{FIRST}\n{SECOND}",
        )
    )
    assert "was added to B2 instead" in finding.message
    assert finding.entry == "B1"


FURTHER = HISTORY.format("2026-05-01", "partial", "resolved", "arXiv:2604.00001")
EARLIER = HISTORY.format("2026-03-01", "open", "partial", "@kwon2023")


@pytest.mark.parametrize(
    ("first", "second", "before", "wrong"),
    [
        (("partial", FURTHER), ("resolved", EARLIER + GOOD), ("partial", EARLIER), ["B1", "B2"]),
        (("partial", ""), ("partial", EARLIER + GOOD), ("open", ""), ["B1"]),
        (("resolved", ""), ("open", GOOD + FURTHER), ("open", ""), ["B1"]),
    ],
    ids=["each in the other", "both in one", "a jump in two steps"],
)
def test_items_of_two_transitions_in_the_wrong_entry(
    first: tuple[str, str], second: tuple[str, str], before: tuple[str, str], wrong: list[str]
) -> None:
    """An item that its entry has no use for is the one another lacks; it is moved, not edited."""
    after = f"{section('B1', *first)}\n{section('B2', *second)}"
    example = Example(after, before=f"{FIRST}\n{section('B2', *before)}")
    found = said(example, "RB201")
    assert [finding.entry for finding in found] == wrong
    assert all("instead" in finding.message and not finding.suggestion for finding in found)


def test_flawed_item_is_not_looked_for_elsewhere() -> None:
    """An entry whose own item only lacks its evidence does not take that of its neighbour."""
    flawed = HISTORY.format("2026-05-01", "open", "partial", "TBD")
    after = f"{section('B1', 'partial', flawed)}\n{section('B2', 'partial', GOOD)}"
    assert "has `TBD`" in only(Example(after, before=f"{FIRST}\n{SECOND}")).message


def without_history_in_schema(text: str) -> str:
    return re.sub(r"^status_history:.*\n", "", text, flags=re.MULTILINE)


BARE = without_history_in_schema(DOCUMENT)


@pytest.mark.parametrize(
    ("old", "new", "passes"),
    [
        ("Each decoded token", "As [@kwon2023] shows, each decoded token", True),
        ("[arXiv:2405.04434]\n", "[@kwon2023]\n", True),
        ("Each decoded token", "Each token", False),
        ("Each decoded token", "As [arXiv:2405.04434] shows, each decoded token", False),
    ],
    ids=["prose", "blocker", "nothing", "already cited"],
)
def test_any_new_citation_counts_without_documented_history(
    old: str, new: str, passes: bool
) -> None:
    """Where the schema knows no history, a work that the entry did not cite before is enough."""
    after = BARE.replace("status: open", "status: partial", 1).replace(old, new, 1)
    findings = review(snapshot(BARE), snapshot(after), today=TODAY).findings
    assert [f.rule for f in findings if f.rule in ("RB201", "RB206")] == (
        [] if passes else ["RB201"]
    )


def translated(text: str) -> str:
    for old, new in (("open", "todo"), ("partial", "in-work"), ("resolved", "done")):
        text = re.sub(rf"\b{old}\b", new, text)
    return text


def test_other_vocabularies_get_the_same_rules() -> None:
    """Another community's words for status are judged by their order in its schema."""
    before = translated(DOCUMENT)
    moved = before.replace("status: todo", "status: done", 1)
    found = {f.rule for f in review(snapshot(before), snapshot(moved), today=TODAY).findings}
    assert {"RB201", "RB203"} <= found
    proven = moved.replace(
        "review_cadence_days: 90\n",
        "review_cadence_days: 90\nstatus_history:\n"
        + HISTORY.format("2026-05-01", "todo", "done", "@kwon2023"),
        1,
    )
    found = {f.rule for f in review(snapshot(before), snapshot(proven), today=TODAY).findings}
    assert "RB201" not in found
    assert "RB203" in found


def test_line_ends_and_dashes_do_not_matter() -> None:
    """A transition is judged alike with CRLF and in a `---` block."""
    for dress in (
        lambda text: text.replace("\n", "\r\n"),
        lambda text: re.sub(r"```yaml\n(id: (?s:.)*?)```", r"---\n\1---", text),
    ):
        before = snapshot(dress(DOCUMENT))
        for history, expected in (("", ["RB201"]), (f"status_history:\n{GOOD}", [])):
            changed = DOCUMENT.replace("status: open", "status: partial", 1)
            changed = changed.replace("depends_on: []\n", f"depends_on: []\n{history}", 1)
            found = review(before, snapshot(dress(changed)), today=TODAY).findings
            assert [f.rule for f in found if f.severity is Severity.ERROR] == expected


@pytest.mark.parametrize("status", ["Partial", "partialy"])
def test_misspelt_status_still_needs_its_evidence(status: str) -> None:
    """What a click on the status would ask next is asked at once."""
    assert [f.rule for f in said(Example(f"status: {status}"), "RB103", "RB201")] == [
        "RB103",
        "RB201",
    ]
    assert said(Example(f"status: {status}\nstatus_history:\n{GOOD}"), "RB201") == []


@pytest.mark.parametrize("status", ["", "nearly", "[open, partial]", "{a: b}"])
def test_unreadable_status_is_left_to_the_schema_rules(status: str) -> None:
    """A status that is no word of the schema is that mistake and not a second one."""
    assert said(Example(f"status: {status}"), "RB201", "RB202", "RB206") == []


def test_new_entry_needs_no_transition() -> None:
    """An added entry has no status to come from."""
    example = Example(f"{FIRST}\n{section('B2', 'partial', GOOD)}", before=FIRST)
    assert said(example, "RB201", "RB206") == []


def test_without_a_clock_no_date_is_invented() -> None:
    """Without today's date the item is shown with a gap for it."""
    case = play(Example("status: partial", prose=f"See [@kwon2023]. {'Word ' * 250}"))
    found = [f for f in review(case.before, case.after).findings if f.rule == "RB201"]
    assert "YYYY-MM-DD" in found[0].help
    assert found[0].suggestion is None


def test_history_disagreement_is_reported_once() -> None:
    """What RB201 says of a transition in this change is not said again of the history."""
    history = HISTORY.format("2026-05-01", "partial", "resolved", "@kwon2023")
    example = Example(f"status: partial\nstatus_history:\n{history}")
    assert [f.rule for f in said(example, "RB201", "RB202", "RB206")] == ["RB201"]


@pytest.mark.parametrize(
    ("status", "history", "count"),
    [
        ("partial", [("2026-01-01", "open", "partial")], 0),
        ("open", [("2026-01-01", "open", "partial"), ("2026-01-02", "partial", "open")], 0),
        ("resolved", [("2026-01-02", "partial", "resolved"), ("2026-01-01", "open", "partial")], 0),
        ("resolved", [("2026-01-01", "open", "partial")], 1),
        ("partial", [("2026-01-01", "open", "resolved"), ("2026-01-02", "open", "partial")], 1),
        (
            "resolved",
            [
                ("2026-01-01", "open", "partial"),
                ("2026-01-09", "partial", "open"),
                ("2026-01-05", "open", "resolved"),
            ],
            1,
        ),
        ("partial", [("soon", "", "")], 0),
    ],
)
def test_history_is_compared_with_the_status(
    status: str, history: list[tuple[str, str, str]], count: int
) -> None:
    """In lint, the chain of steps, their days and the status have to agree."""
    items = "".join(
        HISTORY.format(*step, f"arXiv:2405.0000{at}") for at, step in enumerate(history, 1)
    )
    state = play(Example(f"status: {status}\nstatus_history:\n{items}")).after
    found = [f.message for f in lint(state, today=TODAY).findings if f.rule == "RB202"]
    assert len(found) == count


def test_forgotten_status_is_offered() -> None:
    """Where proven steps came and the status stayed, setting it is one click."""
    example = Example("status_history:\n" + GOOD.replace("05-01", "04-22"))
    (finding,) = said(example, "RB202")
    verdict = review(play(Example()).before, snapshot(applied(example, finding)), today=TODAY)
    assert [f.rule for f in verdict.findings if f.severity is not Severity.NOTICE] == []
    (finding,) = said(Example("status_history:\n" + GOOD.replace("@kwon2023", "TBD")), "RB202")
    assert finding.suggestion is None, "it would need a citation first"
    after = f"{section('B1', 'partial')}\n{section('B2', 'open', GOOD)}"
    (finding,) = said(Example(after, before=f"{FIRST}\n{SECOND}"), "RB202")
    assert finding.suggestion is None, "it is B1's item"


PROVEN = HISTORY.format("2026-04-22", "partial", "resolved", "arXiv:2604.00001")
AT_ONCE = HISTORY.format("2026-04-22", "open", "partial", "@kwon2023")


@pytest.mark.parametrize(
    ("items", "rules"),
    [
        ([AT_ONCE, PROVEN], []),
        ([PROVEN, AT_ONCE], []),
        ([AT_ONCE, PROVEN.replace("04-22", "04-02")], ["RB202"]),
        ([PROVEN.replace("04-22", "04-02"), AT_ONCE], ["RB202"]),
        ([AT_ONCE, PROVEN.replace("arXiv:2604.00001", "@kwon2023")], ["RB207"]),
        ([PROVEN.replace("arXiv:2604.00001", "@kwon2023"), AT_ONCE], ["RB207"]),
        ([AT_ONCE, PROVEN.replace("2604", "2504")], ["RB210"]),
        ([PROVEN.replace("2604", "2504"), AT_ONCE], ["RB210"]),
    ],
)
def test_history_is_judged_alike_both_ways_round(items: list[str], rules: list[str]) -> None:
    """Oldest or newest first, one mistake is one finding, and it is on the later step."""
    example = Example(f"status: resolved\nstatus_history:\n{''.join(items)}")
    found = said(example, "RB202", "RB207", "RB210")
    assert [finding.rule for finding in found] == rules
    lines = text_of(example)
    assert all("to: resolved" in lines[finding.line - 1] for finding in found)


def test_step_that_is_told_is_not_skipped() -> None:
    """Two steps at once skip nothing; a note that is there is not asked for again."""
    jump = HISTORY.format("2026-05-01", "open", "resolved", "arXiv:2507.14397")
    at_once = Example(f"status: resolved\nstatus_history:\n{AT_ONCE}{PROVEN}")
    assert said(at_once, "RB203") == []
    for history, asked in ((jump, True), (jump.replace("}", ", note: whole}"), False)):
        (finding,) = said(Example(f"status: resolved\nstatus_history:\n{history}"), "RB203")
        assert ("say why" in finding.help) is asked


@pytest.mark.parametrize(
    ("url", "vendor"),
    [
        ("https://www.nvidia.com/en-us/x", True),
        ("https://developer.NVIDIA.com/blog", True),
        ("https://groq.com", True),
        ("https://notnvidia.com/x", False),
        ("https://nvidia.com.evil.org/x", False),
        ("https://mlcommons.org/benchmarks", False),
        ("https://github.com/NVIDIA/TensorRT-LLM/pull/1", True),
        ("https://github.com/vllm-project/nvidia", False),
        ("https://github.com", False),
    ],
)
def test_vendor_is_told_by_its_domain_or_account(url: str, vendor: bool) -> None:
    """A vendor's subdomains are the vendor; a name that only contains it is not."""
    history = HISTORY.format("2026-05-01", "open", "resolved", url)
    found = said(Example(f"status: resolved\nstatus_history:\n{history}"), "RB208")
    assert bool(found) is vendor


@pytest.mark.parametrize(
    ("citation", "older"),
    [
        ("arXiv:2601.01234", True),
        ("arXiv:2603.01234", False),
        ("arXiv:cs/0112017", False),
        ("@kwon2023", True),
        ("https://mlcommons.org/benchmarks", False),
    ],
)
def test_evidence_is_dated_by_its_id(citation: str, older: bool) -> None:
    """An arXiv month or a year of the bibliography dates a work; what has none may be new."""
    history = HISTORY.format("2026-03-01", "open", "partial", "MLPerf 5.1-0069")
    history += HISTORY.format("2026-04-01", "partial", "resolved", citation)
    found = said(Example(f"status: resolved\nstatus_history:\n{history}"), "RB210")
    assert bool(found) is older


def test_maturity_words_of_another_community() -> None:
    """Where neither word for "in use" is in the schema, RB205 has nothing to compare."""
    text = DOCUMENT.replace("research | partial | production | shipping | philosophical", "a | b")
    changed = text.replace("status: open", "status: resolved", 1)
    found = review(snapshot(text), snapshot(changed), today=TODAY).findings
    assert "RB205" not in {f.rule for f in found}


def test_good_transition_asks_only_for_its_label() -> None:
    """A proven step forward has no finding, and the label says that a status moved."""
    verdict = reviewed(Example(PARTIAL + GOOD.replace("05-01", "04-22")))
    assert [f.rule for f in verdict.findings if f.severity is not Severity.NOTICE] == []
    assert "status-transition" in verdict.labels


TOLD = "Move B1 on\n\nPaged attention is everywhere now: arXiv:2309.06180. Thanks to @ann!"


def told(fields: str, text: str) -> Finding:
    """Return RB201's finding for a pull request with this text."""
    case = play(Example(fields))
    findings = review(case.before, case.after, today=TODAY, pull_text=text).findings
    return next(finding for finding in findings if finding.rule == "RB201")


@pytest.mark.parametrize(
    ("fields", "says"),
    {
        "no item": ("status: partial", "put the evidence into a `status_history` item."),
        "an item without": (item("date: 2026-05-01, from: open, to: partial"), "into the item."),
        "a pointer": (
            item("date: 2026-05-01, from: open, to: partial, citation: see the pull request"),
            "into the item.",
        ),
    }.values(),
)
def test_evidence_only_in_the_pull_requests_text(fields: str, says: str) -> None:
    """A work that only title or body cites is named, with where it belongs."""
    finding = told(fields, TOLD)
    assert "`arXiv:2309.06180` is cited in the pull request's text" in finding.message
    assert finding.message.endswith(says)


def test_work_that_another_entry_got_is_not_missing() -> None:
    """With two transitions, the evidence of the one is not that of the other."""
    after = f"{section('B1', 'partial')}\n{section('B2', 'partial', GOOD)}"
    case = play(Example(after, before=f"{FIRST}\n{SECOND}"))
    text = "B1: arXiv:2604.00001. B2: arXiv:2309.06180."
    (finding, *_) = review(case.before, case.after, today=TODAY, pull_text=text).findings
    assert "but `arXiv:2604.00001` is cited in the pull request's text" in finding.message


@pytest.mark.parametrize("fields", [fields for fields, _ in FLAWED.values()], ids=FLAWED)
def test_text_of_the_pull_request_changes_one_sentence(fields: str) -> None:
    """What stands in it is no evidence and moves no line: a local review has other words."""
    ours, theirs = told(fields, ""), told(fields, TOLD)
    assert replace(ours, message="") == replace(theirs, message="")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No evidence here, @ann",
        "As `arXiv:2309.06180` in code",
        "It is in the entry already: arXiv:2405.04434",
        "@" * 5000 + "[" * 5000,
    ],
)
def test_text_that_tells_nothing_new(text: str) -> None:
    """Without a work that the entry lacks, the text of the pull request is not spoken of."""
    assert told("status: partial", text).message == told("status: partial", "").message
