"""Times of day and durations: "4:30 p.m.", "8am-6pm", "14:45", "22:00 GMT", "2:01:09"."""

from __future__ import annotations

from listen.speech.numbers import cardinal, decimal, digits
from listen.speech.rules import Here, Rule, Said, whole, words
from listen.speech.writing import patterns as re

_ZONES = (
    r"(?:GMT|BST|UTC|EST|EDT|ET|CST|CDT|CT|MST|MDT|MT|PST|PDT|PT|CEST|CET|EET|IST|JST|KST|HKT|SGT|AEST|AEDT|"
    r"e\.s\.t|est|gmt)"
)
_AMPM = r"(?P<half>[aApP])\.?\s?[mM](?:\b|(?=est|[A-Z]{2}))\.?"
_CLOCK = r"(?P<h>[01]?\d|2[0-4])(?:[:.](?P<m>[0-5]\d))?"


_LATER = "noon|midnight|sunset|sunrise|dusk|dawn|dark|close|closing|late|finish"
"""Times of day by a word: "6 a.m.–sunset"."""


def _letters(text: str) -> str:
    return " ".join(text.upper().replace(".", ""))


def clock(hour: str, minute: str | None, british: bool, twelve: bool) -> str:
    """The figures of a time of day; `twelve`: a.m. or p.m. follows."""
    h = int(hour)
    said = cardinal(h)
    if minute is None:
        return said
    m = int(minute)
    if m == 0:
        if twelve:
            return said
        return f"{said} o'clock" if 1 <= h <= 12 else f"{said if h else 'zero'} hundred"
    if not twelve and hour[0] == "0" and len(hour) == 2:
        said = f"oh {said}" if h else "zero"
    return f"{said} {f'oh {digits(minute[1])}' if m < 10 else cardinal(m)}"


def _half(m: re.Match[str], here: Here) -> Said:
    british = here.british
    words = f"{clock(m['h'], m['m'], british, True)}"
    if m["h2"]:
        if m["half1"]:
            words += f" {m['half1'].upper()} M"
        words += f" to {clock(m['h2'], m['m2'], british, True)}"
    words += f" {m['half'].upper()} M"
    if m["zone"]:
        words += f" {_letters(m['zone'])}"
    if m["on"]:
        words += " to"
    return whole(m, words)


def _noon(m: re.Match[str], here: Here) -> Said | None:
    if m["h2"]:  # both the same way: "nine hundred to seventeen hundred", "nine to five"
        full = max(int(m["h"]), int(m["h2"])) > 12 or (m["h"][0] == "0" and len(m["h"]) == 2)
        words = " to ".join(
            f"{cardinal(int(h))} hundred" if full and minutes == "00" and int(h)
            else clock(h, minutes, here.british, not full)
            for h, minutes in ((m["h"], m["m"]), (m["h2"], m["m2"]))
        )  # fmt: skip
    elif m["h"] == "0" and not m["zone"] and _REMAINS.match(here.text, m.end()):
        words = _count(m["m"], "second")  # 0:03 left
    elif m["m"] == "00" and here.after(m.end()).lower() in ("per", "pace", "mile", "miles"):
        words = f"{cardinal(int(m['h']))} minutes"  # 11:00 per mile
    else:
        words = clock(m["h"], m["m"], here.british, False)
    if m["zone"]:
        words += " zulu" if m["zone"] == "Z" else f" {_letters(m['zone'])}"
    return whole(m, words)


_REMAINS = re.compile(r"\s(?:left|remaining|to\s(?:go|play)|on\sthe\sclock)\b")


def _count(n: str, one: str) -> str:
    value = int(n)
    return f"{cardinal(value)} {one}{'' if value == 1 else 's'}"


_DATED = re.compile(r"\b(?:(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|\d\d?/\d\d?/(?:19|20)?\d\d),?[\sT]\Z")


def _seconds(m: re.Match[str]) -> str:
    """The seconds, with the part of one that a log has: "38.301"; none where a minute is full."""
    part = m["part"]
    if m["s"] == "00" and not part:
        return ""
    return (
        f" and {cardinal(int(m['s']))} point {digits(part)} seconds"
        if part
        else f" and {_count(m['s'], 'second')}"
    )


