"""One run on one subject: derive the facts, decide by the pure review, act on the difference."""

import asyncio
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import structlog

from bot.attempts import Attempts
from bot.base_moved import BaseMoved
from bot.comments import REVIEW_MARKER
from bot.desired import Check, desired, writes_for
from bot.events import (
    BranchSubject,
    GroupSubject,
    IssueSubject,
    PullSubject,
    Subject,
    SuiteSubject,
    hint_of,
    parse_subject,
)
from bot.github.blobs import Blobs
from bot.github.checks import FAILED, announce, check_runs, delayed
from bot.github.client import GitHubApp, Installation
from bot.github.errors import (
    GitHubError,
    Missing,
    RateLimited,
    Refused,
    Renamed,
    Unavailable,
)
from bot.github.pull import Expected, PullReader, PullRequest, PullRequestId
from bot.github.shown import CHECK_NAME, Shown, ShownLabels
from bot.github.writer import write
from bot.merge_group import MergeGroups
from bot.resolvers import Resolvers
from bot.seal import Seal
from bot.tracing import span
from bot.work.handler import Attempt, Done, Hopeless, Ignored, Outcome, TryAgainLater
from bot.work.store import Delivery, Store
from registry.snapshot import Snapshot, read_snapshot
from rules.evidence import cited_anew
from rules.review import NOTHING_TOUCHED, Review, review

log = structlog.get_logger()

FRESH = 2.0
"""Seconds for which what was read of a pull request is taken for what GitHub shows."""
MAX_DECISIONS = 3
REFUSED_TRIES = 3
"""GitHub may refuse, or answer 404 for, what it has just told us of; so often it is asked before we
believe."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the deliveries on a pull request ask for together.

    `expected` are its newest head and base as they tell it, `because` what occasioned them and
    `asked_by` the newest of them that asks for a check run of its own, empty where none does.
    """

    expected: Expected
    because: str
    asked_by: str


@dataclass(frozen=True, slots=True)
class Sides:
    """The registry at the merge base, on the head and on the base branch as it is now."""

    before: Snapshot
    after: Snapshot
    tip: Snapshot


def read_sides(pull: PullRequest) -> Sides:
    """Read a pull request's files."""
    paths = pull.configuration.paths
    files = (pull.files_before, pull.files_after, pull.files_tip)
    return Sides(*(read_snapshot(side, paths) for side in files))


