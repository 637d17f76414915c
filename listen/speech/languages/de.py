"""German: "3. Mai 2024", "1.234,56 €", "14:30 Uhr", "im 19. Jahrhundert", "z. B."."""

from __future__ import annotations

import re

from listen.speech.languages.counting import german, worded
from listen.speech.languages.counting_more import agree_german, singular_german
from listen.speech.languages.nouns.german_cases import governed_german, is_neuter
from listen.speech.languages.nouns.german_rulers import case_of_name
from listen.speech.languages.signs.marks import Marks
from listen.speech.languages.signs.net_addresses import AddressWords
from listen.speech.languages.signs.short_forms import GERMAN, GERMAN_UNITS
from listen.speech.languages.traits import Language
from listen.speech.rules import Here, listed, table, triples, words

_STEMS = listed(
    """
    nullt erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt
    fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst einundzwanzigst zweiundzwanzigst
    dreiundzwanzigst vierundzwanzigst fünfundzwanzigst sechsundzwanzigst siebenundzwanzigst
    achtundzwanzigst neunundzwanzigst dreißigst einunddreißigst
    """
)
_DATIVE = frozenset(
    [
        "in",
        "an",
        "auf",
        "aus",
        "bei",
        "mit",
        "nach",
        "seit",
        "von",
        "vor",
        "zu",
        "ab",
        "unter",
        "während",
        "innerhalb",
    ]
)
_BECOMES = ("wurde", "wird", "werde", "war", "als", "er", "sie", "bleibt", "blieb")
"""Before a place in a contest: "er wurde 3."."""
_NOMINATIVE = words("der die das eine seine ihre meine unsere keine diese jede dieses jedes")
_NEUTER = "ein …es"
"""Stands for "ein", "sein", "ihr" before a neuter noun: "ihr drittes Kind"."""
_ASKS = words(
    """
    der die das am im zum vom beim dem den des einem ein ihr sein ihrem seinem zur einer seit
    ab bis jeden jede mein dein unser euer kein
    eine seine ihre meine unsere keine diese seiner ihrer meiner unserer dieser jeder
    seines ihres dieses jedes seinen ihren meinen diesen diesem jedem
    """
)
"""Words behind which figures with a full stop are an ordinal, whatever comes."""


def _inflected(number: int, before: str) -> str:
    ending = (
        "es"
        if before == _NEUTER
        else "e"
        if before in _NOMINATIVE
        else "er"
        if before == "" or before in _POSSESSED
        else "en"
    )
    return _stem(number) + ending


def _stem(number: int) -> str:
    """The ordinal without its ending: "dritt", "neunzigst", "hundertst"."""
    if number < len(_STEMS):
        return _STEMS[number]
    head, rest = divmod(number, 100)
    if head and 0 < rest < 20:
        return f"{german(head * 100)}{_STEMS[rest]}"
    return f"{german(number).replace(' ', '')}st"


def _ordinal(number: str, mark: str, before: str) -> str:
    if mark in ("er", "ern"):  # die 1960er Jahre
        if len(number) > 4:
            return ""
        return f"{worded(_year(int(number)), german)}{mark}"
    if len(number) > 3:
        return ""
    if before in _BECOMES:
        return _stem(int(number)) + ("e" if before == "sie" else "er")
    if (not mark or mark == "ª") and before[:1].isupper():  # Ludwig XIV.
        return f"{'die' if mark else 'der'} {_inflected(int(number), 'der')}"
    return _inflected(int(number), before) if before in _ASKS or before == _NEUTER else ""


def _year(n: int) -> str:
    """1999 is "19 hundert 99"; from 2000 on it is a number like any other."""
    if not 1100 <= n < 2000:
        return str(n)
    return f"{n // 100} hundert {n % 100}" if n % 100 else f"{n // 100} hundert"


_OF_CENTURY = r"\b(?:[dD]es|[dD]ieses|jenes|Anfang|Ende|Mitte|Beginn)\s(?:\w+en\s)?\d{1,2}\.\s\Z"
"""Before a century in the genitive."""
_YEARLY = words(
    """
    in im seit von bis ab um vor nach jahr jahre jahres jahren anno ende anfang mitte sommer winter herbst
    frühling frühjahr zwischen und oder bis aus januar februar märz april mai juni juli august september
    oktober
    november dezember jänner gegen ab der die das
    """
)
"""Words before a year."""


