"""What `registry-bot review` compares, says and exits with."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.repository import (
    CONFIGURATION,
    REFERENCES,
    REGISTRY,
    Repository,
    new_repository,
    registry,
)

JUMP = "status: resolved"  # blocks: a change of status without evidence


def test_unchanged_checkout_is_neutral(repo: Repository, run: Run) -> None:
    """A change that touches nothing of the registry is neutral and exits with 0."""
    repo.write("README.md", "Another text\n")
    result = run("review", "--format", "json")
    assert (result.status, result.err) == (0, "")
    assert result.json == {
        "conclusion": "neutral",
        "findings": [],
        "changes": [],
        "labels": [],
        "projection": None,
    }


def test_json_has_the_published_shape(repo: Repository, run: Run) -> None:
    """Keys and their order are those of the contract, in one document with a final line end."""
    repo.write(REGISTRY, registry(JUMP))
    result = run("review", "--format", "json")
    assert result.status == 1
    assert result.out.endswith("}\n")
    report = json.loads(result.out)
    assert list(report) == ["conclusion", "findings", "changes", "labels", "projection"]
    assert report["conclusion"] == "failure"
    finding = next(f for f in report["findings"] if f["rule"] == "RB201")
    assert " ".join(finding) == (
        "rule name severity path line end_line entry message help suggestion"
    )
    assert (finding["name"], finding["severity"]) == ("transition-needs-citation", "error")
    assert (finding["path"], finding["entry"]) == (REGISTRY, "B1")
    assert repo.path.joinpath(REGISTRY).read_text().split("\n")[finding["line"] - 1] == JUMP
    assert report["changes"] == [
        {
            "kind": "status-changed",
            "entry": "B1",
            "field": "status",
            "before": "open",
            "after": "resolved",
        }
    ]
    assert "status-transition" in report["labels"]


def test_suggestion_names_its_lines(repo: Repository, run: Run) -> None:
    """A suggestion is null or the text that replaces the lines it names."""
    repo.write(REGISTRY, registry("status: Open"))
    finding = next(
        f for f in run("review", "--format", "json").json["findings"] if f["rule"] == "RB103"
    )
    assert list(finding["suggestion"]) == ["line", "end_line", "text"]
    assert finding["suggestion"]["text"] == "status: open"
    assert finding["suggestion"]["line"] == finding["line"]


def test_uncommitted_staged_and_committed_edits_count_alike(repo: Repository, run: Run) -> None:
    """Without --head the working tree is reviewed, whatever git knows of it yet."""
    repo.branch("edit")
    repo.write(REGISTRY, registry(JUMP))
    said = [run("review", "--format", "json").out]
    repo.git("add", "--all")
    said.append(run("review", "--format", "json").out)
    repo.commit()
    said.append(run("review", "--format", "json").out)
    assert said[0] == said[1] == said[2]
    assert '"failure"' in said[0]


def test_untracked_files_count(repo: Repository, run: Run) -> None:
    """A file of the registry that git does not track yet is part of the working tree."""
    repo.write(CONFIGURATION, "comment: true\n")
    assert run("review", "--format", "json").json["conclusion"] == "success"


def test_head_is_reviewed_instead_of_the_working_tree(repo: Repository, run: Run) -> None:
    """With --head the commit counts and the working tree does not."""
    repo.branch("edit")
    repo.commit({REGISTRY: registry("priority: 4")})
    repo.write(REGISTRY, registry(JUMP))
    assert run("review", "--head", "edit").status == 0
    assert run("review").status == 1


def test_base_that_moved_on_is_not_charged(repo: Repository, run: Run) -> None:
    """What the base branch did after the branch left it is no change of the branch."""
    repo.branch("edit")
    repo.commit({REGISTRY: registry("priority: 4")})
    repo.git("checkout", "--quiet", "main")
    repo.commit({REGISTRY: registry(JUMP)})
    repo.git("checkout", "--quiet", "edit")
    changes = run("review", "--format", "json").json["changes"]
    assert [(change["kind"], change["field"]) for change in changes] == [
        ("field-changed", "priority")
    ]


def test_schema_is_that_of_the_base_branchs_tip(repo: Repository, run: Run) -> None:
    """A value that only the base branch's newest schema knows is a value."""
    widened = registry().replace("open | partial | resolved", "open | stalled | partial | resolved")
    repo.branch("edit")
    repo.write(REGISTRY, registry("type: economic"))
    assert "RB103" in run("review", "--format", "json").rules
    repo.git("stash", "--quiet")
    repo.git("checkout", "--quiet", "main")
    repo.commit({REGISTRY: widened.replace("supply | measurement", "supply | economic")})
    repo.git("checkout", "--quiet", "edit")
    repo.git("stash", "pop", "--quiet")
    assert "RB103" not in run("review", "--format", "json").rules


