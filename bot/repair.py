"""Make good what GitHub did not deliver: compare its log of deliveries with our inbox.

GitHub never sends a delivery again by itself, and keeps its log for three days. What is older is
found by looking at the open pull requests for heads that have no check run of ours.
"""

import json
import time
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from typing import Any

import structlog

from bot.events import PullSubject, subject_of
from bot.github.client import GitHubApp, translated
from bot.github.errors import GitHubError
from bot.github.pull import PullRequestId
from bot.github.shown import CHECK_NAME
from bot.work.handler import Done, Ignored, Outcome
from bot.work.store import Delivery, Store, UnknownDelivery

PERIOD = 300.0
OVERLAP = 900.0
"""Seconds before the last look that are looked at again: the log itself may lag."""
LOG_KEPT = 3 * 86_400.0
MAX_LOGGED = 5_000
"""Entries of the log read in one go; bounds a repair to fifty requests and what it fetches."""
MAX_REPOSITORIES = 500

log = structlog.get_logger()

_OPEN_PULLS = f"""
query OpenPulls($owner: String!, $name: String!, $app: Int!, $after: String) {{
  repository(owner: $owner, name: $name) {{
    pullRequests(states: OPEN, first: 50, after: $after) {{
      pageInfo {{ hasNextPage endCursor }}
      nodes {{ number headRefOid baseRefName commits(last: 1) {{ nodes {{ commit {{
        checkSuites(first: 5, filterBy: {{appId: $app, checkName: "{CHECK_NAME}"}}) {{ nodes {{
          checkRuns(first: 20, filterBy: {{checkName: "{CHECK_NAME}"}}) {{ nodes {{ externalId }} }}
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
    ) -> None:
        self._app = app
        self._store = store
        self._repaired = repaired
        self._clock = clock
        self._looked_until = 0.0

    async def run(self) -> Outcome:
        """Take what is missing into the inbox. What fails is tried again at the next turn."""
        started = self._clock()
        since = max(self._looked_until - OVERLAP, started - LOG_KEPT)
        try:
            found = await self._from_log(since)
            if self._looked_until == 0.0:
                found += await self._from_open_pulls()
        except GitHubError as error:
            log.warning("repair.failed", error=str(error))
            return Ignored(str(error))
        self._looked_until = started
        self._repaired(found)
        return Done(f"{found} deliveries made good")

    async def _from_log(self, since: float) -> int:
        found = 0
        async for entry in self._logged(since):
            if await self._is_known(entry["guid"]):
                continue
            detail = await self._app.get(f"/app/hook/deliveries/{entry['id']}")
            found += await self._take(entry["guid"], entry["event"], detail["request"]["payload"])
        return found

    async def _logged(self, since: float) -> AsyncIterator[dict[str, Any]]:
        """Yield the log's entries that may need work, newest first, back to `since`."""
        pages = self._app.pages("/app/hook/deliveries?per_page=100")
        for _ in range(MAX_LOGGED):
            entry = await translated(lambda: anext(pages, None))
            if entry is None or datetime.fromisoformat(entry["delivered_at"]).timestamp() < since:
                return
            if (entry["event"], entry["action"]) in _WORTH_ASKING_FOR:
                yield entry

    async def _is_known(self, guid: str) -> bool:
        try:
            await self._store.show(guid)
        except UnknownDelivery:
            return False
        return True

    async def _take(self, guid: str, event: str, payload: Any) -> int:
        subject = subject_of(event, payload)
        if isinstance(subject, Ignored):
            return 0
        data = json.dumps(payload).encode()
        delivery = Delivery(guid, str(subject), event, data, self._clock())
        receipt = await self._store.receive(delivery)
        log.info("repair.taken", delivery=guid, subject=delivery.subject)
        return int(receipt.is_new)

    async def _from_open_pulls(self) -> int:
        """Ask for a review of every open head without our check, as after a long outage."""
        found = 0
        async for installation, repository in self._repositories():
            found += await self._sweep(installation, repository)
        return found

    async def _repositories(self) -> AsyncIterator[tuple[int, str]]:
        number = 0
        installations = self._app.pages("/app/installations?per_page=100")
        while installation := await translated(lambda: anext(installations, None)):
            if installation["suspended_at"]:
                continue
            answer = await self._app.installation(installation["id"]).get(
                "/installation/repositories?per_page=100"
            )
            for repository in answer["repositories"]:
                number += 1
                if number > MAX_REPOSITORIES:
                    return
                yield installation["id"], repository["full_name"]

    async def _sweep(self, installation: int, repository: str) -> int:
        owner, _, name = repository.partition("/")
        variables = {"owner": owner, "name": name, "app": self._app.app_id, "after": None}
        answer = await self._app.installation(installation).graphql(_OPEN_PULLS, variables)
        pulls = ((answer.data.get("repository") or {}).get("pullRequests") or {}).get("nodes", [])
        found = 0
        for pull in pulls:
            if not _has_check(pull):
                wanted = PullRequestId(installation, repository, pull["number"])
                delivery = opened(wanted, pull["headRefOid"], pull["baseRefName"], self._clock())
                found += (await self._store.receive(delivery)).is_new
        return found


_WORTH_ASKING_FOR = frozenset(
    {
        *(
            ("pull_request", action)
            for action in ("opened", "synchronize", "reopened", "ready_for_review", "edited")
        ),
        ("check_run", "rerequested"),
        ("check_suite", "rerequested"),
        *(("issues", action) for action in ("opened", "edited", "labeled")),
        ("issue_comment", "created"),
    }
)


def _has_check(pull: dict[str, Any]) -> bool:
    suites = pull["commits"]["nodes"][0]["commit"]["checkSuites"]["nodes"]
    runs = [run for suite in suites for run in suite["checkRuns"]["nodes"]]
    return any(run["externalId"] == str(pull["number"]) for run in runs)


def opened(pull: PullRequestId, head: str, base: str, now: float) -> Delivery:
    """Return a delivery as GitHub's on opening a pull request, with an id of its head's."""
    payload = {
        "action": "synchronize",
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
