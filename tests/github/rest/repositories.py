"""Repositories: contents, history, comparison, branches, people; and users and limits."""

from typing import Any

from tests.github.accounts import Refused, User
from tests.github.diff import compare_trees
from tests.github.git import DIRECTORY, Commit
from tests.github.repository import Repository
from tests.github.rest.call import NOT_FOUND, Call, Page, Reply, operation
from tests.github.shapes import accounts, repositories
from tests.github.shapes.pulls import simple_pull
from tests.github.shapes.users import user

COMPARE_FILES = 300
COMPARE_COMMITS = 250
RAW_LIMIT = 100 * 1024 * 1024
# The older four words of `permission`; `role_name` has the finer ones.
COARSE = {"maintain": "write", "triage": "read"}


@operation("repos/get", "metadata:read")
def get_repository(call: Call) -> Any:
    return repositories.full_repository(call.world, call.repository)


@operation("repos/get-content", "contents:read")
def get_content(call: Call) -> Any:
    repo, path = call.repository, call.path["path"].strip("/")
    ref = call.query.get("ref", repo.default_branch)
    commit = repo.resolve(ref)
    if commit is None:
        raise Refused(404, f"No commit found for the ref {ref}")
    entry = repo.store.find(commit.tree, path)
    if entry is None:
        raise Refused(404, NOT_FOUND)
    if entry.mode == DIRECTORY:
        return directory(call, repo, path, entry.sha, ref)
    data = repo.store.read("blob", entry.sha)
    if len(data) > RAW_LIMIT:
        raise Refused(403, "This API returns blobs up to 100 MB in size.")
    if "raw" in call.accept:
        return Reply(200, raw=data)
    return repositories.file_content(repo, path, entry, ref)


def directory(call: Call, repo: Repository, path: str, sha: str, ref: str) -> Any:
    prefix = f"{path}/" if path else ""
    items = [
        repositories.content(repo, prefix + name, entry, ref)
        for name, entry in repo.store.read_tree(sha).items()
    ]
    if "object" in call.accept:
        here = repositories.api(repo, f"/contents/{path}?ref={ref}")
        return {"type": "dir", "path": path, "sha": sha, "url": here, "entries": items}
    return items


@operation("repos/get-commit", "contents:read")
def get_commit(call: Call) -> Any:
    return repositories.commit_with_files(call.repository, call.commit(call.path["ref"]))


@operation("repos/list-commits", "contents:read")
def list_commits(call: Call) -> Any:
    repo = call.repository
    start = repo.resolve(call.query.get("sha", repo.default_branch))
    if start is None:
        raise Refused(404, NOT_FOUND)
    history, path = repo.store.history(start.sha), call.query.get("path")
    if path:
        history = [one for one in history if touches(repo, one, path)]
    return Page(history, lambda one: repositories.commit(repo, one))


def touches(repo: Repository, commit: Commit, path: str) -> bool:
    here = repo.store.find(commit.tree, path)
    before = [repo.store.find(repo.store.commits[sha].tree, path) for sha in commit.parents]
    return all(here != each for each in before or [None])


@operation("repos/list-pull-requests-associated-with-commit", "pull_requests:read")
def pulls_of_commit(call: Call) -> Any:
    sha = call.commit(call.path["commit_sha"]).sha
    return Page(
        [pull for pull in call.repository.pulls if sha in {one.sha for one in pull.commits}],
        simple_pull,
    )


