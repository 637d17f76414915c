"""Parts of a whole: "1/2", "2 1/2", "3/4", "2½", "8/10", "60/40", "24/7"."""

from __future__ import annotations

from listen.speech.english.months import (
    MONTHS,
    day_of,
    is_american_day,
    is_of_something,
    month_and_day,
    unlike_a_part,
)
from listen.speech.english.quantities.amounts import attributive
from listen.speech.english.quantities.named_figures import COMPUTERS, are_models
from listen.speech.english.quantities.no_fractions import is_share, special
from listen.speech.english.quantities.unit_names import UNITS, local
from listen.speech.english.references.odds import american_odds
from listen.speech.numbers import cardinal, decimal, fraction, pairs, year
from listen.speech.rules import Here, Rule, Said, table, whole, words
from listen.speech.writing import patterns as re

_RECKONED = re.compile(
    r"\b(?:[Mm]ultipl(?:y|ies|ied|ying)|[Dd]ivid(?:e[sd]?|ing)|[Tt]imes|[Mm]inus"
    r"|(?:down|up|reduced|cut|increased?) by|[Rr]atio of|a factor of)(?:\s(?!by)\w+){0,3}?(?:\sby)?\s\Z"
)
"""Before a part that is reckoned with."""


def _numbered(top: int, bottom: int, m: re.Match[str], here: Here) -> bool:
    """Return whether figures behind a maker are a machine's: "HP 9000/715", but a game's "HP 120/150"."""
    return bottom > 40 and (top >= 1000 or here.before(m.start()) != "HP")


_MACHINES = words(
    "system systems workstation workstations machine machines model models series server servers"
)
"""What goes by two figures: "a 712/100 system"."""


def _figures(text: str) -> str:
    return cardinal(int(text), False) if text.endswith("00") else pairs(text)


_COUNTED_OUT = words("edition ed print part page step slide episode chapter lesson round image")
"""Before one of so many: "Part 1/3"."""


_IN_A_SERIES = re.compile(r"\[(?:RFC\s|RESEND\s)?PATCH(?:\s[\w.-]{1,12}){0,2}\s\Z")


def _is_patch(m: re.Match[str], here: Here) -> bool:
    """ "[PATCH v2 01/27]": one of so many."""
    series = here.text[m.end() : m.end() + 1] == "]"
    return series and _IN_A_SERIES.search(here.text, max(0, m.start() - 44), m.start()) is not None


