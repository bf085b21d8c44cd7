"""Derive: everything a review needs to know of a pull request, in as few requests as possible.

One GraphQL query reads what GitHub shows (head, files, labels, our comment, our checks) together
with the registry's files on the head and on the base branch. Where a branch is behind, the merge
base is asked for once, and its files are read in a second query.
"""

from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cachetools import LRUCache

from bot.configuration import (
    CONFIGURATION_PATH,
    FORM_PATH,
    Configuration,
    read_configuration,
)
from bot.github.blobs import Blobs
from bot.github.client import Installation
from bot.github.errors import Missing, Unavailable

CHECK_NAME = "registry review"
MAX_READS = 4
"""Rounds of asking again because head or configuration moved while we read."""


@dataclass(frozen=True, slots=True)
class PullRequestId:
    """Which pull request, and through which installation it is reached."""

    installation: int
    repository: str
    number: int


@dataclass(frozen=True, slots=True)
class ShownComment:
    id: str
    body: str


@dataclass(frozen=True, slots=True)
class ShownCheck:
    """A check run of ours on the head; enum values are lower case, as REST spells them."""

    id: str
    status: str
    conclusion: str | None
    title: str
    summary: str


@dataclass(frozen=True, slots=True)
class ShownLabels:
    """Labels by name (as GitHub spells them): what the pull request has, and who put it there."""

    present: frozenset[str]
    ours: frozenset[str]
    taken_away: frozenset[str]
    """Labels that a person removed last; they stay off."""
    ids: Mapping[str, str]
    """Node ids of the repository's labels that we asked for, by name."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What GitHub shows of our work on a pull request. Comments and checks are oldest first."""

    comments: tuple[ShownComment, ...]
    checks: tuple[ShownCheck, ...]
    labels: ShownLabels


@dataclass(frozen=True, slots=True)
class PullRequest:
    """The facts of one pull request; files map a path to its bytes, None where it is absent."""

    id: PullRequestId
    node_id: str
    repository_node_id: str
    repository_url: str
    is_open: bool
    head: str
    base: str
    touched: bool
    configuration: Configuration
    files_before: Mapping[str, bytes | None]
    files_after: Mapping[str, bytes | None]
    files_tip: Mapping[str, bytes | None]
    shown: Shown


_BLOB = "fragment blob on Blob { oid isTruncated text }"

_PULL = """
  id url state headRefOid baseRefName baseRefOid
  baseRef { target { oid } }
  files(first: 100) { nodes { path } pageInfo { hasNextPage endCursor } }
  labels(first: 100) { nodes { name } }
  comments(first: 100) { nodes { id body viewerDidAuthor } pageInfo { hasNextPage endCursor } }
  timelineItems(last: 100, itemTypes: [LABELED_EVENT, UNLABELED_EVENT]) { nodes {
    __typename
    ... on LabeledEvent { actor { login } label { name } }
    ... on UnlabeledEvent { actor { login } label { name } }
  } }
"""

_CHECKS = f"""
  ... on Commit {{ checkSuites(first: 20, filterBy: {{appId: $app, checkName: "{CHECK_NAME}"}}) {{
    nodes {{ checkRuns(first: 50, filterBy: {{checkName: "{CHECK_NAME}", checkType: ALL}}) {{
      nodes {{ id databaseId status conclusion externalId title summary }}
    }} }}
  }} }}
"""

_MORE_FILES = """
query MoreFiles($id: ID!, $after: String!) { node(id: $id) { ... on PullRequest {
  files(first: 100, after: $after) { nodes { path } pageInfo { hasNextPage endCursor } }
} } }
"""

_MORE_COMMENTS = """
query MoreComments($id: ID!, $after: String!) { node(id: $id) { ... on PullRequest {
  comments(first: 100, after: $after) {
    nodes { id body viewerDidAuthor } pageInfo { hasNextPage endCursor }
  }
} } }
"""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a delivery says of a pull request; wrong guesses only cost a second query."""

    head: str
    base: str = "HEAD"
    """The base branch's name, or HEAD for the default branch."""