def _duration(m: re.Match[str], here: Here) -> Said | None:
    dated = (
        not m["half"]
        and int(m["h"]) < 24
        and (m["zone"] or _DATED.search(here.text, max(0, m.start() - 14), m.start()))
    )
    if dated:  # 7 Feb 2002 11:09:01
        words = f"{clock(m['h'], m['m'], here.british, False)}{_seconds(m)}"
        return whole(m, f"{words} {_letters(m['zone'])}" if m["zone"] else words)
    seconds = _seconds(m) or (" and zero seconds" if m["half"] and m["m"] == "00" else "")
    words = f"{_count(m['h'], 'hour')} {_count(m['m'], 'minute')}{seconds}"
    if m["half"] and m["m"] != "00":
        words = f"{clock(m['h'], m['m'], here.british, True)}{_seconds(m)}"
    if m["half"]:
        words += f" {m['half'].upper()} M"
    if m["zone"]:
        words += f" {_letters(m['zone'])}"
    return whole(m, words)


_PRICES = words("a per cents pence points point million billion")


_CLOCK_BEFORE = re.compile(
    r"\b(?:at|until|till|dep\.?|arr\.?|departs|departing|arrives|arriving|kick-?off|doors|doors\sopen|start\stime:?)\s(?:(?:about|around|approx\.?|roughly|nearly|almost|exactly|precisely|just\s(?:after|before))\s)?\Z",
    re.I,
)
_CLOCKS_BEFORE = re.compile(
    r"\b(?:at|until|till)\s(?:\d{1,2}(?::\d\d|\.[0-5][05])(?:,\s(?:and\s|or\s)?|\s(?:and|or)\s)){1,5}\Z"
)
_TRAVELLED = re.compile(
    r"\b(?:left|leaves|leaving|depart(?:s|ed)?|departing|arriv(?:es?|ed)|arriving|due|boarded|docked|landed"
    r"|took\soff)\s(?:(?:in|into|from)\s)?(?:[A-Z]\w{1,20}\s(?:[A-Z]\w{1,20}\s)?)?at\s\Z"
)
""""The train left Euston at 18.22": any minute."""
_ZONE_AFTER = re.compile(rf"(?=\s{_ZONES}\b)")
_RATE = re.compile(r"\s(?:to|against)\sthe\s(?:dollar|pound|euro|yen|franc)\b")
_ANOTHER = re.compile(r"\b(?:at|until|till)\s(?:[1-9]|1\d|2[0-3])\.[0-5][05](?!\d|\.\d|%)")
_AT_THE_RACES = re.compile(
    r"\b(?:evens|each[- ]way|furlongs?|jockeys?|bookmakers?|bookies|favourite|Cheltenham|Aintree|Ascot|Epsom|"
    r"Newmarket|handicap|hurdle|steeplechase|\d{1,2}/\d\son|racecard)\b"
)
_AFTER_AN_HOUR = re.compile(r"\d\s?[ap]\.?m\.?[,;]\s(?:[a-z]{3,12}\s){1,2}\Z")
""" "Doors 7pm, show 8.15"."""
_TRAIN_AFTER = re.compile(
    r"\s(?:(?:to|from|at)\s[A-Z]|(?:train|service|bus|coach|ferry|flight|sailing|departure|slot|showing|screening|performance|session|news|bulletin|appointment)\b)"
)


def _dotted(m: re.Match[str], here: Here) -> Said | None:
    """ "at 9.30", the British way of writing it, where no other figure fits.

    Other minutes than the fives only beside a time that has them, and as the name of a train.
    """
    if not here.british or here.after(m.end()).lower() in _PRICES or _RATE.match(here.text, m.end()):
        return None
    before = here.before(m.start()).lower()
    if m["m"][1] in "05" and _AFTER_AN_HOUR.search(here.text, max(0, m.start() - 24), m.start()):
        return whole(m, clock(m["h"], m["m"], True, True))
    if _ADMITTED.search(here.text, max(0, m.start() - 24), m.start()):
        return whole(m, clock(str(int(m["h"])), m["m"], True, True))
    named = before == "the" and (m["h"][0] == "0" or _AT_THE_RACES.search(here.around(m.start(), m.end())))
    if before == "the" and (named or _TRAIN_AFTER.match(here.text, m.end())):
        return whole(m, clock(str(int(m["h"])), m["m"], True, True))
    if _ZONE_AFTER.match(here.text, m.end()):
        return whole(m, clock(m["h"], m["m"], True, False))
    if _CLOCKS_BEFORE.search(here.text, max(0, m.start() - 60), m.start()):  # at 07:15, 12.30 and 23.59
        return whole(m, clock(str(int(m["h"])), m["m"], True, int(m["h"]) <= 12))
    if _TRAVELLED.search(here.text, max(0, m.start() - 60), m.start()):
        return whole(m, clock(str(int(m["h"])), m["m"], True, int(m["h"]) <= 12))
    if not _CLOCK_BEFORE.search(here.text[max(0, m.start() - 24) : m.start()]):
        return None
    if int(m["m"]) % 5 and not _ANOTHER.search(here.text):
        return None
    return whole(m, clock(str(int(m["h"])), m["m"], True, int(m["h"]) <= 12))


