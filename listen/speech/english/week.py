"""Days of the week: "Mon., Jan. 4", "Tu/Th", "M–Th" beside its hours."""

from __future__ import annotations

from listen.speech.english.months import DAY as _DAY
from listen.speech.rules import Here, Rule, Said, table, whole, words
from listen.speech.writing import patterns as re

NAMES = table(
    """
    mon=Monday | tue=Tuesday | tues=Tuesday | wed=Wednesday | weds=Wednesday | thu=Thursday |
    thur=Thursday | thurs=Thursday | fri=Friday | sat=Saturday | sun=Sunday | tu=Tuesday
    """
)
_FULL_DAYS = [day.lower() for day in NAMES.values()]
WORDS = frozenset(["sa", "su", "th", *NAMES, *_FULL_DAYS, *(f"{day}s" for day in _FULL_DAYS)])


def _weekday(m: re.Match[str], here: Here) -> Said | None:
    return whole(m, NAMES[m["w"].lower()])


_ON = words(
    """
    on last next this by until till since every from to through late early before after and or each closed
    noon midnight
    """
)


_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|other")


def _short_weekday(m: re.Match[str], here: Here) -> Said | None:
    """ "on Mon., he", "open Sat. only": the Sun only after what stands before a day, never "in the Sun."."""
    told = m["w"] not in ("Sat", "Mon", "Wed", "Sun")
    following = here.text[m.end() + 1 : m.end() + 2]
    goes_on = m["w"] != "Sun" and (following.islower() or following == "&")
    if told or goes_on or here.after(m.end() + 1).lower() in NAMES:  # Mon., Wed. and Fri.
        return _weekday(m, here)
    before = here.before(m.start()).lower()
    if here.text[max(0, m.start() - 7) : m.start()] in _BOTH_DAYS:
        return _weekday(m, here)
    return _weekday(m, here) if before in _ON or _ORDINAL.fullmatch(before) else None


_BOTH_DAYS = frozenset(f"{day}. {and_} " for day in ("Sat", "Fri") for and_ in ("&",))
_LISTED_DAY = r"(?:Mon|Tues?|Tu|Weds?|Thurs?|Thu?|Fri|Sat|Sun)"


def _and_days(m: re.Match[str], here: Here) -> Said | None:
    """ "Tu/Th", "Mon./Wed./Fri."."""
    names = [NAMES.get(part.lower(), "Thursday") for part in re.findall(r"[A-Za-z]+", m.group())]
    return whole(m, " and ".join([", ".join(names[:-1]), names[-1]]))


_LETTERED = table("M=Monday | Tu=Tuesday | W=Wednesday | Th=Thursday | F=Friday | Sa=Saturday | Su=Sunday")
_BY_HOUR = re.compile(r"\d(?:\s?[ap]\.?m\.?)?,?\s\Z")


def _days_by_letters(m: re.Match[str], here: Here) -> Said | None:
    """ "9–5, M–Th": days beside their hours."""
    last = NAMES.get(m["b"].lower()) or _LETTERED[m["b"]]
    hours = (
        _BY_HOUR.search(here.text, max(0, m.start() - 8), m.start())
        or here.text[m.end() + 1 : m.end() + 3].strip()[:1].isdecimal()
    )
    return whole(m, f"{_LETTERED[m['a']]} to {last}") if hours else None


FIRST = (Rule(rf"{_LISTED_DAY}\.?(?:/{_LISTED_DAY}\.?){{1,3}}(?!\w)", _and_days),)
_TIMED = re.compile(r"\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?\s\Z")


def _behind_hours(m: re.Match[str], here: Here) -> Said | None:
    """ "00:01 Fri–23:59 Sat": a day behind its hour, and what it leads to."""
    if not _TIMED.search(here.text, max(0, m.start() - 12), m.start()):
        return None
    day = (NAMES[m["w"].lower()], m.start("w"), m.end("w"))
    return Said((day, ("to", m.end("w"), m.end())) if m["to"] else (day,), m.end())


