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


_NAMED = re.compile(r"(?:(?<!\w)([^\W\d_]+)\s)?(?<!\w)((?:[A-ZÄÖÜ][\w'’-]{0,40}\s){1,5})\Z")
"""A name before its numeral, with the titles before it, and the word before these."""
_RULED_DATIVE = _DATIVE | words("unter an neben zwischen hinter vom zum zur beim am im dem samt")
_RULED_ACCUSATIVE = _ACCUSATIVE | words("über den")
_GENITIVE = words("des wegen während trotz statt")
_REIGNED = words(
    """
    Karl Ludwig Friedrich Wilhelm Heinrich Otto Philipp Leopold Konrad Georg Eduard Gustav Christian Albrecht
    Ferdinand Joseph Rudolf Rainer Benedikt Paul Johann Juan Katharina Elisabeth Maria Margarethe Victoria
    Peter
    Alexander Napoleon August Ernst Ramses Harald Harold Humbert Otto Wenzel Felipe Abdullah
    """
)
"""Names whose genitive has an s: "Karls des Fünften"."""


def case_of_name(before: str, woman: bool) -> str:
    """The article of a numeral behind a name, in the name's case: "von Karl " → "dem", "Karls " → "des"."""
    found = _NAMED.search(before)
    if not found:
        return "die" if woman else "der"
    name = found[2].split()
    first = (found[1] or "").lower() or (name[0].lower() if len(name) > 1 else "")
    if first in _GENITIVE or (name[-1].removesuffix("s") in _REIGNED and name[-1] not in _REIGNED):
        return "der" if woman else "des"
    if first in _RULED_DATIVE:
        return "der" if woman else "dem"
    if first in _RULED_ACCUSATIVE:
        return "die" if woman else "den"
    return "die" if woman else "der"


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
    elif (
        before in _ACCUSATIVE
        and first == "ein"
        and (rest.partition(" ")[0] or noun).rpartition("-")[2] in _MASCULINE
    ):
        form = "einen"
    else:
        return said
    return f"{form}{blank}{rest}"
