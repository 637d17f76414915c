"""Figures over figures that are no part: "83/100", "24/7", "20/40 vision", "the 10/7 attacks"."""

from __future__ import annotations

from listen.speech.english.capitals.models import is_machine
from listen.speech.english.quantities.named_figures import ROADS
from listen.speech.english.references.odds import british_odds
from listen.speech.numbers import cardinal, pairs, year
from listen.speech.rules import Here, words
from listen.speech.writing import patterns as re

_EVENTS = words(
    """
    attack attacks vote votes election elections meeting massacre bombing bombings bombers hearing hearings
    committee memo riot riots
    majority
    """
)
"""What a month and a day, or the two sides of a vote, stand before."""
_SHARES = words("vote votes majority")
"""What a share of the house may stand before: "a 2/3 majority"."""


def _is_event(m: re.Match[str], here: Here, improper: bool) -> bool:
    """ "the 10/7 attacks", "the world after 10/7": no fraction."""
    event = here.after(m.end()).lower()
    if event in _EVENTS and (improper or event not in _SHARES):
        return here.before(m.start()).lower() in ("the", "a", "an")
    return (
        improper and here.before(m.start()).lower() in ("after", "before", "post") and not here.after(m.end())
    )


_RATED = words("scored score scores rated rating rate gave give gives got marks mark out with of a an")
_RATING = re.compile(r"\b(?:rat(?:ed|ing)s?|scor(?:e|ed|es)|stars?|reviews?|marks?|verdict|out of)\b", re.I)


_OF_SO_MANY = re.compile(r"\sof\s(?:\d|an?\s|the\s)")


_GIVEN = re.compile(
    r"\b(?:[Aa]n?|(?:give[sn]?|gave|gets?|got|deserves?|earn(?:s|ed|ing)?|award(?:s|ed|ing)?)(?:\s(?:it|them|this|the\s\w{2,10}))?)"
    r"(?:\s[a-z]{4,10})?\s\Z"
)
"""Before a mark: "a 4/5", "an easy 5/5", "gave it 4/5"."""
_NO_PART = re.compile(r"(?:\s(?:on|from|in|for|at|but|and|because|out|by)\b|[,;:.!?)\"”]|\Z)")
"""Behind "a 4/5" that is a mark: no "a 4/5 majority"."""


def _is_score(m: re.Match[str], here: Here, top: int, bottom: int) -> bool:
    """Points of so many: "5/10", "83/100", "Rating: 4/5"."""
    if m["th"] or top > bottom:
        return False
    if bottom == 10:
        if _OF_SO_MANY.match(here.text, m.end()):
            return False  # 7/10 of 50
        return top != 1 or here.before(m.start()).lower() in _RATED
    if bottom == 100:
        return top >= 20 or top == 0 or here.before(m.start()).lower() in _RATED
    if bottom == 5 and m.group() == here.text.strip() and " " in m.group():
        return True
    given = top > 1 and _GIVEN.search(here.text, max(0, m.start() - 30), m.start())
    if bottom == 5 and given and _NO_PART.match(here.text, m.end()):
        return True  # earned a solid 4/5 on that site
    return bottom in (5, 20) and _RATING.search(here.text[max(0, m.start() - 40) : m.end() + 40]) is not None


_EYES = (10, 13, 15, 16, 25, 30, 32, 40, 50, 60, 70, 80, 100, 125, 150, 160, 200, 400, 800)
_SEEN = re.compile(r"\b(?:vision|eyes?|eyesight|acuity|glasses|lenses|OD|OS|Snellen|LASIK|sighted)\b")


def _is_shop(m: re.Match[str], here: Here) -> bool:
    """ "every 7/11", "7/11 shops": the chain, no part and no day."""
    before, after = here.before(m.start()).lower(), here.after(m.end()).lower()
    shop = after in ("store", "stores", "shop", "shops", "branch", "branches", "convenience")
    return shop or (before in ("a", "any", "every", "local", "nearest", "nearby") and after != "of")


def is_share(m: re.Match[str], here: Here) -> bool:
    """Return whether figures are what a share before them comes from: "94.4% (1542/1633)"."""
    return here.text[max(0, m.start() - 3) : m.start()] == "% ("


def special(a: str, b: str, m: re.Match[str], here: Here) -> str:
    top, bottom = int(a), int(b)
    if bottom > 12 and top <= bottom and is_share(m, here):
        return f"{cardinal(top, here.british)} of {cardinal(bottom, here.british)}"  # 94.4% (1542/1633)
    if _is_score(m, here, top, bottom):
        return f"{cardinal(top)} out of {cardinal(bottom)}"
    if len(a) == len(b) == 4 and here.before(m.start()).lower() in ROADS:  # GTX 1080/1070
        return f"{pairs(a)}, {pairs(b)}"
    if (
        (top, bottom) == (24, 5)
        or (top == bottom and top > 1)
        or (top + bottom == 100 and min(top, bottom) >= 5)
        or (top, bottom) in ((24, 7), (24, 6))
    ):
        return f"{cardinal(top)} {cardinal(bottom)}"
    if bottom > 12 and here.after(m.end()) in ("mg", "mcg", "µg", "g", "mL", "ml"):
        return f"{cardinal(top)}, {cardinal(bottom)}"  # an 8/90 mg tablet
    if top == 20 and bottom in _EYES and _SEEN.search(here.around(m.start(), m.end())):
        return f"twenty {cardinal(bottom)}"
    if re.fullmatch("(?:19|20)[0-9]{2}", a) and bottom > 12:  # SI 2020/350
        return f"{year(top, here.british)} {pairs(b) if len(b) > 2 else cardinal(bottom)}"
    if (top, bottom) == (7, 11) and _is_shop(m, here):
        return "seven eleven"
    if (top, bottom) in ((9, 11), (26, 11)):  # in New York, in Mumbai
        return f"{cardinal(top)} {cardinal(bottom)}"
    a_day = (top <= 12 and bottom <= 31) or (top <= 31 and bottom <= 12)
    if not m["th"] and a_day and _is_event(m, here, top > bottom):
        return f"{cardinal(top)} {cardinal(bottom)}"
    if m["th"]:
        return ""
    if len(a) > 2 and len(b) > 1 and top > bottom and is_machine(m, here):
        return f"{pairs(a)} {pairs(b) if len(b) > 2 else cardinal(bottom)}"
    if british_odds(m, here, top, bottom):
        return f"{cardinal(top)} to {cardinal(bottom)}"
    if top > bottom and (bottom > 12 or len(a) == 3):
        return f"{cardinal(top, here.british)} over {cardinal(bottom, here.british)}"
    return ""
