"""Reading baselines: every number with its line and unit, every bad one a finding, no traceback."""

import json

import jsonschema_rs
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.baselines.compare import BaselineAdded, BaselineChanged, compare_baselines
from registry.baselines.json_schema import json_schema
from registry.baselines.model import Fault, Issue
from registry.baselines.reader import read_baselines
from registry.baselines.units import UnitError, factor
from registry.citations import find
from registry.projection.inputs import issues_of
from registry.references import read_bibliography
from tests.projection.premises import BASELINES, DATA, baselines, premises

BANDWIDTH = "bandwidth: 3.35 TB/s"
LIFE = "{low: 3, high: 6, unit: years"


def line_of(text: str, part: str) -> int:
    return 1 + text.count("\n", 0, text.index(part))


def issues(old: str, new: str) -> tuple[Issue, ...]:
    return issues_of(premises((old, new)))


def test_our_baselines_are_in_order() -> None:
    """Our own file has no fault, and every number in it has an audit level and a source."""
    found = baselines()
    assert issues_of(premises()) == ()
    numbers = [q for record in found.records.values() for q in record.quantities.values()]
    assert len(numbers) > 200
    assert all(number.audit and number.sources for number in numbers)


def test_our_sources_are_citations() -> None:
    """Every source is a link, a paper, a result id or a key that the bibliography has."""
    bibliography = read_bibliography((DATA / "references.bib").read_text(encoding="utf-8"))
    found = baselines()
    sources = {
        source
        for record in found.records.values()
        for quantity in record.quantities.values()
        for source in quantity.sources
    }
    sources |= {s for unlock in found.unlocks for q in unlock.ranges.values() for s in q.sources}
    assert [source for source in sorted(sources) if not find(source, bibliography)] == []


def test_number_knows_its_line_unit_and_evidence() -> None:
    """A number is in SI units, with the text, the line and the evidence it was written with."""
    found = baselines().quantity("platforms.h100.bandwidth")
    assert found
    assert (found.value, found.written, found.audit) == (3.35e12, "3.35 TB/s", "datasheet")
    assert found.line == line_of(BASELINES, BANDWIDTH)


@pytest.mark.parametrize(
    ("unit", "wanted", "expected"),
    [
        ("TB/s", "B/s", 1e12), ("GB/s", "B/s", 1e9), ("GiB", "B", 2**30),
        ("TFLOP/s", "FLOP/s", 1e12), ("PFLOP/s", "FLOP/s", 1e15), ("kW", "W", 1e3),
        ("USD/GPU-hour", "USD/chip/s", 1 / 3600), ("USD/kWh", "USD/J", 1 / 3.6e6),
        ("pJ/bit", "J/bit", 1e-12), ("us", "s", 1e-6), ("ms", "s", 1e-3), ("%", "count", 0.01),
        ("tokens/s", "token/s", 1), ("years", "year", 1), ("USD/GB", "USD/B", 1e-9),
    ],
)  # fmt: skip
def test_units_convert(unit: str, wanted: str, expected: float) -> None:
    """Multiples and other ways to write a unit are converted."""
    assert factor(unit, wanted) == pytest.approx(expected)


@pytest.mark.parametrize(
    "unit", ["TB", "TFLOP/s", "furlong", "m**9999", "B/s/s/s/s/s", "", "10 GB"]
)
def test_other_units_are_refused(unit: str) -> None:
    """A unit of something else, an unknown one and a formula are refused."""
    with pytest.raises(UnitError):
        factor(unit, "B/s")


H100_MEMORY = f"    {BANDWIDTH}\n    capacity: 80 GB\n    scale_up_bandwidth: {{value: 450"
WITHOUT = H100_MEMORY.split("\n", 1)[1]
H200_405B = "platform: h200\n    model: llama_405b"
POWER, ELECTRICITY = "{low: 900, high: 1275, unit: W", "{low: 0.05, high: 0.12, unit: USD/kWh"

