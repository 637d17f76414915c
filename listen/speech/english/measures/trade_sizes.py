"""This module says sizes as trades write them: screws, lenses and films, screens, weights behind a hash."""

from __future__ import annotations

from listen.speech.english.quantities.amounts import AMOUNT, attributive, number, qualifies
from listen.speech.english.quantities.unit_names import PER_NAMES, local
from listen.speech.numbers import cardinal, fraction, pairs
from listen.speech.rules import Here, Rule, Said, silent, table, whole
from listen.speech.writing import patterns as re


def _bolt(m: re.Match[str], here: Here) -> Said | None:
    """ "M12x1.25", "M8 x 20": thread by pitch or length."""
    sides = [number(m[g], here.british) for g in "abc" if m[g]]
    return whole(m, "M " + " by ".join(sides))


def _thread(m: re.Match[str], here: Here) -> Said | None:
    """ "10-32 screws", "a 1/4-20 bolt": a screw by its gauge and threads."""
    if m["g"]:
        return whole(m, " ".join(cardinal(int(n)) for n in m["g"].split("-")))
    part = fraction(int(m["n"]), int(m["d"]), here.british).removeprefix("one ")
    return whole(m, f"{part} {cardinal(int(m['t']))}")


def _stops(m: re.Match[str], here: Here) -> Said | None:
    """ "f1.8-2.4", "f/2.8–4": from one aperture to another."""
    return whole(m, f"F {number(m['a'] or m['c'], here.british)} to {number(m['b'], here.british)}")


def _speed(figure: str) -> str:
    n = int(figure)
    return f"{cardinal(n // 100)} hundred" if n % 100 == 0 and n % 1000 and n < 10000 else cardinal(n)


def _films(m: re.Match[str], here: Here) -> Said | None:
    """ "ISO 100-6400": from one sensitivity to another, no standard of a year."""
    if int(m["b"]) % 100 or int(m["a"]) >= int(m["b"]):
        return None
    return whole(m, f"I S O {_speed(m['a'])} to {_speed(m['b'])}")


def _screen(m: re.Match[str], here: Here) -> Said | None:
    """'6.7" 120Hz AMOLED': inches before another measure, or in a cell."""
    before = here.text[: m.start()]
    if before.count('"') % 2 or before.count("“") > before.count("”"):
        return None
    return whole(m, f"{number(m['a'], here.british)} inch")


_THICK = re.compile(
    r"\s(?i:(?P<noun>films?|lens(?:es)?|steel|cameras?|pistols?|handguns?|rounds?|ammo|prime|socket|wrench|mats?|cables?"
    r"|hose|tubing|glass|cushion\w{0,4}|foam)|thick|wide)\b"
)


_PRICED = re.compile(r"[$£€]\s?\Z")


def _in_capitals(m: re.Match[str], here: Here) -> Said | None:
    """ "SHOT ON 35MM FILM", "a 50MM lens": no millions."""
    of = _THICK.match(here.text, m.end())
    if not (here.headline or of) or _PRICED.search(here.text, max(0, m.start() - 2), m.start()):
        return None
    one = int(m["a"]) == 1 or (of and of["noun"])
    return whole(m, local(f"{number(m['a'], here.british)} millimetre{'' if one else 's'}", here.british))


def _aspect(m: re.Match[str], here: Here) -> Said | None:
    """ "19.5:9"."""
    return whole(m, f"{number(m['a'], here.british)} to {number(m['b'], here.british)}")


def _lines(m: re.Match[str], here: Here) -> Said | None:
    """ "2560×1440p"."""
    return whole(m, f"{pairs(m['a'])} by {pairs(m['b'])} {m['p'].upper()}")


def _shown(m: re.Match[str], here: Here) -> Said | None:
    """ "a 1200p display", "a 328p-based board": no pence."""
    return whole(m, f"{pairs(m['a'].replace(',', ''))} P")


_SHOWING = (
    r"(?:[A-Z]{2,5}\s|[Ff]ull[- ]HD\s|touch\s)?(?:displays?|screens?|touchscreens?|panels?|monitors?"
    r"|webcams?|cameras?|video|resolution"
    r"|streams?|streaming|recording|footage|laptops?|TVs?)\b"
)


