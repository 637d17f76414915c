"""House numbers and the points of the compass: "1600 Elm Ave.", "N. Korea", "US-101 N", "winds NW 15 mph"."""

from __future__ import annotations

from listen.speech.numbers import cardinal, digits, ordinal, pairs
from listen.speech.rules import Here, Rule, Said, table, whole, words
from listen.speech.writing import patterns as re

_STREET_WORDS = (
    r"(?:Sts?|Street|Ave|Avenue|Rd|Road|Blvd|Boulevard|Dr|Drive|Ln|Lane|Ct|Court|Way|Pl|Place|Hwy|Highway|"
    r"Pkwy|Parkway|Expy|Expressway|Sq|Square|Ter|Terrace|Cres|Crescent|Close|Row|Circle|hwy|st|ave|rd)"
)
_COMPASS = table(
    """
    N=North | S=South | E=East | W=West | NW=Northwest | NE=Northeast | SW=Southwest | SE=Southeast
    """
)


def house(text: str) -> str:
    """A house number: "1428" → "fourteen twenty-eight", "708" → "seven zero eight", "10" → "ten"."""
    if len(text) == 3 and text[1] == "0" and text[2] != "0":
        return digits(text)
    return pairs(text) if len(text) <= 4 else digits(text)


def _address(m: re.Match[str], here: Here) -> Said | None:
    n = m["n"]
    parts: list[tuple[str, int, int]] = [(house(n), m.start("n"), m.end("n"))]
    if m["flat"]:
        parts.append((m["flat"], m.start("flat"), m.end("flat")))
    if m["way"]:
        parts.append((_COMPASS[m["way"].rstrip(".")], m.start("way"), m.end("way")))
    if m["ord"]:
        parts.append((ordinal(int(m["ord"][:-2])), m.start("ord"), m.end("ord")))
        return Said(tuple(parts), m.end("ord"))
    return Said(tuple(parts), parts[-1][2])


COUNTRIES = words(
    """
    American Americans African Africans Atlantic Pacific Pole
    Sussex Midlands Yorks Lothian Ayrshire Lanarkshire Devon Glamorgan
    Korea Africa Carolina Dakota Virginia Ireland Yorkshire Sudan America Macedonia Wales Korean Korea's
    """
)
_TOWNS = words(
    """
    Hampton Orange Lansing Haven Hartford Rutherford Brunswick Hollywood Memphis Palo Chicago Lafayette Lynne
    Bridgewater Windsor Providence Greenwich Portland Bend Bay Miami Boston Philadelphia Baltimore
    """
)
"""Towns that are parted by the compass: "in E. Lansing"."""
_IN_TOWN = re.compile(r"(?:,|\b(?:in|of|from|to|near|at))\s\Z")
POINTS = {"N": "North", "S": "South", "E": "East", "W": "West"}
_ROAD_NAME = re.compile(r"(?<=\.)\s[A-Z][a-z]")
_CORNER = re.compile(r"(?<=\.)\s[A-Z][a-z]+\s(?:and|&)\s(?:[NSEW]\.\s[A-Z\d]|\d{1,3}(?:st|nd|rd|th)\b)")
""" "S. Main and W. 3rd"."""
_NAMED_STREET = re.compile(rf"(?<=\.)\s(?:[A-Z][\w'’]+\s){{1,3}}?{_STREET_WORDS}\b")
_BLOCK_OF = re.compile(r"\b(?:block|blk\.?) of\s\Z")


def _point(m: re.Match[str], here: Here) -> Said | None:
    """ "N. Korea", "E. 42nd St.": the point of the compass."""
    if m["w"] == "N" and here.after(m.end()) == "Ireland":
        return whole(m, "Northern")
    town = here.after(m.end()) in _TOWNS and _IN_TOWN.search(here.text, max(0, m.start() - 6), m.start())
    if m["street"] is not None or town or here.after(m.end()) in COUNTRIES:
        return whole(m, POINTS[m["w"]])
    if _BLOCK_OF.search(here.text, max(0, m.start() - 12), m.start()):
        return whole(m, POINTS[m["w"]])
    on_it = here.before(m.start()).lower() in ("on", "along", "down", "off") and _ROAD_NAME.match(
        here.text, m.end()
    )
    on_it = on_it or _CORNER.match(here.text, m.end())
    return whole(m, POINTS[m["w"]]) if on_it or _NAMED_STREET.match(here.text, m.end()) else None


_MILES = re.compile(r"\b(?:miles?|mi|km|kilomet(?:er|re)s?|blocks?|yards?|m)\.?\s\Z")


def _bearing(m: re.Match[str], here: Here) -> Said | None:
    """ "5 mi. NW of"."""
    told = len(m["w"]) == 2 or _MILES.search(here.text, max(0, m.start() - 12), m.start())
    return whole(m, _COMPASS[m["w"]].lower()) if told else None


_MOVES = words(
    """
    then head heads headed heading go goes going went turn turns turned drive drives drove driving travel
    continue run runs
    """
)


def _heading(m: re.Match[str], here: Here) -> Said | None:
    """ "then go N. on I-5"."""
    return whole(m, _COMPASS[m["w"]].lower()) if here.before(m.start()).lower() in _MOVES else None


