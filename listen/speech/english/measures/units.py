"""Measures: "60 km/h", "6ft 2in", "-5C", "20°C", "80 kWh", "3x50m", "3.5 sq km", "11st 2lb"."""

from __future__ import annotations

from listen.speech.english.measures import agreement, lengths, rates
from listen.speech.english.measures.metres_or_millions.long_things import is_lead
from listen.speech.english.measures.metres_or_millions.metres import is_metres
from listen.speech.english.measures.temperatures import degrees
from listen.speech.english.quantities.amounts import (
    AMOUNT,
    LABELLED,
    WORDY,
    attributive,
    magnitude,
    number,
    qualifies,
)
from listen.speech.english.quantities.unit_names import PER_NAMES, UNITS, ascends, local
from listen.speech.numbers import pairs
from listen.speech.rules import Here, Rule, Said, whole, words
from listen.speech.writing import patterns as re

_NAMES = "|".join(re.escape(u).replace("\\ ", "[ -]") for u in sorted(UNITS, key=len, reverse=True))
"""A space in a unit may be a hyphen: "a 300-sq.-ft. flat"."""

_PER = "|".join(re.escape(u) for u in sorted(PER_NAMES, key=len, reverse=True))

_ELECTRIC = re.compile(
    r"\b(?:fuses?|plugs?|chargers?|charging|sockets?|current|amps?|volts?|USB|batter(?:y|ies)|circuits?|breakers?|"
    r"adapters?)\b|\d\s?(?:V|W|mAh|kW|Ah)\b"
)


def _is_current(m: re.Match[str], here: Here) -> bool:
    return bool(m["gap"] or _ELECTRIC.search(here.text[max(0, m.start() - 60) : m.end() + 60]))


_ANOTHER_RATING = re.compile(r"\d\s?(?:V|A|W|kW|Hz|mA|VAC|VDC)\b")


def _is_rated(m: re.Match[str], here: Here) -> bool:
    """Return whether another such measure stands beside it: "Rated 240 V, 15 A"."""
    return _ANOTHER_RATING.search(here.text, m.end(), m.end() + 24) is not None


_POURED = re.compile(
    r"\.?\sof\s(?:\w+\s)?(?:milk|cream|water|beer|ale|cider|blood|berries|strawberries|ice|juice|stock|oil)\b|\.(?=\s[a-z]+\s(?:milk|cream))"
)
""" "2 pts. of milk": pints, not points."""

_INITIALS_GO_ON = re.compile(r"\.\s?[A-Z]\b")


_WEATHER = re.compile(
    r"\b(?:pressures?|hurricanes?|storms?|cyclones?|typhoons?|barometers?|barometric|isobars?|millibars?)\b",
    re.I,
)


def _is_air_pressure(m: re.Match[str], here: Here) -> bool:
    """Return whether "mb" are millibars: "the pressure fell to 965 mb"."""
    near = here.text[max(0, m.start() - 80) : m.end() + 80]
    return 850 <= float(m["a"].replace(",", "")) <= 1100 and _WEATHER.search(near) is not None


_ENDS = re.compile(r"\.(?:\s[A-Z]|\Z)")
_STREET_NEXT = re.compile(
    r"\.?\s(?:\d+(?:st|nd|rd|th)\b|[A-Z][a-z]+\s(?:St|Ave|Rd|Dr|Blvd|Street|Avenue|Road)\b)"
)
_OF = re.compile(r"\.?\sof\b")
_FROM_STATION = re.compile(
    r"\s(?:from|to)\s(?:the\s)?(?:\w+\s)?(?:stn|station|tube|beach|school|town|centre|shops)\b"
)
_POINTS_AFTER = words("rose fell rises falls up down gained lost shed slid climbed dropped by eased added")
_AT_SEA = re.compile(
    r"\b(?:storms?|hurricanes?|cyclones?|typhoons?|latitudes?|longitudes?|advisory|coordinates|parallel)\b",
    re.I,
)
_ROUNDED = re.compile(r"\b(?:[Rr]ound(?:ed|ing)?|decimals?|d\.p|significant)\b")
_GENES = re.compile(
    r"\b(?:DNA|RNA|genes?|genomes?|genomic|plasmids?|sequenc\w+|nucleotides?|PCR|E\. coli|exons?)\b"
)
_CHANGED = words("up down by fell falls rose rises grew grows lost of added shed slid widens narrows")
_COMPARED = words(
    "higher lower more less lead swing gap rise fall drop increase decrease jump above below points"
)
"""Behind points of a percentage: "25 pp higher"."""


