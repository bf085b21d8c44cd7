"""Where an identifier or an address ends, and the sentence around it goes on."""

import re

# One citation right behind another's comma ends the first.
_SEPARATOR = r"[,;](?!https?://|doi:|arxiv:|@|mlperf[ ])"
ESCAPE = r"\\[!-/:-@\[-`{-~]"
# Where an address ends whatever the sentence does: white space, quotation marks and punctuation of
# other scripts. Brackets are counted apart; a backslash before punctuation is Markdown's escape.
_NO_ADDRESS = (
    r"\s\x00-\x1f\x7f<>\"`|^\\()\[\]{},;“”‘’„«»‹›、。，．；：！？（）【】〔〕「」『』《》〈〉—–·"
)
# Inside a word these join a name: Gauss–Newton, 2007–2008, Amdahl’s. An em dash does not.
_JOINT = r"(?<=[^\W_])[–·’](?=[^\W_])(?!https?://)"
_ADDRESS = re.compile(
    rf"[^{_NO_ADDRESS}]*(?:(?:{ESCAPE}|{_SEPARATOR}|\[\w*\](?==)|(?<=://)\[[0-9a-f:.]+\]|{_JOINT})"
    rf"[^{_NO_ADDRESS}]*)*",
    re.IGNORECASE,
)
# A hyphen from a printed page is read with its DOI, which it would otherwise cut to another one.
_PRINTED_HYPHEN = r"[\u2010\u2011\u2212](?=[0-9A-Za-z])|\u2013(?=[0-9])"
# A DOI may hold <…> or […] only as SICI does: 10.1002/(sici)1096(1996)99:1<1::aid-ajpa1>3.0.co;2-1.
_DOI = re.compile(
    rf"(?:[!#-'*+./0-9:=?@A-Z_a-z~…-]|{ESCAPE}|{_SEPARATOR}|[<\[][0-9]+:[0-9A-Za-z:._-]*[>\]]"
    rf"|{_PRINTED_HYPHEN})*",
    re.IGNORECASE,
)
# An ellipsis in the place of a part. Behind a word it is the sentence's.
_CUT_SHORT = re.compile(r"[/=:.-]…|…[\w/]|/\.{3}")
_ANGLE = re.compile(r"[^\s<>]+(?=>)")
_TEMPLATE = re.compile(r"(?<=[/=.])<(?!br\b)[a-z_ -]{1,30}>", re.IGNORECASE)
_ENTITY = re.compile(
    r"&(?:[nm]dash|[lr][sd]quo|[lr]aquo|nbsp|hellip|quot|apos|lt|gt|#[0-9]{1,6}|#x[0-9a-f]{1,6});",
    re.IGNORECASE,
)
_UNESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])|&amp;")
_TRAILING = "?!.,:;*_~…'\"([{\\"
_PAIRS = {")": "(", "}": "{"}


def address_at(text: str, start: int) -> tuple[str, int]:
    """Return the address at `start`, and where it ends, in a sentence or in `<…>`.

    An address that was cut short, or has parts to fill in, includes the sign of that.
    """
    if text[start - 1 : start] == "<" and (angle := _ANGLE.match(text, start)):
        return angle[0], angle.end()  # where Markdown knows no escapes
    end = extent(_ADDRESS, text, start)
    if template := _TEMPLATE.match(text, end):
        end = template.end()
    elif not _CUT_SHORT.search(text[start:end]):
        end = start + len(trimmed(text[start:end]))
    return unescape(text[start:end]), end


def doi_end(text: str, start: int) -> int:
    """Return where the DOI at `start` ends; one that was cut short ends behind its ellipsis."""
    end = extent(_DOI, text, start)
    run = text[start:end]
    return end if _CUT_SHORT.search(run) else start + len(trimmed(run))


def match_end(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Return where a pattern that also matches nothing ends."""
    match = pattern.match(text, at)
    assert match, pattern.pattern
    return match.end()


def extent(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Return where an identifier ends: at the latest before a bracket it did not open."""
    opened: list[str] = []
    while True:
        at = match_end(pattern, text, at)
        char = text[at : at + 1]
        if char in ("(", "{"):
            opened.append(char)
        elif opened and _PAIRS.get(char) == opened[-1]:
            opened.pop()
        else:
            return at
        at += 1


def trimmed(run: str) -> str:
    """Drop the punctuation of the sentence from the end, as GitHub does for bare links."""
    run = _ENTITY.split(run, maxsplit=1)[0].rstrip(_TRAILING)
    return run.removesuffix("'s").removesuffix("’s").rstrip(_TRAILING)


def unescape(text: str) -> str:
    """Undo Markdown's backslashes, and the one character reference that addresses hold."""
    return _UNESCAPE.sub(lambda match: match[1] or "&", text)
