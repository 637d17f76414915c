"""This module says if a unit is one or many: "a 5 kg bag", "two 400 gram tins", "39 grams carbs"."""

from __future__ import annotations

from listen.speech.english.quantities.amounts import (
    LABEL_NEXT,
    NO_PLURALS,
    attributive,
    before_plural,
    qualifies,
)
from listen.speech.rules import Here, words
from listen.speech.writing import patterns as re

SUPPLIED = words("hr mo yr wk A V W kW GB TB MB gb tb mAh Hz MP Wh kWh Mbps Gbps")
"""Written against the figure before a thing of that strength: "a 20A circuit"."""

_AND_LESS = re.compile(r"\.?,?\s\d[\d,.]{0,8}-\w")
_AND_MORE = re.compile(r"\.?/\d[\d,.]{0,8}[kK]?-\w")
""""A 7-yr/100K-mi warranty"."""
_WARRANTED = re.compile(
    r"\.?/\d[\d,.]{0,8}\s?[kK]?[-\s](?:miles?|mi|km|months?|hours?)[-\s.]{1,2}(?:limited\s)?(?:warrant(?:y|ies)|lease|guarantee|coverage)\b"
)
"""What is given for a time or a distance: "10yr/100k mile warranty"."""
_ALSO_VERBS = re.compile(r"\s(?:can|cut|set|cast|spread)(?=[,.;)]|\Z)")
"""A noun that is a verb as well, where nothing follows for it to do: "a 400ml can"."""

_NO_THINGS = words(
    "rain snow rainfall snowfall water thick square uphill inland offshore underground closer bigger"
)


def _qualifies_length(here: Here, end: int) -> bool:
    """Return whether a thing of that length follows: "a slide of 35mm photographic film"."""
    low = here.after(end).lower()
    return (
        qualifies(here, end)
        and low not in _NO_THINGS
        and not _does(here, end)
        and not low.endswith("ed")
        and here.text[end : end + 1] == " "
    )


_DOES = re.compile(
    r"\s[a-z]{3,12}s\s(?:an?|the|your|most|more(?!\sthan)|less|any|everything|us|me|him|them|its|his|her|our|my|well|best"
    r"|better|fine|easily|just|only|about|up|down)\b"
)
""" "400mm gives a reach", "8GB handles most games": what the measure does."""


def _does(here: Here, end: int) -> bool:
    """Return whether a verb follows, no things in the plural: "the 50mm primes"."""
    return here.after(end).lower() in NO_PLURALS or _DOES.match(here.text, end) is not None


_OF_A_THING = re.compile(r"\b(?:a|an|the|its|this|any|standard)\s(?:[\w-]{1,20}\s){1,2}\Z")
""""A commercial-sized 58 mm portafilter"."""
OPTICS = re.compile(
    r"\s(?:[fFƒ]/\d|(?:film|lens|prime|macro|zoom|camera|gun|cannon|pistol|caliber|calibre)\b)"
)
""""A 50 mm f/1.8 lens", "35 mm film"."""
_BRACKET = re.compile(r"\.?\s?\(\d|\)\s[a-z]")
""""A (14-oz.) can", "a 12-oz. (354-ml) bottle": the thing stands behind the bracket."""

_STORE_NEXT = re.compile(
    r"\s(?:SSDs?|HDDs?|NVMe|eMMC|(?:LP|G)?DDR\d|microSD|SDHC|SDXC|SD\scard|M\.2|PCIe|SATA|UFS|USB-[AC]|PD\b)"
    r"|\s(?:external|internal|portable|solid-state|flash|hard)\s(?:drive|disk|SSD|storage|memory)"
)
"""What has so many gigabytes or watts: "512 GB SSD", "a 4 TB external drive"."""

STUFF = words(
    "g kg mg mcg µg μg ml mL cl dl dL l L oz lb lbs tbsp tsp tbs Tbsp pt pts qt qts gal g. cups kcal cal fl"
)
"""Units of what is weighed or poured out: a plural behind them is what there is so much of ("39g carbs")."""


