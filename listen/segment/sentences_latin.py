"""Languages written in Latin letters: only what differs from the general rules, by ISO 639-1 code.

The general rules know English titles and company names, which turn up everywhere. Words are written as in
`sentences_english`.
"""

from __future__ import annotations

from listen.segment.sentences_language import Language

_NORDIC = """
bl.a f.eks f.x m.a m.fl mfl osv o.s.v dvs d.v.s ca kl jf inkl ekskl evt t.ex s.k t.o.m fr.o.m p.g.a
"""
_CZECH = """
např napr tj tzv tzn atp apod resp mj popř popr event s r o a n l
"""
_BALKAN = """
npr tj tzv itd sl br str čl god
"""


LATIN = {
    "de": Language(
        never="""
            z B d h u a bzw ggf z.B d.h u.a o.ä i.d.R v.a u.U sog evtl bspw inkl exkl einschl zzgl ca
            vgl insb insbes m.E s.o s.u geb gest gegr Abs Nr Art Aufl Bd Hrsg Kap lt zw allg ehem
        """,
        titles="Hr Fr Frl Dipl Ing Hptm Priv-Doz Univ-Prof St Bgm Abg",
        numbered="Nr S Abb Tab Art Abs Ziff Kap Bd",
        maybe="Mio Mrd Tsd Str Jh Jhd Std Min Sek Tel",
        last="usw etc",
        starters="""
            der die das den dem ein eine einen es er sie wir ich ihr man und aber doch denn auch so im
            in am an auf aus bei bis mit nach von vor zu zum zur für gegen ohne um durch seit wenn weil
            dass als wie wo was wer warum wann dabei damit danach dann dazu hier dort heute gestern
            morgen jetzt nun nur noch schon sein seine ihre diese dieser dieses viele alle kein keine
            nicht beide
        """,
        ordinals=True,
    ),
    "fr": Language(
        never="c.-à-d cf env p.ex i.e av apr",
        titles="M MM Mme Mmes Mlle Mlles Me Mgr Dr Pr St Ste",
        numbered="n° no art p pp vol chap fig éd",
        maybe="av bd janv févr avr juil sept oct nov déc",
        starters="""
            le la les l un une des il elle ils elles on nous vous je ce cet cette ces c et mais ou donc
            or ni car en dans par pour sur avec sans selon après avant depuis pendant si quand comme que
            qui son sa ses leur leurs à au aux du de d ainsi alors aussi
        """,
    ),
    "es": Language(
        never="EE p.ej ej pág aprox",
        titles="""
            sr sra srta sres dr dra dres lic ing arq prof profa Ud Uds Vd Vds D Dª Dña Fr gral Cap Cnel
            Sto Sta Mons Pdte
        """,
        numbered="núm n.º nº art pág págs vol cap fig",
        maybe="EE.UU EEUU S.A av avda c.v dpto tel a.C d.C",
        starters="""
            el la los las un una unos unas lo él ella ellos ellas yo nosotros y pero o si no en con por
            para de desde hasta según sin sobre tras cuando como que quien su sus este esta estos estas
            ese esa hoy ayer así también además al del
        """,
    ),
    "pt": Language(
        never="p.ex pág aprox",
        titles="sr sra srs sras dr dra eng prof profa D Exmo Exma Gen Cap Cel Dom Sto Sta",
        numbered="n.º nº art pág págs vol cap fig",
        maybe="EUA S.A av tel a.C d.C ltda Ltda",
        starters="""
            o a os as um uma ele ela eles elas eu nós e mas ou se não em no na nos nas com por para de
            do da desde até segundo sem sobre quando como que quem seu sua este esta esse essa hoje
            ontem assim também ao
        """,
    ),
    "it": Language(
        never="p.es es cfr ecc.ma ca circa",
        titles="sig sigg dott dr avv ing arch geom prof On gen Col Cap Mons S Ill.mo Egr Gent",
        numbered="n nn art artt pag pagg p pp vol cap fig",
        maybe="S.p.A S.r.l tel a.C d.C V.le P.zza",
        last="ecc etc",
        starters="""
            il lo la i gli le un uno una l lui lei loro noi io e ma o se non in con per di da su tra fra
            al alla del della nel nella dal sul quando come che chi questo questa quello oggi ieri così
            anche dopo prima
        """,
    ),
    "ca": Language(
        titles="Sr Sra Srta Dr Dra Prof",
        numbered="núm pàg art",
        starters="el la els les un una i però",
    ),
    "ro": Language(
        never="de.ex ex dvs",
        titles="Dl D-na Dna Dra Prof Dr Ing Gen Col Sf",
        numbered="nr art alin pag vol cap fig",
        maybe="str bd ș.a etc",
        starters="el ea ei ele un o și dar sau în la pe cu de din pentru după acest această",
    ),
    "nl": Language(
        never="""
            aanw vnw bijv bv d.w.z dwz m.b.t t.a.v i.p.v o.a m.a.w enz.m z.g zgn ca incl excl jl a.s
            resp
        """,
        titles="dhr mevr mw mej drs ir ing mr prof dr ds burg sr jr St H",
        numbered="nr art blz p pag hfst fig afb",
        maybe="mln mld tel str",
        last="enz etc",
        starters="""
            de het een hij zij ze wij we ik er en maar of dus want in op aan van voor met bij uit naar
            door over na om als toen dat die dit deze wat wie waar hoe ook nog niet
        """,
    ),
    "da": Language(
        never=_NORDIC,
        titles="Skt skt hr fr frk dr prof pastor",
        numbered="nr s pkt stk § kap",
        maybe="mio mia kr og.lign Kbh",
        starters="""
            hvad hvem hvor hvorfor det de den en et han hun jeg vi og men så i på for med til fra da når
            hvis
        """,
        ordinals=True,
    ),
    "nb": Language(
        never=_NORDIC,
        titles="hr fr frk dr prof St",
        numbered="nr s pkt kap",
        maybe="mill mrd kr",
        starters="""
            hva hvem hvor hvorfor det de den en ei et han hun jeg vi og men så i på for med til fra da
            når hvis
        """,
        ordinals=True,
    ),
    "sv": Language(
        never=_NORDIC + " m.m mm resp dvs d.v.s",
        titles="hr fr dr prof S:t S:ta",
        numbered="nr s kap art",
        maybe="milj mdr kr tr",
        starters="""
            vad vem var varför det de den en ett han hon jag vi och men så i på för med till från då när
            om
        """,
    ),
    "fi": Language(
        never="esim ns mm ym yms jne eli ts ks vrt n.s s.o",
        titles="hra rva nti tri prof",
        numbered="nro s",
        maybe="milj mrd klo",
        starters="se hän he ne me minä ja mutta tai kun jos mitä kuka missä miksi tämä nämä",
        ordinals=True,
    ),
    "et": Language(
        never="nt jne st lk vt",
        titles="hr pr prl dr prof",
        starters="see ta nad me ja aga kui",
        ordinals=True,
    ),
    "lv": Language(
        never="piem u.c u.tml",
        titles="dr prof",
        starters="tas viņš viņa un bet ja",
        ordinals=True,
    ),
    "lt": Language(
        never="pvz t.y ir.kt kt m d",
        titles="p dr prof",
        starters="tai jis ji ir bet jei",
        small_after=7,
    ),
    "hu": Language(
        never="pl ill ún stb kb",
        titles="dr id ifj özv prof",
        starters="a az egy ez ő és de hogy ha mi ki",
        ordinals=True,
    ),
    "pl": Language(
        never="np tzw tj m.in bałt im ok ww zob por wg ur zm",
        titles="p pp ks św dr hab prof inż mgr płk gen kpt mec bp abp hr",
        numbered="nr s str art ust pkt poz t rys tab ul al pl",
        maybe="mln mld tys r w zł gr godz wiek",
        last="itd itp",
        starters="""
            to ten ta te on ona ono oni jest w we z ze na do od po przed dla i a ale lecz jak gdy kiedy
            co kto gdzie czy nie jego jej ich tak już
        """,
        ordinals=True,
    ),
    "cs": Language(
        never=_CZECH,
        titles="p pí sl dr prof doc ing mgr judr mudr phdr bc gen plk kpt sv",
        numbered="č čl odst s str sv obr tab ul nám",
        maybe="mil mld tis Kč hod",
        last="atd",
        starters="""
            to ten ta on ona oni je v ve z ze na do od po před pro i a ale když co kdo kde proč ne jeho
            její
        """,
        ordinals=True,
    ),
    "sk": Language(
        never=_CZECH,
        titles="p pí sl dr prof doc ing mgr judr mudr phdr bc gen plk kpt sv",
        numbered="č čl ods s str zv obr tab ul nám",
        maybe="mil mld tis hod",
        last="atď",
        starters="""
            to ten tá on ona oni je v vo z zo na do od po pred pre i a ale keď čo kto kde prečo nie jeho
            jej
        """,
        ordinals=True,
    ),
    "sl": Language(
        never=_BALKAN + " ipd itn oz",
        titles="g ga gdč dr prof mag",
        starters="to ta on ona in a v na z",
        ordinals=True,
    ),
    "hr": Language(
        never=_BALKAN,
        titles="g gđa gđica dr prof mr",
        starters="to taj on ona i a u na s",
        ordinals=True,
    ),
}
