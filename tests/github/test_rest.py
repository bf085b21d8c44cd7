"""The REST side: validated both ways, paged, conditional, permission by permission."""

import base64

import aiohttp
import pytest

from tests.github.fake import GitHub
from tests.github.rest.call import ROUTES
from tests.github.validation import operations

REPO = "/repos/acme/registry"
RUN = {"name": "registry review", "status": "in_progress"}


def annotation(number: int = 1) -> dict:
    return {
        "path": "README.md",
        "start_line": number,
        "end_line": number,
        "annotation_level": "warning",
        "message": "vague",
    }


def test_every_vendored_operation_has_a_handler():
    """What the description promises, the fake answers, and nothing else."""
    assert ROUTES.keys() == operations().keys()


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/issues/1/comments", {"text": "no body"}),
        ("POST", "/issues/1/comments", {"body": 3}),
        ("POST", "/issues/1/comments", {"body": "fine", "colour": "red"}),
        ("POST", "/check-runs", RUN),
        ("POST", "/check-runs", RUN | {"head_sha": "x", "status": "finished"}),
        ("GET", "/pulls?state=merged", None),
        ("GET", "/pulls?stat=open", None),
        ("GET", "/nothing", None),
    ],
)
async def test_a_wrong_request_is_a_violation(github, registry, ask, method, path, body):
    """What GitHub does not describe is refused and remembered."""
    registry.open_pull(author="ann", fork=True, changes={"README.md": "# Map\n"})
    answer = await ask(method, REPO + path, body)
    assert answer.status in {404, 422}
    assert len(github.violations) >= 1
    github.violations.clear()


async def test_a_wrong_answer_of_the_fake_is_a_violation(github, registry, ask, monkeypatch):
    """The fake's own answers are held against the description as well."""
    monkeypatch.setattr(registry, "default_branch", 3)
    await ask("GET", REPO)
    assert any("default_branch" in violation for violation in github.violations)
    github.violations.clear()


async def test_the_files_of_a_pull_request_start_at_the_merge_base(registry, ask):
    """What happened on the base branch meanwhile is no part of the change."""
    pull = registry.open_pull(author="ann", fork=True, changes={"README.md": "# Map\n"})
    registry.commit("main", {"other.md": "new on main\n"})
    base = (await ask("GET", f"{REPO}/compare/main...{pull.head_sha}")).data
    files = (await ask("GET", f"{REPO}/pulls/1/files")).data
    assert base["status"] == "diverged"
    assert (base["ahead_by"], base["behind_by"]) == (1, 1)
    assert base["merge_base_commit"]["sha"] == pull.base_sha
    assert [one["filename"] for one in files] == ["README.md"]
    assert base["files"][0]["patch"] == files[0]["patch"] == "@@ -1 +1 @@\n-# Registry\n+# Map"


@pytest.mark.parametrize("name", ["idea/one", "idea%2Fone"])
async def test_branch_names_may_hold_slashes(registry, ask, name):
    """Plain or percent-encoded, wherever a branch stands in a path."""
    tip = registry.commit("idea/one", {"README.md": "# Map\n"})
    compared = (await ask("GET", f"{REPO}/compare/main...{name}")).data
    assert [one["sha"] for one in compared["commits"]] == [tip]
    assert (await ask("GET", f"{REPO}/git/ref/heads/{name}")).data["object"]["sha"] == tip
    assert (await ask("GET", f"{REPO}/commits/{name}")).data["sha"] == tip
    runs = await ask("GET", f"{REPO}/commits/{name}/check-runs")
    assert runs.data == {"total_count": 0, "check_runs": []}


async def test_a_branch_of_a_fork_compares_by_its_owner(registry, ask):
    """`owner:branch` names a fork's branch within the network."""
    pull = registry.open_pull("idea", author="ann", fork=True, changes={"README.md": "# Map\n"})
    compared = (await ask("GET", f"{REPO}/compare/main...ann:idea")).data
    assert [one["sha"] for one in compared["commits"]] == [pull.head_sha]


async def test_a_pull_request_outlives_its_fork(registry, ask):
    """Head repository null, its commits still there; it cannot be reopened."""
    pull = registry.open_pull(author="ann", fork=True, changes={"README.md": "# Map\n"})
    pull.head_repository.delete()
    shown = (await ask("GET", f"{REPO}/pulls/1")).data
    assert (shown["head"]["repo"], shown["head"]["sha"]) == (None, pull.head_sha)
    assert (await ask("GET", f"{REPO}/git/commits/{pull.head_sha}")).status == 200
    await ask("PATCH", f"{REPO}/pulls/1", {"state": "closed"})
    assert (await ask("PATCH", f"{REPO}/pulls/1", {"state": "open"})).status == 422


