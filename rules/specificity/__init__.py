"""Tells a specific blocker from a vague one, says why, and shows how to make it specific.

`normalise` sets manner aside, `words` gives every word its role by the `lexicon`, `statements`
finds what is asserted, `pins` recognises what makes it checkable, `reading` weighs the three
legs (named, said, pinned down), `judge` and `rewrite` report.
"""

from rules.specificity.judge import judge
from rules.specificity.judgement import CLEARLY_VAGUE_BELOW, THRESHOLD, Evidence, Judgement
from rules.specificity.rewrite import Fragment, rewrite

__all__ = [
    "CLEARLY_VAGUE_BELOW",
    "THRESHOLD",
    "Evidence",
    "Fragment",
    "Judgement",
    "judge",
    "rewrite",
]
