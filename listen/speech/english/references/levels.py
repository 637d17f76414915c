"""This module says several of a kind by their numbers: "phase 2/3", "Years 10/11", "Windows 7/8/10"."""

from __future__ import annotations

from listen.speech.numbers import cardinal
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


_LABEL = re.compile(
    r"\b(?P<l>[Gg]rade|[Ss]tage|[Tt]ype|[Cc]lass|[Tt]ier|[Ll]evel|[Cc]ategory|[Yy]ear|[Ss]eason|[Ss]ize|[Gg]roup|[Gg]en|[Gg]eneration"
    r"|[Ff]igure|[Tt]able|[Cc]hapter|[Ss]ection|[Qq]uestion|[Zz]one|[Uu]nit|[Ee]xit|[Jj]unction|[Ll]ane|[Gg]ate|[Bb]and"
    r"|[Vv]olume|[Rr]oom|[Kk]ey\s[Ss]tage|KS|[Pp]hase|[Ss]cope|[Pp]riority|[Tt]eam|[Bb]uild|[Cc]ode|[Ll]igue|[Rr]ound"
    r"|(?P<many>[Pp]hases|[Gg]rades|[Ss]tages|[Tt]ypes|[Cc]lasses|[Tt]iers|[Ll]evels|[Cc]ategories|[Yy]ears|[Ss]easons|[Pp]arts"
    r"|[Ss]izes|[Gg]roups|[Ff]igures|[Tt]ables|[Cc]hapters|[Ss]ections|[Qq]uestions|[Uu]nits|[Ss]teps|[Rr]ounds|[Vv]olumes))\s\Z"
)


def _either(m: re.Match[str], here: Here) -> Said | None:
    """ "a grade 3/4 event", "a phase 2/3 trial", "categories 4/5": one and the next, no part of a whole."""
    a, b = int(m["a"]), int(m["b"])
    label = _LABEL.search(here.text, max(0, m.start() - 14), m.start())
    if not label or not (b == a + 1 or (b == a + 2 and label["l"].lower().startswith("size"))):
        return None
    join = " and" if label["many"] else "" if label["l"].lower() == "phase" else " or"
    return whole(m, f"{cardinal(a)}{join} {cardinal(b)}")


_CALLED = re.compile(
    r"\b(?:Air|Pro|Max|Mini|Ultra|MacBook|Surface|Pixel|Galaxy|Fold|Flip|Kindle|iPad" r"|iPhone|Note)\s\Z"
)


def _models(m: re.Match[str], here: Here) -> Said | None:
    """ "MacBook Air 13/15": the one model and the other."""
    if int(m["a"]) >= int(m["b"]) or not _CALLED.search(here.text, max(0, m.start() - 9), m.start()):
        return None
    return whole(m, f"{cardinal(int(m['a']))} and {cardinal(int(m['b']))}")


def _few(m: re.Match[str], here: Here) -> Said | None:
    """ "4/5 bedrooms", "3/4 times a week": one or the other."""
    a, b = int(m["a"]), int(m["b"])
    if b != a + 1 or a < 2 or m["w"].lower() not in _PIECES:
        return None
    return whole(m, f"{cardinal(a)} or {cardinal(b)}")


def _sexes(m: re.Match[str], here: Here) -> Said | None:
    """ "15M/15F": so many men and women."""
    names = {"M": "male", "F": "female"}
    bracketed = here.text[m.start() - 1 : m.start()] == "(" and here.text[m.end() : m.end() + 1] in "),;"
    if m["x"] == m["y"] or not (bracketed or m["j"] == "/"):
        return None  # at 30F, 5M people
    a, b = (f"{cardinal(int(m[n]))} {names[m[x]]}" for n, x in (("a", "x"), ("b", "y")))
    return whole(m, f"{a}, {b}")


def _two_of(m: re.Match[str], here: Here) -> Said | None:
    """ "HPV-16/18", "PS4/5": two of what has a number."""
    if m["w"][-1] == "Y":
        return None  # the year FY20/21
    return whole(m, f"{' '.join(m['w'])} {cardinal(int(m['a']))} and {cardinal(int(m['b']))}")


LETTERS = (Rule(r"(?P<w>[A-Z]{2,3})-?(?P<a>[1-9]\d?)/(?P<b>[1-9]\d?)(?![\w/-]|[.,]\d)", _two_of),)
_CLIMBED = re.compile(r"\b(?:climb\w{0,4}|routes?|pitch(?:es)?|graded?s?|boulder\w{0,4}|crags?|trad|crux)\b")


def _climbed(m: re.Match[str], here: Here) -> Said | None:
    """ "a 5.10a route": an American grade of rock."""
    if not _CLIMBED.search(here.around(m.start(), m.end())):
        return None
    return whole(m, f"five {cardinal(int(m['n']))} {m['x'].upper()}")


DIGITS = (
    Rule(r"5\.(?P<n>1[0-5])(?P<x>[a-d])(?![\w.]\w|\w)", _climbed),
    Rule(r"(?P<a>[1-9]\d?)/(?P<b>[1-9]\d?)(?![\w/]|[.,]\d)", _models),
    Rule(r"(?P<a>[1-9]\d?)/(?P<b>[1-9]\d?)(?![\w/]|[.,]\d)", _either),
    Rule(
        r"(?P<n>\d{1,2})\sA\*(?P<s>s)?(?!\w)",
        lambda m, h: whole(m, f"{cardinal(int(m['n']))} A star{'' if m['n'] == '1' else 's'}"),
    ),
    Rule(r"\d{1,2}(?:/\d{1,2}){1,3}(?![\w/-]|[.,]\d)", _levels),
    Rule(r"(?P<a>\d)/(?P<b>\d)(?=\s(?P<w>[a-z]{3,8})(?!\w))", _few),
    Rule(
        r"(?P<a>\d{1,4})\s?(?P<x>[MF])(?P<j>/|,\s|;\s|\s?&\s?)(?P<b>\d{1,4})\s?(?P<y>[MF])(?![\w/-])",
        _sexes,
    ),
)
