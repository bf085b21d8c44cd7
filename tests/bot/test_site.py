"""The public page: complete, inert, well formed, and whole wherever it stands."""

import posixpath
import re
from base64 import b64encode
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.bundled import bundled_snapshot
from bot.site import POLICY, render_site
from registry.document import Entry
from registry.nodes import Mapping, plain_value
from registry.snapshot import Paths, Snapshot, read_snapshot
from rules import RULES
from tests.bot.html_page import Page

REPOSITORY = "https://github.com/acme/registry"
SNAPSHOT = bundled_snapshot()
HTML = render_site(SNAPSHOT, REPOSITORY)
PAGES = {path: Page(html) for path, html in HTML.items()}
ENTRIES = SNAPSHOT.document.entries

HOSTILE = [
    "<script>alert(1)</script>",
    "</style></title></main><svg onload=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "[go](javascript:alert(1))",
    "[go](JaVaScRiPt&colon;alert(1))",
    "[go](data:text/html;base64,PHNjcmlwdD4=)",
    "[go](https://user@bank.com/)",
    "[go](//evil.org) [up](../../etc)",
    "![pixel](https://evil.org/pixel.png)",
    "<https://evil.org/\"onmouseover='alert(1)'>",
    "https://evil.org/'\"><script>alert(1)</script>",
    "<a href=javascript:alert(1)>go</a>",
    "<!-- --><script>alert(1)</script><!-- -->",
    "```\n</code></pre><script>alert(1)</script>\n```",
    "[x]: javascript:alert(1)\n\n[x]",
    "| a |\n|--:|\n| <script> |",
    "\u202egnp.exe \u200bB\u2060 \u2066x \U000e0041",
    "&#8238; &lt;script&gt; &#x3c;script&#x3e;",
    "{{ 7 * 7 }} {% raw %}",
    "# One\n\n###### Six\n\n<div onclick=x>",
]
ALLOWED = {"href", "id", "title", "class", "scope", "tabindex", "role", "start", "lang"}
DECEPTIVE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\U000e0000-\U000e007f\x00-\x08]")


def snapshot(text: str, references: str = "") -> Snapshot:
    paths = Paths()
    files = {paths.registry: text.encode(), paths.references: references.encode()}
    return read_snapshot(files, paths)


def entry(block: str, prose: str = "Prose.", heading: str = "B1: Entry") -> str:
    return f"# Registry\n\n## {heading}\n\n```yaml\n{block}\n```\n\n{prose}\n"


def page_of(text: str, references: str = "") -> Page:
    return Page(render_site(snapshot(text, references))["entries/B1.html"])


def scalar(text: str) -> str:
    """Write any text as a YAML scalar."""
    escapes = ((char, f"\\U{ord(char):08x}") for char in dict.fromkeys(text))
    return '"' + text.translate({ord(char): escape for char, escape in escapes}) + '"'


def seen(value: object) -> str:
    """A value as a reader sees it: keys of the bibliography without their sign."""
    return " ".join(re.sub(r"(?<!\w)@(?=\w)", "", str(value)).split())


def test_every_entry_has_a_page_and_a_row() -> None:
    """The index leads to each entry and counts what was tried on it."""
    assert len(ENTRIES) > 0
    for one in ENTRIES:
        assert f"entries/{one.id}.html" in PAGES["index.html"].links
        assert PAGES[f"entries/{one.id}.html"].text.count(one.name) >= 1
        counts = [len(one.nodes(name)) for name in ("known_solutions", "failed_attempts")]
        row = f"{one.id} {one.name} {one.status} {one.text('priority')} {counts[0]} {counts[1]}"
        assert row in PAGES["index.html"].text


@pytest.mark.parametrize("one", ENTRIES, ids=lambda one: one.id)
@pytest.mark.parametrize("name", ["known_solutions", "failed_attempts", "status_history"])
def test_wins_and_failures_stand_there_whole(one: Entry, name: str) -> None:
    """Everything that our registry says of a solution, an attempt or a step is on its page."""
    text = PAGES[f"entries/{one.id}.html"].text
    for item in one.nodes(name):
        assert isinstance(item, Mapping)
        missing = [pair.key.text for pair in item if seen(plain_value(pair.value)) not in text]
        assert missing == []


def test_side_by_side() -> None:
    """On every entry's page the failed attempts stand beside the solutions, not below the rest."""
    beside = re.compile(
        r'<div class="sides">\s*<section aria-labelledby="solutions">(?:(?!</section>).)*'
        r'</section>\s*<section aria-labelledby="attempts">',
        re.DOTALL,
    )
    assert all(beside.search(HTML[f"entries/{one.id}.html"]) for one in ENTRIES)


