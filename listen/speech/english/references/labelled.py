"""This module says figures that name a thing: "seat 14K", "Kepler-22b", "HTTP/1.1 201", "12/2 wire"."""

from __future__ import annotations

from listen.speech.numbers import cardinal, decimal, digits, pairs, roman, year
from listen.speech.rules import Here, Rule, Said, whole
from listen.speech.writing import patterns as re

_STARRED = re.compile(
    r"\b(?:Kepler|TRAPPIST|TOI|WASP|HAT-P|HD|GJ|Gliese|K2|CoRoT|LHS|LTT|Ross|KELT|TrES|XO|OGLE|Wolf|Proxima|PSR|KOI|HIP|BD)[-\s]?\Z"
)


def _planet(m: re.Match[str], here: Here) -> Said | None:
    """ "Kepler-22b", "HD 209458 b": a planet by its star and letter."""
    star = _STARRED.search(here.text, max(0, m.start() - 9), m.start())
    if not star:
        return None
    n = m["n"]
    said = decimal(n, here.british) if len(n) < 3 else " ".join(cardinal(int(figure)) for figure in n)
    if len(n) == 3:
        said = pairs(n)
    return whole(m, f"{said} {m['p']}")


_ANSWERED = re.compile(
    r"\b(?:HTTP(?:/\d(?:\.\d)?)?|returns?|returned|returning|[Rr]esponse|[Ss]tatus(?:\scode)?)\s(?:an?\s)?\Z"
)
_ALSO_ANSWERED = re.compile(
    r"\b(?:HTTP|returns?|[Rr]esponses?|[Ss]tatus(?:es)?|[Ee]rrors?|[Cc]odes?)\s"
    r"(?:(?:20[0-6]|30[0-8]|4[0-3]\d|451|50[0-8])(?:,\s(?:or\s|and\s)?|\s(?:or|and)\s|/)){1,5}\Z"
)
"""Behind one answer or more: "HTTP 404 or 410", "codes 200, 204 and 304"."""
_ANSWERS = re.compile(
    r"\s(?:responses?|status(?:es)?|redirects?|errors?|Created|Accepted|No Content|Not Found"
    r"|Not Modified|Forbidden|Unauthorized"
    r"|Bad Request|Moved|Found|Internal Server|Bad Gateway|Too Many|Service Unavailable|Gateway Time-?out"
    r"|Rate Limit\w*|Conflict|Gone|Payment Required"
    r"|Unprocessable|Method Not Allowed|Request Timeout"
    r"|forbidden|not found|unauthorized|not modified|too many requests)\b"
)


def _answer(m: re.Match[str], here: Here) -> Said | None:
    """ "HTTP/1.1 201 Created", "a 304 response", "returns 404"."""
    if m["n"].endswith("00") or int(m["n"][1:]) > 51:
        return None
    answered = _ANSWERED.search(here.text, max(0, m.start() - 16), m.start()) or _ALSO_ANSWERED.search(
        here.text, max(0, m.start() - 60), m.start()
    )
    if not answered and not _ANSWERS.match(here.text, m.end()):
        return None
    if here.after(m.end()).lower() in ("people", "times", "results", "rows", "items", "records"):
        return None
    return whole(m, pairs(m["n"]))


def _machine(m: re.Match[str], here: Here) -> Said | None:
    """ "the 712 motherboard": a machine by its figures."""
    return whole(m, pairs(m["n"]))


def _model(m: re.Match[str], here: Here) -> Said | None:
    """ "the 970 includes it": a thing that goes by its figures."""
    return whole(m, pairs(m["n"]))


def _wire(m: re.Match[str], here: Here) -> Said | None:
    """ "12/2 wire": its gauge and strands."""
    return whole(m, f"{cardinal(int(m['a']))} {cardinal(int(m['b']))}")


def _rounds(m: re.Match[str], here: Here) -> Said | None:
    """ "Series B/C": letters of rounds."""
    if here.before(m.start()) not in ("Series", "Class", "Plan", "Type", "Tier", "Grade"):
        return None
    return whole(m, f"{m['a']}, {m['b']}")


def _isotope(m: re.Match[str], here: Here) -> Said | None:
    """ "18F-FDG": a tracer in medicine."""
    return whole(m, f"F eighteen {' '.join(m['t'])}" if m["t"] else "F eighteen")


