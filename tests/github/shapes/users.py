"""What every other shape needs: a user as JSON, and a moment as text."""

from datetime import UTC, datetime
from typing import Any

from tests.github.accounts import User
from tests.github.state import World

USER_LINKS = {
    "followers_url": "/followers",
    "following_url": "/following{/other_user}",
    "gists_url": "/gists{/gist_id}",
    "starred_url": "/starred{/owner}{/repo}",
    "subscriptions_url": "/subscriptions",
    "organizations_url": "/orgs",
    "repos_url": "/repos",
    "events_url": "/events{/privacy}",
    "received_events_url": "/received_events",
}


def stamp(when: datetime) -> str:
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def user(world: World, account: User) -> dict[str, Any]:
    here = f"{world.api_url}/users/{account.login.replace('[', '%5B').replace(']', '%5D')}"
    page = "apps/" if account.kind == "Bot" else ""
    return {
        "login": account.login,
        "id": account.id,
        "node_id": account.node_id,
        "avatar_url": f"https://avatars.githubusercontent.com/u/{account.id}?v=4",
        "gravatar_id": "",
        "url": here,
        "html_url": f"{world.html_url}/{page}{account.graphql_login}",
        **{name: here + path for name, path in USER_LINKS.items()},
        "type": account.kind,
        "site_admin": False,
    }
