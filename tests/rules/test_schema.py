"""Fields and values are judged by the document's own schema."""

import pytest

from registry.snapshot import read_snapshot
from rules.review import lint, review
from rules.rule import Example, Finding
from rules.sample import DOCUMENT, PATHS, TODAY, play
from tests.rules.playing import said

SOLUTION = "known_solutions:\n  - {title: MLA, citation: arXiv:2405.04434, maturity: production}"


def judged(yaml: str, *, without: tuple[str, ...] = ()) -> list[Finding]:
    found = said(Example(yaml, without=without))
    return [finding for finding in found if finding.rule.startswith("RB10")]


def mend(finding: Finding) -> str | None:
    return finding.suggestion.text if finding.suggestion else None


@pytest.mark.parametrize(
    ("yaml", "mended"),
    [
        ("status: Open", "status: open"),
        ("status: opne", "status: open"),
        ("status: [open]", "status: open"),
        ("status: done", None),
        ("status: {a: b}", None),
        ('priority: "5"', "priority: 5"),
        ("priority: five", None),
        ("priority: 0", None),
        ("priority: 6", None),
        ("priority: 4.5", None),
        ("review_cadence_days: -1", None),
        ("last_reviewed: 2026/4/22", "last_reviewed: 2026-04-22"),
        ("last_reviewed: 2026-04-22T10:00:00Z", "last_reviewed: 2026-04-22"),
        ("last_reviewed: 22.04.2026", None),
        ("last_reviewed: 2026-02-30", None),
        ("id: b1", "id: B1"),
        ("id: 1", "id: B1"),
        ("id: X1", None),
        ("name: [one, two]", 'name: "one, two"'),
        ("name:\n- one\n- two", '  "one, two"'),
        ("name: [one, [two, three]]", None),
        ("name: []", None),
        ("depends_on: B2", "depends_on: [B2]"),
        ("depends_on: B2, 3", "depends_on: [B2, B3]"),
        ("depends_on: none", "depends_on: []"),
        ("depends_on: [two]", None),
        ("depends_on: [2]", "depends_on: [B2]"),
        ("blockers: It costs 3% on MMLU", "blockers:\n  - It costs 3% on MMLU"),
        ("blockers:\n  - [one, two]", None),
        ("blockers:\n  - {a: b, c: d}", None),
        ("blockers:\n  -", None),
        (
            "known_solutions:\n  title: MLA\n  citation: arXiv:2405.04434",
            "  - title: MLA\n    citation: arXiv:2405.04434",
        ),
        (
            "known_solutions: {title: MLA, citation: arXiv:2405.04434}",
            "known_solutions:\n  - {title: MLA, citation: arXiv:2405.04434}",
        ),
    ],
)
def test_value_outside_its_kind_is_one_error(yaml: str, mended: str | None) -> None:
    """A value of another kind is one finding, with the value meant where that is plain."""
    (finding,) = judged(yaml)
    assert (finding.rule, finding.severity) == ("RB103", "error")
    assert mend(finding) == mended


@pytest.mark.parametrize(
    "yaml",
    [
        'status: "open"',
        "priority: 5 # gating",
        "depends_on: [B02]",
        "depends_on: []",
        "blockers:\n  - [It costs 3% on MMLU]",
        "blockers:\n  - MLA: it costs 3% on MMLU",
        "name: 第一个瓶颈 — ≈3×",
        "known_solutions: []",
        SOLUTION.replace("citation: arXiv:2405.04434", "citation: [arXiv:2405.04434]"),
    ],
)
def test_value_that_reads_as_meant_is_taken(yaml: str) -> None:
    """Quotes, comments, leading zeros, a list of one and plain text with a colon are fine."""
    assert judged(yaml) == []


@pytest.mark.parametrize(
    ("item", "message", "mended"),
    [
        ("{title: MLA, maturity: production}", "lacks `citation`", None),
        ("{title: MLA, citation: , maturity: production}", "lacks `citation`", None),
        ("{title: MLA}", "lacks `citation`, `maturity`", None),
        ("{title: MLA, citaton: arXiv:2405.04434, maturity: production}", "there is `citaton`",
         "  - {title: MLA, citation: arXiv:2405.04434, maturity: production}"),
        ("{title: MLA, source: arXiv:2405.04434, maturity: production}", "there is `source`",
         "  - {title: MLA, citation: arXiv:2405.04434, maturity: production}"),
        ("{title: MLA, citation: arXiv:2405.04434, maturity: Production}", "`maturity` is",
         "  - {title: MLA, citation: arXiv:2405.04434, maturity: production}"),
        ("{title: MLA, citation: arXiv:2405.04434, maturity: mature}", "`maturity` is", None),
        ("{title: MLA, citation: [arXiv:2405.04434, '@kwon2023'], maturity: production}",
         "`citation` is a list",
         '  - {title: MLA, citation: "arXiv:2405.04434, @kwon2023", maturity: production}'),
        ("{title: {a: b, c: d}, citation: arXiv:2405.04434, maturity: production}",
         "`title` is a mapping", None),
        ("MLA", "is no mapping", None),
        ("", "is empty", None),
    ],
)  # fmt: skip
def test_item_lacks_or_misuses_a_key(item: str, message: str, mended: str | None) -> None:
    """Each item that does not hold its keys is one error that names it."""
    (finding,) = judged(f"known_solutions:\n  - {item}")
    assert (finding.rule, finding.severity) == ("RB104", "error")
    assert message in finding.message
    assert mend(finding) == mended


