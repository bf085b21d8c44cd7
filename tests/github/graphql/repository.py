"""Fields of repositories, git objects, check suites and check runs."""

from typing import Any

from tests.github.accounts import Refused
from tests.github.checks import Annotation, CheckRun, CheckSuite
from tests.github.conversation import Issue
from tests.github.diff import is_binary
from tests.github.git import DIRECTORY, SUBMODULE
from tests.github.graphql.context import (
    BlobNode,
    CommitNode,
    Info,
    RefNode,
    TreeNode,
    connection,
    labels,
)
from tests.github.pulls import PullRequest
from tests.github.repository import HEADS, Repository
from tests.github.shapes.repositories import html
from tests.github.shapes.users import stamp

# Measured by users, not documented (sveltia/sveltia-cms#950): `text` is cut there, not null.
TEXT_LIMIT = 512_000


def git_object(
    repo: Repository,
    info: Info,
    expression: str | None = None,
    oid: str | None = None,
) -> Any:
    """What `<revision>`, `<revision>:<path>` or an object id names; None for nothing."""
    if oid:
        return named_object(repo, oid)
    revision, colon, path = (expression or "").partition(":")
    commit = repo.resolve(revision)
    if commit is None:
        return named_object(repo, revision) if not colon else None
    if not colon:
        return CommitNode(repo, commit)
    entry = repo.store.find(commit.tree, path)
    if entry is None or entry.mode == SUBMODULE:
        return None
    kind = TreeNode if entry.mode == DIRECTORY else BlobNode
    return kind(repo, entry.sha)


def named_object(repo: Repository, sha: str) -> Any:
    match repo.store.kind(sha):
        case "commit":
            return CommitNode(repo, repo.store.commits[sha])
        case "blob":
            return BlobNode(repo, sha)
        case "tree":
            return TreeNode(repo, sha)
    return None


def numbered(kind: type, word: str) -> Any:
    def resolve(repo: Repository, info: Info, number: int) -> Any:
        found = repo.issues.get(number)
        if not isinstance(found, kind) or (word == "Issue" and isinstance(found, PullRequest)):
            raise Refused(404, f"Could not resolve to a {word} with the number of {number}.")
        return found

    return resolve


def pull_requests(
    repo: Repository,
    info: Info,
    *,
    states: list[str] | None = None,
    baseRefName: str | None = None,  # noqa: N803 - the schema's name
    headRefName: str | None = None,  # noqa: N803
    orderBy: dict[str, str] | None = None,  # noqa: N803
    **page: Any,
) -> Any:
    found = [
        pull
        for pull in repo.pulls
        if (not states or state_of(pull) in states)
        and baseRefName in {None, pull.base_ref}
        and headRefName in {None, pull.head_ref}
    ]
    if orderBy:
        moment = orderBy["field"].lower()
        if moment not in {"created_at", "updated_at"}:
            raise NotImplementedError(f"pull requests ordered by {moment}")
        descending = orderBy["direction"] == "DESC"
        found.sort(key=lambda pull: (getattr(pull, moment), pull.number), reverse=descending)
    return connection("pullRequests", found, **page)


def issues(
    repo: Repository,
    info: Info,
    *,
    states: list[str] | None = None,
    labels: list[str] | None = None,
    filterBy: dict[str, Any] | None = None,  # noqa: N803 - the schema's name
    orderBy: dict[str, str] | None = None,  # noqa: N803
    **page: Any,
) -> Any:
    if filterBy or (orderBy or {}).get("field") not in {None, "CREATED_AT"}:
        raise NotImplementedError("issues filtered or ordered by more than state, label and age")
    wanted = {name.lower() for name in labels or []}
    found = [
        issue
        for issue in repo.issues.values()
        if not isinstance(issue, PullRequest)
        and (not states or issue.state.upper() in states)
        and (not wanted or any(label.name.lower() in wanted for label in issue.labels))
    ]
    if orderBy and orderBy["direction"] == "DESC":
        found.reverse()
    return connection("issues", found, **page)


def state_of(pull: PullRequest) -> str:
    return "MERGED" if pull.merged_at else pull.state.upper()


def repository_labels(
    repo: Repository, info: Info, *, query: str | None = None, **page: Any
) -> Any:
    found = [one for one in repo.labels if not query or query.lower() in one.name.lower()]
    return labels(found, **page)


