"""Edits change what was meant and nothing else, whatever a contributor wrote."""

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.diff import compare
from registry.document import Entry, read_document
from registry.edit import EditError, add_item, set_field
from registry.nodes import Mapping, Sequence, Value, plain_value
from rules.sample import DOCUMENT, entry_section
from tests.registry.real import TEXT

ATTEMPT = {"date": "2026-04-22", "tried": "Paging KV to host memory", "result": "3x slower"}
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
PICKY = st.text(alphabet="ab1 #:-@`'\"{}[],&*!|>%?\\\n\t\r\u2028é", max_size=12)


def entry(text: str, entry_id: str = "B1") -> Entry:
    return read_document(text).by_id[entry_id]


def value(text: str, field: str) -> Value:
    node = entry(text).field(field)
    return plain_value(node) if node else None


def with_fields(fields: str) -> str:
    return entry_section("B1", "Bandwidth", fields) + "\n" + entry_section("B2", "Capacity")


def diff(before: str, after: str) -> list[str]:
    """Return the lines that went (-) and came (+), with their endings."""
    lines = difflib.unified_diff(before.split("\n"), after.split("\n"), lineterm="", n=0)
    return [line for line in list(lines)[2:] if line[0] in "+-"]


@pytest.mark.parametrize(
    ("fields", "field", "item", "expected"),
    [
        ("blockers:\n  - one\n", "blockers", "two", ["+  - two"]),
        ("blockers:\n- one\n# why\n", "blockers", "two", ["+- two"]),
        ("blockers:\n    - one # so\n", "blockers", "two", ["+    - two"]),
        ("blockers:\n  - one\n\nstatus: open\n", "blockers", "a: b", ['+  - "a: b"']),
        ("depends_on: [B2]  # why\n", "depends_on", "B7", [
            "-depends_on: [B2]  # why", "+depends_on: [B2, B7]  # why"]),
        ("depends_on: [B2,\n  B3,\n  ]\n", "depends_on", "B7", ["-  ]", "+   B7]"]),
        ("blockers: []  # none yet\n", "blockers", "two", [
            "-blockers: []  # none yet", "+blockers:  # none yet", "+  - two"]),
        ("blockers:\nstatus: open\n", "blockers", "two", ["+  - two"]),
        ("status: open\n", "failed_attempts", ATTEMPT, [
            "+failed_attempts:", "+  - date: 2026-04-22", "+    tried: Paging KV to host memory",
            "+    result: 3x slower"]),
        ("contributors:\n  - {name: A, contribution: edit}\n", "contributors",
         {"name": "B, C", "contribution": "edit"},
         ['+  - {name: "B, C", contribution: edit}']),
        ("contributors:\n  - name: A\n    contribution: edit\n", "contributors",
         {"name": "B, C", "contribution": "review"},
         ["+  - name: B, C", "+    contribution: review"]),
    ],
)  # fmt: skip
def test_item_is_added_like_its_neighbours(fields, field, item, expected) -> None:
    """Only the new lines differ; indentation, style, comments and line endings stay."""
    text = with_fields(fields)
    assert diff(text, add_item(text, "B1", field, item)) == expected
    crlf = text.replace("\n", "\r\n")
    assert add_item(crlf, "B1", field, item) == add_item(text, "B1", field, item).replace(
        "\n", "\r\n"
    )


@pytest.mark.parametrize(
    ("fields", "field", "new", "expected"),
    [
        ("status: open  # since 2024\n", "status", "partial", [
            "-status: open  # since 2024", "+status: partial  # since 2024"]),
        ('unlock:   "2x"\n', "unlock", "2-4x", ['-unlock:   "2x"', "+unlock:   2-4x"]),
        ("priority: 4\n", "priority", 5, ["-priority: 4", "+priority: 5"]),
        ("priority: 4\n", "priority", "5", ["-priority: 4", '+priority: "5"']),
        ("status:   # to do\n", "status", "open", [
            "-status:   # to do", "+status: open   # to do"]),
        ("note: >\n  a\n  b\nstatus: open\n", "note", "c", [
            "-note: >", "-  a", "-  b", "+note: c"]),
    ],
)  # fmt: skip
def test_field_is_set_in_place(fields, field, new, expected) -> None:
    """One line changes, and its comment and spacing stay."""
    text = with_fields(fields)
    changed = set_field(text, "B01", field, new)
    assert sorted(diff(text, changed)) == sorted(expected)
    assert value(changed, field) == new


def test_missing_field_takes_its_place_in_the_schema() -> None:
    """A field goes behind the last of those that the schema has before it."""
    text = DOCUMENT.replace("priority: 5\n", "", 1)
    assert set_field(text, "B1", "priority", 5) == DOCUMENT
    text = DOCUMENT.replace("blockers:\n", "blockerz:\n", 1)
    lines = add_item(text, "B1", "blockers", "x").split("\n")
    assert lines[lines.index("blockers:") - 1] == "    maturity: production"


def test_front_matter_entry_is_edited() -> None:
    """An entry between dashes is edited like one in a fence."""
    text = "# T\n\n---\nid: B1\nstatus: open\n---\n\nProse.\n"
    assert set_field(text, "B1", "status", "partial") == text.replace("open", "partial")


