"""Two figures and a dash: ranges, scores, seasons, formations, airliners."""

from __future__ import annotations

from listen.speech.english.quantities.amounts import COUNTED, NUMBER, bare, number
from listen.speech.english.quantities.named_figures import AIRLINERS
from listen.speech.english.quantities.no_fractions import is_share
from listen.speech.english.quantities.scores import BALLOTS, SPORT, are_sets, bowling, points, score
from listen.speech.english.references.games import SCALES
from listen.speech.numbers import cardinal, digits, pairs, plural, roman, year
from listen.speech.rules import Here, Rule, Said, whole, words
from listen.speech.writing import patterns as re


def _years(m: re.Match[str], here: Here) -> Said | None:
    """ "2024-25", "1939-1945": two years, unless the figures cannot be."""
    a, b = m["a"], m["b"]
    first, second = int(a), int(b)
    if here.text[m.end("a") : m.end("a") + 1] == "/" and is_share(m, here):
        return None
    if len(b) == 1:  # in 1914-8
        if first < 1500 or here.before(m.start()).lower() not in _IN_YEARS or second <= first % 10:
            return None
        b = f"{first // 10 % 10}{b}"
        second = int(b)
        if b[0] == "0":  # 1800-1
            return whole(
                m, f"{year(first, here.british)} to {year(first // 100 * 100 + second, here.british)}"
            )
    if len(b) == 2:
        if not (second > first % 100 or (first % 100 == 99 and second == 0)) or second == first % 100:
            return None
        tail = f"oh {digits(b[1])}" if b[0] == "0" else cardinal(second)
        if b == "00":
            tail = year(first + 1, here.british)
        if 2000 < first < 2010 and second > 9:
            tail = year(first // 100 * 100 + second, here.british)
        season = first > 1999 and b[0] == "0" and second == first % 100 + 1  # the 2003-04 season
        return whole(m, f"{year(first, here.british)} {'' if season else 'to '}{tail}")
    if second <= first:
        return None
    return whole(m, f"{year(first, here.british)} to {year(second, here.british)}")


_BEFORE_CHRIST = re.compile(r"\s?(?:BCE?\b|B\.\s?C\.)")
_TAKEN = words(
    """
    minutes seconds hours days weeks months years miles kilometres kilometers metres meters laps yards feet
    """
)
_WEIGHT = re.compile(r",\s(?:1[3-9]|2\d|3[0-5])\d(?!\d|,\d)")
_GAMES = re.compile(r"\d{1,2}[-–]\d{1,2}(?:,\s(?:and\s)?\d{1,2}[-–]\d{1,2}){1,6}(?!\d)")


def _is_in_games(m: re.Match[str], here: Here) -> bool:
    """Return whether the figures stand in a row of games, one of them lost: "21-19, 19-21, 15-13"."""
    if _OPEN_DAYS.search(here.text, max(0, m.start() - 40), m.start()):
        return False
    for row in _GAMES.finditer(here.text, max(0, m.start() - 40), m.end() + 40):
        if row.start() <= m.start() and m.end() <= row.end():
            pairs_of = re.findall(r"(?<!\d)(\d+)[-–](\d+)", row.group())
            return any(int(x) > int(y) for x, y in pairs_of)
    return False


_IN_YEARS = words("in during from of season winter between since")


def _value(text: str) -> float:
    return float(text.replace(",", ""))


_ONE_OF_THESE = words("figure fig table exhibit listing example problem plate equation")
"""What is numbered by chapter and place: "Table 2-3"."""
_SHOWN_MANY = words("show illustrate list give are were present demonstrate describe compare")
_RECORDS = words("start record mark hole")
"""What a team has that won all of its games, or none."""
_COUNTDOWN = frozenset(("months", "weeks", "days", "hours", "minutes"))
"""What is left before a day: its range goes down."""


def _round(a: str, b: str) -> bool:
    """ "30000-32767": two amounts, no number of somebody."""
    return a.endswith("00") and int(a) < int(b) and len(b) < 8


_SPANNED = re.compile(r"\b(?:[Rr]anges?|[Bb]ands?|[Pp]orts?)(?:\s(?:of|is|are|from))?[:\s(]{1,2}\Z")
"""Before the two ends of what is numbered: "ports 49152-65535"."""


_SIDES = re.compile(r"\s?[×x]\s?\d")


_MARK = re.compile(r"/(?:5|10|100)(?!\w|\.\d)")
_OF_A_SERIES = words("episode ep issue lesson tip tutorial podcast lecture #")
"""What has a number and a title behind a dash."""
_TITLE = re.compile(r"\s(?:[A-Z][a-z]|in\s)")


def _is_titled(m: re.Match[str], here: Here) -> bool:
    """ "Episode #203 – 5 Tips for": a number, and a title that begins with another."""
    sign = here.text[m.start() - 1 : m.start()] if m.start() else ""
    named = sign if sign == "#" else here.before(m.start()).lower()
    return named in _OF_A_SERIES and _TITLE.match(here.text, m.end()) is not None


_SEEDED = re.compile(
    r"(?:(?:,|\sand|\sor|,\sand)\s\d{1,2}[-–]\d{1,2}){0,3}\s(?:(?:first-round\s|seed\s)?match-?ups?|seed\s(?:games?|upsets?|pairings?))\b"
)
"""Which places in the table play each other."""


def _range(m: re.Match[str], here: Here) -> Said | None:
    if " " in m.group() and _SIDES.match(here.text, m.end()):
        return None  # printed 1965 – 36.5 × 36.5 cm
    if " " in m.group() and (_MARK.match(here.text, m.end()) or _is_titled(m, here)):
        return None  # Bose 700 - 4/5, Episode #12 - 3 Ways to
    a, b, british = m["a"], m["b"], here.british
    before, after = here.before(m.start()).lower(), here.after(m.end()).lower()
    plain = a.isdecimal() and b.isdigit()
    if plain and ((a[0] == "0" and len(a) > 1) or (len(a) > 4 and len(b) > 4 and not _round(a, b))):
        spans = int(a) < int(b) and _SPANNED.search(here.text, max(0, m.start() - 20), m.start())
        return whole(m, f"{number(a, british)} to {number(b, british)}") if spans else None
    if (a, b) == ("9", "11") and before in ("since", "after", "before", "post", "on", "of", "the"):
        return whole(m, "nine eleven")
    if (a, b) == ("1", "2") and after in ("punch", "finish") and before not in ("in", "by"):
        return whole(m, "one two")
    if plain and len(a) < 3 > len(b) and _SEEDED.match(here.text, m.end()):
        return whole(m, f"{cardinal(int(a))} {cardinal(int(b))}")  # the 8-9 and 7-10 matchups
    if (a, b) == ("9", "5") and before in ("a", "the", "my", "his", "her"):
        return whole(m, "nine to five")
    if (
        plain
        and len(a) == 2
        and len(b) in (3, 4)
        and _LISTED.search(here.text, max(0, m.start() - 40), m.start())
    ):
        if here.text[m.end() : m.end() + 1] in "-–" and here.after(m.end()):
            return whole(m, f"{cardinal(int(a))} {pairs(b)}")  # 88-4521-A
        return whole(m, f"{cardinal(int(a))} dash {pairs(b)}")  # No. 24-656: one case on a court's list
    if plain and len(a) <= 2 and len(b) <= 2 and 0 < int(a) < 13 and 0 < int(b) < 13 and _is_day(m, here):
        return whole(m, f"{cardinal(int(a))} to {cardinal(int(b))}")  # Sat 10-2
    if plain and "0" in (a, b) and a != b and after in _RECORDS and not british and len(a) < 3 > len(b):
        first = "oh" if a == "0" and before != "a" else cardinal(int(a))
        return whole(m, f"{first} and {'oh' if b == '0' else cardinal(int(b))}")  # an 0-3 start
    if (
        plain
        and before in _ONE_OF_THESE
        and not m["many"]
        and after not in _SHOWN_MANY
        and len(a) < 3 > len(b)
    ):
        return whole(m, f"{cardinal(int(a))} {cardinal(int(b))}")  # Figure 4-5 shows
    if plain and len(b) < 3 and _is_price(m, here, after):
        return whole(m, f"{cardinal(int(a), british)} to {cardinal(int(b))}")
    if plain and before in _PAGES and _is_in_chapter(a, b, m, here):
        return whole(m, f"{cardinal(int(a))} {cardinal(int(b))}")  # Ch. 2, page 2-10
    if plain and before in _PAGES and len(b) < len(a) < 5:
        last = a[: len(a) - len(b)] + b  # pp. 101-3
        return whole(m, f"{bare(a, here)} to {bare(last, here)}") if int(last) > int(a) else None
    ascending = _value(a) < _value(b)
    if plain and len(a) == len(b) == 3 and _is_exam(m, here, before, after):
        return whole(m, f"{points(a)} {points(b)}")  # CCNA 200-301
    if ascending and before in SCALES and here.text[m.start() - 1] == "(" and here.text[m.end() :][:1] == ")":
        return whole(m, f"{number(a, british)} to {number(b, british)}")  # Score (1-5)
    if plain and not ascending and after in _COUNTDOWN and 0 < int(a) - int(b) < 13:
        return whole(m, f"{cardinal(int(a))} to {cardinal(int(b))}")  # 11-10 months before
    if plain and ascending and before == "shot" and int(b) > 3:
        return whole(m, f"{cardinal(int(a))} of {cardinal(int(b))}")  # he shot 9-21
    if plain and a in "567" and int(b) < 12 and _WEIGHT.match(here.text, m.end()):
        return whole(m, f"{cardinal(int(a))} {cardinal(int(b))}")  # he's 6-7, 240
    if plain and ascending and 2 >= len(b) >= len(a) and _is_in_games(m, here):
        return whole(m, f"{cardinal(int(a))} {cardinal(int(b))}")  # 21-19, 19-21, 15-13
    if ascending and before in ("final", "last") and after in _TAKEN:
        return whole(m, f"{number(a, british)} to {number(b, british)}")  # the final 10-15 kilometres
    if plain and not ascending and _BEFORE_CHRIST.match(here.text, m.end()):
        return whole(m, f"{pairs(a)} to {pairs(b)}")  # 3100-2600 BC
    if plain and ascending and before in BALLOTS and after in _LASTING:
        return whole(m, f"{number(a, british)} to {number(b, british)}")  # most voted 45-60 minutes is best
    sport = before in SPORT or after in SPORT
    if plain and len(b) <= 3 and bowling(a, b, before, after, here, m.end()):
        return whole(m, f"{cardinal(int(a))} for {cardinal(int(b), british)}")
    if plain and before in BALLOTS and after not in COUNTED and 2 <= len(a) <= 3 and 1 <= len(b) <= 3:
        return whole(m, f"{points(a)} to {points(b)}")
    sets = plain and len(a) == len(b) == 1 and are_sets(m, here)
    if plain and ascending and after in ("set", "rep") and int(b) > 7:
        return whole(m, f"{cardinal(int(a))} to {cardinal(int(b))}")  # in the 10-20 set range
    if plain and ascending and after in _EACH and (not sport or after in ("sets", "reps")):
        return whole(m, f"{cardinal(int(a))} to {cardinal(int(b))}")  # 3-5 sets of 8-12 reps, a 9-5 job
    if plain and len(a) <= 3 and len(b) <= 3 and (not ascending or sport or sets):
        return whole(m, score(a, b, before, after, here, here.around(m.start(), m.end())))
    if m["many"] and (a, b) == ("7", "11"):
        return whole(m, "seven elevens")  # the shops
    if m["many"]:
        return whole(m, plural(f"{number(a, british)} to {number(b, british)}")) if ascending else None
    if plain and not ascending and (len(a), len(b)) == (4, 2) and "-" in m.group():
        return whole(m, f"{pairs(a)} {digits(b) if b[0] == '0' else cardinal(int(b))}")  # tool 1625-20
    if not ascending:
        summed = plain or here.text[: m.start()].endswith("= ") or here.text.startswith(" =", m.end())
        minus = " minus" if summed and re.search(r"\s[-–]\s", m.group()) else ""
        return whole(m, f"{bare(a, here)}{minus} {bare(b, here)}")
    return whole(m, f"{number(a, british)} to {number(b, british)}")


_LASTING = words("seconds minutes hours days weeks months years")
_EXAMS = re.compile(r"\b(?:Cisco|CCNA|CCNP|CCIE)\b")


def _is_exam(m: re.Match[str], here: Here, before: str, after: str) -> bool:
    """ "the 200-301 exam", "Cisco's 350-401": a number by which an exam goes."""
    if m["b"].endswith("0") and m["a"].endswith("0"):
        return False
    return before == "exam" or after == "exam" or _EXAMS.search(here.around(m.start(), m.end())) is not None


_ODDS = re.compile(
    r"\b[Oo]dds\s(?:(?:of|at|are|is|were|on|set|now|listed|as|about|around|to|from)\s){0,2}"
    r"(?:\d{1,4}[-–/]\d{1,2},?\s(?:(?:and|or|to)\s)?){0,4}\Z"
)
_BACKED = words("odds favorite favourite favorites favourites underdog underdogs outsider outsiders longshot")
_LONG_SHOT = re.compile(
    r"\s(?:long\s?shot|shot|outside\schance|underdog|on\s(?:to|at)|(?:co-?)?(?:second|third|fourth|fifth|sixth|morning-line)[\s-](?:choice|favou?rite)\b|chance\b)"
)


def _is_price(m: re.Match[str], here: Here, after: str) -> bool:
    """ "odds of 7-2", "a 3-1 favorite", "a 100-1 shot": what a bet is paid at."""
    if int(m["b"]) not in (1, 2, 4, 5, 8):
        return False
    if after in _BACKED or _LONG_SHOT.match(here.text, m.end()):
        return True
    return _ODDS.search(here.text, max(0, m.start() - 70), m.start()) is not None


_OPEN_DAYS = re.compile(
    r"\b(?:(?:M-F|Mon|Tues?|Weds?|Thurs?|Fri|Sat|Sun)(?:day)?\.?|[Ww]eekdays|[Ww]eekends|(?:[Oo]pen\s)?[Dd]aily|[Hh]ours:|\d{1,2}/\d{1,2}(?=,)),?\s\Z"
)


_DAYS_AFTER = re.compile(
    r",?\s(?:(?:[ECMP][SD]?T\b)|(?:M|Tu|W|Th|F|Sa|Su|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.?\s?[-–]\s?(?:Tu|W|Th|F|Sa|Su)|daily\b|weekdays\b)"
)


def _is_day(m: re.Match[str], here: Here) -> bool:
    """Return whether hours follow a day: "M-F 9-5, Sat 10-2"."""
    before = _OPEN_DAYS.search(here.text, max(0, m.start() - 12), m.start())
    return (before or _DAYS_AFTER.match(here.text, m.end())) is not None


_CHAPTER = re.compile(
    r"\b(?:[Cc]h(?:apter|\.)?|[Aa]ppendix)\s(?P<n>\d{1,2}),?\s(?:at\s|on\s)?[a-z.]{1,6}\s\Z"
)


def _is_in_chapter(a: str, b: str, m: re.Match[str], here: Here) -> bool:
    """Return whether pages are counted in each chapter: "page 2-10" of chapter 2."""
    told = _CHAPTER.search(here.text, max(0, m.start() - 30), m.start())
    return (
        told is not None and told["n"] == a and len(b) < 4 and here.before(m.start()).lower() in ("p", "page")
    )


_LISTED = re.compile(
    r"(?:\b[Nn]os?\.|\b(?:[Nn]umber|[Dd]ocket|[Cc]ase))\s(?:\d\d[-–]\d{3,4},?\s(?:and\s)?){0,2}\Z"
)
"""Before a year's last figures and a number in that year."""
_PAGES = words("p pp page pages pgs line lines")
_EACH = words("sets reps times minutes seconds rounds servings cups days weeks years hours people")


def _chain(m: re.Match[str], here: Here) -> Said | None:
    """ "4-4-2": a formation, a record of wins; longer figures are somebody's number."""
    parts = re.split(r"[-–]", m.group())
    if any(len(p) > 2 or (p[0] == "0" and p != "0") for p in parts):
        return None
    return whole(m, " ".join(cardinal(int(p)) for p in parts))


def _suffixed(m: re.Match[str], here: Here) -> Said | None:
    """An ending nobody knows stays where it is: "401-ks"."""
    return (
        None
        if m["x"] in ("km", "kg", "cm", "mm", "ft", "lb", "pm", "mg", "ml")
        else whole(m, f"{cardinal(int(m['n']), here.british)}-{m['x']}")
    )


_SERIES = frozenset(["7", "8", "9", "10", "100", "200", "300", "400", "500", "600", "700", "800", "900"])


def _airliner(m: re.Match[str], here: Here) -> Said | None:
    """ "737-800": a model and its series."""
    named = here.before(m.start()).lower() in ("boeing", "a", "the") or m["b"] in _SERIES
    if not named or m["a"] not in AIRLINERS:
        return None
    series = cardinal(int(m["b"])) if m["b"].endswith("00") else pairs(m["b"])
    return whole(m, " ".join([pairs(m["a"]), series, *(m["x"] or "")]))


_THROWN = {"FG": "from the field", "3PT": "from three", "3FG": "from three", "FT": "from the line"}


def _shooting(m: re.Match[str], here: Here) -> Said | None:
    """ "10-17 FG": made and tried."""
    return whole(m, f"{cardinal(int(m['a']))} of {cardinal(int(m['b']))} {_THROWN[m['what']]}")


def _lettered_airliner(m: re.Match[str], here: Here) -> Said | None:
    """ "777X", "767ER"."""
    letters = "max" if m["x"] == "MAX" else " ".join(m["x"])
    return whole(m, f"{pairs(m['a'])} {letters}") if m["a"] in AIRLINERS else None


_IN_PARTS = words(
    """
    chapters books parts acts articles titles amendments amends sections volumes vols cantos phases stages
    rules types classes scenes tables levels rounds
    """
)


def _numerals(m: re.Match[str], here: Here) -> Said | None:
    """ "Amendments I–X"."""
    a, b = roman(m["a"]), roman(m["b"])
    if not 0 < a < b or here.before(m.start()).lower() not in _IN_PARTS:
        return None
    return whole(m, f"{cardinal(a)} to {cardinal(b)}")


LETTERS = (Rule(r"(?P<a>[IVXLC]{1,6})\s?[-–]\s?(?P<b>[IVXLC]{1,6})(?![\w-]|['’]\w)", _numerals),)
DIGITS = (
    Rule(r"(?P<a>\d{1,2})[-–/](?P<b>\d{1,2})\s(?P<what>FG|3PT|3FG|FT)(?!\w)", _shooting),
    Rule(r"(?P<a>7[0-9]7)-(?P<b>\d{1,3})(?P<x>ERF?|LR|BCF|SP|[A-DFIMX])?(?![\w-])", _airliner),
    Rule(r"(?P<a>7[0-9]7)-?(?P<x>X|ER|LR|F|SP|MAX)(?!\w)", _lettered_airliner),
    Rule(r"(?P<n>\d{1,20})-(?P<x>[b-df-hj-np-tv-xz]{2})(?![\w-])", _suffixed),
    Rule(
        r"(?P<a>1\d{3}|20\d\d)\s?[-–—/]\s?(?P<b>1\d{3}|20\d\d|\d\d|(?<=[-–])\d)(?![\w-]|[.,]\d)(?!\s?(?:kg|lb|km))",
        _years,
    ),
    Rule(r"\d{1,2}(?:[-–]\d{1,2}){2,9}+(?![\w-]|[.,]\d)", _chain),
    Rule(rf"(?P<a>{NUMBER})(?:\s?[-–—]\s?)(?P<b>{NUMBER})(?P<many>s)?(?![\w%]|[-–]\d|[,.]\d)", _range),
)