class PullReader:
    """Reads pull requests; remembers what can never change, and what rarely does."""

    def __init__(self, app_id: int, blobs: Blobs) -> None:
        self._app_id = app_id
        self._blobs = blobs
        self._merge_bases: LRUCache[tuple[str, str, str], str] = LRUCache(20_000)
        self._configurations: LRUCache[str, Configuration] = LRUCache(20_000)

    async def read(
        self, github: Installation, wanted: PullRequestId, expected: Expected, marker: str
    ) -> PullRequest:
        """Read a pull request and those of our comments on it that begin with `marker`.

        Raises Missing when it is gone, Unavailable when it keeps moving while we read.
        """
        configuration = self._configurations.get(wanted.repository) or read_configuration(None)
        for _ in range(MAX_READS):
            answer = await self._ask(github, wanted, expected, configuration)
            repository = answer["repository"]
            pull = repository["pullRequest"]
            found = await self._configuration(github, wanted.repository, repository)
            seen = Expected(pull["headRefOid"], pull["baseRefName"])
            default = (repository["defaultBranchRef"] or {}).get("name")
            guessed = default if expected.base == "HEAD" else expected.base
            if (found, seen.head, seen.base) == (configuration, expected.head, guessed):
                return await self._assembled(github, wanted, answer, configuration, marker)
            configuration, expected = found, seen
        raise Unavailable("The pull request kept moving while it was read.")

    async def _ask(
        self,
        github: Installation,
        wanted: PullRequestId,
        expected: Expected,
        configuration: Configuration,
    ) -> dict[str, Any]:
        owner, _, name = wanted.repository.partition("/")
        base = expected.base if expected.base == "HEAD" else f"refs/heads/{expected.base}"
        paths = configuration.paths.all
        objects = {f"after{i}": f"{expected.head}:{path}" for i, path in enumerate(paths)}
        objects |= {f"tip{i}": f"{base}:{path}" for i, path in enumerate(paths)}
        objects["configuration"] = f"HEAD:{CONFIGURATION_PATH}"
        labels = {f"label{i}": found for i, found in enumerate(configuration.labels.values())}
        document = f"""
query ReadPullRequest($owner: String!, $name: String!, $number: Int!, $app: Int!, $head: String!
                      {_declared(objects)} {_declared(labels)}) {{
  viewer {{ login }}
  repository(owner: $owner, name: $name) {{
    id url defaultBranchRef {{ name }}
    head: object(expression: $head) {{ {_CHECKS} }}
    {_objects(objects)}
    {" ".join(f"{alias}: label(name: ${alias}) {{ id name }}" for alias in labels)}
    pullRequest(number: $number) {{ {_PULL} }}
  }}
}}
{_BLOB}"""
        variables = {"owner": owner, "name": name, "number": wanted.number, "app": self._app_id}
        variables |= {"head": expected.head, **objects, **labels}
        answer = await github.graphql(document, variables)
        if not (answer.data.get("repository") or {}).get("pullRequest"):
            raise Missing(f"{wanted.repository}#{wanted.number} is not to be found.")
        return answer.data

    async def _configuration(
        self, github: Installation, name: str, repository: Mapping[str, Any]
    ) -> Configuration:
        blob = repository["configuration"]
        data = await self._blobs.content(github, name, blob) if blob else None
        configuration = read_configuration(data)
        self._configurations[name] = configuration
        return configuration

    async def _assembled(
        self,
        github: Installation,
        wanted: PullRequestId,
        answer: Mapping[str, Any],
        configuration: Configuration,
        marker: str,
    ) -> PullRequest:
        repository = answer["repository"]
        pull = repository["pullRequest"]
        paths = configuration.paths.all
        tip = {path: repository[f"tip{i}"] for i, path in enumerate(paths)}
        after = {path: repository[f"after{i}"] for i, path in enumerate(paths)}
        base = pull["baseRef"]["target"]["oid"] if pull["baseRef"] else pull["baseRefOid"]
        touched = await self._touches(github, pull, paths, tip, after)
        before: Mapping[str, Any] = tip
        if touched:
            before = await self._before(github, wanted, base, pull["headRefOid"], tip)
        return PullRequest(
            id=wanted,
            node_id=pull["id"],
            repository_node_id=repository["id"],
            repository_url=repository["url"],
            is_open=pull["state"] == "OPEN",
            head=pull["headRefOid"],
            base=base,
            touched=touched,
            configuration=configuration,
            files_before=await self._contents(github, wanted, before if touched else {}),
            files_after=await self._contents(github, wanted, after if touched else {}),
            files_tip=await self._contents(github, wanted, tip if touched else {}),
            shown=Shown(
                comments=await _comments(github, pull, marker),
                checks=tuple(_checks(repository["head"], wanted.number)),
                labels=_labels(answer),
            ),
        )

    async def _touches(
        self,
        github: Installation,
        pull: Mapping[str, Any],
        paths: Iterable[str],
        tip: Mapping[str, Any],
        after: Mapping[str, Any],
    ) -> bool:
        """Whether the change touches a file of the registry, a moved one under its old name too."""
        if any(tip[path] and not after[path] for path in paths):
            return True
        watched = {*paths, CONFIGURATION_PATH, FORM_PATH}
        async for file in _all(github, pull, "files", _MORE_FILES):
            if file["path"] in watched:
                return True
        return False

    async def _before(
        self,
        github: Installation,
        wanted: PullRequestId,
        base: str,
        head: str,
        tip: Mapping[str, Any],
    ) -> Mapping[str, Any]:
        """Return the blobs at the merge base, which usually is the tip of the base branch."""
        key = (wanted.repository, base, head)
        if key not in self._merge_bases:
            comparison = await github.get(
                f"/repos/{wanted.repository}/compare/{base}...{head}?per_page=1"
            )
            self._merge_bases[key] = comparison["merge_base_commit"]["sha"]
        merge_base = self._merge_bases[key]
        if merge_base == base:
            return tip
        owner, _, name = wanted.repository.partition("/")
        objects = {f"before{i}": f"{merge_base}:{path}" for i, path in enumerate(tip)}
        document = f"""
query ReadMergeBase($owner: String!, $name: String! {_declared(objects)}) {{
  repository(owner: $owner, name: $name) {{ {_objects(objects)} }}
}}
{_BLOB}"""
        answer = await github.graphql(document, {"owner": owner, "name": name, **objects})
        repository = answer.data["repository"]
        return {path: repository[f"before{i}"] for i, path in enumerate(tip)}

    async def _contents(
        self, github: Installation, wanted: PullRequestId, blobs: Mapping[str, Any]
    ) -> dict[str, bytes | None]:
        return {
            path: await self._blobs.content(github, wanted.repository, blob) if blob else None
            for path, blob in blobs.items()
        }


