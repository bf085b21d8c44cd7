"""A history is added to, not rewritten: its items keep their dates and their evidence.

Readers see in it when an entry moved and by which work. An item that is gone, or that suddenly has
another day or another work behind it, tells a past that nobody reviewed.

To fix it, put the item back as it was and add what happened since as an item of its own. Another
work for the same step, such as the published paper for its preprint, stands beside the old one; if
that was a slip, say so in the pull request.
"""

import re
from collections.abc import Iterator

from registry.changes import EntryEdited
from registry.citations import Citation
from registry.dates import read_day
from rules.evidence import as_value, cited_by, identity
from rules.fields import edited_items
from rules.patch import with_keys
from rules.rule import Context, Example, Remark, Severity
from rules.transition import Step, steps_of
from rules.wording import quote

severity = Severity.WARNING
since = "0.1"

_FIELD = "status_history"
_STEP = '  - {{date: {}, from: open, to: partial, citation: "{}"}}\n'
_OLD = f"status: partial\n{_FIELD}:\n{_STEP.format('2026-03-01', 'arXiv:2405.04434')}"
_BACK = '  - {date: 2026-04-01, from: partial, to: open, citation: "@kwon2023"}\n'

good = [
    Example(
        _OLD.replace("status: partial", "status: open") + _BACK,
        before=_OLD,
        says="What happened since is an item of its own.",
    ),
    Example(
        _OLD.replace("arXiv:2405.04434", "https://arxiv.org/abs/2405.04434v2"),
        before=_OLD,
        says="The same work, cited in another way.",
    ),
]
bad = [
    Example("status: open\nstatus_history: []", before=_OLD, says="The step is gone."),
    Example(_OLD.replace("03-01", "04-01"), before=_OLD, says="The step has another day."),
    Example(
        _OLD.replace("arXiv:2405.04434", "@kwon2023"),
        before=_OLD,
        says="It rests on a work that the entry has never cited.",
    ),
]

_PUT_BACK = (
    "Put it back as it was, and add what is new as an item of its own; if it was a slip, say so in"
    " the pull request."
)
_KEEP = (
    "If both works speak for this step, keep the old beside the new; if the old one was a slip, say"
    " so in the pull request."
)
_VERSION = re.compile(r"(?<=arxiv\.org/abs/)(.+?)v\d+")


def check(edit: EntryEdited, context: Context) -> Iterator[Remark]:
    entry = edit.after
    edited = list(edited_items(edit, _FIELD, context.schema.fields))
    if not edited:
        return
    before = steps_of(edit.before, context.before.bibliography)
    after = {id(step.item): step for step in steps_of(entry, context.after.bibliography)}
    steps = after | {id(step.item): step for step in before}
    # The bibliography of either side may know a work by its preprint or as published.
    known = {
        _work(work)
        for side in (context.before, context.after)
        for work, _ in cited_by(edit.before, side.bibliography)
    }
    for item, became in edited:
        old = steps.get(id(item))
        # What was no evidence, or not of a day that has been, may be put right.
        if old is None or not _has_been(old, context):
            continue
        new = steps.get(id(became))
        said = f"{entry.label}: the history item {quote(old.old)} → {quote(old.new)} of {old.date}"
        if new:
            if instead := _instead(old, new, known):
                keeps = instead.keys() == {"citation"}
                beside = {"citation": f"{old.citation}, {new.citation}"}
                yield Remark(
                    f"{said} now has {' and '.join(instead.values())}.",
                    _KEEP if keeps else _PUT_BACK,
                    entry.at(new.item),
                    entry.id,
                    suggestion=with_keys(context.document, entry, new.item, beside)
                    if keeps
                    else None,
                )
        elif not any(_is_same(old, step) for step in after.values()):
            yield Remark(f"{said} is gone.", _PUT_BACK, entry.at_field(_FIELD), entry.id)


def _has_been(step: Step, context: Context) -> bool:
    day = read_day(step.date)
    return step.is_proven and day is not None and not (context.today and day > context.today)


def _instead(old: Step, new: Step, known: set[str]) -> dict[str, str]:
    """Say by key what a step has instead of its date, or of its work one never cited before."""
    instead = {}
    if read_day(new.date) and read_day(new.date) != read_day(old.date):
        instead["date"] = f"the date {new.date}"
    works = {_work(work) for work in old.works}
    fresh = [work for work in new.works if _work(work) not in known]
    if fresh and not works <= {_work(work) for work in new.works}:
        instead["citation"] = f"{quote(as_value(fresh[0]))} for its evidence"
    return instead


def _is_same(one: Step, other: Step) -> bool:
    """Whether a step is told by another item too: the same way on the same day or by one work."""
    shared = {_work(work) for work in one.works} & {_work(work) for work in other.works}
    return (one.old, one.new) == (other.old, other.new) and (one.date == other.date or bool(shared))


def _work(work: Citation) -> str:
    """Return what all versions of a work share."""
    return _VERSION.sub(r"\1", identity(work))