@given(ANY_TEXT | PICKY)
def test_text_survives_in_every_place(text: str) -> None:
    """Whatever was written reads back as itself, as item, key's value, bracketed and set."""
    page = with_fields("a:\n  - x\nb: [x]\nc: x\nd:\n  - {k: x}\ne:\n  - k: x\n")
    for field, item in (("a", text), ("b", text), ("d", {"k": text}), ("e", {"k": text})):
        changed = add_item(page, "B1", field, item)
        added = value(changed, field)
        assert isinstance(added, list)
        assert added[1:] == [item]
        assert [line[0] for line in diff(page, changed)] == (["-", "+"] if field == "b" else ["+"])
    assert value(set_field(page, "B1", "c", text), "c") == text


@given(st.text(alphabet="abc é≈", min_size=1).map(str.strip).filter(bool))
def test_harmless_text_is_not_quoted(text: str) -> None:
    """Words stand as they are: quotes come only where YAML needs them."""
    page = with_fields("a:\n  - x\n")
    assert diff(page, add_item(page, "B1", "a", text)) == [f"+  - {text}"]


@pytest.mark.parametrize("text", ["yes", "null", "5", "1e3", "# a", "a #b", "@key", "- a", "a:"])
def test_text_that_yaml_would_change_is_quoted(text: str) -> None:
    """Numbers, booleans and YAML's own characters are quoted for every reader's sake."""
    page = with_fields("a:\n  - x\n")
    assert diff(page, add_item(page, "B1", "a", text)) == [f'+  - "{text}"']


@pytest.mark.parametrize(
    ("fields", "edit", "reason"),
    [
        ("a: x\n", lambda text: add_item(text, "B9", "a", "y"), "no entry B9"),
        ("a: x\n", lambda text: add_item(text, "B1", "a", "y"), "single value"),
        ("a: [x]\n", lambda text: set_field(text, "B1", "a", "y"), "holds a list"),
        ("a: *x\n", lambda text: set_field(text, "B1", "b", "y"), "mistakes"),
        ("a: x\n", lambda text: set_field(text, "B1", "b: c\nd", "y"), "name of a field"),
        ("a:\n  - {k: x}\n", lambda text: add_item(text, "B1", "a", {"k: l": "y"}), "name of a"),
        ("a:\n  - {k: x}\n", lambda text: add_item(text, "B1", "a", {}), "Nothing was given"),
        ("a: x\n", lambda text: set_field(text, "B1", "a", "\ud800"), "safely"),
        ("a: x\n", lambda text: set_field(text * 2, "B1", "a", "y"), "Two entries"),
        ("a: x\n", lambda text: set_field(text, "B1", "id", "B2"), "safely"),
    ],
)
def test_unsafe_edit_is_refused_in_one_sentence(fields, edit, reason) -> None:
    """What cannot be done safely is refused, with the reason."""
    with pytest.raises(EditError, match=reason) as refused:
        edit(with_fields(fields))
    assert str(refused.value).endswith(".")
    assert "\n" not in str(refused.value).replace("b: c\nd", "")


@given(st.data())
def test_other_entries_are_never_touched(data: st.DataObject) -> None:
    """Edits of a damaged document are refused, or leave every other entry as it was."""
    lines = DOCUMENT.split("\n")
    at = data.draw(st.integers(20, len(lines) - 1))
    lines[at] = data.draw(st.sampled_from(["", "- x", "  ?", "```", "---", "id: B1", "a: [", "##"]))
    text = "\n".join(lines)
    try:
        changed = add_item(text, "B1", "blockers", "new one")
    except EditError:
        return
    assert "B2" not in read_document(text).by_id or entry(text, "B2").section.text == (
        entry(changed, "B2").section.text
    )
    assert [line for line in diff(text, changed) if line[0] == "-"] in ([], ["-blockers:"])


OWN = read_document(TEXT)
EVERY_FIELD = [
    (one.id, pair.key.text)
    for one in OWN.entries
    for pair in one.section.block or ()
    if pair.key.text != "id"
]


@pytest.mark.parametrize(("entry_id", "field"), EVERY_FIELD, ids=":".join)
def test_every_field_of_our_own_registry_is_edited_alone(entry_id: str, field: str) -> None:
    """Each list takes an item and each value another: that is the one change, on its own lines."""
    node = OWN.by_id[entry_id].field(field)
    if isinstance(node, Sequence):
        item = ATTEMPT if any(isinstance(one, Mapping) for one in node.items) else "B999"
        changed = add_item(TEXT, entry_id, field, item)
        expected = item
    else:
        changed = set_field(TEXT, entry_id, field, "something else")
        expected = "something else"
    (change,) = compare(OWN, read_document(changed))
    assert (change.entry_id, change.field, change.new) == (entry_id, field, expected)
    lines = diff(TEXT, changed)
    assert len(lines) <= (len(ATTEMPT) if isinstance(node, Sequence) else 2)
    again = read_document(changed)
    assert [one.section for one in again.entries if one.id != entry_id] == [
        one.section for one in OWN.entries if one.id != entry_id
    ]
