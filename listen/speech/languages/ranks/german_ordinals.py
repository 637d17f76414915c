"""German ordinals: their ending by what stands before and behind, years, and numerals of rulers."""

from __future__ import annotations

from listen.speech.languages.counting import german, worded
from listen.speech.languages.counting_more import agree_german
from listen.speech.languages.nouns.german_cases import is_neuter
from listen.speech.languages.nouns.german_rulers import case_of_name
from listen.speech.rules import Here, listed, words
from listen.speech.writing import patterns as re

_STEMS = listed(
    """
    nullt erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt
    fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst einundzwanzigst zweiundzwanzigst
    dreiundzwanzigst vierundzwanzigst fünfundzwanzigst sechsundzwanzigst siebenundzwanzigst
    achtundzwanzigst neunundzwanzigst dreißigst einunddreißigst
    """
)
_DATIVE = frozenset(
    [
        "in",
        "an",
        "auf",
        "aus",
        "bei",
        "mit",
        "nach",
        "seit",
        "von",
        "vor",
        "zu",
        "ab",
        "unter",
        "während",
        "innerhalb",
    ]
)
_BECOMES = ("wurde", "wird", "werde", "war", "als", "er", "sie", "bleibt", "blieb")
"""Before a place in a contest: "er wurde 3."."""
_NOMINATIVE = words(
    """
    der die das eine seine ihre meine unsere keine diese jede dieses jedes
    ins ans aufs fürs ums durchs übers unters vors hinters
    """
)
_PLAIN_DATIVE = "mit …"
"""Stands for a preposition before an ordinal without an article; the ending follows: "in zweiter Instanz"."""
_STARTERS = words(
    """
    Der Die Das Den Dem Des Ein Eine Einen Einem Einer Es Er Sie Wir Ihr Ich Man Und Oder Aber Doch Denn
    Dann Danach
    Da Dabei Dazu Dafür Damit Dort Hier Heute Morgen Gestern Nun Jetzt So Auch Nur Noch Schon Im In Am An
    Auf Aus
    Bei Beim Mit Nach Von Vom Vor Zu Zum Zur Für Um Über Unter Als Wenn Weil Ob Dass Während Seit Bis Wer
    Was Wie
    Wo Wann Warum Alle Viele Einige Manche Keiner Kein Keine Nicht Dieser Diese Dieses Sein Seine Ihre
    Insgesamt
    Ungefähr Rund Etwa Knapp Fast Zwar Sogar Gerade Genau Mehr Weniger Laut Dank Trotz Wegen Gegen Ohne Durch
    Anschließend Zuletzt Zuvor Trotzdem Allerdings Außerdem Zudem Derzeit Später Inzwischen
    """
)
"""Words with a capital that begin a sentence, and stand behind no ordinal."""
_NEUTER = "ein …es"
"""Stands for "ein", "sein", "ihr" before a neuter noun: "ihr drittes Kind"."""
_ASKS = words(
    """
    der die das am im zum vom beim dem den des einem ein ihr sein ihrem seinem zur einer seit
    ab bis jeden jede mein dein unser euer kein
    eine seine ihre meine unsere keine diese seiner ihrer meiner unserer dieser jeder
    ins ans aufs fürs ums durchs übers unters vors hinters einen
    seines ihres dieses jedes seinen ihren meinen diesen diesem jedem
    """
)
"""Words behind which figures with a full stop are an ordinal, whatever comes."""


def inflected(number: int, before: str) -> str:
    ending = (
        "es"
        if before == _NEUTER
        else "e"
        if before in _NOMINATIVE
        else "er"
        if before == "" or before in _POSSESSED
        else "en"
    )
    return stem(number) + ending


def stem(number: int) -> str:
    """The ordinal without its ending: "dritt", "neunzigst", "hundertst"."""
    if number < len(_STEMS):
        return _STEMS[number]
    head, rest = divmod(number, 100)
    if head and 0 < rest < 20:
        return f"{german(head * 100)}{_STEMS[rest]}"
    return f"{german(number).replace(' ', '')}st"


