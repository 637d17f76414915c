"""This module says what a stroke between two means: one of so many, one after the other, each of a unit."""

from __future__ import annotations

from listen.speech.english.months import MONTHS
from listen.speech.english.quantities.amounts import number
from listen.speech.english.quantities.unit_names import PER_NAMES, UNITS, local
from listen.speech.numbers import cardinal, ordinal, pairs, year
from listen.speech.rules import Here, Rule, Said, silent, whole
from listen.speech.writing import patterns as re

_LAP = re.compile(
    r"\b(?:[Ll]ap|[Rr]ow|[Tt]rack|[Vv]ideo|[Tt]ask|[Bb]atch|[Ff]ile|[Cc]opy|[Ii]ssue|[Mm]odule|[Ll]ecture"
    r"|[Ss]ession|[Tt]weet|[Ww]orkout|[Mm]ission|[Cc]ard|[Ss]heet|[Pp]anel|[Ii]mage|[Ss]lot|[Ff]rame|[Ee]poch)\s\Z"
)
"""Before one of so many."""


def _of_many(m: re.Match[str], here: Here) -> Said | None:
    """ "Lap 23/57", "(1/5) A thread"."""
    a, b = int(m["a"]), int(m["b"])
    opens = m.start() == 1 and here.text[0] in "([" and here.text[m.end() : m.end() + 1] in tuple(")]")
    if not 0 < a <= b or not (opens or _LAP.search(here.text, max(0, m.start() - 12), m.start())):
        return None
    return whole(m, f"{cardinal(a)} of {cardinal(b, here.british)}")


_FASTED = re.compile(
    r"[\s-](?:(?:intermittent\s)?fast(?:s|ing|ed)?|diet|method|plan|window|schedule|protocol|split|approach|IF)\b"
)
_FASTING = re.compile(r"\b(?:[Ff]ast(?:s|ing|ed)?|IF|[Dd]iet)\b[^,.;!?]{0,60}\Z")


def _fasted(m: re.Match[str], here: Here) -> Said | None:
    """ "16/8 fasting", "the 16:8 method", "the 5:2 diet": hours or days of both kinds."""
    a, b = int(m["a"]), int(m["b"])
    if (a + b, a) not in ((24, a), (7, 5), (7, 4), (7, 6)) or a <= b:
        return None
    if not _FASTED.match(here.text, m.end()) and not _FASTING.search(
        here.text, max(0, m.start() - 80), m.start()
    ):
        return None
    return whole(m, f"{cardinal(a)} {cardinal(b)}")


def _in_turn(m: re.Match[str], here: Here) -> Said | None:
    """ "the 5/3/1 program": a method by its figures."""
    return whole(m, " ".join(cardinal(int(m[g])) for g in "abc"))


def _ports(m: re.Match[str], here: Here) -> Said | None:
    """ "ports 80/443": the one and the other."""
    return whole(m, f"{pairs(m['a'])} and {pairs(m['b'])}")


def _two_rates(m: re.Match[str], here: Here) -> Said | None:
    """ "100/20 Mbps": down and up."""
    down, up = (number(m[g], here.british) for g in "ab")
    return whole(m, f"{down} over {up} {local(UNITS[m['u']][1], here.british)}")


def _of_fuel(m: re.Match[str], here: Here) -> Said | None:
    """ "MPG: 22/30": in town and on the road."""
    return whole(m, f"{cardinal(int(m['a']))}, {cardinal(int(m['b']))}")


def _sensor(m: re.Match[str], here: Here) -> Said | None:
    """ "a 1/1.3-inch sensor": what a sensor measures."""
    return whole(m, f"one over {number(m['a'], here.british)} inch")


def _act(m: re.Match[str], here: Here) -> Said | None:
    """ "Directive 2014/65/EU"."""
    number_ = pairs(m["n"]) if len(m["n"]) > 2 else cardinal(int(m["n"]))
    return whole(m, f"{year(int(m['y']), here.british)} {number_} {' '.join(m['e'])}")


_ISSUED = re.compile(
    r"\b(?:Reg(?:ulation|\.)|Decision|Directive|Decree|Law|Act|Resolution)(?:\s?(?:No\.?|\([A-Z]{2,5}\)|[A-Z]{2,3})){0,3}\s\Z"
)


def _act_of(m: re.Match[str], here: Here) -> Said | None:
    """ "Regulation (EC) No 883/2004": a number of a year."""
    if not _ISSUED.search(here.text, max(0, m.start() - 40), m.start()):
        return None
    said = pairs(m["n"]) if len(m["n"]) > 2 else cardinal(int(m["n"]))
    return whole(m, f"{said} of {year(int(m['y']), here.british)}")


