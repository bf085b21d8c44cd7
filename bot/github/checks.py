"""Check runs where no pull request could be read: delayed, given up, or still waiting."""

from typing import Any
from urllib.parse import quote

from bot.desired import Check, answers
from bot.github.client import GitHubApp, Installation
from bot.github.pull import PullRequestId
from bot.github.shown import CHECK_NAME
from bot.inert import plain

FAILED = Check(
    title="The review could not be finished",
    summary=(
        "This is a fault of registry-bot or of its connection to GitHub, not of the pull request. "
        "The attempts are used up; re-run this check to try again."
    ),
    conclusion="timed_out",
)
QUEUED = Check(
    title="The review is waiting for its turn",
    summary="Others are reviewed first. Nothing has to be done; the verdict will stand here.",
    conclusion=None,
    status="queued",
)


def delayed(seconds: float, reason: str) -> Check:
    """Return a check that says what went wrong on our side and when the next try is.

    GitHub's words may quote a contributor's, so `reason` is made literal.
    """
    return Check(
        title="The review is delayed",
        summary=(
            f"{plain(reason)} That is no fault of the pull request. "
            f"The next try is in about {max(1, round(seconds))} seconds; nothing has to be done."
        ),
        conclusion=None,
        status="in_progress",
    )


async def check_runs(
    github: Installation, app_id: int, repository: str, head: str
) -> list[tuple[str, dict[str, Any]]]:
    """Return our check runs on a commit, oldest first, each with its pull request's number."""
    answer = await github.get(
        f"/repos/{repository}/commits/{head}/check-runs"
        f"?check_name={quote(CHECK_NAME)}&app_id={app_id}&filter=all&per_page=100"
    )
    runs = sorted(answer["check_runs"], key=lambda run: int(run["id"]))
    return [(run["external_id"] or "", run) for run in runs]


async def announce(
    app: GitHubApp, wanted: PullRequestId, head: str, check: Check, *, is_new: bool = False
) -> None:
    """Show `check` on the head of a pull request, on the open check run if there is one.

    None is made where the head has what was asked for: a verdict, or a failure that was told of
    before, by a request whose answer we did not hear. A pull request that `is_new` has nothing, so
    that nothing is asked.
    """
    github = app.installation(wanted.installation)
    number = str(wanted.number)
    shown = []
    if not is_new:
        shown = await check_runs(github, app.app_id, wanted.repository, head)
    ours = [run for external_id, run in shown if external_id == number]
    if ours and _is_told(check, ours[-1]):
        return
    open_runs = [run for run in ours if run["status"] != "completed"]
    path = f"/repos/{wanted.repository}/check-runs"
    data: dict[str, Any] = {
        "name": CHECK_NAME,
        "external_id": number,
        "output": {"title": check.title, "summary": check.summary},
    }
    if check.conclusion:
        data["output"]["text"] = check.details
    # GitHub takes a check run with a conclusion for completed.
    data |= {"conclusion": check.conclusion} if check.conclusion else {"status": check.status}
    if open_runs:
        await github.patch(f"{path}/{open_runs[-1]['id']}", data)
    else:
        await github.post(path, data | {"head_sha": head})


def _is_told(check: Check, latest: dict[str, Any]) -> bool:
    """Whether a head whose newest check run is `latest` needs no `check` besides."""
    if check.status == "queued":
        return True
    if latest["status"] != "completed":
        return False
    if check.conclusion is None and not check.asked_by:
        return bool(latest["conclusion"] != FAILED.conclusion)
    return answers(latest["output"]["text"] or "", check.asked_by)
