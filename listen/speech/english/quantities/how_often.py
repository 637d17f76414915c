"""This module says how often a thing is done: "3-4 x a week", "1x/day"."""

from __future__ import annotations

from listen.speech.english.quantities.amounts import number
from listen.speech.numbers import cardinal
from listen.speech.rules import Here, Rule, Said, whole
from listen.speech.writing import patterns as re

_SPANS = {"wk": "week", "mo": "month", "yr": "year", "hr": "hour"}


def _often(m: re.Match[str], here: Here) -> Said | None:
    """ "3-4 x a week", "1x/day", "2 x daily"."""
    low = f"{number(m['low'], here.british)} to " if m["low"] else ""
    times = "time" if m["a"] == "1" and not low else "times"
    said = f"{low}{number(m['a'], here.british)} {times}"
    if m["per"]:
        said += f" per {_SPANS.get(m['per'], m['per'])}"
    return whole(m, said)


_SPAN = r"day|week|wk|month|mo|year|yr|hour|hr|session"
_HELD = r"planks?|holds?|sprints?|jogs?|walks?|intervals?|stretch(?:es)?|pauses?"


def _trained(m: re.Match[str], here: Here) -> Said | None:
    """ "3 x 8-12 reps"."""
    if int(m["b"]) >= int(m["c"]):
        return None
    a, b, c = (number(m[g], here.british) for g in "abc")
    return whole(m, f"{a} by {b} to {c}")


def _worked(m: re.Match[str], here: Here) -> Said | None:
    """ "45s work/15s rest", "a 30s plank"."""
    if here.before(m.start()).lower() in ("the", "his", "her", "their", "my"):
        return None
    one = m["a"] == "1" or m["held"] is not None
    return whole(m, f"{number(m['a'], here.british)} second{'' if one else 's'}")


_TITLES_NEXT = (
    r"(?=\s(?:[A-Z][\w-]{1,15}\s){0,2}(?:world\s|defending\s|national\s|state\s)?(?:[Cc]hamp(?:ion)?s?|[Ww]inners?|All-(?:Stars?|Americans?|Pros?)"
    r"|MVPs?|Olympians?|[Mm]edall?ists?|Bowlers?|[Nn]ominees?|[Ff]inalists?)\b(?P<goods>\s(?!(?:and|or|but|who|whose|with|in|of|on|at|for|from|to"
    r"|by|is|was|has|had|will|as|since|when|while|before|after|[A-Z][a-z]+\s[A-Z][a-z]+)\b)[A-Za-z])?)"
)
_BOUGHT = re.compile(
    r"\b(?:[Bb]uy|[Oo]rder|[Aa]dd|[Bb]ought|[Oo]rdered|[Ii]ncludes?|[Cc]ontains?|[Ss]et\sof|[Pp]acks?\sof|[Bb]ox\sof)\s\Z"
)
_HOLDER = re.compile(r"\b(?:an?|the|this|[Ff]ormer|is|was|by|A|The)\s\Z")
"""Before one who has won so much: "the 3x All-Star guard"."""


def _titled(m: re.Match[str], here: Here) -> Said | None:
    """ "a 3x champ"; no "4x Champion hoodies"."""
    start = max(0, m.start() - 12)
    if _BOUGHT.search(here.text, start, m.start()):
        return None
    if m["goods"] and not _HOLDER.search(here.text, start, m.start()):
        return None
    return whole(m, f"{cardinal(int(m['n']))} time")


DIGITS = (
    Rule(rf"(?P<n>[2-9]|1\d)x{_TITLES_NEXT}", _titled),
    Rule(
        r"(?P<a>\d{1,2})\s?[x×]\s?(?P<b>\d{1,3})\s?[-–]\s?(?P<c>\d{1,3})(?=\s(?:reps?|each|sec|min|breaths|per)|[,;)]|\.?\Z)",
        _trained,
    ),
    Rule(rf"(?P<a>\d{{1,3}})s(?=\s(?:work|rest|on|off|easy|hard|recovery|(?P<held>{_HELD}))\b)", _worked),
    Rule(
        rf"(?:(?P<low>\d{{1,2}})\s?[-–]\s?)?(?P<a>\d{{1,2}})\s?[xX×](?:[’']s)?(?:\s?/\s?(?P<per>{_SPAN})(?!\w)"
        rf"|(?=\s(?:(?:a|an|per|each|every)\s(?:{_SPAN})|daily|weekly|monthly|yearly|annually)\b))",
        _often,
    ),
)
