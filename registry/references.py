"""The bibliography that `@key` citations name: a BibTeX file as a mapping of keys.

bibtexparser reads the syntax. It is imported when the first bibliography is read, because its
import takes longer than most reviews; 140 entries are then read in under 20 ms.
"""

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

_CITABLE_KEY = re.compile(r"[A-Za-z0-9_]+(?:[:.#$%&+?~/-][A-Za-z0-9][A-Za-z0-9_]*)*")
_ESCAPED = re.compile(r"\\([&%$#_~])")
_YEAR = re.compile(r"\b[12][0-9]{3}\b")
_DOI_PREFIX = re.compile(r"(?:doi:\s*|https?://(?:dx\.|www\.)?doi\.org/)", re.IGNORECASE)
_ARXIV_PREFIX = re.compile(
    r"(?:arxiv:\s*|https?://(?:www\.)?arxiv\.org/(?:abs|pdf)/)", re.IGNORECASE
)
_URL_MACRO = re.compile(r"\\url\s*\{")


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry. Fields that it does not state are None, `line` counts from 1.

    `doi` and `arxiv` are bare identifiers, without prefix or resolver; `url` is as written.
    """

    key: str
    title: str
    year: int | None
    url: str | None
    doi: str | None
    arxiv: str | None
    line: int


@dataclass(frozen=True, slots=True)
class ReferenceProblem:
    """What could not be read, in one sentence; `line` counts from 1."""

    line: int
    message: str


@dataclass(frozen=True)
class Bibliography(Mapping[str, Reference]):
    """References by key, in the file's order; keys are case-sensitive, as in Pandoc."""

    references: Mapping[str, Reference] = field(default_factory=dict)
    problems: tuple[ReferenceProblem, ...] = ()

    def __getitem__(self, key: str) -> Reference:
        return self.references[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.references)

    def __len__(self) -> int:
        return len(self.references)


def read_bibliography(text: str) -> Bibliography:
    """Read a BibTeX file. Never raises; `problems` says what could not be read.

    Of entries with the same key the first one counts. An entry that states a field twice is a
    problem too, but its key stays known: citing it is no mistake of the one who cites.
    """
    references: dict[str, Reference] = {}
    problems: list[ReferenceProblem] = []
    for block in _blocks(text.removeprefix("\ufeff")):
        line = block.start_line + 1
        entry, message = _entry_of(block, references)
        if message:
            problems.append(ReferenceProblem(line, message))
        if entry is not None:
            references[entry.key] = _reference(entry, line)
    return Bibliography(references, tuple(problems))


def _blocks(text: str) -> list[Any]:
    from bibtexparser.entrypoint import parse_string  # noqa: PLC0415 - see the module's docstring

    # What it could not read comes back as a block; its own warnings would only say so twice.
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    return list(parse_string(text).blocks)


def _entry_of(block: Any, known: Mapping[str, Reference]) -> tuple[Any, str]:
    """Return the block's entry, if it counts, and what is wrong with the block, if anything."""
    from bibtexparser import model  # noqa: PLC0415 - see the module's docstring

    entry, flaw = block, ""
    if isinstance(block, model.ParsingFailedBlock):
        entry, flaw = block.ignore_error_block, _flaw(block)
    if isinstance(entry, model.Entry):
        problem = _key_problem(entry.key, known)
        return (None if problem else entry), problem or flaw
    return None, flaw


def _flaw(block: Any) -> str:
    from bibtexparser import model  # noqa: PLC0415 - see the module's docstring

    if isinstance(block, model.DuplicateFieldKeyBlock):
        twice = ", ".join(f"`{name}`" for name in sorted(block.duplicate_keys))
        return f"This entry states {twice} more than once; the first counts."
    if isinstance(block, model.DuplicateBlockKeyBlock):
        return f"The abbreviation `{block.key}` is defined more than once; the first counts."
    reason = " ".join(str(getattr(block.error, "abort_reason", block.error)).split())
    return f"This entry cannot be read: {reason.rstrip('.')[:200]}."


def _key_problem(key: str, known: Mapping[str, Reference]) -> str:
    if not key:
        return "This entry has no key, so nothing can cite it."
    if key in known:
        return f"The key `{key}` is already taken on line {known[key].line}."
    if not _CITABLE_KEY.fullmatch(key):
        return "This entry's key is not one that `@key` can spell: use letters, digits, `_`, `-`."
    return ""


def _reference(entry: Any, line: int) -> Reference:
    stated: dict[str, str] = {}
    for item in entry.fields:
        stated.setdefault(item.key.lower(), str(item.value).strip("{} \t\r\n"))
    year = _YEAR.search(stated.get("year") or stated.get("date", ""))
    url = _ESCAPED.sub(r"\1", _URL_MACRO.sub("", stated.get("url", "")))
    doi = _DOI_PREFIX.sub("", _ESCAPED.sub(r"\1", stated.get("doi", "")), count=1)
    return Reference(
        key=entry.key,
        title=_plain(stated.get("title", "")),
        year=int(year[0]) if year else None,
        url=url or None,
        doi=doi.lower() or None,
        arxiv=_arxiv(stated),
        line=line,
    )


def _arxiv(stated: Mapping[str, str]) -> str | None:
    """Return the e-print's id where arXiv is the archive, which is also BibTeX's default."""
    archive = stated.get("archiveprefix") or stated.get("eprinttype") or "arxiv"
    if archive.lower() != "arxiv":
        return None
    return _ARXIV_PREFIX.sub("", stated.get("eprint", ""), count=1) or None


def _plain(title: str) -> str:
    """Drop the braces that protect capitals, and the escapes that every title may need."""
    return " ".join(_ESCAPED.sub(r"\1", title).replace("{", "").replace("}", "").split())
