"""Dutch: "3 mei 2024", "12,5 procent", "€ 1.234,56", "14.30 uur", "21ste eeuw", "dhr."."""

from __future__ import annotations

from listen.speech.languages.counting_more import dutch
from listen.speech.languages.signs.marks import Marks
from listen.speech.languages.signs.net_addresses import AddressWords
from listen.speech.languages.signs.short_forms import DUTCH, DUTCH_UNITS
from listen.speech.languages.traits import Language
from listen.speech.rules import listed, table, triples, words

_ORDINALS = listed(
    """
    nulde eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde
    dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste
    eenentwintigste tweeëntwintigste drieëntwintigste vierentwintigste vijfentwintigste zesentwintigste
    zevenentwintigste achtentwintigste negenentwintigste dertigste eenendertigste
    """
)


def _ordinal(number: str, mark: str, before: str) -> str:
    n = int(number)
    if n >= len(_ORDINALS):
        rest = n % 100
        word = (
            f"{dutch(n - rest)}{_ORDINALS[rest]}"
            if n > 100 and 0 < rest < len(_ORDINALS)
            else f"{dutch(n)}ste"
        )
        return word if mark else f"de {word}"
    return _ORDINALS[n] if mark else f"de {_ORDINALS[n]}"


def _year(n: int) -> str:
    """1999 is "19 99", 1900 "19 honderd"."""
    if not 1100 <= n < 2000:
        return str(n)
    return f"{n // 100} {n % 100}" if n % 100 >= 10 else f"{n // 100} honderd {n % 100 or ''}".rstrip()


_YEARLY = words(
    """
    in sinds van tot rond omstreeks voor na anno jaar jaren begin eind uit tussen zomer winter
    herfst lente
    voorjaar najaar januari februari maart april mei juni juli augustus september oktober november december
    per vanaf om t/m half midden circa het
    """
)
"""Words before a year."""
_ALIKE = words("man keer gulden meter kilo uur jaar ton kilometer liter")
"""Nouns whose plural a number has no need of."""
_VERBS = words(
    """
    werden waren hadden kwamen gingen kregen konden moesten zouden stonden bleven verschenen volgden trokken
    begonnen kregen wilden namen vonden reden verhuisden overleden leden hielden lieten deden sloten
    telden vielen
    opende was is werd had kwam ging kreeg kon moest zou stond bleef verscheen volgde en als tijdens tegen
    """
)


def _counts(before: str, after: str) -> bool:
    """ "1250 mensen" is no year, "1950 werden" is one."""
    plural = after.endswith(("en", "s")) or after in (
        "man",
        "keer",
        "gulden",
        "meter",
        "kilo",
        "uur",
        "jaar",
        "ton",
    )
    return plural and after.islower() and after not in _VERBS and before.lower() not in _YEARLY


_NEUTER = words("jaar uur miljoen miljard procent punt pond kwartier etmaal seizoen glas blik bord")


def _and_half(n: int, noun: str) -> str:
    """2½ is "tweeënhalf", and 1½ "anderhalf"."""
    said = dutch(n)
    half = "half" if noun in _NEUTER or noun.endswith(("je", "um", "ment")) else "halve"
    return f"ander{half} {noun}" if n == 1 else f"{said}{'ë' if said.endswith('e') else 'e'}n{half} {noun}"


def _singular(many: str) -> str:
    """One minute, one second; other units are said alike."""
    return {
        "minuten": "minuut",
        "seconden": "seconde",
        "graden": "graad",
        "eetlepels": "eetlepel",
        "theelepels": "theelepel",
    }.get(many, many)


def _half_of(one: str) -> str:
    """½ l is "een halve liter"."""
    return f"een {'half' if one in ('uur', 'kilowattuur') else 'halve'} {one}"


