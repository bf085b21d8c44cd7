"""Where sections and their blocks begin and end, whatever stands around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.problem import ProblemKind
from registry.sections import MAX_ITEMS, Section, SectionKind, read_section
from registry.splitting import split_sections
from tests.registry.real import damaged


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sections(text)][1:]


def sections(text: str) -> list[Section]:
    return [read_section(part) for part in cut(text)]


def ids(text: str) -> list[str | None]:
    return [one.id for one in sections(text) if one.kind is SectionKind.ENTRY]


@given(st.text() | damaged())
def test_sections_are_the_whole_text(text: str) -> None:
    """Nothing stands between two sections, and nothing in two of them."""
    spans = split_sections(text)
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(start < end for start, end in spans[1:])


@given(damaged())
def test_parts_of_a_section_stand_within_it(text: str) -> None:
    """Heading, block, prose and problems follow each other on lines that the section has."""
    for section in sections(text.replace("\r", " ")):
        last = section.text.count("\n")
        lines = section.text.split("\n")
        assert -1 <= section.block_line <= section.block_end_line <= last
        assert section.block_end_line < section.prose.line
        if section.prose.text:
            assert "\n".join(lines[section.prose.line :]) == section.prose.text
        for problem in section.problems:
            assert 0 <= problem.line <= problem.end_line <= last


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        ("```yaml\nid: B1\n```\n", (1, 3)),
        ("\n```yaml\nid: B1\n```\n", (2, 4)),
        ("```yaml\n\n\nid: B1\n\n```\n", (1, 6)),
        ("```yml\nid: B1\n```\n", (1, 3)),
        ("``` YAML title\nid: B1\n```  \n", (1, 3)),
        ("```\nid: B1\n```\n", (1, 3)),
        ("~~~ yaml\nid: B1\n```\n~~~\n", (1, 4)),
        ("````yaml\nid: B1\n`````\n", (1, 3)),
        ("   ```yaml\n   id: B1\n  ```\n", (1, 3)),
        ("---\nid: B1\n---\n", (1, 3)),
        ("\n\n---  \nid: B1\nname: x\n--- \n", (3, 6)),
        ("```python\nid: B9\n```\n```yaml\nid: B1\n```\n", (4, 6)),
        ("```\nno fields\n```\n```yaml\nid: B1\n```\n", (4, 6)),
        ("<!--\n```yaml\nid: B9\n```\n-->\n```yaml\nid: B1\n```\n", (6, 8)),
        ("<!-- open\n```yaml\nid: B1\n```\n", (2, 4)),
    ],
)
def test_block_is_found(block: str, lines: tuple[int, int]) -> None:
    """Both ways of fencing are read, with the lines of the fences; what follows is prose."""
    (section,) = sections(f"## A name\n{block}Prose.\n\nMore.\n")
    assert section.block_id == "B1"
    assert (section.block_line, section.block_end_line) == lines
    assert (section.prose.text, section.prose.line) == ("Prose.\n\nMore.\n", lines[1] + 1)


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("## B1: Name", ("B1", "Name")),
        ("## B1 — Name", ("B1", "Name")),
        ("##\tB01. Name", ("B1", "Name")),
        ("## B1: Name ##", ("B1", "Name")),
        ("## B1: Kernels in C#", ("B1", "Kernels in C#")),
        ("## B1: Kernels in C# ###  ", ("B1", "Kernels in C#")),
        ("   ## B1: Name", ("B1", "Name")),
        ("## A name", (None, "A name")),
        ("## ##", (None, "")),
    ],
)
def test_heading_is_read(heading: str, found: tuple[str | None, str]) -> None:
    """A heading is id and name, and the `#`s that may close it are no part of it."""
    (section,) = sections(f"# Title\n\n{heading}\n\n```yaml\nstatus: open\n```\n")
    assert (section.heading_id, section.heading_name) == found
    assert (section.id, section.name) == found
    assert section.kind is SectionKind.ENTRY


def test_block_speaks_before_the_heading() -> None:
    """Where heading and block disagree the block holds, and both stay known."""
    (section,) = sections("## B2: Two\n```yaml\nid: B1\nname: One\n```\n")
    assert (section.id, section.name) == ("B1", "One")
    assert (section.heading_id, section.heading_name) == ("B2", "Two")
    assert (section.block_id, section.problems) == ("B1", ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## B1: a\n```yaml\nid: B1\n```\n## B2: b\n", ["B1", "B2"]),
        ("---\nid: B1\n---\nprose\n---\nname: b\nid: B2\n---\n", ["B1", "B2"]),
        ("## B1: a\n---\nid: B1\n---\nprose\n\n---\nid: B2\n---\n", ["B1", "B2"]),
        ("---\nid: B1\n---\nprose\n\n---\n\nNote: prose\n\n---\nid: B2\n---\n", ["B1", "B2"]),
        ("---\ntitle: of the page\n---\n## B1: a\n", ["B1"]),
        ("## B1: a\nprose\n---\nNote: b\n---\nc\n", ["B1"]),
        ("### B1: a\n#B2: b\n##B3: c\n    ## B4: d\n\\## B5: e\n> ## B6: f\n", []),
        ("## B1: a\n### B2: b\n## Notes\n## B3\n", ["B1", "B3"]),
        ("## B1: a\n```\n## B2: b\n```\n## B3: c\n", ["B1", "B3"]),
        ("## B1: a\n~~~text\n## B2: b\n```\n~~~\n## B3: c\n", ["B1", "B3"]),
        ("````md\n## B1: a\n```yaml\nid: B1\n```\n````\n## B2: b\n", ["B2"]),
        ("<!--\n## B1: a\n-->\n## B2: b\n", ["B2"]),
        ("<!-- ## B1: a -->\n## B2: b\n", ["B2"]),
        ("<!--\n```\n-->\n## B2: b\n```\n## B3: c\n```\n", ["B2"]),
        ("```\n<!--\n```\n## B2: b\n-->\n", ["B2"]),
        ("## B1: a `<!--`\n## B2: b\n-->\n", ["B1", "B2"]),
        ("``` a `b`\n## B1: a\n", ["B1"]),
    ],
)
def test_entries_are_told_from_what_looks_like_them(text: str, expected: list[str]) -> None:
    """Text in fences and comments starts no entry; deeper and quoted headings do not either."""
    assert ids(text) == expected


@pytest.mark.parametrize("lost", ["```yaml\nid: B1", "~~~yaml\nid: B1", "```\nsome code", "<!--"])
@pytest.mark.parametrize("tail", ["", "\n", "\n\nprose\n\n"])
def test_what_is_left_open_swallows_no_later_entry(lost: str, tail: str) -> None:
    """A fence or comment without its partner ends where the next entry begins."""
    text = f"## B1: a\n{lost}{tail}"
    later = "\n## B2: b\n```yaml\nid: B2\nname: b\n```\nprose\n## B3: c\n```yaml\nid: B3\n```\n"
    assert ids(text) == ["B1"]
    first, *others = sections(text + later)
    assert [one.name for one in (first, *others)] == ["a", "b", "c"]
    assert [one.problems for one in others] == [(), ()]
    (problem,) = first.problems
    assert problem.kind is ProblemKind.SECTION


@pytest.mark.parametrize("heading", ["", "## B1: One\n\n"])
@pytest.mark.parametrize(
    "behind",
    [
        "---\nid: B2\nname: Two\n---\n\nMore.\n",
        "---\nname: Two\nid: B2\n---\n\nMore.\n",
        "---\nid: B2\nname: Two\n\nMore.\n",
        "## B2: Two\n---\nid: B2\n---\n\nMore.\n",
        "## B2: Two\n\n```yaml\nid: B2\n```\n\nMore.\n",
        "## B2: Two\n\n---\nid: B2\n",
        "",
    ],
)
def test_dashes_never_closed_end_with_their_fields(heading: str, behind: str) -> None:
    """An entry whose closing dashes are missing is read, says so, and takes no other with it."""
    opening = f"{heading}---\nid: B1\nname: One\nblockers:\n  - one\n"
    text = f"{opening}  \nIts prose: all of it.\n\n{behind}"
    first, *others = sections(text)
    assert [one.id for one in (first, *others)] == (["B1", "B2"] if behind else ["B1"])
    (problem,) = first.problems
    at = heading.count("\n")
    assert (problem.kind, problem.line, problem.end_line) == (ProblemKind.SECTION, at, at)
    assert problem.message.startswith("This `---` is never closed")
    assert first.block
    assert first.block.by_key.keys() == {"id", "name", "blockers"}
    assert first.prose.text.strip() == "Its prose: all of it."
    assert all(other.text == behind for other in others)


@pytest.mark.parametrize(
    "text",
    [
        "## Aside\n\n---\nNote: words\n",
        "## B1: x\n\nWords.\n\n---\nNote: words\n",
        "---\nid: # B<n>\nstatus: # open\n",
        "---\nNote: words\n\nid: words\n",
        "----\nid: B1\n",
    ],
)
def test_dashes_without_an_id_open_no_entry(text: str) -> None:
    """A rule between paragraphs is no block that was left open."""
    assert not any("`---`" in p.message for one in sections(text) for p in one.problems)


_ENTRY = "```yaml\nid: {0}\nname: n\ndepends_on:\n  - B1\nstatus: open\n```\n\nProse of {0}.\n\n"


@pytest.mark.parametrize("before", ["", "# T\n\n", "## Schema\n```yaml\nid: # B<n>\n```\n\n"])
@pytest.mark.parametrize("lost", ["", "#B2: b\n", "B2: b\n\n", "     ## B2: b\n"])
def test_entry_that_lost_its_heading_is_read(before: str, lost: str) -> None:
    """A whole entry in a fence is one, says that its heading is missing, and joins no other."""
    text = f"{before}## B1: a\n{_ENTRY.format('B1')}{lost}{_ENTRY.format('B2')}"
    *_, first, second = sections(text)
    assert (first.id, first.problems, second.id) == ("B1", (), "B2")
    assert first.prose.text.strip().startswith("Prose of B1.")
    (problem,) = second.problems
    assert (problem.kind, problem.line) == (ProblemKind.SECTION, 0)
    assert "no heading" in problem.message
    alone = sections(f"{before}{_ENTRY.format('B1')}## B2: b\n{_ENTRY.format('B2')}")[-2:]
    assert [one.id for one in alone] == ["B1", "B2"]


def test_fence_with_less_than_an_entry_is_prose() -> None:
    """An example of some fields, behind an entry's own block, begins no entry."""
    text = f"## B1: a\n{_ENTRY.format('B1')}```yaml\nid: B2\nname: b\n```\n"
    assert ids(text) == ["B1"]