class Reviewer:
    """Handles the subjects of the durable store; safe to run twice, late or out of order."""

    def __init__(  # noqa: PLR0913  # all but the first two are named
        self,
        app: GitHubApp,
        store: Store,
        *,
        seal: Seal,
        today: Callable[[], date],
        rules_url: str | None = None,
        resolvers: Resolvers | None = None,
        fresh: float = FRESH,
    ) -> None:
        self._app = app
        self._store = store
        self._today = today
        self._rules_url = rules_url
        self._resolvers = resolvers
        self._fresh = fresh
        blobs = Blobs()
        self._reader = PullReader(app.app_id, blobs, seal)
        self._base_moved = BaseMoved(app, store, self._reader)
        self._merge_groups = MergeGroups(app, blobs, today=today, rules_url=rules_url)
        self._attempts = Attempts(app, blobs, today=today)

    async def handle(
        self, subject: str, deliveries: Sequence[Delivery], attempt: Attempt
    ) -> Outcome:
        """Bring one subject up to date. Raises what makes the worker try again."""
        found = parse_subject(subject)
        try:
            return await self._dispatch(found, deliveries, attempt)
        except Renamed as error:
            return await self._hand_over(found, error.repository, deliveries)
        except RateLimited as error:
            raise TryAgainLater(str(error), error.retry_after) from error
        except Refused as error:
            if attempt.number < REFUSED_TRIES and attempt.retry_in is not None:
                raise
            if isinstance(error, Missing):
                return Ignored(str(error))
            raise Hopeless(str(error)) from error

    async def _dispatch(
        self, subject: Subject, deliveries: Sequence[Delivery], attempt: Attempt
    ) -> Outcome:
        match subject:
            case PullSubject(pull):
                return await self._pull(pull, deliveries, attempt)
            case SuiteSubject():
                return await self._suite(subject, deliveries)
            case BranchSubject():
                return await self._base_moved.handle(subject, deliveries)
            case GroupSubject():
                return await self._merge_groups.handle(subject, deliveries)
            case IssueSubject(issue):
                return await self._attempts.handle(issue, attempt)

    async def give_up(self, subject: str, deliveries: Sequence[Delivery], error: str) -> None:
        """Say on the pull request that its review failed, and that the fault is ours."""
        found = parse_subject(subject)
        try:
            if isinstance(found, PullSubject):
                check = replace(FAILED, asked_by=deliveries[-1].id)
                await announce(self._app, found.pull, _wish(deliveries).expected.head, check)
            elif isinstance(found, GroupSubject):
                await self._merge_groups.show(found, FAILED)
            elif isinstance(found, IssueSubject):
                await self._attempts.give_up(found.issue)
        except Refused as refused:
            log.warning("check.not_announced", reason=str(refused), given_up_for=error)

    async def _pull(
        self, wanted: PullRequestId, deliveries: Sequence[Delivery], attempt: Attempt
    ) -> Outcome:
        wish = _wish(deliveries)
        github = self._app.installation(wanted.installation)
        try:
            return await self._review(github, wanted, wish)
        except (Missing, Renamed):
            raise
        except RateLimited as error:
            # REST and GraphQL have limits of their own, so that this may well be heard.
            await self._try_to_announce(wanted, wish, delayed(error.retry_after, str(error)))
            raise
        except Exception as error:
            if attempt.retry_in is not None:
                # What GitHub answered may be shown; an exception of our own may hold anything.
                reason = str(error) if isinstance(error, GitHubError) else "registry-bot failed."
                await self._try_to_announce(wanted, wish, delayed(attempt.retry_in, reason))
            raise

    async def _hand_over(
        self, subject: Subject, repository: str, deliveries: Sequence[Delivery]
    ) -> Outcome:
        """Let the subject under its new name, of which a run may be under way, do the work."""
        renamed = _under(subject, repository)
        for one in deliveries:
            again = replace(one, id=f"{one.id}:{repository}", subject=str(renamed))
            await self._store.receive(again)
        return Done(f"handed over to {renamed}")

    async def _review(self, github: Installation, wanted: PullRequestId, wish: Wish) -> Outcome:
        pull, verdict = await self._decide(github, wanted, wish.expected)
        if not pull.is_open:
            return Ignored("the pull request is closed, or its repository archived")
        wished = desired(
            verdict, pull, self._rules_url, because=wish.because, asked_by=wish.asked_by
        )
        writes = writes_for(wished, pull)
        if not writes:
            return Done(f"{verdict.conclusion}: nothing to write")
        with span("write"):
            await write(github, pull, writes)
        log.info("review.shown", head=pull.head, conclusion=verdict.conclusion)
        return Done(f"{verdict.conclusion}: {len(verdict.findings)} findings")

    async def _decide(
        self, github: Installation, wanted: PullRequestId, expected: Expected
    ) -> tuple[PullRequest, Review]:
        """Judge what GitHub shows; judging that took long counts only if the same is shown still.

        Raises Unavailable when a pull request changes faster than it can be judged.
        """
        asked = time.monotonic()
        pull = await self._read(github, wanted, expected)
        for _ in range(MAX_DECISIONS):
            verdict = await self._judged(pull)
            if time.monotonic() - asked <= self._fresh:
                return pull, verdict
            judged, asked = pull, time.monotonic()
            pull = await self._read(github, wanted, expected)
            if _facts(judged) == _facts(pull):
                return pull, verdict
            log.info("review.superseded", head=judged.head, by=pull.head)
        raise Unavailable("The pull request kept moving while it was judged.")

    async def _read(
        self, github: Installation, wanted: PullRequestId, expected: Expected
    ) -> PullRequest:
        with span("read"):
            return await self._reader.read(github, wanted, expected, REVIEW_MARKER)

    async def _judged(self, pull: PullRequest) -> Review:
        if not (pull.is_open and pull.touched):
            return NOTHING_TOUCHED
        with span("review"):
            sides = await asyncio.to_thread(read_sides, pull)
            dead = await self._dead(sides)
            return await asyncio.to_thread(judge, pull, sides, self._today(), dead)

    async def _dead(self, sides: Sides) -> frozenset[str]:
        """Look up what the change cites anew; never decides and never delays for long."""
        if self._resolvers is None:
            return frozenset()
        cited = await asyncio.to_thread(cited_anew, sides.before, sides.after)
        return await self._resolvers.dead(cited, sides.after.bibliography)

    async def _suite(self, suite: SuiteSubject, deliveries: Sequence[Delivery]) -> Outcome:
        """Ask for a re-run of each of our check runs on a commit.

        A suite names no pull request of a fork, but our check runs carry their numbers.
        """
        github = self._app.installation(suite.installation)
        shown = await check_runs(github, self._app.app_id, suite.repository, suite.head)
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

    async def _try_to_announce(self, wanted: PullRequestId, wish: Wish, check: Check) -> None:
        check = replace(check, asked_by=wish.asked_by)
        try:
            await announce(self._app, wanted, wish.expected.head, check)
        except GitHubError as error:
            log.warning("check.not_announced", error=str(error))


def judge(pull: PullRequest, sides: Sides, today: date, dead: frozenset[str]) -> Review:
    """Return the review of what a pull request touches; pure, the same as on the command line."""
    return review(
        sides.before,
        sides.after,
        tip=sides.tip,
        settings=pull.configuration.rules,
        today=today,
        pull_text=pull.text,
        dead=dead,
    )


def _facts(pull: PullRequest) -> PullRequest:
    """Return what a verdict rests on, without what GitHub shows of our own."""
    nothing = Shown((), (), ShownLabels(frozenset(), frozenset(), frozenset(), {}))
    return replace(pull, shown=nothing, record="", was_broken=False, hunks={})


def _under(subject: Subject, repository: str) -> Subject:
    """Return a subject under the name that its repository goes by now."""
    match subject:
        case PullSubject(pull):
            return PullSubject(replace(pull, repository=repository))
        case IssueSubject(issue):
            return IssueSubject(replace(issue, repository=repository))
    return replace(subject, repository=repository)


def _rerequest(pull: PullRequestId, head: str) -> bytes:
    payload = {
        "action": "rerequested",
        "installation": {"id": pull.installation},
        "repository": {"full_name": pull.repository},
        "check_run": {"name": CHECK_NAME, "head_sha": head, "external_id": str(pull.number)},
    }
    return json.dumps(payload).encode()


def _wish(deliveries: Sequence[Delivery]) -> Wish:
    """Fold what all deliveries, oldest first, say."""
    hints = [hint_of(delivery.event, json.loads(delivery.payload)) for delivery in deliveries]
    bases = [hint.base for hint in hints if hint.base != "HEAD"]
    asking = [
        delivery.id for delivery, hint in zip(deliveries, hints, strict=True) if hint.new_check
    ]
    return Wish(
        expected=Expected(hints[-1].head, bases[-1] if bases else "HEAD"),
        because=" ".join(dict.fromkeys(hint.because for hint in hints if hint.because)),
        asked_by=asking[-1] if asking else "",
    )
