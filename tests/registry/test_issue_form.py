"""An issue's body is read by the form that made it, whatever its values hold."""

from hypothesis import given
from hypothesis import strategies as st

from registry.issue_form import NO_RESPONSE, FormField, IssueForm, read_body, read_form

LABELS = {"entry": "Entry", "why": "Why it failed", "date": "Date"}
FORM = IssueForm(tuple(FormField(name, label) for name, label in LABELS.items()))


def body(values: dict[str, str], end: str = "\n") -> str:
    """Return what GitHub makes of a filled-in form."""
    parts = (f"### {LABELS[name]}\n\n{text or NO_RESPONSE}" for name, text in values.items())
    return "\n\n".join(parts).replace("\n", end)


# Lines that no field's heading, fence, comment or empty answer is made of, or only seems to be.
LINES = st.sampled_from(
    [
        "text",
        "### Unknown",
        "#### Date",
        "### Date of run 3",
        "###Date",
        "`### Date`",
        "- item",
        "> ### Date",
        "    code",
        "an _No response_ inside",
        "--> loose end",
        "```\n### Date\n```",
        "~~~~ log\n### Entry\n```\n~~~~",
        "",
        "| a | b |",
        "é ü 字",
    ]
)
VALUES = st.lists(LINES, min_size=1, max_size=5).map(lambda lines: "\n".join(lines).strip())


@given(st.fixed_dictionaries(dict.fromkeys(LABELS, VALUES)), st.sampled_from(["\n", "\r\n"]))
def test_values_come_back(values: dict[str, str], end: str) -> None:
    """What was filled in is what is read: headings and code inside a value stay in it."""
    assert read_body(body(values, end), FORM) == values


@given(
    st.text(max_size=300) | st.lists(LINES | st.sampled_from(["```", "<!--", "-->"])).map("\n".join)
)
def test_never_raises(text: str) -> None:
    """Any text at all is read, into fields of the form only."""
    assert set(read_body(text, FORM)) <= LABELS.keys()


def test_repeated_heading_in_a_value() -> None:
    """A heading that comes too early in the form's order belongs to the value it stands in."""
    values = {"entry": "B7", "why": "### Entry\nis what the log says", "date": "2026-01-01"}
    assert read_body(body(values), FORM) == values


def test_later_heading_in_a_value() -> None:
    """Of two headings the one counts that leaves every field its place."""
    text = "### Entry\n\n### Date\n\n### Why it failed\n\nlocks\n\n### Date\n\n2026-01-01"
    assert read_body(text, FORM) == {
        "entry": "### Date",
        "why": "locks",
        "date": "2026-01-01",
    }


def test_another_order() -> None:
    """A body that an API client wrote in another order is read all the same."""
    text = "### Date\n2026-01-01\n### Entry ###\nB7\n### WHY IT  FAILED\nlocks"
    assert read_body(text, FORM) == {"entry": "B7", "why": "locks", "date": "2026-01-01"}


def test_missing_and_empty_fields() -> None:
    """A field without a heading is absent, one without an answer empty."""
    assert read_body("### Entry\n\n_No response_\n\n### Date\n\n", FORM) == {
        "entry": "",
        "date": "",
    }


def test_unclosed_fence_and_comment() -> None:
    """A fence or comment without an end does not swallow the fields behind it."""
    values = {"entry": "```\nB7", "why": "<!-- locks", "date": "2026-01-01"}
    assert read_body(body(values), FORM) == values


def test_comments_are_no_part_of_a_value() -> None:
    """What GitHub does not show is not read, unless it is code."""
    text = (
        "### Entry\n\n<!-- choose\n### Date\n-->\nB7 `<!-- x -->`<!-- y -->\n\n### Date\n\n<!-- -->"
    )
    assert read_body(text, FORM) == {"entry": "B7 `<!-- x -->`", "date": ""}


def test_form() -> None:
    """Ids, labels and choices come from the form's YAML; what is no question is passed over."""
    form = read_form(
        "name: Report\r\nlabels: [one, two]\r\nbody:\r\n"
        "  - type: markdown\r\n    attributes:\r\n      value: Hello\r\n"
        "  - type: dropdown\r\n    id: entry\r\n    attributes:\r\n      label: 'Entry: which?'\r\n"
        "      options:\r\n        - B1\r\n        - 'B2: Two'\r\n"
    )
    assert form == IssueForm(
        (FormField("entry", "Entry: which?", ("B1", "B2: Two")),), ("one", "two")
    )


@given(st.text(max_size=200))
def test_any_form(text: str) -> None:
    """A form that is none gives None or a form, never an exception."""
    form = read_form(text)
    assert form is None or form.fields