_FIGURE_NEXT = re.compile(r"\.?\s\d[\w.,×%-]{0,12}[\s-][A-Za-z]")
_OF_WHAT = re.compile(
    r"\b(?:an?|the|its|this|that|my|our|your|their|his|her|each|every|one|two|three)\s(?:[a-z]\w{1,15},?\s){0,2}\Z",
    re.I,
)
_MEASURED_SO = re.compile(
    r"\s(?:long|wide|tall|high|deep|thick|away|apart)(?=[.,;:)!?]|\s(?:and|or|but|by)\b|\Z)"
)
_AND_ANOTHER = re.compile(r"\s(?:and|or|to)\s\d[\d.,]{0,6}-(?P<unit>[A-Za-z]{2,4})\.?(?=[,;:)!?]|\Z)")
_ARTICLE = re.compile(r"\b(?:an?|the|its|this|that|each|every)\s(?:\w{1,15}\s)?\Z", re.I)


_SO_MANY = re.compile(r"(?:\d|[½¼¾]|\b[Oo]ne|\b[Aa]|two|three)\s\(\Z")
_TINNED = re.compile(
    r"\.?\)\s(?:cans?|packages?|pkgs?|jars?|bottles?|bags?|box(?:es)?|tins?|cartons?|packets?|containers?|tubs?|blocks?|tubes?"
    r"|loaves|loaf|steaks?|fil?lets?|envelopes?|sticks?|bars?)\b"
)
"""Behind the bracket of "1 (15 oz) can"."""
_SPANS = words("wk mo yr hr min")
"""A time is not high: "a 52-wk high"."""


def _is_told(m: re.Match[str], here: Here, unit: str) -> bool:
    """Return whether a measure with a hyphen is told, and qualifies nothing: "was 20-ft long"."""
    another = _AND_ANOTHER.match(here.text, m.end())
    told = (unit not in _SPANS and _MEASURED_SO.match(here.text, m.end())) or (
        another and another["unit"] == unit
    )
    return bool(told) and not _ARTICLE.search(here.text, max(0, m.start() - 30), m.start())


_HOW_LARGE = re.compile(
    r"\s(?:high|tall|long|wide|deep|thick)\s"
    r"(?!(?:and|or|by|is|was|at|in|on|with|to|of|from|that|when|for|as|than|but|which|are|were|has|had|across)\b)[a-z]{3}"
)
""" "A 3m high wall", but "it is 3m high and wide"."""


def is_single(m: re.Match[str], here: Here, unit: str, one: str) -> bool:
    """Return whether the unit of a measure is said as one: before what it qualifies, or after "1"."""
    amount, start, end = m["a"], m.start(), m.end()
    if m["hyphen"] and _is_told(m, here, unit):
        return amount == "1"
    thing = (
        m["hyphen"]
        and _FIGURE_NEXT.match(here.text, end)
        and _OF_WHAT.search(here.text, max(0, start - 50), start)
    )
    if thing:
        return True  # my 250-ft 8% hill
    alone = m["hyphen"] and not here.after(end) and _BRACKET.match(here.text, end) is None
    if alone and _AND_LESS.match(here.text, end):
        alone = False  # a 4-lb., 6-oz. baby
    if alone and _AND_MORE.match(here.text, end):
        return True
    if alone or (unit.endswith("bps") and unit != "bps" and not m["hyphen"]):
        return amount == "1"
    limited = here.text[max(0, start - 4) : start].lower() == "sub-" and qualifies(here, end)
    if amount == "1" or m["hyphen"] or limited or attributive(here, start, end):
        return True
    if _TINNED.match(here.text, end) and _SO_MANY.search(here.text, max(0, start - 6), start):
        return True
    if _WARRANTED.match(here.text, end):
        return True
    if LABEL_NEXT.match(here.text, end):
        return False
    if not m["gap"] and unit in SUPPLIED and qualifies(here, end) and not _does(here, end):
        return True
    if unit in SUPPLIED and _STORE_NEXT.match(here.text, end):
        return True
    if " per " not in one and unit not in STUFF and before_plural(here, end) and not _does(here, end):
        return True
    if unit in ("m", "mm", "cm", "ft") and not m["b"]:
        if here.before(start).lower() in ("a", "an", "the") and _HOW_LARGE.match(here.text, end):
            return True  # a 3m high wall
        if unit == "m" and here.after(end) in ("rule", "social"):
            return True
    if unit in ("mm", "cm"):
        determined = not m["b"] and _OF_A_THING.search(here.text, max(0, start - 60), start)
        if (not m["gap"] or determined) and _qualifies_length(here, end):
            return True
    if unit == "mm" and OPTICS.match(here.text, end):
        return True
    return not m["gap"] and _ALSO_VERBS.match(here.text, end) is not None


def is_packed(unit: str, single: bool) -> bool:
    """Return whether "2 x 400g tins" are two of them."""
    return single and (unit in STUFF or unit in SUPPLIED)
