"""An "m" behind a figure: metres of a race, a height or a distance, or millions."""

from __future__ import annotations

from listen.speech.rules import Here, words
from listen.speech.writing import patterns as re

_METRES_AFTER = words(
    """
    final sprint race relay freestyle backstroke breaststroke butterfly medley hurdles dash tall high
    long wide deep away from below above wall fence pool tower wave waves heats semi-final semi-finals
    champion champions record title gold silver bronze swim run runner hurdler steeplechase distance
    summit peak ascent descent climb ridge cliff
    radius individual platform springboard air rifle underwater offshore deep-water trench statue
    exclusion stretch sea height telescope yacht superyacht schooner vessel vessels boat section
    drop fall jump hole jumper diving women men
    women's men's apart into across to in up down off by swell swells surf distancing social rule
    """
)

_REACHED = words(
    "cleared clears jumped jumps threw throws leapt vaulted hurled stands stood measures measured measuring"
)
_BEARING = re.compile(
    r"\s(?:due\s)?(?:(?:north|south)(?:-?(?:east|west|south|north))?|(?:east|west)(?:-(?:west|east))?|(?:up|down)(?:hill|stream)|inland"
    r"|further\s(?:on|along|up|down)|along(?=\sthe\b))(?=\s(?:of|from|along|to|on|and|the)\b|[,.;)]|\Z)"
)
"""Which way it lies: "300m north of the lock"."""
_PASSED = re.compile(
    r"\s(?:past|before|beyond|after)\sthe\s(?:traffic\s|petrol\s|cattle\s|next\s|second\s|first\s)?"
    r"(?:lights|church|pub|bridge|junction|roundabout|turning|crossroads|gate|entrance|corner|bend|car\spark|grid|chapel)"
    r"(?=[.,;)]|\Z|\s(?:and|on)\b)"
)
""" "Stop 100m before the lights"."""
_PAID = words(
    "cost costs costing spent spend spends spending raised raises invested paid pays budgeted worth"
)
"""What is done with money alone."""
_RACED = frozenset(
    (
        "50",
        "60",
        "100",
        "200",
        "400",
        "800",
        "1500",
        "1,500",
        "3000",
        "3,000",
        "5000",
        "5,000",
        "10000",
        "10,000",
    )
)
_RUNNING = re.compile(
    r"\b(?:marathon|pace|sprints?|laps?|track|warm-?up|cool-?down|jog|reps?|intervals?|freestyle|butterfly|breaststroke|"
    r"backstroke|medley|relay|hurdles)\b"
)

_LEAD_NEXT = re.compile(
    r"\s(?:(?!(?:of|in|to|and|or|for|with|new|more)\b)[A-Za-z][\w-]{0,12}\s){0,4}"
    r"(?:cables?|cords?|(?:extension|mains|test|dog)\sleads?|hoses?|ropes?|ladders?|tape\smeasures?|ribbons?|flexes|wires?|leash)"
    r"\b(?!\s(?:market|industry|business|deals?|contracts?|sales?|project|factory|users)\b)"
)


def is_lead(m: re.Match[str], here: Here) -> bool:
    """ "a 3m braided USB cable", "two 5m hoses", but "sold 3m cables"."""
    if m["b"] or float(m["a"].replace(",", "")) > 100:
        return False
    lead = _LEAD_NEXT.match(here.text, m.end())
    if lead is None:
        return False
    before = here.before(m.start()).lower()
    paired = before == "of" and _PAIR_OF.search(here.text, max(0, m.start() - 12), m.start()) is not None
    return before in _ONE_OF_THEM or paired or _WIRED.search(lead.group()) is not None


_ONE_OF_THEM = words("a an the this that my your our his her one two three four")
_WIRED = re.compile(
    r"\b(?:HDMI|USB|usb|[Ee]thernet|[Bb]raided|[Ee]xtension|Cat\s?\d|DisplayPort|XLR|[Ff]ib(?:re|er)|[Pp]ower)\b"
)
_PAIR_OF = re.compile(r"\b(?:couple|pair|set|pack)\sof\s\Z")
_OF_WATER = re.compile(
    r"\b(?:tides?|swells?|surf|wave heights?|water levels?|dish|antenna|telescope|depths?|altitude)\b",
    re.I,
)


