"""Figures without a unit: counts, years, percentages, ordinals, numbers that are names."""

from __future__ import annotations

from listen.speech.english.addresses.postal import POSTAL
from listen.speech.english.quantities.amounts import (
    AMOUNT,
    MAGNITUDE,
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
from listen.speech.english.quantities.scaled import scaled
from listen.speech.numbers import cardinal, decimal, digits, pairs, plural, year
from listen.speech.rules import Here, Rule, Said, whole, words
from listen.speech.writing import patterns as re


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
    bytes bits kilobytes megabytes packets rows tokens iterations characters respondents participants seconds
    grams kilograms kilos litres liters lines subscribers followers inhabitants
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
    if _SEASON.search(here.text, max(0, m.start() - 12), m.start()) and after not in _FALLEN:
        return True  # fall 2026 students
    many = _AND_SO_MANY.match(here.text, m.end()) if n % 100 else None
    if many and not (many["u"] and before in _YEARS_AFTER):
        return False  # 2040 & 2060 grams
    if after in _QUANTITY or (
        before in ("about", "nearly", "almost", "over", "than", "some") and after.endswith("s")
    ):
        return False
    if after in ("ad", "bc", "bce", "ce") or before in _YEAR_AFTER or before in ("ad", "©", "copyright"):
        return True
    if _ADDED.search(here.text, max(0, m.start() - 4), m.start()) or _ADDS.match(here.text, m.end()):
        return False
    return 1010 <= n <= 2099


_OF_AN_ERA = re.compile(r"\s(?:AD|BCE?|CE|A\.\s?D|B\.\s?C|ad|bce?|ce)(?![\w'’-])")
""" "340 BC", "340 A.D."."""
_AND_SO_MANY = re.compile(
    r"\s(?:&|and|or|to)\s\d{4}\s?(?:grams?|g|kg|lbs|kcal|rpm|mAh|psi|nits|lumens|(?P<u>kilograms|pounds|calories|metres|meters|[Ww]atts))\b"
)
_YEARS_AFTER = words("between from in during since both by of")
"""Before two years whose next word is what changed: "between 2022 and 2023 calories fell"."""
_SEASON = re.compile(
    r"\b(?:[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter|Easter|Christmas|FY|Q[1-4]|[Cc]lass\sof|[Ss]emester|[Ss]eason)\s\Z"
)
_FALLEN = words("feet metres meters miles points pounds dollars euros")
"""How far something may "fall 2000 feet"."""
_ADDED = re.compile(r"[\d)]\s?[=+×*÷]\s?\Z")
_ADDS = re.compile(r"\s?[+×*÷]\s?\d|\s=\s\d")
"""Around a figure that is reckoned with: "2^10 = 1024"."""
_STATES = frozenset(name.split()[-1] for name in POSTAL.values())
_TEXTED = re.compile(r"\b[Tt]ext\s(?:(?:[A-Z]{1,20}|[\"“‘'][A-Za-z]{1,20}[\"”’'])\sto\s)?\Z")
_NUMBERED = re.compile(
    r"\b(?:[Mm]odel|[Pp]art|[Ss]erial|[Ii]tem|[Ss]tyle|[Cc]atalogu?e?|[Pp]roduct|[Ii]nvoice)\snumber\s\Z|\b[Mm]odel:?\s\Z"
)
"""Before what tells one of a maker's goods: "model 29882"."""
_PLACE_BEFORE = re.compile(r"[A-Z][a-z]+\s[A-Z][a-z]+\s\Z")
_MARK_NEXT = re.compile(r"\s\d{1,3}/100?(?![\w/])")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.000")
_CUSTOM = words(
    "clients users visitors inhabitants subscribers followers participants downloads orders items"
)


_OF_MAKER = re.compile(r"(?:\A|[\s(])(?P<name>[A-Z][a-z]{3,14})\s\Z")
_GOODS_NEXT = re.compile(r"\s[A-Z][a-z]{2,14}\b(?:(?<!s)|(?<=ss))")


def _is_of_a_maker(m: re.Match[str], here: Here) -> bool:
    """ "Extech 382152 Ground Resistance Tester": goods by their number, behind their maker."""
    before = _OF_MAKER.search(here.text, max(0, m.start() - 17), m.start())
    named = before is not None and before["name"] not in NO_NAME
    return named and _GOODS_NEXT.match(here.text, m.end()) is not None


def _plain(m: re.Match[str], here: Here) -> Said | None:
    text = m["n"]
    british = here.british
    before = here.before(m.start()).lower()
    if text.isdecimal():
        counted = m["plus"] and not 1900 < int(text) < 2100  # 1400+ rules; a 2010+ model is of a year
        if (
            len(text) == 4
            and not counted
            and (1000 <= int(text) <= 2100 or before == "year")
            and _is_year(text, m, here)
        ):
            return whole(m, f"{year(int(text), british)}{' plus' if m['plus'] else ''}")
        if len(text) == 4 and _MARK_NEXT.match(here.text, m.end()):
            return whole(m, f"{pairs(text)},")  # TaskMate 6100 78/100
        if text[0] != "0" and not m["sign"] and len(text) in (3, 4) and is_name(text, m, here):
            return whole(m, f"{name(text, m, here)}{' plus' if m['plus'] else ''}")
        if len(text) == 5 and (
            here.before(m.start()) in _STATES or here.before(m.start()) in ("Box", "Zip", "ZIP", "zip")
        ):
            return whole(m, digits(text))
        if len(text) in (5, 6) and _TEXTED.search(here.text, max(0, m.start() - 40), m.start()):
            return whole(m, digits(text))
        if (
            len(text) == 5
            and text[-2:] != "00"
            and _NUMBERED.search(here.text, max(0, m.start() - 16), m.start())
        ):
            return whole(m, digits(text))
        if len(text) == 5 and text[-2:] != "00" and _PLACE_BEFORE.search(here.text, 0, m.start()):
            return whole(m, digits(text))  # Beverly Hills 90210
        if len(text) == 6 and text[-2:] != "00" and not here.headline and _is_of_a_maker(m, here):
            return whole(m, digits(text))
        if before in ("ad", "bc") and len(text) == 3:
            return whole(m, pairs(text))
        if len(text) == 3 and _OF_AN_ERA.match(here.text, m.end()):
            return whole(m, pairs(text))
        if len(text) > 1 and text[0] == "0":
            return whole(m, digits(text, "oh" if british else "zero"))
        if len(text) > 6:
            return whole(m, digits(text))
    if _THOUSANDS.fullmatch(text) and here.after(m.end()).lower() in _QUANTITY | _CUSTOM:
        return whole(m, cardinal(int(text.replace(".", "")), british))  # 1.000 clients
    words = decimal(text, british)
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


_IN_A_ROW = re.compile(r"(?<!\d)\d{3}\s\Z")


def _spaced(m: re.Match[str], here: Here) -> Said | None:
    """ "20 000": sure with a hard space, with round figures or with more groups than one."""
    groups = re.split(r"\s", m.group())
    if " " in m.group() and groups[-1] != "000" and len(groups) < 3:
        return None
    if len(groups[0]) == 3 and (
        len(groups) > 4 or _IN_A_ROW.search(here.text, max(0, m.start() - 4), m.start())
    ):
        return None  # rooms 100 101 103 106 110
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
    Rule(r"(?<![\w.])\.(?P<n>[1-9]\d\d)(?![\w.]\w|\w)", batting_average),
    Rule(
        rf"(?<![\w)])(?P<sign>[-−+–](?=[\d.]))(?P<a>{NUMBER}|\.\d+)(?P<am1>(?!))?(?P<b>(?!))?(?P<am>{MAGNITUDE})",
        scaled,
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
        kind = (
            f"{cardinal(int(n[2]))} hundred"
            if n[3:] == "00"
            else digits(n[2:])
            if n[2] == "0"
            else pairs(n[2:])
        )
        said = f"{cardinal(int(n[:2]))} {kind}"
    return whole(m, " ".join(["I", cardinal(int(m["i"])), said, *m["x"]]))


def _standard(m: re.Match[str], here: Here) -> Said | None:
    """ "802.11ax": a standard of networks."""
    return whole(m, " ".join(["eight oh two point", cardinal(int(m["n"])), *m["x"].upper()]))


TIED = (Rule(rf"i(?P<i>[3579])-(?P<n>\d{{4,5}})(?P<x>[A-Z]{{0,2}}){_END}", _core),)
_OF_A_PROCESSOR = re.compile(r"\b(?:Ultra|Ryzen(?:\sAI)?)\s[3579](?:\s(?:HX\s)?|-)\Z|\bLake\s\Z")


def _small_chip(m: re.Match[str], here: Here) -> Said | None:
    """ "Core Ultra 9 275HX"."""
    told = m["x"] in ("HX", "HS") or _OF_A_PROCESSOR.search(here.text, max(0, m.start() - 16), m.start())
    if not told:
        return None
    return whole(m, " ".join([pairs(m["n"]), *m["x"]]))


NETWORKS = (Rule(r"802\.(?P<n>\d{1,2})(?P<x>[a-z]{0,2})(?!\w)", _standard),)
ORDINALS = (
    Rule(
        rf"(?<=i[3579]\s)(?P<n>[2-9]\d{{3}}|1[0-5]\d{{3}})(?P<x>[A-Z]{{0,2}}|k){_END}",
        lambda m, h: whole(m, " ".join([pairs(m["n"]), *m["x"].upper()])),  # an i7 4790K
    ),
    Rule(
        r"(?<=EPYC\s)(?P<e>\d{4})(?P<x>[A-Z]{0,2})(?!\w)|(?:(?<=Xeon\s)|(?<=Gold\s)|(?<=Platinum\s))(?P<f>\d{4})(?P<y>[A-Z]{1,2})(?!\w)",
        lambda m, h: whole(m, " ".join([pairs(m["e"] or m["f"]), *(m["x"] or m["y"] or "")])),
    ),
    Rule(r"(?P<n>[1-5]0[5-9]0)(?=\s(?:8|10|12|16|24)\s?GB(?!\w))", lambda m, h: whole(m, pairs(m["n"]))),
    Rule(rf"(?P<n>[1-5]0[5-9]0)\s?(?P<x>ti|TI){_END}", lambda m, h: whole(m, f"{pairs(m['n'])} Ti")),
    Rule(rf"(?P<n>[1-4]\d\d)(?P<x>HX|HS|KF|[HUKVP]){_END}", _small_chip),
    Rule(rf"(?P<n>[1-9]\d{{3}})(?P<x>XT|X3D|X|HX|HS|H|U|G|GE|XTX){_END}", _chip),
)
SCALED = (
    Rule(
        r"(?P<n>401|403|457)\s?[kK](?P<s>['’]?s)?(?!\w)",
        lambda m, h: whole(m, f"{pairs(m['n'])} K{'s' if m['s'] else ''}"),
    ),
    Rule(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d,.]{0,20}\d)", _spaced),
    Rule(
        rf"(?P<sign>(?!))?(?P<a>{NUMBER})(?:(?P<am1>{MAGNITUDE})?\s?[-–—]\s?(?P<b>{NUMBER}))?(?P<am>{MAGNITUDE})",
        scaled,
    ),
)
PLAIN = (
    Rule(r"(?P<n>[1-9]\d{1,2})\sSqn(?!\w)\.?", lambda m, h: whole(m, f"{pairs(m['n'])} Squadron")),
    Rule(rf"(?P<n>\d{{1,2}})ers{_END}", _players),
    Rule(rf"(?P<n>[1-9]\d{{0,2}},[05]00(?:,000)?|100?000)['’]?s{_END}", _heaps),
    Rule(rf"(?P<n>\d{{1,4}})['’]?s{_END}", _plurals),
    Rule(
        r"(?P<n>[1-9]\d{0,2})(?P<x>[ac])['’]s(?!\w)",
        lambda m, h: whole(m, f"{cardinal(int(m['n']), h.british)} {m['x'].upper()}'s"),  # the 9a's screen
    ),
    Rule(
        r"(?P<n>[1-9]\d{0,2})a(?![\w'’]|-[a-z])",
        lambda m, h: whole(m, f"{cardinal(int(m['n']), h.british)} A"),  # Pixel 9a
    ),
    Rule(rf"(?P<sign>(?!))?(?P<n>{NUMBER})(?P<plus>\+{_END})?", _plain),
)
