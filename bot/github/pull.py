"""Derive: everything a review needs to know of a pull request, in as few requests as possible.

One GraphQL query reads what GitHub shows (head, files, labels, our comment, our checks) together
with the registry's files on the head and on the base branch. Where a branch is behind, the merge
base is asked for once, and its files are read in a second query.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import structlog
from cachetools import LRUCache

from bot.configuration import CONFIGURATION_PATH, Configuration, read_configuration
from bot.github.blobs import Blobs
from bot.github.client import Installation
from bot.github.commit import BLOB, FoundBlobs, declared, objects, read_blobs
from bot.github.comparison import Comparison, read_comparison
from bot.github.connection import all_nodes
from bot.github.errors import Missing, Renamed, Unavailable
from bot.github.shown import ON_HEAD, ON_PULL, Shown, read_shown
from bot.seal import BrokenSeal, Memory, Seal

log = structlog.get_logger()

MAX_READS = 4
"""Rounds of asking again because head or configuration moved while we read."""


@dataclass(frozen=True, slots=True)
class PullRequestId:
    """Which pull request, and through which installation it is reached."""

    installation: int
    repository: str
    number: int


@dataclass(frozen=True, slots=True)
class PullRequest:
    """The facts of one pull request; files map a path to its bytes, None where it is absent.

    `text` is title and body. One in an archived repository, where nothing can be written, is not
    open. `hunks` are the head's lines that the diff shows, by path. `record` is
    the hidden line that our comment is to carry; `was_broken` tells that it carried one that was
    none of ours.
    """

    id: PullRequestId
    node_id: str
    repository_node_id: str
    repository_url: str
    text: str
    is_open: bool
    head: str
    base: str
    touched: bool
    configuration: Configuration
    files_before: Mapping[str, bytes | None]
    files_after: Mapping[str, bytes | None]
    files_tip: Mapping[str, bytes | None]
    hunks: Mapping[str, tuple[range, ...]]
    shown: Shown
    record: str
    was_broken: bool


_PULL = f"""
  id url state title body headRefOid baseRefName baseRefOid
  baseRef {{ target {{ oid }} }}
  files(first: 100) {{ nodes {{ path }} pageInfo {{ hasNextPage endCursor }} }}
  {ON_PULL}
"""

_MORE_FILES = """
query MoreFiles($id: ID!, $after: String!) { node(id: $id) { ... on PullRequest {
  files(first: 100, after: $after) { nodes { path } pageInfo { hasNextPage endCursor } }
} } }
"""


_CONFIGURATION = f"""
query ReadConfiguration($owner: String!, $name: String!, $path: String!) {{
  repository(owner: $owner, name: $name) {{
    configuration: object(expression: $path) {{ ...blob }}
  }}
}}
{BLOB}"""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a delivery says of a pull request; wrong guesses only cost a second query."""

    head: str
    base: str = "HEAD"
    """The base branch's name, or HEAD for the default branch."""