def _fraction(m: re.Match[str], here: Here) -> Said | None:
    top, bottom = int(m["a"]), int(m["b"])
    british = here.british
    counted = here.before(m.start()).lower() in _COUNTED_OUT or _is_patch(m, here)
    if counted and m["whole"] is None and not m["th"] and 0 < top <= bottom:
        return whole(m, f"{cardinal(top, british)} of {cardinal(bottom, british)}")  # edition 2/5
    if (
        m["whole"] is None
        and _RECKONED.search(here.text, max(0, m.start() - 40), m.start())
        and 0 < bottom < 100
    ):
        return whole(m, fraction(top, bottom, british))  # multiply by 9/5
    if m["whole"] is None and top >= 100 and bottom >= 50 and here.after(m.end()).lower() in _MACHINES:
        return whole(m, f"{_figures(m['a'])} {_figures(m['b'])}")  # a 712/100 system
    if m["whole"] is None and here.before(m.start()) in COMPUTERS and _numbered(top, bottom, m, here):
        return whole(m, f"{_figures(m['a'])} {_figures(m['b'])}")  # VAX 11/780
    if m["whole"] is None and not m["th"] and are_models(top, bottom, m, here):
        return whole(m, f"{cardinal(top, british)} slash {cardinal(bottom, british)}")
    if m["whole"] is None and bottom == top + 1 >= 11 and here.after(m.end()).lower() in _SEASONS:
        return whole(m, f"{cardinal(top)} {cardinal(bottom)}")  # the 24/25 season
    if american_odds(m, here, top, bottom):
        return whole(m, f"{cardinal(top)} to {cardinal(bottom)}")
    if m["whole"] is None and not m["th"] and not here.british and is_american_day(top, bottom, m, here):
        return whole(m, day_of(top, bottom, False))
    if m["whole"] is None:
        said = special(m["a"], m["b"], m, here)
        if said:
            return whole(m, said)
    if bottom == 0 or len(m["b"]) > 5 or (top >= 100 and " " in m.group() and m["whole"] is None):
        return None  # GTX 1050 / 1050 Ti
    share = _SHARE.match(here.text, m.end()) or is_share(m, here)
    if m["whole"] is None and bottom > 10 and share:
        return whole(m, f"{decimal(m['a'], british)} of {decimal(m['b'], british)}")  # (14/41, 34%)
    if m["whole"] is None and not m["th"] and _are_counted(top, bottom, m, here):
        return whole(m, f"{cardinal(top, british)} out of {cardinal(bottom, british)}")
    told = m["whole"] is None and not m["th"] and unlike_a_part(top, bottom) and len(m["a"]) < 4
    if told:
        date = month_and_day(top, bottom, here.british)
        if date and not (here.british and top > bottom) and here.before(m.start()).lower() not in ("a", "an"):
            return whole(m, day_of(*date, here.british))
        if bottom > top > 1:
            return whole(m, f"{cardinal(top, british)} out of {cardinal(bottom, british)}")
    before = here.before(m.start()).lower()
    padded = "0" in (m["a"][0], m["b"][0]) and m["whole"] is None  # no part is written 11/05
    dated = padded or (
        _DATES.search(here.text, max(0, m.start() - 40), m.start())
        or (before in _ON_DAYS and not is_of_something(top, bottom, here, m.end()))
        or (before in _NEAR_DAYS and (top > bottom or bottom not in _PARTS) and here.after(m.end()) != "of")
        or _HOUR_BEFORE.search(here.text, max(0, m.start() - 8), m.start())
        or _DAY_BEFORE.search(here.text, max(0, m.start() - 20), m.start())
    )
    if m["whole"] is None and dated and not m["th"]:
        day, month = (top, bottom) if here.british else (bottom, top)
        if 1 <= day <= 31 and 1 <= month <= 12:
            return whole(m, day_of(month, day, here.british))
    if m["whole"] is not None:
        if (top >= bottom and bottom == 1) or (len(m["whole"]) > 2 and bottom == 100):
            return None  # TaskMate 6100 78/100
        part = "a half" if (top, bottom) == (1, 2) else "a quarter" if (top, bottom) == (1, 4) else ""
        return whole(m, f"{decimal(m['whole'], british)} and {part or fraction(top, bottom, british)}")
    return whole(m, fraction(top, bottom, british))


_WHO = words(
    """
    patients samples participants respondents students cases studies people users questions tests games
    matches
    votes members countries states children women men subjects trials attempts shots items sites schools
    voters
    """
)


def _are_counted(top: int, bottom: int, m: re.Match[str], here: Here) -> bool:
    """ "10/15 samples", "28/41 of them": so many out of so many."""
    if not 1 < top <= bottom or bottom < 12 or bottom in (16, 32, 64, 100):
        return False
    return here.after(m.end()).lower() in _WHO or (bottom > 31 and here.after(m.end()) == "of")


_NEAR_DAYS = words(
    "before after from due to ending ended through thru till deadline seen avail available starting starts "
    "opens opened born died payable posted updated"
)
_ON_DAYS = frozenset(("on", "by", "until", "since", "dated"))
_HOUR_BEFORE = re.compile(r"\d\s?[ap]\.?m\.?,?\s\Z")
_DATES = re.compile(
    r"\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Ss]ince)\s(?:\d{1,2}/\d{1,2}(?:/\d{2,4})?(?:,\s(?:and\s|or\s)?|\s(?:and|or)\s)){1,4}\Z"
    r"|\b\d{1,2}/\d{1,2}/(?:20)?\d\d(?:\s?[-–]\s?|,?\s(?:to|and|or|through|until|then)\s)\Z"
)
"""On one day and another: "on 2/28 and 3/1"."""


_PARTS = (2, 3, 4, 5, 6, 8, 10, 16, 32)


