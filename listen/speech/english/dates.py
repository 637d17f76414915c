"""Dates, years, decades, quarters: as the Americans say them and as the British do."""

from __future__ import annotations

from listen.speech.english import week
from listen.speech.english.months import DAY as _DAY
from listen.speech.english.months import MONTHS, NAME, day_of
from listen.speech.english.quantities.amounts import COUNTED, qualifies
from listen.speech.numbers import cardinal, decade, digits, ordinal, year
from listen.speech.rules import Here, Rule, Said, whole, words
from listen.speech.writing import patterns as re

_SHORT = {name[:3].lower(): name for name in MONTHS}
_MONTH = (
    r"(?P<month>(?i:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?)"
)
_ORD = r"(?:st|nd|rd|th|ST|ND|RD|TH)?"
_YEAR = r"(?P<year>(?:,\s*|\s+)(?:1\d{3}|20\d\d)(?![\d,]{0,20}\d)(?!\s?(?:%|am|pm)))"
MONTH_WORDS = frozenset([*(m.lower() for m in MONTHS), *_SHORT, "sept"])


def _month(m: re.Match[str]) -> str:
    return _SHORT[m["month"][:3].lower()]


def _tail(text: str | None, british: bool) -> str:
    """The year after a date, with its comma."""
    return f", {year(int(text.strip(', ')), british)}" if text else ""


def _day_word(day: str, british: bool) -> str:
    return ordinal(int(day), british)


def _month_day(m: re.Match[str], here: Here) -> Said | None:
    written = m["month"]
    if written.islower() and written.rstrip(".") in ("may", "mar", "march") and not m["year"]:
        return None
    if not m["year"] and not m["day2"] and here.after(m.end()).lower() in COUNTED:
        return None  # "In March 20 people died"
    the = ""
    if here.british and here.before(m.start()).lower() not in ("the", "a", "an", "this", "that", "last"):
        the = "the "
    words = f"{_month(m)} {the}{_day_word(m['day'], here.british)}"
    if m["day2"]:
        words += f" to {the}{_day_word(m['day2'], here.british)}"
    return whole(m, words + _tail(m["year"], here.british))


def _spans_months(m: re.Match[str], here: Here) -> Said | None:
    """ "Oct. 31–Nov. 2": from a day of one month to a day of another."""
    first, second = (_SHORT[m[g][:3].lower()] for g in ("m1", "m2"))
    the = "the " if here.british else ""
    a = f"{first} {the}{_day_word(m['d1'], here.british)}{_tail(m['y1'], here.british)}"
    b = f"{second} {the}{_day_word(m['d2'], here.british)}{_tail(m['y2'], here.british)}"
    return whole(m, f"{a} to {b}")


def _days_span_months(m: re.Match[str], here: Here) -> Said | None:
    """ "28 May – 3 June 2024"."""
    first, second = (_SHORT[m[g][:3].lower()] for g in ("m1", "m2"))
    the = "" if here.before(m.start()).lower() == "the" else "the "
    a = f"{the}{_day_word(m['d1'], here.british)} of {first}"
    return whole(
        m, f"{a} to the {_day_word(m['d2'], here.british)} of {second}{_tail(m['y2'], here.british)}"
    )


def _more_days(m: re.Match[str], here: Here) -> Said | None:
    """ "April 10-12, 17-19 and 24-26": the days that go on a list."""
    if not _LISTED_DAYS.search(here.text[max(0, m.start() - 60) : m.start()]):
        return None
    a, b = (_day_word(m[g], here.british) for g in "ab")
    return whole(m, f"{a} to {b}") if int(m["a"]) < int(m["b"]) else None


def _year_month(m: re.Match[str], here: Here) -> Said | None:
    """ "2020-12": a month, where the figures are no two years."""
    if int(m["m"]) > int(m["y"]) % 100:
        return None
    return whole(m, f"{MONTHS[int(m['m']) - 1]} {year(int(m['y']), here.british)}")