def _days(m: re.Match[str], here: Here) -> Said | None:
    """ "4/5 May": a day and the next."""
    a, b = int(m["a"]), int(m["b"])
    if b != a + 1 or b > 31:
        return None
    month = next(name for name in MONTHS if name.startswith(m["m"].rstrip(".")[:3]))
    of_year = f", {year(int(m['y']), here.british)}" if m["y"] else ""
    return whole(m, f"the {ordinal(a)} and {ordinal(b)} of {month}{of_year}")


_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"


def _months(m: re.Match[str], here: Here) -> Said | None:
    """ "Jan/Feb 2024"."""
    names = [next(n for n in MONTHS if n.startswith(m[g][:3])) for g in "ab"]
    return whole(m, ", ".join(names))


def _each(m: re.Match[str], here: Here) -> Said | None:
    """ "10⁵ CFU/mL", "87.3/s", "€5/m²"."""
    unit = PER_NAMES.get(m["u"]) or UNITS[m["u"]][0]
    return Said(((f"per {local(unit, here.british)}", m.start(), m.end()),), m.end())


def _each_area(m: re.Match[str], here: Here) -> Said | None:
    """ "60 million/sqm"."""
    return whole(m, f"per {local(UNITS[m['u'] or m['v']][0], here.british)}")


def _month_of(m: re.Match[str], here: Here) -> Said | None:
    """ "03/2025" by itself: a month."""
    if here.text.strip() != m.group():
        return None
    return whole(m, f"{MONTHS[int(m['m']) - 1]} {year(int(m['y']), here.british)}")


_FIGURED = re.compile(r"\d\s?(?:m?g|kcal|cal(?:orie)?s?|IU)?\s?(?:[a-z]{2,12}\s?)?\Z")


def _per_serving(m: re.Match[str], here: Here) -> Said | None:
    """ "25g protein/serving"; "catering/serving gear" are two."""
    return whole(m, "per") if _FIGURED.search(here.text, max(0, m.start() - 24), m.start()) else None


_SUM_BEFORE = re.compile(r"[$£€]\d[\d,.]{0,10}\s?\Z")


_SHARE_BEFORE = re.compile(r"\d\s?%(?:\s[A-Za-z-]{2,14}){0,3}\s?\Z")


def _and_a_share(m: re.Match[str], here: Here) -> Said | None:
    """ "95% cotton/5% linen", "50%/50%": one share and the next."""
    return whole(m, ",") if _SHARE_BEFORE.search(here.text, max(0, m.start() - 50), m.start()) else None


def _for_a_time(m: re.Match[str], here: Here) -> Said | None:
    """ "$81/2 years": what a time of some years costs."""
    return whole(m, "for") if _SUM_BEFORE.search(here.text, max(0, m.start() - 14), m.start()) else None


def _pair(m: re.Match[str], here: Here) -> Said | None:
    """ "USD/JPY 151.20": two moneys by their letters."""
    return whole(m, " ".join(m["a"] + m["b"]))


