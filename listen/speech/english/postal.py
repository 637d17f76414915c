"""States and addresses: "Albany, N.Y.", "Portland, Ore.,", "(D-N.Y.)", "CA 95051", "1600 Elm Ave."."""

from __future__ import annotations

from listen.speech.english.drawn import KNOWN
from listen.speech.numbers import cardinal, digits, ordinal, pairs
from listen.speech.rules import Here, Rule, Said, table, whole, words
from listen.speech.writing import patterns as re

POSTAL: dict[str, str] = table(
    """
    AL=Alabama | AK=Alaska | AZ=Arizona | AR=Arkansas | CA=California | CO=Colorado | CT=Connecticut |
    DE=Delaware | FL=Florida | GA=Georgia | HI=Hawaii | ID=Idaho | IL=Illinois | IN=Indiana | IA=Iowa |
    KS=Kansas | KY=Kentucky | LA=Louisiana | ME=Maine | MD=Maryland | MA=Massachusetts | MI=Michigan |
    MN=Minnesota | MS=Mississippi | MO=Missouri | MT=Montana | NE=Nebraska | NV=Nevada |
    NH=New Hampshire | NJ=New Jersey | NM=New Mexico | NY=New York | NC=North Carolina | ND=North Dakota
    | OH=Ohio | OK=Oklahoma | OR=Oregon | PA=Pennsylvania | RI=Rhode Island | SC=South Carolina |
    SD=South Dakota | TN=Tennessee | TX=Texas | UT=Utah | VT=Vermont | VA=Virginia | WA=Washington |
    WV=West Virginia | WI=Wisconsin | WY=Wyoming
    """
)
PRESS: dict[str, str] = table(
    """
    Ala.=Alabama | Ariz.=Arizona | Ark.=Arkansas | Calif.=California | Colo.=Colorado |
    Conn.=Connecticut | Del.=Delaware | Fla.=Florida | Ga.=Georgia | Ida.=Idaho | Ill.=Illinois |
    Ind.=Indiana | Kan.=Kansas | Ky.=Kentucky | La.=Louisiana | Md.=Maryland | Mass.=Massachusetts |
    Mich.=Michigan | Minn.=Minnesota | Miss.=Mississippi | Mo.=Missouri | Mont.=Montana | Neb.=Nebraska
    | Nev.=Nevada | N.H.=New Hampshire | N.J.=New Jersey | N.M.=New Mexico | N.Y.=New York |
    N.C.=North Carolina | N.D.=North Dakota | Okla.=Oklahoma | Ore.=Oregon | Pa.=Pennsylvania |
    R.I.=Rhode Island | S.C.=South Carolina | S.D.=South Dakota | Tenn.=Tennessee | Tex.=Texas |
    Vt.=Vermont | Va.=Virginia | Wash.=Washington | W.Va.=West Virginia | W. Va.=West Virginia |
    Wis.=Wisconsin | Wyo.=Wyoming | P.E.I.=Prince Edward Island | B.C.=British Columbia | Ont.=Ontario |
    Que.=Quebec
    """
)
_STREET_WORDS = (
    r"(?:Sts?|Street|Ave|Avenue|Rd|Road|Blvd|Boulevard|Dr|Drive|Ln|Lane|Ct|Court|Way|Pl|Place|Hwy|Highway|"
    r"Pkwy|Parkway|Expy|Expressway|Sq|Square|Ter|Terrace|Cres|Crescent|Close|Row|Circle|hwy|st|ave|rd)"
)
_INITIALS = words("N.H. N.J. N.M. N.Y. N.C. N.D. S.C. S.D. W.Va.")
_ONLY_STATES = words(
    "Ariz. Calif. Conn. Fla. Mich. Minn. Neb. Nev. Okla. Ore. Tenn. Tex. Vt. Wis. Wyo. Ky. N.J. N.Y."
)
"""No names or words."""
_NOUN_NEXT = re.compile(r"\s[a-z]{3}")
_OF_STATE = re.compile(
    r"\s(?:Tech|State|A&M|Southern)\b(?!['’])|\s(?:plates?|license|native|resident|residents|lawmakers?|driver|drivers|"
    r"governor|senator|legislature|trooper|troopers|voters?|woman|couple|teen|teens|border)\b"
)
"""What stands behind a state's name: not behind "Ill" or "La"."""
_OWNER = re.compile(r"['’]s\b")
_OFFICE = re.compile(r"\s(?:Gov|Sens?|Reps?|Lt\. Gov|Atty|Attorney General|Secretary of State)\b")
_AFTER_PLACE = re.compile(r"[A-Z][\w'’.-]{0,30},\s\Z")
_AFTER_INITIALS = re.compile(r"(?<![\w.-])(?!NYC)[A-Z]{2,3}(?:-[A-Z]{2,4})?,\s\Z")


