"""From one of a row to another: "iOS12-iOS26", "Gen1-Gen5", "F1-F12", "RTX2060-RTX3090"."""

from __future__ import annotations

from listen.speech.english.capitals.acronyms import MIXED
from listen.speech.english.capitals.codes import code_number
from listen.speech.english.capitals.spelling import say_capitals, spell
from listen.speech.rules import Here, Rule, Said, whole
from listen.speech.writing import patterns as re


def _from_one(m: re.Match[str], here: Here) -> Said | None:
    """Say the first of the row and "to"; two that follow each other may be a thing between them ("L4-L5")."""
    name, a, b = m["name"], int(m["a"]), int(m["b"])
    if a >= b or (b == a + 1 and len(name) == 1 and name not in "vV"):
        return None
    if name in MIXED:
        said = MIXED[name]
    elif len(name) == 1:
        said = spell(name.upper())
    else:
        said = say_capitals(name, False) if name.isupper() else name
    return whole(m, f"{said} {code_number(m['a'])} to")


_AIRPORT = re.compile(r"\b(?:[Aa]irports?|[Aa]ir(?:field|base))\s\(\Z")
_FUND = re.compile(
    r"\b(?:Fund|Vanguard|Fidelity|Schwab|Index|Admiral|Investor|Institutional|Shares|Growth|Income|ETF|Class\s[A-Z])\b"
)


def _in_brackets(m: re.Match[str], here: Here) -> Said | None:
    """ "Denver International Airport (DEN)", "the Wellesley Income Fund (VWINX)": letters."""
    if len(m["w"]) == 3:
        told = _AIRPORT.search(here.text, max(0, m.start() - 12), m.start())
    else:
        told = _FUND.search(here.text, max(0, m.start() - 50), m.start())
    return whole(m, spell(m["w"])) if told else None


LETTERS = (
    Rule(r"(?P<w>[A-Z]{3}|(?!FOREX|INDEX)[A-Z]{4}X)(?:(?<=\(...)|(?<=\(.....))(?=\))", _in_brackets),
    Rule(
        r"(?P<name>[A-Z]{1,4}|[A-Z][a-z]{2,8}|iOS|v)(?P<a>\d{1,4})\s?[-–]\s?(?=(?P=name)(?P<b>\d{1,4})(?![\w.-]))",
        _from_one,
    ),
)
