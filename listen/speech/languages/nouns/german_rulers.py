"""The case in which a ruler stands, and with it the numeral: "besiegte Karl V." is "den fünften"."""

from __future__ import annotations

from listen.speech.rules import words
from listen.speech.writing import patterns as re

_NAMED = re.compile(r"(?:(?<!\w)([^\W\d_]+)\s)?(?<!\w)((?:[A-ZÄÖÜÉ][\w'’-]{0,40}\s){1,5})\Z")
"""A name before its numeral, with the titles before it, and the word before these."""
_DATIVE = words(
    """
    mit von bei nach aus zu seit außer gegenüber in vor ab unter an neben zwischen hinter vom zum zur
    beim am im
    dem samt einem seinem ihrem dank laut
    """
)
_ACCUSATIVE = words("für um ohne gegen durch über den auf wider")
_GENITIVE = words("des wegen während trotz statt")
_REIGNED = words(
    """
    Karl Ludwig Friedrich Wilhelm Heinrich Otto Philipp Leopold Konrad Georg Eduard Gustav Christian Albrecht
    Ferdinand Joseph Rudolf Rainer Benedikt Paul Johann Juan Katharina Elisabeth Maria Margarethe Victoria
    Peter Charles Leo Albert Willem Nikolaus Richard Carlos Harald Gregor Klemens Urban Innozenz Viktor
    Umberto
    Alexander Napoleon August Ernst Ramses Harold Humbert Wenzel Felipe Abdullah
    """
)
"""Names whose genitive has an s: "Karls des Fünften"."""
_OBJECT = re.compile(
    r"(?:besieg|krön|traf|treff|empf[aiä]ng|stürz|(?:er)?mord|tötet|(?:ge)?heirat|beerb|(?:ver)?ehr|kritisier|lobt|zitier"
    r"|begleit|unterstütz|besuch|(?:ge)?lieb|begrüß|würdig|porträtier|malt|verkörper|vertr[ie]{1,2}b|exkommunizier"
    r"|überred|überzeug|warn|bezw[ai]ng|belager|ernannt|nannt|nenn|kannt|kenn|hass|zw[ai]ng|sah|sieh|fand|vertr[ai]t|verlor"
    r"|überleb|unterwarf|bekämpf|verbannt|entmacht|inspirier|beeinfluss|rettet|schätz|bewunder|verspott|wählt"
    r"|beschuldig|befrag|beriet|verteidig|bedroh|erkannt|spielt|zeig|stell|schlug|löst|setzt|holt|hör|erinner|interview"
    r"|würdigt|feier|bat|bitte|sprach|erzog|rief|ruft|bring|bracht|beauftrag|vertei|ersetz|beschreib|beschrieb)\w{0,4}\Z"
)
"""Verbs behind which a ruler is their object, if their subject stands before them."""
_GIVEN = re.compile(
    r"(?:folg|dien|half|helf|gehorch|gratulier|widersprach|widersprech|begegne|schenk|verdank|überreich|glich|huldig)"
    r"\w{0,4}\Z"
)
"""Verbs whose object is a dative."""
_PRONOUNS = words("er man ich wir")
"""Subjects: a ruler behind them is none."""
_FRONT = words(
    """
    in im am an auf bei beim nach vor seit während zu zum zur unter über für mit aus von vom um bis ab
    durch gegen
    dann dort da hier danach darauf daraufhin später schließlich zuletzt zunächst erst so nun jetzt heute
    gestern
    damals auch bald wieder trotzdem dennoch deshalb daher dabei dafür zugleich gleichzeitig inzwischen
    wo wann wie
    warum einst als wenn dass weil ob obwohl nachdem und oder aber doch noch schon nie niemals hierauf
    """
)
"""Words behind whose clause the verb comes before its subject: "Dort traf Ludwig XIV. ihn"."""
_AND = words("und oder sowie")
_ROW = re.compile(r"\s[IVX]{1,5}\.?\s?\Z")
"""The numeral of another ruler, before "und"."""
_CLAUSE = re.compile(r"(?:(?<![IVX])\.|[,;:!?–—(„“»«])\s?")


def _of(article: str, woman: bool) -> str:
    """Return a man's article for a woman in the same case."""
    return {"der": "die", "den": "die"}.get(article, "der") if woman else article


def case_of_name(before: str, woman: bool) -> str:
    """The article of a numeral behind a name, in the name's case.

    "von Karl " → "dem", "Karls " → "des", "Er besiegte Karl " → "den".
    """
    found = _NAMED.search(before)
    subject = "die" if woman else "der"
    if not found:
        return subject
    name = found[2].split()
    first = (found[1] or "").lower() or (name[0].lower() if len(name) > 1 else "")
    if first in _AND and (row := _ROW.search(before, 0, found.start())):
        return _of(case_of_name(before[: row.start() + 1], False), woman)  # "unter Ludwig I. und Otto II."
    if first in _GENITIVE or (name[-1].removesuffix("s") in _REIGNED and name[-1] not in _REIGNED):
        return "der" if woman else "des"
    if first in _DATIVE:
        return "der" if woman else "dem"
    if first in _ACCUSATIVE:
        return "die" if woman else "den"
    if first in _PRONOUNS:
        return "die" if woman else "den"  # "dann besiegte er Karl V."
    takes, given = _OBJECT.match(first), _GIVEN.match(first)
    if not (takes or given):
        return subject
    clause = _CLAUSE.split(before[: found.start()])[-1].split()
    if not clause or clause[0].lower() in _FRONT:
        return subject
    return ("der" if woman else "dem") if given else ("die" if woman else "den")
