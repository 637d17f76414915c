"""This module says parts of a measure: "a 1/2 lb burger", "3/4 km"."""

from __future__ import annotations

from listen.speech.english.quantities.amounts import attributive
from listen.speech.english.quantities.unit_names import UNITS, local
from listen.speech.numbers import fraction
from listen.speech.rules import Here, Rule, Said, whole
from listen.speech.writing import patterns as re

_ARTICLE = re.compile(r"\b(?:[Aa]n?|[Ee]very|[Ee]ach|[Aa]nother|per|one)\s\Z")
_OWNER = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose|[Mm]y|[Oo]ur|[Yy]our|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s\Z"
)
_WORDS = re.compile(
    r"(?:acre|gallon|quart|pint|ounce|pound|ton|tonne|kilo|gram|kilogram|liter|litre|mile|kilometer|kilometre|meter"
    r"|metre|yard|foot|inch|cup|teaspoon|tablespoon|hour|day|week|month|year|century|decade|minute|second|mg|block)\Z"
)
_PLURALS = {"feet": "foot", "inches": "inch", "centuries": "century"}
_AN = re.compile(r"(?:[aeiou]|hour)")
PARTS_BY_SIGN = {
    "½": (1, 2),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
}
"""Top and bottom of a part that has a sign."""


def _unit(written: str, british: bool) -> str:
    """The name of one of a unit, written short or as a word."""
    low = written.lower().rstrip(".")
    word = _PLURALS.get(low, low.removesuffix("s"))
    if _WORDS.match(word) and word not in UNITS:
        return word
    return local(UNITS.get(written.rstrip("."), UNITS.get(low, (word, word)))[0], british)


def _part(top: int, bottom: int, british: bool) -> str:
    """A part that qualifies: "half", "quarter", "three quarters", "one third"."""
    return {(1, 2): "half", (1, 4): "quarter"}.get((top, bottom)) or fraction(top, bottom, british)


def _portion(m: re.Match[str], here: Here) -> Said | None:
    """ "a 1/2 lb burger", "the 3/4 mile trail", "a ¼ acre lot"; "1/2 kg", "3/4 km"."""
    top, bottom = PARTS_BY_SIGN[m["sign"]] if m["sign"] else (int(m["a"]), int(m["b"]))
    if not 0 < top < bottom:
        return None
    unit = _unit(m["u"], here.british)
    before = here.text[max(0, m.start() - 10) : m.start()]
    article = _ARTICLE.search(before)
    if m["hyphen"] or article or (_OWNER.search(before) and attributive(here, m.start(), m.end())):
        return whole(m, f"{_part(top, bottom, here.british)} {unit}")
    if not _OWN.fullmatch(m["u"]):
        return None  # said with its figures alone: "1/2 cup"
    an = "an" if _AN.match(unit) else "a"
    if (top, bottom) == (1, 2):
        return whole(m, f"half {an} {unit}")
    if top == 1:
        return whole(m, f"{fraction(top, bottom, here.british)} {unit}")
    return whole(m, f"{fraction(top, bottom, here.british)} of {an} {unit}")


_OWN = re.compile(
    r"(?:kg|km|L|ft\.?|yds?\.?|acres?|hp|ml|mL|in|kilos?|tons?|tonnes?|gallons?|quarts?|pints?|meters?|metres?)"
)
_WRITTEN = (
    r"kg|km|L|ft|in(?=\s(?:wide|thick|deep|long|tall|high)\b)|yds?|hp|ml|mL|lbs?|oz|mi|gal|pt|qt|hr|c(?=\s[a-z])|tbsp|tsp|acres?|gallons?|quarts?|pints?|ounces?|pounds?"
    r"|tons?|tonnes?|kilos?|liters?|litres?|miles?|kilomet(?:re|er)s?|yards?|foot|feet|inch(?:es)?|met(?:re|er)s?|cups?"
    r"|teaspoons?|tablespoons?|hours?|days?|weeks?|months?|years?|century|decade|minutes?|seconds?|block"
)
_PORTION = r"(?P<sign>[½¼¾⅓⅔⅛⅜⅝])|(?P<a>[1-9]\d?)/(?P<b>[2-9]|1[0-6]|32|64)"
_NOUNS = (
    r"price[ds]?|marathons?|dozen|moons?|turns?|sleeves?|lengths?|size|scale|mark|full|empty|way|court|board|pipe"
    r"|section|shell|step|terms?|century|centuries|tones?|boards?|brother|sister|portion|batch|recipe|rack|chicken|life|share|teaspoonful|view|profile|zip"
)


def _of_a_noun(m: re.Match[str], here: Here) -> Said | None:
    """ "1/2 price tickets", "a 3/4 length coat"."""
    top, bottom = PARTS_BY_SIGN[m["sign"]] if m["sign"] else (int(m["a"]), int(m["b"]))
    if bottom not in (2, 4) or not 0 < top < bottom or top == 2:
        return None
    part = "three quarter" if top == 3 else _part(top, bottom, here.british)
    return whole(m, f"{part} {m['n']}")


DIGITS = (
    Rule(
        rf"(?<![\d/])(?<!\d[-\s])(?:{_PORTION})(?:(?P<hyphen>[-‐‑])|\s)?(?P<u>{_WRITTEN})(?![^\W_]|/)\.?(?!\s?\d)",
        _portion,
    ),
    Rule(
        r"(?<![\d/])(?<!\d[-\s])1/2(?=\s(?:the|my|your|our|his|her|their|its)\s)",
        lambda m, h: whole(m, "half"),
    ),
    Rule(rf"(?<![\d/])(?<!\d[-\s])(?:{_PORTION})[-\s](?P<n>{_NOUNS})(?![\w'’])", _of_a_noun),
)
