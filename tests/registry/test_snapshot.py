"""The files of a commit, and what two commits share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry import document, sections, splitting
from registry.document import read_document
from registry.problem import Problem
from registry.snapshot import MAX_BYTES, Paths, decode, read_references, read_snapshot
from tests.registry.real import TEXT

PATHS = Paths()
REFERENCES = b"@misc{kwon2023,\n  title = {Paging},\n}\n"


@pytest.fixture
def blocks_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The YAML blocks that are parsed from now on, in order."""
    read: list[str] = []
    parse = sections.read_yaml

    def counted(text: str, first_line: int) -> object:
        read.append(text)
        return parse(text, first_line)

    monkeypatch.setattr(sections, "read_yaml", counted)
    return read


def test_unchanged_sections_are_read_once(blocks_read: list[str]) -> None:
    """A second version of a file costs the sections that differ, wherever the others moved to."""
    mark = "status: open\nestimated_unlock_value: "
    before = read_document(TEXT)
    blocks_read.clear()
    changed = TEXT.replace("## Schema", "A new line.\n\n## Schema", 1)
    changed = changed.replace(mark, f"# once only\n{mark}", 1)
    assert changed.count("\n") == TEXT.count("\n") + 3
    after = read_document(changed)
    assert len(blocks_read) == 1
    assert "# once only" in blocks_read[0]
    (own,) = [
        entry.id
        for old, entry in zip(before.entries, after.entries, strict=True)
        if entry.section is not old.section
    ]
    shifts = {entry.line - before.by_id[entry.id].line for entry in after.entries}
    assert shifts == {2, 3}
    assert after.by_id[own].line - before.by_id[own].line == 2
    read_document(TEXT)
    read_document(changed)
    assert len(blocks_read) == 1


def test_reordered_sections_are_read_once(blocks_read: list[str]) -> None:
    """Sections are shared whatever order they stand in."""
    parts = [TEXT[start:end] for start, end in splitting.split_sections(TEXT)]
    read_document("".join(parts))
    blocks_read.clear()
    parts = [part.rstrip("\n") + "\n\n" for part in parts]
    read_document("".join([parts[0], *reversed(parts[1:])]))
    last = sections.read_section(TEXT[splitting.split_sections(TEXT)[-1][0] :])
    assert blocks_read in ([], [last.block_text])


@pytest.mark.parametrize(
    ("data", "words", "line"),
    [
        (None, "gone", 1),
        (b"", "empty", 1),
        (b" \r\n\t", "empty", 1),
        (b"\x89PNG\0", "binary", 1),
        ("# T".encode("utf-16"), "binary", 1),
        (b"a" * (MAX_BYTES + 1), "over 16 MB", 1),
        (b"one\ntwo\ncaf\xe9\n", "0xe9", 3),
        (b"one\r\n\xff\r\n", "0xff", 2),
        (b"\xed\xa0\x80", "0xed", 1),
    ],
)
def test_unusable_bytes_say_why(data: bytes | None, words: str, line: int) -> None:
    """What is gone, empty, binary, too large or no UTF-8 is a problem where it shows."""
    problem = decode(data)
    assert isinstance(problem, Problem)
    assert words in problem.message
    assert problem.line == line


@given(st.binary(max_size=100) | st.text(max_size=50).map(str.encode))
def test_any_bytes_are_text_or_a_problem(data: bytes) -> None:
    """Text comes back byte for byte; all else is a problem on a line of the file."""
    read = decode(data)
    if isinstance(read, str):
        assert read.encode() == data
    else:
        assert 1 <= read.line <= data.count(b"\n") + 1


@given(st.fixed_dictionaries({path: st.none() | st.binary(max_size=80) for path in PATHS.all}))
def test_any_files_are_read(files: dict[str, bytes | None]) -> None:
    """Whatever the files hold, all of them are read to the end, and problems have a line."""
    side = read_snapshot(files, PATHS)
    assert side.is_lost or side.document.text
    assert side.premises
    issues = [*side.baselines.issues, *side.published.problems, *side.bibliography.problems]
    assert all(issue.line >= 1 for issue in issues)
    assert all(found.problem.line >= 1 for found in side.unreadable)


@pytest.mark.parametrize(
    ("files", "unreadable", "lost"),
    [
        ({PATHS.registry: TEXT.encode()}, [], False),
        ({PATHS.registry: TEXT.encode(), PATHS.references: None}, [], False),
        ({PATHS.registry: TEXT.encode(), PATHS.references: b"\n"}, [], False),
        ({PATHS.registry: TEXT.encode(), PATHS.references: b"\xff"}, [PATHS.references], False),
        ({}, [PATHS.registry], True),
        ({PATHS.registry: b"\xff", PATHS.references: b"\0"}, [PATHS.registry, PATHS.references],
         True),
    ],
)  # fmt: skip
def test_only_the_registry_has_to_be_there(
    files: dict[str, bytes | None], unreadable: list[str], lost: bool
) -> None:
    """A file that need not be there reads as empty; one that is no text is a problem."""
    snapshot = read_snapshot(files, PATHS)
    assert [problem.path for problem in snapshot.unreadable] == unreadable
    assert snapshot.is_lost is lost
    assert bool(snapshot.document.entries) is not lost


def test_files_are_those_that_the_paths_name() -> None:
    """A repository may keep the registry elsewhere."""
    paths = Paths(registry="a.md", references="b.bib")
    snapshot = read_snapshot({"a.md": TEXT.encode(), "b.bib": REFERENCES}, paths)
    assert snapshot.document == document.read_document(TEXT)
    assert snapshot.bibliography is read_references(REFERENCES.decode())
    assert snapshot.unreadable == ()
    assert paths.all[0] == "a.md"
