"""Nouns that name a theme, people in general or effort in general, and nouns for made things."""

from typing import Final

# A theme can be discussed but not checked: "memory", "the ecosystem", "costs".
THEMES: Final = """
    ability acceptance access accuracy adoption advance advancement advantage age agreement aim
    algorithm ambition amount analysis appetite application approach architecture area art
    aspect assumption attention availability awareness balance bandwidth bargain barrier basis
    behaviour behavior benchmark benefit bias bottleneck boundary breakthrough burden bug
    business buy-in capability capacity capital care cause challenge change chaos choice claim
    clarity code collaboration combination comfort commitment communication comparison
    compatibility competence competition competitiveness complexity complication component
    compromise compute computation concept concern concurrency condition confidence
    configuration conflict confusion consensus consequence consideration consistency constraint
    consumption content context control convergence coordination cost coverage crisis culture
    curve cycle data day deal debate decade decision definition degradation degree delay
    delivery demand density dependence dependency deployment design detail development device
    difference difficulty dimension direction disagreement discussion distance documentation
    doubt downside drawback dynamic ecosystem economics economy edge effect effectiveness
    efficiency electricity element emission end energy engineering environment equipment error
    evidence evolution example exception existence expectation expense experience experiment
    expertise explanation extent fact factor failure fairness fashion feature feedback field
    figure flexibility focus force form format foundation fraction framework freedom friction
    front fuel function fundamental future gain gap generation goal governance growth habit
    hardware headroom heat hope hurdle hype idea impact implementation implication importance
    improvement incentive incident industry inertia inference influence information
    infrastructure innovation input instability insight integration intelligence interaction
    interest interoperability investment issue item journey justification key knowledge lack
    landscape language latency law layer learning legislation lesson level liability library
    lifetime limit limitation lock-in logic logistics loss luck lunch maintenance majority
    management manner manufacturing margin market material matter maturity maze means measure
    mechanism memory method methodology metric mind mindset minority mismatch mix model momentum
    money mood motivation movement name nature need network nightmare noise norm notion number
    objective obstacle opinion opportunity optimisation optimization option orchestration order
    organisation organization output overhead ownership pace page pain paper paradigm
    parallelism parameter part path pattern performance period permission perspective phase
    phenomenon philosophy picture pipeline place plan planning platform point policy politics
    pollution portability portion position possibility potential power practice precision
    prediction pressure price principle priority privacy problem procedure process product
    production productivity profile profit profitability progress promise property proposal
    prospect public purpose quality quantity question quirk quirks race reality reason recipe
    reduction regard region regulation relation reliability requirement resilience resistance
    resource response responsibility rest restriction result return revenue risk roadblock
    roadmap robustness role root rule safety sake sample scalability scale scaling scarcity
    scenario scene scepticism schedule scheme science scope secret sector security sense
    sensitivity series service serving setting setup shape share shift shortage side sign signal
    silver bullet magic panacea shortcut substitute replacement cure escape answer simplicity
    size skill society software solution source space speed stability stack stage stake
    standardisation standardization start state status step storage story strategy structure
    struggle stuff style subject success supply supply-chain support surprise sustainability
    switching system talent target task taste technique technology tendency tension term
    test-time theme theory thing thought threshold throughput time timeline timescale tool
    tooling toolchain topic topology track trade trade-off tradeoff tradition traffic training
    transition transparency trend trouble trust truth turn type uncertainty understanding unit
    upside usability usage use user-experience utilisation utilization validation value
    variability variant variation variety version vertical view visibility vision volatility
    volume wall waste way weakness weight will wisdom word work workaround workflow workload
    world worry yield year time-to-market hierarchy inspiration perspiration technologist
    intention ideology programming chicken-and-egg rack-scale line enthusiasm optimism pessimism
    skepticism patience impatience courage fear anxiety envy pride joy fun anger frustration
    satisfaction dissatisfaction sympathy suspicion goodwill boredom curiosity passion nerve
    regret reluctance willingness stamina discipline humility intuition hindsight foresight
    imagination creativity temperament reputation prestige fame faith belief conviction illusion
    dream headache curse blessing mirage jungle minefield labyrinth puzzle riddle mystery
    adventure marathon battle battlefield war fight revolution renaissance treadmill
    rollercoaster hero villain empire heaven hell sin virtue vice myth legend fairy-tale
    folklore joke drama comedy tragedy circus poetry crossroads cornerstone pillar frontier
    conversation discourse rhetoric narrative buzzword jargon slogan headline sentiment verdict
    dispute controversy argument manifesto keynote brochure whitepaper newsletter workshop
    conference seminar symposium forum summit roundtable era dawn heyday infancy adolescence
    adulthood childhood youth tomorrow yesterday moment excellence autonomy sovereignty
    heterogeneity diversity inclusivity equity ethics morality integrity prosperity wealth
    poverty welfare civilisation humanity modernity heritage identity synergy traction clout
    leadership stewardship partnership friendship mindshare oversight accountability
    predictability serviceability repairability reproducibility adaptability agility
    composability modularity extensibility configurability observability explainability
    interpretability controllability testability verifiability auditability affordability
    viability feasibility geopolitics bureaucracy democracy capitalism globalisation
    globalization localisation digitalisation digitization decarbonisation electrification
    commoditisation commoditization democratisation modernisation modernization
    professionalisation hoarding speculation rumour rumor gossip anecdote analogy metaphor
    lip-service wishful-thinking common-sense afterthought misnomer misconception
    misunderstanding fallacy paradox dilemma conundrum quandary predicament hassle nuisance
    annoyance inconvenience disappointment embarrassment catastrophe disaster fiasco debacle
    triumph glory renown merit worth mission dedication devotion perseverance persistence
    vigilance diligence prudence caution urgency crux essence gist spirit soul heart guts
    mindfulness ingenuity craftsmanship professionalism amateurism pragmatism idealism realism
    dogma doctrine creed gospel prophecy forecast outlook rethink overhaul reform reshuffle
    turnaround transformation disruption upheaval turmoil turbulence storm headwind tailwind
    backlash resentment hostility animosity rivalry jealousy mistrust distrust complacency
    arrogance ignorance naivety hubris greed generosity justice injustice dignity peace harmony
    discord unrest stalemate gridlock limbo plateau pinnacle crossroad turning-point watershed
    boom bust glut downturn upturn recession inflation austerity stimulus
    """

