"""Strokes between two that go together ("on/off", "pub/sub"), in "w/milk", and in "a 3/5-pin plug"."""

from __future__ import annotations

from listen.speech.english.quantities.amounts import number
from listen.speech.english.quantities.unit_names import UNITS
from listen.speech.numbers import cardinal
from listen.speech.rules import Here, Rule, Said, whole, words
from listen.speech.writing import patterns as re

PAIRS = words(
    """
    pub/sub on/off start/stop stop/start stop/go yes/no true/false pass/fail love/hate win/loss win/lose
    risk/reward cost/benefit work/life price/earnings push/pull buy/sell client/server read/write
    input/output up/down in/out left/right good/evil hit/miss play/pause fight/flight day/night open/close
    host/guest parent/child public/private front/back top/bottom indoor/outdoor inside/outside
    before/after hot/cold light/dark wet/dry rural/urban urban/rural debt/equity profit/loss supply/demand
    nature/nurture mind/body boom/bust mother/daughter father/son brother/sister husband/wife
    mother/son father/daughter owner/operator student/teacher teacher/student doctor/patient buyer/seller
    gas/electric petrol/electric signal/noise
    """
)
"""Two words that are one thing, the stroke a hyphen: "an on/off switch"."""
_TRADES = words(
    """
    singer songwriter actor actress writer director producer guitarist composer musician editor author
    comedian rapper vocalist bassist pianist screenwriter photographer filmmaker model
    """
)
"""What one person is at once: "singer/songwriter"."""

_ONE_WAY = re.compile(
    r"(?:(?<=\bup)/down|(?<=\bon)/off|(?<=\bin)/out|(?<=\binside)/outside|(?<=\bbefore)/after)"
    r"\s(?:the|an?|your|my|his|her|our|their|its|this|that|of)\b",
)
_PER = re.compile(r"\bper\s[a-z]+\Z")


def _together(m: re.Match[str], here: Here) -> Said | None:
    if _PER.search(here.text, max(0, m.start() - 14), m.start()):
        return None  # per day/night
    if _ONE_WAY.match(here.text, m.start()):
        return whole(m, "or")  # walk up/down the stairs
    before, after = here.before(m.start()).lower(), here.after(m.end()).lower()
    if f"{before}/{after}" in PAIRS or (before in _TRADES and after in _TRADES and before != after):
        return Said((("", m.start(), m.end()),), m.end())
    return None


_A_SECOND = words(
    """
    frame cycle beat bit byte kbit mbit gbit rev request token op packet mole mol rad radian photon count
    meter metre pixel degree gram liter litre joule step image sample inch foot feet deg gal cal kcal turn
    rotation erg req tok transaction message iteration query instruction img knot
    """
)
"""What is counted in a second, in the singular too: "frame/s"."""
_SCALED_OR_KEY = re.compile(r"(?:[kmgtp]|kilo|mega|giga|tera)(?:byte|bit)|control|ctrl|command|cmd|alt|shift")
_FIGURE = re.compile(r"\d\s?\Z")
_YOURS = re.compile(
    r"\b(?:[Tt]he|[Yy]our|[Aa]ny|[Tt]hese|[Ff]ollowing|[Ww]hich)\s(?:message|image|transaction|instruction)\Z"
)
_TOLD = re.compile(r"\s(?:rates?|counts?|figures?|numbers?|limits?|throughput)\b")
"""Around what may be one or more: "your image/s", but "the message/s rate"."""


def _one_or_more(m: re.Match[str], here: Here) -> Said | None:
    """ "the name/s of the child/ren": the plural has the one too."""
    w = m["w"].lower()
    if m["s"] == "s" and (w[-1] == "s" or w in _A_SECOND or w in UNITS):
        end = m.end("w")
        yours = _YOURS.search(here.text, max(0, end - 24), end)
        if not yours or _TOLD.match(here.text, m.end()):
            return None
    if m["s"] == "s" and _SCALED_OR_KEY.fullmatch(w):
        return None  # Gbyte/s, Control/s
    if _FIGURE.search(here.text, max(0, m.start() - 2), m.start()):
        return None  # 300 cell/s
    return whole(m, f"{m['w']}{m['s']}")


LETTERS = (
    Rule(r"(?P<w>[A-Za-z][a-z]{2,20})/(?P<s>s|es|ren)(?![\w/²³-])", _one_or_more),
    Rule(
        r"[wW]/(?<![\w/]..)(?=[A-Za-z]{2}|\d)(?!(?:in|out|hr|hrs|wk|mo|kg|lb|vol|wt)\b)",
        lambda m, h: whole(m, "With" if m.group()[0] == "W" else "with"),
    ),
)
_SCHOOL = re.compile(
    r"\s(?:[Mm]ath\w*|[Ss]chools?|grades?|students?|education|teachers?|tutor\w*|classrooms?|curricul\w+)\b"
)


def _grades(m: re.Match[str], here: Here) -> Said | None:
    """ "PK - 8", "grades K - 5": from kindergarten to a grade."""
    named = here.before(m.start()).lower() in ("grade", "grades") or _SCHOOL.match(here.text, m.end())
    if m["k"] == "K" and not named:
        return None
    k = m["k"].replace("-", " ") if "re" in m["k"] else " ".join(m["k"])
    return whole(m, f"{k} to {cardinal(int(m['n']))}")


_COUNTED = (
    "pin|speed|door|seater|seat|player|piece|way|person|man|star|channel|core|bay|port|member|bed|bedroom|part|"
    "line|lane|string|cylinder|ply|axis|stage|step|button|blade|phase|wire|pole|digit|bit|layer|season|burner"
)
_TIMES = "month|year|week|day|hour|minute|second"


def _either(m: re.Match[str], here: Here) -> Said | None:
    """Say the two as a choice; what is less than one of a time is a part of it: "a 3/4-hour talk"."""
    a, b = int(m["a"]), int(m["b"])
    part = a == 1 or (m["time"] and b in (2, 3, 4, 8))
    if a >= b or (part and m["noun"] not in ("player", "person")):
        return None
    return whole(
        m, f"{number(m['a'], here.british)} or {number(m['b'], here.british)} {m['noun'] or m['time']}"
    )


DIGITS = (
    Rule(
        rf"(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})[-‐‑](?:(?P<noun>{_COUNTED})|(?P<time>{_TIMES}))(?!\w)",
        _either,
    ),
)
GRADES = Rule(r"(?P<k>PK|TK|K|[Pp]re-?K)(?:\s[-–]\s?|–)(?P<n>1[0-2]|[1-9])(?![\w/.-])", _grades)
SYMBOLS = (Rule(r"/(?<=[a-z]/)(?=[A-Za-z][a-z])", _together),)
