"""The registry's files at one commit, read."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from registry.document import Document, read_document
from registry.problem import Problem, ProblemKind
from registry.references import Bibliography, read_bibliography

if TYPE_CHECKING:
    from registry.baselines.model import Baselines
    from registry.projection.premises import Premises
    from registry.published import Published

MAX_BYTES = 16_000_000
"""A file larger than this is not read: thousands of entries stay far below it."""


@dataclass(frozen=True, slots=True)
class Paths:
    """Where a repository keeps the registry's files."""

    registry: str = "registry/data/bottleneck_registry.md"
    baselines: str = "registry/data/baselines.yaml"
    references: str = "registry/data/references.bib"
    published: str = "registry/data/published.yaml"
    ledger: str = "registry/data/ledger.csv"

    @property
    def all(self) -> tuple[str, ...]:
        return (self.registry, self.baselines, self.references, self.published, self.ledger)


@dataclass(frozen=True, slots=True)
class FileProblem:
    """A problem in the file at `path`; its lines count from 1."""

    path: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The parsed files of one commit. A file that need not be there reads as empty.

    Most changes leave the numbers alone: what reads them is imported when they are first asked for.
    `unreadable` holds the files that could not be used at all; problems inside the registry file
    are in `document.problems`.
    """

    paths: Paths
    document: Document
    bibliography: Bibliography
    unreadable: tuple[FileProblem, ...] = ()
    baselines_text: str = ""
    published_text: str = ""

    @property
    def baselines(self) -> "Baselines":
        return _read_baselines(self.baselines_text)

    @property
    def published(self) -> "Published":
        return _read_published(self.published_text)

    @property
    def premises(self) -> "Premises":
        """What the projection is computed from."""
        from registry.projection.premises import Premises  # noqa: PLC0415 - see the class

        return Premises(self.baselines, self.published, self.document.statuses)

    @property
    def is_lost(self) -> bool:
        """Whether the registry file itself could not be used, so that its entries are unknown."""
        return any(problem.path == self.paths.registry for problem in self.unreadable)


def read_snapshot(files: Mapping[str, bytes | None], paths: Paths) -> Snapshot:
    """Read the files at `paths` from `files` (path → bytes, None or missing when absent)."""
    unreadable: list[FileProblem] = []
    registry = _text(files, paths.registry, unreadable, required=True)
    references = _text(files, paths.references, unreadable)
    baselines = _text(files, paths.baselines, unreadable)
    published = _text(files, paths.published, unreadable)
    return Snapshot(
        paths=paths,
        document=read_document(registry),
        bibliography=read_references(references),
        unreadable=tuple(unreadable),
        baselines_text=baselines,
        published_text=published,
    )


@lru_cache(maxsize=8)
def _read_baselines(text: str) -> "Baselines":
    from registry.baselines.model import EMPTY  # noqa: PLC0415 - see Snapshot
    from registry.baselines.reader import read_baselines  # noqa: PLC0415 - see Snapshot

    return read_baselines(text) if text.strip() else EMPTY


@lru_cache(maxsize=8)
def _read_published(text: str) -> "Published":
    from registry.published import read_published  # noqa: PLC0415 - see Snapshot

    return read_published(text)


@lru_cache(maxsize=8)
def read_references(text: str) -> Bibliography:
    """Read a bibliography; the two sides of a change mostly share one, which is then read once."""
    return read_bibliography(text) if text.strip() else Bibliography()


def _text(
    files: Mapping[str, bytes | None],
    path: str,
    unreadable: list[FileProblem],
    *,
    required: bool = False,
) -> str:
    data = files.get(path)
    if not required and not (data or b"").strip():
        return ""
    text = decode(data)
    if isinstance(text, str):
        return text
    unreadable.append(FileProblem(path, text))
    return ""


def decode(data: bytes | None) -> str | Problem:
    """Return the text of a file, or what is wrong with its bytes. Lines count from 1."""
    if data is None:
        return _file_problem("The file is gone.", "Put it back; to rename it, ask a maintainer.")
    if not data.strip():
        return _file_problem("The file is empty.", "Restore its content from the base branch.")
    if len(data) > MAX_BYTES:
        return _file_problem(
            f"The file is over {MAX_BYTES / 1e6:.0f} MB, so it was not read.",
            "Remove what does not belong in it.",
        )
    if b"\0" in data:
        return _file_problem(
            "The file is binary, not text.", "Save it as plain text in UTF-8 and commit it again."
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _file_problem(
            f"The file is not UTF-8: byte 0x{data[error.start]:02x} cannot be read.",
            "Save the file as UTF-8 and commit it again.",
            1 + data.count(b"\n", 0, error.start),
        )


def _file_problem(message: str, help_: str, line: int = 1) -> Problem:
    return Problem(ProblemKind.FILE, line, message, help_)