def _counts(before: str, after: str) -> bool:
    """ "1250 Menschen" is no year, "seit 1950 Bürgermeister" is one."""
    return (
        after[:1].isupper() and after.endswith(("en", "er", "n", "e", "s")) and before.lower() not in _YEARLY
    )


_RANKED = re.compile(
    r"\d{1,3}\.\s(?:[a-zäöüß]{2,20}\s){0,2}"
    r"(?:(?P<he>Platz|Rang|Stadtteil|Tag|Spieltag|Satz|Akt|Geburtstag|Jahrestag|Stock|Versuch)|Runde|Etappe|Minute|Auflage|Klasse|Liga|Staffel|Folge|Woche)(?!\w)"
)
"""An ordinal by itself, and the gender of what it counts: "12 Tore, 7. Platz"."""
_COUNTED = re.compile(r"\d{1,3}\.\s(\w{2,40})")
_POSSESSED = words("ein kein mein dein sein ihr unser euer")
_DESCRIBED = re.compile(
    r"\b(?:[dD](?:er|ie|as|en|em|es)|(?:k?ein|mein|sein|ihr|unser)[emnr]{0,2})\s(?:\w{2,12}\s\w{2,20}\s)?"
    r"[a-zäöüß]{3,30}e(n?)\s\Z"
)
"""An article and an adjective before an ordinal, whose ending it takes: "die für Mai geplante 19. WM"."""
_ORDINAL_BEFORE = re.compile(r"(?:\A|\s)(\d{1,3})\.(?:,|\s(?:und|oder|bis))\s\Z")
_MOST_ORDINALS = 8
_CLOSED = re.compile(r"\d{1,3}\.\Z")
_CLOSING = words("am dem zum vom beim im")
"""Words behind which figures and a full stop at the very end are an ordinal."""


def _monarch(n: int, woman: bool, before: str) -> str:
    """ "von Karl V." → "dem fünften"."""
    article = case_of_name(before, woman)
    ending = "e" if article == ("die" if woman else "der") else "en"
    return f"{article} {_stem(n)}{ending}"


def _before(here: Here, at: int) -> str:
    """The word before a place; "der" behind a preposition is the feminine dative."""
    for _ in range(_MOST_ORDINALS):  # "den 2., 3. und 4. Platz": what stands before the first of them
        earlier = _ORDINAL_BEFORE.search(here.text, max(0, at - 12), at)
        if not earlier:
            break
        at = earlier.start(1)
    written = here.before(at)
    word = written.lower()
    if word not in _CLOSING and _CLOSED.match(here.text, at):
        return "…"  # "Nehmen Sie die 13."
    if written != word and word not in (*_ASKS, *_BECOMES, *_DATIVE):
        return written  # a noun: "Nummer 7. Trainer war …"
    if word in ("auf", "vor", "mit", "von", "zwischen"):
        return "den"
    described = _DESCRIBED.search(here.text, max(0, at - 60), at)
    if described:
        return "den" if described[1] else "die"
    if word in ("bleibt", "blieb", "als"):
        counted = _COUNTED.match(here.text, at)
        if counted and counted[1].endswith(("in", "e", "frau", "Frau")):
            return "die"
    counted = _COUNTED.match(here.text, at) if word in _POSSESSED or not word else None
    if counted and is_neuter(counted[1]):
        return _NEUTER
    ranked = None if word else _RANKED.match(here.text, at)
    if ranked:
        return "ein" if ranked["he"] else "die"
    if (
        word in ("der", "dieser", "jeder")
        and here.before(here.text.rfind(word, 0, at) if word in here.text[:at] else at).lower() in _DATIVE
    ):
        return "einer"
    return "der" if word in ("dieser", "jeder") else word


def _and_half(n: int, noun: str) -> str:
    """2½ is "zweieinhalb", one word."""
    return f"{'ein' if n == 1 else german(n)}einhalb {noun}"


def _half_of(one: str) -> str:
    """½ h is "eine halbe Stunde", ½ kg "ein halbes Kilogramm"."""
    if agree_german("eins", one) == "eine":
        return f"eine halbe {one}"
    return f"ein {'halbes' if is_neuter(one) or one.endswith('gramm') else 'halber'} {one}"


