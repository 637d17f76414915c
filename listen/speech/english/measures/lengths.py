"""Feet and inches by their marks, sizes, places on the globe: "5'11\"", "2\" x 4\"", "41°43′N"."""

from __future__ import annotations

from listen.speech.english.quantities.amounts import number, qualifies
from listen.speech.numbers import fraction
from listen.speech.rules import Here, Rule, Said, whole, words
from listen.speech.writing import patterns as re

COMPASS = {"N": "north", "S": "south", "E": "east", "W": "west"}


_PART_NAMES = {"½": "a half", "¼": "a quarter", "¾": "three quarters"}


def _between(m: re.Match[str], here: Here) -> Said | None:
    """ "1-3\" of snow": from one length to another."""
    before = _INCHES.sub("", here.text[: m.start() + 1])
    if m["u"] not in "′'’" and (_quoted(before) or before.count("“") > before.count("”")):
        return None
    if m["u"] in "'’" and _is_quoted(m, here):
        return None
    one, many = _MARK_NAMES.get(m["u"], ("inch", "inches"))
    name = one if qualifies(here, m.end()) and here.after(m.end()) not in _MEASURED else many
    if here.after(m.end()).lower() in (one, many):  # 15′ to 40′ feet
        return whole(m, f"{number(m['a'], here.british)} to {number(m['b'], here.british)}")
    return whole(m, f"{number(m['a'], here.british)} to {number(m['b'], here.british)} {name}")


def _at_sea(m: re.Match[str], here: Here) -> Said | None:
    """ "18.5N 64.2W": degrees of latitude and longitude."""
    a, b = number(m["a"], here.british), number(m["b"], here.british)
    return whole(m, f"{a} {COMPASS[m['c']]}, {b} {COMPASS[m['d']]}")


def _height(m: re.Match[str], here: Here) -> Said | None:
    feet, inches = m["ft"], m["in"]
    level = not inches or float(inches) == 0
    long = int(feet) > _TALLEST
    words = f"{number(feet, here.british)} {'feet' if (level or long) and feet != '1' else 'foot'}"
    if not level:
        words += f" {number(inches, here.british)}"
    if m["part"]:
        words += f" and {_PART_NAMES[m['part']]}"
    if long and not level:
        words += " inch" if inches == "1" and not m["part"] else " inches"
    return whole(m, words)


_TALLEST = 12
"""Feet of what is told as a person's height is: "six foot two"."""
_INCHES = re.compile(r"\"\d[\d.,]{0,8}\"|(?<=\d)[\"”″]")


_OPEN_TWICE = re.compile(r"(?:\A|[\s(\[—-])(?:''|’’|‘‘)(?=[^\W\d])")
"""A quotation between marks that are written twice: "''Apollo 13'' is a film"."""
_OPENED = re.compile(r"(?:^|[\s(\[—-])\"(?=\w)")
_CLOSED = re.compile(r"(?<=[^\s(])\"")


def _quoted(before: str) -> bool:
    """Return whether a quotation is open: 'a "Thing 1" or "Thing 2"' ends two of them."""
    return len(_OPENED.findall(before)) > len(_CLOSED.findall(before))


_PIXELS = re.compile(r"\s(?:[458]K\b|\d{3,4}\s?[x×]\s?\d{3,4}\b|\d\d:9\b)")
"""What a screen shows: '27" 4K', '34" 3440x1440'."""


def _inches(m: re.Match[str], here: Here) -> Said | None:
    """'12" vinyl': inches, unless the mark closes a quotation."""
    if m.group()[-1] in '"”' and here.text[m.start() - 1 : m.start()] in ('"', "“"):
        return None  # the figure alone is quoted: "100"
    before = _INCHES.sub("", here.text[: m.start()])
    if m.group()[-1] in "'’" and _OPEN_TWICE.search(before, max(0, len(before) - _QUOTATION)):
        return None
    if _quoted(here.text[: m.start()]) or before.count('"') % 2 or before.count("“") > before.count("”"):
        return None
    single = m["a"] == "1" or qualifies(here, m.end()) or _PIXELS.match(here.text, m.end())
    return whole(m, f"{number(m['a'], here.british)} {'inch' if single else 'inches'}")


_MARK_NAMES = {"'": ("foot", "feet"), "’": ("foot", "feet"), "′": ("foot", "feet")}


