"""Works that can be cited, their normal forms, and the identifiers that no scheme has issued.

arXiv: https://info.arxiv.org/help/arxiv_identifier.html (ids since April 2007 are YYMM.NNNN, with
five digits since January 2015; before that archive/YYMMNNN) and arxiv_identifier_for_services.html
(the subject class of an old id, as in `math.GT/0309136`, is dropped). DOI: ISO 26324.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

from registry.references import Reference

_VERSION = r"(?P<version>[vV][1-9][0-9]{0,2})?(?![A-Za-z0-9])"
_NEW_ARXIV = re.compile(rf"(?P<year>[0-9]{{2}})(?P<month>[0-9]{{2}})\.(?P<number>[0-9]+){_VERSION}")
_OLD_ARXIV = re.compile(
    r"(?P<archive>[a-z]{1,9}(?:-[a-z]{1,5})?)(?:\.[a-z-]{2,9})?"
    rf"/(?P<year>[0-9]{{2}})(?P<month>[0-9]{{2}})(?P<number>[0-9]+){_VERSION}",
    re.IGNORECASE,
)
_ARCHIVES = (
    "acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|"
    "cond-mat|cs|dg-ga|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math|math-ph|mtrl-th|nlin|"
    "nucl-ex|nucl-th|patt-sol|physics|plasm-ph|q-alg|q-bio|quant-ph|solv-int|supr-con"
)
_ARCHIVE = re.compile(_ARCHIVES, re.IGNORECASE)
_RUNS_ON = re.compile(
    r"(?:[0-9]{4}\.[0-9]{4,5}|[a-z-]{2,9}(?:\.[a-z-]{2,9})?/[0-9]{7})"
    r"(?P<more>(?P<version>v[0-9]*(?![a-z0-9]))?[a-z0-9]{0,20})",
    re.IGNORECASE,
)
# Ids that can be put right, each with why it has to be.
_REPAIRS = (
    (
        re.compile(r"(?:abs|pdf|html)/(?=[0-9]{4}\.[0-9]|[a-z.-]{2,19}/[0-9]{7})", re.IGNORECASE),
        "",
        "An arXiv id stands alone, without `abs/`, `pdf/` or `html/`.",
    ),
    (
        re.compile(rf"((?:{_ARCHIVES})(?:\.[a-z-]{{2,9}})?)(?=[0-9]{{7}})", re.IGNORECASE),
        r"\1/",
        "An arXiv id of this form has a slash between archive and number.",
    ),
)
_REGISTRANT = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*")
_DOI = re.compile(rf"{_REGISTRANT.pattern}/[!-~]+")
_PRINTED_HYPHEN = re.compile("[\u2010\u2011\u2013\u2212]")
_PLAIN_DOI = re.compile(r"10\.[0-9.]+/(?:[a-z0-9._/-]|\([a-z0-9-]*\))*(?:[a-z0-9]|\([a-z0-9-]*\))")
# An id or a part of one that is a pattern to fill in, such as XXXX.XXXXX, YYMM.NNNNN or 10.xxxx/y.
_BLANK = re.compile(r"[xyzmn?#*./_-]{3,}", re.IGNORECASE)
_BLANK_PART = re.compile(
    r"x{4}|n{5}|\?{2}|\b(?:tbd|todo)\b|\.(?:x+|y+|n+)/|/\.{3}|\{", re.IGNORECASE
)


class Kind(StrEnum):
    """The kinds of citation, by the names that other programs read."""

    ARXIV = "arxiv"
    DOI = "doi"
    URL = "url"
    MLPERF = "mlperf"
    BIB = "bib"


@dataclass(frozen=True, slots=True)
class Citation:
    """A cited work: two citations with the same kind and id are of the same work.

    `url` is where to read it, None for an MLPerf result and for a key whose entry gives no place.
    """

    kind: Kind
    id: str
    url: str | None

    def __str__(self) -> str:
        """Return how to write it, so that reading it again finds the same work."""
        match self.kind:
            case Kind.ARXIV:
                return f"arXiv:{self.id}"
            case Kind.DOI if _PLAIN_DOI.fullmatch(self.id):
                return f"doi:{self.id}"
            case Kind.MLPERF:
                return f"MLPerf {self.id}"
            case Kind.BIB:
                return f"[@{self.id}]"
            case _:
                return f"<{self.url}>"


Write = Callable[[Citation], str]
"""How a work is written at the place in question: by itself, or as an address."""


@dataclass(frozen=True, slots=True)
class Miss:
    """Why something that looks like a citation is none, and what to write instead.

    `replacement` is the text itself, or None where only the contributor can know it. `work` is the
    one that is only named here, so that a text which cites it anywhere lacks nothing.
    """

    reason: str
    instead: str
    replacement: str | None = None
    work: Citation | None = None


def instead(reason: str, replacement: str, work: Citation | None = None) -> Miss:
    """Return why something is no citation where it is known what to write in its place."""
    return Miss(reason, f"Write `{replacement}`.", replacement, work)


def is_blank(text: str) -> bool:
    """Whether an identifier is a pattern that somebody meant to fill in."""
    own_part = text.partition("/")[2] if text.startswith("10.") else text
    return bool(_BLANK.fullmatch(own_part) or _BLANK_PART.search(text) or "…" in text)


def arxiv_length(text: str) -> int:
    """Return how many characters at the start of a text spell an arXiv id, issued or not."""
    match = _NEW_ARXIV.match(text) or _OLD_ARXIV.match(text)
    return match.end() if match else 0


def arxiv(text: str, write: Write = str) -> Citation | Miss:
    """Judge what stands behind `arXiv:`, or behind `/abs/` in an address.

    Text after a complete id is left to the sentence, as long as it does not run on from the id.
    """
    match = _NEW_ARXIV.match(text) or _OLD_ARXIV.match(text)
    if match is None:
        return _repaired(text, write) or Miss(_no_arxiv_id(text), _arxiv_hint(text))
    flaw = _flaw_of_arxiv(match)
    if flaw:
        return Miss(f"Looks like an arXiv id, but {flaw}.", _arxiv_hint(text))
    version = (match["version"] or "").lower()
    if "/" in match[0]:
        archive = match["archive"].lower()
        name = f"{archive}/{match['year']}{match['month']}{match['number']}{version}"
    else:
        name = f"{match['year']}{match['month']}.{match['number']}{version}"
    return Citation(Kind.ARXIV, name, f"https://arxiv.org/abs/{name}")


def _arxiv_hint(text: str) -> str:
    old = re.match(r"[a-z.-]+/[0-9]", text, re.IGNORECASE)
    example = "arXiv:cs/0112017" if old else "arXiv:2405.04434"
    return f"Copy the id from the paper's page, as in `{example}`."


def _repaired(text: str, write: Write) -> Miss | None:
    for flaw, repair, reason in _REPAIRS:
        if flaw.match(text):
            work = arxiv(flaw.sub(repair, text, count=1))
            if isinstance(work, Citation):
                return instead(reason, write(work))
    return None


def _no_arxiv_id(text: str) -> str:
    if not text:
        return "The arXiv id is missing."
    if is_blank(text):
        return "This arXiv id is still a placeholder."
    if runs_on := _RUNS_ON.match(text):
        more = runs_on["more"]
        if runs_on["version"]:
            return f"Looks like an arXiv id, but there is no version {more}: the first is v1."
        return f"Looks like an arXiv id, but `{more}` follows it without a space."
    return "This is not an arXiv id: year and month, a point, five digits (four before 2015)."


def _flaw_of_arxiv(match: re.Match[str]) -> str:
    """Return what the scheme cannot have issued about an id, or an empty text.

    Two digits of a year mean 2007 to 2090 in a new id and 1991 to 2007 in an old one.
    """
    year, month, number = match.group("year", "month", "number")
    archive = match.groupdict().get("archive")
    if not "01" <= month <= "12":
        return f"month {month} does not exist"
    if archive is not None and not _ARCHIVE.fullmatch(archive):
        return f"there was no archive {archive}"
    new = archive is None
    if new != ("07" < year < "91" or (year == "07" and month >= "04")):
        wanted = "began in April 2007" if new else "ended in March 2007"
        return f"ids of this form {wanted}"
    digits = 3 if not new else 5 if year >= "15" else 4
    if len(number) != digits:
        few = "few" if len(number) < digits else "many"
        where = "after the point" if new else "after year and month"
        return f"it has too {few} digits {where}: {len(number)} instead of {digits}"
    if not int(number):
        return "numbers start at 1"
    return ""


def doi(text: str, write: Write = str) -> Citation | Miss:
    """Judge a DOI without its prefix or resolver; case does not matter in DOIs."""
    name = text.rstrip("/").lower()
    if not is_blank(name):
        if _DOI.fullmatch(name):
            return Citation(Kind.DOI, name, f"https://doi.org/{quote(name, safe=_DOI_IN_URL)}")
        plain = _PRINTED_HYPHEN.sub("-", name)
        if plain != name and isinstance(work := doi(plain), Citation):
            return instead("A DOI is written with plain hyphens.", write(work))
    return Miss(_no_doi(name), "Copy the whole DOI, as in `doi:10.1145/3600006.3613165`.")


def _no_doi(name: str) -> str:
    prefix, _, own = name.partition("/")
    if is_blank(name):
        return "This DOI is still a placeholder, or cut short."
    if not name:
        return "The DOI is missing."
    if not name.startswith("10."):
        return "A DOI begins with `10.`."
    if not _REGISTRANT.fullmatch(prefix):
        return "Behind `10.` a DOI has its registrant's number, of four digits at least."
    if not own:
        return "Behind its registrant's number a DOI has a slash and the work's own part."
    return "This DOI holds a character that is not ASCII."


# What RFC 3986 allows in a path, so that links stay readable.
_DOI_IN_URL = "/:;()@!$&'*+,=-._~"


def bib(key: str, reference: Reference | None) -> Citation:
    """Return a key's citation; its place is the entry's url, else its DOI, else its e-print."""
    return Citation(Kind.BIB, key, _place(reference) if reference else None)


def _place(reference: Reference) -> str | None:
    if reference.url and reference.url.lower().startswith(("https://", "http://")):
        return reference.url
    works = [doi(reference.doi or ""), arxiv(reference.arxiv or "")]
    return next((work.url for work in works if isinstance(work, Citation)), None)
