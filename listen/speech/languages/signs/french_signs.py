"""French alone: "xviie siècle", "Lc 15, 11-32", "12 mois/12", "la 88'", "les +65 ans", "12 €/nuitée"."""

from __future__ import annotations

import re
from collections.abc import Callable

from listen.speech.languages.counting import french_ordinal
from listen.speech.numbers import roman
from listen.speech.rules import Here, listed, table

_Say = Callable[[re.Match[str], Here], str]

BOOKS = table(
    """
    Gn=Genèse | Lv=Lévitique | Dt=Deutéronome | Jos=Josué | Jg=Juges | Ps=psaume | Pr=Proverbes |
    Ct=Cantique des cantiques | Is=Isaïe | Jr=Jérémie | Ez=Ézéchiel | Dn=Daniel | Os=Osée | Za=Zacharie |
    Mt=Matthieu | Mc=Marc | Lc=Luc | Jn=Jean | Ac=Actes des apôtres | Rm=Romains | Ga=Galates |
    Ep=Éphésiens | Ph=Philippiens | He=Hébreux | Jc=Jacques | Ap=Apocalypse | Ex=Exode | Nb=Nombres
    """
)
"""Books of the Bible as they are cited, before a chapter and its verses."""
MONTHS = listed("janvier février mars avril mai juin juillet août septembre octobre novembre décembre")
_ENGLISH_MONTHS = listed(
    "January February March April May June July August September October November December"
)
_FEMININE_ENDS = {
    "teur": {"rice": "trice", "trice": "trice", "euse": "teuse"},
    "eur": {"euse": "euse", "eure": "eure", "se": "euse"},
    "er": {"ère": "ère"},
    "f": {"ve": "ve"},
    "x": {"se": "se", "euse": "se"},
}
"""End of a man's word → what is written of a woman's → its end."""
_TITLES = table("M=monsieur | MM=messieurs | Mme=madame | Mlle=mademoiselle | Dr=docteur | Mgr=monseigneur")
_FRACTIONS = {"1/4": "¼", "1/2": "½", "3/4": "¾"}
_ALL = table(
    """
    tous·tes=tous et toutes | toutes·tous=toutes et tous | ceux·celles=ceux et celles |
    celles·ceux=celles et ceux
    """
)
_GREEK = table(
    """
    α=alpha | β=bêta | γ=gamma | δ=delta | ε=epsilon | θ=thêta | λ=lambda | μ=mu | π=pi | σ=sigma |
    φ=phi | ω=oméga |
    Δ=delta | Ω=oméga | Σ=sigma
    """
)
_CENTURY = r"(?P<r>[ivx]{1,5})(?P<first>er|e|ème)"
_CENTURIES = (
    rf"{_CENTURY}(?:\s(?P<s>s)(?:\.(?=\s)|(?=\.))"
    r"|(?=(?:(?:\s?[-–]\s?|,?\s(?:et|ou|au|à|ou au|et le|et du|et au)\s|,\s)[ivx]{1,5}(?:er|e|ème)"
    r"){0,3}\s(?:siècles?(?!\w)|s\.)))"
)
"""A century in small capitals, which pages keep as small letters: "au xviiie siècle"."""
_CENTURY_NEXT = re.compile(r"\s(?:siècles?(?!\w)|s\.)")
_QUOTE_OPEN = re.compile(r"(?:(?<=[\s(])|(?<![\s\S]))['‘][^'‘’\n]{0,120}\Z")
_COUNTED = re.compile(r"\d\s?(?:[^\W\d_]{1,16}|[€$£%])\s?\Z")
"""Before a stroke that means "par"."""
_NTH = re.compile(r"\d(?:e|ème|er|re)\s\Z")
_FROM = frozenset(("de", "à", "entre", "et", "ou", "environ"))
"""Words before an age that is no bound."""
_STARTS = re.compile(r"(?:\A|\(|['’′],)\s?\Z")
"""Before a minute of a match that begins a line, and one in brackets."""
_LIST = re.compile(r"[^.!?;\n]{0,200}\s[-–−]\s")
_ITEM = re.compile(r"(?:\A|[;:])\s*\Z")
_NAME_NEXT = re.compile(r"\s[A-ZÀÂÉÈÎÔ][\w'’]")
_MEASURED = re.compile(r"\d\s?(mm|cm|km|m|mg|kg|g|ml|cl|l|min|h|€)\s\Z")
_EMITTED = re.compile(r"(?:CO2|CO₂|eq)\Z")
_RATED = re.compile(r"(?<![\w-])(?:A{1,3}|B{1,3}|C{1,3})\Z")