@pytest.mark.parametrize(
    ("fields", "kept"),
    [
        ("blockers:\n" + "  - x\n" * (MAX_ITEMS + 9), {"blockers": MAX_ITEMS}),
        ("".join(f"k{number}: x\n" for number in range(MAX_ITEMS + 9)), {}),
    ],
)
def test_what_no_entry_holds_is_not_read(fields: str, kept: dict[str, int]) -> None:
    """Fields and items beyond counting are one problem, at the first that is left out."""
    (section,) = sections(f"## B1: a\n```yaml\nid: B1\n{fields}```\n")
    (problem,) = section.problems
    assert problem.kind is ProblemKind.SECTION
    assert f"more than {MAX_ITEMS}" in problem.message
    first_line = 4 if kept else 2  # of what is counted
    assert problem.line == first_line + MAX_ITEMS
    assert section.block
    assert len(section.block.pairs) == (2 if kept else MAX_ITEMS)
    assert {name: len(section.nodes(name)) for name in kept} == kept


def test_open_block_ends_at_its_first_empty_line() -> None:
    """The fields of a block that is never closed are read, and its prose stays prose."""
    (section,) = sections("## B1: a\n```yaml\nid: B1\nstatus: open\n\nprose: not a field\n")
    assert section.block
    assert [pair.key.text for pair in section.block] == ["id", "status"]
    assert (section.prose.text, section.prose.line) == ("\nprose: not a field\n", 4)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("## Schema\n```yaml\nid: # B<n>\n```\n", SectionKind.SCHEMA),
        ("## Schema (v0.2)\n", SectionKind.SCHEMA),
        ("## Fields\n```yaml\nid: # B<n>\nstatus: # open | closed\n```\n", SectionKind.ASIDE),
        ("## How to add an entry\n\nWords.\n", SectionKind.ASIDE),
        ("## Example\n```yaml\nmodel: x\n```\n", SectionKind.ASIDE),
        ("## Example\n```yaml\nstatus: open\n```\n", SectionKind.ENTRY),
        ("## B1\n", SectionKind.ENTRY),
        ("---\nid: 7\n---\n", SectionKind.ENTRY),
    ],
)
def test_kind_of_section(text: str, kind: SectionKind) -> None:
    """An id, or a block that names an entry, makes an entry; a community's own text is left be."""
    (section,) = sections(text)
    assert section.kind is kind