_OTHER_LENGTH = re.compile(r"\s?\(\d{1,6}(?:[.,]\d{1,3})?\s?-?(?:ft|feet|foot|in|yd|yards?|miles?)\b")

_TOLD_BEFORE = re.compile(
    r"\d\s?-?(?:in|ins|ft|feet|foot|inch(?:es)?|yds?|yards?|miles?|mi|[\"”″'′’])\.?\s?\((?:about\s|approx\.?\s|~)?\Z"
)
"""Before what is told in metres too."""

_SMALL_LENGTH = re.compile(r"\b\d{1,4}(?:\.\d{1,2})?\s?(?:cm|mm)\b")


def _lengths_near(here: Here, m: re.Match[str]) -> bool:
    amount = m["a"].replace(",", "")
    near = here.text[max(0, m.start() - 80) : m.end() + 80]
    return float(amount) < 1000 and _SMALL_LENGTH.search(near) is not None


_LIES = words("in of from to and or at over after before within above below up down long")
_FAR_LENGTH = re.compile(r"(?<![$£€\d.,])\d{1,3}(?:\.\d{1,2})?\s?(?:km|kilomet(?:re|er)s?|miles?)\b")


def _far_near(here: Here, m: re.Match[str]) -> bool:
    """Return whether a distance in kilometres or miles stands near."""
    return _FAR_LENGTH.search(here.text, max(0, m.start() - 60), m.end() + 60) is not None


_WATERED = re.compile(
    r"\b(?:[Ww]ater-?\s?(?:proof|resist\w{2,6}|tight)|[Ss]ubmer\w{3,8}|[Dd]iv(?:e[sd]?|ing)|[Dd]epths?|[Ss]wim\w{0,6})\b"
    r"(?:\s[a-z]{2,12}){0,4}\s\Z|\dATM\s?/\s?\Z"
)
_EARNED = re.compile(
    r"\+?\s(?:in|of)\s(?!the\s)(?:\w+\s){0,2}(?:profits?|revenues?|sales|cash|debts?|funding|earnings|losses|taxes|tax|savings|costs"
    r"|income|capital|investments?|damages|fees|loans?|aid|equity|dividends?|EBITDA|ARR)\b"
)
_MILLIONS_NEAR = re.compile(r"[$£€]\d|\d(?:bn|b|k)\b|\b(?:profits?|revenues?|EBITDA|valuation)\b")
_TIMED = re.compile(
    r"\b(?:WR|bezels?|[Dd]iver's|[Dd]iv(?:e|er|ing)\swatch(?:es)?|water[\s-](?:resist\w{2,6}|pressure))\b"
)
_BORN = words("people users dollars euros pounds viewers")


_RATINGS = frozenset(("30", "50", "100", "120", "150", "200", "300", "500", "600", "1000", "1,000"))
"""Metres of water that watches are sold for."""


def _is_worn(after: str, m: re.Match[str], here: Here) -> bool:
    """Return whether a watch stands so much water: "a diver with 200m WR", "has a 100m limit"."""
    if after in _BORN or _MILLIONS_NEAR.search(here.around(m.start(), m.end())):
        return False
    rated = m["a"] in _RATINGS and _TIMED.search(here.around(m.start(), m.end()))
    return after == "wr" or bool(rated)


