"""French alone, what begins with a figure or a sign: "12 mois/12", "la 88'", "les +65 ans", "12 €/nuitée"."""

from __future__ import annotations

from collections.abc import Callable

from listen.speech.languages.counting import french_ordinal
from listen.speech.languages.signs.french_words import MONTHS
from listen.speech.rules import Here
from listen.speech.writing import patterns as re

_Say = Callable[[re.Match[str], Here], str]
_FRACTIONS = {"1/4": "¼", "1/2": "½", "3/4": "¾"}
_QUOTE_OPEN = re.compile(r"(?:(?<=[\s(])|(?<![\s\S]))['‘][^'‘’\n]{0,120}\Z")
_COUNTED = re.compile(r"\d\s?(?:[^\W\d_]{1,16}|[€$£%])\s?\Z")
"""Before a stroke that means "par"."""
_FROM = frozenset(("de", "à", "entre", "et", "ou", "environ"))
"""Words before an age that is no bound."""
_STARTS = re.compile(r"(?:\A|\(|['’′],)\s?\Z")
"""Before a minute of a match that begins a line, and one in brackets."""
_LIST = re.compile(r"[^.!?;\n]{0,200}\s[-–−]\s")
_ITEM = re.compile(r"(?:\A|[;:])\s*\Z")
_NET = re.compile(r"\s(?:nets?|bruts?|HT|TTC)\Z")
_EMITTED = re.compile(r"(?:CO2|CO₂|eq)\Z")
_RATED = re.compile(r"(?<![\w-])(?:A{1,3}|B{1,3}|C{1,3})\Z")


def _day_in_brackets(m: re.Match[str], here: Here) -> str:
    """ "(28/01)"."""
    day = "premier" if int(m["d"]) == 1 else int(m["d"])
    return f"{day} {MONTHS[int(m['m']) - 1]}"


def _paid(m: re.Match[str], here: Here) -> str:
    """ "4 500 € net/mois"."""
    told = _NET.search(here.text, max(0, m.start() - 7), m.start())
    return f"par {m['w']}" if told else ""


def _car(m: re.Match[str], here: Here) -> str:
    """ "la 4L", no litres."""
    return "4 L" if here.before(m.start()).lower() in ("la", "une", "sa", "ma", "en", "renault") else ""


def _minus(m: re.Match[str], here: Here) -> str:
    return "moins"


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
        r"(?P<n>\d{1,3})\s(?P<w>ans?|mois|heures?|jours?|semaines?|kilos?|litres?|mètres?|années?)\s(?:et\s)?(?:1/2|½)(?![\w/])",
        _and_half,
    ),
    (r"(?P<n>\d)\s?[xX](?=\ssans\s)", _free_of_charge),
    (r"(?P<n>[1-9]|1\d)[°º](?=\s(?!à|de|sous|dans|au|et|cel)[A-Za-zÀ-ÿ])", _listed),
    (r"(?<=\()(?P<d>3[01]|[12]\d|0?[1-9])/(?P<m>0[1-9]|1[0-2])(?=\))", _day_in_brackets),
    (r"4L(?!\w)", _car),
    (r"(?P<a>\d{1,4})\.[–—-](?![\w–-])", _francs),
)
SYMBOLS: tuple[tuple[str, _Say], ...] = (
    (r"/(?P<w>[a-zà-ÿ]{3,20})(?![\w'’/-])", _per),
    (r"[+-]\s?(?:de\s)?(?=\d{1,2}\sans(?!\w))", _aged),
    (r"/j(?!\w)", _a_day),
    (r"/(?P<w>mois|an|jour)(?!\w)", _paid),
    (r"/(?P<u>km|kWh|an)(?!\w)", _emitted),
    (r"≠|√(?=\d)", _unlike),
    (r"[~≈]\s?(?=\d)", _about),
    (r"[-−](?![\w-])", _below_rating),
    (r"−\s(?=\d)", _minus),
    (r"\s?[-–]\s?(?=\d)", _sum_to_sum),
    (r"\+/[-−](?!\s?\d)", _plus_minus),
    (r"(?<=:\s)[-−–]\s(?=\d)", _lost),
)
