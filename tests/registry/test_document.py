"""A registry file read as a whole: entries with their lines, and what could not be read."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.document import MAX_SECTIONS, Document, Entry, Lines, read_document
from registry.nodes import Mapping, Node, Scalar, Sequence, plain_value
from registry.problem import ProblemKind
from tests.registry.real import TEXT, damaged

SCHEMA = "## Schema\n\n```yaml\nid: # B<n>\nname: # text\n```\n"
FENCES = [
    ("```yaml\n", "```\n"),
    ("\n```yaml\n\n", "```\n"),
    ("---\n", "---\n"),
    ("~~~yml\n", "~~~\n"),
]
ENDS = ["", "é", " 漢字", " 💥", "\u00a0z", " a `code` b"]

# How a field with the texts {0} and {1} can be written.
FIELDS = [
    "{2}: {0}, {1}\n",
    '{2}:   "{0}: {1}"  # why\n',
    "{2}: |\n  {0}\n\n  {1}\n\n",
    "{2}: >-\n    {0}\n    {1}\n# why\n",
    "{2}: {0}\n  {1}\n",
    "{2}: '{0}\n\n  {1}'\n",
    "{2}: # why\n  {0} {1}\n",
    "{2}: [{0}, {1}]\n",
    "{2}: [{0},\n  # why\n\n  {1}\n  ]\n",
    "{2}:\n  - {0}\n  # why\n\n  - {1}\n",
    "{2}:\n- {0}\n- '{1}'\n\n",
    "{2}:\n  -\n    {0}\n  - >\n    {1}\n",
    "{2}:\n  - Name: {0}\n\n  # why\n  - {1}: b\n",
    "{2}:\n  - {{a: {0}, b: {1}}}  # why\n",
    "{2}:\n  - a: {0}\n    # why\n    b: |\n      {1}\n\n",
    "{2}: {{a: {0},\n  b: [{1}]}}\n",
]


@st.composite
def blocks(draw: st.DrawFn) -> str:
    """Return a block whose every text occurs once in it, written in any of YAML's ways."""
    written = []
    for number in range(draw(st.integers(1, 6))):
        texts = [f"t{number}{which}t{draw(st.sampled_from(ENDS))}" for which in "xy"]
        written.append(draw(st.sampled_from(FIELDS)).format(*texts, f"f{number}"))
    return "".join(written)


@st.composite
def registries(draw: st.DrawFn) -> str:
    """Return a file of some entries, with either fence and line end, with or without a mark."""
    sections = [f"# T\n\n{SCHEMA}"]
    for number in range(1, draw(st.integers(2, 4))):
        opening, closing = draw(st.sampled_from(FENCES))
        headings = [f"## B{number}: é", f"## B{number}"]
        # Only a block between dashes may go without a heading.
        heading = draw(st.sampled_from([*headings, ""] if opening == "---\n" else headings))
        block = f"id: B{number}\n{draw(blocks())}"
        prose = draw(st.sampled_from(["", "Prose.\n", "\n```\n## B9: x\n```\n\n"]))
        sections.append(f"{heading}\n{opening}{block}{closing}{prose}")
    ending = draw(st.sampled_from(["\n", "\r\n"]))
    return draw(st.sampled_from(["", "\ufeff"])) + "\n".join(sections).replace("\n", ending)


def nodes(node: Node) -> list[Node]:
    """Return the node and all below it."""
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Sequence):
        return [node, *(one for item in node.items for one in nodes(item))]
    return [node, *(one for pair in node.pairs for one in (pair.key, *nodes(pair.value)))]


def assert_lines_hold_text(entry: Entry, lines: list[str]) -> None:
    """Each node's lines begin with its first text and end with its last, and hold it all."""
    block = entry.section.block
    for pair in block or ():
        at = entry.at_field(pair.key.text)
        assert lines[at.start - 1].lstrip().startswith(f"{pair.key.text}:")
        assert at.end == max(at.start, entry.at(pair.value).end)
        for node in nodes(pair.value):
            at = entry.at(node)
            held = lines[at.start - 1 : at.end]
            assert node.source in "\n".join(held)
            assert held[0].endswith(first := node.source.split("\n")[0]) or first in held[0]
            assert node.source.split("\n")[-1] in held[-1]
            if isinstance(node, Scalar):
                assert all(word in node.source for word in node.text.split())
                assert not node.source or held[-1].strip()


@given(registries())
def test_every_value_stands_on_its_lines(text: str) -> None:
    """However values are written and fenced, the lines reported are those of the file."""
    document = read_document(text)
    assert document.problems == ()
    lines = text.removeprefix("\ufeff").replace("\r", "").split("\n")
    for number, entry in enumerate(document.entries, start=1):
        assert entry.id == f"B{number}"
        assert_lines_hold_text(entry, lines)
        (own,) = [n for n, line in enumerate(lines, start=1) if line == f"id: B{number}"]
        assert entry.at_field("id") == entry.at(entry.field("id")) == Lines(own, own)
    read = {word for e in document.entries for word in re.findall(r"t\d[xy]t", str(plain(e)))}
    assert read == set(re.findall(r"t\d[xy]t", text))