async def test_a_reopened_pull_request_is_where_its_branch_is(registry, ask):
    """Pushes to a closed pull request count when it is opened again."""
    pull = registry.open_pull(author="ann", fork=True, changes={"README.md": "# Map\n"})
    pull.close()
    head = pull.push({"README.md": "# Other\n"})
    assert pull.head_sha != head
    shown = (await ask("PATCH", f"{REPO}/pulls/1", {"state": "open"})).data
    assert (shown["head"]["sha"], shown["commits"]) == (head, 2)


async def test_what_the_fake_does_not_heed_is_a_violation(github, registry, ask):
    """A field that GitHub knows and the fake would pass over is not passed over in silence."""
    registry.open_issue("Tried it", author="zed")
    await ask("PATCH", f"{REPO}/issues/1", {"milestone": 3})
    await ask("GET", f"{REPO}/commits?author=ann")
    assert github.violations == [
        "issues/update: the fake does not heed `milestone`",
        "repos/list-commits: the fake does not heed `author`",
    ]
    github.violations.clear()


async def test_a_locked_conversation_takes_no_comment_of_an_app(registry, ask):
    """Who may write there still can; an App cannot."""
    issue = registry.open_issue("Tried it", author="zed")
    issue.locked = True
    answer = await ask("POST", f"{REPO}/issues/1/comments", {"body": "hi"})
    assert (answer.status, answer.data["message"]) == (
        403,
        "Unable to create comment because issue is locked.",
    )
    registry.grant("ann", "write")
    assert issue.comment("hi", by="ann") in issue.comments


async def test_a_login_passes_to_another_account(github, registry, ask):
    """After a rename the old login's permission is that of whoever took it."""
    ann = github.create_user("ann")
    registry.grant(ann, "write")
    github.world.rename_user(ann, "anna")
    other = github.create_user("ann")
    shown = (await ask("GET", f"{REPO}/collaborators/ann/permission")).data
    assert (shown["user"]["id"], shown["permission"]) == (other.id, "read")
    shown = (await ask("GET", f"{REPO}/collaborators/anna/permission")).data
    assert (shown["user"]["id"], shown["permission"]) == (ann.id, "write")


async def test_enterprise_server_has_its_own_paths():
    """REST below `/api/v3`, GraphQL at `/api/graphql`."""
    github = GitHub(enterprise=True)
    token = github.world.issue_token(github.install(github.create_repository("acme/r", {"a": "b"})))
    root = (await github.start()).removesuffix("/api/v3")
    credentials = {"Authorization": f"Bearer {token.value}"}
    async with aiohttp.ClientSession(root, headers=credentials) as session:
        async with session.get("/api/v3/repos/acme/r") as answer:
            assert (await answer.json())["url"] == f"{root}/api/v3/repos/acme/r"
        body = {"query": "{ viewer { login } }"}
        async with session.post("/api/graphql", json=body) as answer:
            assert answer.status == 200
    await github.stop()
    assert github.violations == []


async def test_an_edited_base_changes_the_comparison(github, registry, ask):
    """A pull request against another branch is compared with that one."""
    registry.commit("next", {"README.md": "# Next\n"})
    pull = registry.open_pull(author="ann", fork=True, changes={"README.md": "# Map\n"})
    await ask("PATCH", f"{REPO}/pulls/1", {"base": "next"})
    assert pull.base_sha == registry.branches["next"]
    edited = github.deliveries.waiting[-1]
    assert (edited.action, edited.payload["changes"]["base"]["ref"]["from"]) == ("edited", "main")


@pytest.mark.parametrize("line", [1, 36, 41])
async def test_a_review_comment_outside_the_hunks_is_refused(registry, ask, line):
    """422, and nothing of the review is stored."""
    text = registry.read("registry/data/map.md").decode().replace("line 10\n", "line ten\n")
    pull = registry.open_pull(author="ann", fork=True, changes={"registry/data/map.md": text})
    comments = [
        {"path": "registry/data/map.md", "line": at, "side": "RIGHT", "body": "x"}
        for at in (10, line)
    ]
    body = {"event": "COMMENT", "comments": comments}
    assert (await ask("POST", f"{REPO}/pulls/1/reviews", body)).status == 422
    assert pull.reviews == []
    body["comments"] = comments[:1]
    review = (await ask("POST", f"{REPO}/pulls/1/reviews", body)).data
    listed = (await ask("GET", f"{REPO}/pulls/1/reviews/{review['id']}/comments")).data
    assert [(one["line"], one["position"]) for one in listed] == [(10, 5)]