_MONEYS = "USD|EUR|GBP|JPY|AUD|CAD|CHF|NZD|CNY|CNH|INR|MXN|SEK|NOK|BTC|ETH|XAU"
LETTERS = (
    Rule(r"p/e(?=s?(?![\w/]))", lambda m, h: whole(m, "P E")),  # what a share costs of what it earns
    Rule(rf"(?P<a>{_MONEYS})\s?/\s?(?P<b>{_MONEYS})(?![\w/])", _pair),
    Rule(rf"(?P<a>{_SHORT})\.?\s?/\s?(?P<b>{_SHORT})(?:\.(?=\s[\da-z]|,|\Z)|(?![\w./]))", _months),
)
DIGITS = (
    Rule(r"(?P<a>[1-9]\d{0,2})/(?P<b>[1-9]\d{0,2})(?![\w/]|[.,]\d)", _of_many),
    Rule(r"(?P<a>\d{1,2})[/:](?P<b>\d{1,2})(?![\w/:]|[.,]\d)", _fasted),
    Rule(
        r"(?P<a>[1-9])/(?P<b>[1-9])/(?P<c>[1-9])(?=\s(?:program(?:me)?|method|split|plan|workout|routine|template|rule)\b)",
        _in_turn,
    ),
    Rule(r"(?<=[Pp]orts\s)(?P<a>\d{2,5})/(?P<b>\d{2,5})(?![\w/]|[.,]\d)", _ports),
    Rule(r"(?P<a>\d{1,4})\s?/\s?(?P<b>\d{1,4})\s?(?P<u>[KMG]bps)(?!\w)", _two_rates),
    Rule(r"(?<=(?:MPG|mpg):\s)(?P<a>\d\d)/(?P<b>\d\d)(?![\w/]|[.,]\d)", _of_fuel),
    Rule(r"1/(?P<a>\d\.\d{1,2})(?:[-‐‑\s]?(?:inch\b|in\b\.?)|[\"”″])", _sensor),
    Rule(r"(?P<y>(?:19|20)\d\d)/(?P<n>\d{1,4})/(?P<e>EU|EC|EEC|EURATOM|JHA)(?!\w)", _act),
    Rule(r"(?P<n>\d{1,4})/(?P<y>(?:19|20)\d\d)(?![\w/]|[.,]\d)", _act_of),
    Rule(
        rf"(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})\s(?P<m>(?:{_SHORT})\b\.?|January|February|March|April|May|June|July|August"
        r"|September|October|November|December)(?!\w)(?:\s(?P<y>(?:1[5-9]|20)\d\d)(?![\w-]|[.,]\d))?",
        _days,
    ),
    Rule(r"(?P<m>0[1-9]|1[0-2])/(?P<y>(?:19|20)\d\d)(?![\w/]|[.,]\d)", _month_of),
)
SYMBOLS = (
    Rule(r"/(?<=\d[PI]/)(?=[A-Z][a-z]{2}|[‘ʻʼ’']O)", lambda m, h: whole(m, ",")),  # comet 9P/Tempel
    Rule(r"/(?<=\b[CP]/)(?=(?:1[89]|20)\d\d\s[A-Z]\d)", silent),  # comet C/2020 F3
    Rule(r"/(?<=\d[\"”″]/)(?=\d)", lambda m, h: whole(m, ",")),  # 6'2"/190 lbs
    Rule(
        r"\s?/\s?(?<=oz/)(?=\d{2,3}\s?m[lL]\b)" r"|/(?<=oz\./)(?=\d{2,3}\s?m[lL]\b)",
        lambda m, h: whole(m, ","),
    ),
    Rule(
        r"\s?/\s?(?<=[a-z%]/)(?=\d{1,3}(?:\.\d)?\s?%)|\s/\s(?<=[a-z%]\s/\s)(?=\d{1,3}(?:\.\d)?\s?%)",
        _and_a_share,
    ),
    Rule(r"/(?<=[a-z]{3}/)(?=serving\b)", _per_serving),
    Rule(r"/(?<=\d/)(?=\d{1,2}[\s-]?(?:yrs?|years?|mos?|mths?|months?|wks?|weeks?|days?)\b)", _for_a_time),
    Rule(
        r"\s?(?:→|->)\s?(?:(?<=\d→)|(?<=\d\s→\s)|(?<=\d->)" r"|(?<=\d\s->\s))(?=v?\d)",
        lambda m, h: whole(m, "to"),
    ),
    Rule(r"/(?<=[gl]/)(?P<u>dl)(?!\w)", _each),
    Rule(r"/(?<=\d/)(?P<u>s|sec|m²|m2|m³|m3|mL|ml|km²)(?![\w²³])", _each),
    Rule(r"/(?<=\d/)(?P<u>sqm|sqft)(?!\w)|/(?<=illion/)(?P<v>sqm|sqft|m²|km²|ha)(?!\w)", _each_area),
    Rule(r"/(?<=[A-Z]/)(?P<u>sqm|sqft|m²|m³|mL|ml|dL|µL|kg|km²)(?![\w²³])", _each),
    Rule(r"/(?<=\d\+/)(?=(?:dai|week|month|year)ly\b)", silent),
    Rule(r"/(?<=\d\+/)(?=[a-z]{4,12}(?![\w/]))", lambda m, h: whole(m, "per")),  # $11+/serving
    Rule(r"\s?/\s?(?=[Gg]as\s(?:[Mm]ark\s)?[1-9])", lambda m, h: whole(m, ",")),  # fan/gas 4
    Rule(
        r"\s?/\s?(?:(?<=[CF]/)|(?<=°[CF]\s/)|(?<=°[CF]\s/\s))(?=[-−]?\d{1,3}\s?°?[CF])"
        r"|/(?<=\)/)(?=\d{3}\s?°?[CF])",
        lambda m, h: whole(m, ","),
    ),
    Rule(r"/(?<=π/)(?=\d)", lambda m, h: whole(m, "over")),
    Rule(r"/(?<=\A\d/)(?=\s[A-Z])|/(?<=\A\d\d/)(?=\s[A-Z])", lambda m, h: whole(m, ".")),  # a thread's posts
    Rule(
        r"/(?=\d\d\s(?:subnets?|prefix(?:es)?|blocks?|networks?|masks?|CIDR)\b)",
        lambda m, h: whole(m, "slash"),
    ),
)
