"""A local git checkout as the two sides of a change, read through git's own commands.

Four short processes answer everything: where the repository is, which commit both sides share,
what `origin` is called, and one `cat-file --batch` that finds commits and hands out blobs. Names go
to it by standard input, so that none of them can be taken for an option.
"""

import os
import re
import stat
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from registry.snapshot import MAX_BYTES

_DEFAULT_BRANCHES = (
    "refs/remotes/origin/HEAD",
    "refs/remotes/origin/main",
    "refs/heads/main",
    "refs/remotes/origin/master",
    "refs/heads/master",
)
# What a hook's environment says about the repository that runs it; `--repo` may name another.
_LOCATION = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_COMMON_DIR",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_NAMESPACE",
    "GIT_PREFIX",
)
_ENOUGH = MAX_BYTES + 1
"""Bytes of a file that are read: one more than the reader takes, so that it can say so."""

_REMOTE = re.compile(
    r"(?:(?P<scheme>https?|ssh|git|git\+ssh|ssh\+git)://(?:[^@/]*@)?(?P<host>[\w.-]+)(?P<port>:\d+)?/"
    r"|(?:[^@/:]+@)?(?P<scp>[\w.-]{2,}):(?!/?/))"
    r"/*(?P<path>[\w.-]+/[\w.-]+?)(?:\.git)?/*",
    re.ASCII,
)


class CheckoutError(Exception):
    """The checkout cannot be used as asked; the message is one sentence for the one who asked."""


class NoRepositoryError(CheckoutError):
    """The folder is in no repository."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The commits of a change, by id: from `merge_base` to `head`, which is None for the work tree.

    `tip` is the base branch as it is now; `default` the commit whose configuration is in force.
    """

    merge_base: str
    head: str | None
    tip: str
    default: str


class Checkout:
    """An open repository. Every method may raise CheckoutError."""

    def __init__(
        self,
        top: Path,
        objects: subprocess.Popen[bytes],
        environment: dict[str, str],
        *,
        shallow: bool,
    ) -> None:
        self.top = top
        self._objects = objects
        self._environment = environment
        self._shallow = shallow

    def compare(self, base: str | None = None, head: str | None = None) -> Comparison:
        """Return what changed since the branch left `base`: the default branch when None."""
        default = self.default_branch()
        tip = self.commit(base) if base is not None else default
        if tip is None:
            raise CheckoutError(
                "No default branch is known here (neither origin/HEAD nor main nor master); "
                "name the one to compare with by --base."
            )
        end = self.commit("HEAD" if head is None else head)
        merge_base = tip if tip == end else self._merge_base(tip, end)
        return Comparison(merge_base, None if head is None else end, tip, default or tip)

    def default_branch(self) -> str | None:
        """Return the id of the default branch's last commit, None where there is none."""
        found = (self._commit(name) for name in _DEFAULT_BRANCHES)
        return next((commit for commit in found if commit), None)

    def commit(self, revision: str) -> str:
        """Return the id of the commit that a revision names."""
        if revision.startswith("-") or not revision.isprintable():
            raise CheckoutError(f"{revision!r} is not a revision.")
        if commit := self._commit(revision):
            return commit
        if revision == "HEAD":
            raise CheckoutError("This repository has no commit yet, so there is nothing to review.")
        if self._commit(f"origin/{revision}"):
            raise CheckoutError(f"There is no commit {revision!r} here; try 'origin/{revision}'.")
        raise CheckoutError(f"There is no commit {revision!r} here{self._if_shallow()}.")

    def files(self, commit: str | None, paths: Iterable[str]) -> dict[str, bytes | None]:
        """Return the files of a commit, or of the work tree for None; None for what is no file.

        A symbolic link reads as git keeps it: as the path it holds.
        """
        if commit is None:
            return {path: self._on_disk(path) for path in paths}
        return {path: self._blob(f"{commit}:{path}") for path in paths}

    def web_address(self) -> str | None:
        """Return where `origin` is on the web, None where that cannot be told."""
        done = _git("remote", "get-url", "origin", cwd=self.top, environment=self._environment)
        return web_address(done.stdout.decode(errors="replace").strip())

    def _merge_base(self, one: str, other: str) -> str:
        done = _git("merge-base", one, other, cwd=self.top, environment=self._environment)
        if done.returncode:
            raise CheckoutError(
                f"The two sides have no commit in common{self._if_shallow()}; "
                "name another base by --base."
            )
        return done.stdout.decode().strip()

    def _if_shallow(self) -> str:
        if not self._shallow:
            return ""
        return (
            " (this clone is shallow: `git fetch --unshallow` brings the rest,"
            " in GitHub Actions `fetch-depth: 0`)"
        )

    def _commit(self, revision: str) -> str | None:
        found = self._object(f"{revision}^{{commit}}")
        return found[0] if found else None

    def _blob(self, name: str) -> bytes | None:
        found = self._object(name)
        return found[2] if found and found[1] == "blob" else None

    def _object(self, name: str) -> tuple[str, str, bytes] | None:
        """Return an object's id, type and content, cut where nobody reads on; None for none."""
        source, answers = self._objects.stdin, self._objects.stdout
        assert source
        assert answers
        try:
            os.write(source.fileno(), os.fsencode(name) + b"\n")  # nothing waits in a buffer
        except BrokenPipeError:
            raise CheckoutError(f"git stopped while reading {name!r}.") from None
        header = answers.readline()
        if header.endswith((b" missing\n", b" ambiguous\n")):
            return None
        if not header:
            raise CheckoutError(f"git stopped while reading {name!r}.")
        oid, kind, size = header.decode().split()
        content = answers.read(min(int(size), _ENOUGH))
        left = int(size) - len(content) + 1  # a line end follows each object
        while left and (skipped := answers.read(min(left, 1 << 20))):
            left -= len(skipped)
        return oid, kind, content

    def _on_disk(self, path: str) -> bytes | None:
        place = self.top / path
        try:
            if place.parent.resolve() != self.top.resolve() / Path(path).parent:
                return None  # behind a linked folder, where git keeps nothing
            mode = place.lstat().st_mode
            if stat.S_ISLNK(mode):
                return os.fsencode(place.readlink())
            if not stat.S_ISREG(mode):
                return None
            with place.open("rb") as file:
                return file.read(_ENOUGH)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise CheckoutError(f"{path} cannot be read: {error.strerror}.") from None