async def test_a_completed_check_run_stays_completed(registry, ask):
    """A re-run is a new run of the same name; the newest is what a suite shows."""
    body = RUN | {"head_sha": registry.branches["main"]}
    run = (await ask("POST", f"{REPO}/check-runs", body)).data
    here = f"{REPO}/check-runs/{run['id']}"
    done = (await ask("PATCH", here, {"conclusion": "success"})).data
    assert (done["status"], done["conclusion"]) == ("completed", "success")
    assert (await ask("PATCH", here, {"status": "in_progress"})).status == 422
    again = (await ask("POST", f"{REPO}/check-runs", body)).data
    listed = (await ask("GET", f"{REPO}/commits/main/check-runs")).data
    assert [one["id"] for one in listed["check_runs"]] == [again["id"]]
    every = (await ask("GET", f"{REPO}/commits/main/check-runs?filter=all")).data
    assert [one["id"] for one in every["check_runs"]] == [again["id"], run["id"]]


async def test_annotations_are_appended_and_at_most_fifty_a_request(github, registry, ask):
    """A fifty-first is refused; a second request adds to the first."""
    output = {"title": "t", "summary": "s", "annotations": [annotation()] * 50}
    body = RUN | {"head_sha": registry.branches["main"], "output": output}
    run = (await ask("POST", f"{REPO}/check-runs", body)).data
    here = f"{REPO}/check-runs/{run['id']}"
    more = {"output": output | {"annotations": [annotation(2)]}}
    assert (await ask("PATCH", here, more)).data["output"]["annotations_count"] == 51
    more["output"]["annotations"] = [annotation()] * 51
    assert (await ask("PATCH", here, more)).status == 422
    assert any("50 items" in violation for violation in github.violations)
    github.violations.clear()


async def test_a_body_ends_at_65536_characters(registry, ask):
    """One more is refused, and the comment is not there."""
    issue = registry.open_issue("Tried it", author="zed")
    path = f"{REPO}/issues/{issue.number}/comments"
    assert (await ask("POST", path, {"body": "é" * 65_537})).status == 422
    assert (await ask("POST", path, {"body": "é" * 65_536})).status == 201
    assert len(issue.comments) == 1


async def test_the_apps_comment_is_its_bots(github, registry, ask):
    """In REST the author's login ends in `[bot]` and the App is named."""
    issue = registry.open_issue("Tried it", author="zed")
    shown = (await ask("POST", f"{REPO}/issues/{issue.number}/comments", {"body": "hi"})).data
    assert (shown["user"]["login"], shown["user"]["type"]) == ("registry-bot[bot]", "Bot")
    assert shown["performed_via_github_app"]["id"] == github.app.id


async def test_a_file_is_written_by_way_of_the_git_database(github, registry, ask):
    """Blob, tree, commit, ref, pull request: the change is that file alone."""
    tip = registry.branches["main"]
    content = base64.b64encode(b"tried\n").decode()
    blob = (await ask("POST", f"{REPO}/git/blobs", {"content": content, "encoding": "base64"})).data
    item = {"path": "data/new.md", "mode": "100644", "type": "blob", "sha": blob["sha"]}
    tree = (await ask("POST", f"{REPO}/git/trees", {"base_tree": tip, "tree": [item]})).data
    body = {"message": "Record", "tree": tree["sha"], "parents": [tip]}
    commit = (await ask("POST", f"{REPO}/git/commits", body)).data
    ref = {"ref": "refs/heads/attempt-1", "sha": commit["sha"]}
    assert (await ask("POST", f"{REPO}/git/refs", ref)).status == 201
    assert (await ask("POST", f"{REPO}/git/refs", ref)).status == 422
    body = {"title": "Record #1", "head": "attempt-1", "base": "main"}
    pull = (await ask("POST", f"{REPO}/pulls", body)).data
    assert (pull["changed_files"], pull["user"]["type"]) == (1, "Bot")
    assert registry.read("data/new.md", "attempt-1") == b"tried\n"
    assert [one.event for one in github.deliveries.waiting if one.action is None] == ["push"]


@pytest.mark.parametrize(("size", "encoding"), [(1024 * 1024, "base64"), (1024 * 1024 + 1, "none")])
async def test_the_contents_api_ends_at_one_megabyte(registry, ask, size, encoding):
    """Beyond it `content` is empty; raw and the git database still have it."""
    registry.commit("main", {"big.md": "x" * size})
    shown = (await ask("GET", f"{REPO}/contents/big.md")).data
    assert (shown["encoding"], shown["size"]) == (encoding, size)
    raw = {"Accept": "application/vnd.github.raw+json"}
    assert len((await ask("GET", f"{REPO}/contents/big.md", headers=raw)).data) == size
    blob = (await ask("GET", f"{REPO}/git/blobs/{shown['sha']}")).data
    assert len(base64.b64decode(blob["content"])) == size