_COURSES = re.compile(
    r"\b(?:Parts?|Phases?|Class(?:es)?|Volumes?|Vols?\.?|Wars?|Types?|Stages?|Books?|Acts?|Titles?|Levels?|Grades?|Tiers?|Chapters?"
    r"|Sections?|Articles?|Schedules?|Categor(?:y|ies)|Groups?|Figures?|Divisions?|Appendi(?:x|ces)|Calculus|Calc|Physics|Algebra"
    r"|Biology|Chemistry|Statistics|Spanish|French|German|Latin|English|Drawing|Painting|Design|Seminar|Studio|Mark|Level|Kings"
    r"|Episodes?|Seasons?|Scenes?|Tables?|Cantos?|Sonatas?|Quartets?|Annex(?:es)?|Annexure|Pillars?|Zones?)\s\Z",
    re.I,
)


def _both(m: re.Match[str], here: Here) -> Said | None:
    """ "Parts I & II", "Calculus I, II and III": the one and the other, no pronoun."""
    if not _COURSES.search(here.text, max(0, m.start() - 14), m.start()):
        return None
    figures = [cardinal(roman(m["a"]))]
    figures += [f", {cardinal(roman(m['c']))}"] if m["c"] else []
    figures += [f"{',' if m['c'] else ''} {'or' if m['j'] == 'or' else 'and'} {cardinal(roman(m['b']))}"]
    return whole(m, "".join(figures))


_ROMAN = r"(?:I{1,3}|IV|VI{0,3}|IX|X)"
_AT = re.compile(r"\b(?:lat|lon|long|lng|latitude|longitude|coordinates)\.?:?\s\Z", re.I)
_POINTS = {"N": "north", "S": "south", "E": "east", "W": "west"}


def _degrees(m: re.Match[str], here: Here) -> Said | None:
    """ "lat 34.05N, lon 118.24W": no newtons and watts."""
    if not _AT.search(here.text, max(0, m.start() - 13), m.start()):
        return None
    return whole(m, f"{decimal(m['a'], here.british)} degrees {_POINTS[m['c']]}")


_PLACES = re.compile(
    r"\b(?:runways?|gates?|seats?|rows?|rooms?|rte\.?|routes?|exits?|platforms?|bays?|piers?"
    r"|stands?|berths?|flats?|apartments?|apt\.?|units?|suites?|doors?|lots?|halls?|coach|carriages?|bus(?:es)?|trams?|sections?"
    r"|zones?|aisles?|lockers?|tables?|taxiways?|terminals?|pumps?|courts?|cells?|wards?|studios?|stops?|cabins?)\s"
    r"(?:\d{1,3}[A-Z]?(?:,\s|\s(?:and|or|to|&)\s|[-–/])){0,3}\Z",
    re.I,
)


def _place(m: re.Match[str], here: Here) -> Said | None:
    """ "runway 27L", "gates 9W and 12C": a place by a number and a letter, no litres and no watts."""
    if not _PLACES.search(here.text, max(0, m.start() - 40), m.start()):
        return None
    return whole(m, f"{pairs(m['n'])} {m['letter']}")


def _reference(m: re.Match[str], here: Here) -> Said | None:
    """ "ABC/123/24": a file's or a job's, by its figures."""
    groups = (digits(g) if g.isdecimal() else " ".join(g) for g in m.group().split("/"))
    return whole(m, ", ".join(groups))


_LETTERED = re.compile(
    r"\b(?:[Aa]ppendi(?:x|ces)|[Aa]nnex(?:es)?|(?:[Ss]ection|[Tt]able|[Ff]igure|[Tt]heorem|[Ll]emma|[Ee]quation|[Cc]lause"
    r"|[Pp]roposition|[Cc]orollary|[Dd]efinition|[Ee]xample|[Aa]lgorithm|[Ll]isting|[Rr]equirement|[Ee]xhibit|[Mm]odule)s?|[Ff]igs?\.|[Ee]qs?\.)"
    r"\s\(?(?:[A-Z]\.\d{1,2}(?:,\s(?:and\s|or\s)?|\s(?:and|or|to)\s|[-–])){0,4}\Z"
)


_PORTS = re.compile(r"\b[Pp]orts\s(?:\d{2,5}(?:,\s(?:and\s|or\s)?|\s(?:and|or|to)\s|/|[-–])){1,5}\Z")


def _port(m: re.Match[str], here: Here) -> Said | None:
    """ "ports 80, 443 and 8080": all as the first."""
    if not _PORTS.search(here.text, max(0, m.start() - 50), m.start()):
        return None
    return whole(m, pairs(m["n"]))