_LISTED = re.compile(r"\.,\s\Z")
_STATE_AND = re.compile(r"\b(?P<st>(?:[A-Z]\.){2}|[A-Z][a-z]{1,5}\.),?\s(?:and|or)\s\Z")
""""Conn., Mass. and N.H."."""
_STATE_NEXT = re.compile(
    r"(?:,\s(?:and\s|or\s)?|\s(?:and|or)\s)(?P<st>(?:[A-Z]\.){2}|[A-Z][a-z]{1,5}\.|[A-Z][a-z]{3,13}(?!\w|['’]))"
)
""" "Pa., Mich. and Wis.", "Pa. and Ohio"."""
_NO_NAME_NEXT = re.compile(r"[,;)]|\s[a-z]")
_CODE_AFTER = re.compile(r",?\s(?P<zip>\d{5})(?:-\d{4})?(?![\w,.]\d|\w|\s[a-z])")


_TOWARDS = _ONLY_STATES | {"Ill.", "Ind.", "Colo.", "Mass.", "Ala.", "Ariz.", "Mont.", "Va.", "Md."}
_THE_CAPITAL = re.compile(r",?\sD\.?C\b")
""" "Wash., D.C."."""


def _is_place(m: re.Match[str], here: Here) -> bool:
    """Return whether what stands before makes it a state: a town, "in", or another state of a list."""
    before = here.text[max(0, m.start() - 30) : m.start()]
    if _AFTER_PLACE.search(before):
        return True
    following = _STATE_NEXT.match(here.text, m.end())
    if following and (following["st"] in PRESS or following["st"] in _FULL):
        return True
    sure = m.group() not in ("Pa.", "La.") or _NO_NAME_NEXT.match(here.text, m.end()) is not None
    if sure and here.before(m.start()).lower() in ("in", "across", "throughout"):
        return True
    if m.group() in _TOWARDS and here.before(m.start()).lower() in ("from", "to", "for", "near", "via"):
        return True
    if m.group() == "Wash." and _THE_CAPITAL.match(here.text, m.end()):
        return True
    other = _STATE_AND.search(before)
    return other is not None and other["st"] in PRESS


def _press(m: re.Match[str], here: Here) -> Said | None:
    owner = _OWNER.match(here.text, m.end()) and m.group() in _INITIALS | _ONLY_STATES  # N.Y.'s mayor
    headed = m.group() in _ONLY_STATES and _NOUN_NEXT.match(here.text, m.end()) is not None  # Fla. man
    headed = headed or here.text[m.end() : m.end() + 4] == " St."  # Fla. St.
    headed = headed or _OF_STATE.match(here.text, m.end()) is not None  # Ill. plates, Ga. Tech
    office = headed or _OFFICE.match(here.text, m.end()) is not None  # Ala. Gov. Kay Ivey
    if not owner and not office and not _is_place(m, here):
        return None
    code = _CODE_AFTER.match(here.text, m.end())
    if code:  # New York, N.Y. 10036
        words = f"{PRESS[m.group()]}, {digits(code['zip'], 'oh')}"
        return Said(((words, m.start(), code.end()),), code.end())
    return whole(m, PRESS[m.group()])


_ARE_WORDS = words("OK HI ME OH OR IN MA PA LA ID")
_SPEECH = words("look listen honey mom dad mum man folks sir madam buddy kid fellas")
_LINKS = words(
    """
    however moreover furthermore therefore nevertheless nonetheless meanwhile instead otherwise thus hence
    besides additionally similarly finally eventually initially currently today recently previously
    traditionally historically generally typically usually often sometimes unfortunately fortunately
    """
)
"""What a sentence is joined on with: no town, "However, AR headsets"."""
_ALSO_LETTERS = words("AR MS MD MA PA VA AL CO ID IN ME OR OK HI OH LA CT SC DE MI MT")
"""Codes that are as often something else; NY and CA are not."""
_TOWN_ENDS = words("city beach springs falls river hill hills lake park town field harbor grove")
"""Common words that end a town's name: "Oklahoma City, OK"."""
_JOINED_BY_STROKE = re.compile(r"/(?P<next>[A-Z]{2,4})\b")
_ALSO_WORDS = words("ID PR")
_GOES_ON = re.compile(r",?\s(?:and\s|or\s)?[a-z]")


