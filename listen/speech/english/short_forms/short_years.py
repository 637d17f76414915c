"""This module says years, ages and times that are written short: "'98-'99", "65 mya", "2h30"."""

from __future__ import annotations

from listen.speech.english.months import MONTHS
from listen.speech.english.quantities.amounts import AMOUNT, attributive, number
from listen.speech.numbers import cardinal, digits, ordinal, year
from listen.speech.rules import Here, Rule, Said, whole
from listen.speech.writing import patterns as re

_PARTS = ("first", "second", "third", "fourth")


def _two(figures: str) -> str:
    """Two figures of a year: "98", "05"."""
    return f"oh {digits(figures[1])}" if figures[0] == "0" else cardinal(int(figures))


def _years(m: re.Match[str], here: Here) -> Said | None:
    """ "'98-'99"."""
    return whole(m, f"{_two(m['a'])} to {_two(m['b'])}")


def _month(m: re.Match[str], here: Here) -> Said | None:
    """ "Mar '25"."""
    name = next(name for name in MONTHS if name.startswith(m["m"][:3]))
    return whole(m, f"{name} {_two(m['y'])}")


def _fiscal(m: re.Match[str], here: Here) -> Said | None:
    """ "FY2020-22", "FY24-25"."""
    if m["c"]:
        if "/" in m.group() or int(m["c"]) + 1 != int(m["b"]):
            return None
        return whole(m, f"F Y {_two(m['c'])} to {_two(m['b'])}")
    first, last = int(m["a"]), int(m["b"])
    if not 0 < (last - first) % 100 < 10:
        return None
    return whole(m, f"F Y {year(first, here.british)} to {_two(m['b'])}")


def _part_of_a_year(m: re.Match[str], here: Here) -> Said | None:
    """ "2H 2025", "3Q 2024"."""
    if m["k"] == "H" and int(m["n"]) > 2:
        return None
    the = "" if here.before(m.start()).lower() in ("the", "this", "last", "a") else "the "
    kind = "half" if m["k"] == "H" else "quarter"
    return whole(m, f"{the}{_PARTS[int(m['n']) - 1]} {kind} of {year(int(m['y']), here.british)}")


_AGES = {"m": "million years ago", "k": "thousand years ago", "b": "billion years ago", "y": "years ago"}


def _ago(m: re.Match[str], here: Here) -> Said | None:
    """ "65 mya", "10,000 ya"."""
    low = f"{number(m['low'], here.british)} to " if m["low"] else ""
    return whole(m, f"{low}{number(m['a'], here.british)} {_AGES[m['u'][0].lower()]}")


def _old(m: re.Match[str], here: Here) -> Said | None:
    """ "a 3 y.o."."""
    return whole(m, f"{number(m['a'], here.british)} year old")


_PERSON = re.compile(
    r"\b(?:I|[Mm]e|[Mm]y\s(?:\w{2,12}\s){0,2}\w{2,12}|[Hh]usband|[Ww]ife|[Bb]oyfriend|[Gg]irlfriend|[Pp]artner|[Ss]ister|[Bb]rother"
    r"|[Mm]om|[Dd]ad|[Ff]riend|BF|GF|SO|fianc[eé]e?),?\s?[(\[]?\Z"
)


def _aged(m: re.Match[str], here: Here) -> Said | None:
    """ "I (25F) and my husband (27M)": an age and a letter."""
    if not _PERSON.search(here.text, max(0, m.start() - 40), m.start()):
        return None
    return whole(m, f"{cardinal(int(m['a']))} {m['s'].upper()}")


def _hours(m: re.Match[str], here: Here) -> Said | None:
    """ "2h30" lasts, "19h30" is a time of day."""
    h, minutes = int(m["h"]), int(m["m"])
    clock = 24 > h > 12 or (
        h > 4 and here.before(m.start()).lower() in ("at", "from", "to", "until", "till", "by")
    )
    if clock:
        return whole(m, f"{cardinal(h)} {_two(m['m']) if minutes else 'hundred'}")
    said = f"{cardinal(h)} hour{'' if h == 1 else 's'}"
    return whole(m, f"{said} {cardinal(minutes)}" if minutes else said)