def _century(m: re.Match[str], here: Here) -> str:
    n = roman(m["r"].upper())
    if m.group() == "vie" and not _CENTURY_NEXT.match(here.text, m.end()):
        return ""  # "la vie au xixe siècle"
    return f"{french_ordinal(str(n), m['first'], '')}{' siècle' if m['s'] else ''}" if n else ""


def _scripture(m: re.Match[str], here: Here) -> str:
    if not m["v"]:
        return f"{BOOKS[m['book']]} {m['c']}" if m["book"] == "Ps" else ""
    verses = f"versets {m['v']} à {m['w']}" if m["w"] else f"verset {m['v']}"
    return f"{BOOKS[m['book']]} {m['c']}, {verses}"


def _initials(m: re.Match[str], here: Here) -> str:
    """ "J.-M. Roux", "M.-C. Roux": no "monsieur", and no "Jésus-Christ" before a name."""
    if m.group() == "J.-C.":
        named = _NAME_NEXT.match(here.text, m.end())
        if not named or here.before(m.start()).lower() in ("av", "apr", "ap", "avant", "après", "de", "à"):
            return ""
    return f"{m['i']} {m['k']}" if m.group() not in ("N.-D.", "P.-S.") else ""


def _across(m: re.Match[str], here: Here) -> str:
    """ "6 m x 4 m", "500 mg x 3"."""
    before = _MEASURED.search(here.text, max(0, m.start() - 12), m.start())
    return ("sur" if before[1] in ("m", "cm", "mm", "km") else "fois") if before else ""


def _rejoined(m: re.Match[str], here: Here) -> str:
    """ "qu' Yves", "d'« insultes »": one word with what follows."""
    quoted = here.text[m.start() - 1 : m.start()] in ("'", "‘", "’", '"', "“", "«") and m.start() > 0
    return "" if quoted else f"{m['e']}'{m['w']}"


def _english_date(m: re.Match[str], here: Here) -> str:
    """ "March 14, 2020", under what was posted elsewhere."""
    day = "premier" if int(m["d"]) == 1 else int(m["d"])
    return f"{day} {MONTHS[_ENGLISH_MONTHS.index(m['month'])]} {m['y']}"


def _inclusive(m: re.Match[str], here: Here) -> str:
    """ "étudiant·e·s" → "étudiants et étudiantes", "né(e)" → "né ou née"."""
    base, mark = m["b"], m["f"]
    feminine = f"{base}{mark}"
    for masculine, ends in _FEMININE_ENDS.items():
        if base.endswith(masculine) and mark in ends:
            feminine = f"{base.removesuffix(masculine)}{ends[mark]}"
    many = m["s"] or m["t"]
    if not many and len(mark) > 1 and feminine == f"{base}{mark}" and mark not in ("ne", "le"):
        return ""
    feminine = feminine[0].lower() + feminine[1:]
    return f"{base}s et {feminine}s" if many else f"{base} ou {feminine}"


def _one_or_more(m: re.Match[str], here: Here) -> str:
    """ "le(s) client(s)" → "le ou les clients"."""
    return "le ou les" if m["b"].lower() == "le" else f"{m['b']}s"


def _letter(m: re.Match[str], here: Here) -> str:
    return _GREEK[m.group()]


def _everyone(m: re.Match[str], here: Here) -> str:
    """ "tous·tes"."""
    said = _ALL[m.group().lower().replace(".", "·")]
    return said[0].upper() + said[1:] if m.group()[0].isupper() else said


def _minus(m: re.Match[str], here: Here) -> str:
    return "moins"


def _former_number(m: re.Match[str], here: Here) -> str:
    return f"{m['p']} numéro"


def _glued_title(m: re.Match[str], here: Here) -> str:
    """ "M.Roux"."""
    return _TITLES[m["t"]]


