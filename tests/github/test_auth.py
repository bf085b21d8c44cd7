"""Credentials: the App's JWT, installation tokens, and nobody."""

from datetime import UTC, datetime, timedelta

import aiohttp
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from gidgethub.aiohttp import GitHubAPI
from gidgethub.apps import get_installation_access_token

from tests.github.state import key_pair

REPO = "/repos/acme/registry"


async def test_a_token_is_had_for_the_apps_jwt(github, registry, ask, app_jwt):
    """JWT to installation, installation to token, token to repository."""
    found = (await ask("GET", f"{REPO}/installation", token=app_jwt())).data
    path = f"/app/installations/{found['id']}/access_tokens"
    token = (await ask("POST", path, token=app_jwt())).data
    assert token["permissions"]["checks"] == "write"
    assert (await ask("GET", REPO, token=token["token"])).status == 200
    listed = (await ask("GET", "/installation/repositories", token=token["token"])).data
    assert [one["full_name"] for one in listed["repositories"]] == ["acme/registry"]


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        ({"exp": -1}, "'exp') must be a numeric value"),
        ({"exp": 601}, "'exp') is too far in the future"),
        ({"iat": 61}, "'iat') must be an Integer"),
    ],
)
async def test_a_jwt_lives_ten_minutes_at_most(github, ask, app_jwt, claims, words):
    """GitHub's own clock judges `iat` and `exp` (given here relative to it)."""
    now = int(github.clock().timestamp())
    answer = await ask("GET", "/app", token=app_jwt(**{k: now + v for k, v in claims.items()}))
    assert answer.status == 401
    assert words in answer.data["message"]


@pytest.mark.parametrize(("skew", "status"), [(-50, 200), (-700, 401), (700, 401)])
async def test_a_skewed_clock_spoils_a_jwt(github, ask, app_jwt, skew, status):
    """A JWT made by a clock that is wrong by more than its margins is refused."""
    made = app_jwt()
    github.clock.advance(skew)
    assert (await ask("GET", "/app", token=made)).status == status


async def test_a_forged_jwt_is_refused(ask, app_jwt):
    """Another key, or a secret in place of a key, does not do."""
    other = rsa.generate_private_key(public_exponent=65537, key_size=2048).private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    assert (await ask("GET", "/app", token=app_jwt(other.decode()))).status == 401
    hmac = app_jwt("a secret that is long enough for it", algorithm="HS256")
    assert (await ask("GET", "/app", token=hmac)).status == 401
    assert (await ask("GET", "/app", token=app_jwt(iss="1"))).status == 404


async def test_a_token_lives_an_hour(github, ask):
    """Then it is bad credentials."""
    assert (await ask("GET", REPO)).status == 200
    github.clock.advance(3600)
    assert (await ask("GET", REPO)).status == 401


async def test_revoked_tokens_and_uninstalled_apps_are_out(github, registry, ask):
    """A revoked token, and every token of an installation that is gone."""
    assert (await ask("DELETE", "/installation/token")).status == 204
    assert (await ask("GET", REPO)).status == 401
    token = github.token(registry).value
    github.world.uninstall(github.world.installation_of(github.app, registry))
    assert (await ask("GET", REPO, token=token)).status == 401


async def test_nobody_may_read_what_is_public_and_ask_no_graphql(github, registry, ask):
    """Without credentials there is reading, sixty times an hour."""
    answer = await ask("GET", REPO, token=None)
    assert (answer.status, answer.headers["X-RateLimit-Limit"]) == (200, "60")
    registry.open_issue("Tried it", author="zed")
    assert (await ask("POST", f"{REPO}/issues/1/comments", {"body": "x"}, token=None)).status == 403
    body = {"query": "{ viewer { login } }"}
    assert (await ask("POST", "/graphql", body, token=None)).status == 401


async def test_a_manifest_code_is_exchanged_once(github, ask):
    """It gives a new App with its key and secret, and then nothing."""
    github.world.manifests["c0de"] = {"name": "My Bot", "default_permissions": {"checks": "write"}}
    made = await ask("POST", "/app-manifests/c0de/conversions", token=None)
    assert (made.status, made.data["slug"], made.data["pem"]) == (201, "my-bot", key_pair(1)[0])
    assert (await ask("POST", "/app-manifests/c0de/conversions", token=None)).status == 404


async def test_the_real_client_gets_on_with_it(github, registry):
    """gidgethub takes a token, reads page by page, and asks GraphQL."""
    github.clock.freeze(datetime.now(UTC))
    installation = github.world.installation_of(github.app, registry)
    for number in range(31):
        registry.open_issue("Tried it", author="zed", labels=[f"label {number}"])
    async with aiohttp.ClientSession() as session:
        client = GitHubAPI(session, "tests", base_url=github.url)
        token = await get_installation_access_token(
            client,
            installation_id=str(installation.id),
            app_id=str(github.app.id),
            private_key=github.app.private_key,
        )
        client = GitHubAPI(session, "tests", oauth_token=token["token"], base_url=github.url)
        labels = [one["name"] async for one in client.getiter(f"{REPO}/labels")]
        viewer = await client.graphql("{ viewer { login } }", endpoint=f"{github.url}/graphql")
    assert len(labels) == 31
    assert viewer == {"viewer": {"login": "registry-bot[bot]"}}
    assert client.rate_limit.limit == 5000


async def test_the_primary_limit_is_counted_and_reset(github, registry, ask):
    """Used up, it is 403 for REST and an error in a 200 for GraphQL, until its reset."""
    left = int((await ask("GET", REPO)).headers["X-RateLimit-Remaining"])
    assert int((await ask("GET", REPO)).headers["X-RateLimit-Remaining"]) == left - 1
    github.limits.exhaust(reset_in=60)
    github.limits.exhaust(reset_in=60, resource="graphql")
    refused = await ask("GET", REPO)
    reset = int((github.clock() + timedelta(seconds=60)).timestamp())
    assert refused.status == 403
    assert refused.headers["X-RateLimit-Remaining"] == "0"
    assert refused.headers["X-RateLimit-Reset"] == str(reset)
    body = {"query": "{ viewer { login } }"}
    graphql = await ask("POST", "/graphql", body)
    assert (graphql.status, graphql.data["errors"][0]["type"]) == (200, "RATE_LIMITED")
    assert (await ask("GET", "/rate_limit")).data["rate"]["remaining"] == 0
    github.clock.advance(60)
    assert (await ask("GET", REPO)).status == 200
