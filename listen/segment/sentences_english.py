"""English words that decide where sentences end; other languages build on them.

An abbreviation in small letters stands for its capitalised form too; one with a capital not for the small
one (`Sun.` is a day, `sun.` the end of a sentence).
"""

NEVER = """
e.g i.e eg ie cf viz vs v ca approx incl esp resp aka a.k.a d/b/a c/o w/o
"""

TITLES = """
mr mrs Ms Mx messrs mmes dr drs prof Profs Sen Sens Rep Reps Gov Govs Gen Gens Col Cols Maj Capt Cpt Cmdr
Cdr Comdr Lt Sgt Cpl Pvt Pfc Adm Brig Ens Spc Supt Insp Det Ofc Hon Rev Revs Fr Msgr Pres Amb Atty Mme Mlle
Mt Mts Ft Pt Asst Assoc Dir Dist Ald Coun Rt Lt.-Gen Maj.-Gen Brig.-Gen Lt.Col Lt.Gen Maj.Gen Ste SS Cllr Bp
Abp Card Gdsmn Lts Sgts Attys Wm Chas Geo Jas Jos Thos Robt Benj Edw
"""

NUMBERED = """
N° Nº n° nº div p pp pg vol vols fig figs ch chap sec secs paras eq op cit ed eds tel ext Bk col ll
"""

WORDS = """
no nos art para ref pop ex reg
"""

TIMES = """
a.m p.m A.M P.M
"""

NATIONS = """
U.S U.K U.N E.U U.S.A U.A.E
"""

FIRMS = """
Inc Corp Co Cos Ltd Mfg Intl Pty Pte Sdn Bhd Ave Blvd Rd Hwy Pkwy Ln Expy Ph.D M.D Ed.D B.A M.A M.B.A
D.D.S B.C A.D B.C.E C.E Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
"""

STATES = """
Ala Ariz Ark Calif Colo Conn Fla Ga Ill Kan La Md Mass Mich Minn Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt
Wash Wis Wyo D.C N.Y N.J N.C S.C N.D S.D N.H N.M R.I W.Va
"""

MAYBE = """
inc corp co ltd Plc Bros Jr Sr Esq St st Sq Bldg Apt Ste Rte Ter Cir Dept Univ Assn Assoc
Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
Cal Del Ia Ind Kans Ky Miss Nebr Penn Wisc Ont Que Alta Sask Utd
L.A J.D
ft lb lbs oz yd mi km cm mm kg hr hrs min mins secs tsp tbsp Tbsp sq cu est al dept misc max avg ea temp
govt
gov asst prof adj adv cont orig trans illus seq ibid excl ave apt mfg natl intl assn bros jr sr
"""

LAST = """
etc ms mg ml pct bln mln ft yd yds mi km cm mm kg hr hrs min mins max temp
"""

CALLED = """
Yahoo Jeopardy Panic Wham Yum Joomla
"""

LABELS = """
part phase chapter volume book act war grade type class section article title level stage group plan vitamin
hepatitis model appendix schedule category exhibit point building terminal gate zone gen generation block
option figure table step team unit
"""

INSTITUTIONS = """
House Senate Army Navy Congress Capitol Embassy Marines Marine Treasury Constitution Supreme Attorney Bank
Bureau Census Air Coast Department President Ambassador District Federal Food Forest Geological Government
Agency Open Steel Soccer Central Circuit Court Consulate Customs Secretary State General Security Human
Defense Dollar Postal Secret Special Virgin National Olympic Team Men Women
"""

SAYING = """
said says asked asks told tells wrote writes added adds replied replies cried cries shouted shouts tweeted
joked
quipped demanded demands wondered wonders recalled exclaimed answered responded continued insisted declared
yelled
screamed posted laughed mused snapped pleaded sang boasted concluded
"""

SAID_I = """
say ask call called think thought whisper whispered start started began mutter muttered murmured sighed howled
growled breathed gasped repeated offered agreed explained
"""
"""The same after a pronoun only: “Are you there?” I called."""

TIME_OPENS = """
At By Around About After Before Until Since From Shortly Just
"""

TIME_GOES_ON = """
GMT UTC BST ET PT CT MT Eastern Central Pacific Mountain Greenwich London Local
Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tues? Wed Thurs? Fri Sat Sun
January February March April May June July August September October November December
Jan Feb Mar Apr Jun Jul Aug Sept? Oct Nov Dec
"""

STARTERS = """
the this that these those there here it its it's he she they we you your my our their his her i a an
what who whose where when why how which whether while whatever whoever wherever whenever
but and or so yet nor because although though if unless since as after before until once even
in on at by for from with without under over during among between through despite according against about
however meanwhile moreover instead still then now today yesterday tomorrow later also perhaps maybe thus
therefore
nevertheless nonetheless furthermore additionally finally indeed besides otherwise elsewhere
some many most several few each every all both another any no none one not only other others such just like
neither either nobody everyone everybody someone somebody nothing everything something
is are was were do does did has have had can could would should let
don't don’t didn't didn’t isn't isn’t can't can’t
"""
