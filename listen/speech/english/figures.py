"""Figures without a unit: counts, years, percentages, ordinals, fractions, ranges, scores, bare numbers."""

from __future__ import annotations

import re

from listen.speech.english.amounts import AMOUNT, MAGNITUDE, attributive, magnitude, number
from listen.speech.english.places import POSTAL
from listen.speech.numbers import cardinal, decimal, digits, fraction, ordinal, pairs, plural, year
from listen.speech.rules import Here, Rule, Said, whole, words

_PAST = words(
    """
    win won wins beat beats beating loss lost defeat victory draw drew lead led leads score
    """
)
_SPORT = _PAST | words(
    """
    scored scoreline vote voted thrashed thrashing decision ruling majority advantage deficit record
    split set sets series aggregate defeated winning losing edged downed triumph hammering drubbing rout
    upset final semi-final favorite favourites favorites odds comeback champion shutout up down ahead
    formation favourite trailed trailing votes
    """
)
_LEVEL = words("draw drew tie tied level stalemate finished ended")


def _percent_word(here: Here) -> str:
    return "per cent" if here.british else "percent"


def _percent(m: re.Match[str], here: Here) -> Said | None:
    british = here.british
    low = number(m["a"], british)
    if m["am"]:
        low += f" {magnitude(m['am'])}"
    if m["sign"]:
        low = f"{'plus' if m['sign'] == '+' else 'minus'} {low}"
    name = _percent_word(here)
    if m["b"]:
        alone = m["pc1"] and m.start() == 0 and m.end() == len(here.text)  # nothing tells a range from a list
        join = (
            " to " if not alone and float(m["a"].replace(",", "")) < float(m["b"].replace(",", "")) else " "
        )
        first = f" {name}" if m["pc1"] else ""
        return whole(m, f"{low}{first}{join}{number(m['b'], british)} {name}")
    if m["pt"]:
        return whole(m, f"{low} {name.replace(' ', '')}age point{'' if m['a'] == '1' else 's'}")
    return whole(m, f"{low} {name}")


_SUFFIXES = {"1": "st", "2": "nd", "3": "rd"}


def _ordinal(m: re.Match[str], here: Here) -> Said | None:
    n, suffix = m["n"].replace(",", ""), m["s"].lower()
    right = "th" if n[-2:] in ("11", "12", "13") else _SUFFIXES.get(n[-1], "th")
    if suffix == "st" and suffix != right and here.british:
        return whole(m, f"{cardinal(int(n))} stone")
    if suffix != right:
        return whole(m, f"{cardinal(int(n), here.british)} {suffix}")
    words = ordinal(int(n), here.british)
    return whole(m, plural(words) if m["many"] else words)


def _fraction(m: re.Match[str], here: Here) -> Said | None:
    top, bottom = int(m["a"]), int(m["b"])
    british = here.british
    if m["whole"] is None:
        said = _special(m["a"], m["b"], m, here)
        if said:
            return whole(m, said)
    if bottom == 0 or len(m["b"]) > 5:
        return None
    if m["whole"] is not None:
        if top >= bottom and bottom == 1:
            return None
        part = "a half" if (top, bottom) == (1, 2) else "a quarter" if (top, bottom) == (1, 4) else ""
        return whole(m, f"{decimal(m['whole'], british)} and {part or fraction(top, bottom, british)}")
    return whole(m, fraction(top, bottom, british))


_RATED = words("scored score scores rated rating rate gave give gives got marks mark out with of a an")


def _special(a: str, b: str, m: re.Match[str], here: Here) -> str:
    top, bottom = int(a), int(b)
    before = here.before(m.start()).lower()
    if (
        (top == bottom and top > 1)
        or (top + bottom == 100 and min(top, bottom) >= 5)
        or (top, bottom) == (24, 7)
    ):
        return f"{cardinal(top)} {cardinal(bottom)}"
    if (top, bottom) == (9, 11):
        return "nine eleven"
    if m["th"]:
        return ""
    if bottom in (10, 100) and (before in _RATED or top == 0):
        return f"{cardinal(top)} out of {cardinal(bottom)}"
    if top > bottom and (bottom > 12 or len(a) == 3):
        return f"{cardinal(top)} over {cardinal(bottom)}"
    if top > bottom and here.british and 7 <= top <= 31 and bottom <= 12 and before in ("on", "of", "since"):
        return ""
    return ""


