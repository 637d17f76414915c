"""Degrees: "20°C", "-5C", "350F" in an oven, "a 5° slope"."""

from __future__ import annotations

from listen.speech.english.measures.lengths import COMPASS
from listen.speech.english.quantities.amounts import (
    LABELLED,
    attributive,
    number,
    qualifies,
)
from listen.speech.english.quantities.unit_names import PER_NAMES, local
from listen.speech.rules import Here, Said, whole, words
from listen.speech.writing import patterns as re

_PER_MINUTE = re.compile(r"/(?P<per>min|h|hr|s|sec|decade|day|km|m)(?!\w)")

_ANGLED = words("slope angle turn view rotation tilt incline bend corner field pitch lens camera video")
""""A 5° slope"."""

_HEX = re.compile(r"(?:0x)?(?:[A-F]\d|\d[A-F])")
_BOARD = re.compile(r"[A-Z]{2,12}")
"""Capitals before one figure and a letter: a name of that kind, or bytes."""
_OVENS = frozenset(str(n) for n in range(160, 501, 5))
_DEGREES = re.compile(r"\b(?:was|is|of|at|to|around|about|reached|hit)\s-?\d{1,2}\s?°?[CF]\b")
_NAMED = re.compile(
    r"\b(?:(?:[Aa]n?|[Tt]he|[Tt]his|[Mm]y|[Yy]our|[Oo]ur|[Tt]heir|[Hh]is|[Hh]er|[Ii]ts)\s[A-Z][a-z]{1,12}"
    r"|[Vv]ersions?|[Mm]odels?)\s\Z"
)
"""Before one figure and a letter that name a thing: "a Nokia 3F", "version 5C"."""
_BAKED = re.compile(
    r"\b(?:[Bb]ak(?:e|es|ed|ing)|[Oo]ven|[Rr]oast(?:ed|ing)?|[Pp]re-?heat\w*|[Gg]rill|flour|butter|fan)\b"
)
_WARM = re.compile(
    r"\s?-?(?:heat|temperatures?|mark|target|limit|goal|threshold|warming|barrier|days?|weather|water|increase|rise|range|"
    r"cold|ceiling|level|oven|scenario|world|guardrail|pathway)\b"
)


def _is_warm(m: re.Match[str], here: Here) -> bool:
    """Return whether "the 2C" is a temperature: what follows tells, or a range."""
    return bool(m["b"]) or _WARM.match(here.text, m.end()) is not None


_WARMED = re.compile(
    r"\b(?:warmed|warmer|cooled|cooler|hotter|colder|warming|temperatures?|climate|risen|pre-industrial|degrees?)\b"
)


_CHARGED = re.compile(r"charg(?:e[ds]?|ing)\b")
"""How fast a battery is filled is told in C too."""


def _is_warmed(m: re.Match[str], here: Here) -> bool:
    """ "The seas warmed 0.9C", but "charged at 0.5C"."""
    decimal = m["a"].startswith("0.") and m["bare"] == "C"
    decimal = decimal and not _CHARGED.search(here.text, max(0, m.start() - 40), m.start())
    return decimal and _WARMED.search(here.around(m.start(), m.end())) is not None


_COLD = re.compile(
    r"\b(?:[Tt]emperatures?|[Ff]reez\w{0,3}|[Ff]rozen?|[Cc]old(?:er)?|[Ff]rost\w?|[Ww]inters?|[Ss]now\w{0,4}|[Ww]eather|[Oo]vernight|[Ii]cy?"
    r"|[Tt]hermometers?|[Ww]ind\schill|[Mm]elt\w{0,3})\b|[-−]\d{1,2}\s?°?C\b"
)


_CODED = re.compile(r"\b(?:[Hh]ex|[Bb]ytes?|[Oo]pcodes?|[Rr]egisters?|0x[\dA-F]{2})\b")


def _is_freezing(m: re.Match[str], here: Here) -> bool:
    """ "winters below 0C", but "the byte 0C": where water freezes."""
    near = here.around(m.start(), m.end())
    told = _COLD.search(near) and not _CODED.search(near)
    return m["a"] == "0" and m["bare"] == "C" and bool(told)


_SCALES = {"C": "Celsius", "F": "Fahrenheit", "K": "Kelvin"}


def _is_oven(m: re.Match[str], here: Here) -> bool:
    """ "Bake at 350F": hotter than any day."""
    near = _BAKED.search(here.text, max(0, m.start() - 150), m.end() + 80)
    return m["a"] in _OVENS and near is not None