@operation("repos/compare-commits-with-basehead", "contents:read")
def compare(call: Call) -> Any:
    repo = call.repository
    names = call.path["basehead"].split("...")
    if len(names) != 2:
        raise Refused(404, NOT_FOUND)
    base, head = (revision(call, repo, name) for name in names)
    merge_base = repo.store.commits[repo.merge_base(base.sha, head.sha)]
    ours, theirs = repo.store.ancestors(base.sha), repo.store.ancestors(head.sha)
    ahead = [one for one in reversed(repo.store.history(head.sha)) if one.sha not in ours]
    behind = len(ours - theirs)
    changes = compare_trees(
        repo.store, repo.store.files(merge_base.sha), repo.store.files(head.sha)
    )
    page, size = int(call.query.get("page", 1)), int(call.query.get("per_page", COMPARE_COMMITS))
    here = repositories.api(repo, f"/compare/{call.path['basehead']}")
    html = repositories.html(repo, f"/compare/{call.path['basehead']}")
    return {
        "url": here,
        "html_url": html,
        "permalink_url": html,
        "diff_url": f"{html}.diff",
        "patch_url": f"{html}.patch",
        "base_commit": repositories.commit(repo, base),
        "merge_base_commit": repositories.commit(repo, merge_base),
        "status": status(len(ahead), behind),
        "ahead_by": len(ahead),
        "behind_by": behind,
        "total_commits": len(ahead),
        "commits": [repositories.commit(repo, one) for one in ahead[(page - 1) * size :][:size]],
        # Files stand on the first page alone, and never more than 300 of them.
        "files": [
            repositories.changed_file(repo, head.sha, one)
            for one in (changes[:COMPARE_FILES] if page == 1 else [])
        ],
    }


def status(ahead: int, behind: int) -> str:
    if ahead and behind:
        return "diverged"
    return "ahead" if ahead else "behind" if behind else "identical"


def revision(call: Call, repo: Repository, name: str) -> Commit:
    """`revision`, `owner:revision` or `owner:repository:revision`, within the fork network."""
    *where, rev = name.split(":")
    for one in repo.network:
        if not where or (one.owner.login, one.name)[: len(where)] == tuple(where):
            if not where and one is not repo:
                continue
            found = one.resolve(rev)
            if found:
                return found
    raise Refused(404, NOT_FOUND)


@operation("repos/list-branches", "contents:read")
def list_branches(call: Call) -> Any:
    repo = call.repository
    return Page(sorted(repo.branches), lambda name: repositories.short_branch(repo, name))


@operation("repos/get-branch", "contents:read")
def get_branch(call: Call) -> Any:
    if call.path["branch"] not in call.repository.branches:
        raise Refused(404, "Branch not found")
    return repositories.branch(call.repository, call.path["branch"])


@operation("repos/get-collaborator-permission-level", "metadata:read")
def get_permission(call: Call) -> Any:
    repo, who = call.repository, find_user(call)
    level = repo.permission(who)
    return {
        "permission": COARSE.get(level, level),
        "role_name": level,
        "user": user(call.world, who)
        | {"permissions": repositories.permission_flags(level), "role_name": level},
    }


def find_user(call: Call) -> User:
    try:
        return call.world.users[call.path["username"].lower()]
    except KeyError:
        raise Refused(404, NOT_FOUND) from None


@operation("users/get-by-username")
def get_user(call: Call) -> Any:
    return accounts.public_user(call.world, find_user(call))


@operation("teams/get-membership-for-user-in-org")
def get_membership(call: Call) -> Any:
    organization = call.world.users.get(call.path["org"].lower())
    team = organization and organization.teams.get(call.path["team_slug"])
    token = call.principal.token
    if not token or token.installation.account is not organization or not team:
        raise Refused(404, NOT_FOUND)
    if "members" not in token.permissions:
        raise Refused(403, "Resource not accessible by integration")
    if find_user(call) not in team.members:
        raise Refused(404, NOT_FOUND)
    here = f"{call.world.api_url}/teams/{team.slug}/memberships/{call.path['username']}"
    return {"url": here, "role": "member", "state": "active"}


@operation("rate-limit/get")
def get_rate_limit(call: Call) -> Any:
    shown = {
        name: call.limits.of(call.principal.key, name).overview for name in ("core", "graphql")
    }
    return {"resources": shown | {"search": shown["core"]}, "rate": shown["core"]}
