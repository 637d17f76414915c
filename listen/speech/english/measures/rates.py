"""Measures with a sense of their own: rates, ages, apertures, karats, seconds that were run, kelvins."""

from __future__ import annotations

from listen.speech.english.quantities.amounts import AMOUNT, LABELLED, attributive, number
from listen.speech.english.quantities.unit_names import PER_NAMES, UNITS, local
from listen.speech.numbers import pairs
from listen.speech.rules import Here, Rule, Said, table, whole, words
from listen.speech.writing import patterns as re

_OPENERS = words(
    "A The This That Its Use Apply Connect Add With At From To About Over Under Only Some Each In After"
)
"""Words with a capital at a sentence's beginning that are nobody's name."""


def named(before: str) -> bool:
    """Return whether a name stands before the figure: "Hyundai Ioniq 5 N", but "A 12 V battery"."""
    return any(c.isupper() for c in before) and before not in _OPENERS


_OTHER_TIME = re.compile(r"\d\s?(?:ms|mins?|hrs?|secs?)\b")
_DECADES = words("20 30 40 50 60 70 80 90")


def _seconds(m: re.Match[str], here: Here) -> Said | None:
    """ "9.58s", "5 s": a time that was run."""
    amount, before = m["a"] or m["b"], here.before(m.start())
    timed = _OTHER_TIME.search(here.text[max(0, m.start() - 30) : m.end() + 30]) is not None
    if named(before) or (not before and amount in _DECADES and not timed):
        return None  # an iPhone 5 s; 80 s
    return whole(m, f"{number(amount, here.british)} second{'' if amount == '1' else 's'}")


def _viscosity(m: re.Match[str], here: Here) -> Said | None:
    """ "5W-30 oil"."""
    return whole(m, f"{number(m['a'], here.british)} W {number(m['b'], here.british)}")


def _rate(m: re.Match[str], here: Here) -> Said | None:
    """ "10,000/day": so many per day."""
    per = PER_NAMES.get(m["per"], m["per"])
    if per == m["per"] and re.fullmatch(r"(?:1\d|20)\d\d", m["a"]):
        return None  # "late 2022/early 2023"
    scale = f" {'million' if m['k'].strip() == 'M' else 'thousand'}" if m["k"] else ""
    return whole(m, local(f"{number(m['a'], here.british)}{scale} per {per}", here.british))


def _aperture(m: re.Match[str], here: Here) -> Said | None:
    """ "f/2.8", and what a maker writes behind it: "f/2.8L"."""
    return whole(m, " ".join(["F", number(m["a"], here.british), *(m["x"] or "")]))


def _alone(m: re.Match[str], here: Here) -> Said | None:
    """ "g/km", "m/s²": a rate without a figure."""
    per = {"s²": "second squared", "s2": "second squared"}.get(m["per"]) or PER_NAMES[m["per"]]
    return whole(m, local(f"{UNITS[m['unit']][1]} per {per}", here.british))


def _pace_alone(m: re.Match[str], here: Here) -> Said | None:
    """ "in min/km": how fast runners are."""
    return whole(m, local(f"minutes per {PER_NAMES.get(m['per'], m['per'])}", here.british))


_PARTS = table(
    """
    mi=mile | gal=gallon | ac=acre | acre=acre | ft³=cubic foot | in²=square inch | yd²=square yard |
    100km=one hundred kilometres | 100mi=one hundred miles
    """
)


def _unit_per(m: re.Match[str], here: Here) -> Said | None:
    """ "Wh/mi", "L/100 km", "mg/kg/day": a rate without a figure."""
    per = m["per"].replace(" ", "")
    said = f"{UNITS[m['unit']][1]} per {_PARTS.get(per) or PER_NAMES[per]}"
    if m["time"]:
        said += f" per {PER_NAMES[m['time']]}"
    return whole(m, local(said, here.british))


def _pixels(m: re.Match[str], here: Here) -> Said | None:
    """ "a 5mp camera", "12mp": what a picture has, the unit written small."""
    return whole(
        m, f"{number(m['a'], here.british)} megapixel{'' if attributive(here, m.start(), m.end()) else 's'}"
    )


def _aged(m: re.Match[str], here: Here) -> Said | None:
    """ "an 8yo"."""
    low = f"{number(m['from'], here.british)} to " if m["from"] else ""
    return whole(m, f"{low}{number(m['a'], here.british)} year old{m['s'] or ''}")


_POWERED = (
    r"speakers?|chargers?|charging|bulbs?|LEDs?|adapters?|panels?|amps?|amplifiers?|motors?|output|drivers?|"
    r"soundbars?|USB|power|lamps?|lights?|fast|wireless|solar"
)
_GOLD = r"(?:(?:white|yellow|rose|solid|certified|recycled|fairmined)\s){0,2}gold\b"
_JEWELS = re.compile(
    r"\b(?:gold|jewel\w*|rings?|necklaces?|bracelets?|earrings?|fairmined|plated|diamonds?)\b", re.I
)