_INNER_CAPITAL = re.compile(r"(?!Ma?c[A-Z][a-z])\w*(?:[a-z][A-Z]|[A-Z]{2}[a-z])")


_FILED = re.compile(r"\b(?:SEC|13[DFG]\s(?:filings?|forms?|reports?|holdings?|disclosures?))\b")
_ISSUE = re.compile("II|III|IV|VI|VII|VIII")
"""A model's next issue; no degrees behind it."""
_MODEL = re.compile(
    r"(?<![\w.-])(?:[A-Z]{1,3}\d{1,3}[A-Z]{1,2}\s|(?!(?:CO|NO|SO)2|PM\d)[A-Z]{2,3}\d{1,3}\s(?:or|and)\s)\Z"
)
"""A model before figures and a letter: "X2D 100C", "the GT3 or 100F"."""


def _is_named(m: re.Match[str], here: Here) -> bool:
    """Return whether "3F" is the name of a machine or of its version."""
    named = _NAMED.search(here.text, max(0, m.start() - 24), m.start()) is not None
    return named and not _WARM.match(here.text, m.end())


def degrees(m: re.Match[str], here: Here) -> Said | None:
    low = number(m["a"], here.british)
    if m["b"]:
        low += f" to {number(m['b'], here.british)}"
    if m["minus"]:
        low = f"minus {low}"
    scale, compass = m["scale"] or m["bare"] or m["oven"], m["compass"]
    if m["oven"] and not _is_oven(m, here):
        return None
    if m["bare"] and here.before(m.start()).lower() in LABELLED:
        return None
    if m["bare"] and (
        (m["a"][0] == "0" and not _is_warmed(m, here) and not _is_freezing(m, here))
        or (here.before(m.start()).lower() == "the" and not _is_warm(m, here))
    ):
        return None  # 00-7F; see the 2C
    if m["bare"] and m["a"].isdecimal() and _INNER_CAPITAL.match(here.before(m.start())):
        return whole(m, f"{number(m['a'], here.british)} {m['bare']}")  # NIU KQi 100F
    if m.group().strip() == "13F" and _FILED.search(here.around(m.start(), m.end())):
        return whole(m, "thirteen F")  # what funds tell of their shares
    if m["bare"] and _ISSUE.fullmatch(here.before(m.start())):
        return whole(m, f"{number(m['a'], here.british)} {m['bare']}")  # X2D II 100C
    if m["bare"] and m["a"].isdecimal() and _MODEL.search(here.text, max(0, m.start() - 16), m.start()):
        return whole(m, f"{number(m['a'], here.british)} {m['bare']}")  # the X2D 100C
    named = here.before(m.start())[:1].isupper() and here.after(m.end())[:1].isupper()
    if m["bare"] and len(m["a"]) == 1 and _HEX.fullmatch(here.before(m.start())):
        return None  # C3 9F
    board = len(m["a"]) == 1 and not here.headline and _BOARD.fullmatch(here.before(m.start()))
    if m["bare"] and board and not _DEGREES.search(here.text, max(0, m.start() - 90), m.start()):
        return None  # a ROCK 5C, CE 9F
    if m["bare"] and len(m["a"]) == 1 and _is_named(m, here):
        return None  # a Nokia 3F, version 5C
    if m["bare"] and here.text[max(0, m.start() - 3) : m.start()] in ("00-", "00–"):
        return None  # 00–7F
    coded = len(here.after(m.end())) > 1 and here.after(m.end()).isupper() and not here.headline
    if m["bare"] and len(m["a"]) == 1 and not m["minus"] and (named or coded):
        return None  # YubiKey 5C NFC
    cold = m["bare"] and not m["minus"] and not 0 <= float(m["a"].replace(",", "")) <= 150
    if cold and not _is_oven(m, here):
        return None
    end = m.start() + len(m.group().rstrip())
    around = m["a"] in ("180", "270", "360") and qualifies(here, end)  # 360° reviews
    angled = (around or here.after(end).lower() in _ANGLED) and not scale and not compass
    single = m["a"] in ("1",) or angled or attributive(here, m.start(), end)
    words = f"{low} degree{'' if single else 's'}"
    if compass:
        words += f" {COMPASS[compass]}"
    elif scale:
        words += f" {_SCALES[scale]}"
    per = _PER_MINUTE.match(here.text, m.end())
    if per:  # 20 °C/min
        words += f" per {PER_NAMES.get(per['per'], per['per'])}"
        return Said(((local(words, here.british), m.start(), per.end()),), per.end())
    return whole(m, words)
