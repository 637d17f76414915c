"""French alone, what begins with a letter: "xviie siècle", "Lc 15, 11-32", "étudiant·e·s", "J.-M. Roux"."""

from __future__ import annotations

from collections.abc import Callable

from listen.speech.languages.counting import french_ordinal
from listen.speech.numbers import roman
from listen.speech.rules import Here, listed, table, words
from listen.speech.writing import patterns as re

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
_NTH = re.compile(r"\d(?:e|ème|er|re)\s\Z")
_NUMBERED = words("tomes chapitres livres actes volumes titres chants articles parties pages annexes scènes")
"""Words before Roman numerals from one to another."""
_NAME_NEXT = re.compile(r"\s[A-ZÀÂÉÈÎÔ][\w'’]")
_MEASURED = re.compile(r"\d\s?(mm|cm|km|m|mg|kg|g|ml|cl|l|min|h|€)\s\Z")


def _century(m: re.Match[str], here: Here) -> str:
    n = roman(m["r"].upper())
    if m.group() == "vie" and not _CENTURY_NEXT.match(here.text, m.end()):
        return ""  # "la vie au xixe siècle"
    return f"{french_ordinal(str(n), m['first'], '')}{' siècle' if m['s'] else ''}" if n else ""


def _numerals(m: re.Match[str], here: Here) -> str:
    """ "les tomes III-V"."""
    low, high = roman(m["a"]), roman(m["b"])
    told = here.before(m.start()).lower() in _NUMBERED and 0 < low < high
    return f"{low} à {high}" if told else ""


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


def _goals(m: re.Match[str], here: Here) -> str:
    """ "Messi (x3)"."""
    return f"fois {m['n']}" if here.text[m.start() - 1 : m.start()] == "(" else ""


def _former_number(m: re.Match[str], here: Here) -> str:
    return f"{m['p']} numéro"


def _glued_title(m: re.Match[str], here: Here) -> str:
    """ "M.Roux"."""
    return _TITLES[m["t"]]


def _minute(m: re.Match[str], here: Here) -> str:
    """ "la 12e min"."""
    return "minute" if _NTH.search(here.text, max(0, m.start() - 8), m.start()) else ""


def _shots(m: re.Match[str], here: Here) -> str:
    """ "5 tab à 4", "aux tab"."""
    before = here.before(m.start())
    return "tirs au but" if before.isdecimal() or before.lower() == "aux" else ""


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


_SHORT_MONTHS = "janv|févr|avr|juil|sept|oct|nov|déc"
_BOOK = "|".join(BOOKS)
LETTERS: tuple[tuple[str, _Say], ...] = (
    (_CENTURIES, _century),
    (r"(?P<a>[IVXLC]{1,8})\s?[-–]\s?(?P<b>[IVXLC]{1,8})(?![\w-])", _numerals),
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
    (r"x(?P<n>\d{1,3})(?!\w)", _goals),
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
