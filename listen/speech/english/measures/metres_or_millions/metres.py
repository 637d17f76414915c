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
    exclusion stretch sea height telescope yacht section
    drop fall jump hole jumper diving
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
_OPENED = re.compile(
    r"(?:\A|[.!?,;:]\s|\b(?:[Aa]nd|[Bb]ut|[Yy]et|[Tt]hat|[Ww]hile|[Ww]here|[Ss]ai?[dy]s?)\s)(?:[Mm]ore\sthan\s|[Ff]ewer\sthan\s|[Aa]s\smany\sas\s"
    r"|(?:[Nn]early|[Aa]lmost|[Ss]ome|[Aa]nother|[Oo]ver|[Aa]bout|[Aa]round|[Rr]oughly|[Aa]n?\sestimated|[Tt]he|[Uu]p\sto)\s)?\Z"
)
_THEY_DO = re.compile(
    r"[\sa-z-]{1,24}\s(?:of\s|from\s)?(?:the\s)?(?:(?!the\b|an?\b)[\w-]{2,16}\s){1,2}(?:of\s[\w-]{2,16}\s)?(?:now\s|still\s|already\s|also\s)?"
    r"(?:have|had|lack(?:ed)?|are|were|live[d]?|faced?|speak|lost|lose|do|did|can|could|will|would|may|need(?:ed)?|rely|remain|fled|flee|voted?|suffer(?:ed)?"
    r"|use|own|earn|depend|want|died|work|got|went\swithout|receive[d]?)\b"
)
"""A sentence's subject and what they do: "Nearly 40m south of the border speak Spanish"."""


def _are_people(m: re.Match[str], here: Here) -> bool:
    """Return whether so many live on that side, and do something."""
    return bool(
        _OPENED.search(here.text, max(0, m.start() - 30), m.start()) and _THEY_DO.match(here.text, m.end())
    )


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

_PHRASE_ENDS = (
    r"(?=[.,;:!?)”\"’—–]|\Z|\s[(—–]|\s(?:and|or)\s(?!(?:[a-z-]{2,14}\s){1,2}(?:customers|users|viewers|subscribers|owners|makers|firms?|homes)\b)"
    r"|\s(?:is|was|are|were|has|had|have|that|which|who|whose|to|for|with|without|from|in|on|at|of|by|as|it|you|I|we|they|he|she|the|an?|this|can"
    r"|could|will|would|may|might|must|should|so|but|if|when|while|where|because|there|into|onto|over|out|up|down|along|across|through|between|under|below"
    r"|behind|near|beside|inside|off|instead|than|only|not|just|its|his|her|my|your|our|their|fell|lay|lies|hung|ran|came|comes|costs?|broke|burst|went|stood"
    r"|stands|sank|sat|sits|rose|grew|grows|took|made|weighs|ate|bit|swam|slept|carrying|leading|lying|standing|hanging|(?!(?:need|seed|feed|speed|weed|breed|hundred)\b)[a-z]{2,10}ed)\b)"
)
"""No noun stands behind: "a 5m rope hung there", no "a 5m rope deal"."""
_BETWEEN = (
    r"(?!(?:of|in|to|and|or|for|with|without|on|by|from|at|the|an?|who|that|is|was|has|new|more|million|billion|people|men|women|children"
    r"|sub-?sea|undersea|submarine|transatlantic)\b)(?:clothes|mains|[A-Z\d]|[A-Za-z][\w-]{0,12}(?:ss|[^s\W]))\s"
)
"""Between a length and its thing, no plural: "braided USB", no "homes served by"."""
_LEAD_NEXT = re.compile(
    rf"\s(?:{_BETWEEN}){{0,3}}(?:(?:cable|cord|(?:extension|mains|test|dog)\slead|hose|rope|ladder|tape\smeasure|ribbon|flex|wire|leash)"
    rf"(?P<many>e?s)?){_PHRASE_ENDS}"
)


def is_lead(m: re.Match[str], here: Here) -> bool:
    """ "a 3m braided USB cable", "two 5m hoses", but "sold 3m cables"."""
    if m["b"] or float(m["a"].replace(",", "")) > 100:
        return False
    lead = _LEAD_NEXT.match(here.text, m.end())
    if lead is None:
        return False
    before = here.before(m.start()).lower()
    if lead["many"] is None:
        return before in _ONE_OF_THEM
    paired = before == "of" and _PAIR_OF.search(here.text, max(0, m.start() - 12), m.start()) is not None
    return before in _SOME_OF_THEM or paired


