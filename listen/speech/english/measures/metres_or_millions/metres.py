"""This module says whether an "m" behind a figure is metres of a race, a height or a distance."""

from __future__ import annotations

from listen.speech.english.measures.metres_or_millions.counted_in_millions import (
    BORN,
    COUNTS,
    EARNED,
    FALLEN,
    MILLIONS_NEAR,
    PAID,
    are_people,
    is_count,
)
from listen.speech.english.measures.metres_or_millions.long_things import is_lead, is_long
from listen.speech.english.measures.metres_or_millions.raced import RACED, RUNNING, is_raced
from listen.speech.rules import Here, words
from listen.speech.writing import patterns as re

_METRES_AFTER = words(
    """
    final sprint race relay freestyle backstroke breaststroke butterfly medley hurdles dash tall high
    long wide deep away from below above wall fence pool tower wave waves heats semi-final semi-finals
    champion champions record title gold silver bronze swim run runner hurdler steeplechase distance
    summit peak ascent descent climb ridge cliff
    radius individual platform springboard air rifle underwater offshore deep-water trench statue
    exclusion stretch sea height telescope yacht section
    drop fall jump hole jumper diving
    women's men's apart into across to in up down off by swell swells surf distancing social rule
    """
)

_REACHED = words(
    "cleared clears jumped jumps threw throws leapt vaulted hurled stands stood measures measured measuring"
)
_BEARING = re.compile(
    r"\s(?:due\s)?(?:(?:north|south)(?:-?(?:east|west|south|north))?|(?:east|west)(?:-(?:west|east))?|(?:up|down)(?:hill|stream)|inland"
    r"|further\s(?:on|along|up|down)|along(?=\sthe\b))(?=\s(?:of|from|along|to|on|and|the)\b|[,.;)]|\Z)"
)
"""Which way it lies: "300m north of the lock"."""
_PASSED = re.compile(
    r"\s(?:past|before|beyond|after)\sthe\s(?:traffic\s|petrol\s|cattle\s|next\s|second\s|first\s)?"
    r"(?:lights|church|pub|bridge|junction|roundabout|turning|crossroads|gate|entrance|corner|bend|car\spark|grid|chapel)"
    r"(?=[.,;)]|\Z|\s(?:and|on)\b)"
)
""" "Stop 100m before the lights"."""


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
_TIMED = re.compile(
    r"\b(?:WR|bezels?|[Dd]iver's|[Dd]iv(?:e|er|ing)\swatch(?:es)?|water[\s-](?:resist\w{2,6}|pressure))\b"
)


_RATINGS = frozenset(("30", "50", "100", "120", "150", "200", "300", "500", "600", "1000", "1,000"))
"""Metres of water that watches are sold for."""


def _is_worn(after: str, m: re.Match[str], here: Here) -> bool:
    """Return whether a watch stands so much water: "a diver with 200m WR", "has a 100m limit"."""
    if after in BORN or MILLIONS_NEAR.search(here.around(m.start(), m.end())):
        return False
    rated = m["a"] in _RATINGS and _TIMED.search(here.around(m.start(), m.end()))
    return after == "wr" or bool(rated)


_SMALL_AFTER = frozenset(
    ("in", "to", "by", "up", "down", "off", "across", "into", "below", "above", "from", "apart")
)
"""What stands behind lengths and counts alike."""
_FIRST_SIDE = re.compile(r"\d\s?m\sby\s\Z")
_ALTITUDE = re.compile(
    r"\b(?:pass|summit|peaks?|mountains?|altitudes?|elevations?|above\ssea|ascents?|climb\w{0,4}|base\scamp|ridge|volcano|glacier|col)\b"
)
_ROW_BEFORE = re.compile(r"(?<![$£€\d.,])\d{1,3}(?:\.\d{1,2})?\sm(?:,\s|,?\s(?:and|or)\s(?:an?\s)?)\Z")
_ROW_AFTER = re.compile(r"(?:,\s|,?\s(?:and|or)\s(?:an?\s)?)\d{1,3}(?:\.\d{1,2})?\sm(?!\w)")


def _is_in_a_row(m: re.Match[str], here: Here) -> bool:
    """ "5 m, 10 m and 15 m cables": lengths written apart from their figure, one after the other."""
    start, end = m.span()
    row = _ROW_AFTER.match(here.text, end) or _ROW_BEFORE.search(here.text, max(0, start - 16), start)
    near = here.text[max(0, start - 80) : end + 80]
    return bool(m["gap"] and row and not (COUNTS.search(near) or MILLIONS_NEAR.search(near)))


def is_metres(m: re.Match[str], here: Here) -> bool:
    """Return whether "m" after a figure is metres of a race, a height or a distance; else it is millions."""
    amount = m["a"].replace(",", "")
    after = here.after(m.end()).lower().replace("’", "'")
    if _TOLD_BEFORE.search(here.text, max(0, m.start() - 12), m.start()):
        return True  # 6ft 2in (1.88m)
    if is_lead(m, here) or is_raced(after, m, here) or _is_in_a_row(m, here):
        return True
    if here.before(m.start()).lower() in PAID:
        return False  # "the line, 12 miles long, cost 450m"
    if EARNED.match(here.text, m.end()):
        return False  # 280m in profit
    if is_long(m, here):
        return True
    if (not after or not after.endswith("s")) and _is_worn(after, m, here):
        return True
    if (
        not after.endswith("s")
        and after not in BORN
        and _WATERED.search(here.text, max(0, m.start() - 50), m.start())
    ):
        return True  # waterproof to 30m
    if "." in amount and here.before(m.start()).lower() in _REACHED:
        return True
    if (
        amount in RACED
        and not after.endswith("s")
        and RUNNING.search(here.text[max(0, m.start() - 40) : m.end() + 40])
    ):
        return True
    if _OTHER_LENGTH.match(here.text, m.end()) or (m["b"] is None and _lengths_near(here, m)):
        return True
    if (
        amount.isdecimal()
        and 1000 <= int(amount) < 9000
        and _ALTITUDE.search(here.around(m.start(), m.end()))
    ):
        return True  # the pass, at 2,717m
    if _BEARING.match(here.text, m.end()) or _PASSED.match(here.text, m.end()):
        return not is_count(m, here) and not are_people(m, here)
    if FALLEN.match(here.text, m.end()):
        return False  # a 5m fall in visitors
    if after in _SMALL_AFTER and is_count(m, here):
        return False
    if here.before(m.start()) == "by" and _FIRST_SIDE.search(here.text, max(0, m.start() - 14), m.start()):
        return True  # 30m by 40m
    if (
        after.removesuffix("'s") in _METRES_AFTER
        or after in _METRES_AFTER
        or m["join"] in ("x", "×")
        or m["times"]
    ):
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
