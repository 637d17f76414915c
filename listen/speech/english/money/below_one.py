"""This module says sums that are written unlike others: "$0.10-0.15", "£1.50p", "1.234,56 €"."""

from __future__ import annotations

from listen.speech.english.quantities.unit_names import PER_NAMES, local
from listen.speech.numbers import cardinal
from listen.speech.rules import Here, Rule, Said, whole
from listen.speech.writing import patterns as re

_HUNDREDTHS = {"$": "cents", "€": "cents", "£": "pence"}
_NAMES = {"$": ("dollar", "dollars"), "€": ("euro", "euros"), "£": ("pound", "pounds")}


def _below_one(m: re.Match[str], here: Here) -> Said | None:
    """ "$0.10-0.15/kWh": from some cents to others."""
    low, high = int(m["a"]), int(m["b"])
    if not 0 < low < high:
        return None
    per = ""
    if m["per"]:
        per = f" per {local(PER_NAMES.get(m['per'], m['per']), here.british)}"
    return whole(m, f"{cardinal(low)} to {cardinal(high)} {_HUNDREDTHS[m['s']]}{per}")


def _pence_twice(m: re.Match[str], here: Here) -> Said | None:
    """ "£1.50p": the pence are told twice."""
    pounds = int(m["a"])
    said = f"{cardinal(pounds, here.british)} pound{'' if pounds == 1 else 's'} " if pounds else ""
    return whole(m, f"{said}{cardinal(int(m['c']))}{'' if said else ' pence'}")


def _continental(m: re.Match[str], here: Here) -> Said | None:
    """ "1.234,56 €"."""
    figure = int(m["a"].replace(".", ""))
    one, many = _NAMES["€"]
    said = f"{cardinal(figure, here.british)} {one if figure == 1 else many}"
    return whole(m, said if m["c"] == "00" else f"{said} {cardinal(int(m['c']))}")


_PERS = r"kWh|kg|lb|oz|mi|mile|min|minute|GB|MB|h|hr|hour|unit|share|page|token|word|call|text|L|gal|gallon"
SYMBOLS = (
    Rule(
        rf"(?P<s>[$£€])0?\.(?P<a>\d\d)\s?[-–]\s?(?P=s)?0?\.(?P<b>\d\d)(?!\d)(?:\s?/\s?(?P<per>{_PERS})(?!\w))?",
        _below_one,
    ),
    Rule(r"£(?P<a>\d{1,4})\.(?P<c>\d\d)p(?!\w)", _pence_twice),
)


def _of_a_dollar(m: re.Match[str], here: Here) -> Said | None:
    """ "10c a litre", "a 50c piece": cents."""
    one = m["a"] == "1" or m["coin"]
    return whole(m, f"{cardinal(int(m['a']), here.british)} cent{'' if one else 's'}")


DIGITS = (
    Rule(
        r"(?P<a>\d{1,2})c(?=\s(?:an?\s(?:litre|liter|kilo|kilogram|share|minute|day|week|pound|unit|cup|can|bottle|bag|mile|kilometre)"
        r"\b|per\s|each\b|off\b|(?P<coin>pieces?|coins?)\b))",
        _of_a_dollar,
    ),
    Rule(r"2c(?<=\b[Mm]y\s2c)(?!\w)", lambda m, h: whole(m, "two cents")),  # an opinion
    Rule(r"(?P<a>\d{1,3}(?:\.\d{3}){1,3}),(?P<c>\d\d)\s?(?:€|EUR\b|euros?\b)", _continental),
)