_ONE_OF_THEM = words("a an the this that my your our his her one")
_SOME_OF_THEM = words("my your his her two three four")
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
    r"\sof\s(?:(?!the\s)[a-z-]{2,14}\s){0,2}(?:(?:drying|climbing|ascent|descent|elevation|headroom|frontage)\b"
    r"|(?:cables?|cabling|ropes?|hoses?|piping|pipes?|pipework|wire|wiring|fabric|cloth"
    r"|ribbon|twine|string|thread|yarn|fencing|fence|hedge|hedging|shelving|guttering|tubing|chain|netting|bunting|skirting|tape"
    r"|water|floodwater|snow|snowfall|rain|rainfall|ice|mud|silt|sand|rock|rubble"
    rf"|concrete|topsoil|sediment){_PHRASE_ENDS})"
)
"""What is measured along: "12m of drying space", "15m of cable"."""
_GOODS = re.compile(
    rf"[\s-](?:{_BETWEEN}){{0,2}}(?:airer|hosepipe|washing\sline|clothes\sline|gazebo|trampoline|flagpole|tape\smeasure"
    rf"|(?:extension|dog)\slead){_PHRASE_ENDS}"
)
"""What is sold by its length: "winged 12m heated clothes airer"."""
_LONG_THING = re.compile(
    rf"[\s-](?:{_BETWEEN}){{0,2}}(?:hose|cable|rope|ladder|cord"
    r"|tree|whale|python|snake|anaconda|crocodile|alligator|shark|squid|boat|dinghy|trawler|catamaran|canoe|kayak|raft|barge"
    r"|vessel(?:[’']s)?|superyacht(?:[’']s)?|schooner(?:[’']s)?"
    r"|(?:shipping\s)container|trench|ditch|ravine|gorge|embankment|pit|crater|shaft|banner|pole|mast|spire|chimney|obelisk"
    rf"|pillar|column|hedge|ledge|crane|rocket|skeleton|dinosaur|crack|tightrope|plank|beam)(?:(?<=[’']s)\s|{_PHRASE_ENDS})"
)
"""A thing that has a length: "a 4m python", no "5m python developers" and no "2m cable customers"."""
_A_THING = words("a an the this that one my your our his her its their another each every")


def _is_long(m: re.Match[str], here: Here) -> bool:
    """Return whether one thing of that length follows, or stuff that is measured along."""
    if _OF_STUFF.match(here.text, m.end()):
        return True
    if float(m["a"].replace(",", "")) > 300:
        return False
    if _GOODS.match(here.text, m.end()):
        return True
    return here.before(m.start()).lower() in _A_THING and _LONG_THING.match(here.text, m.end()) is not None


_RUN_FOR = words("pb pbs medal medals medallist medalist specialist specialists")
"""What there is of a race alone: "a 100m PB"."""
_OF_RACE = re.compile(
    r"\s(?:(?P<own>time\strials?)\b|(?:best|times?|trials?|heat)(?=[.,;:!?)]|\Z"
    r"|\s(?:of|in|at|is|was|are|were|by|since|from|this|that|and|when|with|on|to|he|she|got|improved|dropped|fell)\b))"
)
"""What there is of more: "her 100m times", no "streamed 100m times"."""
_RACER = re.compile(
    r"(?:[’']s|\b(?:an?|his|her|my|your|personal|new|[Hh]is|[Hh]er|[Mm]y))(?:\s(?:new|first|fastest|best|second|third))?\s\Z"
)
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


_RACES = r"(?:50|60|100|200|400|800|1,?500|5,?000|10,?000)"
_NEXT_TO_RACES = (
    r"(?=[.,;:)!?”\"’]|\Z|\s(?:at|on|with|but|and|as|when|he|she|they|this|last|in\s(?:the|an?|his|her|under|[A-Z][a-z]{2,12}|\d{1,2}[:.]\d)"
    r"|for\sthe\s(?:first|second|third)|(?:were|was)\swon|records?|races?|titles?|finals?|golds?|events?|heats?|champions?)\b)"
)
_EACH_RACE = re.compile(
    rf"\b(?:(?P<own>[Bb]oth\sthe|[Mm]en[’']s|[Ww]omen[’']s|[Rr]an|[Ss]wam|[Ww]on(?:\sboth)?(?:\sthe)?)|[Tt]he|[Bb]oth|[Rr]uns?)\s{_RACES}m"
    rf"(?:,?\s(?:and|or|/|&)\s|,\s)(?:the\s)?{_RACES}m(?:,?\s(?:and|or)\s(?:the\s)?{_RACES}m)?{_NEXT_TO_RACES}"
)
"""Two or three races told one after the other: "both the 100m and 200m"."""