def _is_latitude(m: re.Match[str], here: Here) -> bool:
    """Return whether a place on the sea is told: "the storm was at 18.5N"."""
    return _AT_SEA.search(here.around(m.start(), m.end())) is not None


def _is_pages(m: re.Match[str], here: Here) -> bool:
    """Return whether "pp" counts pages: "320 pp., $27.95", but "up 3 pp" and "2.5pp"."""
    if not m["a"].isdecimal() or int(m["a"]) < 24 or m["minus"] or m["b"]:
        return False
    before = here.before(m.start()).lower()
    told = (before in _CHANGED and (before != "of" or int(m["a"]) < 100)) or (
        before.endswith(("ed", "ened")) and before != "printed"
    )
    return not told and here.after(m.end()).lower() not in _COMPARED


def _bound(m: re.Match[str], here: Here) -> bool:
    """Return whether a book of so many pages follows: "a 64 pp booklet"."""
    return here.before(m.start()).lower() in ("a", "an", "the", "this", "each") and qualifies(here, m.end())


_GRID = re.compile(r"\b(?:Township|County)\s(?:Road|Rd)\b")
"""Roads that are numbered by their place: "Township Road 1950E at about 311N"."""


_PICTURED = re.compile(
    r"\b(?:sensors?|cameras?|lens(?:es)?|megapixels?|full-frame|photos?|selfies?|ultrawide|zoom)\b"
)
_DISKS = words("drive drives hard disk disks HDD HDDs SSD SSDs storage external NVMe")
"""What bytes are kept on."""
_YIELDS = re.compile(
    r"\b(?:rates?|yields?|spreads?|bonds?|Fed|basis|cuts?|hikes?|hiked|mortgages?|margins?|Treasur\w+|inflation|ECB|BoE"
    r"|rose|fell|widen\w*|narrow\w*|vacanc\w+|returns?|percentage|bps\sto\s\d)\b|%"
)


_SENT = re.compile(
    r"\b(?:[Mm]odems?|[Bb]aud|serial|bit\s?rates?|data rates?"
    r"|teletypes?|terminals?|slowest speed|speeds? of|\d{4}\sbps)\b"
)


def _is_line(bits: int, m: re.Match[str], here: Here) -> bool:
    """Return whether bps are a line's, as modems were fast: "1200 bps"; "40 bps" are basis points."""
    near = here.around(m.start(), m.end())
    if bits > 2000 or (_SENT.search(near) and not _YIELDS.search(near)):
        return True
    return bits >= 300 and bits % 300 == 0 and not _YIELDS.search(near)


_TO_ANOTHER = re.compile(rf"\s?[-–]\s?(?=\d[\d.,]{{0,8}}\s?(?P<to>{_NAMES})(?!\w))")
"""To another measure: "64MB-256MB", "20Hz-20kHz"."""


_INCH_NEXT = re.compile(
    r"-by\b|\s(?:and|or|to)\s\d|\s(?!(?:one|two|three|the|an?|this|that|his|her|its|my|our|your|their|all|total|and|or|to|by|from|on|at|of"
    r"|[A-Z][a-z]+(?:,|\.?\Z)|Paris|London)\b|[\d$£€]\b)\w|[,;)]"
)
"""A thing that has so many inches follows: "a 12-in pizza", not "2-in 1"."""


_CHIP = re.compile(r"\b(?:Intel\sArc|Arc|Core\sUltra\s\d|Ultra\s[579]|Ryzen\s(?:AI\s)?\d)\s\Z")
"""Before the figures of a processor: "Core Ultra 7 258V"."""


_METRIC_NEXT = re.compile(r"\s?/\s?\d{1,4}(?:\.\d)?\s?(?:cm|mm|m)\b")
_OF_A_TOOLKIT = re.compile(
    r"\s(?:(?:version|package|app|project|developer|widget)s?|librar(?:y|ies)|creator|framework)\b", re.I
)
"""What Qt has, the programmers' toolkit: no quarts."""
_LENS = re.compile(r"\d\s?mm\s\Z")
_CLEANS = re.compile(r"\s(?:filter|hose|bag|attachment|belt|cleaner|pump|seal)s?\b")
"""What a vac has, which is no voltage."""


