"""What each pattern adds to the log-odds that a statement is specific, in falling order.

`word:` is a word, `words:` two in a row with ␣ between them, `shape:` one to three roles in a
row; see `patterns`. Written by `python -m bench.train_specificity --write`.
"""

from typing import Final

BIAS: Final = -3.90
TABLE: Final = """\
+2.18 shape:W
+1.28 shape:L
+1.17 shape:O
+1.10 shape:F shape:z
+1.05 shape:B
+1.02 shape:I
+1.01 word:has␣no
+0.98 word:must
+0.97 shape:R
+0.94 word:no
+0.87 shape:K shape:dI shape:å
+0.84 shape:Nl
+0.82 word:full
+0.80 shape:IL shape:tM
+0.79 shape:ŝd
+0.78 shape:tt
+0.77 shape:nt
+0.76 shape:aë
+0.75 shape:tW
+0.73 shape:l$ word:after
+0.72 shape:dï
+0.71 word:new word:off
+0.69 shape:MN shape:bI shape:ttt
+0.68 word:each
+0.67 word:wrong
+0.66 shape:U shape:tG word:returns
+0.65 shape::N shape:ë word:the words::␣N
+0.63 shape:N$
+0.62 shape:NT shape:PN shape:T shape:tN shape:tR
+0.61 shape:M shape:N shape:l shape:ä shape:ŝ
+0.60 word:tool
+0.58 shape:IW shape:Iv shape:RF shape:taë shape:tn words:N␣$
+0.57 word:key word:ones word:weights
+0.56 shape:NS shape:U$ shape:gMN shape:në word:open word:order
+0.55 shape:1 shape:A shape:C shape:It shape:LI shape:WI word:come word:two
+0.54 shape:MI shape:tŝ word:start words:,␣so
+0.53 shape:MM shape:tŝP shape:ëSd word:permit word:scales
+0.52 shape:0 shape::I shape:D shape:FS shape:Ig shape:Nŝa shape:t$ shape:tI words::␣I
+0.52 words:a␣single
+0.51 shape:1t shape:df shape:nGP shape:tg shape:ö word:has words:in␣I
+0.50 shape:Gdt shape:dNŝ shape:tGt shape:të shape:ëd shape:öt shape:ŝz word:maker word:shapes
+0.50 words:I␣returns words:a␣I words:order␣$ words:scales␣$
+0.49 shape:IMN shape:Nt shape:dtt word:line words:,␣and
+0.48 shape:^tI shape:gt shape:ŝdt word:experts word:seems word:shared
+0.47 shape:CN shape:Rŝ shape:^N2 shape:it shape:tF shape:tdt word:licence word:stop words:^␣the
+0.47 words:it␣is
+0.46 shape:GPd shape:S$ shape:SNP shape:aN shape:aW shape:tv word:asks word:budget word:doesn't
+0.46 word:keeps word:rows words:I␣with words:N␣on words:the␣new
+0.45 shape:tt: shape:tö shape:öS shape:ŝN word:multiple words:N␣of words:in␣N words:size␣$
+0.44 shape:IG shape:Int shape:MN$ shape:pa shape:tä shape:å$ shape:ëŝ$ word:mig word:nothing
+0.44 words:and␣we words:asks␣for
+0.43 shape:Lt shape:NU$ shape:Nl$ shape:^I shape:dR shape:dtŝ shape:dä shape:gŝ, shape:t2d shape:ït
+0.43 word:host word:output word:result words:^␣I
+0.42 shape:^O shape:^h shape:^t shape:dtö shape:gF shape:zq shape:ŝŝ shape:→ word:rate word:replica
+0.42 words:of␣N
+0.41 shape:,b shape:Ga shape:I$ shape:Pt shape:PtS shape:SI$ shape:Sdg shape:^pa shape:adR
+0.41 shape:dHt shape:dIR shape:gv, shape:nM shape:pt word:against word:only word:set words:I␣$
+0.40 shape:,p shape:1H shape:GI shape:PNU shape:SNX shape:^i shape:^tt shape:gN% shape:kN shape:åV
+0.40 shape:åg$ shape:ŝdI shape:→t word:bias word:carries word:fp16 word:supplier words:day␣$
+0.40 words:than␣N words:the␣A
+0.39 shape:0t shape:1$ shape:2dt shape:CK shape:NU shape:RP shape:SŝS shape:aC shape:aG shape:dgt
+0.39 shape:då shape:v: shape:yd word:disaggregation word:expert word:interposer word:power
+0.39 word:process word:reads word:weight words:,␣the words:one␣$ words:there␣is words:under␣the
+0.38 shape:ItG shape:N%2 shape:Nv shape:Rv shape:Wd shape:^S shape:gdg shape:tIt shape:tMN shape:åM
+0.38 word:capacity word:die word:state words:,␣that words:N␣um words:out␣of␣the
+0.37 shape:,bI shape:2t shape::NU shape:Fi shape:IG$ shape:N% shape:St shape:dGg shape:dqt shape:gO
+0.37 shape:mn shape:tD shape:tIg shape:tP shape:tmn shape:äW word:below word:combined word:covers
+0.37 word:error word:first word:head word:keys word:library word:our word:published word:→
+0.37 words:N␣h words:every␣N words:needs␣N words:on␣B
+0.36 shape:,It shape:,cd shape::Nl shape:Gt shape:Hŝ shape:I,p shape:IM shape:M0 shape:NM shape:Nt$
+0.36 shape:P$K shape:Rt shape:Rv$ shape:U2 shape:Wŝ shape:df2 shape:dë shape:dïH shape:f2 shape:n
+0.36 shape:ŝGP word:lets word:policy word:positions word:sequence words:N␣( words:^␣we words:but␣I
+0.36 words:by␣the words:h␣$ words:key␣$ words:multiple␣of words:the␣old words:to␣N
+0.35 shape:2I shape:IyI shape:Mtg shape:^2 shape:tm shape:öŝ word:pilot word:switch word:type
+0.35 words:do␣not words:power␣$ words:switch␣$
+0.34 shape:$KS shape:LS shape:MdI shape:Mz shape:Pë shape:^w shape:cdt shape:dŝa shape:gPN
+0.34 shape:gaN shape:gŝ shape:nMI shape:ŝPN word:128 word:above word:camera word:drone word:ink
+0.34 word:may word:pass word:ragged word:silently word:stays word:variety word:we words:a␣multiple
+0.34 words:every␣I words:is␣impossible words:of␣I words:on␣$ words:over␣a words:the␣number
+0.34 words:which␣the words:with␣the
+0.33 shape:-NU shape:FiI shape:Hg shape:IV shape:In shape:Ip shape:ItN shape:NU2 shape:R$ shape:WG
+0.33 shape:aM shape:avP shape:dgg shape:dtM shape:f shape:tHŝ shape:tIa shape:tgG shape:ti shape:tu
+0.33 shape:tŝd shape:ut shape:äP shape:ŝ1 shape:ŝP shape:ŝp word:code word:cycles word:impossible
+0.33 word:loss word:model word:modules word:provider word:python word:qualified word:refuses
+0.33 word:released word:service word:therefore word:trace word:whole word:yield words:)␣$
+0.33 words:I␣kv words:and␣the words:does␣not words:kv␣$ words:the␣order
+0.32 shape:%$ shape:'t shape:IR$ shape:K$ shape:N␣t shape:OS shape:ZS shape:dët shape:ntS shape:t
+0.32 shape:tH word:11 word:19 word:accepted word:any word:both word:decoding word:embeddings
+0.32 word:ends word:gate word:inside word:outputs word:parallel word:prompts word:trained
+0.32 word:wheel words:I␣do words:I␣has␣no words:K␣$ words:the␣key
+0.31 shape:,Nv shape:/U shape:2N% shape:Gg shape:GtS shape:Ic shape:Iŝ$ shape:Iŝd shape:Mŝ
+0.31 shape:N%$ shape:Nd shape:PdI shape:StN shape:aG$ shape:anG shape:dG shape:dIä shape:dMt
+0.31 shape:dRP shape:dtä shape:gta shape:ly shape:t,I shape:tp shape:zö shape:äcv shape:ýŝ shape:ŝn
+0.31 word:active word:batch word:compiler word:connector word:embedding word:gives word:index
+0.31 word:lora word:return word:search word:share word:turbine words:,␣but words:^␣on
+0.31 words:third␣of words:will␣not
+0.30 shape:+N shape:/l$ shape:2dö shape:CNU shape:IR shape:Ig$ shape:I␣$ shape:K, shape:MNU
+0.30 shape:Pd shape:Pdv shape:aLS shape:b shape:f2d shape:g2N shape:tMy shape:tPN shape:ta$
+0.30 shape:tŝp shape:v, shape:ydN shape:åa shape:ëy shape:ŝMN shape:ŝg shape:ŝt word:41
+0.30 word:bandwidth word:build word:but word:came word:cards word:draft word:english word:gone
+0.30 word:h word:local word:models word:next word:replication word:resist word:scratch word:sells
+0.30 word:sglang word:short word:small word:spare words:+␣N words:I␣lacks words:K␣, words:above␣N
+0.30 words:caching␣and words:from␣scratch words:only␣$
+0.29 shape:$K shape:2d shape:Gtt shape:HaG shape:MNI shape:NG shape:NlS shape:Nly shape:Wdt
+0.29 shape:^0 shape:^It shape:^dä shape:^ga shape:^tv shape:aNU shape:döt shape:gW shape:nMd
+0.29 shape:nö shape:pI shape:skN shape:zI shape:äv shape:ïH shape:ŝ$ shape:ŝ,d shape:ŝaL
+0.29 word:approved word:base word:cannot word:client word:contract word:eight word:forbids
+0.29 word:prefix word:prompt word:rule word:runtime word:single word:sold word:substrate
+0.29 word:through word:unavailable word:wide words:I␣in words:attention␣$ words:at␣N words:is␣full
+0.29 words:no␣I words:takes␣N words:the␣card
+0.28 shape::tŝ shape:Fd shape:IRG shape:NXC shape:OSI shape:PPt shape:Pä shape:WP shape:XI shape:YG
+0.28 shape:^IG shape:^| shape:dtï shape:dåM shape:nIc shape:naë shape:tPŝ shape:ttS shape:tïc
+0.28 shape:v,N shape:v:d shape:| shape:|$ shape:ët shape:ŝ2d shape:ŝM shape:ŝua
+0.28 word:`cp.async.bulk` word:abf word:backend word:bearing word:checkpoints word:class word:core
+0.28 word:cutlass word:deployed word:eleven word:exists word:lose word:| words:%␣$ words:,␣about
+0.28 words:I␣prompts words:N␣months words:^␣| words:neither␣I words:on␣this words:the␣vendor
+0.28 words:|␣$
+0.27 shape:%P shape:,nd shape:2Nŝ shape:2dä shape:GN$ shape:Gz shape:IYG shape:ItR shape:LI,
+0.27 shape:Ldt shape:Löt shape:N%P shape:Nv$ shape:Nŝ shape:Sv$ shape:XC shape:^Iŝ shape:^wa
+0.27 shape:aCN shape:aI shape:g,c shape:g:N shape:ndq shape:pMI shape:qP shape:ttW shape:ttu
+0.27 shape:tvŝ word:@ word:adapters word:cell word:company word:coolant word:engine word:exclude
+0.27 word:l40s word:leaves word:low word:metal word:notimplementederror word:per word:plain
+0.27 word:rejects word:slot word:streaming word:tariff word:tokens word:ualink word:when
+0.27 word:writes words:^␣when words:from␣N words:needs␣I words:over␣I words:the␣weights
+0.27 words:until␣the
+0.26 shape:- shape:FI shape:IF shape:II shape:Iŝn shape:Lgy shape:MNl shape:Md shape:Mdö shape:Mqg
+0.26 shape:Nŝ$ shape:PdG shape:PtR shape:Ry shape:S shape:SB shape:SIY shape:U2d shape:Wä shape:aëd
+0.26 shape:cw shape:dtd shape:dåt shape:dö shape:gd shape:t,c shape:ttn shape:täG shape:äL shape:äM
+0.26 shape:åV$ shape:ëtt shape:ŝI shape:ŝaS shape:␣I␣ word:- word:access word:area word:drive
+0.26 word:gaudi word:heads word:job word:land word:large word:marks word:micron word:nics
+0.26 word:stops word:switches word:tolerates word:users word:which word:x words:I␣I words:N␣weeks
+0.26 words:all␣N words:is␣all words:loss␣of words:the␣interposer
+0.25 shape:%2 shape:%ä shape:,Q shape:2N shape:2Y shape:2dA shape:Ia shape:Iŝ shape:MI, shape:MPG
+0.25 shape:N%ä shape:RpM shape:SI shape:SdH shape:YG$ shape:^Sd shape:^ï shape:ant shape:dG,
+0.25 shape:dt shape:dtp shape:gR shape:gŝa shape:lyd shape:pR shape:pad shape:q,d shape:qtŝ
+0.25 shape:tLt shape:tq shape:ttI shape:yNl shape:ëG shape:ŝSd shape:ŝSg word:2028 word:212
+0.25 word:accredited word:bf16 word:cached word:implements word:request word:riser word:server
+0.25 word:stack word:static word:twice word:until word:word word:worker words:Y␣switch words:^␣of
+0.25 words:^␣there words:from␣I words:is␣disabled words:is␣slower words:is␣to words:of␣Y
+0.25 words:on␣all words:the␣maker words:the␣whole words:was␣never
+0.24 shape:,NX shape:0t$ shape:2g, shape:CNg shape:GL shape:Gm shape:HM shape:HW shape:ILg
+0.24 shape:IRM shape:IX shape:Kg shape:MSN shape:Mt shape:Mï shape:N,G shape:Qv shape:R2I shape:Ud
+0.24 shape:WM shape:Wt shape:ap shape:atS shape:bd shape:bn shape:cMp shape:czg shape:dgR shape:dtI
+0.24 shape:dtg shape:dtn shape:gaa shape:gdt shape:gz shape:mnt shape:tC shape:tMC shape:tïG
+0.24 shape:va1 shape:vt shape:zë shape:åG shape:öSd shape:ŝdŝ shape:ŝyd word:answer word:can
+0.24 word:change word:clusters word:dpu word:freezes word:hang word:kept word:lapses word:lift
+0.24 word:mix word:mlx word:mode word:multicast word:nowhere word:nvshmem word:only␣with
+0.24 word:optical word:over word:pp word:rccl word:reaches word:read word:shard word:someone
+0.24 word:tag word:transformer word:verification word:wafer-scale word:~ words:%␣on words:^␣under
+0.24 words:^␣weight words:after␣N words:a␣day words:cards␣$ words:plain␣decoding words:slower␣than
+0.24 words:to␣change
+0.23 shape:%, shape:'I shape:1ä shape::NT shape:G? shape:G?$ shape:MS shape:MyN shape:NIS shape:NUG
+0.23 shape:NUd shape:NlP shape:PgS shape:Ryd shape:Sp shape:UG shape:VP shape:dH shape:dIå
+0.23 shape:dq, shape:gNS shape:gg shape:lP shape:ntp shape:tCN shape:tSt shape:tgN shape:tid
+0.23 shape:ttP shape:tï shape:wd shape:yIY shape:äPd shape:åt shape:ïc shape:ŝ,S shape:ŝIŝ shape:ŝO
+0.23 shape:ŝpd shape:ŝs word:away word:beam word:combine word:eplb word:exactly word:excludes
+0.23 word:flakes word:helium word:is word:left word:lot word:package word:possible word:router
+0.23 word:signs word:stay word:task word:tile word:windows word:year words:%␣of words:'␣I
+0.23 words:I␣does words:I␣needs words:^␣it words:all␣that words:as␣long words:for␣all words:in␣that
+0.23 words:it␣$ words:lacks␣I words:long␣as words:more␣than␣one words:no␣other words:of␣its
+0.23 words:step␣$ words:that␣$ words:the␣same words:~␣N
+0.22 shape:,cw shape:1t, shape::1 shape:Bg shape:Cp$ shape:Gwd shape:HGd shape:IaL shape:Igd
+0.22 shape:Kg$ shape:Kv shape:LSI shape:Lt$ shape:MC shape:MdM shape:N2N shape:O$ shape:Pŝ
+0.22 shape:Rŝ$ shape:SgS shape:^dg shape:aGS shape:aN, shape:aS$ shape:aWS shape:aqP shape:atP
+0.22 shape:c0t shape:dR2 shape:dvI shape:gGN shape:gaG shape:gdï shape:tHM shape:tO shape:tSd
+0.22 shape:tct shape:tnM shape:tï$ shape:tŝG shape:v2d shape:zŝ shape:|I shape:ïg shape:ög,
+0.22 shape:ŝpP shape:ŝyI shape:␣$ shape:␣t word:132 word:25 word:a100 word:accept word:allocation
+0.22 word:as word:autoclave word:bit word:caching word:closes word:cows word:german word:image
+0.22 word:level word:loads word:main word:names word:ordinary word:overlap word:own word:pools
+0.22 word:rotor word:s word:sizes word:source word:substation word:told word:us word:vanish
+0.22 word:ward word:wet words::␣one words::␣pick words:I␣model words:^␣as words:^␣until
+0.22 words:about␣N words:in␣another words:in␣production words:memory␣$ words:nor␣I words:prefill␣$
+0.22 words:share␣a words:short␣of words:the␣lab words:the␣runtime words:|␣I
+0.21 shape:=N shape:CNŝ shape:FSN shape:GPM shape:Gï shape:I+I shape:I= shape:III shape:Iy
+0.21 shape:NT$ shape:Ov shape:PNg shape:SK shape:St$ shape:T$ shape:^2d shape:^tc shape:^va
+0.21 shape:cP shape:dIY shape:ddI shape:gpG shape:kï shape:nëy shape:p,b shape:q, shape:qG
+0.21 shape:tGI shape:tnë shape:tpŝ shape:t␣ shape:v,I shape:vQ shape:vgc shape:vyd shape:äN
+0.21 shape:ëIR word:71 word:a word:all-reduce word:arrive word:batched word:delivery word:drones
+0.21 word:has␣to word:l word:needed word:no␣one word:shards word:sign word:sram word:tower
+0.21 word:vendor words:,␣whatever words:=␣N words:I␣= words:I␣for words:I␣nor words:I␣reads
+0.21 words:a␣model words:beam␣search words:for␣its words:from␣the words:may␣not words:must␣be
+0.21 words:none␣$ words:takes␣a words:weight␣streaming
+0.20 shape:$K$ shape:%SN shape:,cp shape:2öt shape:: shape:= shape:GMN shape:GdN shape:Gvŝ
+0.20 shape:IG2 shape:IR, shape:Iý shape:Iŝz shape:Kt shape:MIS shape:PII shape:PNl shape:PNt
+0.20 shape:SN shape:SN$ shape:SNŝ shape:Sdd shape:Sdå shape:Y$ shape:YR shape:^dt shape:^wM
+0.20 shape:avS shape:dIö shape:dMg shape:gPë shape:ggd shape:gä shape:mtd shape:nR shape:nëd
+0.20 shape:pGp shape:t/I shape:tMM shape:tSI shape:tWI shape:tWt shape:tg: shape:tty shape:tŝN
+0.20 shape:vV$ shape:vŝS shape:yN shape:åR shape:ëN shape:ëPt shape:ëŝt shape:ŝ2 shape:ŝp$ word:1.9
+0.20 word:: word:= word:agreement word:answers word:circuit word:coating word:compile
+0.20 word:confirmed word:dynamo word:eager word:enabled word:ignores word:law word:listed word:lru
+0.20 word:mva word:other word:ranks word:serves word:slices word:stopped word:swapping word:thai
+0.20 word:third word:tpu word:um word:under word:voids word:won't words:I␣nodes words:N␣mva
+0.20 words:Y␣$ words:^␣its words:about␣$ words:a␣week words:come␣back words:cycles␣$ words:each␣I
+0.20 words:for␣N words:has␣no␣I words:may␣be words:models␣, words:of␣all words:outside␣the
+0.20 words:the␣county words:the␣interlocking
+0.19 shape:%S shape:,cI shape:,dR shape:,dg shape:BP shape:Bt shape:ES shape:FPt shape:Gd shape:Ht
+0.19 shape:IY→ shape:Ian shape:Ias shape:IcI shape:Iö shape:MMS shape:MR shape:Mdå shape:N$$
+0.19 shape:N%S shape:N→ shape:Ptŝ shape:RN shape:RaG shape:Ryë shape:Sdq shape:U,c shape:USI
+0.19 shape:Y→ shape:^IF shape:^SI shape:^yd shape:c0 shape:cdG shape:dMM shape:dït shape:g:d
+0.19 shape:gPt shape:idt shape:kdt shape:nt$ shape:p$ shape:qŝ shape:tta shape:töt shape:vad
+0.19 shape:vtM shape:yI shape:ät shape:åg, shape:ëI shape:ëgt shape:ïtM shape:ŝ2t shape:ŝCN
+0.19 shape:ŝnG word:1.8 word:118 word:3.1 word:3b word:also word:branch word:cascade word:counter
+0.19 word:dosing word:doubles word:failed word:fifty word:fixed word:get word:gsm8k word:judge
+0.19 word:longer␣than word:old word:outside word:paper word:pick word:qualification word:reports
+0.19 word:samples word:sell word:station word:tree word:within word:written word:€ words:@␣N
+0.19 words:I␣backend words:I␣checkpoints words:I␣only words:I␣scales words:N␣s words:N␣x words:Y␣→
+0.19 words:^␣half words:^␣only words:a␣year words:base␣die words:for␣I words:for␣the words:has␣a
+0.19 words:off␣the words:prefix␣caching words:raises␣I words:the␣host words:the␣substation
+0.19 words:us␣,
+0.18 shape:%2I shape:,Ig shape:,Sd shape:,c1 shape:,dŝ shape::dH shape:C- shape:C-N shape:D$
+0.18 shape:Fid shape:GNU shape:Hë shape:IMt shape:IRW shape:IYR shape:Iŝt shape:LR shape:Lå
+0.18 shape:Mtt shape:NUt shape:Ng shape:Nlc shape:OI shape:Ot shape:PIG shape:PIP shape:SIP
+0.18 shape:Spt shape:Sög shape:UPd shape:Ut shape:Wå shape:Wö shape:^F shape:^IL shape:^Od
+0.18 shape:^PP shape:^tn shape:^vï shape:^y shape:^ït shape:aPM shape:an$ shape:b, shape:cO
+0.18 shape:dGS shape:dHg shape:dgq shape:dtm shape:gM shape:gM$ shape:gan shape:lSt shape:mt
+0.18 shape:t:N shape:tSN shape:ttg shape:tyN shape:tät shape:tŝI shape:v:I shape:åMN shape:ëM
+0.18 shape:ëc shape:ïN shape:ŝ,b shape:ŝaë shape:ŝý shape:→N word:4-bit word:ammonia word:attention
+0.18 word:controller word:costs word:county word:crack word:forgets word:found word:let word:log
+0.18 word:manager word:meters word:once word:pads word:pytorch word:replacement word:scheduler
+0.18 word:sends word:states word:storage word:together word:tok words:,␣is words:,␣our
+0.18 words:I␣attention words:I␣doesn't words:I␣that words:N␣% words:N␣min words:N␣ms
+0.18 words:N␣percent words:^␣for words:any␣I words:are␣not words:else␣$ words:is␣written
+0.18 words:our␣I words:over␣the words:own␣$ words:the␣model words:the␣paper words:the␣seed
+0.18 words:together␣in words:what␣I
+0.17 shape:$$ shape:$N shape:%2t shape:+ shape:,bt shape:,tG shape::dI shape:ILI shape:Iq shape:NC
+0.17 shape:Nŝ2 shape:PI shape:PIS shape:Pqŝ shape:Rt$ shape:S1 shape:SIM shape:WR shape:Yg shape:^d
+0.17 shape:^dv shape:^pG shape:^z shape:^åŝ shape:ddt shape:iI shape:ipa shape:iq shape:lS
+0.17 shape:paë shape:t,v shape:tGv shape:tNl shape:tat shape:tcŝ shape:tga shape:tv, shape:wa
+0.17 shape:ëg shape:ïMd word:+ word:310 word:58 word:boot word:can't word:disconnects word:district
+0.17 word:during word:hour word:k word:logprobs word:migration word:parser word:peak word:quay
+0.17 word:retrieval word:row word:screen word:seven word:shape word:speak word:steel word:tensor
+0.17 word:very word:vessel words:^␣in words:back␣$ words:first␣$ words:has␣N words:model␣$
+0.17 words:stop␣at words:the␣driver words:through␣a words:tool␣calls words:trained␣on words:°c␣$
+0.16 shape:,IS shape:,Md shape:,cN shape:,cS shape:,ta shape:=Nl shape:BS shape:Dd shape:G1
+0.16 shape:GPt shape:Gdq shape:Gg$ shape:H,c shape:H2 shape:Hy shape:I:I shape:IS shape:It,
+0.16 shape:L$ shape:LI$ shape:MCd shape:MP$ shape:Må shape:NSI shape:Nld shape:P1t shape:PY
+0.16 shape:Pdf shape:Pdä shape:QI shape:RL shape:Ran shape:Ucd shape:Ut$ shape:Vd shape:Wdg
+0.16 shape:^v shape:bdI shape:dIS shape:dIv shape:dgŝ shape:gR$ shape:ld shape:t/ shape:t:
+0.16 shape:tNS shape:ta shape:taz shape:to shape:yIa shape:äav shape:äg shape:ï: shape:ïd shape:öŝt
+0.16 shape:ŝnt shape:ŝtN shape:ŝŝS shape:␣M word:44 word:64 word:88 word:96 word:allows word:b
+0.16 word:booked word:converter word:disagree word:gpu word:lists word:manifold word:matmul
+0.16 word:min word:ms word:nightly word:none word:not word:patients word:pump word:required
+0.16 word:section word:signed word:slower word:speed word:tgi word:tokenizer word:tooling
+0.16 word:whether words:$␣K words:,␣against words:,␣since words:I␣build words:I␣cannot words:N␣t
+0.16 words:N␣→ words:after␣the words:exists␣$ words:nothing␣else words:not␣a words:of␣the
+0.16 words:of␣which words:ones␣$
+0.15 shape:% shape:,II shape:,Pd shape:,SI shape:/ shape:2Iŝ shape:2dï shape:FC shape:I' shape:IH
+0.15 shape:IIa shape:IMP shape:KS shape:LRy shape:Lg shape:Lp shape:NUS shape:NX shape:Nö shape:Pt,
+0.15 shape:SId shape:SN2 shape:U/U shape:UP shape:Udg shape:WPd shape:Yt shape:^Pd shape:^b
+0.15 shape:^ïS shape:avv shape:cIa shape:ct$ shape:dIg shape:dtu shape:dý shape:gSq shape:gg2
+0.15 shape:lc shape:pQ shape:tRŝ shape:tgP shape:tyt shape:tït shape:vV shape:yë shape:zt shape:ŝLd
+0.15 shape:ŝNU shape:␣t␣ word:/ word:^ word:adapter word:caps word:copy word:customs word:demands
+0.15 word:each␣other word:flash word:g word:gemm word:glass word:insurer word:kills word:mg
+0.15 word:more␣than word:not␣exist word:opens word:peer word:percent word:range word:slingshot
+0.15 word:step word:temperature word:validated words:I␣' words:I␣heads words:N␣mg words:in␣Y
+0.15 words:is␣I words:is␣N words:nobody␣has words:same␣I words:stops␣at words:that␣the words:tok␣/
+0.14 shape:+I shape:2Ng shape:2dv shape:B$ shape:GPI shape:I,b shape:IGd shape:Lï shape:N2
+0.14 shape:NUP shape:Oŝ shape:PNS shape:PdH shape:Pdë shape:PtP shape:RM shape:RyI shape:SNg
+0.14 shape:SgP shape:U2t shape:^GS shape:^dR shape:aL shape:bIŝ shape:g,d shape:gg$ shape:gyg
+0.14 shape:hk shape:ng shape:t2 shape:tS shape:taW shape:tg$ shape:tå shape:tŝS shape:vd shape:y
+0.14 shape:ydt shape:äF shape:äSd shape:ëg$ shape:ëyd shape:ëŝa shape:ï shape:ïSd shape:ötS
+0.14 shape:öv shape:ŝMd shape:ŝtP word:0.4 word:9 word:activations word:bridge word:draining
+0.14 word:for word:hold word:instead word:module word:one word:pdf word:pipeline word:queue
+0.14 word:release word:robot word:shelf word:sinks word:so word:take word:units words:+␣I words:B␣$
+0.14 words:I␣head words:I␣switch words:N␣kv words:N␣tokens words:a␣second words:instead␣of
+0.14 words:per␣I words:rather␣than words:since␣the words:the␣draft words:the␣engine words:tokens␣$
+0.14 words:we␣have words:with␣an
+0.13 shape:,bd shape:,gN shape:-N shape:2ŝ shape:I+ shape:I=N shape:IFS shape:IN shape:IRŝ
+0.13 shape:ISI shape:IgP shape:KgS shape:MO shape:PG$ shape:Rï shape:SBS shape:UM shape:US shape:^B
+0.13 shape:^IM shape:^L shape:^P shape:^tä shape:^zt shape:^ëg shape:d1 shape:dIG shape:dO
+0.13 shape:dYt shape:dtO shape:gt2 shape:i shape:pM shape:pdt shape:tL shape:tpM shape:tŝn
+0.13 shape:tŝŝ shape:vt$ shape:yM shape:ëS shape:ïa shape:ïdI shape:öR shape:öŝ$ shape:ŝSN shape:ŝu
+0.13 word:0.8 word:1.5 word:256 word:counts word:customer word:dies word:else word:exposes
+0.13 word:grid word:here word:knows word:lock word:pitch word:results word:scaling word:seed
+0.13 word:there word:timing word:vs words:-␣N words:I␣+ words:I␣N words:N␣gb words:^␣B words:^␣no
+0.13 words:build␣of words:costs␣N words:for␣each words:not␣been words:s␣$ words:the␣only
+0.13 words:would␣be words:year␣$ words:€␣K
+0.12 shape:,$ shape:,PN shape:1R shape::d shape:Kŝ shape:LdI shape:Lë shape:Mdg shape:N%, shape:N-N
+0.12 shape:NSN shape:NUM shape:Në shape:P1 shape:Pŝ$ shape:Sdë shape:Svg shape:^ïI shape:aWP
+0.12 shape:dHI shape:dRa shape:dRy shape:dtF shape:dtå shape:g,p shape:gPd shape:qt$ shape:sk
+0.12 shape:tIŝ shape:tRS shape:tgŝ shape:tŝa shape:tŝz shape:yN$ shape:yp shape:yt shape:äG
+0.12 shape:ëdt shape:ïPd shape:ŝö word:$ word:190 word:32 word:61 word:85 word:approval word:before
+0.12 word:drafts word:dry word:encoder word:go word:interlocking word:lacks word:lithium word:loses
+0.12 word:number word:path word:production word:same word:scanner word:sessions word:store
+0.12 words:I␣to words:^␣perhaps words:for␣this words:more␣than␣N words:so␣a words:token␣$
+0.11 shape:' shape:1tS shape:2dq shape:2ŝ$ shape::tt shape:At shape:Cd shape:D2 shape:I2 shape:I:
+0.11 shape:IIS shape:IMI shape:IaM shape:ItP shape:N- shape:NTS shape:PI$ shape:Sd shape:TS
+0.11 shape:^IW shape:at shape:cdv shape:dgS shape:gSå shape:hN shape:id shape:nG shape:nMS shape:pG
+0.11 shape:ëtM shape:öŝS word:' word:0.7 word:16 word:boards word:film word:four word:goes
+0.11 word:nodes word:raises word:requests word:target word:test word:token words:I␣) words:I␣:
+0.11 words:I␣of words:K␣model words:N␣- words:batch␣N words:is␣what words:→␣N
+0.10 shape:,pd shape:Ft shape:Ng$ shape:ON shape:PtM shape:SI, shape:W$ shape:adI shape:dŝ
+0.10 shape:gaë shape:nSd shape:t= shape:tŝy shape:ëtS shape:ïR shape:ŝë word:api word:by word:file
+0.10 word:gap word:idle word:mask word:mb word:mm word:mmlu word:neither word:sensor word:split
+0.10 word:stock word:takes word:turn word:turns word:zero words:I␣are words:N␣mb words:N␣mm
+0.10 words:in␣this words:not␣$
+0.09 shape:G2 shape:I␣ shape:KU shape:Pdg shape:R2 shape:Rg shape:SdM shape:USd shape:^dï shape:^gg
+0.09 shape:bz shape:cŝ shape:dA shape:dKg shape:dŝ$ shape:g,b shape:gMS shape:pSd shape:pm shape:qH
+0.09 shape:qI shape:t,b shape:tII shape:ët$ shape:ïM shape:ýM word:500 word:512 word:bond
+0.09 word:certificate word:fails word:kernel word:nic word:port word:reference word:time words:%␣,
+0.09 words:a␣new words:below␣N words:cannot␣be words:that␣I words:with␣its
+0.08 shape:,K shape:,v shape:FP shape:GN shape:I, shape:Sdŝ shape:^N shape:^ý shape:aë$ shape:dRt
+0.08 shape:dti shape:gN shape:gn shape:nS shape:t,N shape:ttM shape:ua shape:ydå shape:yv word:18
+0.08 word:across word:from word:half word:hbm word:wafer words:,␣K words:I␣, words:^␣N
+0.08 words:^␣draft words:^␣nobody words:a␣third words:the␣router words:the␣village words:while␣the
+0.07 shape:GM shape:IgS shape:M2 shape:P$ shape:SIc shape:St, shape:U/ shape:aNl shape:anë shape:bt
+0.07 shape:tFS shape:vI shape:ŝtS shape:ŝy word:24 word:an word:gb word:lab word:leaks word:out
+0.07 words:>␣N words:I␣and words:N␣us
+0.06 shape:,pa shape:2dN shape:AI shape:GC shape:GCN shape:ISN shape:Sdö shape:V$ shape:aF shape:az
+0.06 shape:cï shape:dtH shape:gq shape:t=N shape:tan shape:vaz word:infrastructure word:needs
+0.06 word:offers words:A␣I words:to␣I words:without␣a
+0.05 shape:GPS shape:^ŝ shape:dd shape:gSd shape:qt shape:tgM shape:tt2 shape:vŝ word:max word:run
+0.04 shape:CN% shape:Qq shape:^tŝ shape:aëP shape:dK shape:dvt shape:naG shape:vŝ$ shape:ŝC
+0.04 shape:ŝSI word:does word:tenants
+0.03 shape:2I$ shape:Ld shape:SdI shape:gcg shape:na shape:tM$ shape:taG shape:åtŝ word:another
+0.03 word:firmware word:its word:of
+0.02 shape:My shape:ïŝ word:8 word:at word:on
+0.01 shape:^tH shape:ëP
-0.01 shape:P shape:X shape:tN% shape:ty shape:ëp
-0.02 shape:GG shape:dII shape:dt, shape:tMd word:between word:load word:serving words:and␣N
-0.03 shape:, shape:/N word:, word:still words:/␣N
-0.04 shape:Ha shape:NH shape:NU/ shape:PH shape:g$ shape:l, shape:t2I shape:åŝ shape:ëPd
-0.04 words:is␣the
-0.05 shape:Gt$ shape:Mp shape:N: shape:Pg shape:dgp shape:dta word:long word:they words:N␣:
-0.06 shape:2dI shape:aQ shape:adv shape:cG shape:cv shape:gGP shape:qg shape:ŝ: word:beyond
-0.06 word:driver word:project word:says words:,␣which words:on␣I
-0.07 shape:,P shape:IRa shape:Nl, shape:Pdt shape:Sdt shape:Sä shape:Uŝ shape:gP shape:l2 shape:ma
-0.07 shape:pd shape:tad shape:ŝG word:15 word:95 word:best word:dense word:w words:is␣$
-0.07 words:under␣I words:with␣I
-0.08 shape:,Gd shape:,bg shape:GQ shape:Im shape:Pdö shape:Pp$ shape:SdG shape:^å shape:and
-0.08 shape:dëg shape:gGS shape:gï shape:qN% shape:sg shape:taN shape:tŝ, shape:vb shape:vŝ,
-0.08 shape:ŝSt word:% word:even word:price word:put word:safety word:sparse word:throughput
-0.08 words:,␣with words:in␣the words:its␣I
-0.09 shape:GS shape:HQ shape:MSI shape:N2d shape:NUŝ shape:Nc shape:P, shape:Rn shape:Stŝ shape:^g
-0.09 shape:^ta shape:av$ shape:cI shape:gv shape:pH shape:qg$ shape:t,ŝ shape:tSg shape:ydg
-0.09 shape:ïS word:> word:alone word:because word:could word:differ word:every word:fp4
-0.09 word:have␣to word:pcie word:routing word:tell words:on␣the words:points␣on
-0.10 shape:,d shape:,gc shape:,tt shape:Cp shape:G shape:I/ shape:MgS shape:PIY shape:PMd shape:U/l
-0.10 shape:Ua shape:Yc shape:^dq shape:^pM shape:^ët shape:^ög shape:at$ shape:dIt shape:dga
-0.10 shape:dtC shape:dtc shape:g2g shape:gav shape:gyd shape:hp shape:qp shape:t2g shape:vï
-0.10 shape:ŝcd shape:␣ word:add word:disaggregated word:faster word:gateway word:legal word:traffic
-0.10 word:°c words:I␣/ words:Y␣and words:^␣i
-0.11 shape:%2d shape:,ï shape:/l shape:I? shape:I?$ shape:IM$ shape:Icd shape:Itt shape:Itŝ
-0.11 shape:IŝM shape:N,N shape:PM shape:PSd shape:^dö shape:a$ shape:aN$ shape:cga shape:d$
-0.11 shape:dgH shape:dq shape:gG$ shape:gSN shape:mM shape:t,g shape:tPd shape:tg, shape:uP
-0.11 shape:vq$ shape:w$ shape:yp$ shape:ä2 shape:åg shape:ëSN shape:ŝaý word:board word:brings
-0.11 word:chip word:day word:if word:life word:see word:seen word:sites word:smaller word:×
-0.11 words:I␣? words:have␣been words:if␣the
-0.12 shape:%t$ shape:,GS shape:,ö shape:GPG shape:Gdv shape:H,N shape:Hn shape:Hv shape:Iav
-0.12 shape:Ig, shape:MG shape:MQ shape:Pv shape:SIG shape:Sg$ shape:Sg, shape:U,d shape:aG,
-0.12 shape:adM shape:as shape:cQ shape:dV shape:g,N shape:g? shape:g?$ shape:gct shape:p, shape:pg
-0.12 shape:pua shape:q2d shape:qM shape:s, shape:tGd shape:vPd shape:vg, shape:vg2 shape:ýSd
-0.12 shape:ŝ? shape:ŝ?$ shape:ŝtt word:14 word:accelerator word:be word:busy word:iso word:length
-0.12 word:pumps word:q3 word:supply word:tend word:track word:who words:N␣hours words:N␣to
-0.12 words:in␣one words:tend␣to words:their␣own words:them␣$
-0.13 shape:,g, shape:GPP shape:GŝP shape:ISd shape:MPa shape:Nl2 shape:N␣$ shape:PN% shape:Qw
-0.13 shape:SCN shape:SNt shape:SdR shape:Vg shape:^q2 shape:^ud shape:aGy shape:aMy shape:cN%
-0.13 shape:cý shape:dtW shape:gad shape:gŝd shape:nGt shape:r:t shape:taP shape:taS shape:t␣t
-0.13 shape:vv$ shape:wg shape:yNU shape:ydq shape:zv shape:ï$ shape:öH shape:ŝ,ŝ shape:ŝSë
-0.13 shape:ŝaG shape:ŝpt word:2026 word:business word:capture word:compute word:have word:int8
-0.13 word:into word:isn't word:network word:newer word:phone word:rail word:rank word:record
-0.13 word:route word:ships word:teams word:unless word:we'd word:whatever words:/␣s words:N␣points
-0.13 words:^␣an words:^␣this words:and␣I words:for␣it words:there␣$ words:too␣many
-0.14 shape:,A shape:,vŝ shape:2ö shape::ŝ shape:E shape:MH shape:NU, shape:PCN shape:PNŝ shape:Pp
-0.14 shape:Rp shape:Rt, shape:Uc shape:V2 shape:Wg shape:^Gd shape:^dA shape:^gŝ shape:^nd
-0.14 shape:^tG shape:^äg shape:^ŝt shape:aö shape:cb shape:cdM shape:dE shape:ddg shape:dåg
-0.14 shape:gSp shape:gga shape:nq shape:qq$ shape:tGP shape:tI, shape:tMp shape:uaë shape:ud
-0.14 shape:v,c shape:va shape:vgy shape:ågS shape:ëtŝ shape:ïSN shape:öŝa shape:→I shape:␣G word:)
-0.14 word:art word:built word:cases word:fall word:handful word:harder word:hydrogen word:int4
-0.14 word:liquid word:messages word:mw word:p99 word:reasoning word:roce word:sense word:story
-0.14 word:then word:up word:water words:,␣A words:,␣at words:N␣mw words:N␣or words:a␣handful
-0.14 words:handful␣of words:is␣no words:months␣$ words:not␣always words:of␣what words:to␣be
-0.14 words:up␣to␣N words:years␣,
-0.15 shape:,Sq shape:/t shape:12d shape:2Q shape::v shape:Aŝ shape:GýS shape:MdN shape:Myt
-0.15 shape:N/N shape:NPN shape:NUc shape:No shape:PQ shape:Qg shape:Sdv shape:Sdï shape:Yŝ
-0.15 shape:^IP shape:^då shape:^j shape:^t, shape:anb shape:ctg shape:dNt shape:dW shape:dg$
-0.15 shape:dh shape:gG shape:gMg shape:ndt shape:pg$ shape:qg2 shape:tt, shape:tïa shape:tŝt
-0.15 shape:vM shape:öt$ shape:öå shape:ŝF shape:ŝL shape:ŝV shape:ŝt, word:1,000 word:27
-0.15 word:aren't word:being word:budgets word:control word:could␣be word:farm word:h20 word:had
-0.15 word:hand word:just word:moves word:name word:nobody word:papers word:place word:promise
-0.15 word:racks word:sheet word:silicon word:such word:trial word:v word:were words:,␣then
-0.15 words:^␣model words:^␣see words:cache␣is words:is␣still words:it␣, words:not␣yet words:rank␣N
-0.15 words:should␣be words:the␣fused words:the␣way words:°c␣,
-0.16 shape:,Iä shape:,M shape:,ct shape:,cz shape:,dM shape:,dö shape:2gg shape:ItS shape:Iå
-0.16 shape:MI$ shape:NHc shape:N␣ shape:OdI shape:Pgc shape:SC shape:Sp$ shape:Sv shape:Såg
-0.16 shape:Sëŝ shape:YS shape:^CN shape:^öï shape:ab shape:avg shape:cIY shape:dI2 shape:dIŝ
-0.16 shape:dN% shape:dgP shape:dqN shape:dqq shape:dŝ' shape:gS shape:g␣I shape:h, shape:n$ shape:o
-0.16 shape:pp shape:qw shape:t,C shape:t,M shape:th shape:tïS shape:tŝL shape:tŝë shape:waG
-0.16 shape:ydI shape:ëŝ, shape:ýt word:2022 word:50 word:7 word:80 word:adaptive word:awq
-0.16 word:a␣lot word:balance word:conditions word:customers word:dispatch word:done word:expensive
-0.16 word:fig word:figures word:got word:hours word:little word:noise word:numbers word:pays
-0.16 word:raise word:reasons word:security word:them word:these word:times word:working
-0.16 words:I␣driver words:I␣will words:N␣v words:Y␣is words:^␣between words:^␣is words:^␣with
-0.16 words:at␣least␣N words:a␣N words:because␣the words:looked␣at words:out␣of␣N words:people␣who
-0.16 words:the␣museum words:tokens␣per words:without␣the words:years␣$
-0.17 shape:,I␣ shape:1M shape:2p shape:2ä shape::M shape:Hc shape:I,I shape:I,N shape:IPI shape:Itn
-0.17 shape:IäS shape:M: shape:Ntŝ shape:PIt shape:Pqg shape:Pw shape:Qp shape:Ra shape:R␣ shape:SH
-0.17 shape:Sqŝ shape:Y: shape:^H shape:^pF shape:^tå shape:^äŝ shape:^åt shape:azg shape:aëv
-0.17 shape:aý shape:aýë shape:bdg shape:dNX shape:gQ shape:gY shape:nGy shape:pn shape:pý shape:qN
-0.17 shape:taa shape:tt/ shape:tŝc shape:yå shape:ŝa shape:ŝaa shape:ŝdv word:405b word:600
-0.17 word:a␣bit word:b300 word:battery word:become word:chain word:concern word:europe word:hides
-0.17 word:label word:mi300x word:missing word:point word:reader word:reward word:tp8 word:was
-0.17 word:we're words:I␣at words:I␣on words:N␣people words:Y␣: words:^␣cold words:all␣the
-0.17 words:as␣a words:as␣soon␣as␣the words:like␣$ words:models␣$ words:on␣N words:or␣I
-0.17 words:there␣are words:until␣it
-0.18 shape:,I: shape:,ca shape:2g$ shape:I,c shape:I:d shape:Idt shape:Mdq shape:NX$ shape:Ng,
-0.18 shape:Ph shape:Ptt shape:Qt shape:SdA shape:SåI shape:Wp shape:^IY shape:^Iå shape:^gS
-0.18 shape:^ë shape:^ïR shape:^öt shape:aPd shape:adö shape:aö, shape:cN, shape:cq shape:ct
-0.18 shape:dHS shape:dRG shape:g,G shape:g2t shape:nMt shape:qd shape:qm shape:r:M shape:tH,
-0.18 shape:tgg shape:v,b shape:vav shape:vë shape:ŝGŝ word:3rd word:adds word:among word:autonomous
-0.18 word:bad word:coverage word:enzyme word:ever word:fast word:feels word:freight word:great
-0.18 word:hangs word:hope word:hybrid word:know word:layer word:month word:packaging word:sometimes
-0.18 word:spring word:tested word:tight words:,␣even words:I␣or words:^␣speculative words:at␣a
-0.18 words:day␣, words:load␣$ words:other␣N words:quarter␣$ words:that␣one words:that␣our
-0.19 shape:,å, shape:CI shape:CNl shape:Fŝ shape:Gdŝ shape:Haë shape:Hg$ shape:I/N shape:IRn
-0.19 shape:Iat shape:MIy shape:Mq shape:PGS shape:RN$ shape:StM shape:X, shape:^IS shape:^dN
-0.19 shape:^n shape:^qR shape:^tY shape:aP shape:aaG shape:bvp shape:bý shape:dHG shape:db
-0.19 shape:gHM shape:gPg shape:gPŝ shape:gcI shape:ig shape:ipG shape:nMq shape:nv$ shape:p
-0.19 shape:t/t shape:t2t shape:tIG shape:tw shape:tyg shape:vc shape:öïS shape:ŝ2N word:800
-0.19 word:app word:arm word:cost word:deserve word:everywhere word:expect word:features word:few
-0.19 word:gpqa word:headache word:immersion word:kernels word:lack word:makes word:others
-0.19 word:quite word:wafers words:I␣comes words:^␣our words:faster␣than words:is␣missing
-0.19 words:it␣should words:size␣N words:that␣are words:waiting␣for words:wants␣to words:week␣$
-0.19 words:what␣it
-0.20 shape:,C shape:,Cd shape:,Nt shape:,dt shape:,t$ shape:,tc shape:1tg shape:2NI shape:Cdq
-0.20 shape:Gi shape:IYa shape:IŝL shape:Nq shape:PIa shape:RH shape:RI shape:Rna shape:SMg
-0.20 shape:UcN shape:X$ shape:Ya shape:^Ië shape:^Md shape:^ëI shape:bg shape:g shape:g,I shape:gH
-0.20 shape:gPp shape:gSt shape:gcM shape:h$ shape:p1 shape:pu$ shape:tcd shape:tk shape:ttï
-0.20 shape:täŝ shape:tŝC shape:vn shape:wN shape:x$ shape:yIŝ shape:äS shape:ŝ,N shape:ŝ␣ word:1.4
-0.20 word:120 word:63 word:advanced word:anyone word:banks word:call word:chat word:efficiency
-0.20 word:everyone word:helps word:keep word:layers word:many word:meh word:node word:nvidia
-0.20 word:paged word:please word:salt word:simply words:,␣no words:between␣I words:is␣like
-0.20 words:the␣cost words:the␣one words:which␣our
-0.21 shape:,R shape:,dä shape:,tN shape:2dM shape:G,b shape:G2d shape:GPö shape:Gc shape:Gö
-0.21 shape:HG$ shape:IMg shape:Iad shape:Mg, shape:NP shape:NSd shape:PC shape:Ryp shape:SRN
-0.21 shape:Sg2 shape:StS shape:^II shape:^PN shape:^gN shape:^ŝa shape:dSd shape:gty shape:gë
-0.21 shape:nGS shape:pï shape:q$ shape:q: shape:qdt shape:vG$ shape:yN2 shape:yq shape:ë$ shape:ög
-0.21 word:3 word:anybody word:b4 word:becomes word:box word:care word:eagle word:everybody
-0.21 word:extent word:field word:figure word:forty word:industry word:marking word:moving
-0.21 word:projects word:quarters word:reached word:report word:surprise word:tops word:tuning
-0.21 word:ul word:variants word:warm words:,␣to words:I␣as␣soon␣as words:and␣its words:can't␣be
-0.21 words:can␣be words:in␣ways words:minutes␣, words:month␣$ words:over␣N words:the␣room
-0.21 words:to␣serve words:when␣it
-0.22 shape:,H shape:,cg shape:,ŝ shape:2g shape:Gpd shape:I,G shape:IŝP shape:PN$ shape:PW shape:Qŝ
-0.22 shape:SIS shape:SdN shape:Sqg shape:VSd shape:Y2 shape:^m shape:dHp shape:dS shape:g,S
-0.22 shape:g2d shape:gMd shape:hP shape:mG shape:nV$ shape:pMN shape:pSI shape:tt$ shape:u$
-0.22 shape:vP shape:åtM shape:åï shape:ë, shape:ŝSå shape:ŝi shape:ŝm shape:␣g word:been word:belt
-0.22 word:buy word:depth word:hoped word:i word:issues word:kv word:less word:mind word:minus
-0.22 word:much word:often word:open-source word:opinions word:pain word:past word:pins word:tanks
-0.22 word:this word:tp4 word:ways word:worse words:I␣eviction words:Y␣of words:^␣expert
-0.22 words:^␣give words:and␣Y words:and␣then words:ask␣I words:a␣certain words:a␣few words:a␣whole
-0.22 words:before␣I words:most␣of words:the␣other
-0.23 shape:,PI shape:,pV shape::t shape:G$ shape:GN% shape:GPN shape:Gz$ shape:HL shape:IRS
-0.23 shape:IgM shape:IïS shape:Ldv shape:N:N shape:RS shape:SgN shape:Sŝ shape:W: shape:^tg
-0.23 shape:aaS shape:avt shape:cY shape:dgL shape:nV shape:pa$ shape:pv shape:tHP shape:ttd
-0.23 shape:uG shape:vPt shape:vp shape:wt shape:ä$ shape:äŝd shape:åŝM shape:ýë$ word:100 word:2.0
-0.23 word:act word:beats word:blackwell word:c word:drift word:fun word:gets word:hardly word:held
-0.23 word:human word:machines word:methane word:mixture-of-experts word:moment word:questions
-0.23 word:reading word:sounds word:talk word:unit word:waits words:I␣by words:a␣good words:beyond␣N
-0.23 words:days␣of words:end␣of words:no␣$ words:on␣an words:talk␣about words:the␣I
-0.23 words:the␣methane words:weeks␣, words:worse␣than
-0.24 shape:,SN shape:,g shape:2M shape:2v shape:Gv shape:HPd shape:IOd shape:PdN shape:RSC
-0.24 shape:SIg shape:SP shape:^M shape:^Nt shape:^R shape:^q shape:aŝ shape:cg shape:cm shape:cvv
-0.24 shape:dI, shape:dtw shape:gSg shape:gv$ shape:l? shape:l?$ shape:nb shape:nëP shape:pV
-0.24 shape:qc shape:t? shape:t?$ shape:tgp shape:vŝa shape:waS shape:äŝ shape:ŝcŝ word:4.6
-0.24 word:as␣soon␣as word:centre word:cooling word:dairy word:engineers word:give word:instructions
-0.24 word:market word:measure word:scan word:something word:tco word:used words:I␣> words:I␣list
-0.24 words:^␣check words:^␣reminder words:^␣to words:by␣up␣to words:do␣$ words:has␣been
-0.24 words:hybrid␣bonding words:some␣of words:stored␣in words:the␣design words:todo␣:
-0.24 words:would␣like
-0.25 shape:'ä shape:G, shape:IPt shape:N, shape:NI shape:SNl shape:Sgc shape:Y shape:^GN shape:^IR
-0.25 shape:^p shape:^tN shape:ctM shape:d, shape:dI$ shape:dIa shape:dNl shape:dgy shape:nW
-0.25 shape:ph shape:vq shape:wm shape:äan shape:ëŝS shape:ý$ shape:ŝ'ä shape:ŝSŝ shape:→I→
-0.25 word:2019 word:40 word:90 word:allocator word:article word:contact word:european word:gauges
-0.25 word:hard word:june word:maturity word:museum word:since word:tb word:to words:%␣slower
-0.25 words:N␣, words:N␣I words:N␣tb words:^␣don't words:room␣for words:the␣bus words:the␣kernel
-0.25 words:the␣last
-0.26 shape:2vg shape:Gq shape:Gw shape:IMd shape:IcS shape:Odt shape:PN2 shape:Rad shape:Stt
-0.26 shape:Sët shape:WW shape:pW shape:pan shape:pdg shape:pu shape:qa shape:tdI shape:tgS
-0.26 shape:tpg shape:zg shape:ëtc shape:ŝty shape:␣a word:17 word:absent word:alternative
-0.26 word:arguments word:bar word:blocked word:bodies word:end word:enough word:heavy word:ideal
-0.26 word:licences word:most word:real words:^␣some words:did␣not words:from␣a words:offload␣to
-0.26 words:our␣A words:our␣customers words:the␣field
-0.27 shape:,N shape:1G shape:Gp shape:H$ shape:Iŝc shape:Mdä shape:Ptd shape:QM shape:^Q shape:cd
-0.27 shape:cä shape:dGP shape:dNI shape:dg2 shape:dt$ shape:g,g shape:ntP shape:tïM shape:yt,
-0.27 shape:yï shape:yŝS shape:äŝa shape:ëR shape:ýS shape:ŝPP word:accelerators word:buildings
-0.27 word:data word:developers word:discussed word:kv-cache word:love word:might word:slo
-0.27 word:standards word:todo word:torque word:v0.9 word:waiting word:way word:won words:,␣N
-0.27 words::␣$ words:^␣that words:^␣todo words:are␣N words:by␣a
-0.28 shape:,t, shape:,zg shape:Rc shape:U,N shape:^t: shape:dN shape:dq$ shape:gŝc shape:j shape:ny
-0.28 shape:s$ shape:t, shape:tSq shape:ëPN shape:ï2 word:agreed word:back word:gb300 word:looked
-0.28 word:procurement word:re word:trusted word:use words:^␣every words:in␣a words:kernels␣that
-0.28 words:sparse␣attention
-0.29 shape:! shape:!$ shape:1S shape:Gv$ shape:NIG shape:Pdå shape:Rä shape:SNU shape:Y% shape:^tR
-0.29 shape:^ä shape:^ö shape:dŝG shape:pO shape:t:d shape:ttŝ shape:tyd shape:vG shape:ï, shape:ŝdg
-0.29 word:! word:are word:debate word:did word:do word:forget word:latency word:libraries word:meet
-0.29 word:quantisation word:remains word:that word:too word:tried word:trust words:!␣$ words:,␣as
-0.29 words:,␣or words:Y␣%
-0.30 shape::tS shape:H, shape:J shape:SN: shape:^G shape:^pW shape:^u shape:bq shape:g:I shape:gyå
-0.30 shape:ndv shape:pŝ shape:x word:comes word:cpu word:friends word:fused word:language
-0.30 word:later word:parts word:tensorrt-llm words:and␣a words:a␣champion words:by␣N words:of␣a
-0.30 words:this␣$
-0.31 shape:,cv shape:,t shape:,z shape:Gý shape:Lvg shape:Mŝ$ shape:Pg, shape:RMN shape:SIt
-0.31 shape:Së shape:Y, shape:Z shape:^p1 shape:^r: shape:^s shape:aO shape:cz shape:dg shape:r:
-0.31 shape:äa shape:ëyï word:2024 word:30 word:6 word:always word:at␣least word:boxes word:champion
-0.31 word:cold word:easier word:experience word:fp6 word:free word:likes word:rerun word:where
-0.31 words:Y␣, words:about␣the words:for␣itself words:is␣not words:time␣$
-0.32 shape:,I shape:,ý shape:,ŝc shape:CN2 shape:Iï shape:^MN shape:ag shape:cSI shape:gCN
-0.32 shape:qSd shape:t,G shape:tPI shape:vt2 shape:wG shape:ŝad word:formats word:i've word:late
-0.32 word:operator word:reminder word:vary words:N␣out␣of words:for␣a words:is␣only words:waits␣for
-0.33 shape:,IY shape:,Ng shape:,h shape:Gdg shape:Gë shape:MNŝ shape:MPS shape:Mdt shape:Nŝ,
-0.33 shape:^dY shape:aSN shape:dgG shape:gat shape:vä shape:ýë word:ai word:cells word:everything
-0.33 word:form word:home word:long-context word:sections word:thinking words:a␣number words:on␣a
-0.34 shape:Mg$ shape:NŝP shape:SIï shape:ctd shape:dty shape:qR shape:vgS word:45 word:community
-0.34 word:favour word:feed word:fix word:habit word:linux word:npu word:weather words:,␣a
-0.34 words:don't␣forget words:is␣a words:or␣N words:took␣N
-0.35 shape:BI shape:GP shape:SR shape:^tS shape:anv shape:bv shape:f$ shape:s: shape:äad shape:ŝ,I
-0.35 shape:␣N word:patience word:serve word:up␣to words:(␣N words:B␣I words:^␣does words:the␣time
-0.36 shape:2dR shape:Lv shape:adt shape:cdŝ shape:dR$ shape:gvP shape:qq shape:tN, shape:tPt
-0.36 shape:vgP shape:vv shape:åSI shape:ëv shape:öy shape:ýG word:12 word:99 word:hidden word:me
-0.36 word:more words:I␣is words:N␣years
-0.37 shape:%s shape:,Nŝ shape::td shape:HS shape:IY, shape:N%s shape:N%t shape:N,c shape:SNI
-0.37 shape:SNT shape:Sŝ$ shape:^Ig shape:idI word:400 word:find word:offload word:why word:years
-0.37 words:up␣in
-0.38 shape:,I, shape:NI$ shape:NZ shape:Rav shape:gyI shape:ä, shape:ö, shape:ýP word:itself
-0.38 word:right
-0.39 shape:GR shape:HG shape:PS shape:Pt: shape:^I, shape:ga shape:g␣ shape:ŝMP word:and
-0.39 words:needs␣a words:the␣N
-0.40 shape:,Ic shape:Pa shape:PdR shape:Pï shape:^a shape:g2 shape:t,d word:20 word:i'd word:thing
-0.40 words:,␣while words:I␣inference
-0.41 shape:Hp shape:Mg shape:R, shape:döy shape:pz shape:åŝS shape:ŝ, word:cuda word:h100 word:took
-0.41 words:I␣cache
-0.42 shape:,NU shape:2NU shape:GdI shape:dvg shape:m shape:q2 shape:yŝ word:march word:trade
-0.42 word:want word:week word:yet
-0.43 shape:Gy shape:M, shape:Sg shape:Svŝ shape:cN shape:gC shape:qS shape:tŝ$ shape:vg word:b200
-0.43 word:last word:mixed words:,␣I words:are␣a words:elsewhere␣$ words:of␣them words:the␣right
-0.44 shape:Mv shape:aS word:anything word:don't word:now word:things
-0.45 shape:ad shape:adg shape:ö$ word:certain word:make words:N␣)
-0.46 shape:a shape:å, words:has␣its
-0.47 shape:,å shape:LH shape:ip word:agents word:fonts word:my word:quality word:room word:their
-0.48 shape:Itc shape:Myd shape:Sö shape:gt$ word:better word:inference word:team word:what
-0.48 word:with words:one␣would
-0.49 shape:,S shape:MdH shape:VS
-0.50 shape:%t shape:Gtŝ word:check words:,␣from
-0.51 shape:aa shape:av shape:nv shape:v$ shape:w word:feel word:problem words:last␣N words:was␣not
-0.52 shape:dtS shape:nd
-0.53 shape:1u shape:HP shape:HSd shape:åS
-0.54 word:4 word:moe
-0.56 shape:,ë shape:IŝS
-0.57 shape:dMN word:should word:you
-0.58 shape:V word:ask
-0.59 shape:h word:10 word:elsewhere
-0.60 shape:gy words:with␣N
-0.62 shape:gp
-0.63 shape:Sq word:5
-0.65 shape:^r shape:r shape:ŝc word:2
-0.66 shape:2dg
-0.67 word:operators
-0.69 word:about
-0.72 word:will word:would
-0.73 shape:g, word:your
-0.75 shape:W, shape:s shape:ý
-0.77 shape:v word:people
-0.78 shape:c
-0.80 shape:u
-0.81 shape:Q
-0.82 word:good
-0.85 word:1
-0.86 word:like
-0.95 word:or
-0.96 word:some
-0.97 shape:,G
-1.07 shape:? shape:?$ word:? words:?␣$
-1.12 shape:q
-1.70 frame:verbless
-3.41 frame:pointed"""
