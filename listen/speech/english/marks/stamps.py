"""Stamps of mails, logs and files: "22:43:29 +0000", "2021-03-04T10:15:00Z", "5-Jan-20"."""

from __future__ import annotations

from listen.speech.english.months import MONTHS, day_of
from listen.speech.english.times import clock
from listen.speech.numbers import cardinal, digits, year
from listen.speech.rules import Here, Rule, Said, whole
from listen.speech.writing import patterns as re


def _stamp(m: re.Match[str], here: Here) -> Said | None:
    """Hour, minute, second, and how far from UTC."""
    said = clock(m["h"], m["m"], here.british, False)
    if m["s"]:
        part = f" point {digits(m['part'])}" if m["part"] else ""
        said += f" and {cardinal(int(m['s']))}{part} second{'' if m['s'] == '01' and not part else 's'}"
    hours, minutes = (m["zh"], m["zm"]) if m["zh"] else (m["zh2"] or "", m["zm2"] or "")
    if not hours:
        return whole(m, f"{said} zulu")
    sign = m["sign"] or m["sign2"]
    said += " U T C"
    if int(hours) or int(minutes):
        said += f" {'plus' if sign == '+' else 'minus'} {cardinal(int(hours))}"
    if int(minutes):
        said += f" {cardinal(int(minutes))}"
    return whole(m, said)


_SHORT = {name[:3]: n for n, name in enumerate(MONTHS, 1)}
_NAME = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"


def _year(text: str) -> int:
    """A year of which two figures may be all that stands: those to come are few."""
    n = int(text)
    return n if len(text) == 4 else 2000 + n if n < 40 else 1900 + n


def _filed(m: re.Match[str], here: Here) -> Said | None:
    """ "5-Jan-20", "05-JAN-2020", "4/Jul/2021"."""
    said = day_of(_SHORT[m["month"].capitalize()], int(m["day"]), here.british)
    return whole(m, f"{said}, {year(_year(m['year']), here.british)}")


def _of_a_recording(m: re.Match[str], here: Here) -> Said | None:
    """ "54:41 The next question": how far a recording has run, where a sentence begins."""
    begun = not m.start() or here.text[m.start() - 1] == "\n"
    if not begun or int(m["a"]) + int(m["b"]) == 100:
        return None  # "45:55 Split"
    if m["b"] == "00":
        return whole(m, f"{cardinal(int(m['a']))} minutes")
    return whole(m, f"{cardinal(int(m['a']))} {'oh ' if m['b'][0] == '0' else ''}{cardinal(int(m['b']))}")


DIGITS = (
    Rule(r"(?P<a>2[4-9]|[345]\d):(?P<b>[0-5]\d)(?=\s(?:[-–—]\s)?[\"“]?[A-Z])", _of_a_recording),
    Rule(
        rf"(?P<day>3[01]|[12]\d|0?[1-9])(?P<sep>[-/])(?P<month>{_NAME}|{_NAME.upper()})(?P=sep)(?P<year>(?:19|20)?\d\d)(?![\w/-])",
        _filed,
    ),
    Rule(
        r"(?P<h>[01]\d|2[0-3]):(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d)(?:\.(?P<part>\d{1,9}))?"
        r"(?:Z(?!\w)|\s?(?P<sign>[-+−])(?P<zh>0\d|1[0-4]):?(?P<zm>[0-5]\d)(?![\w:]))"
        r"|\s(?P<sign2>[-+−])(?P<zh2>0\d|1[0-4])(?P<zm2>00|30|45)(?![\w:]))",
        _stamp,
    ),
)
