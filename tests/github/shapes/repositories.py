"""Repositories and the objects of git as JSON."""

import base64
from typing import Any
from urllib.parse import quote

from tests.github.accounts import LEVELS
from tests.github.diff import FileChange, compare_trees
from tests.github.git import DIRECTORY, SUBMODULE, SYMLINK, Commit, Entry, Signature
from tests.github.repository import Repository
from tests.github.shapes.users import stamp, user
from tests.github.state import World

LINKS = {
    "archive_url": "/{archive_format}{/ref}",
    "assignees_url": "/assignees{/user}",
    "blobs_url": "/git/blobs{/sha}",
    "branches_url": "/branches{/branch}",
    "collaborators_url": "/collaborators{/collaborator}",
    "comments_url": "/comments{/number}",
    "commits_url": "/commits{/sha}",
    "compare_url": "/compare/{base}...{head}",
    "contents_url": "/contents/{+path}",
    "contributors_url": "/contributors",
    "deployments_url": "/deployments",
    "downloads_url": "/downloads",
    "events_url": "/events",
    "forks_url": "/forks",
    "git_commits_url": "/git/commits{/sha}",
    "git_refs_url": "/git/refs{/sha}",
    "git_tags_url": "/git/tags{/sha}",
    "hooks_url": "/hooks",
    "issue_comment_url": "/issues/comments{/number}",
    "issue_events_url": "/issues/events{/number}",
    "issues_url": "/issues{/number}",
    "keys_url": "/keys{/key_id}",
    "labels_url": "/labels{/name}",
    "languages_url": "/languages",
    "merges_url": "/merges",
    "milestones_url": "/milestones{/number}",
    "notifications_url": "/notifications{?since,all,participating}",
    "pulls_url": "/pulls{/number}",
    "releases_url": "/releases{/id}",
    "stargazers_url": "/stargazers",
    "statuses_url": "/statuses/{sha}",
    "subscribers_url": "/subscribers",
    "subscription_url": "/subscription",
    "tags_url": "/tags",
    "teams_url": "/teams",
    "trees_url": "/git/trees{/sha}",
}
KINDS = {DIRECTORY: "dir", SYMLINK: "symlink", SUBMODULE: "submodule"}
CONTENTS_LIMIT = 1024 * 1024  # beyond it the contents API leaves the content out


def api(repo: Repository, path: str = "") -> str:
    return f"{repo.world.api_url}/repos/{repo.full_name}{path}"


def html(repo: Repository, path: str = "") -> str:
    return f"{repo.world.html_url}/{repo.full_name}{path}"


def minimal_repository(world: World, repo: Repository) -> dict[str, Any]:
    return {
        "id": repo.id,
        "node_id": repo.node_id,
        "name": repo.name,
        "full_name": repo.full_name,
        "private": repo.private,
        "owner": user(world, repo.owner),
        "html_url": html(repo),
        "description": None,
        "fork": repo.parent is not None,
        "url": api(repo),
        **{name: api(repo) + path for name, path in LINKS.items()},
    }


def repository(world: World, repo: Repository) -> dict[str, Any]:
    open_issues = sum(issue.state == "open" for issue in repo.issues.values())
    forks = len(repo.network) - 1
    counts = {
        "forks": forks,
        "forks_count": forks,
        "open_issues": open_issues,
        "open_issues_count": open_issues,
        "stargazers_count": 0,
        "watchers": 0,
        "watchers_count": 0,
        "size": sum(len(data) for _, data in repo.store.objects.values()) // 1024,
    }
    flags = dict.fromkeys(("has_issues", "has_projects", "has_wiki", "has_downloads"), True)
    flags |= dict.fromkeys(("has_pages", "has_discussions", "disabled"), False)
    flags["archived"] = repo.archived
    moments = dict.fromkeys(("created_at", "updated_at", "pushed_at"), stamp(repo.created_at))
    return (
        minimal_repository(world, repo)
        | counts
        | flags
        | moments
        | {
            "git_url": f"git://github.com/{repo.full_name}.git",
            "ssh_url": f"git@github.com:{repo.full_name}.git",
            "clone_url": f"{html(repo)}.git",
            "svn_url": html(repo),
            "homepage": None,
            "language": "Markdown",
            "mirror_url": None,
            "license": None,
            "is_template": False,
            "allow_forking": True,
            "web_commit_signoff_required": False,
            "topics": [],
            "visibility": "private" if repo.private else "public",
            "default_branch": repo.default_branch,
        }
    )


