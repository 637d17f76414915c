"""Measures: "60 km/h", "6ft 2in", "-5C", "20°C", "80 kWh", "3x50m", "3.5 sq km", "11st 2lb"."""

from __future__ import annotations

import re

from listen.speech.english.quantities import lengths
from listen.speech.english.quantities.amounts import (
    AMOUNT,
    LABELLED,
    WORDY,
    attributive,
    before_plural,
    number,
    qualifies,
)
from listen.speech.english.quantities.lengths import COMPASS
from listen.speech.rules import Here, Rule, Said, table, twins, whole, words

_SPELLING = {"metre": "meter", "litre": "liter", "gramme": "gram"}
# Written: (one, many). Metres and litres are written the British way and changed for Americans.
UNITS: dict[str, tuple[str, str]] = twins(
    """
    °C=degree Celsius/degrees Celsius | °F=degree Fahrenheit/degrees Fahrenheit | ft=foot/feet |
    in=inch/inches | Hz=hertz/hertz | kHz=kilohertz/kilohertz | MHz=megahertz/megahertz |
    GHz=gigahertz/gigahertz | bps=basis point/basis points | bp=basis point/basis points |
    mph=mile per hour/miles per hour | kph=kilometre per hour/kilometres per hour |
    kmh=kilometre per hour/kilometres per hour | mpg=mile per gallon/miles per gallon |
    rpm=revolution per minute/revolutions per minute | r/min=revolution per minute/revolutions per minute |
    bpm=beat per minute/beats per minute |
    fps=frame per second/frames per second | bpd=barrel per day/barrels per day |
    b/d=barrel per day/barrels per day | ppm=part per million/parts per million |
    ppb=part per billion/parts per billion | Mbps=megabit per second/megabits per second |
    Gbps=gigabit per second/gigabits per second | Kbps=kilobit per second/kilobits per second |
    mbps=megabit per second/megabits per second | kbps=kilobit per second/kilobits per second |
    hp=horsepower/horsepower | bhp=brake horsepower/brake horsepower | mi=mile/miles | oz=ounce/ounces |
    lb=pound/pounds | lbs=pound/pounds | yd=yard/yards | yds=yard/yards | ha=hectare/hectares |
    ac=acre/acres | pk=pack/packs | pkg=package/packages | pkgs=package/packages |
    doz=dozen/dozen | cu yd=cubic yard/cubic yards | cu in=cubic inch/cubic inches |
    gal=gallon/gallons | gals=gallon/gallons | qts=quart/quarts | cu. ft=cubic foot/cubic feet |
    cu. in=cubic inch/cubic inches | cu. yd=cubic yard/cubic yards | dB=decibel/decibels |
    psi=pound per square inch/pounds per square inch |
    nm=nanometre/nanometres | hr=hour/hours | hrs=hour/hours | min=minute/minutes | mins=minute/minutes
    | sec=second/seconds | secs=second/seconds | ms=millisecond/milliseconds |
    pp=percentage point/percentage points | ppt=percentage point/percentage points | pts=point/points |
    bbl=barrel/barrels | cc=cubic centimetre/cubic centimetres | mAh=milliamp hour/milliamp hours |
    kcal=kilocalorie/kilocalories | cal=calorie/calories | V=volt/volts | kV=kilovolt/kilovolts |
    W=watt/watts | J=joule/joules | kJ=kilojoule/kilojoules | Pa=pascal/pascals |
    kPa=kilopascal/kilopascals | hPa=hectopascal/hectopascals | MPa=megapascal/megapascals |
    MP=megapixel/megapixels | Nm=newton metre/newton metres | µg=microgram/micrograms |
    μg=microgram/micrograms | mcg=microgram/micrograms | µm=micron/microns | μm=micron/microns |
    tbsp=tablespoon/tablespoons | tsp=teaspoon/teaspoons | MeV=mega electron volt/mega electron volts |
    cu ft=cubic foot/cubic feet | sq ft=square foot/square feet | sq in=square inch/square inches |
    sqft=square foot/square feet | sq mi=square mile/square miles | sq miles=square mile/square miles |
    sq mile=square mile/square miles | sq yd=square yard/square yards |
    sq metres=square metre/square metres | sq meters=square metre/square metres |
    nmi=nautical mile/nautical miles | kt=knot/knots | kts=knot/knots | Sv=sievert/sieverts |
    mSv=millisievert/millisieverts | cwt=hundredweight/hundredweight | mth=month/months |
    mths=month/months | mos=month/months |
    A=amp/amps | Ah=amp hour/amp hours | mA=milliamp/milliamps | N=newton/newtons |
    kN=kilonewton/kilonewtons |
    N·m=newton metre/newton metres | N⋅m=newton metre/newton metres | dBm=decibel milliwatt/decibel
    milliwatts |
    mmol=millimole/millimoles | mol=mole/moles | Mbit=megabit/megabits | Gbit=gigabit/gigabits |
    kbit=kilobit/kilobits | GiB=gibibyte/gibibytes | MiB=mebibyte/mebibytes | lm=lumen/lumens | lx=lux/lux |
    ng=nanogram/nanograms | pg=picogram/picograms | µL=microlitre/microlitres | μL=microlitre/microlitres |
    µmol=micromole/micromoles | nmol=nanomole/nanomoles | IU=international unit/international units |
    in-lb=inch pound/inch pounds | in-lbs=inch pound/inch pounds | ft-lb=foot pound/foot pounds |
    ft-lbs=foot pound/foot pounds | lb-ft=pound foot/pound feet | cd=candela/candelas | qt=quart/quarts |
    pt=pint/pints | fl oz=fluid ounce/fluid ounces |
    fl. oz=fluid ounce/fluid ounces | dpi=dot per inch/dots per inch | ppi=pixel per inch/pixels per inch |
    Ω=ohm/ohms | kΩ=kilohm/kilohms | MΩ=megohm/megohms | mmHg=millimetre of mercury/millimetres of mercury |
    yr=year/years | yrs=year/years | wk=week/weeks | wks=week/weeks | ly=light year/light years
    """
)
_PREFIXED = {
    "m": ("metre", ("k", "c", "m")), "g": ("gram", ("", "k", "m")), "l": ("litre", ("", "m", "c", "d")),
    "W": ("watt", ("k", "M", "G", "T", "m")), "Wh": ("watt hour", ("", "k", "M", "G", "T")),
    "B": ("byte", ("k", "K", "M", "G", "T", "P")), "b": ("bit", ("M", "G")), "t": ("tonne", ("", "M", "k")),
    "m²": ("square metre", ("", "k", "c", "m")), "m³": ("cubic metre", ("", "k", "c", "m")),
    "V": ("volt", ("k",)), "eV": ("electron volt", ("", "k", "G")),
}  # fmt: skip
_PREFIX_NAMES = table(
    """
    = | k=kilo | K=kilo | M=mega | G=giga | T=tera | P=peta | m=milli | c=centi | d=deci
    """
)


