"""Tells a specific blocker from a vague one, says why, and shows how to make it specific.

`normalise` sets manner aside, `words` gives every word its role by the `lexicon`, `statements`
cuts the text. `patterns` cuts a statement into short stretches of words and roles, `weighing` adds
up their trained `weights`, and that is the score. Why, is told by a grammar: `pins` recognises what
makes a statement checkable, `reading` measures its three legs (named, said, pinned down),
`explaining` and `rewriting` report. All this is loaded on first use, since most commands judge
nothing.
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
    "found",
    "judge",
    "missing",
    "reasons",
    "rewrite",
]


def judge(text: str) -> Judgement:
    """Judges the first `normalise.LONGEST` characters of any text, citations set aside.

    A text is as specific as its most specific statement, so padding costs nothing. Never raises.
    """
    from rules.specificity import judging  # noqa: PLC0415 - compiles the grammar

    return judging.judge(text)


def found(judgement: Judgement) -> tuple[Evidence, ...]:
    """What was recognised: quantities, subjects, benchmarks, missing things, conditions, …"""
    from rules.specificity import explaining  # noqa: PLC0415 - compiles the grammar

    return explaining.found(judgement)


def missing(judgement: Judgement) -> tuple[str, ...]:
    """What would make a vague sentence specific; nothing of a specific one."""
    from rules.specificity import explaining  # noqa: PLC0415 - compiles the grammar

    return explaining.missing(judgement)


def reasons(judgement: Judgement, most: int = 6) -> tuple[Reason, ...]:
    """The stretches that spoke for or against the label, the heaviest first."""
    from rules.specificity import explaining  # noqa: PLC0415 - compiles the grammar

    return explaining.reasons(judgement, most)


def rewrite(judgement: Judgement) -> tuple[Fragment, ...]:
    """The sentence as fragments in order, contributor's text and gaps kept apart.

    A specific sentence comes back whole. Of one that offers no place for a gap, such as a call for
    research, the topic is kept. Gap texts never contain the contributor's words.
    """
    from rules.specificity import rewriting  # noqa: PLC0415 - compiles the grammar

    return rewriting.rewrite(judgement)
