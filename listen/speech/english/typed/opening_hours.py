"""From an hour to another where no "a.m." tells: "Mon–Fri: 8:30–5", "Sat 9–1", "7:30-9"."""

from __future__ import annotations

from listen.speech.english.times import clock
from listen.speech.rules import Here, Rule, Said, whole
from listen.speech.writing import patterns as re

_SHORT = "(?:Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun)"
_LONG = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
_HOURS = r"\d{1,2}(?::\d\d)?\s?[-–—]\s?\d{1,2}(?::\d\d)?"
_OPEN = re.compile(
    rf"\b(?:{_SHORT}\.?[:,]?|{_LONG}:|{_LONG}[-–]{_LONG}[:,]?|(?:[Dd]aily|[Ww]eekdays|[Ww]eekends|[Hh]ours|M[-–]F)(?:\sfrom)?[:,]?)\s"
    rf"(?:{_HOURS}(?:\s(?:and|&)\s|,\s))?\Z"
)
_PLAYED = re.compile(
    r"\b(?:won|wins?|lost|loss|loses|beats?|victory|defeats?|drew|draw|tied?|scores?|record|innings|verses?)\b"
)
_REACH = 40
_QUARTERS = ("00", "15", "30", "45")


def _open(m: re.Match[str], here: Here) -> Said | None:
    """Say "to" behind a day, and where one side has a quarter of an hour."""
    one_sided = m["m"] in _QUARTERS and m["m2"] is None
    if _PLAYED.search(here.text, max(0, m.start() - _REACH), m.end() + 20):
        return None
    if not one_sided and not _OPEN.search(here.text, max(0, m.start() - _REACH), m.start()):
        return None
    first, last = (clock(m[h], m[minute], here.british, True) for h, minute in (("h", "m"), ("h2", "m2")))
    return whole(m, f"{first} to {last}")


_HOUR = r"1[0-2]|0?[1-9]"
DIGITS = (
    Rule(
        rf"(?P<h>{_HOUR})(?::(?P<m>[0-5]\d))?\s?[-–—]\s?(?P<h2>{_HOUR})(?::(?P<m2>[0-5]\d))?"
        r"(?![\w:%/]|[.,]\d|[-–]\w|\s?[aApP]\.?[mM]?\b|\s[a-z]{1,20}s\b)",
        _open,
    ),
)
