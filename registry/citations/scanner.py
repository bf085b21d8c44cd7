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
from registry.citations.targets import Target, targets_in
from registry.citations.works import Citation, Kind, Miss, arxiv, arxiv_length, bib, doi, instead
from registry.references import Bibliography

_COLON = r"[*_]{0,2}[ \xa0]?[:\uff1a]"
_GAP = r"[*_ \xa0]{0,5}"
_NO_WORD_BEFORE = r"(?<![A-Za-z0-9])"
_HOST = r"[a-z][a-z0-9-]{0,30}+\.(?:[a-z0-9-]{1,30}+\.){0,2}+[a-z]{2,6}+"
# Groups name what a mark is. What is no word begins with a plain character, which is quick to rule
# out at all the other places.
_MARK = re.compile(
    rf"""
    {_NO_WORD_BEFORE}(?=[a-z1])(?:
        (?P<link>(?:[a-z]{{1,9}}+\+)?[a-z]{{1,12}}+://)
      | (?P<arxiv>arxiv{_COLON}(?!{_GAP}(?:\[|<?https?:|arxiv:))(?:{_GAP}(?=[0-9a-z]))?)
      | (?P<doi>doi{_COLON}(?!{_GAP}(?:\[|<?https?:|doi:))(?:{_GAP}(?=10))?)
      | (?P<mlperf>mlperf[\u2122\xae]?)(?=[^0-9A-Za-z]|v?[0-9]{{1,2}}\.[0-9]-)
      | (?P<bare_arxiv>arxiv(?:[ \xa0](?:preprint|e-?print|id):?)?
          (?:[ \xa0./-]|{_COLON}\ ?\[(?=[^\[\]\s]{{9,14}}\](?!\()))?
          (?=[0-9]{{4}}\.[0-9]{{4,5}}(?![0-9])))
      | (?P<bare_doi>(?:(?:dx\.)?doi\.org/|(?:{_HOST}/)?doi[ \xa0/])?(?=10\.[0-9]{{4,9}}/))
      | (?<![./])(?P<bare_link>https?(?::/?|//)(?=[a-z0-9-]+\.[a-z])
          |(?=www\.[a-z0-9-]+\.[a-z]|(?:(?:export|browse)\.)?arxiv\.org/))
      | (?P<wanted>(?:citation|source|reference)\ needed\b|tbd\b|(?-i:TODO|TBA|FIXME)\b)
    )
    | [,;&/](?P<next_arxiv>(?<=[0-9].)\ ?)(?=[0-9]{{4}}\.[0-9]{{5}}(?![0-9]))
    | \[(?P<bare_key>)(?=[A-Za-z0-9_:-]++\](?![(\[:]))
    | @(?P<key>(?<![A-Za-z0-9/@\\].)(?<![A-Za-z0-9][._+%-].))(?-i:(?=[A-Za-z0-9_]))
    | \]\((?P<target>(?:url|link|href|todo|tbd|tba|fixme|x{{2,}}|\.{{3}}|…)?)\)
    """,
    re.IGNORECASE | re.VERBOSE,
)

_ARXIV = re.compile(r"[A-Za-z0-9./?#*_…-]*")
_HYPHEN = "[\u2010-\u2015\u2212_-]"
_RESULT_ID = r"v?(?P<id>[0-9]{1,2}\.[0-9]-[0-9]{4})(?![0-9A-Za-z])"
_RESULT = re.compile(
    r"(?:[\s:*_-]{1,3}(?:inference|training|result|entry|id)\b){0,2}[\s:*_-]{1,3}(?P<linked>\[)?"
    + _RESULT_ID,
    re.IGNORECASE,
)
_MISPLACED_RESULT = re.compile(rf"(?P<open>\ ?\()?{_RESULT_ID}(?(open)\))", re.IGNORECASE)
_ROUND = re.compile(
    r"[\s:*_-]{1,3}v?(?P<id>(?:[0-9]{1,2}|x)\.(?:[0-9]|y)"
    rf"(?:(?:{_HYPHEN}(?:[0-9]+|[xyzn]+)|\ {_HYPHEN}\ 0[0-9]{{3}})(?![0-9A-Za-z]|\.[0-9]))?)",
    re.IGNORECASE,
)
_KEY = re.compile(r"(?:[A-Za-z0-9]|\\?_|[:.#$%&+?~/-](?=[A-Za-z0-9]))+")
_LABEL = re.compile(r"\[([^\[\]\s]+)\]:")
_CLUSTER = re.compile(r"\[[^\[\]]*\](?!\()")
# The number that an id begins with; behind a colon and a space everything else is prose.
_NUMBERED = re.compile(r"[0-9]{4}\.[0-9]|1[0-9]\.(?:[0-9]{4}|\w+/)")
_SPACED = re.compile(r"[*_]{0,2}\s")

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
    return _Reading(text, bibliography).found()


def near_misses(text: str, bibliography: Bibliography | None = None) -> list[NearMiss]:
    """Return what looks like a citation and is none, in order, with what to write instead."""
    return _Reading(text, bibliography).near_misses()


_Judged = tuple[Citation | Miss | None, int, int]
"""What a mark is, or None for neither, and where it starts and ends."""


