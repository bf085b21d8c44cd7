"""What each pattern adds to the log-odds that a statement is specific, in falling order.

`word:` is a word (with ␣ for a space); the other families are stretches of the roles in
`lexicon`, told apart in `patterns`. Written by `python -m bench.train_specificity --write`.
"""

from typing import Final

BIAS: Final = -6.29
TABLE: Final = """\
+0.65 role:I shape:I
+0.64 around:dt role:W shape:W
+0.63 kind:tW
+0.53 shape:e
+0.50 word:the
+0.49 around:t$
+0.48 around:^t around:tL
+0.47 kind:ttt shape:^t
+0.45 kind:tg
+0.44 kind:LI kind:PI
+0.43 around:tI
+0.42 shape:tt
+0.41 around:It kind:dtt shape:t$
+0.40 kind:Lt kind:NP role:L role:t shape:L
+0.39 around:Wt shape:It
+0.38 evidence:all≥0.5 kind:I$ kind:gW role:tM role:z shape:z
+0.37 around:WN kind:,tt kind:1t role:1t
+0.36 around:L$ role:tt
+0.35 around:NP evidence:all≥0.7 kind:,cd role:LI role:tG shape:LI
+0.34 role:O shape:O
+0.33 around:dW role:tP shape:Pŝ
+0.32 around:td kind:tt word:new
+0.31 around:Nt kind:IW kind:^I role:F role:dt role:l shape:F shape:eP shape:l
+0.30 around:IW kind:WI role:B role:N shape:B shape:N
+0.29 evidence:pinned≥0.5 evidence:pinned≥0.7
+0.28 kind:CN kind:NU role:I$ shape:I$ shape:ae shape:ë word:must
+0.27 around:WW around:ta kind:It kind:^W kind:tPd role:N2 shape:N2 shape:tG shape:ŝ shape:ŝS
+0.27 word:after word:unavailable
+0.26 around:Ug around:gU kind:,c kind:IG kind:N$ kind:ttP shape:ïH word:vendor
+0.25 around:PI around:^a evidence:plain-fact≥0.3 kind:La kind:tL kind:td kind:tgW role:,b role:H
+0.25 role:M role:Nl shape:,b shape:H shape:M shape:Nl shape:t shape:tå
+0.24 around:GN around:PP around:gI evidence:all≥0.3 evidence:all≥0.85 evidence:pinned≥0.85 kind:IL
+0.24 kind:cdt kind:dgW kind:tP role:A role:R role:tR shape:A shape:R shape:ne shape:tM word:bearing
+0.24 word:weights
+0.23 around:L, around:Ud around:^G around:pd kind:Ig kind:UP kind:^L kind:g,c kind:gg role:/ role:D
+0.23 role:^I role:gW shape:/ shape:1t shape:D shape:St shape:^I shape:gW shape:t: shape:öŝ word:/
+0.23 word:all-reduce word:has word:host
+0.22 around:Wd around:tG evidence:pinned≥0.3 kind:I,t kind:Lt$ kind:NUP kind:Pd kind:UPd kind:^dt
+0.22 kind:dI kind:ttG kind:tta role:IR role:SI shape:IR shape:SI shape:tä shape:vt word:active
+0.22 word:do word:no
+0.21 around:tt kind:PtP kind:WN kind:WP kind:WW kind:dIt kind:gt kind:tdt kind:tt$ role:IG role:K
+0.21 role:MN role:tH role:tW role:td shape:IG shape:K shape:MN word:at
+0.20 around:N, around:Pd around:gc kind:N␣ kind:P1t kind:Wt kind:^It kind:^LI kind:gNU kind:gO
+0.20 kind:tG kind:tt: role:1H role:IM role:NT role:T shape:1H shape:IM shape:NT shape:T word:above
+0.20 word:draft word:lacks word:which
+0.19 around:GW around:IL kind:WNU kind:^NP kind:dt kind:dtW kind:dvt kind:␣t␣ role:2I role:SB
+0.19 role:^L role:vy shape:2I shape:SB shape:^L shape:dä shape:yt shape:öt word:not word:supplier
+0.19 word:target word:third
+0.18 around:Ig around:WU around:^P kind:Nt kind:WG kind:aW kind:cI kind:gt$ kind:t,c kind:tO
+0.18 kind:tdI role:1 role:2N role:FS role:MS role:N$ role:Pt role:dH role:dI role:nt role:tO
+0.18 shape:1 shape:2N shape:FS shape:MS shape:N$ shape:dH shape:dI shape:te word:be word:build
+0.18 word:full
+0.17 around:1t around:IG around:Na around:UP around:d␣ around:gW kind:1g kind::N kind:L$ kind:dtP
+0.17 kind:dtg kind:ggt kind:t/ kind:␣$ role::N role:CK role:Ig role:NS role:Pd role:f role:gN
+0.17 role:t/ role:tg role:vt role:␣$ shape::N shape:CK shape:Ht shape:Ig shape:NS shape:Pd shape:dï
+0.17 shape:f shape:gN shape:t/ shape:␣$ word:accepts word:any word:bandwidth word:keeps word:there
+0.16 around::U around:LG around:aP around:tU kind:,gN kind::NU kind:CNg kind:IC kind:II kind:Iv
+0.16 kind:NPd kind:WtW kind:^va kind:dWW kind:gN kind:tWI kind:tmL kind:vt role:IC role:N␣ role:PP
+0.16 role:WI role:Wt shape:IC shape:N␣ shape:PP shape:WI shape:^ö shape:tC shape:ŝd word:a
+0.16 word:lets word:licence word:none word:open word:sglang word:so word:until word:weeks word:wide
+0.15 around:,d around:/t around:␣␣ kind:-N kind:1tt kind::G kind::Gd kind:GL kind:Nta kind:PdI
+0.15 kind:^La kind:^WP kind:aL$ kind:cL kind:dgg kind:taW role:- role:-N role::G role:C role:HR
+0.15 role:Hg role:Lt role:MI role:^v role:gO role:z$ shape:- shape:-N shape::G shape:C shape:HR
+0.15 shape:Hg shape:MI shape:eI shape:gO shape:z$ shape:öö shape:ŝP word:- word:only␣with
+0.15 word:optical word:order word:pick word:step word:°c
+0.14 around:,I around:-U around:NI around:P, around:PN around:cW around:cg around:ct around:tc
+0.14 around:vt kind:,cI kind:-NU kind:GdN kind:ItG kind:PN kind:Wi kind:adv kind:dtm kind:gPI
+0.14 kind:t: kind:tct kind:tid kind:vdt role:At role:Ht role:IL role:R2 role:T$ role:TP role:t:
+0.14 shape:IL shape:R2 shape:T$ shape:TP shape:tR shape:öG shape:ŝM word:against word:arrive
+0.14 word:cables word:change word:doubles word:drops word:eager word:exists word:k word:speculation
+0.14 word:take
+0.13 around:Cg around:Ip around:N$ around:Nd around:PX around:dI around:dO around:it kind:ILt
+0.13 kind:Ii kind:ItW kind:Lg kind:NW kind:Ov kind:PNX kind:^IW kind:^Wt kind:atP kind:atd kind:cd
+0.13 kind:gWt kind:pdt kind:tGt kind:tPN kind:tg, kind:t␣$ kind:vG role:0a role:Ii role:Iv role:Kg
+0.13 role:yd role:zI shape:0a shape:Ii shape:Iŝ shape:Kg shape:Pë shape:Wï shape:^v shape:vy
+0.13 shape:yd shape:zI word:budget word:but word:counters word:delivery word:expert word:forbids
+0.13 word:h word:lock word:policy word:published word:replication word:run word:short word:through
+0.13 word:tokens word:tool word:whose
+0.12 around:I/ around:NN around:UI around:Ua around:f$ around:g$ around:tW around:tf around:vL
+0.12 kind:,p kind:/I kind:IP kind:IPd kind:IWt kind:Igt kind:PNP kind:Pdt kind:Wdt kind:^tc
+0.12 kind:gWc kind:gtg kind:tLI kind:tWt kind:tpd kind:␣P role:%, role:,p role:/I role:II role:NM
+0.12 role:qG role:tI shape:%, shape:,p shape:/I shape:II shape:NM shape:qG shape:äg shape:ëg
+0.12 shape:ët word:an word:diesel word:end word:ferries word:film word:loses word:w
+0.11 around:CN around:N/ around:ag around:mt around:vI kind:,I$ kind:Dd kind:GtW kind:IN kind:LI$
+0.11 kind:Ltt kind:PI$ kind:U$ kind:UPN kind:WN$ kind:Wtt kind:^IL kind:^vt kind:aLt kind:gdt
+0.11 kind:ipa kind:mL kind:pat kind:pd kind:tLt kind:tNt kind:tWg kind:tat kind:ttd role:2t role:Bt
+0.11 role:CN role:Dd role:S role:Wd role:^A role:^M role:b role:bI role:bd role:mn role:pd role:tF
+0.11 role:tn shape:,t shape:CN shape:Dd shape:S shape:Wd shape:^A shape:^M shape:b shape:bI
+0.11 shape:bd shape:dë shape:eS shape:it shape:mn shape:pd shape:tI shape:tW shape:tg shape:ŝp
+0.11 word:@ word:bubble word:each word:has␣no word:models word:ones word:portal word:rate
+0.11 word:schemes word:stop word:transformer word:turbine word:under word:whoever word:year word:€
+0.10 around:1g around:I$ around:IU around:LI around:OI around:Pt around:WC around:^c around:aN
+0.10 around:av around:di around:gd around:pt kind:,m kind:Dt kind:INU kind:IaL kind:Idg kind:LWP
+0.10 kind:Lg$ kind:NPI kind:NPN kind:Nt$ kind:PId kind:Uta kind:WPN kind:a1 kind:avP kind:ctt
+0.10 kind:dI$ kind:mat kind:t,d kind:tWd kind:tma kind:tvg kind:t␣ kind:vGt kind:vvP role:$N
+0.10 role:,u role:G2 role:IN role:MM role:P role:Sp role:^0 role:^F role:^N role:a1 role:cI role:na
+0.10 role:tb role:t␣ shape:$N shape:,u shape:G2 shape:IN shape:MM shape:P shape:Sp shape:^0
+0.10 shape:^F shape:^N shape:a1 shape:av shape:cI shape:na shape:ïM shape:ýe word:) word:assigns
+0.10 word:attention word:batch word:before word:built word:court word:fit word:kernel word:keys
+0.10 word:law word:marks word:permit word:prefill word:stage word:verification word:when word:wrong
+0.09 around:1$ around:II around:IN around:I␣ around:LP around:Lt around:P1 around:UU around:YN
+0.09 around:^I around:t= around:tN around:v1 evidence:missing-thing≥0.3 evidence:missing-thing≥0.5
+0.09 evidence:share≥0.3 evidence:share≥0.5 evidence:share≥0.7 kind:,pd kind:GI kind:GPN kind:GtP
+0.09 kind:IPt kind:It, kind:Lat kind:NWt kind:O$ kind:Od kind:P1 kind:PI, kind:WL kind:WPY kind:Wc
+0.09 kind:cIW kind:cWg kind:ctd kind:cvg kind:dgt kind:dti kind:g: kind:gGd kind:gWI kind:gWd
+0.09 kind:it kind:pI kind:pad kind:t$ kind:tCN kind:tI kind:tP1 kind:tcI kind:tv kind:v: role:GI
+0.09 role:Gg role:Gt role:In role:Kt role:Nt role:O$ role:Od role:WG role:^S role:^t role:aM
+0.09 role:gF role:gG role:nG role:pI role:v: role:vI role:␣ shape:GI shape:Gg shape:In shape:O$
+0.09 shape:Od shape:WG shape:^S shape:aM shape:ep shape:gF shape:gG shape:nG shape:pI shape:tS
+0.09 shape:t␣ shape:v: shape:wt shape:äP shape:ŝO shape:ŝö shape:␣ word:across word:blocks
+0.09 word:caches word:chat word:disaggregation word:district word:ends word:memory word:more␣than
+0.09 word:out␣of word:own word:points word:result word:season word:signs word:station word:test
+0.09 word:them word:weight
+0.08 around:Id around:Iv around:Og around:WG around:Y$ around:^W evidence:said≥0.5
+0.08 evidence:said≥0.7 evidence:said≥0.85 kind:,PI kind:,dg kind:/U kind:1gP kind:1t$ kind:GPW
+0.08 kind:Gtt kind:I= kind:IIG kind:NU, kind:NXP kind:NXt kind:Nv kind:U, kind:WPP kind:Wtg kind:XP
+0.08 kind:Xt kind:^Gt kind:^IG kind:^dW kind:^tL kind:^vG kind:aLI kind:d1t kind:gad kind:gd
+0.08 kind:gta kind:idt kind:pWd kind:pa kind:t,p kind:tD kind:tGL kind:tIg kind:tWa kind:taL
+0.08 kind:tp kind:wt role:Fi role:Gz role:I= role:IW role:KU role:Ma role:Sd role:Xt role:dK
+0.08 role:it role:l$ role:pa role:tD role:tp role:wm role:wt role:y shape:Fi shape:Gz shape:I=
+0.08 shape:IW shape:KU shape:Lë shape:Ma shape:Sd shape:Ut shape:Xt shape:dK shape:l$ shape:pa
+0.08 shape:tD shape:ti shape:tn shape:wm shape:y shape:äM shape:äW shape:å word:( word:below
+0.08 word:class word:eviction word:falls word:for word:from word:gb word:grid word:i word:kv
+0.08 word:lose word:paged word:prefix word:shared word:ships word:single word:switch
+0.08 word:temperature word:within
+0.07 around:P: around:WI around:WY around:dC around:dm around:pc around:t- around:tk
+0.07 evidence:missing-thing≥0.7 evidence:missing-thing≥0.85 kind:CNt kind:GLt kind:Gt kind:Gvt
+0.07 kind:IWN kind:Itg kind:Ltg kind:NU/ kind:Nt, kind:O, kind:Odt kind:P- kind:P-N kind:PL
+0.07 kind:PNt kind:PPd kind:PY kind:Pp kind:U/ kind:U/U kind:UN kind:UN$ kind:WPt kind:Wa kind:Wg
+0.07 kind:^N kind:^P kind:^d kind:^gW kind:^ga kind:^tv kind:cIa kind:dNt kind:gCN kind:gPt
+0.07 kind:gaG kind:gav kind:ggP kind:tGW kind:tWL kind:tWN kind:tgG kind:ttc kind:vtL role:/l
+0.07 role:I2 role:Mp role:O, role:RL role:SN role:^d role:as role:lS role:ng role:yI shape:/l
+0.07 shape:I2 shape:Mp shape:O, shape:RL shape:SN shape:^d shape:as shape:bŝ shape:lS shape:ng
+0.07 shape:tF shape:vI shape:yI shape:ëI shape:ïg word:call word:costs word:customer word:dies
+0.07 word:fibre word:firmware word:go word:head word:is word:matter word:on word:output word:over
+0.07 word:pass word:s word:stacks word:start word:vs word:wheel word:written
+0.06 around:Ct around:Ia around:Im around:N␣ around:OW around:Oc around:PL around:WO around:ig
+0.06 around:pI around:t: around:tp kind::I kind:=N kind:Cdt kind:DP kind:GW kind:IG$ kind:IWI
+0.06 kind:Id kind:Itv kind:LaG kind:Lgt kind:NU$ kind:NX kind:Ot kind:PIG kind:PIt kind:PU kind:PUN
+0.06 kind:Pdv kind:Pgg kind:UI kind:WIP kind:WWN kind:Wid kind:^Lt kind:^tg kind:cgt kind:df
+0.06 kind:ggG kind:gtd kind:ma kind:pdg kind:tII kind:tLa kind:tgt kind:tp$ kind:vg, kind:vtG
+0.06 kind:wm kind:␣t role:=N role:D2 role:H, role:M$ role:NX role:Nv role:Ot role:PN role:U/
+0.06 role:V, role:aP role:az role:df role:dq role:g: role:gM role:gg role:p$ role:q$ role:tC
+0.06 role:tL role:␣t shape:2ŝ shape:=N shape:D2 shape:H, shape:Kt shape:M$ shape:NX shape:Nt
+0.06 shape:PN shape:U/ shape:V, shape:aP shape:az shape:df shape:dq shape:då shape:dŝ shape:ed
+0.06 shape:g: shape:gM shape:gg shape:p$ shape:pe shape:q$ shape:tL shape:ve shape:ïc word:asks
+0.06 word:backend word:because word:cards word:evaluation word:hours word:line word:makes word:mm
+0.06 word:one word:page word:returns word:sampling word:schema word:sites word:t word:token
+0.06 word:user word:x
+0.05 around:I, around:PG around:PY around:Wp around:^L around:dv around:mv around:t1 around:tv
+0.05 around:vN evidence:failure≥0.5 evidence:named≥0.5 evidence:number≥0.3 kind:GPd kind:ItL
+0.05 kind:LIt kind:NUI kind:NUd kind:PCN kind:PIa kind:Pt$ kind:Pt, kind:Ud kind:WPI kind:Wgt
+0.05 kind:^PI kind:^tG kind:aG kind:cIt kind:d1 kind:dN kind:dv$ kind:gGP kind:gWN kind:gtW kind:pW
+0.05 kind:tIP kind:tNU kind:tW$ kind:tav kind:ttL kind:vaL kind:vd kind:vtW role:Ag role:E role:Id
+0.05 role:I␣ role:K$ role:Rv role:U role:a$ role:aG role:an role:d1 role:dA role:gR role:k role:lt
+0.05 role:pS role:qt role:ua shape:Ag shape:At shape:E shape:Gt shape:Id shape:I␣ shape:K$ shape:U
+0.05 shape:a$ shape:aG shape:an shape:cŝ shape:d1 shape:dA shape:gR shape:k shape:pS shape:qŝ
+0.05 shape:ua shape:va shape:ä shape:äG shape:åŝ shape:ëŝ word:capacity word:checkpoint
+0.05 word:checkpoints word:in word:once word:only word:than word:traffic
+0.04 around:Uc around:cp around:dP around:gC around:gt around:tC evidence:behaviour≥0.3
+0.04 evidence:behaviour≥0.5 evidence:failure≥0.3 evidence:measure≥0.85 evidence:named≥0.3
+0.04 evidence:named≥0.7 evidence:named≥0.85 kind:1tP kind:I,c kind:IWP kind:IWd kind:It$ kind:NUt
+0.04 kind:PIP kind:PIW kind:PN$ kind:PgP kind:Pvg kind:UPg kind:UPt kind:WWP kind:Wd kind:^gP
+0.04 kind:^gg kind:^v kind:aL kind:aLW kind:adg kind:dv kind:tC kind:tG$ kind:tIW kind:tga role:$
+0.04 role:,P role:,g role:R$ role:Ud role:X role:^z role:av role:l, role:nM role:tz role:vM role:va
+0.04 shape:$ shape:,P shape:,g shape:,v shape:Mŝ shape:Nŝ shape:R$ shape:Ud shape:X shape:^z
+0.04 shape:ez shape:l, shape:nM shape:t, shape:vv shape:ïd shape:ý$ shape:ŝF shape:ŝy shape:␣t
+0.04 word:as word:holds word:work
+0.03 around:/P around:UN around:a$ around:ca evidence:behaviour≥0.7 evidence:behaviour≥0.85
+0.03 evidence:condition≥0.7 evidence:count≥0.5 evidence:failure≥0.7 evidence:failure≥0.85
+0.03 evidence:measure≥0.3 evidence:measure≥0.5 evidence:measure≥0.7 evidence:number≥0.5
+0.03 evidence:plain-fact≥0.7 kind:,g kind:Gd kind:Gg kind:IGP kind:Ia kind:LG kind:aP kind:avv
+0.03 kind:ct kind:dII kind:dga kind:gG kind:vPg role:Ia role:Iy role:Sv role:bt role:zt shape:Ia
+0.03 shape:Iy shape:Sv shape:dt shape:qt shape:t2 shape:vg
+0.02 around:Wg evidence:condition≥0.3 evidence:condition≥0.5 evidence:count≥0.3 evidence:number≥0.7
+0.02 kind:IPI kind:PNU kind:UPI kind:^tI kind:id role:: role:G$ role:cd role:id shape:: shape:G$
+0.02 shape:cd shape:id shape:åt shape:ŝ$ word::
+0.01 around:PU around:cG evidence:plain-fact≥0.5 kind:Pt role:% role:,c role:G role:IS role:N%
+0.01 shape:% shape:,c shape:G shape:IS shape:N%
-0.01 around:Gd kind:tPI role:2 role:PI shape:2 shape:PI
-0.02 kind:PNg kind:dtG kind:tGP role:GS role:dv shape:GS shape:tï word:by word:if
-0.03 around:Gv around:NW around:gv around:mG around:v, kind:I, kind:NI kind:W$ kind:aN role:HM
-0.03 role:Ha role:NU role:RG role:aN role:gP shape:2t shape:HM shape:Ha shape:NU shape:Pt shape:RG
-0.03 shape:aN shape:gP shape:v shape:ŝa word:, word:between word:kernels word:model
-0.04 around:Gp around:Ut around:^m around:dL around:dp around:gp around:mg around:pg around:tP
-0.04 around:tY kind:,W kind:,ct kind:GPv kind:LW kind:LtP kind:Ltd kind:PdN kind:^II kind:^Pd
-0.04 kind:cW kind:gL kind:gWP kind:gtt kind:vav kind:vtP role:Ic role:It role:P$ role:Ra role:Rt
-0.04 role:Ut role:g role:n$ role:pv role:qP role:qv shape:Ic shape:Mv shape:P$ shape:Ra shape:g
-0.04 shape:n$ shape:qP shape:yŝ shape:zt word:decode word:same
-0.05 around:Gg around:Pa around:Yv around:^v around:dN around:gP around:vG around:vP around:vc
-0.05 kind:WNP kind:^CN kind:aLG kind:g, kind:g,t kind:gWg kind:gp kind:pt kind:taG kind:vW$ kind:vg
-0.05 kind:vta kind:wa role:%$ role:, role:,M role:Gc role:HG role:HS role:aS role:bv role:gc
-0.05 role:gp role:wa role:yp shape:%$ shape:, shape:,M shape:Gc shape:HG shape:HS shape:^ë shape:aS
-0.05 shape:at shape:bv shape:ct shape:gc shape:gp shape:wa shape:yp shape:ŝm word:at␣least
-0.05 word:half word:inference word:leaves word:of word:people word:reach word:remains word:they
-0.05 word:throughput word:too word:ways
-0.06 around:,$ around:,N around:GG around:Pg around:WP around:Yc around:^U around:mN around:pL
-0.06 around:ti kind:,Ia kind:,Pv kind::g kind:CI kind:Gc kind:IY kind:Ic kind:Lvt kind:Na kind:NtP
-0.06 kind:Ntt kind:PY$ kind:Pp$ kind:Ptc kind:WPW kind:^NU kind:^tW kind:^tt kind:a$ kind:ag
-0.06 kind:ca kind:dGt kind:g,v kind:gtP kind:gvP kind:tPv kind:v, kind:vPp kind:vm role:CI role:GP
-0.06 role:I, role:IY role:NI role:Na role:PH role:PM role:PS role:RM role:U2 role:aL role:aq
-0.06 role:ca role:gv role:pP role:pt role:qa role:qg role:qp role:s role:t$ role:t= shape:,ö
-0.06 shape:CI shape:GP shape:I, shape:IY shape:NI shape:Na shape:PH shape:PM shape:PS shape:Pö
-0.06 shape:RM shape:U2 shape:aL shape:aq shape:ca shape:e$ shape:iŝ shape:pP shape:pŝ shape:qa
-0.06 shape:qg shape:qp shape:s shape:vä shape:äS shape:ŝc shape:ŝu word:% word:a␣lot word:does
-0.06 word:early word:far word:like word:power word:problem word:should word:time word:vendors
-0.06 word:well
-0.07 around::W around:Cv around:Pv around:QW around:Qt around:cd around:da around:pP around:vd
-0.07 kind:,Nt kind:GPI kind:I,N kind:Iad kind:Ngg kind:Pgc kind:UIt kind:WdI kind:Y,c kind:^Gd
-0.07 kind:^dI kind:^dN kind:^pW kind:^t, kind:cvP kind:dGP kind:dtN kind:gW, kind:mt kind:tGp
-0.07 kind:tI$ kind:tLW kind:tm kind:tti kind:vI$ kind:vgW role:,q role:Hc role:Wp role:^H role:dN
-0.07 role:ga role:j role:qS role:vS role:w shape:,q shape:Hc shape:Iå shape:Sä shape:Sö shape:Wp
-0.07 shape:^H shape:aý shape:dN shape:ga shape:j shape:mt shape:qS shape:tc shape:w shape:öP
-0.07 word:acceptance word:bad word:battery word:chips word:cold word:everyone word:group
-0.07 word:latency word:many word:n word:node word:problems word:project word:rack word:reward
-0.07 word:set word:speculative word:supply word:to word:where word:you
-0.08 around:GP around:Nv around:UC around:Ya around:Yt around:^1 kind:,Ng kind:1W kind::v kind:GPa
-0.08 kind:GvP kind:IYt kind:Ita kind:Ldt kind:NUW kind:Ngt kind:No kind:No$ kind:PNI kind:Qd
-0.08 kind:Qw kind:U,c kind:UW kind:Wv kind:WvP kind:^IY kind:^tY kind:aLc kind:ac kind:cWt kind:gc
-0.08 kind:mG kind:pL kind:ptt kind:pv kind:tN, kind:tt, kind:vc kind:vi kind:vp kind:vtg role:%g
-0.08 role:2Q role:Md role:N, role:No role:Qd role:Qw role:RP role:WP role:Z$ role:^g role:^q
-0.08 role:ab role:gt role:hv role:nb role:s, role:ta role:vi role:yq shape:%g shape:2Q shape:Md
-0.08 shape:N, shape:No shape:Qd shape:Qw shape:RP shape:WP shape:Z$ shape:^g shape:^q shape:ab
-0.08 shape:gŝ shape:hv shape:nb shape:s, shape:tP shape:tm shape:yq shape:ä, shape:ëï shape:ïa
-0.08 shape:öï shape:ýi shape:ŝC shape:ŝG shape:ŝe shape:ŝv word:beyond word:both word:cost
-0.08 word:demand word:else word:few word:harder word:link word:loop word:much word:nuclear
-0.08 word:pages word:roughly word:sequences word:standards word:takes word:weighs
-0.09 around:,i around:G, around:Ic around:Ng around:Pm around:UW around:W, around:iG around:ia
-0.09 around:vg kind:,P kind:,cN kind:,tc kind:Gid kind:Gta kind:Ig$ kind:Itt kind:LPd kind:Lc
-0.09 kind:N→ kind:PdW kind:Qdt kind:UL kind:Wpd kind:Wvv kind:^C kind:aav kind:cv$ kind:dI,
-0.09 kind:g,d kind:gPg kind:gg, kind:gm kind:t,I kind:taa kind:tcd kind:tpg kind:vNU kind:vPd
-0.09 kind:vWP role:,h role:GR role:M2 role:MG role:Ng role:Z, role:^C role:^R role:nd role:qR
-0.09 role:ti role:uG role:yg role:→ shape:,h shape:GR shape:Hv shape:M2 shape:MG shape:Ng shape:Wŝ
-0.09 shape:Z, shape:^C shape:^R shape:gt shape:gv shape:nd shape:nt shape:nv shape:qR shape:tN
-0.09 shape:uG shape:yg shape:åM shape:ïp shape:ýS shape:→ word:$ word:better word:counts word:fall
-0.09 word:gets word:hard word:immersion word:more word:need word:needs word:perf word:say
-0.09 word:second word:since word:sits word:tuning word:use word:v word:want word:was word:working
-0.09 word:yet
-0.10 around:1d around:G$ around:La around:Ov around:Yd around:aG around:aU around:c, around:cU
-0.10 around:m$ around:vU around:va around:␣U kind:,C kind:,t kind:,t, kind:,tN kind:,td kind:G$
-0.10 kind:GPP kind:IPN kind:IY, kind:OG kind:P$ kind:PG kind:PWt kind:W, kind:Wt, kind:Wti kind:Y,
-0.10 kind:YP kind:YPd kind:^WN kind:cNU kind:cdv kind:cg kind:dWP kind:dg$ kind:gaL kind:gcG
-0.10 kind:idN kind:ipG kind:o$ kind:pGP kind:tU kind:tgc kind:tip kind:vat kind:vgP role:%2 role:,C
-0.10 role:12 role:G, role:Ld role:Mv role:NP role:Sg role:Y, role:Y2 role:^n role:cM role:g,
-0.10 role:gy role:h role:o$ role:uM role:v shape:%2 shape:,C shape:12 shape:G, shape:Ie shape:Ld
-0.10 shape:NP shape:Sg shape:Y, shape:Y2 shape:Yt shape:^n shape:cM shape:g, shape:gy shape:h
-0.10 shape:o$ shape:ty shape:uM shape:äy shape:ŝ␣ word:act word:anything word:control word:could
-0.10 word:customers word:debate word:don't word:length word:long-context word:most word:networks
-0.10 word:numbers word:quantum word:simply word:spring word:still word:taken word:years
-0.11 around:Lp around:Lv around:NU around:PW around:YI around:at kind:,tP kind:Gdt kind:Gi kind:I,I
-0.11 kind:I,d kind:Lv kind:N,c kind:Ng kind:PQ kind:Pta kind:^dG kind:cIY kind:ctg kind:dWt
-0.11 kind:dvN kind:gPN kind:ga kind:mtP kind:ttI kind:vN kind:vv$ role:pg role:tc role:tm role:ty
-0.11 role:vq shape:Rä shape:e2 shape:ey shape:pg shape:td shape:vq shape:yå shape:ï2 word:data
-0.11 word:freight word:get word:good word:have word:issues word:said
-0.12 around:Nm around:Qa around:U, around:W$ around:mP around:pW around:vW kind:,N kind:,dW
-0.12 kind:NUg kind:PWg kind:Ptt kind:UWd kind:Ug kind:Ug$ kind:^vP kind:aa kind:cP kind:dG kind:dWN
-0.12 kind:dg kind:dgG kind:dtp kind:gPd kind:pg kind:t, kind:tPg kind:tW: kind:ta kind:vdg kind:vvt
-0.12 kind:vvv role:,t role:,y role:Hv role:M, role:M: role:PG role:RS role:UI role:V$ role:Vi
-0.12 role:aa role:dG role:q2 role:t, role:tV shape:,y shape:M, shape:M: shape:PG shape:RS shape:UI
-0.12 shape:Uŝ shape:V$ shape:Vi shape:aa shape:aö shape:dG shape:gë shape:q2 word:all word:certain
-0.12 word:cluster word:comes word:compute word:ever word:fail word:layers word:proprietary
-0.12 word:requests word:their word:wasted word:→
-0.13 around:,G around:1v around:NG around:Pc around:md kind:,Pt kind:G: kind:G:t kind:GPt kind:N,
-0.13 kind:Ngv kind:Pdg kind:Pt␣ kind:W: kind:^vg kind:aQ kind:cNt kind:cWP kind:dg, kind:tcW
-0.13 kind:tdd kind:vL role:2d role:G: role:aQ role:pG shape:2d shape:G: shape:^ŝ shape:aQ shape:pG
-0.13 shape:ä$ shape:ö$ shape:öI word:been word:book word:expect word:figures word:fill word:great
-0.13 word:pumps word:size word:week
-0.14 around:,P around:,g around:P$ around:^: around:cY around:t, kind:,v kind:PW kind:Pvt kind:WNt
-0.14 kind:Wt$ kind:mWd role:,N role:2M role:Sq role:Y role:cq role:qN shape:,N shape:2M shape:Iä
-0.14 shape:Sq shape:Së shape:Y shape:^ä shape:cq shape:qN shape:tp shape:å, word:rolling
-0.14 word:scheduler word:suffer word:up word:water word:whenever
-0.15 around:1c around:cN around:tg around:t␣ kind:Pg$ kind:UPW kind:^g kind:aLd kind:gGt kind:gat
-0.15 kind:iga kind:t,g kind:v$ role:Gy role:NH role:cN role:m role:v$ shape:Gy shape:NH shape:cN
-0.15 shape:m shape:ïS shape:ŝV word:and word:cache word:fab word:instruction word:long
-0.15 word:quantisation word:took
-0.16 around:Nc around:Wv around:dc kind::t kind:PvP kind:Yt kind:dNg kind:gt, kind:pga kind:t,G
-0.16 role::t role:Yt role:d$ role:dg role:nv role:o shape:d$ shape:dg shape:o shape:tŝ shape:ïe
-0.16 word:are word:check word:label
-0.17 around:Ga around:^d around:dG around:vp kind:IIt kind:LP kind:^p kind:^ta kind:at$ kind:pG
-0.17 kind:tmW kind:ttN role:1u role:^p shape:1u shape::t shape:Sŝ shape:^p shape:ta shape:vP
-0.17 shape:ög word:about word:become word:field word:mixed word:silicon word:will
-0.18 around:^Y around:c$ around:d, kind:1m kind:Gp kind:cN kind:dd kind:dvg kind:g,G kind:tgP
-0.18 role:Gp role:NZ role:Z role:dd role:vP shape:Gp shape:NZ shape:Z shape:dd shape:ëS shape:ï$
-0.18 shape:ït shape:ŝi word:conditions word:every word:feel word:moment word:real word:walk
-0.19 around:=t around:P␣ around:ad around:p$ kind:^Lv kind:ttm role:VS role:cG shape:VS shape:cG
-0.19 shape:v$ word:km word:with
-0.20 around:,c around:,t around:IP kind:,It kind:^I, kind:d$ kind:dW kind:gv kind:ig kind:t␣t
-0.20 role:dM role:ig role:t2 shape:,ŝ shape:dM shape:ig shape:åä word:port word:rail
-0.21 kind:Gt$ kind:Ld kind:Pv kind:cG kind:dt$ kind:gP kind:mW kind:tPt role:= role:dR role:p
-0.21 shape:= shape:dR shape:p shape:ŝt word:= word:heat word:it word:operators
-0.22 around:pa kind:,I, kind:ad kind:cv role:^G role:ad shape:^G shape:ad word:other word:quality
-0.23 around:NL kind:,cv kind:adt kind:g$ role:g$ shape:g$ word:packs word:up␣to
-0.24 around:Gt around:v$ around:vv kind:Pg kind:vv shape:^å shape:ý
-0.25 around:^N kind:GP kind:gtG shape:Mt shape:ýt word:fix word:room
-0.26 around:cP around:tm word:or
-0.27 around:^g kind:^gt kind:vP role:St word:cooling word:fusion word:would
-0.28 around:,, role:a shape:a word:some word:what
-0.29 around:,v around:^, shape:ï
-0.30 kind:^G kind:t,t
-0.31 around:g, kind:,I role:,G role:,I role:u shape:,G shape:,I shape:u
-0.32 kind:ItP kind:tad word:last word:that
-0.33 role:Q shape:Q
-0.34 around:d$ shape:Iï
-0.35 role:V shape:V word:its
-0.38 around:gG
-0.39 role:q shape:q
-0.43 kind:,G
-0.45 role:c shape:c
-1.53 frame:pointed
-2.63 frame:verbless"""
