"""Polish: "5 maja 2024 r.", "22 zł", "o godz. 14.30", "w XIX w.", "3. miejsce", "np."."""

from __future__ import annotations

from listen.speech.languages.further.slavic_counting import POLISH
from listen.speech.languages.further.slavic_dates import Calendar, slavic_rules
from listen.speech.languages.further.tongue import Tongue, nouns
from listen.speech.rules import Here, Rule, Said, listed, table, whole, words
from listen.speech.writing import patterns as re

_WITHIN = words("w we na po przy o")


def _decimal(whole_part: str, decimals: str) -> str:
    said = " ".join(POLISH.cardinal(int(c)) for c in decimals) if decimals[0] == "0" else decimals
    return f"{whole_part} przecinek {said}"


def _place(m: re.Match[str], here: Here) -> Said | None:
    """ "3. miejsce", "na 5. piętrze", "2. edycja": the ordinal in its noun's gender."""
    noun = m["noun"]
    if here.before(m.start()).lower() in _WITHIN:
        form = (
            "obl"
            if noun in _FEMININE_PLACES
            else "loc"
            if noun.endswith(("u", "ie", "rze", "cie", "dzie"))
            else "obl"
        )
    elif noun in _DECADES:
        form = "pl"
    else:
        form = (
            "gen"
            if noun in ("dnia", "roku")
            else "f"
            if noun.endswith("a")
            else "n"
            if noun.endswith(("o", "e", "um", "ę"))
            else "m"
        )
    return Said(((POLISH.ordinal(int(m["n"]), form), m.start(), m.start("end") + 1),), m.start("end") + 1)


_FEMININE_PLACES = words(
    "rundzie minucie klasie połowie grupie kwarcie dobie turze rocznicy stronie osobie próbie gminie"
)
"""Feminine nouns in the locative: "w 3. rundzie"."""
_DECADES = words("latach lat latami")


def _hour(m: re.Match[str], here: Here) -> Said | None:
    """ "godz. 14.30", "o 14:30": the hour is an ordinal."""
    minutes = m["m"]
    said = POLISH.ordinal(int(m["h"]), "obl")
    if minutes and minutes != "00":
        said += f" {minutes}" if minutes[0] != "0" else f" zero {int(minutes)}"
    return whole(m, f"godzinie {said}")


def _at(m: re.Match[str], here: Here) -> Said | None:
    if here.before(m.start()).lower() not in ("o", "od", "do", "po", "przed"):
        return None
    minutes = m["m"]
    said = POLISH.ordinal(int(m["h"]), "obl")
    if minutes != "00":
        said += f" {minutes}" if minutes[0] != "0" else f" zero {int(minutes)}"
    return whole(m, said)


def _price(m: re.Match[str], here: Here) -> Said | None:
    """ "2,50 zł"."""
    zloty = POLISH.count(re.sub(r"\D", "", m["a"]), _NOUNS["zł"])
    return whole(m, zloty if m["d"] == "00" else f"{zloty} {POLISH.cardinal(int(m['d']))}")


def _nineties(m: re.Match[str], here: Here) -> Said | None:
    if here.before(m.start()).lower() not in _DECADES:
        return None
    return Said(((POLISH.ordinal(int(m["n"]), "pl"), m.start(), m.end()),), m.end())


