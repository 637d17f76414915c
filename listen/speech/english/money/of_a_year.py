"""Money told by what it was worth in a year: "in 2013 dollars", "constant 2005 U.S. dollars"."""

from __future__ import annotations

from listen.speech.numbers import year
from listen.speech.rules import Here, Rule, Said, whole, words
from listen.speech.writing import patterns as re

_BEFORE = words("in into to constant real today's using adjusted inflation-adjusted")
_SUM = re.compile(
    r"\b(?:paid|pays?|payments?|fees|fines|savings|prizes|damages|cost|costs|worth|br(?:ings?|inging|ought)|t(?:akes?|aking|ook)|raked|rakes?"
    r"|pulled|puts?|chipped|pitched|drew|earned|rose|fell)\s(?:\w+\s)?in\s\Z"
)
"""Before a sum: "paid in 2000 dollars"."""
_ADJUSTED = re.compile(
    r"\b(?:adjust|convert|translat|inflat|deflat|index|equat|equivalent)\w{0,4}\s[\w\s$€£,.%]{0,40}\Z", re.I
)
"""Before the money of a year that a sum is turned "to" or "into"."""


def _worth(m: re.Match[str], here: Here) -> Said | None:
    before = here.before(m.start()).lower()
    if before not in _BEFORE:
        return None
    if before in ("to", "into") and not _ADJUSTED.search(here.text, max(0, m.start() - 60), m.start()):
        return None  # it rose to 1950 euros
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
