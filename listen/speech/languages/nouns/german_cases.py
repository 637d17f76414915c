"""German "ein" by the case that a preposition asks for, and ordinals before neuter nouns."""

from __future__ import annotations

from listen.speech.rules import words
from listen.speech.writing import patterns as re

_DATIVE = words("mit von bei nach aus zu seit außer gegenüber in vor ab")
_ACCUSATIVE = words("für um ohne gegen durch auf über")
_NEUTER = words(
    """
    Jh Jhdt Jahrhundert Jahrtausend Jahrzehnt Kind Mal Jahr Tor Spiel Haus Buch Album Semester Quartal
    Halbjahr Viertel Drittel Festival Konzert Rennen
    Turnier Finale Halbfinale Achtelfinale Viertelfinale Opfer Mitglied Land Stück Kapitel Werk Bild Baby Auto
    Treffen Essen Verfahren Unternehmen Vorhaben Abkommen Wochenende Ziel Problem Projekt Programm Modell
    System
    Thema Ergebnis Ereignis Verbot Gericht Gespräch Hotel Restaurant Kino Lied Paket Ticket Gebäude Gemälde
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
    "um",
    "tum",
    "projekt",
    "programm",
    "gericht",
    "treffen",
    "gebiet",
    "land",
)
_MASCULINE = words(
    """
    Euro Tag Monat Mann Hund Meter Kilometer Zentimeter Millimeter Liter Cent Dollar Franken Grad Platz
    Sieg Schritt Treffer Zähler Patient Fall Toten Teil Mitarbeiter Spieler Versuch Abend Morgen Sonntag
    Montag Dienstag Mittwoch Donnerstag Freitag Samstag Gegner Prozentpunkt Hektar Fuß Punkt Sohn Bruder
    Vater Schüler Lehrer Beamten Besucher Einwohner Bewohner Gast Nutzer Wähler
    Zuschauer Arbeiter Zentner Teelöffel Esslöffel Becher Sack Eimer Stein Baum Apfel Ball Titel Satz Block
    Ordner Koffer Brief Film Song Text Vertrag Antrag Auftrag Unfall Anruf Raum Sitz Stuhl Tisch Wagen Bus Zug
    Lkw Pkw Lastkraftwagen Personenkraftwagen Computer Rechner Fernseher Ring Freund Partner Nachbar
    Verletzten Jungen Polizisten Soldaten Kunden Nachbarn Patienten Strafpunkt Elfmeter Wechsel Pokal Preis
    Plan Grund Hinweis Fehler Fund Anteil Rappen Rubel Yen Zoll
    Quadratmeter Kubikmeter Quadratkilometer Knoten Streifen Vorschlag Vorsprung Rückstand Urlaubstag Werktag
    Arbeitstag Feiertag Stab Stern Kreis Teller Topf Bund Schuss Spritzer Löffel Tropfen Würfel Vertreter
    Sprecher
    """
)
"""Nouns whose accusative has "einen"."""
_TAKES = re.compile(
    r"(?:kostet|zahl|dauer|verdien|verlor|verlier|gewann|gewinn|bekomm|bekam|erh[aä]lt|erhielt|brauch|wieg|wog"
    r"|(?:ver)?kauf|spende|biete|erziel|holt|schaff|beträg|betrug|w[äu]chs|hab|hat|forder|fand|find|verlang)"
    r"(?:t|te|ten|st|e|en|n|et|s)?\Z|(?:hatte|hatten|haben|gibt|gab|misst|sah|traf|trifft|kosten|kostete)\Z"
)
"""Verbs whose object is counted: "kostet 1 Euro" is "kostet einen Euro"."""
_PASSED = words(
    """
    nur noch etwa rund fast knapp gut genau mindestens höchstens gerade lediglich auch je jeweils zirka circa
    ungefähr einmal
    """
)
_PASSED_OVER = re.compile(rf"(?<!\w)(\w+)\s(?:(?:{'|'.join(sorted(_PASSED))})\s){{1,3}}\Z")
"""The word that has the case, before others that have none: "für nur noch 1 Euro"."""
_PRICED = re.compile(
    r"(?<!\w)(?:kostete?n?|koste|zahl\w{0,3}|bezahl\w{0,3}|gibt es (?:für|um))\s[^.;:!?]{0,80}\Z"
)
_SUBJECT = re.compile(r"\s(?:ist|war|wäre|reicht|genügt|wird|wurde|geht|fließt|bleibt|bleiben)(?!\w)")
"""Behind what is no object: "1 Euro ist viel"."""
_COINS = ("Euro", "Dollar", "Franken", "Cent", "Rappen")
"""What things cost: "Das Ticket kostet 49 Euro, für Kinder 1 Euro"."""
_MEASURES = re.compile(
    r"\s(?:hoch|lang|breit|tief|dick|groß|alt|weit|entfernt|später|früher|zuvor|davor|danach|mehr|weniger"
    r"|zu viel|teurer|billiger|höher|größer|kleiner|kürzer|länger)(?!\w)"
)
"""Behind a measure in the accusative: "1 Meter hoch", "1 Tag später"."""


def is_neuter(noun: str) -> bool:
    """Return whether a German noun is neuter, by list or ending."""
    return noun in _NEUTER or noun.endswith(_NEUTER_ENDS)


_TO_MORE = re.compile(r"\s(?:bis|oder)\s\d{1,3}\s[A-ZÄÖÜ][a-zäöüß]")


def _measured(rest: str, noun: str, behind: str) -> bool:
    """Return whether a measure stands before a quality: "1 Meter hoch"."""
    return _MEASURES.match(behind if rest else behind.lstrip().removeprefix(noun)) is not None


def governed_german(said: str, noun: str, before: str, behind: str, earlier: str = "") -> str:
    """Bring "ein", with which a number's words begin, to the case that the word before asks for.

    "mit" and "ein Punkt" → "einem Punkt", "nach" and "eine Stunde" → "einer Stunde".
    """
    first, blank, rest = said.partition(" ")
    if first == "eins" and (
        (rest.startswith("bis ") and (noun[:1].isupper() or rest.rpartition(" ")[2][:1].isupper()))
        or (not rest and _TO_MORE.match(behind))
    ):
        return f"ein{blank}{rest}"  # "ein bis vier Jahre"
    if before in _PASSED:
        told = _PASSED_OVER.search(earlier)
        before = told[1].lower() if told else before  # "für nur 1 Euro"
    if before in _DATIVE:
        form = {"ein": "einem", "eine": "einer"}.get(first, first)
    elif (
        first == "ein"
        and (rest.partition(" ")[0] or noun).rpartition("-")[2] in _MASCULINE
        and (
            before in _ACCUSATIVE
            or _TAKES.match(before)
            or _measured(rest, noun, behind)
            or (
                (rest or noun).startswith(_COINS)
                and _PRICED.search(earlier) is not None
                and not _SUBJECT.match(behind)
            )
        )
    ):
        form = "einen"
    else:
        return said
    return f"{form}{blank}{rest}"