def plain(entry: Entry) -> object:
    return plain_value(entry.section.block) if entry.section.block else None


@pytest.mark.parametrize("text", [TEXT, TEXT.replace("\n", "\r\n"), "\ufeff" + TEXT])
def test_own_registry_is_read_line_by_line(text: str) -> None:
    """The published file has no problem, and every value of every entry stands on its lines."""
    document = read_document(text)
    assert document.problems == ()
    assert document.header
    assert document.header.count == len(document.entries) == len(document.by_id)
    lines = text.removeprefix("\ufeff").replace("\r", "").split("\n")
    assert lines[document.header.line - 1] == document.header.text
    for entry in document.entries:
        assert_lines_hold_text(entry, lines)
        assert lines[entry.line - 1] == f"## {entry.id}: {entry.name}"
        start = entry.line - 1 + entry.prose.line
        assert "\n".join(lines[start:]).startswith(entry.prose.text)
        assert lines[entry.line - 1 + entry.prose.end_line].strip()
        for name in ("blockers", "depends_on"):
            for item in entry.items(name):
                at = entry.at(item.node)
                assert item.text.strip('"') in "\n".join(lines[at.start - 1 : at.end])


def assert_sound(document: Document) -> None:
    last = document.text.count("\n") + 1
    for problem in document.problems:
        assert 1 <= problem.line <= problem.end_line <= last
    for entry in document.entries:
        for pair in entry.section.block or ():
            for lines in (entry.at_field(pair.key.text), entry.at(pair.value), entry.at(None)):
                assert 1 <= lines.start <= lines.end <= last


@given(st.text() | damaged())
def test_any_text_is_read(text: str) -> None:
    """No damage raises, and whatever is reported stands on a line that the file has."""
    document = read_document(text)
    assert_sound(document)
    for entry in document.entries:
        assert (
            entry.label,
            entry.section.unread_fields,
            entry.prose.words,
            entry.status,
        ) is not None
    assert set(document.highest) == {re.sub(r"\d", "", entry_id) for entry_id in document.by_id}


@given(st.binary(max_size=300))
def test_any_bytes_are_read(data: bytes) -> None:
    """Bytes taken for text one by one are read."""
    assert_sound(read_document(data.decode("latin-1")))


@pytest.mark.parametrize(
    "text",
    [
        "a" * 5_000_000,
        "\n" * 5_000_000,
        "\r" * 5_000_000,
        "\x00" * 5_000_000,
        "#" * 5_000_000,
        "`" * 5_000_000,
        "é\u2028" * 2_500_000,
        f"# T\n{SCHEMA}## B1: x\n```yaml\nname: {'a ' * 2_500_000}\n```\n",
        f"# T\n{SCHEMA}## B1: x\n```yaml\nname: {'[' * 5_000_000}\n```\n",
        f"# T\n{SCHEMA}## B1: x\n```yaml\nid: B1\n```\n{'Words. ' * 700_000}",
        f"# T\n{'v1 · ' * 1_000_000}\n{SCHEMA}",
    ],
    ids=lambda text: repr(text[40:60]),
)
def test_five_megabytes_are_read(text: str) -> None:
    """A file of any size below the limit is read to its end."""
    assert_sound(read_document(text))


def test_sections_beyond_counting_are_not_read() -> None:
    """What a file holds beyond any registry's size is one problem, where reading stopped."""
    text = "# T\n" + SCHEMA + "## B1: x\n---\nid: B1\n---\n" * MAX_SECTIONS
    document = read_document(text)
    assert len(document.entries) == MAX_SECTIONS - 1
    (problem,) = document.problems
    assert (problem.kind, problem.line) == (ProblemKind.FILE, document.entries[-1].line)
    assert f"over {MAX_SECTIONS} sections; what follows" in problem.message


def test_line_ends_do_not_matter() -> None:
    """CRLF and a byte order mark change nothing of what is read; a lone CR ends no line."""
    plain_document = read_document(TEXT)
    for text in (TEXT.replace("\n", "\r\n"), "\ufeff" + TEXT):
        assert read_document(text) == plain_document
    document = read_document(f"# T\n{SCHEMA}## B1: x\ry\n---\nid: B1\rname: z\n---\n## B2: y\n")
    assert [(entry.line, entry.name) for entry in document.entries] == [(8, "x y"), (12, "y")]


