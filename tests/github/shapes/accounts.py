"""Users, Apps, installations and tokens as JSON."""

from datetime import datetime
from typing import Any

from tests.github.accounts import App, Installation, Token, User
from tests.github.shapes.repositories import repository
from tests.github.shapes.users import stamp, user
from tests.github.state import World


def public_user(world: World, account: User) -> dict[str, Any]:
    return user(world, account) | {
        "bio": None,
        "blog": None,
        "company": None,
        "email": None,
        "followers": 0,
        "following": 0,
        "hireable": None,
        "location": None,
        "name": account.login,
        "public_gists": 0,
        "public_repos": 0,
        "created_at": "2020-01-01T00:00:00Z",
        "updated_at": "2020-01-01T00:00:00Z",
    }


def app(world: World, one: App) -> dict[str, Any]:
    return {
        "id": one.id,
        "slug": one.slug,
        "node_id": one.node_id,
        "client_id": one.client_id,
        "owner": user(world, one.owner),
        "name": one.slug,
        "description": None,
        "external_url": "https://bot.example.org",
        "html_url": f"{world.html_url}/apps/{one.slug}",
        "created_at": stamp(one.created_at),
        "updated_at": stamp(one.created_at),
        "permissions": one.permissions,
        "events": one.events,
    }


def app_of(world: World, one: App | None) -> dict[str, Any] | None:
    return app(world, one) if one else None


def installation(world: World, one: Installation) -> dict[str, Any]:
    here = f"{world.api_url}/app/installations/{one.id}"
    return {
        "id": one.id,
        "client_id": one.app.client_id,
        "account": user(world, one.account),
        "repository_selection": "selected",
        "access_tokens_url": f"{here}/access_tokens",
        "repositories_url": f"{world.api_url}/installation/repositories",
        "html_url": f"{world.html_url}/settings/installations/{one.id}",
        "app_id": one.app.id,
        "app_slug": one.app.slug,
        "target_id": one.account.id,
        "target_type": one.account.kind,
        "permissions": one.permissions,
        "events": one.app.events,
        "created_at": stamp(one.created_at),
        "updated_at": stamp(one.created_at),
        "single_file_name": None,
        "has_multiple_single_files": False,
        "single_file_paths": [],
        "suspended_by": None,
        "suspended_at": optional_stamp(one.suspended_at),
    }


def optional_stamp(when: datetime | None) -> str | None:
    return stamp(when) if when else None


def token(world: World, one: Token) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "token": one.value,
        "expires_at": stamp(one.expires_at),
        "permissions": one.permissions,
        "repository_selection": "selected",
    }
    if one.repositories is not None:
        shown["repositories"] = [repository(world, each) for each in one.repositories]
    return shown