def _lasting(m: re.Match[str], here: Here) -> Said | None:
    """ "a 3:45 min video", "8:15 min/mile"."""
    minutes, seconds = int(m["m"]), int(m["s"])
    if m["per"]:
        return whole(
            m, f"{cardinal(minutes)} {_two(m['s']) if seconds else 'minutes'} per {_PACED[m['per']]}"
        )
    many = "" if attributive(here, m.start(), m.end()) else "s"
    said = f"{cardinal(minutes)} minute{many if minutes != 1 else ''}"
    if seconds:
        said += f" {cardinal(seconds)} second{many if seconds != 1 else ''}"
    return whole(m, said)


_PACED = {"mi": "mile", "mile": "mile", "km": "K", "k": "K"}


def _century(m: re.Match[str], here: Here) -> Said | None:
    """ "a 16th-c. manuscript"."""
    return whole(m, f"{ordinal(int(m['n']))} century")


def _noted(m: re.Match[str], here: Here) -> Said | None:
    """ "in 2019,2 and": the mark of a note that lost its height."""
    at = m.end("y") + 1
    return Said(((f"{year(int(m['y']), here.british)},", m.start(), at), ("", at, m.end())), m.end())


_GOES_ON = "and|but|while|which|with|when|where|as|the|a|an|it|they|we|he|she|this|that|there|according"
TRIGGERS = frozenset({"gr"})
_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
LETTERS = (
    Rule(r"yr(?<=\d[snrt][tdh]\syr)(?:\.(?=\s[a-z]))?(?![\w'’])", lambda m, h: whole(m, "year")),
    Rule(rf"(?P<m>{_SHORT})\.?\s['’‘](?P<y>\d\d)(?![\w'’]|\s?[-–])", _month),
    Rule(r"FY\s?['’]?(?:(?P<a>(?:19|20)\d\d)|(?P<c>\d\d))\s?[-–/]\s?(?P<b>\d\d)(?!\w)", _fiscal),
    Rule(r"Gr\.(?=\s?(?:1[0-2]|[1-9])(?![\w.]))", lambda m, h: whole(m, "Grade")),
)
DIGITS = (
    Rule(r"5/9/14(?=[\s-]Eyes)", lambda m, h: whole(m, "five, nine, fourteen")),  # countries that share news
    Rule(rf"(?P<y>(?:19|20)\d\d),[1-9](?=\s(?:{_GOES_ON})\b)", _noted),
    Rule(r"(?P<n>[1-4])(?P<k>[QH])\s?(?P<y>20\d\d)(?![\w-])", _part_of_a_year),
    Rule(
        rf"(?:(?P<low>{AMOUNT})\s?[-–]\s?)?(?P<a>{AMOUNT})\s?(?P<u>[mkb]ya|M[Yy]A|(?<=\d{{3}}\s)ya)(?!\w)",
        _ago,
    ),
    Rule(r"(?P<a>\d{1,3})[-\s]?y\.o\b\.?", _old),
    Rule(r"(?P<a>1[3-9]|[2-8]\d)\s?(?P<s>[MFmf])(?=[)\],]|\s?/)", _aged),
    Rule(r"(?P<h>\d{1,2})h(?P<m>[0-5]\d)(?![\w:])", _hours),
    Rule(
        r"(?P<m>\d{1,3}):(?P<s>[0-5]\d)(?:\s|-)?min(?:s|utes?)?(?:\s?/\s?(?P<per>mi|mile|km|k))?(?![\w/])",
        _lasting,
    ),
    Rule(r"(?P<n>\d{1,2})(?:st|nd|rd|th)-c(?:ent)?\.(?=\s[a-z])", _century),
)
SYMBOLS = (
    Rule(r"['’‘](?P<a>\d\d)\s?[-–]\s?['’‘](?P<b>\d\d)(?![\w'’])", _years),
    Rule(
        r"\s?[-–]\s?(?:(?<=BCE[-–])|(?<=BC[-–])|(?<=BCE\s[-–]\s)|(?<=BC\s[-–]\s))(?=(?:AD\s)?\d{1,4}(?!\w))",
        lambda m, h: whole(m, "to"),
    ),
)
