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
    learn teach train think believe agree disagree converge align follow lead come go move
    change evolve mature adopt deploy use adapt adjust integrate combine compare differ face
    pose present represent reflect affect impact influence shape drive push pull hinder hamper
    slow impede complicate challenge threaten undermine limit constrain bind justify warrant
    demand deserve suffer struggle tend start begin continue stop end finish happen occur arise
    exist work function operate perform behave interact compete invest fund pursue promise claim
    argue report suggest indicate imply reveal explain describe mention note state disappoint
    surprise confirm decide choose pick select prefer favour benefit profit care share maintain
    ensure guarantee avoid mitigate minimise minimize maximise maximize balance trade weigh
    require plague loom predict anticipate foresee estimate forecast judge speak talk write read
    ask answer wonder question doubt live die play turn bring take hold slip evaporate vanish
    disappear pile accumulate unlock deliver prove reach dominate persist linger scale port
    migrate switch add feel lag catch standardise standardize coordinate collaborate cooperate
    regulate govern demonstrate hinge grapple wrestle juggle navigate embrace foster nurture
    cultivate champion advocate urge encourage discourage inspire excite frustrate confuse
    puzzle annoy please delight irritate scare frighten tempt lure entice welcome celebrate
    praise blame criticise criticize lament regret deplore mourn ponder muse contemplate
    envision envisage imagine dream yearn strive endeavour endeavor aspire hesitate dither
    muddle underestimate overestimate underline underscore highlight emphasise emphasize herald
    usher spearhead galvanise empower bolster strengthen tarnish overshadow outweigh prosper
    boom blossom bloom mushroom proliferate diversify reinvent rethink reimagine reconsider
    revisit streamline modernise modernize democratise democratize commoditise monetise monetize
    incentivise incentivize prioritise prioritize respect enjoy appreciate admire envy fear
    dislike hate love complain grumble moan whine quarrel bicker concur echo reiterate
    acknowledge admit concede confess insinuate hint allude speculate conjecture theorise
    hypothesise hypothesize philosophise preach evangelise advertise boast brag tout overpromise
    underdeliver muddy simplify oversimplify exaggerate
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


# Acts that somebody could watch: what software, machines, materials, offices and crews do.
ACTIONS: Final = """
    compile link parse tokenise tokenize serialise deserialise serialize deserialize marshal
    encode decode encrypt decrypt compress decompress hash sign verify authenticate cache
    prefetch fetch load reload unload preload store spill page swap copy move mmap map unmap
    remap allocate deallocate reallocate free lock unlock acquire release spawn fork launch
    relaunch start restart reboot boot kill terminate suspend resume pause poll yield schedule
    reschedule preempt dispatch enqueue dequeue queue requeue route reroute forward redirect
    broadcast multicast scatter gather reduce shard reshard partition replicate mirror sync
    synchronise synchronize checkpoint restore rollback revert retry resend retransmit replay
    log trace profile count probe ping query index scan sort merge split fuse unroll inline emit
    lower recompute rematerialise cast upcast downcast promote demote round quantise quantize
    dequantise dequantize scale clamp clip pad pack unpack align transpose reshape permute
    flatten concatenate append prepend insert delete remove erase wipe flush drain purge clear
    reset zero overwrite rename relabel tag untag annotate convert translate transcode import
    export download upload install uninstall upgrade downgrade patch backport upstream vendor
    publish deprecate retire expire revoke renew register deregister list delist certify
    recertify accredit audit inspect approve authorise authorize licence license permit file
    submit countersign notarise seal stamp issue reissue mail send receive deliver ship return
    reject refund reimburse invoice bill charge levy fine tax subsidise insure underwrite lend
    lease rent rerent buy purchase order reorder sell auction bid award sue appeal enjoin
    subpoena impound confiscate seize detain quarantine evacuate close reopen shut open lift
    hoist tow dock berth moor anchor pump fill refill empty vent heat cool chill freeze thaw
    boil evaporate condense distil filter sieve grind mill drill bore cut saw weld solder braze
    rivet bolt screw glue bond laminate coat plate paint spray etch deposit sputter implant
    anneal sinter cure bake harden temper quench mould mold extrude roll press forge machine
    polish lap dice slice pick place mount unmount attach detach plug unplug connect disconnect
    couple uncouple engage disengage mate latch unlatch wire rewire splice ground earth insulate
    isolate shield energise energize de-energise discharge recharge trip switch throttle derate
    boost step ramp spin rotate turn tilt slide slip wobble vibrate resonate oscillate ring
    buckle bend warp bow sag crack tear shear snap shatter peel flake delaminate blister swell
    shrink creep fatigue wear erode abrade corrode rust oxidise oxidize degrade dissolve
    precipitate crystallise crystallize settle float sink drift leak seep drip burst rupture
    collapse cave subside flood burn ignite explode detonate melt char scorch fog ice clog foul
    jam stall bind stick skid derail collide strike hit scrape scratch dent puncture penetrate
    pierce absorb reflect refract attenuate amplify polarise radiate transmit modulate
    demodulate sample digitise resample interpolate extrapolate truncate saturate wrap overflow
    underflow alias mask unmask flip toggle strobe sow plant graft prune harvest thresh feed
    graze milk slaughter stun vaccinate inoculate inject infuse transfuse intubate sedate
    anaesthetise prescribe dispense dose treat biopsy stain culture incubate centrifuge pipette
    assay sequence clone express excrete metabolise block inhibit activate print reprint
    photocopy fax typeset kern hyphenate render rasterise rasterize shape lay draw redraw crop
    resize rescale blur sharpen insist hand pass name call recall assign reassign allot divert
    reserve book cancel postpone adjourn veto ratify repeal amend denounce owe repay default
    foreclose garnish delegate outsource subcontract hire fire lay-off unionise picket train
    retrain drive fly sail land taxi park brake accelerate decelerate overtake signal ingest
    digest spit swallow gate hide expose double-count discard scrap dismantle demolish excavate
    dig trench backfill pour pave grade survey stake fence
    """
