"""The manual tells of every rule what its file says."""

import re

import mistune
import pytest

from rules import RULES
from rules.manual import manual, page
from rules.rule import Rule

_blocks = mistune.create_markdown(renderer=None)


def headings(markdown: str) -> list[str]:
    tokens = _blocks(markdown)
    assert isinstance(tokens, list)
    return [token["children"][0]["raw"] for token in tokens if token["type"] == "heading"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_page_holds_all_of_a_rule(rule: Rule) -> None:
    """Title, severity, every paragraph and every caption are there, and no fence is left open."""
    text = page(rule)
    assert headings(text) == [f"{rule.code} {rule.name}"]
    assert f"**{rule.severity}** · since {rule.since}" in text
    assert all(paragraph in text for paragraph in rule.paragraphs)
    assert all(example.says in text for example in (*rule.good, *rule.bad))
    assert max(map(len, re.findall(r"(?m)^[-+ ].*$", text)), default=0) <= 100


def test_manual_holds_every_rule_once() -> None:
    """The page lists all rules by code, under their chapters."""
    found = [heading for heading in headings(manual(RULES)) if heading.startswith("RB")]
    assert found == [f"{rule.code} {rule.name}" for rule in RULES]
