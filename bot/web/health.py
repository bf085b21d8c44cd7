"""Whether the server lives, whether it can take and work deliveries, and its metrics."""

from aiohttp import web

from bot.metrics import CONTENT_TYPE
from bot.web.webhook import METRICS, SECRETS, STORE
from bot.work.store import StoreUnavailable

routes = web.RouteTableDef()


@routes.get("/healthz")
async def healthz(_request: web.Request) -> web.Response:
    """Alive, whatever else may be wrong."""
    return web.json_response({"status": "alive"})


@routes.get("/readyz")
async def readyz(request: web.Request) -> web.Response:
    """Ready when there are credentials and the store answers; says how much is waiting."""
    if not request.app[SECRETS]:
        return web.json_response({"status": "no App credentials"}, status=503)
    try:
        stats = await request.app[STORE].stats()
    except StoreUnavailable as error:
        return web.json_response({"status": str(error)}, status=503)
    return web.json_response({"status": "ready", "pending": stats.pending, "dead": stats.dead})


@routes.get("/metrics")
async def metrics(request: web.Request) -> web.Response:
    """Return the metrics of this process and of the store, as Prometheus reads them."""
    try:
        stats = await request.app[STORE].stats()
    except StoreUnavailable as error:
        return web.Response(text=f"# {error}\n", status=503)
    body = request.app[METRICS].render(stats)
    return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE})
