"""The App itself: installations, tokens, deliveries and the manifest flow."""

import re
from typing import Any

from tests.github.accounts import LEVELS, App, Installation, Refused, Token, invalid
from tests.github.rest.call import NOT_FOUND, Call, Page, Reply, by_id, operation
from tests.github.shapes import accounts, deliveries
from tests.github.shapes.repositories import permission_flags, repository
from tests.github.state import World


def own_app(call: Call) -> App:
    assert call.principal.app is not None
    return call.principal.app


def installations(call: Call) -> list[Installation]:
    return [one for one in call.world.installations.values() if one.app is own_app(call)]


@operation("apps/get-authenticated", "app")
def get_app(call: Call) -> Any:
    shown = accounts.app(call.world, own_app(call))
    return shown | {"installations_count": len(installations(call))}


@operation("apps/list-installations", "app")
def list_installations(call: Call) -> Any:
    return Page(installations(call), lambda one: accounts.installation(call.world, one))


@operation("apps/get-installation", "app")
def get_installation(call: Call) -> Any:
    found = by_id(installations(call), call.path["installation_id"])
    return accounts.installation(call.world, found)


@operation("apps/get-repo-installation", "app")
def get_repository_installation(call: Call) -> Any:
    repo = call.world.repository(f"{call.path['owner']}/{call.path['repo']}")
    found = call.world.installation_of(own_app(call), repo)
    if found is None:
        raise Refused(404, NOT_FOUND)
    return accounts.installation(call.world, found)


@operation("apps/create-installation-access-token", "app")
def create_token(call: Call) -> Any:
    found = by_id(installations(call), call.path["installation_id"])
    if found.suspended_at:
        raise Refused(403, "This installation has been suspended")
    wanted = call.body or {}
    names, ids = wanted.get("repositories"), wanted.get("repository_ids")
    chosen = None
    if names is not None or ids is not None:
        chosen = [
            one for one in found.repositories if one.name in (names or []) or one.id in (ids or [])
        ]
        if len(chosen) != len(names or []) + len(ids or []):
            raise Refused(422, "There is at least one repository that does not exist")
    permissions = wanted.get("permissions")
    for name, level in (permissions or {}).items():
        if LEVELS.index(level) > LEVELS.index(found.permissions.get(name, "none")):
            raise Refused(422, "The permissions requested are not granted to this installation.")
    return accounts.token(call.world, call.world.issue_token(found, permissions, chosen))


def own_token(call: Call) -> Token:
    if call.principal.token is None:
        raise Refused(403, "Resource not accessible by integration")
    return call.principal.token


@operation("apps/revoke-installation-access-token")
def revoke_token(call: Call) -> None:
    own_token(call).revoked = True


@operation("apps/list-repos-accessible-to-installation")
def list_repositories(call: Call) -> Any:
    token = own_token(call)
    reached = [one for one in token.installation.repositories if token.reaches(one)]
    flags = permission_flags("write" if token.permissions.get("contents") == "write" else "read")

    def shape(one: Any) -> Any:
        return repository(call.world, one) | {"permissions": flags}

    return Page(reached, shape, "repositories")


@operation("apps/list-webhook-deliveries", "app")
def list_deliveries(call: Call) -> Any:
    """Newest first; the cursor is the id of the next page's first delivery."""
    recent = call.deliveries.recent()
    cursor, size = call.query.get("cursor"), int(call.query.get("per_page", 30))
    if cursor is not None:
        recent = [one for one in recent if one.id <= int(cursor.removeprefix("v1_"))]
    headers = {}
    if len(recent) > size:
        following = f"{call.world.api_url}/app/hook/deliveries?per_page={size}"
        headers["Link"] = f'<{following}&cursor=v1_{recent[size].id}>; rel="next"'
    return Reply(200, [deliveries.item(one) for one in recent[:size]], headers)


@operation("apps/get-webhook-delivery", "app")
def get_delivery(call: Call) -> Any:
    found = by_id(call.deliveries.recent(), call.path["delivery_id"])
    return deliveries.full(call.world, found)


@operation("apps/redeliver-webhook-delivery", "app")
def redeliver(call: Call) -> Any:
    call.deliveries.redeliver(by_id(call.deliveries.recent(), call.path["delivery_id"]))
    return {}


@operation("apps/create-from-manifest")
def convert_manifest(call: Call) -> Any:
    """A code works once; `World.manifests` holds what the browser would have submitted."""
    manifest = call.world.manifests.pop(call.path["code"], None)
    if manifest is None:
        raise Refused(404, NOT_FOUND)
    app = app_from_manifest(call.world, manifest)
    return accounts.app(call.world, app) | {
        "client_secret": f"{app.id:040x}",
        "webhook_secret": app.webhook_secret,
        "pem": app.private_key,
    }


def app_from_manifest(world: World, manifest: dict[str, Any]) -> App:
    if not manifest.get("name"):
        raise invalid("Integration", "name", "missing_field")
    slug = re.sub(r"[^a-z0-9]+", "-", manifest["name"].lower()).strip("-")
    return world.create_app(
        slug,
        permissions=manifest.get("default_permissions", {}),
        events=manifest.get("default_events", []),
    )
