"""Golden pull requests: edits of one frozen registry and what the review says of each.

A case is a folder of `tests/cases` with two files. `change.diff` says in a sentence what the pull
request does and then how, in hunks of a unified diff without line numbers: `@@ B7` is a hunk of
that entry, `@@ registry` of the whole file, `@@ references` of the bibliography, and
`@@ lint --fix` stands for having run that command. `expected.json` is the verdict and `comment.md`
what the bot would post, to be read as its receiver would. A case whose name begins with `good_`
gets no error and no warning.

To accept what the rules now say: `python -m pytest tests/test_cases.py --bless`, then read the
diff.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from bot.comments import Links, review_comment
from registry.refresh import refresh
from registry.snapshot import Paths, Snapshot, read_snapshot
from rules.review import Review, review
from rules.rule import Severity

HERE = Path(__file__).parent / "cases"
TODAY = date(2026, 5, 15)
PATHS = Paths()
LINKS = Links("https://github.com/acme/registry", "0" * 40, "https://bot.example/rules")
CASES = sorted(path.parent.name for path in HERE.glob("*/change.diff"))
FILES = {"references": "references.bib"}


@cache
def frozen(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


@cache
def base() -> Snapshot:
    return snapshot({name: frozen(name) for name in ("registry.md", "references.bib")})


def snapshot(files: dict[str, str]) -> Snapshot:
    data = {
        PATHS.registry: files["registry.md"].encode(),
        PATHS.references: files["references.bib"].encode(),
    }
    return read_snapshot(data, PATHS)


def hunks(diff: str) -> Iterator[tuple[str, str, str]]:
    """Yield the place, the old and the new text of each hunk."""
    for place, body in re.findall(r"^@@ (.+)\n((?:(?!@@ ).*\n?)*)", diff, re.MULTILINE):
        lines = body.rstrip("\n").split("\n")
        old = [line[1:] for line in lines if line[:1] != "+"]
        new = [line[1:] for line in lines if line[:1] != "-"]
        yield place, "\n".join(old), "\n".join(new)


def head(case: str) -> Snapshot:
    """Apply a case's hunks to the frozen files."""
    files = {name: frozen(name) for name in ("registry.md", "references.bib")}
    for place, old, new in hunks(frozen(f"{case}/change.diff")):
        name = FILES.get(place, "registry.md")
        text = files[name]
        if place == "lint --fix":
            files[name] = refresh(text)
            continue
        start, end = span(text, place)
        assert text[start:end].count(old) == 1, f"{case}: {place} does not hold once:\n{old}"
        files[name] = text[:start] + text[start:end].replace(old, new) + text[end:]
    return snapshot(files)


def span(text: str, place: str) -> tuple[int, int]:
    """Return where an entry stands in the file; the whole file for any other place."""
    section = re.search(rf"^## {place}\b(?:(?!^## ).*\n)*", text, re.MULTILINE)
    return section.span() if section else (0, len(text))


@cache
def verdict(case: str) -> Review:
    return review(base(), head(case), today=TODAY)


def shown(found: Review) -> str:
    """Return what a review decides, apart from its words."""
    findings = [
        {"rule": f.rule, "severity": f.severity, "entry": f.entry, "line": f.line}
        for f in found.findings
    ]
    head_lines = {"conclusion": found.conclusion, "labels": found.labels}
    rows = ",\n".join(f"    {json.dumps(finding)}" for finding in findings)
    listed = f"[\n{rows}\n  ]" if rows else "[]"
    first = "".join(f"  {json.dumps(k)}: {json.dumps(v)},\n" for k, v in head_lines.items())
    return f'{{\n{first}  "findings": {listed}\n}}\n'


@pytest.mark.parametrize("case", CASES)
def test_case(case: str, request: pytest.FixtureRequest) -> None:
    """Verdict and comment on a pull request are the ones that were accepted."""
    said = {
        "expected.json": shown(verdict(case)),
        "comment.md": review_comment(verdict(case), LINKS),
    }
    for name, text in said.items():
        if request.config.getoption("--bless"):
            (HERE / case / name).write_text(text, encoding="utf-8")
        assert text == (HERE / case / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("case", [case for case in CASES if case.startswith("good_")])
def test_good_edit_gets_no_error_and_no_warning(case: str) -> None:
    """A contribution that a maintainer would merge is met with notices at most."""
    found = [f for f in verdict(case).findings if f.severity is not Severity.NOTICE]
    assert [(finding.rule, finding.message) for finding in found] == []


@pytest.mark.parametrize("case", [case for case in CASES if not case.startswith("good_")])
def test_flawed_edit_is_found(case: str) -> None:
    """Every other case is there for a finding."""
    assert verdict(case).findings


@pytest.mark.parametrize("case", CASES)
def test_change_is_told_in_a_sentence(case: str) -> None:
    """A case begins with what the pull request does, and changes something."""
    says = frozen(f"{case}/change.diff").split("\n@@ ", 1)[0].strip()
    assert says.endswith(".")
    assert head(case) != base()


def test_there_are_enough_cases() -> None:
    """At least forty realistic edits, twenty of them good ones."""
    assert len(CASES) >= 40
    assert len([case for case in CASES if case.startswith("good_")]) >= 20