def _fill() -> None:
    for base, (name, prefixes) in _PREFIXED.items():
        for prefix in prefixes:
            kind, _, noun = name.rpartition(" ")
            if kind == "watt":
                one, many = f"{_PREFIX_NAMES[prefix]}watt hour", f"{_PREFIX_NAMES[prefix]}watt hours"
            else:
                one = f"{kind} {_PREFIX_NAMES[prefix]}{noun}".strip()
                many = f"{one}s"
            UNITS.setdefault(prefix + base, (one, many))
    UNITS["L"] = UNITS["l"]
    UNITS["mL"] = UNITS["ml"]
    UNITS["m"] = ("metre", "metres")
    for power, mark in (("2", "²"), ("3", "³")):
        for length in ("m", "km", "cm", "mm"):
            UNITS[length + power] = UNITS[length + mark]
    for length, (one, many) in {"km": UNITS["km"], "m": UNITS["m"], "cm": UNITS["cm"]}.items():
        UNITS[f"sq {length}"] = UNITS[f"sq. {length}"] = (f"square {one}", f"square {many}")
        UNITS[f"cu {length}"] = (f"cubic {one}", f"cubic {many}")
    for length in ("ft", "mi", "in", "yd", "miles"):
        UNITS[f"sq. {length}"] = UNITS[f"sq {length}"]
    for upper in ("KG", "Kg"):
        UNITS[upper] = UNITS["kg"]
    for upper in ("KM", "Km"):
        UNITS[upper] = UNITS["km"]
    for micro in [name for name in UNITS if "µ" in name]:
        UNITS.setdefault(micro.replace("µ", "μ"), UNITS[micro])  # the Greek letter as well as the sign
    for power, kind in (("²", "square"), ("³", "cubic")):
        for length in ("ft", "in", "yd", "mi"):
            one, many = UNITS[length]
            UNITS[length + power] = (f"{kind} {one}", f"{kind} {many}")
    UNITS["LBS"] = UNITS["lbs"]
    UNITS["MPH"] = UNITS["mph"]
    UNITS["KHz"] = UNITS["Khz"] = UNITS["kHz"]
    for short in ("mph", "mpg", "rpm"):
        UNITS[".".join(short)] = UNITS[
            short
        ]  # m.p.h., the full stop after it being its own or the sentence's


