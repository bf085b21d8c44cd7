"""The schema is what the document's own comments say, in any community's words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.document import read_document
from registry.schema import FieldSpec, Kind, Schema, read_schema

CONTRACT = """\
id:                      # B<n>, stable, never recycled
name:                    # short canonical name
type:                    # physics | architecture | algorithm | stack | supply | ecosystem
priority:                # 1-5 (5 = gating frontier economics)
difficulty:              # 1-5 (5 = open research frontier)
status:                  # open | partial | resolved
estimated_unlock_value:  # short string: what the field gains if this one is resolved
depends_on:              # list of B<n> IDs whose resolution conditions or accelerates this one
known_solutions:         # list of {title, citation, maturity}
                         # maturity: research | partial | production | shipping | philosophical
blockers:                # list of strings (why it is not adopted: be specific)
contributors:            # list of {name, github_handle?, contribution}
                         # contribution: author | edit | review
last_reviewed:           # ISO date
review_cadence_days:     # int, default 90; entries past their cadence are flagged stale
status_history:          # optional list of {date, from, to, citation, note?}
failed_attempts:         # optional list of {date, tried, setup, reporter?}
"""


def read(block: str, heading: str = "Schema") -> Schema:
    return read_schema(block, heading, 0)


def field(comment: str) -> FieldSpec:
    (spec,) = read(f"x: # {comment}\n").fields
    return spec


def keys(spec: FieldSpec) -> list[str]:
    return [key.name + ("" if key.required else "?") for key in spec.keys]


def test_published_schema_is_read_whole() -> None:
    """Every field has its kind and says whether it is required, in the order of the block."""
    schema = read(CONTRACT)
    assert [(spec.name, spec.kind, spec.required) for spec in schema.fields] == [
        ("id", Kind.ID, True),
        ("name", Kind.TEXT, True),
        ("type", Kind.ENUM, True),
        ("priority", Kind.INTEGER, True),
        ("difficulty", Kind.INTEGER, True),
        ("status", Kind.ENUM, True),
        ("estimated_unlock_value", Kind.TEXT, True),
        ("depends_on", Kind.IDS, True),
        ("known_solutions", Kind.MAPPINGS, True),
        ("blockers", Kind.TEXTS, True),
        ("contributors", Kind.MAPPINGS, True),
        ("last_reviewed", Kind.DATE, True),
        ("review_cadence_days", Kind.INTEGER, False),
        ("status_history", Kind.MAPPINGS, False),
        ("failed_attempts", Kind.MAPPINGS, False),
    ]
    assert schema.id_prefix == "B"


def test_published_vocabulary_is_read() -> None:
    """Words, bounds, defaults and the keys of lists are those that the comments name."""
    schema = read(CONTRACT)
    assert schema.values("type") == (
        "physics", "architecture", "algorithm", "stack", "supply", "ecosystem",
    )  # fmt: skip
    assert schema.values("status") == ("open", "partial", "resolved")
    maturities = ("research", "partial", "production", "shipping", "philosophical")
    assert schema.values("known_solutions", "maturity") == maturities
    assert schema.values("contributors", "contribution") == ("author", "edit", "review")
    assert schema.values("blockers") == schema.values("known_solutions", "title") == ()
    assert schema.values("nothing") == schema.values("known_solutions", "nothing") == ()
    specs = {spec.name: spec for spec in schema.fields}
    assert (specs["priority"].low, specs["priority"].high) == (1, 5)
    assert specs["review_cadence_days"].default == 90
    assert keys(specs["known_solutions"]) == ["title", "citation", "maturity"]
    assert keys(specs["contributors"]) == ["name", "github_handle?", "contribution"]
    assert keys(specs["status_history"]) == ["date", "from", "to", "citation", "note?"]
    assert keys(specs["failed_attempts"]) == ["date", "tried", "setup", "reporter?"]
    assert specs["status_history"].keys[0].kind is Kind.DATE


@pytest.mark.parametrize(
    ("comment", "kind", "required"),
    [
        ("B<n>", Kind.ID, True),
        ("RISK<number>", Kind.ID, True),
        ("optional B<n> of the parent", Kind.ID, False),
        ("list of RISK<n>", Kind.IDS, True),
        ("optional, list of B<n> ids", Kind.IDS, False),
        ("Optional: list of strings", Kind.TEXTS, False),
        ("a | b", Kind.ENUM, True),
        ("a|b|c", Kind.ENUM, True),
        ("optional a | b", Kind.ENUM, False),
        ("wip | on-hold | 2.0 | done (see below)", Kind.ENUM, True),
        ("1-5", Kind.INTEGER, True),
        ("0–10 points", Kind.INTEGER, True),
        ("1 to 3", Kind.INTEGER, True),
        ("int", Kind.INTEGER, True),
        ("whole number of days, default 30", Kind.INTEGER, False),
        ("ISO date", Kind.DATE, True),
        ("date of the review", Kind.DATE, True),
        ("list of {}", Kind.MAPPINGS, True),
        ("optional list of { a , b? }", Kind.MAPPINGS, False),
        ("", Kind.TEXT, True),
        ("optional", Kind.TEXT, False),
        ("free text with a bar | in its middle", Kind.TEXT, True),
        ("open | closed by some of us | or all", Kind.TEXT, True),
        ("1-5x the tokens", Kind.TEXT, True),
        ("internal name", Kind.TEXT, True),
        ("optionally signed", Kind.TEXT, True),
        ("update of the day", Kind.TEXT, True),
        ("open | default | closed", Kind.ENUM, True),
        ("default | other", Kind.ENUM, True),
        ("optional | mandatory", Kind.ENUM, True),
        ("optional optional | mandatory", Kind.ENUM, False),
        ("open | closed, default open", Kind.ENUM, False),
        ("open | closed (default: open)", Kind.ENUM, False),
        ("open | closed, optional", Kind.ENUM, False),
        ("a | a", Kind.TEXT, True),
        ("n/a | 1/2", Kind.ENUM, True),
        ("list of {name, default, optional}", Kind.MAPPINGS, True),
        ("list of {name}, default none", Kind.MAPPINGS, False),
        ("list of strings (optional)", Kind.TEXTS, False),
        ("list of strings (optional extras come last)", Kind.TEXTS, True),
        ("what holds by default", Kind.TEXT, True),
        ("default reading of the term", Kind.TEXT, True),
        ("1-5, default 3", Kind.INTEGER, False),
        ("1-5 (5 = the default)", Kind.INTEGER, True),
        ("int 1-5", Kind.INTEGER, True),
        ("int, 7 to 90", Kind.INTEGER, True),
        ("integer default 90", Kind.INTEGER, False),
        ("2026-04-22 or later", Kind.TEXT, True),
        ("1-2.5", Kind.TEXT, True),
    ],
)
def test_comment_says_the_kind(comment: str, kind: Kind, required: bool) -> None:
    """A comment that is no pattern leaves free text; `optional` and a default lift the duty."""
    spec = field(comment)
    assert (spec.kind, spec.required) == (kind, required)
    assert spec.expected


@pytest.mark.parametrize(
    ("comment", "low", "high", "default"),
    [
        ("1-5", 1, 5, None),
        ("5-1", 1, 5, None),
        ("int, 7 to 90, default 30", 7, 90, 30),
        ("0..10 default: 5", 0, 10, 5),
        ("int, default 90; entries past it are stale", None, None, 90),
    ],
)
def test_numbers_are_read(
    comment: str, low: int | None, high: int | None, default: int | None
) -> None:
    """Bounds in either order, with or without `int` before them, and the default behind them."""
    spec = field(comment)
    assert (spec.low, spec.high, spec.default) == (low, high, default)


@pytest.mark.parametrize(
    "block",
    [
        "x: # list of {a, b?,\n   #  c}\n   # b: low |\n   # high\n",
        "x: # list of {a,\n   # b?, c}\n\n   # b: low\n   #  | high\n",
        "x: # list of {a, b?, c}\n   # and words\n   # b: low | high\n   # a | b\n",
        "x: # list of {\n   # a,\n   # b?,\n   # c }\n   # b: low | high\ny: # | more\n",
    ],
)
def test_comment_goes_on_in_the_next_line(block: str) -> None:
    """An open brace and a `|` at either end of the line join two lines; other words do not."""
    spec = read(block).fields[0]
    assert keys(spec) == ["a", "b?", "c"]
    assert [key.values for key in spec.keys] == [(), ("low", "high"), ()]


@pytest.mark.parametrize(
    ("block", "values"),
    [
        ("x: # a | b |\n   # c\n", ("a", "b", "c")),
        ("x: # a | b\n   # | c\n   # d\n", ("a", "b", "c")),
        ("x: # a | b |\ny: # c\n", ("a", "b")),
    ],
)
def test_vocabulary_goes_on_in_the_next_line(block: str, values: tuple[str, ...]) -> None:
    """Words are gathered until a line neither ends nor begins with `|`, or a field begins."""
    assert read(block).fields[0].values == values


@pytest.mark.parametrize(
    ("comment", "values"),
    [
        ("a|b | c", ("a", "b", "c")),
        ("wip | on-hold | 2.0 | done (see below)", ("wip", "on-hold", "2.0", "done")),
        ("offen | gelöst", ("offen", "gelöst")),
        ("未解決 | 解決済み", ("未解決", "解決済み")),
        ("unbewiesen | in Arbeit | erledigt", ("unbewiesen", "in Arbeit", "erledigt")),
        ("not started|in progress |done", ("not started", "in progress", "done")),
        ("open | under review (by us)", ("open", "under review")),
        ("open | under review, default open", ("open", "under review")),
        ("open | closed - see below", ("open", "closed")),
        ("open | closed and nothing else", ("open", "closed")),
        ("open | in progress |", ("open", "in progress")),
    ],
)
def test_words_are_those_of_the_community(comment: str, values: tuple[str, ...]) -> None:
    """Words in any script are read, in the order written, without what explains them."""
    assert field(comment).values == values


@pytest.mark.parametrize(
    ("block", "names"),
    [
        ("a: # x\nb:\n c: # no field\n# d: # no field\n\ne : # y\n", ["a", "b", "e"]),
        ("a: value # x\n", ["a"]),
        ("a:#b\n", ["a"]),
        ("- a: # x\n", []),
        ("", []),
    ],
)
def test_fields_stand_at_the_start_of_a_line(block: str, names: list[str]) -> None:
    """Indented keys, list items and comments are no fields."""
    assert [spec.name for spec in read(block).fields] == names


def test_continuation_line_names_a_key_of_the_list_above() -> None:
    """A `key:` comment refines that key alone; of an unknown key, or under no list, it is prose."""
    schema = read(
        "risk: # list of {level, score?, at, note}\n"
        "      # level: low | high\n"
        "      # score: 1-3\n"
        "      # at: ISO date\n"
        "      # see: a | b\n"
        "      # and more words\n"
        "kind: # text\n"
        "      # kind: a | b\n"
    )
    risk, kind = schema.fields
    assert [(key.name, key.kind, key.required) for key in risk.keys] == [
        ("level", Kind.ENUM, True),
        ("score", Kind.INTEGER, False),
        ("at", Kind.DATE, True),
        ("note", Kind.TEXT, True),
    ]
    assert (kind.kind, kind.keys) == (Kind.TEXT, ())


@pytest.mark.parametrize(
    ("block", "prefix"),
    [
        ("id: # B<n>\n", "B"),
        ("id: # RISK<n>, stable\nneeds: # list of B<n>\n", "RISK"),
        ("name: # text\nkey: # Q<number>\n", "Q"),
        ("name: # text\n", "B"),
    ],
)
def test_prefix_is_that_of_the_id(block: str, prefix: str) -> None:
    """The first field whose comment is an id's pattern gives the prefix."""
    assert read(block).id_prefix == prefix


