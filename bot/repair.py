"""Make good what GitHub did not deliver: compare its log of deliveries with our inbox.

GitHub never sends a delivery again by itself, and keeps its log for three days. What is older is
found by looking at the open pull requests for heads that have no check run of ours.
"""

import json
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime
from functools import partial
from typing import Any

import structlog

from bot.events import PullSubject, subject_of
from bot.github.client import GitHubApp
from bot.github.errors import GitHubError, Refused, Unavailable
from bot.github.pull import PullRequestId
from bot.github.shown import CHECK_NAME
from bot.work.handler import Done, Ignored, Outcome
from bot.work.store import Delivery, Store, UnknownDelivery

PERIOD = 300.0
OVERLAP = 900.0
"""Seconds before the last look that are looked at again: the log itself may lag."""
LOG_KEPT = 3 * 86_400.0
MAX_REQUESTS = 500
"""Requests of one turn for the log, and as many for open pull requests, of the thousands an hour
that GitHub grants; what is left waits for the next turn."""

log = structlog.get_logger()

_OPEN_PULLS = f"""
query OpenPulls($owner: String!, $name: String!, $app: Int!, $after: String) {{
  repository(owner: $owner, name: $name) {{
    pullRequests(states: OPEN, first: 50, after: $after) {{
      pageInfo {{ hasNextPage endCursor }}
      nodes {{ number headRefOid baseRefName commits(last: 1) {{ nodes {{ commit {{
        checkSuites(first: 5, filterBy: {{appId: $app, checkName: "{CHECK_NAME}"}}) {{ nodes {{
          checkRuns(first: 20, filterBy: {{checkName: "{CHECK_NAME}"}}) {{
            nodes {{ externalId status }}
          }}
        }} }}
      }} }} }} }}
    }}
  }}
}}
"""