_fill()
_NAMES = "|".join(re.escape(u) for u in sorted(UNITS, key=len, reverse=True))
_PER_NAMES = table(
    """
    h=hour | hr=hour | s=second | sec=second | min=minute | m=metre | km=kilometre | kg=kilogram |
    g=gram | L=litre | l=litre | dL=decilitre | ml=millilitre | day=day | d=day | yr=year | year=year |
    m2=square metre | m²=square metre | m3=cubic metre | m³=cubic metre | week=week | month=month |
    cm³=cubic centimetre | cm3=cubic centimetre | cm²=square centimetre | mm²=square millimetre |
    s²=second squared | s2=second squared | s^2=second squared | 100km=one hundred kilometres |
    100 km=one hundred kilometres |
    mL=millilitre | mol=mole | dm³=cubic decimetre | dm3=cubic decimetre | W=watt |
    ha=hectare | kWh=kilowatt hour | lb=pound | gal=gallon | mi=mile | sq ft=square foot
    """
)
_PER = "|".join(re.escape(u) for u in sorted(_PER_NAMES, key=len, reverse=True))


def local(words: str, british: bool) -> str:
    """A unit's name spelled for the locale."""
    if british:
        return words
    for ours, theirs in _SPELLING.items():
        words = words.replace(ours, theirs)
    return words


_METRES_AFTER = words(
    """
    final sprint race relay freestyle backstroke breaststroke butterfly medley hurdles dash tall high
    long wide deep away from below above wall fence pool tower wave waves heats semi-final semi-finals
    champion champions record title gold silver bronze swim run runner hurdler steeplechase distance
    radius individual platform springboard air rifle underwater offshore deep-water trench statue
    exclusion stretch sea height telescope yacht section drop fall jump hole jumper diving women men
    women's men's apart into across to in up down off by
    """
)


_OTHER_LENGTH = re.compile(r"\s?\(\d{1,6}(?:[.,]\d{1,3})?\s?-?(?:ft|feet|foot|in|yd|yards?|miles?)\b")
_SMALL_LENGTH = re.compile(r"\b\d{1,4}(?:\.\d{1,2})?\s?(?:cm|mm)\b")


def _lengths_near(here: Here, m: re.Match[str]) -> bool:
    amount = m["a"].replace(",", "")
    near = here.text[max(0, m.start() - 80) : m.end() + 80]
    return float(amount) < 1000 and _SMALL_LENGTH.search(near) is not None


