"""Three or four figures that are a name: Room 101, a 747, Form 1040, and 911 to be dialled."""

from __future__ import annotations

from listen.speech.english.capitals.models import is_model
from listen.speech.english.quantities.dialled import EMERGENCY, LEGAL, PLAIN_COUNT, is_called
from listen.speech.numbers import cardinal, digits, pairs
from listen.speech.rules import Here, Said, whole, words
from listen.speech.writing import patterns as re

ROADS = words(
    """
    rtx gtx rx geforce radeon quadro ryzen
    ftse nikkei russell stoxx section route highway flight room interstate article boeing airbus bus
    unit exit channel proposition prop apartment apt suite gate train line area form title resolution
    rule measure amendment psalm hymn platform peugeot porsche ferrari bmw fiat mercedes audi volvo
    model freeway road box hwy fwy rte rm ste
    """
)
_SQUAWKED = words("squawk squawks squawked squawking")
"""What a transponder sends, figure by figure."""
_MAKERS = words(
    """
    Cessna Learjet Gulfstream Embraer Saab Lexus Chrysler Mazda Dodge Ram Silverado Sierra Nokia Piper
    Roland Korg
    Juno Jupiter Prophet Acer IBM Nvidia NVIDIA Garmin Kawasaki Yamaha Suzuki Husqvarna Stihl Dornier Fokker
    Convair
    """
)
_NET = re.compile(r"(?:TCP|UDP|tcp|udp)/\Z")
_STANDARDS = words("iso rfc ieee iec ansi din pep jep")
_ROUND = re.compile(r"\d00\d")
""" "ISO 9001" is nine thousand one; "ISO 8601" goes by two and two."""
_JETS = words(
    "max jet jets crash plane planes aircraft airliner airliners freighter freighters dreamliner dreamliners"
)
AIRLINERS = frozenset(("737", "747", "757", "767", "777", "787", "727", "707"))


NO_NAME = words(
    """
    About Over Some Nearly Only Around At In The An A Of And But Or From To By With Than Almost Roughly
    More Up Just Under Below Above Least Approximately Serves Seats Makes Yields Feeds Sleeps
    Another Every Its Their His Her On For After
    Before January February March April May June July August September October November December
    """
)


_TIED_TO = re.compile(r"(?<![\w-])[A-Z][a-z]{1,20}-\Z")
""" "Shahed-136"."""
_SAVINGS = re.compile(r"\s(?:\w+\s){1,3}(?:plan|account)s?\b")
_DRUMS = frozenset(("303", "606", "707", "808", "909"))
_DRUMMED = re.compile(
    r"\b(?:drums?|synths?|synthesi[sz]ers?|bass|kicks?|snares?|hi-hats?|beats?|acid|techno|house|trap)\b"
)
_FREEWAYS = words("405 101 110 210 605 710 118 134 170 401 403 404 407 427 105 215 805 280 880 580 680")
_DRIVEN = re.compile(
    r"\b(?:[Oo]n|[Oo]ff|[Tt]ake|[Tt]ook|[Aa]long|[Vv]ia|[Uu]p|[Dd]own|[Ff]rom|[Tt]o)\sthe\s\Z"
)
_GOES_ON = re.compile(
    r"[,.;:)]|\Z|\s(?:[Ff]reeways?|north|south|east|west|at|near|in|to|and|from|through|toward)\b"
)


_MADE = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Nn]ew|[Mm]y|20\d\d)\s(?!US|UK|EU|UN)[A-Z]{2,3}\s\Z"
)
_CARS_NEXT = words("and or with is was has from sedan suv coupe hybrid convertible wagon crossover")


def _is_car(m: re.Match[str], here: Here) -> bool:
    """ "The GLA 250 and an NX 350": letters and three figures that are a model."""
    after = here.after(m.end()).lower()
    stands = after in _CARS_NEXT or (not after and here.text[m.end() : m.end() + 1] != "-")
    return stands and _MADE.search(here.text, max(0, m.start() - 14), m.start()) is not None


_OF_ONE = re.compile(
    r"\b(?:[Bb]adge|[Ll]ocker|[Ii]nvoice|[Dd]ocket|[Ee]xtension|(?:[Bb]adge|[Ll]ot|[Hh]ouse|[Ee]mployee|[Ll]ocker|[Tt]icket|[Cc]ase|[Rr]oom"
    r"|[Uu]nit|[Tt]rain|[Ff]light|[Ii]nvoice|[Oo]rder|[Pp]olicy|[Mm]odel|[Pp]ermit)\s(?:[Nn]umber|#))\s?\Z"
)
""" "badge 4417", "order number 2208": what is told from others by its figures."""
_PAGES = words("page pages not")
_SERVED = re.compile(r"\b(?:HTTP|browsers?|servers?|web ?pages?|[Ee]rrors?|URLs?|websites?)\b")
_CARS = re.compile(r"\b(?:Porsche|Ferrari|McLaren|Peugeot)(?:['’]s)?\s(?:\w+\s){1,4}\Z")
_TAUGHT = words(
    """
    in for and is course class with on at by to or from series guide because if when where as that which but
    you we they i
    """
)


