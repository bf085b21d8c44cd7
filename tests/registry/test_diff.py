"""Two versions of a registry differ by exactly what was edited, each edit under its own name."""

import json
from collections import Counter
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.changes import (
    Change,
    EntryAdded,
    EntryRenumbered,
    FieldChanged,
    ItemAdded,
    ItemChange,
    ItemRemoved,
    item_value,
)
from registry.diff import LIST_FIELDS, compare
from registry.document import read_document
from registry.nodes import plain_value
from tests.registry.real import TEXT, damaged

HEADER = "v0.2 · 3 bottlenecks · last updated 2026-04-22 · CC-BY-4.0"
SCHEMA = "## Schema (v0.2)\n\n```yaml\nid: # B<n>\nstatus: # open | closed\n```\n"

Model = dict[str, dict[str, Any]]
"""Entries by id: their fields, and their prose under the key `prose`."""

WHOLE: Model = {
    entry_id: {
        "name": f"The bottleneck called {entry_id}",
        "type": "physics",
        "priority": 3,
        "status": "open",
        "tags": ["one", "two"],
        "depends_on": needs,
        "blockers": [
            f"FP4 training degrades long tasks by 3% in {entry_id}",
            f"No kernel for {entry_id} ships in any open serving stack yet",
        ],
        "known_solutions": [
            {"title": "Paging", "citation": "@a", "maturity": "research"},
            {"title": "Multi-head latent attention", "citation": "@b", "maturity": "partial"},
        ],
        "contributors": [
            {"name": "Ann", "contribution": "author"},
            {"name": "Bob", "github_handle": "bob", "contribution": "edit"},
        ],
        "status_history": [
            {"date": "2025-01-01", "from": "closed", "to": "open", "citation": "@a"},
            {"date": "2026-01-01", "from": "open", "to": "open", "citation": "@b"},
        ],
        "failed_attempts": [
            {"date": "2025-02-02", "tried": "Swapping to disk", "result": "2x slower"},
            {"date": "2025-03-03", "tried": "Longer batches", "result": "no gain"},
        ],
        "prose": f"What {entry_id} is, and why it binds now.",
    }
    for entry_id, needs in {"B1": ["B2", "B3"], "B2": [], "B3": ["B1"]}.items()
}

NEW = {
    "depends_on": "B9",
    "blockers": "Vendors sell no part with more than 64 GB",
    "known_solutions": {"title": "Transform coding", "citation": "@c", "maturity": "research"},
    "contributors": {"name": "Eve", "contribution": "review"},
    "status_history": {"date": "2026-05-01", "from": "open", "to": "closed", "citation": "@c"},
    "failed_attempts": {"date": "2026-05-05", "tried": "Smaller pages", "result": "5% slower"},
}
SUBJECTS = {
    "depends_on": "dependency",
    "blockers": "blocker",
    "known_solutions": "solution",
    "contributors": "contributor",
    "status_history": "history",
    "failed_attempts": "attempt",
}
EDITED_KEY = {
    "known_solutions": "maturity",
    "contributors": "contribution",
    "status_history": "citation",
    "failed_attempts": "result",
}


def render(model: Model, header: str = HEADER, schema: str = SCHEMA) -> str:
    """Return the model as a registry file; what JSON writes is YAML."""
    parts = [f"# T\n\n{header}\n\n{schema}"]
    for entry_id, entry in model.items():
        fields = {"id": entry_id} | {name: v for name, v in entry.items() if name != "prose"}
        lines = [f"{name}: {json.dumps(value)}\n" for name, value in fields.items()]
        heading = f"## {entry_id}: {entry.get('name', '')}"
        parts.append(f"{heading}\n\n```yaml\n{''.join(lines)}```\n\n{entry['prose']}\n")
    return "\n".join(parts)


def changes(before: str, after: str) -> tuple[Change, ...]:
    return compare(read_document(before), read_document(after))


def told(before: Model, after: Model) -> list[tuple[str, str | None, str | None]]:
    return [(c.name, c.entry_id, c.field) for c in changes(render(before), render(after))]


def edited(entry_id: str, **fields: Any) -> Model:
    model = deepcopy(WHOLE)
    model[entry_id] |= fields
    return model


def shuffled(draw: st.DrawFn, model: Model) -> Model:
    """Return the same entries, fields and items in another order."""
    found: Model = {}
    for entry_id in draw(st.permutations(list(model))):
        fields = draw(st.permutations(list(model[entry_id])))
        found[entry_id] = {
            name: draw(st.permutations(value)) if name in SUBJECTS else value
            for name in fields
            for value in [model[entry_id][name]]
        }
    return found


