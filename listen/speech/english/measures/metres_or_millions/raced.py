"""This module says what is raced: "gold in the 100m and 200m", "a new 100m PB"."""

from __future__ import annotations

from listen.speech.english.measures.metres_or_millions.counted_in_millions import COUNTS, MILLIONS_NEAR
from listen.speech.rules import Here, words
from listen.speech.writing import patterns as re

RACED = frozenset(
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
RUNNING = re.compile(
    r"\b(?:marathon|pace|sprints?|laps?|track|warm-?up|cool-?down|jog|reps?|intervals?|freestyle|butterfly|breaststroke|"
    r"backstroke|medley|relay|hurdles)\b"
)
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


def is_raced(after: str, m: re.Match[str], here: Here) -> bool:
    """Return whether races are told of, and no money: "a new 100m PB", "gold in the 100m and 200m"."""
    near = here.around(m.start(), m.end())
    if m["a"] not in RACED or MILLIONS_NEAR.search(near):
        return False
    if after in _RUN_FOR:
        return not COUNTS.search(near)
    if race := _OF_RACE.match(here.text, m.end()):
        mine = _RACER.search(here.text, max(0, m.start() - 24), m.start()) or race["own"]
        sport = here.before(m.start()) == "the" and _AMONG.search(near)
        return bool(mine or sport) and not COUNTS.search(near)
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