def _part(m: re.Match[str], here: Here) -> Said | None:
    """ "Appendix B.3", "Tables A.1 and A.2": a part by its letter and number, no end of a sentence."""
    if not _LETTERED.search(here.text, max(0, m.start() - 50), m.start()):
        return None
    return whole(m, f"{m['l']} point {cardinal(int(m['n']))}")


TRIGGERS = frozenset({"cat", "v"})
LETTERS = (
    Rule(r"(?P<l>[A-Z])\.(?P<n>\d{1,2})(?!\w|[.,]\d)", _part),
    Rule(r"[A-Z]{2,4}(?:/\d{2,5}){2,3}(?![\w/-]|[.,]\d)", _reference),
    Rule(r"v(?:(?<=\d\d\sv)|(?<=\d%\sv))\.?(?=\s\d\d)", lambda m, h: whole(m, "versus")),  # 722 v. 667
    Rule(
        r"Cat(?=\s[1-5]\s(?:hurricane|storm|typhoon|cyclone)\b)|Cat\.(?=\s[1-7](?!\w))",
        lambda m, h: whole(m, "Category"),
    ),
    Rule(rf"(?P<a>{_ROMAN})(?:,\s(?P<c>{_ROMAN}))?,?\s(?P<j>&|and|or)\s(?P<b>{_ROMAN})(?![\w’'.])", _both),
    Rule(r"(?P<a>[A-E])/(?P<b>[A-F])(?![\w/])", _rounds),
    Rule(r"IV/(?=(?:IM|SC|PO|SQ)\b)", lambda m, h: whole(m, "I V,")),
)
SYMBOLS = (
    Rule(r"#1s(?!\w)", lambda m, h: whole(m, "number ones")),
    Rule(r"#(?=:\s[A-Z])", lambda m, h: whole(m, "number")),  # Model #: WX-5
    Rule(
        r"#(?P<n>\d{1,4})(?P<l>[A-Z])(?!\w)",
        lambda m, h: whole(m, f"number {cardinal(int(m['n']), h.british)} {m['l']}"),  # Apt. #12B
    ),
)
DIGITS = (
    Rule(r"(?P<n>\d{1,3})(?P<letter>[CFGKLMTVW])(?![\w'’/]|[.,]\d|-\d)", _place),
    Rule(
        r"(?<![$£€])(?P<y>(?:19|20)\d\d)(?P<l>[a-f])(?=[;)\]]|,\s|:\s|\s[A-Z(])",
        lambda m, h: whole(m, f"{year(int(m['y']), h.british)} {m['l'].upper()}"),  # (2020a, 2020b)
    ),
    Rule(r"(?P<a>\d{1,3}(?:\.\d{1,7})?)\s?(?P<c>[NSEW])(?!\w)", _degrees),
    Rule(r"(?P<n>[2-9])x(?=[A-Z]{2}s?\b)", lambda m, h: whole(m, cardinal(int(m["n"])))),  # 2xLP
    Rule(r"1:1s(?!\w)", lambda m, h: whole(m, "one to ones")),
    Rule(r"(?P<n>\d{1,6})\s?(?P<p>[b-h])(?![\w'’])", _planet),
    Rule(r"(?P<n>[1-5]\d\d)(?![\w/]|[.,]\d)", _answer),
    Rule(r"(?P<n>[1-9]\d{2}|[1-9]\d[1-9]\d|[1-9]{2}\d0)(?![\w/]|[.,]\d)", _port),
    Rule(
        r"(?<=[Tt]he\s)(?P<n>[1-9]\d[1-9]|[1-9][1-9]0)(?=\s(?:includes|has|offers|features|comes|adds|gets|supports|weighs"
        r"|runs|delivers|costs|looks|feels|lacks|retains|sits|packs|brings|boasts|uses|performs|handles|fits|ships)\b)",
        _model,
    ),
    Rule(
        r"(?<=[Tt]he\s|.\sa\s)(?P<n>[1-9][1-9]\d|[1-9]0[1-9])(?=\s(?:motherboards?|workstations?|chipsets?|mainboards?|mainframes?)\b)",
        _machine,
    ),
    Rule(
        r"(?P<a>1[0246]|[68])/(?P<b>[2-4])(?=\s(?:wires?|cables?|Romex|NM|UF|cords?|gauge|THHN|copper)\b)",
        _wire,
    ),
    Rule(r"24x7(?!\w)", lambda m, h: whole(m, "twenty-four seven")),
    Rule(
        r"18F(?:-(?P<t>[A-Z]{2,5}))?(?=[-\s](?:FDG|PET|PSMA|tracer|label\w*)|(?<=[A-Z]{2}))(?!\w)", _isotope
    ),
)
