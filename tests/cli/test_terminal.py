"""The report for people: order, words, and that nobody else's text steers the terminal."""

import io
import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.report import Report
from bot.terminal import MAX_DIFF_LINES, render
from rules.review import NOTHING_TOUCHED, Conclusion, Review
from rules.rule import Finding, Severity, Suggestion


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def become_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make standard output a terminal of 60 columns with colours."""
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.delenv("NO_COLOR", raising=False)


def finding(
    severity: Severity = Severity.ERROR,
    message: str = "B1: `status` is wrong.",
    suggestion: Suggestion | None = None,
) -> Finding:
    return Finding(
        "RB103", "field-value", severity, "r.md", 2, 2, "B1", message, "Put it right.", suggestion
    )


def report(*findings: Finding, healed: tuple[Finding, ...] = (), content: bytes = b"") -> Report:
    failed = any(found.severity is Severity.ERROR for found in findings)
    conclusion = Conclusion.FAILURE if failed else Conclusion.SUCCESS
    review = Review(conclusion, findings, (), (), healed)
    return Report("review", review, "the working tree", {"r.md": content}, ("Line 1: odd.",))


def test_summary_first_then_findings_by_severity() -> None:
    """The verdict and the counts come first, errors before warnings, what is next at the end."""
    text = render(report(finding(), finding(Severity.NOTICE), finding(Severity.WARNING)))
    lines = [line for line in text.split("\n") if line]
    assert lines[0] == "✗ Blocked: 1 error, 1 warning, 1 notice · the working tree"
    headings = ["Must be fixed", "Worth a look (does not block)", "Small notes", "Configuration"]
    assert [line for line in lines if line in headings] == headings
    assert lines[2:5] == [
        "  r.md:2  RB103 field-value",
        "    B1: `status` is wrong.",
        "    → Put it right.",
    ]
    assert lines[-1].startswith("Next: put right what must be fixed")


def test_healed_findings_are_thanked_in_one_line() -> None:
    """Old debt that is paid is named once."""
    text = render(report(healed=(finding(), finding(message="Another."))))
    assert "puts right 2 older findings (RB103 field-value)." in text


def test_nothing_touched_is_one_line() -> None:
    """A neutral verdict needs no advice."""
    text = render(Report("review", NOTHING_TOUCHED, "edit", {}))
    assert text == "– Nothing of the registry is touched · edit\n"


def test_suggestion_is_a_small_diff() -> None:
    """Only lines that change are shown, those taken away before those put there."""
    suggestion = Suggestion(2, 4, "same\nnew")
    text = render(
        report(finding(suggestion=suggestion), content=b"first\r\nold\r\nsame\r\nold too\r\n")
    )
    assert re.findall(r"^ {6}(.*)$", text, re.MULTILINE) == ["- old", "- old too", "+ new"]


def test_long_suggestion_is_cut() -> None:
    """A diff shows its beginning and how much is left."""
    suggestion = Suggestion(1, 1, "\n".join(f"line {number}" for number in range(40)))
    text = render(report(finding(suggestion=suggestion), content=b"old\n"))
    assert f"… and {41 - MAX_DIFF_LINES} more lines" in text


def test_suggestion_that_deletes() -> None:
    """An empty replacement takes its lines away."""
    text = render(report(finding(suggestion=Suggestion(1, 1, "")), content=b"old\n"))
    assert re.findall(r"^ {6}(.*)$", text, re.MULTILINE) == ["- old"]


def test_pipe_gets_whole_lines_without_colours() -> None:
    """Outside a terminal nothing is wrapped and nothing is coloured."""
    long = " ".join(["word"] * 100) + "."
    text = render(report(finding(message=long)))
    assert f"    {long}\n" in text
    assert "\x1b" not in text


def test_terminal_gets_colours_and_fitting_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal gets colours, and lines that fit it."""
    become_a_terminal(monkeypatch)
    text = render(report(finding(message=" ".join(["word"] * 100) + ".")))
    assert "\x1b[" in text
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text)
    assert max(map(len, plain.split("\n"))) <= 60


def test_no_color_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR leaves not a single escape sequence; set to nothing it does not count."""
    become_a_terminal(monkeypatch)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in render(report(finding()))
    monkeypatch.setenv("NO_COLOR", "")
    assert "\x1b" in render(report(finding()))


def test_markup_and_emoji_codes_stay_text() -> None:
    """What rich would take for markup is a contributor's text like any other."""
    text = render(report(finding(message="[bold]x[/bold] [link=https://x]y[/] :smile: [/].")))
    assert "    [bold]x[/bold] [link=https://x]y[/] :smile: [/].\n" in text


@given(st.text(), st.binary())
def test_no_text_steers_the_terminal(message: str, content: bytes) -> None:
    """Whatever a contributor writes, no control character but the line end comes out."""
    suggestion = Suggestion(1, 3, message)
    text = render(report(finding(message=message, suggestion=suggestion), content=content))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


@pytest.mark.parametrize("attack", ["\x1b[2J\x1b]0;owned\x07", "\x9b2J", "a\rb", "\u202etxt"])
def test_escapes_are_dropped_on_a_terminal(monkeypatch: pytest.MonkeyPatch, attack: str) -> None:
    """On a terminal only our own colours are escape sequences."""
    become_a_terminal(monkeypatch)
    text = render(report(finding(message=f"x{attack}y.")))
    assert "\x1b[" in text
    assert not re.search("\x1b(?!\\[[0-9;]*m)|[\x07\r\x80-\x9f\u202e]", text)
