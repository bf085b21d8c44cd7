"""`POST /webhook`: verified, stored durably, answered; everything else happens later."""

import json
import re
import time
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs

import gidgethub
import gidgethub.sansio
import structlog
from aiohttp import web

from bot.events import MalformedEvent, subject_of
from bot.metrics import Metrics
from bot.tracing import span
from bot.work.handler import Ignored, words
from bot.work.store import Delivery, State, Store, StoreUnavailable

MAX_BODY = 25 * 1024 * 1024
"""GitHub sends no payload over 25 MB."""
RETRY_AFTER = "30"
NO_CREDENTIALS = (
    "This server has no App credentials: set GITHUB_APP_ID, GITHUB_PRIVATE_KEY (or "
    "GITHUB_PRIVATE_KEY_PATH) and GITHUB_WEBHOOK_SECRET, as docs/install.md tells."
)

log = structlog.get_logger()

routes = web.RouteTableDef()

_EVENT = re.compile(r"[a-z_]{1,60}")
_DELIVERY = re.compile(r"[A-Za-z0-9-]{1,100}")

STORE: web.AppKey[Store] = web.AppKey("store", Store)
SECRETS: web.AppKey[tuple[str, ...]] = web.AppKey("secrets", tuple)


METRICS: web.AppKey[Metrics] = web.AppKey("metrics", Metrics)


@routes.post("/webhook")
async def webhook(request: web.Request) -> web.Response:
    """Take one delivery of GitHub's."""
    response = await _answered(request)
    request.app[METRICS].delivered(request.headers.get("x-github-event", ""), response.status)
    return response


async def _answered(request: web.Request) -> web.Response:
    if not request.app[SECRETS]:
        return _answer(503, NO_CREDENTIALS)
    try:
        body = await request.read()
    except web.HTTPRequestEntityTooLarge:
        return _answer(413, "A payload over 25 MB is not one of GitHub's.")
    if not _is_signed(request.headers, body, request.app[SECRETS]):
        return _answer(401, "The signature does not match the webhook secret.")
    event = request.headers.get("x-github-event", "")
    delivery_id = request.headers.get("x-github-delivery", "")
    if not (_EVENT.fullmatch(event) and _DELIVERY.fullmatch(delivery_id)):
        return _answer(400, "X-GitHub-Event and X-GitHub-Delivery have to name an event.")
    try:
        raw = _json_bytes(request, body)
        payload = json.loads(raw)
        subject = _ping(payload) if event == "ping" else subject_of(event, payload)
    except (ValueError, RecursionError) as error:
        message = str(error) if isinstance(error, MalformedEvent) else "The body is not JSON."
        return _answer(400, message)
    return await _store(
        request.app[STORE],
        subject,
        Delivery(
            id=delivery_id, subject=str(subject), event=event, payload=raw, received=time.time()
        ),
    )


def _is_signed(headers: Mapping[str, str], body: bytes, secrets: tuple[str, ...]) -> bool:
    signature = headers.get("x-hub-signature-256", "")
    if not (signature.isascii() and signature.startswith("sha256=")):
        return False
    for secret in secrets:
        try:
            gidgethub.sansio.validate_event(body, signature=signature, secret=secret)
        except gidgethub.ValidationFailure:
            continue
        return True
    return False


def _json_bytes(request: web.Request, body: bytes) -> bytes:
    """Return the JSON of a delivery, which a webhook can also be set to send as a form."""
    if request.content_type == "application/x-www-form-urlencoded":
        (payload,) = parse_qs(body.decode(), strict_parsing=True).get("payload", [])
        return payload.encode()
    return body


def _ping(payload: Any) -> Ignored:
    if not isinstance(payload, dict):
        raise MalformedEvent("A ping is a JSON object.")
    return Ignored("a ping")


async def _store(store: Store, subject: object, delivery: Delivery) -> web.Response:
    outcome = None
    if isinstance(subject, Ignored):
        outcome = words(subject)
        delivery = replace(delivery, subject=f"event:{delivery.event}")
    try:
        with span("receive", deliveries=(delivery.id,), event=delivery.event):
            receipt = await store.receive(delivery, outcome=outcome)
    except StoreUnavailable as error:
        log.warning("delivery.not_stored", delivery=delivery.id, error=str(error))
        headers = {"Retry-After": RETRY_AFTER}
        return _answer(503, "The delivery could not be stored; please send it again.", headers)
    log.info(
        "delivery.stored",
        delivery=delivery.id,
        delivery_event=delivery.event,
        subject=delivery.subject,
        new=receipt.is_new,
        state=receipt.state.value,
    )
    if delivery.event == "ping":
        return _answer(200, "pong")
    if receipt.state is State.DONE and not (receipt.is_new and outcome):
        return _answer(200, receipt.outcome or "Already done.")
    return _answer(202, outcome or "Stored.")


def _answer(status: int, message: str, headers: Mapping[str, str] | None = None) -> web.Response:
    return web.json_response({"message": message}, status=status, headers=headers)