def test_our_registry_has_failed_attempts() -> None:
    """What the law above says of failed attempts, it says of some."""
    assert sum(len(one.nodes("failed_attempts")) for one in ENTRIES) > 2


@pytest.mark.parametrize("one", ENTRIES, ids=lambda one: one.id)
def test_entry_is_whole(one: Entry) -> None:
    """Blockers, facts and neighbours are on the page, neighbours as links."""
    page = PAGES[f"entries/{one.id}.html"]
    for text in (*(item.text for item in one.items("blockers")), one.text("last_reviewed")):
        assert seen(text) in page.text
    dependents = SNAPSHOT.document.dependents.get(one.id, ())
    assert {f"{other}.html" for other in (*one.depends_on, *dependents)} <= set(page.links)


@pytest.mark.parametrize("path", PAGES)
def test_links_lead_somewhere(path: str) -> None:
    """Each link within the site is relative, to a page of it and a place on that page."""
    for link in PAGES[path].links:
        if link.startswith("https://"):
            continue
        target, _, fragment = link.partition("#")
        place = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
        found = PAGES[place if target else path]
        assert not fragment or fragment in found.ids


@pytest.mark.parametrize("path", PAGES)
def test_page_is_sound(path: str) -> None:
    """One h1, no level skipped, one main, a title and a language, no id twice, headed tables."""
    page = PAGES[path]
    assert page.levels[0] == 1
    assert page.levels.count(1) == 1
    assert all(
        after <= before + 1 for before, after in zip(page.levels, page.levels[1:], strict=False)
    )
    assert [name for name, _ in page.tags].count("main") == 1
    assert ("html", {"lang": "en"}) in page.tags
    assert len(page.ids) == len(set(page.ids))
    assert all("scope" in attributes for name, attributes in page.tags if name == "th")
    assert re.search(r"<title>[^<]{3,}</title>", page.html)


@pytest.mark.parametrize("path", PAGES)
def test_page_needs_nothing(path: str) -> None:
    """No page loads or runs anything, and its policy allows the one style it has."""
    page = PAGES[path]
    assert not page.names & {"script", "img", "link", "iframe", "svg", "form", "object", "base"}
    assert not [a for _, a in page.tags if "style" in a or any(n.startswith("on") for n in a)]
    (style,) = re.findall(r"<style>(.*?)</style>", page.html, re.DOTALL)
    assert f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'" in POLICY
    policies = [a["content"] for _, a in page.tags if a.get("http-equiv")]
    assert policies == [POLICY]
    assert "url(" not in style
    assert "@import" not in style


def test_citations_are_links() -> None:
    """Each kind of citation leads to its work, and is listed once; without an address, there."""
    references = (
        "@misc{k2025,\n title = {The {Title}},\n year = {2025},\n eprint = {2405.04434}\n}\n"
    )
    prose = "See [@k2025], arXiv:2309.06180, doi:10.1145/3600006.3613165, MLPerf 5.0-0060, " * 2
    page = page_of(entry("id: B1", prose + "https://nvidia.com/a_b_c."), references)
    works = [
        "https://arxiv.org/abs/2405.04434",
        "https://arxiv.org/abs/2309.06180",
        "https://doi.org/10.1145/3600006.3613165",
        "https://nvidia.com/a_b_c",
    ]
    assert [link for link in works if link not in page.links] == []
    assert page.links.count("#source-4") == 2
    assert page.ids[-5:] == [f"source-{number}" for number in range(1, 6)]
    assert "The Title (2025). k2025" in page.text


def test_plain_http_is_no_link() -> None:
    """A reference whose address is not secure is named and not linked."""
    references = "@misc{k,\n title = {T},\n year = {2025},\n url = {http://a.org/x}\n}\n"
    page = page_of(entry("id: B1", "See [@k] and [here](http://a.org)."), references)
    assert [link for link in page.links if "a.org" in link] == []
    assert "#source-1" in page.links


def test_other_entries_are_links() -> None:
    """An entry named in a text leads to its page; the page's own, unknown ones and code do not."""
    text = entry("id: B1", "B1, B02, B3, B200 and `B2`.") + "\n## B2: Two\n\n```yaml\nid: B2\n```\n"
    assert page_of(text).links.count("B2.html") == 1
    assert {"B1.html", "B3.html", "B200.html"}.isdisjoint(page_of(text).links)


