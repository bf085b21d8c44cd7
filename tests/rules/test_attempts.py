"""Reports of failed attempts are judged as labelled; what is recorded says what was reported."""

import json
from datetime import date
from pathlib import Path

import pytest

from registry.issue_form import read_body
from rules.attempts import FORM, judge_report

EXAMPLES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "examples" / "attempts.jsonl").read_text().splitlines()
]


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_labelled_example(example: dict) -> None:
    """A report has exactly the problems that its label names, in the form's order."""
    verdict = judge_report(read_body(example["body"], FORM), today=date(2026, 11, 1))
    assert list(verdict.problems) == example["problems"]
    assert verdict.complete is example["complete"]
