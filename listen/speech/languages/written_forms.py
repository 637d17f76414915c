"""This module says how the short forms of a language are written, and at which words its rules are tried."""

from __future__ import annotations

import re

from listen.speech.languages.traits import Language


def _short_names(pattern: str) -> set[str]:
    """Return what a pattern of short months matches: "jan|sept?" → jan, sep, sept."""
    found = set()
    for name in pattern.lower().split("|"):
        found |= {name.rstrip("?"), name[:-2]} if name.endswith("?") else {name}
    return found


def written_otherwise(units: dict[str, str]) -> dict[str, str]:
    """Units as they are written without superscripts, and the litre with its capital: "cm3", "L/100 km"."""
    plain = {unit.replace("²", "2").replace("³", "3"): said for unit, said in units.items()}
    litres = {
        re.sub("l(?=$|/)", "L", unit): said
        for unit, said in plain.items()
        if re.match(r"[mcdh]?l(?:$|/)", unit)
    }
    great = {
        unit[0].upper() + unit[1:]: said
        for unit, said in units.items()
        if unit in ("km", "kg", "km/h", "km²")
    }
    great |= {unit.replace("²", "2"): said for unit, said in great.items()}
    return plain | litres | great


def triggers_of(language: Language) -> frozenset[str]:
    """The words that look plain and are not: short forms, short months and days, what is elided, units."""
    found = {word.rstrip(".").lower() for word in language.abbreviations if " " not in word}
    found |= {k.split(" ")[0].split(".")[0].lower() for k in language.abbreviations}
    found |= {sign.rstrip(".").lower() for sign in language.currencies if sign.endswith(".")}
    found |= {"ier", "ire", "ve", "xe"} | _short_names(language.short_months)
    found |= {f"{el}{mark}{word}" for word in found for el in "ld" for mark in "'’"}
    found |= language.elided | {"km", "kg", "cm", "ha", "http", "https"}
    days = [day.lower() for day in language.weekdays]
    return frozenset(found | {*days, *(f"{a}-{b}" for a in days for b in days)})