REPOSITORY = {
    "id": lambda repo, info: repo.node_id,
    "databaseId": lambda repo, info: repo.id,
    "name": lambda repo, info: repo.name,
    "nameWithOwner": lambda repo, info: repo.full_name,
    "owner": lambda repo, info: repo.owner,
    "url": lambda repo, info: html(repo),
    "isPrivate": lambda repo, info: repo.private,
    "isFork": lambda repo, info: repo.parent is not None,
    "isArchived": lambda repo, info: repo.archived,
    "parent": lambda repo, info: repo.parent,
    "defaultBranchRef": lambda repo, info: ref(repo, HEADS + repo.default_branch),
    "ref": lambda repo, info, qualifiedName: qualified_ref(repo, qualifiedName),  # noqa: N803
    "object": git_object,
    "label": lambda repo, info, name: repo.label(name),
    "labels": repository_labels,
    "pullRequest": numbered(PullRequest, "PullRequest"),
    "issue": numbered(Issue, "Issue"),
    "issueOrPullRequest": numbered(Issue, "issue or pull request"),
    "pullRequests": pull_requests,
    "issues": issues,
}


def ref(repo: Repository, name: str) -> RefNode | None:
    return RefNode(repo, name) if name in repo.refs else None


def qualified_ref(repo: Repository, name: str) -> RefNode | None:
    return ref(repo, name) or ref(repo, HEADS + name)


REF = {
    "id": lambda node, info: f"REF_{node.repository.id}_{node.name.replace('/', '_')}",
    "name": lambda node, info: node.name.removeprefix(HEADS),
    "prefix": lambda node, info: node.name[: node.name.index("/", len("refs/")) + 1],
    "repository": lambda node, info: node.repository,
    "target": lambda node, info: named_object(node.repository, node.repository.refs[node.name]),
}


def is_text(node: BlobNode) -> bool:
    return not is_binary(node.data)


def text(node: BlobNode, info: Info) -> str | None:
    """UTF-8 with what does not fit replaced, cut at the limit; null for binary data."""
    return node.data[:TEXT_LIMIT].decode("utf-8", "replace") if is_text(node) else None


BLOB = {
    "id": lambda node, info: f"B_{node.repository.id}_{node.sha}",
    "oid": lambda node, info: node.sha,
    "abbreviatedOid": lambda node, info: node.sha[:7],
    "repository": lambda node, info: node.repository,
    "byteSize": lambda node, info: len(node.data),
    "isBinary": lambda node, info: not is_text(node),
    "isTruncated": lambda node, info: is_text(node) and len(node.data) > TEXT_LIMIT,
    "text": text,
}


def entries(node: TreeNode, info: Info) -> list[dict[str, Any]]:
    repo = node.repository
    kinds = {DIRECTORY: "tree", SUBMODULE: "commit"}
    return [
        {
            "name": name,
            "path": name,
            "oid": entry.sha,
            "mode": int(entry.mode, 8),
            "type": kinds.get(entry.mode, "blob"),
            "object": named_object(repo, entry.sha),
            "repository": repo,
        }
        for name, entry in repo.store.read_tree(node.sha).items()
    ]


TREE = {
    "id": lambda node, info: f"T_{node.repository.id}_{node.sha}",
    "oid": lambda node, info: node.sha,
    "abbreviatedOid": lambda node, info: node.sha[:7],
    "repository": lambda node, info: node.repository,
    "entries": entries,
}


def check_suites(
    node: CommitNode,
    info: Info,
    filterBy: dict[str, Any] | None = None,  # noqa: N803 - the schema's name
    **page: Any,
) -> Any:
    wanted = filterBy or {}
    found = [
        suite
        for suite in node.repository.check_suites
        if suite.head_sha == node.commit.sha
        and wanted.get("appId") in {None, suite.app.id}
        and wanted.get("checkName") in {None, *(run.name for run in suite.runs)}
    ]
    return connection("checkSuites", found, **page)


COMMIT = {
    "id": lambda node, info: f"C_{node.repository.id}_{node.commit.sha}",
    "oid": lambda node, info: node.commit.sha,
    "abbreviatedOid": lambda node, info: node.commit.sha[:7],
    "repository": lambda node, info: node.repository,
    "message": lambda node, info: node.commit.message,
    "messageHeadline": lambda node, info: node.commit.message.split("\n")[0],
    "committedDate": lambda node, info: stamp(node.commit.committer.when),
    "authoredDate": lambda node, info: stamp(node.commit.author.when),
    "tree": lambda node, info: TreeNode(node.repository, node.commit.tree),
    "url": lambda node, info: html(node.repository, f"/commit/{node.commit.sha}"),
    "checkSuites": check_suites,
}


