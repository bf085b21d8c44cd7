"""What a rule is, what it is given and what it says."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from types import ModuleType
from typing import Any, get_args, get_type_hints

from registry.changes import Change
from registry.citations import Citation, find
from registry.document import Document, Entry, Lines
from registry.schema import Schema
from registry.snapshot import Snapshot


class Severity(StrEnum):
    """How much a finding matters: an error fails the check, the others never do."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Text that replaces the lines `line` to `end_line` (from 1) of the finding's file.

    `template` is the text with a gap where it holds today's date, empty where it holds none.
    """

    line: int
    end_line: int
    text: str
    template: str = ""

    @property
    def lasting(self) -> str:
        """The text as a comment shows it that has to read the same tomorrow."""
        return self.template or self.text


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule says about one place; the frame makes a `Finding` of it.

    `message` is one sentence that says what is wrong, `help` how to put it right. `path` is the
    registry file when None. `evidence` is what makes the remark the same one as yesterday's
    although its lines moved; the message when empty.
    """

    message: str
    help: str
    lines: Lines
    entry: str | None = None
    path: str | None = None
    suggestion: Suggestion | None = None
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A remark with the rule that made it, ready to be shown."""

    rule: str
    name: str
    severity: Severity
    path: str
    line: int
    end_line: int
    entry: str | None
    message: str
    help: str
    suggestion: Suggestion | None = None
    evidence: str = ""

    @property
    def fingerprint(self) -> tuple[str, str, str]:
        """What stays the same while the finding does, whatever line it moves to."""
        return (self.rule, self.entry or self.path, self.evidence or self.message)


@dataclass(frozen=True)
class Context:
    """Everything a rule may look at besides its subject.

    `before` is the merge base, `after` the head and `tip` the base branch as it is now; in `lint`
    all three are the same. `side` is the one of them that holds the subject. `today` is None where
    the caller keeps the clock out. `pull_text` is title and body of the pull request, empty where
    there is none; `dead` are the citations, by identity, that were looked up and found gone.
    """

    before: Snapshot
    after: Snapshot
    tip: Snapshot
    side: Snapshot
    today: date | None = None
    pull_text: str = ""
    dead: frozenset[str] = frozenset()

    @property
    def schema(self) -> Schema:
        """The schema in force: the base branch's, or the document's own where there is none."""
        return self.tip.document.schema or self.side.document.schema or Schema(())

    @property
    def document(self) -> Document:
        return self.side.document

    @property
    def next_free_id(self) -> str:
        """The id that a new entry should take: above all in use here and on the base branch."""
        prefix = self.schema.id_prefix
        used = (side.document.highest.get(prefix, 0) for side in (self.side, self.tip))
        return f"{prefix}{max(used) + 1}"

    @cached_property
    def told(self) -> tuple[Citation, ...]:
        """The works that the pull request's text cites, read once for all transitions."""
        return tuple(found.citation for found in find(self.pull_text, self.after.bibliography))

    def retells(self, entry: Entry) -> bool:
        """Whether an entry's name or prose is not the other side's; in `lint` always.

        What stands on both sides is found on both and cancels out, so it need not be looked for.
        """
        if self.before is self.after:
            return True
        other_side = self.after if self.side is self.before else self.before
        other = other_side.document.by_id.get(entry.id)
        if other is None or other.section.block is None:
            return True
        return (other.name, other.prose.text) != (entry.name, entry.prose.text)

    def knows(self, entry_id: str) -> bool:
        """Whether an entry of this id will exist: on the base branch as it is now, less what the
        change removes, plus what it adds.
        """
        here, before = self.side.document.by_id, self.before.document.by_id
        if entry_id in self.tip.document.by_id:
            return entry_id in here or entry_id not in before
        return entry_id in here and entry_id not in before


@dataclass(frozen=True, slots=True)
class Example:
    """A good or bad case: test and manual at once.

    `after` (and `before`, the sample's own text when empty) is one of: YAML fields that replace
    those of the sample entry B1; sections (`## …`) that replace all entries; a whole document
    (`# …`). `prose` and `references` replace the entry's prose and the bibliography; `baselines`
    and `published` hold pairs of a text in the sample's file and the text in its place. `dead` are
    the addresses of works that are gone.
    """

    after: str = ""
    before: str = ""
    without: tuple[str, ...] = ()
    prose: str = ""
    references: str = ""
    baselines: tuple[tuple[str, str], ...] = ()
    published: tuple[tuple[str, str], ...] = ()
    header: str = ""
    says: str = ""
    dead: tuple[str, ...] = ()


Check = Callable[[Any, Context], Iterable[Remark]]


def _is_subject(annotation: object) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, (Entry, Snapshot, Change))


_MODULE_NAME = re.compile(r"(?P<code>rb\d{3})_(?P<name>[a-z0-9_]+)")


@dataclass(frozen=True)
class Rule:
    """One rule: its module's name gives code and name, its docstring the reason.

    `subjects` are the types of `check`'s first argument, which decide what the rule is given: an
    `Entry` or a `Snapshot` (judged on both sides, and only what is new is reported), or a change.
    """

    code: str
    name: str
    severity: Severity
    since: str
    good: tuple[Example, ...]
    bad: tuple[Example, ...]
    doc: str
    subjects: tuple[type, ...]
    check: Check = field(repr=False)

    @classmethod
    def of(cls, module: ModuleType) -> "Rule":
        """Make the rule that `module` describes. Raises TypeError when it does not describe one."""
        match = _MODULE_NAME.fullmatch(module.__name__.rpartition(".")[2])
        if not match:
            raise TypeError(f"{module.__name__}: a rule's file is named rb<number>_<what_it_asks>")
        hints = get_type_hints(module.check)
        annotation = next(iter(hints.values()))
        subjects = get_args(annotation) or (annotation,)
        if not all(_is_subject(subject) for subject in subjects):
            raise TypeError(f"{module.__file__}: check() takes an Entry, a Snapshot or a Change")
        return cls(
            code=match["code"].upper(),
            name=match["name"].replace("_", "-"),
            severity=module.severity,
            since=module.since,
            good=tuple(module.good),
            bad=tuple(module.bad),
            doc=module.__doc__ or "",
            subjects=subjects,
            check=module.check,
        )

    @cached_property
    def summary(self) -> str:
        """The docstring's first paragraph on one line."""
        return " ".join(self.doc.strip().split("\n\n")[0].split())

    @cached_property
    def paragraphs(self) -> tuple[str, ...]:
        """The docstring's paragraphs, unwrapped: what, why, how to fix."""
        return tuple(" ".join(part.split()) for part in self.doc.strip().split("\n\n"))

    def finding(self, remark: Remark, context: Context, severity: Severity) -> Finding:
        return Finding(
            rule=self.code,
            name=self.name,
            severity=severity,
            path=remark.path or context.side.paths.registry,
            line=remark.lines.start,
            end_line=remark.lines.end,
            entry=remark.entry,
            message=remark.message,
            help=remark.help,
            suggestion=remark.suggestion,
            evidence=remark.evidence,
        )
