"""Tells a specific blocker from a vague one, says why, and shows how to make it specific.

`normalise` sets manner aside, `words` gives every word its role by the `lexicon`, `statements`
finds what is asserted, `pins` recognises what makes it checkable, `reading` measures the three
legs (named, said, pinned down), `weighing` turns all this evidence into one score by the trained
`weights`, `judging` and `rewriting` report. The grammar is compiled on first use, since most
commands judge nothing.
"""

from rules.specificity.judgement import (
    CLEARLY_VAGUE_BELOW,
    THRESHOLD,
    Evidence,
    Fragment,
    Judgement,
)

__all__ = [
    "CLEARLY_VAGUE_BELOW",
    "THRESHOLD",
    "Evidence",
    "Fragment",
    "Judgement",
    "judge",
    "rewrite",
]


def judge(text: str) -> Judgement:
    """Judges the first `normalise.LONGEST` characters of any text, citations set aside.

    A text is as specific as its most specific statement, so padding costs nothing. Never raises.
    """
    from rules.specificity import judging  # noqa: PLC0415 - compiles the grammar

    return judging.judge(text)


def rewrite(judgement: Judgement) -> tuple[Fragment, ...]:
    """The sentence as fragments in order, contributor's text and gaps kept apart.

    A specific sentence comes back whole. Of one that offers no place for a gap, such as a call for
    research, the topic is kept. Gap texts never contain the contributor's words.
    """
    from rules.specificity import rewriting  # noqa: PLC0415 - compiles the grammar

    return rewriting.rewrite(judgement)
