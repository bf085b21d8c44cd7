"""Git's object model in memory: real object ids, real history, real merge bases.

Objects are stored as git hashes them (`<kind> <size>\\0<data>`), so an id here equals the id that
the `git` program gives the same content. A fork shares its parent's store, as on GitHub.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import NamedTuple

FILE = "100644"
EXECUTABLE = "100755"
SYMLINK = "120000"
DIRECTORY = "40000"
SUBMODULE = "160000"


class Entry(NamedTuple):
    mode: str
    sha: str


Files = Mapping[str, Entry]
"""A whole tree by full path; directories are implied."""


@dataclass(frozen=True, slots=True)
class Signature:
    name: str
    email: str
    when: datetime

    def __str__(self) -> str:
        return f"{self.name} <{self.email}> {int(self.when.timestamp())} +0000"

    @classmethod
    def parse(cls, text: str) -> "Signature":
        name, _, rest = text.partition(" <")
        email, _, stamp = rest.partition("> ")
        return cls(name, email, datetime.fromtimestamp(int(stamp.split()[0]), UTC))


@dataclass(frozen=True, slots=True)
class Commit:
    sha: str
    tree: str
    parents: tuple[str, ...]
    author: Signature
    committer: Signature
    message: str


@dataclass(slots=True)
class ObjectStore:
    """Content-addressed objects; raises KeyError for an id (or kind) that is not there."""

    objects: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    commits: dict[str, Commit] = field(default_factory=dict)

    def write(self, kind: str, data: bytes) -> str:
        sha = hashlib.sha1(b"%s %d\0" % (kind.encode(), len(data)) + data).hexdigest()
        self.objects.setdefault(sha, (kind, data))
        return sha

    def read(self, kind: str, sha: str) -> bytes:
        found, data = self.objects[sha]
        if found != kind:
            raise KeyError(sha)
        return data

    def kind(self, sha: str) -> str | None:
        return self.objects[sha][0] if sha in self.objects else None

    def write_tree(self, entries: Mapping[str, Entry]) -> str:
        """One tree object from the names directly in it."""

        def order(item: tuple[str, Entry]) -> str:
            # Git sorts a directory as if its name ended in a slash.
            return item[0] + "/" if item[1].mode == DIRECTORY else item[0]

        ordered = sorted(entries.items(), key=lambda item: order(item).encode())
        return self.write(
            "tree",
            b"".join(
                f"{mode} {name}".encode() + b"\0" + bytes.fromhex(sha)
                for name, (mode, sha) in ordered
            ),
        )

    def read_tree(self, sha: str) -> dict[str, Entry]:
        data = self.read("tree", sha)
        entries, start = {}, 0
        while start < len(data):
            end = data.index(b"\0", start)
            mode, _, name = data[start:end].decode().partition(" ")
            entries[name] = Entry(mode, data[end + 1 : end + 21].hex())
            start = end + 21
        return entries

    def write_files(self, files: Files) -> str:
        """The nested tree objects of a whole tree; returns the root's id."""
        here: dict[str, Entry] = {}
        below: dict[str, dict[str, Entry]] = {}
        for path, entry in files.items():
            directory, slash, rest = path.partition("/")
            if slash:
                below.setdefault(directory, {})[rest] = entry
            else:
                here[path] = entry
        for directory, inner in below.items():
            here[directory] = Entry(DIRECTORY, self.write_files(inner))
        return self.write_tree(here)

    def read_files(self, tree: str) -> dict[str, Entry]:
        return {path: entry for path, entry in self.walk(tree) if entry.mode != DIRECTORY}

    def walk(self, tree: str, prefix: str = "") -> Iterator[tuple[str, Entry]]:
        for name, entry in self.read_tree(tree).items():
            yield prefix + name, entry
            if entry.mode == DIRECTORY:
                yield from self.walk(entry.sha, f"{prefix}{name}/")

    def find(self, tree: str, path: str) -> Entry | None:
        """What stands at a path below a tree; the tree itself for an empty path."""
        entry = Entry(DIRECTORY, tree)
        for name in path.strip("/").split("/") if path.strip("/") else []:
            if entry.mode != DIRECTORY or name not in (inside := self.read_tree(entry.sha)):
                return None
            entry = inside[name]
        return entry

    def write_commit(
        self,
        tree: str,
        parents: Iterable[str],
        author: Signature,
        message: str,
        committer: Signature | None = None,
    ) -> Commit:
        committer = committer or author
        parents = tuple(parents)
        lines = [f"tree {tree}", *(f"parent {parent}" for parent in parents)]
        lines += [f"author {author}", f"committer {committer}", "", message]
        sha = self.write("commit", "\n".join(lines).encode())
        self.commits[sha] = Commit(sha, tree, parents, author, committer, message)
        return self.commits[sha]

    def files(self, commit: str) -> dict[str, Entry]:
        return self.read_files(self.commits[commit].tree)

    def history(self, *tips: str) -> list[Commit]:
        """Every commit reachable from the tips, newest first, a child before its parents."""
        seen: set[str] = set()
        ordered: list[Commit] = []
        waiting = [(tip, False) for tip in tips]
        while waiting:
            sha, done = waiting.pop()
            if done:
                ordered.append(self.commits[sha])
            elif sha not in seen:
                seen.add(sha)
                waiting.append((sha, True))
                waiting.extend((parent, False) for parent in self.commits[sha].parents)
        return ordered[::-1]

    def ancestors(self, tip: str) -> set[str]:
        return {commit.sha for commit in self.history(tip)}

    def merge_bases(self, one: str, other: str) -> list[str]:
        """The best common ancestors (those that no other one descends from), newest first."""
        shared = self.ancestors(one) & self.ancestors(other)
        parents = (parent for sha in shared for parent in self.commits[sha].parents)
        best = shared - {commit.sha for commit in self.history(*parents)}
        return sorted(best, key=lambda sha: self.commits[sha].committer.when, reverse=True)