def check_runs(
    suite: CheckSuite,
    info: Info,
    filterBy: dict[str, Any] | None = None,  # noqa: N803 - the schema's name
    **page: Any,
) -> Any:
    wanted = filterBy or {}
    runs = suite.runs if wanted.get("checkType") == "ALL" else suite.latest_runs
    statuses = wanted.get("statuses") or ([wanted["status"]] if wanted.get("status") else None)
    conclusions = wanted.get("conclusions")
    found = [
        run
        for run in runs
        if wanted.get("checkName") in {None, run.name}
        and wanted.get("appId") in {None, suite.app.id}
        and (not statuses or run.status.upper() in statuses)
        and (not conclusions or (run.conclusion or "").upper() in conclusions)
    ]
    return connection("checkRuns", found, **page)


def upper(value: str | None) -> str | None:
    return value.upper() if value else None


CHECK_SUITE = {
    "id": lambda suite, info: suite.node_id,
    "databaseId": lambda suite, info: suite.id,
    "app": lambda suite, info: suite.app,
    "status": lambda suite, info: upper(suite.status),
    "conclusion": lambda suite, info: upper(suite.conclusion),
    "commit": lambda suite, info: named_object(suite.repository, suite.head_sha),
    "repository": lambda suite, info: suite.repository,
    "createdAt": lambda suite, info: stamp(suite.created_at),
    "updatedAt": lambda suite, info: stamp(suite.updated_at),
    "checkRuns": check_runs,
}


def annotation(item: Annotation) -> dict[str, Any]:
    return {
        "path": item.path,
        "location": {
            "start": {"line": item.start_line, "column": item.start_column},
            "end": {"line": item.end_line, "column": item.end_column},
        },
        "annotationLevel": upper(item.annotation_level),
        "message": item.message,
        "title": item.title,
        "rawDetails": item.raw_details,
    }


def annotations(run: CheckRun, info: Info, **page: Any) -> Any:
    return connection("annotations", [annotation(one) for one in run.output.annotations], **page)


CHECK_RUN = {
    "id": lambda run, info: run.node_id,
    "databaseId": lambda run, info: run.id,
    "name": lambda run, info: run.name,
    "status": lambda run, info: upper(run.status),
    "conclusion": lambda run, info: upper(run.conclusion),
    "externalId": lambda run, info: run.external_id,
    "detailsUrl": lambda run, info: (
        run.details_url or html(run.suite.repository, f"/runs/{run.id}")
    ),
    "permalink": lambda run, info: html(run.suite.repository, f"/runs/{run.id}"),
    "url": lambda run, info: html(run.suite.repository, f"/runs/{run.id}"),
    "startedAt": lambda run, info: stamp(run.started_at),
    "completedAt": lambda run, info: stamp(run.completed_at) if run.completed_at else None,
    "title": lambda run, info: run.output.title,
    "summary": lambda run, info: run.output.summary,
    "text": lambda run, info: run.output.text,
    "checkSuite": lambda run, info: run.suite,
    "repository": lambda run, info: run.suite.repository,
    "annotations": annotations,
}


def account(login: str) -> dict[str, Any]:
    return {
        "id": lambda user, info: user.node_id,
        "databaseId": lambda user, info: user.id,
        "login": lambda user, info: getattr(user, login),
        "url": lambda user, info: f"{info.context.world.html_url}/{user.graphql_login}",
    }


APP = {
    "id": lambda app, info: app.node_id,
    "databaseId": lambda app, info: app.id,
    "name": lambda app, info: app.slug,
    "slug": lambda app, info: app.slug,
}

FIELDS: dict[str, dict[str, Any]] = {
    "Repository": REPOSITORY,
    "Ref": REF,
    "Blob": BLOB,
    "Tree": TREE,
    "Commit": COMMIT,
    "CheckSuite": CHECK_SUITE,
    "CheckRun": CHECK_RUN,
    "App": APP,
    # A bot that asks for `viewer` is a User there, and keeps REST's login.
    "User": account("login"),
    "Bot": account("graphql_login"),
    "Organization": account("login"),
}
