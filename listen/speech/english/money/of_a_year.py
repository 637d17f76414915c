"""Money told by what it was worth in a year: "in 2013 dollars", "constant 2005 U.S. dollars"."""

from __future__ import annotations

from listen.speech.numbers import year
from listen.speech.rules import Here, Rule, Said, whole, words
from listen.speech.writing import patterns as re

_BEFORE = words("in into to constant real today's using adjusted inflation-adjusted")
_SUM = re.compile(
    r"\b(?:paid|pays?|payments?|fees|fines|savings|prizes|damages|cost|costs|worth)\s(?:\w+\s)?in\s\Z"
)
"""Before a sum: "paid in 2000 dollars"."""


def _worth(m: re.Match[str], here: Here) -> Said | None:
    if here.before(m.start()).lower() not in _BEFORE:
        return None
    if _SUM.search(here.text, max(0, m.start() - 30), m.start()):
        return None
    return whole(m, year(int(m["y"]), here.british))


DIGITS = (
    Rule(
        r"(?P<y>19[1-9]\d|20[0-4]\d)(?=\s(?:(?:U\.?S\.?|Canadian|Australian|constant|real)\s)?(?:dollars|euros|prices)\b"
        r"(?!\s(?:of|and|worth|for|per|each)\b))",
        _worth,
    ),
)
