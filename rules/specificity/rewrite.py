"""A vague sentence turned into a template: the contributor's own words with gaps to fill."""

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from rules.specificity import lexicon as lex
from rules.specificity.judgement import THRESHOLD, Judgement
from rules.specificity.reading import Reading, read
from rules.specificity.words import Words

Fragment = tuple[Literal["own", "gap"], str]

# What an evaluation leaves open, by the word that evaluates.
_OPEN: Final = {
    word: gap
    for words, gap in (
        (
            "slow slower slowly fast faster quick quickly late lengthy time-consuming long",
            "takes how long, for which input, against which target",
        ),
        (
            "expensive costly cheap cheaper affordable",
            "costs how much per unit, against which price",
        ),
        (
            "hard harder difficult tricky complex complicated challenging easy easier simple",
            "fails or takes how long at which step",
        ),
        (
            "immature mature limited fragmented incomplete unsupported lacking ready",
            "lacks which feature, in which version",
        ),
        ("scarce rare tight insufficient enough", "has how many, where how many are needed"),
        (
            "bad worse poor poorly good better weak inaccurate inefficient low lower",
            "loses how much, on which benchmark, against which baseline",
        ),
        (
            "unstable unreliable flaky fragile brittle error-prone unpredictable",
            "fails how often, under which condition",
        ),
        (
            "large larger big bigger huge small smaller high higher heavy heavier",
            "measures how much, against which limit",
        ),
    )
    for word in words.split()
}
_ANY_EFFECT: Final = "does or prevents what, and how much"
_BY_PIN: Final = {
    "factor": "compared with which measured value",
    "duration": "for which step, measured from when to when",
    "guess": "which one value, measured where",
    "price": "for what exactly, per which unit",
    "missing-thing": "which one exactly: its name, type or version",
    "failure": "above, below or with what",
    "behaviour": "of which thing, by name",
    "condition": "and then what happens, by how much",
}
# Where one of these was almost given, an evaluation beside it is padding.
_CLOSE: Final = frozenset({"factor", "duration", "guess", "price", "missing-thing"})
_BY_SIZE: Final = "by how much, on which benchmark or workload, against which baseline"
_BY_MOOD: Final = {
    "question": "the measured answer instead of the question",
    "reminder": "what was found: which subject, which effect, how large",
    "placeholder": "the values still to be filled in",
}
_NOMINAL: Final = tuple("tIRgH")


class _Edit(NamedTuple):
    """`text[start:end]` gives way to a gap; where both are equal, a gap is put in."""

    start: int
    end: int
    gap: str


def rewrite(judgement: Judgement) -> tuple[Fragment, ...]:
    """The sentence as fragments in order, contributor's text and gaps kept apart.

    A specific sentence comes back whole. Gap texts never contain the contributor's words.
    """
    text = judgement.text
    whole = read(text)
    if judgement.specific or whole.best is None:
        return (("own", text),)
    return tuple(_fragments(text, sorted(_edits(whole.best, whole.words))))


def _fragments(text: str, edits: list[_Edit]) -> Iterator[Fragment]:
    at = 0
    for edit in edits:
        if edit.start < at:
            continue
        if text[at : edit.start]:
            yield "own", text[at : edit.start]
        inserted = edit.start == edit.end
        if inserted and edit.start:
            yield "own", " "
        yield "gap", edit.gap
        if inserted and not edit.start:
            yield "own", " "
        at = edit.end
    if text[at:]:
        yield "own", text[at:]


def _edits(reading: Reading, words: Words) -> Iterator[_Edit]:
    statement = reading.statement
    inside = range(statement.first, statement.last)
    for at in inside:
        if statement.roles[at] == lex.PLACEHOLDER:
            yield _Edit(*words.spans[at], "value")
    if statement.mood != "asserted":
        yield _appended(reading, words, _BY_MOOD[statement.mood])
        return
    if statement.pointed:
        at = statement.roles.index(lex.POINTER, statement.first)
        yield _Edit(*words.spans[at], "which technique, product or part")
    elif reading.named < THRESHOLD and statement.roles[statement.first] != lex.SOME:
        start = words.spans[statement.first][0]
        yield _Edit(start, start, "in which product, part or setting:")
    for at in inside:
        if statement.roles[at] == lex.SOME and statement.roles[at + 1 : at + 2] in _NOMINAL:
            yield _Edit(*words.spans[at], "which")
    yield from _effect(reading, words)


def _effect(reading: Reading, words: Words) -> Iterator[_Edit]:
    """The evaluation gives way to the measure that it leaves open, or the measure is appended."""
    if reading.said < THRESHOLD:
        yield _appended(reading, words, _ANY_EFFECT)
        return
    if reading.pinned >= THRESHOLD:
        return
    kind = reading.nearest
    evaluation = None if kind in _CLOSE else _evaluation(reading, words)
    yield evaluation or _appended(reading, words, _BY_PIN.get(kind, _BY_SIZE))


def _evaluation(reading: Reading, words: Words) -> _Edit | None:
    """Replaces "is far too slow" by what it leaves open; None where nothing is evaluated so."""
    roles, first, last = reading.statement.roles, reading.statement.first, reading.statement.last
    for at in range(first + 1, last):
        if roles[at] != lex.BE:
            continue
        end = at + 1
        while end < last and roles[end] in (lex.VAGUE, lex.COMPARATIVE, lex.NOT, lex.HEDGE):
            end += 1
        for word in reversed(words.lower[at + 1 : end]):
            if gap := _OPEN.get(word):
                return _Edit(words.spans[at][0], words.spans[end - 1][1], gap)
    return None


def _appended(reading: Reading, words: Words, gap: str) -> _Edit:
    """Behind the statement's last word, before its full stop."""
    last = reading.statement.last - 1
    while last > reading.statement.first and reading.statement.roles[last] in ".!?;,:":
        last -= 1
    end = words.spans[last][1]
    return _Edit(end, end, gap)