@pytest.mark.parametrize(
    ("heading", "version"),
    [("Schema (v0.2)", "0.2"), ("Schema v1", "1"), ("Schema v1.2.3 draft", "1.2.3"),
     ("Schema", None), ("Schema rev2", None)],
)  # fmt: skip
def test_version_stands_in_the_heading(heading: str, version: str | None) -> None:
    """`v` and numbers between points are the version."""
    assert read("a: # x\n", heading).version == version


@pytest.mark.parametrize("fence", [("```yaml", "```"), ("---", "---"), ("~~~yaml\n\n", "~~~")])
def test_fields_know_their_lines(fence: tuple[str, str]) -> None:
    """A field's line counts from the heading of the section, however its block is fenced."""
    text = f"# T\n\n## Schema\n\nWords.\n\n{fence[0]}\n{CONTRACT}{fence[1]}\n\n## B1: x\n"
    document = read_document(text)
    assert document.schema
    assert document.schema_section
    lines = text.split("\n")[document.schema_section[1] - 1 :]
    for spec in document.schema.fields:
        assert lines[spec.line].startswith(f"{spec.name}:")


@pytest.mark.parametrize(
    ("schema", "names"),
    [
        ("## Schema\n```yaml\na: # x\n```\n", ["a"]),
        ("## SCHEMA of this list\n```yaml\na: # x\n```\n", ["a"]),
        ("## Schema\n```yaml\na: # x\n```\n## Schema of old\n```yaml\nb: # y\n```\n", ["a"]),
        ("## Schema\n```yaml\n```\n", None),
        ("## Schema\nWords.\n", None),
        ("## Fields\n```yaml\na: # x\n```\n", None),
        ("```\n## Schema\n```\n", None),
    ],
)
def test_schema_section_is_found(schema: str, names: list[str] | None) -> None:
    """The first section called Schema holds it; without fields there is none."""
    found = read_document(f"# T\n\n{schema}\n## B1: x\n```yaml\nid: B1\n```\n").schema
    assert (found and [spec.name for spec in found.fields]) == names