def _karat(m: re.Match[str], here: Here) -> Said | None:
    """ "18k gold", "18kt Fairmined gold": its fineness."""
    near = here.text[max(0, m.start() - 80) : m.end() + 80]
    if m["gold"] is None and not (m["u"] == "kt" and _JEWELS.search(near)):
        return None
    return whole(m, f"{number(m['a'], here.british)} {'carat' if here.british else 'karat'}")


_WARM = re.compile(
    r"[°º]|\b(?:[Tt]emperatures?|[Kk]elvins?|absolute zero|cryogenic|superconduct\w*|cool(?:ed|s|ing)?)\b"
    r"|\b(?:heat(?:ed|ing)|anneal\w*)\b|\d\sK/"
)


def _kelvin(m: re.Match[str], here: Here) -> Said | None:
    """ "37 °C or 310 K": a temperature, where others are near; elsewhere thousands or a race."""
    near = here.text[max(0, m.start() - 80) : m.end() + 80]
    if here.after(m.end()).lower() in ("run", "race", "runs", "races") or not _WARM.search(near):
        return None
    return whole(m, f"{number(m['a'], here.british)} kelvin")


def _hours(m: re.Match[str], here: Here) -> Said | None:
    """ "24h a day"."""
    before = here.before(m.start()).lower()
    if before in LABELLED or before in ("at", "by"):
        return None
    named_for = before in ("a", "the", "le") and here.after(m.end()) not in _WHEN  # a 24h race
    one = m["a"] == "1" or named_for
    return whole(m, f"{number(m['a'], here.british)} hour{'' if one else 's'}")


_FOR_SO_LONG = words("every for after in of within about over next last by per each another")


_OTHER_SPAN = re.compile(r"\d\s?(?:hrs?|h|mins?|minutes|hours|wks?|weeks?|days?|mos?|months)\b")


_CLAUSE_ENDS = re.compile(r"[,;)]|\.(?:\s|\Z)|\Z")


def _is_span(m: re.Match[str], here: Here, before: str) -> bool:
    """Return whether "2–14 d", "37.4 d" or ", 2 h." is a time: by another one near, or at a clause's end."""
    if before.lower() in ("at", "by") or before.lower() in LABELLED:
        return False
    if _OTHER_SPAN.search(here.text, max(0, m.start() - 40), m.end() + 40):
        return True
    if before[:1].isupper() or not _CLAUSE_ENDS.match(here.text, m.end()):
        return False
    listed = m["u"] == "h" and here.text[max(0, m.start() - 2) : m.start()] == ", "
    return bool(m["b"] or "." in m["a"] or listed)


def _hours_apart(m: re.Match[str], here: Here) -> Said | None:
    """ "every 8 h"."""
    before = here.before(m.start())
    if before.lower() not in _FOR_SO_LONG and not _is_span(m, here, before):
        return None
    low = f"{number(m['b'], here.british)} to " if m["b"] else ""
    unit = "day" if m["u"] == "d" else "hour"
    return whole(m, f"{low}{number(m['a'], here.british)} {unit}{'' if m['a'] == '1' else 's'}")


_WHEN = words("a per later ago after before of on in at and or to long")
_PACE_NAMES = table(
    "mi=mile | mile=mile | km=kilometre | k=kilometre | 100m=hundred metres | 500m=five hundred metres"
)


def _pace(m: re.Match[str], here: Here) -> Said | None:
    """ "a 5:59/mi pace": minutes and seconds for one of them."""
    minutes, s = number(m["m"], here.british), m["s"]
    seconds = f"oh {number(s[1], here.british)}" if s[0] == "0" else number(s, here.british)
    said = f"{minutes} minutes" if s == "00" else f"{minutes} {seconds}"
    return whole(m, local(f"{said} per {_PACE_NAMES[m['per']]}", here.british))


def _barrels(m: re.Match[str], here: Here) -> Said | None:
    """ "1.3m b/d", "9.2 million bpd"."""
    return whole(m, "barrels per day")


def _of_oil(m: re.Match[str], here: Here) -> Said | None:
    """ "411 kb/d", "2.1 mb/d": thousands and millions of barrels; "4 MMBtu" of gas."""
    if m["heat"]:
        return whole(m, f"{number(m['a'], here.british)} million B T U")
    scale = "thousand" if m["k"] == "k" else "million"
    single = attributive(here, m.start(), m.end())
    return whole(m, f"{number(m['a'], here.british)} {scale} barrel{'' if single else 's'} per day")


