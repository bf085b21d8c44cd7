"""What each pattern adds to the log-odds that a statement is specific, in falling order.

`word:` is a word (with ␣ for a space); the other families are stretches of the roles in
`lexicon`, told apart in `patterns`. Written by `python -m bench.train_specificity --write`.
"""

from typing import Final

BIAS: Final = -5.68
TABLE: Final = """\
+1.38 shape:W
+1.26 shape:I
+1.01 kind:tW
+0.80 kind:PI
+0.75 shape:It
+0.74 shape:O
+0.73 kind:tt shape:e
+0.70 kind:ttt
+0.66 kind:dtt
+0.64 kind:tg word:the
+0.60 shape:R
+0.59 shape:dI
+0.58 kind:,cd kind:1t kind:^dt word:must
+0.57 shape:L shape:SI
+0.54 kind:CN kind:gW
+0.53 shape:M
+0.52 kind:N$ shape:^t
+0.51 kind:IG shape:eP
+0.50 kind:LI kind:tI
+0.48 kind:tPd shape:IR
+0.47 kind:,tt kind:aW kind:tL shape:B shape:Pŝ
+0.45 evidence:all≥0.5 kind:IW shape:F shape:t
+0.44 kind:^I kind:dtW kind:ttG
+0.43 kind:dtg kind:gO word:a word:weights
+0.42 kind:Wt kind:^NP shape:å shape:ë word:each
+0.41 kind:WW word:any
+0.40 kind:It kind:Lt shape:ne shape:ŝS word:new word:through word:vendor
+0.39 kind:I,t kind:cdt kind:tt: shape:H shape:tI shape:tt
+0.38 kind:NP kind:dI kind:tO shape:Nl shape:^I shape:l shape:z
+0.37 evidence:all≥0.3 kind:gt kind:tG kind:taW kind:t␣$ shape:,b shape:t$ shape:öt
+0.36 evidence:pinned≥0.5 evidence:plain-fact≥0.3 kind:I$ kind:tP kind:td kind:tdt shape:1 shape:N
+0.36 shape:gO shape:tå
+0.35 evidence:all≥0.7 kind:1g kind:PN kind:PdI shape:CN shape:FS shape:IG
+0.34 kind:WN kind:gt$ kind:␣t␣ shape:LI shape:Wd shape:dH shape:dä shape:ïH word:@ word:sglang
+0.34 word:unavailable
+0.33 kind:P1t kind:tgW shape:1t shape:ae shape:te shape:ŝd word:do word:lacks word:tokens
+0.32 evidence:pinned≥0.3 kind:GdN kind:Ig kind:Lt$ kind:^It kind:vt shape:IM shape:K shape:^L
+0.32 shape:t: word:h word:target
+0.31 kind:Gt kind:PgP kind:^WP kind:ttP kind:␣$ shape:Iŝ shape:N$ shape:␣$
+0.30 kind:UPd kind:WI kind:dvt kind:g,c word:after word:all-reduce word:bearing word:full word:tool
+0.30 word:yield
+0.29 evidence:pinned≥0.7 kind:dgW shape:IS shape:tR shape:ŝ word:accepts word:change
+0.28 kind:,c kind:WNU kind:^L kind:^LI kind:pd shape:MN shape:pd shape:tg word:has word:keeps
+0.28 word:supplier
+0.27 kind:Iv kind:tWa shape:1H shape:N2 shape:aW word:above word:which
+0.26 kind:CNg kind:Lg kind:WL kind:aLt kind:dt kind:t,c kind:tGt kind:tmL shape:Hg shape:P shape:bd
+0.26 shape:tG shape:ua shape:ŝM word:draft word:lets word:licence word:over
+0.25 kind::Gd kind:L$ kind:LI$ kind:gg kind:tLt kind:tv shape:Gg shape:Ht shape:Ma shape:NT
+0.25 shape:SB shape:T shape:T$ shape:ët word:be word:host word:power
+0.24 kind:II kind:IL kind:IWt kind:ItG kind:N␣ kind:PtP kind:Wa kind:Wd kind:ma kind:tpd kind:ttd
+0.24 shape:Pd shape:dï shape:nG shape:tM shape:vt shape:vy
+0.23 kind:La kind:Ot kind:Pt, kind:WaN kind:^va kind:aL$ kind:dgt kind:dtm kind:ggt kind:t:
+0.23 kind:vtL shape:C shape:U shape:tä word:at word:bandwidth word:build word:costs word:delivery
+0.23 word:step word:wrong
+0.22 evidence:all≥0.85 kind:,p kind:IP kind:Nt kind:UPt kind:^vt kind:ttc shape:,p shape:R2
+0.22 shape:^v shape:ng shape:z$ shape:öŝ word:batch word:gb word:keys word:policy word:there
+0.22 word:when word:wide
+0.21 kind:,cI kind::N kind::NU kind:IPI kind:NU$ kind:NUP kind:Pdv kind:WP kind:^IW kind:^PI
+0.21 kind:^tv kind:cI kind:dWW kind:dgg kind:tWI kind:tat kind:tg$ shape::N shape:MM shape:Pë
+0.21 shape:R$ shape:Sd shape:WI shape:dt shape:tC shape:tW shape:ëg word:against word:no
+0.21 word:only␣with
+0.20 kind:1tt kind:GL kind:Itg kind:LG kind:Ov kind:PI$ kind:PNX kind:^La kind:adv kind:gta
+0.20 kind:vg, shape:1ä shape:IL shape:SN shape:b shape:ýe word:kv word:line word:one word:rate
+0.20 word:weight word:year
+0.19 evidence:pinned≥0.85 kind:IG$ kind:ILt kind:Igt kind:ItN kind:PPd kind:UN kind:Wi kind:dtP
+0.19 kind:ggP kind:pI kind:tWd kind:tdI kind:tta shape:,t shape:Aï shape:CK shape:HR shape:Iv
+0.19 shape:MV shape:N␣ shape:Ot shape:^F shape:eN shape:pI word:active word:attention word:before
+0.19 word:counters word:prompt word:run word:short word:speculation word:under
+0.18 kind:/U kind::I kind:=N kind:CNt kind:Ii kind:UP kind:WN$ kind:Wdt kind:WtW kind:^W kind:aNU
+0.18 kind:avP kind:cIW kind:it kind:tCN shape:$N shape:=N shape:Ii shape:Mï shape:S shape:Ut
+0.18 shape:WG shape:aG shape:ed shape:gW shape:mn shape:zI shape:ëŝ shape:öG word:capacity
+0.18 word:cycles word:eager word:film word:firmware word:lock word:models word:once word:prefill
+0.18 word:prompts word:so word:stop word:trace word:until
+0.17 kind::tI kind:GI kind:GPd kind:Nt, kind:Pd kind:U$ kind:U,I kind:^dW kind:aWP kind:cIt kind:cL
+0.17 kind:dNt kind:gWd kind:gdt kind:gtW kind:mat kind:tN kind:tWN kind:tWt kind:tg, kind:vdt
+0.17 shape:Wï shape:^0 word:but word:dimension word:ends word:forbids word:lose word:none
+0.17 word:percent word:permit word:prefix word:replication word:static word:times
+0.16 kind:,Ig kind:,m kind:CtN kind:GLt kind:Gg kind:Gtt kind:IC kind:Idg kind:Itd kind:NXP kind:Nv
+0.16 kind:PNU kind:WG kind:WIi kind:WPN kind:WWP kind:XP kind:^P kind:dIt kind:dIv kind:gP1
+0.16 kind:gPt kind:gWc kind:gWt kind:gtg kind:mLG kind:pad kind:tNP kind:tav kind:tct kind:tt$
+0.16 kind:ttp kind:t␣ shape:,u shape:/ shape:GI shape:IC shape:PP shape:RL shape:S$ shape:St
+0.16 shape:bI shape:cn shape:dë shape:it shape:yd shape:ä shape:ŝp word:) word:/ word:< word:came
+0.16 word:court word:end word:fine word:go word:ink word:marks word:ones word:runtime word:slot
+0.16 word:turbine word:€
+0.15 kind:,gN kind:-NU kind:1gP kind::G kind:ICN kind:NU kind:PL kind:PN: kind:PWI kind:WtO
+0.15 kind:^gW kind:^tI kind:aG kind:gWI kind:tO$ kind:tWg kind:tcI kind:vd kind:wt shape:,P shape:-
+0.15 shape:0a shape::G shape:Gt shape:I$ shape:IH shape:Ig shape:Mz shape:Ug shape:^S shape:yN
+0.15 shape:äW shape:ïy word:- word:arrive word:diesel word:exists word:falls word:fit word:loses
+0.15 word:pick word:published word:stage word:steps word:t word:°c
+0.14 kind:,I$ kind:-N kind:1tO kind:Gg$ kind:GtP kind:IIG kind:IN kind:IPd kind:ItI kind:LWP
+0.14 kind:Lg$ kind:N:N kind:O$ kind:PdN kind:WPY kind:Xd kind:^Wt kind:^pa kind:^tc kind:^wa
+0.14 kind:cIa kind:dWg kind:gGd kind:gd kind:pdt kind:tPL kind:tp kind:vvP shape:-N shape::I
+0.14 shape:G2 shape:MS shape:N: shape:O$ shape:V, shape:Xd shape:aM shape:dW shape:ep shape:vI
+0.14 shape:äG shape:ŝO shape:ŝP word:coolant word:core word:drops word:k word:module word:more␣than
+0.14 word:see word:switch word:test
+0.13 kind:Dd kind:GPW kind:GW kind:GtW kind:I/ kind:LaG kind:NPI kind:NXt kind:Nc kind:WPP kind:Xt
+0.13 kind:^Gt kind:^IG kind:^tL kind:atP kind:cWg kind:cvg kind:dI$ kind:dN kind:gGN kind:gWN
+0.13 kind:pW kind:pat kind:tC kind:tGW kind:tIP kind:tPI kind:tWL kind:tdW kind:tid kind:vGt
+0.13 kind:vaL kind:vtd shape:Ct shape:Dd shape:E shape:Fi shape:HW shape:I/ shape:NU shape:f
+0.13 shape:tF shape:tn shape:v: shape:yt shape:äP shape:ïM shape:ïc shape:␣ word:across word:below
+0.13 word:boot word:cell word:container word:crash word:disaggregation word:district word:eviction
+0.13 word:expert word:fibre word:live word:mesh word:mm word:ms word:open word:optical word:out␣of
+0.13 word:own word:pads word:process word:seed word:silently word:sites word:transformer word:weeks
+0.13 word:written
+0.12 kind:/I kind:/U, kind:IIa kind:IaG kind:IaL kind:LPI kind:LdI kind:Nta kind:P1 kind:PU
+0.12 kind:PUN kind:UPg kind:^1t kind:a1 kind:aGP kind:aN kind:cLg kind:cgt kind:ctt kind:gad
+0.12 kind:pdg kind:t= kind:tII kind:tIg kind:tIt kind:tLg kind:taL shape:/I shape:/l shape:D
+0.12 shape:Gz shape:H2 shape:Kt shape:NS shape:SA shape:^W shape:a1 shape:aN shape:az shape:eI
+0.12 shape:gM shape:pe shape:äa shape:ëy shape:ïR shape:ö shape:öS word:( word:an word:block
+0.12 word:blocks word:caches word:caching word:cards word:energy word:evaluation word:goes
+0.12 word:has␣no word:modules word:mw word:order word:scales word:stack word:take word:third
+0.12 word:verification
+0.11 kind:1t$ kind:=NU kind:Ga kind:Gvt kind:IWL kind:IWN kind:ItW kind:LtP kind:NW kind:NWt
+0.11 kind:O, kind:PIt kind:WLt kind:WPI kind:WU kind:WUN kind:d1t kind:dgI kind:dtI kind:g,p
+0.11 kind:gCN kind:tG$ kind:v: kind:␣t shape:GS shape:Gä shape:IW shape:I␣ shape:Lë shape:O,
+0.11 shape:Pg shape:RW shape:Sp shape:^A shape:^ï shape:bt shape:ez shape:i shape:l$ shape:q$
+0.11 shape:t␣ shape:vŝ shape:wm word:back word:checkpoint word:class word:drift word:hour
+0.11 word:kernel word:longer␣than word:migration word:off word:paged word:shared word:user
+0.11 word:work
+0.10 evidence:number≥0.3 kind:,pd kind:NUG kind:PGv kind:PI, kind:PN$ kind:Pt kind:U, kind:UG
+0.10 kind:WC kind:Wtt kind:^IL kind:^gG kind:^tt kind:aC kind:aCN kind:atd kind:cd kind:cdg
+0.10 kind:gav kind:gg$ kind:t,p kind:t=N kind:tN$ kind:tcL kind:tp$ kind:ttC kind:→N shape:2I
+0.10 shape:2g shape:H, shape:KU shape:MI shape:My shape:Pt shape:aC shape:aP shape:cŝ shape:dŝ
+0.10 shape:gF shape:tO shape:zv shape:zå shape:ŝN shape:→N word:base word:built word:can word:come
+0.10 word:experts word:ignores word:makes word:mask word:next word:nothing word:rejects
+0.10 word:requires word:single word:site word:tokenizer word:whose
+0.09 kind:G, kind:I= kind:IWI kind:IcI kind:ItL kind:NPt kind:NU, kind:Nt$ kind:Od kind:Odt
+0.09 kind:PIc kind:UNP kind:WIt kind:WPd kind:^dg kind:^vG kind:aLW kind:adg kind:d1 kind:dtv
+0.09 kind:gC kind:gaW kind:v,d kind:vgg shape:0 shape:2N shape:I= shape:IF shape:M$ shape:MP
+0.09 shape:Od shape:PR shape:Rg shape:d1 shape:dK shape:lS shape:pS shape:q, shape:qG shape:tH
+0.09 shape:v2 shape:ve shape:ëI shape:ïP shape:ïd shape:ŝF word:because word:chat word:checkpoints
+0.09 word:code word:customer word:first word:head word:holds word:returns word:ships word:token
+0.09 word:um word:wafer
+0.08 evidence:named≥0.5 evidence:named≥0.7 evidence:named≥0.85 kind:1I kind:Cdt kind:GP$ kind:Gv$
+0.08 kind:IGP kind:IgP kind:N: kind:NPN kind:NUd kind:NUt kind:PtW kind:Ptt kind:Pvv kind:Ud
+0.08 kind:^O kind:^ga kind:dIP kind:dti kind:gaG kind:gi kind:tWW kind:vI kind:vPg shape:B$
+0.08 shape:GM shape:K$ shape:KS shape:Kg shape:Rn shape:U, shape:UM shape:^O shape:gd shape:gi
+0.08 shape:tL shape:tb shape:ti shape:tŝ shape:y shape:ŝa word:as word:call word:for word:hours
+0.08 word:left word:m word:not word:pass word:plant word:stops word:table word:traffic word:whole
+0.07 evidence:failure≥0.5 evidence:missing-thing≥0.3 evidence:missing-thing≥0.5 evidence:number≥0.5
+0.07 kind:IgW kind:LIt kind:Lat kind:Ngt kind:Pdd kind:Ptc kind:WCN kind:dga kind:idt kind:t/
+0.07 kind:tLa kind:tPN kind:tma kind:ttL kind:vPt shape:H$ shape:Ud shape:då shape:gP shape:gR
+0.07 shape:nM shape:pM shape:qq shape:qt shape:t/ shape:vR shape:ïg word:another word:different
+0.07 word:per word:reads word:within
+0.06 evidence:behaviour≥0.3 evidence:behaviour≥0.5 evidence:condition≥0.7 evidence:failure≥0.3
+0.06 evidence:failure≥0.7 evidence:named≥0.3 evidence:number≥0.7 evidence:share≥0.3
+0.06 evidence:share≥0.5 evidence:share≥0.7 kind:/UP kind:NPd kind:PIW kind:PY kind:Pdt kind:Ut$
+0.06 kind:WtP kind:avv kind:dgP kind:gGP kind:gL kind:id kind:t,P kind:tW$ kind:v, kind:vG kind:vtW
+0.06 shape:2t shape:HM shape:Iy shape:MC shape:Mg shape:NM shape:R, shape:aë shape:gG shape:id
+0.06 shape:na shape:äg shape:␣t word:backend word:may word:only
+0.05 evidence:behaviour≥0.7 evidence:failure≥0.85 evidence:measure≥0.85 kind:Cd kind:I␣ kind:NX
+0.05 kind:PP kind:Pp kind:U/U kind:UPN kind:Wtg kind:^td kind:ct kind:mL shape:2p shape:Cd shape:G
+0.05 shape:NX shape:Nŝ shape:Rt shape:X shape:av shape:cI shape:g2 shape:qŝ shape:tP shape:va
+0.05 shape:åt shape:ŝ$ shape:ŝ2 shape:ŝy
+0.04 evidence:behaviour≥0.85 evidence:condition≥0.3 evidence:count≥0.5 evidence:missing-thing≥0.7
+0.04 kind:It$ kind:Ng$ kind:Wg kind:tga shape:dq shape:dö shape:gŝ
+0.03 evidence:condition≥0.5 evidence:count≥0.3 evidence:measure≥0.3 evidence:measure≥0.5
+0.03 evidence:measure≥0.7 evidence:missing-thing≥0.85 evidence:plain-fact≥0.5 evidence:said≥0.5
+0.03 evidence:said≥0.7 evidence:said≥0.85 kind:IY kind:Ntt kind:WPt kind:Wc kind:^v kind:pa
+0.03 shape:%$ shape:IY shape:^ö shape:pa
+0.02 evidence:plain-fact≥0.7 shape:II
+0.01 kind:PNt kind:ttW
-0.01 shape:^ŝ word:in
-0.02 kind:dv kind:vk shape:k word:from word:than
-0.03 kind:Gdt kind:gPN shape:HG word:by word:on word:still word:we
-0.04 kind:,g kind:Pa kind:^d kind:^gg shape:: shape:PI shape:Pa shape:^d shape:h shape:s word:$
-0.04 word:: word:many
-0.05 kind:GPg kind:Ltt kind:Pvt kind:ag kind:cW kind:gPI kind:t$ kind:ti kind:vg$ shape:A shape:G,
-0.05 shape:Pp shape:Pv shape:^P shape:v word:cache word:load
-0.06 kind:GPv kind:NUI kind:PIY kind:PNP kind:Pgt kind:Utt kind:^t kind:^tG kind:dG kind:mt kind:p$
-0.06 shape:G$ shape:Ha shape:^H shape:gS shape:åŝ word:, word:cannot word:model word:w word:yet
-0.07 kind::d kind:GPN kind:Gv kind:I,N kind:NUc kind:Ng kind:PY$ kind:PtN kind:Uc kind:Wvg kind:^IY
-0.07 kind:^N kind:aLg kind:at kind:av$ kind:ctg kind:ggW kind:paL kind:pt kind:tc kind:vPI kind:va
-0.07 kind:wa shape:/U shape:2 shape::d shape:= shape:Mp shape:Wŝ shape:aS shape:dG shape:dv
-0.07 shape:vc shape:wa shape:ŝC shape:ŝG word:= word:remains word:takes word:who
-0.08 kind:Itt kind:LW kind:Lc kind:NUW kind:PG kind:Wp kind:^tg kind:ac kind:ap kind:avc kind:dWt
-0.08 kind:dt, kind:dta kind:gN kind:gQ kind:pm kind:taG kind:tcW kind:tcg kind:tdg kind:tt,
-0.08 kind:ttI kind:vPd kind:vav shape:,c shape:Gv shape:Iä shape:NP shape:NR shape:PH shape:Så
-0.08 shape:ab shape:ap shape:d shape:g, shape:qg shape:tc shape:tö word:acceptance word:could
-0.08 word:fall word:like word:loop word:questions word:release word:says word:them word:throughput
-0.09 kind:,W kind:,vv kind:CNU kind:Gc kind:LgP kind:Lv kind:N,c kind:Pvg kind:Pvp kind:QG kind:WIP
-0.09 kind:g,P kind:g,t kind:gPd kind:m$ kind:tGp kind:tgm kind:vm shape:, shape:,M shape:,ö
-0.09 shape:Mq shape:PG shape:^n shape:cz shape:qR shape:yq shape:äy shape:ïa shape:ŝc word:battery
-0.09 word:between word:layer word:make word:our word:patience word:people word:requests word:should
-0.09 word:since word:sits word:well
-0.10 kind:,tN kind:1P kind:Gv, kind:I: kind:IIt kind:Ic kind:Id kind:Ldg kind:PCN kind:Pav kind:WdI
-0.10 kind:Wg$ kind:^t, kind:^tP kind:aLP kind:dNg kind:dWP kind:g,I kind:gtc kind:gtt kind:mG
-0.10 kind:p, kind:tGd kind:tPp kind:vta kind:vtt shape:,ë shape:GR shape:Ic shape:V$ shape:an
-0.10 shape:ge shape:iŝ shape:p, shape:qa shape:qp shape:tS shape:tm shape:uG shape:ä, word:better
-0.10 word:day word:early word:later word:supply word:support word:they word:where word:×
-0.11 kind:,IY kind:,gt kind:,t, kind:,td kind::g kind:II, kind:Ntc kind:^Lt kind:a$ kind:cdN
-0.11 kind:cvP kind:dII kind:dgG kind:gI kind:gWg kind:gp kind:t,I kind:t/t kind:vPp kind:vW
-0.11 shape:At shape:Id shape:RP shape:aö shape:aý shape:cM shape:e$ shape:gv shape:o shape:pP
-0.11 shape:äc word:anything word:b word:benchmark word:chips word:demand word:few word:if
-0.11 word:neighbours word:of word:somebody word:something
-0.12 kind:,Ic kind:,ct kind:1W kind:IIP kind:Qdt kind:U,N kind:UPI kind:Wv kind:WvP kind:Wvv
-0.12 kind:YPd kind:^pW kind:aI kind:cdI kind:cta kind:dY kind:g,v kind:gG$ kind:gcd kind:gg,
-0.12 kind:mLt kind:t,v kind:tPv kind:tpP kind:vv$ kind:vvv shape::v shape:AI shape:HS shape:I:
-0.12 shape:Sö shape:^M shape:^z shape:dY shape:gp shape:gä shape:mt shape:n shape:nv shape:ë$
-0.12 shape:ëï shape:öI word:accelerators word:comes word:customers word:does word:get word:give
-0.12 word:harder word:length word:most word:much word:needs word:numbers word:papers word:said
-0.12 word:took word:works
-0.13 kind:,tc kind:GvP kind:Ita kind:Lvt kind:PQ kind:PWg kind:PdG kind:Pta kind:Y, kind:^dv
-0.13 kind:^wm kind:cII kind:cP kind:gc kind:taa kind:tdd kind:tgc kind:vdg shape:,S shape:,ý
-0.13 shape:GP shape:Md shape:PC shape:Y, shape:Z$ shape:^R shape:cg shape:q2 shape:vg shape:vq
-0.13 shape:öM shape:ŝL shape:ŝv word:freight word:had word:late word:light word:need word:node
-0.13 word:port word:size word:somewhere word:strain word:taken
-0.14 kind:,I: kind:,Ia kind:,It kind:,L kind::v kind:DPd kind:GN kind:I, kind:I,d kind:NUa kind:PC
-0.14 kind:PvP kind:^tN kind:g,G kind:gPg kind:gat kind:gvP kind:pGP kind:pv kind:t:t kind:tU
-0.14 kind:tt/ shape:Hm shape:M2 shape:NH shape:SR shape:^ä shape:g shape:gI shape:pg shape:s,
-0.14 shape:uM shape:wu shape:yŝ word:design word:hides word:kernels word:lines word:pages
-0.14 word:pumps word:tb word:trust
-0.15 kind:,P kind:,d kind:/t kind:1Pd kind:Gid kind:IIW kind:NI kind:NI$ kind:Ug$ kind:W, kind:Wt,
-0.15 kind:Yc kind:Yt kind:^C kind:^p kind:cvv kind:dW kind:o$ kind:v,c kind:vat kind:vtg kind:vvt
-0.15 shape:%t shape:,d shape:,y shape:12 shape:AR shape:GN shape:Gy shape:I, shape:N, shape:RG
-0.15 shape:RH shape:Uŝ shape:Yc shape:^C shape:^p shape:cd shape:nt shape:o$ shape:ï2 shape:ïe
-0.15 shape:ö$ shape:ög shape:ŝ␣ word:already word:a␣lot word:been word:control word:fail word:fire
-0.15 word:hard word:inference word:layers word:moment word:nuclear word:perf word:to word:up
-0.15 word:week word:without word:your
-0.16 kind:,C kind:,Lt kind:,Pt kind:,dt kind:CI kind:G$ kind:G: kind:GPP kind:Iad kind:Iga kind:OG
-0.16 kind:Pc kind:Ptm kind:YcI kind:^vg kind:aQ kind:dd kind:dg, kind:gII kind:gN, kind:tN,
-0.16 kind:tgt shape:,C shape:CI shape:G: shape:RS shape:Së shape:U$ shape:^ë shape:aQ shape:dd
-0.16 shape:hv shape:tN shape:ty word:all word:at␣least word:behind word:cold word:else word:half
-0.16 word:just word:proprietary word:quantum word:sounds word:value word:was word:wasted
-0.17 kind:,Nt kind:/tt kind:GPt kind:Gi kind:Gw kind:IY, kind:N, kind:P$ kind:UIt kind:Ua kind:WGd
-0.17 kind:YP kind:cNU kind:dI, kind:dg kind:dtp kind:gcG kind:gg: kind:gm kind:gtP kind:iga kind:tm
-0.17 shape:/t shape:1u shape:Gw shape:Mv shape:^g shape:ný shape:åä shape:ëS shape:ŝe shape:ŝu
-0.17 word:act word:data word:ever word:networks word:second word:standards word:their
-0.18 kind:Ct$ kind:GdI kind:Itc kind:Pgc kind:WNt kind:at$ kind:cdv kind:g$ kind:gGt kind:mtP
-0.18 kind:pL kind:t,G kind:t,g kind:tig kind:tpg kind:vWP kind:vc shape:M, shape:Mt shape:P$
-0.18 shape:Pc shape:Vi shape:at shape:gy shape:å, word:^ word:compute word:debate word:driver
-0.18 word:everyone word:fab word:farm word:fill word:gets word:itself word:nodes word:other
-0.18 word:spring word:want
-0.19 kind:,N kind:,Ng kind:,Wt kind:,cg kind:1m kind:I:G kind:PW kind:Wt$ kind:^dY kind:aIt kind:aa
-0.19 kind:dvg kind:gP kind:mWd kind:pga kind:vgP shape:Aŝ shape:Ie shape:aa shape:tp shape:zt
-0.19 word:% word:book word:conditions word:expect word:good word:instruction word:label word:lost
-0.19 word:more word:runs word:scheduler word:software word:water word:whenever
-0.20 kind:,GP kind:G:t kind:LIg kind:Ldt kind:Pg$ kind:W: kind:WPW kind:YU kind:^G: kind:^Pg
-0.20 kind:^gN kind:^gt kind:^tY kind:^vP kind:cNt kind:gWP kind:tW: kind:tYP kind:tcd kind:vp
-0.20 shape:Hc shape:UI shape:Y% shape:Y2 shape:^q shape:dA shape:dM shape:yg word:clouds
-0.20 word:long-context word:note word:theory
-0.21 kind:U,t kind:UPW shape:,h shape:2M shape:NI shape:cq shape:ä$ shape:ï$ shape:ŝ, shape:ŝV
-0.21 word:are word:check word:cost word:cuts word:free word:heat word:reward word:silicon word:v
-0.21 word:walk
-0.22 kind:IYc kind:Pt␣ kind:cG kind:dtG kind:ttN kind:vg shape:F2 shape:IP shape:M: shape:Sq
-0.22 shape:cG shape:qS word:either word:figures word:have word:lunch word:n word:reader word:real
-0.23 kind:Gp kind:LPd kind:PNI kind:YI kind:^WN kind:^g kind:gt, kind:vL kind:vNU shape:YI shape:dR
-0.23 shape:dg shape:g$ shape:ga shape:pG shape:ŝi word:become word:great word:it word:leaves
-0.23 word:mixed word:racks word:say word:slide
-0.24 kind:^Lv kind:^dN kind:dWN kind:pg kind:ttm shape:Y word:feel word:its word:minutes
-0.24 word:quantisation
-0.25 kind::t kind:Pv kind:ad kind:adt kind:tmW shape:,N shape:Gp shape:Sŝ shape:ad shape:ït
-0.25 word:every word:use word:you
-0.26 kind:^dI kind:gaL kind:t, kind:tgP shape:2d shape:ey word:field word:long word:years
-0.27 kind:LP kind:Ld kind:gv kind:ig kind:tPt kind:v$ shape:^å shape:ig word:fusion
-0.28 kind:PdW kind:ga kind:wW shape:VS shape:cN shape:m shape:nd shape:wM shape:ŝt word:buildings
-0.28 word:rail
-0.29 kind:PgN kind:cN kind:cWP kind:cg kind:dvN kind:pG kind:vP kind:vv shape:^G shape:d$
-0.29 word:about word:quality word:simply
-0.30 kind:,t kind:Gt$ kind:cIY kind:mW shape:MG shape:a word:certain
-0.31 kind:,v kind:aLd kind:dg$ kind:vN shape::t word:operators word:room
-0.32 kind:I,I kind:II$ shape:ta word:problems word:with
-0.33 kind:^I, kind:gtG kind:tPg kind:t␣t shape:qN shape:vP shape:ý
-0.34 kind:,cv kind:^NU shape:ïS word:km
-0.35 kind:d$ shape:ýt
-0.36 kind:GP
-0.37 kind:ItP kind:cv kind:t,t shape:Z shape:p word:cooling word:last word:thing word:what
-0.38 kind:,I kind:,I, kind:Pdg shape:,I shape:Sg word:packs word:some
-0.39 shape:NZ
-0.40 kind:Pg
-0.41 kind:,tP shape:,ŝ shape:u shape:v$ word:or
-0.42 shape:td
-0.43 kind:^G kind:tad shape:Iï word:that word:will
-0.44 word:and
-0.45 shape:Q
-0.49 shape:,G
-0.51 shape:V shape:w word:up␣to
-0.54 word:fix
-0.57 word:would
-0.61 kind:dt$
-0.65 kind:,G
-0.72 shape:q
-0.83 shape:c
-2.26 frame:pointed
-3.70 frame:topic"""
