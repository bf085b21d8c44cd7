"""How long a review takes, and that it takes no longer in a registry fifty times as large.

Times are medians. "fresh" judges two snapshots that were just read and have been asked nothing yet;
"warm" judges the same two again, as a server does after a push. The whole process runs with its
bytecode cached, as an installed command does.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import TypeVar

from registry.document import read_document
from registry.refresh import refresh
from registry.sections import read_section
from registry.snapshot import Paths, Snapshot, read_references, read_snapshot
from rules.review import review

TODAY = date(2026, 5, 1)
PATHS = Paths()
ROOT = Path(__file__).parents[1]
SIZES = (18, 1000)

Files = Mapping[str, bytes | None]
T = TypeVar("T")


def main() -> None:
    files = {path: ROOT.joinpath(path).read_bytes() for path in PATHS.all if (ROOT / path).exists()}
    text = files[PATHS.registry].decode()
    print(f"{'ms':28} " + " ".join(f"{f'{size} entries':>14}" for size in SIZES) + "   ratio")
    columns = []
    for size in SIZES:
        before = files | {PATHS.registry: enlarged(text, size).encode()}
        columns.append(pure(before, files | {PATHS.registry: edited(enlarged(text, size))}))
    for row in columns[0]:
        small, large = columns[0][row], columns[1][row]
        print(f"{row:28} {small:14.1f} {large:14.1f} {large / small:7.1f}")
    whole, nothing = process(files)
    print(f"{'registry-bot review':28} {whole:14.0f}")
    print(f"{'python -c pass':28} {nothing:14.0f}")


def pure(before: Files, after: Files) -> dict[str, float]:
    """Return the times, in ms, of reading both sides and of judging the change."""
    first, second, fresh = [], [], []
    for _ in range(7):
        read_section.cache_clear()
        read_references.cache_clear()
        old, time_of_first = timed(partial(read_snapshot, before, PATHS))
        new, time_of_second = timed(partial(read_snapshot, after, PATHS))
        first.append(time_of_first)
        second.append(time_of_second)
        fresh.append(timed(partial(judged, old, new))[1])
    warm = [timed(partial(judged, old, new))[1] for _ in range(31)]
    return {
        "reading the first snapshot": median(first),
        "reading the second snapshot": median(second),
        "review, fresh": median(fresh),
        "review, warm": median(warm),
    }


def judged(old: Snapshot, new: Snapshot) -> None:
    verdict = review(old, new, today=TODAY)
    assert len({change.entry_id for change in verdict.changes}) == 1, "one entry was edited"


def timed(work: Callable[[], T], clock: Callable[[], float] = process_time) -> tuple[T, float]:
    """Return a result and the ms it took: of this process, so that its neighbours do not count."""
    started = clock()
    result = work()
    return result, 1000 * (clock() - started)


def edited(text: str) -> bytes:
    """Return the registry with one entry edited: another priority and one more blocker."""
    blocker = "  - No ROCm build of FlashAttention-3 exists [arXiv:2407.08608]\n"
    text = text.replace("blockers:\n", f"blockers:\n{blocker}", 1)
    return text.replace("priority: 5\n", "priority: 4\n", 1).encode()


def enlarged(text: str, size: int) -> str:
    """Return a registry of `size` entries: copies under ids and names of their own."""
    document = read_document(text)
    entries = [entry.section.text for entry in document.entries]
    start = text.index(entries[0])
    copies = -(-size // len(entries))
    bodies = [
        renumbered(entry, copy, copy * len(entries)) for copy in range(copies) for entry in entries
    ]
    return refresh(text[:start] + "".join(body.rstrip("\n") + "\n\n" for body in bodies[:size]))


def renumbered(entry: str, copy: int, by: int) -> str:
    if not copy:
        return entry
    entry = re.sub(r"^(## .*|name: .*?)(\"?)$", rf"\1, case {copy}\2", entry, flags=re.MULTILINE)
    return re.sub(r"\bB(\d{1,2})\b", lambda match: f"B{int(match[1]) + by}", entry)


def process(files: Files) -> tuple[float, float]:
    """Return the times of a whole review and of a Python that does nothing, in ms."""
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder, "repository")
        for path, data in files.items():
            place = top / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data or b"")
        person = ["-c", "user.name=A. Person", "-c", "user.email=person@example.org"]
        for arguments in (["init", "-b", "main"], ["add", "."], [*person, "commit", "-m", "Start"]):
            subprocess.run(["git", *arguments], cwd=top, check=True, capture_output=True)
        registry = top / PATHS.registry
        registry.write_bytes(edited(registry.read_text()))
        bytecode = {"PYTHONPYCACHEPREFIX": str(Path(folder, "bytecode"))}
        env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | bytecode
        command = [str(Path(sys.executable).with_name("registry-bot")), "review", "--offline"]
        nothing = [sys.executable, "-c", "pass"]
        return elapsed(command, top, env), elapsed(nothing, top, env)


def elapsed(command: list[str], folder: Path, env: dict[str, str]) -> float:
    """Return the median of seven runs, after one that fills the caches."""

    def run() -> None:
        subprocess.run(command, cwd=folder, env=env, capture_output=True, check=False)

    run()
    return median(timed(run, perf_counter)[1] for _ in range(7))


if __name__ == "__main__":
    main()
