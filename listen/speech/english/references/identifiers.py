"""Numbers that name something: books, accounts, cards, orders; digit by digit in their groups."""

from __future__ import annotations

from listen.speech.numbers import cardinal, digits, pairs
from listen.speech.rules import Here, Rule, Said, whole
from listen.speech.writing import patterns as re


def _grouped(text: str) -> str:
    groups = re.findall(r"\d+|[A-Z]+", text)
    return ", ".join(digits(g) if g.isdecimal() else " ".join(g) for g in groups)


def _book(m: re.Match[str], here: Here) -> Said | None:
    told = (m["told"] or "").strip(": ").replace("no.", "number").replace("#", "number")
    return whole(m, " ".join(filter(None, ("I S B N", told, _grouped(m["n"])))))


_REGISTER = re.compile(
    r"\b(?:[ep]?ISSN(?:-L)?|ABN|ACN|UTR|NHS|SIREN|SIRET|IMEI|[Ff]ax|EIN|TIN|(?:US)?DOT|MC|NMLS)(?:\s(?:is|was|no\.?|number|of))?:?\s\Z"
)


def _serial(m: re.Match[str], here: Here) -> Said | None:
    """ "ISSN 0317-8471", "ABN 51 824 753 556": what a periodical or a firm is registered under."""
    told = _REGISTER.search(here.text, max(0, m.start() - 24), m.start())
    return whole(m, _grouped(m.group())) if told else None


def _account(m: re.Match[str], here: Here) -> Said | None:
    name = "I-ban " if m["name"] else ""
    return whole(m, f"{name}{' '.join(m['c'])} {_grouped(m['n'])}")


def _card(m: re.Match[str], here: Here) -> Said | None:
    return whole(m, _grouped(m.group()))


def _numbered(m: re.Match[str], here: Here) -> Said | None:
    """ "#1234-5678", "passport no. 123456789"."""
    return whole(m, f"number {_grouped(m['n'])}")


def _padded(m: re.Match[str], here: Here) -> Said | None:
    """ "Chapter 01": the nought only fills the place."""
    if here.before(m.start()).lower() not in _PADDED:
        return None
    return whole(m, cardinal(int(m.group())))


_PADDED = frozenset(
    [
        "chapter",
        "part",
        "episode",
        "track",
        "day",
        "week",
        "lesson",
        "unit",
        "volume",
        "step",
        "season",
        "scene",
        "act",
        "section",
        "module",
        "level",
        "stage",
    ]
)
_HEX = re.compile(r"[A-Fa-f]")


def _card_address(m: re.Match[str], here: Here) -> Said | None:
    """ "00:1A:2B:3C:4D:5E": a network card's own address."""
    if not _HEX.search(m.group()):
        return None
    groups = re.split("[:-]", m.group().upper())
    return whole(m, ", ".join(" ".join(digits(c) if c.isdecimal() else c for c in g) for g in groups))


_CARD_ADDRESS = Rule(
    r"[0-9A-Fa-f]{2}(?P<s>[:-])(?:[0-9A-Fa-f]{2}(?P=s)){4}[0-9A-Fa-f]{2}(?![\w:-])", _card_address
)


def _taxed(m: re.Match[str], here: Here) -> Said | None:
    """ "VAT number GB 123 4567 89"."""
    return whole(m, f"{' '.join(m['c'])} {_grouped(m['n'])}")


_STANDARD = re.compile(r"\b(?:ISO|IEC|IEEE|ASTM|DIN|EN|BS|ANSI|JIS)\s\Z")
_ROUND = re.compile(r"\d00\d")


def _part_of_standard(m: re.Match[str], here: Here) -> Said | None:
    """ "ISO 3166-1", "IEC 60601-1-2": a standard and its part."""
    if not _STANDARD.search(here.text, max(0, m.start() - 6), m.start()):
        return None
    n = m["n"]
    said = digits(n) if len(n) == 5 else cardinal(int(n), here.british) if _ROUND.fullmatch(n) else pairs(n)
    parts = (cardinal(int(p)) for p in m["p"].split("-")[1:])
    return whole(m, " dash ".join([said, *parts]))


_OTHER_SPIES = re.compile(
    r"\b00[1-689]\b|\b(?:[Nn]o\.?|[Nn]umber|[Cc]ode|ID|[Rr]oom|[Uu]nit|[Mm]odel)\s(?=007)|#(?=007)"
)


def _spy(m: re.Match[str], here: Here) -> Said | None:
    """ "Agent 007", "007 First Light", but "order no. 007"."""
    return None if _OTHER_SPIES.search(here.around(m.start(), m.end())) else whole(m, "double oh seven")


_AND = r"(?:,\s(?:and\s|or\s)?|\s(?:and|or)\s)"
_CODES = re.compile(rf"(?<![\w.:/])(?P<zeros>0{{2,8}}){_AND}0{{1,7}}1{_AND}(?:[01]{{2,8}}{_AND}){{0,8}}\Z")


