"""What a vague sentence is concerned with, and what its author could tell of that instead.

Both tables are of general English, since blockers come from every field.
"""

from typing import Final, NamedTuple

from rules.specificity import lexicon as lex
from rules.specificity.statements import Statement

# Words that evaluate, and the measure that each of them leaves open.
EVALUATIONS: Final = (
    (
        "slow slower slowly fast faster quick quickly late lengthy time-consuming long",
        "takes how long, for which input, against which target",
    ),
    (
        "expensive costly cheap cheaper affordable pricey dear dearer",
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


class Concern(NamedTuple):
    """By the words that raise it what a sentence needs; `gap` puts that as its predicate."""

    words: frozenset[str]
    needs: str
    gap: str


# Words that raise it, what is needed, how it would be told: the more telling concerns first.
_CONCERNS: Final = (
    (
        """
        cost costs price prices pricing money budget budgets afford affords expense expenses
        economics margin margins capex opex cheap expensive costly pay pays spend funding tariff
        tariffs premium investment investments invest
        """,
        "a price: how much per unit, and how much could be paid",
        "costs how much per unit, where how much could be paid",
    ),
    (
        """
        latency speed slow slower slowly slows delay delays delayed late time wait waits waiting
        overhead overheads throughput bottleneck bottlenecks lag lags performance faster
        """,
        "a time: how long, for which input, against which target",
        "takes how long, for which input, against which target",
    ),
    (
        """
        quality accuracy degrade degrades degradation regression regressions error errors
        hallucination hallucinations results precision worse fidelity benchmark benchmarks
        """,
        "a loss: how much, on which benchmark, against which baseline",
        "loses how much, on which benchmark, against which baseline",
    ),
    (
        """
        support supports supported ecosystem tooling tools tool software documentation docs
        feature features compatibility integration library libraries framework frameworks stack
        immature maturity mature ready standard standards standardised standardized packaging
        """,
        "the feature or document that is missing, by name and version",
        "lacks which feature or document, in which version",
    ),
    (
        """
        fail fails failure failures failing crash crashes unstable stability reliable reliability
        unreliable bug bugs flaky breaks robust robustness outage outages incident incidents
        """,
        "how often it fails, and under which condition",
        "fails how often, under which condition, in which version",
    ),
    (
        """
        regulation regulations regulator regulators regulatory rule rules law laws legal licence
        licences license licenses compliance liability certification approval approvals authorities
        policy policies export privacy
        """,
        "the rule, clause or approval by name",
        "is not allowed by which rule or clause, or waits for whose approval",
    ),
    (
        """
        supply supplier suppliers shortage shortages scarce scarcity capacity availability lead
        allocation inventory stock vendor vendors procurement buyers buying
        """,
        "numbers of delivery: how many, when, where how many are needed",
        "is delivered in which number and time, where how many are needed when",
    ),
    (
        "power energy electricity cooling heat thermal grid watt watts carbon emissions",
        "a figure for power or heat, and the limit that it exceeds",
        "draws or gives off how much, against which limit",
    ),
    (
        """
        people staff skills skill talent training operators team teams engineers expertise
        coordination collaboration stakeholders adoption adopt adopters habit habits culture
        trust organisations organizations customers consensus
        """,
        "the step that is missing, whose it is, and how long it takes",
        "needs which step by whom, and takes how long or how many people",
    ),
    (
        """
        scale scales scaling size large memory context bandwidth big bigger scalability storage
        """,
        "the limit by name, and the size at which it is reached",
        "exceeds which limit, at which size",
    ),
)

CONCERNS: Final = tuple(
    Concern(frozenset(words.split()), needs, gap) for words, needs, gap in _CONCERNS
)


_HORIZON: Final = Concern(
    frozenset(),
    "the step that takes this long, by name, and whose it is",
    "waits for which step, which takes whom how long",
)


def concern_of(statement: Statement) -> Concern | None:
    """The most telling concern of a statement; its horizon of years, if it has one, goes first."""
    if lex.OPEN_TIME in statement.said or lex.YEARS in statement.said:
        return _HORIZON
    words = statement.said_words
    return next((one for one in CONCERNS if not one.words.isdisjoint(words)), None)
