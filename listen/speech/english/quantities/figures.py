"""Figures without a unit: counts, years, percentages, ordinals, numbers that are names."""

from __future__ import annotations

import re

from listen.speech.english.postal import POSTAL
from listen.speech.english.quantities.amounts import (
    AMOUNT,
    LABELLED,
    MAGNITUDE,
    NO_PLURALS,
    NUMBER,
    magnitude,
    number,
)
from listen.speech.english.quantities.named_figures import (
    NO_NAME,
    ROADS,
    batting_average,
    is_name,
    name,
    thousandths,
)
from listen.speech.english.references.games import is_lettered
from listen.speech.numbers import cardinal, decimal, digits, pairs, plural, year
from listen.speech.rules import Here, Rule, Said, whole, words


def _percent_word(here: Here) -> str:
    return "per cent" if here.british else "percent"


def _percent(m: re.Match[str], here: Here) -> Said | None:
    british = here.british
    low = number(m["a"], british)
    if m["am"]:
        low += f" {magnitude(m['am'])}"
    if m["sign"]:
        low = f"{'plus' if m['sign'] == '+' else 'minus'} {low}"
    name = _percent_word(here)
    if m["b"]:
        alone = m["pc1"] and m.start() == 0 and m.end() == len(here.text)  # nothing tells a range from a list
        rises = float(m["a"].replace(",", "")) < float(m["b"].replace(",", ""))
        join = " to " if not alone and (rises or m["pc1"]) else " "  # 58.5%-41.5%
        first = f" {name}" if m["pc1"] else ""
        return whole(m, f"{low}{first}{join}{number(m['b'], british)} {name}")
    if m["pt"]:
        return whole(m, f"{low} {name.replace(' ', '')}age point{'' if m['a'] == '1' else 's'}")
    return whole(m, f"{low} {name}")


_IN_K = words(
    """
    plan plans program programs training finish file buffer
    run race runs races walk resolution video videos tv tvs screen screens streaming monitor monitors display
    displays camera cameras footage television televisions wide telephoto lens lenses webcam doorbell sensor
    projector model models modem modems cam cams
    """
)
_COUNTED_IN_T = words("tokens parameters params requests views rows records messages dollars")
_FILMED = re.compile(
    r"\b(?:\d{2,3}\s?fps|[Vv]ideo|[Rr]esolution|TVs?|screens?|footage|streaming|monitors?|HDR|cameras?)\b"
)
_RUN_IN = re.compile(r"\sin\s(?:\d:)?\d{1,2}:\d\d\b")
""""5K in 16:04"."""
_TO_A_RACE = re.compile(
    r"\s(?:to|or|and)\s(?:an?\s|the\s)?(?:5|8|10|12|15|20|21|25|30|50|100)[kK]\s"
    r"(?:plans?|program(?:me)?s?|training|runs?|races?|distances?|runners?)\b"
)
""""The 5K to 10K plan"."""
_PIXELS = re.compile(
    r"\s?\(\d{4}\s?[x×]\s?\d{4}\b|\s[A-Z][a-z]+\s(?:[Cc]ameras?|TVs?|[Dd]isplays?|[Mm]onitors?|[Dd]oorbells?)\b"
    r"|\s(?:RAW|UHD|QHD|OLED|QLED|IPS|HDR|ProRes|Blackmagic|Retina)\b"
)
""""A 3K (2880 x 1620) screen", "a 3K Turret Camera"."""
_A_RUN = words("a the first annual charity local")
_MY_RACE = words("a an the first my her his their our your this that next last second third or and in")
_WENT = words("ran run runs running jogged walked raced rode biked swam")
_RACED_K = frozenset(["5", "8", "10", "12", "15", "20", "21", "25", "30", "50", "100"])
_RACED = re.compile(
    r"\b(?:trail|marathons?|half-marathons?|runners?|joggers?|parkrun|ultras?|finish line|couch to"
    r"|race distances?|distances beyond|longer distances)\b"
)


_RACES = words("runners races events runs walks courses distances is was wireless plus")


def _counts(after: str) -> bool:
    if after in ("people", "men", "women", "children", "more", "others"):
        return True
    return after.endswith("s") and after not in _RACES and after not in NO_PLURALS


_SHOWN_IN = re.compile(
    r"\b(?:plays?|played|shown?|shoots?|shot|films?|filmed|records?|recorded|streams?|streamed|watch|watched)\s(?:\w+\s)?"
    r"in\s(?:[248][kK],?\s(?:or|and)\s)?\Z"
)


