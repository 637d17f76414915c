"""Two figures that are a score: sets, legs, points, runs for wickets."""

from __future__ import annotations

from listen.speech.numbers import cardinal, pairs
from listen.speech.rules import Here, Rule, Said, whole, words
from listen.speech.writing import patterns as re

_PAST = words(
    """
    win won wins beat beats beating loss lost defeat victory draw drew lead led leads score
    """
)
SPORT = _PAST | words(
    """
    scored scoreline vote voted thrashed thrashing decision ruling majority advantage deficit record
    split set sets series agg aggregate defeated winning losing edged downed triumph hammering drubbing rout
    upset finish final semi-final favorite favourites favorites odds comeback champion shutout up down
    ahead formation defense defence offense favourite trailed trailing votes
    """
)
BALLOTS = words("vote voted votes ballot passed approved rejected backed defeated")
_SESSION = re.compile(r"\s(?:at\s(?:lunch|tea|stumps|the\sclose)|declared|dec)\b")
_INNINGS = re.compile(r"\b(?:all out|not out|stumps|wickets?|wkts|innings|bowled|Test match)\b")
_STANDING = re.compile(
    r"\b[A-Z]\w{2,20}\s(?:are|were|(?:closed|finished|resumed|ended)(?:\sthe\sday)?\son)\s\d{3}[-–]\d\Z"
)
"""What a side has made so far: no score of two sides is so uneven."""
_COLLAPSED = re.compile(
    r"\b(?:slump|collaps|reduc|crumbl|struggl|stutter|totter)(?:ed|ing)\s(?:to|at|on)\s\d{2,3}[-–]\d\Z"
)
_BOWLED = words("took takes taking claimed bagged")


def bowling(a: str, b: str, before: str, after: str, here: Here, end: int) -> bool:
    """ "took 3-66", "45-3 at lunch": wickets for runs or runs for wickets, in a British text."""
    if not here.british:
        return False
    if before in _BOWLED and int(a) <= 10 and (not after.endswith("s") or after in ("as", "is", "was")):
        return True
    if (
        int(a) <= 10
        and len(b) == 2
        and _INNINGS.search(here.around(end, end))
        and here.before(end - len(f"{a}-{b}"))[:1].isupper()
    ):
        return True  # England all out for 187; Broad 4-31
    if int(a) >= 100 and int(b) < 10 and _STANDING.search(here.text, max(0, end - 50), end):
        return True  # England are 312-4
    if int(a) >= 20 and int(b) < 10 and _COLLAPSED.search(here.text, max(0, end - 40), end):
        return True
    innings = (
        before in ("reached", "total", "closed")
        or _SESSION.match(here.text, end) is not None
        or (before not in BALLOTS and _INNINGS.search(here.around(end, end)) is not None)
    )
    return int(a) >= 10 and int(b) < 10 and innings


def points(text: str) -> str:
    return pairs(text) if len(text) == 3 and text[0] != "0" and text[1:] != "00" else cardinal(int(text))


_SPURTS = words("run spurt lead rout shutout victory win loss drubbing blowout")
_TENNIS = re.compile(
    r"\b(?:serv(?:e|ed|es|ing)|tennis|deuce|break point|baseline|Wimbledon|aces?|forehand|backhand)\b"
)
_SET_CHAIN = re.compile(
    r"(?:[0-7][-–][0-7](?:\s?\(\d+(?:[-–]\d+)?\))?,?\s(?:and\s)?){1,4}[0-7][-–][0-7](?!\d)"
)
_SETS = re.compile(r"\d[-–]\d,? (?:\(\d+[-–]\d+\),? )?\d[-–]\d")


_ONE_SET = re.compile(r"([0-7])[-–]([0-7])(?!\d)")
_AHEAD = words("led leads lead leading up trailed trails trailing behind down ahead")
"""Before games of a set that is not over."""
_WON_SETS = frozenset(((6, 0), (6, 1), (6, 2), (6, 3), (6, 4), (7, 5), (7, 6)))