def _binary(m: re.Match[str], here: Here) -> Said | None:
    """ "00, 01, 10 and 11": noughts and ones, one by one."""
    row = _CODES.search(here.text, max(0, m.start() - 80), m.start())
    return whole(m, digits(m.group())) if row and len(row["zeros"]) == len(m.group()) else None


def _plate(m: re.Match[str], here: Here) -> Said | None:
    """ "Plate ABC 123"."""
    return whole(m, f"{' '.join(m['c'])} {pairs(m['n'])}")


_INDIAN = re.compile(
    r"\b(?:Delhi|Mumbai|Bengaluru|Bangalore|Chennai|Kolkata|Hyderabad|Pune|Ahmedabad|Noida|Gurgaon|Gurugram|Jaipur|Lucknow"
    r"|Kochi|Chandigarh|Nagpur|Bhopal|Surat|Vadodara|Coimbatore|Thane|Kerala|Karnataka|Maharashtra|Gujarat|Rajasthan|Haryana"
    r"|Punjab|Bengal|Nadu|Pradesh|Telangana|Bihar|Odisha|India|(?:PIN|[Pp]in)(?:\s?[Cc]ode)?:?)(?:\s|\s?[-–—]\s?)\Z"
)
"""Towns and states of India, which its post's numbers stand behind: "Pune 411004"."""


_PLACED = re.compile(r"\b(?:[Ii]n|[Oo]f|[Ff]rom|[Aa]cross|[Tt]o)\s(?:[A-Z][a-z]+\s)?\Z")
"""Before a place that so many of something are in: "in Bihar 123456"."""
_ENDED = re.compile(r"[.;)]|\Z")
_COUNTED_NEXT = re.compile(r"\s(?:of\b|to\b|or\b|[A-Z][a-z]|[a-z]{3})")
_WORD_NEXT = re.compile(r"\s(?!(?:and|but|where|which)\b)[a-z]{3}")


def _posted(m: re.Match[str], here: Here) -> Said | None:
    """ "New Delhi - 110003": where the post of India brings it; no "in Bihar 123456 of them"."""
    place = _INDIAN.search(here.text, max(0, m.start() - 20), m.start())
    if place is None or _WORD_NEXT.match(here.text, m.end()):
        return None
    pin = place.group().lower().startswith("pin")
    if m.group().endswith("000") and not pin:
        return None
    if place.group().rstrip()[-1].isalpha() and not pin:
        counted = _PLACED.search(here.text, max(0, place.start() - 24), place.start())
        ended = _ENDED.match(here.text, m.end())  # a shop in Pune 411004.
        if (counted and not ended) or _COUNTED_NEXT.match(here.text, m.end()):
            return None
    return whole(m, digits(m.group()))


LETTERS = (
    _CARD_ADDRESS,
    Rule(r"(?P<c>[A-Z]{2})\s?(?P<n>\d{3}\s\d{4}\s\d{2})(?![\w-])", _taxed),
    Rule(r"(?<=\b[Pp]late\s)(?P<c>[A-Z]{2,3})[\s-](?P<n>[1-9]\d{2,3})(?![\w-]|[.,]\d)", _plate),
    Rule(
        r"ISBN(?:-1[03])?(?P<told>:|\s(?:is|was|no\.|number|#))?\s?(?P<n>\d[\d\s-]{8,16}[\dX])(?!\w)", _book
    ),
    Rule(
        r"(?P<name>IBAN:?\s)?(?P<c>[A-Z]{2})(?P<n>\d{2}(?:\s[A-Z0-9]{4}){2,7}(?:\s[A-Z0-9]{1,3})?)(?!\w)",
        _account,
    ),
)
DIGITS = (
    Rule(r"1[01]{1,7}(?![\w-]|[.,:/]\d)", _binary),
    _CARD_ADDRESS,
    Rule(
        r"\d{4}-\d{3}[\dX](?![\w-])|\d{2,3}(?:\s\d{3}){2,3}(?:\s\d{4,5})?(?![\w-]|[,.]\d)|\d{2,3}(?:-\d{3,7}){1,3}(?:-\d)?(?![\w-])"
        r"|\d{5,8}(?![\w-]|[,.]\d|\s[a-z]{2,12}s\b)",
        _serial,
    ),
    Rule(r"\d{4}(?P<s>[ -])\d{4}(?P=s)\d{4}(?P=s)\d{1,4}(?![\w-])", _card),
    Rule(r"3[47]\d\d(?P<s>[ -])\d{6}(?P=s)\d{5}(?![\w-])", _card),
    Rule(r"\d\s\d{5}\s\d{5}\s\d(?![\w-]|\.\d)", _card),
    Rule(r"[1-8]\d{5}(?![\w-]|[,.]\d)", _posted),
    Rule(r"0[1-9](?![\w.,:/-]\w|\w)", _padded),
    Rule(r"(?P<n>\d{4,5})(?P<p>(?:-\d{1,3}){1,2})(?![\w-])", _part_of_standard),
    Rule(r"(?<![_.,:/-])007(?![\w-]|[.,:/]\d)", _spy),
)
SYMBOLS = (Rule(r"#:?\s?(?P<n>\d{2,6}-\d{3,7}|\d{5,12})(?![\w-])", _numbered),)