PACES = (
    Rule(r"(?P<m>\d{1,2}):(?P<s>[0-5]\d)\s?/\s?(?P<per>mi|mile|km|k|100m|500m)(?!\w)", _pace),
    Rule(rf"(?P<a>{AMOUNT})\s?(?:(?P<k>[km])b/d|(?P<heat>[Mm]{{2}}B[Tt][Uu]))(?!\w)", _of_oil),
)


def _torque(m: re.Match[str], here: Here) -> Said | None:
    """ "280 lb.-ft. of torque"."""
    return whole(m, f"{number(m['a'], here.british)} pound feet")


BEFORE = (
    Rule(r"(?P<a>\d{1,3}(?:\.\d)?)mp(?!\w)", _pixels),
    Rule(rf"(?P<a>{AMOUNT})[\s-]lbs?\.-ft(?:\.(?=\s[a-z]|[,;)])|(?!\w))", _torque),
    Rule(
        r"(?P<k>(?!))?(?P<w>[1-3]\d5)/(?P<h>\d{2})\s?(?P<r>Z?R)(?P<d>[12]\d)(?!\w)", lambda m, h: _tyre(m, h)
    ),
    Rule(rf"(?P<a>9|1[0248]|2[024])[\s-]?(?P<u>kt|[kK])(?![\w])(?P<gold>(?=\s{_GOLD}))?", _karat, re.I),
    Rule(
        rf"(?P<a>\d{{1,4}})\s?w(?=\s(?:{_POWERED})\b)",
        lambda m, h: whole(m, f"{number(m['a'], h.british)} watt"),  # a 10w speaker
    ),
    Rule(r"(?P<a>\d{1,2})W-(?P<b>\d{2})(?![\w-])", _viscosity),
)
RATES = (
    Rule(r"(?:(?P<from>\d{1,2})\s?[-–]\s?)?(?P<a>\d{1,3})[-\s]?(?:yo|y/o)(?P<s>s)?(?!\w)", _aged),
    Rule(
        rf"(?P<a>{AMOUNT})(?P<k>\s?[kKM](?=/(?:[µm][lL]|mm)))?"
        r"/(?P<per>day|d|yr|year|month|mo|week|wk|hr|h|min|kg|kWh|ha|[µm][lL]|mm[³3]|cm[³3²2]|dL|L|100k?m)(?![\w²³])",
        _rate,
    ),
    Rule(rf"(?<![\w/.])(?P<a>{AMOUNT})(?P<k>(?!))?/(?P<per>[a-z]{{4,12}})(?![\w/.-]\w|\w|/)", _rate),
)
KELVINS = (
    Rule(
        rf"(?P<a>{AMOUNT})\sK/(?P<per>min|h|s|m|km)(?!\w)",
        lambda m, h: whole(
            m, local(f"{number(m['a'], h.british)} kelvin per {PER_NAMES[m['per']]}", h.british)
        ),
    ),
    Rule(rf"(?P<a>{AMOUNT})\sK(?![\w-])", _kelvin),
)
AFTER = (
    Rule(
        r"(?P<a>[1-9]\.[0-4](?:\.\d)?)[\s-]?ch(?!\w)",
        lambda m, h: whole(m, f"{' point '.join(number(p, h.british) for p in m['a'].split('.'))} channels"),
    ),
    Rule(r"(?P<a>\d{1,6}\.\d{1,4})s(?!\w)|(?P<b>\d{1,3}(?:\.\d{1,4})?)\ss(?![\w'’])", _seconds),
    Rule(
        r"(?:(?P<b>\d{1,3})\s?[-–]\s?)?(?P<a>\d{1,3}(?:\.\d)?)\s(?P<u>[hd])(?![\w'’.-]\w|\w|/)",
        _hours_apart,
    ),
    Rule(r"(?P<a>\d{1,3})h(?![\w'’.-]\w|\w)", _hours),
)


def _tyre(m: re.Match[str], here: Here) -> Said | None:
    """ "P225/60R16": the width, shape and wheel of a tyre."""
    kind = f"{' '.join(m['k'])} " if m["k"] else ""
    shape, wheel = number(m["h"], here.british), number(m["d"], here.british)
    said = f"{kind}{pairs(m['w'])}, {shape} {' '.join(m['r'] or '')} {wheel}".replace("  ", " ")
    loaded = _LOAD.match(here.text, m.end())  # 91W: how much at which speed
    if not loaded:
        return whole(m, f"{said}s" if m.group()[-1] == "s" else said)
    said = f"{said}, {number(loaded['n'], here.british)} {loaded['s']}"
    return Said(((said, m.start(), loaded.end()),), loaded.end())


_LOAD = re.compile(r"\s(?P<n>[6-9]\d|1[01]\d)(?P<s>[H-Z])(?!\w)")


