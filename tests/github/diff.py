"""What changed between two trees, as GitHub's *Files changed* tab and its API tell it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from tests.github.git import SUBMODULE, Entry, Files, ObjectStore

CONTEXT = 3
RENAME_SIMILARITY = 0.5  # git's default for -M


@dataclass(frozen=True, slots=True)
class FileChange:
    path: str
    status: str
    """One of the words of REST: added, removed, modified, renamed."""
    sha: str
    mode: str
    additions: int
    deletions: int
    patch: str | None
    """None for binary files and for changes without changed lines."""
    previous_path: str | None = None


def is_binary(data: bytes) -> bool:
    """Git's own test: a NUL among the first 8,000 bytes."""
    return b"\0" in data[:8000]


def compare_trees(store: ObjectStore, old: Files, new: Files) -> list[FileChange]:
    """The changes by path, renames detected as git does without copies."""
    removed = {path: entry for path, entry in old.items() if path not in new}
    added = {path: entry for path, entry in new.items() if path not in old}
    renames = dict(find_renames(store, removed, added))
    changes = [
        change(store, path, "modified", old[path], new[path])
        for path in old.keys() & new.keys()
        if old[path] != new[path]
    ]
    for path, entry in added.items():
        if source := renames.get(path):
            changes.append(change(store, path, "renamed", removed.pop(source), entry, source))
        else:
            changes.append(change(store, path, "added", None, entry))
    changes += [change(store, path, "removed", entry, None) for path, entry in removed.items()]
    return sorted(changes, key=lambda item: item.path)


def find_renames(store: ObjectStore, removed: Files, added: Files) -> Iterator[tuple[str, str]]:
    """Pairs (new path, old path): identical contents first, then the most similar."""
    scored = sorted(
        (
            (-similarity(read(store, before), read(store, after)), new, old)
            for new, after in added.items()
            for old, before in removed.items()
        ),
    )
    taken: set[str] = set()
    for score, new, old in scored:
        if -score >= RENAME_SIMILARITY and new not in taken and old not in taken:
            taken |= {new, old}
            yield new, old


def similarity(one: bytes, other: bytes) -> float:
    """The share of the larger file's bytes that stands in lines of both, as git estimates it."""
    if one == other:
        return 1.0
    if not one or not other:
        return 0.0
    shared = Counter(one.splitlines(keepends=True)) & Counter(other.splitlines(keepends=True))
    return sum(len(line) * count for line, count in shared.items()) / max(len(one), len(other))


def read(store: ObjectStore, entry: Entry | None) -> bytes:
    if entry is None:
        return b""
    if entry.mode == SUBMODULE:
        return f"Subproject commit {entry.sha}\n".encode()
    return store.read("blob", entry.sha)


def change(
    store: ObjectStore,
    path: str,
    status: str,
    before: Entry | None,
    after: Entry | None,
    previous_path: str | None = None,
) -> FileChange:
    entry = after or before
    assert entry is not None
    patch, additions, deletions = make_patch(read(store, before), read(store, after))
    return FileChange(
        path, status, entry.sha, entry.mode, additions, deletions, patch, previous_path
    )


@lru_cache(maxsize=256)
def make_patch(old: bytes, new: bytes) -> tuple[str | None, int, int]:
    """(the unified diff without file headers, added lines, deleted lines)."""
    if is_binary(old) or is_binary(new):
        return None, 0, 0
    before, after = lines(old), lines(new)
    hunks = [hunk_text(before, after, group) for group in grouped(before, after)]
    body = [line for hunk in hunks for line in hunk[1:]]
    added = sum(line.startswith("+") for line in body)
    deleted = sum(line.startswith("-") for line in body)
    return "\n".join(line for hunk in hunks for line in hunk) or None, added, deleted


def lines(data: bytes) -> list[str]:
    """Lines with their ends, split at newlines alone, as git does."""
    return re.findall(r"[^\n]*\n|[^\n]+", data.decode("utf-8", "replace"))


Opcode = tuple[str, int, int, int, int]


def grouped(before: list[str], after: list[str]) -> Iterator[list[Opcode]]:
    """Groups of edits with their context, one a hunk."""
    # Equal ends are cut off first: they are most of the file, and difflib is slow on them.
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    start, end = max(0, start - CONTEXT), max(0, end - CONTEXT)
    middle = SequenceMatcher(
        None, before[start : len(before) - end], after[start : len(after) - end], autojunk=False
    )
    for group in middle.get_grouped_opcodes(CONTEXT):
        if any(tag != "equal" for tag, *_ in group):
            yield [(tag, a + start, b + start, c + start, d + start) for tag, a, b, c, d in group]


def hunk_text(before: list[str], after: list[str], group: list[Opcode]) -> list[str]:
    first, last = group[0], group[-1]
    old_side, new_side = span(first[1], last[2]), span(first[3], last[4])
    text = [f"@@ -{old_side} +{new_side} @@"]
    for tag, old_start, old_end, new_start, new_end in group:
        if tag == "equal":
            text += marked(" ", before[old_start:old_end])
        else:
            text += marked("-", before[old_start:old_end])
            text += marked("+", after[new_start:new_end])
    return text


def span(start: int, end: int) -> str:
    """A hunk header's `line,count`; an empty side names the line before it."""
    length = end - start
    if length == 1:
        return f"{start + 1}"
    return f"{start + 1 if length else start},{length}"


def marked(sign: str, side: list[str]) -> Iterator[str]:
    for line in side:
        yield sign + line.removesuffix("\n")
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"


def commentable_lines(patch: str | None) -> dict[str, list[range]]:
    """The line ranges of each hunk by side, `LEFT` and `RIGHT`; a comment elsewhere is refused."""
    sides: dict[str, list[range]] = {"LEFT": [], "RIGHT": []}
    headers = re.findall(r"^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@", patch or "", re.MULTILINE)
    for old_start, old_count, new_start, new_count in headers:
        for side, start, count in (("LEFT", old_start, old_count), ("RIGHT", new_start, new_count)):
            sides[side].append(range(int(start), int(start) + int(count or 1)))
    return sides