_DEGREES = (
    r"(?:PhD|Ph\.D|MPH|MBA|MSc?|MA|BSN?|MSN|RN|RD|RDN|JD|DO|MD|MHS|EdD|PharmD|PsyD|LCSW|LPC|LMFT|"
    r"FACP|FACS|FAAP|FACOG)"
)
_DEGREE_NEXT = re.compile(rf",?\s(?:and\s)?{_DEGREES}\b(?!\s\d)")
_DEGREE_BEFORE = re.compile(rf"\b{_DEGREES}\.?,\s\Z")
_PHYSICIAN = re.compile(
    r",?\s(?:[^.;]{0,40}\b)?(?:\w{2,12}ologists?|physicians?|surgeons?|psychiatrists?|pa?ediatricians?|"
    r"professors?|medical|therapist|dietitian|nutritionist)\b"
)


def _is_degree(m: re.Match[str], here: Here) -> bool:
    """Return whether MD or MA is a degree: beside another one, or before what its holder does."""
    if m["st"] not in ("MD", "MA", "MS"):
        return False
    if _DEGREE_NEXT.match(here.text, m.end()) or _DEGREE_BEFORE.search(
        here.text, max(0, m.start() - 10), m.start()
    ):
        return True
    return m["st"] == "MD" and _PHYSICIAN.match(here.text, m.end()) is not None


def _postal(m: re.Match[str], here: Here) -> Said | None:
    if here.text[m.start() : m.end() + 4] == "NY, NY":
        return whole(m, POSTAL["NY"])
    if not m["zip"] and _is_degree(m, here):
        return None  # Jane Doe, MD, PhD
    coded = m["zip"] and m["zip"][-2:] != "00"  # NY 10019
    if not coded and not _AFTER_PLACE.search(here.text[max(0, m.start() - 30) : m.start()]):
        return None
    twice = here.text[max(0, m.start() - 4) : m.start()] == "NY, "
    if not m["zip"] and not twice and _AFTER_INITIALS.search(here.text[max(0, m.start() - 6) : m.start()]):
        return None  # VR, AR and MR
    place = here.before(m.start() - 2).lower()
    stroke = _JOINED_BY_STROKE.match(here.text, m.end())
    if not m["zip"] and (
        (place in _LINKS and m["st"] in _ALSO_LETTERS) or (stroke and stroke["next"] not in POSTAL)
    ):
        return None  # However, AR and VR; AR/VR
    agreed = m["st"] == "OK" and (
        place.endswith("ly") or place in _SPEECH or here.text[m.end() : m.end() + 1] == "?"
    )
    if not m["zip"] and m["st"] in _ARE_WORDS and (place in KNOWN - _TOWN_ENDS or agreed):
        return None  # Yeah, OK
    after = here.after(m.end())
    if after[:1].isupper() and not m["zip"] and here.text[m.end() : m.end() + 1] == " ":
        return None  # Slack, MS Teams
    if m["st"] in _ALSO_WORDS and not m["zip"] and _GOES_ON.match(here.text, m.end()):
        return None  # cash, ID, credit card
    if m["st"] == "LA" and not m["zip"] and here.before(m.start() - 2) in _FULL | _CITIES:
        return None  # California, LA; London, LA
    words = POSTAL[m["st"]]
    if m["zip"]:
        words += f", {digits(m['zip'], 'oh')}{',' if m['call'] is not None else ''}"
    return whole(m, words)


def _row_of_states(m: re.Match[str], here: Here) -> Said | None:
    """ "IL/TX/OK": states, where every one of them is."""
    names = [POSTAL.get(st, "") for st in m.group().split("/")]
    return whole(m, ", ".join(names)) if all(names) else None


_PARTIES = {"D": "Democrat", "R": "Republican", "I": "Independent"}


def _party(m: re.Match[str], here: Here) -> Said | None:
    state = m["st"]
    name = PRESS.get(state) or POSTAL.get(state.rstrip(".")) or state.rstrip(".")
    return Said(((f"{_PARTIES[m['p']]} of {name}", m.start("p"), m.end("st")),), m.end())


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


