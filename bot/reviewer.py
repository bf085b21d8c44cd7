"""One run on one subject: derive the facts, decide by the pure review, act on the difference."""

import asyncio
import json
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any
from urllib.parse import quote

import structlog

from bot.comments import REVIEW_MARKER
from bot.desired import Check, desired, writes_for
from bot.events import Hint, PullSubject, SuiteSubject, hint_of, parse_subject
from bot.github.blobs import Blobs
from bot.github.client import GitHubApp, Installation
from bot.github.errors import GitHubError, Missing, RateLimited
from bot.github.pull import CHECK_NAME, Expected, PullReader, PullRequest, PullRequestId
from bot.github.writer import write
from bot.work.handler import Attempt, Done, Ignored, Outcome, TryAgainLater
from bot.work.store import Delivery, Store
from registry.snapshot import read_snapshot
from rules.review import NOTHING_TOUCHED, Review, review

log = structlog.get_logger()


class Reviewer:
    """Handles the subjects of the durable store; safe to run twice, late or out of order."""

    def __init__(
        self,
        app: GitHubApp,
        store: Store,
        *,
        today: Callable[[], date],
        rules_url: str | None = None,
    ) -> None:
        self._app = app
        self._store = store
        self._today = today
        self._rules_url = rules_url
        self._reader = PullReader(app.app_id, Blobs())

    async def handle(
        self, subject: str, deliveries: Sequence[Delivery], attempt: Attempt
    ) -> Outcome:
        """Bring one subject up to date. Raises what makes the worker try again."""
        found = parse_subject(subject)
        try:
            match found:
                case PullSubject(pull):
                    return await self._pull(pull, deliveries, attempt)
                case SuiteSubject():
                    return await self._suite(found, deliveries)
        except RateLimited as error:
            raise TryAgainLater(str(error), error.retry_after) from error
        except Missing as error:
            return Ignored(str(error))

    async def give_up(self, subject: str, deliveries: Sequence[Delivery], error: str) -> None:
        """Say on the pull request that its review failed, and that the fault is ours."""
        found = parse_subject(subject)
        if isinstance(found, PullSubject):
            hint = _hint(deliveries)
            await self._announce(found.pull, hint.head, _FAILED)
        log.error("review.given_up", subject=subject, error=error)

    async def _pull(
        self, wanted: PullRequestId, deliveries: Sequence[Delivery], attempt: Attempt
    ) -> Outcome:
        hint = _hint(deliveries)
        github = self._app.installation(wanted.installation)
        try:
            return await self._review(github, wanted, hint)
        except (Missing, RateLimited):
            raise
        except Exception:
            if attempt.retry_in is not None:
                await self._try_to_announce(wanted, hint.head, _delayed(attempt.retry_in))
            raise

    async def _review(self, github: Installation, wanted: PullRequestId, hint: Hint) -> Outcome:
        expected = Expected(hint.head, hint.base)
        pull = await self._reader.read(github, wanted, expected, REVIEW_MARKER)
        if not pull.is_open:
            return Ignored("the pull request is closed")
        verdict = await asyncio.to_thread(judge, pull, self._today())
        writes = writes_for(desired(verdict, pull, self._rules_url), pull, new_check=hint.new_check)
        if not writes:
            return Done(f"{verdict.conclusion}: nothing to write")
        await write(github, pull, writes)
        return Done(f"{verdict.conclusion}: {len(verdict.findings)} findings")

    async def _suite(self, suite: SuiteSubject, deliveries: Sequence[Delivery]) -> Outcome:
        """Ask for a re-run of each of our check runs on a commit.

        A suite names no pull request of a fork, but our check runs carry their numbers.
        """
        github = self._app.installation(suite.installation)
        shown = await _check_runs(github, self._app.app_id, suite.repository, suite.head)
        numbers = sorted({int(number) for number, _ in shown if number.isdecimal()})
        last = deliveries[-1]
        for number in numbers:
            pull = PullRequestId(suite.installation, suite.repository, number)
            await self._store.receive(
                Delivery(
                    id=f"{last.id}:{number}",
                    subject=str(PullSubject(pull)),
                    event="check_run",
                    payload=_rerequest(pull, suite.head),
                    received=last.received,
                )
            )
        return Done(f"asked for {len(numbers)} reviews")

    async def _try_to_announce(self, wanted: PullRequestId, head: str, check: Check) -> None:
        try:
            await self._announce(wanted, head, check)
        except GitHubError as error:
            log.warning("check.not_announced", error=str(error))

    async def _announce(self, wanted: PullRequestId, head: str, check: Check) -> None:
        """Show `check` on a commit although the pull request could not be read."""
        github = self._app.installation(wanted.installation)
        shown = await _check_runs(github, self._app.app_id, wanted.repository, head)
        number = str(wanted.number)
        open_runs = [run for external_id, run in shown if external_id == number]
        open_runs = [run for run in open_runs if run["status"] != "completed"]
        path = f"/repos/{wanted.repository}/check-runs"
        data: dict[str, Any] = {
            "name": CHECK_NAME,
            "external_id": number,
            "output": {"title": check.title, "summary": check.summary},
        }
        # GitHub takes a check run with a conclusion for completed.
        data |= {"conclusion": check.conclusion} if check.conclusion else {"status": check.status}
        if open_runs:
            await github.patch(f"{path}/{open_runs[-1]['id']}", data)
        else:
            await github.post(path, data | {"head_sha": head})