def _military(m: re.Match[str], here: Here) -> Said | None:
    """ "0900 GMT", "1830 local time"."""
    h, minutes = m["h"], m["m"]
    zero = "oh" if int(h) else "zero"
    hour = f"{zero} {cardinal(int(h))}" if h[0] == "0" else cardinal(int(h))
    if not int(h):
        hour = "zero zero" if minutes != "00" else "zero"
    minute = (
        "hundred"
        if minutes == "00"
        else f"oh {digits(minutes[1])}"
        if minutes[0] == "0"
        else cardinal(int(minutes))
    )
    said = f"{hour} {minute}"
    zone = "zulu" if m["zone"] == "Z" else _letters(m["zone"] or "")
    return whole(m, f"{said} {zone}".rstrip())


_HOURS = re.compile(r"\b[012]\d[0-5]\d\s(?:hours|hrs)\b")


def _beside_hours(m: re.Match[str], here: Here) -> Said | None:
    """ "0500", where another time has its "hours"."""
    near = _HOURS.search(here.text, max(0, m.start() - 80), m.end() + 80)
    return _military(m, here) if near else None


def _ran(m: re.Match[str], here: Here) -> Said | None:
    """ "1:45.32": a time that was run or swum."""
    said = f"{cardinal(int(m['s']))} point {digits(m['part'])}"
    if m["s"][0] == "0":
        said = f"oh {said}" if int(m["s"]) else f"zero {said}"
    return whole(m, f"{cardinal(int(m['m']))} {said}")


def _until(m: re.Match[str], here: Here) -> Said | None:
    """ "noon-3 p.m."."""
    return Said(((m["w"], m.start("w"), m.end("w")), ("to", m.end("w"), m.end())), m.end())


def _twice(m: re.Match[str], here: Here) -> Said | None:
    """ "8/7c": an hour on the American coast and one in the middle of the country."""
    return whole(m, f"{cardinal(int(m['east']))} {cardinal(int(m['central']))} central")


def _lasted(m: re.Match[str], here: Here) -> Said | None:
    """ "3h 20m": a duration."""
    seconds = f" {decimal(m['s'], here.british)} second{'' if m['s'] == '1' else 's'}" if m["s"] else ""
    return whole(m, f"{_count(m['h'], 'hour')} {_count(m['m'], 'minute')}{seconds}")


def _to_noon(m: re.Match[str], here: Here) -> Said | None:
    """ "10-noon", "8:30-midnight"."""
    return whole(m, f"{clock(m['h'], m['m'], here.british, True)} to")


def _lettered_noon(m: re.Match[str], here: Here) -> Said | None:
    """ "12N-1PM", "9AM-12N": the N of a timetable."""
    if not m["h"]:
        return whole(m, "noon to")
    half = f" {m['half'].upper()} M" if m["half"] else ""
    return whole(m, f"{clock(m['h'], m['m'], here.british, True)}{half} to noon")


def _ap(m: re.Match[str], here: Here) -> Said | None:
    """ "11:25a", "7:30-9p": a timetable's letters for a.m. and p.m."""
    if not m["m"] and not (m["h2"] and (m["half1"] or m["m2"])):
        return None
    if here.british and not (m["m"] or m["m2"]):
        return None  # 7p-9p: pence
    said = clock(m["h"], m["m"], here.british, True)
    if m["half1"]:
        said += f" {m['half1'].upper()} M"
    if m["h2"]:
        said += f" to {clock(m['h2'], m['m2'], here.british, True)}"
    return whole(m, f"{said} {m['half'].upper()} M")