def full_repository(world: World, repo: Repository) -> dict[str, Any]:
    shown = repository(world, repo) | {
        "network_count": len(repo.network) - 1,
        "subscribers_count": 0,
    }
    if repo.parent:
        shown |= dict.fromkeys(("parent", "source"), repository(world, repo.parent))
    return shown


def permission_flags(level: str) -> dict[str, bool]:
    """REST's five booleans, where read is called pull and write push."""
    names = {"pull": "read", "triage": "triage", "push": "write"}
    names |= {"maintain": "maintain", "admin": "admin"}
    granted = LEVELS.index(level)
    return {name: granted >= LEVELS.index(needed) for name, needed in names.items()}


def signature(one: Signature) -> dict[str, Any]:
    return {"name": one.name, "email": one.email, "date": stamp(one.when)}


def unverified() -> dict[str, Any]:
    return {
        "verified": False,
        "reason": "unsigned",
        "signature": None,
        "payload": None,
        "verified_at": None,
    }


def git_commit(repo: Repository, commit: Commit) -> dict[str, Any]:
    return {
        "sha": commit.sha,
        "node_id": f"C_{commit.sha}",
        "url": api(repo, f"/git/commits/{commit.sha}"),
        "html_url": html(repo, f"/commit/{commit.sha}"),
        "author": signature(commit.author),
        "committer": signature(commit.committer),
        "tree": {"sha": commit.tree, "url": api(repo, f"/git/trees/{commit.tree}")},
        "message": commit.message,
        "parents": [
            {
                "sha": sha,
                "url": api(repo, f"/git/commits/{sha}"),
                "html_url": html(repo, f"/commit/{sha}"),
            }
            for sha in commit.parents
        ],
        "verification": unverified(),
    }


def commit(repo: Repository, one: Commit) -> dict[str, Any]:
    """A commit as the repository's history lists it."""
    here = api(repo, f"/commits/{one.sha}")
    account = repo.world.users.get(one.author.name.lower())
    shown = user(repo.world, account) if account else None
    return {
        "url": here,
        "sha": one.sha,
        "node_id": f"C_{one.sha}",
        "html_url": html(repo, f"/commit/{one.sha}"),
        "comments_url": f"{here}/comments",
        "commit": {
            "url": api(repo, f"/git/commits/{one.sha}"),
            "author": signature(one.author),
            "committer": signature(one.committer),
            "message": one.message,
            "comment_count": 0,
            "tree": {"sha": one.tree, "url": api(repo, f"/git/trees/{one.tree}")},
            "verification": unverified(),
        },
        "author": shown,
        "committer": shown,
        "parents": [
            {
                "sha": sha,
                "url": api(repo, f"/commits/{sha}"),
                "html_url": html(repo, f"/commit/{sha}"),
            }
            for sha in one.parents
        ],
    }


def commit_with_files(repo: Repository, one: Commit) -> dict[str, Any]:
    before = repo.store.files(one.parents[0]) if one.parents else {}
    changes = compare_trees(repo.store, before, repo.store.files(one.sha))
    additions = sum(change.additions for change in changes)
    deletions = sum(change.deletions for change in changes)
    return commit(repo, one) | {
        "stats": {
            "additions": additions,
            "deletions": deletions,
            "total": additions + deletions,
        },
        "files": [changed_file(repo, one.sha, change) for change in changes],
    }


def simple_commit(one: Commit) -> dict[str, Any]:
    return {
        "id": one.sha,
        "tree_id": one.tree,
        "message": one.message,
        "timestamp": stamp(one.committer.when),
        "author": {"name": one.author.name, "email": one.author.email},
        "committer": {"name": one.committer.name, "email": one.committer.email},
    }


def changed_file(repo: Repository, sha: str, change: FileChange) -> dict[str, Any]:
    path = quote(change.path)
    shown = {
        "sha": change.sha,
        "filename": change.path,
        "status": change.status,
        "additions": change.additions,
        "deletions": change.deletions,
        "changes": change.additions + change.deletions,
        "blob_url": html(repo, f"/blob/{sha}/{path}"),
        "raw_url": html(repo, f"/raw/{sha}/{path}"),
        "contents_url": api(repo, f"/contents/{path}?ref={sha}"),
    }
    if change.patch is not None:
        shown["patch"] = change.patch
    if change.previous_path:
        shown["previous_filename"] = change.previous_path
    return shown


