"""Signs that rate a thing: "$$", "★★★½", and a heart that is a word."""

from __future__ import annotations

from listen.speech.english.quantities.amounts import number, qualifies
from listen.speech.numbers import pairs
from listen.speech.rules import Here, Rule, Said, whole, words
from listen.speech.writing import patterns as re


def _price_level(m: re.Match[str], here: Here) -> Said | None:
    """ "($$)": how dear a place is."""
    count = len(m["d"])
    if count == 1 and "$$" not in here.text:
        return None
    return whole(m, f"{number(str(count), here.british)} dollar sign{'' if count == 1 else 's'}")


def _price_levels(m: re.Match[str], here: Here) -> Said | None:
    """ "$-$$"."""
    low, high = (number(str(len(m[g])), here.british) for g in "ab")
    return whole(m, f"{low} to {high} dollar signs")


def _heart(m: re.Match[str], here: Here) -> Said | None:
    """ "I ❤️ NY"."""
    return whole(m, "love") if here.before(m.start()) in ("I", "We", "we") else None


def _stars(m: re.Match[str], here: Here) -> Said | None:
    """ "★★★½", "★★☆": so many stars; a single one only decorates."""
    n = len(m["s"])
    if n == 1 and not (m["h"] or m["e"]):
        return None
    half = " and a half" if m["h"] else ""
    return whole(m, f"{number(str(n), here.british)}{half} star{'' if n == 1 and not half else 's'}")


def _counted_stars(m: re.Match[str], here: Here) -> Said | None:
    return whole(m, "star" if qualifies(here, m.end()) else "stars")


def _out_of_five(m: re.Match[str], here: Here) -> Said | None:
    """ "4.5/5 ★"."""
    return whole(m, f"{number(m['a'], here.british)} out of five stars")


_BELOW = words(
    "is are if was were x n p N P or and value values of at to with than score scores level levels"
    " count ratio grade stage age"
)
"""Before "<3" where it compares; elsewhere it is a heart."""


def _written_heart(m: re.Match[str], here: Here) -> Said | None:
    """ "Love it <3", but "x < 3"."""
    return None if here.before(m.start()) in _BELOW else Said((("", m.start(), m.end()),), m.end())


_SCORED = re.compile(
    r"\b(?:GPA|SAT|GRE|ACT|[Gg]rades?|[Rr]ated|[Rr]atings?|[Ss]cor(?:e[ds]?|ing)|[Ss]tars?|[Rr]eviews?|[Mm]arks?|verdict)\b"
)


def _scored(m: re.Match[str], here: Here) -> Said | None:
    """ "a 3.9/4.0 GPA", "SAT 1540/1600": so many of the most there can be."""
    a, b = (float(m[g].replace(",", "")) for g in "ab")
    if a > b or not _SCORED.search(here.text, max(0, m.start() - 40), m.end() + 20):
        return None
    top, most = (
        pairs(m[g]) if len(m[g]) == 4 and m[g].isdecimal() else number(m[g].removesuffix(".0"), here.british)
        for g in "ab"
    )
    return whole(m, f"{top} out of {most}")


_TIED = r"(?P<w>Reviews?|Rating|Score|Verdict|Overall)(?P<a>\d{1,2}(?:\.\d)?)/(?P<b>10|100)(?!\w)"
LETTERS = (
    Rule(
        _TIED,
        lambda m, h: whole(m, f"{m['w']} {number(m['a'], h.british)} out of {number(m['b'], h.british)}"),
    ),
)
"""What a page ties together: "Review8.5/10"."""
DIGITS = (
    Rule(r"(?P<a>\d\.\d{1,2})/(?P<b>(?:4|5|10)(?:\.0)?)(?![\w/]|[.,]\d)", _scored),
    Rule(r"(?P<a>\d{2,3}|1[0-5]\d\d)/(?P<b>100|800|1600)(?![\w/]|[.,]\d)", _scored),
    Rule(r"(?P<a>[0-5](?:\.\d{1,2})?)\s?/\s?5\s?★", _out_of_five),
)
SYMBOLS = (
    Rule(r"[★⭐](?:(?<=\d.)|(?<=\d\s.))(?![★⭐])\ufe0f?", _counted_stars),  # 4.5★
    Rule(  # a 4* hotel
        r"\*(?:(?<=[\s(][1-7]\*)|(?<=[\s(][1-7]\s\*)|(?<=\A[1-7]\*)|(?<=[1-5]\.5\*))(?=[\s-](?:[a-z]+\s)?(?:hotels?|hostels?|resorts?"
        r"|accommodations?|spas?|lodges?|luxury|villas?|propert(?:y|ies)|reviews?|ratings?|rated)\b)",
        lambda m, h: whole(m, "star"),
    ),
    Rule(r"(?P<a>\${1,4})\s?[-–—]\s?(?P<b>\${2,5})(?![\w$])", _price_levels),
    Rule(r"(?P<d>\${2,5})(?![\w$])", _price_level),
    Rule(r"(?P<d>\$)(?<![\w$].)(?=\s\||[,)]|\sor\s\$)", _price_level),
    Rule(r"(?P<s>★{1,5})(?P<h>½)?(?P<e>☆{1,4})?", _stars),
    Rule(r"(?P<s>⭐{2,5})(?P<h>½)?(?P<e>(?!))?(?!⭐|\s?\(?\d(?:\.\d)?\s?/\s?5)", _stars),
    Rule(r"<3(?=[\s.!)]*\Z|[.!)]|\s[A-Z])", _written_heart),
    Rule(r"[❤♥]\ufe0f?(?=\s\w)", _heart),
)