def _is_raced(after: str, m: re.Match[str], here: Here) -> bool:
    """ "a new 100m PB", "gold in the 100m and 200m": races where sport is told of and no money is."""
    near = here.around(m.start(), m.end())
    if m["a"] not in _RACED or _MILLIONS_NEAR.search(near):
        return False
    if after in _RUN_FOR:
        return not _COUNTS.search(near)
    if race := _OF_RACE.match(here.text, m.end()):
        mine = _RACER.search(here.text, max(0, m.start() - 24), m.start()) or race["own"]
        sport = here.before(m.start()) == "the" and _AMONG.search(near)
        return bool(mine or sport) and not _COUNTS.search(near)
    told = _AMONG.search(near) is not None
    if _CONTESTS.match(here.text, m.end()) and told:
        return True  # silver in the 200m and 400m events
    for row in _EACH_RACE.finditer(here.text, max(0, m.start() - 40), m.end() + 40):
        if row.start() <= m.start() < row.end() and (row["own"] or told):
            return True
    if after in ("men", "women") and (told or (m.start() == 0 and _HEADED.match(here.text, m.end()))):
        return True
    if here.before(m.start()).lower() != "the" or not told:
        return False
    return after == "at" or bool(_IN_A_ROW.match(here.text, m.end()) or _WON_TOO.match(here.text, m.end()))


_HEADED = re.compile(r"\s(?:wo)?men(?=[:;,)]|\Z|\s(?:finals?|semi|heats?|relay)\b)")
_ROW_BEFORE = re.compile(r"(?<![$£€\d.,])\d{1,3}(?:\.\d{1,2})?\sm(?:,\s|,?\s(?:and|or)\s(?:an?\s)?)\Z")
_ROW_AFTER = re.compile(r"(?:,\s|,?\s(?:and|or)\s(?:an?\s)?)\d{1,3}(?:\.\d{1,2})?\sm(?!\w)")
_FALLEN = re.compile(
    r"\s(?:drop|fall|jump)\sin\s(?!(?:[a-z-]{1,12}\s){0,2}(?:water|sea|river|lake|tides?|snow|levels?|depth|height|altitude|elevation|track|road|path|the\s(?:floor|ground))\b)"
    r"|\shole\sin\s(?:[\w’'-]{1,14}\s){0,2}(?:funds?|budgets?|finances|accounts|books|coffers|pensions?|plans?|scheme)\b"
)
"""What falls is counted: "a 5m fall in visitors", "a 10m hole in the budget"."""


def _is_in_a_row(m: re.Match[str], here: Here) -> bool:
    """ "5 m, 10 m and 15 m cables": lengths written apart from their figure, one after the other."""
    start, end = m.span()
    row = _ROW_AFTER.match(here.text, end) or _ROW_BEFORE.search(here.text, max(0, start - 16), start)
    near = here.text[max(0, start - 80) : end + 80]
    return bool(m["gap"] and row and not (_COUNTS.search(near) or _MILLIONS_NEAR.search(near)))


def is_metres(m: re.Match[str], here: Here) -> bool:
    """ "m" after a figure: metres where a race, a height or a distance is meant, else millions."""
    amount = m["a"].replace(",", "")
    after = here.after(m.end()).lower().replace("’", "'")
    if _TOLD_BEFORE.search(here.text, max(0, m.start() - 12), m.start()):
        return True  # 6ft 2in (1.88m)
    if is_lead(m, here) or _is_raced(after, m, here) or _is_in_a_row(m, here):
        return True
    if here.before(m.start()).lower() in _PAID:
        return False  # "the line, 12 miles long, cost 450m"
    if _EARNED.match(here.text, m.end()):
        return False  # 280m in profit
    if _is_long(m, here):
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
        return not _is_count(m, here) and not _are_people(m, here)
    if _FALLEN.match(here.text, m.end()):
        return False  # a 5m fall in visitors
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
