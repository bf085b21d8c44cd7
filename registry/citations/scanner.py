"""Find the citations in a text, and what looks like one: one reading, two views.

The grammar is that of the contribution guide: `arXiv:2405.04434`, `doi:10.1145/…`, https links,
`MLPerf 5.0-0060` and `@key`. A text is read once from left to right, so that what stands inside an
address is never taken for a citation of its own, in time that grows with the text's length alone.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from registry.citations.extents import address_at, doi_end, match_end, trimmed, unescape
from registry.citations.hidden import visible
from registry.citations.links import link
from registry.citations.works import Citation, Kind, Miss, arxiv, arxiv_length, bib, doi
from registry.references import Bibliography

_COLON = r"[*_]{0,2}[ \xa0]?[:\uff1a]"
_NO_WORD_BEFORE = r"(?<![A-Za-z0-9])"
_MARK = re.compile(
    rf"""
    {_NO_WORD_BEFORE}(?:
        (?P<link>(?:[a-z]{{1,9}}\+)?[a-z]{{1,12}}://)
      | (?P<arxiv>arxiv{_COLON}(?![*_ \xa0]{{0,2}}(?:\[|https?:))(?:[*_ \xa0]{{1,2}}(?=[0-9a-z]))?)
      | (?P<doi>doi{_COLON}(?![*_ \xa0]{{0,2}}(?:\[|https?:))(?:[*_ \xa0]{{1,2}}(?=10))?)
      | (?P<mlperf>mlperf[\u2122\xae]?)(?=[^0-9A-Za-z])
      | (?P<bare_arxiv>arxiv[ \xa0./-]?(?=[0-9]{{4}}\.[0-9]{{4,5}}(?![0-9])))
      | (?P<bare_doi>(?:(?:dx\.)?doi\.org/|doi[ \xa0/])?(?=10\.[0-9]{{4,9}}/))
      | (?P<bare_link>(?=www\.[a-z0-9-]+\.[a-z]|arxiv\.org/))
      | (?P<wanted>(?:citation|source|reference)\ needed\b|tbd\b|(?-i:TODO|TBA|FIXME)\b)
    )
    | (?<![A-Za-z0-9/@\\])(?<![A-Za-z0-9][._+%-])(?P<key>@)(?=[A-Za-z0-9_])
    | \]\((?P<target>(?:url|link|href|todo|tbd|tba|fixme|x{{2,}}|\.{{3}}|…)?)\)
    """,
    re.IGNORECASE | re.VERBOSE,
)

_ARXIV = re.compile(r"[A-Za-z0-9./?#*_…-]*")
_RESULT = re.compile(
    r"(?:[\s:*_-]{1,3}(?:inference|training|result|entry|id)\b){0,2}[\s:*_-]{1,3}"
    r"v?(?P<id>[0-9]{1,2}\.[0-9]-[0-9]{4})(?![0-9A-Za-z])",
    re.IGNORECASE,
)
_ROUND = re.compile(
    r"[\s:*_-]{1,3}v?(?P<id>(?:[0-9]{1,2}|x)\.(?:[0-9]|y)[0-9A-Za-z\u2010-\u2013-]*)", re.IGNORECASE
)
_KEY = re.compile(r"(?:[A-Za-z0-9]|\\?_|[:.#$%&+?~/-](?=[A-Za-z0-9]))+")
_CLUSTER = re.compile(r"\[[^\[\]]*\](?!\()")
_LINK_PARTS = re.compile(r"\\.|(?P<open>!?\[)|(?P<close>\])(?P<target>\([ \t]*<?)?", re.DOTALL)

_MOST_GUESSES = 20
_LONGEST_GUESS = 60
"""Unknown keys in one text, and characters of one, beyond which no similar key is looked for."""


@dataclass(frozen=True, slots=True)
class Found:
    """A citation and where the text makes it: `text[start:end]`."""

    citation: Citation
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NearMiss:
    """Something at `text[start:end]` that looks like a citation and is none.

    `reason` and `instead` are sentences; `replacement` is what to put in its place, where known.
    """

    reason: str
    instead: str
    replacement: str | None
    start: int
    end: int


def find(text: str, bibliography: Bibliography | None = None) -> list[Found]:
    """Return the works that a text cites, each where it is cited first, in order.

    Markdown and YAML scalars have the same grammar. Without a bibliography `[@key]` is a citation
    and a bare `@key` is none; with one, either is a citation if the key is in it.
    """
    works: dict[tuple[Kind, str], Found] = {}
    for found in find_all(text, bibliography):
        works.setdefault((found.citation.kind, found.citation.id), found)
    return list(works.values())


def find_all(text: str, bibliography: Bibliography | None = None) -> list[Found]:
    """Return every place where a text cites a work, in order; else as `find`."""
    return [f for f in _Reading(text, bibliography).marks() if isinstance(f, Found)]


def near_misses(text: str, bibliography: Bibliography | None = None) -> list[NearMiss]:
    """Return what looks like a citation and is none, in order, with what to write instead."""
    return [m for m in _Reading(text, bibliography).marks() if isinstance(m, NearMiss)]


_Judged = tuple[Citation | Miss | None, int, int]
"""What a mark is, or None for neither, and where it starts and ends."""


class _Reading:
    """One reading of a text, without what Markdown hides and without invisible characters."""

    def __init__(self, text: str, bibliography: Bibliography | None) -> None:
        self.bibliography = bibliography
        self.text, self.places = visible(text)
        self.guesses = 0

    def marks(self) -> Iterator[Found | NearMiss]:
        at = 0
        while mark := _MARK.search(self.text, at):
            judge = _JUDGES[str(mark.lastgroup)]
            judged, start, end = judge(self, mark)
            at = max(end, mark.end(), at + 1)
            if judged is None:
                continue
            first, last = self.places[start], self.places[end - 1] + 1
            if isinstance(judged, Citation):
                yield Found(judged, first, last)
            else:
                yield NearMiss(judged.reason, judged.instead, judged.replacement, first, last)

    def link(self, mark: re.Match[str]) -> _Judged:
        start = mark.start()
        address, end = address_at(self.text, start)
        return (None if start in self.images else link(address)), start, end

    def bare_link(self, mark: re.Match[str]) -> _Judged:
        start = mark.start()
        address, end = address_at(self.text, start)
        judged = link(f"https://{address}")
        if isinstance(judged, Citation) and judged.url:
            judged = _instead("A link needs `https://` before it.", judged.url)
        return judged, start, end

    @cached_property
    def images(self) -> frozenset[int]:
        """Where the addresses of `![…](…)` start: a picture shows, it does not cite."""
        opened: list[str] = []
        targets: list[int] = []
        for part in _LINK_PARTS.finditer(self.text) if "![" in self.text else ():
            if part["open"]:
                opened.append(part["open"])
            elif part["close"] and opened and opened.pop() == "![" and part["target"]:
                targets.append(part.end())
        return frozenset(targets)

    def arxiv(self, mark: re.Match[str]) -> _Judged:
        token = self.text[mark.end() : match_end(_ARXIV, self.text, mark.end())]
        judged = arxiv(token)
        if isinstance(judged, Miss) and self._is_prose(mark, token):
            return None, mark.start(), mark.end()
        length = arxiv_length(token) or len(trimmed(token))
        return judged, mark.start(), mark.end() + length

    def bare_arxiv(self, mark: re.Match[str]) -> _Judged:
        judged, start, end = self.arxiv(mark)
        if isinstance(judged, Citation):
            judged = _instead("An arXiv id needs a colon before it.", str(judged))
        return judged, start, end

    def doi(self, mark: re.Match[str]) -> _Judged:
        end = doi_end(self.text, mark.end())
        name = self.text[mark.end() : end]
        judged = doi(unescape(name))
        if isinstance(judged, Miss) and self._is_prose(mark, name):
            return None, mark.start(), mark.end()
        return judged, mark.start(), end

    def bare_doi(self, mark: re.Match[str]) -> _Judged:
        judged, start, end = self.doi(mark)
        if isinstance(judged, Citation):
            judged = _instead("A DOI needs `doi:` before it.", str(judged))
        return judged, start, end

    def _is_prose(self, mark: re.Match[str], token: str) -> bool:
        """Whether the colon is a sentence's: a space, and then no number."""
        spaced = mark[0][-1:].isspace() or (
            not token and self.text[mark.end() : mark.end() + 1].isspace()
        )
        return spaced and not token[:1].isdigit()

    def mlperf(self, mark: re.Match[str]) -> _Judged:
        if result := _RESULT.match(self.text, mark.end()):
            return Citation(Kind.MLPERF, result["id"], None), mark.start(), result.end()
        if named := _ROUND.match(self.text, mark.end()):
            return _no_result(named["id"]), mark.start(), named.end()
        return None, mark.start(), mark.end()

    def key(self, mark: re.Match[str]) -> _Judged:
        start, end = mark.start(), match_end(_KEY, self.text, mark.end())
        key = unescape(self.text[mark.end() : end])
        if self.text[end : end + 1] == "@":
            return None, start, end
        if self.bibliography is None:
            return (bib(key, None) if self._cluster(start) else None), start, end
        # An underscore that closes emphasis looks like a part of the key.
        for known in (key, key.rstrip("_")):
            if known in self.bibliography:
                end -= len(key) - len(known)
                return bib(known, self.bibliography[known]), start, end
        return self._unknown(key, start), start, end

    def _unknown(self, key: str, start: int) -> Miss | None:
        """Judge a key that the bibliography lacks: without brackets it is a person's name."""
        cluster = self._cluster(start)
        if cluster is None:
            return None
        similar = self._similar(key)
        if similar:
            return Miss(
                f"The bibliography has no `{key}`.", f"Did you mean `@{similar}`?", f"@{similar}"
            )
        # Words before a name make it a mention: [thanks to @octocat].
        before = start
        while self.text[before - 1] in " -":
            before -= 1
        if self.text[before - 1] not in "[;":
            return None
        return Miss(f"The bibliography has no `{key}`.", "Add its entry, or cite the work itself.")

    def _similar(self, key: str) -> str | None:
        self.guesses += 1
        if self.guesses > _MOST_GUESSES or len(key) > _LONGEST_GUESS:
            return None
        return next(iter(get_close_matches(key, self.bibliography or (), n=1)), None)

    def _cluster(self, at: int) -> tuple[int, int] | None:
        """Return the innermost brackets around a place, unless they are a link's text."""
        nearest = bisect_right(self.clusters, (at, at)) - 1
        if nearest < 0 or self.clusters[nearest][1] <= at:
            return None
        return self.clusters[nearest]

    @cached_property
    def clusters(self) -> list[tuple[int, int]]:
        return [cluster.span() for cluster in _CLUSTER.finditer(self.text)]

    def wanted(self, mark: re.Match[str]) -> _Judged:
        return Miss(f"`{mark[0]}` holds the place of a citation.", _NAME_IT), *mark.span()

    def target(self, mark: re.Match[str]) -> _Judged:
        return Miss("This link leads nowhere yet.", _NAME_IT), mark.start() + 1, mark.end()


_NAME_IT = "Cite the work: `arXiv:…`, `doi:…`, an https link, `MLPerf …` or `@key`."

_JUDGES: dict[str, Callable[[_Reading, re.Match[str]], _Judged]] = {
    "link": _Reading.link,
    "bare_link": _Reading.bare_link,
    "arxiv": _Reading.arxiv,
    "bare_arxiv": _Reading.bare_arxiv,
    "doi": _Reading.doi,
    "bare_doi": _Reading.bare_doi,
    "mlperf": _Reading.mlperf,
    "key": _Reading.key,
    "wanted": _Reading.wanted,
    "target": _Reading.target,
}


def _instead(reason: str, replacement: str) -> Miss:
    return Miss(reason, f"Write `{replacement}`.", replacement)


def _no_result(name: str) -> Miss:
    hint = "Give the result's id from the results table, as in `MLPerf 5.0-0060`."
    if re.fullmatch(r"[0-9.]+", name):
        return Miss(f"MLPerf {name.rstrip('.')} is a round, not a result.", hint)
    if re.search(r"[XYZN]", name, re.IGNORECASE):
        return Miss("This MLPerf result id is still a placeholder.", hint)
    plain = re.sub("[\u2010-\u2013]", "-", name)
    if re.fullmatch(r"[0-9.]+-[0-9]{4}", plain):
        return _instead("An MLPerf result id is written with a plain hyphen.", f"MLPerf {plain}")
    return Miss("An MLPerf result id is a round, a hyphen and four digits.", hint)