class PullReader:
    """Reads pull requests; remembers what can never change, and what rarely does."""

    def __init__(self, app_id: int, blobs: Blobs, seal: Seal) -> None:
        self._app_id = app_id
        self._seal = seal
        self._blobs = blobs
        self._comparisons: LRUCache[tuple[str, str, str], Comparison] = LRUCache(20_000)
        self._configurations: LRUCache[str, Configuration] = LRUCache(20_000)

    async def read(
        self, github: Installation, wanted: PullRequestId, expected: Expected, marker: str
    ) -> PullRequest:
        """Read a pull request and those of our comments on it that begin with `marker`.

        Raises Missing when it is gone, Renamed when its repository goes by another name,
        Unavailable when it keeps moving while we read.
        """
        configuration = self._configurations.get(wanted.repository) or read_configuration(None)
        for _ in range(MAX_READS):
            answer = await self._ask(github, wanted, expected, configuration)
            repository = answer["repository"]
            if repository["nameWithOwner"] != wanted.repository:
                raise Renamed(repository["nameWithOwner"])
            pull = repository["pullRequest"]
            found = await self._configuration(github, wanted.repository, repository)
            seen = Expected(pull["headRefOid"], pull["baseRefName"])
            default = (repository["defaultBranchRef"] or {}).get("name")
            guessed = default if expected.base == "HEAD" else expected.base
            if (found, seen.head, seen.base) == (configuration, expected.head, guessed):
                return await self._assembled(github, wanted, answer, configuration, marker)
            configuration, expected = found, seen
        raise Unavailable("The pull request kept moving while it was read.")

    async def configuration_of(
        self, github: Installation, repository: str, *, afresh: bool = False
    ) -> Configuration:
        """Return a repository's configuration, as last read or else (or `afresh`) asked for now."""
        known = self._configurations.get(repository)
        if known and not afresh:
            return known
        owner, _, name = repository.partition("/")
        variables = {"owner": owner, "name": name, "path": f"HEAD:{CONFIGURATION_PATH}"}
        answer = await github.graphql(_CONFIGURATION, variables)
        if not answer.data.get("repository"):
            raise Missing(f"{repository} is not to be found.")
        return await self._configuration(github, repository, answer.data["repository"])

    async def _ask(
        self,
        github: Installation,
        wanted: PullRequestId,
        expected: Expected,
        configuration: Configuration,
    ) -> dict[str, Any]:
        owner, _, name = wanted.repository.partition("/")
        base = expected.base if expected.base == "HEAD" else f"refs/heads/{expected.base}"
        paths = configuration.files
        files = {f"after{i}": f"{expected.head}:{path}" for i, path in enumerate(paths)}
        files |= {f"tip{i}": f"{base}:{path}" for i, path in enumerate(paths)}
        files["configuration"] = f"HEAD:{CONFIGURATION_PATH}"
        labels = {f"label{i}": found for i, found in enumerate(configuration.labels.values())}
        document = f"""
query ReadPullRequest($owner: String!, $name: String!, $number: Int!, $app: Int!, $head: String!
                      {declared(files)} {declared(labels)}) {{
  viewer {{ login }}
  repository(owner: $owner, name: $name) {{
    id url nameWithOwner isArchived defaultBranchRef {{ name }}
    head: object(expression: $head) {{ {ON_HEAD} }}
    {objects(files)}
    {" ".join(f"{alias}: label(name: ${alias}) {{ id name }}" for alias in labels)}
    pullRequest(number: $number) {{ {_PULL} }}
  }}
}}
{BLOB}"""
        variables = {"owner": owner, "name": name, "number": wanted.number, "app": self._app_id}
        variables |= {"head": expected.head, **files, **labels}
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
        paths, name = configuration.files, wanted.repository
        tip = {path: repository[f"tip{i}"] for i, path in enumerate(paths)}
        after = {path: repository[f"after{i}"] for i, path in enumerate(paths)}
        base = pull["baseRef"]["target"]["oid"] if pull["baseRef"] else pull["baseRefOid"]
        head = pull["headRefOid"]
        shown = await read_shown(github, answer, wanted.number, marker)
        memory = self._recalled(repository["id"], wanted.number, shown, Memory(head, base, ""))
        named = await self._is_named(github, pull, paths)
        before: FoundBlobs = tip
        hunks: Mapping[str, tuple[range, ...]] = {}
        if named or _is_one_gone(tip, after):
            comparison = await self._compare(github, wanted, memory, paths)
            memory = replace(memory, merge_base=comparison.merge_base)
            hunks = comparison.hunks
            if comparison.merge_base != base:
                (before,) = await read_blobs(github, name, (comparison.merge_base,), paths)
        # A file moved away is named by its new path alone. One that the base branch has got since
        # is none of the change.
        touched = named or _is_one_gone(before, after)
        return PullRequest(
            id=wanted,
            node_id=pull["id"],
            repository_node_id=repository["id"],
            repository_url=repository["url"],
            text=f"{pull['title']}\n\n{pull['body']}",
            is_open=pull["state"] == "OPEN" and not repository["isArchived"],
            head=head,
            base=base,
            touched=touched,
            configuration=_as_spelt(configuration, repository),
            files_before=await self._blobs.contents(github, name, before if touched else {}),
            files_after=await self._blobs.contents(github, name, after if touched else {}),
            files_tip=await self._blobs.contents(github, name, tip if touched else {}),
            hunks=hunks,
            shown=shown,
            record=self._seal.record(repository["id"], wanted.number, memory),
            was_broken=memory.was_broken,
        )

    def _recalled(self, repository: str, number: int, shown: Shown, now: Memory) -> Memory:
        """Return `now` with what the oldest of our comments remembers of the same commits."""
        if not shown.comments:
            return now
        try:
            known = self._seal.recall(repository, number, shown.comments[0].body)
        except BrokenSeal as error:
            log.warning("record.dropped", number=number, reason=str(error))
            return replace(now, was_broken=True)
        if known is None or known.head != now.head:
            return now
        merge_base = known.merge_base if known.base == now.base else ""
        return replace(now, merge_base=merge_base, was_broken=known.was_broken)

    async def _is_named(
        self, github: Installation, pull: Mapping[str, Any], paths: Sequence[str]
    ) -> bool:
        """Whether the list of changed files names one of the registry's, or there is no list."""
        if pull["files"] is None:
            return True
        async for file in all_nodes(github, pull, "files", _MORE_FILES):
            if file["path"] in paths:
                return True
        return False

    async def _compare(
        self, github: Installation, wanted: PullRequestId, known: Memory, paths: tuple[str, ...]
    ) -> Comparison:
        """Return where two commits parted, asked for where neither we nor our comment know.

        The comment has no hunks, but what it was written for got its suggestions with it.
        """
        key = (wanted.repository, known.base, known.head)
        if key in self._comparisons:
            return self._comparisons[key]
        if known.merge_base:
            return Comparison(known.merge_base, {})
        path = f"/repos/{wanted.repository}/compare/{known.base}...{known.head}?per_page=1"
        try:
            self._comparisons[key] = read_comparison(await github.get(path), paths)
        except Missing as error:
            if "No common ancestor" not in str(error):
                # GitHub has just shown the pull request, so its commits are there or will be.
                raise Unavailable("GitHub could not compare base and head.") from error
            # A base branch that was begun anew: what it holds is all there is to compare with.
            self._comparisons[key] = Comparison(known.base, {})
        return self._comparisons[key]


def _is_one_gone(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    return any(before[path] and not after[path] for path in before)


def _as_spelt(configuration: Configuration, repository: Mapping[str, Any]) -> Configuration:
    """Return the configuration with its labels as the repository spells them, which in GitHub's
    eyes are the same in any case.
    """
    spelt = {
        logical: (repository[f"label{i}"] or {"name": name})["name"]
        for i, (logical, name) in enumerate(configuration.labels.items())
    }
    return replace(configuration, labels=spelt)
