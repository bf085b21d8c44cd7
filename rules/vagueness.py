"""What is said of a blocker that nobody could check."""

from collections.abc import Iterator
from functools import lru_cache

from registry.document import Entry, Item
from rules.rule import Remark
from rules.specificity import Judgement, judge, missing, rewrite
from rules.wording import quote

_judged = lru_cache(maxsize=4096)(judge)


def is_vague(blocker: str) -> bool:
    """Whether a blocker is clearly vague."""
    judgement = _judged(blocker)
    return not judgement.specific and judgement.clearly_vague


def vague_blockers(entry: Entry, *, clearly: bool) -> Iterator[tuple[Item, Judgement]]:
    """Yield the blockers that are clearly vague, or those in the grey zone below specific."""
    for blocker in entry.items("blockers"):
        judgement = _judged(blocker.text)
        if not judgement.specific and judgement.clearly_vague is clearly:
            yield blocker, judgement


def remark(entry: Entry, blocker: Item, says: str, judgement: Judgement) -> Remark:
    """Return the remark on a blocker; the help holds its own words with the gaps to fill."""
    parts = (text if kind == "own" else f"‹{text}›" for kind, text in rewrite(judgement))
    template = "".join(parts).rstrip(" .")  # the help's own full stop follows
    return Remark(
        f"{entry.label}: {says.format(quote(blocker.text, 60))} {_needs(judgement)}.",
        f"Fill in what stands in ‹ ›, for example: {quote(template, 500)}.",
        entry.at(blocker.node),
        entry.id,
        evidence=blocker.text,
    )


def _needs(judgement: Judgement) -> str:
    """Return the first two things that are missing: more at once would be a lecture."""
    return ", and ".join(missing(judgement)[:2])
