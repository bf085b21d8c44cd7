"""Verbs by what they say about their subject, in the base form; `inflections` gives the others."""

from typing import Final

# What a quantity can be the measure of.
MEASURES: Final = """
    want demand assume ask cost lose need take drop degrade reduce increase raise reach exceed add
    use consume require draw spend waste last wait hold carry deliver sustain provide offer allow
    permit produce grow rise fall shrink decline gain save cap limit saturate measure weigh run
    occupy fill store emit dissipate leak yield survive tolerate support contain span cover fit
    total average peak range vary stall idle delay slow cut miss err flip hit bring pay charge end
    stop top max cease sell bill rate budget leave land score trail lag accept sink eat tie
    """

# Stops or goes wrong; checkable once it is said when.
FAILURES: Final = """
    fail break crash deadlock hang segfault abort freeze overflow underflow diverge corrupt
    timeout time-out trip stick crack jam misalign collide recompile thrash oom panic raise garble
    melt burst clog corrode delaminate deactivate vent foam aggregate precipitate serialise
    serialize starve regress misread mislabel desync
    """

# Keeps something back, from somebody: checkable once both are named.
WITHHOLDINGS: Final = """
    hide ignore drop refuse reject forbid prohibit disable prevent block strip deny omit discard
    truncate skip withhold ban exclude disallow disqualify void revoke reserve bar mask suppress
    bypass overwrite evict invalidate pin hardcode hard-code force convert-back
    """

LACKS: Final = """
    lack missing unimplemented unsupported unavailable absent without nonexistent non-existent
    undefined undocumented uncertified unlicensed unported
    """

# Say only that one thing is as good as another, or that it is good at all.
VAGUE_VERBS: Final = """
    compete match rival help scale generalise generalize suffice satisfy convince justify
    guarantee flourish thrive complicate hinder hamper plague struggle suffer hurt harm damage
    worry matter improve worsen deteriorate disappoint dominate revolutionise revolutionize
    transform impede undermine
    """

# Say next to nothing by themselves, or say it of anything.
LIGHT_VERBS: Final = """
    be make give get put let set see say tell know understand show mean include involve concern
    matter depend rely remain keep become seem appear look help improve enable enhance optimise
    optimize optimised address tackle solve resolve fix overcome handle manage deal cope try
    attempt aim want wish hope plan expect consider discuss explore investigate study examine
    evaluate assess analyse analyze research develop build create design invent find discover
    learn teach train think believe agree disagree converge align follow lead come go move change
    evolve mature adopt deploy use adapt adjust integrate combine compare differ face pose present
    represent reflect affect impact influence shape drive push pull hinder hamper slow impede
    complicate challenge threaten undermine limit constrain bind justify warrant demand deserve
    suffer struggle tend start begin continue stop end finish happen occur arise exist work
    function operate perform behave interact compete invest fund pursue promise claim argue report
    suggest indicate imply reveal explain describe mention note state disappoint surprise confirm
    decide choose pick select prefer favour benefit profit care share maintain ensure guarantee
    avoid mitigate minimise minimize maximise maximize balance trade weigh require plague loom
    predict anticipate foresee estimate forecast judge speak talk write read ask answer wonder
    question doubt live die play turn bring take hold slip evaporate vanish disappear pile
    accumulate unlock deliver prove reach dominate persist linger scale port migrate switch add
    feel lag catch standardise standardize coordinate collaborate cooperate regulate govern
    demonstrate
    """

IRREGULAR: Final[dict[str, str]] = {
    "lose": "lost",
    "take": "took taken",
    "fall": "fell fallen",
    "rise": "rose risen",
    "grow": "grew grown",
    "draw": "drew drawn",
    "hold": "held",
    "spend": "spent",
    "run": "ran",
    "shrink": "shrank shrunk",
    "break": "broke broken",
    "stick": "stuck",
    "freeze": "froze frozen",
    "hide": "hid hidden",
    "forbid": "forbade forbidden",
    "withhold": "withheld",
    "make": "made",
    "give": "gave given",
    "see": "saw seen",
    "say": "said",
    "tell": "told",
    "know": "knew known",
    "understand": "understood",
    "show": "shown",
    "mean": "meant",
    "find": "found",
    "think": "thought",
    "come": "came",
    "go": "went gone",
    "deal": "dealt",
    "build": "built",
    "lead": "led",
    "begin": "began begun",
    "feel": "felt",
    "keep": "kept",
    "bring": "brought",
    "leave": "left",
    "pay": "paid",
    "sell": "sold",
    "bind": "bound",
    "sink": "sank sunk",
    "eat": "ate eaten",
    "write": "wrote written",
    "arise": "arose arisen",
    "choose": "chose chosen",
    "overcome": "overcame",
    "overwrite": "overwrote overwritten",
    "speak": "spoke spoken",
    "catch": "caught",
}


def inflections(verb: str) -> tuple[str, ...]:
    """`drop` → drop, drops, dropped, dropping; an adjective gets harmless extra forms."""
    stem = verb.removesuffix("e")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return (verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    third = verb + ("es" if verb.endswith(("s", "x", "ch", "sh", "o")) else "s")
    forms = [verb, third, stem + "ed", stem + "ing", *IRREGULAR.get(verb, "").split()]
    if len(verb) < 7 and verb[-1] in "bdgmnprtl" and verb[-2] in "aeiou":
        forms += [f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"]
    return tuple(forms)
