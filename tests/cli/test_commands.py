"""The command line itself, and the two commands that judge texts."""

import io
import json
import sys

import pytest

from bot.cli import COMMANDS
from tests.cli.conftest import Run
from tests.cli.repository import BIBLIOGRAPHY, REFERENCES, Repository


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))


def test_help_lists_every_command(run: Run) -> None:
    """--help names each command with what it does."""
    result = run("--help")
    assert result.status == 0
    for name, summary in COMMANDS.items():
        assert name in result.out
        assert summary.split()[0] in result.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(run: Run, name: str) -> None:
    """Each command of the table can be loaded and explains itself in the table's words."""
    result = run(name, "--help")
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith(f"Usage: registry-bot {name} ")


def test_version(run: Run) -> None:
    """--version prints name and version."""
    result = run("--version")
    assert (result.status, result.out.split()[0]) == (0, "registry-bot")


def test_no_command_shows_help_and_fails(run: Run) -> None:
    """Called with nothing it says what there is, as wrong use."""
    result = run()
    assert (result.status, result.out) == (2, "")
    assert "Commands:" in result.err


def test_mistyped_command_is_guessed(run: Run) -> None:
    """A typo gets the command that was meant."""
    result = run("revew")
    assert (result.status, result.err.count("\n")) == (2, 1)
    assert "Did you mean 'review'" in result.err


@pytest.mark.parametrize("command", ["specificity", "citations"])
def test_texts_are_needed(run: Run, command: str) -> None:
    """A command that judges texts wants at least one."""
    result = run(command)
    assert (result.status, result.err.count("\n")) == (2, 1)


def test_specificity_json_is_one_object_a_line(run: Run) -> None:
    """Each text becomes one line with the contract's keys; the status is 0 whatever is judged."""
    vague, specific = "More research needed", "No ROCm build of FlashAttention-3 exists"
    result = run("specificity", "--format", "json", vague, specific)
    assert result.status == 0
    told = [json.loads(line) for line in result.out.splitlines()]
    assert [list(one) for one in told] == [["text", "specific", "score", "found", "missing"]] * 2
    assert [(one["text"], one["specific"]) for one in told] == [(vague, False), (specific, True)]
    assert all(0 <= one["score"] <= 1 for one in told)
    assert told[0]["missing"]
    assert {"kind", "text"} <= set(told[1]["found"][0])


def test_specificity_text(run: Run) -> None:
    """For people each text gets its verdict, and what is missing."""
    result = run("specificity", "It is \x1b[31mslow")
    assert result.out.startswith("vague 0.")
    assert "missing: " in result.out
    assert "\x1b" not in result.out


def test_standard_input_is_read_line_by_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` stands for the lines of standard input, in UTF-8 whatever the locale."""
    feed(monkeypatch, "erste Zeile\nzweite · Zeile\n\nletzte".encode())
    result = run("specificity", "davor", "-", "--format", "json")
    texts = [json.loads(line)["text"] for line in result.out.splitlines()]
    assert texts == ["davor", "erste Zeile", "zweite · Zeile", "", "letzte"]


def test_citations_json(repo: Repository, run: Run) -> None:
    """Each text becomes one line with its works; the checkout's bibliography is at hand."""
    text = "As arXiv:2405.04434v2 and @kwon2023 say, MLPerf 5.0-0060 is beaten [@nobody]."
    result = run("citations", "--format", "json", text)
    assert result.status == 0
    assert json.loads(result.out) == {
        "text": text,
        "citations": [
            {"kind": "arxiv", "id": "2405.04434v2", "url": "https://arxiv.org/abs/2405.04434v2"},
            {"kind": "bib", "id": "kwon2023", "url": "https://vllm.ai/paged"},
            {"kind": "mlperf", "id": "5.0-0060", "url": None},
        ],
    }


def test_citations_without_a_bibliography(
    run: Run, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Outside a checkout a bare key is none and one in brackets is one."""
    monkeypatch.chdir(str(tmp_path))
    result = run("citations", "--format", "json", "@kwon2023 and [@deepseekv2]")
    assert [one["id"] for one in json.loads(result.out)["citations"]] == ["deepseekv2"]


def test_citations_of_a_named_bibliography(repo: Repository, run: Run) -> None:
    """--references names another bibliography, and must be one that can be read."""
    repo.write("other.bib", BIBLIOGRAPHY.replace("kwon2023", "other2024"))
    text = "@kwon2023 @other2024"
    result = run("citations", "--references", "other.bib", "--format", "json", text)
    assert [one["id"] for one in json.loads(result.out)["citations"]] == ["other2024"]
    repo.write("bad.bib", b"\xff")
    for name in ("absent.bib", "bad.bib"):
        result = run("citations", "--references", name, text)
        assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)


def test_citations_text_explains_near_misses(repo: Repository, run: Run) -> None:
    """For people a text also gets what only looks like a citation, and why."""
    repo.write(REFERENCES, BIBLIOGRAPHY)
    result = run("citations", "arXiv:2445.04434 and doi:10.1145/3600006.3613165", "none at all")
    assert "doi     10.1145/3600006.3613165 · https://doi.org/" in result.out
    assert "month 45 does not exist" in result.out
    assert result.out.endswith("none at all\n  no citation\n")