def _measure(m: re.Match[str], here: Here) -> Said | None:
    unit, amount, british = m["unit"], m["a"], here.british
    unit = unit if unit in UNITS else unit.replace("-", " ")
    if len(unit) == 1 and not m["gap"] and here.before(m.start()).lower() in LABELLED:
        return None
    if (
        len(unit) == 1
        and unit.isupper()
        and m["gap"]
        and (
            (rates.named(here.before(m.start())) and not _is_rated(m, here))
            or _INITIALS_GO_ON.match(here.text, m.end())
        )
    ):
        return None  # Hyundai Ioniq 5 N, 340 A.D.
    if unit == "V" and not m["gap"] and _CHIP.search(here.text, max(0, m.start() - 16), m.start()):
        return whole(m, f"{pairs(amount)} V")
    if len(unit) == 1 and unit.isupper() and here.text[m.end() : m.end() + 2] in ("'s", "’s"):
        return None  # the 5 V's
    if unit == "N" and not m["gap"] and float(amount.replace(",", "")) <= 90 and _is_latitude(m, here):
        return whole(m, f"{number(amount, british)} north")
    if unit == "N" and not m["gap"] and amount.isdecimal() and _GRID.search(here.around(m.start(), m.end())):
        return whole(m, f"{pairs(amount) if len(amount) > 2 else number(amount, british)} North")
    if unit == "s.f" and _ROUNDED.search(here.around(m.start(), m.end())):
        if m["b"]:
            return None  # 2.718 to 3 s.f.
        return whole(m, f"{number(amount, british)} significant figure{'' if amount == '1' else 's'}")
    if unit in ("N", "W") and m["gap"] and _STREET_NEXT.match(here.text, m.end()):
        return None  # 200 N. 5th
    if unit == "blk" and m["gap"] and _OF.match(here.text, m.end()):
        return whole(
            m, f"{pairs(amount) if amount.isdecimal() and len(amount) > 2 else number(amount, british)} block"
        )
    if unit == "m" and british and "." in amount and _FROM_STATION.match(here.text, m.end()):
        return whole(m, f"{number(amount, True)} miles")
    if unit == "W" and m["gap"] and m.group()[-1] == ".":
        return whole(m, f"{number(amount, british)} West")  # a street: "at 200 W. and Main"
    if unit == "L" and m["gap"] and _LENS.search(here.text, max(0, m.start() - 12), m.start()):
        return whole(m, f"{number(amount, british)} L")  # a row of lenses: "50 mm 1.4 L"
    if unit == "A" and not _is_current(m, here):
        return None
    if unit == "Vac" and ((m["gap"] and amount in "1234") or _CLEANS.match(here.text, m.end())):
        return None
    if unit == "qt" and _OF_A_TOOLKIT.match(here.text, m.end()):
        return None
    if unit == "px" and m["gap"] and here.text[m.end() : m.end() + 1] == "-":
        return None  # a style sheet's "py-2 px-4"
    if unit == "m" and not m["per"] and not is_metres(m, here):
        return None
    ends = _METRIC_NEXT.match(here.text, m.end()) is not None  # 12 in / 30 cm
    ends = ends or ("." in amount and _ENDS.match(here.text, m.end()) is not None)  # precip. 31.4 in.
    wide = m["hyphen"] and _INCH_NEXT.match(here.text, m.end())  # a 6.1-in OLED
    if (
        unit == "in"
        and (m["hyphen"] or m["gap"])
        and not m["per"]
        and not (m.group()[-1] == "." or ends or wide)
    ):
        return None  # "5 in Paris", "3-in-1", but "13 in. wide"
    if (
        unit == "g"
        and m["gap"] is None
        and amount in ("2", "3", "4", "5", "6")
        and here.text[m.end() - 1] == "G"
    ):
        return None
    if unit in ("t", "b", "MP", "st") and m["gap"]:
        seen = unit == "MP" and _PICTURED.search(here.text, max(0, m.start() - 40), m.end() + 40)
        if not seen:
            return None
    if unit in ("bp", "kb") and _GENES.search(here.around(m.start(), m.end())):
        kilo = "kilo" if unit == "kb" else ""
        return whole(
            m, f"{number(amount, british)} {kilo}base{'' if kilo else ' pair'}{'' if m['hyphen'] else 's'}"
        )
    if unit == "pp" and _is_pages(m, here):
        return whole(m, f"{number(amount, british)} page{'' if m['hyphen'] or _bound(m, here) else 's'}")
    if unit == "mb" and not _is_air_pressure(m, here):
        kept = (
            m["minus"]
            or here.text[m.end() : m.end() + 1] == "-"
            or _WEATHER.search(here.around(m.start(), m.end()))
        )
        if kept:
            return None  # the 500 mb level; "p-2 mb-4" of a style sheet
        unit = "MB"
    if unit == "Tb" and here.after(m.end()) in _DISKS:
        unit = "TB"
    if unit == "bps" and amount.isdecimal() and _is_line(int(amount), m, here):
        return whole(m, f"{number(amount, british)} bit{'' if m['hyphen'] else 's'} per second")
    one, many = UNITS["pts" if unit == "pt" and m["hyphen"] else unit]  # a 2-pt. try
    drunk = here.before(m.start()).lower() in (
        "drank",
        "drink",
        "drinks",
        "drunk",
        "drinking",
        "sank",
        "downed",
    )
    few = here.text[m.start() - 1 : m.start()] in ("<", ">", "~")
    if unit == "pt" and m["gap"] and (few or here.before(m.start()).lower() in _POINTS_AFTER):
        one, many = UNITS["pts"]
    elif unit in ("pts", "pt") and m["gap"] and (drunk or _POURED.match(here.text, m.end())):
        one, many = UNITS["pt"]
    if unit in ("dpi", "ppi") and amount != "1":
        one = many  # a 300 dots per inch print
    single = agreement.is_single(m, here, unit, one) or (unit == "m" and is_lead(m, here))
    low = number(amount, british)
    if unit in ("V", "A") and here.after(m.end()) in ("AC", "DC"):
        single = amount == "1" or here.before(m.start()).lower() in ("a", "an", "the")
    if m["scale"]:
        low += f" {magnitude(m['scale'])}"
        single = bool(m["hyphen"])
    if m["minus"]:
        low = f"{'plus' if m['minus'] == '+' else 'minus'} {low}"
    again = None if m["b"] or m["per"] else _TO_ANOTHER.match(here.text, m.end())
    again = again if again and ascends(m["unit"], again["to"]) else None
    if again:  # 64MB-256MB
        return Said(
            ((local(f"{low} {one if amount == '1' else many} to", british), m.start(), again.end()),),
            again.end(),
        )
    if m["b"]:
        if m["unit0"] and m["unit0"] != unit:  # 10mm-2cm, 2m x 50cm
            low += f" {UNITS[m['unit0']][0 if amount == '1' else 1]}"
        low += (
            f" x {number(m['b'], british)}" if m["join"] in ("x", "×") else f" to {number(m['b'], british)}"
        )
        low = low.replace(" x ", " by ")
        single = single and bool(m["hyphen"])
        if attributive(here, m.start(), m.end()) or (
            unit == "mm" and agreement.OPTICS.match(here.text, m.end())
        ):
            single = True
    if m["times"]:
        times = unit in agreement.STUFF or unit in agreement.SUPPLIED
        join = " " if agreement.is_packed(unit, single) else " times " if times else " by "
        low = f"{number(m['times'], british)}{join}{low}"
    words = f"{low} {one if single else many}"
    if m["per"]:
        plural = one if amount == "1" and not m["b"] else many
        if unit == "m" and m["per"] == "kWh":
            plural = "miles"  # an electric car's
        words = f"{low} {plural} per {PER_NAMES[m['per']]}"
    return whole(m, local(words, british))