@pytest.mark.parametrize("entry", range(len(read_document(TEXT).entries)))
@pytest.mark.parametrize(
    ("bad", "good"), [("status: @open", 'status: "@open"'), ("status: *x", "")]
)
def test_mistake_in_one_entry_hides_no_other(entry: int, bad: str, good: str) -> None:
    """A refused line is one problem on its line; its entry and all others are read."""
    whole = read_document(TEXT)
    at = whole.entries[entry].at_field("status").start
    lines = TEXT.split("\n")
    lines[at - 1] = bad
    document = read_document("\n".join(lines))
    (problem,) = document.problems
    assert (problem.kind, problem.line, problem.end_line) == (ProblemKind.YAML, at, at)
    assert (problem.replacement or "") == good
    assert list(document.by_id) == list(whole.by_id)
    for before, after in zip(whole.entries, document.entries, strict=True):
        if before is not whole.entries[entry]:
            assert before == after
            continue
        kept = {key for key in before.section.block.by_key if key != "status"}
        assert all(plain_value(before.field(k)) == plain_value(after.field(k)) for k in kept)


def test_no_single_lost_line_hides_later_entries() -> None:
    """Any one line can be lost: entries that start behind it are all read, and read the same."""
    text = TEXT.partition("## B5")[0]
    whole = read_document(text)
    lines = text.split("\n")
    for lost in range(len(lines)):
        found = read_document("\n".join(lines[:lost] + lines[lost + 1 :])).by_id
        behind = [entry for entry in whole.entries if entry.line > lost + 1]
        assert [found[entry.id].section for entry in behind] == [e.section for e in behind]


def test_entries_are_indexed() -> None:
    """The first of an id is found by it, later ones are repeated, those without one are neither."""
    document = read_document(
        f"# T\n\n{SCHEMA}\n## B1: a\n---\nid: B1\ndepends_on: [B02, B9, x]\n---\n"
        "## B2: b\n---\nid: B02\ndepends_on: B1\n---\n"
        "## B1: again\n---\nid: B1\ndepends_on: [B7]\n---\n"
        "## Nameless\n---\nstatus: open\n---\n## C12: c\n---\nid: C12\n---\n"
    )
    assert {i: entry.name for i, entry in document.by_id.items()} == {
        "B1": "a", "B2": "b", "C12": "c"
    }  # fmt: skip
    assert [entry.name for entry in document.repeated] == ["again"]
    assert [entry.label for entry in document.entries][3] == "Nameless"
    assert document.dependencies == {"B1": ("B2", "B9"), "B2": ("B1",), "C12": ()}
    assert document.dependents == {"B2": ("B1",), "B9": ("B1",), "B1": ("B2",)}
    assert document.highest == {"B": 2, "C": 12}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["No entry was found", "no `## Schema` section"]),
        ("words", ["No entry was found", "no `## Schema` section"]),
        (SCHEMA, ["No entry was found"]),
        ("## B1: x\n---\nid: B1\n---\n", ["no `## Schema` section"]),
        (f"{SCHEMA}## B1: x\n", ["B1 has no YAML block"]),
        (f"{SCHEMA}## B1: x\n```yaml\n```\n", ["holds no field"]),
        (f"{SCHEMA}## B1: x\n```yaml\n# id: B1\n```\n", ["holds no field"]),
        (f"{SCHEMA}## B1: x\n```yaml\nid: B1\n", ["never closed"]),
        (f"{SCHEMA}## B1: x\n```yaml", ["holds no field", "never closed"]),
    ],
)
def test_what_cannot_be_read_is_said(text: str, expected: list[str]) -> None:
    """A file or entry of which nothing can be used is a problem, each said once."""
    problems = read_document(text).problems
    assert len(problems) == len(expected)
    for problem, words in zip(problems, expected, strict=True):
        assert words in problem.message


@pytest.mark.parametrize(
    ("value", "nodes_of", "items"),
    [
        ("[a, b]", 2, ["a", "b"]),
        ("a", 1, ["a"]),
        ("", 0, []),
        ("~", 0, []),
        ("[]", 0, []),
        ("[[a], [b, c], ~, '']", 4, ["a"]),
        ("\n  - Bug: it stalls\n  # why\n  - {a: b}\n  - a: b\n    c: d", 3, ["Bug: it stalls"]),
    ],
)
def test_list_field_takes_what_was_meant(value: str, nodes_of: int, items: list[str]) -> None:
    """A single value is a list of one, a list of one its item, a colon in a sentence a sentence."""
    (entry,) = read_document(f"{SCHEMA}## B1: x\n```yaml\nid: B1\nx: {value}\n```\n").entries
    assert len(entry.nodes("x")) == nodes_of
    assert [item.text for item in entry.items("x")] == items
    assert all(isinstance(one, Mapping) for one in entry.mappings("x"))


def test_newest_date_is_of_reviews_and_steps() -> None:
    """The latest day that any entry was reviewed or moved on; what is no day does not count."""
    entries = (
        "## B1: x\n---\nid: B1\nlast_reviewed: 2026-02-30\nstatus_history:\n"
        "  - {date: 2026-03-01, from: open}\n  - {date: soon}\n  - words\n---\n"
        "## B2: y\n---\nid: B2\nlast_reviewed: 2026-02-01\n---\n"
    )
    assert read_document(SCHEMA + entries).newest_date == date(2026, 3, 1)
    assert read_document(SCHEMA).newest_date is None