def _wind(m: re.Match[str], here: Here) -> Said | None:
    """ "winds NW 15-25 mph", "WSW at 10 kt"."""
    first, rest = (m["w"], "") if len(m["w"]) < 3 else (m["w"][0], m["w"][1:])
    return whole(m, "-".join(_COMPASS[part].lower() for part in (first, rest) if part))


_BLOWS = re.compile(r"\b(?:winds?|gales?|gusts?|[NSEW]{1,3})\s(?:[NSEW]{1,3}\s)?\Z", re.I)


def _force(m: re.Match[str], here: Here) -> Said | None:
    """ "winds SW F5-7": the force of a wind."""
    if not _BLOWS.search(here.text, max(0, m.start() - 16), m.start()):
        return None
    upper = f" to {cardinal(int(m['b']))}" if m["b"] else ""
    return whole(m, f"force {cardinal(int(m['a']))}{upper}")


_ROUTE = re.compile(
    r"(?:\b[ABM]\d{1,4}(?:\(M\))?|\b(?:I|US|SR|CA|Rte?\.?|Route|Hwy\.?|Highway|Interstate)[\s-]\d{1,4}|\b(?:St|Ave|Rd|Blvd|Street|Avenue|Road)\.?)\s\Z"
)


def _bound(m: re.Match[str], here: Here) -> Said | None:
    """ "US-101 N", "12th Ave. S.": which way a road goes."""
    return whole(m, _COMPASS[m["w"]]) if _ROUTE.search(here.text, max(0, m.start() - 20), m.start()) else None


_ON_STREETS = words(
    "St Ave Rd Dr Pl Blvd Ln Ct Pkwy Street Avenue Road Drive Place Boulevard Lane Court Parkway"
)


def _quarter(m: re.Match[str], here: Here) -> Said | None:
    """ "600 Elm Ave. NW"."""
    on_it = here.before(m.start()) in _ON_STREETS
    return whole(m, _COMPASS[m.group()]) if on_it else None


_ROADS = words("Road Rd Street St Avenue Ave CR SR Hwy Highway Route Rte")
_GRID = re.compile(r"(?<!\w)\d{3,4}[NSEW]\s(?:Road|Rd|Street|Ave|Avenue)\b|\b(?:County|Township)\sRoad\s\d")
"""Roads of a county by their distance, one of which is called so: "west onto 1500N from 800E Road"."""


def _road(m: re.Match[str], here: Here) -> Said | None:
    """ "County Road 600S", "1100N Road"."""
    beside = here.before(m.start()) in _ROADS or here.after(m.end()) in _ROADS
    pull = here.before(m.start()) == "of" and not here.text.endswith("side of ", 0, m.start())
    if not beside and (pull or not _GRID.search(here.around(m.start(), m.end()))):
        return None
    return whole(m, f"{pairs(m['n'])} {_COMPASS[m['w']]}")


LETTERS = (
    Rule(r"(?P<w>[NSEW])(?:\.(?=\s[a-z]|[,;)])|(?=\.?(?:\s(?![A-Z][a-z])|[,;)]|\Z)))", _bound),
    Rule(
        rf"(?P<w>NW|NE|SW|SE)(?=\s\d{{1,3}}(?:st|nd|rd|th)\s{_STREET_WORDS}\b)",
        lambda m, h: whole(m, _COMPASS[m["w"]]),
    ),
    Rule(r"(?P<w>NW|NE|SW|SE|[NSEW])(?=\sof\s)", _bearing),
    Rule(
        r"(?P<w>[NS](?:[EW]|N[EW]|S[EW])?|[EW](?:N[EW]|S[EW])?)(?=\s(?:at\s)?\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s?(?:mph|kts?|knots|km/h|kph)\b"
        r"|\s(?:winds?|swells?|breezes?|gales?|gusts?|flow|F\d)\b)",
        _wind,
    ),
    Rule(r"F(?P<a>\d)(?:\s?[-–]\s?(?P<b>\d{1,2}))?(?![\w-])", _force),
    Rule(r"(?P<w>NNE|NNW|SSE|SSW|ENE|ESE|WNW|WSW)(?=\s(?:of|at)\s)", _wind),
    Rule(r"(?P<w>[NSEW])\.(?=\s(?:on|along|from|to|toward|towards)\s)", _heading),
    Rule(r"(?:NW|NE|SW|SE)(?!\w)", _quarter),
    Rule(r"(?P<w>[NSEW])\.?(?=\s(?:(?P<street>\d+(?:st|nd|rd|th)(?:\s|[.,;)]|\Z))|[A-Z]))", _point),
)
DIGITS = (
    Rule(r"(?P<n>\d{2,4})(?P<w>[NSEW])(?!\w)", _road),
    Rule(
        rf"(?P<n>\d{{1,5}})(?P<flat>[A-D])?\s(?:(?P<way>[NSEW][EW]?\.?)\s)?(?:(?P<ord>\d+(?:st|nd|rd|th))(?=\s{_STREET_WORDS}\b)|(?=(?:[A-Z][\w'’]+\s){{1,3}}?{_STREET_WORDS}\b))",
        _address,
    ),
)
TRIGGERS = frozenset(("n", "s", "w"))
