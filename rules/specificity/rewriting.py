"""A vague sentence turned into a template: the contributor's own words with gaps to fill."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from rules.specificity import lexicon as lex
from rules.specificity.concerns import EVALUATIONS, concern_of
from rules.specificity.judgement import THRESHOLD, Fragment, Judgement
from rules.specificity.reading import Reading
from rules.specificity.statements import Statement
from rules.specificity.verbs import inflections

# What an evaluation leaves open, by the word that evaluates.
_OPEN: Final = {word: gap for words, gap in EVALUATIONS for word in words.split()}
_ANY_EFFECT: Final = "does or prevents what, and how much"
# What was almost given; an evaluation beside it is padding.
_BY_PIN: Final = {
    "factor": "compared with which measured value",
    "duration": "for which step, measured from when to when",
    "guess": "which one value, measured where",
    "price": "for what exactly, per which unit",
}
_BY_GAP: Final = {
    "missing-thing": "which one exactly: its name, type or version",
    "failure": "above, below or with what",
    "behaviour": "of which thing, by name",
    "condition": "and then what happens, by how much",
}
_BY_SIZE: Final = "by how much, on which benchmark or workload, against which baseline"
_BY_MOOD: Final = {
    "question": "the measured answer instead of the question",
    "reminder": "what was found: which subject, which effect, how large",
}
_UNKNOWN: Final = "which technique, product or part"
_UNPLACED: Final = "in which product, part or setting:"
_WHICH: Final = "which"
_TOLD: Final = "loses, costs or lacks what, how much, measured on what"

_SOME: Final = "some many several most various certain numerous few"
_QUANTIFIERS: Final = frozenset(_SOME.split())
# "X hurts Y", "X is slower than Y": an amount can be put behind.
_CHANGES: Final = """
    degrade reduce increase raise drop grow rise fall shrink decline lose gain slow hurt harm
    damage worsen deteriorate hamper hinder impede improve delay
"""
_CHANGING: Final = frozenset(form for verb in _CHANGES.split() for form in inflections(verb))
_COMPARED: Final = re.compile("s[^,.]*k")
# A phrase of nouns, not behind a verb or comma where an unknown adjective may stand.
_TOPIC: Final = re.compile("(?<![amun0,])[tIRAgB](?:[tIRAgBY]|c(?=[IA])|[2/](?=[tIRAgB]))*")
_NAMES: Final = frozenset("tIRAB")
# "The quality regressions of small models", up to the first verb, without its article.
_SUBJECT: Final = re.compile(
    "[dqchb]*(?P<phrase>[vs]*[tIRAgB](?:[tIRAgBYvs]|[c2/PSy]d?(?=[vstIRAgB])){0,8})(?<=[tIRAgBY])$"
)
_LISTED: Final = re.compile("(?:(?:,c?|c)[nvsht]+(?![tIRgA]))+")
_EVALUATED: Final = frozenset({lex.VAGUE, lex.COMPARATIVE, lex.NOT, lex.HEDGE})
# What may stand behind a predicate that gives way to a gap, and a case that is no predicate's.
_CLAUSE_GOES_ON: Final = frozenset(".,;:!?()PS2yckbid")
_CASE: Final = re.compile("i[^,;]*$")
_AUXILIARY: Final = frozenset({lex.BE, lex.MODAL, lex.UNREAL, lex.HEDGE})


class _Edit(NamedTuple):
    """`text[start:end]` gives way to a gap; where both are equal, a gap is put in."""

    start: int
    end: int
    gap: str


def rewrite(judgement: Judgement) -> tuple[Fragment, ...]:
    """Edited where it offers a place for a gap, else told anew about its topic."""
    text, best = judgement.text, judgement.most_telling
    if judgement.specific or best is None:
        return (("own", text),)
    edits = sorted(_edits(best))
    return tuple(_fragments(text, edits) if edits else _retold(text, best.statement))


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


def _retold(text: str, statement: Statement) -> Iterator[Fragment]:
    """What has to be told of the sentence's topic, or of anything when it has none."""
    topic = _topic(statement)
    if topic is None:
        yield "gap", _UNKNOWN
    else:
        first, last = topic
        if lex.NAME not in statement.roles[first:last]:
            yield "gap", _WHICH
            yield "own", " "
        yield "own", text[statement.words.spans[first][0] : statement.words.spans[last - 1][1]]
    yield "own", " "
    concern = concern_of(statement)
    yield "gap", concern.gap if concern else _TOLD


