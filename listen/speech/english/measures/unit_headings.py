"""This module says a unit that stands in brackets behind what it measures: "Range (mi)", "Time (min)"."""

from __future__ import annotations

from listen.speech.english.quantities.amounts import qualifies
from listen.speech.english.quantities.unit_names import UNITS, local
from listen.speech.rules import Here, Rule, Said, table, whole
from listen.speech.writing import patterns as re

_MEASURED = re.compile(
    r"\b(?:range|weight|length|width|height|depth|thickness|diameter|radius|size|distance|area|perimeter|elevation|altitude"
    r"|time|duration|runtime|age|period|delay|latency|speed|velocity|pace|rate|temp|temperature|volume|capacity|flow"
    r"|energy|power|output|input|consumption|voltage|current|resistance|frequency|pressure|force|torque|load|mass|dose|dosage"
    r"|storage|memory|RAM|bandwidth|noise|level|wingspan|mileage|depths?|amount|quantity|yield|serving|concentration"
    r"|dimensions|clearance|reach|stack|drop|travel|wheelbase|lengths|heights|widths|weights|times)\s\(\Z",
    re.I,
)
_SHORT = table(
    """
    m=metres | g=grams | s=seconds | L=litres | l=litres | W=watts | V=volts | A=amps | h=hours | N=newtons |
    J=joules | K=kelvin | F=Fahrenheit | C=Celsius | °C=degrees Celsius | °F=degrees Fahrenheit |
    sq ft=square feet | sq. ft=square feet | Sq Ft=square feet | Sq. Ft=square feet | SQ FT=square feet |
    Ft=feet | In=inches | Lbs=pounds | Gal=gallons | Oz=ounces | Hrs=hours | Mi=miles |
    GB=gigabytes | MB=megabytes | TB=terabytes | y=years | d=days
    """
)
_TEMPERATURES = re.compile(r"\btemp(?:erature)?s?\s\(\Z", re.I)


def _unit(m: re.Match[str], here: Here) -> Said | None:
    """ "Weight (lb)", "Width (in.)"."""
    if not _MEASURED.search(here.text, max(0, m.start() - 16), m.start()):
        return None
    written = m["u"]
    if written in ("F", "C", "K") and not _TEMPERATURES.search(here.text, max(0, m.start() - 16), m.start()):
        return None
    name = _SHORT.get(written) or UNITS[written][1]
    return whole(m, local(name, here.british))


def _inches(m: re.Match[str], here: Here) -> Said | None:
    """ "Width (in)"."""
    told = _MEASURED.search(here.text, max(0, m.start() - 16), m.start() + 1)
    return whole(m, ", inches,") if told else None


_UNITS = "|".join(
    re.escape(unit)
    for unit in sorted(sorted({*_SHORT, *(u for u in UNITS if len(u) > 1)}), key=len, reverse=True)
    if unit.isascii()
)


def _square_feet(m: re.Match[str], here: Here) -> Said | None:
    """ "1,200 Sq. Ft.", "per Sq. Ft.", "a 500 Sq. Ft. home"."""
    counted = here.before(m.start())[-1:].isdecimal() and here.after(m.end())[:1].islower()
    per = (
        here.before(m.start()).lower() == "per" or here.text[max(0, m.start() - 2) : m.start()].strip() == "/"
    )
    return whole(m, "square foot" if per or (counted and qualifies(here, m.end())) else "square feet")


LETTERS = (
    Rule(rf"(?<=\()(?P<u>{_UNITS})\.?(?=\))", _unit),
    Rule(r"S(?:q|Q)\.?\s?(?:Ft|FT)(?!\w)(?:\.(?=\s[a-z|\d]|[,;:)|]|\s\|))?", _square_feet),
)
SYMBOLS = (
    Rule(r"(?P<u>°[CF])(?<=\(°[CF])(?=\))", _unit),
    Rule(r"\(in\)(?<=[A-Za-z]\s....)", _inches),
)
