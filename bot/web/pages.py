"""Pages for people: the registry that came with this program, entry by entry, and the rules.

The pages are those that `registry-bot site` writes, to the byte. Each is also found without its
`.html`; a rule by its name as well, as comments and documents refer to it.
"""

import asyncio
from functools import cache

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.bundled import bundled_snapshot
from bot.site import POLICY, not_found, render_site
from registry.identifier import canonical_id
from rules import RULES

routes = web.RouteTableDef()

_headers = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


@cache
def _site() -> dict[str, str]:
    """Return the pages by their paths in lower case: an address is found in any."""
    pages = render_site(bundled_snapshot())
    return {path.casefold(): html for path, html in pages.items()}


def _answer(html: str, status: int = 200) -> web.Response:
    return web.Response(text=html, content_type="text/html", status=status, headers=_headers)


async def _page(path: str, otherwise: str) -> web.Response:
    """Answer with a page; raises HTTPNotFound with the sentence `otherwise` where there is none."""
    pages = await asyncio.to_thread(_site)  # the first call renders, which deliveries outrun
    if path.casefold() not in pages:
        raise web.HTTPNotFound(reason=otherwise)
    return _answer(pages[path.casefold()])


@routes.get("/")
@routes.get("/index.html")
async def index(_request: web.Request) -> web.Response:
    """List the entries."""
    return await _page("index.html", "There is no such page.")


@routes.get("/entries/{name}")
async def entry_page(request: web.Request) -> web.Response:
    """Show one entry."""
    name = request.match_info["name"].removesuffix(".html")
    return await _page(f"entries/{canonical_id(name)}.html", "There is no such entry.")


@routes.get("/rules")
async def rules_folder(_request: web.Request) -> web.Response:
    """Lead to where the relative links of the list of rules hold."""
    raise web.HTTPMovedPermanently("rules/")


@routes.get("/rules/")
@routes.get("/rules/index.html")
async def rules_index(_request: web.Request) -> web.Response:
    """List the rules."""
    return await _page("rules/index.html", "There is no such page.")


@routes.get("/rules/{name}")
async def rule_page(request: web.Request) -> web.Response:
    """Show one rule: what, why, bad, good and how to fix."""
    name = request.match_info["name"].removesuffix(".html").casefold()
    codes = (r.code for r in RULES if name in (r.code.casefold(), r.name.casefold()))
    return await _page(f"rules/{next(codes, '')}.html", "There is no such rule.")


@web.middleware
async def lost(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn an address that is none into a page that leads back."""
    try:
        return await handler(request)
    except web.HTTPNotFound as error:
        root = "../" * (request.rel_url.raw_path.count("/") - 1)
        sentence = "There is no such page." if error.reason == "Not Found" else error.reason
        return _answer(not_found(root, sentence), status=404)