class _Reading:
    """One reading of a text, without what Markdown hides and without invisible characters."""

    def __init__(self, text: str, bibliography: Bibliography | None) -> None:
        self.bibliography = bibliography
        self.text, self.places = visible(text)
        self.guesses = 0
        self.last_arxiv = -1

    def found(self) -> list[Found]:
        return [
            Found(judged, *self._place(start, end))
            for judged, start, end in self._marks()
            if isinstance(judged, Citation)
        ]

    def near_misses(self) -> list[NearMiss]:
        """Return what nothing in the text makes good: a link that cites may have any text."""
        misses: list[tuple[Miss, int, int]] = []
        cited: set[Citation] = set()
        for judged, start, end in self._marks():
            if isinstance(judged, Miss):
                misses.append((judged, start, end))
            elif judged:
                cited.add(judged)
                while misses and start in self.targets and misses[-1][1] > self.targets[start].link:
                    misses.pop()
        return [
            NearMiss(miss.reason, miss.instead, miss.replacement, *self._place(start, end))
            for miss, start, end in misses
            if miss.work not in cited
        ]

    def _marks(self) -> Iterator[_Judged]:
        at = 0
        while mark := _MARK.search(self.text, at):
            judged, start, end = _JUDGES[str(mark.lastgroup)](self, mark)
            at = max(end, mark.end(), at + 1)
            yield judged, start, end

    def _place(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the whole text, invisible characters inside included."""
        return self.places[start], self.places[end - 1] + 1

    @cached_property
    def targets(self) -> dict[int, Target]:
        return targets_in(self.text)

    def link(self, mark: re.Match[str]) -> _Judged:
        start = mark.start()
        target = self.targets.get(start)
        if target and target.end:
            written, end = self.text[start : target.end], target.end
            address = unescape(written).replace(" ", "%20")
        else:
            address, end = address_at(self.text, start)
        # A picture shows, it does not cite.
        return (None if target and target.pictured else link(address)), start, end

    def bare_link(self, mark: re.Match[str]) -> _Judged:
        address, end = address_at(self.text, mark.end())
        judged = link(f"https://{address}")
        if isinstance(judged, Citation) and judged.url:
            found = f", not `{mark[0]}`" if mark[0] else ""
            judged = instead(f"A link needs `https://` before it{found}.", judged.url, judged)
        return judged, mark.start(), end

    def arxiv(self, mark: re.Match[str]) -> _Judged:
        token = self.text[mark.end() : match_end(_ARXIV, self.text, mark.end())]
        judged = arxiv(token)
        if isinstance(judged, Miss) and self._is_prose(mark, token):
            return None, mark.start(), mark.end()
        length = arxiv_length(token) or len(trimmed(token))
        self.last_arxiv = mark.end() + length
        return judged, mark.start(), self.last_arxiv

    def bare_arxiv(self, mark: re.Match[str]) -> _Judged:
        judged, start, end = self.arxiv(mark)
        if mark[0].endswith("[") and self.text[end : end + 1] == "]":
            end += 1
        if isinstance(judged, Citation):
            reason = "An arXiv id needs `arXiv:`, with its colon, before it."
            judged = instead(reason, str(judged), judged)
        return judged, start, end

    def next_arxiv(self, mark: re.Match[str]) -> _Judged:
        """Judge a number behind an arXiv id and a comma, which is read for itself or not at all."""
        if mark.start() == self.last_arxiv:
            judged, _, end = self.arxiv(mark)
            if isinstance(judged, Citation):
                reason = "Each arXiv id needs an `arXiv:` of its own."
                return instead(reason, str(judged), judged), mark.end(), end
        return None, mark.start(), mark.end()

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
            judged = instead("A DOI needs `doi:` before it.", str(judged), judged)
        return judged, start, end

    def _is_prose(self, mark: re.Match[str], token: str) -> bool:
        """Whether the colon is a sentence's: a space, and then no id's number."""
        spaced = mark[0][-1:].isspace() or (not token and _SPACED.match(self.text, mark.end()))
        return bool(spaced) and not _NUMBERED.match(token)

    def mlperf(self, mark: re.Match[str]) -> _Judged:
        if result := _RESULT.match(self.text, mark.end()):
            # The text of a link is a place of its own, whose bracket stays with the link.
            start = result.end("linked") if result["linked"] else mark.start()
            return Citation(Kind.MLPERF, result["id"], None), start, result.end()
        if result := _MISPLACED_RESULT.match(self.text, mark.end()):
            reason = "An MLPerf result id stands behind `MLPerf` and a space."
            return instead(reason, f"MLPerf {result['id']}"), mark.start(), result.end()
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

    def bare_key(self, mark: re.Match[str]) -> _Judged:
        """Judge a word in brackets, which is a key without its `@` or nothing."""
        start, end = mark.start(), self.text.index("]", mark.end()) + 1
        key = self.text[mark.end() : end - 1]
        if self.bibliography is None or key not in self.bibliography or key in self.labels:
            return None, start, mark.end()
        work = bib(key, self.bibliography[key])
        reason = "It is a key of the bibliography without its `@`."
        return instead(reason, str(work), work), start, end

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

    @cached_property
    def labels(self) -> frozenset[str]:
        return frozenset(_LABEL.findall(self.text))

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
    "next_arxiv": _Reading.next_arxiv,
    "doi": _Reading.doi,
    "bare_doi": _Reading.bare_doi,
    "mlperf": _Reading.mlperf,
    "key": _Reading.key,
    "bare_key": _Reading.bare_key,
    "wanted": _Reading.wanted,
    "target": _Reading.target,
}


def _no_result(name: str) -> Miss:
    hint = "Give the result's id from the results table, as in `MLPerf 5.0-0060`."
    if re.fullmatch(r"[0-9.]+", name):
        return Miss(f"MLPerf {name} is a round, not a result.", hint)
    if re.search(r"[XYZN]", name, re.IGNORECASE):
        return Miss("This MLPerf result id is still a placeholder.", hint)
    plain = re.sub(rf"\ ?{_HYPHEN}\ ?", "-", name)
    if re.fullmatch(r"[0-9.]+-[0-9]{4}", plain):
        return instead("An MLPerf result id is written with a plain hyphen.", f"MLPerf {plain}")
    return Miss("An MLPerf result id is a round, a hyphen and four digits.", hint)
