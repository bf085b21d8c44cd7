"""Faults happen where and when they were asked for, and the journal shows them."""

import aiohttp
import pytest

from tests.github.faults import (
    Fault,
    lag,
    lost_response,
    primary_limit,
    secondary_limit,
    server_error,
)

REPO = "/repos/acme/registry"
COMMENTS = f"{REPO}/issues/1/comments"


@pytest.fixture
def issue(registry):
    return registry.open_issue("Tried it", author="zed")


async def test_a_fault_hits_its_operation_alone_and_so_often(github, issue, ask):
    """The second and third reading of the issue fail; other operations do not."""
    github.faults.add(server_error("issues/get", 502, skip=1, times=2))
    statuses = [(await ask("GET", f"{REPO}/issues/1")).status for _ in range(4)]
    assert statuses == [200, 502, 502, 200]
    assert (await ask("GET", COMMENTS)).status == 200


@pytest.mark.parametrize(("status", "retry_after"), [(403, None), (429, 60)])
async def test_the_secondary_limit_comes_with_and_without_retry_after(
    github, issue, ask, status, retry_after
):
    """As on GitHub, 403 or 429, the header now there and now not; nothing is written."""
    github.faults.add(secondary_limit("issues/*", status, retry_after))
    answer = await ask("POST", COMMENTS, {"body": "hi"})
    assert answer.status == status
    assert answer.headers.get("Retry-After") == (retry_after and str(retry_after))
    assert "secondary rate limit" in answer.data["message"]
    assert issue.comments == []


@pytest.mark.parametrize(
    ("fault", "written"),
    [(Fault("issues/create-comment", reset="before"), 0), (lost_response("issues/*"), 1)],
)
async def test_a_connection_is_cut_before_or_after_the_write(github, issue, ask, fault, written):
    """The client sees the same; only afterwards the comment is there."""
    github.faults.add(fault)
    with pytest.raises(aiohttp.ClientError):
        await ask("POST", COMMENTS, {"body": "hi"})
    assert len(issue.comments) == written
    assert (github.requests[-1].operation, github.requests[-1].status) == (
        "issues/create-comment",
        0,
    )


async def test_a_truncated_answer_breaks_off(github, issue, ask):
    """Half of the body arrives, fewer bytes than were announced."""
    github.faults.add(Fault("issues/get", truncate=True))
    with pytest.raises(aiohttp.ClientPayloadError):
        await ask("GET", f"{REPO}/issues/1")
    assert (await ask("GET", f"{REPO}/issues/1")).status == 200


async def test_a_delayed_answer_runs_into_a_timeout(github, issue, ask):
    """A client that waits less long gives up."""
    github.faults.add(Fault("issues/get", delay=30))
    timeout = aiohttp.ClientTimeout(total=0.05)
    async with aiohttp.ClientSession(timeout=timeout) as session:
        with pytest.raises(TimeoutError):
            await session.get(f"{github.url}{REPO}/issues/1")


async def test_a_write_is_not_read_back_at_once(github, issue, ask):
    """Reads lag behind the write that they follow, and only behind that."""
    github.faults.add(lag("issues/get-comment", after="issues/create-comment", times=2))
    other = issue.comment("there before", by="ann")
    assert (await ask("GET", f"{REPO}/issues/comments/{other.id}")).status == 200
    made = (await ask("POST", COMMENTS, {"body": "hi"})).data
    here = f"{REPO}/issues/comments/{made['id']}"
    assert [(await ask("GET", here)).status for _ in range(3)] == [404, 404, 200]


async def test_a_token_is_revoked_in_the_middle_of_a_run(github, registry, issue, ask):
    """From that request on it is bad credentials; a fresh token goes on."""
    github.faults.add(Fault("issues/list-comments", revoke=True))
    assert (await ask("GET", f"{REPO}/issues/1")).status == 200
    assert (await ask("GET", COMMENTS)).status == 401
    assert (await ask("GET", f"{REPO}/issues/1")).status == 401
    assert (await ask("GET", COMMENTS, token=github.token(registry).value)).status == 200


async def test_one_route_can_meet_the_primary_limit(github, issue, ask):
    """The limit's headers are the fault's; other routes have theirs."""
    reset = int(github.clock().timestamp()) + 30
    github.faults.add(primary_limit("GET /repos/{owner}/{repo}", reset=reset))
    refused = await ask("GET", REPO)
    assert (refused.status, refused.headers["X-RateLimit-Remaining"]) == (403, "0")
    assert refused.headers["X-RateLimit-Reset"] == str(reset)
    assert (await ask("GET", f"{REPO}/issues/1")).headers["X-RateLimit-Remaining"] != "0"


async def test_a_fault_finds_a_graphql_document_by_its_name(github, issue, ask):
    """`graphql:<name>` spoils that document, whatever it asks for."""
    github.faults.add(server_error("graphql:Who"))
    who = {"query": "query Who { viewer { login } }"}
    other = {"query": "query Other { viewer { login } }"}
    assert (await ask("POST", "/graphql", other)).status == 200
    assert (await ask("POST", "/graphql", who)).status == 502


async def test_requests_are_counted(github, registry, issue, ask):
    """A step's requests by operation; a mutation counts once for each alias."""
    await ask("GET", REPO)
    with github.counting() as count:
        await ask("GET", f"{REPO}/issues/1")
        text = """mutation Act($on: ID!) {
          a: addComment(input: {subjectId: $on, body: "a"}) { clientMutationId }
          b: addComment(input: {subjectId: $on, body: "b"}) { clientMutationId } }"""
        variables = {"on": issue.node_id}
        await ask("POST", "/graphql", {"query": text, "variables": variables})
    await ask("GET", REPO)
    assert count.lines == [
        "GET /repos/{owner}/{repo}/issues/{issue_number}",
        "graphql mutation Act: addComment, addComment",
    ]
    assert count.operations == {"issues/get": 1, "addComment": 2}
    assert (len(count), count.writes, count.points) == (2, 2, 6)
    assert {request.token for request in count.requests} == {"installation"}