def _day_month(m: re.Match[str], here: Here) -> Said | None:
    written = m["month"]
    if written.islower() and written.rstrip(".") in ("may", "mar", "march") and not (m["year"] or m["of"]):
        return None
    if not written[0].isupper() and written.rstrip(".") in ("may", "march") and m["day2"]:
        return None
    british = here.british
    before = here.before(m.start()).lower()
    the = "" if before in ("the", "a", "an", "this", "every", "each", "last") else "the "
    words = f"{the}{_day_word(m['day'], british)}"
    if m["day2"]:
        join = "and" if m["join"].strip() == "and" else "to"
        words += f" {join} {'the ' if the else ''}{_day_word(m['day2'], british)}"
    return whole(m, f"{words} of {_month(m)}{_tail(m['year'], british)}")


def _month_year(m: re.Match[str], here: Here) -> Said | None:
    return whole(m, f"{_month(m)}{_tail(m['year'], here.british).replace(',', '')}")


_MONTH_BEFORE = words("in since by until mid early late last")


def _month_alone(m: re.Match[str], here: Here) -> Said | None:
    written = m["month"]
    if len(written.rstrip(".")) > 4 or written.rstrip(".") in MONTHS or not written[0].isupper():
        return None
    if written[-1] != ".":
        if here.before(m.start()).lower() not in _MONTH_BEFORE:
            return None
    elif written[:-1] in ("Mar", "Jan", "Jun") and here.after(m.end())[:1].isupper():
        return None
    elif written.isupper() and not here.headline and here.before(m.start()).lower() not in _MONTH_BEFORE:
        return None  # your variable APR.
    return whole(m, _month(m))


def spell(y: str, month: int, day: int, here: Here) -> str:
    """A whole date, the year as written (two or four digits)."""
    british = here.british
    if len(y) == 2:
        said = f"oh {digits(y[1])}" if y[0] == "0" else cardinal(int(y))
        said = "two thousand" if y == "00" else said
    else:
        said = year(int(y), british)
    return f"{day_of(month, day, british)}, {said}"