LANGUAGE = Language(
    singular=_singular,
    cardinal=dutch,
    until=r"u(?:ur)?(?!\w)",
    to_hour="tot",
    behind={"p.m.": (r"(?<![\d€.,])(?:[1-9]|1[0-2])(?::\d\d)?\s?\Z", "p m")},
    numbered=words(
        "hoofdstuk deel boek akte artikel wo wereldoorlog kamerstukken handelingen fase type groep"
    ),
    marks=Marks(
        score=" ",
        score_words=r"wint|won|verlie|verlo|gelijk|zege|stand|setstand|nederlaag|versl|(?:met|bij)\s+…",
        plus_minus="plus min",
        permille="promille",
        section=("paragraaf", "paragrafen"),
        and_="en",
        times="bij",
        equals="is",
        out_of="op",
        fractions={
            "½": "een halve ",
            "¼": "een kwart ",
            "¾": "drie kwart ",
            "⅓": "een derde ",
            "⅔": "twee derde ",
        },
        shares=listed("derde vierde vijfde zesde zevende achtste negende tiende"),
        and_half=_and_half,
        half_of=_half_of,
        apart=True,
        inches="inch",
        comma="komma",
        divided="gedeeld door",
        relay="keer",
        number="nummer",
        powers=("kwadraat", "tot de derde"),
        mixed="en",
        compared=("kleiner dan", "groter dan"),
        lived=("geboren", "overleden"),
        fold=lambda n: f"{n} keer",
        round_the_clock={"24/7": "24 7"},
        phones=(r"14 0[1-9]\d{1,2}",),
        phone_words=r"(?i:tel\.?|telefoon|bel|fax|nummer)",
    ),
    percent="procent",
    comma="komma",
    minus="min",
    months=listed(
        """
    januari februari maart april mei juni juli augustus september oktober november december
    """
    ),
    short_months="jan|febr?|mrt|apr|jun|jul|aug|sept?|okt|nov|dec",
    currencies=triples(
        """
    €=euro/euro/cent | $=dollar/dollar/cent | £=pond/pond/pence | euro=euro/euro/cent |
    USD=dollar/dollar/cent | US$=dollar/dollar/cent | CHF=Zwitserse frank/Zwitserse frank/rappen |
    GBP=pond/pond/pence | fl.=gulden/gulden/cent | Fl.=gulden/gulden/cent | ƒ=gulden/gulden/cent |
    EUR=euro/euro/cent | ct=cent/cent/cent | cent=cent/cent/cent | ¥=yen/yen/sen
    """
    ),
    magnitudes=table(
        """
    mln=miljoen | mld=miljard | mln.=miljoen | mrd=miljard | miljoen=miljoen | miljard=miljard |
    duizend=duizend | bln=biljoen | biljoen=biljoen | mrd.=miljard | mld.=miljard | bln.=biljoen
    """
    ),
    units=DUTCH_UNITS
    | table(
        """
    Gbit/s=gigabit per seconde | kbit/s=kilobit per seconde | Mb/s=megabit per seconde |
    Gb/s=gigabit per seconde |
    º=graden | °c=graden | ° C=graden | ° c.=graden | ºC=graden | ° graden=graden | º graden=graden |
    °graden=graden |
    el=eetlepels | tl=theelepels | gr=gram | gr.=gram | W=watt | kcal=kilocalorieën | kJ=kilojoule | V=volt |
    kV=kilovolt | MWh=megawattuur | GWh=gigawattuur | TWh=terawattuur | Wh=wattuur | MHz=megahertz |
    Bft=beaufort |
    hPa=hectopascal | pk=p k | hl=hectoliter | mbar=millibar | km/s=kilometer per seconde |
    km/uur=kilometer per uur |
    Nm=newtonmeter | µm=micrometer | g/km=gram per kilometer | mg/l=milligram per liter | kB=kilobyte |
    Mbit/s=megabit per seconde | cm²=vierkante centimeter | cm³=kubieke centimeter |
    mAh=milliampère-uur |
    inw./km²=inwoners per vierkante kilometer | inw.=inwoners | sec.=seconden | sec=seconden |
    ptn.=punten | min.=minuten |
    km/u=kilometer per uur | km/h=kilometer per uur | km²=vierkante kilometer | m²=vierkante meter |
    m³=kubieke meter | km=kilometer | m=meter | cm=centimeter | mm=millimeter | kg=kilo | g=gram |
    mg=milligram | µg/m³=microgram per kubieke meter | l/100 km=liter per 100 kilometer |
    ml=milliliter | GB=gigabyte | MB=megabyte | TB=terabyte | dB=decibel | s=seconden | dl=deciliter |
    cl=centiliter | kW=kilowatt | m/s=meter per seconde | GHz=gigahertz | Hz=hertz |
    l=liter | °C=graden | °=graden | kWh=kilowattuur | MW=megawatt | GW=gigawatt | min=minuten |
    ha=hectare
    """
    ),
    weekdays=table(
        "ma=maandag | di=dinsdag | wo=woensdag | do=donderdag | vr=vrijdag | za=zaterdag | zo=zondag"
    ),
    until_day={"t/m": "tot en met", "tot en met": "tot en met", "tot": "tot"},
    endings={"str.": "straat", "pln.": "plein", "nr.": "nummer"},
    lasted=("uur", "minuten", "seconden"),
    addresses=AddressWords("punt", "apenstaartje", "slash", "streepje"),
    before_names=frozenset(("hr.", "br.", "med.", "luit.")),
    per=table(
        """
    kg=per kilo | m²=per vierkante meter | l=per liter | liter=per liter | u=per uur | uur=per uur |
    kWh=per kilowattuur | MWh=per megawattuur | dag=per dag | maand=per maand | mnd=per maand |
    jaar=per jaar |
    week=per week | vat=per vat | ounce=per ounce | minuut=per minuut | min=per minuut |
    min.=per minuut | keer=per keer |
    ha=per hectare | kilo=per kilo |
    jr=per jaar | pp=per persoon | seconde=per seconde | hoofd=per hoofd | kind=per kind | stuk=per stuk |
    nacht=per nacht | persoon=per persoon | p.p.=per persoon | ton=per ton | km=per kilometer
    """
    ),
    abbreviations=DUTCH
    | table(
        """
    Dr.=doctor | Mr.=meester | Ir.=ingenieur | Ds.=dominee | Drs.=doctorandus | Lt.=luitenant | Kol.=kolonel |
    Z.M.=Zijne Majesteit | H.M.=Hare Majesteit | Z.K.H.=Zijne Koninklijke Hoogheid |
    H.K.H.=Hare Koninklijke Hoogheid |
    ing.=ingenieur | verd.=verdieping | red.=redactie | dr.ir.=doctor ingenieur | lt.-kol.=luitenant-kolonel |
    lt.=luitenant | kol.=kolonel | b.d.=buiten dienst | jhr.=jonkheer | wed.=weduwe |
    zr.=zuster |
    no.=nummer | nrs.=nummers | na Chr.=na Christus | n. Chr.=na Christus | v. Chr.=voor Christus |
    m.b.v.=met behulp van | a.d.h.v.=aan de hand van | i.c.m.=in combinatie met | c.s.=cum suis |
    e.e.a.=een en ander |
    i.o.=in oprichting | mbt=met betrekking tot | tav=ten aanzien van | dmv=door middel van |
    nav=naar aanleiding van |
    mbv=met behulp van | tov=ten opzichte van |  gebr.=gebroeders | ed.=editie |  aant.=aantekening |
    telef.=telefonisch | uitg.=uitgave | vert.=vertaling | Dhr.=de heer | Mevr.=mevrouw |
    opm.=opmerking | gld.=gulden | secr.=secretaris | voorz.=voorzitter | z.i.=zijns inziens |
    i.h.v.=in het verlengde van | a.h.w.=als het ware | i.e.g.=in elk geval |
    t.b.v.=ten behoeve van | i.g.v.=in geval van | o.g.v.=op grond van |
    w.v.t.t.k.=wat verder ter tafel komt |
    n.v.=na verlenging | p.m.=per maand | e.v.=en verder | o.r.v.=onder redactie van |
    ds.=dominee | dl.=deel | i.s.m.=in samenwerking met | afz.=afzender | a.h.v.=aan de hand van |
    alg.=algemeen | div.=diverse | e.k.=eerstkomende | fam.=familie | fig.=figuur | geb.=geboren |
    i.h.a.=in het algemeen | i.h.b.=in het bijzonder | i.h.k.v.=in het kader van | jr.=junior |
    sr.=senior | k.k.=kosten koper | m.i.=mijns inziens | mgr.=monseigneur | n.v.t.=niet van toepassing |
    o.b.v.=op basis van | o.i.d.=of iets dergelijks | o.v.v.=onder vermelding van | pag.=pagina |
    par.=paragraaf | s.v.p.=alstublieft | t.e.m.=tot en met | t.n.v.=ten name van | t.w.=te weten |
    t.h.v.=ter hoogte van | v.a.=vanaf | vgl.=vergelijk | vml.=voormalig | w.o.=waaronder |
    wnd.=waarnemend | z.g.a.n.=zo goed als nieuw | burg.=burgemeester | de gem.=de gemeente |
    oud-min.-pres.=oud-minister-president |
    hfst.=hoofdstuk | afb.=afbeelding | Ca.=circa | Stb.=Staatsblad | min.-pres.=minister-president |
    d.d.=de dato | c.q.=casu quo | Nr.=nummer | m.a.w.=met andere woorden | z.o.z.=zie ommezijde |
    max.=maximaal | min.=minimaal | pers.=personen | evt.=eventueel | vnl.=voornamelijk | m.n.=met name |
    o.l.v.=onder leiding van | e.a.=en anderen | afd.=afdeling | gem.=gemiddeld | p.p.=per persoon |
    p/m=per maand | o.m.=onder meer | ivm=in verband met | d.m.v.=door middel van | t.z.t.=te zijner tijd |
    i.t.t.=in tegenstelling tot | nl.=namelijk | mln.=miljoen | mld.=miljard |
    dhr.=de heer | mevr.=mevrouw | mw.=mevrouw | dr.=doctor | drs.=doctorandus | prof.=professor |
    ir.=ingenieur | mr.=meester | bijv.=bijvoorbeeld | bv.=bijvoorbeeld | enz.=enzovoort |
    etc.=et cetera | o.a.=onder andere | d.w.z.=dat wil zeggen | i.p.v.=in plaats van |
    t.o.v.=ten opzichte van | m.b.t.=met betrekking tot | n.a.v.=naar aanleiding van |
    a.s.=aanstaande | jl.=jongstleden | ca.=circa | nr.=nummer | blz.=bladzijde |
    v.Chr.=voor Christus | n.Chr.=na Christus | St.=Sint | tel.=telefoon | art.=artikel |
    e.d.=en dergelijke | zgn.=zogenaamde | i.v.m.=in verband met | t.a.v.=ten aanzien van |
    t.g.v.=ten gevolge van | m.u.v.=met uitzondering van | a.u.b.=alstublieft |
    z.s.m.=zo snel mogelijk | p.=pagina | vs.=versus | ong.=ongeveer | resp.=respectievelijk |
    incl.=inclusief | excl.=exclusief | t/m=tot en met
    """
    ),
    over="per",
    to="tot",
    clock="{h} uur {m}",
    hour="{h} uur",
    times=(
        r"(?P<h>[01]?\d|2[0-4])[:.](?P<m>[0-5]\d)\s?uur\b",
        r"(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?![:\d])(?:\s?u(?:\.(?=\s[a-z])|(?!\w)))?",
        r"(?P<h>[01]?\d|2[0-4])(?P<m>)\suur\b",
        r"(?P<h>[01]?\d|2[0-4])[:.](?P<m>[0-5]\d)\s?u(?:\.(?=\s[a-z])|(?!\w))",
        r"(?P<h>[01]?\d|2[0-4])\s?u\s?(?P<m>[0-5]\d)(?:\s?min(?:\.(?=\s[a-z]))?)?(?!\w)",
        r"(?P<h>[01]?\d|2[0-4])(?P<m>)\s?u(?:\.(?=\s[a-z])|(?!\w))",
    ),
    year=_year,
    counts=_counts,
    spell_decimals=True,
    ordinal=_ordinal,
    ordinal_mark=r"(?:e|ste|de)(?!\w)",
    ordinal_numerals=True,
    acronyms=words("UNO NOS PIN SIM"),
    emphasised=words("de het een en of van in op geen wel ik je we wij zij hij dit dat die met voor maar"),
)