_TYRE = Rule(
    r"(?P<k>P|LT)(?P<w>[1-3]\d5)/(?P<h>\d{2})(?:\s?(?P<r>Z?R)|-)(?P<d>[12]\d)s?(?!\w)",
    _tyre,
)
_HOW_OFTEN = table("h=hour | hr=hour | hrs=hour | d=day | min=minute | wk=week | w=week | mo=month")


def _every(m: re.Match[str], here: Here) -> Said | None:
    """ "q8h", "q5-15min": how often a medicine is given."""
    upper = f" to {number(m['b'], here.british)}" if m["b"] else ""
    many = "" if m["a"] == "1" and not upper else "s"
    return whole(m, f"every {number(m['a'], here.british)}{upper} {_HOW_OFTEN[m['u']]}{many}")


_SOME_OF = re.compile(
    r"\b(?:tens|hundreds|thousands|millions|a few|a couple|several|many|more|extra|additional|per|every|each"
    r"|of)\s(?:of\s)?\Z"
)


def _unit_alone(m: re.Match[str], here: Here) -> Said | None:
    """ "tens of GB", "per MB": a unit without a figure."""
    told = _SOME_OF.search(here.text, max(0, m.start() - 24), m.start())
    if not told or (told.group() == "of " and here.before(told.start()).lower() not in _HEAPS):
        return None
    one = told.group().startswith(("per", "every", "each"))
    return whole(m, local(UNITS[m["u"]][0 if one else 1], here.british))


_HEAPS = words("lots plenty dozens loads terabytes amount couple number")
_ENDS = r"(?![\w/²³])"
LETTERS = (
    _TYRE,
    Rule(
        r"(?:bpd|b/d)(?:(?<=\d[mk]\s...)|(?<=\dbn\s...)|(?<=million\s...)|(?<=thousand\s...))(?![\w/])",
        _barrels,
    ),
    Rule(
        rf"(?P<unit>gal|lbs?|ft|oz)/(?P<per>min|hr|h|s|sec|day|gal|mi|ac|acre|ft²|ft³|in²|yd²)(?P<time>(?!))?{_ENDS}",
        _unit_per,
    ),
    Rule(rf"(?P<unit>mi)/(?P<per>gal|hr|s|day)(?P<time>(?!))?{_ENDS}", _unit_per),
    Rule(
        rf"(?P<unit>k?Wh|L|k?g|mL|lbs?)/(?P<per>mi|100\s?(?:km|mi)|ac|acre)(?P<time>(?!))?{_ENDS}", _unit_per
    ),
    Rule(
        rf"(?P<unit>m?g|mcg|[µμ]g|mL|kcal)/(?P<per>kg)/(?P<time>day|d|hr?|min|week){_ENDS}",
        _unit_per,
    ),
    Rule(r"(?P<u>GB|MB|TB|KB|kB|PB|kWh|MWh|GWh|Mbps|Gbps|MHz|GHz)(?![\w/])", _unit_alone),
    Rule(r"[qQ]\.?(?P<a>\d{1,2})(?:[-–](?P<b>\d{1,2}))?\s?(?P<u>hrs?|h|d|min|wk|w(?!/)|mo)(?!\w)", _every),
    Rule(r"[fFƒ]/(?P<a>\d{1,2}(?:\.\d{1,2})?)(?P<x>L|G|E|S|D|AF|STM|USM|IS)?(?!\w)", _aperture),
    Rule(
        r"(?!W/L\b)(?P<unit>mi(?=/kWh)|[kMGTm]?Wh?|[kKMGT]B|[kmµμ]?g|mcg|[ckm]?m|kJ|kcal|m[lL]|[lL])"
        r"/(?P<per>s²|s2|s|sec|m²|m³|m2|m3|km|dL|m?[lL]|kWh|hr?|min|day|yr|year|ha|kg)"
        r"(?![\w/²³])",
        _alone,
    ),
    Rule(r"min/(?P<per>km|mi|mile)(?![\w/])", _pace_alone),
)


_MASSES = table("g=gram | kg=kilogram | t=tonne | kt=kilotonne | Mt=megatonne | Gt=gigatonne")


def _carbon(m: re.Match[str], here: Here) -> Said | None:
    """ "5 MtCO2e", "GtCO₂-eq per year": the weight of a gas, or of what warms as much."""
    one = re.search(r"(?<![\d.,])1\s?\Z", here.text[max(0, m.start() - 4) : m.start()])
    unit = local(_MASSES[m["u"]] + ("" if one else "s"), here.british)
    per = f" per {local(PER_NAMES[m['per']], here.british)}" if m["per"] else ""
    return whole(m, f"{unit} of C O two{' equivalent' if m['e'] else ''}{per}")


CARBON = Rule(
    rf"(?P<u>{'|'.join(_MASSES)})\s?CO(?:2|₂)(?:[\s-]?(?P<e>eq\.?|e))?(?:/(?P<per>km|kWh|mi|kg|ha|m²))?(?![\w])",
    _carbon,
)