def content(repo: Repository, path: str, entry: Entry, ref: str) -> dict[str, Any]:
    """One item of the contents API, without its content."""
    kind = KINDS.get(entry.mode, "file")
    plural = {"dir": "trees"}.get(kind, "blobs")
    page = html(repo, f"/{'tree' if kind == 'dir' else 'blob'}/{ref}/{quote(path)}")
    here = api(repo, f"/contents/{quote(path)}?ref={quote(ref)}")
    git = api(repo, f"/git/{plural}/{entry.sha}")
    size = len(repo.store.read("blob", entry.sha)) if kind in {"file", "symlink"} else 0
    raw = f"https://raw.githubusercontent.com/{repo.full_name}/{ref}/{quote(path)}"
    return {
        "name": path.rpartition("/")[2],
        "path": path,
        "sha": entry.sha,
        "size": size,
        "url": here,
        "html_url": page,
        "git_url": git,
        "download_url": None if kind == "dir" else raw,
        "type": kind,
        "_links": {"self": here, "git": git, "html": page},
    }


def file_content(repo: Repository, path: str, entry: Entry, ref: str) -> dict[str, Any]:
    data = repo.store.read("blob", entry.sha)
    if len(data) > CONTENTS_LIMIT:
        return content(repo, path, entry, ref) | {"content": "", "encoding": "none"}
    return content(repo, path, entry, ref) | {
        "content": base64.encodebytes(data).decode(),
        "encoding": "base64",
    }


def blob(repo: Repository, sha: str) -> dict[str, Any]:
    data = repo.store.read("blob", sha)
    return {
        "sha": sha,
        "node_id": f"B_{sha}",
        "size": len(data),
        "url": api(repo, f"/git/blobs/{sha}"),
        "content": base64.encodebytes(data).decode(),
        "encoding": "base64",
    }


def tree(repo: Repository, sha: str, *, recursive: bool) -> dict[str, Any]:
    items = repo.store.walk(sha) if recursive else repo.store.read_tree(sha).items()
    return {
        "sha": sha,
        "url": api(repo, f"/git/trees/{sha}"),
        "tree": [tree_item(repo, path, entry) for path, entry in items],
        "truncated": False,
    }


def tree_item(repo: Repository, path: str, entry: Entry) -> dict[str, Any]:
    kind = {DIRECTORY: "tree", SUBMODULE: "commit"}.get(entry.mode, "blob")
    item: dict[str, Any] = {
        "path": path,
        "mode": entry.mode.zfill(6),
        "type": kind,
        "sha": entry.sha,
    }
    if kind == "blob":
        item["size"] = len(repo.store.read("blob", entry.sha))
    if kind != "commit":
        item["url"] = api(repo, f"/git/{kind}s/{entry.sha}")
    return item


def ref(repo: Repository, name: str) -> dict[str, Any]:
    sha = repo.refs[name]
    return {
        "ref": name,
        "node_id": f"REF_{repo.id}_{name.replace('/', '_')}",
        "url": api(repo, f"/git/{quote(name)}"),
        "object": {"sha": sha, "type": "commit", "url": api(repo, f"/git/commits/{sha}")},
    }


def short_branch(repo: Repository, name: str) -> dict[str, Any]:
    sha = repo.branches[name]
    return {
        "name": name,
        "commit": {"sha": sha, "url": api(repo, f"/commits/{sha}")},
        "protected": False,
    }


def branch(repo: Repository, name: str) -> dict[str, Any]:
    here = api(repo, f"/branches/{quote(name)}")
    return {
        "name": name,
        "commit": commit(repo, repo.store.commits[repo.branches[name]]),
        "_links": {"self": here, "html": html(repo, f"/tree/{quote(name)}")},
        "protected": False,
        "protection": {
            "enabled": False,
            "required_status_checks": {
                "enforcement_level": "off",
                "contexts": [],
                "checks": [],
            },
        },
        "protection_url": f"{here}/protection",
    }