@given(
    st.text()
    | st.lists(
        st.tuples(
            st.sampled_from(["a:", "b :", " ", "", "- c:"]),
            st.sampled_from(["#", " # ", "# optional ", "# list of ", "# list of {", "# default"])
            | st.text("a1-|{}?,:<n>#\t", max_size=12),
            st.text(max_size=5) | st.sampled_from(["1-5", "a | b", "B<n>", "}", "default 9"]),
        ).map("".join)
    ).map("\n".join)
)
def test_any_block_is_read(block: str) -> None:
    """No comment raises; an enumeration has words, a range bounds, and a list of mappings keys."""
    for spec in read(block).fields:
        for one in (spec, *spec.keys):
            assert (one.kind is Kind.ENUM) == (len(one.values) > 1)
            assert (one.low is None) == (one.high is None)
            assert one.kind is Kind.MAPPINGS or not one.keys
            assert one.expected


@pytest.mark.parametrize(
    "comment",
    ["list of " + "a" * 200_000, "a" + " " * 200_000 + "|", "{" * 200_000, "1" * 200_000,
     "list of {" + "a," * 100_000, "{\n # " * 50_000, "a |\n # " * 50_000,
     "list of {" + "a," * 9000 + "}" + "\n # a: b | c" * 9000,
     "a | " * 100_000, "default " * 50_000, "B<" * 100_000],
)  # fmt: skip
def test_long_comments_are_read(comment: str) -> None:
    """A comment as long as a book is read in about the time that its length takes."""
    assert field(comment).comment.startswith(comment.partition("\n")[0].strip())