@st.composite
def models(draw: st.DrawFn) -> Model:
    return shuffled(draw, WHOLE)


@given(st.text() | damaged())
def test_equal_documents_differ_by_nothing(text: str) -> None:
    """A file compared with itself, read once or twice, gives nothing, damaged or not."""
    document = read_document(text)
    assert compare(document, document) == ()
    assert compare(document, read_document(text.removeprefix("\ufeff"))) == ()


@settings(max_examples=50)
@given(damaged(), damaged())
def test_any_two_documents_are_compared(before: str, after: str) -> None:
    """Nothing raises, and every change names its kind and says something that differs."""
    for change in changes(before, after):
        assert change.name
        assert (change.old, change.new) == (None, None) or change.old != change.new


@settings(max_examples=50)
@given(models(), models())
def test_order_is_no_change(before: Model, after: Model) -> None:
    """Entries, fields and items may stand in any order."""
    assert told(before, after) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("priority: 3", "priority:   3  # three"),
        ('type: "physics"', "type: physics"),
        ('type: "physics"', "type: >-\n  physics"),
        ('tags: ["one", "two"]', "tags:\n  - one\n  - two"),
        ('depends_on: ["B2", "B3"]', "depends_on: [B02, B003]"),
        ('depends_on: ["B2", "B3"]', "depends_on:\n- B3\n- B2"),
        ('"@a", "maturity": "research"', '"@a", maturity: research'),
        ("```yaml\n", "~~~yaml\n\n# here\n"),
        ("now.\n", "now.  \n\n\n"),
        ("# T\n", "# Another title\n\nSome words.\n"),
    ],
)
def test_style_is_no_change(old: str, new: str) -> None:
    """Quotes, comments, brackets, white space and leading zeros of references say nothing."""
    before = render(WHOLE)
    after = before.replace(old, new)
    if "~~~" in new:
        after = after.replace("```", "~~~").replace(new, "```yaml\n", 1).replace("~~~", "```", 1)
    assert after != before
    assert changes(before, after) == ()
    assert changes(before, before.replace("\n", "\r\n")) == ()


@settings(max_examples=50)
@given(st.data(), st.sampled_from(list(WHOLE)), st.sampled_from(list(SUBJECTS)))
def test_one_item_is_one_change(data: st.DataObject, entry_id: str, field: str) -> None:
    """An item added, removed or edited, among others in any order, is that one change."""
    before = deepcopy(WHOLE)
    if not before[entry_id][field]:
        before[entry_id][field] = ["B1", "B3"]
    ways = ["added", "removed"] if field == "depends_on" else ["added", "removed", "changed"]
    way = data.draw(st.sampled_from(ways))
    after = deepcopy(before)
    items = after[entry_id][field]
    at = data.draw(st.integers(0, len(items) - 1))
    if way == "added":
        items.insert(at, NEW[field])
    elif way == "removed":
        del items[at]
    elif field == "blockers":
        items[at] = items[at].replace(" ", " really ", 1)
    else:
        items[at][EDITED_KEY[field]] += " and more"
    after = shuffled(data.draw, after)
    (change,) = changes(render(before), render(after))
    assert (change.name, change.entry_id) == (f"{SUBJECTS[field]}-{way}", entry_id)
    assert change.field == field
    assert (change.old is None) == (way == "added")
    assert (change.new is None) == (way == "removed")
    if way == "added":
        assert change.new == NEW[field]


@settings(max_examples=50)
@given(st.sampled_from(list(WHOLE)), st.text("ab\"'\\é: #\n", min_size=1, max_size=8))
def test_one_field_is_one_change(entry_id: str, value: str) -> None:
    """A field that no list rule knows is one change from its old value to its new one."""
    for field, name in (("status", "status-changed"), ("type", "field-changed"),
                        ("priority", "field-changed"), ("tags", "field-changed")):  # fmt: skip
        (change,) = changes(render(WHOLE), render(edited(entry_id, **{field: value})))
        assert (change.name, change.entry_id, change.field) == (name, entry_id, field)
        assert (change.old, change.new) == (WHOLE[entry_id][field], value)