PEOPLE: Final = """
    project initiative programme pilot academic academia agency analyst architect audience
    author authority buyer citizen client colleague community company competitor consortium
    consultant consumer contractor country customer decision-maker department developer end-user
    engineer enterprise entity everybody executive expert firm founder government hyperscaler
    individual insider institution insurer investor lab laboratory lawmaker lawyer leader
    manager maker manufacturer member nation observer organisation outsider owner partner
    participant party people person personnel player politician practitioner professional
    programmer provider publisher purchaser regulator researcher scientist sponsor staff
    stakeholder startup student supplier team university user utility vendor workforce worker
    policymaker economist administrator human man woman folk adopter veteran enthusiast critic
    sceptic skeptic optimist pessimist realist purist pundit commentator journalist blogger
    newcomer entrant giant heavyweight pioneer visionary evangelist champion advocate lobbyist
    bureaucrat official hobbyist amateur novice beginner junior senior challenger laggard
    bystander onlooker spectator fan friend foe enemy ally crowd guy panelist panellist
    influencer guru thinker dreamer doer taxpayer voter citizen-scientist layperson laypeople
    specialist generalist futurist philosopher historian
    """

EFFORTS: Final = """
    research investment funding effort commitment investigation exploration innovation
    experimentation study work education outreach dialogue advocacy
    """

# Made things that either exist or do not. Alone they are general; with a modifier they are not.
ARTEFACTS: Final = """
    kernel driver operator instruction function api interface primitive backend plugin plug-in
    binding wheel package header format connector port path counter flag option certificate
    licence license permit approval standard protocol schema test procedure form field table
    register opcode intrinsic pass template dataset clause exemption contract profile mode hook
    event endpoint call method adapter socket layer op ops implementation compiler runtime toolkit
    sdk firmware module mechanism equivalent alternative
    """