def _from_to(m: re.Match[str], here: Here) -> Said | None:
    """ "2/28-3/2", "1/2-3/4 cup": from one day or part to another."""
    a, b, c, d = (int(m[g]) for g in "abcd")
    first, last = month_and_day(a, b, here.british), month_and_day(c, d, here.british)
    if b in _PARTS and d in _PARTS and a < b and c < d and a * d < c * b:
        return whole(m, f"{fraction(a, b, here.british)} to {fraction(c, d, here.british)}")
    turned = first and last and first[0] > 9 and last[0] < 4  # the year turns between them
    if not first or not last or (first >= last and not turned):
        return None
    return whole(m, f"{day_of(*first, here.british)} to {day_of(*last, here.british)}")


_DAY_BEFORE = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.?,?|[Ww]eek\sof)\s\Z"
)
_SEASONS = words("season seasons campaign")
_SHARE = re.compile(r",?\s\(?\d{1,3}(?:\.\d{1,2})?\s?%")


def _points(m: re.Match[str], here: Here) -> Said | None:
    """ "9.5/10"."""
    return whole(m, f"{decimal(m['a'], here.british)} out of {cardinal(int(m['b']))}")


_MEASURES = table(
    """
    tsp=teaspoon | tbsp=tablespoon | c=cup |
    lb=pound | lbs=pound | oz=ounce | in=inch | mi=mile | gal=gallon |
    pt=pint |
    qt=quart | hr=hour | inch=inch | inches=inch | mile=mile | miles=mile | cup=cup | cups=cup |
    teaspoon=teaspoon |
    tablespoon=tablespoon | pound=pound | ounce=ounce | hour=hour | "=inch | ″=inch | ”=inch
    """
)


def _part_of(m: re.Match[str], here: Here) -> Said | None:
    """ "1/2 tsp", "3/4″", "2-3/4 inches": a part of one measure."""
    unit = _MEASURES[m["u"].rstrip(".").lower()]
    top, bottom = (int(m["a"]), int(m["b"])) if m["a"] else _SIGNS[m["sign"]]
    if not 0 < top < bottom or (m["u"] == "c." and top == 1):
        return None  # "½ c. milk" is said by its own rule
    if m["whole"]:
        ending = "" if attributive(here, m.start(), m.end()) else "es" if unit == "inch" else "s"
        return whole(m, f"{_mixed(m['whole'], top, bottom, here)} {unit}{ending}")
    if m["hyphen"] or (unit == "inch" and here.after(m.end())):
        return whole(m, f"{fraction(top, bottom, here.british).removeprefix('one ')} {unit}")
    if top == 1:
        return whole(
            m, f"half {_AN.get(unit, 'a')} {unit}" if bottom == 2 else f"one {_name(1, bottom, here)} {unit}"
        )
    return whole(m, f"{fraction(top, bottom, here.british)} of {_AN.get(unit, 'a')} {unit}")


_AN = {"ounce": "an", "inch": "an", "hour": "an"}


def _name(top: int, bottom: int, here: Here) -> str:
    return fraction(top, bottom, here.british).partition(" ")[2]


def _mixed(integer: str, top: int, bottom: int, here: Here) -> str:
    part = {(1, 2): "a half", (1, 4): "a quarter"}.get((top, bottom)) or fraction(top, bottom, here.british)
    return f"{decimal(integer, here.british)} and {part}"


def _joined(m: re.Match[str], here: Here) -> Said | None:
    """ "1-1/2": one and a half."""
    top, bottom = int(m["a"]), int(m["b"])
    if not 0 < top < bottom or bottom > 64:
        return None
    return whole(m, _mixed(m["whole"], top, bottom, here))


def _between(m: re.Match[str], here: Here) -> Said | None:
    """ "3-5/10": a mark between two."""
    if int(m["low"]) >= int(m["a"]):
        return None
    return whole(m, f"{cardinal(int(m['low']))} to {cardinal(int(m['a']))} out of ten")


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
        tied = here.text[m.end() : m.end() + 1] in "-‐‑" and bool(after)  # a ¼-mile track
        return whole(m, half.removeprefix("one ") if tied else half)
    part = {(1, 2): "a half", (1, 4): "a quarter"}.get((top, bottom)) or fraction(top, bottom, here.british)
    said = f"{decimal(m['whole'], here.british)} and {part}"
    unit = m["unit"]
    if unit:
        single = bool(m["hyphen"]) or attributive(here, m.start(), m.end())
        said += f" {local(UNITS[unit][0 if single else 1], here.british)}"
    return whole(m, said)


