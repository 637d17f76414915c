"""Telephone, account and network numbers, digit by digit in their groups."""

from __future__ import annotations

from listen.speech.english.capitals.acronyms import COMMON, LETTERWISE
from listen.speech.english.dates import is_dated
from listen.speech.english.quantities.named_figures import NO_NAME
from listen.speech.numbers import cardinal, digits, pairs, year
from listen.speech.rules import Here, Rule, Said, whole, words
from listen.speech.writing import patterns as re


def _group(text: str, british: bool, first: bool = True) -> str:
    zero = "oh" if british else "zero"
    if text in ("800", "0800", "500", "700", "900") or (
        first and len(text) == 4 and text[0] == "0" and text.endswith("00")
    ):
        return f"{f'{zero} ' if text[0] == '0' else ''}{cardinal(int(text))}"
    return digits(text, zero)


_PAGED = re.compile(r"\b(?:[Pp]ages?|pp?\.?|lines?|items?|verses?|numbers|[Nn]os\.)\s\Z")

_RANGED = re.compile(r"(?:\bISO|\brange)\s(?:(?:is|was|of|from|only|just|range|settings?|values?)\s){0,3}\Z")


def _phone(m: re.Match[str], here: Here) -> Said | None:
    text = m.group()
    if _PAGED.search(here.text, max(0, m.start() - 9), m.start()):
        return None  # pages 984-1027
    if text[0].isdecimal() and _RANGED.search(here.text, max(0, m.start() - 24), m.start()):
        return None  # an ISO range of 100-6400
    groups = re.findall(r"\d+|[A-Z]+", text)
    said = ", ".join(
        _group(g, here.british, not i) if g.isdecimal() else _letters(g) for i, g in enumerate(groups)
    )
    if (
        text[0] == "("
        and here.text[: m.start()].rstrip()[-1:].isalnum()
        and here.before(m.start())[-1:].isdecimal()
    ):
        said = f", {said}"  # Suite 108 (415) 555-0100
    return whole(m, f"plus {said}" if text.startswith("+") else said)


_SYLLABLE = re.compile(r"[^AEIOU][AEIOUY]|[AEIOU][^AEIOU][EY]")
"""How most words of three letters begin."""


_SHORT_WORDS = words("MY NO GO WE BE DO ME UP TO OF ON IN SO HE AM IS")
"""Words of two letters that numbers are remembered by: "1-800-MY-…"."""


def _letters(text: str) -> str:
    spelt = (
        (len(text) < 3 and text not in _SHORT_WORDS)
        or text in LETTERWISE
        or (len(text) == 3 and text.lower() not in COMMON and not _SYLLABLE.match(text))
    )
    return " ".join(text) if spelt else text.capitalize()


def _named(m: re.Match[str], here: Here) -> Said | None:
    """ "1-800-Flowers.com": a shop that is called by its number."""
    said = f"one {cardinal(int(m['n']), here.british)} {m['w']}"
    return whole(m, f"{said} dot com" if m["com"] else said)


def _address(m: re.Match[str], here: Here) -> Said | None:
    return whole(m, " dot ".join(digits(g) for g in m.group().split(".")))


_DAY = re.compile(r"(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])\.\d\d")
_GERMAN = frozenset(["am", "vom", "zum", "den", "seit", "bis"])


def _version(m: re.Match[str], here: Here) -> Said | None:
    groups = m.group().split(".")
    lived = here.before(m.start()) in ("d", "b", "died", "born")
    if here.british and (lived or (_DAY.fullmatch(m.group()) and is_dated(m, here))):
        return None  # by 31.12.24
    if here.before(m.start()).lower() in _GERMAN and int(groups[0]) < 32 and int(groups[1]) < 13:
        return None  # am 20.11.08: a day
    if all(len(g) == 3 for g in groups[1:]):  # 10.000.000, the continental way
        return whole(m, cardinal(int("".join(groups)), here.british))
    said = " point ".join(
        digits(g) if len(g) > 1 and g[0] == "0" else cardinal(int(g), here.british) for g in groups
    )
    return whole(m, said)


def _released(m: re.Match[str], here: Here) -> Said | None:
    """ "2024.1.0-beta.2", "2.0.1b", "3.13.0rc2", "3.12b1"."""
    version, tag, n = (m[g] or m.groupdict().get(f"{g}2") for g in ("v", "tag", "n"))
    first, *groups = str(version).split(".")
    said = (
        year(int(first))
        if len(first) == 4 and first[:2] in ("19", "20")
        else cardinal(int(first), here.british)
    )
    said = " point ".join([said, *(cardinal(int(g), here.british) for g in groups)])
    if tag:
        said += f" {' '.join(tag.upper()) if len(tag) < 3 else tag}"
    return whole(m, f"{said} {cardinal(int(n))}" if n else said)