def _topic(statement: Statement) -> tuple[int, int] | None:
    """The subject if it is a plain phrase of things, else the first phrase of any."""
    roles, first, last = statement.roles, statement.first, statement.last
    if subject := _SUBJECT.match(roles, first, statement.predicate):
        return subject.span("phrase")
    phrases = [match.span() for match in _TOPIC.finditer(roles, first, last)]
    naming = (
        (start, end)
        for start, end in phrases
        if not _NAMES.isdisjoint(roles[start:end])
        and statement.words.lower[start - 1 : start] != ["to"]  # else it is a verb
        and not _adjective(statement, start, end)
    )
    return next(naming, phrases[0] if phrases else None)


def _adjective(statement: Statement, first: int, last: int) -> bool:
    """Whether a phrase is but one of several compounds before a noun: "KV-aware, paged prefill"."""
    word = statement.words.lower[first]
    return last == first + 1 and "-" in word and statement.roles[last : last + 1] == ","


def _edits(reading: Reading) -> Iterator[_Edit]:
    """Nothing where the sentence is better told anew."""
    statement = reading.statement
    if statement.mood == "placeholder":
        yield from _values(statement)
    elif statement.mood != "asserted":
        yield _appended(statement, _BY_MOOD[statement.mood])
    else:
        subject, effect = _subject(reading), _effect(reading)
        if effect or subject or reading.pinned >= THRESHOLD:
            yield from filter(None, (subject, effect))


def _values(statement: Statement) -> Iterator[_Edit]:
    spans, lower = statement.words.spans, statement.words.lower
    for at in range(statement.first, statement.last):
        if statement.roles[at] == lex.PLACEHOLDER:
            begins = at - 1 if lower[at] == "%" else at  # "N%"
            yield _Edit(spans[begins][0], spans[at][1], "value")


def _subject(reading: Reading) -> _Edit | None:
    """Where the subject is only pointed at, counted, or not said at all."""
    statement = reading.statement
    first, spans = statement.first, statement.words.spans
    if statement.pointed:
        return _Edit(*spans[statement.roles.index(lex.POINTER, first)], _UNKNOWN)
    if statement.words.lower[first] in _QUANTIFIERS:
        return _Edit(*spans[first], "which")
    if reading.named < THRESHOLD <= reading.pinned:
        return _Edit(spans[first][0], spans[first][0], _UNPLACED)
    return None


def _effect(reading: Reading) -> _Edit | None:
    """The evaluation gives way to the measure that it leaves open, or the measure is appended."""
    statement, kind = reading.statement, reading.nearest
    if (reading.said >= THRESHOLD and reading.pinned >= THRESHOLD) or lex.EFFORT in statement.said:
        return None
    if kind in _BY_PIN:
        return _appended(statement, _BY_PIN[kind])
    if evaluation := _evaluation(statement):
        return evaluation
    gap = _open_end(reading)
    return _appended(statement, gap) if gap else None


def _open_end(reading: Reading) -> str | None:
    """What the end of the sentence leaves open, if it can be put there."""
    statement, kind, roles = reading.statement, reading.nearest, reading.statement.said
    if reading.said < THRESHOLD:  # a topic; what ends in a full stop has a verb, if an unknown one
        return None if roles.endswith(".") else _ANY_EFFECT
    if kind in _BY_GAP and lex.NOT not in roles:  # "is not a panacea" names nothing missing
        return _BY_GAP[kind]
    changes = _COMPARED.search(roles) or not _CHANGING.isdisjoint(statement.said_words)
    return _BY_SIZE if statement.pointed or changes else None


def _evaluation(statement: Statement) -> _Edit | None:
    """Replaces "is far too slow" by what it leaves open; None where nothing is evaluated so."""
    roles, first, last = statement.roles, statement.first, statement.last
    for at in range(first + 1, last):
        if roles[at] != lex.BE or _CASE.search(roles, first, at):
            continue
        end = at + 1
        while end < last and roles[end] in _EVALUATED:
            end += 1
        if end < last and roles[end] not in _CLAUSE_GOES_ON:  # "is bad news", "is quickly lost"
            continue
        for word in reversed(statement.words.lower[at + 1 : end]):
            if gap := _OPEN.get(word):
                return _replaced(statement, at, end, gap)
    return None


def _replaced(statement: Statement, at: int, end: int, gap: str) -> _Edit:
    """With the auxiliaries before the verb, and the further evaluations in a list."""
    roles, spans = statement.roles, statement.words.spans
    while at - 1 > statement.first and roles[at - 1] in _AUXILIARY:
        at -= 1
    listed = _LISTED.match(roles, end, statement.last)
    return _Edit(spans[at][0], spans[(listed.end() if listed else end) - 1][1], gap)


def _appended(statement: Statement, gap: str) -> _Edit:
    """Behind the statement's last word, before its full stop."""
    last = statement.last - 1
    while last > statement.first and statement.roles[last] in ".!?;,:":
        last -= 1
    end = statement.words.spans[last][1]
    return _Edit(end, end, gap)
