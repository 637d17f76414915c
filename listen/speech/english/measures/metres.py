"""An "m" behind a figure: metres of a race, a height or a distance, or millions."""

from __future__ import annotations

from listen.speech.rules import Here, words
from listen.speech.writing import patterns as re

_METRES_AFTER = words(
    """
    final sprint race relay freestyle backstroke breaststroke butterfly medley hurdles dash tall high
    long wide deep away from below above wall fence pool tower wave waves heats semi-final semi-finals
    champion champions record title gold silver bronze swim run runner hurdler steeplechase distance
    summit peak ascent descent climb ridge cliff
    radius individual platform springboard air rifle underwater offshore deep-water trench statue
    exclusion stretch sea height telescope yacht section drop fall jump hole jumper diving women men
    women's men's apart into across to in up down off by
    """
)

_REACHED = words(
    "cleared clears jumped jumps threw throws leapt vaulted hurled stands stood measures measured measuring"
)
_PAID = words(
    "cost costs costing spent spend spends spending raised raises invested paid pays budgeted worth"
)
"""What is done with money alone."""
_RACED = frozenset(
    (
        "50",
        "60",
        "100",
        "200",
        "400",
        "800",
        "1500",
        "1,500",
        "3000",
        "3,000",
        "5000",
        "5,000",
        "10000",
        "10,000",
    )
)
_RUNNING = re.compile(
    r"\b(?:marathon|pace|sprints?|laps?|track|warm-?up|cool-?down|jog|reps?|intervals?|freestyle|butterfly|breaststroke|"
    r"backstroke|medley|relay|hurdles)\b"
)

_OF_WATER = re.compile(
    r"\b(?:tides?|swells?|surf|wave heights?|water levels?|dish|antenna|telescope|depths?|altitude)\b",
    re.I,
)


_OTHER_LENGTH = re.compile(r"\s?\(\d{1,6}(?:[.,]\d{1,3})?\s?-?(?:ft|feet|foot|in|yd|yards?|miles?)\b")

_TOLD_BEFORE = re.compile(
    r"\d\s?-?(?:in|ins|ft|feet|foot|inch(?:es)?|yds?|yards?|miles?|mi|[\"”″'′’])\.?\s?\((?:about\s|approx\.?\s|~)?\Z"
)
"""Before what is told in metres too."""

_SMALL_LENGTH = re.compile(r"\b\d{1,4}(?:\.\d{1,2})?\s?(?:cm|mm)\b")


def _lengths_near(here: Here, m: re.Match[str]) -> bool:
    amount = m["a"].replace(",", "")
    near = here.text[max(0, m.start() - 80) : m.end() + 80]
    return float(amount) < 1000 and _SMALL_LENGTH.search(near) is not None


_LIES = words("in of from to and or at over after before within above below up down long")
_FAR_LENGTH = re.compile(r"(?<![$£€\d.,])\d{1,3}(?:\.\d{1,2})?\s?(?:km|kilomet(?:re|er)s?|miles?)\b")


def _far_near(here: Here, m: re.Match[str]) -> bool:
    """Return whether a distance in kilometres or miles stands near."""
    return _FAR_LENGTH.search(here.text, max(0, m.start() - 60), m.end() + 60) is not None


_WATERED = re.compile(
    r"\b(?:[Ww]ater-?\s?(?:proof|resist\w{2,6}|tight)|[Ss]ubmer\w{3,8}|[Dd]iv(?:e[sd]?|ing)|[Dd]epths?|[Ss]wim\w{0,6})\b"
    r"(?:\s[a-z]{2,12}){0,4}\s\Z|\dATM\s?/\s?\Z"
)
_EARNED = re.compile(
    r"\+?\s(?:in|of)\s(?:\w+\s){0,2}(?:profits?|revenues?|sales|cash|debts?|funding|earnings|losses|taxes|tax|savings|costs"
    r"|income|capital|investments?|damages|fees|loans?|aid|equity|dividends?|EBITDA|ARR)\b"
)
_MILLIONS_NEAR = re.compile(r"[$£€]\d|\d(?:bn|b|k)\b|\b(?:profits?|revenues?|EBITDA|valuation)\b")
_TIMED = re.compile(
    r"\b(?:WR|bezels?|[Dd]ivers?|[Dd]ive\swatch(?:es)?|water[\s-](?:resist\w{2,6}|pressure))\b"
)
_BORN = words("people users dollars euros pounds viewers")


_RATINGS = frozenset(("30", "50", "100", "120", "150", "200", "300", "500", "600", "1000", "1,000"))
"""Metres of water that watches are sold for."""


def _is_worn(after: str, m: re.Match[str], here: Here) -> bool:
    """Return whether a watch stands so much water: "a diver with 200m WR", "has a 100m limit"."""
    if after in _BORN or _MILLIONS_NEAR.search(here.around(m.start(), m.end())):
        return False
    rated = m["a"] in _RATINGS and _TIMED.search(here.around(m.start(), m.end()))
    return after == "wr" or bool(rated)


def is_metres(m: re.Match[str], here: Here) -> bool:
    """ "m" after a figure: metres where a race, a height or a distance is meant, else millions."""
    amount = m["a"].replace(",", "")
    after = here.after(m.end()).lower()
    if _TOLD_BEFORE.search(here.text, max(0, m.start() - 12), m.start()):
        return True  # 6ft 2in (1.88m)
    if here.before(m.start()).lower() in _PAID:
        return False  # "the line, 12 miles long, cost 450m"
    if _EARNED.match(here.text, m.end()):
        return False  # 280m in profit
    if (not after or not after.endswith("s")) and _is_worn(after, m, here):
        return True
    if (
        not after.endswith("s")
        and after not in _BORN
        and _WATERED.search(here.text, max(0, m.start() - 50), m.start())
    ):
        return True  # waterproof to 30m
    if "." in amount and here.before(m.start()).lower() in _REACHED:
        return True
    if (
        amount in _RACED
        and not after.endswith("s")
        and _RUNNING.search(here.text[max(0, m.start() - 40) : m.end() + 40])
    ):
        return True
    if _OTHER_LENGTH.match(here.text, m.end()) or (m["b"] is None and _lengths_near(here, m)):
        return True
    if after in _METRES_AFTER or m["join"] in ("x", "×") or m["times"]:
        return True
    if m["gap"] and not after:
        return True
    if (
        "." in amount
        and float(amount) < 100
        and _OF_WATER.search(here.text, max(0, m.start() - 40), m.end() + 12)
    ):
        return True  # high tide 06:14 (4.7m)
    if amount.isdecimal() and int(amount) >= 20 and (not after or after in _LIES) and _far_near(here, m):
        return True  # climbs 320m in 2km
    return (
        amount in ("100", "200", "400", "800", "1500", "5000", "10000")
        and after not in ("people",)
        and not after
    )
