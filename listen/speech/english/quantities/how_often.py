"""This module says how often a thing is done: "3-4 x a week", "1x/day"."""

from __future__ import annotations

import re

from listen.speech.english.quantities.amounts import number
from listen.speech.rules import Here, Rule, Said, whole

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
DIGITS = (
    Rule(
        rf"(?:(?P<low>\d{{1,2}})\s?[-–]\s?)?(?P<a>\d{{1,2}})\s?[xX×](?:[’']s)?(?:\s?/\s?(?P<per>{_SPAN})(?!\w)"
        rf"|(?=\s(?:(?:a|an|per|each|every)\s(?:{_SPAN})|daily|weekly|monthly|yearly|annually)\b))",
        _often,
    ),
)