class Repair:
    """Runs every five minutes on one host, and whenever a worker starts."""

    def __init__(
        self,
        app: GitHubApp,
        store: Store,
        *,
        repaired: Callable[[int], None],
        clock: Callable[[], float] = time.time,
        max_requests: int = MAX_REQUESTS,
    ) -> None:
        self._app = app
        self._store = store
        self._repaired = repaired
        self._clock = clock
        self._max_requests = max_requests
        self._looked_until = 0.0
        self._found = self._requests = 0
        self._steps: deque[Callable[[], Awaitable[None]]] = deque(
            [partial(self._installations, "/app/installations?per_page=100")]
        )
        """What is left of looking at all open pull requests, a request each."""

    async def run(self) -> Outcome:
        """Take what is missing into the inbox. What fails is tried again at the next turn."""
        self._found = self._requests = 0
        trouble = await self._from_log() or await self._from_open_pulls()
        self._repaired(self._found)
        log.info("repair.ended", found=self._found, requests=self._requests, trouble=trouble)
        made_good = f"{self._found} deliveries made good in {self._requests} requests"
        return Ignored(f"{made_good}; {trouble}") if trouble else Done(made_good)

    async def _from_log(self) -> str:
        """Take what the log has and the inbox lacks; returns what kept it from the end."""
        started = self._clock()
        since = max(self._looked_until - OVERLAP, started - LOG_KEPT)
        try:
            async for entry in self._logged(since):
                if await self._is_known(entry["guid"]):
                    continue
                if self._requests >= self._max_requests:
                    return "the log is too long for one turn"
                self._requests += 1
                detail = await self._app.get(f"/app/hook/deliveries/{entry['id']}")
                await self._take(entry["guid"], entry["event"], detail["request"]["payload"])
        except GitHubError as error:
            log.warning("repair.failed", error=str(error))
            return str(error)
        self._looked_until = started
        return ""

    async def _logged(self, since: float) -> AsyncIterator[dict[str, Any]]:
        """Yield the log's entries that may need work, newest first, back to `since`."""
        following: str | None = "/app/hook/deliveries?per_page=100"
        while following and self._requests < self._max_requests:
            self._requests += 1
            entries, following = await self._app.page(following)
            for entry in entries:
                if datetime.fromisoformat(entry["delivered_at"]).timestamp() < since:
                    return
                if (entry["event"], entry["action"]) in _WORTH_ASKING_FOR:
                    yield entry

    async def _is_known(self, guid: str) -> bool:
        try:
            await self._store.show(guid)
        except UnknownDelivery:
            return False
        return True

    async def _take(self, guid: str, event: str, payload: Any) -> None:
        subject = subject_of(event, payload)
        if isinstance(subject, Ignored):
            return
        data = json.dumps(payload).encode()
        delivery = Delivery(guid, str(subject), event, data, self._clock())
        receipt = await self._store.receive(delivery)
        log.info("repair.taken", delivery=guid, subject=delivery.subject)
        self._found += receipt.is_new

    async def _from_open_pulls(self) -> str:
        """Ask once for a review of every open head without our verdict, as after a long outage.

        Returns what kept it from the end. What one installation refuses does not stop the others.
        """
        later, trouble = [], ""
        for _ in range(self._max_requests):
            if not self._steps:
                break
            step = self._steps.popleft()
            self._requests += 1
            try:
                await step()
            except Unavailable as error:
                later.append(step)
                trouble = str(error)
            except Refused as error:
                log.warning("repair.refused", error=str(error))
        self._steps.extend(later)
        return trouble

    async def _installations(self, page: str) -> None:
        installations, following = await self._app.page(page)
        for installation in installations:
            if not installation["suspended_at"]:
                first = "/installation/repositories?per_page=100"
                self._steps.append(partial(self._repositories, installation["id"], first))
        if following:
            self._steps.append(partial(self._installations, following))

    async def _repositories(self, installation: int, page: str) -> None:
        answer, following = await self._app.installation(installation).page(page)
        for repository in answer["repositories"]:
            name = repository["full_name"]
            self._steps.append(partial(self._open_pulls, installation, name, None))
        if following:
            self._steps.append(partial(self._repositories, installation, following))

    async def _open_pulls(self, installation: int, repository: str, after: str | None) -> None:
        owner, _, name = repository.partition("/")
        variables = {"owner": owner, "name": name, "app": self._app.app_id, "after": after}
        answer = await self._app.installation(installation).graphql(_OPEN_PULLS, variables)
        pulls = (answer.data.get("repository") or {}).get("pullRequests")
        if not pulls:
            return
        for pull in pulls["nodes"]:
            if not _has_verdict(pull):
                wanted = PullRequestId(installation, repository, pull["number"])
                delivery = opened(wanted, pull["headRefOid"], pull["baseRefName"], self._clock())
                self._found += (await self._store.receive(delivery)).is_new
        if pulls["pageInfo"]["hasNextPage"]:
            end = pulls["pageInfo"]["endCursor"]
            self._steps.append(partial(self._open_pulls, installation, repository, end))


_WORTH_ASKING_FOR = frozenset(
    {
        *(
            ("pull_request", action)
            for action in ("opened", "synchronize", "reopened", "ready_for_review", "edited")
        ),
        ("check_run", "rerequested"),
        ("check_suite", "rerequested"),
        ("merge_group", "checks_requested"),
        ("push", None),
        *(("issues", action) for action in ("opened", "edited", "labeled")),
        ("issue_comment", "created"),
    }
)


def _has_verdict(pull: dict[str, Any]) -> bool:
    """Whether a check run of ours is completed; one that waits may wait for work that is lost."""
    suites = pull["commits"]["nodes"][0]["commit"]["checkSuites"]["nodes"]
    runs = [run for suite in suites for run in suite["checkRuns"]["nodes"]]
    ours = [run for run in runs if run["externalId"] == str(pull["number"])]
    return any(run["status"] == "COMPLETED" for run in ours)


def opened(pull: PullRequestId, head: str, base: str, now: float, because: str = "") -> Delivery:
    """Return a delivery as GitHub's on opening a pull request, with an id of its head's."""
    payload = {
        "action": "synchronize",
        "because": because,
        "installation": {"id": pull.installation},
        "repository": {"full_name": pull.repository},
        "pull_request": {
            "number": pull.number,
            "head": {"sha": head, "ref": ""},
            "base": {"sha": "", "ref": base},
        },
    }
    return Delivery(
        id=f"sweep:{pull.repository}#{pull.number}@{head}",
        subject=str(PullSubject(pull)),
        event="pull_request",
        payload=json.dumps(payload).encode(),
        received=now,
    )
