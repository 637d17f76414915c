"""Parts of a whole: "1/2", "2 1/2", "3/4", "2½", "8/10", "60/40", "24/7"."""

from __future__ import annotations

import re

from listen.speech.english.months import day_of
from listen.speech.english.quantities.amounts import attributive
from listen.speech.english.quantities.units import UNITS, local
from listen.speech.numbers import cardinal, decimal, fraction
from listen.speech.rules import Here, Rule, Said, whole, words


def _fraction(m: re.Match[str], here: Here) -> Said | None:
    top, bottom = int(m["a"]), int(m["b"])
    british = here.british
    if m["whole"] is None:
        said = _special(m["a"], m["b"], m, here)
        if said:
            return whole(m, said)
    if bottom == 0 or len(m["b"]) > 5:
        return None
    before = here.before(m.start()).lower()
    if m["whole"] is None and before in ("on", "by", "until", "since", "dated") and not m["th"]:
        day, month = (top, bottom) if here.british else (bottom, top)
        if 1 <= day <= 31 and 1 <= month <= 12:
            return whole(m, day_of(month, day, here.british))
    if m["whole"] is not None:
        if top >= bottom and bottom == 1:
            return None
        part = "a half" if (top, bottom) == (1, 2) else "a quarter" if (top, bottom) == (1, 4) else ""
        return whole(m, f"{decimal(m['whole'], british)} and {part or fraction(top, bottom, british)}")
    return whole(m, fraction(top, bottom, british))


_BETTING = re.compile(
    r"\b(?:odds|favourites?|outsiders?|bookmakers?|bookies|shots?|priced|betting|bet)\b", re.I
)


def british_odds(m: re.Match[str], here: Here, top: int, bottom: int) -> bool:
    """Whether "11/4" is a price at the races."""
    if not here.british or m["th"] or (top < bottom and not _BETTING.search(here.text)):
        return False
    return (bottom == 1 and top > 1) or _BETTING.search(here.text) is not None


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
    if british_odds(m, here, top, bottom):
        return f"{cardinal(top)} to {cardinal(bottom)}"
    if bottom in (10, 100) and (before in _RATED or top == 0):
        return f"{cardinal(top)} out of {cardinal(bottom)}"
    if top > bottom and (bottom > 12 or len(a) == 3):
        return f"{cardinal(top)} over {cardinal(bottom)}"
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
    said = f"{decimal(m['whole'], here.british)} and {part}"
    unit = m["unit"]
    if unit:
        single = bool(m["hyphen"]) or attributive(here, m.start(), m.end())
        said += f" {local(UNITS[unit][0 if single else 1], here.british)}"
    return whole(m, said)


_UNITS = "|".join(re.escape(u) for u in sorted(UNITS, key=len, reverse=True) if len(u) > 1 and u != "in")

DIGITS = (
    Rule(
        r"(?P<whole>\d{1,12})?(?P<sign>[½¼¾⅓⅔⅕-⅞⅐⅑⅒])"
        rf"(?:(?<=\d.)(?:(?P<hyphen>-)|\s)?(?P<unit>{_UNITS})(?![^\W_]|['’]\w)(?:\.(?=\s[a-z]|[,;:)]|-[a-z]))?)?",
        _vulgar,
    ),
    Rule(
        r"(?:(?P<whole>\d{1,12})\s)?(?P<a>\d{1,5})\s?/\s?(?P<b>\d{1,5})(?P<th>ths?|rds?|TH|RD|nds?)?(?![\w/]|[.,]\d)",
        _fraction,
    ),
)