def ordinal(number: str, mark: str, before: str) -> str:
    if mark in ("er", "ern"):  # die 1960er Jahre
        if len(number) > 4:
            return ""
        return f"{worded(german_year(int(number)), german)}{mark}"
    if len(number) > 3:
        return ""
    if before.startswith(_PLAIN_DATIVE):  # "in zweiter Instanz"
        return stem(int(number)) + before.removeprefix(_PLAIN_DATIVE)
    if before in _BECOMES:
        return stem(int(number)) + ("e" if before == "sie" else "er")
    if (not mark or mark == "ª") and before[:1].isupper():  # Ludwig XIV.
        return f"{'die' if mark else 'der'} {inflected(int(number), 'der')}"
    return inflected(int(number), before) if before in _ASKS or before == _NEUTER else ""


def german_year(n: int) -> str:
    """1999 is "19 hundert 99"; from 2000 on it is a number like any other."""
    if not 1100 <= n < 2000:
        return str(n)
    return f"{n // 100} hundert {n % 100}" if n % 100 else f"{n // 100} hundert"


_OF_CENTURY = r"\b(?:[dD]es|[dD]ieses|jenes|Anfang|Ende|Mitte|Beginn)\s(?:\w+en\s)?\d{1,2}\.\s\Z"
"""Before a century in the genitive."""
_RANKED = re.compile(
    r"\d{1,3}\.\s(?:[a-zäöüß]{2,20}\s){0,2}"
    r"(?:(?P<he>Platz|Rang|Stadtteil|Advent|Weihnachtstag|Weihnachtsfeiertag|Kreuzzug|Durchgang|Wahlgang|Bezirk|Preis|Tag|Spieltag|Satz|Akt|Geburtstag|Jahrestag|Stock|Versuch)|Runde|KW|Kalenderwoche|Spielminute|Generation|Ausgabe|Saison|Lesung|Instanz|Etage|Halbzeit|Sitzung|Nacht|Welle|Phase|Reihe|Mannschaft|Sinfonie|Symphonie|Etappe|Minute|Auflage|Klasse|Liga|Staffel|Folge|Woche)(?!\w)"
)
"""An ordinal by itself, and the gender of what it counts: "12 Tore, 7. Platz"."""
_PLACE_IN_ROW = re.compile(r"\d{1,3}\.,")
_COUNTED = re.compile(r"\d{1,3}\.\s(\w{2,40})")
_POSSESSED = words("ein kein mein dein sein ihr unser euer")
_DESCRIBED = re.compile(
    r"\b(?:[dD](?:er|ie|as|en|em|es)|(?:k?ein|mein|sein|ihr|unser)[emnr]{0,2})\s(?:\w{2,12}\s\w{2,20}\s)?"
    r"[a-zäöüß]{3,30}e(n?)\s\Z"
)
"""An article and an adjective before an ordinal, whose ending it takes: "die für Mai geplante 19. WM"."""
_ORDINAL_BEFORE = re.compile(r"(?:\A|\s)(\d{1,3})\.(?:,|\s(?:und|oder|bis))\s\Z")
_MOST_ORDINALS = 8
_CLOSED = re.compile(r"\d{1,3}\.\Z")
_PLACED = words("wurde wurden wird bleibt blieb")
_CLOSING = words("seinen ihren meinen unseren deinen") | words("am dem zum vom beim im")
"""Words behind which figures and a full stop at the very end are an ordinal."""


def monarch(n: int, woman: bool, before: str) -> str:
    """ "von Karl V." → "dem fünften"."""
    article = case_of_name(before, woman)
    ending = "e" if article == ("die" if woman else "der") else "en"
    return f"{article} {stem(n)}{ending}"


