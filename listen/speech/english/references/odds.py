"""This module says what a bet is paid at: "11/4", "odds of 7/2", "a 33/1 shot"."""

from __future__ import annotations

from listen.speech.numbers import cardinal
from listen.speech.rules import Here, Rule, Said, whole, words
from listen.speech.writing import patterns as re

BETTING = re.compile(
    r"\b(?:odds|favourites?|outsiders?|bookmakers?|bookies|shots?|priced|betting|bet|evens|each[- ]way"
    r"|(?:joint-)?favs?|racecourse|furlongs?|jockeys?)\b",
    re.I,
)
_AT_A_PRICE = re.compile(
    r"\b(?:[Oo]dds|[Ff]avou?rites?\s(?:was|is|at|started)|[Pp]riced|[Bb]acked|[Bb]ookmakers|[Bb]ookies|[Ss]portsbooks?|[Tt]ipped)\b[^.!?;]{0,60}\Z"
)
_RACED = re.compile(
    r"\b(?:[Oo]dds|[Bb]ookmakers?|[Bb]ookies|[Hh]orses?|[Ss]takes|[Dd]erby|Grand National"
    r"|Cheltenham|Ascot|Aintree"
    r"|Epsom|Preakness|[Jj]ockeys?|[Ff]avou?rite|[Oo]utsiders?)\b"
)


def _price(m: re.Match[str], here: Here) -> Said | None:
    """ "won at 33-1": what a bet on a horse is paid at."""
    a, b = int(m["a"]), int(m["b"])
    near = here.around(m.start(), m.end())
    if a <= b or not ((a >= 16 and b == 1) or _RACED.search(near)):
        return None
    return whole(m, f"{cardinal(a)} to {cardinal(b)}")


DIGITS = (
    Rule(
        r"(?:(?<=\bat\s)|(?<=\bfrom\s)|(?<=\bodds of\s))(?P<a>\d{1,3})[-–](?P<b>[1-9]|11)(?![\w-]|[.,]\d)",
        _price,
    ),
)
_AFTER = words(
    "odds favorite favourite favorites favourites underdog outsider outsiders longshot shot shots on"
)
"""What a price stands before: "the 7/2 favorite", "5/2 on a win"."""


def british_odds(m: re.Match[str], here: Here, top: int, bottom: int) -> bool:
    """Return whether "11/4" is a price at the races."""
    if not here.british or m["th"] or (top < bottom and not BETTING.search(here.text)):
        return False
    return (bottom == 1 and top > 1) or BETTING.search(here.text) is not None


def american_odds(m: re.Match[str], here: Here, top: int, bottom: int) -> bool:
    """Return whether "7/2" is a price where a day may be written so: its neighbours have to tell."""
    if here.british or m["th"] or m["whole"] is not None or top == bottom or bottom not in (1, 2, 4, 5, 6, 8):
        return False
    after = here.after(m.end()).lower()
    if top > bottom and after in _AFTER and after != "on":
        return True
    told = _AT_A_PRICE.search(here.text, max(0, m.start() - 80), m.start())
    return told is not None and (top > bottom or after == "on")
