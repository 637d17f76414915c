"""Slashes that are said: "he/she", "per user/month", "9pm ET/8pm CT", "x = b/2a"."""

from __future__ import annotations

from listen.speech.english.quantities.unit_names import PER_NAMES, local
from listen.speech.rules import Here, Said, silent, table, whole, words
from listen.speech.writing import patterns as re

_PRONOUNS = words("he she him her his hers they them their theirs s/he")


_ONE_GENDER = (words("he him his"), words("she her hers"), words("they them their theirs"))
"""Forms that belong to one person: not "he or him"."""


_PERIODS = words("month year week day hour night minute second decade quarter")
_ONE_BEFORE = re.compile(
    r"(?:\d|\b(?:[Oo]ne|[Aa]n|[Hh]alf|per|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Tt]welve))\s?\Z"
)
_A_BEFORE = re.compile(r"\b[Aa]\s\Z")
_WHICH_NEXT = re.compile(r"\w{1,12}\s(?:that|when|which|where|to|before|after|later|in\sadvance)\b")
"""Behind one of two times: "a day/week that suits"; "a night/week there" is each week."""
_HEADS = words("person guest adult room user seat device couple vehicle car")
_PER = re.compile(r"\bper\s[a-z]+\Z")
_SHORT_PERIODS = table("mo=month | yr=year | wk=week | hr=hour | min=minute | sec=second")
_CAPITALS = re.compile(r"\W?[A-Z]{1,20}\s?/\s?[A-Z]{2}|\W?(?<!\w)[A-Z]/[A-Z](?!\w)")


_MEASURED = re.compile(
    r"(?<![\w.])(?<!\d/)\d[\d.,]{0,8}(?:/\d{1,2})?[\s-]?(?:(?!s\b)[a-z]{1,5}|[A-Z]{1,2}[a-z]?)\.?\s?\Z"
)
_ZONES = re.compile(r"\b[A-Z]{1,3}T\s?\Z")


_ALGEBRA = re.compile(r"=\s?[-−(]?[a-z]\Z")
_QUARTER_YEAR = re.compile(r"\b[QH][1-4]/20\d\d")


_WIRES = (
    r"Getty(?:\sImages)?|AFP|AP(?:\sPhoto)?|Reuters|REUTERS|EPA|Shutterstock|iStock(?:photo)?|Alamy|Bloomberg"
    r"|PA\s(?:Wire|Media|Images)"
)
_TO_WIRE = re.compile(rf"(?:{_WIRES})(?=[\s.,;:)/\]]*\Z|[.,;:)/]|\s(?:[A-Z]|via\s|hide\scaption))")
_FROM_WIRE = re.compile(rf"(?<!\w)(?:{_WIRES})\Z")
_PERSON_NEXT = re.compile(r"[A-Z][a-z’'-]{1,15}\s(?:[A-Z]\.\s)?[A-Z][a-z’'-]{1,15}")
_PERSON = re.compile(r"(?<!\w)[A-Z][a-z’'-]{1,15}\s(?:[A-Z]\.\s)?[A-Z][\w’'-]{1,15}\Z")
_HOUSE = re.compile(
    r"(?:Staff|Contributor|Handout|Pool(?:\s[Pp]hoto)?|Stringer|File|NPR|CNN|NBC|CBS|ABC|BBC|USA\sTODAY|USA\sToday|[WK][A-Z]{3}|The\s(?:[A-Z]\w{2,14}\s?){1,4})"
    r"(?=[.,;:)\]]|\s?\Z|\s(?:photo\b|hide\scaption|via\s[A-Z]))"
)
_CREDITED = re.compile(
    r"(?:\A|[(.]\s?)(?:Photo(?:graph)?s?|Images?|Illustration|Picture|Credit)(?:\s(?:credit|courtesy))?(?::|\sby)\s[^:.;!?]{2,60}\Z"
)
_CAPTION_END = re.compile(r"[^.;!?]{2,60}\s(?:hide|toggle)\scaption\b")


def _is_credit(text: str, start: int, end: int) -> bool:
    """ "Jo Doe/Getty Images", "AP Photo/Jo Doe", "Photo: Jo Doe/The Echo": whose picture it is."""
    if not (text[start - 1].isalpha() and text[end : end + 1].isupper()):
        return False
    if _TO_WIRE.match(text, end) or _CAPTION_END.match(text, end):
        return True
    if _FROM_WIRE.search(text, max(0, start - 16), start) and _PERSON_NEXT.match(text, end):
        return True
    if _HOUSE.match(text, end) and _PERSON.search(text, max(0, start - 40), start):
        return True
    return _CREDITED.search(text, max(0, start - 90), start) is not None


def _counted(text: str, end: int, after: int) -> bool:
    """Return whether so many of it stand before the stroke: "1 hour/day", "per day/night", "a night/week"."""
    if _A_BEFORE.search(text, max(0, end - 3), end):
        return _WHICH_NEXT.match(text, after) is None
    return _ONE_BEFORE.search(text, max(0, end - 10), end) is not None


_LINE_ENDS = re.compile(
    r"(?:(?<![^\s(“‘\"'])[\w’'-]{1,20},?\s){2}(?:[a-z][a-z’'-]{0,24}[,.!?”\"]?|[A-Z][A-Za-z’'-]{0,24}[,.!?”’\"])\Z"
)
_LINE_BEGINS = re.compile(r"[/⁄]\s[“‘’\"']?[A-Z][\w’'-]{0,20},?(?:\s[\w’'-]{1,20},?){2}")
""" "the roses are red/ The violets blue": lines of verse, of several words each."""
_NAMES_END = re.compile(
    r"(?<![\w.’'-])(?!The\b|Our\b|Each\b|Any\b|Dear\b|From\b)[A-Z][\w’'-]{2,20}\s[A-Z][\w’'-]{2,20}\Z"
)
_NAMES_BEGIN = re.compile(r"[/⁄]\s[A-Z][\w’'-]{2,20}\s[A-Z]")
"""Names of two words each: "Mill Road Studio/ North Bank"."""


