"""The rules on numbers: what is gone, what is old debt, and what a status changes."""

from registry.snapshot import Snapshot, read_snapshot
from rules.review import Review, lint, review
from rules.rule import Example
from rules.sample import PATHS, TODAY, play
from rules.sample_baselines import BASELINES, PUBLISHED

DOCUMENT = play(Example()).after.document.text


def side(baselines: str = BASELINES, published: str = PUBLISHED) -> Snapshot:
    files = {
        PATHS.registry: DOCUMENT,
        PATHS.baselines: baselines,
        PATHS.published: published,
        PATHS.references: "@misc{kwon2023, title = {Paged attention}, year = {2023}}\n",
    }
    return read_snapshot({path: text.encode() for path, text in files.items()}, PATHS)


def codes(found: Review) -> list[str]:
    return [finding.rule for finding in found.findings if finding.rule.startswith("RB6")]


def test_sample_numbers_are_in_perfect_order() -> None:
    """The sample's baselines give no finding, so that an example's finding is its own."""
    assert codes(lint(side(), today=TODAY)) == []


def test_baselines_that_go_are_an_error() -> None:
    """A deleted or emptied file is one error on it; the projection is stale."""
    for gone in ("", "  \n"):
        found = review(side(), side(gone), today=TODAY)
        assert codes(found) == ["RB601"]
        assert found.conclusion == "failure"
        assert found.projection
        assert found.projection.stale


def test_published_ranges_that_go_are_an_error() -> None:
    """Without published ranges there is nothing to support."""
    assert codes(review(side(), side(published=""), today=TODAY)) == ["RB609"]


def test_old_debt_is_not_charged() -> None:
    """A number without source on the base branch stays the base's, unless its line changes."""
    bad = BASELINES.replace("  source: arXiv:2412.19437\n  life", "  life")
    worse = bad.replace("capacity: 80 GB", "capacity: 81 GB")
    assert codes(review(side(bad), side(bad), today=TODAY)) == []
    assert codes(review(side(bad), side(worse), today=TODAY)) == []
    assert set(codes(lint(side(bad), today=TODAY))) == {"RB602"}


def test_healed_numbers_are_thanked_for() -> None:
    """A source that is added heals the findings of the base."""
    bad = BASELINES.replace("  source: arXiv:2412.19437\n  life", "  life")
    found = review(side(bad), side(), today=TODAY)
    assert {finding.rule for finding in found.healed} == {"RB602"}


def test_calibrating_claim_blocks() -> None:
    """A vendor claim that would calibrate fails the check."""
    claim = BASELINES.replace(
        "audit: audited, source: MLPerf 5.1", "audit: vendor_claim, source: MLPerf 5.1"
    )
    found = review(side(), side(claim), today=TODAY)
    assert "RB605" in codes(found)
    assert found.conclusion == "failure"
