"""Short forms of places: "Main St.", "12 Ocean Dr", "St. John", "Co. Galway"."""

from __future__ import annotations

from listen.speech.english.addresses.compass import COUNTRIES, POINTS, house
from listen.speech.english.short_forms.abbreviations import is_housed, localised
from listen.speech.rules import Here, Rule, Said, pieces, table, whole, words
from listen.speech.writing import patterns as re

_QUARTERS = frozenset(("NW", "NE", "SW", "SE"))

_STREETS = table(
    """
    st=street | dr=drive | ct=court | pl=place | ter=terrace | terr=terrace | cres=crescent | ln=lane |
    rd=road
    """
)


_NUMBERED_STREET = re.compile(r"\d(?:st|nd|rd|th)\Z|[23]d\Z")
_TEAMS = words(
    """
    Ohio Michigan Iowa Kansas Oklahoma Oregon Utah Florida Georgia Alabama Arizona Arkansas Colorado Idaho
    Illinois Indiana Louisiana Mississippi Missouri Montana Washington Penn Boise Fresno Kent Ball Wichita
    Murray Weber Wright Youngstown Appalachian App Grambling Alcorn Coppin Jacksonville McNeese Tarleton
    Sacramento Dakota Carolina Tennessee Texas Fla Mich Miss Okla Ariz Ore Kan Wash Ala Ark Colo Ill Ind
    La Mo Tenn
    """
)
"""What "State" follows in the name of a university: "Ohio St.", "Fla. St."."""
_BY_A_STREET = words("on along at down off near of to from the corner up onto between")
_AVENUE_NEXT = re.compile(
    r"\s(?:and|&|at)\s(?P<other>[A-Z0-9]\w*)\s(?:St|Ave|Rd|Blvd|Dr)\b|\s(?:near|between|NW|NE|SW|SE)\b"
)

_AVENUE_BEFORE = re.compile(r"\b(?P<other>\w{1,20})\s(?:St|Ave|Rd|Blvd|Dr)\.?\s(?:and|&)\s\Z")


_STUDIED = re.compile(
    r"\b(?:Prof\b|[Pp]rofessor|Ph\.?D|degree|graduated?|coach|student|quarterback|dean|earned|transferred|B\.[AS]\.)"
)
"""Who is from a university: "Prof. Lee of Ohio St."."""


def _is_team(name: str, m: re.Match[str], here: Here) -> bool:
    """Return whether "St." after a name is a university's "State": no number or "on" before it."""
    if name not in _TEAMS or is_housed(m, here):
        return False
    first = here.text.rfind(name, 0, m.start())
    before = here.before(first)
    if before in ("N", "S", "E", "W") and name not in ("Dakota", "Carolina"):
        return False
    corner = _AVENUE_BEFORE.search(here.text, max(0, first - 40), first)
    if corner and corner["other"] not in _TEAMS:
        return False
    crossing = _AVENUE_NEXT.match(here.text, m.end())
    crossed = crossing is not None and crossing["other"] not in _TEAMS
    studied = before in ("of", "from") and _STUDIED.search(here.around(m.start(), m.end())) is not None
    return (studied or before.lower() not in _BY_A_STREET) and not crossed


_ROOMS = words(
    "Suite Ste Apt Unit Floor Fl Room Rm Bldg Building Box Level Store Station Mall Market Bridge Gallery "
    "Campus Branch Office Shop Theatre Theater Studio Studios"
)
"""What follows a street in an address, or is named for it."""
_FLAT = re.compile(r"\b(?:Flat|Unit|Apartment|Cottage|House|Barn|Mill|Lodge|Rectory)\b[^.!?]{0,60},?\s\Z")


def _is_flat(m: re.Match[str], here: Here) -> bool:
    """ "Flat B, Elm Ct, Church Ln, Rye": a part of a British address without a number."""
    before = here.text[max(0, m.start() - 80) : m.start()]
    return here.british and here.text[m.end() : m.end() + 1] == "," and _FLAT.search(before) is not None


_COUNTED = re.compile(r"(?:\A|\s)[Tt]he\s\d{1,3}(?:st|nd|rd|th)\s\Z")
_HONOURED = re.compile(r"\.?\s(?:Louis|Paul|Petersburg|Patrick|Augustine|Andrew|Nicholas|Valentine|Lucia)")


