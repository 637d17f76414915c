"""German "ein" by the case that a preposition asks for, and ordinals before neuter nouns."""

from __future__ import annotations

import re

from listen.speech.rules import words

_DATIVE = words("mit von bei nach aus zu seit außer gegenüber in vor ab")
_ACCUSATIVE = words("für um ohne gegen durch")
_NEUTER = words(
    """
    Kind Mal Jahr Tor Spiel Haus Buch Album Semester Quartal Halbjahr Viertel Drittel Festival Konzert Rennen
    Turnier Finale Halbfinale Achtelfinale Viertelfinale Opfer Mitglied Land Stück Kapitel Werk Bild Baby Auto
    Zimmer Leben Amt Paar Gebot Gesetz Mandat Obergeschoss Untergeschoss OG UG Gleis Stockwerk Lebensjahr
    Weltkriegsjahr Gramm Kilogramm Kilo Pfund Prozent Promille Glas Team Duell Derby Jubiläum Foto Training
    """
)
_NEUTER_ENDS = (
    "chen",
    "lein",
    "ment",
    "jahr",
    "spiel",
    "buch",
    "rennen",
    "finale",
    "haus",
    "zeug",
    "turnier",
)
_MASCULINE = words(
    """
    Euro Tag Monat Mann Hund Meter Kilometer Zentimeter Millimeter Liter Cent Dollar Franken Grad Platz
    Sieg Schritt Treffer Zähler Patient Fall Toten Teil Mitarbeiter Spieler Versuch Abend Morgen Sonntag
    Montag Dienstag Mittwoch Donnerstag Freitag Samstag Gegner Prozentpunkt Hektar Fuß
    """
)
"""Nouns whose accusative has "einen"."""


def is_neuter(noun: str) -> bool:
    """Return whether a German noun is neuter, by list or ending."""
    return noun in _NEUTER or noun.endswith(_NEUTER_ENDS)


_TO_MORE = re.compile(r"\s(?:bis|oder)\s\d{1,3}\s[A-ZÄÖÜ][a-zäöüß]")


def governed_german(said: str, noun: str, before: str, behind: str) -> str:
    """Bring "ein", with which a number's words begin, to the case that the word before asks for.

    "mit" and "ein Punkt" → "einem Punkt", "nach" and "eine Stunde" → "einer Stunde".
    """
    first, blank, rest = said.partition(" ")
    if first == "eins" and (
        (rest.startswith("bis ") and (noun[:1].isupper() or rest.rpartition(" ")[2][:1].isupper()))
        or (not rest and _TO_MORE.match(behind))
    ):
        return f"ein{blank}{rest}"  # "ein bis vier Jahre"
    if before in _DATIVE:
        form = {"ein": "einem", "eine": "einer"}.get(first, first)
    elif before in _ACCUSATIVE and first == "ein" and (rest.partition(" ")[0] or noun) in _MASCULINE:
        form = "einen"
    else:
        return said
    return f"{form}{blank}{rest}"