_SIGNS = {
    "½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅐": (1, 7),
    "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip


def _vulgar(m: re.Match[str], here: Here) -> Said | None:
    top, bottom = _SIGNS[m["sign"]]
    if not m["whole"]:
        after = here.after(m.end())
        half = "half" if bottom == 2 and after not in ("of",) else fraction(top, bottom, here.british)
        return whole(m, half)
    part = {(1, 2): "a half", (1, 4): "a quarter"}.get((top, bottom)) or fraction(top, bottom, here.british)
    return whole(m, f"{decimal(m['whole'], here.british)} and {part}")


_MANY = words("people homes jobs")


def _scaled(m: re.Match[str], here: Here) -> Said | None:
    """ "2m people", "500k", "1.3bn", "5 million", "10-20m"."""
    scale = m["am"]
    british = here.british
    if scale.strip() in ("M", "B", "K", "T") and scale[0] == " ":
        return None
    if scale.strip() in ("t", "T"):
        return None
    after = here.after(m.end()).lower()
    if scale in ("B", "M") and here.after(m.end())[:1].isupper():
        return None
    if scale == "K" and after in (
        "run",
        "race",
        "runs",
        "races",
        "walk",
        "resolution",
        "video",
        "tv",
        "screen",
    ):
        return whole(m, f"{number(m['a'], british)} K")
    if scale == "K" and int(float(m["a"].replace(",", ""))) in (4, 8):
        return None
    low = number(m["a"], british)
    if m["b"]:
        first = f" {magnitude(m['am1'])}" if m["am1"] else ""
        low = f"{low}{first} to {number(m['b'], british)}"
    if m["sign"]:
        low = f"{'plus' if m['sign'] == '+' else 'minus'} {low}"
    return whole(m, f"{low} {magnitude(scale)}")


def _years(m: re.Match[str], here: Here) -> Said | None:
    """ "2024-25", "1939-1945": two years, unless the figures cannot be."""
    a, b = m["a"], m["b"]
    first, second = int(a), int(b)
    if len(b) == 2:
        if not (second > first % 100 or (first % 100 == 99 and second == 0)) or second == first % 100:
            return None
        tail = f"oh {digits(b[1])}" if b[0] == "0" else cardinal(second)
        if b == "00":
            tail = year(first + 1, here.british)
        return whole(m, f"{year(first, here.british)} to {tail}")
    if second <= first:
        return None
    return whole(m, f"{year(first, here.british)} to {year(second, here.british)}")


def _value(text: str) -> float:
    return float(text.replace(",", ""))


def _range(m: re.Match[str], here: Here) -> Said | None:
    a, b, british = m["a"], m["b"], here.british
    before, after = here.before(m.start()).lower(), here.after(m.end()).lower()
    plain = a.isdecimal() and b.isdigit()
    if plain and ((a[0] == "0" and len(a) > 1) or (len(a) > 4 and len(b) > 4)):
        return None
    if (a, b) == ("9", "11") and before in ("since", "after", "before", "post", "on", "of", "the"):
        return whole(m, "nine eleven")
    ascending = _value(a) < _value(b)
    sport = before in _SPORT or after in _SPORT
    if plain and len(a) <= 3 and len(b) <= 3 and (not ascending or sport):
        return whole(m, _score(a, b, before, after, here))
    if not ascending:
        minus = " minus" if plain and re.search(r"\s[-–]\s", m.group()) else ""
        return whole(m, f"{_bare(a, here)}{minus} {_bare(b, here)}")
    return whole(m, f"{number(a, british)} to {number(b, british)}")


def _points(text: str) -> str:
    return pairs(text) if len(text) == 3 and text[0] != "0" and text[1:] != "00" else cardinal(int(text))


def _score(a: str, b: str, before: str, after: str, here: Here) -> str:
    if a == b and (before == "love" or a == "0"):
        return "nil nil" if here.british else "nothing nothing"
    if b == "0" and len(a) == 1 and (before in _SPORT or after in _SPORT or here.british):
        return f"{cardinal(int(a))} {'nil' if here.british else 'nothing'}"
    if a == "0" and len(b) == 1:
        return f"{'nil' if here.british else 'nothing'} {cardinal(int(b))}"
    if len(a) == 3 and int(a) > 500:
        return f"{cardinal(int(a), here.british)} {cardinal(int(b), here.british)}"
    return f"{_points(a)} {_points(b)}"


def _chain(m: re.Match[str], here: Here) -> Said | None:
    """ "4-4-2": a formation, a record of wins; longer figures are somebody's number."""
    parts = re.split(r"[-–]", m.group())
    if any(len(p) > 2 or (p[0] == "0" and p != "0") for p in parts):
        return None
    return whole(m, " ".join(cardinal(int(p)) for p in parts))


_YEAR_AFTER = words(
    """
    in since by until till before after from during of circa late early mid through around
    """
)
_QUANTITY = words(
    """
    people troops soldiers men women children jobs homes houses workers staff employees students
    patients deaths cases votes seats miles metres meters kilometres kilometers feet pounds dollars
    euros years days hours minutes points shares members fans protesters migrants refugees calories
    words pages copies cars vehicles acres hectares tonnes tons barrels passengers residents buildings
    businesses companies firms units tickets police officers firefighters guests runners species times
    metre meter mile kilometre foot pound square degrees customers readers families households schools
    """
)
_TELL = words(
    """
    dial dialled dialed dialing dialling call called calling ring rang ringing text texted phone
    """
)
_EMERGENCY = frozenset(("999", "911", "112", "988", "111", "101", "211", "311", "000", "119", "110"))
_ROADS = words(
    """
    section route highway flight room interstate article boeing airbus bus unit exit channel proposition
    prop apartment apt suite gate train line area form title resolution rule measure amendment psalm
    hymn platform peugeot porsche ferrari bmw fiat mercedes audi volvo model freeway road
    """
)
_HOTLINES = words(
    """
    call calls lifeline hotline helpline number operator caller callers line handler handlers
    """
)
_JETS = words("max jet jets crash plane planes aircraft airliner")
_MODELS = frozenset(("737", "747", "757", "767", "777", "787", "727", "707"))


def _bare(text: str, here: Here) -> str:
    if text.isdecimal() and (len(text) > 6 or (text[0] == "0" and len(text) > 1)):
        return digits(text)
    return number(text, here.british)


def _is_year(text: str, m: re.Match[str], here: Here) -> bool:
    n = int(text)
    before, after = here.before(m.start()).lower(), here.after(m.end()).lower()
    if n % 1000 == 0 and n != 2000:
        return False
    if after in _QUANTITY or (
        before in ("about", "nearly", "almost", "over", "than", "some") and after.endswith("s")
    ):
        return False
    if after in ("ad", "bc", "bce", "ce") or before in _YEAR_AFTER or before in ("ad", "©", "copyright"):
        return True
    return 1100 <= n <= 2099


_STATES = frozenset(name.split()[-1] for name in POSTAL.values())
_NO_NAME = words(
    """
    About Over Some Nearly Only Around At In The An A Of And But Or From To By With Than Almost Roughly
    More Up Just Under Below Above Least Approximately Another Every Its Their His Her On For After
    Before January February March April May June July August September October November December
    """
)


def _is_name(text: str, m: re.Match[str], here: Here) -> bool:
    """Whether three or four figures are a name: Room 101, Flight 370, 999 to be dialled, a 747."""
    before, after = here.before(m.start()), here.after(m.end())
    low = before.lower()
    if len(text) == 4:
        return low in _ROADS and not text.endswith("000")
    if text in _EMERGENCY and (low in _TELL or after.lower() in _HOTLINES):
        return True
    if text in _MODELS and text != "777":
        return low in _ROADS or low in ("a", "the", "its") or after.lower() in _JETS
    if low in _ROADS or low in ("http", "error", "u.s", "us") or after.lower() == "error":
        return True
    return (
        before[:1].isupper()
        and before not in _NO_NAME
        and not after
        and here.text[m.end() : m.end() + 1] != " "
    )


def _name(text: str, m: re.Match[str], here: Here) -> str:
    low = here.before(m.start()).lower()
    if text in _EMERGENCY and (low in _TELL or here.after(m.end()).lower() in _HOTLINES):
        return digits(text)
    return pairs(text)


def _plain(m: re.Match[str], here: Here) -> Said | None:
    text = m["n"]
    british = here.british
    before = here.before(m.start()).lower()
    if text.isdecimal():
        if len(text) == 4 and 1000 <= int(text) <= 2099 and _is_year(text, m, here):
            return whole(m, year(int(text), british))
        if text[0] != "0" and not m["sign"] and len(text) in (3, 4) and _is_name(text, m, here):
            return whole(m, _name(text, m, here))
        if len(text) == 5 and here.before(m.start()) in _STATES:
            return whole(m, digits(text))
        if before == "text" and len(text) in (5, 6):
            return whole(m, digits(text))
        if before in ("ad", "bc") and len(text) == 3:
            return whole(m, pairs(text))
        if here.after(m.end()).lower() in ("ad", "bc", "bce", "ce") and len(text) == 3:
            return whole(m, pairs(text))
        if len(text) > 1 and text[0] == "0":
            return whole(m, digits(text, "oh" if british else "zero"))
        if len(text) > 6:
            return whole(m, digits(text))
    words = decimal(text, british)
    if m["sign"]:
        words = f"{'plus' if m['sign'] == '+' else 'minus'} {words}"
    if m["plus"]:
        words += " plus"
    return whole(m, words)


def _plurals(m: re.Match[str], here: Here) -> Said | None:
    """ "747s", "the 100s": a number as a noun."""
    n = m["n"]
    if n in ("100", "1000"):
        return whole(m, "hundreds" if n == "100" else "thousands")
    return whole(m, plural(pairs(n) if n in _MODELS else cardinal(int(n), here.british)))


def _suffixed(m: re.Match[str], here: Here) -> Said | None:
    """An ending nobody knows stays where it is: "401-ks"."""
    return (
        None
        if m["x"] in ("km", "kg", "cm", "mm", "ft", "lb", "pm", "mg", "ml")
        else whole(m, f"{cardinal(int(m['n']), here.british)}-{m['x']}")
    )


def _airliner(m: re.Match[str], here: Here) -> Said | None:
    """ "737-800": a model and its series."""
    if here.before(m.start()).lower() not in ("boeing", "a", "the") or m["a"] not in _MODELS:
        return None
    return whole(m, f"{pairs(m['a'])} {cardinal(int(m['b'])) if m['b'].endswith('00') else pairs(m['b'])}")


_NUM = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_END = r"(?![^\W_])"
PERCENT = (
    Rule(
        rf"(?P<sign>[-−+–](?=[\d.]))?(?P<a>{AMOUNT})(?P<am>{MAGNITUDE})?(?P<pc1>\s?%)?(?:\s?[-–—]\s?(?P<b>{AMOUNT}))?"
        rf"\s?(?:%|pc{_END}|(?P<pt>p\.p\.))",
        _percent,
    ),
)
SYMBOLS = (
    Rule(
        rf"(?<![\w)])(?P<sign>[-−+–](?=[\d.]))(?P<a>{_NUM}|\.\d+)(?P<am1>(?!))?(?P<b>(?!))?(?P<am>{MAGNITUDE})",
        _scaled,
    ),
    Rule(
        rf"(?:(?<![\w)])(?P<sign>[-−+–](?=[\d.])))?(?P<n>{_NUM}|(?<![.\w])\.\d+)(?P<plus>\+{_END})?", _plain
    ),
)
DIGITS = (
    Rule(r"(?P<a>7[0-9]7)-(?P<b>\d{1,3})(?![\w-])", _airliner),
    Rule(r"(?P<n>\d+)-(?P<x>[b-df-hj-np-tv-xz]{2})(?![\w-])", _suffixed),
    Rule(r"(?P<whole>\d+)?(?P<sign>[½¼¾⅓⅔⅕-⅞⅐⅑⅒])", _vulgar),
    Rule(rf"(?P<n>\d[\d,]*)(?P<s>(?i:st|nd|rd|th))(?P<many>s)?{_END}", _ordinal),
    Rule(
        r"(?:(?P<whole>\d+)\s)?(?P<a>\d{1,5})\s?/\s?(?P<b>\d{1,5})(?P<th>th|rd|TH|RD|ths)?(?![\w/]|[.,]\d)",
        _fraction,
    ),
    Rule(
        r"(?P<a>1\d{3}|20\d\d)\s?[-–—/]\s?(?P<b>1\d{3}|20\d\d|\d\d)(?![\w-]|[.,]\d)(?!\s?(?:kg|lb|km))",
        _years,
    ),
    Rule(r"\d{1,2}(?:[-–]\d{1,2}){2,}(?![\w-]|[.,]\d)", _chain),
    Rule(
        rf"(?P<sign>(?!))?(?P<a>{_NUM})(?P<am1>{MAGNITUDE})?(?:\s?[-–—]\s?(?P<b>{_NUM}))?(?P<am>{MAGNITUDE})",
        _scaled,
    ),
    Rule(rf"(?P<a>{_NUM})(?:\s?[-–—]\s?)(?P<b>{_NUM})(?![\w%]|[-–]\d|,\d)", _range),
    Rule(rf"(?P<n>\d{{1,4}})['’]?s{_END}", _plurals),
    Rule(rf"(?P<sign>(?!))?(?P<n>{_NUM})(?P<plus>\+{_END})?", _plain),
)
__all__ = ["DIGITS", "PERCENT", "SYMBOLS", "attributive"]