@pytest.mark.parametrize(
    ("fields", "unread"),
    [
        ("a: 1\nb: *x\nc: 2\n", {"b"}),
        ("a: 1\nb:\n  - 1\n  - *x\nc: 2\n", {"b"}),
        ("a: @key\n", set()),
        ("a: {b: 1, b: 2}\n", {"a"}),
        ("*x\na: 1\n", set()),
        ("a:\n" + "  b: 1\n" * 5_000 + "c: *x\n", {"a", "c"}),
    ],
)
def test_fields_that_lost_a_line_are_known(fields: str, unread: set[str]) -> None:
    """A refused line belongs to the field above it; a mended one is read."""
    (section,) = sections(f"## B1: a\n```yaml\n{fields}```\nb: prose\n")
    assert section.unread_fields == unread


@pytest.mark.parametrize(
    "text",
    [
        "<!--\n" * 40_000,
        "<!-- -->\n" * 20_000 + "<!--\n" * 20_000,
        "## B1: a\n~~~yaml\n" * 10_000,
        "~~~a\n## B1: a\n" * 10_000 + "~~~yaml\n",
        "```a\n## B1: a\n```yaml\n" * 8_000,
        "## B1: a\n" + "---\nk: v\n" * 40_000,
        "## B1: a\n```" + " " * 200_000 + "`\n",
        "## B1: a\n" + "~" * 200_000 + "`\n",
        "".join("`" * length + "a\n## B1: a\n" for length in range(3, 200)),
        "## B1" + " " * 200_000 + "x",
        "## " + "B" * 200_000 + "1: x",
        "## B1" + " " * 200_000 + "#" * 200_000 + "x",
    ],
)
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    """Text that opens something on every line is read in about the time that its length takes."""
    assert "".join(part.text for part in sections(text)) in text