@contextmanager
def open_checkout(directory: Path | None = None) -> Iterator[Checkout]:
    """Open the repository that holds `directory`, or the working directory for None.

    Raises CheckoutError where there is no repository with a work tree, or no git.
    """
    environment = os.environ | {"LC_ALL": "C"}
    if directory is None:
        directory = Path()
    else:
        environment = {k: v for k, v in environment.items() if k not in _LOCATION}
    if not directory.is_dir():
        raise CheckoutError(f"{directory} is not a folder.")
    done = _git(
        "rev-parse",
        "--is-shallow-repository",
        "--show-toplevel",
        cwd=directory,
        environment=environment,
    )
    if done.returncode:
        raise _refusal(done.stderr, directory)
    shallow, _, top = os.fsdecode(done.stdout).partition("\n")
    place = Path(top.removesuffix("\n"))
    with subprocess.Popen(
        ["git", "cat-file", "--batch"],  # noqa: S607 - the git on PATH is the user's own
        cwd=place,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as objects:
        yield Checkout(place, objects, environment, shallow=shallow == "true")


def web_address(remote: str) -> str | None:
    """Return `https://host/owner/name` for a remote's address, without credentials, or None."""
    match = _REMOTE.fullmatch(remote)
    if not match:
        return None
    port = match["port"] or ""
    if not (match["scheme"] or "").startswith("http"):
        port = ""  # it was the port of ssh
    return f"https://{match['host'] or match['scp']}{port}/{match['path']}"


def _git(
    *arguments: str, cwd: Path, environment: dict[str, str]
) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - no argument comes from outside
            ["git", *arguments],  # noqa: S607 - the git on PATH is the user's own
            cwd=cwd,
            env=environment,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise CheckoutError("git is needed and was not found.") from None
    except OSError as error:
        raise CheckoutError(f"{cwd} cannot be used: {error.strerror}.") from None


def _refusal(stderr: bytes, directory: Path) -> CheckoutError:
    said = stderr.decode(errors="replace").strip()
    if "not a git repository" in said:
        where = directory.absolute()
        return NoRepositoryError(f"{where} is not in a git repository; name one by --repo.")
    return CheckoutError(f"git: {said.partition(chr(10))[0].removeprefix('fatal: ')}")
