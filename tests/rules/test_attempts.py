"""Reports of failed attempts are judged as labelled; what is recorded says what was reported."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.document import read_document
from registry.issue_form import read_body
from registry.references import read_bibliography
from rules.attempts import (
    FORM,
    attempt_of,
    attempts_of,
    earlier_attempts,
    item_of,
    judge_report,
)
from tests.e2e.reports import GOOD

TODAY = date(2026, 11, 1)
REGISTRY = """\
## B1: Decode

```yaml
id: B1
failed_attempts:
  - {date: 2025-01-01, tried: Flash, metric: tokens/s, result: 3 tokens/s}
```
"""

EXAMPLES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "examples" / "attempts.jsonl").read_text().splitlines()
]


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_labelled_example(example: dict) -> None:
    """A report has exactly the problems that its label names, in the form's order."""
    verdict = judge_report(read_body(example["body"], FORM), today=TODAY)
    assert list(verdict.problems) == example["problems"]
    assert verdict.complete is example["complete"]


@pytest.mark.parametrize(
    ("field", "text", "problem"),
    [
        ("entry", "**B07**: decoding", None),
        ("entry", "the decoding one", "entry:not-an-id"),
        ("entry", "", "entry:not-an-id"),
        ("setup", "Two GPUs", "setup:vague"),
        ("setup", "12 cells of 25 cm², 60 °C", None),
        ("metric_baseline", "Tokens/s (stock kernel: 410)", None),
        ("metric_baseline", "Tokens/s at batch size: 32", "baseline:missing"),
        ("metric_baseline", "Tokens/s; baseline to be measured", "baseline:missing"),
        ("metric_baseline", "overall quality against the old one", "metric:missing"),
        ("result", "half the baseline", None),
        ("result", "slower at batch 32 in all 4 runs", "result:not-measured"),
        ("result", "n/a", "result:missing"),
        ("why", "The tree speculation was slower.", "cause:vague"),
        ("why", "Network jitter", None),
        ("evidence", "`arXiv:2405.04434`", "evidence:no-citation"),
        ("evidence", "[@kwon2023]", None),
        ("date", "3 March 2025", "date:not-a-date"),
        ("date", "2027-01-01", None),
    ],
)
def test_answer(field: str, text: str, problem: str | None) -> None:
    """Each answer is judged for itself, by what it says and not by how it says it."""
    verdict = judge_report(GOOD | {field: text}, today=TODAY)
    assert list(verdict.problems) == ([problem] if problem else [])


def test_future_day() -> None:
    """A day that has not come is pointed out, and keeps no report open."""
    verdict = judge_report(GOOD | {"date": "2027-01-01"}, today=TODAY)
    assert [finding.problem for finding in verdict.findings] == ["date:future"]
    assert verdict.complete


def test_entry_that_the_registry_lacks() -> None:
    """With a registry at hand its entries are the ones that exist."""
    document = read_document(REGISTRY)
    known = judge_report(GOOD | {"entry": "B01"}, document=document)
    unknown = judge_report(GOOD | {"entry": "B99"}, document=document)
    assert (known.problems, unknown.problems) == ((), ("entry:unknown",))


def test_citation_keys() -> None:
    """With the bibliography at hand its keys count without brackets, and others do not at all."""
    bibliography = read_bibliography("@misc{kwon2023, title={x}, url={https://arxiv.org}}")
    known = judge_report(GOOD | {"evidence": "@kwon2023"}, bibliography=bibliography)
    lost = judge_report(GOOD | {"evidence": "[@kwon2032]"}, bibliography=bibliography)
    assert (known.problems, lost.problems) == ((), ("evidence:no-citation",))
    assert "@kwon2023" in lost.findings[0].help


@given(st.dictionaries(st.sampled_from(sorted(GOOD)), st.text(max_size=200)))
def test_never_raises(answers: dict[str, str]) -> None:
    """Any answers get a verdict, and those of a complete report a record, one line a value."""
    verdict = judge_report(GOOD | answers, today=TODAY)
    if verdict.complete:
        item = item_of(verdict.fields)
        assert all(value and len(value.splitlines()) == 1 for value in item.values())


def test_record() -> None:
    """Metric and baseline are told apart; code and line ends become running text."""
    why = "```\n### Result\nspill: 96 bytes\n```\n## Then\nthe loads wait"
    item = item_of(GOOD | {"why": why}, reporter="ann")
    assert (item["metric"], item["baseline"]) == (
        "Output tokens/s at batch 64",
        "plain decoding: 3,180",
    )
    assert item["why"] == "`### Result; spill: 96 bytes` Then the loads wait"
    assert item["reporter"] == "ann"


def test_earlier_attempts() -> None:
    """Attempts on the same entry by a like approach are found, with what differs."""
    attempt = attempt_of(GOOD, report=9)
    assert attempt
    alike = replace(attempt, tried="Tree speculation, 5 tokens", setup="One TPU v5e", report=3)
    other = replace(attempt, tried="Quantising the router", report=4)
    elsewhere = replace(attempt, entry="B1", report=5)
    (found,) = earlier_attempts(attempt, [attempt, alike, other, elsewhere])
    assert found.attempt is alike
    assert found.differs == ("setup",)


def test_recorded_attempts() -> None:
    """The registry's own attempts are known with what they measured."""
    (attempt,) = attempts_of(read_document(REGISTRY))
    assert (attempt.entry, attempt.tried, attempt.result) == ("B1", "Flash", "3 tokens/s")


@pytest.mark.parametrize("answer", ["<http://a>", "<http://a><http://b>", "-", "\u200b", "`"])
def test_answer_without_words_is_judged(answer: str) -> None:
    """A lone address, or a mark that no one can see, is an answer like any other."""
    verdict = judge_report({question.name: answer for question in FORM.fields}, today=TODAY)
    assert not verdict.complete
