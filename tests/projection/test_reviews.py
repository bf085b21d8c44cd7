"""Golden reviews of changes to frozen numbers: verdict, findings and the projection's section.

To accept what the review now says: `python -m pytest tests/projection/test_reviews.py --bless`,
then read the diff.
"""

import json
from functools import cache
from pathlib import Path

import pytest

from bot.comments import Links, review_comment
from bot.projection_comment import projection_section
from bot.report import Report, report_json
from registry.snapshot import Paths, Snapshot, read_snapshot
from rules.review import Review, review

HERE = Path(__file__).parent / "reviews"
PATHS = Paths()
LINKS = Links("https://github.com/example/registry", "0123456789abcdef")

SERVER = """\
    source: MLPerf 5.1-0015
    throughput: 61101.3 tokens/s
    time_per_token: 142.46 ms
"""
CLAIM = """
claims:
  groq_70b_system:
    platform: groq_lpu
    model: llama_70b
    scenario: offline
    audit: vendor_claim
    source: https://vendor.example.net/70b
    throughput: 25000 tokens/s
    system: 576 chips
"""
H100_LINK = "    scale_up_bandwidth: {value: 450, unit: GB/s, source: "
H100_MEMORY = "    capacity: 80 GB\n"
FP8 = '    weight_bytes: {value: 1, unit: B, audit: measured, source: "@lmsys_ep2025"'

CASES: dict[str, tuple[str, str, str]] = {
    "h100_price": ("baselines", "{low: 33000, high: 50000,", "{low: 26400, high: 40000,"),
    "newer_round": (
        "baselines",
        SERVER,
        SERVER.replace("5.1-0015", "6.0-0015").replace("61101.3", "68000.0"),
    ),
    "vendor_claim": ("baselines", "\nclaims:\n", CLAIM),
    "unit_slip": ("baselines", H100_LINK, H100_LINK.replace("GB/s", "TB/s")),
    "status_resolved": ("registry", "status: open", "status: resolved"),
    "not_a_number": ("baselines", H100_MEMORY, H100_MEMORY.replace("80", ".nan")),
    "missing_platform": ("baselines", "  h100:\n", "  h100_sxm:\n"),
    "published_range": ("published", "low: 10\n    high: 70", "low: 4\n    high: 40"),
    "audit_lowered": ("baselines", FP8, FP8.replace("measured", "vendor_claim")),
    "prose_of_a_note": ("baselines", "note: US industrial mean 0.086 in 2025", "note: US mean"),
}


@cache
def files() -> dict[str, str]:
    cases = HERE.parents[1] / "cases"
    return {
        "registry": (cases / "registry.md").read_text(encoding="utf-8"),
        "references": (cases / "references.bib").read_text(encoding="utf-8"),
        "baselines": (HERE / "baselines.yaml").read_text(encoding="utf-8"),
        "published": (HERE / "published.yaml").read_text(encoding="utf-8"),
    }


def snapshot(texts: dict[str, str]) -> Snapshot:
    return read_snapshot(
        {getattr(PATHS, name): text.encode() for name, text in texts.items()}, PATHS
    )


@cache
def reviewed(case: str) -> Review:
    name, old, new = CASES[case]
    text = files()[name]
    start = text.index("id: B12\n") if case == "status_resolved" else 0
    assert old in text[start:]
    changed = text[:start] + text[start:].replace(old, new, 1)
    return review(snapshot(files()), snapshot(files() | {name: changed}))


def shown(found: Review) -> str:
    """Return the parts of a review that a change of the numbers decides."""
    lines = [f"{found.conclusion}: {', '.join(found.labels) or 'no label'}", ""]
    lines += [f"- {f.severity} {f.rule} {f.path}:{f.line} {f.message}" for f in found.findings]
    if found.projection:
        section = projection_section(
            found.projection,
            baselines=PATHS.baselines,
            repository="https://github.com/example/registry",
            head="0123456",
        )
        lines += ["", section]
    return "\n".join(lines).rstrip() + "\n"


@pytest.mark.parametrize("case", CASES)
def test_review(case: str, request: pytest.FixtureRequest) -> None:
    """What is said of a change of the numbers is what was accepted."""
    found, expected = shown(reviewed(case)), HERE / f"{case}.md"
    if request.config.getoption("--bless"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("case", "conclusion", "shifted"),
    [
        ("h100_price", "success", True),
        ("newer_round", "success", True),
        ("vendor_claim", "success", False),
        ("unit_slip", "success", True),
        ("not_a_number", "failure", False),
        ("missing_platform", "failure", False),
        ("published_range", "success", True),
        ("audit_lowered", "success", False),
        ("prose_of_a_note", "success", False),
    ],
)
def test_verdict_and_label(case: str, conclusion: str, shifted: bool) -> None:
    """Only invalid numbers block; only a headline that moved beyond noise gets the label."""
    found = reviewed(case)
    assert found.conclusion == conclusion
    assert ("projection-shift" in found.labels) is shifted


def test_status_moves_the_projection_like_a_number() -> None:
    """A status moved to resolved shifts headlines, and the status is what drove them."""
    found = reviewed("status_resolved")
    assert found.projection
    drivers = {driver.input.name for row in found.projection.moved for driver in row.drivers}
    assert drivers == {"status of B12"}
    assert "projection-shift" in found.labels


@pytest.mark.parametrize("case", CASES)
def test_json_of_a_review_is_json(case: str) -> None:
    """The JSON of every review can be read back, with the projection in it or null."""
    text = report_json(Report("review", reviewed(case), "a test", {}))
    projection = json.loads(text)["projection"]
    assert (projection is None) is (reviewed(case).projection is None)


def test_contributor_text_is_inert_in_the_section() -> None:
    """A record's name cannot mention, close the table's cell or leave its code span."""
    text = files()["baselines"]
    named = text.replace("h100_llama2_70b_server:", '"x | @octocat `y`":').replace(
        "61101.3", "68000.0"
    )
    found = review(snapshot(files()), snapshot(files() | {"baselines": named}))
    body = review_comment(found, LINKS)
    rows = [line for line in body.split("\n") if line.startswith("| ") and "octocat" in line]
    assert rows
    for row in rows:
        assert "\\|" in row
        assert "`` " in row or "``" in row
