"""Entries of the delivery log as JSON."""

from typing import TYPE_CHECKING, Any

from tests.github.shapes.users import stamp
from tests.github.state import World

if TYPE_CHECKING:
    from tests.github.deliveries import Delivery


def item(one: "Delivery") -> dict[str, Any]:
    assert one.delivered_at is not None
    return {
        "id": one.id,
        "guid": one.guid,
        "delivered_at": stamp(one.delivered_at),
        "redelivery": one.redelivery,
        "duration": one.duration,
        "status": one.status,
        "status_code": one.status_code,
        "event": one.event,
        "action": one.action,
        "installation_id": (one.payload.get("installation") or {}).get("id"),
        "repository_id": (one.payload.get("repository") or {}).get("id"),
        "throttled_at": None,
    }


def full(world: World, one: "Delivery") -> dict[str, Any]:
    return item(one) | {
        "url": one.url or "",
        "request": {"headers": one.headers, "payload": one.payload},
        "response": {"headers": one.response_headers, "payload": one.response_body},
    }