def are_sets(m: re.Match[str], here: Here) -> bool:
    """Return whether a chain can be sets, the last perhaps broken off: "6-4, 3-6", no "3-4, 5-6"."""
    chains = _SET_CHAIN.finditer(here.text, max(0, m.start() - 60), m.end() + 60)
    chain = next((c for c in chains if c.start() <= m.start() < c.end()), None)
    if not chain:
        return False
    pairs_of = [(int(x), int(y)) for x, y in _ONE_SET.findall(re.sub(r"\([^()]{0,12}\)", "", chain.group()))]
    return all((max(p), min(p)) in _WON_SETS for p in pairs_of[:-1])


def score(a: str, b: str, before: str, after: str, here: Here, near: str) -> str:
    if a == b and (before == "love" or a == "0"):
        return "nil nil" if here.british else "nothing nothing"
    sets = _SET_CHAIN.search(near) if len(a) == len(b) == 1 else None
    rows = _SET_CHAIN.finditer(near) if sets and b == "0" and a not in "67" else ()
    if (
        rows and before not in _AHEAD and not any(re.search(rf"{a}[-–]{b}", row.group()) for row in rows)
    ):  # a tie of teams
        return f"{cardinal(int(a))} {'nil' if here.british else 'nothing'}"
    if sets and ("6" in sets.group() or "7" in sets.group()):  # and no two legs of a tie
        return f"{cardinal(int(a))} {'love' if b == '0' else cardinal(int(b))}"
    served = (
        a in ("15", "30", "40") and after not in _SPURTS and (before not in _PAST or _TENNIS.search(near))
    )
    if b == "0" and (served or (a == "6" and _SETS.search(near))):
        return f"{cardinal(int(a))} love"
    if b == "0" and len(a) <= 2 and (after in _SPURTS or before in _PAST):
        return f"{cardinal(int(a))} {'nil' if here.british else 'nothing'}"
    if b == "0" and len(a) == 1 and (before in SPORT or after in SPORT or here.british):
        return f"{cardinal(int(a))} {'nil' if here.british else 'nothing'}"
    if a == "0" and len(b) > 1 and after == "points":
        return f"{cardinal(0)} to {cardinal(int(b), here.british)}"
    if a == "0" and len(b) == 1:
        return f"{'nil' if here.british else 'nothing'} {cardinal(int(b))}"
    if len(a) == 3 and int(a) > 500:
        return f"{cardinal(int(a), here.british)} {cardinal(int(b), here.british)}"
    join = " to " if a.endswith("00") and len(b) == 2 else " "  # 100-94 is not 194
    return f"{points(a)}{join}{points(b)}"


_CRICKET = re.compile(
    r"\b(?:\d{1,3}(?:\.[1-5])?\sovers?|overs|wickets?|wkts|stumps|not\sout|all\sout|lbw|at\s(?:lunch|tea|stumps)|(?:took|takes|taking|claimed|bagged)\s\d{1,2}/\d{2,3}|IPL|T20I?s?|ODIs?|[Cc]ricket\w{0,3}|batsm[ae]n"
    r"|run-?chase|[Cc]hasing\s(?:a\starget\sof\s)?\d{2,3}|at\sthe\screase|bowlers?|wicketkeeper|\d{2,3}/\d\s(?:declared|dec))\b"
)
_ODDS = re.compile(r"\b(?:[Oo]dds|[Ff]avou?rites?|[Bb]ookmakers?|bets?|betting|shots?|priced|outsiders?)\b")
_DATED = words("on by since from until till dated of before after")
_OVERS = re.compile(r"\s\((?:(?P<told>\d{1,2}(?:\.[1-5])?\s?(?i:ov(?:er)?s?)\b)|\d{1,2}(?:\.[1-5])?\))")
_TOOK = _BOWLED | words("figures returned returning finished with spell and")
_PART_OF = re.compile(r"[-\s](?:of|inch(?:es)?)\b|″")
"""Behind a fraction: "took 1/10 of it", "a 5/16 inch crease"."""
_NAMED = re.compile(r"(?:[A-Z][\w.’'-]{0,20}\s|[(,;:]\s?)[A-Z][\w’'-]{1,20}\s\Z")
"""A bowler's name before his figures: "Stuart Broad 4/31", "(Broad 4/31)"."""
_NO_SIDE = re.compile(r"\b(?:The|Our|An?|My|His|Her|Its|Their|Your|This|That|These|Those|It|In|At|For)\s\Z")


