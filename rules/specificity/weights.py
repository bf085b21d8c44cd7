"""What each pattern adds to the log-odds that a statement is specific, in falling order.

`word:` is a word (with ␣ for a space); the other families are stretches of the roles in
`lexicon`, told apart in `patterns`. Written by `python -m bench.train_specificity --write`.
"""

from typing import Final

BIAS: Final = -6.11
TABLE: Final = """\
+1.16 shape:I
+1.03 kind:tW shape:W
+0.69 shape:e
+0.68 kind:PI
+0.66 kind:tt
+0.65 word:the
+0.61 kind:dtt
+0.59 kind:LI
+0.58 shape:L
+0.56 kind:tg
+0.55 kind:Lt kind:ttt
+0.54 kind:I$ shape:tt
+0.53 shape:O
+0.52 kind:,cd shape:^t
+0.51 kind:gW
+0.49 kind:1t kind:It shape:M shape:l
+0.48 shape:R shape:z
+0.47 kind:IW kind:tt$ shape:LI
+0.46 shape:It
+0.45 evidence:all≥0.5 shape:F shape:SI
+0.44 kind:^dt shape:eP
+0.43 kind:tL shape:A
+0.42 kind:^I shape:N shape:Nl shape:Pŝ shape:t
+0.41 kind:CN shape:H shape:tG
+0.40 evidence:all≥0.7 kind:,tt
+0.39 kind:,c kind:NP
+0.38 kind:IG kind:WI shape:,b shape:t: shape:tM shape:ŝ shape:ŝS
+0.37 kind:Ig kind:dtW kind:tG shape:I$ shape:ë
+0.36 kind:Wt kind:dt kind:g,c shape:ae word:must
+0.35 evidence:pinned≥0.5 evidence:plain-fact≥0.3 kind:N$ kind:^It kind:dgW kind:gt shape:gW word:a
+0.35 word:new
+0.34 evidence:all≥0.3 kind:Nt kind:^W kind:ttP kind:␣$ shape:^I shape:␣$
+0.33 evidence:pinned≥0.7 kind:cdt kind:tP kind:tta shape:B word:weights
+0.32 kind:PtP kind:dIt shape:t$ word:unavailable
+0.31 kind:WP kind:WW kind:dvt kind:td kind:tgW kind:tt: shape:IR shape:N2 shape:tå
+0.30 kind:II kind:UP kind:WN kind:dI kind:tO kind:tdt shape:IG shape:MS shape:ne shape:tä
+0.29 kind:I,t kind:NU kind:N␣ kind:WNU kind:gg kind:ttG shape:C shape:IM shape:MN shape:N$ shape:ïH
+0.29 word:after word:at
+0.28 evidence:pinned≥0.3 kind:IL kind:Lt$ kind:tI kind:vt shape:1H shape:1t shape:Ig shape:te
+0.28 shape:vt shape:å word:all-reduce word:has word:target
+0.27 kind:La kind:dgt kind:gO kind:tPd kind:t␣$ shape:P shape:dä word:bearing word:lacks word:no
+0.27 word:sglang
+0.26 evidence:all≥0.85 evidence:pinned≥0.85 kind::G kind::Gd kind:NUP kind:Pd kind:WtW kind:^LI
+0.26 kind:aW kind:gt$ kind:ttd kind:␣t␣ shape:1 shape::G shape:T$ shape:dH shape:öt word:full
+0.26 word:pick word:vendor
+0.25 kind:1g kind:PdI shape:SB shape:dï shape:yt word:above word:any word:be word:host word:tool
+0.24 kind:IC kind:P1t kind:UPd kind:WG kind:^L kind:^NP kind:tdI shape:FS shape:IC shape:Pd
+0.24 word:accepts word:change word:third
+0.23 kind:GdN kind:atP kind:cI kind:taW shape:N␣ shape:tR word:do word:draft word:supplier
+0.22 kind:,cI kind::NU kind:L$ kind:^Wt kind:dtm kind:t,c kind:tWI kind:tmL shape:CK shape:II
+0.22 shape:K shape:NT shape:PP shape:R2 shape:T shape:WI shape:^L shape:dI shape:f shape:tC shape:ä
+0.22 word:lets word:none word:not
+0.21 kind:ItG kind:PN kind:dtg kind:pd kind:vdt shape:2I shape:D shape:^v shape:gO shape:pd
+0.21 shape:z$ shape:ëg shape:ŝP shape:ŝd word:delivery word:licence word:so word:through
+0.21 word:tokens word:which
+0.20 kind:CNg kind:ItW kind:NW kind:Nta kind:Wdt kind:adv kind:dgg kind:tLI kind:tPN kind:tg,
+0.20 shape:- shape:HR shape:Ht shape:Wd shape:vy word:-
+0.19 kind:-N kind:1tt kind:ILt kind:IWt kind:LI$ kind:Lg kind:NPd kind:PNX kind:Wi kind:^vt
+0.19 kind:aL$ kind:cL kind:dWW kind:ggt kind:t/ kind:tWd shape:-N shape:CN shape:IL shape:Iŝ
+0.19 shape:MI shape:Wï shape:t/ shape:ët shape:öG shape:ŝM word:active word:against word:bandwidth
+0.19 word:build word:each word:forbids word:h word:keeps word:open word:there word:until
+0.18 kind::N kind:IP kind:Lg$ kind:^WP kind:^va kind:cd kind:gWt kind:pdt kind:t: kind:tGt kind:tLt
+0.18 kind:tWt kind:taL kind:tid kind:t␣ shape:/ shape::N shape:Sd word:) word:/ word:counters
+0.18 word:drops word:only␣with word:policy word:run word:short word:speculation word:wide
+0.17 kind:-NU kind:GL kind:O$ kind:PgP kind:^La kind:dtP kind:gPI kind:gtg kind:tpd shape:2N
+0.17 shape:Hg shape:O$ shape:R$ shape:SN shape:^N shape:eI shape:tW shape:␣ word:expert word:take
+0.17 word:€
+0.16 kind:GtW kind:Ii kind:Iv kind:PId kind:WPN kind:gNU kind:tma shape:$N shape:Ii shape:Kg
+0.16 shape:NM shape:S shape:b shape:äW word:attention word:end word:film word:prefill word:step
+0.16 word:stop
+0.15 kind:CtN kind:GPN kind:IN kind:Idg kind:It␣ kind:Nt$ kind:Ov kind:Pt, kind:UNc kind:WL kind:Wd
+0.15 kind:Wtt kind:avP kind:gPt kind:gad kind:ggP kind:mL kind:mat kind:tct kind:tg$ kind:vtL
+0.15 shape:1ä shape:IW shape:NS shape:Pë shape:bI shape:bd shape:gN shape:mn shape:tn shape:zI
+0.15 shape:ïM shape:öŝ shape:ŝp word:( word:but word:came word:diesel word:eager word:exists
+0.15 word:has␣no word:k word:keys word:lock word:loses word:own word:under word:weight
+0.14 kind:GI kind:IPt kind:Igt kind:PPd kind:Uta kind:WPP kind:^IW kind:^tG kind:cIW kind:gWI
+0.14 kind:gWc kind:pI kind:pad kind:tNt shape:,t shape:GI shape:M$ shape:MM shape:Nt shape:WG
+0.14 shape:^0 shape:^A shape:^M shape:aM shape:pI shape:äg word:court word:fit word:line
+0.14 word:portal word:rate word:replication word:shared word:transformer word:year
+0.13 kind:,gN kind:,p kind:1tO kind:Gt kind:GtP kind:IPd kind:LWP kind:Ltt kind:NXP kind:Nv
+0.13 kind:WN$ kind:WPY kind:XP kind:^PI kind:^tc kind:gN kind:pa kind:tCN kind:tGW kind:tO$
+0.13 kind:tWN kind:tWg kind:tY$ kind:tp kind:␣P kind:␣t shape:,p shape:Gg shape:Gt shape:H,
+0.13 shape:dë shape:it shape:na shape:pa shape:qG shape:tI shape:t␣ shape:åt shape:ïg word:across
+0.13 word:an word:batch word:below word:budget word:clause word:ends word:falls word:law
+0.13 word:models word:out␣of word:permit word:published word:sell word:slows word:switch
+0.13 word:turbine word:types word:whose word:°c
+0.12 kind:Dt kind:GPd kind:GW kind:Gtt kind:NUt kind:NWt kind:NXt kind:PL kind:Pdt kind:UPt kind:Xt
+0.12 kind:^IG kind:^gW kind:a1 kind:aLt kind:atd kind:dN kind:dNt kind:gWd kind:ipa kind:pat
+0.12 kind:tD kind:tW$ kind:tcI kind:ttc shape:0a shape:Aï shape:Ct shape:G2 shape:Lë shape:RL
+0.12 shape:V, shape:^S shape:a1 shape:as shape:ep shape:gM shape:tD shape:yd shape:äM shape:ëI
+0.12 shape:ïc word:bond word:built word:capacity word:costs word:district word:doubles word:energy
+0.12 word:eviction word:ferries word:fine word:ones word:paged word:schemes word:signs word:stage
+0.12 word:tower word:train word:verification
+0.11 evidence:missing-thing≥0.3 evidence:missing-thing≥0.5 kind:,I$ kind:,PI kind:,m kind:,pd
+0.11 kind:1gP kind::I kind:IWN kind:IaL kind:Ltg kind:Nga kind:O, kind:Ot kind:P1 kind:UN kind:UPg
+0.11 kind:^Gt kind:^IL kind:^N kind:^tt kind:cWg kind:ctt kind:cvg kind:d1t kind:dIg kind:dti
+0.11 kind:g: kind:gGd kind:gta kind:pdg kind:tIg kind:tWL kind:tWp kind:tat kind:tgG kind:v:
+0.11 kind:vG kind:vGt shape:,u shape:Fi shape:Gz shape:Mp shape:O, shape:Ut shape:Xt shape:av
+0.11 shape:dK shape:gG shape:gg shape:ng shape:tF shape:tg shape:v: shape:ŝO word:arrive
+0.11 word:assigns word:before word:blocks word:caches word:call word:class word:crash
+0.11 word:evaluation word:lose word:marks word:minute word:module word:nightly word:only
+0.11 word:prefix word:result word:speed word:station word:tariff word:when word:whoever word:wrong
+0.10 kind:/I kind:/U kind:CNt kind:I= kind:ICN kind:INU kind:Itg kind:NPI kind:NX kind:Od kind:Odt
+0.10 kind:PI$ kind:PI, kind:PN: kind:PNt kind:PU kind:PUN kind:U$ kind:Wc kind:WtN kind:^1t
+0.10 kind:^tv kind:^v kind:^vG kind:adg kind:cIt kind:cLg kind:gCN kind:gGN kind:gcL kind:gdt
+0.10 kind:idt kind:tC kind:tII kind:tWa kind:tp$ kind:vPg kind:vvP shape:/I shape:I= shape:IN
+0.10 shape:Mï shape:NX shape:Nŝ shape:Od shape:Oŝ shape:St shape:^ö shape:dŝ shape:eë shape:g:
+0.10 shape:gR shape:tO shape:ve shape:wm shape:y shape:äP shape:ïR shape:öö word:@ word:asks
+0.10 word:base word:dies word:disaggregation word:fibre word:first word:for word:kernel word:makes
+0.10 word:matter word:optical word:output word:over word:percent word:ships word:single word:sites
+0.10 word:slots word:test word:user
+0.09 evidence:missing-thing≥0.7 evidence:named≥0.5 kind:Dd kind:GLt kind:IIa kind:Lat kind:N:N
+0.09 kind:O,c kind:PN$ kind:PNP kind:Pt kind:U/U kind:UN$ kind:WC kind:^d kind:^pa kind:^tL
+0.09 kind:aLI kind:gaW kind:it kind:t,d kind:t:I kind:tGL kind:tga kind:ttL kind:tv kind:wt kind:␣W
+0.09 shape:,P shape:Dd shape:In shape:Iy shape:KU shape:N: shape:^W shape:^d shape:cI shape:ed
+0.09 shape:l$ shape:nG shape:åŝ shape:␣M shape:␣t word:checkpoints word:firmware word:from word:go
+0.09 word:halves word:i word:kv word:longer␣than word:modules word:mw word:night word:nothing
+0.09 word:order word:page word:rejects word:seed word:steps word:tenant word:token word:vs
+0.09 word:weeks
+0.08 evidence:missing-thing≥0.85 evidence:named≥0.7 evidence:named≥0.85 evidence:share≥0.3
+0.08 evidence:share≥0.5 evidence:share≥0.7 kind:,dg kind:=N kind:IIG kind:Id kind:It, kind:NU$
+0.08 kind:PGv kind:PI: kind:PII kind:PIt kind:Pgg kind:Ptd kind:WPt kind:WU kind:WUN kind:WWN
+0.08 kind:Wa kind:Wid kind:Wp$ kind:^dW kind:^ga kind:cgt kind:dI$ kind:gaG kind:kN kind:ma
+0.08 kind:pPd kind:pWd kind:tG$ kind:tPI kind:tav kind:ttp kind:wm shape:2ö shape::I shape:=N
+0.08 shape:B$ shape:GM shape:IV shape:Iv shape:I␣ shape:KS shape:MW shape:Ma shape:RW shape:Rd
+0.08 shape:Sp shape:aP shape:aW shape:dA shape:dt shape:då shape:kN shape:l, shape:q$ shape:qŝ
+0.08 shape:ti shape:tu shape:vI shape:öS word:another word:backend word:because word:bit word:chat
+0.08 word:customer word:head word:hours word:ignores word:lead word:next word:number word:one
+0.08 word:returns word:schema word:them word:wheel word:worse
+0.07 evidence:named≥0.3 kind:Cdt kind:Gvt kind:IIW kind:It$ kind:LaG kind:Nt, kind:PIG kind:PIa
+0.07 kind:Pdv kind:PtI kind:PtW kind:Pvg kind:Ut kind:WCN kind:WWP kind:Wgt kind:Wp kind:cIa
+0.07 kind:cdW kind:d1 kind:gC kind:gPW kind:gi kind:t,p kind:tLa kind:vd kind:vtG shape:/l shape:2t
+0.07 shape:Ag shape:H2 shape:I2 shape:Id shape:K$ shape:Kt shape:SA shape:Sv shape:aG shape:az
+0.07 shape:d1 shape:eS shape:ez shape:g2 shape:gF shape:gi shape:lS shape:p$ shape:pS shape:pe
+0.07 shape:tL shape:ua shape:yN shape:äG shape:ŝF word:as word:cards word:checkpoint word:gb
+0.07 word:grid word:mm word:more␣than word:pass word:points word:start word:temperature
+0.07 word:traffic word:twice word:um word:vector word:written word:yield
+0.06 evidence:failure≥0.5 evidence:number≥0.3 kind:1I kind:1tP kind:CN$ kind:Ct kind:Gd kind:IWd
+0.06 kind:ItL kind:N- kind:N-N kind:NUd kind:PIP kind:PIc kind:Pd1 kind:Ud kind:WIP kind:WPI
+0.06 kind:WPd kind:Wtg kind:^Lt kind:^O kind:^w kind:dNU kind:dv$ kind:tN$ kind:ttC kind:vg,
+0.06 shape:At shape:E shape:Mz shape:N- shape:Pt shape:Rg shape:S$ shape:U, shape:UM shape:^O
+0.06 shape:^w shape:cŝ shape:dq shape:eN shape:va shape:vv shape:ëP shape:ïd shape:ö word:by
+0.06 word:holds word:off word:results word:stack word:stacks word:t word:work
+0.05 evidence:count≥0.5 evidence:failure≥0.3 evidence:number≥0.5 evidence:plain-fact≥0.5
+0.05 evidence:plain-fact≥0.7 kind:Cd kind:Gv$ kind:I,c kind:IPI kind:Ia kind:Itt kind:LIt kind:NPN
+0.05 kind:NgP kind:PIW kind:UPN kind:W$ kind:^P kind:^tI kind:aG kind:av kind:gGP kind:gWN kind:ggG
+0.05 kind:gtW kind:gtd kind:tIW kind:tIt kind:tP1 kind:tWC kind:tv$ kind:vaL shape:2ŝ shape:Cd
+0.05 shape:Gd shape:IF shape:IS shape:Pg shape:Ud shape:^ï shape:a$ shape:dö shape:vR shape:äa
+0.05 shape:ëŝ shape:ý$ word:goes word:is word:once word:type
+0.04 evidence:behaviour≥0.3 evidence:behaviour≥0.5 evidence:condition≥0.3 evidence:condition≥0.5
+0.04 evidence:condition≥0.7 evidence:count≥0.3 evidence:failure≥0.7 evidence:failure≥0.85
+0.04 evidence:measure≥0.3 evidence:measure≥0.5 evidence:measure≥0.85 evidence:number≥0.7 kind:Gg
+0.04 kind:NU/ kind:PY kind:U, kind:U/ kind:Wg kind:aLW kind:ct kind:gG kind:gav kind:gd kind:id
+0.04 kind:pW kind:tIP kind:tgt kind:vtW shape:G shape:G$ shape:Ia shape:MC shape:id shape:sk
+0.04 word:memory word:months word:on
+0.03 evidence:behaviour≥0.7 evidence:measure≥0.7 evidence:said≥0.5 evidence:said≥0.7
+0.03 evidence:said≥0.85 kind:CNU kind:IWP kind:NU, kind:PP kind:UPI kind:aWP kind:at shape:0
+0.03 shape:: shape:PN shape:U shape:U/ shape:an shape:cd shape:nM shape:t, word:: word:in word:ms
+0.03 word:s
+0.02 evidence:behaviour≥0.85 evidence:count≥0.7 kind:WtP kind:dv word:without
+0.01 kind:aL shape:d
-0.01 kind:tc shape:PI shape:dv
-0.02 kind:,d kind:vg$ shape:,d shape:gS word:time
-0.03 kind:Ntt kind:^dg kind:^tg kind:av$ kind:tNU kind:vt$ shape:I: shape:ŝ$ word:cannot word:power
-0.03 word:to
-0.04 kind:,ct kind:GPg kind:LtP kind:NUc kind:Uc kind:^tP kind:aN kind:ddt kind:gL kind:t$ kind:vW
-0.04 kind:vtt shape:2 shape:GS shape:Rŝ shape:aN
-0.05 kind:,cg kind:GPv kind:N/ kind:NI kind:Pgt kind:Utt kind:Y$ kind:^dv kind:dtG kind:pm kind:tPv
-0.05 kind:taG kind:va shape:GP shape:HG shape:HM shape:Y$ shape:^P shape:^ë shape:at shape:dN
-0.05 shape:gc shape:pv shape:qI shape:vg word:between word:decode word:engine word:enough
-0.05 word:layer word:make word:many word:us
-0.06 kind:,I: kind:,L kind:,NU kind:Gp$ kind:Iga kind:PdG kind:Wg$ kind:Wvg kind:^Ig kind:ag
-0.06 kind:cW kind:g, kind:gWP kind:tPY kind:ta kind:ttg kind:v, kind:vgW kind:vta kind:vv, shape:$K
-0.06 shape:%2 shape:Ha shape:Md shape:N, shape:Pö shape:U2 shape:^B shape:cH shape:qP shape:tN
-0.06 shape:yp shape:zt shape:ë$ word:acceptance word:does word:everything word:if word:kernels
-0.06 word:latency word:needs word:should word:speculative word:too word:vendors word:ways
-0.07 kind:,Nt kind:,W kind:1W kind::g kind:GO kind:LGP kind:Ng kind:Y,I kind:Yc kind:dGP kind:dta
-0.07 kind:gQ kind:gp kind:gtt kind:gvP kind:m$ kind:mP kind:t,v kind:tdg kind:tgm kind:tm kind:vI$
-0.07 kind:vav shape:GO shape:Gc shape:NU shape:Ng shape:PS shape:RM shape:bv shape:gp shape:n$
-0.07 shape:pq shape:t2 shape:tS shape:tc shape:tm shape:uP shape:öï shape:ŝm word:cold word:day
-0.07 word:early word:have␣to word:like word:nobody word:node word:people word:remains word:roughly
-0.07 word:thing word:throughput
-0.08 kind:,P kind:,vg kind:CI kind:IY kind:IYc kind:LW kind:Lv kind:N/N kind:NtG kind:Pp$ kind:Ptc
-0.08 kind:WP$ kind:WPW kind:Wm kind:^1 kind:^CN kind:^GP kind:^NU kind:^dI kind:aP$ kind:ca
-0.08 kind:cdN kind:cm kind:gPd kind:gWg kind:gaN kind:ita kind:mt kind:pva kind:tti kind:vPp
-0.08 kind:vm kind:wa shape:%g shape:,M shape:,ë shape:CI shape:Hm shape:IY shape:RG shape:Sä
-0.08 shape:Wŝ shape:Yc shape:^1 shape:aL shape:aq shape:ca shape:gP shape:h shape:iŝ shape:qp
-0.08 shape:wa shape:yq shape:yå shape:åg shape:ýS shape:ŝC shape:ŝG word:^ word:at␣least
-0.08 word:beyond word:bodies word:everyone word:harder word:lost word:market word:model word:of
-0.08 word:others word:reward word:set word:something word:things
-0.09 kind:,Pv kind:Gc kind:I, kind:IYt kind:LPv kind:Na kind:Ngg kind:Ngt kind:No kind:No$ kind:PWt
-0.09 kind:Pt$ kind:WNP kind:WdI kind:Wv kind:YcI kind:^Gd kind:^IY kind:^Pd kind:^pW kind:^t,
-0.09 kind:cgW kind:ctg kind:dIa kind:tLW kind:tcd kind:tt, kind:vNU kind:vi kind:waG kind:␣N
-0.09 shape:Hv shape:Na shape:No shape:SR shape:U$ shape:^H shape:^y shape:aS shape:cP shape:e$
-0.09 shape:gy shape:n shape:qm shape:s shape:yŝ shape:äy shape:ŝe shape:␣N word:bad word:battery
-0.09 word:both word:inference word:leaves word:length word:nodes word:problem word:problems
-0.09 word:project word:rack word:scaling word:second word:spend word:still word:they word:value
-0.09 word:weighs word:well
-0.10 kind:,vv kind:1P kind:Cdv kind:GPa kind:GvP kind:I,d kind:Ld1 kind:Ldg kind:Ldt kind:P,
-0.10 kind:PNI kind:PdW kind:U,c kind:Utd kind:Wvv kind:Y,c kind:^j kind:^tW kind:a$ kind:aav
-0.10 kind:cvP kind:dWP kind:g,d kind:g,t kind:tGp kind:taa kind:vPd kind:vat kind:vp shape:,ö
-0.10 shape:NI shape:^R shape:^j shape:^q shape:aý shape:j shape:nt shape:qa shape:ïa shape:ýi
-0.10 shape:ŝc word:% word:already word:bench word:few word:half word:layers word:link word:maybe
-0.10 word:sequences word:sparsity word:supply word:where word:working word:you
-0.11 kind:,Ng kind:,t, kind:,tN kind:G$ kind:Gta kind:I,N kind:IPN kind:Iad kind:Lc kind:P,c
-0.11 kind:PG kind:UW kind:Wt, kind:^dN kind:aLc kind:cWt kind:ci kind:cv$ kind:dWt kind:gW, kind:pL
-0.11 kind:pt kind:ptt kind:t, kind:ttI kind:vgP kind:vtg shape:/U shape::v shape:I, shape:Ld
-0.11 shape:Sö shape:WP shape:Z$ shape:^g shape:g shape:nb shape:nv shape:qR shape:tŝ shape:w
-0.11 shape:ï shape:öI shape:ŝ: shape:ŝv word:, word:b word:customers word:data word:else word:fall
-0.11 word:poor word:requests word:takes
-0.12 kind:Ita kind:LPd kind:NUL kind:PY$ kind:Pta kind:Qd kind:Qw kind:UL kind:UWd kind:WvP
-0.12 kind:^dG kind:^vP kind:cP kind:dvN kind:dvW kind:g,v kind:gm kind:gtP kind:ipG kind:mG
-0.12 kind:mtP kind:tdd kind:tgc kind:vc shape:%$ shape:,q shape:GR shape:P$ shape:PH shape:Qd
-0.12 shape:Qw shape:Z, shape:^V shape:^n shape:aö shape:ey shape:gë shape:q2 shape:uG shape:yg
-0.12 shape:ŝu word:$ word:accelerators word:better word:cost word:could word:counts word:demand
-0.12 word:don't word:ever word:gets word:light word:loop word:much word:n word:pages word:plants
-0.12 word:reserve word:since word:sits word:spring word:standards word:taken word:yet
-0.13 kind:,C kind:,cN kind:,dW kind:,tc kind:GPP kind:Gid kind:IIt kind:Lvt kind:NUW kind:NUg
-0.13 kind:PW kind:Pgc kind:Ug kind:Wti kind:cg kind:gc kind:gcd kind:gg, kind:g␣ kind:idN kind:o$
-0.13 kind:p1 kind:pv kind:tYP kind:tip kind:vvv shape:, shape:,C shape:K, shape:Mv shape:RP
-0.13 shape:Yt shape:cM shape:gv shape:mF shape:o$ shape:p1 shape:qS shape:s, shape:uM shape:vq
-0.13 shape:ä, shape:ä: shape:ëï shape:ö$ word:among word:anything word:benchmark word:hard
-0.13 word:issues word:need word:nuclear word:numbers word:slides word:want word:→
-0.14 kind:,Pt kind:,td kind::v kind::vg kind:Ngv kind:OG kind:PQ kind:PWg kind:Pvt kind:Qdt
-0.14 kind:Ug$ kind:^C kind:^tY kind:^vg kind:ac kind:cNU kind:dG kind:dgG kind:gPN kind:gt,
-0.14 kind:pGP kind:tU kind:vdd kind:vdg shape:Hc shape:Iä shape:M2 shape:Rä shape:^C shape:ab
-0.14 shape:dG shape:qg shape:ŝ␣ word:act word:control word:freight word:networks word:proprietary
-0.14 word:quantum word:say word:whenever
-0.15 kind:1Pd kind:Gi kind:N,c kind:W, kind:W: kind:WNt kind:Y, kind:YPd kind:^p kind:aa kind:cGt
-0.15 kind:cdv kind:dWN kind:gcG kind:tN, kind:tW: kind:tcW kind:tpg kind:vN shape:,h shape:12
-0.15 shape:G, shape:M: shape:MG shape:PG shape:Sq shape:V$ shape:Y, shape:Y2 shape:^p shape:^ä
-0.15 shape:aa shape:e2 shape:ga shape:å, shape:åM word:are word:been word:comes word:compute
-0.15 word:fail word:good word:have word:instruction word:long-context word:most word:pumps
-0.15 word:simply word:suffer word:wasted
-0.16 kind:,N kind:,t kind:Gdt kind:IY, kind:YP kind:cWP kind:gPg kind:tPg kind:vWP shape:M,
-0.16 shape:RS shape:Së shape:Uŝ shape:Vi shape:^ŝ shape:g, shape:gt shape:hv shape:nd shape:qN
-0.16 shape:tp shape:ty shape:ä$ shape:ï2 word:get word:label word:long word:said word:their word:up
-0.16 word:v word:water
-0.17 kind:,tP kind:G: kind:GPI kind:UIt kind:dI, kind:dg, kind:dtp kind:gGt kind:t,G kind:vL
-0.17 kind:vv$ kind:vvt shape:G: shape:NP shape:gŝ word:cluster word:debate word:quantisation
-0.17 word:took word:was word:week word:years
-0.18 kind:P$ kind:Pt␣ kind:Yt kind:cIY kind:gP kind:iga kind:t,g kind:vg shape:,N shape:,y shape:NH
-0.18 shape:UI shape:ïS shape:ög shape:ŝV word:expect word:fab word:more word:port word:scheduler
-0.19 kind:N, kind:^ta kind:cNt kind:dNg kind:gaL kind:gat kind:pg shape:2M shape:Sg shape:pg
-0.19 shape:åä word:book word:fill word:rolling word:use
-0.20 kind:GPt kind:LP kind:Ptt kind:PvP kind:^WN kind:^g kind:dg kind:mWd word:figures word:silicon
-0.20 word:size
-0.21 kind:G:t kind:Pv kind:UPW kind:Wt$ kind:aLd kind:aQ kind:dvg kind:ga kind:pga shape:1u shape:=
-0.21 shape:Gy shape:Ie shape:^å shape:aQ shape:d$ shape:m shape:pG shape:ta shape:td shape:ï$
-0.21 shape:ïe shape:ït shape:ŝi shape:ŝt word:= word:certain word:conditions word:every word:feel
-0.21 word:moment word:with
-0.22 kind::t kind:I,I kind:Pdg kind:tmW kind:v$ shape:cN shape:cq shape:o word:all word:become
-0.22 word:cache word:walk
-0.23 kind:1m kind:Pg$ kind:at$ kind:dW kind:dd shape:,ŝ shape:Mt shape:dd shape:ëS word:about
-0.23 word:check word:field word:great word:mixed word:real
-0.24 kind:^gt kind:ad kind:t␣t shape:Sŝ shape:Y shape:ad
-0.25 kind:^Lv kind:cN kind:d$ kind:gv shape:2d shape::t shape:VS shape:dM shape:dg word:rail
-0.25 word:will
-0.26 kind:^I, kind:g,G kind:ig kind:tPt shape:ig shape:vP word:fusion word:heat word:other
-0.27 kind:mW shape:NZ shape:Z word:fix word:it
-0.28 kind:,v kind:Pg kind:pG shape:dR shape:ý
-0.29 kind:,I, kind:,It kind:Gp kind:Ld kind:g$ kind:tgP shape:Gp shape:cG shape:g$ shape:ýt
-0.29 word:cooling word:operators word:quality word:up␣to
-0.30 kind:ttm kind:vP shape:p shape:v$ word:and
-0.31 kind:Gt$ kind:adt kind:cG kind:gtG
-0.32 shape:^G word:km
-0.33 kind:,cv word:or word:room
-0.35 kind:dg$ kind:ttN
-0.36 kind:GP kind:cv kind:dt$ kind:t,t word:last
-0.37 word:its word:packs word:that
-0.38 kind:tad kind:vv word:some
-0.39 word:what word:would
-0.40 shape:Iï shape:a
-0.41 kind:ItP shape:,G
-0.43 kind:,I
-0.44 kind:^G shape:,I
-0.46 shape:u
-0.47 shape:Q
-0.50 shape:V
-0.56 kind:,G
-0.67 shape:q
-0.69 shape:c
-1.83 frame:pointed
-3.59 frame:topic"""
