"""The rules as Markdown: the same text for `docs/rules.md`, `/registry explain` and the web."""

import re
from collections.abc import Iterable, Iterator
from difflib import unified_diff
from itertools import groupby

from rules.rule import Example, Rule
from rules.sample import play

CHAPTERS = {
    "0": "Reading",
    "1": "Schema and identity",
    "2": "Status",
    "3": "Blockers",
    "4": "Citations",
    "5": "Dependencies",
    "6": "Numbers",
    "7": "Upkeep",
}
"""What a rule is about, by the first digit of its code."""

_INTRODUCTION = """\
# Rules

Every rule judges the change and not the past: what was wrong before is shown by
`registry-bot lint`, never charged to a pull request that does not touch it.
An **error** fails the check; a **warning** or a **notice** never does.
`.github/registry-bot.yml` can give a rule another severity, or switch it off, by its code or name.
"""

SHOWN_LINES, SHOWN_WIDTH = 16, 100


def manual(rules: Iterable[Rule]) -> str:
    """Return all rules as one Markdown page, by chapters."""
    parts = [_INTRODUCTION]
    for digit, chapter in groupby(rules, key=lambda rule: rule.code[2]):
        parts.append(f"## {CHAPTERS.get(digit, 'Other')}\n")
        parts.extend(page(rule, level=3) for rule in chapter)
    return "\n".join(parts)


def page(rule: Rule, *, level: int = 1) -> str:
    """Return one rule as Markdown: what it asks, why, bad and good examples, how to fix it."""
    what, *why, fix = rule.paragraphs
    parts = [
        f"{'#' * level} {rule.code} {rule.name}\n",
        f"{what}\n",
        f"Severity: **{rule.severity}** · since {rule.since}\n",
        *(f"{paragraph}\n" for paragraph in why),
        *_examples("Bad", rule.bad),
        *_examples("Good", rule.good),
        f"{fix}\n",
    ]
    return "\n".join(parts)


def _examples(kind: str, examples: Iterable[Example]) -> Iterator[str]:
    for example in examples:
        yield f"{kind}: {example.says}\n"
        yield from _shown(example)


def _replaced(pairs: tuple[tuple[str, str], ...]) -> str:
    return "\n".join(f"- {old}\n+ {new}" for old, new in pairs)


def _shown(example: Example) -> Iterator[str]:
    """Yield the parts of an example that differ from an entry in perfect order."""
    short = example.after.count("\n") < SHOWN_LINES
    if example.before or (example.after.startswith("#") and not short):
        yield _fenced(_difference(example), "diff")
    elif example.after:
        yield _fenced(example.after, "markdown" if example.after.startswith("#") else "yaml")
    for text, language in (
        ("\n".join(f"- {name}: …" for name in example.without), "diff"),
        (example.header, "text"),
        (example.prose, "markdown"),
        (example.references, "bibtex"),
        (_replaced(example.baselines + example.published), "diff"),
    ):
        if text:
            yield _fenced(text, language)


def _difference(example: Example) -> str:
    """Return what changes, in the entries alone where the example is about entries."""
    case = play(example)
    old, new = (
        side.document.text.splitlines()[0 if example.after.startswith("# ") else first - 1 :]
        for side in (case.before, case.after)
        for first in [side.document.entries[0].line]
    )
    lines = list(unified_diff(old, new, lineterm="", n=1))[3:]
    return "\n".join("…" if line.startswith("@@") else line for line in lines)


def _fenced(text: str, language: str) -> str:
    """Return `text`, cut where it is long, in a fence that nothing in it can close."""
    lines = text.strip("\n").splitlines()
    if len(lines) > SHOWN_LINES:
        lines = [*lines[:SHOWN_LINES], "…"]
    lines = [line if len(line) <= SHOWN_WIDTH else line[: SHOWN_WIDTH - 1] + "…" for line in lines]
    longest = max((len(run) for line in lines for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join([fence + language, *lines, fence]) + "\n"