def _stone(m: re.Match[str], here: Here) -> Said | None:
    words = f"{number(m['st'], here.british)} stone"
    if m["lb"]:
        words += f" {number(m['lb'], here.british)}"
    return whole(m, words)


_DEGREES = (
    rf"(?P<a>{AMOUNT})(?:(?:[°º][CF]?)?\s?[-–]\s?(?P<b>{AMOUNT}))?(?:\s?[°º]\s?(?:(?P<scale>[CF])(?![^\W_])|(?P<compass>[NSEW])(?![^\W_]))?"
    r"|(?P<bare>[CF])(?![\w°+#]|-\d)|\s(?P<oven>[CF])(?=[\s,;)]|\.(?:\s|\Z)|\Z))"
)

_AFTER_K = "mi|miles?|km|lbs?|hrs?|sq|sqft|sf|ft|mAh|rpm|cfs|acres?|psi|nits?|tons?|tonnes?"
"""Units behind thousands: "a 36K-mi. warranty", "62K mi"."""

_MEASURE = (
    rf"(?:(?P<times>\d{{1,6}})\s?[x×]\s?)?(?P<a>{AMOUNT})(?P<scale>\s{WORDY}|[kK](?=[\s-](?:{_AFTER_K})\b))?"
    rf"(?:(?P<unit0>m|ft|cm|mm|km|in)?\s?(?P<join>[-–—]|to|x|×)\s?(?P<b>{AMOUNT}))?"
    rf"(?:(?P<hyphen>[-‐‑])|(?P<gap>\s))?(?P<unit>{_NAMES})(?:\.?/(?P<per>{_PER}))?(?!(?![¹⁴-⁹])[\w²³]|['’](?!s\b)\w|-[a-z]{{1,4}}\d)"
    r"(?:\.(?=\s[a-z]|\s\([~≈]?\d|\s\d{1,2}(?:\.\d)?\s?(?:in|oz|mins?|secs?)\.|[,;:)]|\s[=+@&±]|[±+]|-[a-z]|\s?[-–]\s?\d|\s[NSEW][EW]?\sof\b|\s[A-Z]{2,4}\b))?"
)

