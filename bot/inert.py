"""Contributor text that stays text: nothing in it notifies, renders live, links or hides.

GitHub finds mentions, references and addresses after Markdown is rendered, so escaping alone does
not stop them; a zero-width space inside does. In code spans and fences GitHub looks for none.
"""

import re

MENTION_BREAK = "\u200b"
MAX_QUOTED = 120
"""Characters of a value that is quoted within a line."""

# Characters that reorder, hide or end a line: directional marks, zero-width ones, tags, controls.
_DECEPTIVE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)
# It looks from the first space on alone, lest a long run of them be gone through from each.
_BREAKS = re.compile(r"(?<!\s)\s*[\n\u2028\u2029]\s*")
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~$&!])")
_LIVE = re.compile(r"@(?=[\w-])|#(?=\d)|\b[Gg][Hh]-(?=\d)|(?<=\w):(?=//)|www(?=\.)")
_CODE = re.compile(r"`([^`]+)`")


class Markdown(str):
    """Markdown that the bot itself has written or made inert; everything else is only text."""

    __slots__ = ()


def visible(text: str) -> str:
    """Drop the characters that deceive the eye; keep line ends and tabs."""
    return _DECEPTIVE.sub("", text.replace("\r\n", "\n"))


def plain(text: str) -> Markdown:
    """Return `text` on one line, every character of it literal."""
    text = _SPECIAL.sub(r"\\\1", _BREAKS.sub(" ", visible(text)))
    return Markdown(_LIVE.sub(lambda match: match[0] + MENTION_BREAK, text))


def code(text: str) -> Markdown:
    """Return `text` as a code span on one line; nothing in it can end the span."""
    text = _BREAKS.sub(" ", visible(text)).strip()
    if not text:
        return Markdown("")
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    marker = "`" * (longest + 1)
    pad = " " if text[0] == "`" or text[-1] == "`" else ""
    return Markdown(f"{marker}{pad}{text}{pad}{marker}")


def quoted(text: str) -> Markdown:
    """Return `text` as a code span, cut where it is long."""
    line = " ".join(text.split())
    return code(line if len(line) <= MAX_QUOTED else line[: MAX_QUOTED - 1] + "…")


def sentence(text: str) -> Markdown:
    """Return a finding's sentence: what stands in backticks as code, the rest literal."""
    parts = _CODE.split(text)
    shown = (code(part) if index % 2 else plain(part) for index, part in enumerate(parts))
    return Markdown("".join(shown))


def fenced(text: str, info: str = "") -> Markdown:
    """Return `text` as a fenced block that nothing in it can close, without what deceives."""
    return code_fence(visible(text).strip("\n"), info)


def code_fence(text: str, info: str = "") -> Markdown:
    """Return `text`, to the letter, as a fenced block that nothing in it can close."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return Markdown(f"{fence}{info}\n{text}\n{fence}")