def _iso(m: re.Match[str], here: Here) -> Said | None:
    month, day = int(m["m"] or m["m2"]), int(m["d"] or m["d2"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return whole(m, f"{spell(m['y'] or m['y2'], month, day, here)}{',' if m['t'] else ''}")


_GERMAN = words("am vom zum den seit bis")
"""Before a day in a German sentence on an English page."""


def _numeric(m: re.Match[str], here: Here) -> Said | None:
    first, second = int(m["a"]), int(m["b"])
    if m["a"] == m["b"] == m["y"] and m["sep"] == "-" and not is_dated(m, here):
        return None  # fertiliser, 10-10-10
    german = m["sep"] == "." and here.before(m.start()).lower() in _GERMAN
    if m["sep"] == "." and len(m["y"]) == 2 and not german:
        lived = here.before(m.start()) in ("d", "b", "died", "born")
        padded = (lived or len(m["a"]) == len(m["b"]) == 2) and second <= 12
        if not (here.british and padded and is_dated(m, here)):
            return None
    if m["sep"] == "-" and len(m["y"]) == 2 and not (len(m["a"]) == len(m["b"]) == 2 or is_dated(m, here)):
        return None  # 30-8-11: points, rebounds, assists
    day_first = here.british or first > 12 or german
    day, month = (first, second) if day_first else (second, first)
    if here.british and month > 12 and day <= 12:
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if first > 12:
        return whole(
            m,
            f"the {ordinal(day)} of {MONTHS[month - 1]}, {year(int(m['y']), here.british)}"
            if len(m["y"]) == 4
            else spell(m["y"], month, day, here),
        )
    return whole(m, spell(m["y"], month, day, here))


_DATED = words(
    "d b born died "
    "on by until till since dated due before after from expires expiring date of to the ended ending"
)


def is_dated(m: re.Match[str], here: Here) -> bool:
    """Return whether a day is told of: "by 31.12.24"."""
    return here.before(m.start()).lower() in _DATED


_LASTS = words("timeout every interval within wait waits waited delay cooldown ttl lasts lasted took takes")
_DURATION = re.compile(r"\d\s?(?:m|min|mins|h|hrs?|secs?)\b")
_IN_DECADE = words("the in his her their my mid early late since")


_TIMED = words(
    "timeout timeouts delay delays interval intervals cooldown countdown pause timer window checkpoint sleep "
    "exposure exposures polling latency snippet snippets refresh burst bursts lag wait ttl"
)


def is_timed(m: re.Match[str], here: Here) -> bool:
    """Return whether what follows lasts so many seconds: "a 5s delay"."""
    return here.after(m.end()).lower() in _TIMED


def _lasted(m: re.Match[str], here: Here) -> bool:
    """Return whether seconds are meant: "1h05m, 30s"."""
    near = here.text[max(0, m.start() - 30) : m.end() + 30]
    if here.before(m.start()).lower() in _LASTS and not qualifies(here, m.end()):
        return True  # but "every 90s kid"
    if is_timed(m, here):
        return True
    return here.before(m.start()).lower() not in _IN_DECADE and _DURATION.search(near) is not None


def _ticking(m: re.Match[str], here: Here) -> Said | None:
    """ "a 5s delay", "it takes 3s": seconds, no plural of a figure."""
    timed = is_timed(m, here)
    if not timed and not _lasted(m, here):
        return None
    return whole(m, f"{cardinal(int(m['a']), here.british)} second{'' if timed or m['a'] == '1' else 's'}")


def _decade(m: re.Match[str], here: Here) -> Said | None:
    if m["a"] == "1000":
        return None  # 1000s of people
    if len(m["a"]) == 4 and m["a"] >= "2000" and _is_possessive(m, here):
        return whole(m, f"{year(int(m['a']), here.british)}'s")  # 2020's lockdowns
    if len(m.group()) == 3 and _lasted(m, here):
        return whole(m, f"{cardinal(int(m['a']))} second{'' if is_timed(m, here) else 's'}")
    words = decade(int(m["a"]), here.british)
    if m["b"]:
        words += f" to {decade(int(m['b']), here.british)}"
    return whole(m, words)


def _is_possessive(m: re.Match[str], here: Here) -> bool:
    """Return whether the apostrophe is the year's own: something of that year follows, and no article stands
    before.
    """
    owned = re.fullmatch(r"\d{4}['’]s", m.group()) is not None
    determined = here.before(m.start()).lower() in _IN_DECADE - {"in", "since"}
    return owned and not determined and bool(here.after(m.end()))


def _short_year(m: re.Match[str], here: Here) -> Said | None:
    y = m["y"]
    return whole(m, f"oh {digits(y[1])}" if y[0] == "0" else cardinal(int(y)))


_QUARTERS = ("first", "second", "third", "fourth")


def _quarter(m: re.Match[str], here: Here) -> Said | None:
    y = year(int(f"20{m['y']}"), here.british)
    kind = "quarter" if m["kind"] == "Q" else "half"
    return whole(m, f"the {_QUARTERS[int(m['n']) - 1]} {kind} of {y}")


def _quarters(m: re.Match[str], here: Here) -> Said | None:
    """ "Q1-Q3"."""
    return whole(m, f"{m['k']} {cardinal(int(m['a']))} to {m['k']} {cardinal(int(m['b']))}")


_DAYS = "(?:Mon|Tues?|Wed(?:s|nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:days?)?"
_LONG = "|".join(MONTHS)
_ABBR = "(?:Sept|[JFMASOND][a-z]{2})"


def _days(m: re.Match[str], here: Here) -> Said | None:
    """ "Mon-Fri", "May-June": from one to the other."""
    names = week.NAMES if m["a"][:3].lower() in week.NAMES and m["a"] not in MONTHS else _SHORT
    first, last = (names.get(m[g][:3].lower()) for g in "ab")
    if first and last and names is week.NAMES and m["a"].endswith("days") and m["b"].endswith("days"):
        first, last = f"{first}s", f"{last}s"
    return whole(m, f"{first} to {last}") if first and last else None


def _months_of_years(m: re.Match[str], here: Here) -> Said | None:
    """ "Oct. 2023–Mar. 2024"."""
    years = [m[g] if m[g][0].isdecimal() else f"20{m[g][1:]}" for g in ("y1", "y2")]
    said = [
        year(int(y), here.british).removeprefix("" if m["y1"][0].isdecimal() else "twenty ") for y in years
    ]
    a, b = (f"{_SHORT[m[f'm{g}'][:3].lower()]} {said[int(g) - 1]}" for g in "12")
    return whole(m, f"{a} to {b}")


_WITHIN_MONTHS = (
    *week.FIRST,
    Rule(rf"(?P<a>{_DAYS})\.?[-–](?P<b>{_DAYS})\b\.?", _days),
    Rule(rf"(?P<a>{_LONG}|{_ABBR}\.?)[-–](?P<b>{_LONG}|{_ABBR}\b\.?)(?!\w)(?!\s\d{{1,2}}(?!\d))", _days),
    Rule(
        rf"{_MONTH}(?:\s|-|(?<=[a-z]\.))(?P<day>{_DAY}){_ORD}(?:\s?[-–—]\s?(?P<day2>{_DAY}){_ORD})?(?!\w|:\d|\.\d|,\d(?!\d{{3}}\b))"
        rf"(?:{_YEAR}|-(?P<y2>\d{{4}})\b)?",
        lambda m, h: _dashed(m, h),
    ),
    Rule(
        rf"{_MONTH},\s(?P<day>{_DAY}){_ORD}(?:\s?[-–]\s?(?P<day2>{_DAY}){_ORD})?(?P<year>\s?,?\s(?:19|20)\d\d)(?![\w,.]\d|\w)",
        _month_day,  # January, 6 2026
    ),
    Rule(rf"{_MONTH}{_YEAR}", _month_year),
    Rule(_MONTH, _month_alone),
    *week.LAST,
)


def _dashed(m: re.Match[str], here: Here) -> Said | None:
    said = _month_day(m, here)
    if said and m["y2"]:
        return whole(m, said.pieces[0][0] + f", {year(int(m['y2']), here.british)}")
    return said


_LISTED_DAYS = re.compile(
    rf"\b{NAME}\.?\s\d{{1,2}}\s?[-–]\s?\d{{1,2}}(?:,?\s(?:and\s)?\d{{1,2}}[-–]\d{{1,2}}){{0,5}},?\s(?:and\s)?\Z"
)
_THEN_YEAR = r"(?:,\s*|\s+)(?:1\d{3}|20\d\d)(?![\d,]{0,20}\d)"


def _era(m: re.Match[str], here: Here) -> Said | None:
    """ "850 ce", "3rd century bc": written small."""
    dated = _ERA_BEFORE.search(here.text, max(0, m.start() - 9), m.start())
    return whole(m, " ".join(m.group().upper())) if dated else None


_ERA_BEFORE = re.compile(r"(?:\d|\bcentury)\s\Z")


def _until_now(m: re.Match[str], here: Here) -> Said | None:
    """ "1990-present": a time that goes on."""
    return whole(m, f"to {m['w'] or ('the present' if m['v'] == 'ongoing' else m['v'])}")


LETTERS = (
    *week.LETTERED,
    Rule(r"(?:bce|ce|bc)(?![\w'’-])", _era),
    Rule(r"M[-–]F(?=\s\d|[,:]\s\d)", lambda m, h: whole(m, "Monday to Friday")),
    Rule(
        r"c(?<=\d[snrt][tdh][\s-]c)(?:ent)?\.(?=\s(?:BCE?|CE|AD|B\.C|A\.D|[a-z])|[,;)])",
        lambda m, h: whole(m, "century"),
    ),
    Rule(r"(?P<k>[QH])(?P<a>[1-4])[-–](?P=k)(?P<b>[1-4])(?!\w)", lambda m, h: _quarters(m, h)),
    Rule(
        rf"(?P<m1>{NAME})\.?\s(?P<d1>{_DAY}){_ORD}(?P<y1>{_THEN_YEAR})?\s?[-–—]\s?"
        rf"(?P<m2>{NAME})\.?\s(?P<d2>{_DAY}){_ORD}(?P<y2>{_THEN_YEAR})?(?!\w|:\d)",
        _spans_months,
    ),
    Rule(
        rf"(?P<m1>{NAME})\.?\s(?P<y1>1\d{{3}}|20\d\d|['’]\d\d)\s?[-–—]\s?"
        rf"(?P<m2>{NAME})\.?\s(?P<y2>1\d{{3}}|20\d\d|['’]\d\d)(?!\w)",
        _months_of_years,
    ),
    *_WITHIN_MONTHS,
)
DIGITS = (
    Rule(
        rf"(?P<d1>{_DAY}){_ORD}\s(?P<m1>{NAME})\.?\s?[-–—]\s?(?P<d2>{_DAY}){_ORD}\s(?P<m2>{NAME})\b\.?"
        rf"(?P<y2>{_THEN_YEAR})?(?!\w)",
        _days_span_months,
    ),
    Rule(r"(?P<a>[12]?\d|3[01])[-–](?P<b>[12]?\d|3[01])(?![\w-])", _more_days),
    Rule(r"(?P<y>1[89]\d\d|20\d\d)-(?P<m>0[1-9]|1[0-2])(?![\w-])", _year_month),
    Rule(
        r"(?P<y>1\d{3}|20\d\d)(?P<sep>[-/.])(?P<m>\d\d?)(?P=sep)(?P<d>\d\d?)(?![\w/-]|(?<!\d)T)"
        r"|(?P<y2>20\d\d)-(?P<m2>\d\d)-(?P<d2>\d\d)(?P<t>[Tt])(?=\d\d:\d\d)",
        _iso,
    ),
    Rule(
        r"(?P<a>\d\d?)(?P<sep>[-/.])(?P<b>\d\d?)(?P=sep)(?P<y>(?:1\d|20)\d\d|\d\d)(?![\w/]|-(?!\d\d?/\d)|\.\d)",
        _numeric,
    ),
    Rule(
        rf"(?P<day>{_DAY}){_ORD}(?:(?P<join>\s?[-–—]\s?|\sto\s|\sand\s)(?P<day2>{_DAY}){_ORD})?\s(?P<of>of\s)?{_MONTH}{_YEAR}?(?!\w)",
        _day_month,
    ),
    Rule(
        r"(?P<a>(?:1\d|20)?\d0)(?:'|’|(?<=\d{4})\s)?s(?:\s?[-–]\s?['’]?(?P<b>(?:1\d|20)?\d0)(?:'|’)?s)?(?![^\W_])",
        _decade,
    ),
    Rule(r"(?P<a>\d{1,3})s(?![\w'’])", _ticking),
    Rule(r"(?P<n>[1-4])(?P<kind>[QH])(?P<y>\d\d)\b", _quarter),
)
SYMBOLS = (
    Rule(
        r"[-–](?:(?<=BC.)|(?<=BCE.)|(?<=B\.C\..)|(?<=BC\s.)|(?<=BCE\s.))\s?(?=(?:AD|A\.D\.|CE|c\.|ca\.)\s?\d|\d)"
        r"|[-–](?:(?<=[\s(](?:1[5-9]|20)\d\d.)|(?<=\A(?:1[5-9]|20)\d\d.)|(?<=['’]\d\d.))(?=['’]\d\d(?![\w'’]))",
        lambda m, h: whole(m, "to"),
    ),
    Rule(
        r"(?:(?<=[\s(]\d{4})|(?<=[\s(]\d{4}\s)|(?<=\A\d{4}))[-–]\s?(?P<w>[Pp]resent)(?!\w)|(?<=[\s(]\d{4})[-–](?P<v>[Tt]oday|[Nn]ow|[Dd]ate|ongoing)(?![\w-])",
        _until_now,
    ),
    Rule(
        r"(?:(?<=/\d\d)|(?<=/\d{4}))[-–](?=\d{1,2}/\d{1,2}(?:/\d{2,4})?(?![\w/]))",
        lambda m, h: whole(m, "to"),
    ),
    Rule(r"['’‘](?P<a>\d0)(?:'|’)?s(?:\s?[-–]\s?['’]?(?P<b>\d0)s)?(?![^\W_])", _decade),
    Rule(r"['’‘](?P<y>\d\d)(?![\w'’])", _short_year),
)