def judge(pull: PullRequest, today: date) -> Review:
    """Return the review of a pull request's files. Pure, and the same as on the command line."""
    if not pull.touched:
        return NOTHING_TOUCHED
    paths = pull.configuration.paths
    return review(
        read_snapshot(pull.files_before, paths),
        read_snapshot(pull.files_after, paths),
        tip=read_snapshot(pull.files_tip, paths),
        settings=pull.configuration.rules,
        today=today,
    )


_FAILED = Check(
    title="The review could not be finished",
    summary=(
        "This is a fault of registry-bot or of its connection to GitHub, not of the pull request. "
        "The attempts are used up; re-run this check to try again."
    ),
    conclusion="timed_out",
)


def _delayed(seconds: float) -> Check:
    return Check(
        title="The review is delayed",
        summary=(
            "Something went wrong on registry-bot's side, not in the pull request. "
            f"The next try is in about {max(1, round(seconds))} seconds; nothing has to be done."
        ),
        conclusion=None,
    )


async def _check_runs(
    github: Installation, app_id: int, repository: str, head: str
) -> list[tuple[str, dict[str, Any]]]:
    """Return our check runs on a commit, oldest first, each with the number of its pull request."""
    answer = await github.get(
        f"/repos/{repository}/commits/{head}/check-runs"
        f"?check_name={quote(CHECK_NAME)}&app_id={app_id}&filter=all&per_page=100"
    )
    runs = sorted(answer["check_runs"], key=lambda run: int(run["id"]))
    return [(run["external_id"] or "", run) for run in runs]


def _rerequest(pull: PullRequestId, head: str) -> bytes:
    payload = {
        "action": "rerequested",
        "installation": {"id": pull.installation},
        "repository": {"full_name": pull.repository},
        "check_run": {"name": CHECK_NAME, "head_sha": head, "external_id": str(pull.number)},
    }
    return json.dumps(payload).encode()


def _hint(deliveries: Sequence[Delivery]) -> Hint:
    """Fold the hints of all deliveries: the newest head, and a new check if any asks for one."""
    hints = [hint_of(delivery.event, json.loads(delivery.payload)) for delivery in deliveries]
    bases = [hint.base for hint in hints if hint.base != "HEAD"]
    return Hint(
        head=hints[-1].head,
        base=bases[-1] if bases else "HEAD",
        new_check=any(hint.new_check for hint in hints),
    )