_UNITS = "|".join(re.escape(u) for u in sorted(UNITS, key=len, reverse=True) if len(u) > 1 and u != "in")

_ISSUED = words("no regulation regulations law decree directive act decision resolution case")
_EXPIRES = re.compile(
    r"\b(?:[Ee]xp(?:\.|ires|iry|iration)?|EXP|[Vv]alid (?:thru|until|to)|[Gg]ood thru)(?:\sdate)?:?\s\Z"
)


def _month_of(m: re.Match[str], here: Here) -> Said | None:
    """ "revised 3/2019", "exp. 09/27": a month of a year."""
    if (m.start(), m.end()) == (0, len(here.text)):
        return None
    if len(m["y"]) == 4:
        if here.before(m.start()).lower() in _ISSUED:  # Regulation 3/2008
            return whole(m, f"{cardinal(int(m['m']))} of {year(int(m['y']), here.british)}")
        return whole(m, f"{MONTHS[int(m['m']) - 1]} {year(int(m['y']), here.british)}")
    if not _EXPIRES.search(here.text, max(0, m.start() - 24), m.start()):
        return None
    return whole(m, f"{MONTHS[int(m['m']) - 1]} {year(2000 + int(m['y']), here.british)}")


_SIGN = "[½¼¾⅓⅔⅕-⅞⅐⅑⅒]"
_SOME = rf"\d{{1,3}}\s?{_SIGN}|\d{{1,3}}[\s-]\d/\d{{1,2}}|{_SIGN}|\d/\d{{1,2}}|\d{{1,3}}(?:\.\d{{1,2}})?"
_MIXED = re.compile(rf"(?:(\d{{1,3}})[\s-]?)?(?:({_SIGN})|(\d)/(\d{{1,2}}))")


def amount(text: str, here: Here) -> tuple[float, str]:
    """The value of "2½", "1 1/2", "¾" or "3", and its words."""
    m = _MIXED.fullmatch(text)
    if not m:
        return float(text), decimal(text, here.british)
    top, bottom = _SIGNS[m[2]] if m[2] else (int(m[3]), int(m[4]))
    if not 0 < top < bottom:
        return -1, ""
    said = _mixed(m[1], top, bottom, here) if m[1] else fraction(top, bottom, here.british)
    return int(m[1] or 0) + top / bottom, said


def _from_some(m: re.Match[str], here: Here) -> Said | None:
    """ "1½-2 cups", "2 1/2 to 3 hrs": from one amount to another, a part in either."""
    if not (_MIXED.fullmatch(m["a"]) or _MIXED.fullmatch(m["b"])):
        return None
    (low, first), (high, second) = amount(m["a"], here), amount(m["b"], here)
    if not 0 < low < high:
        return None
    said = f"{first} to {second}"
    if m["unit"]:
        single = bool(m["hyphen"]) or high <= 1 or attributive(here, m.start(), m.end())
        said += f" {local(UNITS[m['unit']][0 if single else 1], here.british)}"
    return whole(m, said)


def _shops(m: re.Match[str], here: Here) -> Said | None:
    """ "7/11s"."""
    return whole(m, "seven elevens")


def _thousands(m: re.Match[str], here: Here) -> Said | None:
    """ "100% (1,770/1,770)": so many of so many."""
    if m["a"] != m["b"] and not is_share(m, here):
        return None
    return whole(m, f"{decimal(m['a'], here.british)} of {decimal(m['b'], here.british)}")


_COUNTABLE = frozenset("0123456789$£€.")


def _of_a_second(m: re.Match[str], here: Here) -> Said | None:
    """ "1/250 s": how long a shutter is open."""
    name = fraction(1, int(m["b"]), here.british)
    return whole(m, f"{name.removeprefix('one ')} second" if m["hyphen"] else f"{name} of a second")