def _declared(variables: Iterable[str]) -> str:
    return "".join(f", ${name}: String!" for name in variables)


def _objects(aliases: Iterable[str]) -> str:
    return "\n".join(f"{alias}: object(expression: ${alias}) {{ ...blob }}" for alias in aliases)


async def _all(
    github: Installation, pull: Mapping[str, Any], field: str, more: str
) -> AsyncIterator[Mapping[str, Any]]:
    """Yield the nodes of a connection, asking for further pages only while they are wanted."""
    page = pull[field] or {"nodes": [], "pageInfo": {"hasNextPage": False}}
    while True:
        for node in page["nodes"]:
            yield node
        if not page["pageInfo"]["hasNextPage"]:
            return
        variables = {"id": pull["id"], "after": page["pageInfo"]["endCursor"]}
        page = (await github.graphql(more, variables)).data["node"][field]


async def _comments(
    github: Installation, pull: Mapping[str, Any], marker: str
) -> tuple[ShownComment, ...]:
    """Return our comments that begin with the marker: by us *and* marked, or they are not ours."""
    return tuple(
        [
            ShownComment(node["id"], node["body"])
            async for node in _all(github, pull, "comments", _MORE_COMMENTS)
            if node["viewerDidAuthor"] and node["body"].startswith(marker)
        ]
    )


def _checks(head: Mapping[str, Any] | None, number: int) -> Iterator[ShownCheck]:
    suites = ((head or {}).get("checkSuites") or {}).get("nodes") or []
    runs = [run for suite in suites for run in suite["checkRuns"]["nodes"]]
    for run in sorted(runs, key=lambda run: run["databaseId"]):
        if run["externalId"] == str(number):
            yield ShownCheck(
                id=run["id"],
                status=run["status"].lower(),
                conclusion=(run["conclusion"] or "").lower() or None,
                title=run["title"] or "",
                summary=run["summary"] or "",
            )


def _labels(answer: Mapping[str, Any]) -> ShownLabels:
    repository = answer["repository"]
    pull = repository["pullRequest"]
    us = _login(answer["viewer"])
    ours: dict[str, bool] = {}  # label → whether its last event was our putting it there
    away: dict[str, bool] = {}  # label → whether its last event was a person's taking it away
    for event in pull["timelineItems"]["nodes"]:
        name, mine = event["label"]["name"], _login(event["actor"]) == us
        added = event["__typename"] == "LabeledEvent"
        ours[name] = added and mine
        away[name] = not added and not mine
    known = (value for key, value in repository.items() if key.startswith("label") and value)
    return ShownLabels(
        present=frozenset(node["name"] for node in pull["labels"]["nodes"]),
        ours=frozenset(name for name, value in ours.items() if value),
        taken_away=frozenset(name for name, value in away.items() if value),
        ids={label["name"]: label["id"] for label in known},
    )


def _login(actor: Mapping[str, Any] | None) -> str:
    """Return a login as GraphQL spells a Bot's: REST and `viewer` add `[bot]`."""
    return str((actor or {}).get("login", "")).removesuffix("[bot]")