_SMALL_AFTER = frozenset(
    ("in", "to", "by", "up", "down", "off", "across", "into", "below", "above", "from", "apart")
)
"""What stands behind lengths and counts alike."""
_FIRST_SIDE = re.compile(r"\d\s?m\sby\s\Z")
_COUNTS = re.compile(
    r"\b(?:[Ss]ales|[Ss]old|[Ss]ell|[Uu]sers?|[Ss]ubscribers?|[Pp]rofits?|[Rr]evenues?|[Pp]opulation|[Vv]iewers|[Cc]opies|[Jj]obs"
    r"|[Vv]otes|[Mm]embers(?:hip)?|[Cc]ustomers|[Vv]isitors|[Pp]assengers|[Ss]hares|[Ss]treams|[Dd]ownloads|[Bb]udgets?|[Tt]urnover"
    r"|[Ll]osses|[Dd]ebts?|[Ff]ollowers|[Rr]eaders|[Ll]isteners|[Hh]ouseholds|[Vv]ehicles|[Tt]ourists|[Mm]igrants|[Rr]efugees"
    r"|[Uu]nemployment|[Aa]udiences?|[Tt]onnes|[Bb]arrels|[Uu]nits|[Ff]orecasts?|[Tt]ax(?:es)?|[Ii]nvest\w{2,6}|[Ff]und(?:s|ing|ed))\b"
)
_LENGTHY = re.compile(
    r"\b(?:water|waves?|floods?|floodwater|rivers?|seas?|snow|tides?|deep|tall|high|wide|long|lengths?|heights?|depths?|widths?"
    r"|feet|ft|metres|meters|km|pool|cliffs?|trees?|walls?|holes?|tunnels?|shafts?|jump\w{0,3}|races?|ran|swam|beach|shore|coast"
    r"|road|goal|yards?|cm|mm)\b"
)
_ALTITUDE = re.compile(
    r"\b(?:pass|summit|peaks?|mountains?|altitudes?|elevations?|above\ssea|ascents?|climb\w{0,4}|base\scamp|ridge|volcano|glacier|col)\b"
)
_SIDE_NEXT = re.compile(
    r"\s(?:in\s(?:length|height|width|depth|diameter|circumference|radius|size|front|thickness|the\sair)\b|by\s\d)"
)
_WHEN = re.compile(
    r"\s(?:in|by|to|up)\s(?:(?:19|20)\d\d\b|January|February|March|April|May|June|July|August|September|October|November"
    r"|December|the\s(?:end|start|year|first|last|second|third|same|late|early|mid)|then\b|noon\b|date\b|last\b|next\b|mid\b|mid-"
    r"|early\b|late\b|Q[1-4]|on\slast|on\sthe\syear)"
)
_CLAUSE = re.compile(r"[^.;!?]{0,90}\Z")
_CLAUSE_ENDS = re.compile(r"[^.;!?]{0,40}")


def _is_count(m: re.Match[str], here: Here) -> bool:
    """ "Sales rose to 5m in May", "3m by 2030", but "the river rose 5m in May": millions by what is told."""
    clause = _CLAUSE.search(here.text, max(0, m.start() - 90), m.start())
    behind = _CLAUSE_ENDS.match(here.text, m.end())
    near = (clause.group() if clause else "") + (behind.group() if behind else "")
    when = _WHEN.match(here.text, m.end())
    if _LENGTHY.search(near) or (_SIDE_NEXT.match(here.text, m.end()) and not when):
        return False
    return bool(when or _COUNTS.search(near))