def _formation(m: re.Match[str], here: Here) -> str:
    """ "un 4-4-2", "le 49-3"."""
    return m["f"].replace("-", " ")


def _and_half(m: re.Match[str], here: Here) -> str:
    """ "3 ans 1/2"."""
    feminine = "e" if m["w"].startswith(("heure", "semaine", "année", "journée")) else ""
    return f"{m['n']} {m['w']} et demi{feminine}"


def _sum_to_sum(m: re.Match[str], here: Here) -> str:
    """ "5 €-10 €"."""
    return "à" if here.text[m.start() - 1 : m.start()] in ("€", "$", "£") else ""


def _minute(m: re.Match[str], here: Here) -> str:
    """ "la 12e min"."""
    return "minute" if _NTH.search(here.text, max(0, m.start() - 8), m.start()) else ""


def _shots(m: re.Match[str], here: Here) -> str:
    """ "5 tab à 4", "aux tab"."""
    before = here.before(m.start())
    return "tirs au but" if before.isdecimal() or before.lower() == "aux" else ""


def _all_of(m: re.Match[str], here: Here) -> str:
    """ "12 mois/12"."""
    unit = {"j": "jours", "h": "heures"}.get(m["w"], m["w"])
    return f"{m['a']} {unit} sur {m['b']}"


def _lasted(m: re.Match[str], here: Here) -> str:
    """ "1 h 15'"."""
    hours = "heure" if m["h"] == "1" else "heures"
    return f"{m['h']} {hours} {int(m['m'])}"


def _match_minute(m: re.Match[str], here: Here) -> str:
    """ "à la 88'", "(12', 45')", "en 45'": one of a match, or so many, unless the sign closes a quotation."""
    if _QUOTE_OPEN.search(here.text, max(0, m.start() - 120), m.start()):
        return ""
    n = int(m["n"])
    if m["k"]:
        return f"{french_ordinal(m['n'], 'e', '')} plus {m['k']}"
    told = here.before(m.start()).lower() in ("la", "sa") or _STARTS.search(
        here.text[max(0, m.start() - 4) : m.start()]
    )
    if told:
        return f"{french_ordinal(m['n'], 'e', '')} minute"
    return f"{n} minute{'s' if n > 1 else ''}"


def _listed(m: re.Match[str], here: Here) -> str:
    """ "1° la loi ; 2° le décret"."""
    return m["n"] if _ITEM.search(here.text, max(0, m.start() - 4), m.start()) else ""


def _taken(m: re.Match[str], here: Here) -> str:
    return f"{m['a']} moins {m['b']}"


def _short_date(m: re.Match[str], here: Here) -> str:
    """ "le 4/9/70"."""
    year = ("20" if int(m["y"]) < 40 else "19") + m["y"]
    day = "premier" if int(m["d"]) == 1 else int(m["d"])
    return f"{day} {MONTHS[int(m['m']) - 1]} {year}"


def _francs(m: re.Match[str], here: Here) -> str:
    """ "12.–", as prices are written in Switzerland."""
    return f"{m['a']} francs"


def _per(m: re.Match[str], here: Here) -> str:
    """ "12 €/nuitée", "3 fois/trimestre"; what is many is no measure: "10 filles/garçons"."""
    word = m["w"]
    if word.endswith("s") and word not in ("mois", "repas", "cours", "fois"):
        return ""
    return f"par {word}" if _COUNTED.search(here.text, max(0, m.start() - 24), m.start()) else ""


def _aged(m: re.Match[str], here: Here) -> str:
    """ "les +65 ans", "pour les - de 18 ans"."""
    if here.before(m.start()).lower() in _FROM or here.before(m.start())[-1:].isdecimal():
        return ""
    return f"{'plus' if m.group()[0] == '+' else 'moins'} de"


def _emitted(m: re.Match[str], here: Here) -> str:
    """ "120 g CO2/km"."""
    told = _EMITTED.search(here.text, max(0, m.start() - 4), m.start())
    return {"km": "par kilomètre", "kWh": "par kilowattheure", "an": "par an"}[m["u"]] if told else ""


def _unlike(m: re.Match[str], here: Here) -> str:
    return "différent de" if m.group() == "≠" else "racine de"


