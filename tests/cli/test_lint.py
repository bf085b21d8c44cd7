"""`registry-bot lint`: the whole registry as it stands."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.repository import CONFIGURATION, REGISTRY, Repository, new_repository, registry


def test_lint_shows_old_debt(repo: Repository, run: Run) -> None:
    """What a review forgives because it is old, lint shows; changes stay empty."""
    repo.commit({REGISTRY: registry("priority: 9")})
    assert run("review").status == 0
    result = run("lint", "--format", "json")
    assert (result.status, result.rules) == (1, {"RB103"})
    assert result.json["changes"] == []


def test_sound_registry_passes(repo: Repository, run: Run) -> None:
    """A registry in order exits with 0 and says how much was looked at."""
    result = run("lint")
    assert result.status == 0
    assert result.out.startswith("✓ Nothing blocks: 0 errors, ")
    assert f"the 2 entries of {REGISTRY}" in result.out


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_fix_refreshes_what_is_generated(repo: Repository, run: Run, form: str) -> None:
    """--fix rewrites header and graph, says so beside the report, and lints the result."""
    good = registry()
    stale = good.replace("· 2 bottlenecks", "· 7 bottlenecks").replace("graph LR", "graph TB")
    repo.commit({REGISTRY: stale.replace("\n", "\r\n")})
    assert {"RB120", "RB121"} <= {
        f["rule"] for f in run("lint", "--format", "json").json["findings"]
    }
    result = run("lint", "--fix", "--format", form)
    assert result.status == 0
    assert result.err == f"{REGISTRY}: refreshed the header line and the dependency graph.\n"
    assert (repo.path / REGISTRY).read_bytes() == good.replace("\n", "\r\n").encode()
    assert "RB121" not in result.out
    assert "up to date" in run("lint", "--fix").err


def test_fix_leaves_an_unreadable_file_alone(repo: Repository, run: Run) -> None:
    """What is no text is not rewritten."""
    repo.write(REGISTRY, b"\xff")
    result = run("lint", "--fix")
    assert (result.status, (repo.path / REGISTRY).read_bytes()) == (1, b"\xff")
    assert "cannot be refreshed" in result.err


def test_fix_that_may_not_write_is_one_line(
    repo: Repository, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A registry that cannot be written is a matter of the environment."""
    repo.write(REGISTRY, registry().replace("· 2 bottlenecks", "· 7 bottlenecks"))

    def refused(_: Path, __: bytes) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "write_bytes", refused)
    result = run("lint", "--fix")
    assert (result.status, result.err.count("\n")) == (2, 1)
    assert "cannot be written" in result.err


def test_deleted_registry_blocks(repo: Repository, run: Run) -> None:
    """A registry that the default branch has and the working tree lacks is a finding."""
    (repo.path / REGISTRY).unlink()
    assert run("lint", "--format", "json").rules == {"RB001"}


def test_repository_without_a_registry(repo: Repository, run: Run, tmp_path: Path) -> None:
    """Where there never was a registry, lint was called in the wrong place."""
    repo.git("rm", "--quiet", "-r", "registry")
    repo.commit()
    result = run("lint")
    assert (result.status, result.out) == (2, "")
    assert f"no {REGISTRY}" in result.err
    assert run("lint", "--repo", str(tmp_path)).status == 2


def test_repository_before_its_first_commit(run: Run, tmp_path: Path, plain_git: None) -> None:
    """Without a default branch the working tree's own configuration is in force."""
    made = Repository(tmp_path / "new")
    made.path.mkdir()
    made.git("init", "--quiet")
    made.write("r.md", registry())
    made.write(CONFIGURATION, "registry: r.md\n")
    assert run("lint", "--repo", str(made.path)).status == 0


def test_configuration_of_another_branch(repo: Repository, run: Run, tmp_path: Path) -> None:
    """Lint follows the default branch's settings, as a review does."""
    other = new_repository(tmp_path / "other")
    other.commit({REGISTRY: registry("priority: 9")})
    other.branch("edit")
    other.commit({CONFIGURATION: "rules: {RB103: off}\n"})
    assert run("lint", "--repo", str(other.path)).status == 1
    other.git("branch", "--force", "main", "edit")
    assert run("lint", "--repo", str(other.path)).status == 0
