"""The git database: blobs, trees, commits and refs."""

import base64
import binascii
from datetime import datetime
from typing import Any

from tests.github.accounts import Refused, invalid
from tests.github.git import FILE, Entry, Signature
from tests.github.repository import HEADS, Repository
from tests.github.rest.call import NOT_FOUND, Call, Page, operation
from tests.github.shapes import repositories

BLOB_LIMIT = 100 * 1024 * 1024


def has_kind(repo: Repository, sha: str, kind: str) -> str:
    if repo.store.kind(sha) != kind:
        raise Refused(404, NOT_FOUND)
    return sha


@operation("git/get-blob", "contents:read")
def get_blob(call: Call) -> Any:
    sha = has_kind(call.repository, call.path["file_sha"], "blob")
    if len(call.repository.store.read("blob", sha)) > BLOB_LIMIT:
        raise Refused(403, "This API returns blobs up to 100 MB in size.")
    return repositories.blob(call.repository, sha)


@operation("git/create-blob", "contents:write")
def create_blob(call: Call) -> Any:
    text = call.body["content"]
    try:
        encoded = call.body.get("encoding") == "base64"
        data = base64.b64decode(text, validate=False) if encoded else text.encode()
    except binascii.Error:
        raise invalid("Blob", "content") from None
    sha = call.repository.store.write("blob", data)
    return {"url": repositories.api(call.repository, f"/git/blobs/{sha}"), "sha": sha}


@operation("git/get-tree", "contents:read")
def get_tree(call: Call) -> Any:
    """A tree by its id, or that of a commit or branch; any value of `recursive` means true."""
    repo, name = call.repository, call.path["tree_sha"]
    if repo.store.kind(name) != "tree":
        commit = repo.resolve(name)
        if commit is None:
            raise Refused(404, NOT_FOUND)
        name = commit.tree
    return repositories.tree(repo, name, recursive="recursive" in call.query)


@operation("git/create-tree", "contents:write")
def create_tree(call: Call) -> Any:
    repo, base = call.repository, call.body.get("base_tree")
    if base is not None and base in repo.store.commits:
        base = repo.store.commits[base].tree
    files = dict(repo.store.read_files(has_kind(repo, base, "tree"))) if base else {}
    for item in call.body["tree"]:
        path, mode = item["path"], item.get("mode", FILE)
        if "content" in item:
            files[path] = Entry(mode, repo.store.write("blob", item["content"].encode()))
        elif item.get("sha") is None:
            if files.pop(path, None) is None:
                raise invalid("Tree", "path")
        elif repo.store.kind(item["sha"]) is None:
            raise Refused(422, f"tree.sha {item['sha']} is not a valid blob")
        else:
            files[path] = Entry(mode, item["sha"])
    return repositories.tree(repo, repo.store.write_files(files), recursive=False)


@operation("git/get-commit", "contents:read")
def get_commit(call: Call) -> Any:
    sha = has_kind(call.repository, call.path["commit_sha"], "commit")
    return repositories.git_commit(call.repository, call.repository.store.commits[sha])


@operation("git/create-commit", "contents:write")
def create_commit(call: Call) -> Any:
    repo, body = call.repository, call.body
    if repo.store.kind(body["tree"]) != "tree":
        raise Refused(422, "Tree SHA does not exist")
    for parent in body.get("parents", []):
        if repo.store.kind(parent) != "commit":
            raise Refused(422, "Parent SHA does not exist or is not a commit object")
    author = signature(call, body.get("author"))
    commit = repo.store.write_commit(
        body["tree"],
        body.get("parents", []),
        author,
        body["message"],
        signature(call, body.get("committer")) if body.get("committer") else author,
    )
    return repositories.git_commit(repo, commit)


def signature(call: Call, given: dict[str, str] | None) -> Signature:
    usual = call.repository.signature(call.principal.actor.user)
    if not given:
        return usual
    when: datetime = call.world.parse_time(given["date"]) if given.get("date") else usual.when
    return Signature(given["name"], given["email"], when)


def named_ref(call: Call) -> str:
    name = f"refs/{call.path['ref']}"
    if name not in call.repository.refs:
        raise Refused(404, NOT_FOUND)
    return name


@operation("git/get-ref", "contents:read")
def get_ref(call: Call) -> Any:
    return repositories.ref(call.repository, named_ref(call))


@operation("git/list-matching-refs", "contents:read")
def list_refs(call: Call) -> Any:
    repo, prefix = call.repository, f"refs/{call.path['ref']}"
    found = sorted(name for name in repo.refs if name.startswith(prefix))
    return Page(found, lambda name: repositories.ref(repo, name))


@operation("git/create-ref", "contents:write")
def create_ref(call: Call) -> Any:
    repo, name, sha = call.repository, call.body["ref"], call.body["sha"]
    if not name.startswith("refs/") or name.count("/") < 2:
        raise Refused(422, "Reference name must start with 'refs/' and have at least two slashes")
    if name in repo.refs:
        raise Refused(422, "Reference already exists")
    move(call, name, sha)
    return repositories.ref(repo, name)


@operation("git/update-ref", "contents:write")
def update_ref(call: Call) -> Any:
    repo, name, sha = call.repository, f"refs/{call.path['ref']}", call.body["sha"]
    if name not in repo.refs:
        raise Refused(422, "Reference does not exist")
    known = repo.store.kind(sha) == "commit"
    if known and not call.body.get("force") and repo.refs[name] not in repo.store.ancestors(sha):
        raise Refused(422, "Update is not a fast forward")
    move(call, name, sha)
    return repositories.ref(repo, name)


def move(call: Call, name: str, sha: str) -> None:
    if call.repository.store.kind(sha) != "commit":
        raise Refused(422, "Object does not exist")
    if name.startswith(HEADS):
        call.repository.push(name.removeprefix(HEADS), sha, by=call.principal.actor)
    else:
        call.repository.refs[name] = sha


@operation("git/delete-ref", "contents:write")
def delete_ref(call: Call) -> None:
    name = f"refs/{call.path['ref']}"
    if name not in call.repository.refs:
        raise Refused(422, "Reference does not exist")
    if name.startswith(HEADS):
        call.repository.delete_branch(name.removeprefix(HEADS), by=call.principal.actor)
    else:
        del call.repository.refs[name]
