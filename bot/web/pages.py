"""Pages for people: what this server is, and one page a rule."""

import mistune
from aiohttp import web
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from rules import RULES
from rules.manual import page
from rules.rule import Rule

routes = web.RouteTableDef()

_templates = Environment(
    loader=PackageLoader("templates", "pages"), undefined=StrictUndefined, autoescape=True
)
_markdown = mistune.create_markdown(escape=True, plugins=["table"])
_headers = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


def _rule(code: str) -> Rule | None:
    """Find a rule by its code or its name, in any case."""
    wanted = code.casefold()
    return next((r for r in RULES if wanted in (r.code.casefold(), r.name.casefold())), None)


def _page(title: str, markdown: str, status: int = 200) -> web.Response:
    body = Markup(_markdown(markdown))  # noqa: S704  # our own text, and mistune escapes HTML
    html = _templates.get_template("page.html.j2").render(title=title, body=body)
    return web.Response(text=html, content_type="text/html", status=status, headers=_headers)


@routes.get("/")
async def index(_request: web.Request) -> web.Response:
    """Say what this server is and list the rules."""
    rules = "\n".join(f"- [{r.code} {r.name}](/rules/{r.code}): {r.summary}" for r in RULES)
    text = (
        "# registry-bot\n\n"
        "Reviews pull requests on a community-edited registry: every entry complete, every "
        "status change cited, every blocker specific.\n\n"
        f"## Rules\n\n{rules}\n"
    )
    return _page("registry-bot", text)


@routes.get("/rules/{code}")
async def rule_page(request: web.Request) -> web.Response:
    """Show one rule: what, why, bad, good and how to fix."""
    rule = _rule(request.match_info["code"])
    if rule is None:
        return _page("Not found", "# No such rule\n\n[All rules](/)", status=404)
    return _page(f"{rule.code} {rule.name}", page(rule))
