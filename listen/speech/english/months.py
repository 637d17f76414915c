"""The months, a day of one as it is said, those that follow it, and which figures with a stroke are a day."""

from __future__ import annotations

from math import gcd

from listen.speech.numbers import ordinal
from listen.speech.rules import Here, Rule, Said, whole, words
from listen.speech.writing import patterns as re

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_of(month: int, day: int, british: bool) -> str:
    """A day without its year."""
    name = MONTHS[month - 1]
    return f"the {ordinal(day)} of {name}" if british else f"{name} {ordinal(day)}"


DAY = r"(?:3[01]|[12]\d|0?[1-9])"
"""A day of the month."""
NAME = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"  # fmt: skip  # noqa: E501
"""A month, whole or short, without its full stop."""


def month_and_day(a: int, b: int, british: bool) -> tuple[int, int] | None:
    """The month and the day that two figures are, or None."""
    month, day = (b, a) if british else (a, b)
    return (month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def is_american_day(top: int, bottom: int, m: re.Match[str], here: Here) -> bool:
    """Return whether "on 6/10" or "11/9," can only be a day: after its word, or as no part of a whole."""
    if not (1 <= top <= 12 and 1 <= bottom <= 31) or (top, bottom) == (9, 11):
        return False
    before, after = here.before(m.start()).lower(), here.after(m.end()).lower()
    if before == "on" and not (after in _FROM_A_SCALE or is_of_something(top, bottom, here, m.end())):
        return True
    improper = top > bottom and bottom not in (1, 2, 3, 4, 8) and gcd(top, bottom) == 1
    return improper and after != "of" and before not in _NO_DAYS and not _SUM.search(here.text)


def is_of_something(top: int, bottom: int, here: Here, end: int) -> bool:
    """Return whether what follows tells a part from a day: "on 1/4 acre", "on 4/5 penalties"."""
    return top < bottom and here.after(end).lower() in _OUT_OF


_OUT_OF = words(
    """
    acre acres inch inches mile miles page pages full majority majorities power speed
    throttle penalties attempts tries shots drives possessions questions occasions tasks tests
    """
)
_FROM_A_SCALE = words("scale of basis scales")
_NO_DAYS = words("a an the at odds ratio in after before post give gave rate rated is was be than times by")
_SUM = re.compile(
    r"[=≈×÷]|\d\s?[*+]\s?\d|\b(?:time|odds|ratio|beats?|fractions?|numerator|Fibonacci|score|sets?|votes?|"
    r"(?:multipl|divid)\w+|rat(?:e|ed|ing)|stars?|give|recommend)\b"
)


def unlike_a_part(top: int, bottom: int) -> bool:
    """Return whether nobody would write a part of a whole so: "11/22", "120/150", "6/1"."""
    return (bottom > 12 and bottom not in (16, 32, 64, 100) and gcd(top, bottom) > 1) or (
        bottom == 1 and top > 1
    )


_MORE = rf"(?:,\s{DAY}){{0,6}}"
_LAST = re.compile(rf"\b(?:{NAME})\.?\s{DAY}{_MORE},?\s(?:and|or|&)\s\Z")
_LISTED = re.compile(rf"\b(?:{NAME})\.?\s{DAY}{_MORE},\s\Z")
_GOES_ON = re.compile(rf"{_MORE},?\s(?:and|or|&)\s{DAY}(?![\w%:/-]|[.,]\d)")
_NEXT = words(
    """
    this in at on for to from of with by when where as and or but is are was were will last next before after
    during until through respectively we they he she it you i there while
    """
)
"""What may follow days; other words are counted: "May 3 and 4 people came"."""


def _also(m: re.Match[str], here: Here) -> Said | None:
    """ "October 11 and 13", "May 3, 5 and 7": days that follow the first of a month."""
    start = max(0, m.start() - 60)
    after = here.after(m.end()).lower()
    if _LAST.search(here.text, start, m.start()):
        followed = not after or after in _NEXT or after.isdecimal() or here.text[m.end()] in ".,;:)!?–—"
    else:
        followed = bool(_GOES_ON.match(here.text, m.end()) and _LISTED.search(here.text, start, m.start()))
    return whole(m, ordinal(int(m.group()), here.british)) if followed else None


DIGITS = (Rule(rf"{DAY}(?![\w%:/–-]|[.,]\d|\s?[ap]\.?m\b)", _also),)
