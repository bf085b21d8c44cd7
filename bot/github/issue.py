"""Derive: everything that a report of a failed attempt needs, in one GraphQL query."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from cachetools import LRUCache

from bot.configuration import CONFIGURATION_PATH, FORM_PATH, Configuration, read_configuration
from bot.github.blobs import Blobs
from bot.github.client import Installation
from bot.github.connection import all_nodes
from bot.github.errors import Missing, Unavailable
from bot.github.people import Person
from bot.github.shown import ON_CONVERSATION, ShownComment, ShownLabels, read_labels

MAX_READS = 3
"""Rounds of asking again because the configuration changed while we read."""
BRANCHES = "registry-bot/failed-attempt-"


class Answer(Enum):
    """How a command is answered, by the reaction that GitHub shows under it."""

    ACCEPTED = "THUMBS_UP"
    WAITS = "CONFUSED"
    """Given by a maintainer for what cannot be done yet."""
    REFUSED = "THUMBS_DOWN"
    """Not this person's to give."""


@dataclass(frozen=True, slots=True)
class IssueId:
    """Which issue, and through which installation it is reached."""

    installation: int
    repository: str
    number: int

    @property
    def branch(self) -> str:
        """The branch on which the report is recorded."""
        return f"{BRANCHES}{self.number}"


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment of somebody else's, and our answer to it if we have given one."""

    id: str
    body: str
    author: Person | None
    was_edited: bool
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class Branch:
    """The branch of a report: its head, that commit's message, and the registry file on it."""

    head: str
    message: str
    registry: bytes | None


@dataclass(frozen=True, slots=True)
class RecordPull:
    """The pull request that records a report; `state` is OPEN, CLOSED or MERGED."""

    number: int
    state: str


@dataclass(frozen=True, slots=True)
class Tip:
    """The default branch: its name, its newest commit and that commit's tree."""

    name: str
    commit: str
    tree: str


@dataclass(frozen=True, slots=True)
class Issue:
    """The facts of one issue. `files` are the default branch's; `reports` other issues' bodies."""

    id: IssueId
    node_id: str
    repository_node_id: str
    repository_url: str
    is_open: bool
    body: str
    author: Person | None
    configuration: Configuration
    files: Mapping[str, bytes | None]
    tip: Tip
    branch: Branch | None
    pull: RecordPull | None
    reports: Mapping[int, str]
    remarks: tuple[Remark, ...]
    comments: tuple[ShownComment, ...]
    labels: ShownLabels


_ANSWERED = " ".join(
    f"{answer.name}: reactions(content: {answer.value}, first: 1) {{ viewerHasReacted }}"
    for answer in Answer
)
_AUTHOR = "author { __typename login ... on User { databaseId } ... on Bot { databaseId } }"
_COMMENTS = f"""
  nodes {{ id body viewerDidAuthor lastEditedAt {_AUTHOR} {_ANSWERED} }}
  pageInfo {{ hasNextPage endCursor }}
"""
_MORE_COMMENTS = f"""
query MoreComments($id: ID!, $after: String!) {{ node(id: $id) {{ ... on Issue {{
  comments(first: 100, after: $after) {{ {_COMMENTS} }}
}} }} }}
"""
_ISSUE = f"""
query ReadIssue($owner: String!, $name: String!, $number: Int!, $branch: String!,
                $recorded: String!, $registry: String!, $references: String!,
                $report: String!, $needs: String!) {{
  viewer {{ login }}
  repository(owner: $owner, name: $name) {{
    id url
    defaultBranchRef {{ name target {{ oid ... on Commit {{ tree {{ oid }} }} }} }}
    configuration: object(expression: "HEAD:{CONFIGURATION_PATH}") {{ ...blob }}
    form: object(expression: "HEAD:{FORM_PATH}") {{ ...blob }}
    registry: object(expression: $registry) {{ ...blob }}
    references: object(expression: $references) {{ ...blob }}
    branch: ref(qualifiedName: $branch) {{ target {{ oid ... on Commit {{ message }} }} }}
    recorded: object(expression: $recorded) {{ ...blob }}
    pullRequests(first: 20, headRefName: $branch) {{
      nodes {{ number state isCrossRepository viewerDidAuthor }}
    }}
    reports: issues(
      first: 50, labels: [$report], orderBy: {{field: CREATED_AT, direction: DESC}}
    ) {{ nodes {{ number body }} }}
    label0: label(name: $report) {{ id name }}
    label1: label(name: $needs) {{ id name }}
    issue(number: $number) {{
      id state body {_AUTHOR} {ON_CONVERSATION} comments(first: 100) {{ {_COMMENTS} }}
    }}
  }}
}}
fragment blob on Blob {{ oid isTruncated text }}
"""