def _learned(m: re.Match[str], here: Here) -> Said | None:
    """ "7B/13B models": so many parameters."""
    return whole(m, f"{number(m['a'], here.british)} billion, {number(m['b'], here.british)} billion")


_TORQUES = {"l": "pound feet", "f": "foot pounds"}


def _torque(m: re.Match[str], here: Here) -> Said | None:
    """ "295 lb.-ft.", "20 ft.-lbs."."""
    return whole(m, f"{number(m['a'], here.british)} {_TORQUES[m['u'][0]]}")


def _gap(m: re.Match[str], here: Here) -> Said | None:
    """ "+1.234s": behind a leader."""
    sign = "plus" if m["s"] == "+" else "minus"
    return whole(m, f"{sign} {number(m['a'], here.british)} seconds")


def _lasting(m: re.Match[str], here: Here) -> Said | None:
    """ "1-1.5s": from some seconds to others."""
    one = attributive(here, m.start(), m.end())
    a, b = (number(m[g], here.british) for g in "ab")
    return whole(m, f"{a} to {b} second{'' if one else 's'}")


def _floor(m: re.Match[str], here: Here) -> Said | None:
    """ "1,200 SF"."""
    if float(m["a"].replace(",", "")) < 100:
        return None
    one = attributive(here, m.start(), m.end())
    return whole(m, f"{number(m['a'], here.british)} square {'foot' if one else 'feet'}")


def _rooms(m: re.Match[str], here: Here) -> Said | None:
    """ "3 bd, 2 ba"."""
    room = "bed" if m["u"] == "bd" else "bath"
    return whole(m, f"{number(m['a'], here.british)} {room}{'' if m['a'] == '1' else 's'}")


def _thin(m: re.Match[str], here: Here) -> Said | None:
    """'.25" thick'."""
    if here.text.count('"', 0, m.start()) % 2 or here.text.count("“", 0, m.start()) > here.text.count(
        "”", 0, m.start()
    ):
        return None
    return whole(m, f"{number(m['a'], here.british)} inch{'' if qualifies(here, m.end()) else 'es'}")


_MONEYS = {"$": "dollars", "£": "pounds", "€": "euros", "¢": "cents"}


_SOLD_BY = table("MWh=megawatt hour | m²=square metre | bbl=barrel | t=tonne | oz=ounce | gal=gallon")


def _for_each(m: re.Match[str], here: Here) -> Said | None:
    """ "$/sq ft": a price for each of a unit."""
    unit = "square foot" if m["u"].startswith("sq") else PER_NAMES.get(m["u"], _SOLD_BY.get(m["u"], m["u"]))
    return whole(m, f"{_MONEYS[m['s']]} per {local(unit, here.british)}")


_SCREWED = r"UN[CF]|screws?|bolts?|threads?|threaded|taps?|nuts?|machine|studs?|holes?|inserts?|dies?|hex|set"


def _sides(m: re.Match[str], here: Here) -> Said | None:
    """ "L x W x H": length by width by height."""
    letters = [letter for letter in m.group("a", "b", "c") if letter]
    return whole(m, " by ".join(letters)) if len(set(letters)) == len(letters) else None


