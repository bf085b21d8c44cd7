"""What a checkout hands out."""

from pathlib import Path

import pytest

from bot.checkout import CheckoutError, open_checkout, web_address
from registry.snapshot import MAX_BYTES
from tests.cli.repository import REGISTRY, Repository

ADDRESSES = {
    "git@github.com:owner/name.git": "https://github.com/owner/name",
    "github.com:owner/name": "https://github.com/owner/name",
    "ssh://git@github.example.org:2222/owner/name.git": "https://github.example.org/owner/name",
    "git+ssh://git@github.com/owner/name.git": "https://github.com/owner/name",
    "git://github.com/owner/name": "https://github.com/owner/name",
    "https://github.com/owner/name.git": "https://github.com/owner/name",
    "https://github.com/owner/na.me/": "https://github.com/owner/na.me",
    "https://user:secret@github.com/owner/name": "https://github.com/owner/name",
    "https://x-access-token:s3cr3t@github.com/owner/name.git": "https://github.com/owner/name",
    "https://git.example.org:8443/owner/name.git": "https://git.example.org:8443/owner/name",
    "http://git.example.org/owner/name": "https://git.example.org/owner/name",
    "/srv/git/owner/name.git": None,
    "../name": None,
    "file:///srv/git/owner/name.git": None,
    "C:/git/owner/name": None,
    "https://github.com/name": None,
    "https://github.com/a/b/c": None,
    "https://github.com/owner/name?x=1": None,
    "": None,
}


@pytest.mark.parametrize(("remote", "address"), ADDRESSES.items())
def test_web_address(remote: str, address: str | None) -> None:
    """A remote's address becomes the page of its repository, and never carries credentials."""
    assert web_address(remote) == address


def test_web_address_of_a_checkout(repo: Repository) -> None:
    """The address is origin's; without one there is none."""
    with open_checkout() as checkout:
        assert checkout.web_address() is None
    repo.git("remote", "add", "origin", "git@github.com:owner/name.git")
    with open_checkout() as checkout:
        assert checkout.web_address() == "https://github.com/owner/name"


def test_files_of_commits_and_work_tree(repo: Repository) -> None:
    """Every name is answered, in order, by its bytes or by None; nothing is left over between."""
    odd = {"a file with spaces.md": b"\0\xff\n\nblob 3\n", "ünïcode.md": b"", "line.md": b"x"}
    commit = repo.commit(dict(odd))
    names = [*odd, "registry", "absent.md", "absent/too.md", REGISTRY]
    with open_checkout() as checkout:
        committed, on_disk = checkout.files(commit, names), checkout.files(None, names)
    assert committed == on_disk
    assert list(committed) == names
    assert {name: committed[name] for name in odd} == odd
    assert [name for name in names if committed[name] is None] == names[3:6]


def test_huge_file_is_cut_and_the_next_one_is_whole(repo: Repository) -> None:
    """Of a file over the limit only enough is kept to see that it is over."""
    commit = repo.commit({"huge.md": b"x" * (MAX_BYTES + 5_000_000), "small.md": b"small"})
    with open_checkout() as checkout:
        for side in (commit, None):
            files = checkout.files(side, ["huge.md", "small.md"])
            assert len(files["huge.md"] or b"") == MAX_BYTES + 1
            assert files["small.md"] == b"small"


def test_link_reads_as_git_keeps_it(repo: Repository) -> None:
    """A symbolic link is the path that it holds, in a commit and in the work tree alike."""
    (repo.path / "link.md").symlink_to("/etc/hostname")
    commit = repo.commit()
    with open_checkout() as checkout:
        assert checkout.files(commit, ["link.md"]) == checkout.files(None, ["link.md"])
        assert checkout.files(None, ["link.md"]) == {"link.md": b"/etc/hostname"}


def test_git_that_dies_is_named(repo: Repository) -> None:
    """When git goes away in between, the error is a sentence and no wrong answer."""
    with open_checkout() as checkout:
        checkout._objects.kill()
        checkout._objects.wait()
        with pytest.raises(CheckoutError, match="git stopped"):
            checkout.files("HEAD", [REGISTRY])


def test_unreadable_file_is_named(repo: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of the work tree that may not be read is an error, not an absent file."""

    def refused(_: Path, __: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)
    with open_checkout() as checkout, pytest.raises(CheckoutError, match="cannot be read"):
        checkout.files(None, [REGISTRY])