async def test_pages_are_linked(registry, ask):
    """Each page names its neighbours; the pages together are the list."""
    issue = registry.open_issue("Tried it", author="zed")
    for number in range(5):
        issue.comment(f"comment {number}", by="ann")
    path, bodies = f"{REPO}/issues/1/comments?per_page=2&page=", []
    for page in (1, 2, 3):
        answer = await ask("GET", f"{path}{page}")
        bodies += [one["body"] for one in answer.data]
        assert ('rel="next"' in answer.headers["Link"]) == (page < 3)
    assert bodies == [comment.body for comment in issue.comments]


async def test_an_unchanged_answer_is_304_and_free(registry, ask):
    """An ETag saves the request's cost, is another's with another token, and ends with a change."""
    first = await ask("GET", f"{REPO}/pulls")
    seen = {"If-None-Match": first.headers["ETag"]}
    again = await ask("GET", f"{REPO}/pulls", headers=seen)
    assert again.status == 304
    left = "X-RateLimit-Remaining"
    assert again.headers[left] == first.headers[left]
    assert (await ask("GET", f"{REPO}/pulls", token=None, headers=seen)).status == 200
    registry.open_pull(author="ann", fork=True, changes={"README.md": "# Map\n"})
    assert (await ask("GET", f"{REPO}/pulls", headers=seen)).status == 200


async def test_labels_remember_who_put_them_on(registry, ask):
    """Events tell the App's label from a person's."""
    issue = registry.open_issue("Tried it", author="zed")
    issue.add_labels(["needs-info"], by="ann")
    await ask("POST", f"{REPO}/issues/1/labels", {"labels": ["failed-attempt"]})
    assert (await ask("DELETE", f"{REPO}/issues/1/labels/needs-info")).status == 200
    assert (await ask("DELETE", f"{REPO}/issues/1/labels/needs-info")).status == 404
    events = (await ask("GET", f"{REPO}/issues/1/events")).data
    assert [(one["event"], one["actor"]["login"]) for one in events] == [
        ("labeled", "ann"),
        ("labeled", "registry-bot[bot]"),
        ("unlabeled", "registry-bot[bot]"),
    ]


async def test_a_reaction_is_given_once(registry, ask):
    """The second time it is there already: 200, not 201."""
    comment = registry.open_issue("Tried it", author="zed").comment("/registry help", by="zed")
    path = f"{REPO}/issues/comments/{comment.id}/reactions"
    statuses = [(await ask("POST", path, {"content": "eyes"})).status for _ in range(2)]
    assert statuses == [201, 200]


@pytest.mark.parametrize(
    ("level", "permission"), [("triage", "read"), ("maintain", "write"), ("admin", "admin")]
)
async def test_permission_is_told_in_old_and_new_words(registry, ask, level, permission):
    """`permission` knows four words; `role_name` tells the finer level."""
    registry.grant("ann", level)
    shown = (await ask("GET", f"{REPO}/collaborators/ann/permission")).data
    assert (shown["permission"], shown["role_name"]) == (permission, level)
    assert shown["user"]["id"] == registry.world.user("ann").id


async def test_membership_of_a_team_is_for_its_organisation(github, registry, ask):
    """A member is active; anybody else is not found."""
    ann = github.create_user("ann")
    github.create_user("zed")
    registry.owner.create_team("maintainers", [ann])
    path = "/orgs/acme/teams/maintainers/memberships"
    assert (await ask("GET", f"{path}/ann")).data["state"] == "active"
    assert (await ask("GET", f"{path}/zed")).status == 404


async def test_what_was_not_granted_is_forbidden(github, registry, ask):
    """A token without the permission gets 403, elsewhere 404."""
    installation = github.world.installation_of(github.app, registry)
    token = github.world.issue_token(installation, {"metadata": "read", "issues": "read"}).value
    registry.open_issue("Tried it", author="zed")
    assert (await ask("GET", f"{REPO}/issues/1", token=token)).status == 200
    body = {"body": "hi"}
    assert (await ask("POST", f"{REPO}/issues/1/comments", body, token=token)).status == 403
    github.create_repository("other/secret", {"a": "b"}, private=True)
    assert (await ask("GET", "/repos/other/secret")).status == 404
