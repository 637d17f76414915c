"""Days of the week in short: "Mo.–Fr.", "Sa. und So. von 10 bis 16 Uhr", "ma. t/m vr."."""

from __future__ import annotations

from collections.abc import Mapping

from listen.speech.rules import Here, Rule, Said, whole
from listen.speech.writing import patterns as re

_HOUR = r"\d{1,2}(?:[.:]\d\d)?"


def weekday_rules(
    days: Mapping[str, str], to: str, until: Mapping[str, str], months: str
) -> tuple[Rule, ...]:
    """Rules that begin with a letter; `days`: short form → name, `until`: "to" between two → said, `months`:
    a pattern of their names.

    A short form is a day only beside another, before an hour or before a date: "So" and "Do" are words.
    """
    if not days:
        return ()
    named = dict(days) | {short.capitalize(): name for short, name in days.items()}
    short = "|".join(sorted(named, key=len, reverse=True))
    full = "|".join((*days.values(), *(name.capitalize() for name in days.values())))
    beside = re.compile(rf"(?<!\w)(?:{short}|{full})\.?(?:,|\s?[/+&]|\s(?:{_AND}))\s?\Z")

    def name(written: str) -> str:
        return named[written]

    def span(m: re.Match[str], here: Here) -> Said | None:
        return whole(m, f"{name(m['a'])} {until.get(m['to'] or '', to)} {name(m['b'])}")

    def one(m: re.Match[str], here: Here) -> Said | None:
        if m["dated"] is not None:
            return whole(m, name(m["a"]))
        if m["hours"] is not None and (
            m["a"] != "zo" or beside.search(here.text, max(0, m.start() - 24), m.start())
        ):
            return whole(m, name(m["a"]))
        if "." in m.group() and m["a"].lower() != "zo" and here.before(m.start()).lower() in _ANNOUNCE:
            return whole(m, name(m["a"]))  # "auf einen Mo."
        if m["a"] in days and m["a"].islower() and "." not in m.group():
            if m["a"] in _DUTCH and m["told"] is not None and not here.before(m.start()):
                return whole(m, name(m["a"]))  # ", za tot 17 u."
            return None  # Dutch "zo" and "wo" are words
        told = m["told"] is not None or beside.search(here.text, max(0, m.start() - 24), m.start())
        return whole(m, name(m["a"])) if told else None

    between = "|".join(re.escape(word) for word in until) or r"(?!)"
    told = (
        rf"(?P<told>(?=(?:,|\s?[/+&]|\s(?:{_AND}))\s?(?:{short})(?!\w))"
        rf"|(?=[,:]?\s(?:\w{{1,4}}\s)?{_HOUR}(?:\s?(?:[-–]|a|à|bis|tot|às)\s?{_HOUR})?\s?(?:Uhr|uur|u|h)\b)"
        r"|(?=,\s\d{1,2}\.(?:\s|\d{1,2}\.))|(?<=\.)(?=\s\d{1,2}\.?\s[^\W\d_]{3}))?"
    )
    both = rf"{_HOUR}(?:\s?u(?:ur)?)?\s?(?:[-–]|a|à|bis|tot|às)\s?{_HOUR}\s?(?:Uhr|uur|u|h)\b"
    hours = rf"(?P<hours>(?=(?:(?:,\s?|\s?[/+&]\s?|\s(?:{_AND})\s)(?:{short})){{0,6}}:?\s(?:van\s)?{both}))?"
    row = (
        rf"\s\d{{1,2}}\.?(?:,|\s(?:{_AND}|{_UNTIL}))\s(?:{short})\.?,?\s\d{{1,2}}(?!\d)"
        rf"|(?<=\.),\s\d{{1,2}}(?:[,;)]|\s(?:{_AND}|de)\s)"
    )
    date = rf"\s\d{{1,2}}(?:/\d{{1,2}}(?!\d)|[-/.]\d{{1,2}}[-/.]\d{{2,4}}|\.?\s(?:de\s)?(?:{months}))(?!\w)"
    return (
        Rule(
            rf"(?P<a>{short})\.?\s?(?:[-–]|(?P<to>{between})(?=\s))\s?(?P<b>{short})(?!\w)"
            r"(?:\.(?=\s[a-zà-ÿ\d(]|[,;:)]))?",
            span,
        ),
        Rule(rf"(?P<a>{short})(?!\w)(?:\.(?=\s|[,;:)/-]|\Z))?(?P<dated>(?={date}|{row}))?{hours}{told}", one),
    )  # fmt: skip


_ANNOUNCE = frozenset(
    (
        "am",
        "einen",
        "jeden",
        "diesen",
        "vom",
        "bis",
        "ab",
        "nächsten",
        "letzten",
        "le",
        "du",
        "au",
        "sauf",
        "sf",
        "chaque",
    )
)
"""Words behind which a short form with a full stop is a day."""
_UNTIL = "t/m|tot|tot en met|bis|bis zum|au|à|al|a|até|às|ao|–|-"
_DUTCH = frozenset(("ma", "di", "do", "vr", "za"))
_AND = "und|u\\.|oder|et|ou|y|o|e|en|of"