def _sized(m: re.Match[str], here: Here) -> Said | None:
    """ "2\" x 4\"", "50' x 100'": two lengths of one kind."""
    one, many = _MARK_NAMES.get(m["u"], ("inch", "inches"))
    name = one if qualifies(here, m.end()) else many
    parts = [f"{number(m[g], here.british)} {one if m[g] == '1' else name}" for g in ("a", "b", "c") if m[g]]
    return whole(m, " by ".join(parts))


def _sized_last(m: re.Match[str], here: Here) -> Said | None:
    """'4x6"': the mark once, and no quotation's."""
    if here.text.count('"', 0, m.end() - 1) % 2:
        return None
    name = "inch" if qualifies(here, m.end()) else "inches"
    sides = [number(m[g], here.british) for g in "abc" if m[g]]
    return whole(m, f"{' by '.join(sides)} {name}")


def _position(m: re.Match[str], here: Here) -> Said | None:
    """ "41°43′57″N", "an angle of 51°30′": degrees, minutes and seconds of arc."""
    parts = [
        f"{number(re.sub('^0+(?=[0-9])', '', m[g]), here.british)} {name}{'' if m[g] in ('1', '01') else 's'}"
        for g, name in (("d", "degree"), ("m", "minute"), ("s", "second"))
        if m[g]
    ]
    return whole(m, " ".join([*parts, COMPASS[m["c"]]] if m["c"] else parts))


def _feet(m: re.Match[str], here: Here) -> Said | None:
    """ "40′ tall": the prime is never a quotation's mark."""
    single = m["a"] == "1" or qualifies(here, m.end())
    return whole(m, f"{number(m['a'], here.british)} {'foot' if single else 'feet'}")


_OPEN_QUOTE = re.compile(r"(?:^|[\s(])['‘]\w")


def _is_quoted(m: re.Match[str], here: Here) -> bool:
    """Return whether the mark may close a quotation that a word or the figure opened: "a '3' on it"."""
    return _OPEN_QUOTE.search(here.text, max(0, m.start() - _QUOTATION), m.start() + 1) is not None


def _feet_before(m: re.Match[str], here: Here) -> Said | None:
    """ "a 9' ceiling": the mark may close a quotation as well, so only where none is open."""
    if _is_quoted(m, here):
        return None
    if here.after(m.end()).lower() in _MEASURED:
        return whole(m, f"{number(m['a'], here.british)} {'foot' if m['a'] == '1' else 'feet'}")
    if qualifies(here, m.end()):
        return whole(m, f"{number(m['a'], here.british)} foot")
    return whole(m, f"{number(m['a'], here.british)} feet") if "," in m["a"] else None


_OF_A_ROOM = words(
    "ceiling ceilings height depth length width door doors walls wall fence pool elev elevation el"
)
_OTHER_MARK = re.compile(r"\d\s?[\"″]|\d′")


def _feet_beside(m: re.Match[str], here: Here) -> Said | None:
    """ "ceilings: 9'; door: 36\" wide": a mark of feet beside one of inches, or of what has a height."""
    if _is_quoted(m, here):
        return None
    told = here.text[max(0, m.start() - 12) : m.start()].strip(" :.").split(" ")[-1].lower() in _OF_A_ROOM
    if not told and not _OTHER_MARK.search(here.text, max(0, m.start() - 30), m.end() + 40):
        return None
    unit = "foot" if m["a"] == "1" else "feet"
    return whole(m, f"{number(m['a'], here.british)} {unit}{' plus' if m['plus'] else ''}")


_MEASURED = words("of tall high wide deep long thick above below away apart square")
"""What follows a length of its own: "3' of snow"."""
_PARTS_OF = {"2": "half", "4": "quarter", "8": "eighth", "16": "sixteenth"}


def _parted(m: re.Match[str], here: Here) -> Said | None:
    """ "a 3\"1/2 disk": three and a half inches."""
    part = _PARTS_OF[m["d"]]
    said = f"a {part}" if m["n"] == "1" else f"{number(m['n'], here.british)} {part}s"
    said = f"{number(m['a'], here.british)} and {said}"
    return whole(m, f"{said} {'inch' if qualifies(here, m.end()) else 'inches'}")


def _short_height(m: re.Match[str], here: Here) -> Said | None:
    """ "5-ft-10"."""
    return whole(m, f"{number(m['ft'], here.british)} foot {number(m['in'], here.british)}")


_COOKED = re.compile(r"\b(?:milk|sugar|flour|butter|salt|oil|water|cream|honey|vanilla|chopped)\b")