def _hour_and_part(m: re.Match[str], here: Here) -> str:
    """ "3 h ¼"."""
    part = {"¼": "et quart", "½": "et demie", "¾": "trois quarts"}[_FRACTIONS.get(m["f"], m["f"])]
    return f"{m['h']} heure{'s' if m['h'] not in ('0', '1') else ''} {part}"


def _a_day(m: re.Match[str], here: Here) -> str:
    """ "3/j"."""
    return "par jour" if here.text[m.start() - 1 : m.start()].isdecimal() else ""


def _free_of_charge(m: re.Match[str], here: Here) -> str:
    """ "3X sans frais"."""
    return f"{m['n']} fois"


def _month_and_month(m: re.Match[str], here: Here) -> str:
    """ "janv.-févr."."""
    return _named_month(m["a"])


def _month_behind(m: re.Match[str], here: Here) -> str:
    """ "les 14-15 sept."."""
    return _named_month(m["a"]) if here.before(m.start())[-1:].isdecimal() else ""


def _named_month(short: str) -> str:
    return next((month for month in MONTHS if month.startswith(short)), "")


def _euros(m: re.Match[str], here: Here) -> str:
    """ "2,4 milliards d'€"."""
    return "d'euros" if m.group()[-1] == "€" else "de dollars"


def _about(m: re.Match[str], here: Here) -> str:
    return "environ"


def _below_rating(m: re.Match[str], here: Here) -> str:
    """ "AA-"."""
    return "moins" if _RATED.search(here.text, max(0, m.start() - 5), m.start()) else ""


def _plus_minus(m: re.Match[str], here: Here) -> str:
    return "plus ou moins"


def _lost(m: re.Match[str], here: Here) -> str:
    """ "Le bilan : - 45 000 emplois": a minus behind a colon, where no list goes on."""
    return "moins" if not _LIST.match(here.text, m.end(), m.end() + 200) else ""


_SHORT_MONTHS = "janv|févr|avr|juil|sept|oct|nov|déc"
_BOOK = "|".join(BOOKS)
LETTERS: tuple[tuple[str, _Say], ...] = (
    (_CENTURIES, _century),
    (
        rf"(?P<book>{_BOOK})\s(?P<c>\d{{1,3}})(?:\s?[,:]\s?(?P<v>\d{{1,3}})(?:\s?[-–]\s?(?P<w>\d{{1,3}}))?)?"
        r"(?![\w%°€]|[.,]\d)",
        _scripture,
    ),
    (rf"(?P<a>{_SHORT_MONTHS})\.(?=\s?[-–]\s?(?:[a-zéû]{{3,9}}|\d))", _month_and_month),
    (rf"(?P<a>{_SHORT_MONTHS})(?:\.(?=\s+[a-zà-ÿ\d(]|[,;:)!?])|(?=\.))", _month_behind),
    (r"d['’]€|de\s?\$(?!\w|\s?\d)", _euros),
    (r"(?P<i>[A-ZÉ][hr]?)\.-\s?(?P<k>[A-ZÉ][hr]?)\.(?!\w)", _initials),
    (r"x(?=\s\d)", _across),
    (rf"[{''.join(_GREEK)}](?!\w)", _letter),
    (rf"(?i:{'|'.join(_ALL)})(?!\w)", _everyone),
    (
        r"(?P<b>[^\W\d_]{2,30}?)(?:[·•⋅‧](?P<f>e|ne|le|ère|ve|se|rice|trice|euse|eure)(?:[·•⋅‧]?(?P<s>s))?)(?P<t>(?!))?(?!\w)",
        _inclusive,
    ),
    (
        r"(?P<b>[^\W\d_]{2,30}?)[.-](?P<f>e|ne|le|ère|ve|rice|trice|euse)[.-](?P<s>s)(?P<t>(?!))?(?!\w)",
        _inclusive,
    ),
    (r"(?P<b>[^\W\d_]{2,30}?)\((?P<f>e|ne|le)\)(?P<t>s)?(?P<s>(?!))?(?!\w)", _inclusive),
    (r"(?P<b>[^\W\d_]{2,30})\(s\)(?!\w)", _one_or_more),
    (r"(?P<p>ex|vice|futur)-n[°º]", _former_number),
    (r"(?P<t>MM|M|Mme|Mlle|Dr|Mgr)\.(?=[A-ZÉ][a-zéèêëïôû]{2,})", _glued_title),
    (
        r"(?P<e>(?i:qu|jusqu|lorsqu|puisqu|quoiqu|[ldjmtsnc]))['’](?:\s?[«“]\s?|\s)"
        r"(?P<w>[aeiouyhéèêàâîôûœAEIOUYHÉÈÊÀÂÎÔŒ][a-zà-ÿ]{0,30})(?![\w.'’])",
        _rejoined,
    ),
    (
        rf"(?P<month>{'|'.join(_ENGLISH_MONTHS)})\s(?P<d>3[01]|[12]\d|[1-9]),\s(?P<y>(?:19|20)\d\d)(?![\w-])",
        _english_date,
    ),
    (r"min(?!\w)", _minute),
    (r"(?:tab|TAB)(?!\w)", _shots),
)
"""(pattern of what begins with a letter, what it says)."""
LOW_NUMERALS = frozenset(
    f"{numeral}{end}"
    for numeral in listed("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii")
    for end in ("er", "e", "ème")
)
"""Centuries in small letters."""
TRIGGERS = (
    LOW_NUMERALS
    | {month.lower() for month in _ENGLISH_MONTHS}
    | {"min", "tab"}
    | {book.lower() for book in BOOKS}
)

