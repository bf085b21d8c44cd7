"""Addresses: which are works, which stay addresses, and which nobody else can follow."""

import ipaddress
import re
import unicodedata
from urllib.parse import unquote

from registry.citations.works import Citation, Kind, Miss, arxiv, doi, instead

_ADDRESS = re.compile(
    r"(?P<scheme>[^:]*)://(?P<authority>[^/?#]*)(?P<path>[^?#]*)(?P<rest>.*)", re.DOTALL
)
_PORT = re.compile(r"(?P<host>.*?)(?::(?P<port>[0-9]{0,5}))?", re.DOTALL)
_LABEL = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?")
_ARXIV_HOSTS = frozenset({"arxiv.org", "www.arxiv.org", "export.arxiv.org", "browse.arxiv.org"})
_DOI_HOSTS = frozenset({"doi.org", "dx.doi.org", "www.doi.org"})
_MEANT_AS_DOI = re.compile(r"10\.|[0-9]{1,3}\.[0-9]+/")
_PAPER = re.compile(r"/(?:abs|pdf|html|ps|format|e-print|src)/(?:arxiv:)?", re.IGNORECASE)

# RFC 2606, RFC 6761 and RFC 8375 reserve these names, or every site uses them for its own.
_PRIVATE_ENDING = re.compile(
    r"arpa|corp|home|internal|intranet|invalid|lan|local|localdomain|localhost|test"
)
_PLACEHOLDER_NAME = re.compile(r"example|placeholder|your-?(?:company|domain|site)")
_PLACEHOLDER_PART = re.compile(
    r"(?<![^/=?&#])(?:(?:TBD|TBA|X{3,}|x{4,})(?![^/?&#.])|(?:TODO|FIXME)(?![^/?&#]))"
)
# Behind a branch stand a repository's own names, and TODO is a common one.
_IN_BRANCH = re.compile(r"/(?:blob|raw|tree)/[^/]+/")
# A part in brackets or an ellipsis in its place, or before more of the address; behind a word an
# ellipsis is the sentence's own and was left out before.
_ELIDED = re.compile(r"[…{<>]|[/=:](?:\.{3,})(?:/|$)")

_LONGEST_AUTHORITY = 260
"""RFC 1035 allows 253 characters for a host, and a port has a colon and five digits."""

_OPEN_HINT = "Cite an address that every reader can open, or the paper itself."


def link(text: str) -> Citation | Miss:
    """Judge an address; the id of one that stays an address is the address as written."""
    parts = _ADDRESS.fullmatch(text)
    assert parts, text
    scheme, host = parts["scheme"].lower(), _host(parts["authority"])
    if scheme not in ("http", "https"):
        return Miss(f"`{scheme}:` addresses are no citations, `https:` ones are.", _OPEN_HINT)
    if _ELIDED.search(text) or _PLACEHOLDER_PART.search(_IN_BRANCH.split(text, maxsplit=1)[0]):
        return Miss("This link is cut short, or has parts still to fill in.", "Write it out.")
    if isinstance(host, Miss):
        return host
    if scheme == "http":
        return _plain_http(text, host)
    return _work(host, parts["path"]) or Citation(Kind.URL, text, text)


def _work(host: str, path: str) -> Citation | Miss | None:
    """Return the work behind an address of arXiv or doi.org, None where it is another page."""
    if host in _ARXIV_HOSTS and (paper := _PAPER.match(path)):
        return arxiv(unquote(path[paper.end() :]), _address)
    name = unquote(path[1:])
    if host in _DOI_HOSTS and _MEANT_AS_DOI.match(name):
        return doi(name, _address)
    return None


def _address(work: Citation) -> str:
    return work.url or ""


def _plain_http(text: str, host: str) -> Miss:
    site = "arXiv" if host in _ARXIV_HOSTS else "doi.org" if host in _DOI_HOSTS else "the site"
    secure = f"https{text[4:]}"
    return instead(f"This is a plain http link to {site}; only https links count.", secure)


def _host(authority: str) -> str | Miss:
    """Return the host of an authority in lower case, or why nobody should follow it."""
    if len(authority) > _LONGEST_AUTHORITY:
        return Miss("This link names no public host.", _OPEN_HINT)
    if "@" in authority:
        return Miss("This link carries a user name, which can disguise where it leads.", _OPEN_HINT)
    if authority.startswith("["):
        return _numeric_host(authority[1:].partition("]")[0])
    match = _PORT.fullmatch(authority)
    assert match, authority
    # Browsers read a full-width host as the plain one, so placeholders are looked for there.
    host = unicodedata.normalize("NFKC", match["host"]).lower().removesuffix(".")
    if int(match["port"] or 443) > 65535:
        return Miss("This link names a port that does not exist.", _OPEN_HINT)
    return _numeric_host(host) if host.split(".")[-1][:1].isdigit() else _named_host(host)


def _named_host(host: str) -> str | Miss:
    labels = host.split(".")
    placeholder = any(_PLACEHOLDER_NAME.fullmatch(label) for label in labels[-2:])
    if placeholder or _PRIVATE_ENDING.fullmatch(labels[-1]):
        return Miss(f"`{host}` is a placeholder or private host.", _OPEN_HINT)
    if len(labels) < 2 or not all(_LABEL.fullmatch(label) for label in labels):
        return Miss("This link names no public host.", _OPEN_HINT)
    return host


def _numeric_host(host: str) -> str | Miss:
    try:
        public = ipaddress.ip_address(host).is_global
    except ValueError:
        public = False
    return host if public else Miss("This link leads to a private or impossible host.", _OPEN_HINT)