def _is_counted(m: re.Match[str], here: Here) -> bool:
    """ "the 7th St. Patrick Run": a number of times, no street."""
    counted = _COUNTED.search(here.text, max(0, m.start() - 12), m.start())
    return counted is not None and _HONOURED.match(here.text, m.end()) is not None


_BEATEN = re.compile(
    r"\b(?:beats?|defeat(?:ed|s)?|downed|topped|edged|routed|crushed|upset|outlasted|over|past|lost\sto|f[ae]ll(?:s)?\sto)\s"
    r"(?:No\.\s\d{1,2}\s)?(?:[A-Z][\w’'-]{2,15}\s){1,2}\Z"
)
_SCORE_NEXT = re.compile(
    r"\s(?P<a>\d{2,3})[-–](?P<b>\d{2,3})(?![\w-]|\s(?:minutes?|yards?|feet|times|homes|miles)\b)"
)


def _is_scored(m: re.Match[str], here: Here) -> bool:
    """Return whether a team was beaten: "beat Norfolk St. 95-69", the winner's figure first."""
    score = _SCORE_NEXT.match(here.text, m.end())
    if not score or int(score["a"]) <= int(score["b"]):
        return False
    return _BEATEN.search(here.text, max(0, m.start() - 50), m.start()) is not None


def _street(m: re.Match[str], here: Here) -> Said | None:
    """ "Main St.", "42nd St", "Ocean Dr.": after a name or an ordinal."""
    written, dot = m["w"], m["dot"]
    before = here.before(m.start())
    named = before[:1].isupper() or _NUMBERED_STREET.search(before)
    if written == "St" and dot and (_is_scored(m, here) or _is_team(before, m, here)):
        return whole(m, f"State{'’s' if m['s'] else ''}")
    if not named or (not dot and not written[0].isupper()):
        numbered = re.search(
            r"\b\d{1,6}\s(?:[NSEW]\s)?\d{1,4}(?:st|nd|rd|th)\s\Z",
            here.text[max(0, m.start() - 20) : m.start()],
        )
        if not numbered:
            return None
    if (
        not dot
        and written in ("Ct", "Pl", "Ter", "Ln")
        and not re.search(
            r"\b\d{1,6}[a-dA-D]?\s(?:[A-Z]\w{0,30}\s){1,4}\Z", here.text[max(0, m.start() - 40) : m.start()]
        )
        and not _is_flat(m, here)
    ):
        return None
    after = here.after(m.end())
    saintly = (
        after[:1].isupper()
        and after not in _QUARTERS
        and after not in _ROOMS
        and written in ("St", "Dr")
        and (not before[:1].isdecimal() or _is_counted(m, here))
    )
    if saintly and not is_housed(m, here):
        return None
    said = localised(_STREETS[written.lower()], written, here.british)
    return whole(m, f"{said}{'’s' if m['s'] else ''}")


def _saint(m: re.Match[str], here: Here) -> Said | None:
    said = "Saints" if m["w"] == "Sts" else "Saint"
    return whole(m, said) if here.after(m.end())[:1].isupper() else None


