"""English words that decide where sentences end.

An entry in small letters stands for its capitalised form too; one with a capital only for itself (`Sun.` is
a
day, `sun.` the end of a sentence).
"""

NEVER = """
e.g i.e eg ie cf viz vs v ca approx incl esp resp aka a.k.a d/b/a c/o w/o
"""

TITLES = """
mr mrs ms mx messrs mmes dr drs prof Profs Sen Sens Rep Reps Gov Govs Gen Gens Col Cols Maj Capt Cpt Cmdr
Cdr Comdr
Lt Sgt Cpl Pvt Pfc Adm Brig Ens Spc Supt Insp Det Ofc Hon Rev Revs Fr Msgr Pres Pvt Amb Atty Rabbi Sr. Mme
Mlle
Mt Mts Ft Pt Dept Univ Assn Asst Assoc Dir Ald Coun Councilman Rt Vice-Adm Vice-Pres Lt.-Gen Maj.-Gen
Brig.-Gen
Lt.Col Lt.Gen Maj.Gen St Ste SS Sta Cllr Bp Abp Card Bros. Gdsmn
"""

NUMBERED = """
No no Nos nos N° Nº n° nº p pp pg vol vols fig figs ch chap sec secs para paras art arts eq ex op cit ed eds
Pp Pt tel Tel ext Ext Bk col ll
"""

TIMES = """
a.m p.m A.M P.M am. pm.
"""

MAYBE = """
Inc inc Corp corp Co co Cos Ltd ltd LLC LLP LP PLC plc Plc Bros Jr Sr Esq Ph.D M.D Ed.D B.A M.A J.D MD PhD
Mfg Intl
Ave Blvd Rd Hwy Pkwy Sq Ln st Bldg Apt Ste Rte Expy Ter Cir
Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
Ala Ariz Ark Calif Cal Colo Conn Del Fla Ga Ia Ill Ind Kan Kans Ky La Md Mass Mich Minn Miss Mo Mont Neb
Nebr Nev
Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wisc Wyo Ont Que Alta Sask Man
U.S U.K U.N E.U U.S.A U.A.E D.C N.Y L.A N.J N.C S.C N.D S.D N.H N.M R.I W.Va
ft lb lbs oz yd mi km cm mm kg hr hrs min mins secs est al et dept est misc max min avg ea
"""

LAST = """
etc
"""

CALLED = """
Yahoo Jeopardy Wham Yum Joomla
"""

STARTERS = """
the this that these those there here it its it's it’s i'm i’m i've i’ve i'll i’ll i'd i’d he he's he’s she
she's she’s
they they're they’re they've they’ve we we're we’re we've we’ve you you're you’re your my our their his her
what what's what’s who whose where when why how which whether while
but and or so yet nor because although though if unless since as after before until once even
in on at by for from with without under over during among between through despite according against about
however meanwhile moreover instead still then now today yesterday tomorrow later also perhaps maybe thus
therefore
nevertheless nonetheless furthermore additionally finally
some many most several few each every all both another any no one not only other others such just like
is are was were do does did has have had can could will would should may might must let let's let’s
a an last
don't don’t didn't didn’t isn't isn’t can't can’t
"""