def test_branch_of_a_fork(repo: Repository, run: Run, tmp_path: Path) -> None:
    """A head that came from a fork's remote is compared with where it left the default branch."""
    repo.git("clone", "--quiet", str(repo.path), str(tmp_path / "fork"))
    fork = Repository(tmp_path / "fork")
    fork.branch("proposal")
    fork.commit({REGISTRY: registry(JUMP)})
    repo.commit({REGISTRY: registry("priority: 2")})
    repo.git("remote", "add", "fork", str(fork.path))
    repo.git("fetch", "--quiet", "fork")
    result = run("review", "--head", "fork/proposal", "--format", "json")
    assert [change["kind"] for change in result.json["changes"]] == ["status-changed"]


def test_configuration_is_the_default_branchs_alone(repo: Repository, run: Run) -> None:
    """A pull request cannot switch off the rule that blocks it."""
    repo.branch("edit")
    off = "rules: {transition-needs-citation: off, RB203: off, RB205: off}\n"
    repo.commit({REGISTRY: registry(JUMP), CONFIGURATION: off})
    assert run("review").status == 1
    repo.git("checkout", "--quiet", "main")
    repo.commit({CONFIGURATION: off})
    repo.git("checkout", "--quiet", "edit")
    assert run("review").status == 0


def test_configured_path(repo: Repository, run: Run) -> None:
    """The registry is where the configuration says, with spaces in its name if need be."""
    path = "our data/the registry.md"
    repo.commit({CONFIGURATION: f"registry: {path}\n", path: registry()})
    repo.branch("edit")
    repo.write(path, registry(JUMP))
    result = run("review", "--format", "json")
    assert {finding["path"] for finding in result.json["findings"]} == {path}


def test_configuration_problems_are_told(repo: Repository, run: Run) -> None:
    """A broken setting is named in text and comment, and beside the JSON."""
    repo.commit({CONFIGURATION: "coment: true\n"})
    for arguments in ([], ["--format", "markdown"]):
        assert "`coment`" in run("review", *arguments).out
    result = run("review", "--format", "json")
    assert "`coment`" in result.err
    assert result.json["conclusion"] == "neutral"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "gone"),
        (b"", "empty"),
        (b"# A registry\n\0\0\0", "binary"),
        (b"# \xff\xfe", "UTF-8"),
        (b"x" * 17_000_000, "MB"),
    ],
)
def test_unusable_registry_blocks(
    repo: Repository, run: Run, content: bytes | None, says: str
) -> None:
    """A registry that is deleted, empty, binary, not UTF-8 or huge is one blocking finding."""
    repo.branch("edit")
    place = repo.path / REGISTRY
    place.unlink() if content is None else place.write_bytes(content)
    for arguments in ((), ("--head", "edit")):
        result = run("review", "--format", "json", *arguments)
        assert result.status == 1
        found = [f for f in result.json["findings"] if f["rule"] == "RB001"]
        assert len(found) == 1
        assert says in found[0]["message"]
        repo.commit()


def test_line_endings_are_no_change(repo: Repository, run: Run) -> None:
    """CRLF is read like LF: the same registry has no finding and no change."""
    repo.write(REGISTRY, registry().replace("\n", "\r\n"))
    result = run("review", "--format", "json")
    assert (result.json["conclusion"], result.json["changes"]) == ("success", [])