_ITS = words("the a my your his her our their this used new old")
_DOES = words(
    """
    is was isn't wasn't has had will would can could should offers comes came costs gets got does did also
    currently already still now never features sounds looks feels performs lacks delivers supports includes
    weighs handles series lineup owners
    """
)
"""What is said of a thing that goes by its figures: "the 3080 is sold out", "the Xbox 360 still sells"."""
_OF_A_CHIP = words("Ti XT XTX Super series owners owner card cards GPU GPUs")


_OR_ANOTHER = re.compile(r"\s(?:or|and)\s(?:an?|the)\s(?:new|newer|older|new\w{2}-\w{4,12})?\s?[A-Z\d]")
""""The 3060 or the newer RTX 40-series"."""


def _goes_by_figures(text: str, before: str, m: re.Match[str], here: Here) -> bool:
    """Return whether figures are a thing, alone or after its maker's name: "a 4090", "the Forerunner 970"."""
    after = here.after(m.end())
    told = after.lower() in _DOES or after in _OF_A_CHIP
    if len(text) == 4:
        ends = not after and here.text[m.end() : m.end() + 1] in ("", ".", ",", ";", ")", "?", "!")
        either = before.lower() in ("a", "an", "the") and _OR_ANOTHER.match(here.text, m.end())
        its = before.lower() in _ITS or before.endswith(("'s", "’s"))
        return text[-2:] != "00" and its and (told or ends or bool(either))
    return told and before[:1].isupper() and before not in NO_NAME and not before.isupper()


def _is_drum(text: str, m: re.Match[str], here: Here) -> bool:
    """ "the 909 and its kick": a machine that plays drums or bass."""
    after = here.after(m.end()).lower()
    if text not in _DRUMS or after in PLAIN_COUNT or (after.endswith("s") and not _DRUMMED.match(after)):
        return False
    return _DRUMMED.search(here.text[max(0, m.start() - 60) : m.end() + 60]) is not None


def _is_freeway(text: str, m: re.Match[str], here: Here) -> bool:
    """ "stuck on the 405", "the 110 freeway"."""
    if text not in _FREEWAYS or here.british:
        return False
    driven = _DRIVEN.search(here.text, max(0, m.start() - 10), m.start())
    return here.after(m.end()).lower() == "freeway" or bool(driven and _GOES_ON.match(here.text, m.end()))


_SOLD = words("Microsoft Office Dynamics Xbox Fusion Customer Defender Copilot")
_PASSED = words("day days degree degrees people men women miles km")


def _all_round(text: str, before: str, m: re.Match[str], here: Here) -> bool:
    """ "Customer 360", "Office 365 users", "a 360 camera", "did a 360": no count."""
    after = here.after(m.end())
    if after.lower() in _PASSED or text not in ("360", "365") or here.text[m.end() : m.end() + 1] == "-":
        return False
    if text == "360" and before.lower() in ("a", "full", "complete") and not after:
        return True
    named = before[:1].isupper() and before.capitalize() not in NO_NAME
    return named and (before in _SOLD or not after.endswith("s") or after.lower() in _DOES)


_ROW = re.compile(r"\b(?P<w>[A-Z]?[a-z]{2,12})s\s(?P<row>(?:\d{1,4},?\s(?:(?:and|or)\s)?){0,6})\Z")


def _in_a_row(m: re.Match[str], here: Here) -> bool:
    """ "Rooms 101 and 102", "routes 280, 101 and 85": each goes by its figures."""
    row = _ROW.search(here.text, max(0, m.start() - 50), m.start())
    if not row or row["w"].lower() not in ROADS:
        return False
    return bool(row["row"]) or row["w"][0].isupper()


ALLOYS = frozenset(("6061", "6063", "7075", "5052", "6082", "2024", "5083"))
_METAL = re.compile(r"(?:-T\d)?,?\s(?:[\w-]{1,20}\s){0,2}(?:alumini?um|alloys?|CNC)\b")
""""A 6063 CNC-machined aluminum case"."""


