"""Units after words in place of figures: "six oz. of milk", "per lb.", "a five-ft. pole", "in mg"."""

from __future__ import annotations

from listen.speech.english.quantities.unit_names import UNITS, local
from listen.speech.rules import Here, Rule, Said, table, whole, words
from listen.speech.writing import patterns as re

_SURE = words(
    """
    oz lb lbs kg km cm mm mg mcg ml mL tbsp tsp kWh mph kph mpg hrs yrs wks mos secs mins gal gals qt qts
    doz pkg pkgs
    """
)
"""No words, whatever stands around them."""
_METRIC = words("kg km cm mg mcg kWh")
"""Units wherever they stand."""
_SPEEDS = words("mph kph mpg")
"""Said in full wherever they stand: "31 combined mpg"."""
_SHORT = words("ft yd yds mi hr sec min yr wk mo pt in c")
"""Words, names or months as well: with a full stop, or hyphened to a number."""
_AREAS = (
    r"sq\.?\s(?:ft|mi|in|yd|km|m|metres?|meters?|miles?|feet|foot|inch|inches|yards?|kilomet(?:er|re)s?)"
    r"|cu\.?\s(?:ft|in|yd|feet|foot|yards?)"
)
_MANY = words(
    """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million
    billion few several many some dozen couple more most in of
    """
)
_FIGURES = _MANY - words("few several many some dozen couple more most in of") | words("one half")
_ONE = words("one per a an each every another half quarter single")
_NAMES = {
    "sq": "square",
    "cu": "cubic",
    "ft": "feet",
    "mi": "miles",
    "in": "inches",
    "yd": "yards",
    "km": "kilometres",
    "m": "metres",
}
_SINGLE = {
    "feet": "foot",
    "inches": "inch",
    "miles": "mile",
    "yards": "yard",
    "kilometres": "kilometre",
    "metres": "metre",
}


def _names(unit: str) -> tuple[str, str]:
    """One and many of a unit, "sq. ft" among them."""
    head, _, tail = unit.replace(".", "").partition(" ")
    if not tail:
        return UNITS.get(head) or {"mo": ("month", "months"), "c": ("cup", "cups")}[head]
    many = _NAMES.get(tail, tail)
    return f"{_NAMES[head]} {_SINGLE.get(many, many)}", f"{_NAMES[head]} {many}"


def _after_word(m: re.Match[str], here: Here) -> Said | None:
    unit = m["u"]
    before = here.before(m.start()).lower()
    dotted = "." in here.text[m.end() - 1 : m.end() + 1]
    area = unit[:2] in ("sq", "cu")
    halved = before == "a" and here.text[max(0, m.start() - 7) : m.start()].lower() == "half a "
    measured = (
        before == "a"
        and m.group()[-1] == "."
        and unit not in ("sec", "min", "in", "c")
        and (unit != "ft" or here.after(m.end()) == "of")
    )
    vague = before in ("in", "of", "a", "some", "most", "more") and not halved and not measured
    vague = vague or (unit in ("in", "c") and (before not in _FIGURES or m.group()[-1] != "."))
    if not area and unit not in _SURE and (not dotted or vague):
        return None
    if not before:
        return None
    if unit in _SPEEDS and before not in _ONE:
        return whole(m, local(_names(unit)[1], here.british))
    one, many = _names(unit)
    if before in _ONE:
        return whole(m, local(one, here.british))
    if (
        before in _MANY
        or unit in _METRIC
        or (area and (before in ("the", "that", "those", "these") or before[-1:].isdecimal()))
    ):
        return whole(m, local(one if here.after(m.end()) in _TOLD_IN else many, here.british))
    return None


_TOLD_IN = words("value values figure figures weight price prices rating reading readings mark")
"""What is told in a unit that stands before it: "our kg value"."""


_NUMBERS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|"
    "twenty|thirty|forty|fifty|sixty|hundred"
)
_HYPHENED = "oz|lb|ft|mi|hr|min|sec|gal|qt|yr|wk|mo|yd|km|kg|cm|mm|mph"


def _hyphened(m: re.Match[str], here: Here) -> Said | None:
    """ "a five-oz. jar"."""
    return whole(m, f"{m['n']} {local(_names(m['u'].lower())[0], here.british)}")


_END = r"(?![\w/'’]|-\w|\.\w)(?:\.(?=\s[a-z]|\s\([~≈]?\d|[,;:)]|-[a-z]))?"
TRIGGERS = (
    _SURE
    | (_SHORT - {"in"})
    | {"sq", "cu", "linear", "square", "cubic"}
    | {f"{n}-{u}" for n in _NUMBERS.split("|") for u in _HYPHENED.split("|")}
)
_SHAPED = table("in=inches | ft=feet | yd=yards | yds=yards | mi=miles")


def _shaped(m: re.Match[str], here: Here) -> Said | None:
    """ "62 linear in.", "40 square ft."."""
    if not here.before(m.start())[-1:].isdecimal() and here.before(m.start()).lower() not in _MANY:
        return None
    return whole(m, f"{m['w']} {_SHAPED[m['u']]}")


LETTERS = (
    Rule(
        r"(?P<w>linear|square|cubic)\s(?P<u>in|ft|yds?|mi)(?:\.(?=\s[a-z(]|[,;:)])|(?=\.(?:\s|\Z))|(?<!in)(?!\w))",
        _shaped,
    ),
    Rule(rf"(?P<n>{_NUMBERS})-(?P<u>{_HYPHENED}){_END}", _hyphened, re.I),
    Rule(
        rf"(?P<u>{_AREAS}|{'|'.join(sorted(sorted(_SURE | _SHORT), key=len, reverse=True))}){_END}",
        _after_word,
    ),
)
