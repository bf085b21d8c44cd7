"""What is wrong with the numbers of a side, for the rules that each report one kind of fault."""

from collections.abc import Iterator

from registry.baselines.model import Fault, Issue
from registry.document import Lines
from registry.snapshot import Snapshot
from rules.rule import Context, Remark


def remarks(side: Snapshot, context: Context, fault: Fault) -> Iterator[Remark]:
    """Yield a remark for each issue of this kind; none where a change leaves the numbers alone."""
    if not touched(context):
        return
    for issue in _issues(side):
        if issue.fault is fault:
            yield remark(side, issue)


def remark(side: Snapshot, issue: Issue) -> Remark:
    return Remark(
        issue.message,
        issue.help,
        Lines(issue.line, issue.end_line),
        path=side.paths.baselines,
        evidence=f"{issue.path}: {issue.message}",
    )


def touched(context: Context) -> bool:
    """Whether the numbers are to be judged: all of them in `lint`, else only changed ones.

    Numbers that are the same on both sides need not even be read.
    """
    if context.before is context.after:
        return bool(context.after.baselines_text)
    return context.before.baselines_text != context.after.baselines_text


def _issues(side: Snapshot) -> tuple[Issue, ...]:
    if not side.baselines.usable:
        return side.baselines.issues
    from registry.projection.inputs import issues_of  # noqa: PLC0415 - imports numpy

    return issues_of(side.premises)
