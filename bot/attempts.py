"""Reports of failed attempts: one comment and two labels; on a maintainer's word a pull request.

Every run starts from what GitHub shows and ends where all it shows is as it should be, so that it
may come late, twice or out of order. That a command was answered is told by our reaction to it.
"""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from bot.accepts import Accept, accepts_on, answered
from bot.attempt_comment import ATTEMPT_MARKER, Said, Standing, attempt_comment, with_apology
from bot.attempt_report import Report, form_of, read_report, why_no_report
from bot.github.blobs import Blobs
from bot.github.client import GitHubApp, Installation
from bot.github.errors import Missing, Refused
from bot.github.issue import Answer, Issue, IssueId, RecordPull
from bot.github.issue_reader import IssueReader
from bot.github.mutations import Mutation, create_labels, run
from bot.github.record import entry_on_branch, is_ours, open_pull, push
from bot.work.handler import Attempt, Done, Ignored, Outcome
from registry.document import read_document
from registry.snapshot import decode

PATIENCE = 2
"""Attempts in which a 404 to a write may mean that GitHub does not know yet what it has just made;
after that it is taken for its way to say no.
"""


class Attempts:
    """Handles issues that report failed attempts."""

    def __init__(self, app: GitHubApp, blobs: Blobs, *, today: Callable[[], date]) -> None:
        self._app = app
        self._reader = IssueReader(blobs)
        self._today = today

    async def handle(self, wanted: IssueId, attempt: Attempt) -> Outcome:
        """Bring one issue up to date. Raises what GitHub's answers raise."""
        github = self._app.installation(wanted.installation)
        issue = await self._reader.read(github, wanted, ATTEMPT_MARKER)
        if reason := why_no_report(issue, form_of(issue)):
            return Ignored(reason)
        accepts = await accepts_on(github, issue)
        report, chosen = await self._read(issue, accepts)
        try:
            standing, pull = await _record(github, issue, report, wanted=chosen is not None)
            obstacle = ""
        except Refused as error:
            if isinstance(error, Missing) and attempt.number <= PATIENCE and attempt.retry_in:
                raise
            standing, pull, obstacle = Standing.REFUSED_BY_GITHUB, issue.pull, str(error)
        accepts = list(answered(accepts, chosen, standing))
        early = next((one for one in reversed(accepts) if one.answer is Answer.WAITS), None)
        said = Said(
            standing,
            pull.number if pull else None,
            refused=any(one.answer is Answer.REFUSED for one in accepts),
            early=early is not None,
            early_entry=early.entry if early else None,
            obstacle=obstacle,
        )
        written = await _show(github, issue, report, said, accepts)
        return Done(standing.value if written else f"{standing.value}: nothing to write")

    async def give_up(self, wanted: IssueId) -> None:
        """Say on a report that it was not looked at, and that the fault is ours.

        Raises what GitHub's answers raise. On an issue that may be no report nothing is said.
        """
        github = self._app.installation(wanted.installation)
        found = await self._reader.conversation(github, wanted, ATTEMPT_MARKER)
        first = found.comments[0] if found.comments else None
        body = with_apology(first.body if first else ATTEMPT_MARKER)
        if first and first.body != body:
            edit = {"id": first.id, "body": body}
            await run(github, [Mutation("updateIssueComment", edit, vital=False)])
        elif first is None and found.is_report:
            words = {"subjectId": found.node_id, "body": body}
            await run(github, [Mutation("addComment", words, vital=False)])

    async def _read(self, issue: Issue, accepts: list[Accept]) -> tuple[Report, Accept | None]:
        """Read the report for the entry it was accepted for; return the command to carry out.

        The first command that was carried out settled the entry, and later ones change nothing.
        Where the branch tells it, that counts, whatever became of the command.
        """
        form, today = form_of(issue), self._today()
        settled = next((one for one in accepts if one.answer is Answer.ACCEPTED), None)
        entry = entry_on_branch(issue) or (settled.entry if settled else None)
        report = await asyncio.to_thread(read_report, issue, form, entry, today)
        for accept in accepts:
            if accept.answer is not None:
                continue
            if settled or issue.pull or accept.entry is None:
                meant = report
            else:
                meant = await asyncio.to_thread(read_report, issue, form, accept.entry, today)
            if meant.record:
                return meant, accept
        return report, None


