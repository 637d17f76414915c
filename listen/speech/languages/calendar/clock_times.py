"""Times of day, from one to another, and how long something lasted, in the six European languages."""

from __future__ import annotations

from listen.speech.languages.counting import worded
from listen.speech.languages.traits import Language
from listen.speech.rules import Here, Rule, Said, whole
from listen.speech.writing import patterns as re

_TIME = r"(?P<{}>[01]?\d|2[0-4])(?:[:.](?P<{}>[0-5]\d))?"
_FROM, _TILL = _TIME.format("h", "m"), _TIME.format("i", "n")
_HOUR = r"(?P<{}>[01]?\d|2[0-4])\s?[hHu]\s?(?P<{}>[0-5]\d)?"
_HOURS = rf"{_HOUR.format('h', 'm')}\s?[-–]\s?{_HOUR.format('i', 'n')}(?!\w)"
_COLONS = r"(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)\s?[-–]\s?(?P<i>[01]?\d|2[0-4]):(?P<n>[0-5]\d)(?![\d:])"
_LINK = r"(?P<{}>y\s|et\s|e\s|en\s|und\s)?"
_PLAIN = r"\d{1,2}(?:[.:][0-5]\d)?"
_AND = r"und|u\.|et|en|y|e"
_DOTTED = (
    r"(?P<h>[01]?\d|2[0-4])(?:\.(?P<m>[0-5][05]))?\s?[-–]\s?(?P<i>[01]?\d|2[0-4])\.(?P<n>[0-5][05])"
    r"(?![\w:]|[.,]\d|\s?[%€$£]|\s(?:[Ee]uro|Dollar|Franken|Cent|CHF|EUR|USD|mi[lo]|me[tn]|m\b|pesos|reais))"
)
"""Two times of day in figures with points and round minutes: Italian "10.00-13.30", "9-12.30"."""
_PARTED = (
    rf"(?P<h>\d{{1,2}})\s?[hu]\s?{_LINK.format('link_m')}(?P<m>\d{{1,2}})\s?(?:min\.?|['′’])\s?"
    rf"{_LINK.format('link_s')}(?P<s>\d{{1,2}})\s?(?:s(?:e[ck]?g?\.?)?(?!\w)|[\"″”]|'')"
)
"""How long something lasted, each part with its unit: "2 h 04 min 39 s", "2 h 04' y 39\""."""
_LASTED = r"(?P<h>\d{1,2}):(?P<m>[0-5]\d):(?P<s>[0-5]\d)(?![\d:])(?:\s?(?:h|Std\.|Stunden|uur)(?!\w))?"


def clock_rules(lang: Language) -> tuple[Rule, ...]:
    """Rules that begin with a figure."""

    def clock(hour: int, minute: str | None, written: str) -> str:
        if lang.say_time is not None:
            return lang.say_time(hour, int(minute) if minute else None, written)
        if not minute or minute == "00":
            return lang.hour.format(h=hour)
        return lang.clock.format(h=hour, m=int(minute))

    def time(m: re.Match[str], here: Here) -> Said | None:
        hour, minute = int(m["h"]), m["m"]
        if hour > 24 or (minute and int(minute) > 59):
            return None
        return whole(m, clock(hour, minute, m.group()))

    def ends(m: re.Match[str]) -> tuple[str, str]:
        return clock(int(m["h"]), m["m"], m.group()), clock(int(m["i"]), m["n"], m.group())

    def times(m: re.Match[str], here: Here) -> Said | None:
        """Two times of day, the first without what marks it as one."""
        first, last = ends(m)
        if not m["m"]:
            first = m["h"]  # "9–17.30 Uhr": the word once
        return whole(m, f"{first} {lang.to} {last}")

    def listed(m: re.Match[str], here: Here) -> Said | None:
        """ "8–12 und 14–17.30 Uhr": the word at the end of both."""
        first, last = (clock(int(m[h]), m[n], m.group()) if m[n] else m[h] for h, n in ("hm", "in"))
        return whole(m, f"{first} {lang.to} {last}")

    def hours(m: re.Match[str], here: Here) -> Said | None:
        """ "9h-18h"."""
        return whole(m, f" {lang.to_hour} ".join(ends(m)))

    def duration(m: re.Match[str], here: Here) -> Said | None:
        """ "2:05:30": hours, minutes and seconds."""
        links = m.groupdict()
        parts = [
            (links.get(f"link_{group}") or "", int(m[group]), many)
            for group, many in zip("hms", lang.lasted, strict=True)
        ]
        return whole(m, " ".join(link + _named(lang, n, many) for link, n, many in parts if n))

    def dotted(m: re.Match[str], here: Here) -> Said | None:
        whole_hour = m["n"] in ("00", "15", "30", "45") and int(m["h"]) < int(m["i"])
        return times(m, here) if m["m"] or whole_hour else None

    return (
        Rule(rf"{_DOTTED}(?:\s?(?:{lang.until}))?", dotted),
        Rule(_LASTED, duration),
        Rule(_PARTED, duration),
        Rule(rf"{_COLONS}(?:\s?(?:{lang.until}))?", times),
        *(Rule(_HOURS, hours) for _ in (lang.to_hour,) if lang.to_hour),
        Rule(rf"{_FROM}(?:\s?[-–]\s?|\s{lang.to}\s){_TILL}\s?(?:{lang.until})", times),
        Rule(
            rf"{_FROM}\s?[-–]\s?{_TILL}(?=\s(?:{_AND})\s{_PLAIN}\s?[-–]\s?{_PLAIN}\s?(?:{lang.until}))",
            listed,
        ),
        *(Rule(pattern, time) for pattern in lang.times),
    )


def _named(lang: Language, n: int, many: str) -> str:
    """ "five minutes", "one hour", the number in the form that its noun wants."""
    name = lang.singular(many) if n == 1 else many
    return f"{worded(str(n), lang.cardinal, lang.agree, name)} {name}"
