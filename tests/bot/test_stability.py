"""A comment does not change by itself from one day to the next."""

from datetime import date

import pytest

from bot.comments import Links, review_comment
from registry.snapshot import Snapshot
from rules import RULES
from rules.configuration import RuleSettings
from rules.review import review
from rules.rule import Example
from rules.sample import play
from tests.test_cases import CASES, base, head

DAYS = date(2026, 5, 15), date(2026, 9, 30)
JUDGES_DATES = RuleSettings({"RB701": None, "RB706": None})
"""Rules whose question is how long ago, or how far ahead, a day lies."""

EXAMPLES = {
    f"{rule.code}-{number}": example
    for rule in RULES
    for number, example in enumerate(rule.bad, start=1)
}


def comments(before: Snapshot, after: Snapshot) -> set[str]:
    """Return the comments on one change on both days."""
    found = (review(before, after, settings=JUDGES_DATES, today=day) for day in DAYS)
    return {review_comment(one, Links()) for one in found}


@pytest.mark.parametrize("case", CASES)
def test_comment_on_a_case(case: str) -> None:
    """The same golden pull request gets the same comment, months apart."""
    assert len(comments(base(), head(case))) == 1


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_comment_on_an_example(example: Example) -> None:
    """So does every rule's bad example."""
    case = play(example)
    assert len(comments(case.before, case.after)) == 1


def test_suggestion_holds_the_day() -> None:
    """What is applied by a click is dated today, although the comment shows a gap there."""
    cited = "status: partial\nblockers:\n  - FP4 costs 3% on MMLU [@kwon2023]\n"
    case = play(Example(cited))
    for day in DAYS:
        found = review(case.before, case.after, today=day)
        texts = [f.suggestion.text for f in found.findings if f.rule == "RB201" and f.suggestion]
        assert len(texts) == 1
        assert day.isoformat() in texts[0]
        assert "date: YYYY-MM-DD" in review_comment(found, Links())