_SEAT = re.compile(
    r"(?P<p>[DRI])-(?P<st>(?:[A-Z][a-z]+\.?|[A-Z]\.[A-Z]\.|W\.\s?Va\.|[A-Z]{2}\b)(?:\s[A-Z][a-z]+)?)"
)
_FULL = frozenset(POSTAL.values())
_CITIES = words(
    """
    York Francisco London Paris Chicago Miami Boston Seattle Atlanta Dallas Austin Berlin Tokyo Toronto Vegas
    Nashville Denver Houston Philadelphia Diego Detroit Phoenix Brooklyn Sydney Mumbai Dubai Milan
    """
)
"""Where no Louisiana follows."""


def _seat(m: re.Match[str], here: Here) -> Said | None:
    """ "Schiff, D-Calif.,": party and state without brackets."""
    state = m["st"]
    first = state.split(" ")[0]
    if first.endswith(".") and first[:-1] in _FULL:
        state = first[:-1]  # the sentence's own full stop: "R-Texas."
    name = PRESS.get(state) or POSTAL.get(state) or (state if state in _FULL else "")
    if not name and " " in state:  # "R-Texas Gov" is no state
        state = state.split(" ")[0]
        name = state if state in _FULL else ""
    if not name or here.text[m.start() - 2 : m.start()] != ", ":
        return None
    end = m.start("st") + len(state)
    return Said(((f"{_PARTIES[m['p']]} of {name}", m.start(), end),), end)


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


def _postcode(m: re.Match[str], here: Here) -> Said | None:
    """ "SE1 7PB", in a British text."""
    if not here.british:
        return None
    said = [
        " ".join(part) if part.isalpha() else cardinal(int(part))
        for part in re.findall(r"[A-Z]+|\d+", m.group())
    ]
    return whole(m, " ".join(said))


def _capital(m: re.Match[str], here: Here) -> Said | None:
    """ "DC 20500"."""
    return whole(m, f"D C {digits(m['zip'], 'oh')}")


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


LETTERS = (
    Rule(r"(?P<w>[NSEW])(?:\.(?=\s[a-z]|[,;)])|(?=\.?(?:\s(?![A-Z][a-z])|[,;)]|\Z)))", _bound),
    Rule(
        r"(?P<st>Mass|Conn|Wis|Minn|Tenn|Pa|Va|Ga|La|Md|Ind|Ore|Wash|Mich)\.(?=\sAve\b)",
        lambda m, h: whole(m, PRESS[f"{m['st']}."]),
    ),
    Rule(r"D\.?C\.?\s(?P<zip>\d{5})(?![\w-])", _capital),
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
    Rule(r"[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}(?!\w)", _postcode),
    Rule(r"(?P<w>[NSEW])\.?(?=\s(?:(?P<street>\d+(?:st|nd|rd|th)(?:\s|[.,;)]|\Z))|[A-Z]))", _point),
    Rule(_SEAT.pattern, _seat),
    Rule("|".join(re.escape(k) for k in sorted(PRESS, key=len, reverse=True)), _press),
    Rule(r"(?:[A-Z]{2}/){2,12}[A-Z]{2}(?![\w/])", _row_of_states),
    Rule(
        rf"(?P<st>{'|'.join(POSTAL)})\b(?!\.\w|['’]|-[A-Z\d])(?:,?\s(?P<zip>\d{{5}})(?:-\d{{4}})?\b(?P<call>(?=\s\(\d{{3}}\)))?)?",
        _postal,
    ),
)
SYMBOLS = (Rule(r"\((?P<p>[DRI])-(?P<st>[A-Z][\w.]*(?:\s[A-Z][\w.]*)?)\)", _party),)


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


DIGITS = (
    Rule(r"(?P<n>\d{2,4})(?P<w>[NSEW])(?!\w)", _road),
    Rule(
        rf"(?P<n>\d{{1,5}})(?P<flat>[A-D])?\s(?:(?P<way>[NSEW][EW]?\.?)\s)?(?:(?P<ord>\d+(?:st|nd|rd|th))(?=\s{_STREET_WORDS}\b)|(?=(?:[A-Z][\w'’]+\s){{1,3}}?{_STREET_WORDS}\b))",
        _address,
    ),
)
TRIGGERS = frozenset(k.rstrip(".").lower() for k in PRESS if "." not in k[:-1]) | {"w", "n", "s", "d", "r"}
