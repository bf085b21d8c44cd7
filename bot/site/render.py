"""All pages as text by path: the same files for a folder and for the server."""

from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import groupby
from pathlib import PurePosixPath
from typing import Any

import mistune
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from bot.configuration import FORM_PATH
from bot.inert import visible
from bot.site.entry_page import entry_page
from registry.document import Document
from registry.snapshot import Snapshot
from rules import RULES
from rules.manual import CHAPTERS, page

GENERATOR = '<meta name="generator" content="registry-bot">'
"""The line by which a page of ours is known."""

_STYLE = files("templates").joinpath("pages/style.css").read_text(encoding="utf-8")
POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; "
    f"style-src 'sha256-{b64encode(sha256(_STYLE.encode()).digest()).decode()}'"
)
"""Nothing is loaded, run or sent; the one style is ours, to the byte."""

_our_markdown = mistune.create_markdown(escape=True)


@dataclass(frozen=True, slots=True)
class _About:
    """What every page says of the registry it belongs to; `repository` is its address, if known."""

    title: str
    header: str
    path: str
    repository: str | None

    @property
    def form(self) -> str | None:
        """Where a failed attempt is reported."""
        name = PurePosixPath(FORM_PATH).name
        return self.repository and f"{self.repository}/issues/new?template={name}"


def render_site(snapshot: Snapshot, repository: str | None = None) -> dict[str, str]:
    """Return the pages by their paths, such as `entries/B7.html`.

    `repository` is the https address of the repository that keeps the registry, None if unknown.
    An entry has a page if it has an id that no earlier entry has; the index names the others.
    """
    document = snapshot.document
    about = _About(
        title=visible(document.title) or "Registry",
        header=visible(document.header.text) if document.header else "",
        path=snapshot.paths.registry,
        repository=repository,
    )
    pages = {"index.html": _index(document, about)}
    for entry_id, entry in document.by_id.items():
        shown = entry_page(entry, document, snapshot.bibliography)
        pages[f"entries/{entry_id}.html"] = _page("entry", about, root="../", entry=shown)
    return pages | _rule_pages(about)


def not_found(root: str, sentence: str) -> str:
    """Return the page for an address that is none; `root` leads from it to the index."""
    about = _About("registry-bot", "", "", None)
    return _page("not_found", about, root=root, sentence=sentence)


def _index(document: Document, about: _About) -> str:
    rows = [
        {
            "id": entry.id,
            "name": visible(entry.name),
            "status": visible(entry.status),
            "priority": visible(entry.text("priority")),
            "solutions": len(entry.nodes("known_solutions")),
            "attempts": len(entry.nodes("failed_attempts")),
        }
        for entry in document.by_id.values()
    ]
    shown = {id(entry) for entry in document.by_id.values()}
    left_out = [visible(e.label) for e in document.entries if id(e) not in shown]
    return _page("index", about, rows=rows, left_out=left_out)


def _rule_pages(about: _About) -> dict[str, str]:
    chapters = [
        (CHAPTERS.get(digit, "Other"), list(rules))
        for digit, rules in groupby(RULES, key=lambda rule: rule.code[2])
    ]
    pages = {"rules/index.html": _page("rules", about, root="../", chapters=chapters)}
    for rule in RULES:
        title = f"{rule.code} {rule.name}"
        pages[f"rules/{rule.code}.html"] = _page(
            "rule", about, root="../", title=title, text=page(rule)
        )
    return pages


@cache
def _ours(text: str) -> Markup:
    """Return our own Markdown, with the HTML that it speaks of escaped."""
    return Markup(_our_markdown(text))  # noqa: S704  # see above


def _page(name: str, about: _About, root: str = "", **values: Any) -> str:
    return _templates().get_template(f"{name}.html.j2").render(about=about, root=root, **values)


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("templates", "pages"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["ours"] = _ours
    environment.globals |= {
        "generator": Markup(GENERATOR),  # noqa: S704  # our own line
        "style": Markup(_STYLE),  # noqa: S704  # our own file
        "policy": POLICY,
    }
    return environment