_OF_STUFF = re.compile(
    r"\sof\s(?:(?!the\s)[a-z-]{2,14}\s){0,2}(?:drying|cables?|cabling|ropes?|hoses?|piping|pipes?|pipework|wire|wiring|fabric|cloth"
    r"|ribbon|twine|string|thread|yarn|fencing|fence|hedge|hedging|shelving|guttering|tubing|chain|netting|bunting|skirting|tape"
    r"|climbing|ascent|descent|elevation|headroom|frontage|water|floodwater|snow|snowfall|rain|rainfall|ice|mud|silt|sand|rock|rubble"
    r"|concrete|topsoil|sediment)\b(?!\s(?:fraud|TV|television|customers|users|subscri\w{4,8}|sales|orders))"
)
"""What is measured along: "12m of drying space", "15m of cable"."""
_LONG_THING = re.compile(
    r"[\s-](?:(?!million|billion|of\b|and\b|in\b|on\b|for\b|to\b|by\b|with\b|from\b)[A-Za-z][a-z-]{1,14}\s){0,2}(?:airer|hosepipe|hose"
    r"|cable|rope|ladder|cord|washing\sline|clothes\sline|gazebo|trampoline|flagpole|tape\smeasure|(?:extension|dog)\slead"
    r"|tree|whale|python|snake|anaconda|crocodile|alligator|shark|squid|boat|dinghy|trawler|catamaran|canoe|kayak|raft|barge"
    r"|(?:shipping\s)container|trench|ditch|ravine|gorge|embankment|pit|crater|shaft|banner|pole|mast|spire|chimney|obelisk"
    r"|pillar|column|hedge|ledge|crane|rocket|skeleton|dinosaur|crack|tightrope|plank|beam)(?![\w-])"
    r"(?!\s(?:funds?|deals?|projects?|bills?|plans?|schemes?|budgets?|contracts?|campaigns?|programmes?|programs?|orders?"
    r"|industry|business|market|loans?|appeals?|revamps?|centres?|centers?|customers|users|subscri\w{4,8}|sales|homes|households|viewers|owners|connections|TV))"
)
"""A thing that has a length: "a 12m heated clothes airer", "a 4m python", no "2m cable customers"."""


_RUN_FOR = words(
    "pb pbs best time times trial trials heat medal medals medallist medalist specialist specialists"
)
"""What there is of a race: "a 100m PB", "the 200m event"."""
_IN_A_ROW = re.compile(
    r"(?:\s(?:and|or|&)|,(?:\s(?:and|or))?|/)\s?(?:the\s|in\s|over\s)?\d{1,2},?\d{2,3}\s?m"
    r"(?=[,.;:)]|\s(?:and|at|on|for|as|with|titles?|finals?|races?|sprints?|gold|double|records?|freestyle|breaststroke|backstroke"
    r"|butterfly|hurdles|medals?|heats?|before|after|when|but|or|in\s(?!20[2-9]))|\Z)"
)
_WON_TOO = re.compile(r"\s(?:and|or)\s(?:gold|silver|bronze|the|then|won|finished|ran)\b")
_AMONG = re.compile(
    r"\b(?:[Gg]old|[Ss]ilver|[Bb]ronzes?|medal\w{0,6}|Olympic\w{0,3}|[Ss]print\w{0,5}|[Aa]thletics|[Ss]wimm\w{2,5}|[Ww]orld\s[Rr]ecord"
    r"|[Pp]ersonal\s[Bb]ests?|PBs?|[Pp]aralympic\w{0,3})\b"
)


_CONTESTS = re.compile(
    r"(?:,\s\d{2,5}m)?(?:\s(?:and|or)\s\d{2,5}m)?\s(?:events|heats|finals|races|titles|sprints)\b(?!\s(?:a|per|each|every)\b)"
)


def _is_raced(after: str, m: re.Match[str], here: Here) -> bool:
    """ "a new 100m PB", "gold in the 100m and 200m": races where sport is told of and no money is."""
    if m["a"] not in _RACED or _MILLIONS_NEAR.search(here.around(m.start(), m.end())):
        return False
    if after in _RUN_FOR:
        return not _COUNTS.search(here.around(m.start(), m.end()))
    if _CONTESTS.match(here.text, m.end()) and _AMONG.search(here.around(m.start(), m.end())):
        return True  # silver in the 200m and 400m events
    if here.before(m.start()).lower() != "the" or not _AMONG.search(here.around(m.start(), m.end())):
        return False
    return after == "at" or bool(_IN_A_ROW.match(here.text, m.end()) or _WON_TOO.match(here.text, m.end()))