def _is_metres(m: re.Match[str], here: Here) -> bool:
    """ "m" after a figure: metres where a race, a height or a distance is meant, else millions."""
    amount = m["a"].replace(",", "")
    after = here.after(m.end()).lower()
    if _OTHER_LENGTH.match(here.text, m.end()) or (m["b"] is None and _lengths_near(here, m)):
        return True
    if after in _METRES_AFTER or m["join"] in ("x", "×") or m["times"]:
        return True
    if m["gap"] and not after:
        return True
    return (
        amount in ("100", "200", "400", "800", "1500", "5000", "10000")
        and after not in ("people",)
        and not after
    )


_ELECTRIC = re.compile(
    r"\b(?:fuses?|plugs?|chargers?|charging|sockets?|current|amps?|volts?|USB|batter(?:y|ies)|circuits?|breakers?|"
    r"adapters?)\b|\d\s?(?:V|W|mAh|kW|Ah)\b"
)


def _is_current(m: re.Match[str], here: Here) -> bool:
    return bool(m["gap"] or _ELECTRIC.search(here.text[max(0, m.start() - 60) : m.end() + 60]))


_SUPPLIED = words("A V W kW GB TB MB mAh Hz MP Wh kWh Mbps Gbps")
"""Written against the figure before a thing of that strength: "a 20A circuit"."""


_ALSO_VERBS = re.compile(r"\s(?:can|cut|set|cast|spread)(?=[,.;)]|\Z)")
"""A noun that is a verb as well, where nothing follows for it to do: "a 400ml can"."""
_NO_THINGS = words(
    "rain snow rainfall snowfall water thick square uphill inland offshore underground closer bigger"
)


def _qualifies_length(here: Here, end: int) -> bool:
    """Return whether a thing of that length follows: "a slide of 35mm photographic film"."""
    low = here.after(end).lower()
    return qualifies(here, end) and low not in _NO_THINGS and here.text[end : end + 1] == " "


_INITIALS_GO_ON = re.compile(r"\.\s?[A-Z]\b")


def _measure(m: re.Match[str], here: Here) -> Said | None:
    unit, amount, british = m["unit"], m["a"], here.british
    if len(unit) == 1 and not m["gap"] and here.before(m.start()).lower() in LABELLED:
        return None
    if (
        len(unit) == 1
        and unit.isupper()
        and m["gap"]
        and (here.before(m.start())[:1].isupper() or _INITIALS_GO_ON.match(here.text, m.end()))
    ):
        return None  # Hyundai Ioniq 5 N, 340 A.D.
    if len(unit) == 1 and unit.isupper() and here.text[m.end() : m.end() + 2] in ("'s", "’s"):
        return None  # the 5 V's
    if unit == "A" and not _is_current(m, here):
        return None
    if unit == "m" and not m["per"] and not _is_metres(m, here):
        return None
    if unit == "in" and (m["hyphen"] or m["gap"]) and m.group()[-1] != ".":
        return None  # "5 in Paris", "3-in-1", but "13 in. wide"
    if (
        unit == "g"
        and m["gap"] is None
        and amount in ("2", "3", "4", "5", "6")
        and here.text[m.end() - 1] == "G"
    ):
        return None
    if unit in ("t", "b", "MP", "st") and m["gap"]:
        return None
    if unit == "bps" and amount.isdecimal() and int(amount) > 2000:
        return None
    one, many = UNITS["pts" if unit == "pt" and m["hyphen"] else unit]  # a 2-pt. try
    single = amount == "1" or bool(m["hyphen"]) or attributive(here, m.start(), m.end())
    single = single or (unit in _SUPPLIED and not m["gap"] and qualifies(here, m.end()))
    single = single or (" per " not in one and before_plural(here, m.end()))
    single = single or (unit in ("mm", "cm") and not m["gap"] and _qualifies_length(here, m.end()))
    single = single or (not m["gap"] and _ALSO_VERBS.match(here.text, m.end()) is not None)
    if (m["hyphen"] and not here.after(m.end())) or (unit.endswith("bps") and not m["hyphen"]):
        single = amount == "1"
    low = number(amount, british)
    if m["scale"]:
        low += f" {m['scale'].strip()}"
        single = False
    if m["minus"]:
        low = f"{'plus' if m['minus'] == '+' else 'minus'} {low}"
    if m["b"]:
        low += (
            f" x {number(m['b'], british)}" if m["join"] in ("x", "×") else f" to {number(m['b'], british)}"
        )
        low = low.replace(" x ", " by ")
        single = single and bool(m["hyphen"])
        if attributive(here, m.start(), m.end()):
            single = True
    if m["times"]:
        low = f"{number(m['times'], british)} by {low}"
    words = f"{low} {one if single else many}"
    if m["per"]:
        plural = one if amount == "1" and not m["b"] else many
        if unit == "m" and m["per"] == "kWh":
            plural = "miles"  # an electric car's
        words = f"{low} {plural} per {_PER_NAMES[m['per']]}"
    return whole(m, local(words, british))