SYMBOLS = (
    Rule(
        r"(?:(?<=[\s(=])|(?<=\A))(?P<sign>[-−+])(?=\d{1,2}/\d{1,2}(?![\w/-]|[.,]\d))",
        lambda m, h: whole(m, "plus" if m["sign"] == "+" else "minus"),
    ),
    Rule(
        r"\+/[-−–]\s?",
        lambda m, h: whole(
            m, "plus or minus" if h.text[m.end() : m.end() + 1] in _COUNTABLE else "plus minus"
        ),
    ),
)
DIGITS = (
    Rule(r"7/11s(?!\w)", _shops),
    Rule(r"(?P<a>\d{1,3}(?:,\d{3}){1,2})/(?P<b>\d{1,3}(?:,\d{3}){1,2})(?![\w/]|[.,]\d)", _thousands),
    Rule(r"1/(?P<b>[1-9]\d{1,4})(?:(?P<hyphen>-)second|\s?(?:s|secs?|seconds?))(?!\w)", _of_a_second),
    Rule(r"(?P<m>0?[1-9]|1[0-2])/(?P<y>(?:19|20)\d\d|\d\d)(?![\w/-]|[.,]\d)", _month_of),
    Rule(
        rf"(?P<a>{_SOME})\s?(?:[-–]\s?|to\s)(?P<b>{_SOME})(?![\d/]|[.,]\d)"
        rf"(?:(?:(?P<hyphen>-)|\s)?(?P<unit>{_UNITS}|in(?=\.))(?![^\W_]|['’]\w)(?:\.(?=\s[a-z]|[,;:)]|-[a-z]))?)?",
        _from_some,
    ),
    Rule(
        r"(?:(?:(?P<whole>\d{1,3})[-\s])?(?P<a>\d{1,2})/(?P<b>\d{1,2})|(?P<sign>[½¼¾⅓⅔⅕-⅞⅐⅑⅒]))(?:(?P<hyphen>-)|\s)?"
        r"(?P<u>tsp|tbsp|lbs?|oz|in\.|mi\.?|gal|pt|qt|hr|inch(?:es)?|miles?|cups?|teaspoon|tablespoon|pound|ounce|hour|c\.(?=\s[a-z])"
        r"|[\"″”])(?![^\W_])\.?",
        _part_of,
    ),
    Rule(
        r"(?P<a>\d{1,2})/(?P<b>\d{1,2})\s?[-–]\s?(?P<c>\d{1,2})/(?P<d>\d{1,2})(?![\w/-]|[.,]\d)",
        _from_to,
    ),
    Rule(r"(?P<low>\d)[-–](?P<a>\d)/10(?![\w/]|[.,]\d)", _between),
    Rule(r"(?P<whole>\d{1,3})-(?P<a>\d{1,2})/(?P<b>\d{1,2})(?![\w/]|[.,]\d)", _joined),
    Rule(r"(?P<a>\d{1,2}\.\d{1,2})\s?/\s?(?P<b>5|10|100|20)(?:\.0)?(?![\w/]|[.,]\d)", _points),
    Rule(
        r"(?:(?P<whole>\d{1,12}(?=[½¼¾⅓⅔⅕-⅞⅐⅑⅒])|\d{1,3}(?=\s[½¼¾⅓⅔⅕-⅞⅐⅑⅒]))\s?)?(?P<sign>[½¼¾⅓⅔⅕-⅞⅐⅑⅒])"
        rf"(?:(?:(?<=\d.)|(?<=\d\s.))(?:(?P<hyphen>-)|\s)?(?P<unit>{_UNITS}|in(?=\.\s?[a-z,;)]|\.-))(?![^\W_]|['’]\w)(?:\.(?=\s[a-z]|[,;:)]|-[a-z]))?)?",
        _vulgar,
    ),
    Rule(
        r"(?:(?P<whole>\d{1,12})\s)?(?P<a>\d{1,5})\s?/\s?(?P<b>\d{1,5})(?P<th>ths?|rds?|TH|RD|nds?)?(?![\w/]|[.,]\d)",
        _fraction,
    ),
)
