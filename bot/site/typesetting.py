"""Contributors' text as HTML that is inert, with its citations and entries as links.

mistune reads the Markdown; nothing of it becomes live but links, to https addresses that the
grammar of citations accepts. Pictures are shown as their text, comments not at all.
"""

import re
from collections.abc import Collection
from typing import Any

from markupsafe import Markup, escape
from mistune import HTMLRenderer, InlineParser, InlineState, Markdown
from mistune.plugins.formatting import strikethrough
from mistune.plugins.table import table

from bot.inert import visible
from registry.citations import Citation, Kind, find_all
from registry.citations.links import link as judged_link
from registry.identifier import canonical_id
from registry.references import Bibliography

# Where a citation may begin; whether one does is asked of the grammar.
_CITATION = r"(?i:https?://|arxiv|doi|mlperf)|@"
_ENTRY = r"(?<![\w@-])[A-Za-z]{1,20}[0-9]{1,18}(?![\w-])"
_FIELD_RULES = ["codespan", "link", "link_close", "auto_link", "citation", "entry"]
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_ANCHOR = re.compile(r"</?a\b[^>]*>")
_TOP_HEADING = 3
"""Level of the first heading in prose, which stands in a section of the page."""

_SCROLLS = '<div class="scroll" tabindex="0" role="region" aria-label="Table">'


class Typesetter:
    """Sets the texts of one page, and numbers the works they cite in `sources`, from 1.

    `entries` are the ids that have a page in the same folder; `own` is the page's, not linked.
    """

    def __init__(self, bibliography: Bibliography, entries: Collection[str], own: str = "") -> None:
        self.sources: dict[Citation, int] = {}
        self._bibliography = bibliography
        self._entries = entries
        self._own = own
        self._fields = self._markdown(_FIELD_RULES)
        self._prose = self._markdown()

    def field(self, text: str) -> Markup:
        """Set a short text, in which nothing is markup but code, links and citations."""
        tokens = self._fields.inline(visible(text), {"ref_links": {}})
        assert self._fields.renderer
        state = self._fields.block.state_cls()
        return Markup(self._fields.renderer.render_tokens(tokens, state))  # noqa: S704  # escaped

    def prose(self, text: str) -> Markup:
        """Set Markdown in blocks; its headings begin at level 3 and never skip one."""
        return Markup(self._prose(visible(text)))  # noqa: S704  # mistune escapes

    def cite(self, citation: Citation, text: str) -> Markup:
        """Link `text` to the cited work, or to where this page lists it when it has no address."""
        number = self.sources.setdefault(citation, len(self.sources) + 1)
        place = https(citation.url) or f"#source-{number}"
        reference = self._bibliography.get(citation.id) if citation.kind is Kind.BIB else None
        if reference is None:
            return Markup('<a href="{}">{}</a>').format(place, text)
        title = visible(reference.title)
        return Markup('<a href="{}" title="{}">{}</a>').format(place, title, text)

    def _markdown(self, rules: list[str] | None = None) -> Markdown:
        inline = InlineParser()
        inline.register("citation", _CITATION, self._citation, before="link")
        inline.register("entry", _ENTRY, self._entry, before="link")
        if rules is None:
            return Markdown(_Renderer(self), inline=inline, plugins=[table, strikethrough])
        inline.rules = rules
        return Markdown(_Renderer(self), inline=inline)

    def _citation(self, inline: InlineParser, match: re.Match[str], state: InlineState) -> int:
        """Take the citation that begins here; text where none does."""
        text, known = state.src, state.env.setdefault("citations", {})
        if text not in known:
            known[text] = {found.start: found for found in find_all(text, self._bibliography)}
        found = known[text].get(match.start())
        if found is None:
            inline.process_text(match[0], state)
            return match.end()
        written = text[found.start : found.end].removeprefix("@")
        state.append_token({"type": "citation", "raw": written, "attrs": {"work": found.citation}})
        return int(found.end)

    def _entry(self, inline: InlineParser, match: re.Match[str], state: InlineState) -> int:
        entry_id = canonical_id(match[0])
        if entry_id in self._entries and entry_id != self._own:
            state.append_token({"type": "entry", "raw": match[0], "attrs": {"to": entry_id}})
        else:
            inline.process_text(match[0], state)
        return match.end()


class _Renderer(HTMLRenderer):
    """mistune's HTML, without what could be live, load or deceive."""

    def __init__(self, typesetter: Typesetter) -> None:
        super().__init__(escape=True)
        self._typesetter = typesetter
        self._level = _TOP_HEADING - 1

    def citation(self, text: str, work: Citation) -> str:
        return str(self._typesetter.cite(work, text))

    def entry(self, text: str, to: str) -> str:
        return str(Markup('<a href="{}.html">{}</a>').format(to, text))

    # A link's and a picture's title, a fence's language and a cell's alignment are left out; the
    # last would be a style, which the page's policy refuses.

    def link(self, text: str, url: str, title: str | None = None) -> str:  # noqa: ARG002
        """Link to an address that could be cited, in place of what else the text would lead to."""
        work = judged_link(url) if https(url) else None
        if not isinstance(work, Citation):
            return text
        plain = Markup(_ANCHOR.sub("", text))  # noqa: S704  # rendered here
        return str(self._typesetter.cite(work, plain))

    def image(self, text: str, url: str, title: str | None = None) -> str:  # noqa: ARG002
        return text

    def heading(self, text: str, level: int, **_: Any) -> str:
        self._level = min(max(level, _TOP_HEADING), self._level + 1, 6)
        return f"<h{self._level}>{text}</h{self._level}>\n"

    def inline_html(self, html: str) -> str:
        return str(escape(_COMMENT.sub("", html)))

    def block_html(self, html: str) -> str:
        shown = _COMMENT.sub("", html).strip()
        return f"<p>{escape(shown)}</p>\n" if shown else ""

    def block_code(self, code: str, info: str | None = None) -> str:  # noqa: ARG002
        return f"<pre><code>{escape(code)}</code></pre>\n"

    def table(self, text: str) -> str:
        return f"{_SCROLLS}\n<table>\n{text}</table>\n</div>\n"

    def table_cell(self, text: str, align: str | None = None, *, head: bool = False) -> str:  # noqa: ARG002
        return f'<th scope="col">{text}</th>\n' if head else f"<td>{text}</td>\n"


def https(url: str | None) -> str | None:
    """Return an address that may be linked to, else None."""
    shown = visible(url or "").strip()
    return shown if shown.lower().startswith("https://") else None