_PAID = re.compile(r"\s(?:[A-Z]{3}\b|(?:m|b|tr)illion\b|dollars\b|euros\b|pounds\b|points\b)")


def _of_a_year(m: re.Match[str], here: Here) -> Said | None:
    """ "Ubuntu Touch 2026.02", "version 2025.4": a program goes by its year and month."""
    before = here.before(m.start())
    named = before.lower() in ("version", "release") or (before[:1].isupper() and before not in NO_NAME)
    if not named or _PAID.match(here.text, m.end()):
        return None
    of, _, n = m["v"].partition(".")
    return whole(m, f"{year(int(of))} point {digits(n) if n[0] == '0' else cardinal(int(n))}")


_ACCOUNT = re.compile(r"\b(?:cards?|accounts?|numbers?|phones?|codes?|Visa|Mastercard|digits|plates?)\b")
_TOLD = re.compile(r"\b(?:(ending in|ends in)|(ends|ending)(?: with)?|code|pin|PIN)\s\Z")


_MACHINE_CODE = re.compile(r"\b(?:exit|error|status|return|response|HTTP)\scode\s\Z")
""" "Exit code 127" is a number, no key."""


def _ending(m: re.Match[str], here: Here) -> Said | None:
    told = _TOLD.search(here.text, max(0, m.start() - 14), m.start())
    if told and _MACHINE_CODE.search(here.text, max(0, m.start() - 16), m.start()):
        return whole(m, pairs(m.group())) if len(m.group()) < 5 else None
    if told and (
        told[2] or (re.fullmatch("(?:19|20)[0-9]{2}", m.group()) and told[1])
    ):  # "the season ends in 2025"
        told = _ACCOUNT.search(here.text, max(0, m.start() - 60), m.start())
    return whole(m, digits(m.group())) if told else None


_CALLED = re.compile(r"\b(?:call|ring|phone|dial|contact|Samaritans|helpline)\w{0,3}\b", re.I)


def _free(m: re.Match[str], here: Here) -> Said | None:
    """ "116 123": Europe's numbers that cost nothing."""
    near = here.text[max(0, m.start() - 60) : m.start()]
    return whole(m, ", ".join(digits(g) for g in m.group().split())) if _CALLED.search(near) else None


_TEXT = re.compile(r"\b[Tt]ext(?:ing|ed|s)?\s(?:[\w“”\"‘’']+\s){0,3}to\s\Z")


def _texted(m: re.Match[str], here: Here) -> Said | None:
    """ "text HOME to 741-741"."""
    if not _TEXT.search(here.text, max(0, m.start() - 50), m.start()):
        return None
    return whole(m, ", ".join(digits(g) for g in m.group().split("-")))


_PHONED = re.compile(
    r"\b(?:[Tt]el(?:ephone)?|[Pp]hone|[Cc]all|[Ff]ax|[Cc]ell|[Mm]obile|[Oo]ffice|[Dd]ial)[.:]?\s(?:us\s|at\s){0,2}\Z"
)


def _dotted(m: re.Match[str], here: Here) -> Said | None:
    """ "Tel: 555.0123"."""
    told = _PHONED.search(here.text, max(0, m.start() - 20), m.start())
    return _phone(m, here) if told else None


_NUMBER_BEFORE = re.compile(r"\d{3}[-. ]\d{4}(?:/\d{2,4})?,?\s(?:x\.?\s?\d{1,5},?\s(?:or|and)\s)?\Z")


def _extension(m: re.Match[str], here: Here) -> Said | None:
    """ "555-0100 x5"."""
    told = _NUMBER_BEFORE.search(here.text, max(0, m.start() - 30), m.start())
    return whole(m, f"extension {digits(m['n'])}") if told else None


