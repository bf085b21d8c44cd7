"""The git side against the `git` program itself."""

import subprocess
import zlib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.github.diff import commentable_lines, compare_trees, make_patch
from tests.github.git import EXECUTABLE, FILE, Entry, ObjectStore, Signature

START = datetime(2026, 1, 1, tzinfo=UTC)

paths = st.sampled_from(["a", "a.md", "a/b", "a-b/c", "data/x.md", "data/x/y", "é/ü"])
contents = st.binary(max_size=40)
steps = st.lists(
    st.tuples(
        st.lists(st.integers(min_value=0), max_size=2),
        st.dictionaries(paths, st.tuples(st.sampled_from([FILE, EXECUTABLE]), contents)),
    ),
    min_size=2,
    max_size=9,
)
texts = st.lists(st.sampled_from(["", "x", "y", "z", "same"]), max_size=25).map("\n".join)
files = st.builds(lambda text, end: (text + end).encode(), texts, st.sampled_from(["", "\n"]))


def without_clashes(tree: dict[str, Entry]) -> dict[str, Entry]:
    """A path cannot be both a file and a directory."""
    return {
        path: entry
        for path, entry in tree.items()
        if not any(other.startswith(f"{path}/") for other in tree)
    }


def build(store: ObjectStore, history: list) -> list[str]:
    """Commits of a random history, each a second after the one before."""
    shas: list[str] = []
    for number, (parents, changes) in enumerate(history):
        chosen = list(dict.fromkeys(shas[index % len(shas)] for index in parents if shas))
        tree = {
            path: Entry(mode, store.write("blob", data)) for path, (mode, data) in changes.items()
        }
        who = Signature("Ann", "ann@example.org", START + timedelta(seconds=number))
        written = store.write_files(without_clashes(tree))
        shas.append(store.write_commit(written, chosen, who, f"commit {number}\n").sha)
    return shas


def git(directory: str, *arguments: str, text: str | None = None) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=directory, input=text, capture_output=True, text=True, check=False
    )
    no_merge_base = arguments[0] == "merge-base" and done.returncode == 1
    assert done.returncode == 0 or no_merge_base, done.stderr
    return done.stdout


def export(store: ObjectStore, directory: str) -> None:
    """Write every object where git looks for loose ones, under the id we gave it."""
    git(directory, "init", "--quiet")
    for sha, (kind, data) in store.objects.items():
        file = Path(directory, ".git", "objects", sha[:2], sha[2:])
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(zlib.compress(b"%s %d\0" % (kind.encode(), len(data)) + data))


@settings(max_examples=12, deadline=None)
@given(steps)
def test_git_agrees_on_ids_trees_and_merge_bases(history):
    """Git finds nothing wrong with our objects, and the same best common ancestors."""
    store = ObjectStore()
    shas = build(store, history)
    with TemporaryDirectory() as directory:
        export(store, directory)
        assert git(directory, "fsck", "--strict", "--no-dangling") == ""
        listed = git(directory, "ls-tree", "-r", "-z", "--full-tree", shas[-1])
        ours = store.files(shas[-1])
        theirs = [line.partition("\t") for line in listed.split("\0") if line]
        assert {path: tuple(head.split()[::2]) for head, _, path in theirs} == ours
        one, other = shas[-1], shas[len(shas) // 2]
        theirs = git(directory, "merge-base", "--all", one, other).split()
        assert set(store.merge_bases(one, other)) == set(theirs)
        assert store.ancestors(one) == set(git(directory, "rev-list", one).split())


@settings(max_examples=25, deadline=None)
@given(files, files)
def test_git_applies_our_patches(old, new):
    """A patch, applied by git, turns the old file into the new one."""
    patch, additions, deletions = make_patch(old, new)
    assert (patch is None) == (old == new)
    if patch is None:
        return
    with TemporaryDirectory() as directory:
        Path(directory, "f").write_bytes(old)
        header = "--- a/f\n+++ b/f\n" if new else "--- a/f\n+++ /dev/null\n"
        git(directory, "init", "--quiet")
        whole = (header if old else "--- /dev/null\n+++ b/f\n") + patch + "\n"
        if not old:
            Path(directory, "f").unlink()
        git(directory, "apply", "--unidiff-zero", "-", text=whole)
        file = Path(directory, "f")
        assert (file.read_bytes() if file.exists() else b"") == new
        stat = git(directory, "apply", "--numstat", "-", text=whole).split()
        assert stat[:2] == [str(additions), str(deletions)]


def changes_of(store: ObjectStore, old: dict[str, bytes], new: dict[str, bytes]):
    def tree(files: dict[str, bytes]) -> dict[str, Entry]:
        return {path: Entry(FILE, store.write("blob", data)) for path, data in files.items()}

    return compare_trees(store, tree(old), tree(new))


def test_a_moved_and_edited_file_is_one_rename():
    """Half of the lines in common make a removal and an addition a rename, as in git."""
    text = b"".join(b"line %d\n" % number for number in range(20))
    (change,) = changes_of(ObjectStore(), {"old.md": text}, {"new.md": text + b"more\n"})
    assert (change.status, change.previous_path, change.additions) == ("renamed", "old.md", 1)


def test_unlike_files_are_added_and_removed():
    """Files that share nothing stay two changes."""
    found = changes_of(ObjectStore(), {"old.md": b"a\n" * 9}, {"new.md": b"b\n" * 9})
    assert [(one.path, one.status) for one in found] == [("new.md", "added"), ("old.md", "removed")]


def test_binary_files_have_no_patch():
    """A NUL byte makes a file binary: listed as changed, without lines."""
    (change,) = changes_of(ObjectStore(), {"f": b"a"}, {"f": b"a\0b"})
    assert (change.status, change.patch, change.additions) == ("modified", None, 0)


def test_commentable_lines_are_those_of_the_hunks():
    """Three lines of context around a change can be commented on, and no others."""
    old = b"".join(b"%d\n" % number for number in range(1, 21))
    patch, _, _ = make_patch(old, old.replace(b"10\n", b"ten\n10b\n"))
    assert commentable_lines(patch) == {"LEFT": [range(7, 14)], "RIGHT": [range(7, 15)]}


def test_merging_closes_the_issues_it_names(registry):
    """A merge into the default branch closes the issues that the pull request says it closes."""
    named, mentioned = registry.open_issue("One"), registry.open_issue("Two")
    body = f"Closes #{named.number}, see #{mentioned.number}"
    pull = registry.open_pull(author="acme", changes={"README.md": "# Map\n"}, body=body)
    pull.merge(by="acme")
    assert (named.state, mentioned.state) == ("closed", "open")
