"""`registry-bot site`: which registry it shows, and what it does to the folder it writes into."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.bundled import bundled_snapshot
from bot.site import render_site
from tests.cli.conftest import Run
from tests.cli.repository import REGISTRY, Repository

Files = dict[str, bytes]


def files(folder: Path) -> Files:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_checkout_is_shown(repo: Repository, run: Run, tmp_path: Path) -> None:
    """The working tree's entries are written, with the address of their repository."""
    repo.write(
        REGISTRY, (repo.path / REGISTRY).read_bytes().replace(b"status: open", b"status: odd")
    )
    repo.git("remote", "add", "origin", "git@github.com:acme/registry.git")
    result = run("site", str(tmp_path / "a" / "b"))
    assert (result.status, result.err) == (0, "")
    written = files(tmp_path / "a" / "b")
    assert {"index.html", "entries/B1.html", "rules/index.html", "rules/RB201.html"} <= set(written)
    assert b"odd" in written["index.html"]
    assert b"https://github.com/acme/registry/issues/new" in written["entries/B1.html"]
    assert (
        result.out == f"{tmp_path / 'a' / 'b' / 'index.html'} and {len(written) - 1} more pages\n"
    )


def test_repo_is_named(
    repo: Repository, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """--repo shows another checkout than the one around; one that is none is refused."""
    monkeypatch.chdir(tmp_path)
    assert run("site", "out", "--repo", str(repo.path)).status == 0
    assert files(tmp_path / "out")["index.html"].count(b'href="entries/') == 2
    (tmp_path / "empty").mkdir()
    result = run("site", "other", "--repo", "empty")
    assert (result.status, result.err.count("\n")) == (2, 1)
    assert not (tmp_path / "other").exists()


def test_outside_a_checkout(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a checkout the program's own registry is shown, and that is said."""
    monkeypatch.chdir(tmp_path)
    result = run("site", "out")
    assert (result.status, result.err.count("\n")) == (0, 1)
    assert "came with this program" in result.err
    pages = render_site(bundled_snapshot())
    assert files(tmp_path / "out") == {path: html.encode() for path, html in pages.items()}


def test_same_bytes(tmp_path: Path) -> None:
    """Two processes, whose hashes differ, write the same."""
    written = []
    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-m", "bot", "site", tmp_path / seed],
            check=True,
            capture_output=True,
            env=os.environ | {"PYTHONHASHSEED": seed},
        )
        written.append(files(tmp_path / seed))
    assert written[0] == written[1]


@pytest.mark.parametrize("data", [None, b"", b"\xff", b"a\0b"])
def test_registry_that_cannot_be_shown(repo: Repository, run: Run, data: bytes | None) -> None:
    """A checkout whose registry is gone or no text is refused; nothing stands in for it."""
    if data is None:
        (repo.path / REGISTRY).unlink()
    else:
        repo.write(REGISTRY, data)
    result = run("site", "out")
    assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)
    assert REGISTRY in result.err
    assert not (repo.path / "out").exists()


def test_problems_are_mentioned(repo: Repository, run: Run) -> None:
    """What could not be read of an entry is said; the other pages are written."""
    broken = (repo.path / REGISTRY).read_bytes().replace(b"status: open", b"status: @open", 1)
    repo.write(REGISTRY, broken)
    result = run("site", "out")
    assert result.status == 0
    assert "1 problem, which `registry-bot lint` shows" in result.err


def test_written_again(repo: Repository, run: Run) -> None:
    """Pages are replaced, those of entries that are gone go, and what is not ours stays."""
    run("site", "out")
    first = files(repo.path / "out")
    foreign = {"CNAME": b"example.org", "entries/notes.html": b"<p>mine", "entries/data.csv": b"1"}
    stale = {"entries/B99.html": first["entries/B1.html"], "index.html": first["index.html"] + b"x"}
    for path, data in (foreign | stale).items():
        (repo.path / "out" / path).write_bytes(data)
    assert run("site", "out").status == 0
    assert files(repo.path / "out") == first | foreign


@pytest.mark.parametrize("path", ["index.html", "entries/B1.html"])
def test_foreign_page_is_not_replaced(repo: Repository, run: Run, path: str) -> None:
    """Where somebody else's file stands in a page's place nothing at all is written."""
    place = repo.path / "out" / path
    place.parent.mkdir(parents=True)
    place.write_bytes(b"<h1>Mine</h1>")
    result = run("site", "out")
    assert (result.status, result.err.count("\n")) == (2, 1)
    assert path in result.err
    assert files(repo.path / "out") == {path: b"<h1>Mine</h1>"}


@pytest.mark.parametrize("link", ["index.html", "entries"])
def test_links_are_not_followed(repo: Repository, run: Run, tmp_path: Path, link: str) -> None:
    """Nothing is written outside the folder by way of a link in it."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (repo.path / "out").mkdir()
    (repo.path / "out" / link).symlink_to(outside if link == "entries" else outside / "x.html")
    assert run("site", "out").status == 2
    assert files(outside) == {}


@pytest.mark.parametrize("place", ["README", "README/out"])
def test_no_folder(repo: Repository, run: Run, place: str) -> None:
    """A file in the folder's place is one sentence."""
    repo.write("README", b"text")
    result = run("site", place)
    assert (result.status, result.err.count("\n")) == (2, 1)
    assert (repo.path / "README").read_bytes() == b"text"