_SAINTS = words(
    """
    ALBANS ALBERT ANDREW ANDREWS ANN ANNE ANTHONY AUGUSTINE AUSTELL BARTS BERNARD CATHARINES
    CATHERINE CHARLES CLAIR CLAIRE CLOUD CROIX DAVID DENIS ELIZABETH ETIENNE FRANCIS FRANCOIS GALLEN
    GEORGE GEORGES HELENA HELENS HELIER IVES JAMES JOHN JOHNS JOSEPH KILDA KITTS LAURENT LAWRENCE
    LEONARDS LOUIS LUCIA LUCIE LUKE MAARTEN MALO MARTIN MARY MARYS MATTHEW MICHAEL MIRREN MORITZ NEOTS
    NICHOLAS PANCRAS PATRICK PAUL PAULI PETE PETER PETERS PETERSBURG PIERRE REGIS SIMONS STEPHEN
    STEPHENS THOMAS TROPEZ VINCENT
    """
)
"""Saints whose towns, islands, clubs and schools stand in headlines, and where a report is from."""
_FORTS = words(
    """
    BELVOIR BENNING BLISS BRAGG CAMPBELL CARSON COLLINS DIX DRUM HOOD IRWIN JACKSON KNOX LAUDERDALE LEWIS
    LIBERTY MEADE MYERS PIERCE SILL SMITH STEWART SUMTER WAYNE WORTH
    """
)
_MOUNTS = words(
    """
    AIRY ARARAT BAKER CARMEL DENALI ETNA EVEREST FUJI HOOD JULIET KENYA KILIMANJARO LEBANON MCKINLEY OLIVET
    OLYMPUS PLEASANT RAINIER RUSHMORE SHASTA SINAI VERNON WASHINGTON WHITNEY ZION
    """
)
_ON_A_STREET = re.compile(
    r"(?:\b\d{1,5}(?:ST|ND|RD|TH)?\s(?:[NSEW]\.?\s)?|\b(?:ON|AT|NEAR|ALONG|OFF|DOWN|OF)\s(?:[NSEW]\.?\s)?)[A-Z]{3,15}\s\Z"
    r"|\b(?:WALL|HIGH|MAIN|\d{1,3}(?:ST|ND|RD|TH))\s\Z"
)


_HOUSED = re.compile(r"\b\d{1,5}\s(?:[NSEW]\.?\s)?[A-Z]{3,15}\s\Z")


_CALLED = re.compile(r"\s(?P<n>[A-Z]{3,12})(?P<s>['’][Ss])?(?!\w)")


def _in_capitals(m: re.Match[str], here: Here) -> Said | None:
    """ "ST. LOUIS (AP)", "FIRE ON ELM ST": a saint's town by its name, a street by what is before."""
    before = here.text[max(0, m.start() - 34) : m.start()]
    name = _CALLED.match(here.text, m.end())
    if name and name["n"] in _SAINTS and not _HOUSED.search(before):
        said = name["n"].capitalize() + ("'s" if name["s"] else "")
        return Said((("Saint", m.start(), m.end()), (said, name.start("n"), name.end())), name.end())
    return whole(m, "Street") if _ON_A_STREET.search(before) else None


def _place_in_capitals(m: re.Match[str], here: Here) -> Said | None:
    """ "FT. LAUDERDALE", "MT EVEREST": no featured singer, no Montana."""
    fort = m["w"][0] == "F"
    if m["n"] not in (_FORTS if fort else _MOUNTS):
        return None
    return Said((("Fort" if fort else "Mount", *m.span("w")), (m["n"].capitalize(), *m.span("n"))), m.end())


_BEGINNINGS = words("The It He She They We You This That These Then When If But And So In On At For With As")


def _against(m: re.Match[str], here: Here) -> Said | None:
    """ "St.Louis": no space was typed; "12 Main St.Suite 4" and "on Main St.The" stay streets."""
    after = here.after(m.end())
    street = here.before(m.start())[:1].isupper() and (
        after in _ROOMS or after in _BEGINNINGS or is_housed(m, here)
    )
    return None if street else whole(m, "Saint")


_COUNTIES = words(
    """
    Antrim Armagh Carlow Cavan Clare Cork Derry Donegal Down Dublin Durham Fermanagh Galway Kerry Kildare
    Kilkenny Laois Leitrim Limerick Londonderry Longford Louth Mayo Meath Monaghan Offaly Roscommon Sligo
    Tipperary Tyrone Waterford Westmeath Wexford Wicklow
    """
)


def _county(m: re.Match[str], here: Here) -> Said | None:
    """ "Co. Galway", not "Hill & Co. Dublin"; without a dot in American text, not "Motor Co Down 3 %"."""
    before = here.before(m.start())
    if before in ("&", "and") or (not m["dot"] and not here.british and not before[:1].islower()):
        return None
    return whole(m, "County") if here.after(m.end()) in _COUNTIES else None


def _in_brackets(m: re.Match[str], here: Here) -> Said | None:
    """ "The song (Ft. Ann Lee)", but "the base (Ft. Worth)": who sings along, where no fort has the name."""
    return None if here.after(m.end()).upper() in _FORTS else whole(m, "featuring")