async def _record(
    github: Installation, issue: Issue, report: Report, *, wanted: bool
) -> tuple[Standing, RecordPull | None]:
    """Open the pull request or bring its branch up to date, where that is asked for.

    Returns where the record stands and its pull request. Raises Refused, Unavailable.
    """
    pull = issue.pull
    if pull is None:
        if report.is_in(report.document):
            return Standing.RECORDED, None
        if not wanted:
            return Standing.WAITING, None
        if issue.branch and not is_ours(issue):
            raise Refused(f"There is a branch {issue.id.branch} already, made by somebody else.")
        if report.record and not _is_on_branch(issue, report):
            await push(github, issue, report.record)
        pull = await open_pull(github, issue)
    elif pull.state == "OPEN" and issue.branch and not is_ours(issue):
        return Standing.BY_HAND, pull
    elif pull.state == "OPEN" and report.record and _is_to_do(issue, report, pull):
        await push(github, issue, report.record)
    return _STANDINGS[pull.state], pull


_STANDINGS = {"OPEN": Standing.OPEN, "MERGED": Standing.MERGED, "CLOSED": Standing.CLOSED}


def _is_to_do(issue: Issue, report: Report, pull: RecordPull) -> bool:
    """Whether the branch lacks the report as it is, or starts where nobody can merge it from."""
    return pull.conflicts or not _is_on_branch(issue, report)


def _is_on_branch(issue: Issue, report: Report) -> bool:
    text = decode(issue.branch.registry) if issue.branch else None
    return isinstance(text, str) and report.is_in(read_document(text))


async def _show(
    github: Installation, issue: Issue, report: Report, said: Said, accepts: list[Accept]
) -> bool:
    """Bring comment, labels and reactions to where they should be; tell whether that took a write.

    What is refused here (a locked conversation takes neither) is done without.
    """
    mutations = [*_comment(issue, report, said, spoken_to=bool(accepts))]
    needs_info = not (report.verdict.complete or said.standing.is_over)
    mutations += await _labels(github, issue, needs_info=needs_info)
    mutations += [
        Mutation("addReaction", {"subjectId": one.remark, "content": one.answer.value}, vital=False)
        for one in accepts
        if one.is_new and one.answer
    ]
    if mutations:
        await run(github, mutations)
    return bool(mutations)


def _comment(issue: Issue, report: Report, said: Said, *, spoken_to: bool) -> Iterator[Mutation]:
    first, *doubles = issue.comments or (None,)
    body = attempt_comment(report, said)
    if first is None:
        if issue.configuration.comment or spoken_to:
            yield Mutation("addComment", {"subjectId": issue.node_id, "body": body}, vital=False)
    elif first.body != body:
        yield Mutation("updateIssueComment", {"id": first.id, "body": body}, vital=False)
    for double in filter(None, doubles):
        yield Mutation("deleteIssueComment", {"id": double.id}, vital=False)


async def _labels(github: Installation, issue: Issue, *, needs_info: bool) -> list[Mutation]:
    """Return the writes of labels; one that a person took away stays off, as do people's on."""
    names, shown = issue.configuration.labels, issue.labels
    report, needs = names["failed-attempt"], names["needs-info"]
    wanted = {report, needs} if needs_info else {report}
    added = sorted(wanted - shown.present - shown.taken_away)
    removed = sorted({needs} & shown.present & shown.ours - wanted)
    ids: Mapping[str, str] = shown.ids
    if missing := [name for name in added if name not in ids]:
        ids = {**ids, **await create_labels(github, issue.repository_node_id, missing)}
    verbs = (("addLabelsToLabelable", added), ("removeLabelsFromLabelable", removed))
    return [
        Mutation(verb, {"labelableId": issue.node_id, "labelIds": found}, vital=False)
        for verb, labels in verbs
        if (found := [ids[name] for name in labels if name in ids])
    ]
