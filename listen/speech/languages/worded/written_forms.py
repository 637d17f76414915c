"""This module says how the short forms of a language are written, and at which words its rules are tried."""

from __future__ import annotations

from collections.abc import Callable

from listen.speech.languages.traits import Language
from listen.speech.rules import Here, Said, whole
from listen.speech.writing import patterns as re


def _short_names(pattern: str) -> set[str]:
    """Return what a pattern of short months matches: "jan|sept?" → jan, sep, sept."""
    found = set()
    for name in re.sub(r"\(\?[^()]*\)", "", pattern.lower()).split("|"):
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
    great = {unit[0].upper() + unit[1:]: said for unit, said in plain.items() if unit[:2] in ("km", "kg")}
    return plain | litres | great


def triggers_of(language: Language) -> frozenset[str]:
    """The words that look plain and are not: short forms, short months and days, what is elided, units."""
    found = {word.rstrip(".").lower() for word in language.abbreviations if " " not in word}
    found |= {k.split(" ")[0].split(".")[0].lower() for k in language.abbreviations}
    found |= {sign.rstrip(".").lower() for sign in language.currencies if sign.endswith(".")}
    found |= {"ier", "ire", "ve", "xe"} | _short_names(language.short_months)
    found |= {f"{el}{mark}{word}" for word in found for el in "ld" for mark in "'’"}
    found |= set() if language.verbs else {"ha"}
    found |= language.own_triggers | language.elided | {"km", "kg", "cm", "mm", "mq", "http", "https"}
    found.discard("a")  # before a full stop every single letter is looked at: "a. C."
    days = [day.lower() for day in language.weekdays]
    return frozenset(found | {*days, *(f"{a}-{b}" for a in days for b in days)})


def before_noun(of: str, noun: str) -> str:
    """ "of" between millions and a noun: " d'" before a consonant is " de "."""
    return f"{of[:-1]}e " if of.endswith("'") and noun[0] not in "aeiouyàâéèêëîïôûh" else of


def saying(say: Callable[[re.Match[str], Here], str]) -> Callable[[re.Match[str], Here], Said | None]:
    """Return what a rule of one language says, nothing where it finds the match not its own."""

    def said(m: re.Match[str], here: Here) -> Said | None:
        words = say(m, here)
        return whole(m, words) if words else None

    return said
