"""Derive: everything that a report of a failed attempt needs, in one GraphQL query."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from cachetools import LRUCache

from bot.configuration import CONFIGURATION_PATH, FORM_PATH, Configuration, read_configuration
from bot.github.blobs import Blobs
from bot.github.client import Installation
from bot.github.connection import all_nodes
from bot.github.errors import Missing, Renamed, Unavailable
from bot.github.issue import (
    Answer,
    Branch,
    Conversation,
    Issue,
    IssueId,
    RecordPull,
    Remark,
    Tip,
)
from bot.github.people import Person
from bot.github.reports import NEWEST, Reports
from bot.github.shown import ON_CONVERSATION, ShownComment, read_labels

MAX_READS = 3
"""Rounds of asking again because the configuration changed while we read."""

_LABELS = {"report": "failed-attempt", "needs": "needs-info"}
"""The labels that are asked for: variable of the query → logical name."""

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
# A fork's branch may have the name of ours, as often as somebody likes.
_PULLS = """
  nodes { number state mergeable isCrossRepository viewerDidAuthor }
  pageInfo { hasNextPage endCursor }
"""
_MORE_PULLS = f"""
query MorePulls($id: ID!, $after: String!, $branch: String!) {{ node(id: $id) {{
  ... on Repository {{
    pullRequests(first: 100, after: $after, headRefName: $branch) {{ {_PULLS} }}
  }}
}} }}
"""
_ISSUE = f"""
query ReadIssue($owner: String!, $name: String!, $number: Int!, $branch: String!, $ref: String!,
                $recorded: String!, $registry: String!, $references: String!,
                $report: String!, $needs: String!) {{
  viewer {{ login }}
  repository(owner: $owner, name: $name) {{
    id url nameWithOwner
    defaultBranchRef {{ name target {{ oid ... on Commit {{ tree {{ oid }} }} }} }}
    configuration: object(expression: "HEAD:{CONFIGURATION_PATH}") {{ ...blob }}
    form: object(expression: "HEAD:{FORM_PATH}") {{ ...blob }}
    registry: object(expression: $registry) {{ ...blob }}
    references: object(expression: $references) {{ ...blob }}
    branch: ref(qualifiedName: $ref) {{ target {{ oid ... on Commit {{ message }} }} }}
    recorded: object(expression: $recorded) {{ ...blob }}
    pullRequests(first: 20, headRefName: $branch) {{ {_PULLS} }}
    {NEWEST}
    label_report: label(name: $report) {{ id name }}
    label_needs: label(name: $needs) {{ id name }}
    issue(number: $number) {{
      id state body {_AUTHOR} {ON_CONVERSATION} comments(first: 100) {{ {_COMMENTS} }}
    }}
  }}
}}
fragment blob on Blob {{ oid isTruncated text }}
"""


_CONVERSATION = f"""
query ReadConversation($owner: String!, $name: String!, $number: Int!) {{
  repository(owner: $owner, name: $name) {{ issue(number: $number) {{
    id labels(first: 100) {{ nodes {{ name }} }} comments(first: 100) {{ {_COMMENTS} }}
  }} }}
}}
"""


class IssueReader:
    """Reads issues; remembers each repository's configuration, which rarely changes."""

    def __init__(self, blobs: Blobs) -> None:
        self._blobs = blobs
        self._reports = Reports()
        self._configurations: LRUCache[str, Configuration] = LRUCache(20_000)

    async def read(self, github: Installation, wanted: IssueId, marker: str) -> Issue:
        """Read an issue and those of our comments on it that begin with `marker`.

        Raises Missing when there is no such issue, Renamed when its repository goes by another
        name, Unavailable when the configuration keeps changing.
        """
        configuration = self._configurations.get(wanted.repository) or read_configuration(None)
        for _ in range(MAX_READS):
            answer = await self._ask(github, wanted, configuration)
            name = answer["repository"]["nameWithOwner"]
            if name != wanted.repository:
                raise Renamed(name)
            blob = answer["repository"]["configuration"]
            data = await self._content(github, wanted, blob)
            found = self._configurations[wanted.repository] = read_configuration(data)
            if found == configuration:
                return await self._assembled(github, wanted, answer, configuration, marker)
            configuration = found
        raise Unavailable("The repository's configuration kept changing while it was read.")

    async def conversation(
        self, github: Installation, wanted: IssueId, marker: str
    ) -> Conversation:
        """Read no more of an issue than is needed to say something on it. Raises Missing."""
        owner, _, name = wanted.repository.partition("/")
        variables = {"owner": owner, "name": name, "number": wanted.number}
        answer = await github.graphql(_CONVERSATION, variables)
        issue = (answer.data.get("repository") or {}).get("issue")
        if not issue:
            raise Missing(f"{wanted.repository}#{wanted.number} is not an issue.")
        said = [node async for node in all_nodes(github, issue, "comments", _MORE_COMMENTS)]
        known = self._configurations.get(wanted.repository) or read_configuration(None)
        label = known.labels["failed-attempt"].casefold()
        labels = {node["name"].casefold() for node in issue["labels"]["nodes"]}
        return Conversation(
            issue["id"], known.comment and label in labels, tuple(_ours(said, marker))
        )

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
            # In full, since a tag of the same name would come first.
            "ref": f"refs/heads/{wanted.branch}",
            "recorded": f"refs/heads/{wanted.branch}:{paths.registry}",
            "registry": f"HEAD:{paths.registry}",
            "references": f"HEAD:{paths.references}",
            **{alias: configuration.labels[logical] for alias, logical in _LABELS.items()},
        }
        answer = await github.graphql(_ISSUE, variables)
        if not (answer.data.get("repository") or {}).get("issue"):
            raise Missing(f"{wanted.repository}#{wanted.number} is not an issue.")
        if not answer.data["repository"]["defaultBranchRef"]:
            raise Missing(f"{wanted.repository} has no commit yet.")
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
        pulls = [
            node
            async for node in all_nodes(
                github, repository, "pullRequests", _MORE_PULLS, branch=wanted.branch
            )
        ]
        reports = await self._reports.read(
            github, repository, configuration.labels["failed-attempt"]
        )
        return Issue(
            id=wanted,
            node_id=issue["id"],
            repository_node_id=repository["id"],
            repository_url=repository["url"],
            is_open=issue["state"] == "OPEN",
            body=issue["body"],
            author=_person(issue["author"]),
            configuration=_as_spelt(configuration, repository),
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
            pull=_pull(pulls),
            reports={number: body for number, body in reports.items() if number < wanted.number},
            remarks=tuple(_remark(node) for node in said if not node["viewerDidAuthor"]),
            comments=tuple(_ours(said, marker)),
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


def _as_spelt(configuration: Configuration, repository: Mapping[str, Any]) -> Configuration:
    """Return the configuration with an issue's labels as the repository spells them, which in
    GitHub's eyes are the same in any case.
    """
    labels = dict(configuration.labels)
    for alias, logical in _LABELS.items():
        if found := repository[f"label_{alias}"]:
            labels[logical] = found["name"]
    return replace(configuration, labels=labels)


def _pull(nodes: list[Mapping[str, Any]]) -> RecordPull | None:
    """Return the newest of our pull requests from the branch; a fork's may have the same name."""
    ours = [node for node in nodes if node["viewerDidAuthor"] and not node["isCrossRepository"]]
    newest = max(ours, key=lambda node: int(node["number"]), default=None)
    if newest is None:
        return None
    return RecordPull(newest["number"], newest["state"], newest["mergeable"] == "CONFLICTING")


def _ours(nodes: Iterable[Mapping[str, Any]], marker: str) -> Iterator[ShownComment]:
    for node in nodes:
        if node["viewerDidAuthor"] and node["body"].startswith(marker):
            yield ShownComment(node["id"], node["body"])


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