def test_folder_or_link_in_the_registrys_place_is_no_file(repo: Repository, run: Run) -> None:
    """What git would not store as this file's text is not read as it."""
    secret = repo.path.parent / "secret.md"
    secret.write_text(registry())
    place = repo.path / REGISTRY
    place.unlink()
    place.symlink_to(secret)
    assert "RB001" in run("review", "--format", "json").rules
    place.unlink()
    place.mkdir()
    assert "RB001" in run("review", "--format", "json").rules
    place.rmdir()
    data = place.parent
    for name in list(data.iterdir()):
        name.unlink()
    data.rmdir()
    (repo.path.parent / "elsewhere").mkdir()
    (repo.path.parent / "elsewhere" / place.name).write_text(registry())
    data.symlink_to(repo.path.parent / "elsewhere")
    assert "RB001" in run("review", "--format", "json").rules


def test_sub_directory_and_other_repository(
    repo: Repository, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Any folder of the checkout will do, and --repo names another one in spite of a hook."""
    repo.write(REGISTRY, registry(JUMP))
    monkeypatch.chdir(repo.path / "registry" / "data")
    assert run("review").status == 1
    other = new_repository(tmp_path / "other repo")
    monkeypatch.setenv("GIT_DIR", str(repo.path / ".git"))
    assert run("review", "--repo", str(other.path)).status == 0


def test_work_tree_of_its_own(repo: Repository, run: Run, tmp_path: Path) -> None:
    """A second work tree of the repository is reviewed by what stands in it."""
    repo.git("worktree", "add", "--quiet", "-b", "edit", str(tmp_path / "tree"))
    (tmp_path / "tree" / REGISTRY).write_text(registry(JUMP))
    assert run("review", "--repo", str(tmp_path / "tree")).status == 1
    assert run("review").status == 0


def test_default_branch_of_the_remote(repo: Repository, run: Run, tmp_path: Path) -> None:
    """In a clone the change is counted from origin's default branch, whatever its name."""
    repo.git("branch", "--move", "main", "trunk")
    repo.git("clone", "--quiet", str(repo.path), str(tmp_path / "clone"))
    clone = Repository(tmp_path / "clone")
    clone.commit({REGISTRY: registry(JUMP)})
    result = run("review", "--repo", str(clone.path))
    assert result.status == 1
    assert "since it left the default branch" in result.out


def test_master_is_a_default_branch(repo: Repository, run: Run) -> None:
    """An older repository keeps its default branch in `master`."""
    repo.git("branch", "--move", "main", "master")
    repo.branch("edit")
    repo.commit({REGISTRY: registry(JUMP)})
    assert run("review").status == 1


def test_removed_bibliography_is_no_crash(repo: Repository, run: Run) -> None:
    """Optional files may be absent on either side."""
    (repo.path / REFERENCES).unlink()
    assert run("review", "--format", "json").json["conclusion"] == "success"


WRONG = {
    "unknown base": (["--base", "nowhere"], "There is no commit 'nowhere' here."),
    "unknown head": (["--head", "nowhere"], "There is no commit 'nowhere' here."),
    "option as revision": (["--base", "--output=x"], "'--output=x' is not a revision."),
    "line end in revision": (["--head", "a\nb"], "'a\\nb' is not a revision."),
    "a range": (["--head", "main..main"], "There is no commit 'main..main' here."),
    "a blob": (["--head", "main:README.md"], "There is no commit 'main:README.md' here."),
    "no folder": (["--repo", "/nowhere/at/all"], "/nowhere/at/all is not a folder."),
    "a file": (["--repo", "README.md"], "README.md is not a folder."),
    "the .git folder": (["--repo", ".git"], "git: this operation must be run in a work tree"),
    "unknown option": (["--verbose"], "No such option: --verbose"),
    "unknown format": (["--format", "xml"], "'xml' is not one of"),
}


@pytest.mark.parametrize(("arguments", "says"), WRONG.values(), ids=WRONG)
def test_wrong_use_is_one_line(repo: Repository, run: Run, arguments: list[str], says: str) -> None:
    """Wrong use exits with 2 and one clear line on stderr."""
    result = run("review", *arguments)
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("registry-bot: ")
    assert says in result.err
    assert result.err.count("\n") == 1


def test_unusable_checkouts(
    repo: Repository, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No repository, no commit, no default branch, no common history, no git: each has its line."""

    def complaint(*arguments: str) -> str:
        result = run("review", *arguments)
        assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)
        return result.err

    nowhere = tmp_path / "nowhere"
    nowhere.mkdir()
    assert "is not in a git repository" in complaint("--repo", str(nowhere))
    Repository(nowhere).git("init", "--quiet", "--initial-branch", "main")
    assert "No default branch is known here" in complaint("--repo", str(nowhere))
    repo.branch("edit")
    repo.git("checkout", "--quiet", "--orphan", "apart")
    repo.commit({"README.md": "Another history\n"})
    assert "no commit in common" in complaint()
    repo.git("branch", "--delete", "--force", "main")
    assert "No default branch is known here" in complaint()
    assert "no commit yet" in complaint("--repo", str(nowhere), "--base", "HEAD")
    monkeypatch.setenv("PATH", str(nowhere))
    assert "git is needed" in complaint()


def test_base_that_only_the_remote_has(repo: Repository, run: Run, tmp_path: Path) -> None:
    """A branch that exists only as origin's is suggested by its full name."""
    repo.git("branch", "release")
    repo.git("clone", "--quiet", str(repo.path), str(tmp_path / "clone"))
    result = run("review", "--repo", str(tmp_path / "clone"), "--base", "release")
    assert (result.status, "try 'origin/release'" in result.err) == (2, True)


def test_shallow_clone_says_what_to_do(repo: Repository, run: Run, tmp_path: Path) -> None:
    """Where the common commit was cut off, the line names the command that brings it."""
    repo.branch("edit")
    repo.commit({REGISTRY: registry("priority: 4")})
    repo.git("checkout", "--quiet", "main")
    repo.commit({"README.md": "News\n"})
    clone = tmp_path / "clone"
    repo.git("clone", "--quiet", "--depth=1", "--no-single-branch", repo.path.as_uri(), str(clone))
    result = run("review", "--repo", str(clone), "--head", "origin/edit")
    assert result.status == 2
    assert "git fetch --unshallow" in result.err


def test_markdown_is_the_bots_comment(
    repo: Repository, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Markdown is what the bot would post, with links where repository and pages are known."""
    repo.git("remote", "add", "origin", "git@github.com:someone/registry.git")
    repo.branch("edit")
    head = repo.commit({REGISTRY: registry(JUMP)})
    monkeypatch.setenv("PUBLIC_URL", "https://bot.example.org/")
    result = run("review", "--head", "edit", "--format", "markdown")
    assert result.status == 1
    assert result.out.startswith("<!-- registry-bot:review -->\n")
    assert f"https://github.com/someone/registry/blob/{head}/{REGISTRY}#L" in result.out
    assert "(https://bot.example.org/rules/RB201)" in result.out
    monkeypatch.delenv("PUBLIC_URL")
    assert "bot.example.org" not in run("review", "--format", "markdown").out


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_record_beside_a_claim(repo: Repository, run: Run, form: str) -> None:
    """A change that claims something about what works stands beside what was tried before."""
    solution = "known_solutions:\n  - {title: Paging, citation: '@kwon2023', maturity: %s}"
    repo.commit({REGISTRY: registry(solution % "research")})
    repo.write(REGISTRY, registry(solution % "production"))
    out = run("review", "--format", form).out
    assert "Tried on B1 so far: 1 known solution" in out
    assert "helps: `Paging`, `production` (in this change)" in out


def test_offline_is_accepted(repo: Repository, run: Run) -> None:
    """--offline promises that nothing is looked up."""
    assert run("review", "--offline").status == 0