_UNIT_STOP = re.compile(rf"\d\s?(?:{_NAMES}|[ap]\.m)\.\Z")


def _to(m: re.Match[str], here: Here) -> Said | None:
    """ "45 min.-1 hr.": from one measure to another, the first with its full stop."""
    told = _UNIT_STOP.search(here.text, max(0, m.start() - 24), m.start())
    return whole(m, "to") if told else None


def _named_before(m: re.Match[str], here: Here) -> Said | None:
    """ "4.5 pounds (lbs)", "miles per hour (mph)": a sign behind the name that it stands for."""
    names = UNITS.get(m["u"]) or _SIGNS.get(m["u"])
    before = here.text[max(0, m.start() - 40) : m.start()].rstrip().lower().replace("-", " ")
    if not names or not before.endswith(
        tuple(n for name in names for n in (name.lower(), local(name.lower(), False)))
    ):
        return None
    return Said((("", m.start(), m.end()),), m.end())


def _gap(m: re.Match[str], here: Here) -> Said | None:
    """ "+12.345s": how far behind the leader a lap was."""
    sign = "plus" if m["sign"] == "+" else "minus"
    return whole(m, f"{sign} {number(m['a'], here.british)} second{'' if m['a'] == '1' else 's'}")


_SIGNS = {"kph": UNITS["kph"], "km/h": UNITS["kph"], "m": UNITS["m"], "%": ("percent", "per cent"),
    "YoY": ("year over year", "year on year"), "MoM": ("month over month", "month on month"),
    "QoQ": ("quarter over quarter", "quarter on quarter"), "YOY": ("year over year", "year on year"),
}  # fmt: skip
SYMBOLS = (
    Rule(r"(?P<sign>[+−-])(?<![\w)].)(?P<a>\d{1,3}(?:\.\d{1,3})?)s(?![\w'’])", _gap),
    Rule(r"\((?<=[a-z]\s\()(?P<u>[A-Za-z°µ/²³%]{1,5})\)", _named_before),
    Rule(r"[-–](?<=[a-z]\..)\s?(?=\d)", _to),
    Rule(r"[-−](?<![\w)].)(?=\d{1,3}(?:\.\d{1,3})?[\"″])", lambda m, h: whole(m, "minus")),
    Rule(rf"(?P<minus>[-−–])(?<![\w)].){_DEGREES}", degrees),
    Rule(rf"(?P<minus>[-−–+])(?<![\w)].){_MEASURE}", _measure),
    Rule(rf"(?P<minus>(?!))?(?=\.\d){_MEASURE}", _measure),
)


DIGITS = (
    *rates.BEFORE,
    *lengths.MARKS,
    *rates.RATES,
    *lengths.HEIGHTS,
    Rule(r"(?P<st>\d{1,2})\s?st\s?(?:(?P<lb>\d{1,2})\s?lbs?)(?!\w)", _stone),
    Rule(rf"(?P<minus>(?!))?{_DEGREES}", degrees),
    *rates.KELVINS,
    Rule(rf"(?P<minus>(?!))?{_MEASURE}", _measure),
    *rates.AFTER,
)
LETTERS = rates.LETTERS