def _stone(m: re.Match[str], here: Here) -> Said | None:
    words = f"{number(m['st'], here.british)} stone"
    if m["lb"]:
        words += f" {number(m['lb'], here.british)}"
    return whole(m, words)


_PER_MINUTE = re.compile(r"/(?P<per>min|h|hr|s|sec|decade|day|km|m)(?!\w)")
_ANGLED = words("slope angle turn view rotation tilt incline bend corner field pitch lens camera video")
""""A 5° slope"."""
_SCALES = {"C": "Celsius", "F": "Fahrenheit", "K": "Kelvin"}


def _degrees(m: re.Match[str], here: Here) -> Said | None:
    low = number(m["a"], here.british)
    if m["b"]:
        low += f" to {number(m['b'], here.british)}"
    if m["minus"]:
        low = f"minus {low}"
    scale, compass = m["scale"] or m["bare"], m["compass"]
    if m["bare"] and here.before(m.start()).lower() in LABELLED:
        return None
    named = here.before(m.start())[:1].isupper() and here.after(m.end())[:1].isupper()
    if m["bare"] and len(m["a"]) == 1 and not m["minus"] and named:
        return None  # YubiKey 5C NFC
    if m["bare"] and not m["minus"] and not 0 <= float(m["a"].replace(",", "")) <= 150:
        return None
    angled = here.after(m.end()).lower() in _ANGLED and not scale and not compass
    single = m["a"] in ("1",) or angled or attributive(here, m.start(), m.end())
    words = f"{low} degree{'' if single else 's'}"
    if compass:
        words += f" {COMPASS[compass]}"
    elif scale:
        words += f" {_SCALES[scale]}"
    per = _PER_MINUTE.match(here.text, m.end())
    if per:  # 20 °C/min
        words += f" per {_PER_NAMES.get(per['per'], per['per'])}"
        return Said(((local(words, here.british), m.start(), per.end()),), per.end())
    return whole(m, words)


