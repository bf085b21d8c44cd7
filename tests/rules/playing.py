"""Play a change of the sample registry and look at what one rule, or all of them, say."""

from rules.review import Review, review
from rules.rule import Example, Finding
from rules.sample import TODAY, play

HISTORY = '  - {{date: {}, from: {}, to: {}, citation: "{}"}}\n'


def reviewed(example: Example) -> Review:
    case = play(example)
    return review(case.before, case.after, today=TODAY)


def said(example: Example, *codes: str) -> list[Finding]:
    """Return the findings of these rules, or of all where none is named."""
    found = reviewed(example).findings
    return [finding for finding in found if not codes or finding.rule in codes]


def text_of(example: Example) -> list[str]:
    return play(example).after.document.text.split("\n")


def applied(example: Example, finding: Finding) -> str:
    """Return the file after a click on the finding's suggestion."""
    assert finding.suggestion
    lines = text_of(example)
    there = finding.suggestion
    lines[there.line - 1 : there.end_line] = there.text.split("\n")
    return "\n".join(lines)