_LETTERS, _DIGITS = slavic_rules(
    POLISH,
    Calendar(
        months=listed(
            """
    stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
    """
        ),
        year={"m": "rok", "gen": "roku", "loc": "roku"},
        years=("lat", "latach"),
        year_short="r",
        century={"m": "wiek", "gen": "wieku", "loc": "wieku"},
        century_short="w",
        centuries=("wieków", "wiekach"),
        century_form="m",
        within=words("w we po o na"),
        genitives=words("od do z"),
        suffixes=table("ty=m | go=gen | ego=gen | tego=gen | ta=f | te=n | tym=loc | ych=pl"),
        decades=r"(?!)(?P<word>)",
        numbered=words("część rozdział tom księga seria artykuł"),
        queens=words("Katarzyna Elżbieta Anna Maria"),
        to="do",
    ),
)
_NOUNS = nouns(
    """
    %=procent/procent/procent/procent | proc=procent/procent/procent/procent |
    os=osoba/osoby/osób/osoby/f | zł=złoty/złote/złotych/złotego | gr=grosz/grosze/groszy/grosza |
    dol=dolar/dolary/dolarów/dolara | $=dolar/dolary/dolarów/dolara | euro=euro | €=euro |
    £=funt/funty/funtów/funta | tys=tysiąc/tysiące/tysięcy/tysiąca | mln=milion/miliony/milionów/miliona |
    mld=miliard/miliardy/miliardów/miliarda | km=kilometr/kilometry/kilometrów/kilometra |
    m=metr/metry/metrów/metra | cm=centymetr/centymetry/centymetrów/centymetra |
    mm=milimetr/milimetry/milimetrów/milimetra | kg=kilogram/kilogramy/kilogramów/kilograma |
    g=gram/gramy/gramów/grama | t=tona/tony/ton/tony/f | l=litr/litry/litrów/litra |
    ha=hektar/hektary/hektarów/hektara |
    km²=kilometr kwadratowy/kilometry kwadratowe/kilometrów kwadratowych/kilometra kwadratowego |
    m³=metr sześcienny/metry sześcienne/metrów sześciennych/metra sześciennego |
    m²=metr kwadratowy/metry kwadratowe/metrów kwadratowych/metra kwadratowego |
    mkw=metr kwadratowy/metry kwadratowe/metrów kwadratowych/metra kwadratowego |
    km/h=kilometr na godzinę/kilometry na godzinę/kilometrów na godzinę/kilometra na godzinę |
    km/s=kilometr na sekundę/kilometry na sekundę/kilometrów na sekundę/kilometra na sekundę |
    m/s=metr na sekundę/metry na sekundę/metrów na sekundę/metra na sekundę |
    °C=stopień/stopnie/stopni/stopnia | °=stopień/stopnie/stopni/stopnia |
    min=minuta/minuty/minut/minuty/f | godz=godzina/godziny/godzin/godziny/f
    """
)
POLISH_TONGUE = Tongue(
    minus="minus",
    to="do",
    nouns=_NOUNS,
    signs={"$": "$", "€": "€", "£": "£"},
    scales=words("tys mln mld"),
    abbreviations=table(
        """
    np.=na przykład | tj.=to jest | tzn.=to znaczy | itd.=i tak dalej | itp.=i tym podobne |
    m.in.=między innymi | m. in.=między innymi | ok.=około | ul.=ulica | al.=aleja | os.=osiedle |
    pl.=plac | prof.=profesor | dr=doktor | inż.=inżynier | mgr=magister | św.=święty | ks.=ksiądz |
    gen.=generał | im.=imienia | nr=numer | s.=strona | rys.=rysunek | zob.=zobacz | por.=porównaj |
    tzw.=tak zwany | ww.=wyżej wymieniony | wg=według | tel.=telefon | woj.=województwo | godz.=godzina |
    pkt=punkt | art.=artykuł | ust.=ustęp | tys.=tysięcy | mln=milionów | mld=miliardów | zł=złotych |
    r.=roku | p.n.e.=przed naszą erą | n.e.=naszej ery | dot.=dotyczy | red.=redaktor
    """
    ),
    before_figures=words("s. rys. art. ust. r."),
    section="paragraf",
    shares={
        "1/2": "pół",
        "1/3": "jedna trzecia",
        "2/3": "dwie trzecie",
        "1/4": "jedna czwarta",
        "3/4": "trzy czwarte",
    },
    stems=listed("minut sekund godzin kobiet osob szkoł książk drużyn stron ulic grup"),
    one_two={"1a": "jedna", "1ę": "jedną", "2y": "dwie", "2i": "dwie"},
    count=POLISH.count,
    decimal=_decimal,
    letters=(Rule(r"godz\.\s?(?P<h>[01]?\d|2[0-4])(?:[.:](?P<m>[0-5]\d))?(?!\d)", _hour), *_LETTERS),
    digits=(
        *_DIGITS,
        Rule(r"(?P<a>\d{1,3}(?:[ \u00a0]\d{3})*|\d+),(?P<d>\d\d)\s?zł(?!\w)", _price),
        Rule(r"(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?![:\d])", _at),
        Rule(r"(?P<n>[2-9]0)\.(?=[,;:)]|\s|\Z)", _nineties),
        Rule(r"(?P<n>\d{1,3})(?P<end>\.)\s(?P<noun>[a-ząćęłńóśźż]{3,})", _place),
    ),
)