def _is_line_end(text: str, at: int) -> bool:
    """Return whether a line of verse ends at a stroke, or one of several long names."""
    lines = _LINE_BEGINS.match(text, at) and _LINE_ENDS.search(text, max(0, at - 72), at)
    names = _NAMES_BEGIN.match(text, at) and _NAMES_END.search(text, max(0, at - 44), at)
    return bool(lines or names)


_TALLIED = words(
    "points pts goals assists rebounds yards yds touchdowns runs hits wickets tackles saves shots minutes"
)
_HOLDERS = words(
    """
    gallon litre liter serving portion plate capita child student pupil employee worker customer household
    family page bag box bottle pack packet session trip visit mile acre hectare episode song team country
    kilometer kilometre patient
    """
)
_SO_MANY = re.compile(r"(?<![\w/.,-])\d{1,3}(?:[.,]\d{1,3}){0,2}\s[a-z]{3,12}(?<=[a-rt-z]s)\Z")
_HELD_ENDS = re.compile(r"[,.;:!?)]|\Z|\s(?:and|or|in|on|at|with|to|but|when|while|than|is|was|\()")
"""What there can be so many in, and so many before it: "30 miles/gallon"."""
_AGES = words("adults seniors teens teenagers toddlers infants parents kids men women")
"""Who stands beside a child, not for each: "2 adults/child"."""
_PRICED = words("price prices rent rents cost costs rate")


def slash(m: re.Match[str], here: Here) -> Said | None:
    text = here.text
    before = here.before(m.start()).lower()
    after = here.after(m.end()).lower()
    if before == "and" and after == "or":
        return Said((), m.end())
    if before in ("either", "neither") and after in ("or", "nor"):
        return silent(m, here)
    if before in _PRONOUNS and after in _PRONOUNS:
        own = any(before in one and after in one for one in _ONE_GENDER)  # he/him
        return silent(m, here) if own else whole(m, "or")
    left = text[m.start() - 1 : m.start()] if m.start() else ""
    before = before or (left if left in ("%", "+") else "")  # 1%/year, $99+/mo
    if m.group().strip() != m.group() and "=" in text and left != "":
        return whole(m, "divided by")  # ($5,000 / $10,000) = 50%
    if text[m.end() : m.end() + 1] in ("$", "£", "€") and text[m.end() + 1 : m.end() + 2].isdecimal():
        scaled = left in "kKmMbB" and text[m.start() - 2 : m.start() - 1].isdecimal()  # $3.5M/$4M
        return whole(m, "or") if left.isdecimal() or scaled else silent(m, here)  # £6/$7, $15 advance/$20
    if left.isdecimal() and _QUARTER_YEAR.search(text, max(0, m.start() - 4), m.end() + 4):
        return silent(m, here)  # Q1/2025
    if left in ("", "<") or text[m.end() : m.end() + 1] == ">":
        return Said((), m.end())
    if not text[m.end() : m.end() + 1]:
        return whole(m, "slash")
    if _ZONES.search(text[max(0, m.start() - 5) : m.start()]) and (
        text[m.end()].isdecimal() or after in ("noon", "midnight")
    ):
        return whole(m, ",")  # 9pm ET/8pm CT
    if len(before) == 1 and before.isalpha() and _ALGEBRA.search(text, max(0, m.start() - 12), m.start()):
        return whole(m, "over")  # x = b/2a
    if text[m.end()].isdecimal() and _MEASURED.search(text, max(0, m.start() - 24), m.start()):
        return whole(m, ",")  # 600ml/1pt, 28 city/39 hwy
    if after == before and after in _PERIODS:
        return whole(m, "on")  # Year/Year
    if after in _PERIODS and before in _PERIODS and not _counted(text, m.start() - len(before), m.end()):
        return whole(m, "slash")  # every day/week, but 1 hour/day
    if after in _PERIODS and before:  # per user/month
        return whole(m, "per")
    if after in _HEADS and (
        before == "+" or (before in _PERIODS and _PER.search(text, max(0, m.start() - 14), m.start()))
    ):
        return whole(m, "per")  # per night/person
    if before in _TALLIED and after in ("game", "match", "race", "innings"):
        return whole(m, "per")  # 39.1 points/game
    if (
        after in _HOLDERS
        and not (before in _AGES and after in ("child", "student", "pupil"))
        and _HELD_ENDS.match(text, m.end() + len(after))
        and _SO_MANY.search(text, max(0, m.start() - 30), m.start())
    ):
        return whole(m, "per")  # 30 miles/gallon
    if before in _PRICED and after in ("sqm", "sqft"):
        unit = local(PER_NAMES[after], here.british)
        return Said(((f"per {unit}", m.start(), m.end() + len(after)),), m.end() + len(after))
    next_sign = text[m.end() + len(after) : m.end() + len(after) + 1]
    listed = next_sign == "/" and text[m.end()].isupper()  # Brut/Sec/Doux
    if after in _SHORT_PERIODS and before and next_sign != "-" and not listed:  # 7 days/wk.
        return Said(
            ((f"per {_SHORT_PERIODS[after]}", m.start(), m.end() + len(after)),), m.end() + len(after)
        )
    if left and len(before) > 1 and _is_credit(text, m.start(), m.end()):
        return whole(m, ",")
    if _CAPITALS.match(text, max(0, m.start() - 2)):  # AC/DC, HIV/AIDS
        return silent(m, here)
    if _is_line_end(text, m.start()):
        return whole(m, ",")
    return whole(m, "slash")
