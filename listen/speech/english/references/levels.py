"""Several of a kind by their numbers: "grade 2/3", "Years 10/11", "Windows 7/8/10", "15M/15F", "seat 14K"."""

from __future__ import annotations

from listen.speech.numbers import cardinal, digits, pairs
from listen.speech.rules import Here, Rule, Said, whole, words
from listen.speech.writing import patterns as re

_BOTH = words(
    """
    grades types phases stages series levels years yrs classes forms tiers categories groups schedules
    platforms lots rooms seasons books chapters
    windows win ios android python iphone galaxy office macos ps ipad php java
    """
)
"""Before figures that all are meant by: "Years 10/11", "Windows 7/8/10"."""
_CASED = words("windows win ios android iphone galaxy office macos ps ipad")
_NOT = words("of out mile miles inch inches hour hours cup cups")
"""Behind a part of a whole: "lots 1/2 mile away"."""
_PIECES = words("bed beds bedroom bedrooms days nights weeks months times")
"""What there may be a few of: "a 2/3 bed flat", "3/4 times a week"."""


def _levels(m: re.Match[str], here: Here) -> Said | None:
    """Say the numbers as a list; a part of a whole is not behind such a word."""
    figures = [int(n) for n in m.group().split("/")]
    written = here.before(m.start())
    before = written.lower()
    if figures != sorted(set(figures)) or figures[-1] > 20 or before not in _BOTH:
        return None
    part = len(figures) == 2 and here.after(m.end()).lower() in _NOT
    if part or (before in _CASED and written == before):
        return None
    *head, last = (cardinal(n) for n in figures)
    return whole(m, f"{', '.join(head)} and {last}")


_PLACES = re.compile(
    r"\b(?:runways?|gates?|seats?|rows?|rooms?|rte\.?|routes?|exits?|platforms?|bays?|piers?"
    r"|stands?|berths?|flats?|apartments?|apt\.?|units?|suites?|doors?|lots?|halls?|coach|carriages?|bus(?:es)?|trams?|sections?"
    r"|zones?|aisles?|lockers?|tables?|taxiways?|terminals?|pumps?|courts?|cells?|wards?|studios?|stops?|cabins?)\s"
    r"(?:\d{1,3}[A-Z]?(?:,\s|\s(?:and|or|to|&)\s|[-–/])){0,3}\Z",
    re.I,
)


def _place(m: re.Match[str], here: Here) -> Said | None:
    """ "runway 27L", "gates 9W and 12C": a place by a number and a letter, no litres and no watts."""
    if not _PLACES.search(here.text, max(0, m.start() - 40), m.start()):
        return None
    return whole(m, f"{pairs(m['n'])} {m['letter']}")


def _half(m: re.Match[str], here: Here) -> Said | None:
    """ "a 1/2 marathon", "1/2 price": a word of its own with half."""
    return whole(m, "half")


def _few(m: re.Match[str], here: Here) -> Said | None:
    """ "4/5 bedrooms", "3/4 times a week": one or the other."""
    a, b = int(m["a"]), int(m["b"])
    if b != a + 1 or a < 2 or m["w"].lower() not in _PIECES:
        return None
    return whole(m, f"{cardinal(a)} or {cardinal(b)}")


def _sexes(m: re.Match[str], here: Here) -> Said | None:
    """ "15M/15F": so many men and women."""
    names = {"M": "male", "F": "female"}
    if m["x"] == m["y"]:
        return None
    a, b = (f"{cardinal(int(m[n]))} {names[m[x]]}" for n, x in (("a", "x"), ("b", "y")))
    return whole(m, f"{a}, {b}")


def _virus(m: re.Match[str], here: Here) -> Said | None:
    """ "HPV-16/18", "PS4/5": two of what has a number."""
    if m["w"][-1] == "Y":
        return None  # the year FY20/21
    return whole(m, f"{' '.join(m['w'])} {cardinal(int(m['a']))} and {cardinal(int(m['b']))}")


def _reference(m: re.Match[str], here: Here) -> Said | None:
    """ "ABC/123/24": a file's or a job's, by its figures."""
    groups = (digits(g) if g.isdecimal() else " ".join(g) for g in m.group().split("/"))
    return whole(m, ", ".join(groups))


LETTERS = (
    Rule(r"(?P<w>[A-Z]{2,3})-?(?P<a>[1-9]\d?)/(?P<b>[1-9]\d?)(?![\w/-]|[.,]\d)", _virus),
    Rule(r"[A-Z]{2,4}(?:/\d{2,5}){2,3}(?![\w/-]|[.,]\d)", _reference),
)
DIGITS = (
    Rule(
        r"1/2(?=\s(?:marathons?|terms?|price|boards?|brothers?|sisters?|centur(?:y|ies)|moons?|tones?)(?!\w))",
        _half,
    ),
    Rule(r"26/11(?![\w/])", lambda m, h: whole(m, "twenty-six eleven")),  # in Mumbai
    Rule(r"(?P<n>\d{1,3})(?P<letter>[CFGKLMTVW])(?![\w'’/]|[.,]\d|-\d)", _place),
    Rule(
        r"(?P<n>\d{1,2})\sA\*(?P<s>s)?(?!\w)",
        lambda m, h: whole(m, f"{cardinal(int(m['n']))} A star{'' if m['n'] == '1' else 's'}"),
    ),
    Rule(r"\d{1,2}(?:/\d{1,2}){1,3}(?![\w/-]|[.,]\d)", _levels),
    Rule(r"(?P<a>\d)/(?P<b>\d)(?=\s(?P<w>[a-z]{3,8})(?!\w))", _few),
    Rule(
        r"(?P<a>\d{1,4})\s?(?P<x>[MF])(?:/|,\s|;\s|\s?&\s?)(?P<b>\d{1,4})\s?(?P<y>[MF])(?![\w/-])",
        _sexes,
    ),
)