BAD = {
    "not a number": (BANDWIDTH, "bandwidth: fast TB/s", "not a number"),
    "NaN": (BANDWIDTH, "bandwidth: NaN TB/s", "not a finite number"),
    "infinite": (BANDWIDTH, "bandwidth: .inf TB/s", "not a finite number"),
    "negative": (BANDWIDTH, "bandwidth: -3.35 TB/s", "out of bounds"),
    "zero": (BANDWIDTH, "bandwidth: 0 TB/s", "out of bounds"),
    "zero hours": (LIFE, "{low: 0, high: 6, unit: years", "out of bounds"),
    "low above high": (LIFE, "{low: 6, high: 3, unit: years", "`low` above `high`"),
    "one end": (LIFE, "{low: 3, unit: years", "no number"),
    "value outside": (LIFE, "{value: 9, low: 3, high: 6, unit: years", "outside of its own range"),
    "log range from zero": ("{low: 8e3, high: 64e3", "{low: 0, high: 64e3", "out of bounds"),
    "share of nothing": ("{low: 0.40, high: 0.82", "{low: 0, high: 0.82", "out of bounds"),
    "share above one": ("{low: 0.40, high: 0.82", "{low: 0.40, high: 1.82", "out of bounds"),
    "efficiency above one": ("low: 0.23, high: 0.79", "low: 0.23, high: 1.2", "out of bounds"),
    "PUE below one": ("{low: 1.1, high: 1.54", "{low: 0.9, high: 1.54", "out of bounds"),
    "missing unit": (LIFE, "{low: 3, high: 6", "no unit"),
    "other dimension": (BANDWIDTH, "bandwidth: 3.35 TFLOP/s", "measures something else"),
    "unknown unit": (BANDWIDTH, "bandwidth: 3.35 XB/s", "not known"),
    "fractional layers": ("layers: 61 layers", "layers: 61.5 layers", "not a whole number"),
    "fractional chips": ("system: 144 chips", "system: 144.5 chips", "not a whole number"),
    "more experts than there are": ("experts: 256 experts", "experts: 4 experts", "8 of 4 experts"),
    "more active than all": ("active: 37.4e9", "active: 937.4e9", "more active parameters"),
    "nothing left for attention": ("active: 37.4e9", "active: 20e9", "no parameters for"),
    "missing field": (H100_MEMORY, WITHOUT, "bandwidth` is missing"),
    "no H100": ("  h100:\n", "  h101:\n", "`platforms.h100` is missing"),
    "no ASIC": ("  hbm4:\n", "  hbm5:\n", "`asics.hbm4` is missing"),
    "unknown platform": (H200_405B, H200_405B.replace("h200", "h2000"), "is not under"),
    "unknown field": ("    tdp: 700 W", "    tpd: 700 W", "not a field"),
    "unknown audit": ("  pue: {", "  pue: {audit: hearsay, ", "no audit level"),
    "alias": ("  life: {", "  life: &a {", "YAML anchor"),
    "duplicate": ("\n  pue: {", "\n  pue: {}\n  pue: {", "stands twice"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "says"), BAD.values(), ids=BAD)
def test_bad_input_is_an_invalid_baseline(old: str, new: str, says: str) -> None:
    """What cannot be used is named with line and remedy, and nothing is computed from the file."""
    changed = premises((old, new))
    found = [i for i in issues_of(changed) if i.fault is Fault.INVALID and says in i.message]
    assert found
    lines = BASELINES.replace(old, new).count("\n") + 1
    for issue in found:
        assert 1 <= issue.line <= issue.end_line <= lines
        assert issue.help
        assert issue.message[-1] in ".:"
    assert not changed.baselines.usable


def test_missing_line_is_the_blocks_line() -> None:
    """A number that is missing is asked for where its block begins."""
    text = BASELINES.replace(H100_MEMORY, WITHOUT)
    (issue,) = read_baselines(text).invalid
    assert issue.path == "platforms.h100.bandwidth"
    assert issue.line == line_of(text, "  h100:\n")


DOUBTFUL = {
    "unit slip": (BANDWIDTH, "bandwidth: 3350 TB/s", Fault.IMPLAUSIBLE),
    "lunch price": ("{low: 33000, high: 50000", "{low: 33, high: 50", Fault.IMPLAUSIBLE),
    "watts of a rack": (POWER, POWER.replace("W", "kW"), Fault.IMPLAUSIBLE),
    "electricity for free": (ELECTRICITY, ELECTRICITY.replace("0.", "0.00"), Fault.IMPLAUSIBLE),
    "wide range": ("{low: 0.6e12, high: 2.0e12", "{low: 0.6e11, high: 2.0e13", Fault.IMPLAUSIBLE),
    "no source": ("  source: https://wiresift.com/ai-server-depreciation\n", "", Fault.UNSOURCED),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "fault"), DOUBTFUL.values(), ids=DOUBTFUL)