def _is_shown(m: re.Match[str], here: Here) -> bool:
    """ "It plays in 8k or 4k", but "paid in 4k lots"."""
    return _SHOWN_IN.search(here.text, max(0, m.start() - 40), m.start()) is not None


def _is_raced(after: str, near: str) -> bool:
    """ "a fast trail 10k": kilometres, unless it counts what follows."""
    return not _counts(after) and _RACED.search(near) is not None


_COUNTED_IN_B = _COUNTED_IN_T | words(
    "people users dollars downloads views shares jobs units devices streams years"
)
_OF_A_KIND = re.compile(r"\b[A-Z][\w-]{0,20}[a-z]\s\d(?:\.\d)?\s\Z")
""""Olmo 3 7B": a model's version and size."""
_TIED_WORD = re.compile(r"-[a-z]{4,}")


def _is_called(here: Here, m: re.Match[str]) -> bool:
    """Return whether a name stands before: "HDMI 2.0b", "Bolmo 7B", but "A 1.5B-param model"."""
    before = here.before(m.start())
    return before[:1].isupper() and before not in NO_NAME


_CLAUSE = re.compile(r"-\d")


def _is_trillion(m: re.Match[str], here: Here) -> bool:
    """Return whether a T counts: "2T tokens", and "5T cells" beside "2B people"; no "3T magnet"."""
    after = here.after(m.end()).lower()
    beside = _counts(after) and _IN_MILLIONS.search(here.around(m.start(), m.end()))
    return after in _COUNTED_IN_T or bool(beside)


_IN_MILLIONS = re.compile(r"(?<![\w.,-])\d[\d.,]{0,6}[MB]\s[a-z]{2,}s?\b")


def _scaled(m: re.Match[str], here: Here) -> Said | None:
    """ "4m homes", "500k", "1.3bn", "5 million", "10-20m"."""
    scale = m["am"]
    british = here.british
    if scale.strip() in ("M", "B", "K", "T") and scale[0] == " ":
        return None
    if scale.strip() in ("t", "T") and not (scale == "T" and _is_trillion(m, here)):
        return None
    if scale in ("M", "K", "B") and re.fullmatch(r"[1-9]\d{3}", m["a"]) and not m["b"]:
        return whole(m, f"{pairs(m['a'])} {scale}")  # Radeon Pro 5300M
    after = here.after(m.end()).lower()
    if len(scale.strip()) == 1 and here.before(m.start()).lower() in LABELLED:
        return None
    if scale == "b" and not m["b"] and is_lettered(m, here):
        return whole(m, f"{number(m['a'], british)} B")  # Tables 1a and 1b
    if scale == "b" and "." in m["a"] and _is_called(here, m) and not m["b"]:
        return whole(m, f"{number(m['a'], british)} B")  # HDMI 2.0b
    if (
        scale == "B"
        and not m["b"]
        and after not in _COUNTED_IN_B
        and (_is_called(here, m) or _OF_A_KIND.search(here.text, max(0, m.start() - 30), m.start()))
    ):
        return whole(m, f"{number(m['a'], british)} B")  # Bolmo 7B: a model's size
    lone = scale in ("B", "M") and "." in m["a"] and not m["b"] and not _is_called(here, m)
    if lone and _TIED_WORD.match(here.text, m.end()):
        return whole(m, f"{number(m['a'], british)} {magnitude(scale)}")  # a 1.5B-param model
    if lone and here.text[m.end() : m.end() + 1] in ("+", "", " ", ",", ".", ";", ":", ")", "|"):
        return whole(m, f"{number(m['a'], british)} {magnitude(scale)}")  # 2.53B+ | 18-44
    if scale in ("B", "M") and not m["b"] and here.text[m.end() : m.end() + 1] == "+":
        return Said(
            ((f"{number(m['a'], british)} {magnitude(scale)} plus", m.start(), m.end() + 1),), m.end() + 1
        )
    if scale in ("B", "M") and (here.after(m.end())[:1].isupper() or (not after and not m["b"])):
        return None
    if not m["b"] and _CLAUSE.match(here.text, m.end()):
        return None
    if scale in ("K", "k") and (
        after in _IN_K
        or (m["a"] in _RACED_K and not m["b"] and not after and here.before(m.start()) == "beyond")
        or (m["a"] in _RACED_K and not m["b"] and not after and here.before(m.start()).lower() in _A_RUN)
        or (
            m["a"] in _RACED_K
            and not m["b"]
            and not _counts(after)
            and here.before(m.start()).lower() in _WENT
        )
        or (
            m["a"] in _RACED_K
            and (scale == "k" or here.before(m.start()).lower() in _MY_RACE or after == "events")
            and _is_raced(after, here.around(m.start(), m.end()))
        )
        or (
            m["a"] in ("2", "4", "5", "8")
            and not _counts(after)
            and _FILMED.search(here.around(m.start(), m.end()))
        )
        or (m["a"] in _RACED_K and not m["b"] and _TO_A_RACE.match(here.text, m.end()))
        or (m["a"] in _RACED_K and not m["b"] and _RUN_IN.match(here.text, m.end()))
        or (m["a"] in ("4", "8") and not m["b"] and after[-1:] != "s" and _is_shown(m, here))
        or (len(m["a"]) < 3 and _PIXELS.match(here.text, m.end()))
    ):
        upto = f" to {number(m['b'], british)}" if m["b"] else ""
        return whole(m, f"{number(m['a'], british)}{upto} K")
    if scale == "K" and int(float(m["a"].replace(",", ""))) in (4, 8):
        return None
    if (m["a"], scale, m["b"]) == ("3", "M", None) and after and not _counts(after) and after != "people":
        return whole(m, "three M")  # the maker of tape
    low = number(m["a"], british)
    if m["b"]:
        first = f" {magnitude(m['am1'])}" if m["am1"] else ""
        low = f"{low}{first} to {number(m['b'], british)}"
    if m["sign"]:
        low = f"{'plus' if m['sign'] == '+' else 'minus'} {low}"
    return whole(m, f"{low} {magnitude(scale)}")