def _innings(m: re.Match[str], here: Here) -> Said | None:
    """ "IND 151/1 (25)", "243/3 in 50 overs", "took 4/21": runs for wickets, wickets for runs."""
    a, b = int(m["a"]), int(m["b"])
    said = f"{cardinal(a, here.british)} for {cardinal(b, here.british)}"
    side = here.before(m.start())
    overs = _OVERS.match(here.text, m.end())
    if overs and a > b and b <= 10 and (overs["told"] or (side.isupper() and 2 <= len(side) <= 4)):
        return whole(m, said)
    if (side.lower() in _DATED or (a, b) in ((24, 7), (16, 9))) and a <= 31 and b <= 31:
        return None
    if _ODDS.search(here.text, max(0, m.start() - 40), m.end() + 40) or not _CRICKET.search(
        here.text, max(0, m.start() - 100), m.end() + 100
    ):
        return None
    if a < b and (_PART_OF.match(here.text, m.end()) or (a, b) == (9, 11)):
        return None
    low = side.lower()
    back = max(0, m.start() - 44)
    no_side = _NO_SIDE.search(here.text, back, m.start())
    made = a >= 13 and b <= 9 and (a > 31 or (side[:1].isupper() and not no_side))
    named = b > 10 and not no_side and _NAMED.search(here.text, back, m.start())
    bowled = 1 <= a <= 10 and b >= 10 and (low in _TOOK or named)
    return whole(m, said) if made or bowled else None


_SHOT = re.compile(
    r"\b(?:shot|shooting|shots|points|rebounds|assists|free[-\s]throws?|scored|scoring|went|(?:hit|made|going)\s\d{1,2}[-–]\d|(?:3|three)s|(?:3|three)-pointers?"
    r"|\d{1,2}[-–]\d{1,2}\sfrom\s(?:the\s(?:free[-\s]throw\s|foul\s)?(?:line|arc|stripe)|beyond|(?:3|three)-point))\b"
)
_SHOT_END = re.compile(
    r"[,.;:)!?]|\Z|\s(?:and|while|but|with|for|as|after|to|in\s(?:the|a|his|her|their)\s"
    r"(?:win|loss|game|victory|first|second|third|fourth|opening|season))\b"
)
_NUMBERED = words(
    "age ages aged grade grades page pages note notes row rows line lines step steps number numbers of"
)
"""Before numbers from one to another: "ages 3-5 from the field"."""


def _made(m: re.Match[str], here: Here) -> Said | None:
    """ "3-4 from the line", "19/30 for 250 yards": so many of the tries."""
    made, tried = int(m["a"] or m["c"]), int(m["b"] or m["d"])
    if made > tried or here.before(m.start()).lower() in _NUMBERED:
        return None
    if m["spot"] and not (
        _SHOT_END.match(here.text, m.end() + len(m["spot"]))
        and _SHOT.search(here.text, max(0, m.start() - 60), m.end() + 60)
    ):
        return None  # 2-3 from downtown
    return whole(m, f"{cardinal(made)} of {cardinal(tried)}")


DIGITS = (
    Rule(r"(?P<a>\d{1,3})/(?P<b>\d{1,3})(?![\w/]|[.,]\d)", _innings),
    Rule(
        r"(?P<a>\d{1,2})[-–](?P<b>\d{1,2})(?=\s(?:shooting\s)?from\s(?:the\s(?:line|foul\sline|free[-\s]throw\sline"
        r"|charity\sstripe|stripe|arc|three-point|3-point)\b|beyond\sthe\sarc|(?:3|three)-point\s(?:range|land))"
        r"|(?P<spot>\s(?:shooting\s)?from\s(?:the\s(?:field|floor)|three|deep|downtown)\b))"
        r"|(?P<c>\d{1,2})/(?P<d>\d{1,2})(?=\s(?:passing\s)?for\s\d{2,3}\s(?:passing\s)?yards\b)",
        _made,
    ),
)