class IssueReader:
    """Reads issues; remembers each repository's configuration, which rarely changes."""

    def __init__(self, blobs: Blobs) -> None:
        self._blobs = blobs
        self._configurations: LRUCache[str, Configuration] = LRUCache(20_000)

    async def read(self, github: Installation, wanted: IssueId, marker: str) -> Issue:
        """Read an issue and those of our comments on it that begin with `marker`.

        Raises Missing when there is no such issue, Unavailable when its repository's configuration
        keeps changing.
        """
        configuration = self._configurations.get(wanted.repository) or read_configuration(None)
        for _ in range(MAX_READS):
            answer = await self._ask(github, wanted, configuration)
            blob = answer["repository"]["configuration"]
            data = await self._content(github, wanted, blob)
            found = self._configurations[wanted.repository] = read_configuration(data)
            if found == configuration:
                return await self._assembled(github, wanted, answer, configuration, marker)
            configuration = found
        raise Unavailable("The repository's configuration kept changing while it was read.")

    async def _ask(
        self, github: Installation, wanted: IssueId, configuration: Configuration
    ) -> dict[str, Any]:
        owner, _, name = wanted.repository.partition("/")
        paths = configuration.paths
        variables = {
            "owner": owner,
            "name": name,
            "number": wanted.number,
            "branch": wanted.branch,
            "recorded": f"{wanted.branch}:{paths.registry}",
            "registry": f"HEAD:{paths.registry}",
            "references": f"HEAD:{paths.references}",
            "report": configuration.labels["failed-attempt"],
            "needs": configuration.labels["needs-info"],
        }
        answer = await github.graphql(_ISSUE, variables)
        if not (answer.data.get("repository") or {}).get("issue"):
            raise Missing(f"{wanted.repository}#{wanted.number} is not an issue.")
        return answer.data

    async def _assembled(
        self,
        github: Installation,
        wanted: IssueId,
        answer: Mapping[str, Any],
        configuration: Configuration,
        marker: str,
    ) -> Issue:
        repository = answer["repository"]
        issue = repository["issue"]
        tip = repository["defaultBranchRef"]
        said = [node async for node in all_nodes(github, issue, "comments", _MORE_COMMENTS)]
        ours = [node for node in said if node["viewerDidAuthor"]]
        return Issue(
            id=wanted,
            node_id=issue["id"],
            repository_node_id=repository["id"],
            repository_url=repository["url"],
            is_open=issue["state"] == "OPEN",
            body=issue["body"],
            author=_person(issue["author"]),
            configuration=configuration,
            files={
                configuration.paths.registry: await self._content(
                    github, wanted, repository["registry"]
                ),
                configuration.paths.references: await self._content(
                    github, wanted, repository["references"]
                ),
                FORM_PATH: await self._content(github, wanted, repository["form"]),
            },
            tip=Tip(tip["name"], tip["target"]["oid"], tip["target"]["tree"]["oid"]),
            branch=await self._branch(github, wanted, repository),
            pull=_pull(repository["pullRequests"]["nodes"]),
            reports={
                node["number"]: node["body"]
                for node in repository["reports"]["nodes"]
                if node["number"] != wanted.number
            },
            remarks=tuple(_remark(node) for node in said if not node["viewerDidAuthor"]),
            comments=tuple(
                ShownComment(node["id"], node["body"])
                for node in ours
                if node["body"].startswith(marker)
            ),
            labels=read_labels(answer["viewer"], repository, issue),
        )

    async def _branch(
        self, github: Installation, wanted: IssueId, repository: Mapping[str, Any]
    ) -> Branch | None:
        if repository["branch"] is None:
            return None
        target = repository["branch"]["target"]
        recorded = await self._content(github, wanted, repository["recorded"])
        return Branch(target["oid"], target["message"], recorded)

    async def _content(
        self, github: Installation, wanted: IssueId, blob: Mapping[str, Any] | None
    ) -> bytes | None:
        return await self._blobs.content(github, wanted.repository, blob) if blob else None


def _pull(nodes: list[Mapping[str, Any]]) -> RecordPull | None:
    """Return the newest of our pull requests from the branch; a fork's may have the same name."""
    ours = [node for node in nodes if node["viewerDidAuthor"] and not node["isCrossRepository"]]
    newest = max(ours, key=lambda node: int(node["number"]), default=None)
    return RecordPull(newest["number"], newest["state"]) if newest else None


def _remark(node: Mapping[str, Any]) -> Remark:
    return Remark(
        id=node["id"],
        body=node["body"],
        author=_person(node["author"]),
        was_edited=node["lastEditedAt"] is not None,
        answer=next((one for one in Answer if node[one.name]["viewerHasReacted"]), None),
    )


def _person(author: Mapping[str, Any] | None) -> Person | None:
    """Return an account; None for one that is deleted, or of a kind without a number."""
    if author is None or not author.get("databaseId"):
        return None
    return Person(author["login"], author["databaseId"], author["__typename"] == "Bot")