LETTERS = (
    Rule(r"(?P<a>[LWHD])\s?[xX×]\s?(?P<b>[LWHD])(?:\s?[xX×]\s?(?P<c>[LWHD]))?(?![\w/-])", _sides),
    Rule(
        r"M(?P<a>\d{1,2})\s?[xX×]\s?(?P<b>\d{1,3}(?:\.\d{1,2})?)(?:\s?[xX×]\s?(?P<c>\d{1,3}(?:\.\d)?))?(?![\w/])(?!\.\d)",
        _bolt,
    ),
    Rule(
        r"[fFƒ](?:/(?P<a>\d{1,2}(?:\.\d{1,2})?)|(?P<c>\d{1,2}\.\d{1,2}))\s?[-–]\s?(?:[fFƒ]/?)?(?P<b>\d{1,2}(?:\.\d{1,2})?)(?![\w-]|\.\d)",
        _stops,
    ),
    Rule(r"ISO\s(?P<a>\d{2,6})\s?(?:[-–]\s?|to\s)(?P<b>\d{3,6})(?![\w-])", _films),
)
DIGITS = (
    Rule(r"(?P<a>\d{1,3})MM(?![\w-])", _in_capitals),
    Rule(rf"(?P<a>\d{{3,4}})p(?=\s{_SHOWING}|-(?:based|compatible|class|series|powered)\b)", _shown),
    Rule(r"(?P<a>1,080|1,440|2,160)p(?!\w)", _shown),
    Rule(
        r"0(?=\.(?:17|22|223|25|30|303|308|32|357|38|380|40|44|45|50)[-\s]?(?i:cal\.?\s(?:[a-z]{3,12}\s)?(?:pistols?|hand-?guns?|revolvers?|guns?|rifles?|rounds?|bullets?|ammo|ammunition|cartridges?"
        r"|weapons?|slugs?|casings?|Colt|Glock|Ruger)\b|calib|magnum))(?<![\d.,]0)",
        silent,
    ),
    Rule(rf"(?P<a>{AMOUNT})\sSF(?!\w)", _floor),
    Rule(r"(?P<a>\d{1,2}(?:\.5)?)[\s-]?(?P<u>bd|ba)(?!\w)", _rooms),
    Rule(r"(?<![\d\w])(?P<a>\.\d{1,3})[\"”″](?!\w)", _thin),
    Rule(
        r"(?<![\d/.-])(?:(?P<n>[1357])/(?P<d>2|4|8|16)-(?P<t>1[3468]|2[048])|(?P<g>2-56|4-40|[68]-32|10-24|10-32|12-24)"
        rf"(?=\s(?:x\s\d|{_SCREWED})))(?![\w/-]|\.\d)",
        _thread,
    ),
    Rule(
        r"(?P<a>\d{1,3}(?:\.\d{1,2})?)[\"”″](?=\s\d{2,4}(?:\s?Hz|p|i|\s?nits|\s?ppi|\s?GB)\b|\s\|)", _screen
    ),
    Rule(r"(?<![\d:.])(?P<a>\d{1,2}\.\d{1,2}):(?P<b>\d{1,2})(?![\d:.]|\w)", _aspect),
    Rule(r"(?P<a>\d{3,4})\s?[x×]\s?(?P<b>\d{3,4})(?P<p>[pi])(?!\w)", _lines),
    Rule(
        r"(?P<a>\d{1,3}(?:\.\d)?)B\s?/\s?(?P<b>\d{1,3}(?:\.\d)?)B(?=\s(?:models?|param\w{0,7}|variants?|versions?|checkpoints?|LLMs?)\b)",
        _learned,
    ),
    Rule(r"(?<![\d:.])(?P<a>\d{1,3}(?:\.\d{1,2})?)s?\s?[-–]\s?(?P<b>\d{1,3}\.\d{1,2})s(?!\w)", _lasting),
    Rule(rf"(?P<a>{AMOUNT})\s?(?P<u>lbs?\.[-\s]ft\b|ft\.[-\s]lbs?\b)\.?", _torque),
)
SYMBOLS = (
    Rule(
        r"(?P<s>[$£€¢])/(?P<u>m²|bbl|t|oz|gal|sq\.?\s?ft\b\.?|lb|kg|hr|hour|month|mo|kWh|day|week|year|yr|unit|user|share|mile|ton|MWh|acre)(?!\w)",
        _for_each,
    ),
    Rule(r"(?P<s>[+−-])(?<![\w)].)(?P<a>\d{1,3}\.\d{1,4})s(?!\w)", _gap),
    Rule(
        r"#(?<=\d#)(?=\s(?:bond|paper|test|line|dumbbells?|bags?|plates?|kettlebells?|vests?|cardstock|stock)\b)",
        lambda m, h: whole(m, "pound"),
    ),
    Rule(r"#(?<=\d#)(?=\sof\s)", lambda m, h: whole(m, "pounds")),
)