DIGITS: tuple[tuple[str, _Say], ...] = (
    (
        r"(?P<a>\d{1,2})\s?(?P<w>jours|j|mois|heures|h|semaines)\s?(?:/|sur)\s?(?P<b>\d{1,2})(?:\s?(?P=w))?(?!\w)",
        _all_of,
    ),
    (r"(?P<h>\d{1,2})\s?h\s?(?P<m>[0-5]\d)\s?['’′](?!['’′\w]|\s?\d)", _lasted),
    (r"(?P<n>1[0-2]\d|\d{1,2})['’′](?![\w'’′\"])(?:\s?\+\s?(?P<k>\d{1,2})(?!\w))?", _match_minute),
    (r"(?P<a>\d{1,6}(?:,\d{1,3})?)\s[-–−]\s(?P<b>\d{1,6})(?=\s?=\s?-?\d)", _taken),
    (
        r"(?P<d>3[01]|[12]\d|0?[1-9])/(?P<m>1[0-2]|0?[1-9])/(?P<y>\d\d)(?![\w/-]|[.,]\d|\s?[%€$])",
        _short_date,
    ),
    (r"(?P<h>\d{1,2})\s?h\s?(?P<f>[¼½¾]|1/[24]|3/4)(?![\w/])", _hour_and_part),
    (r"(?P<f>[1-6](?:-[1-6]){2,3}|49-3)(?![\w-]|[.,]\d)", _formation),
    (
        r"(?P<n>\d{1,3})\s(?P<w>ans?|mois|heures?|jours?|semaines?|kilos?|litres?|mètres?|années?)\s(?:1/2|½)(?![\w/])",
        _and_half,
    ),
    (r"(?P<n>\d)\s?[xX](?=\ssans\s)", _free_of_charge),
    (r"(?P<n>[1-9]|1\d)[°º](?=\s(?!à|de|sous|dans|au|et|cel)[A-Za-zÀ-ÿ])", _listed),
    (r"(?P<a>\d{1,4})\.[–—-](?![\w–-])", _francs),
)
SYMBOLS: tuple[tuple[str, _Say], ...] = (
    (r"/(?P<w>[a-zà-ÿ]{3,20})(?![\w'’/-])", _per),
    (r"[+-]\s?(?:de\s)?(?=\d{1,2}\sans(?!\w))", _aged),
    (r"/j(?!\w)", _a_day),
    (r"/(?P<u>km|kWh|an)(?!\w)", _emitted),
    (r"≠|√(?=\d)", _unlike),
    (r"[~≈]\s?(?=\d)", _about),
    (r"[-−](?![\w-])", _below_rating),
    (r"−\s(?=\d)", _minus),
    (r"\s?[-–]\s?(?=\d)", _sum_to_sum),
    (r"\+/[-−](?!\s?\d)", _plus_minus),
    (r"(?<=:\s)[-−–]\s(?=\d)", _lost),
)