LETTERS = (Rule(r"x\.?\s?(?P<n>\d{1,5})(?!\w)", _extension),)
_MONTH_AND_DAY = r"\.(?:0[1-9]|1[0-2])\.(?:0[1-9]|[12]\d|3[01])(?!\d)"
""" "2024.03.18" is a day, "2024.3.1" a release."""
_PHONES = (
    r"(?:\+?\d{1,2}(?:-|(?=\(|\d{3}\D))|\+\d{1,2}\s|[01]\s)?\(?\d{3}\)?[\s.-]{1,2}\d{3}[\s.-]\d{4}(?:[\s-]\d{1,4})?(?![\w-])",
    r"(?:\+\d{1,3}\s?)?\(\d{2,5}\)[\s-]?\d{3,4}[\s-]?\d{3,4}(?!\w)",
    r"\+(?=(?:[\s()-]{0,2}\d){7})\d{1,3}(?:[\s-]?\(?\d{1,4}\)?){2,5}(?![\w-])",
    r"0\d{2,4}\s\d{3,4}\s\d{3,4}(?!\w)",
    r"0\d{3,4}\s\d{6}(?!\w)",
    r"0\d{2,3}-\d{3,4}-\d{4}(?![\w-])",
    r"00\d{1,3}(?:\s\d{2,5}){2,4}(?![\w-])",
    r"0800\s\d{4}(?!\w)",
    r"0\d{3}\s\d{2}\s\d{2}(?!\w)",
    r"118\s118(?!\w)",
    r"(?:800|888|877|866|855|844|833)-\d{3}-[A-Z]{4}(?![\w-])",
    r"\d{3}-(?=[A-Z-]{7,8}(?![\w-]))[A-Z]{3,7}(?:-[A-Z]{3,4})?",
    r"1-(?:800|888|877|866|855|844|833|900)-[A-Z0-9]{1,12}(?:-[A-Z0-9]{1,12}){0,5}",
    r"\d{3}-\d{2}-\d{4}(?![\w-])",
    r"\d{3}-\d{4}(?![\w-])",
    r"1\.\d{3}\.\d{3}\.\d{4}(?![\w-])",
    r"\d{3}/\d{3}-\d{4}(?![\w-])",
    r"\d{5}-\d{4}(?![\w-])",
    r"\d{2}-\d{7}(?![\w-])",
)
_ALL = Rule("|".join(_PHONES), _phone)
NAMED = (Rule(r"1-(?P<n>[89]00|888)-(?P<w>[A-Z][a-z]{2,15})(?P<com>\.com)?(?![\w-]|\.\w)", _named),)
DIGITS = (
    Rule(r"\d{1,3}(?:\.\d{1,3}){3}(?!\.{0,3}\w)", _address),
    _ALL,
    Rule(r"\d{3}\.\d{4}(?![\w-]|\.\d)", _dotted),
    Rule(  # a 1-900 number
        r"1-(?P<n>8(?:00|88|77|66|55|44|33)|900)(?=\s(?:phone\s)?(?:numbers?|lines?|hotlines?|calls?)\b)",
        lambda m, h: whole(
            m, f"one {cardinal(int(m['n'][0]))} hundred" if m["n"][1:] == "00" else digits("1" + m["n"])
        ),
    ),
    Rule(r"116\s\d{3}(?![\w-])", _free),
    Rule(r"\d{3}-\d{3}(?![\w-])", _texted),
    Rule(r"1800[12](?=\s0\d{3})", lambda m, h: whole(m, digits(m.group()))),  # for a text relay
    Rule(
        r"(?P<v>\d{1,4}(?:\.\d{1,4}){1,3})-(?P<tag>alpha|beta|rc|dev|pre|preview)[.-]?(?P<n>\d{1,3})?(?!\w)",
        _released,
    ),
    Rule(r"(?P<v>20[12]\d\.(?:0[1-9]|1[0-2]|[1-9]))(?![\w%-]|[.,]\d|\s?%)", _of_a_year),
    Rule(
        rf"(?P<v>20\d\d(?!{_MONTH_AND_DAY})(?:\.\d{{1,2}}){{2}})(?P<tag>(?!))?(?P<n>(?!))?(?![\w%-]|\.\d)",
        _released,
    ),
    Rule(
        r"(?P<v>\d{1,4}(?:\.\d{1,4}){2,3})(?P<tag>alpha|beta|dev|post|rc|[a-c])(?P<n>\d{1,3})?(?!\w|\.\d)"
        r"|(?P<v2>\d{1,2}\.\d{1,3})(?P<tag2>rc|[ab])(?P<n2>\d{1,2})(?!\w|\.\d)",
        _released,
    ),
    Rule(r"\d{1,3}(?:\.\d{1,3}){2}(?![\w%]|\.\d)", _version),
    Rule(r"\d{3,6}(?!\w|[.,]\d)", _ending),
)
SYMBOLS = (_ALL,)