def _minutes_and_seconds(m: re.Match[str], here: Here) -> Said | None:
    """ "1m 15.585s", "4 min 30 sec": a lap, a duration."""
    return whole(m, f"{_count(m['m'], 'minute')} {decimal(m['s'], here.british)} seconds")


def _seconds_left(m: re.Match[str], here: Here) -> Said | None:
    """ "with :04 left": the reader has passed over the colon."""
    said = _count(m["s"], "second")
    return Said(((said, m.start() - 1, m.end()),), m.end())


_OPENING = re.compile(
    r"\b(?:[Oo]pen(?:s|ing)?|[Cc]los(?:e|es|ed|ing)|[Dd]aily|[Ll]ast (?:adm\w*|entr(?:y|ies)|orders?)"
    r"|[Dd]oors|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)(?:day)?s?)\b"
)
_ADMITTED = re.compile(r"\b(?:[Ll]ast\s(?:adm\w*|entr(?:y|ies)|orders?)|[Dd]oors|[Cc]loses?|[Oo]pens?):?\s\Z")


def _hours_open(m: re.Match[str], here: Here) -> Said | None:
    """ "Tue–Sun, 10–5.30": British hours, the minutes behind a point on one side or both."""
    if not here.british or not (m["m"] or m["m2"]):
        return None
    if not _OPENING.search(here.text, max(0, m.start() - 60), m.start()):
        return None
    return whole(m, f"{clock(m['h'], m['m'], True, True)} to {clock(m['h2'], m['m2'], True, True)}")


LETTERS = (Rule(r"(?P<w>[Nn]oon|[Mm]idnight)\s?[-–—]\s?(?=\d)", _until),)
_HOUR = r"(?:1\d|2[0-3]|0?[1-9])"
_TIMED = ("in", "needed", "needs", "clocked", "clocking", "ran", "took", "takes", "time", "timestamp", "at")
"""Words before the minutes and seconds that something takes, or at which it is in a recording."""
_CLOCK_MINUTES = 24
"""From here on a figure before a colon is no hour."""


def minutes(m: re.Match[str], here: Here) -> str:
    """ "31:05" of a run or a recording; empty for a ratio. None has a nought before its second figure."""
    a, b = m["a"], m["b"]
    if not (len(a) == len(b) == 2 and int(a) >= _CLOCK_MINUTES and b < "60"):
        return ""
    if b[0] != "0" and (here.before(m.start()).lower() not in _TIMED or int(a) + int(b) == 100):
        return ""
    if b == "00":
        return f"{cardinal(int(a), here.british)} minutes"
    return f"{cardinal(int(a), here.british)} {'oh ' if b[0] == '0' else ''}{cardinal(int(b), here.british)}"


