"""What each pattern adds to the log-odds that a statement is specific, in falling order.

`word:` is a word, `words:` two in a row with ␣ between them, `shape:` one to three roles in
a row; see `patterns`. Written by `python -m bench.train_specificity --write`.
"""

from typing import Final

BIAS: Final = -3.79
TABLE: Final = """\
+2.18 shape:W
+1.25 shape:L
+1.16 shape:O
+1.12 shape:z
+1.10 shape:F
+1.05 shape:B
+0.98 shape:I
+0.97 shape:R word:must
+0.93 shape:dI
+0.92 shape:K word:no
+0.91 word:has␣no
+0.89 shape:å
+0.84 shape:IL
+0.81 shape:Nl shape:tM shape:ŝd
+0.79 word:full
+0.75 shape:dï shape:nt
+0.74 shape:l$ shape:tW shape:tt word:off
+0.71 shape:bI
+0.70 shape:aë
+0.69 word:wrong
+0.68 shape:ttt shape:ë
+0.67 shape:tG word:after word:new word:returns
+0.66 shape:U
+0.65 shape::N shape:MN shape:N$ shape:PN word:each words::␣N
+0.64 word:tool
+0.63 shape:tN word:the
+0.62 shape:M shape:MI shape:NS
+0.61 shape:NT shape:T
+0.60 shape:C shape:ä word:weights
+0.59 shape:It shape:l shape:tn word:order word:scales words:N␣$
+0.58 shape:IW shape:tI shape:taë shape:ŝ word:key word:ones word:two
+0.57 shape:N
+0.56 shape:A shape:D shape:LI shape:Nŝa shape:në words:,␣so
+0.55 shape:1 shape:WI shape:gMN shape:tR shape:ëŝ$ word:come word:experts word:start
+0.54 shape:Ig shape:U$ shape:tv shape:öt
+0.53 shape:Gdt shape:Iv shape:S$ shape:t$ shape:tŝ shape:tŝP shape:ëd word:open words:a␣single
+0.53 words:scales␣$
+0.52 shape:0 shape:df shape:dtt shape:it shape:tGt shape:të shape:ëSd word:maker word:permit
+0.52 words:,␣and words:I␣with
+0.51 shape:MM words:in␣I
+0.50 shape::I shape:FS shape:Rŝ shape:nGP shape:ŝz words::␣I
+0.49 shape:1t shape:Nt shape:SI$ shape:dNŝ shape:gt shape:ö word:expert word:line word:seems
+0.49 word:set word:shapes words:the␣new
+0.48 shape:MN$ shape:RF shape:^N2 shape:aN shape:tdt shape:tg word:against word:doesn't word:output
+0.48 word:stop words:I␣returns
+0.47 shape:IMN shape:SNP shape:gF shape:gŝ, shape:tF word:has word:multiple word:nothing word:only
+0.47 word:rows words:a␣I words:in␣N words:order␣$
+0.46 shape:GPd shape:Int shape:Nl$ shape:adR shape:dä shape:tt: shape:öS shape:ŝN word:asks
+0.46 word:licence words:^␣the words:and␣we words:it␣is words:size␣$
+0.45 shape:GI shape:IM shape:N%2 shape:^t shape:dHt shape:å$ shape:ŝdt shape:ŝŝ word:first
+0.45 word:keeps word:replica words:N␣on words:asks␣for
+0.44 shape:SNX shape:^h shape:^tI shape:aW shape:dtö shape:pa shape:tMN word:host word:interposer
+0.44 words:N␣of words:of␣N
+0.43 shape:^I shape:dR shape:tP shape:tä shape:v: word:mig word:shared word:supplier words:^␣I
+0.42 shape:,bI shape:CN shape:IG shape:Ip shape:RP shape:gN% shape:åV shape:åg$ shape:ŝGP shape:ŝPN
+0.42 word:combined word:keys word:rate words:there␣is
+0.41 shape:I$ shape:PtS shape:SŝS shape:^O shape:^i shape:dIR shape:t2d shape:zq shape:ŝdI
+0.41 word:bias word:fp16 word:result word:state words:I␣$
+0.40 shape:Ga shape:ItG shape:NU$ shape:dgt shape:dtŝ shape:gv, shape:kN shape:tö shape:yd shape:→
+0.40 shape:→t word:reads words:N␣um words:day␣$ words:than␣N
+0.39 shape:,p shape:1$ shape:Fi shape:Lt shape:Pt shape:^pa shape:dGg shape:pt shape:tD shape:ït
+0.39 word:carries word:code word:process words:needs␣N words:one␣$
+0.38 shape:0t shape:I,p shape:NU shape:Nv shape:Wd shape:Wŝ shape:dïH shape:gdg shape:n word:below
+0.38 word:die word:disaggregation word:library word:power word:weight words:,␣the words:multiple␣of
+0.38 words:on␣B words:under␣the
+0.37 shape:,b shape:2d shape::NU shape:CK shape:MyN shape:St shape:U2 shape:aC shape:aG shape:df2
+0.37 shape:dtM shape:dŝa shape:f2 shape:nM shape:äW word:lets word:replication word:we words:,␣that
+0.37 words:N␣( words:^␣we words:and␣the words:but␣I words:by␣the words:every␣N words:key␣$
+0.37 words:out␣of␣the
+0.36 shape:,It shape:,cd shape:1H shape:2t shape::Nl shape:IG$ shape:N% shape:Nt$ shape:Rv
+0.36 shape:Rv$ shape:Sdg shape:^S shape:dqt shape:då shape:mn shape:tH shape:tIa shape:tm shape:tmn
+0.36 shape:tŝd word:capacity word:covers word:drone word:head word:policy word:released
+0.36 word:sequence word:switch word:type words:N␣h words:about␣N words:do␣not words:every␣I
+0.36 words:h␣$ words:is␣impossible words:switch␣$ words:the␣A
+0.35 shape:'t shape:Hŝ shape:M0 shape:NU2 shape:Rt shape:^2 shape:gO shape:gPN shape:gaN shape:tIg
+0.35 word:camera word:error word:impossible word:ink word:modules word:pass word:positions
+0.35 word:published word:variety words:)␣$ words:I␣has␣no words:a␣multiple words:on␣$
+0.35 words:the␣number words:the␣old
+0.34 shape:-NU shape:2dt shape:CNU shape:Gt shape:GtS shape:IyI shape:Mtg shape:Mz shape:NM
+0.34 shape:P$K shape:PNU shape:Pd shape:R$ shape:^tv shape:aG$ shape:t,I shape:ti shape:öŝ shape:ŝI
+0.34 shape:ŝP word:cards word:embeddings word:our word:ragged word:refuses word:service
+0.34 word:therefore word:→ words:does␣not words:power␣$ words:which␣the
+0.33 shape:$KS shape:/U shape:2I shape:Hg shape:IR$ shape:In shape:ItN shape:LS shape:avP shape:cdt
+0.33 shape:dë shape:t shape:tHM shape:tIt shape:ut shape:v:d shape:äP shape:ŝn shape:ŝt word:11
+0.33 word:both word:cycles word:exists word:loss word:python word:trained word:whole word:yield
+0.33 words:I␣do
+0.32 shape:Iŝd shape:I␣$ shape:K$ shape:MdI shape:N␣t shape:WP shape:XI shape:^ga shape:^w
+0.32 shape:dMt shape:dgg shape:dtä shape:ly shape:tHŝ shape:ta$ shape:tgG shape:tu shape:ydN
+0.32 shape:äcv shape:ŝ1 shape:ŝp word:19 word:any word:compiler word:embedding word:engine word:h
+0.32 word:inside word:lora word:names word:outputs word:parallel word:prompts word:qualified
+0.32 word:sold word:stays word:vendor words:I␣kv words:K␣$ words:^␣on words:kv␣$ words:only␣$
+0.32 words:third␣of
+0.31 shape:%$ shape:,Nv shape:IR shape:Iŝ shape:K, shape:MdM shape:Mŝ shape:OS shape:Pä shape:WG
+0.31 shape:Wdt shape:^tt shape:aLS shape:dG shape:f2d shape:g2N shape:gta shape:pI shape:tp
+0.31 shape:zI shape:zö shape:ýŝ word:128 word:abf word:batch word:class word:connector
+0.31 word:decoding word:draft word:ends word:gate word:gone word:pilot word:prefix word:provider
+0.31 word:resist word:sglang word:silently word:spare word:trace word:wheel words:I␣lacks words:K␣,
+0.31 words:^␣its words:at␣N words:caching␣and words:no␣I words:of␣I words:over␣a words:the␣key
+0.31 words:to␣N words:with␣the
+0.30 shape:2N% shape:2Nŝ shape:2dö shape:IRG shape:ItR shape:Ldt shape:MIS shape:MNI shape:N%$
+0.30 shape:Nd shape:Nly shape:aI shape:anG shape:dRP shape:nIc shape:nMI shape:äM shape:ŝ$
+0.30 word:active word:budget word:cannot word:client word:drive word:gives word:index word:optical
+0.30 word:rule word:samples word:short word:small word:through word:ualink words:I␣prompts
+0.30 words:neither␣I words:the␣card words:the␣order words:the␣weights words:will␣not
+0.29 shape:D2Y shape:Ig$ shape:Iŝ$ shape:Löt shape:MNU shape:Md shape:NlS shape:Ry shape:S
+0.29 shape:TPd shape:ZS shape:^0 shape:^IG shape:dtï shape:f shape:nMd shape:naë shape:nö shape:skN
+0.29 shape:ttS shape:tŝG shape:v,N shape:äv shape:åa shape:ŝaL word:area word:backend word:base
+0.29 word:build word:eleven word:english word:forbids word:gaudi word:metal word:scratch word:sells
+0.29 word:slot word:switches word:wide words:^␣when words:attention␣$ words:from␣scratch
+0.29 words:on␣this words:takes␣N words:until␣the
+0.28 shape:$K shape:%2 shape:%P shape:+N shape:/l$ shape:2N shape:2dä shape:GN$ shape:Gtt shape:IYG
+0.28 shape:MNl shape:Mï shape:N%P shape:NXC shape:Nŝ$ shape:PPt shape:PdG shape:Wä shape:^Sd
+0.28 shape:^wa shape:^| shape:aNU shape:atS shape:aëd shape:dtI shape:dët shape:döt shape:g:N
+0.28 shape:ntS shape:q,d shape:qŝ shape:tMy shape:tPŝ shape:ttn shape:tŝp shape:| shape:|$ shape:åM
+0.28 word:41 word:@ word:approved word:bandwidth word:came word:change word:cutlass word:deployed
+0.28 word:exclude word:job word:l40s word:local word:lose word:low word:model word:models
+0.28 word:multicast word:next word:notimplementederror word:prompt word:rejects word:return
+0.28 word:runtime word:stack word:unavailable word:until word:| words:%␣$ words:+␣N words:^␣there
+0.28 words:^␣| words:from␣I words:the␣interposer words:|␣$
+0.27 shape:2Y$ shape::tŝ shape:Fd shape:Gg shape:Gz shape:III shape:LI, shape:N,G shape:NG
+0.27 shape:Nv$ shape:PdI shape:Pdv shape:SIY shape:^Iŝ shape:aGS shape:b shape:bn shape:dtg
+0.27 shape:dåt shape:pR shape:tPN shape:ttW shape:äL shape:åV$ shape:ëG shape:ët shape:ëy shape:ŝ2d
+0.27 shape:␣I␣ word:above word:accepted word:accredited word:adapters word:but word:contract
+0.27 word:mode word:nics word:over word:stay word:streaming word:substrate word:tariff word:us
+0.27 words:,␣about words:N␣weeks words:is␣full words:over␣I words:the␣maker words:the␣vendor
+0.27 words:was␣never
+0.26 shape:%ä shape:,NX shape:,Q shape:,nd shape:2dA shape::NT shape:HM shape:II shape:IMP shape:IV
+0.26 shape:IX shape:Iŝn shape:Lgy shape:N%ä shape:OSI shape:PtR shape:SB shape:Sp shape:StN
+0.26 shape:Sv$ shape:U2d shape:XC shape:YG shape:^It shape:^y shape:aCN shape:ant shape:dG,
+0.26 shape:gR shape:gW shape:gŝ shape:lyd shape:qP shape:ttu shape:tvŝ shape:tïc shape:ëtt
+0.26 shape:ŝ,d shape:ŝM shape:ŝua word:answer word:bearing word:cached word:disconnects word:lift
+0.26 word:marks word:may word:plain word:share word:tokens word:turbine word:which word:writes
+0.26 words:%␣of words:I␣I words:I␣before words:^␣for words:^␣of words:all␣N words:is␣all
+0.26 words:is␣disabled words:is␣slower words:is␣to words:loss␣of words:needs␣I words:on␣all
+0.25 shape:%S shape:- shape:CNg shape:FI shape:Ia shape:IaL shape:MI, shape:MPG shape:MSN shape:Mdö
+0.25 shape:Mqg shape:N%S shape:PgS shape:Pë shape:R2I shape:SI shape:WM shape:Y$ shape:YG$
+0.25 shape:^dä shape:aM shape:dö shape:gdt shape:gg shape:mnt shape:p,b shape:pad shape:qtŝ
+0.25 shape:ttP shape:åt shape:ŝaS word:- word:25 word:access word:away word:beam word:can word:cell
+0.25 word:clusters word:coolant word:delivery word:hang word:heads word:implements word:land
+0.25 word:manifold word:micron word:request word:riser word:router word:shard word:tag
+0.25 word:tolerates word:transformer word:wafer-scale word:worker word:year words:N␣months
+0.25 words:Y␣$ words:Y␣switch words:has␣a words:of␣its words:slower␣than
+0.24 shape:0t$ shape:2g, shape:G? shape:G?$ shape:GPM shape:Gm shape:IF shape:Ic shape:Kg shape:Kv
+0.24 shape:Nŝ shape:O$ shape:PdH shape:RpM shape:Ryd shape:Wt shape:^dt shape:aWS shape:ap shape:bd
+0.24 shape:dIå shape:dq, shape:dt shape:dtd shape:dý shape:gaa shape:pMI shape:t,c shape:tMC
+0.24 shape:ttI shape:v, shape:yIY shape:yNl shape:zë shape:zŝ shape:ïc shape:öSd shape:ŝO shape:ŝdŝ
+0.24 shape:ŝpd word:2028 word:212 word:circuit word:combine word:excludes word:kept word:lapses
+0.24 word:lot word:mix word:nvshmem word:own word:per word:pp word:reaches word:read word:signs
+0.24 word:someone word:source word:static word:stopped word:stops word:told word:verification
+0.24 word:~ words:I␣model words:I␣needs words:^␣as words:^␣weight words:a␣day words:from␣N
+0.24 words:nor␣I words:the␣lab words:to␣change
+0.23 shape:1ä shape:Gï shape:HW shape:ILg shape:Ian shape:Igd shape:Iy shape:LR shape:MIc shape:NUd
+0.23 shape:NlP shape:Ov shape:Pqŝ shape:Ud shape:aN, shape:aS$ shape:czg shape:dIä shape:dtn
+0.23 shape:gNS shape:lP shape:nëy shape:tq shape:tï shape:v,I shape:wd shape:äPd shape:äg shape:ëPt
+0.23 shape:ŝ2 shape:ŝSd shape:ŝSg shape:ŝyd shape:␣$ word:3.1 word:a100 word:answers word:bf16
+0.23 word:bond word:caching word:checkpoints word:dpu word:eplb word:helium word:large word:main
+0.23 word:mlx word:no␣one word:ordinary word:pools word:port word:possible word:search word:third
+0.23 word:tile word:when word:word words:%␣on words:,␣but words::␣pick words:I␣does words:I␣for
+0.23 words:I␣in words:I␣nor words:^␣under words:^␣until words:about␣$ words:as␣long
+0.23 words:beam␣search words:cards␣$ words:it␣$ words:memory␣$ words:models␣, words:more␣than␣one
+0.23 words:no␣other words:plain␣decoding words:share␣a words:step␣$ words:that␣$ words:~␣N
+0.22 shape:1t, shape::1 shape:Bg shape:GL shape:GMN shape:Gpg shape:I,b shape:I= shape:IR,
+0.22 shape:IRM shape:IS shape:Iŝt shape:Kg$ shape:LSI shape:Ptŝ shape:Qv shape:Rŝ$ shape:SdH
+0.22 shape:SgS shape:VP shape:^dg shape:^tc shape:^të shape:cMp shape:dMg shape:dR2 shape:ddI
+0.22 shape:ddt shape:dgR shape:gGN shape:gd shape:gdï shape:gyt shape:ipa shape:nvd shape:pGp
+0.22 shape:qt$ shape:tSI shape:tct shape:tgN shape:tnë shape:tty shape:tï$ shape:vgc shape:vt
+0.22 shape:|I shape:åR shape:ëIR shape:ïH shape:ïN shape:ïg shape:ŝ,S shape:ŝs shape:ŝyI shape:␣t
+0.22 word:1.9 word:132 word:71 word:96 word:accept word:all-reduce word:autoclave word:bit
+0.22 word:eight word:exactly word:flakes word:global word:image word:paper word:pytorch word:rccl
+0.22 word:s word:server word:single word:slices word:states word:swapping word:task word:tpu
+0.22 word:twice word:um word:wet word:written words:,␣whatever words::␣one words:I␣= words:I␣reads
+0.22 words:above␣N words:a␣model words:in␣another words:in␣production words:in␣that words:lacks␣I
+0.22 words:long␣as words:may␣be words:may␣not words:none␣$ words:short␣of words:the␣runtime
+0.22 words:|␣I
+0.21 shape:$K$ shape:$N shape:%, shape:,dŝ shape:2öt shape:=N shape:GdN shape:HGd shape:I+I
+0.21 shape:IG2 shape:Iý shape:MC shape:Mt shape:N2N shape:NIS shape:NUG shape:PNl shape:RM
+0.21 shape:Ryë shape:SN shape:SN$ shape:UG shape:YR shape:^2d shape:^v shape:^va shape:atP
+0.21 shape:atc shape:c0t shape:cO shape:cdG shape:dIö shape:g,c shape:gM shape:kï shape:mtd
+0.21 shape:ntp shape:qG shape:tGI shape:tLt shape:tSd shape:tg: shape:tid shape:tnM shape:tpŝ
+0.21 shape:tta shape:tŝI shape:tŝN shape:v2d shape:vQ shape:vŝS shape:yN shape:åG shape:ïd
+0.21 shape:ög, shape:ŝpP word:2029 word:batched word:coating word:compile word:core word:cows
+0.21 word:drones word:failed word:freezes word:german word:get word:left word:lists word:loads
+0.21 word:needed word:none word:nowhere word:package word:rotor word:sizes word:substation
+0.21 word:thai word:users word:ward word:x words:=␣N words:I␣scales words:^␣it words:are␣not
+0.21 words:for␣N words:for␣all words:from␣the words:has␣no␣I words:must␣be words:outside␣the
+0.21 words:prefill␣$ words:takes␣a words:the␣interlocking words:the␣same words:weight␣streaming
+0.20 shape:%SN shape:1ë shape:= shape:ES shape:FPt shape:FSN shape:Ht shape:Kt shape:L$ shape:Lå
+0.20 shape:MS shape:Mtt shape:N→ shape:OI shape:PNg shape:RN shape:RaG shape:Sdd shape:St$
+0.20 shape:U,c shape:Ut shape:^z shape:^ï shape:aPM shape:aqP shape:avS shape:dtp shape:g:d
+0.20 shape:gaG shape:iI shape:kdt shape:nR shape:nt$ shape:t:N shape:vtM shape:yI shape:äN
+0.20 shape:åMN shape:ëN shape:ëgt shape:ýM shape:ŝp$ word:3b word:= word:a word:cascade word:closes
+0.20 word:county word:doubles word:dynamo word:has␣to word:hbm word:judge word:lru word:mva
+0.20 word:not word:overlap word:pick word:production word:ranks word:reports word:screen word:sell
+0.20 word:shards word:slots word:steel word:stock word:tensor word:together word:tower word:windows
+0.20 word:€ words:I␣checkpoints words:I␣nodes words:N␣mva words:^␣only words:after␣N words:a␣year
+0.20 words:base␣die words:for␣I words:for␣its words:over␣the words:prefix␣caching words:the␣county
+0.20 words:the␣host words:the␣model words:the␣paper
+0.19 shape:'I shape:,II shape:,c1 shape:,cI shape:,dR shape:,vv shape:Bt shape:Fid shape:IH
+0.19 shape:IMt shape:IYR shape:IY→ shape:Ias shape:Iö shape:Iŝz shape:LRy shape:MR shape:N$$
+0.19 shape:NUt shape:Nlc shape:PNt shape:SK shape:Sdå shape:Wå shape:Wö shape:Y→ shape:^IF
+0.19 shape:^tn shape:^wM shape:an$ shape:b, shape:bdI shape:c0 shape:dH shape:dHg shape:dIS
+0.19 shape:dMM shape:dgq shape:dqg shape:gPd shape:ggd shape:gpG shape:lS shape:lSt shape:nëd
+0.19 shape:t/I shape:tMM shape:tWI shape:tWt shape:ta shape:tät shape:vyd shape:ytŝ shape:yë
+0.19 shape:ëI shape:ëŝt shape:ŝ2t shape:ŝCN shape:ŝg shape:ŝý word:118 word:agreement
+0.19 word:allocation word:also word:branch word:confirmed word:crack word:enabled word:forgets
+0.19 word:generated word:hour word:ignores word:law word:listed word:longer␣than word:manager
+0.19 word:max word:old word:once word:replacement word:sends word:sign word:so word:speak
+0.19 word:station word:storage word:take word:won't words:'␣I words:,␣against words:,␣since
+0.19 words:@␣N words:I␣backend words:I␣from words:N␣ms words:N␣percent words:Y␣→ words:after␣the
+0.19 words:any␣I words:a␣week words:but␣not words:come␣back words:cycles␣$ words:each␣I
+0.19 words:is␣written words:model␣$ words:of␣all words:raises␣I words:the␣seed words:the␣whole
+0.19 words:trained␣on
+0.18 shape:%2I shape:,ta shape:: shape::dH shape:Aä shape:D$ shape:GNU shape:HaG shape:Hy shape:IGd
+0.18 shape:ILI shape:IRW shape:Iq shape:It, shape:KS shape:Lg shape:Lt$ shape:Mdå shape:NC
+0.18 shape:Pŝ$ shape:RL shape:Rt$ shape:SN2 shape:Sög shape:USI shape:Yg shape:^PP shape:^SI
+0.18 shape:^yd shape:dGS shape:dIY shape:dgŝ shape:dvI shape:dït shape:gM$ shape:gPt shape:idt
+0.18 shape:p$ shape:pM shape:t,v shape:tNl shape:tSN shape:tSt shape:to shape:töt shape:t␣
+0.18 shape:vad shape:åH shape:ëM shape:ŝaë shape:ŝnt shape:→N word:1.8 word:: word:arrive word:as
+0.18 word:attention word:b word:boot word:company word:disagree word:dosing word:fixed word:found
+0.18 word:gsm8k word:leaves word:level word:log word:logprobs word:meters word:outside word:pads
+0.18 word:required word:retrieval word:seven word:shape word:slower word:there word:tree word:voids
+0.18 words:,␣only words:I␣doesn't words:^␣in words:else␣$ words:off␣the words:the␣substation
+0.18 words:through␣a words:us␣, words:what␣I
+0.17 shape:$$ shape:,Ig shape:,cS shape:=Nl shape:C- shape:C-N shape:Dd shape:GPt shape:Gd
+0.17 shape:Gdq shape:H,c shape:Hë shape:I:I shape:ISI shape:Lp shape:MIg shape:NUy shape:Ng
+0.17 shape:Nŝ2 shape:Ot shape:PII shape:Ran shape:SIM shape:SNŝ shape:Sdq shape:Spt shape:UPd
+0.17 shape:Udg shape:Ut$ shape:Uy shape:WR shape:^F shape:^IL shape:^Od shape:^b shape:^d shape:^vï
+0.17 shape:^ït shape:cw shape:dIv shape:dtm shape:gan shape:gm shape:gz shape:gä shape:iq shape:q,
+0.17 shape:tga shape:tv, shape:tyN shape:v:I shape:vPG shape:vV shape:wa shape:ëc shape:ï:
+0.17 shape:ïMd shape:ïtM shape:ŝnG shape:ŝtP word:adapter word:can't word:counter word:customs
+0.17 word:eager word:k word:let word:maps word:mg word:migration word:pinned word:quay word:row
+0.17 word:serves word:speed word:tok word:tokenizer word:tooling word:under word:very word:within
+0.17 words:,␣is words:I␣build words:I␣that words:N␣% words:N␣mg words:N␣min words:N␣t words:^␣half
+0.17 words:for␣the words:is␣N words:nobody␣has words:nothing␣else words:rated␣for words:the␣driver
+0.17 words:tool␣calls words:we␣have words:°c␣$
+0.16 shape:%2t shape:,IS shape:,Md shape:,Pd shape:,Sd shape:,bt shape:,cw shape:/ shape::d
+0.16 shape::dI shape:G1 shape:Gg$ shape:IHa shape:MCd shape:Må shape:NT$ shape:NUS shape:Ndt
+0.16 shape:Nö shape:Pt, shape:T$ shape:Ucd shape:Yt shape:^dv shape:^åŝ shape:ct$ shape:dA
+0.16 shape:dYt shape:g,b shape:gSq shape:lc shape:ld shape:paë shape:tCN shape:tGv shape:tO
+0.16 shape:tŝŝ shape:yg$ shape:zt shape:äSd shape:ëyd shape:öR shape:ŝNU shape:ŝcM shape:ŝŝS
+0.16 shape:␣t␣ word:/ word:310 word:58 word:allows word:controller word:converter word:copy
+0.16 word:hold word:instead word:is word:million word:min word:more␣than word:ms word:one
+0.16 word:only␣with word:parser word:patients word:peak word:percent word:qualification
+0.16 word:release word:same word:scaling word:scheduler word:section word:step word:whether
+0.16 words:I␣attention words:N␣→ words:back␣$ words:instead␣of words:of␣which words:ones␣$
+0.16 words:own␣$ words:the␣draft
+0.15 shape:,SI shape:,bd shape:,gN shape:2dv shape:Bŝ shape:Cd shape:FC shape:I' shape:IIa shape:Ib
+0.15 shape:KgS shape:LI$ shape:Nld shape:P1t shape:PIG shape:Pdf shape:Pdä shape:Pŝ shape:SIP
+0.15 shape:U/U shape:WPd shape:Wdg shape:^L shape:^ïI shape:^ïS shape:bIŝ shape:dO shape:dgS
+0.15 shape:g,d shape:gMP shape:gR$ shape:gg2 shape:t: shape:tC shape:tNS shape:tRŝ shape:tS
+0.15 shape:tat shape:ttg shape:tït shape:vI shape:yIa shape:ëS shape:ïPd shape:ïSd shape:ïa
+0.15 shape:öŝ$ shape:ŝLd shape:ŝMN shape:␣M word:$ word:256 word:44 word:700 word:across
+0.15 word:boards word:caps word:counts word:demands word:dies word:district word:draining
+0.15 word:during word:each␣other word:flash word:g word:gemm word:insurer word:kg word:matmul
+0.15 word:not␣exist word:number word:opens word:other word:pipeline word:queue word:shelf
+0.15 word:temperature word:units words:,␣our words:I␣' words:N␣gb words:N␣s words:N␣tokens
+0.15 words:build␣of words:costs␣N words:exists␣$ words:has␣N words:have␣a words:is␣I words:not␣a
+0.15 words:not␣been words:stops␣at words:year␣$
+0.14 shape:+ shape:+I shape:,dg shape:-N shape:2Iŝ shape:2Ng shape:2dï shape:BS shape:IN shape:IaM
+0.14 shape:N2 shape:NSI shape:Në shape:QI shape:RyI shape:S1 shape:SA shape:SBS shape:SI, shape:Sd
+0.14 shape:UP shape:US shape:^GS shape:^P shape:^dR shape:dIg shape:dft shape:dtu shape:dtå
+0.14 shape:ft shape:g,p shape:gaë shape:gyg shape:hk shape:pdt shape:qI shape:t/ shape:tcŝ
+0.14 shape:tg$ shape:ttc shape:tyt shape:tŝS shape:tŝa shape:vd shape:yt shape:äG shape:ät
+0.14 shape:åR$ shape:ëg$ shape:ëŝa shape:ïdI shape:ötS shape:öŝt shape:ŝSN shape:ŝtN shape:ŝu
+0.14 word:+ word:0.4 word:0.8 word:88 word:9 word:approval word:default word:exposes word:gpu
+0.14 word:here word:kills word:lacks word:loses word:module word:mps word:nightly word:pairs
+0.14 word:pump word:range word:remote word:sinks word:sram word:vs words:$␣K words:+␣I words:-␣N
+0.14 words:I␣N words:I␣cannot words:I␣head words:I␣heads words:are␣the words:first␣$ words:in␣Y
+0.14 words:of␣the words:only␣I words:rather␣than words:s␣$ words:the␣engine words:the␣only
+0.14 words:tokens␣$ words:tok␣/ words:with␣its
+0.13 shape:,$ shape:,cp shape:D2 shape:I+ shape:IIS shape:IRŝ shape:Kŝ shape:Lë shape:MŝS shape:NUP
+0.13 shape:Pdë shape:SId shape:SNg shape:Sdë shape:SgP shape:^B shape:aL shape:at shape:avv
+0.13 shape:cM shape:d1 shape:dRy shape:dtF shape:gSå shape:i shape:ng shape:qgS shape:sk shape:taW
+0.13 shape:tgP shape:tpM shape:tå shape:tŝy shape:y shape:åtŝ shape:ët$ word:190 word:32 word:85
+0.13 word:buyers word:customer word:dry word:film word:for word:instruction word:l word:results
+0.13 word:scanner word:seed word:sessions word:signed word:socket word:takes word:tenant word:test
+0.13 words:%␣in words:I␣+ words:N␣kv words:^␣B words:for␣each words:more␣than␣N words:since␣the
+0.13 words:the␣second
+0.12 shape:,PN shape:2IS shape:2ë shape:B$ shape:I: shape:I=N shape:IFS shape:LdI shape:M$K
+0.12 shape:MO shape:Mdg shape:ON shape:Oŝ shape:PI$ shape:PNS shape:R: shape:SŝC shape:U2t shape:W$
+0.12 shape:^IM shape:^Pd shape:^dï shape:^ý shape:aWP shape:bdH shape:dIG shape:gMS shape:nP
+0.12 shape:pG shape:t2 shape:tŝn shape:tŝz shape:ï shape:öŝS shape:ŝ,t word:activations word:before
+0.12 word:bridge word:drafts word:encoder word:four word:goes word:half word:interlocking
+0.12 word:knows word:lithium word:made word:mask word:nodes word:passes word:robot word:store
+0.12 word:time word:wafer words:>␣N words:B␣$ words:I␣: words:I␣only words:K␣model words:a␣second
+0.12 words:below␣N words:grid␣code words:our␣I words:token␣$ words:to␣I
+0.11 shape:% shape:2dq shape:I2 shape:IcI shape:MP$ shape:N%, shape:N-N shape:NX shape:PI shape:Svg
+0.11 shape:UM shape:Xd shape:^IW shape:^tä shape:^ŝ shape:anM shape:aë, shape:dåM shape:gg$
+0.11 shape:gö shape:id shape:mt shape:nG shape:t= shape:tIŝ shape:tNU shape:tRS shape:yN$ shape:yp
+0.11 shape:yv shape:ëH shape:ëdt shape:ëg shape:ëtM shape:öa shape:ŝMd shape:ŝë word:16 word:512
+0.11 word:61 word:64 word:an word:go word:grid word:mb word:path word:requests word:target
+0.11 word:zero words:I␣) words:I␣are words:I␣of words:I␣to words:N␣mb words:N␣x words:^␣no
+0.11 words:not␣$
+0.10 shape:,pa shape:,pd shape:1tS shape:2II shape:GM shape:GPS shape:I, shape:IgP shape:Ië
+0.10 shape:N- shape:NSN shape:NUM shape:P2 shape:Pdg shape:PtM shape:PtP shape:SdM shape:USd
+0.10 shape:^gg shape:gN shape:gq shape:pQ shape:qt shape:tL shape:tt2 shape:ydå shape:åŝa shape:ëtS
+0.10 shape:ŝ,b word:900 word:certificate word:fails word:fibre word:file word:kernel word:lock
+0.10 word:need word:out word:raises word:reference word:token word:turn words:,␣hence words:N␣-
+0.10 words:but␣the words:so␣a words:that␣the words:without␣a words:→␣N
+0.09 shape:,v shape:AI shape:At shape:CNŝ shape:Ft shape:G2 shape:GN shape:GPI shape:ItP shape:I␣
+0.09 shape:M2 shape:MPd shape:Ng$ shape:P1 shape:St, shape:^zt shape:az shape:bz shape:dKg
+0.09 shape:dtH shape:dŝ shape:gn shape:hN shape:nSd shape:tII shape:tŝM shape:vPg shape:vŝ$
+0.09 shape:ydt shape:ïM word:^ word:context word:idle word:its word:list word:nic word:split
+0.09 words:A␣I words:I␣, words:^␣draft words:a␣new words:batch␣N words:cannot␣be words:that␣I
+0.09 words:the␣router words:while␣the
+0.08 shape:%2g shape:FP shape:IgS shape:KU shape:Mö shape:R2 shape:S, shape:Sdŝ shape:aF shape:aëP
+0.08 shape:qH shape:taM shape:vt$ word:24 word:else word:mm word:mmlu word:night word:page
+0.08 words:%␣, words:N␣mm words:^␣nobody words:and␣no words:a␣third
+0.07 shape:,K shape:GC shape:GCN shape:Od shape:Rd shape:aNl shape:cŝ shape:dti shape:dŝ$ shape:t,N
+0.07 shape:tMI shape:ttM shape:ïI shape:ŝav shape:ŝtS shape:ŝy word:60 word:from word:neither
+0.07 word:run word:training words:,␣K words:,␣not words:the␣village
+0.06 shape:' shape:2I$ shape:Ld shape:P$ shape:Sdö shape:U/ shape:V$ shape:anë shape:bt shape:dRt
+0.06 shape:na shape:pSd shape:taG shape:ua word:' word:all word:it words:N␣us
+0.05 shape:CN% shape:ISN shape:cIŝ shape:dt2 shape:nS shape:t=N word:8 word:another word:costs
+0.05 word:of word:whose
+0.04 shape:2dN shape:Lï shape:^N shape:cgŝ shape:dK shape:dtN shape:naG shape:vŝ shape:ïŝ shape:ŝSI
+0.04 word:infrastructure words:^␣N
+0.03 shape:dd
+0.02 shape:P shape:dtP shape:dvt shape:ŝC word:firmware word:memory
+0.01 shape:Han shape:IY shape:MP shape:Pt$ shape:t,b words:I␣Y
-0.01 shape:^dI shape:cI shape:td shape:ty shape:ëp shape:ŝS word:on
-0.02 shape:, shape:H shape:PN% shape:gSI shape:l, shape:ëP word:beyond word:serving
-0.03 shape:MN% shape:dta shape:gP word:fp8 words:and␣N words:is␣the
-0.04 shape:,P shape:GSd shape:N: shape:Sdt shape:aQ shape:cG shape:cS shape:cv shape:d word:,
-0.04 words:N␣:
-0.05 shape:,d shape:/N shape:My shape:and shape:dII shape:g$ shape:ëŝ word:alone word:routing
-0.05 words:/␣N words:I␣and words:on␣the
-0.06 shape:,c shape:Gt$ shape:NH shape:adv shape:an shape:d$ shape:dRM shape:dt, shape:g2g shape:g:
-0.06 shape:tad shape:ëPd shape:ŝ: word:> word:be word:if word:in word:long words:is␣$
-0.07 shape:,Gd shape:2 shape:IP shape:Mp shape:Nl, shape:PH shape:R,c shape:dM shape:gGS shape:gï
-0.07 shape:t2I shape:tMd shape:tý shape:ïS shape:ŝG shape:ŝSt word:15 word:chip word:even word:pcie
-0.07 word:price word:w word:well words:first␣N words:under␣I words:with␣I
-0.08 shape:Itŝ shape:Pdt shape:Pp$ shape:Uŝ shape:a$ shape:aö shape:l2 shape:vb shape:vt, word:80
-0.08 word:fp4 word:hours word:says word:were word:°c words:Y␣and
-0.09 shape:%2d shape:,ï shape:Ha shape:P, shape:Pg shape:Sdv shape:Sg, shape:Sä shape:aN$ shape:dIt
-0.09 shape:dg$ shape:dgp shape:gc shape:gyd shape:pH shape:qg shape:sg shape:tPd shape:taN
-0.09 shape:ydg shape:ög$ word:2025 word:add word:could word:differ word:disaggregated word:legal
-0.09 words:and␣I words:on␣I words:the␣K
-0.10 shape:,cb shape:G shape:GQ shape:MSI shape:MgS shape:NU, shape:NUŝ shape:Nc shape:PSd shape:Rn
-0.10 shape:SdG shape:U/l shape:Yc shape:^dö shape:^pM shape:^ët shape:^ög shape:cp shape:dN%
-0.10 shape:gav shape:pd shape:tgy shape:tt, shape:v,c word:cases word:demand word:gpus word:iso
-0.10 word:layers word:problems word:put word:rail word:see word:sites word:tell word:then word:they
-0.10 word:used words:^␣i
-0.11 shape:,g, shape:/l shape:2p shape:I/ shape:I? shape:I?$ shape:IM$ shape:Iav shape:MG shape:Pv
-0.11 shape:Stc shape:^gŝ shape:^å shape:adM shape:at$ shape:cga shape:dW shape:dq shape:g2I
-0.11 shape:gG$ shape:gSN shape:gv shape:hp shape:pua shape:qp shape:tŝL shape:uP shape:vg2 shape:vï
-0.11 shape:åI shape:ëSI shape:ëSN shape:ï$ shape:ŝcd shape:␣ word:14 word:board word:really
-0.11 word:ships word:track words:I␣/ words:I␣? words:N␣bits words:^␣intel words:^␣sparse words:gb␣$
-0.11 words:have␣been
-0.12 shape:,cH shape:2ö shape:GS shape:H,N shape:Hn shape:ISd shape:IŝM shape:Nl2 shape:N␣$
-0.12 shape:V2 shape:^åt shape:^ŝt shape:av$ shape:cQ shape:dgH shape:dh shape:dtc shape:dåg
-0.12 shape:g,N shape:gg, shape:p, shape:s, shape:t,g shape:tMt shape:taS shape:vz shape:w$
-0.12 shape:yp$ shape:ŝ? shape:ŝ?$ shape:ŝF word:aren't word:compute word:faster word:hand word:mw
-0.12 word:pumps word:smaller word:tend word:times word:traffic words:N␣hours words:N␣mw words:at␣I
-0.12 words:tend␣to words:them␣$ words:to␣be words:up␣to␣N
-0.13 shape:,A shape:,M shape:,bg shape:,cï shape:,ö shape:2IY shape:Ig, shape:MQ shape:Mc shape:Mq
-0.13 shape:N,N shape:No shape:Pgc shape:Rp shape:SCN shape:SNt shape:Stŝ shape:YS shape:^Hg
-0.13 shape:aaG shape:as shape:cdM shape:cý shape:dtW shape:g? shape:g?$ shape:gPŝ shape:gSp
-0.13 shape:gad shape:gct shape:gga shape:mM shape:qM shape:qq$ shape:tGP shape:tg, shape:vq$
-0.13 shape:ydI shape:ydq shape:åg shape:ëý shape:ŝ,ŝ shape:ŝyŝ word:accelerator word:art
-0.13 word:brings word:built word:day word:generation word:got word:handful word:int8 word:length
-0.13 word:life word:p99 word:promise word:record word:unless word:whatever word:× words:,␣A
-0.13 words:,␣at words:/␣s words:N␣to words:a␣handful words:handful␣of words:if␣the words:there␣$
-0.14 shape::t shape:N/N shape:NPN shape:PIY shape:PM shape:Qg shape:Sdï shape:U,d shape:Uc shape:Vg
-0.14 shape:^IP shape:^IY shape:^g shape:^tG shape:^ud shape:ab shape:anb shape:bdg shape:cN%
-0.14 shape:dNt shape:gŝd shape:ndt shape:nq shape:pg$ shape:qg2 shape:r:t shape:tGd shape:tSg
-0.14 shape:uaë shape:vv$ shape:wM shape:ïP shape:ïSN shape:ýSd shape:ŝV shape:ŝan shape:␣G
-0.14 word:1,000 word:battery word:business word:control word:expensive word:harder word:into
-0.14 word:isn't word:liquid word:moves word:network word:noise word:numbers word:pays word:rank
-0.14 word:route word:story word:teams words:,␣with words:I␣or words:^␣see words:^␣this
-0.14 words:fused␣I words:in␣one words:is␣no words:not␣always words:not␣yet words:their␣own
-0.14 words:too␣many
-0.15 shape:,Sq shape:,dv shape:/t shape:12d shape:2g$ shape::v shape:GPP shape:Gdv shape:GýS
-0.15 shape:Hv shape:Icd shape:Idt shape:MPa shape:NUc shape:Ntŝ shape:PCN shape:PNŝ shape:Pg$
-0.15 shape:Ra shape:^j shape:^nd shape:^q2 shape:^t, shape:^äg shape:^öï shape:aëv shape:cb
-0.15 shape:dE shape:dNX shape:dëg shape:gMg shape:gpŝ shape:g␣I shape:nGt shape:p shape:q2d
-0.15 shape:taa shape:tdŝ shape:th shape:tïa shape:tŝë shape:ud shape:va shape:vgy shape:vŝ,
-0.15 shape:wg shape:ågS shape:ëtŝ shape:öt$ shape:öå shape:ŝSë shape:ŝt, word:) word:27 word:50
-0.15 word:7 word:adaptive word:budgets word:dense word:dispatch word:ever word:fall word:figures
-0.15 word:great word:name word:place word:seldom word:sense word:sheet word:supply word:them
-0.15 word:trial word:water words:I␣at words:I␣cards words:N␣or words:N␣points words:in␣many
-0.15 words:it␣, words:tokens␣per words:years␣,
-0.16 shape:,ct shape:,t$ shape:2gg shape:2ä shape::ŝ shape:CI shape:E shape:GPG shape:I,N shape:Iå
-0.16 shape:MI$ shape:MdN shape:PIc shape:Ph shape:Sqŝ shape:Wg shape:Y: shape:^Gd shape:aPd
-0.16 shape:avg shape:cH shape:dHS shape:dIŝ shape:dgy shape:dqq shape:gY shape:h$ shape:h,
-0.16 shape:nGy shape:qw shape:t,M shape:tgg shape:tŝc shape:tŝt shape:ë$ shape:ŝ␣ word:405b
-0.16 word:a␣lot word:b300 word:balance word:being word:could␣be word:done word:expect word:freight
-0.16 word:hydrogen word:just word:kv word:nobody word:papers word:racks word:roce word:security
-0.16 word:silicon word:slowly word:somebody word:tested word:was words:I␣driver words:I␣will
-0.16 words:Y␣: words:Y␣is words:^␣an words:^␣between words:^␣cold words:between␣I words:cache␣is
-0.16 words:out␣of␣N words:people␣who words:the␣fused words:the␣way words:°c␣,
-0.17 shape:1M shape:2Q shape:I,c shape:IPI shape:ItS shape:IäS shape:M: shape:NX$ shape:Ptt
-0.17 shape:Pw shape:RMN shape:SC shape:SP shape:SdR shape:Sp$ shape:^CN shape:^IS shape:^pF
-0.17 shape:aGy shape:aMy shape:azg shape:bý shape:cIY shape:cN, shape:dHG shape:dI2 shape:dRG
-0.17 shape:ddg shape:gSg shape:qm shape:tMp shape:tt/ shape:tïS shape:waG shape:ŝa shape:ŝaG
-0.17 word:600 word:autonomous word:become word:been word:capture word:chain word:coverage
-0.17 word:every word:had word:hybrid word:i'd word:little word:many word:missing word:month
-0.17 word:ran word:reasons word:reward word:tail word:tops word:tp8 word:turbines word:variable
-0.17 word:who words:^␣with words:all␣the words:as␣a words:at␣least␣N words:a␣N words:is␣still
-0.17 words:models␣$ words:on␣N words:should␣be words:that␣one words:that␣our words:there␣are
-0.17 words:the␣museum
-0.18 shape:,I: shape:,ca shape:,dM shape:,tc shape::M shape:Aŝ shape:G,b shape:Haë shape:I:d
-0.18 shape:IYa shape:Iat shape:Itn shape:MH shape:Ng, shape:N␣ shape:OdI shape:RH shape:R␣ shape:SM
-0.18 shape:SMg shape:StS shape:Såg shape:Sëŝ shape:Ya shape:^H shape:^II shape:^Iå shape:^dq
-0.18 shape:^gS shape:^tå shape:^äŝ shape:^ëI shape:^öt shape:adö shape:aö, shape:aýë shape:ctg
-0.18 shape:dHP shape:dgP shape:g shape:g2t shape:gG shape:gPg shape:gQ shape:gS shape:ig shape:nMt
-0.18 shape:nv$ shape:pp shape:pï shape:pý shape:r:M shape:t/t shape:tk shape:tyg shape:täŝ
-0.18 shape:t␣t shape:yå shape:ä2 shape:ëPq shape:ög shape:öïS shape:ŝ,g shape:ŝdv word:anybody
-0.18 word:a␣bit word:bad word:concern word:everywhere word:feels word:gets word:int4 word:label
-0.18 word:networks word:packaging word:point word:sometimes word:tight word:up word:v word:variants
-0.18 word:working words:,␣even words:N␣people words:^␣is words:^␣model words:all␣$
-0.18 words:as␣soon␣as␣the words:because␣the words:day␣, words:is␣missing words:that␣are
-0.18 words:took␣N words:until␣it words:waiting␣for
-0.19 shape:,cg shape:,dö shape:,ëS shape:1tg shape:Gi shape:IRn shape:Nq shape:PIa shape:Pp
-0.19 shape:Qp shape:StM shape:SåI shape:X$ shape:X, shape:^dN shape:^qR shape:^ŝa shape:aP shape:cq
-0.19 shape:ct shape:dV shape:db shape:g,S shape:gaö shape:gcM shape:ipG shape:n$ shape:q$ shape:qd
-0.19 shape:t,C shape:tIG shape:vav shape:vn shape:wt shape:zvg shape:åï shape:ýt shape:ŝ,N
-0.19 shape:ŝaa shape:→I word:3 word:3rd word:anyone word:banks word:deserve word:europe word:fast
-0.19 word:give word:hangs word:headache word:hides word:immersion word:industry word:keep
-0.19 word:makes word:opinions word:packages word:spring word:such word:wafers words:N␣v words:^␣our
-0.19 words:load␣$ words:quarter␣$ words:the␣one words:years␣$
-0.20 shape:,Nt shape:,R shape:,SN shape:,dt shape:,dä shape:2NI shape:CNl shape:GPö shape:Gdŝ
-0.20 shape:HG$ shape:Hg$ shape:IgM shape:IŝL shape:MIy shape:Mdq shape:Qw shape:RN$ shape:RaL
-0.20 shape:Sqg shape:Sŝ shape:UcN shape:VSd shape:Wp shape:Y2 shape:^tY shape:aý shape:dIa
-0.20 shape:gPp shape:gty shape:p1 shape:pdI shape:q: shape:tH, shape:tgI shape:ttï shape:tŝC
-0.20 shape:vM shape:vc shape:vë shape:wN shape:yIŝ shape:zv shape:ŝ2N shape:ŝi shape:␣g word:1.4
-0.20 word:2022 word:adds word:arm word:blackwell word:call word:conditions word:customers
-0.20 word:depth word:everyone word:extent word:features word:gpqa word:heavy word:held word:helps
-0.20 word:hope word:i word:intel word:know word:less word:marking word:meh word:paged word:please
-0.20 word:reached word:salt word:simply word:substrates word:surprise word:tp4 words:,␣no
-0.20 words:,␣to words:I␣on words:Y␣of words:^␣expert words:faster␣than words:has␣been
-0.20 words:it␣should words:month␣$ words:since␣Y words:size␣N words:the␣cost words:time␣$
-0.20 words:wants␣to words:week␣$ words:what␣it
-0.21 shape:,Cd shape:,tN shape:2dM shape:Fŝ shape:Gö shape:HL shape:I,G shape:Mg, shape:N:N
-0.21 shape:NP shape:NSd shape:PGS shape:PdN shape:RI shape:Rna shape:SRN shape:SdA shape:Sv
-0.21 shape:Sët shape:Yŝ shape:^Ië shape:^Md shape:^m shape:^n shape:dI, shape:g,G shape:g,I
-0.21 shape:mG shape:nMq shape:pMN shape:pSI shape:pu$ shape:pv shape:tt$ shape:uG shape:vG$
-0.21 shape:vPt shape:vaë shape:yN2 shape:åŝM shape:öŝa shape:ŝSå word:120 word:63 word:app word:b4
-0.21 word:becomes word:buy word:cost word:designed word:efficiency word:everybody word:methane
-0.21 word:mind word:past word:this word:throughput word:ul word:unit words:back␣by words:can't␣be
-0.21 words:in␣ways words:minutes␣, words:months␣$ words:the␣methane words:the␣room words:to␣serve
-0.21 words:when␣it
-0.22 shape:,C shape:,I␣ shape:2dR shape:Ag, shape:Cdq shape:Fv shape:GN% shape:Gc shape:HPd
-0.22 shape:IŝP shape:Ldv shape:NŝL shape:PC shape:PN$ shape:PW shape:Qŝ shape:Ryp shape:Sg2
-0.22 shape:^gN shape:^ë shape:d, shape:dHp shape:g2d shape:gH shape:gSt shape:nV shape:nb shape:pn
-0.22 shape:qc shape:tHP shape:tcd shape:tgp shape:vPd shape:wG shape:yq shape:äŝ shape:åtM
-0.22 shape:ëŝS shape:ŝcŝ shape:␣a word:800 word:advanced word:among word:back word:box word:called
-0.22 word:chat word:dairy word:few word:forty word:hoped word:issues word:kernels word:layer
-0.22 word:love word:market word:moment word:moving word:node word:quite word:reading word:warm
-0.22 word:ways words:I␣as␣soon␣as words:^␣give words:and␣then words:beyond␣N words:can␣be
-0.22 words:end␣of words:most␣of words:on␣an words:the␣bus words:weeks␣,
-0.23 shape:,PI shape:G$ shape:G2d shape:GPN shape:IMd shape:NI shape:RS shape:SgN shape:U,N
-0.23 shape:^PN shape:^q shape:avt shape:cvv shape:dN shape:dqN shape:gMd shape:hP shape:nëP
-0.23 shape:pa$ shape:u$ shape:vä shape:vŝa shape:wm shape:x$ word:absent word:act word:allocator
-0.23 word:awq word:care word:contact word:eagle word:engineers word:european word:field word:human
-0.23 word:llm word:minus word:nvidia word:scan word:something word:tanks word:tuning word:waits
-0.23 word:worse words:I␣by words:I␣eviction words:N␣I words:^␣don't words:and␣Y words:ask␣I
-0.23 words:a␣certain words:a␣few words:a␣good words:before␣I
-0.24 shape:,gc shape:,pV shape:,ŝ shape:1G shape:2M shape:2g shape:2v shape:Gw shape:Gz$ shape:IMg
-0.24 shape:IïS shape:Myt shape:N, shape:NIG shape:NZP shape:Ptd shape:Rad shape:SIS shape:SIg
-0.24 shape:SNl shape:ZP shape:^IR shape:^Nt shape:^R shape:aaS shape:aŝ shape:bg shape:cm shape:ctM
-0.24 shape:gë shape:qN shape:ttd shape:vP shape:äŝd shape:ëgn shape:ëtc shape:ëŝ, word:100 word:90
-0.24 word:article word:as␣soon␣as word:beats word:c word:centre word:cooling word:fun word:hard
-0.24 word:hardly word:june word:machines word:much word:often word:open-source word:others
-0.24 word:pain word:pins word:sounds word:talk word:tb word:tco word:took words:N␣, words:N␣tb
-0.24 words:^␣to words:at␣a words:by␣a words:from␣a words:hybrid␣bonding words:over␣N words:room␣for
-0.24 words:some␣of words:sparse␣attention words:the␣time words:todo␣: words:worse␣than
-0.24 words:would␣like
-0.25 shape:Gq shape:IOd shape:IPt shape:IRS shape:Stt shape:^GN shape:^Q shape:cY shape:cä
-0.25 shape:dgL shape:gŝc shape:l? shape:l?$ shape:nV$ shape:nW shape:o shape:pV shape:pdg shape:tw
-0.25 shape:vp shape:waS shape:yt, shape:yï shape:ä$ shape:äŝa shape:ë, shape:ëR word:4.6 word:40
-0.25 word:belt word:drift word:end word:figure word:instructions word:january word:licences
-0.25 word:maturity word:museum word:progress word:project word:real word:these word:v0.9
-0.25 words:%␣slower words:I␣> words:^␣check words:^␣reminder words:by␣up␣to words:do␣$ words:no␣$
-0.25 words:other␣N words:talk␣about words:the␣last words:timber␣above
-0.26 shape:,N shape:2vg shape:I,I shape:Mdä shape:PN2 shape:Së shape:WW shape:^M shape:^t:
-0.26 shape:^tN shape:^ïR shape:cd shape:cz shape:gv$ shape:ny shape:pan shape:pu shape:t? shape:t?$
-0.26 shape:tSq shape:ttC shape:v,b shape:vq shape:zg shape:äS shape:ï, shape:ý$ shape:ýë$ shape:ŝdg
-0.26 word:17 word:2019 word:agreed word:are word:arguments word:blocked word:bodies word:do
-0.26 word:enough word:gauges word:measure word:most word:parts word:procurement word:raise
-0.26 word:report word:standards word:waiting word:way words:,␣N words::␣$ words:offload␣to
-0.27 shape:,H shape:,zg shape:Gv shape:Gv$ shape:Iad shape:L2 shape:MPS shape:^då shape:bq
-0.27 shape:dI$ shape:j shape:ph shape:qa shape:tgS shape:tïM shape:vG shape:yŝS shape:äan shape:ŝty
-0.27 word:bar word:buildings word:developers word:have word:ideal word:meet word:since word:timber
-0.27 word:todo word:torque word:tried word:years words:N␣years words:^␣every words:^␣some
-0.27 words:^␣that words:^␣todo words:are␣N words:in␣a words:kernels␣that words:lack␣of words:our␣A
-0.27 words:our␣customers words:the␣kernel
-0.28 shape:Gp shape:H$ shape:Iŝc shape:Nŝ, shape:Odt shape:Pdå shape:QM shape:Rä shape:SdN shape:Z
-0.28 shape:g,g shape:nGS shape:pO shape:s$ shape:t, shape:t:d shape:tPI shape:tpg shape:tyd
-0.28 shape:vgS shape:ï2 shape:ŝL shape:ŝPP shape:ŝm word:feed word:fp6 word:friends word:fused
-0.28 word:gb300 word:libraries word:questions word:remains word:slo word:trust word:won
-0.29 shape:,cv shape:,g shape:,t, shape:Pg, shape:SNU shape:Sgc shape:dGP shape:dq$ shape:gCN
-0.29 shape:ntP shape:pW shape:tdI shape:ëyï shape:ýS shape:ŝSŝ shape:ŝad word:2.0 word:2023
-0.29 word:2024 word:6 word:alternative word:champion word:cpu word:discussed word:forget
-0.29 word:kv-cache word:might word:operator word:re word:too words:a␣champion words:did␣not
-0.29 words:is␣not words:the␣I words:the␣other
-0.30 shape:! shape:!$ shape:,h shape:,ŝc shape:G, shape:Gpd shape:SN: shape:Y, shape:^tR shape:^tg
-0.30 shape:^ä shape:dNI shape:dt$ shape:dtw shape:ndv shape:vt2 word:! word:accelerators
-0.30 word:always word:cold word:debate word:did word:experience word:largest word:later word:looked
-0.30 word:projects word:that word:trusted words:!␣$ words:,␣or words:I␣is words:Y␣, words:and␣a
-0.30 words:by␣N words:of␣a words:up␣in
-0.31 shape:,IY shape:,Ng shape:Gdg shape:Lvg shape:Mŝ$ shape:Rc shape:SIt shape:SR shape:Y
-0.31 shape:^p1 shape:^pW shape:^u shape:aO shape:cI, shape:cSI shape:cg shape:dg2 shape:gyå
-0.31 shape:qSd shape:ëPN word:at␣least word:boxes word:comes word:easier word:latency word:npu
-0.31 word:npus word:tensorrt-llm word:to word:use word:where words:N␣out␣of words:about␣the
-0.31 words:for␣itself
-0.32 shape:,I shape:,t shape:,z shape:,ý shape:1S shape:Iï shape:J shape:MNŝ shape:Mdt shape:Y%
-0.32 shape:^G shape:^dY shape:^p shape:^r: shape:^s shape:^ö shape:ag shape:dNl shape:pŝ shape:r:
-0.32 shape:t,G word:community word:free word:habit word:late word:likes word:quantisation
-0.32 word:rerun word:up␣to word:vary words:,␣as words:Y␣% words:a␣number words:is␣a words:is␣only
-0.32 words:this␣$ words:waits␣for
-0.33 shape:CN2 shape:NŝP shape:^MN shape:anv shape:dg shape:dŝG shape:ttŝ shape:x shape:äa shape:ëv
-0.33 shape:ŝ,I word:30 word:cells word:form word:long-context word:patience word:reminder
-0.33 word:sections words:and␣its words:for␣a words:the␣field
-0.34 shape:H, shape:Mg$ shape:SIï shape:SNT shape:bv shape:dgG shape:qR shape:qq shape:vv shape:åSI
-0.34 shape:ŝMP word:12 word:400 word:45 word:99 word:ai word:favour word:find word:fix word:hidden
-0.34 word:more
-0.35 shape:,I, shape:,Nŝ shape:GP shape:Gë shape:Gý shape:NZ shape:Pa shape:aSN shape:ctd shape:gvP
-0.35 shape:tPt shape:äad word:home word:linux word:me word:offload word:right word:serve
-0.35 word:thinking word:weather word:week words:^␣does words:don't␣forget
-0.36 shape:BI shape:NI$ shape:dty shape:gC shape:gat shape:s: shape:t,d shape:öy shape:ýG
-0.36 word:everything words:,␣a words:B␣I
-0.37 shape::td shape:IY, shape:PS shape:Pt: shape:Sŝ$ shape:^I, shape:adt shape:cdŝ shape:f$
-0.37 shape:g:I shape:g␣ shape:idI shape:ä, shape:ö, shape:ýë word:data word:why words:needs␣a
-0.38 shape:Lv shape:N,c shape:Rav shape:^Ig shape:pz shape:q2 shape:vgP shape:␣N word:and
-0.38 word:itself word:now word:yet words:(␣N words:or␣N words:the␣N
-0.39 shape:N%t shape:SNI shape:^a shape:^tS shape:tN, word:20 word:lack word:want
-0.40 shape:%s shape:GR shape:HG shape:Mv shape:N%s shape:PdR shape:Pï shape:ga shape:gyI word:h100
-0.40 word:language words:,␣while words:I␣inference
-0.41 shape:2NU shape:GdI shape:HS shape:Hp word:anything word:moe word:thing words:are␣a
-0.41 words:the␣right
-0.42 shape:dR$ shape:döy shape:tŝ$ shape:ýP word:formats words:on␣a
-0.43 shape:,NU shape:Gy word:b200 word:cuda word:last word:march word:what words:,␣I words:I␣cache
-0.43 words:elsewhere␣$ words:of␣them
-0.44 shape:LH shape:Mg shape:Myd shape:Svŝ shape:dvg shape:g2 shape:å, shape:åŝS word:my
-0.44 word:quality word:trade
-0.45 shape:R, shape:aS shape:ad shape:ip shape:qS shape:ö$ word:agents word:room
-0.46 shape:Sö shape:a shape:m shape:vg shape:ŝ, word:certain word:make word:mixed
-0.47 shape:,Ic shape:MdH shape:VS shape:adg word:don't word:team words:has␣its
-0.48 shape:Itc shape:M, shape:av shape:cN shape:nv word:better word:fonts word:problem word:things
-0.48 words:N␣)
-0.49 shape:nd word:inference word:their words:one␣would words:was␣not
-0.50 shape:gt$ shape:w word:with
-0.51 shape:%t shape:,S shape:Gtŝ shape:HSd shape:dtS words:last␣N
-0.52 shape:aa shape:v$ shape:yŝ word:10 word:ask word:check words:,␣from
-0.53 shape:,å word:feel
-0.54 shape:1u shape:åS word:4
-0.55 shape:Sg word:you
-0.56 shape:gy
-0.57 shape:IŝS
-0.58 shape:HP words:with␣N
-0.59 shape:,ë word:should
-0.60 shape:2dg shape:h
-0.61 shape:Sq word:5 word:about word:elsewhere
-0.66 shape:^r shape:dMN shape:r shape:ŝc word:2
-0.67 shape:gp
-0.69 shape:ý word:will
-0.70 shape:V word:operators
-0.71 shape:g, word:would word:your
-0.74 shape:s
-0.75 shape:W, shape:c word:people
-0.76 shape:v
-0.80 word:good
-0.82 shape:u
-0.83 shape:Q
-0.87 word:1
-0.90 word:like
-0.98 shape:,G word:or
-1.00 word:some
-1.07 shape:? shape:?$ word:? words:?␣$
-1.15 shape:q
-1.71 frame:verbless
-3.39 frame:pointed"""