_DEGREES = (
    rf"(?P<a>{AMOUNT})(?:(?:[°º][CF]?)?\s?[-–]\s?(?P<b>{AMOUNT}))?(?:\s?[°º]\s?(?:(?P<scale>[CF])(?![^\W_])|(?P<compass>[NSEW])(?![^\W_]))?"
    r"|(?P<bare>[CF])(?![\w°+#]|-\d))"
)
_MEASURE = (
    rf"(?:(?P<times>\d{{1,6}})\s?[x×]\s?)?(?P<a>{AMOUNT})(?P<scale>\s{WORDY})?"
    rf"(?:(?P<unit0>m|ft|cm|mm|km|in)?\s?(?P<join>[-–—]|to|x|×)\s?(?P<b>{AMOUNT}))?"
    rf"(?:(?P<hyphen>[-‐‑])|(?P<gap>\s))?(?P<unit>{_NAMES})(?:/(?P<per>{_PER}))?(?![\w²³]|['’](?!s\b)\w|-[a-z]{{1,4}}\d)"
    r"(?:\.(?=\s[a-z]|[,;:)]|-[a-z]|\s[NSEW][EW]?\sof\b|\s[A-Z]{2,4}\b))?"
)
SYMBOLS = (
    Rule(rf"(?P<minus>[-−–])(?<![\w)].){_DEGREES}", _degrees),
    Rule(rf"(?P<minus>[-−–+])(?<![\w)].){_MEASURE}", _measure),
)


def _seconds(m: re.Match[str], here: Here) -> Said | None:
    """ "9.58s": a time that was run."""
    return whole(m, f"{number(m['a'], here.british)} seconds")


def _viscosity(m: re.Match[str], here: Here) -> Said | None:
    """ "5W-30 oil"."""
    return whole(m, f"{number(m['a'], here.british)} W {number(m['b'], here.british)}")


def _rate(m: re.Match[str], here: Here) -> Said | None:
    """ "10,000/day": so many per day."""
    per = _PER_NAMES.get(m["per"], m["per"])
    if per == m["per"] and re.fullmatch(r"(?:1\d|20)\d\d", m["a"]):
        return None  # "late 2022/early 2023"
    return whole(m, local(f"{number(m['a'], here.british)} per {per}", here.british))


def _aperture(m: re.Match[str], here: Here) -> Said | None:
    """ "f/2.8"."""
    return whole(m, f"F {number(m['a'], here.british)}")


def _alone(m: re.Match[str], here: Here) -> Said | None:
    """ "g/km", "m/s²": a rate without a figure."""
    per = {"s²": "second squared", "s2": "second squared"}.get(m["per"]) or _PER_NAMES[m["per"]]
    return whole(m, local(f"{UNITS[m['unit']][1]} per {per}", here.british))


def _aged(m: re.Match[str], here: Here) -> Said | None:
    """ "an 8yo"."""
    return whole(m, f"{number(m['a'], here.british)} year old{m['s'] or ''}")


LETTERS = (
    Rule(r"[fFƒ]/(?P<a>\d{1,2}(?:\.\d)?)(?!\w)", _aperture),
    Rule(
        r"(?P<unit>[kMGTm]?Wh?|[kmµμ]?g|mcg|k?m|kJ|kcal|m[lL]|[lL])/(?P<per>s²|s2|s|m²|m³|m2|m3|km|dL|m?[lL]|kWh|h|day|ha|kg)"
        r"(?![\w/²³])",
        _alone,
    ),
)
DIGITS = (
    Rule(r"(?P<a>\d{1,2})W-(?P<b>\d{2})(?![\w-])", _viscosity),
    *lengths.MARKS,
    Rule(r"(?P<a>\d{1,3})-?(?:yo|y/o)(?P<s>s)?(?!\w)", _aged),
    Rule(rf"(?P<a>{AMOUNT})/(?P<per>day|d|yr|year|month|week|hr|h|kg|kWh|ha)(?!\w)", _rate),
    Rule(rf"(?<![\w/.])(?P<a>{AMOUNT})/(?P<per>[a-z]{{4,12}})(?![\w/.-]\w|\w|/)", _rate),
    *lengths.HEIGHTS,
    Rule(r"(?P<st>\d{1,2})st\s?(?:(?P<lb>\d{1,2})\s?lbs?)(?!\w)", _stone),
    Rule(rf"(?P<minus>(?!))?{_DEGREES}", _degrees),
    Rule(rf"(?P<minus>(?!))?{_MEASURE}", _measure),
    Rule(r"(?P<a>\d{1,6}\.\d{1,4})s(?!\w)", _seconds),
)