def without(entry_id: str, *fields: str) -> Model:
    model = deepcopy(WHOLE)
    for field in fields:
        del model[entry_id][field]
    return model


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (edited("B2", name="Another"), [("entry-renamed", "B2", "name")]),
        (edited("B2", prose="Other words."), [("prose-changed", "B2", None)]),
        (edited("B2", extra=1), [("field-changed", "B2", "extra")]),
        (without("B2", "type"), [("field-changed", "B2", "type")]),
        (edited("B2", type=None), [("field-changed", "B2", "type")]),
        (without("B2", "status"), [("status-changed", "B2", "status")]),
        (without("B2", "blockers"), [("blocker-removed", "B2", "blockers")] * 2),
        (edited("B2", blockers=[]), [("blocker-removed", "B2", "blockers")] * 2),
        (edited("B1", depends_on=["B2", "B9"]),
         [("dependency-added", "B1", "depends_on"), ("dependency-removed", "B1", "depends_on")]),
        (edited("B1", depends_on=["B2", "B2", "B3"]), [("dependency-added", "B1", "depends_on")]),
        (edited("B1", depends_on=["B2 or so", "B3"]),
         [("dependency-added", "B1", "depends_on"), ("dependency-removed", "B1", "depends_on")]),
        (edited("B1", name="x", status="closed"),
         [("entry-renamed", "B1", "name"), ("status-changed", "B1", "status")]),
        ({key: WHOLE[key] for key in ("B1", "B3")}, [("entry-removed", "B2", None)]),
        (WHOLE | {"B4": WHOLE["B1"] | {"name": "New", "prose": "New."}},
         [("entry-added", "B4", None)]),
        ({"B1": WHOLE["B1"], "B7": WHOLE["B2"], "B3": WHOLE["B3"]},
         [("entry-renumbered", "B7", "id")]),
        ({"B1": WHOLE["B1"], "B7": WHOLE["B2"] | {"name": "Another"}, "B3": WHOLE["B3"]},
         [("entry-renumbered", "B7", "id"), ("entry-renamed", "B7", "name")]),
        ({"B1": WHOLE["B1"], "B7": WHOLE["B2"] | {"prose": "Other."}, "B3": WHOLE["B3"]},
         [("entry-renumbered", "B7", "id"), ("prose-changed", "B7", None)]),
        ({"B4": WHOLE["B1"], "B5": WHOLE["B2"], "B6": WHOLE["B3"]},
         [("entry-renumbered", new, "id") for new in ("B4", "B5", "B6")]),
        ({"B1": WHOLE["B1"], "B3": WHOLE["B3"], "B9": WHOLE["B2"] | {"name": "N", "prose": "P"}},
         [("entry-added", "B9", None), ("entry-removed", "B2", None)]),
    ],
)  # fmt: skip
def test_each_edit_has_its_kind(after: Model, expected: list[tuple[str, str, str | None]]) -> None:
    """The kinds of change are told apart, and an edit is not reported twice."""
    assert sorted(told(WHOLE, after), key=str) == sorted(expected, key=str)


def test_items_of_one_title_are_told_apart_by_the_rest() -> None:
    """Of items that share their identity, equal ones are pairs first, wherever they stand."""
    one, other = ({"title": "Paging", "citation": key, "maturity": "partial"} for key in "ab")
    before = edited("B2", known_solutions=[one, other])
    assert told(before, edited("B2", known_solutions=[other, one])) == []
    moved = {**one, "maturity": "shipping"}
    (change,) = changes(render(before), render(edited("B2", known_solutions=[other, moved])))
    assert (change.name, change.old, change.new) == ("solution-changed", one, moved)


def test_swapped_ids_are_renumbered() -> None:
    """Name and prose say which entry it is: two that swap ids have not swapped all else."""
    found = told(WHOLE, WHOLE | {"B2": WHOLE["B3"], "B3": WHOLE["B2"]})
    assert found == [("entry-renumbered", "B2", "id"), ("entry-renumbered", "B3", "id")]


def test_entry_put_in_the_place_of_another_renumbers_it() -> None:
    """A new entry in the middle is added, and those behind it have moved."""
    new = WHOLE["B1"] | {"name": "New", "prose": "New."}
    found = told(WHOLE, WHOLE | {"B2": new, "B3": WHOLE["B2"], "B4": WHOLE["B3"]})
    assert found == [
        ("entry-added", "B2", None),
        ("entry-renumbered", "B3", "id"),
        ("entry-renumbered", "B4", "id"),
    ]