_YEAR_AFTER = words(
    """
    in since by until till before after from during of circa late early mid through around
    """
)
_QUANTITY = words(
    """
    people troops soldiers men women children jobs homes houses workers staff employees students
    patients deaths cases votes seats miles metres meters kilometres kilometers feet pounds dollars
    euros years days hours minutes points shares members fans protesters migrants refugees calories
    words pages copies cars vehicles acres hectares tonnes tons barrels passengers residents buildings
    businesses companies firms units tickets police officers firefighters guests runners species times
    metre meter mile kilometre foot pound square degrees customers readers families households schools
    """
)


def _is_year(text: str, m: re.Match[str], here: Here) -> bool:
    n = int(text)
    before, after = here.before(m.start()).lower(), here.after(m.end()).lower()
    if before == "year" or (before in ("pre", "post") and here.text[m.start() - 1] == "-"):
        return True
    if n % 1000 == 0 and n != 2000:
        return False
    if n == 2100:
        return before in _YEAR_AFTER
    if after in _QUANTITY or (
        before in ("about", "nearly", "almost", "over", "than", "some") and after.endswith("s")
    ):
        return False
    if after in ("ad", "bc", "bce", "ce") or before in _YEAR_AFTER or before in ("ad", "©", "copyright"):
        return True
    if _ADDED.search(here.text, max(0, m.start() - 4), m.start()) or _ADDS.match(here.text, m.end()):
        return False
    return 1010 <= n <= 2099


_ADDED = re.compile(r"[\d)]\s?[=+×*÷]\s?\Z")
_ADDS = re.compile(r"\s?[+×*÷]\s?\d|\s=\s\d")
"""Around a figure that is reckoned with: "2^10 = 1024"."""
_STATES = frozenset(name.split()[-1] for name in POSTAL.values())
_TEXTED = re.compile(r"\b[Tt]ext\s(?:(?:[A-Z]{1,20}|[\"“‘'][A-Za-z]{1,20}[\"”’'])\sto\s)?\Z")
_PLACE_BEFORE = re.compile(r"[A-Z][a-z]+\s[A-Z][a-z]+\s\Z")
_MARK_NEXT = re.compile(r"\s\d{1,3}/100?(?![\w/])")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.000")
_CUSTOM = words(
    "clients users visitors inhabitants subscribers followers participants downloads orders items"
)