_RACES = r"(?:50|60|100|200|400|800|1,?500|5,?000|10,?000)"
_EACH_RACE = re.compile(
    rf"\b(?:[Tt]he|[Bb]oth|[Mm]en[’']s|[Ww]omen[’']s|[Rr]an|[Rr]uns?|[Ww]on|[Ss]wam)\s{_RACES}m(?:,?\s(?:and|or|/|&)\s|,\s)"
    rf"(?:the\s)?{_RACES}m(?:,?\s(?:and|or)\s(?:the\s)?{_RACES}m)?(?=[.,;:)!?”\"’]|\Z|\s(?:at|in|on|with|for|but|and|as|when|this|last)\s|\s(?:records?|races?|titles?|finals?|golds?|events?|heats?|champions?)\b)"
)
"""Two or three races told one after the other: "both the 100m and 200m"."""


def _is_in_races(m: re.Match[str], here: Here) -> bool:
    """Return whether races stand one after the other: "both the 100m and 200m", where no money is told."""
    if m["a"] not in _RACED or _MILLIONS_NEAR.search(here.around(m.start(), m.end())):
        return False
    start = max(0, m.start() - 40)
    return any(
        row.start() <= m.start() < row.end() for row in _EACH_RACE.finditer(here.text, start, m.end() + 40)
    )


def is_metres(m: re.Match[str], here: Here) -> bool:
    """ "m" after a figure: metres where a race, a height or a distance is meant, else millions."""
    amount = m["a"].replace(",", "")
    after = here.after(m.end()).lower().replace("’", "'")
    if _TOLD_BEFORE.search(here.text, max(0, m.start() - 12), m.start()):
        return True  # 6ft 2in (1.88m)
    if is_lead(m, here) or _is_raced(after, m, here) or _is_in_races(m, here):
        return True
    if here.before(m.start()).lower() in _PAID:
        return False  # "the line, 12 miles long, cost 450m"
    if _EARNED.match(here.text, m.end()):
        return False  # 280m in profit
    if _OF_STUFF.match(here.text, m.end()) or (
        float(amount) <= 300 and _LONG_THING.match(here.text, m.end())
    ):
        return True
    if (not after or not after.endswith("s")) and _is_worn(after, m, here):
        return True
    if (
        not after.endswith("s")
        and after not in _BORN
        and _WATERED.search(here.text, max(0, m.start() - 50), m.start())
    ):
        return True  # waterproof to 30m
    if "." in amount and here.before(m.start()).lower() in _REACHED:
        return True
    if (
        amount in _RACED
        and not after.endswith("s")
        and _RUNNING.search(here.text[max(0, m.start() - 40) : m.end() + 40])
    ):
        return True
    if _OTHER_LENGTH.match(here.text, m.end()) or (m["b"] is None and _lengths_near(here, m)):
        return True
    if (
        amount.isdecimal()
        and 1000 <= int(amount) < 9000
        and _ALTITUDE.search(here.around(m.start(), m.end()))
    ):
        return True  # the pass, at 2,717m
    if _BEARING.match(here.text, m.end()) or _PASSED.match(here.text, m.end()):
        return not _is_count(m, here)
    if after in _SMALL_AFTER and _is_count(m, here):
        return False
    if here.before(m.start()) == "by" and _FIRST_SIDE.search(here.text, max(0, m.start() - 14), m.start()):
        return True  # 30m by 40m
    if (
        after.removesuffix("'s") in _METRES_AFTER
        or after in _METRES_AFTER
        or m["join"] in ("x", "×")
        or m["times"]
    ):
        return True
    if m["gap"] and not after:
        return True
    if (
        "." in amount
        and float(amount) < 100
        and _OF_WATER.search(here.text, max(0, m.start() - 40), m.end() + 12)
    ):
        return True  # high tide 06:14 (4.7m)
    if amount.isdecimal() and int(amount) >= 20 and (not after or after in _LIES) and _far_near(here, m):
        return True  # climbs 320m in 2km
    return (
        amount in ("100", "200", "400", "800", "1500", "5000", "10000")
        and after not in ("people",)
        and not after
    )