_SUITES = words("Microsoft Office Dynamics Windows Xbox Fusion Norton Adobe Bing Copilot Copernicus Insta")
_ALL_AROUND = re.compile(
    r"(?:\s|-)(?:[Cc]ameras?|[Vv]iews?|[Vv]ideos?|[Pp]hotos?|[Tt]ours?|[Ff]eedback|[Pp]anoramas?|[Ii]mages?|[Vv]ision|[Dd]egrees?|[Rr]eviews?"
    r"|[Ff]ootage|[Ss]pins?|[Aa]udio|[Aa]ssessments?|[Vv]irtual)\b"
)
_MODEL_NEXT = re.compile(
    r"\s(?:Pro|Plus|Max|Ultra|Mini|GE|GT|SE|XL|XT|G\d{1,2}|Gen|[A-Z]\d{1,2})\b(?!\s(?:[A-Z][a-z]+s)\b)"
)
_RANKED = words("Top Best First Last Over Another Only All These Those Day Days Page Worst Biggest")


def _is_model(text: str, before: str, after: str, m: re.Match[str], here: Here) -> bool:
    """ "Microsoft 365", "a 360 view", "the Chromebook 516 GE"."""
    if text == "360" and _ALL_AROUND.match(here.text, m.end()):
        one = not after.endswith("s") or after[:1].isupper()
        return one and before.lower() in ("", "a", "an", "the", "full", "and", "with", "our", "in")
    if text in ("360", "365") and before in _SUITES:
        return not after.endswith("s") or after[:1].isupper()
    if (
        len(text) != 3
        or not before[:1].isupper()
        or before in NO_NAME
        or before in _RANKED
        or before.isupper()
    ):
        return False
    return _MODEL_NEXT.match(here.text, m.end()) is not None


_FOR_BEGINNERS = re.compile(
    r"\sfor\s(?:beginners|dummies|newbies|starters)\b|\s(?:class|course|guide|lesson|tutorial)\b"
)
_BEFORE_COUNTS = words(
    "the these those all some about over of and or with our your my their has have are is offers"
)
_INNER = re.compile(r"[A-Z][a-z]{1,12}[A-Z][a-z]{2,12}")
"""A name with a capital inside: the ProtectiveClean 4100."""


def is_name(text: str, m: re.Match[str], here: Here) -> bool:
    """Return whether three or four figures are a name: Room 101, Flight 370, 999 to be dialled, a 747."""
    before, after = here.before(m.start()), here.after(m.end())
    low = before.lower()
    if after == "baud" and text[2:] == "00":
        return True
    if text in ALLOYS and _METAL.match(here.text, m.end()):
        return True
    if _goes_by_figures(text, before, m, here) or _is_drum(text, m, here) or _is_freeway(text, m, here):
        return True
    if _all_round(text, before, m, here) or is_model(text, m, here, NO_NAME):
        return True
    if text[-2:] != "00" and _in_a_row(m, here):
        return True
    if low in _SQUAWKED or (low == "port" and not after.endswith("s")):
        return len(text) == 4 or low == "port"
    if before.removesuffix("'s").removesuffix("’s") in _MAKERS and not after.endswith("s"):
        return not text.endswith("000")
    if low in _STANDARDS and len(text) == 3:
        return True
    if low in _STANDARDS and len(text) == 4:
        return not _ROUND.fullmatch(text) and not text.endswith("000")
    if _NET.search(here.text, max(0, m.start() - 4), m.start()):
        return True
    if len(text) == 4 and _OF_ONE.search(here.text, max(0, m.start() - 24), m.start()):
        return not text.endswith("000")
    if len(text) == 4:
        if (
            text[2:] == "00"
            and text[1] != "0"
            and before[:1].isupper()
            and before not in NO_NAME
            and (before[1:].islower() or _INNER.fullmatch(before))
        ):
            if not before[1:].islower() and after.endswith("s"):
                return after in ("is", "was", "has", "does")  # YouTube 1500 subscribers
            return after not in PLAIN_COUNT  # the Sonicare 4100
        named = low in ROADS or after.lower() in LEGAL.get(text, ())
        return named and not text.endswith("000")
    if text in EMERGENCY and is_called(text, m, here):
        return True
    if _is_model(text, before, after, m, here):
        return True
    if text == "777" and after.lower() in _JETS:
        return True
    if text in AIRLINERS and text != "777":
        return low in ROADS or low in ("a", "the", "its") or after.lower() in _JETS or "Boeing" in here.text
    if text.endswith("0") and text[1] != "0" and _is_car(m, here):
        return True
    if text == "404" and after in _PAGES:
        return True
    if text == "404" and after not in PLAIN_COUNT and _SERVED.search(here.around(m.start(), m.end())):
        return True
    if (
        low in ("a", "and", "the")
        and not after
        and _CARS.search(here.text, max(0, m.start() - 40), m.start())
    ):
        return not text.endswith("0")  # Ferrari's 458 and a 488
    if low in ROADS or low in ("http", "error", "u.s", "us") or after.lower() == "error":
        return True
    if after.lower() in LEGAL.get(text, ()) or (text == "529" and _SAVINGS.match(here.text, m.end())):
        return True
    if (
        text == "101"
        and before.islower()
        and low not in _BEFORE_COUNTS
        and _FOR_BEGINNERS.match(here.text, m.end())
    ):
        return True  # sewing 101 for beginners
    if text == "101" and before[:1].isupper() and before not in NO_NAME and after.lower() in _TAUGHT:
        return True  # XML 101 in this post
    if re.fullmatch("[B-HJ-Z]", before) and len(text) == 3:
        return True  # AKG's K 490
    if _TIED_TO.search(here.text, max(0, m.start() - 24), m.start()):
        return True
    return (
        before[:1].isupper()
        and before not in NO_NAME
        and not after
        and here.text[m.end() : m.end() + 1] != " "
    )


