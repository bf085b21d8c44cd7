"""Cut a registry file into its sections, whatever was left open in it."""

import re
from collections.abc import Iterator

from registry.blocks import DASHED_BLOCK, ID, KEY, OPEN_DASHES, fence_pattern

# What can begin a section, or hide what looks like the beginning of one.
_LANDMARK = re.compile(
    r"^(?:(?P<heading>##[ \t]| {1,3}##[ \t]+[A-Za-z]+\d+\b)"
    r"|(?P<fence> {0,3}(?:`{3,}(?=[^`\n]*$)|~{3,}))|(?P<rule>---[ \t]*$)|(?P<comment> {0,3}<!--))",
    re.MULTILINE,
)
# A whole entry in a fence, which shows that the heading above it was lost.
_ENTRY_FENCE = re.compile(
    rf"[`~]{{3,}}[ \t]*ya?ml[ \t]*\n{ID}.*\n(?:{KEY}.*\n|[ \t-].*\n)*?status[ \t]*:(?![ \t]*#)"
)
_YAML = re.compile(r"[ \t]*ya?ml\b", re.IGNORECASE)
_ID_LINE = re.compile(f"^{ID}", re.MULTILINE)


def split_sections(text: str) -> list[tuple[int, int]]:
    """Return (start, end) offsets of the preamble, which may be empty, and of each section."""
    starts = [0, *_section_starts(text)]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _section_starts(text: str) -> Iterator[int]:
    position = 0
    headed = -1  # offset of a `##` heading that still waits for its block
    has_block = True  # whether the section had its block, or no section has begun
    fences = _Fences(text)
    last_comment_end = text.rfind("-->")
    while match := _LANDMARK.search(text, position):
        position = match.end()
        if match["heading"]:
            headed = match.start()
            has_block = False
            yield headed
        elif match["fence"]:
            if has_block and _ENTRY_FENCE.match(text, match.start()):
                yield match.start()
            has_block = has_block or _YAML.match(text, match.end()) is not None
            position = fences.end(match)
            headed = -1
        elif match["comment"]:
            if position <= last_comment_end:
                position = text.index("-->", position) + 3
        elif block := _dashed_block(text, match.start()):
            belongs = headed >= 0 and not text[text.find("\n", headed) : match.start()].strip()
            headed = -1
            if belongs or _ID_LINE.search(block["yaml"]):
                if not belongs:
                    yield match.start()
                has_block = True
                position = block.end()


def _dashed_block(text: str, at: int) -> re.Match[str] | None:
    """Return the block that dashes open; without others to close it, up to its first empty line."""
    return DASHED_BLOCK.match(text, at) or OPEN_DASHES.match(text, at)


class _Fences:
    """Where the fenced blocks of a text end; one left open must not swallow the entries behind it.

    What was found far ahead is kept, so that a text full of open fences is not searched to its end
    for each of them.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._ahead: dict[str, re.Match[str] | None] = {}

    def end(self, opening: re.Match[str]) -> int:
        """Return the end of the block that `opening`, a landmark, opens."""
        fence = fence_pattern(opening["fence"].strip())
        stop = re.compile(
            rf"^(?:(?P<closing>{fence}[ \t]*$)|##[ \t]+[A-Za-z]+\d+\b)", re.MULTILINE
        ).search(self._text, opening.end())
        if stop is None:
            return len(self._text)
        if stop["closing"]:
            return stop.end()
        info = self._text[opening.end() : self._text.index("\n", opening.end())].strip().lower()
        after = None if info.startswith(("yaml", "yml")) else self._next(fence, stop.end())
        # A block of YAML behind the heading shows that this fence lost its partner.
        return stop.start() if after is None or after["yaml"] else after.end()

    def _next(self, fence: str, position: int) -> re.Match[str] | None:
        """Return the next line that closes `fence`, or opens YAML with it."""
        known = self._ahead.get(fence)
        if fence not in self._ahead or (known and known.start() < position):
            pattern = re.compile(rf"^{fence}[ \t]*(?:(?P<yaml>ya?ml\b)|$)", re.MULTILINE)
            self._ahead[fence] = pattern.search(self._text, position)
        return self._ahead[fence]
