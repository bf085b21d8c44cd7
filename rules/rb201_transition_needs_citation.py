"""A change of status brings a `status_history` item that cites the evidence for it.

A status is what readers act on, so each move has to be one that a stranger can check. The item
says from where to where, on which day and on what evidence; where a registry's schema documents no
`status_history`, any citation that the same change adds to the entry counts.

To fix it, add the item in the same pull request: date, `from`, `to` and at least one citation.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from registry.changes import StatusChanged
from registry.document import Entry, Lines
from registry.yaml_mending import quoted
from rules.evidence import (
    IN_HISTORY,
    as_value,
    cited_anew,
    cited_by,
    identity,
    near_miss,
    reason_of,
    works_in,
)
from rules.fields import misspelt
from rules.patch import replaced, with_item, with_keys
from rules.rule import Context, Example, Remark, Severity, Suggestion
from rules.transition import (
    Step,
    Transition,
    path_through,
    spare_steps,
    steps_of,
    transition_of,
)
from rules.values import day_flaw
from rules.wording import listing, quote

severity = Severity.ERROR
since = "0.1"

good = [
    Example(
        "status: partial\n"
        "status_history:\n"
        '  - {date: 2026-05-01, from: open, to: partial, citation: "@kwon2023"}\n',
        says="The item and its citation come with the status.",
    ),
]
bad = [
    Example("status: partial", says="The status moves and nothing says why."),
    Example(
        "status: partial\n"
        "status_history:\n"
        "  - {date: 2026-05-01, from: open, to: partial, citation: TBD}\n",
        says="A placeholder is no citation.",
    ),
    Example(
        "status: partial\n"
        "status_history:\n"
        '  - {date: 2026-05-01, from: partial, to: open, citation: "@kwon2023"}\n',
        says="`from` and `to` are swapped.",
    ),
]

_HISTORY = "status_history"
_FORMS = "`arXiv:…`, `doi:…`, an https link, `MLPerf …` or `@key`"
_DAY = "YYYY-MM-DD"
"""Stands for today wherever a comment shows it, which must not change from day to day."""


def check(change: StatusChanged, context: Context) -> Iterator[Remark]:
    transition = transition_of(change.before, change.after, context)
    if transition is None or transition.is_complete:
        return
    case = _Case(change.after, transition, context)
    if not transition.documented:
        yield case.without_history()
    elif renamed := case.history_under_another_name():
        yield renamed
    elif not transition.claimed and (other := case.entry_with_the_item()):
        yield case.item_in(other)
    elif transition.added:
        yield case.flawed_item(case.likeliest_item())
    elif reused := case.reused_item():
        yield case.item_of_before(reused)
    else:
        yield case.no_item()


@dataclass(frozen=True, slots=True)
class _Flaw:
    """What is wrong with an item, under which key, and the value that puts it right, if known."""

    phrase: str
    key: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class _Case:
    entry: Entry
    transition: Transition
    context: Context

    @property
    def says(self) -> str:
        way = self.transition
        return f"{self.entry.label} goes from {quote(way.old)} to {quote(way.new)}"

    def remark(
        self, message: str, help_: str, lines: Lines, suggestion: Suggestion | None = None
    ) -> Remark:
        return Remark(message, help_, lines, self.entry.id, suggestion=suggestion)

    def without_history(self) -> Remark:
        but = "this change adds no citation to the entry"
        if told := self.only_told():
            but = f"{told}: cite the evidence in the entry"
        return self.remark(
            f"{self.says}, but {but}.",
            f"Cite the evidence in the entry, as {_FORMS}.",
            self.entry.at_field("status"),
        )

    # --- an item came with the change, and something about it is wrong

    def likeliest_item(self) -> Step:
        """Return the item that was meant for this transition: what fits most of it, the last."""
        way = self.transition

        def fit(step: Step) -> tuple[bool, bool, bool]:
            right = (step.old, step.new) in way.claimed and not step.is_proven
            swapped = (step.new, step.old) == (way.old, way.new)
            return right, swapped, step.new == way.new

        return max(reversed(way.added), key=fit)

    def flawed_item(self, step: Step) -> Remark:
        flaws = [*self.flaws_of_way(step), *self.flaws_of_date(step), *self.flaws_of_citation(step)]
        slips = [
            f"has {quote(pair.key.text)} where `{name}` is meant"
            for name, pair in step.slips.items()
        ]
        phrases = list(dict.fromkeys([*slips, *(flaw.phrase for flaw in flaws)]))
        values = {flaw.key: flaw.value for flaw in flaws if flaw.value is not None}
        suggestion = None
        if len(values) == len(flaws):
            suggestion = self.dated(lambda day: self.with_values(step, values, day))
        return self.remark(
            f"{self.says}, but the history item for it {_joined(phrases)}.",
            "Change the item like this, if that is what is meant:"
            if suggestion
            else self.help_for(step, flaws),
            self.lines_of(step, flaws),
            suggestion,
        )

    def flaws_of_way(self, step: Step) -> Iterator[_Flaw]:
        way = self.transition
        found = {"from": step.old, "to": step.new}
        wanted = {"from": way.old, "to": way.new}
        if (step.old, step.new) in way.claimed:
            return
        if not (step.old or step.new):
            phrase = "does not say from where to where"
        else:
            phrase = f"says {quote(step.old)} → {quote(step.new)}"
            if (step.new, step.old) == (way.old, way.new):
                phrase += ", the other way round"
        for key, value in wanted.items():
            if found[key] != value:
                yield _Flaw(phrase, key, value)

    def flaws_of_date(self, step: Step) -> Iterator[_Flaw]:
        if not step.date:
            yield _Flaw("has no date", "date", _DAY if self.context.today else None)
        elif flawed := day_flaw(step.date):
            found, meant = flawed
            yield _Flaw(f"has {quote(step.date)} for a date, {found}", "date", meant)

    def flaws_of_citation(self, step: Step) -> Iterator[_Flaw]:
        if step.works:
            return
        if step.citation:
            miss = near_miss(step.citation, self.context.after.bibliography)
            why = f" ({reason_of(miss)})" if miss else ""
            value = miss.replacement if miss else None
            phrase = f"has {quote(step.citation)} for a citation, which is none{why}"
            yield _Flaw(f"{phrase}{'' if value else self.put_it_in()}", "citation", value)
        elif elsewhere := self.evidence_within(step) or self.evidence_elsewhere():
            cited, place = elsewhere
            yield _Flaw(f"has no citation, while {place} cites {quote(cited)}", "citation", cited)
        else:
            yield _Flaw(f"has no citation{self.put_it_in()}", "citation")

    def put_it_in(self) -> str:
        told = self.only_told()
        return f": {told}, so put the evidence into the item" if told else ""

    def with_values(self, step: Step, values: dict[str, str], day: str) -> Suggestion | None:
        filled = {key: day if value == _DAY else value for key, value in values.items()}
        return with_keys(self.context.document, self.entry, step.item, filled, step.slips)

    def help_for(self, step: Step, flaws: list[_Flaw]) -> str:
        asks = {
            "from": f"`from: {self.transition.old}`",
            "to": f"`to: {self.transition.new}`",
            "date": "a `date` written year-month-day",
            "citation": f"a `citation`: {_FORMS}",
        }
        wanted = {
            **{name: f"the key `{name}`" for name in step.slips},
            **{flaw.key: asks[flaw.key] for flaw in flaws},
        }
        return f"Give the item {_joined(list(wanted.values()))}."

    def lines_of(self, step: Step, flaws: list[_Flaw]) -> Lines:
        """Return the line of the only wrong key, else those of the item."""
        pairs = step.item.by_key | dict(step.slips)
        wrong = {*step.slips, *(flaw.key for flaw in flaws)}
        pair = pairs.get(wrong.pop()) if len(wrong) == 1 else None
        return self.entry.at(pair.value if pair else step.item)

    # --- no item came with the change

    def reused_item(self) -> Step | None:
        """Return an item for this step that the history had before, the rewritten one if any."""
        way = self.transition
        kept = steps_of(self.entry, self.context.after.bibliography)
        same = [step for step in kept if (step.old, step.new) == (way.old, way.new)]
        return max(same, key=self.is_rewritten, default=None)

    def is_rewritten(self, step: Step) -> bool:
        """Whether a step that was not added reads otherwise than it did."""
        earlier = steps_of(self.transition.before, self.context.before.bibliography)
        return step.evidence not in {was.evidence for was in earlier}

    def item_of_before(self, step: Step) -> Remark:
        help_, suggestion = self.item_to_add()
        if self.is_rewritten(step):
            but = "this change rewrites an earlier history item instead of adding one"
            help_ = f"Put the earlier item back. {help_}"
        else:
            when = f" of {quote(step.date)}" if step.date else ""
            but = f"the history item{when} for it was there before this change"
        return self.remark(
            f"{self.says}, but {but}.",
            help_,
            self.entry.at(step.item),
            suggestion,
        )

    def history_under_another_name(self) -> Remark | None:
        block = self.entry.section.block
        pair = misspelt(block, self.context.schema.fields).get(_HISTORY) if block else None
        if pair is None:
            return None
        lines = self.entry.at(pair.key)
        return self.remark(
            f"{self.says}, but its history stands under {quote(pair.key.text)}, which the schema"
            " does not know.",
            f"Spell the key `{_HISTORY}:`.",
            lines,
            replaced(self.context.document, lines, pair.key.source, _HISTORY),
        )

    def item_in(self, other: Entry) -> Remark:
        return self.remark(
            f"{self.says}, but the `status_history` item for that was added to {other.label}"
            " instead.",
            f"Move the item from {other.label} to `status_history` of {self.entry.label}.",
            self.entry.at_field("status"),
        )

    def no_item(self) -> Remark:
        elsewhere = self.evidence_elsewhere()
        help_, suggestion = self.item_to_add()
        if elsewhere:
            cited, place = elsewhere
            but = f"{quote(cited)} is cited in {place} and in no `status_history` item"
        elif told := self.only_told():
            but = f"{told}: put the evidence into a `status_history` item"
        else:
            but = "this change adds no `status_history` item that cites the evidence"
        return self.remark(
            f"{self.says}, but {but}.", help_, self.entry.at_field("status"), suggestion
        )

    def evidence_within(self, step: Step) -> tuple[str, str] | None:
        """Return what another key of the item cites, such as its note, and which key that is."""
        bibliography = self.context.after.bibliography
        for pair in step.item:
            if works := works_in(pair.value, bibliography):
                return ", ".join(map(as_value, works)), f"its {quote(pair.key.text)}"
        return None

    def evidence_elsewhere(self) -> tuple[str, str] | None:
        """Return the only work that the entry newly cites, and where; None for none or several."""
        cited = self.transition.newly_cited.values()
        # What another history item cites is that item's evidence.
        found = [(work, place) for work, place in cited if place != IN_HISTORY]
        return (as_value(found[0][0]), found[0][1]) if len(found) == 1 else None

    def only_told(self) -> str:
        """Say which works the pull request's text cites and no entry gets; empty for none."""
        context = self.context
        known = {identity(work) for work, _ in cited_by(self.entry, context.after.bibliography)}
        if told := [work for work in context.told if identity(work) not in known]:
            # What another entry gets with this change is that entry's evidence.
            known = {identity(work) for work in cited_anew(context.before, context.after)}
            told = [work for work in told if identity(work) not in known]
        if not told:
            return ""
        works = listing(as_value(work) for work in told[:2])
        is_ = "is" if len(told) == 1 else "are"
        return f"{works} {is_} cited in the pull request's text and not in the entry"

    def entry_with_the_item(self) -> Entry | None:
        """Return another entry that got this transition's item without a need for it itself."""
        before, way = self.context.before.document.by_id, self.transition
        for entry_id, entry in self.context.after.document.by_id.items():
            old = before.get(entry_id)
            if old is None or old.section is entry.section or entry_id == self.entry.id:
                continue
            if path_through(spare_steps(old, entry, self.context), way.old, way.new):
                return entry
        return None

    def item_to_add(self) -> tuple[str, Suggestion | None]:
        """Return the help, and the item as a suggestion where all of its values are known."""
        elsewhere, way = self.evidence_elsewhere(), self.transition
        cited = quoted(elsewhere[0]) if elsewhere else "…"

        def item(day: str) -> str:
            return f"{{date: {day}, from: {way.old}, to: {way.new}, citation: {cited}}}"

        if elsewhere and self.context.today:
            suggestion = self.dated(lambda day: self.with_new_item(item(day)))
            if suggestion:
                return "If that is the evidence, add the item like this:", suggestion
        put = "" if elsewhere else f", with {_FORMS} in the place of `…`"
        return f"Add {quote('- ' + item(_DAY), 200)} under `status_history:`{put}.", None

    def with_new_item(self, item: str) -> Suggestion | None:
        document, schema = self.context.document, self.context.schema
        return with_item(document, schema, self.entry, _HISTORY, item)

    def dated(self, make: Callable[[str], Suggestion | None]) -> Suggestion | None:
        """Make a suggestion for today that comments can show without the date."""
        lasting = make(_DAY)
        if lasting is None or self.context.today is None:
            return lasting
        suggestion = make(self.context.today.isoformat())
        if suggestion is None or suggestion == lasting:
            return suggestion
        return replace(suggestion, template=lasting.text)


def _joined(phrases: list[str]) -> str:
    *most, last = phrases
    return f"{', '.join(most)} and {last}" if most else last
