"""`attempt` gives the bot's judgement of a report."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.repository import Repository
from tests.e2e.reports import report


def write(folder: Path, body: str) -> str:
    path = folder / "report.md"
    path.write_text(body)
    return str(path)


def test_complete_report(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A complete report exits with 0, and its fields are told."""
    monkeypatch.chdir(tmp_path)
    result = run("attempt", write(tmp_path, report()), "--format", "json")
    assert result.status == 0
    assert result.json["complete"] is True
    assert result.json["problems"] == result.json["findings"] == []
    assert result.json["fields"]["date"] == "2025-11-03"


def test_incomplete_report(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is missing is named with an example, and the exit status is 1."""
    monkeypatch.chdir(tmp_path)
    path = write(tmp_path, report(why="It did not work."))
    result = run("attempt", path)
    assert result.status == 1
    assert "Why it failed: This says that it failed, not why." in result.out
    assert "1 thing to add." in result.out
    assert run("attempt", path, "--format", "json").json["problems"] == ["cause:vague"]


def test_entry_in_a_checkout(run: Run, tmp_path: Path, repo: Repository) -> None:
    """Entries are known in a checkout, the current one or that of --repo, and only there."""
    path = write(tmp_path, report(entry="B99"))
    assert run("attempt", path, "--format", "json").json["problems"] == ["entry:unknown"]
    named = run("attempt", path, "--repo", str(repo.path), "--format", "json")
    assert named.json["problems"] == ["entry:unknown"]


@pytest.mark.parametrize("data", [None, b"\xff\xfe\x00"])
def test_unreadable_file(run: Run, tmp_path: Path, data: bytes | None) -> None:
    """A file that is missing or no text is wrong use, said in one line."""
    path = tmp_path / "report.md"
    if data:
        path.write_bytes(data)
    result = run("attempt", str(path))
    assert result.status == 2
    assert len(result.err.splitlines()) == 1


def test_not_a_checkout(run: Run, tmp_path: Path) -> None:
    """A folder named by --repo that is no checkout is wrong use."""
    assert run("attempt", write(tmp_path, report()), "--repo", str(tmp_path)).status == 2
