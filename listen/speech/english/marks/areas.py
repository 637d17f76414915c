"""Squares and cubes of lengths without a figure: "in m²", "(cm³)"; and sizes that are multiplied."""

from __future__ import annotations

from listen.speech.english.quantities.unit_names import UNITS, local
from listen.speech.rules import Here, Rule, Said, whole, words
from listen.speech.writing import patterns as re

_ONE = words("per a each every one")
_SOME = words("in of the by many total")


def _area(m: re.Match[str], here: Here) -> Said | None:
    """ "in m²", "(m²)", "per ft2"; "m² + n²" are letters."""
    before = here.before(m.start()).lower()
    told = before in _ONE or before in _SOME
    bracketed = here.text[max(0, m.start() - 2) : m.start()] == " (" and here.text[m.end() : m.end() + 1] in (
        ")",
        "",
    )
    if not told and not bracketed and (len(m["u"]) == 1 or m["p"] in "23"):
        return None
    name = UNITS[f"{m['u']}{m['p']}"][0 if before in _ONE else 1]
    return whole(m, local(name, here.british))


_SIDES = re.compile(r"\b(?:length|width|height|depth|long|wide|high|tall|deep)\b")


def _multiplied(m: re.Match[str], here: Here) -> Said | None:
    """ "cost = hours x rate", "length x width"."""
    near = here.text[max(0, m.start() - 120) : m.end() + 120]
    if "=" in near:
        return whole(m, "times")
    return whole(m, "by") if _SIDES.search(near) else None


_EFFECT = re.compile(
    r"\s?[a-z-]{2,20}(?:\s[a-z-]{2,20}){0,2}"
    r"\s(?:interactions?|effects?|designs?|factorial|factors?|ANOVA)\b"
)


def _crossed(m: re.Match[str], here: Here) -> Said | None:
    """ "group×time interaction", "price × quantity"; a hybrid's name ("Rosa × alba") has its own word."""
    if _EFFECT.match(here.text, m.end()):
        return whole(m, "by")
    if here.before(m.start())[:1].isupper() and "=" not in here.text:
        return None
    return _multiplied(m, here) or whole(m, "times")


SYMBOLS = (Rule(r"×(?:(?<=[a-z]\s×)|(?<=[a-z]×))(?=\s?[a-z]{2})", _crossed),)
LETTERS = (
    Rule(r"(?P<u>[kcm]m|ft|in|yd|mi|m)(?P<p>[²³])(?![\w⁻])", _area),
    Rule(r"(?P<u>[kcm]m|ft|m)(?P<p>[23])(?!\w)", _area),
    Rule(r"x(?<=[a-z)]\sx)(?=\s(?!(?:in|is|and|or|of|to|not|as|on|if|for)\b)[a-z(]{2})", _multiplied),
)