def _cups(m: re.Match[str], here: Here) -> Said | None:
    """ "1 c. milk", "3 T. butter": a cook's short forms."""
    if m["comma"] and not _COOKED.search(here.text):
        return None
    name = "cup" if m["u"] == "c" else "tablespoon" if m["u"] == "T" else "teaspoon"
    top, _, bottom = (m["part"] or "").partition("/")
    part = _PART_NAMES.get(_OVER.get((top, bottom), m["a"][-1:]), "")
    if top and not part:
        if int(top) >= int(bottom):
            return None
        part = fraction(int(top), int(bottom), here.british)
    figure = number(m["a"].rstrip("½¼¾"), here.british) if m["a"][:1].isdecimal() else ""
    if part and not figure:
        return whole(m, f"{part.removeprefix('a ')} {name if part[0] == 'a' else f'of a {name}'}")
    said = f"{figure} and {part}" if part else figure
    return whole(m, f"{said} {name}{'' if m['a'] == '1' and not part else 's'}")


_OVER = {("1", "2"): "½", ("1", "4"): "¼", ("3", "4"): "¾"}
_FEET_INCHES = r"\d{1,3}['’′](?:\s?\d{1,2}(?:\.\d)?[\"”″])?"


def _room(m: re.Match[str], here: Here) -> Said | None:
    """ "12'6\"x11'": the sides of a room."""
    sides = [re.findall(r"[\d.]+", side) for side in re.split(r"\s?[xX×]\s?", m.group())]
    if max(len(side) for side in sides) < 2:
        return None
    said = [
        " ".join((number(side[0], here.british), "foot", *(number(n, here.british) for n in side[1:])))
        for side in sides
    ]
    return whole(m, " by ".join(said))


def _heights(m: re.Match[str], here: Here) -> Said | None:
    """ "6'2\"-6'4\"", "5'10\"–6'": from one height to another."""
    if not (m["in"] or m["in2"]):
        return None
    said = []
    for feet, inches in ((m["ft"], m["in"]), (m["ft2"], m["in2"])):
        level = not inches or int(inches) == 0
        unit = "feet" if level and feet != "1" else "foot"
        said.append(
            f"{number(feet, here.british)} {unit}{'' if level else ' ' + number(inches, here.british)}"
        )
    return whole(m, " to ".join(said))


LENGTHS = (
    Rule(
        r"(?P<ft>\d)['’′](?:\s?(?P<in>\d{1,2})[\"”″])?\s?(?:[-–]|to\b)\s?"
        r"(?P<ft2>\d)['’′](?:\s?(?P<in2>\d{1,2})[\"”″])?(?!\w)",
        _heights,
    ),
    Rule(rf"{_FEET_INCHES}\s?[xX×]\s?{_FEET_INCHES}", _room),
    Rule(
        r"(?P<a>\d{1,2}(?:\.\d{1,4})?)\s?(?P<c>[NS])(?:,?\s|/)(?P<b>\d{1,3}(?:\.\d{1,4})?)\s?(?P<d>[EW])(?!\w)",
        _at_sea,
    ),
    Rule(r"(?P<ft>\d{1,3})['’′]-(?P<in>\d{1,2}(?:\.\d)?)(?P<part>[½¼¾])?[\"”″](?!\w)", _height),
    Rule(
        r"(?P<a>\d{1,3}(?:\.\d{1,3})?)[\"”″'’′]?(?:\s?[-–]\s?|\sto\s)(?P<b>\d{1,3}(?:\.\d{1,3})?)(?P<u>[\"”″'’′])"
        r"(?=\s[A-Za-z]|-[a-z]|,|\)|\.(?:\s|\Z)|\Z)",
        _between,
    ),
    Rule(
        r"(?P<d>\d{1,3}(?:\.\d{1,6})?)\s?[°º]\s?(?:(?P<m>\d{1,2}(?:\.\d{1,4})?)\s?['’′]\s?)?"
        r"(?:(?P<s>\d{1,2}(?:\.\d{1,3})?)\s?(?:[\"”″]|['’′]{2})\s?)?(?P<c>[NSEW])(?![^\W_])",
        _position,
    ),
    Rule(
        r"(?P<d>\d{1,3})\s?[°º]\s?(?P<m>\d{1,2}(?:\.\d{1,4})?)\s?['’′](?:\s?(?P<s>\d{1,2}(?:\.\d{1,3})?)\s?(?:[\"”″]|['’′]{2}))?"
        r"(?P<c>(?!))?(?![\w'’′])",
        _position,
    ),
    Rule(
        r"(?P<a>\d{1,4}(?:\.\d{1,2})?)(?P<u>[\"”″]|['’′]{2}|['’′])\s?[xX×]\s?(?P<b>\d{1,4}(?:\.\d{1,2})?)(?:(?P=u)|[\"”″'’′])"
        r"(?:\s?[xX×]\s?(?P<c>\d{1,4}(?:\.\d{1,2})?)[\"”″'’′])?",
        _sized,
    ),
    Rule(
        r"(?P<a>\d{1,3}(?:\.\d{1,2})?)\s?[xX×]\s?(?P<b>\d{1,3}(?:\.\d{1,2})?)"
        r"(?:\s?[xX×]\s?(?P<c>\d{1,3}(?:\.\d{1,2})?))?[\"″”](?!\w)",
        _sized_last,
    ),
    Rule(r"(?P<ft>\d)-(?:ft\.?|foot)-(?P<in>\d{1,2})(?![\w-])", _short_height),
    Rule(
        r"(?P<a>\d{0,2}[½¼¾]|\d{1,2}(?=\s)|(?=\d/\d))(?:\s?(?P<part>[1-7]/[2348]))?\s(?P<u>c|T|t)"
        r"(?:\.(?=\s(?:[a-z]|AP\b)|(?P<comma>,))|(?<=T)(?=\s(?:milk|sugar|flour|butter|salt|oil|water|cream|honey|vanilla)\b))",
        _cups,
    ),
)


