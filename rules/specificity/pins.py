"""What pins a claim down: quantities of an effect, missing things, conditions, plain facts.

Evidence is recognised on the roles of the words, one character a word, as `lexicon` gives them:
"needs 244 KB of shared memory" is `MNU2tg`. Each reading has a strength from 0 to 1, how far it
alone makes a claim checkable: 0.5 would just do.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from rules.specificity.statements import Statement

_NUM: Final = r"[NK](?:[-cP2,]\+?[NK]){0,3}"
_NOUN: Final = "[tIRgBA]"
_THING: Final = "[tIRAWFMGB]"


class Pattern(NamedTuple):
    """What a stretch of roles is read as; a setting describes the case and not the effect."""

    kind: str
    strength: float
    roles: str
    setting: bool = False


# The first reading that fits at a place is taken.
_QUANTITIES: Final = (
    # Numbers that measure nothing.
    Pattern("guess", 0.0, r"[NK]X(?:[,oc]+[NK]X)+ | N[TZ](?:,N[TZ])+ | hN(?:,c?h|c)N"),
    Pattern("guess", 0.0, rf"{_NUM}o | VSNPN | (?<=q){_NUM}[TZ]"),
    Pattern("figure-of-speech", 0.0, r"N%[gtvH][,c]*N%[gtvH]"),
    Pattern("people", 0.15, rf"(?:{_NUM}|N?f|D)%?(?:[2S][NK])?2?[dqvtsI]{{0,2}}H"),
    # Parts of a whole.
    Pattern(
        "share", 0.75, rf"N2[dp]?N(?=[vs]?{_THING}) | 1{_THING}[2S]N | [1N]SN(?=[vs]?[tIRAWFMGBg])"
    ),
    Pattern("share", 0.75, r"(?<=[PS=:tIR])N/N"),
    Pattern("figure-of-speech", 0.0, r"N/N"),
    Pattern("share", 0.4, r"(?<!M)D2[dq]{0,2}g(?=[aG])"),
    Pattern("share", 0.7, r"D(?:2(?=[dtIRNKg]))? | f2 | NW?f"),
    Pattern("share", 0.8, rf"{_NUM}%"),
    # Money and long times.
    Pattern("price", 0.7, r"\$[NK](?:[-cP]\$?[NK])?[$%]?(?:[/d][a-zA-Z])? | [NK][$]"),
    Pattern("duration", 0.2, rf"(?<=[SyP2]){_NUM}Z"),
    Pattern("duration", 0.3, r"[NK][-cP][NK]Z"),
    Pattern("duration", 0.55, rf"{_NUM}Z"),
    Pattern("duration", 0.4, rf"(?<=[Sy]){_NUM}T"),
    Pattern("duration", 0.75, rf"{_NUM}T"),
    # Factors need something to be compared with.
    Pattern("factor", 0.7, rf"{_NUM}X(?=[sv]{{0,2}}[kP2SC][dsv]?[dtIRAgsv]) | X[NK](?=[P2])"),
    Pattern("factor", 0.7, rf"{_NUM}X(?=Cd(?:[,.;]|$))"),  # up to 7x more than another
    Pattern("factor", 0.1, r"(?<=C)[NK]X"),
    Pattern("factor", 0.7, rf"{_NUM}XPq(?=[^,;.]{{0,6}}P[dIt])"),
    Pattern("factor", 0.3, rf"{_NUM}X | X[NK]"),
    # Units of measure.
    Pattern("measure", 0.35, rf"(?<![MP2CSy=:,]){_NUM}[Ul](?={_NOUN})", setting=True),
    Pattern("measure", 0.4, rf"(?<=[SyP2]){_NUM}[Ul](?={_NOUN})", setting=True),
    Pattern("measure", 0.7, rf"{_NUM}[Ul](?=2[dvs]?{_NOUN})"),
    Pattern("measure", 0.75, rf"(?:(?<=MS)|(?<=M[tgIR]S)){_NUM}[Ul](?:/N?[a-zA-Z])*"),  # caps it at
    Pattern("measure", 0.6, rf"(?<=S){_NUM}[Ul](?:/N?[a-zA-Z])*", setting=True),
    Pattern("measure", 0.6, rf"(?<=y){_NUM}U(?:/N?[a-zA-Z])*", setting=True),
    Pattern("measure", 0.9, rf"{_NUM}[Ul](?:/N?[a-zA-Z])*"),
    # Counts of things.
    Pattern("count", 0.4, rf"(?<=[Sydp])[NK](?=[vs]?{_THING})", setting=True),
    Pattern("count", 0.7, rf"(?<=[MC])[NK](?=[vs]?{_THING}) | N(?=[vs]?{_THING})"),
    Pattern("count", 0.6, r"1v?t?[tRHg],?(?=SI)"),  # a single firm in Osaka
    Pattern("count", 0.6, r"(?<=[OM])1(?=[tIRH])"),
    Pattern("count", 0.45, r"(?<=[SPMy2d])1(?=[tIRH])"),
    Pattern("count", 0.55, r"(?<=M)0"),
    Pattern("count", 0.4, rf"K(?=[vs]?{_THING})", setting=True),
    Pattern("count", 0.35, r"[NK](?=[gvsEHq])"),
    # Bare numbers live on what stands before them.
    Pattern("number", 0.65, r"M[dvtg]{1,3}N(?=[,.])"),
    Pattern("date", 0.6, r"(?<=[^m]M)[PS]Y"),  # waits until 2031
    Pattern("number", 0.75, r"(?<=[=→:MC])[-~]?[NK] | (?<=[PS])NPN"),
    Pattern("number", 0.6, r"(?<=[P2])[NK]"),
    Pattern("number", 0.4, r"(?<=[Sytg])[NK]", setting=True),
    Pattern("number", 0.45, r"[NK]"),
)
_QUANTITY: Final = re.compile(
    rf"(?=[NKDXfhMV1$0]|[PS]Y)(?:{'|'.join(f'({pattern.roles})' for pattern in _QUANTITIES)})",
    re.VERBOSE,
)

_MARKER: Final = re.compile(
    r"""
      (L | z(?!\$)v? | 0(?=[tMG]))          # lacks, missing, no, no common, nobody ships
    | ( m?[amu]?n[va]*V?[tMGWFER]           # does not work, is not yet exposed
      | m?[amu]?n[va]*s(?=[dIt])            # cannot lower the …
      | m?[amu]?n(?=[dAN])                  # is not a …
      | F(?=P[MG]) )                        # fails to show
    | (O)                                   # only when, mutually exclusive
    | (W)                                   # hides, refuses, falls back
    | (F)                                   # deadlocks, crashes
    """,
    re.VERBOSE,
)
_KINDS: Final = ("", "missing-thing", "missing-thing", "condition", "behaviour", "failure")
_CLAUSE_END: Final = re.compile(r"[,;:.?!b]")

# So many words on either side of a marker are taken for its subject and object.
_HORIZON: Final = 40
# What a word adds to how exactly a thing is named.
_NAMING: Final = {
    "I": 2.0, "t": 1.0, "A": 1.0, "B": 1.0, "R": 0.6, "N": 0.5, "K": 0.5, "Y": 0.5, "W": 0.4,
    "F": 0.4, "M": 0.2, "h": -0.3, "p": -0.3, "H": -0.5, "s": -0.7, "v": -0.8, "q": -1.2, "Q": -1.5,
}  # fmt: skip
# (subject at least, object at least) → strength: the more exactly both are named, the more.
_EXACTNESS: Final = ((0.5, 2.0, 0.85), (0.0, 3.0, 0.85), (0.5, 1.5, 0.7), (1.6, 1.0, 0.6))
_WEAK_GAP: Final = 0.25

_TROUBLE: Final = re.compile("[FWszLOk]|n(?![qv]*[vs])")
_AIRY: Final = "vqhHEsjoQ0V"
_DEFINITE: Final = re.compile("d(?:q(?=[tIRA])|[tI]*H)")  # "the other ranks", "the DRAM vendor"
# Wished for, boasted, foretold, or part of an appeal.
_UNREAL: Final = re.compile("u|j.*[sC]|[sC].*j|m.*Z|E.*v")
_UNRATED: Final = re.compile("[^vs]|$")  # "5.5x reticle", "1.14x throughput", but not "1.5x slower"
_PROPHECY: Final = re.compile("m.*Z")
_HYPOTHETICAL: Final = re.compile("L[^,]*ua")  # life without it would be
_IDENTITY: Final = re.compile("ad")  # is a leap of faith
_HELD: Final = re.compile("[aM]C$")  # "stays under 1.3": the bound is what is said
_OF_THEME: Final = re.compile("d[NK]%[gM]")  # "a 5% gain is …": an example, not a finding
_PEOPLE: Final = re.compile("[qvN]*H(?!SI)")  # a plural without an article or place
# "… is strained." and "… is a mess." say no more than an adjective would.
_BARE_PREDICATE: Final = re.compile(r"a(?:t\W?$|dv?[tg](?![tIRA]))")
# A cause, a time or a bound that is given along with a fact.
_CIRCUMSTANCE: Final = re.compile("[bCOi]|.P[dIt]t")
_TRIAL: Final = re.compile("i[dI]?[tIRA]")  # "when the login …": a case that can be brought about
_DATED: Final = re.compile("SY")  # a failure in a given year is an event
_FACT_STRENGTHS: Final = ((6.0, 0.7), (4.5, 0.6), (3.5, 0.45), (2.5, 0.35))
_AIRY_FACT: Final = 0.35
# Named things, but nothing known to be checkable: vague, though not beyond doubt, since the verb
# may be one that is not known either.
_BENEFIT_OF_DOUBT: Final = 0.3
_EVALUATION: Final = re.compile("a[nqv]*[vs]")


class Pin(NamedTuple):
    """Words `first:last` of a text, what they are, and how far they pin a claim down."""

    kind: str
    first: int
    last: int
    strength: float


def pins(statement: Statement) -> Iterator[Pin]:
    """All that pins one statement down, also what is too weak to do so."""
    yield from _quantities(statement)
    yield from _gaps(statement)
    if fact := _plain_fact(statement):
        yield fact


def _quantities(statement: Statement) -> Iterator[Pin]:
    roles, first, last = statement.roles, statement.first, statement.last
    matches = list(_QUANTITY.finditer(roles, first, last))
    if not matches:
        return
    lower = statement.words.lower
    troubled = _TROUBLE.search(statement.said) is not None
    unreal = _unreal(statement)
    predicate = statement.predicate
    for match in matches:
        pattern = _QUANTITIES[(match.lastindex or 1) - 1]
        kind, strength = pattern.kind, pattern.strength
        ahead = roles[max(first, match.start() - 2) : match.start()]
        bounded = "C" in ahead or ahead == "sk"
        before = roles[max(first, match.start() - 1) :]
        in_subject = match.end() <= predicate
        if (
            pattern.setting
            or (kind == "measure" and in_subject and before[0] in "PC")
            or (kind == "number" and in_subject and _IDENTITY.match(roles, predicate, last))
            or (kind == "share" and in_subject and _OF_THEME.match(before))
            or (
                kind in ("count", "number")
                and bounded
                and not _HELD.search(roles, first, match.start())
            )
        ):
            kind = "condition"
            strength = (0.75 if bounded else 0.55) if troubled else min(strength, 0.45)
        if kind == "factor" and _UNRATED.match(roles, match.end()) and "." in lower[match.start()]:
            strength = max(strength, 0.55)
        if unreal:
            strength *= 0.85 if pattern.kind == "measure" else 0.3
        yield Pin(kind, match.start(), match.end(), strength)


def _unreal(statement: Statement) -> bool:
    """Whether its numbers are wished for, boasted, foretold, or said of people in general."""
    said = statement.said
    if _UNREAL.search(said):
        return True
    people = _PEOPLE.match(said)
    if people is None:
        return False
    noun = statement.words.lower[statement.first + people.end() - 1]
    return noun.endswith(("s", "people"))


def _gaps(statement: Statement) -> Iterator[Pin]:
    roles, first, last = statement.roles, statement.first, statement.last
    for match in _MARKER.finditer(roles, first, last):
        i, j = match.span()
        horizon = min(last, j + _HORIZON)
        end = _CLAUSE_END.search(roles, j, horizon)
        stop = end.start() if end else horizon
        subject = max(0.0, _naming(roles[max(first, i - _HORIZON) : i]))
        thing = _naming(roles[j:stop]) + (_DATED.search(roles, j, stop) is not None)
        if roles[i] == "L" and thing < 0.9:  # "… is not implemented": the thing stands before
            subject, thing, stop = 0.5, subject, j
        strength = _exactness(subject, thing)
        told = _PROPHECY.match(roles, max(first, i - 1), stop) or _HYPOTHETICAL.match(
            roles, i, last
        )
        if told or "V" in match.group():
            strength *= 0.4
        yield Pin(_KINDS[match.lastindex or 0], i, stop, strength)


def _naming(roles: str) -> float:
    return sum(_NAMING[role] for role in roles if role in _NAMING)


def _exactness(subject: float, thing: float) -> float:
    for least_subject, least_thing, strength in _EXACTNESS:
        if subject >= least_subject and thing >= least_thing:
            return strength
    return _WEAK_GAP if thing > 0 else 0.1


def _plain_fact(statement: Statement) -> Pin | None:
    """A statement made of named things, without evaluations, themes or hedges to hide in."""
    said = statement.said
    named = 2 * said.count("I") + said.count("t") + said.count("A") + 0.6 * said.count("R")
    themes = said.count("g")
    if named < 2 * themes:
        return None
    airy = sum(map(said.count, _AIRY))
    if airy:
        airy -= len(_DEFINITE.findall(said))
    airy += _BARE_PREDICATE.search(said) is not None
    circumstance = (_CIRCUMSTANCE.search(said) is not None) + (_TRIAL.search(said) is not None)
    net = named + circumstance - 0.5 * themes - 2 * said.count("u") - 2 * airy
    strength = next((strength for least, strength in _FACT_STRENGTHS if net >= least), 0.0)
    if airy:
        strength = min(strength, _AIRY_FACT)
    if named - airy - 0.5 * themes >= 2 and not _EVALUATION.search(said):
        strength = max(strength, _BENEFIT_OF_DOUBT)
    return Pin("plain-fact", statement.first, statement.last, strength) if strength else None
