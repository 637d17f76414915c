"""Sides of a thing with their letters: "5\" W x 4\" H", "10W x 20H x 5D inches", "36\"L x 24\"W"."""

from __future__ import annotations

from listen.speech.english.quantities.amounts import number, qualifies
from listen.speech.english.quantities.fractions import amount
from listen.speech.english.quantities.unit_names import UNITS, local
from listen.speech.rules import Here, Rule, Said, table, whole, words
from listen.speech.writing import patterns as re

_WAYS = table("W=wide | L=long | H=high | D=deep | T=tall")
_MARKS = {"'": ("foot", "feet"), "’": ("foot", "feet"), "′": ("foot", "feet")}
_UNIT = r"(?:[\"”″'’′]|\s?(?:in|ft|cm|mm|m|inches|feet)\b\.?)"
_SIDE = re.compile(rf"(?P<a>\d{{1,4}}(?:[.,]\d{{1,3}})?)(?P<u>{_UNIT})?[\s-]?\(?(?P<way>[WLHDT])\)?")


def _sides(m: re.Match[str], here: Here) -> Said | None:
    """Every side with its unit, if it has one, and the way it is measured."""
    said = []
    sides = list(_SIDE.finditer(m["sides"]))
    for side in sides:
        words = number(side["a"], here.british)
        unit = (side["u"] or (side is sides[-1] and m["unit"]) or "").strip(" .")
        if unit:
            one, many = _MARKS.get(unit) or UNITS.get(unit) or ("inch", "inches")
            if unit == "feet":
                one, many = "foot", "feet"
            words += f" {local(one if side['a'] == '1' else many, here.british)}"
        said.append(f"{words} {_WAYS[side['way']]}")
    return whole(m, " by ".join(said))


_ONE = r"\d{1,4}(?:[.,]\d{1,3})?" + _UNIT + r"?[\s-]?\(?[WLHDT]\)?"


def _dimensions(m: re.Match[str], here: Here) -> Said | None:
    """ "125*51.5*34.5 cm", "49 x 20 x 13.6 in": the unit behind the last side is that of all."""
    many = UNITS[m["u"]][1]
    sides = " by ".join(number(n, here.british) for n in re.findall(r"\d[\d.,]*", m["sides"]))
    return whole(m, f"{sides} {local(many, here.british)}")


def _with_parts(m: re.Match[str], here: Here) -> Said | None:
    """ "15 3/4 × 12 in", "8½ x 11 inches": a side has a part of the unit."""
    sides = [amount(side.strip(), here)[1] for side in re.split(r"[xX×]", m["sides"])]
    if not all(sides):
        return None
    unit = {"inches": "in", "inch": "in"}.get(m["u"], m["u"])
    name = UNITS[unit][0 if m["u"] == "inch" or (qualifies(here, m.end()) and m["u"] != "inches") else 1]
    return whole(m, f"{' by '.join(sides)} {local(name, here.british)}")


_NO_THINGS = words(
    "wide long high deep tall thick approx approximately total overall internal external open closed"
)


def _each_with_unit(m: re.Match[str], here: Here) -> Said | None:
    """ "40in x 15in x 6in", "8 ft x 10 ft": the unit stands behind every side, and is said once."""
    one, many = UNITS[m["u"]]
    low = here.after(m.end()).lower()
    thing = qualifies(here, m.end()) and low not in _NO_THINGS and here.text[m.end() : m.end() + 1] == " "
    single = thing and not low.endswith(("ed", "ing"))
    if not m["c"] and not single and " " in m["first"]:
        return None  # each by itself: 12 ft x 9 ft
    sides = " by ".join(number(n, here.british) for n in (m["a"], m["b"], m["c"]) if n)
    return whole(m, f"{sides} {local(one if single else many, here.british)}")


def _rooms(m: re.Match[str], here: Here) -> Said | None:
    """ "3BR/2BA", "2 BR": bedrooms and bathrooms of a home."""
    if m["u"] == "BD" and not m["b"]:
        return None
    many = "" if m["a"] == "1" or qualifies(here, m.end()) else "s"
    said = f"{number(m['a'], here.british)} bedroom{many}"
    if m["b"]:
        said += f", {number(m['b'], here.british)} bath{many if m['b'] != '1' else ''}"
    return whole(m, said)


def _and_more(m: re.Match[str], here: Here) -> Said | None:
    """ "a 15+ sec video", "10+ lbs": so many of a unit, or more."""
    one, many = UNITS[m["u"]]
    unit = local(one if qualifies(here, m.end()) else many, here.british)
    return whole(m, f"{number(m['a'], here.british)} plus {unit}")


_FIGURE = r"\d{1,4}(?:\.\d{1,2})?"
_CLOSED = r"(?=\s?(?:\Z|[|;,)(/]|\.\s[A-Z]|\.\Z))"