def name(text: str, m: re.Match[str], here: Here) -> str:
    if here.before(m.start()).lower() in _SQUAWKED or (text in EMERGENCY and is_called(text, m, here)):
        return digits(text)
    return pairs(text)


_THINGS = words(
    """
    iPhone iPad iMac Ryzen Core Galaxy Pixel Windows Zen Athlon GeForce Radeon PlayStation Xbox Python
    Angular Android
    """
)
COMPUTERS = words("HP VAX PDP IBM DEC NCR SPARCstation")
"""Makers and machines of which each was called by two figures: "HP 9000/715", "VAX 11/780"."""
_MEASURED_IN = words(
    "of inch inches in cup cups mile miles teaspoon tsp tbsp pound pounds ounce oz lb hour full"
)


def are_models(top: int, bottom: int, m: re.Match[str], here: Here) -> bool:
    """Return whether figures name one model and another: "Ryzen 7/9", "DECstation 5000/100"."""
    before = here.before(m.start())
    if here.after(m.end()).lower() in _MEASURED_IN or not before or before in NO_NAME:
        return False
    inner = any(c.isupper() for c in before[1:]) and not before.isupper()
    return before in _THINGS or (inner and top >= 1000) or (inner and 1 <= bottom - top <= 2 and top > 2)


_BATTED = words("batting hitting hit bats batted slugging averaging slugged")
_BARELY = words("just only about around nearly roughly over under")
_BATTED_BARELY = re.compile(
    r"\b(?:batting|hit|hitting|bats|batted|slugging|slugged|averaging)\s[a-z]{4,7}\s\Z"
)
_EVEN_AFTER = words("ball record club team mark winning hockey")
_EVEN_BEFORE = words("above below over under around at reach reached")
""""They play .500 ball": as many won as lost."""
_BATTER = words("hitter hitters average batter avg")
_SLUGGED = words("ops obp slg slugging winning woba")
"""What is told of a batter or a team in thousandths up to a thousand."""
_SLUGGED_BEFORE = re.compile(
    r"\b(?:slugg(?:ed|ing)|(?:OPS|OBP|SLG|wOBA|(?:on-base|slugging|winning)\s(?:percentage|average))\s(?:of|was|is|at))\s\Z"
)
_NO_UNITS = words("as is was his this versus vs ops")


def _is_slugged(m: re.Match[str], here: Here) -> bool:
    """Return whether thousandths up to a thousand are told: "an OPS of .901", "a .389 on-base percentage"."""
    if here.after(m.end()).lower() in _SLUGGED or here.text.startswith(" on-base", m.end()):
        return True
    return _SLUGGED_BEFORE.search(here.text, max(0, m.start() - 32), m.start()) is not None


def _is_batted(m: re.Match[str], here: Here) -> bool:
    before = here.before(m.start()).lower()
    after = here.after(m.end()).lower()
    if after == "percent" or (after.endswith("s") and after not in _NO_UNITS):
        return after in _BATTER  # averaging .250 inches
    if before in _BARELY:
        return _BATTED_BARELY.search(here.text, max(0, m.start() - 20), m.start()) is not None
    return before in _BATTED


def batting_average(m: re.Match[str], here: Here) -> Said | None:
    """ "hitting .290", ".500 ball": a batter's or a team's thousandths."""
    text = m["n"]
    if _is_slugged(m, here):
        return whole(m, thousandths(text))
    if int(text) > 500:
        return None
    even = text == "500" and (
        here.after(m.end()).lower() in _EVEN_AFTER or here.before(m.start()).lower() in _EVEN_BEFORE
    )
    if not even and not _is_batted(m, here) and here.after(m.end()).lower() not in _BATTER:
        return None
    return whole(m, thousandths(text))


def thousandths(text: str) -> str:
    """ ".290" of a batter: "two ninety"."""
    return cardinal(int(text)) if text.endswith("00") else pairs(text)
