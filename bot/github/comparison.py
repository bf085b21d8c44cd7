"""What GitHub's comparison of two commits says: where they parted, and which lines it shows."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_HUNK = re.compile(r"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The merge base, and by path the head's lines (from 1) within each hunk of the diff.

    A file whose diff GitHub leaves out, for its size or because it is binary, has no hunks.
    """

    merge_base: str
    hunks: Mapping[str, tuple[range, ...]]


def read_comparison(answer: Mapping[str, Any], paths: tuple[str, ...]) -> Comparison:
    """Read the answer of REST compare, keeping the hunks of `paths` alone."""
    files = answer.get("files") or ()
    return Comparison(
        merge_base=answer["merge_base_commit"]["sha"],
        hunks={
            file["filename"]: head_lines(file.get("patch") or "")
            for file in files
            if file["filename"] in paths
        },
    )


def head_lines(patch: str) -> tuple[range, ...]:
    """Return the lines of the new side, from 1, that each hunk of a unified diff covers."""
    found = ((int(start), int(count or 1)) for start, count in _HUNK.findall(patch))
    return tuple(range(start, start + count) for start, count in found)