TRIGGERS = _STREETS.keys() | {"sts", "apt", "bldg", "rt", "fl"}
LETTERS = (
    Rule(r"(?P<w>(?:FT|MT)\.?)\s(?P<n>[A-Z]{3,12})(?![\w'’])", _place_in_capitals),
    Rule(r"[Ff]t\.(?<=\([Ff]t\.)(?=\s[A-Z])", _in_brackets),
    Rule(r"ST\.?(?![\w'’/&-])(?=[\s;:,)!?]|\Z)", _in_capitals),
    Rule(r"Co(?P<dot>\.)?(?=\s[A-Z])", _county),
    Rule(r"St\.(?=[A-Z][a-z]{2})", _against),
    Rule(r"(?P<w>[Ss]t|Dr|Ct|Pl|Terr?|Cres|Ln|Rd)(?P<dot>\.)?(?P<s>(?<=\.)['’]s)?(?![\w'’])", _street),
    Rule(r"(?P<w>Sts?)\.?(?=\s[A-Z])", _saint),
    Rule(r"St-(?=[A-ZÉ][a-zé]{2})", lambda m, h: whole(m, "Saint")),  # St-Denis
    Rule(r"Bldg\.?(?=\s(?:\d|[A-Z](?!\w)))", lambda m, h: whole(m, "Building")),
    Rule(r"Apt(?=\s#?\d)", lambda m, h: whole(m, "Apartment")),
    Rule(r"Rt(?=\s\d)", lambda m, h: whole(m, "Route")),
    Rule(r"Fl(?<=(?:1st|2nd|3rd|\dth)\sFl)\.?(?![\w’'])", lambda m, h: whole(m, "Floor")),
)


def _numbered_point(m: re.Match[str], here: Here) -> Said | None:
    """ "at 201 E. Washington", "1500 W. Broadway": a house on a street that is not called one."""
    name, before = here.after(m.end()), here.before(m.start())
    dated = before.lower() in ("in", "by", "since", "until", "from") and m["n"][:2] in ("18", "19", "20")
    if name in COUNTRIES or name in _BEGINNINGS or dated or before[:1].isupper():
        return None
    return pieces(m, (house(m["n"]), "n"), (POINTS[m["w"][0]], "w"))


def _at_a_center(m: re.Match[str], here: Here) -> Said | None:
    """ "250 Harbor Center", "1 Elm Street, 410 Lakeside Plaza": an address by itself."""
    alone = not m.start() or here.text[m.start() - 2 : m.start()] in (", ", "| ", ": ")
    return whole(m, house(m["n"])) if alone else None


_WAYS = (
    r"(?:Streets?|St|Roads?|Rd|Avenues?|Ave|Boulevard|Blvd|Drive|Dr|Lane|Ln|Court|Ct|Place|Highway|Hwy"
    r"|Parkway|Pkwy)"
)


def _houses(m: re.Match[str], here: Here) -> Said | None:
    """ "8085-8089 Mill St.": the first and the last house."""
    before = here.before(m.start()).lower()
    if int(m["b"]) <= int(m["a"]) or here.text[max(0, m.start() - 1) : m.start()] in ("-", "–"):
        return None
    if before in ("between", "from", "in", "during", "since") and m["a"] < "2100":
        return None  # between 1950-1970 Route Drive
    return Said(((f"{house(m['a'])} to {house(m['b'])}", m.start(), m.end()),), m.end())


DIGITS = (
    Rule(
        r"(?P<a>[1-9]\d{3})\s?[-–]\s?(?P<b>[1-9]\d{3})"
        rf"(?=\s(?:[NSEW]\.?\s)?(?:(?:[A-Z][a-z]{{2,12}}|\d{{1,3}}(?:st|nd|rd|th))\s){{1,2}}{_WAYS}\b)",
        _houses,
    ),
    Rule(r"(?P<n>\d{2,4})\s(?P<w>[NSEW]\.)(?=\s[A-Z][a-z]{2})", _numbered_point),
    Rule(
        r"(?P<n>[1-9]\d{2,3})(?=\s(?:[A-Z][a-z]{2,12}\s){1,2}(?:Center|Plaza|Mall|Commons|Parade|Arcade|Esplanade|Building|Walk|Park)"
        r"(?:\Z|,\s(?:[A-Z]|\d|#)))",
        _at_a_center,
    ),
)
