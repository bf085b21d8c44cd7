"""Tells a specific blocker from a vague one, says why, and shows how to make it specific.

`normalise` sets manner aside, `words` gives every word its role by the `lexicon`, `statements`
finds what is asserted, `pins` recognises what makes it checkable, `reading` measures the three
legs (named, said, pinned down). `patterns` cuts a statement into short stretches of roles and
endings, `weighing` adds up their trained `weights`, which settle the label; legs and weights must
agree before a sentence is called clearly vague. `judging` and `rewriting` report. All this is
loaded on first use, since most commands judge nothing.
"""

from rules.specificity.judgement import (
    CLEARLY_VAGUE_BELOW,
    THRESHOLD,
    Evidence,
    Fragment,
    Judgement,
    Reason,
)

__all__ = [
    "CLEARLY_VAGUE_BELOW",
    "THRESHOLD",
    "Evidence",
    "Fragment",
    "Judgement",
    "Reason",
    "judge",
    "reasons",
    "rewrite",
]


def judge(text: str) -> Judgement:
    """Judges the first `normalise.LONGEST` characters of any text, citations set aside.

    A text is as specific as its most specific statement, so padding costs nothing. Never raises.
    """
    from rules.specificity import judging  # noqa: PLC0415 - compiles the grammar

    return judging.judge(text)


def reasons(text: str, most: int = 6) -> tuple[Reason, ...]:
    """The stretches that spoke for or against a text's label, the heaviest first."""
    from rules.specificity import judging  # noqa: PLC0415 - compiles the grammar

    return judging.reasons(text, most)


def rewrite(judgement: Judgement) -> tuple[Fragment, ...]:
    """The sentence as fragments in order, contributor's text and gaps kept apart.

    A specific sentence comes back whole. Of one that offers no place for a gap, such as a call for
    research, the topic is kept. Gap texts never contain the contributor's words.
    """
    from rules.specificity import rewriting  # noqa: PLC0415 - compiles the grammar

    return rewriting.rewrite(judgement)
