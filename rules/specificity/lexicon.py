"""The closed part of the language: which words carry no checkable meaning, and what the others do.

Every word has one role, a single character, so that a sentence becomes a short string on which
evidence can be recognised by ordinary regular expressions. A word that is listed nowhere is a
`TERM`: what the lists leave over is what a sentence is *about*. The lists are therefore of general
English (function words, themes, people, evaluations, light verbs), never of a field's own terms.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from rules.specificity.nouns import ARTEFACTS, EFFORTS, PEOPLE, THEMES
from rules.specificity.verbs import (
    FAILURES,
    LACKS,
    LIGHT_VERBS,
    MEASURES,
    VAGUE_VERBS,
    WITHHOLDINGS,
    inflections,
)

NUMBER, SCALED, LABEL, SIZED = "N", "K", "Y", "A"  # 40 | 128K | 2026, v3.1 | 64-node
UNIT, CLOCK, PERCENT, WEEKS, YEARS = "U", "l", "%", "T", "Z"
MONEY, FACTOR, SHARE, FRACTION = "$", "X", "D", "f"  # € | times | half, doubles | third
NAME, TERM, ARTEFACT, BENCHMARK = "I", "t", "R", "B"
THEME, PERSON, EFFORT = "g", "H", "E"
DETERMINER, POINTER, SPEAKER, ONE = "d", "p", "w", "1"
PREPOSITION, OF, SETTING, FOR, CONJUNCTION, LINK = "P", "2", "S", "y", "c", "b"
WHEN = "i"
BE, MODAL, UNREAL, NOT, NO, NOBODY, LACK = "a", "m", "u", "n", "z", "0", "L"
MEASURE, FAILURE, WITHHOLDING, LIGHT_VERB, VAGUE_VERB = "M", "F", "W", "G", "V"
VAGUE, SOME, HEDGE, ASK, OPEN_QUESTION = "v", "q", "h", "Q", "J"
BOUND, ONLY, COMPARATIVE, THAN = "C", "O", "s", "k"
REMINDER, PLACEHOLDER, PITCH, OPEN_TIME = "r", "x", "j", "o"

_NUMBERS: Final = """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
    thousand million billion dozen zero
    """

NUMBER_WORDS: Final = frozenset(_NUMBERS.split())

ROLES: Final[dict[str, str]] = {
    DETERMINER: """
        a an the its their our his her my your each every all both another whose either any
        same whole entire
        """,
    POINTER: """
        it they this that these those he she them him such which they're they've they'd they'll
        it'll it'd
        """,
    SPEAKER: """
        we i you us ourselves me we've i've you've we're you're i'm we'd i'd you'd we'll i'll you'll
        """,
    ONE: "one single sole",
    PREPOSITION: """
        to by into onto over across through between among against via during along around about as
        like inside outside upon toward towards off up down out behind versus vs since until till
        after before amid despite regarding concerning w/ relative compared instead
        """,
    WHEN: "when whenever if once wherever",
    SETTING: "at with on in within under using near from per @",
    OF: "of",
    FOR: "for",
    CONJUNCTION: "and or nor plus &",
    THAN: "than",
    LINK: """
        because so while whereas although though but therefore hence thus which where since due
        however yet meanwhile otherwise even
        """,
    BE: """
        is are was were be been being am has have had having do does did done isn aren wasn weren
        gets get got becomes become became remains remain remained stays stay stayed keeps keep
        kept seems seem seemed looks look looked appears appear appeared proves prove
        """,
    MODAL: "will can may might shall",
    UNREAL: "would could should must ought needn",
    NOT: "not never n't hardly barely neither cannot cant",
    NO: "no none zero",
    NOBODY: "nobody nothing nowhere noone",
    SHARE: """
        half halves halved halving twice double doubles doubled doubling triple triples tripled
        tripling quadruples quadruple quadrupled thrice thirds quarters fifths sixths eighths
        tenths
        """,
    FRACTION: "third quarter fifth sixth seventh eighth ninth tenth hundredth fiftieth twentieth",
    FACTOR: "x times fold × -fold tenfold twofold threefold hundredfold",
    SOME: """
        some many several most various certain numerous few multiple lots plenty number
        variety range much more newer older recent modern particular different other others
        types kinds kind sort sorts ways way cases case situations situation circumstances
        aspects things ones something anything everything someone everyone anyone parts
        respects areas latest new old next previous bunch handful couple specific whatever
        whoever whichever somebody
        """,
    HEDGE: """
        maybe perhaps possibly probably presumably apparently conceivable conceivably arguably
        likely unlikely potentially seemingly somewhat fairly rather relatively roughly about
        approximately around nearly almost circa guess suppose think believe suspect feel felt ~
        ca judging sure
        """,
    ASK: "what why how who whether whom",
    BOUND: """
        above below beyond past exceed exceeds exceeded exceeding < > ≤ ≥ maximum minimum
        """,
    ONLY: "only unless except solely exclusively except-for together simultaneously concurrently",
    COMPARATIVE: """
        slower faster higher lower larger smaller bigger longer shorter worse better cheaper
        heavier lighter hotter colder greater weaker stronger later earlier wider narrower deeper
        less fewer
        """,
    REMINDER: "todo fixme tbd tba tbc xxx wip",
    PLACEHOLDER: "xx yy zz nn xxx lorem ipsum",
    PITCH: """
        unmatched unrivalled unparalleled revolutionary patented award-winning world-class
        cutting-edge state-of-the-art best-in-class game-changing groundbreaking next-generation
        industry-leading seamless seamlessly effortless effortlessly unlock unlocks
        """,
    OPEN_TIME: "away decades ahead someday eventually soon forever century centuries generations",
    VAGUE: """
        relevant existing underlying legacy desired intended incumbent overnight hard harder
        hardest difficult tricky easy easier easily simple simply complex complicated
        challenging expensive costly cheap slow fast quick quickly slowly poor poorly bad
        badly good well best worst nice great big huge large small tiny massive enormous
        significant significantly substantial substantially considerable considerably
        important key crucial critical critically essential vital paramount fundamental
        fundamentally major minor main serious seriously severe severely immature mature
        unclear clear unknown uncertain unpredictable unstable stable unreliable reliable
        robust fragile brittle flaky limited limiting insufficient sufficient sufficiently
        enough adequate inadequate adequately scarce rare rarely tight loose high low long
        short strong weak powerful real really very too quite extremely highly increasingly
        often usually typically generally sometimes occasionally frequently always commonly
        mostly largely mainly practically essentially basically obviously clearly certainly
        definitely truly actually still already currently today nowadays now recently common
        standard proper properly suitable optimal suboptimal optimally efficient inefficient
        efficiently effective effectively affordable competitive promising viable feasible
        realistic practical impractical impossible possible necessary needed required
        desirable acceptable unacceptable reasonable satisfactory convincing convincingly
        comparable equivalent similar general generic universal broad broader wide widely
        widespread comprehensive complete completely incomplete full fully entirely partial
        partially overall total painful tedious cumbersome awkward delicate subtle sensitive
        prone error-prone notorious notoriously surprising surprisingly unexpected
        interesting exciting ready production-ready available unavailable accessible
        fragmented inconsistent opaque transparent ambiguous diverse political economic
        social technical financial legal regulatory global local national international
        many-sided innovative advanced sophisticated traditional conventional ideal ideally
        perfect perfectly gracefully cleanly smoothly nicely correct correctly appropriate
        appropriately right wrong meaningful meaningfully sure true usual typical normal
        natural obvious popular unpopular able unable willing reluctant unwilling keen aware
        likely lengthy lacking satisfying sound solid bit little lot far further yet just
        also again ever there here then only-just mere merely at-all pretty super notably
        especially particularly mutually respectively anyway somehow somewhere inherently
        intrinsically nontrivial non-trivial trivial demanding intensive resource-intensive
        labour-intensive time-consuming ongoing emerging evolving rapidly dramatically
        drastically greatly heavily strongly growing rising looming own actual real-world
        everyday early late long-term short-term at-scale far-off unresolved unsolved open
        hopeful happy unhappy heterogeneous synergistic holistic dynamic scalable
        sustainable multi-faceted unusual acute chronic constant constantly steady steadily
        continuous continuously straightforward problematic preferable ordinary
        extraordinary negligible confusing convenient inconvenient contentious controversial
        thankless unforgiving forgiving boring dizzy bold proud humble modest clever smart
        stupid silly sensible senseless sane insane mad crazy weird strange odd peculiar
        curious remarkable outstanding excellent superb fantastic wonderful awesome terrible
        awful horrible dreadful encouraging discouraging frustrating pleasant unpleasant
        friendly hostile welcome unwelcome lucky unlucky fortunate unfortunate sad glad grim
        bleak rosy gloomy murky foggy muddy blurry vague nebulous elusive ephemeral fleeting
        everlasting eternal timeless abundant plentiful ample generous meagre scant crowded
        busy turbulent stormy rocky bumpy tough gentle harsh brutal cruel merciless
        relentless ruthless fierce intense mild moderate drastic dramatic radical profound
        superficial thorough meticulous careful careless cautious aggressive ambitious
        utopian visionary pragmatic dogmatic ideological philosophical geopolitical cultural
        societal organisational organizational institutional managerial strategic tactical
        macroeconomic fiscal budgetary bureaucratic historic anecdotal hypothetical
        theoretical conceptual notional symbolic cosmetic marginal pivotal instrumental
        decisive urgent pressing imminent inevitable unavoidable foreseeable predictable
        questionable debatable arguable doubtful dubious suspicious plausible implausible
        credible incredible believable unbelievable legendary mythical famous infamous
        well-known little-known underrated overrated overhyped overblown undervalued
        underappreciated overlooked neglected forgotten misunderstood underestimated
        overestimated unsung unloved beloved fashionable trendy old-fashioned outdated
        obsolete antiquated archaic futuristic future-proof hassle-free painless
        frictionless turnkey plug-and-play bespoke enterprise-grade carrier-grade
        mission-critical business-critical high-end low-end user-friendly developer-friendly
        eco-friendly win-win mainstream commonplace ubiquitous omnipresent pervasive rampant
        prevalent unimaginable unthinkable inconceivable intractable insurmountable
        formidable daunting overwhelming staggering astonishing amazing striking compelling
        persuasive unconvincing tiresome exhausting grueling gruelling arduous laborious
        burdensome onerous hefty pricey overpriced lucrative profitable unprofitable
        worthwhile worthless useless useful helpful unhelpful handy elegant ugly beautiful
        neat messy tidy chaotic disorganised patchy spotty uneven erratic haphazard
        hit-and-miss makeshift ad-hoc half-baked half-hearted lukewarm tepid uneasy nervous
        anxious afraid scared confident optimistic pessimistic sceptical skeptical bullish
        bearish undecided divided united aligned vocal outspoken tight-lipped honest
        dishonest candid frank seldom hopefully regrettably sadly alas indeed moreover
        furthermore likewise nevertheless nonetheless altogether alike apart aside anyhow
        whatsoever sooner thereabouts ok okay fine endless countless innumerable myriad
        untold boundless limitless infinite all-important long-standing longstanding age-old
        perennial ever-growing ever-changing never-ending far-reaching wide-ranging
        wide-open open-ended thorny vexing perplexing puzzling baffling bewildering
        counterintuitive intuitive
        """,
}

# Read as one word with the given role, the longest where several begin alike.
PHRASES: Final[dict[str, str]] = {
    LACK: """
        not implemented|not supported|not available|not exist|not possible|no support for|
        no way to|is absent|have no|has no|had no|gives no|instead of the|not been ported|
        not ported|not exposed|not include|not included
        """,
    WITHHOLDING: """
        falls back|fall back|fell back|falling back|opts out|locks out|shuts off|turns off|
        rules out|rule out|ruled out|rules it out|rules them out|ruled it out|leaves out|
        cuts off|turns away|turns down|closes off|
        holds back|filters out|turn off|switches off|switched off|shuts down|gives up|blocks off
        """,
    FAILURE: """
        falls behind|fall behind|fell behind|lags behind|lag behind|falls short|fall short|
        fell short|breaks down|break down|falls over|falls apart|gives out|goes offline|
        times out|time out|runs out|run out|ran out|drops out|drop out
        """,
    NOT: "could not",
    BOUND: """
        more than|less than|fewer than|at most|at least|greater than|larger than|longer than|
        no more than|higher than|lower than|up to|smaller than|bigger than|or more|as of|
        shorter than|other than|older than|newer than
        """,
    ONLY: """
        mutually exclusive|only when|only if|only with|only on|only in|only for|only after|
        only under|only between|only to|not together|at once|at the same time|in combination|
        limited to|restricted to|as soon as|every time|each time|at a time
        """,
    PREPOSITION: "next to|close to",
    OF: "out of",
    LINK: "so that|such that|as soon|due to|because of|on the other hand|even though",
    VAGUE: """
        a lot|as well|of course|so far|at scale|at all|in general|in practice|in principle|
        on paper|a bit|a little|not easy|in many ways|more or less|by nature|hard to|
        state of the art
        """,
    OPEN_TIME: """
        years old|months old|weeks old|years away|years out|decades away|months away|years off|
        more years|more decades|years ahead|years from now|long time|or more years|a decade|
        years at least|years at best|years at the earliest|or so|or even|who knows|for years|
        some years
        """,
    REMINDER: """
        need to check|need to measure|need to verify|need to test|need to run|have to check|
        to be done|to be added|to be filled|to do|fill in|to be confirmed|to be determined|
        note to self|remember to|add numbers|must check|should check|needs checking
        """,
    OPEN_QUESTION: """
        not clear whether|not clear if|unclear whether|unclear if|open question|not known whether|
        unknown whether|unknown if|remains to be seen|wonder whether|wonder if|question whether|
        question is
        """,
    UNREAL: """
        has to|have to|had to|need to|needs to|ought to|we need|one needs|is needed|are needed|
        is the goal|is the aim|is the dream|our goal|our aim|will be needed|expected to|
        supposed to|hope to|hopes to|promises to|it would
        """,
    HEDGE: """
        as far as|as though|as if|it may be|sort of|kind of|more or less|we think|i think|
        we believe|not sure|without being sure|might be|could be|forecast to|projected to|
        predicted to|estimated to
        """,
    PITCH: """
        our method|our approach|our engine|our platform|our solution|our product|our technology|
        our system|our service
        """,
    PERSON: "no one|most people|some say|some people|so many people",
    POINTER: "each other|one another",
    SOME: "every few|each new|every new",
    DETERMINER: "all of|each of|every one of|both of|any of the",
}

BENCHMARKS: Final = """
    mmlu mmlu-pro gpqa gpqa-diamond gsm8k math math-500 humaneval humaneval+ mbpp mbpp+ aime
    livecodebench swe-bench swe-bench-verified ruler longbench niah bfcl bfcl-v3 ifeval hellaswag
    arc arc-c winogrande truthfulqa bbh mt-bench arena-hard alpacaeval wikitext wikitext-2 c4
    perplexity helm mlperf superglue glue squad imagenet coco librispeech spec stream hpcg hpl
    linpack fio tpc-c tpc-h ycsb casp casp15 tau-bench terminal-bench
    """


def _entries() -> Iterator[tuple[str, str]]:
    """Later entries win where lists overlap: function words over verbs that say something, these
    over nouns, and nouns over light verbs.
    """
    yield from _verb_forms(LIGHT_VERB, LIGHT_VERBS)
    for role, nouns in ((THEME, THEMES), (PERSON, PEOPLE), (ARTEFACT, ARTEFACTS)):
        yield from ((form, role) for noun in nouns.split() for form in (noun, _plural(noun)))
    yield from ((noun, EFFORT) for noun in EFFORTS.split())
    for role, verbs in (
        (MEASURE, MEASURES),
        (FAILURE, FAILURES),
        (WITHHOLDING, WITHHOLDINGS),
        (VAGUE_VERB, VAGUE_VERBS),
        (LACK, LACKS),
    ):
        yield from _verb_forms(role, verbs)
    yield from ((word, BENCHMARK) for word in BENCHMARKS.split())
    yield from ((word, role) for role, words in reversed(ROLES.items()) for word in words.split())
    yield from ((word, NUMBER) for word in NUMBER_WORDS)


def _verb_forms(role: str, verbs: str) -> Iterator[tuple[str, str]]:
    return ((form, role) for verb in verbs.split() for form in inflections(verb))


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _phrases() -> Iterator[tuple[str, str]]:
    for role, phrases in PHRASES.items():
        yield from ((" ".join(phrase.split()), role) for phrase in phrases.split("|"))


def _sizes(phrases: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """First word → the numbers of words that its phrases have, longest first."""
    found: dict[str, set[int]] = {}
    for first, *rest in map(str.split, phrases):
        found.setdefault(first, set()).add(1 + len(rest))
    return {first: tuple(sorted(sizes, reverse=True)) for first, sizes in found.items()}


PHRASE_ROLES: Final = dict(_phrases())
WORDS: Final = dict(_entries()) | PHRASE_ROLES
# The first two words of every phrase, and how long those may be that begin with a word.
PHRASE_STARTS: Final = frozenset(
    (first, second) for first, second, *_ in map(str.split, PHRASE_ROLES)
)
PHRASE_SIZES: Final = _sizes(PHRASE_ROLES)

# Noun or verb only by position: "the ends meet", "the link ends at 72 nodes".
EITHER: Final = frozenset(
    form for verb in LIGHT_VERBS.split() for form in inflections(verb) if WORDS.get(form) == THEME
)
