"""Removes what is manner and not matter (citations, mark-up, typography), keeping every offset.

Each step replaces a stretch of text by one of the same length, so that what is recognised later
can be pointed at in the contributor's own words.
"""

import re
from html import unescape
from typing import Final

# A blocker is a sentence or two; what stands beyond this many characters is not judged.
LONGEST: Final = 2000

_CHARACTERS: Final = str.maketrans(
    {
        **dict.fromkeys("≈∼～≃", "~"),
        **dict.fromkeys("−–‑‐‒", "-"),
        **dict.fromkeys("µμ", "u"),
        **dict.fromkeys("’ʼ‘", "'"),
        **dict.fromkeys("“”«»", '"'),
        **dict.fromkeys("⇒⟶➔⟹", "→"),
        **dict.fromkeys("≪", "<"),
        **dict.fromkeys("≫", ">"),
        **dict.fromkeys("\u00a0\u2009\u202f\u2007\u200b\ufeff\t\r", " "),
        **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
        "％": "%",
        "＜": "<",
        "＞": ">",
        "✕": "×",
    }
)

_DOI = r"doi:\s?10\.[^\s()\[\],;]*(?:\([^\s()]*\)[^\s()\[\],;]*)*"
_ID = rf"(?:arxiv:\s?[\w.\-/]+|{_DOI}|https?://\S+?|mlperf\s\d[\w.\-]*|@[\w:\-]+)"
_CITATION: Final = re.compile(
    rf"""
    \[\s*(?:{_ID}|\d{{1,3}})(?:\s*[;,]\s*(?:{_ID}|\d{{1,3}}))*\s*\](?!\()   # [@key; arXiv:…]
    | \(\s*{_ID}(?:\s*[;,]\s*{_ID})*\s*\)                                     # (doi:…)
    | \(\s*\[[^\[\]]*\]\([^\s()]*\)\s*\)                                      # ([text](target))
    | <https?://[^\s>]*>
    | (?<=\])\([^\s()]*(?:\([^\s()]*\)[^\s()]*)*\)                            # …](target)
    | \bhttps?://\S*[^\s.,;:!?)\]]
    | \barxiv:\s?[\w\-/]+(?:\.\w+)*
    | \b{_DOI}
    | \bmlperf\s\d+\.\d+-\d+
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MARKUP: Final = re.compile(
    r"""
    <!--.*?(?:-->|$)
    | </?(?:a|b|i|p|u|s|em|br|hr|del|ins|sub|sup|kbd|code|strong|span|details|summary|img)\b[^>]*>
    | ~~[^~]*~~
    | \A\s*(?:(?:[-*+>]|\#{1,6}|\d{1,3}[.)]|\[[ xX]\])(?:\s+|\Z))+
    | \*+ | (?<![\w`])_+(?=\w) | (?<=[\w.,;:!?%)])_+(?![\w`]) | [\[\]]
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_MARKED: Final = re.compile(r"[*_~<\[]|\A\s*(?:[-+#>]|\d{1,3}[.)]\s)")
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31}\d{0,2});")
_MATHS: Final = re.compile(r"\$(?=[^$]{0,200}[\\^_=])([^$]{1,200})\$")
_MACRO: Final = re.compile(r"\\([a-zA-Z]+|.)")
_SYMBOLS: Final = {
    "approx": "~",
    "sim": "~",
    "times": "×",
    "cdot": "*",
    "leq": "≤",
    "le": "≤",
    "geq": "≥",
    "ge": "≥",
    "gg": ">",
    "ll": "<",
    "to": "→",
    "rightarrow": "→",
    "mu": "u",
    "circ": "°",
    "degree": "°",
    "delta": "Δ",
    "%": "%",
    "$": "$",
    "&": "&",
}


def normalise(text: str) -> str:
    """The first `LONGEST` characters of the text without citations and mark-up, offsets kept."""
    text = text[:LONGEST]
    if not text.isascii():
        text = text.translate(_CHARACTERS)
    if "$" in text and ("\\" in text or "^" in text or "_" in text):
        text = _MATHS.sub(_maths, text)
    if ":" in text or "[" in text or "mlperf" in text.lower():  # else nothing can be cited
        text = _CITATION.sub(_blank, text)
    if _MARKED.search(text):
        text = _MARKUP.sub(_blank, text)
    return _ENTITY.sub(_character, text) if "&" in text else text


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _character(match: re.Match[str]) -> str:
    """An entity becomes the character that it shows, right-aligned."""
    shown = unescape(match.group()).translate(_CHARACTERS)
    return shown.rjust(len(match.group())) if len(shown) == 1 else match.group()


def _maths(match: re.Match[str]) -> str:
    inner = _MACRO.sub(_symbol, match.group(1))
    return f" {inner.translate(_BRACES)} "


def _symbol(match: re.Match[str]) -> str:
    """A macro becomes the character that it draws, right-aligned; fonts and spaces draw none."""
    return _SYMBOLS.get(match.group(1).lower(), " ").rjust(len(match.group()))


_BRACES: Final = str.maketrans("{}", "  ")
