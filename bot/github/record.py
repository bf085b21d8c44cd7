"""Act: keep one branch with one commit, and one pull request from it."""

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from bot.github.client import Installation
from bot.github.issue import Issue, RecordPull
from bot.github.people import Person

_REPORT = "Failed-attempt-report: "
_ENTRY = "Failed-attempt-entry: "


@dataclass(frozen=True, slots=True)
class Record:
    """What is to be recorded: the whole registry file as it should be, and for which entry.

    The entry `is_named` where a command chose it; else it is the report's own and may change there.
    """

    entry: str
    registry: str
    is_named: bool


async def push(github: Installation, issue: Issue, record: Record) -> None:
    """Let the issue's branch be the default branch's tip and one commit with the record.

    Raises Refused, Unavailable. Run again it makes another commit that says the same.
    """
    api = f"/repos/{issue.id.repository}/git"
    file = {
        "path": issue.configuration.paths.registry,
        "mode": "100644",
        "type": "blob",
        "content": record.registry,
    }
    tree = await github.post(f"{api}/trees", {"base_tree": issue.tip.tree, "tree": [file]})
    commit = await github.post(
        f"{api}/commits",
        {
            "message": _message(issue, record),
            "tree": tree["sha"],
            "parents": [issue.tip.commit],
        },
    )
    if issue.branch:
        path = f"{api}/refs/heads/{quote(issue.id.branch)}"
        await github.patch(path, {"sha": commit["sha"], "force": True})
    else:
        ref = f"refs/heads/{issue.id.branch}"
        await github.post(f"{api}/refs", {"ref": ref, "sha": commit["sha"]})


async def open_pull(github: Installation, issue: Issue) -> RecordPull:
    """Return the pull request from the issue's branch, opening it if there is none yet.

    Raises as `push` does. Lists may lag behind what was just written, so REST is asked once more.
    Nothing in its text came from the reporter, so that it is fit for title, body and merge message.
    """
    api, number = f"/repos/{issue.id.repository}/pulls", issue.id.number
    owner = issue.id.repository.partition("/")[0]
    for pull in await github.get(f"{api}?head={owner}:{quote(issue.id.branch)}&state=all"):
        state = "MERGED" if pull["merged_at"] else str(pull["state"]).upper()
        return RecordPull(pull["number"], state)
    pull = await github.post(
        api,
        {
            "title": f"Record the failed attempt of #{number}",
            "head": issue.id.branch,
            "base": issue.tip.name,
            "body": (
                f"This records the failed attempt that #{number} reports, as one item of one "
                "entry. Edits of the report update this branch until somebody else commits to "
                f"it.\n\nCloses #{number}\n"
            ),
        },
    )
    return RecordPull(pull["number"], "OPEN")


def is_ours(issue: Issue) -> bool:
    """Whether the head of the issue's branch is a commit that `push` made for this issue."""
    return issue.branch is not None and _signed(issue) in issue.branch.message.split("\n")


def entry_on_branch(issue: Issue) -> str | None:
    """Return the entry that a command has named for the issue's branch, None where none has.

    The command may have been edited or deleted since.
    """
    lines = issue.branch.message.split("\n") if issue.branch and is_ours(issue) else ()
    return next((line.removeprefix(_ENTRY) for line in lines if line.startswith(_ENTRY)), None)


def _signed(issue: Issue) -> str:
    # No "#": each push would otherwise leave another reference on the issue.
    return f"{_REPORT}{issue.id.number}"


def _message(issue: Issue, record: Record) -> str:
    trailers = [_signed(issue), *([f"{_ENTRY}{record.entry}"] if record.is_named else [])]
    if issue.author:
        trailers.append(f"Co-authored-by: {_identity(issue.author, issue.repository_url)}")
    return f"Record a failed attempt on {record.entry}\n\n" + "\n".join(trailers) + "\n"


def _identity(person: Person, repository_url: str) -> str:
    """Return name and public no-reply address, by which GitHub links a commit to an account."""
    host = urlsplit(repository_url).hostname or "github.com"
    address = f"{person.id}+{person.full_login}@users.noreply.{host}"
    return f"{person.full_login} <{address}>"