def test_doubtful_input_is_still_computed(old: str, new: str, fault: Fault) -> None:
    """What is only unlikely is named, and the projection is computed all the same."""
    found = {issue.fault for issue in issues(old, new)}
    assert found == {fault}


def test_range_beside_an_unlock_is_a_conflict() -> None:
    """A parameter takes its range from one place only."""
    own = "    crossing_latency:"
    (issue,) = issues(own, f"    efficiency: {{low: 0.3, high: 0.6, unit: share}}\n{own}")
    assert (issue.fault, issue.path) == (Fault.UNLOCK_CONFLICT, "asics.common.efficiency")


@pytest.mark.parametrize(
    "text",
    ["", "\n\n", "- a\n- b\n", "[" * 4000, "a: &x [b]\nc: *x\n", "{" * 4000, "\x00", "? - x"],
)
def test_unreadable_files_are_told(text: str) -> None:
    """Nothing, a list, bombs and binary are refused with at least one finding."""
    found = read_baselines(text)
    assert found.invalid
    assert not found.usable


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_edit_raises(data: st.DataObject) -> None:
    """Whatever is written into any line, reading ends in issues with lines of the file."""
    lines = BASELINES.split("\n")
    at = data.draw(st.integers(0, len(lines) - 1))
    lines[at] = data.draw(st.text(max_size=30) | st.just(lines[at][:-3]) | st.just("  - - {a: b"))
    text = "\n".join(lines)
    for issue in read_baselines(text).issues:
        assert 1 <= issue.line <= text.count("\n") + 2


def test_changes_name_path_and_both_sides() -> None:
    """A changed number is one change, with its texts; notes and comments are none."""
    before = baselines()
    after = baselines(
        ("bandwidth: 4.8 TB/s", "bandwidth: 5 TB/s"), ("note: FP8 dense", "note: FP8")
    )
    (change,) = compare_baselines(before, after)
    assert isinstance(change, BaselineChanged)
    assert (change.name, change.field) == ("baseline-changed", "platforms.h200.bandwidth")
    assert (change.old, change.new) == ("4.8 TB/s", "5 TB/s")
    assert compare_baselines(before, before) == ()


def test_changed_evidence_is_told() -> None:
    """Where only the evidence changed, both sides say which."""
    after = baselines(
        ("arXiv:2412.19437, note: the decode unit", "arXiv:2505.09343, note: the decode unit")
    )
    (change,) = compare_baselines(baselines(), after)
    assert change.old == "320 chips (datasheet, arXiv:2412.19437)"
    assert change.new == "320 chips (datasheet, arXiv:2505.09343)"


def test_new_record_is_one_change() -> None:
    """A new claim is one change, not one for each of its numbers."""
    claim = (
        "claims:\n  new_claim:\n    platform: h100\n    model: llama_70b\n    scenario: offline\n"
    )
    claim += "    audit: vendor_claim\n    source: https://vendor.test/\n"
    claim += "    throughput: 1e6 tokens/s\n    system: 8 chips\n"
    (change,) = compare_baselines(baselines(), baselines(("claims:\n", claim)))
    assert isinstance(change, BaselineAdded)
    assert (change.field, change.new) == ("claims.new_claim", "new_claim")


def test_json_schema_accepts_our_baselines() -> None:
    """Our file follows the schema that editors complete from; a slip does not."""
    validator = jsonschema_rs.validator_for(json_schema())
    data = yaml.safe_load(BASELINES)
    data["updated"] = str(data["updated"])
    assert [error.message for error in validator.iter_errors(data)] == []
    data["economics"]["lifes"] = data["economics"].pop("life")
    assert list(validator.iter_errors(data))


def test_json_schema_file_is_current() -> None:
    """The file beside the data is what the fields say."""
    stored = json.loads((DATA / "baselines.schema.json").read_text(encoding="utf-8"))
    assert stored == json.loads(json.dumps(json_schema()))