DIGITS = (
    Rule(
        r"12\s?N\s?[-–—]\s?(?=1?\d(?::[0-5]\d)?\s?[aApP]\.?[mM]\b)"
        r"|(?P<h>1[0-2]|0?[1-9])(?::(?P<m>[0-5]\d))?\s?(?P<half>[aA])\.?[mM]\.?\s?[-–—]\s?12\s?N(?!\w)",
        lambda m, h: _lettered_noon(m, h),
    ),
    Rule(r"(?P<s>[0-5]\d)(?<=[\s(]:\d\d)(?![\w:%]|[.,]\d)", _seconds_left),
    Rule(
        r"(?P<m>\d{1,3})\s?m(?:ins?)?\s?(?P<s>[0-5]?\d(?:\.\d{1,3})?)\s?s(?:ecs?)?(?!\w)(?:\.(?=\s[a-z]|[,;:)]))?",
        _minutes_and_seconds,
    ),
    Rule(
        r"(?P<h>1[0-2]|0?[1-9])(?::(?P<m>[0-5]\d))?"
        r"(?:(?P<half1>[ap])?\s?[-–]\s?(?P<h2>1[0-2]|0?[1-9])(?::(?P<m2>[0-5]\d))?)?"
        r"(?P<half>[ap])(?![\w'’]|[.-]\w)",
        _ap,
    ),
    Rule(
        rf"(?P<h>{_HOUR})(?P<m>(?!))?\s?[-–]\s?(?P<h2>{_HOUR}):(?P<m2>[0-5]\d)(?![\w:%]|[.-]\d|\s?[apAP]\.?[mM])",
        lambda m, h: whole(
            m, f"{clock(m['h'], None, h.british, True)} to {clock(m['h2'], m['m2'], h.british, True)}"
        ),
    ),
    Rule(
        rf"(?P<h>{_HOUR})(?:\.(?P<m>[0-5][05]))?\s?[-–]\s?(?P<h2>{_HOUR})(?:\.(?P<m2>[0-5][05]))?(?![\w%]|[.,-]\d)",
        _hours_open,
    ),
    Rule(r"(?P<m>\d{1,2}):(?P<s>[0-5]\d)\.(?P<part>\d{1,3})(?![\w:.]\w|\w)", _ran),
    Rule(
        r"(?P<h>1[0-2]|[1-9])\.\s?(?P<half>[ap])\.\s?m\.?(?!\w)",
        lambda m, h: whole(m, f"{cardinal(int(m['h']))} {m['half'].upper()} M"),  # a slip: 1.p.m.
    ),
    Rule(r"(?P<h>1?\d)(?::(?P<m>[0-5]\d))?\s?[-–—]\s?(?=(?:12\s)?(?:noon|midnight|sunset|dusk)\b)", _to_noon),
    Rule(r"(?P<east>\d{1,2})/(?P<central>\d{1,2})c(?!\w)", _twice),
    Rule(
        r"(?P<h>\d{1,3})\s?hr?s?\s?(?P<m>[0-5]?\d)\s?m(?:ins?)?(?!\w)"
        r"(?:\s?(?P<s>[0-5]?\d(?:\.\d{1,3})?)\s?s(?:ecs?)?(?!\w))?",
        _lasted,
    ),
    Rule(r"(?<=\b(?:at|by|to)\s)(?P<h>0\d)(?P<m>[0-5]\d)(?P<zone>(?!))?(?=[\s,.;]|\Z)", _military),
    Rule(
        rf"(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)h?"
        rf"(?:\s(?P<zone>(?=[A-Z]){_ZONES})\b|(?=\s(?:hours|hrs|local time|[Zz]ulu)\b))",
        _military,
    ),
    Rule(
        rf"(?P<h>\d\d?):(?P<m>[0-5]\d):(?P<s>[0-5]\d)(?:\.(?P<part>\d{{1,6}}))?(?![\w:])(?:\s?{_AMPM})?(?:\s?(?P<zone>{_ZONES})\b)?",
        _duration,
    ),
    Rule(
        rf"{_CLOCK}(?:\s?(?:(?P<half1>[aApP])\.?[mM]\.?)?\s?(?:-|–|—|to)\s?"
        rf"(?P<h2>[01]?\d)(?:[:.](?P<m2>[0-5]\d))?)?\s?{_AMPM}(?:\s?(?P<zone>{_ZONES})\b)?(?P<on>\s?[-–]\s?(?=(?:12\s)?(?:{_LATER})\b))?",
        _half,
    ),
    Rule(
        rf"(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?!\d|[:.,]\d)(?:\s?[-–—]\s?(?P<h2>[01]?\d|2[0-4]):(?P<m2>[0-5]\d)(?!\d))?"
        rf"(?:h\b)?(?:\s?(?P<zone>{_ZONES}|Z)\b)?",
        _noon,
    ),
    Rule(r"(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)(?P<zone>Z)(?!\w)", _military),
    Rule(r"(?P<h>0\d)(?P<m>[0-5]\d)(?P<zone>(?!))?(?![\w/:-]|[.,]\d)", _beside_hours),
    Rule(
        r"(?P<h>[01]?\d|2[0-3])\.(?P<m>[0-5][05])\s?[-–]\s?(?P<h2>[01]?\d|2[0-4])\.(?P<m2>[0-5][05])(?P<zone>(?!))?"
        r"(?=[,;)]|\.?(?:\s[A-Z]|\Z)|\s(?:on|daily|every|and)\b)",
        lambda m, h: _noon(m, h) if h.british else None,
    ),
    Rule(r"(?P<h>0?[1-9]|1\d|2[0-3])\.(?P<m>[0-5]\d)(?!\d|\.\d|\s?[%°])", _dotted),
)
