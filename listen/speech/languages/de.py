"""German: "3. Mai 2024", "1.234,56 €", "14:30 Uhr", "im 19. Jahrhundert", "z. B."."""

from __future__ import annotations

from listen.speech.languages.counting import german
from listen.speech.languages.counting_more import agree_german, singular_german
from listen.speech.languages.nouns.german_cases import governed_german, is_neuter
from listen.speech.languages.ranks.german_ordinals import (
    before_ordinal,
    german_year,
    inflected,
    monarch,
    ordinal,
)
from listen.speech.languages.signs.marks import Marks
from listen.speech.languages.signs.net_addresses import AddressWords
from listen.speech.languages.signs.short_forms import GERMAN, GERMAN_UNITS
from listen.speech.languages.traits import Language
from listen.speech.rules import listed, table, triples, words

_YEARLY = words(
    """
    in im seit von bis ab um vor nach jahr jahre jahres jahren anno ende anfang mitte sommer winter herbst
    frühling frühjahr zwischen und oder bis aus januar februar märz april mai juni juli august september
    oktober
    november dezember jänner gegen ab der die das
    """
)
"""Words before a year."""


_DATIVE = words("mit von bei nach aus seit vor ab in zu unter binnen")


def _counts(before: str, after: str) -> bool:
    """ "1250 Menschen" is no year, "seit 1950 Bürgermeister" is one."""
    plural = ("en", "er", "n", "e", "s") if before else ("en", "n")  # "1979 Schlechter Zustand" begins a line
    return after[:1].isupper() and after.endswith(plural) and before.lower() not in _YEARLY


def _counted_in(many: str, before: str) -> str:
    """ "ab 14 Jahren": the dative of what a preposition counts."""
    return f"{many}n" if before in _DATIVE and many in ("Jahre", "Monate", "Tage") else many


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
    before=before_ordinal,
    until=r"Uhr\b",
    before_figures=frozenset(("Zi.", "Art.", "Kl.", "No.")),
    before_names=frozenset(("s.", "Mag.", "Kr.", "gg.", "Bez.")),
    behind={
        "Jh.": (
            r"\b(?:[dD]es|[dD]ieses|jenes|Anfang|Ende|Mitte|Beginn)\s(?:\w+en\s)?\d{1,2}\.\s\Z",
            "Jahrhunderts",
        ),
        "Jhdt.": (r"\b(?:[dD]es|[dD]ieses|jenes)\s(?:\w+en\s)?\d{1,2}\.\s\Z", "Jahrhunderts"),
        "hl.": (r"\b(?:des|dem|den|vom|zum|beim|im|am)\s\Z", "heiligen"),
        "u. a.": (r"[A-ZÄÖÜ][a-zäöüß]+\s(?:[vzd][aoue][nr]\s)?[A-ZÄÖÜ][\wß-]+\s\Z", "und andere"),
        "Gr.": (r"\(\s?\Z|\d\s\Z", "Größe"),
        "Bd.": (r"\d\s\Z", "Bund"),
        "Pers.": (r"\b(?:[Pp]ro|[Jj]e|1)\s\Z", "Person"),
        "S.": (r"(?:Abs\.|Absatz|Art\.|Artikel|§§?)\s\d{1,4}\s?[a-z]?,?\s\Z", "Satz"),
    },
    articles=words("der die das den dem des im am zum vom"),
    article_mark=".",
    numbered=words(
        """
        saal raum halle zimmer haus block terminal werk kurs abschnitt abs absatz nr lit ziffer kapitel
        band teil
        hartz artikel akt klasse bd kap bgbl sgb phase stufe typ
        """
    ),
    counted_in=_counted_in,
    monarch=monarch,
    capital_nouns=True,
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
        powers=("hoch zwei", "hoch drei"),
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
    Mio.=Millionen | Mrd.=Milliarden | Bio.=Billionen | Tsd.=tausend | Mio=Millionen |
    Mrd=Milliarden |
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
    Woche=pro Woche | Barrel=pro Barrel | Unze=pro Unze | Minute=pro Minute | Sekunde=pro Sekunde |
    Min.=pro Minute | a=pro Jahr |
    qm=pro Quadratmeter |
    Liter=pro Liter | Kopf=pro Kopf | Kilo=pro Kilo | ha=pro Hektar | Quartal=pro Quartal | Kind=pro Kind
    """
    ),
    abbreviations=GERMAN
    | table(
        """
    zB=zum Beispiel | zB.=zum Beispiel | zb.=zum Beispiel | dh.=das heißt | ua.=unter anderem |
    bzgl.=bezüglich | pp.=Seiten | geschl.=geschlossen | Gl.=Gleis | Rn.=Randnummer |
    Urt.=Urteil | Beschl.=Beschluss | Drs.=Drucksache | hl.=heilige | Hl.=heilige |
    No.=Nummer |
    Stv.=Stellvertreter |
    Dr. med.=Doktor med | Dr. jur.=Doktor jur | Dr. phil.=Doktor phil | Dr. h. c.=Doktor honoris causa |
    Dr. rer. nat.=Doktor rer nat | Dr.-Ing.=Doktoringenieur | Dipl.-Kfm.=Diplomkaufmann |
    verm.=vermutlich | erw.=erweiterte | überarb.=überarbeitete |
    Hptm.=Hauptmann |
    unbek.=unbekannt | wiss.=wissenschaftlich | amerik.=amerikanisch | österr.=österreichisch |
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
        r"(?P<h>[01]?\d|2[0-4])\s?h\s?(?P<m>[0-5]\d)(?![\w,.]\d|\w|\s?[mM]in)",
        r"(?:(?<=\bum\s)|(?<=\bab\s)|(?<=\bbis\s)|(?<=\bgegen\s))(?P<h>[01]?\d|2[0-4])(?P<m>)\s?h(?!\w)",
        r"(?:(?<=\bum\s)|(?<=\bab\s)|(?<=\bgegen\s))(?P<h>[01]?\d|2[0-4])\.(?P<m>[0-5]\d)"
        r"(?![\d%]|[.,]\d|\s?(?:[A-ZÄÖÜ€%$]|auf\s)|\.\s[a-zäöü])",
        r"(?P<h>[01]?\d|2[0-4])[:.](?P<m>[0-5]\d)\s?Uhr\b",
        r"(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?![:\d])",
        r"(?P<h>[01]?\d|2[0-4])(?P<m>)\sUhr\b(?!\s\d)",
    ),
    day=inflected,
    day_mark=r"\.",
    year=german_year,
    counts=_counts,
    spell_decimals=True,
    ordinal=ordinal,
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