def _and_more_marked(m: re.Match[str], here: Here) -> Said | None:
    """ "a 6\"+ phone", "10'+ ceilings"."""
    one, many = ("foot", "feet") if m["u"] in "'′" else ("inch", "inches")
    unit = one if m["a"] == "1" or qualifies(here, m.end()) else many
    return whole(m, f"{number(m['a'], here.british)} {unit} plus")


def _mileage(m: re.Match[str], here: Here) -> Said | None:
    """ "28/36 mpg", "23/32/26 MPG": in town, on the road and both."""
    figures = ", ".join(number(n, here.british) for n in m["n"].split("/"))
    return whole(m, f"{figures} {UNITS['mpg'][0 if m['hyphen'] else 1]}")


_GOLD = frozenset(
    ("gold", "diamond", "diamonds", "ring", "rings", "yellow", "white", "rose", "total", "tw", "stone")
)


def _pieces(m: re.Match[str], here: Here) -> Said | None:
    """ "a 12-ct box", "24 ct.": pieces in a package; of gold it is carats."""
    if here.british or here.after(m.end()).lower() in _GOLD:
        return None
    return whole(m, f"{number(m['a'], here.british)} count")


_PACKED = re.compile(r"\d\s?(?:oz|lbs?|g|ml)\s?[/,]\s?\Z")


def _counted(m: re.Match[str], here: Here) -> Said | None:
    """ "2.5oz/10ct": how many are in the package."""
    return _pieces(m, here) if _PACKED.search(here.text, max(0, m.start() - 8), m.start()) else None


_PARTED = r"\d{1,3}\s?[½¼¾⅛⅜⅝⅞]|\d{1,3}\s\d/\d{1,2}"
_ANY = rf"(?:{_PARTED}|\d{{1,3}}(?:\.\d{{1,2}})?)"
SIDES = (
    Rule(r"(?P<a>\d{1,4})ct(?![\w'’])", _counted),
    Rule(
        rf"(?P<sides>(?:(?:{_PARTED})\s?[xX×]\s?{_ANY}|{_ANY}\s?[xX×]\s?(?:{_PARTED}))(?:\s?[xX×]\s?{_ANY})?)"
        rf"\s(?P<u>in(?={_CLOSED[3:-1]})|in(?=\.\s?[(a-z,;])|inch(?:es)?|ft|cm)(?!\w)(?:\.(?=\s?[(a-z,;]))?",
        _with_parts,
    ),
    Rule(r"(?P<a>\d{1,4})[\s-]ct(?![\w'’])", _pieces),
    Rule(r"(?P<a>\d{1,3}(?:\.\d{1,2})?)(?P<u>[\"″”'′])\+(?![\w+])", _and_more_marked),
    Rule(r"(?P<n>\d{2}(?:/\d{2}){1,2})(?:(?P<hyphen>-)|\s)?(?:mpg|MPG)(?!\w)", _mileage),
    Rule(
        r"(?P<a>\d{1,2})\+?\s?(?P<u>BR|BDRM|BD)(?!\w)(?:\s?[/,]?\s?(?P<b>\d{1,2}(?:\.5)?)\s?BA(?!\w))?",
        _rooms,
    ),
    Rule(
        r"(?P<a>\d{1,4})\+\s?(?P<u>secs?|mins?|hrs?|lbs?|oz|ft|mi|km|kg|[GTMP]B|[GMT]bps|MP|GHz|MHz|kWh|kW|mAh)(?![\w/-])(?:\.(?=\s[a-z]|\s\([~≈]?\d|[,;:)]))?",
        _and_more,
    ),
    Rule(r"(?P<a>\d{1,4})\s?(?P<u>lbs?|ft|mi|km|kg|mm|cm|oz|gal)\+(?=\s[a-z])", _and_more),
    Rule(rf"(?P<sides>{_FIGURE}(?:\*{_FIGURE}){{1,2}})\s?(?P<u>cm|mm|in|ft)(?!\w)", _dimensions),
    Rule(rf"(?P<sides>{_FIGURE}(?:\s?[xX×]\s?{_FIGURE}){{1,2}})\s?(?P<u>in){_CLOSED}", _dimensions),
    Rule(
        rf"(?P<first>(?P<a>{_FIGURE})\s?(?P<u>in|ft|yd|cm|mm|m))\.?\s?[xX×]\s?(?P<b>{_FIGURE})\s?(?P=u)(?![\w/²³])"
        rf"(?:\.?\s?[xX×]\s?(?P<c>{_FIGURE})\s?(?P=u)(?![\w/²³]))?(?:\.(?=[\s,;)][a-z(]|[,;)]))?(?!\.?\s?[xX×]\s?\d|\s?[WLHDT]\b)",
        _each_with_unit,
    ),
    Rule(
        rf"(?P<sides>{_ONE}(?:\s?[xX×]\s?{_ONE}){{1,2}})(?!\w)(?P<unit>\s(?:inches|feet|cm|mm|in|ft)\b)?",
        _sides,
    ),
)
