"""`registry-bot specificity`: is a sentence specific enough to be a blocker?"""

import sys

from bot.cli.options import JudgementFormat, LineFormat, Texts
from bot.cli.output import flat, given, quiet_pipe
from bot.report import json_line
from rules.specificity import Judgement, found, judge, missing, reasons


def specificity(texts: Texts, form: JudgementFormat = LineFormat.TEXT) -> None:
    """Judge whether sentences are specific enough to be blockers.

    A blocker is specific when a stranger could check it: something named, what it does or prevents,
    and a quantity, a missing thing or a condition that pins it down. The exit status is 0 whatever
    is judged.
    """
    render = _json if form is LineFormat.JSON else _text
    with quiet_pipe():
        for text in given(texts):
            sys.stdout.write(render(judge(text)))


def _json(judgement: Judgement) -> str:
    return json_line(
        {
            "text": judgement.text,
            "specific": judgement.specific,
            "score": judgement.score,
            "found": [
                {"kind": one.kind, "text": one.text, "start": one.start, "end": one.end}
                for one in found(judgement)
            ],
            "missing": list(missing(judgement)),
        }
    )


def _text(judgement: Judgement) -> str:
    word = "specific" if judgement.specific else "vague"
    lines = [f"{word} {judgement.score:.2f}  {flat(judgement.text)}"]
    if seen := found(judgement):
        lines.append(f"  found: {', '.join(f'{e.kind} “{flat(e.text)}”' for e in seen)}")
    if spoke := reasons(judgement):
        weighed = (f"{one.weight:+.2f} “{flat(one.text)}”" for one in spoke)
        lines.append(f"  weighed: {', '.join(weighed)}")
    if lacks := missing(judgement):
        lines.append(f"  missing: {flat('; '.join(lacks))}")
    return "\n".join(lines) + "\n"