_MONTH_AFTER = re.compile(r"\s\w{3,4}\s(?:of\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_DAYS_BEFORE = re.compile(rf"\b(?!Sun,){_LISTED_DAY}\.?(?:,\s(?:and\s|&\s|or\s)?|\s(?:and|&|or)\s)\Z")


def _last_of_days(m: re.Match[str], here: Here) -> Said | None:
    """ "Tue, Wed, Fri": the last of a list."""
    return _weekday(m, here) if _DAYS_BEFORE.search(here.text, max(0, m.start() - 12), m.start()) else None


_DAY_BEFORE = re.compile(rf"\b{_LISTED_DAY}\.?\s(?:&|and)\s\Z")


def _second_day(m: re.Match[str], here: Here) -> Said | None:
    """ "Fri & Sat"."""
    return _weekday(m, here) if _DAY_BEFORE.search(here.text, max(0, m.start() - 12), m.start()) else None


LAST = (
    Rule(r"(?<=\()(?P<w>Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\.?(?=\))", _weekday),
    Rule(
        r"(?P<w>(?<=\s&\s)(?:Sat|Sun|Mon|Fri|Thu|Wed|Tue)|(?<=\sand\s)(?:Sat|Sun))(?!\w|['’.])",
        _second_day,
    ),
    Rule(r"(?P<w>Tue|Wed|Thu|Fri|Sat|Mon)(?=\s(?:at\s\d|night|morning|afternoon|evening)\b)", _weekday),
    Rule(rf"(?P<w>{_LISTED_DAY})\.?(?=\s(?:&|and)\s{_LISTED_DAY}\b)", _weekday),
    Rule(
        r"(?P<w>Sa|Su)(?=\s\d{1,2}(?::\d\d)?\s?[-–])",
        lambda m, h: whole(m, "Saturday" if m["w"] == "Sa" else "Sunday"),
    ),
    Rule(
        r"(?P<w>Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)(?:(?P<to>\s?[-–]\s?(?=\d))|(?![\w-]|\.\w))",
        _behind_hours,
    ),
    Rule(
        rf"(?P<w>(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\.?(?=,?\s(?:{_DAY}\s[A-Z]|[A-Z][a-z]{{2,8}}\.?\s\d)"
        r"|\.?[-–](?:Tue|Wed|Thu|Fri|Sat|Sun)))\.?",
        lambda m, h: whole(m, NAMES[m["w"].rstrip(".").lower()]),
    ),
    Rule(r"(?P<w>Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun)\.(?=[,;)]|\s[a-z(&]|\Z)", _short_weekday),
    Rule(
        r"(?P<w>Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun)\.?(?=,?\s\d{1,2}(?::\d\d)?\s?(?:[ap]\.?m\b|[ap]\b|[-–]\s?(?:\d|noon\b|midnight\b)))",
        _weekday,
    ),
    Rule(r"(?P<w>Tues?|Weds?|Thurs?|Tu)\.?(?=\s\(|,?\s\d)", _weekday),
    Rule(
        rf"(?P<w>{_LISTED_DAY})\.?(?=\s{_DAY}(?:st|nd|rd|th)(?!\w))",
        lambda m, h: whole(
            m, f"{NAMES[m['w'].lower()]}{'' if _MONTH_AFTER.match(h.text, m.end()) else ' the'}"
        ),
    ),
    Rule(rf"(?P<w>{_LISTED_DAY})\.?(?=,?\s\d{{1,2}}/\d{{1,2}}(?![\w/]))", _weekday),
    Rule(rf"(?P<w>{_LISTED_DAY})\.?(?=:\s(?:\d|[Cc]losed|[Oo]pen|[Nn]oon))", _weekday),
    Rule(
        rf"(?P<w>{_LISTED_DAY})\.?(?=,\s(?:and\s|&\s|or\s)?{_LISTED_DAY}(?![\w-]))",
        lambda m, h: None if h.before(m.start()).lower() == "the" else _weekday(m, h),
    ),
    Rule(rf"(?P<w>{_LISTED_DAY})(?![\w-]|['’.]\w)", _last_of_days),
)
_ONE_DAY = "(?:M|Tu|T|W|Th|F|Sa|Su)"


def _days_in_letters(m: re.Match[str], here: Here) -> Said | None:
    """ "M/W/F 10–11", "T/Th 2:30": days by their letters before an hour."""
    said = [_LETTERED.get(part) or "Tuesday" for part in m.group().split("/")]
    return whole(m, f"{', '.join(said[:-1])} and {said[-1]}")


LETTERED = (
    Rule(
        rf"{_ONE_DAY}(?:/{_ONE_DAY}){{1,4}}(?=,?\s(?:at\s|from\s)?\d{{1,2}}(?::\d\d|\s?[-–]|\s?[ap]\.?m))",
        _days_in_letters,
    ),
    Rule(
        r"(?P<a>M|Tu|W|Th|F|Sa|Su)[-–](?P<b>Tues?|Tu|Wed|W|Thurs?|Th|Fri|F|Sat|Sun|Sa|Su)(?![\w-]|['’]\w)",
        _days_by_letters,
    ),
)
