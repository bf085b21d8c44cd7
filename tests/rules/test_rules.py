"""Every rule is sound, and its examples are what it says they are."""

import re
from dataclasses import replace

import pytest

from registry.document import read_document
from registry.snapshot import read_snapshot
from rules import RULES
from rules.configuration import RuleSettings
from rules.review import lint, review
from rules.rule import Example, Finding, Rule, Severity, Suggestion
from rules.sample import PATHS, TODAY, play


def findings_of(rule: Rule, example: Example) -> list[Finding]:
    case = play(example)
    verdict = review(case.before, case.after, today=TODAY, dead=case.dead)
    return [finding for finding in verdict.findings if finding.rule == rule.code]


def examples(kind: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.code}-{kind}-{number}")
        for rule in RULES
        for number, example in enumerate(getattr(rule, kind), start=1)
    ]


@pytest.mark.parametrize(("rule", "example"), examples("bad"))
def test_bad_example_is_found(rule: Rule, example: Example) -> None:
    """A bad example makes its rule speak, on a line that exists."""
    case = play(example)
    found = findings_of(rule, example)
    assert found
    lines = case.after.document.text.count("\n") + 1
    assert all(1 <= finding.line <= finding.end_line <= lines for finding in found)


@pytest.mark.parametrize(("rule", "example"), examples("good"))
def test_good_example_passes(rule: Rule, example: Example) -> None:
    """A good example keeps its rule silent, and breaks none of the others: it is shown as a way."""
    case = play(example)
    found = review(case.before, case.after, today=TODAY, dead=case.dead).findings
    assert [f for f in found if f.rule == rule.code or f.severity is Severity.ERROR] == []


def applied(suggestion: Suggestion, text: str) -> str:
    lines = text.split("\n")
    lines[suggestion.line - 1 : suggestion.end_line] = suggestion.text.split("\n")
    return "\n".join(lines)


@pytest.mark.parametrize(("rule", "example"), examples("bad"))
def test_suggestion_heals_its_finding(rule: Rule, example: Example) -> None:
    """A suggestion that is taken as it stands leaves nothing for its rule to say there."""
    case = play(example)
    for finding in findings_of(rule, example):
        if finding.suggestion and finding.path == PATHS.registry:
            healed = applied(finding.suggestion, case.after.document.text)
            files = {PATHS.registry: healed.encode()}
            side = replace(read_snapshot(files, PATHS), bibliography=case.after.bibliography)
            left = review(case.before, side, today=TODAY, dead=case.dead).findings
            assert finding.fingerprint not in [other.fingerprint for other in left]
            assert len(read_document(healed).problems) <= len(case.after.document.problems)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_explains_itself(rule: Rule) -> None:
    """A rule's docstring says what, why and how to fix, and it has examples of both kinds."""
    assert len(rule.paragraphs) >= 3
    assert rule.paragraphs[-1].startswith("To fix it, ")
    assert rule.good
    assert rule.bad
    assert all(example.says.endswith(".") for example in (*rule.good, *rule.bad))
    assert re.fullmatch(r"\d+\.\d+", rule.since)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_finding_speaks_in_sentences(rule: Rule) -> None:
    """Message and help of every bad example are whole sentences, and short."""
    for example in rule.bad:
        for finding in findings_of(rule, example):
            assert finding.message[-1] in ".?"
            assert finding.help[-1] in ".:"
            assert len(finding.message) <= 300
            assert "\n" not in finding.message


def test_codes_and_names_are_unique() -> None:
    """No two rules share a code or a name."""
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)


def test_sample_is_in_perfect_order() -> None:
    """The sample registry gives no finding, so that an example's finding is its own."""
    assert lint(play(Example()).after, today=TODAY).findings == ()


def test_unchanged_registry_has_nothing_to_say() -> None:
    """Reviewing no change finds nothing, changes nothing and asks for no label."""
    case = play(Example())
    verdict = review(case.before, case.before, today=TODAY)
    assert (verdict.findings, verdict.changes, verdict.labels) == ((), (), ())


def test_settings_change_severity_or_switch_off() -> None:
    """A repository can rate a rule by code or by name, or switch it off."""
    case = play(Example("status:"))
    for key, severity, expected in (
        ("RB101", Severity.NOTICE, [Severity.NOTICE]),
        ("required-field", Severity.WARNING, [Severity.WARNING]),
        ("RB101", None, []),
    ):
        verdict = review(case.before, case.after, settings=RuleSettings({key: severity}))
        found = [finding.severity for finding in verdict.findings if finding.rule == "RB101"]
        assert found == expected
