"""The default branch moved: review again only the open pull requests whose inputs changed.

Schema, ids and dependents in force are those of the base branch, and the configuration is the
default branch's, so a merge can change the verdict on every pull request that touches the registry,
and on no other.
"""

import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from typing import Any

from bot.configuration import CONFIGURATION_PATH
from bot.events import BranchSubject, changed_paths
from bot.github.client import GitHubApp
from bot.github.pull import PullReader, PullRequestId
from bot.inert import code
from bot.repair import opened
from bot.work.handler import Done, Ignored, Outcome
from bot.work.store import Delivery, Store

MAX_PAGES = 20
"""Pages of fifty open pull requests that are looked at."""

_OPEN_PULLS = """
query OpenPullsOn($owner: String!, $name: String!, $base: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequests(states: OPEN, baseRefName: $base, first: 50, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { number headRefOid files(first: 100) {
        nodes { path changeType } pageInfo { hasNextPage }
      } }
    }
  }
}
"""


class BaseMoved:
    """Turns a push into the reviews that it makes necessary."""

    def __init__(self, app: GitHubApp, store: Store, reader: PullReader) -> None:
        self._app = app
        self._store = store
        self._reader = reader

    async def handle(self, subject: BranchSubject, deliveries: Sequence[Delivery]) -> Outcome:
        """Ask for a review of each open pull request that reads what the push changed."""
        changed = _changed(deliveries)
        github = self._app.installation(subject.installation)
        known = await self._reader.configuration_of(github, subject.repository)
        watched = {*known.files}
        if changed is None or CONFIGURATION_PATH in changed:
            new = await self._reader.configuration_of(github, subject.repository, afresh=True)
            watched |= {*new.files}
        if changed is not None and not changed & watched:
            return Ignored("the push changes nothing that reviews read")
        last = deliveries[-1]
        what = "the history" if changed is None else ", ".join(map(code, sorted(changed & watched)))
        moved = f"{what} changed on {code(subject.branch)}"
        because = f"This was looked at again because {moved}."
        asked = 0
        async for pull in self._open_pulls(subject):
            if _reads(pull, watched):
                wanted = PullRequestId(subject.installation, subject.repository, pull["number"])
                head, now = pull["headRefOid"], last.received
                review = opened(wanted, head, subject.branch, now, because)
                await self._store.receive(replace(review, id=f"push:{last.id}:{wanted.number}"))
                asked += 1
        return Done(f"asked for {asked} reviews, because {moved}")

    async def _open_pulls(self, subject: BranchSubject) -> AsyncIterator[dict[str, Any]]:
        owner, _, name = subject.repository.partition("/")
        variables = {"owner": owner, "name": name, "base": subject.branch, "after": None}
        github = self._app.installation(subject.installation)
        for _ in range(MAX_PAGES):
            answer = await github.graphql(_OPEN_PULLS, variables)
            page = answer.data["repository"]["pullRequests"]
            for pull in page["nodes"]:
                yield pull
            if not page["pageInfo"]["hasNextPage"]:
                return
            variables["after"] = page["pageInfo"]["endCursor"]


def _changed(deliveries: Sequence[Delivery]) -> frozenset[str] | None:
    """Return the paths that pushes touched, None where one of them does not tell."""
    paths = frozenset[str]()
    for delivery in deliveries:
        if (touched := changed_paths(json.loads(delivery.payload))) is None:
            return None
        paths |= touched
    return paths


def _reads(pull: dict[str, Any], watched: set[str]) -> bool:
    """Whether a pull request touches the registry, or may: its list of files goes on, is not to be
    had, or has a file that was called something else before.
    """
    files = pull["files"]
    return files is None or bool(
        files["pageInfo"]["hasNextPage"]
        or any(
            file["path"] in watched or file["changeType"] == "RENAMED" for file in files["nodes"]
        )
    )
