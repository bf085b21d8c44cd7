"""A merge queue asks for the check on the commit that it would merge; it is completed there.

Such a commit has no conversation and lives for minutes, so that a check run is all it gets.
"""

import asyncio
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from bot.comments import MAX_LENGTH, REVIEW_MARKER, Links, review_comment, title
from bot.configuration import CONFIGURATION_PATH, Configuration, read_configuration
from bot.desired import Check
from bot.events import GroupSubject, parent_of
from bot.github.blobs import Blobs
from bot.github.checks import check_runs
from bot.github.client import GitHubApp
from bot.github.commit import read_blobs
from bot.github.shown import CHECK_NAME
from bot.work.handler import Done, Outcome
from bot.work.store import Delivery
from registry.snapshot import read_snapshot
from rules.review import NOTHING_TOUCHED, Review, review

EXTERNAL_ID = "merge group"
"""What stands where a pull request's check run has its number."""

Files = Mapping[str, bytes | None]


class MergeGroups:
    """Reviews what a group would add to its parent: the base branch or the group before it."""

    def __init__(
        self, app: GitHubApp, blobs: Blobs, *, today: Callable[[], date], rules_url: str | None
    ) -> None:
        self._app = app
        self._blobs = blobs
        self._today = today
        self._rules_url = rules_url

    async def handle(self, group: GroupSubject, deliveries: Sequence[Delivery]) -> Outcome:
        """Complete the check on a group's head, once."""
        parent = parent_of(json.loads(deliveries[-1].payload))
        (settings,) = await self._files(group, ("HEAD",), (CONFIGURATION_PATH,))
        configuration = read_configuration(settings[CONFIGURATION_PATH])
        before, after = await self._files(group, (parent, group.head), configuration.files)
        verdict = await asyncio.to_thread(_judge, before, after, configuration, self._today())
        links = Links(head=group.head, rules=self._rules_url)
        body = review_comment(verdict, links, notes=configuration.problems)
        summary = body.removeprefix(REVIEW_MARKER).lstrip()[:MAX_LENGTH]
        await self.show(group, Check(title(verdict), summary, verdict.conclusion.value))
        return Done(f"{verdict.conclusion}: {len(verdict.findings)} findings")

    async def show(self, group: GroupSubject, check: Check) -> None:
        """Make a completed check run on a group's head, unless it has one that ends the same."""
        github = self._app.installation(group.installation)
        shown = await check_runs(github, self._app.app_id, group.repository, group.head)
        if any(run["conclusion"] == check.conclusion for _, run in shown):
            return
        await github.post(
            f"/repos/{group.repository}/check-runs",
            {
                "name": CHECK_NAME,
                "external_id": EXTERNAL_ID,
                "head_sha": group.head,
                "conclusion": check.conclusion,
                "output": {"title": check.title, "summary": check.summary},
            },
        )

    async def _files(
        self, group: GroupSubject, commits: Sequence[str], paths: Sequence[str]
    ) -> list[Files]:
        github, name = self._app.installation(group.installation), group.repository
        found = await read_blobs(github, name, commits, paths)
        return [await self._blobs.contents(github, name, blobs) for blobs in found]


def _judge(before: Files, after: Files, configuration: Configuration, today: date) -> Review:
    if before == after:
        return NOTHING_TOUCHED
    sides = (read_snapshot(files, configuration.paths) for files in (before, after))
    return review(*sides, settings=configuration.rules, today=today)