def _mixed_inches(m: re.Match[str], here: Here) -> Said | None:
    """ "3½\" wide"."""
    earlier = here.text[max(0, m.start() - _QUOTATION) : m.start()]
    if _quoted(earlier) or earlier.count("“") > earlier.count("”"):
        return None
    name = "inch" if qualifies(here, m.end()) else "inches"
    return whole(m, f"{number(m['a'], here.british)} and {_PART_NAMES[m['part']]} {name}")


_QUOTATION = 400
"""Characters before a mark in which a quotation may have been opened."""
MARKS = (
    Rule(r"(?P<a>\d{1,3})(?P<part>[½¼¾])[\"”″](?=\s[A-Za-z#\d(]|-[a-z]|,|\)|\.(?:\s|\Z)|\Z)", _mixed_inches),
    Rule(r"(?P<a>\d{1,2})[\"”″](?P<n>[1357])/(?P<d>2|4|8|16)(?!\w)", _parted),
    Rule(
        r"(?P<a>\d{1,3}(?:\.\d{1,3})?)(?:[\"”″]|['’′]{2})(?=\s(?:[A-Za-z(]|[458]K\b|\d{3,4}\s?[x×]\s?\d{3,4}\b|\d\d:9\b)|-[a-z]|[,;)+]|/\d|\.(?:\s|\Z)|\Z)",
        _inches,
    ),
    Rule(r"(?P<a>\d{1,2})['’](?=\s(?:of\b|[a-z]{3}))", _feet_before),
    Rule(r"(?P<a>\d{1,3})['’](?P<plus>\+)?(?=[;,.)]|\s[A-Z]{2,4}\b|\Z|(?<=\+)\s)", _feet_beside),
    Rule(r"(?P<a>\d{1,3},\d{3})['’](?=[\s,;.)]|\Z)", _feet_before),
    Rule(r"(?P<a>\d{1,5}(?:\.\d)?)′(?![\w″])", _feet),
)
HEIGHTS = (
    Rule(
        r"(?P<ft>\d{1,5})\s?ft\.?,?\s(?P<in>1[01]|\d)(?P<part>[½¼¾])?\s?in(?:\.(?!\s[A-Z]|\Z)|(?=[,;:)/.]|\s(?:tall|high|long|wide|deep|by|and|or|to|in|of|above|below|from|at)\b|\Z))",
        _height,
    ),
    Rule(
        r"(?P<ft>\d{1,2})\s?(?:ft|['’′])\s?(?P<in>\d{1,2}(?:\.\d)?)(?P<part>[½¼¾])?\s?(?:ins?\b|[\"”″])",
        _height,
    ),
    Rule(r"(?P<ft>\d{1,2})ft\s?(?P<in>\d{1,2}(?:\.\d)?)(?P<part>(?!))?(?![\w.,%])", _height),
)