def test_misspelt_key_is_said_once() -> None:
    """A required field under a misspelt name is missing, and is not an unknown one besides."""
    (finding,) = judged("statsu: open", without=("status",))
    assert (finding.rule, mend(finding)) == ("RB101", "status: open")
    (finding,) = judged("review_cadence: 30", without=("review_cadence_days",))
    assert (finding.rule, mend(finding)) == ("RB102", "review_cadence_days: 30")
    (finding,) = judged("Priority: 5")
    assert (finding.rule, finding.help) == ("RB102", "Did you mean `priority`?")


@pytest.mark.parametrize("item", ["{date: 2026-13-01, from: open, to: partial}", "{to: partial}"])
def test_evidence_of_a_transition_is_judged_by_its_own_rule(item: str) -> None:
    """What this change's history item lacks is the transition's finding alone."""
    assert judged(f"status: partial\nstatus_history:\n  - {item}") == []
    assert [finding.rule for finding in judged(f"status_history:\n  - {item}")] != []


OTHERS = """\
# Barriers

## Schema

```yaml
id:       # X<n>
title:    # what hurts
stage:    # seed | sprout | tree
weight:   # int, default 3
links:    # optional list of {url, kind?}
          # kind: paper | talk
```

## X1: Soil

```yaml
id: X1
title: Soil
stage: sprout
links:
  - {url: "https://soil.org/a", kind: talk}
```

Text.
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("stage: sprout", "stage: open", ["RB103"]),
        ("id: X1", "id: B1", ["RB103"]),
        ("title: Soil", "name: Soil", ["RB101", "RB102"]),
        ("kind: talk", "kind: song", ["RB104"]),
        ("{url: ", "{ur: ", ["RB104"]),
        ("stage: sprout", "stage: sprout\nweight: heavy", ["RB103"]),
    ],
)
def test_another_community_has_its_own_words(old: str, new: str, expected: list[str]) -> None:
    """Vocabulary, prefix, nested keys and defaults come from the document, never from the code."""
    text = OTHERS.replace(old, new, 1) if old else OTHERS
    verdict = lint(read_snapshot({PATHS.registry: text.encode()}, PATHS), today=TODAY)
    found = [f.rule for f in verdict.findings if f.rule.startswith("RB10")]
    assert sorted(found) == expected


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("open | partial | resolved", "open | partial | resolved | gone", "`status` gains `gone`"),
        ("open | partial | resolved", "open | resolved | partial", "in another order"),
        ("# 1-5 (5 = gating", "# 1-9 (5 = gating", "`priority` takes a whole number from 1 to 9"),
        ("# ISO date", "# optional ISO date", "`last_reviewed` is now optional"),
        ("{title, citation,", "{title, citation?,", "`citation` of `known_solutions` is now opt"),
        ("github_handle?, ", "", "`contributors` loses `github_handle`"),
        ("# list of strings", "# short string", "`blockers` takes a text"),
        ("difficulty:              #", "effort:                  #", "`effort` is new"),
    ],
)
def test_schema_change_is_told_and_not_in_force(old: str, new: str, told: str) -> None:
    """The change is listed at its line, and entries are still judged by the base's schema."""
    case = play(Example(DOCUMENT.replace(old, new, 1)))
    (finding,) = review(case.before, case.after, today=TODAY).findings
    assert (finding.rule, finding.severity) == ("RB122", "warning")
    assert told in finding.message


def test_new_word_counts_once_it_is_merged() -> None:
    """A value that only the changed schema allows is an error until the schema is in force."""
    words = DOCUMENT.replace("open | partial | resolved", "open | partial | resolved | gone", 1)
    case = play(Example(words.replace("status: open", "status: gone", 1)))
    found = [finding.rule for finding in review(case.before, case.after, today=TODAY).findings]
    assert {"RB103", "RB122"} <= set(found)
    merged = read_snapshot({PATHS.registry: words.encode()}, PATHS)
    found = [finding.rule for finding in review(merged, case.after, today=TODAY).findings]
    assert "RB103" not in found
