"""The review: one pure function from the two sides of a change to everything the bot says."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING

from registry.changes import (
    Change,
    EntryChange,
    EntryEdited,
    EntryRenumbered,
    ProjectionShifted,
)
from registry.diff import compare, counterparts
from registry.document import Entry
from registry.snapshot import Snapshot
from rules import RULES
from rules.configuration import RuleSettings
from rules.labels import labels_of
from rules.multiset import beyond
from rules.rule import Context, Finding, Rule, Severity

if TYPE_CHECKING:
    from registry.projection.shift import ProjectionDelta

MOST_REMARKS = 1000
"""What one rule says of one subject at the most, so that no text can make it speak for ever."""


class Conclusion(StrEnum):
    SUCCESS = "success"
    NEUTRAL = "neutral"
    FAILURE = "failure"


@dataclass(frozen=True, slots=True)
class Review:
    """What is said of one change. `healed` are findings of the base that the change removes.

    `labels` are logical names, sorted. `projection` is None where nothing was to be computed.
    """

    conclusion: Conclusion
    findings: tuple[Finding, ...]
    changes: tuple[Change, ...]
    labels: tuple[str, ...]
    healed: tuple[Finding, ...] = ()
    projection: "ProjectionDelta | None" = None

    def of(self, severity: Severity) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity is severity)


NOTHING_TOUCHED = Review(Conclusion.NEUTRAL, (), (), ())


def review(  # noqa: PLR0913 - two sides of a change, and named facts that each can be left out
    before: Snapshot,
    after: Snapshot,
    *,
    tip: Snapshot | None = None,
    settings: RuleSettings | None = None,
    today: date | None = None,
    pull_text: str = "",
    dead: frozenset[str] = frozenset(),
) -> Review:
    """Review the change from `before` (the merge base) to `after` (the head).

    `tip` is the base branch as it is now, whose schema and ids are in force; the merge base when
    None. `today` lets dates be judged; without it no rule that needs a clock speaks. `pull_text`,
    the pull request's title and body, only lets a finding say that its remedy stands there. `dead`
    are the citations, by identity, that were looked up and found gone.
    """
    settings = settings or RuleSettings()
    return _Reviewer(before, after, tip or before, settings, today, pull_text, dead).review()


def lint(
    snapshot: Snapshot, *, settings: RuleSettings | None = None, today: date | None = None
) -> Review:
    """Judge a whole registry as it stands: every rule that looks at a state, on every entry."""
    reviewer = _Reviewer(snapshot, snapshot, snapshot, settings or RuleSettings(), today)
    return _concluded(reviewer.state(snapshot, snapshot.document.entries), changes=())


@dataclass(frozen=True, slots=True)
class _Reviewer:
    before: Snapshot
    after: Snapshot
    tip: Snapshot
    settings: RuleSettings
    today: date | None
    pull_text: str = ""
    dead: frozenset[str] = frozenset()

    def review(self) -> Review:
        if self.after.is_lost:
            # Nothing is known of its entries: neither that they are gone nor that they are healed.
            return _concluded(
                _beyond(self.state(self.after, ()), self.state(self.before, ())), changes=()
            )
        changes = self._changes()
        old, new = self._touched()
        went_on = counterparts(self.before.document, self.after.document)
        debt = list(_under_new_ids(self.state(self.before, old), went_on))
        state = list(self.state(self.after, new))
        context = self._context(self.after)
        edits = self._edited(changes, went_on)
        shift = self._shift()
        events = [*changes, *edits, *([ProjectionShifted(shift)] if shift else [])]
        findings = [*_beyond(state, debt), *self._judge(events, context)]
        healed = _healed(_beyond(debt, state), findings, went_on)
        return _concluded(findings, changes, healed, shift, touched=self._touches())

    def _touches(self) -> bool:
        """Whether anything of the registry differs, also where the change is of no kind."""
        before, after = self.before, self.after
        return (
            before.document.text != after.document.text
            or before.bibliography != after.bibliography
            or _texts(before) != _texts(after)
        )

    def _changes(self) -> tuple[Change, ...]:
        before, after = self.before, self.after
        changes: tuple[Change, ...] = compare(before.document, after.document)
        if before.baselines_text != after.baselines_text:
            from registry.baselines.compare import compare_baselines  # noqa: PLC0415 - seldom used

            changes += compare_baselines(before.baselines, after.baselines)
        if before.published_text != after.published_text:
            from registry.published import compare_published  # noqa: PLC0415 - seldom used

            changes += compare_published(before.published, after.published)
        return changes

    def _shift(self) -> "ProjectionDelta | None":
        """Return what the change does to the headlines; None where it touches none of its inputs.

        A change of prose, notes or comments touches none.
        """
        if _texts(self.before) == _texts(self.after):
            return None
        before, after = self.before.premises, self.after.premises
        if not (before.baselines.records and before.published.headlines) or before == after:
            return None
        from registry.projection.delta import project_delta  # noqa: PLC0415 - imports numpy

        delta = project_delta(before, after)
        return delta if delta.says_something else None

    def state(self, side: Snapshot, entries: Iterable[Entry]) -> Iterator[Finding]:
        """Yield what the rules say of one side: of the snapshot as a whole and of `entries`."""
        yield from self._judge([side, *entries], self._context(side))

    def _judge(self, subjects: Iterable[object], context: Context) -> Iterator[Finding]:
        active = self._active()
        rules_for: dict[type, list[tuple[Rule, Severity]]] = {}
        for subject in subjects:
            kind = type(subject)
            if kind not in rules_for:
                rules_for[kind] = [one for one in active if issubclass(kind, one[0].subjects)]
            for rule, severity in rules_for[kind]:
                for remark in islice(rule.check(subject, context), MOST_REMARKS):
                    yield rule.finding(remark, context, severity)

    def _active(self) -> list[tuple[Rule, Severity]]:
        rated = ((rule, self.settings.severity_of(rule)) for rule in RULES)
        return [(rule, severity) for rule, severity in rated if severity]

    def _context(self, side: Snapshot) -> Context:
        return Context(
            self.before, self.after, self.tip, side, self.today, self.pull_text, self.dead
        )

    def _touched(self) -> tuple[list[Entry], list[Entry]]:
        """Return the entries of both sides whose text the other side does not have."""
        old, new = self.before.document.entries, self.after.document.entries
        old_texts = {id(entry.section) for entry in old}
        new_texts = {id(entry.section) for entry in new}
        # Sections are shared by content, so identity stands for equality; where the cache let one
        # go, an unchanged entry is judged on both sides and cancels out.
        return (
            [entry for entry in old if id(entry.section) not in new_texts],
            [entry for entry in new if id(entry.section) not in old_texts],
        )

    def _edited(
        self, changes: Iterable[Change], went_on: Mapping[str, Entry]
    ) -> Iterator[EntryEdited]:
        """Yield what changed, entry by entry, also where the change is none that has a kind."""
        edits: dict[str | None, list[Change]] = {}
        for change in changes:
            if isinstance(change, EntryChange) and not isinstance(change, EntryRenumbered):
                edits.setdefault(change.entry_id, []).append(change)
        for entry_id, old in went_on.items():
            new = self.after.document.by_id[entry_id]
            if old.section is not new.section and old.section.text != new.section.text:
                yield EntryEdited(old, new, tuple(edits.get(entry_id, ())))


def _texts(side: Snapshot) -> tuple[object, ...]:
    """Return all that the projection is read from, unread."""
    return side.baselines_text, side.published_text, side.document.statuses


def _beyond(findings: Iterable[Finding], others: Iterable[Finding]) -> list[Finding]:
    """Return the findings that `others` do not have too, each counted as often as it stands."""
    known = (finding.fingerprint for finding in others)
    return beyond(findings, known, lambda finding: finding.fingerprint)


def _under_new_ids(debt: Iterable[Finding], went_on: Mapping[str, Entry]) -> Iterator[Finding]:
    """Yield what was said of the base, of renumbered entries as if they had their new ids then.

    So the debt of an entry stays its debt, whatever it is called.
    """
    new_ids = {old.id: entry_id for entry_id, old in went_on.items() if old.id != entry_id}
    for finding in debt:
        if new_id := new_ids.get(finding.entry or ""):
            message = re.sub(rf"\b{finding.entry}\b", new_id, finding.message)
            yield replace(finding, entry=new_id, message=message)
        else:
            yield finding


def _healed(
    gone: Iterable[Finding], findings: Iterable[Finding], went_on: Mapping[str, Entry]
) -> Iterator[Finding]:
    """Yield the findings that are `gone` because something was put right.

    They may also be gone with their entry, or because the same thing is wrong in other words, or
    because another mistake now hides them.
    """
    again = {(finding.rule, finding.entry or finding.path) for finding in findings}
    wrong = {finding.entry for finding in findings if finding.severity is not Severity.NOTICE}
    for finding in gone:
        kept = not finding.entry or (finding.entry in went_on and finding.entry not in wrong)
        if kept and (finding.rule, finding.entry or finding.path) not in again:
            yield finding


_ORDER = {severity: index for index, severity in enumerate(Severity)}


def _concluded(
    findings: Iterable[Finding],
    changes: tuple[Change, ...],
    healed: Iterable[Finding] = (),
    projection: "ProjectionDelta | None" = None,
    *,
    touched: bool = False,
) -> Review:
    ordered = tuple(
        sorted(set(findings), key=lambda f: (_ORDER[f.severity], f.path, f.line, f.rule, f.message))
    )
    failed = any(finding.severity is Severity.ERROR for finding in ordered)
    verdict = Review(
        Conclusion.FAILURE if failed else Conclusion.SUCCESS,
        ordered,
        changes,
        (),
        tuple(healed),
        projection,
    )
    shifted = projection is not None and projection.shifted
    labels = labels_of(verdict.findings, verdict.changes, shifted=shifted, touched=touched)
    return replace(verdict, labels=labels)