_RANKED_WORKS = words(
    """
    Sinfonie Symphonie Roman Film Buch Album Konzert Sonate Oper Tor Saison Sieg Titel Geburtstag
    Todestag Amtszeit
    Kind Frau Ehe Werk Satz Platz Rede Spiel Treffer Band Versuch Rennen Start Treffen Niederlage Jahr
    Tag Mann Sohn
    Tochter Lied Stück Auftritt Länderspiel Einsatz Regierung Kabinett Reise Besuch Wahl
    """
)
"""Nouns that somebody has in a row: none begins a sentence behind a number."""
_OWNED = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{3,20}s\Z(?<!haus)(?<!leis)(?<!reis)(?<!lass)(?<!Haus)(?<!nuss)")
"""A name in the genitive: "Beethovens 5. Sinfonie"."""


def _of_owner(noun: str, before: str) -> str:
    """Return what stands for the inflection of an ordinal behind somebody's name."""
    feminine = agree_german("eins", noun) == "eine"
    if before in _DATIVE:
        return _PLAIN_DATIVE + ("er" if feminine else "em")
    if feminine:
        return "die"
    return _NEUTER if is_neuter(noun) else "ein"


def before_ordinal(here: Here, at: int) -> str:
    """The word before a place; "der" behind a preposition is the feminine dative."""
    for _ in range(_MOST_ORDINALS):  # "den 2., 3. und 4. Platz": what stands before the first of them
        earlier = _ORDINAL_BEFORE.search(here.text, max(0, at - 12), at)
        if not earlier:
            break
        at = earlier.start(1)
    written = here.before(at)
    word = written.lower()
    if word not in _CLOSING and word not in _PLACED and _CLOSED.match(here.text, at):
        return "…"  # "Nehmen Sie die 13."
    if at and here.text[at - 1] in "([":
        word = written = ""  # "Nikolai (13. Jh.)"
    if written != word and word not in (*_ASKS, *_BECOMES, *_DATIVE):
        named = _OWNED.match(written) and _COUNTED.match(here.text, at)
        if named and named[1] in _RANKED_WORKS:
            return _of_owner(named[1], here.before(here.text.rfind(written, 0, at)).lower())
        return written  # a noun: "Nummer 7. Trainer war …"
    counted = _COUNTED.match(here.text, at) if word in _DATIVE else None
    if counted and counted[1][:1].isupper() and word not in ("während", "innerhalb"):
        if counted[1] in _STARTERS:
            return "…"  # "auf 5. Danach"
        feminine = agree_german("eins", counted[1]) == "eine" or counted[1].endswith("anz")
        return _PLAIN_DATIVE + ("er" if feminine else "em")
    if word in ("auf", "vor", "mit", "von", "zwischen"):
        return "den"
    described = _DESCRIBED.search(here.text, max(0, at - 60), at)
    if described:
        return "den" if described[1] else "die"
    if word in ("bleibt", "blieb", "als"):
        counted = _COUNTED.match(here.text, at)
        if counted and counted[1].endswith(("in", "e", "frau", "Frau")):
            return "die"
    if (
        word in ("die", "das", "eine")
        and (counted := _COUNTED.match(here.text, at))
        and counted[1] in _STARTERS
    ):
        return "…"  # "die 11. Die 3 ist frei."
    if word == "ist" and _PLACE_IN_ROW.match(here.text, at):
        return "sie" if re.search(r"(?<!\w)[sS]ie\sist\s\Z", here.text[max(0, at - 12) : at]) else "wurde"
    counted = _COUNTED.match(here.text, at) if word in _POSSESSED or not word else None
    if counted and is_neuter(counted[1]):
        return _NEUTER
    ranked = None if word else _RANKED.match(here.text, at)
    if ranked:
        return "ein" if ranked["he"] else "die"
    if (
        word in ("der", "dieser", "jeder")
        and here.before(here.text.rfind(word, 0, at) if word in here.text[:at] else at).lower() in _DATIVE
    ):
        return "einer"
    return "der" if word in ("dieser", "jeder") else word
