"""What cannot be read is said once, where it stands; what can be read is not blamed for it."""

import pytest

from registry.snapshot import read_snapshot
from rules.review import lint, review
from rules.rule import Example, Finding
from rules.sample import DOCUMENT, PATHS, TODAY, play
from tests.rules.playing import said


def found(example: Example) -> list[Finding]:
    return [finding for finding in said(example) if not finding.rule.startswith("RB7")]


def rules(example: Example) -> list[str]:
    return [finding.rule for finding in found(example)]


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("status: *same", ["RB003"]),
        ("status: &same open", ["RB003"]),
        ("status: !!str open", ["RB003"]),
        ("blockers: *same", ["RB003"]),
        ("known_solutions:\n  - title: X\n    citation: *same\n    maturity: research", ["RB003"]),
        ("known_solutions:\n  - title: Heads\n    citation: @kwon2023\n    maturity: research",
         ["RB003"]),
        ("name: 'Decode is bound by memory bandwidth", ["RB003"]),
        ("estimated_unlock_value: 2-4x: tokens/s", ["RB003"]),
    ],
)  # fmt: skip
def test_refused_yaml_is_one_finding(yaml: str, expected: list[str]) -> None:
    """A line that YAML refuses is one mistake; its field is not missing besides."""
    assert rules(Example(yaml)) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("```yaml\nid: B1\n", "id: B1\n", ["RB002"]),
        ("review_cadence_days: 90\n```\n", "review_cadence_days: 90\n", ["RB002"]),
        ("## Schema (v0.2)", "## Fields", ["RB001"]),
        ("# A registry\n", "", []),
    ],
)
def test_broken_structure_is_one_finding(old: str, new: str, expected: list[str]) -> None:
    """A fence or heading that is lost is said once, not as the fields that it hides."""
    head = DOCUMENT.replace(old, new, 1)
    assert head != DOCUMENT
    after = read_snapshot({PATHS.registry: head.encode()}, PATHS)
    before = read_snapshot({PATHS.registry: DOCUMENT.encode()}, PATHS)
    findings = review(before, after, today=TODAY).findings
    assert [finding.rule for finding in findings] == expected


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (None, 1, "gone"),
        (b" \n", 1, "empty"),
        (b"# T\n\0", 1, "binary"),
        (b"# T\n\nca\xe9\n", 3, "not UTF-8"),
        (b"# T\n\nNo entries.\n", 1, "No entry"),
    ],
)
def test_unusable_file_says_why(data: bytes | None, line: int, message: str) -> None:
    """A file that is gone, empty, binary, misencoded or without entries is one error."""
    (finding,) = lint(read_snapshot({PATHS.registry: data}, PATHS), today=TODAY).findings
    assert (finding.rule, finding.line) == ("RB001", line)
    assert message in finding.message


def test_references_may_be_missing_but_not_unreadable() -> None:
    """No bibliography is no mistake, one that is no text is; the finding names its file."""
    for data, expected in ((None, []), (b"", []), (b"\xff\xfe", [PATHS.references])):
        files = {PATHS.registry: DOCUMENT.encode(), PATHS.references: data}
        findings = lint(read_snapshot(files, PATHS), today=TODAY).findings
        assert [finding.path for finding in findings if finding.rule == "RB001"] == expected


@pytest.mark.parametrize(
    ("yaml", "mended"),
    [
        ("name: Issue #12 stalls", 'name: "Issue #12 stalls"'),
        ("blockers:\n  - Bug: issue #12 costs 3% on MMLU", '  - "Bug: issue #12 costs 3% on MMLU"'),
        ("known_solutions:\n  - {title: C, citation: arXiv:1\n    # 7\n    }", None),
        ("known_solutions:\n  - title: C # 7\n    maturity: research", '  - title: "C # 7"'),
        ("priority: 5 # high", None),
        ("depends_on: [B2] # first", None),
        ("type: physics # and more", None),
        ("known_solutions:\n  - title: C# 7\n    maturity: research # since May", None),
        ('name: "Issue #12" # a comment', None),
    ],
)  # fmt: skip
def test_only_free_text_can_be_cut(yaml: str, mended: str | None) -> None:
    """A `#` behind words is pointed out and the line is offered in quotes; elsewhere it may be."""
    cuts = [finding for finding in found(Example(yaml)) if finding.rule == "RB004"]
    assert [cut.suggestion and cut.suggestion.text for cut in cuts] == ([mended] if mended else [])


@pytest.mark.parametrize(
    ("rest", "rule", "mended"),
    [
        ("citation: arXiv:1, arXiv:2}", "RB102", 'citation: "arXiv:1, arXiv:2"}'),
        ("citation: arXiv:1, @kwon2023}", "RB003", 'citation: "arXiv:1, @kwon2023"}'),
        ("citation: arXiv:1, @a, @b, note: x}", "RB003", 'citation: "arXiv:1, @a, @b", note: x}'),
        ("note: slow, big, dear}", "RB102", 'note: "slow, big, dear"}'),
        ("note: x, @a: y}", "RB003", 'note: x, "@a: y"}'),
        ("note: x, vendor: }", "RB102", None),
        ('note: "x", vendor}', "RB102", None),
    ],
)
def test_text_in_braces_is_offered_whole(rest: str, rule: str, mended: str | None) -> None:
    """What a comma cuts off a text in braces belongs to it, unless it is a key of its own."""
    example = Example(f"status_history:\n  - {{date: 2026-01-01, from: open, to: open, {rest}\n")
    first = next(finding for finding in found(example) if finding.rule == rule)
    offered = first.suggestion and first.suggestion.text.partition("to: open, ")[2]
    assert offered == mended


def test_carriage_returns_move_no_line() -> None:
    """A file with CRLF gets the same findings on the same lines."""
    head = play(Example("status: *same\nname: Issue #12 stalls")).after.document.text
    one, other = (
        lint(read_snapshot({PATHS.registry: text.encode()}, PATHS), today=TODAY).findings
        for text in (head, head.replace("\n", "\r\n"))
    )
    assert one == other != ()


def test_front_matter_entry_is_judged_alike() -> None:
    """An entry between dashes has its findings on its own lines."""
    head = DOCUMENT.replace("```yaml\nid: B1", "---\nid: B1").replace(
        "review_cadence_days: 90\n```", "review_cadence_days: 90\n---", 1
    )
    head = head.replace("type: physics", "type: phisics", 1)
    (finding,) = lint(read_snapshot({PATHS.registry: head.encode()}, PATHS), today=TODAY).findings
    assert finding.rule == "RB103"
    assert head.split("\n")[finding.line - 1] == "type: phisics"