LANGUAGE = Language(
    cardinal=german,
    agree=agree_german,
    singular=singular_german,
    governed=governed_german,
    before=_before,
    until=r"Uhr\b",
    before_figures=frozenset(("Zi.", "Art.", "Kl.", "No.")),
    before_names=frozenset(("s.", "Mag.", "Kr.", "gg.", "Bez.")),
    behind={
        "Jh.": (
            r"\b(?:[dD]es|[dD]ieses|jenes|Anfang|Ende|Mitte|Beginn)\s(?:\w+en\s)?\d{1,2}\.\s\Z",
            "Jahrhunderts",
        ),
        "Jhdt.": (r"\b(?:[dD]es|[dD]ieses|jenes)\s(?:\w+en\s)?\d{1,2}\.\s\Z", "Jahrhunderts"),
        "u. a.": (r"[A-ZÄÖÜ][a-zäöüß]+\s(?:[vzd][aoue][nr]\s)?[A-ZÄÖÜ][\wß-]+\s\Z", "und andere"),
        "Bd.": (r"\d\s\Z", "Bund"),
        "Pers.": (r"\b(?:[Pp]ro|[Jj]e|1)\s\Z", "Person"),
        "S.": (r"(?:Abs\.|Absatz|Art\.|Artikel|§§?)\s\d{1,4}\s?[a-z]?,?\s\Z", "Satz"),
    },
    articles=words("der die das den dem des im am zum vom"),
    article_mark=".",
    numbered=words("kapitel band teil hartz artikel akt klasse bd kap bgbl sgb phase stufe typ buch"),
    monarch=_monarch,
    compounds=True,
    queens=words(
        "Elisabeth Katharina Maria Victoria Margarethe Margrethe Beatrix Juliana Wilhelmina Christina Anna"
    ),
    marks=Marks(
        score=" zu ",
        score_words=r"siegt|gewann|gewinn|verlor|verlier|unterlag|besieg|schlug|sieg|niederlage|punkt|führ|unentschieden|remis|endstand|satz|sätze",
        colon=True,
        permille="Promille",
        section=("Paragraf", "Paragrafen"),
        and_="und",
        times="mal",
        equals="gleich",
        out_of="von",
        hashtag="Hashtag",
        divided="geteilt durch",
        number="Nummer",
        mixed="und",
        compared=("kleiner als", "größer als"),
        lived=("geboren", "gestorben"),
        copyright="Copyright",
        fractions={
            "½": "ein halber ",
            "¼": "ein Viertel ",
            "¾": "drei viertel ",
            "⅓": "ein Drittel ",
            "⅔": "zwei Drittel ",
        },
        shares=listed("Drittel Viertel Fünftel Sechstel Siebtel Achtel Neuntel Zehntel"),
        and_half=_and_half,
        half_of=_half_of,
        apart=True,
        inches="Zoll",
        comma="Komma",
        fold=lambda n: "einmal" if n == 1 else f"{n} mal",
        round_the_clock={"24/7": "24 7"},
        phone_words=r"(?i:tel\.?|telefon|fax|hotline|plz|nummer|notruf|bankleitzahl|blz|iban)",
    ),
    percent="Prozent",
    comma="Komma",
    minus="minus",
    months=listed(
        """
    Januar Februar März April Mai Juni Juli August September Oktober November Dezember Jänner
    """
    ),
    short_months="Jan|Feb|Mrz|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez",
    currencies=triples(
        """
    €=Euro/Euro/Cent | $=Dollar/Dollar/Cent | £=Pfund/Pfund/Pence | CHF=Franken/Franken/Rappen |
    Fr.=Franken/Franken/Rappen | EUR=Euro/Euro/Cent | US-Dollar=US-Dollar/US-Dollar/Cent |
    Euro=Euro/Euro/Cent | Dollar=Dollar/Dollar/Cent | Cent=Cent/Cent/Cent |
    Franken=Franken/Franken/Rappen | ct=Cent/Cent/Cent | Ct=Cent/Cent/Cent |
    Ct.=Cent/Cent/Cent | ct.=Cent/Cent/Cent | ¥=Yen/Yen/Sen | USD=US-Dollar/US-Dollar/Cent |
    US-$=US-Dollar/US-Dollar/Cent | US$=US-Dollar/US-Dollar/Cent | DM=Mark/Mark/Pfennig |
    sFr.=Franken/Franken/Rappen | Rp.=Rappen/Rappen/ | Pf.=Pfennig/Pfennig/
    """
    ),
    magnitudes=table(
        """
    Mio.=Millionen | Mrd.=Milliarden | Bio.=Billionen | Tsd.=tausend | Mio=Millionen | Mrd=Milliarden |
    Millionen=Millionen | Milliarden=Milliarden | Billionen=Billionen
    """
    ),
    units=GERMAN_UNITS
    | table(
        """
    qm=Quadratmeter | kn=Knoten | Pers.=Personen | cbm=Kubikmeter | Pfd.=Pfund | Zi.=Zimmer |
    min=Minuten | sek=Sekunden | h=Stunden | Std=Stunden | Einw./km²=Einwohner pro Quadratkilometer |
    Pkt.=Punkte |
    km/h=Kilometer pro Stunde | km²=Quadratkilometer | m²=Quadratmeter | m³=Kubikmeter | km=Kilometer |
    m=Meter | cm=Zentimeter | mm=Millimeter | kg=Kilogramm | g=Gramm | mg=Milligramm | t=Tonnen |
    l/100 km=Liter auf 100 Kilometer | l/100km=Liter auf 100 Kilometer |
    µg/m³=Mikrogramm pro Kubikmeter | mg/l=Milligramm pro Liter | g/km=Gramm pro Kilometer |
    m/s=Meter pro Sekunde | €/m²=Euro pro Quadratmeter | l=Liter | ml=Milliliter | °C=Grad Celsius |
    °=Grad | kWh=Kilowattstunden | MW=Megawatt | GW=Gigawatt | kW=Kilowatt | PS=P S | GB=Gigabyte |
    MB=Megabyte | TB=Terabyte | kB=Kilobyte | Mbit/s=Megabit pro Sekunde | GHz=Gigahertz | Hz=Hertz |
    dB=Dezibel | µm=Mikrometer | hPa=Hektopascal | Std.=Stunden | Min.=Minuten | Sek.=Sekunden |
    s=Sekunden | f.=folgende | ff.=folgende | EL=Esslöffel | TL=Teelöffel |
    Pck.=Päckchen | Msp.=Messerspitzen | dl=Deziliter | cl=Zentiliter |
    ha=Hektar | W=Watt | kcal=Kilokalorien | Kcal=Kilokalorien | kJ=Kilojoule | MWh=Megawattstunden |
    GWh=Gigawattstunden | TWh=Terawattstunden | Wh=Wattstunden | kV=Kilovolt | MHz=Megahertz | kHz=Kilohertz |
    mAh=Milliamperestunden | Nm=Newtonmeter | Bft=Beaufort | ppm=p p m | Mbit=Megabit |
    Gbit/s=Gigabit pro Sekunde |
    kWp=Kilowatt Peak | º=Grad | °c=Grad Celsius | ° C=Grad Celsius | ºC=Grad Celsius |
    ° Celsius=Grad Celsius | hl=Hektoliter | mbar=Millibar | km/s=Kilometer pro Sekunde |
    nm=Nanometer
    """
    ),
    weekdays=table(
        """
    Mo=Montag | Di=Dienstag | Mi=Mittwoch | Do=Donnerstag | Fr=Freitag | Sa=Samstag | So=Sonntag
    """
    ),
    until_day={"bis": "bis"},
    endings={"str.": "straße", "nr.": "nummer"},
    lasted=("Stunden", "Minuten", "Sekunden"),
    addresses=AddressWords("Punkt", "at", "Schrägstrich", "Bindestrich"),
    per=table(
        """
    kg=pro Kilogramm | m²=pro Quadratmeter | l=pro Liter | kWh=pro Kilowattstunde | MWh=pro Megawattstunde |
    t=pro Tonne | h=pro Stunde | Std.=pro Stunde | Stunde=pro Stunde | Tag=pro Tag | Monat=pro Monat |
    Jahr=pro Jahr | Nacht=pro Nacht | Person=pro Person | Stück=pro Stück | km=pro Kilometer |
    Woche=pro Woche | Minute=pro Minute | Sekunde=pro Sekunde | Min.=pro Minute | a=pro Jahr |
    qm=pro Quadratmeter |
    Liter=pro Liter | Kopf=pro Kopf | Kilo=pro Kilo | ha=pro Hektar | Quartal=pro Quartal | Kind=pro Kind
    """
    ),
    abbreviations=GERMAN
    | table(
        """
    zB=zum Beispiel | zB.=zum Beispiel | zb.=zum Beispiel | dh.=das heißt | ua.=unter anderem |
    bzgl.=bezüglich | pp.=Seiten | geschl.=geschlossen | Gl.=Gleis | Rn.=Randnummer |
    Urt.=Urteil | Beschl.=Beschluss | Drs.=Drucksache | hl.=heilige | Hl.=heilige | No.=Nummer |
    Stv.=Stellvertreter |
    Dr. med.=Doktor med | Dr. jur.=Doktor jur | Dr. phil.=Doktor phil | Dr. h. c.=Doktor honoris causa |
    Dr. rer. nat.=Doktor rer nat | Dr.-Ing.=Doktoringenieur | Dipl.-Kfm.=Diplomkaufmann |
    verm.=vermutlich | erw.=erweiterte | überarb.=überarbeitete |
    Hptm.=Hauptmann |
    unbek.=unbekannt | wiss.=wissenschaftlich | amerik.=amerikanisch | österr.=österreichisch |
    bayer.=bayerisch |
    bayr.=bayerisch | ital.=italienisch | russ.=russisch | span.=spanisch | poln.=polnisch | lat.=lateinisch |
    griech.=griechisch | chem.=chemisch | polit.=politisch | wirtsch.=wirtschaftlich |
    durchschn.=durchschnittlich | schwed.=schwedisch | brit.=britisch | europ.=europäisch |
    gesetzl.=gesetzlich |
    südl.=südlich | nördl.=nördlich | östl.=östlich | westl.=westlich | Univ.=Universität |
    Dipl.-Ing.=Diplomingenieur | gegr.=gegründet | Vors.=Vorsitzender | stellv.=stellvertretende |
    ausschl.=ausschließlich | einschl.=einschließlich | entspr.=entsprechend | Forts.=Fortsetzung |
    Pos.=Position | Präs.=Präsident | Reg.-Bez.=Regierungsbezirk | Rep.=Republik | Stk.=Stück |
    u. ä.=und ähnliche | USt.=Umsatzsteuer | zit.=zitiert | z. Zt.=zurzeit |
    zzt.=zurzeit | i. S. d.=im Sinne des | i. V. m.=in Verbindung mit | i. e. S.=im engeren Sinne |
    i. w. S.=im weiteren Sinne | gez.=gezeichnet | ggü.=gegenüber | evang.=evangelisch | tägl.=täglich |
    wöchentl.=wöchentlich | Whg.=Wohnung | Bhf.=Bahnhof | Lkr.=Landkreis | o. J.=ohne Jahr |
    resp.=respektive | Zi.=Zimmer | Ca.=circa | Lt.=laut | Rd.=rund |
    Pers.=Personen |
    u. v. a.=und viele andere | n. E.=nach Elfmeterschießen | Abg.=Abgeordnete | Az.=Aktenzeichen |
    jew.=jeweils | schriftl.=schriftlich | telef.=telefonisch | persönl.=persönlich | GmbH=G m b H |
    Co.=Co |
    u.=und | v.=von | hrsg.=herausgegeben | Hg.=Herausgeber | Anm.=Anmerkung | d. Red.=der Redaktion |
    n. V.=nach Verlängerung | i. E.=im Elfmeterschießen | MwSt.=Mehrwertsteuer | o. g.=oben genannte |
    u. g.=unten genannte | z. Hd.=zu Händen | a. D.=außer Dienst | a. M.=am Main | d. J.=dieses Jahres |
    d. M.=dieses Monats | lfd.=laufend | v. H.=vom Hundert | i. V.=in Vertretung | i. R.=im Ruhestand |
    i. Allg.=im Allgemeinen | u. dgl.=und dergleichen | p. a.=pro Jahr | ev.=evangelisch | kath.=katholisch |
    rd.=rund | s. a.=siehe auch | jun.=junior | teilw.=teilweise | Jhdt.=Jahrhundert | Inh.=Inhaber |
    insg.=insgesamt | mind.=mindestens | monatl.=monatlich | nachm.=nachmittags | vorm.=vormittags |
    p. P.=pro Person | Tab.=Tabelle | urspr.=ursprünglich | uvm.=und vieles mehr | zus.=zusammen |
    zw.=zwischen |
    dt.=deutsche | engl.=englisch | frz.=französisch | Kto.=Konto |
    Fa.=Firma | gem.=gemäß | wg.=wegen | lt.=laut | tgl.=täglich | mtl.=monatlich | jährl.=jährlich |
    Abt.=Abteilung | Dipl.=Diplom | Ing.=Ingenieur | Einw.=Einwohner | Jg.=Jahrgang | ehem.=ehemals |
    verh.=verheiratet | s. S.=siehe Seite | i. H. v.=in Höhe von | u. v. m.=und vieles mehr |
    m. a. W.=mit anderen Worten | Mitgl.=Mitglied | Aufl.=Auflage | bes.=besonders | allg.=allgemein |
    z. B.=zum Beispiel | z.B.=zum Beispiel | d. h.=das heißt | u. a.=unter anderem |
    u. Ä.=und Ähnliches | i. d. R.=in der Regel | v. a.=vor allem | o. Ä.=oder Ähnliches |
    s. o.=siehe oben | s. u.=siehe unten | v. Chr.=vor Christus | n. Chr.=nach Christus |
    usw.=und so weiter | etc.=et cetera | bzw.=beziehungsweise | ca.=circa | ggf.=gegebenenfalls |
    evtl.=eventuell | inkl.=inklusive | exkl.=exklusive | max.=maximal | min.=minimal |
    vgl.=vergleiche | sog.=sogenannte | Nr.=Nummer | Dr.=Doktor | Prof.=Professor | Hr.=Herr |
    Fr.=Frau | S.=Seite | Kfz=Kraftfahrzeug | Lkw=Lastkraftwagen | Pkw=Personenkraftwagen |
    PLZ=Postleitzahl | Hbf.=Hauptbahnhof | Hbf=Hauptbahnhof | Mrd=Milliarden | Std.=Stunden |
    Jhs.=Jahrhunderts | i. A.=im Auftrag | u. U.=unter Umständen | z. T.=zum Teil | z. Z.=zurzeit |
    e. V.=eingetragener Verein | m. E.=meines Erachtens | Hrsg.=Herausgeber | Verf.=Verfasser |
    St.=Sankt | Str.=Straße | Bd.=Band | Kap.=Kapitel | Abs.=Absatz | Art.=Artikel | Abb.=Abbildung |
    Jh.=Jahrhundert | Tel.=Telefon | geb.=geboren | gest.=gestorben | zzgl.=zuzüglich |
    bspw.=beispielsweise | bzgl.=bezüglich | ugs.=umgangssprachlich | Mio.=Millionen | Mrd.=Milliarden
    """
    ),
    over="pro",
    to="bis",
    clock="{h} Uhr {m}",
    hour="{h} Uhr",
    times=(
        r"(?P<h>[01]?\d|2[0-4])[:.](?P<m>[0-5]\d)\s?Uhr\b",
        r"(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?![:\d])",
        r"(?P<h>[01]?\d|2[0-4])(?P<m>)\sUhr\b(?!\s\d)",
    ),
    day=_inflected,
    day_mark=r"\.",
    year=_year,
    counts=_counts,
    spell_decimals=True,
    ordinal=_ordinal,
    ordinal_mark=r"(?:ern?(?!\w)|\.(?=,|\Z|\+\d|\s(?:(?:bis|und|oder|–|bis zum|und am|und vom)\s\d"
    r"|[A-ZÄÖÜ]|\w+e[rn]?\s|(?:und|vor|hinter|in|im|bei|mit|nach)\s|[dv]\.\s?[A-Z]\.|[a-zäöü])))",
    ordinal_numerals=True,
    acronyms=words("UNO GAU DAX DIN TÜV SIM PIN LAN ISO UFO"),
    emphasised=words(
        """
    der die das den dem des und oder ich du er sie wir ein eine kein von für auf aus bei nach vor zu
    ist sind war hat wie was wer wo so ja nein nur noch auch alle mehr jetzt
    """
    ),
    numeral_mark=r"\.?",
)
