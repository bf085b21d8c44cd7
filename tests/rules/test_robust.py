"""No bytes make the review raise, and what it says always stands on a line that exists."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from registry.refresh import refresh
from registry.snapshot import Snapshot, read_snapshot
from rules.review import Conclusion, Review, lint, review
from rules.sample import DOCUMENT, PATHS, TODAY

LINES = DOCUMENT.encode().split(b"\n")
REFERENCES = b"@misc{kwon2023,\n  title = {Paging},\n}\n"
WHOLE = read_snapshot({PATHS.registry: DOCUMENT.encode(), PATHS.references: REFERENCES}, PATHS)

SPITEFUL = [
    b"", b"---", b"```", b"```yaml", b"## ", b"## B1: Again", b"## Schema", b"id: B1", b"id: B2",
    b"id: [B1]", b"status:", b"status: Resolved", b"status: &a open",
    b"priority: 99999999999999999",
    b"depends_on: [B1, B2, 3, {a: b}]", b"depends_on: B2", b"  - - - deep", b"  - {a: b, a: c}",
    b"blockers: {a: [b]}", b"known_solutions: [x]", b"  - @key #1 `x", b"last_reviewed: 2026-02-31",
    b"status_history: [{}]", b"status_history: {date: 1}", b"name: \xe2\x80\xae\xf0\x9f\x92\xa5",
    b"\xff\xfe", b"\x00", b"\t- tab", b"a: b: c", b'x: "', b"<!--", b"# Title", b"\xef\xbb\xbf",
    b"<!-- registry-bot:graph -->", b"<!-- /registry-bot:graph -->", b"key: |", b"? - x", b"\r",
    b"v99999999999 \xc2\xb7 99999999999999 entries \xc2\xb7 last updated 2026-99-99",
    b"type: # physics | other", b"priority: # 9999999999999999999999-1", b"[" * 40,
    b"contributors: ~",
]  # fmt: skip
"""Lines that have broken a reader somewhere."""

edits = st.lists(
    st.tuples(
        st.sampled_from(["drop", "double", "swap", "put", "noise"]),
        st.integers(0, len(LINES) - 1),
        st.sampled_from(SPITEFUL) | st.binary(max_size=12),
    ),
    min_size=1,
    max_size=8,
)


def damaged(edits: list[tuple[str, int, bytes]]) -> bytes:
    lines = list(LINES)
    for how, where, what in edits:
        at = where % max(1, len(lines))
        if how == "drop":
            del lines[at : at + 1]
        elif how == "double":
            lines[at:at] = lines[at : at + 12]
        elif how == "swap":
            lines[at : at + 2] = reversed(lines[at : at + 2])
        elif how == "put":
            lines[at : at + 1] = [what]
        else:
            lines[at : at + 1] = [line + what for line in lines[at : at + 1]]
    return b"\n".join(lines)


def read(data: bytes | None, references: bytes = REFERENCES) -> Snapshot:
    return read_snapshot({PATHS.registry: data, PATHS.references: references}, PATHS)


def assert_sound(verdict: Review, side: Snapshot) -> None:
    """Findings stand on lines that exist, speak on one line and rewrite lines that exist."""
    last = side.document.text.count("\n") + 1
    for finding in verdict.findings:
        assert finding.message
        assert "\n" not in finding.message
        assert len(finding.message) < 1000
        if finding.path == PATHS.registry and not side.is_lost:
            assert 1 <= finding.line <= finding.end_line <= last, finding
            if finding.suggestion:
                assert 1 <= finding.suggestion.line <= finding.suggestion.end_line <= last, finding


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(edits, st.booleans())
def test_damage_is_told_and_never_raises(edits: list[tuple[str, int, bytes]], crlf: bool) -> None:
    """Whatever happens to the file, review and lint answer, in both directions."""
    data = damaged(edits)
    side = read(data.replace(b"\n", b"\r\n") if crlf else data)
    assert_sound(lint(side, today=TODAY), side)
    assert_sound(review(WHOLE, side, today=TODAY), side)
    assert_sound(review(side, WHOLE, tip=WHOLE, today=TODAY), WHOLE)
    assert_sound(review(WHOLE, WHOLE, tip=side, today=TODAY), WHOLE)
    refresh(side.document.text)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200), st.binary(max_size=200))
def test_any_bytes_are_judged(data: bytes, references: bytes) -> None:
    """Bytes that are no registry at all fail the check with a reason."""
    side = read(data, references)
    assert review(WHOLE, side, today=date(2026, 5, 1)).conclusion is Conclusion.FAILURE


def test_lost_file_is_one_finding() -> None:
    """A file that is gone is one mistake: not eighteen removed entries and a missing header."""
    for data in (None, b"", b"\x00\x01", b"\xff\xfe", b"   \n"):
        verdict = review(WHOLE, read(data), today=TODAY)
        assert [finding.rule for finding in verdict.findings] == ["RB001"]
        assert (verdict.changes, verdict.healed) == ((), ())
        assert verdict.conclusion is Conclusion.FAILURE