def test_entry_in_the_place_of_another_removes_it() -> None:
    """What is overwritten by an entry that moved is gone, though its id is still there."""
    found = told(WHOLE, {"B1": WHOLE["B1"], "B2": WHOLE["B3"]})
    assert found == [("entry-renumbered", "B2", "id"), ("entry-removed", "B2", None)]


def test_entries_without_name_or_prose_are_not_taken_for_each_other() -> None:
    """That two entries both lack a name does not make one of them the other."""
    before = "## B1\n```yaml\nid: B1\ntype: a\n```\n## B2\n```yaml\nid: B2\ntype: b\n```\n"
    after = before.replace("B2", "B3").replace("type: b", "type: c")
    assert [change.name for change in changes(before, after)] == ["entry-added", "entry-removed"]


@pytest.mark.parametrize(
    ("header", "schema", "expected"),
    [
        (HEADER.replace("3", "4", 1), SCHEMA, ["header-changed"]),
        ("", SCHEMA, ["header-changed"]),
        (HEADER, SCHEMA.replace("closed", "shut"), ["schema-changed"]),
        (HEADER, SCHEMA.replace("```yaml", "Words.\n\n```yaml"), ["schema-changed"]),
        (HEADER, "", ["schema-changed"]),
        (HEADER.replace("0.2", "0.3"), SCHEMA.replace("0.2", "0.3"),
         ["header-changed", "schema-changed"]),
    ],
)  # fmt: skip
def test_header_and_schema_are_one_change_each(
    header: str, schema: str, expected: list[str]
) -> None:
    """A change above the entries is told once and belongs to none of them."""
    found = changes(render(WHOLE), render(WHOLE, header, schema))
    assert [change.name for change in found] == expected
    assert {change.entry_id for change in found} == {None}


@settings(max_examples=50)
@given(st.data())
def test_one_line_of_our_own_registry_is_one_change(data: st.DataObject) -> None:
    """A word added to any blocker of the published file is that blocker changed, no more."""
    document = read_document(TEXT)
    entry = data.draw(st.sampled_from(document.entries))
    item = data.draw(st.sampled_from(entry.items("blockers")))
    lines = TEXT.split("\n")
    at = entry.at(item.node).start - 1
    lines[at] = lines[at].replace(" ", " truly ", 3).replace(" truly  truly -", "  -", 1)
    (change,) = changes(TEXT, "\n".join(lines))
    assert (change.name, change.entry_id, change.old) == ("blocker-changed", entry.id, item.text)


@given(damaged(), damaged())
def test_changes_lead_from_one_side_to_the_other(before: str, after: str) -> None:
    """What was there, less what is told to go and with what is told to come, is what is there."""
    old, new = read_document(before), read_document(after)
    changes = compare(old, new)
    for entry_id, entry in new.by_id.items():
        own = [change for change in changes if change.entry_id == entry_id]
        if any(isinstance(change, (EntryAdded, EntryRenumbered)) for change in own):
            continue
        was = old.by_id[entry_id]
        for name, how in LIST_FIELDS.items():
            left = Counter(repr(item_value(item)) for item in how.items(was, name))
            there = Counter(repr(item_value(item)) for item in how.items(entry, name))
            for change in own:
                if isinstance(change, ItemChange) and change.field == name:
                    left[repr(change.old)] -= not isinstance(change, ItemAdded)
                    left[repr(change.new)] += not isinstance(change, ItemRemoved)
            if how.changes:
                assert +left == +there
        changed = {change.field for change in own if isinstance(change, FieldChanged)}
        fields = {pair.key.text for side in (was, entry) for pair in side.section.block or ()}
        for name in fields - LIST_FIELDS.keys() - {"id", "name"}:
            values = [one.field(name) for one in (was, entry)]
            one, other = (plain_value(node) if node else None for node in values)
            assert (one != other) == (name in changed)


@given(damaged(), damaged())
def test_the_way_back_is_the_same_way(before: str, after: str) -> None:
    """What one direction calls added the other calls removed."""
    one, other = read_document(before), read_document(after)
    there, back = compare(one, other), compare(other, one)
    mirror = {"entry-added": "entry-removed", "entry-removed": "entry-added"}
    kinds = {"entry-added", "entry-removed", "status-changed", "field-changed", "prose-changed"}
    assert Counter(change.name for change in back if change.name in kinds) == Counter(
        mirror.get(change.name, change.name) for change in there if change.name in kinds
    )