def _plain(m: re.Match[str], here: Here) -> Said | None:
    text = m["n"]
    british = here.british
    before = here.before(m.start()).lower()
    if text.isdecimal():
        if len(text) == 4 and (1000 <= int(text) <= 2100 or before == "year") and _is_year(text, m, here):
            return whole(m, year(int(text), british))
        if text[0] != "0" and not m["sign"] and len(text) in (3, 4) and is_name(text, m, here):
            return whole(m, f"{name(text, m, here)}{' plus' if m['plus'] else ''}")
        if len(text) == 5 and (
            here.before(m.start()) in _STATES or here.before(m.start()) in ("Box", "Zip", "ZIP", "zip")
        ):
            return whole(m, digits(text))
        if len(text) in (5, 6) and _TEXTED.search(here.text, max(0, m.start() - 40), m.start()):
            return whole(m, digits(text))
        if len(text) == 5 and text[-2:] != "00" and _PLACE_BEFORE.search(here.text, 0, m.start()):
            return whole(m, digits(text))  # Beverly Hills 90210
        if before in ("ad", "bc") and len(text) == 3:
            return whole(m, pairs(text))
        if here.after(m.end()).lower() in ("ad", "bc", "bce", "ce") and len(text) == 3:
            return whole(m, pairs(text))
        if len(text) > 1 and text[0] == "0":
            return whole(m, digits(text, "oh" if british else "zero"))
        if len(text) > 6:
            return whole(m, digits(text))
    if _THOUSANDS.fullmatch(text) and here.after(m.end()).lower() in _QUANTITY | _CUSTOM:
        return whole(m, cardinal(int(text.replace(".", "")), british))  # 1.000 clients
    words = decimal(text, british)
    if len(text) == 4 and _MARK_NEXT.match(here.text, m.end()):
        return whole(m, f"{pairs(text)},")  # TaskMate 6100 78/100
    if m["sign"]:
        words = f"{'plus' if m['sign'] == '+' else 'minus'} {words}"
    if m["plus"]:
        words += " plus"
    return whole(m, words)


def _plurals(m: re.Match[str], here: Here) -> Said | None:
    """ "747s", "the 100s": a number as a noun."""
    n = m["n"]
    if n[0] == "0" and len(n) > 1:
        return whole(m, f"{digits(n)}'s")  # 001's data
    before = here.before(m.start())
    if len(n) == 4 and m.group()[len(n)] != "s" and 1010 <= int(n) <= 2100:
        return whole(m, f"{year(int(n), here.british)}'s")  # 2025's festival
    if m.group()[len(n)] != "s" and before.lower() in ROADS:
        return whole(m, f"{pairs(n)}'s")  # the RTX 3070's launch
    if m.group()[len(n)] != "s" and before[:1].isupper() and here.after(m.end()):
        return whole(m, f"{cardinal(int(n), here.british)}'s")  # the Aspire Go 15's keyboard
    if len(n) == 4 and n[:3] == "200":
        return whole(m, plural(year(int(n), here.british)))  # the 2008s
    if len(n) > 2 and n[-2:] != "00":
        return whole(m, plural(pairs(n)))  # RTX 3070s, Xbox 360s, 1099s, the low 150s
    if n in ("100", "1000"):
        return whole(m, "hundreds" if n == "100" else "thousands")
    return whole(m, plural(cardinal(int(n), here.british)))


_HEAPS = {
    "1000": "thousands", "10000": "tens of thousands", "100000": "hundreds of thousands",
    "1000000": "millions",
}  # fmt: skip


def _heaps(m: re.Match[str], here: Here) -> Said | None:
    """ "1,000s of hours", "2,000s"."""
    n = m["n"].replace(",", "")
    return whole(m, _HEAPS.get(n) or plural(cardinal(int(n), here.british)))


def _players(m: re.Match[str], here: Here) -> Said | None:
    """ "the 49ers"."""
    said = cardinal(int(m["n"]))
    return whole(m, f"{said.removesuffix('e')}ers")


def _spaced(m: re.Match[str], here: Here) -> Said | None:
    """ "20 000": sure with a hard space, with round figures or with more groups than one."""
    groups = re.split(r"\s", m.group())
    if " " in m.group() and groups[-1] != "000" and len(groups) < 3:
        return None
    return whole(m, number("".join(groups), here.british))


_END = r"(?![^\W_])"
PERCENT = (
    Rule(
        rf"(?P<sign>[-−+–](?<![a-z]-)(?=[\d.]))?(?P<a>{AMOUNT})(?P<am>{MAGNITUDE})?(?P<pc1>\s?%)?(?:(?:[-–—]\s?|\s[-–—]\s)(?P<b>{AMOUNT}))?"
        rf"\s?(?:%|pc{_END}|(?P<pt>p\.p\.))",
        _percent,
    ),
)
SYMBOLS = (
    Rule(r"\.30-06(?!\w)", lambda m, h: whole(m, "thirty aught six")),
    Rule(
        r"(?<![\w.])\.(?P<n>22|25|32|38|40|44|45|50)s(?!\w)",
        lambda m, h: whole(m, plural(cardinal(int(m["n"])))),
    ),
    Rule(
        r"(?<![\w.])\.(?P<a>\d{3})/\.(?P<b>\d{3})/\.(?P<c>\d{3})(?![\w/])",
        lambda m, h: whole(m, ", ".join(thousandths(m[g]) for g in "abc")),
    ),
    Rule(r"(?<![\w.])\.(?P<n>[1-4]\d\d|500)(?![\w.]\w|\w)", batting_average),
    Rule(
        rf"(?<![\w)])(?P<sign>[-−+–](?=[\d.]))(?P<a>{NUMBER}|\.\d+)(?P<am1>(?!))?(?P<b>(?!))?(?P<am>{MAGNITUDE})",
        _scaled,
    ),
    Rule(
        rf"(?:(?<![\w)])(?P<sign>[-−+–](?=[\d.])))?(?P<n>{NUMBER}|(?<![.\w])\.\d+)(?P<plus>\+{_END})?", _plain
    ),
)