def test_link_as_written() -> None:
    """A link's own address holds, whatever its text names; one that may not be leaves the text."""
    page = page_of(entry("id: B1", "[arXiv:2405.04434](https://nvidia.com/x) [B1](javascript:x)"))
    assert page.links.count("https://nvidia.com/x") == 2
    assert 'nvidia.com/x">arXiv:2405.04434</a> B1<' in page.html


def test_a_registry_of_another_community() -> None:
    """Fields and keys that we do not know are shown under their own names."""
    page = page_of(
        entry(
            "id: B1\ncolour_scheme: blue\nfailed_attempts:\n"
            "  - {tried: Paint, date: 2025-01-02, weather: [rain, fog]}\n  - It only rained\n"
            "  - {date: 2025-03-04, tried: Ink}"
        )
    )
    assert "Colour scheme blue" in page.text
    assert "Weather rain, fog" in page.text
    assert page.text.index("Ink") < page.text.index("Paint") < page.text.index("It only rained")


def test_form_is_offered() -> None:
    """Where nothing has failed yet the page says so, and every page asks for what did."""
    form = f"{REPOSITORY}/issues/new?template=failed-attempt.yml"
    assert all(form in PAGES[f"entries/{one.id}.html"].links for one in ENTRIES)
    page = page_of(entry("id: B1"))
    assert "Failed attempts (0) None has been reported yet." in page.text
    assert "the form Failed attempt in the registry’s repository" in page.text


def test_unknown_dependency() -> None:
    """A dependency on nothing is named and no link; one on an entry without a name is a link."""
    text = entry("id: B1\ndepends_on: [B2, B9]") + "\n## B2\n\n```yaml\nid: B2\n```\n"
    page = page_of(text)
    assert "B9, which is not in the registry" in page.text
    assert page.links.count("B2.html") == 1
    assert "B9.html" not in page.links


def test_what_cannot_be_read() -> None:
    """A repeated id and a block that YAML refuses neither hide other entries nor break a page."""
    text = (
        entry("id: B1\nname: [", heading="B1: Broken") + "\n## B1: Twin\n\n```yaml\nid: B1\n```\n"
    )
    pages = render_site(snapshot(text))
    assert "Broken" in Page(pages["entries/B1.html"]).text
    assert "Without a page" in Page(pages["index.html"]).text
    assert Page(render_site(snapshot("nothing"))["index.html"]).text.count("no entry yet") == 1


texts = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=20), min_size=1, max_size=3).map(
    "\n".join
)


@settings(deadline=None)
@given(texts, texts)
def test_hostile_text_is_inert(text: str, prose: str) -> None:
    """Whatever stands in a field or in prose, nothing runs, loads, deceives or leads astray."""
    line = text.replace("\n", " ").replace("\0", "")  # with a NUL the file would be no text
    one, prose = scalar(text), prose.replace("\0", "")
    block = (
        f"id: B1\nname: {one}\nstatus: {one}\nunlock: {one}\nblockers: [{one}]\n"
        f"known_solutions: [{{title: {one}, citation: {one}, maturity: {one}}}]\n"
        f"failed_attempts: [{{date: {one}, tried: {one}, why: {one}, {one}: {one}}}]\n"
        f"status_history: [{{date: {one}, from: {one}, citation: {one}}}]\n"
        f"contributors: [{{name: {one}, github_handle: {one}, contribution: {one}}}]"
    )
    references = "@misc{k,\n title = {<script>\u202e},\n url = {javascript:alert(1)}\n}\n"
    text = f"# {line}\n\nv1 · {line} · 1 entry\n\n{entry(block, prose + ' [@k]')}"
    pages = render_site(snapshot(text, references))
    for path in ("index.html", "entries/B1.html", "rules/index.html"):
        page = Page(html := pages[path])
        assert not page.names & {"script", "img", "svg", "iframe", "form", "object"}
        assert not DECEPTIVE.search(html)
        for name, attributes in page.tags:
            extra = {n for n in attributes if n not in ALLOWED and not n.startswith("aria-")}
            assert name == "meta" or not extra
        assert all(re.match(r"https://(?!user@)|[\w./-]*\.html$|#", link) for link in page.links)
        assert page.levels.count(1) == 1


def test_rules_have_pages() -> None:
    """Each rule has a page, to which the list leads."""
    for rule in RULES:
        assert f"{rule.code}.html" in PAGES["rules/index.html"].links
        assert rule.name in PAGES[f"rules/{rule.code}.html"].text