def _chip(m: re.Match[str], here: Here) -> Said | None:
    """ "Ryzen 9 7950X"."""
    extra = " ".join(cardinal(int(c)) if c.isdecimal() else c for c in m["x"])
    return whole(m, f"{pairs(m['n'])} {extra}")


def _core(m: re.Match[str], here: Here) -> Said | None:
    """ "i9-14900K": a processor."""
    n = m["n"]
    said = pairs(n)
    if len(n) == 5:
        said = (
            f"{cardinal(int(n[:2]))} {cardinal(int(n[2])) + ' hundred' if n[3:] == '00' else digits(n[2:])}"
        )
    return whole(m, " ".join(["I", cardinal(int(m["i"])), said, *m["x"]]))


def _standard(m: re.Match[str], here: Here) -> Said | None:
    """ "802.11ax": a standard of networks."""
    return whole(m, " ".join(["eight oh two point", cardinal(int(m["n"])), *m["x"].upper()]))


TIED = (Rule(rf"i(?P<i>[3579])-(?P<n>\d{{4,5}})(?P<x>[A-Z]{{0,2}}){_END}", _core),)
_OF_A_PROCESSOR = re.compile(r"\b(?:Ultra|Ryzen(?:\sAI)?)\s[3579]\s(?:HX\s)?\Z")


def _small_chip(m: re.Match[str], here: Here) -> Said | None:
    """ "Core Ultra 9 275HX"."""
    if not _OF_A_PROCESSOR.search(here.text, max(0, m.start() - 16), m.start()):
        return None
    return whole(m, " ".join([pairs(m["n"]), *m["x"]]))


ORDINALS = (
    Rule(
        r"(?<=EPYC\s)(?P<e>\d{4})(?P<x>[A-Z]{0,2})(?!\w)|(?:(?<=Xeon\s)|(?<=Gold\s)|(?<=Platinum\s))(?P<f>\d{4})(?P<y>[A-Z]{1,2})(?!\w)",
        lambda m, h: whole(m, " ".join([pairs(m["e"] or m["f"]), *(m["x"] or m["y"] or "")])),
    ),
    Rule(rf"(?P<n>[1-4]\d\d)(?P<x>HX|HS|KF|[HUKVP]){_END}", _small_chip),
    Rule(rf"(?P<n>[1-9]\d{{3}})(?P<x>XT|X3D|X|HX|HS|H|U|G|GE|XTX){_END}", _chip),
    Rule(r"802\.(?P<n>\d{1,2})(?P<x>[a-z]{0,2})(?!\w)", _standard),
)
SCALED = (
    Rule(
        r"(?P<n>401|403|457)\s?[kK](?P<s>['’]?s)?(?!\w)",
        lambda m, h: whole(m, f"{pairs(m['n'])} K{'s' if m['s'] else ''}"),
    ),
    Rule(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d,.]{0,20}\d)", _spaced),
    Rule(
        rf"(?P<sign>(?!))?(?P<a>{NUMBER})(?:(?P<am1>{MAGNITUDE})?\s?[-–—]\s?(?P<b>{NUMBER}))?(?P<am>{MAGNITUDE})",
        _scaled,
    ),
)
PLAIN = (
    Rule(r"(?P<n>[1-9]\d{1,2})\sSqn(?!\w)\.?", lambda m, h: whole(m, f"{pairs(m['n'])} Squadron")),
    Rule(rf"(?P<n>\d{{1,2}})ers{_END}", _players),
    Rule(rf"(?P<n>[1-9]\d{{0,2}},[05]00(?:,000)?|100?000)['’]?s{_END}", _heaps),
    Rule(rf"(?P<n>\d{{1,4}})['’]?s{_END}", _plurals),
    Rule(
        r"(?P<n>[1-9]\d{0,2})a(?![\w'’]|-[a-z])",
        lambda m, h: whole(m, f"{cardinal(int(m['n']), h.british)} A"),  # Pixel 9a
    ),
    Rule(rf"(?P<sign>(?!))?(?P<n>{NUMBER})(?P<plus>\+{_END})?", _plain),
)
