"""Signs, letters and codes before or behind a figure: whether they are a currency there, and whose."""

from __future__ import annotations

from listen.speech.english.money.currencies import SIGNS, Currency, by_sign
from listen.speech.rules import Here, words
from listen.speech.writing import patterns as re

_SOUTH_AFRICA = re.compile(
    r"\b(?:rand|ZAR|South Africa\w*|Cape Town|Johannesburg|Pretoria|Durban|Eskom|Soweto)\b|[₾₡₲₦₵]"
)
_CROWNS = (
    (re.compile(r"\b(?:Swed\w+|Stockholm|Gothenburg|Malmö|kronor|SEK)\b"), SIGNS["SKr"]),
    (re.compile(r"\b(?:Iceland\w*|Reykjavik|ISK)\b"), SIGNS["ISKr"]),
    (re.compile(r"\b(?:Norw\w+|Oslo|Bergen|NOK)\b"), SIGNS["NKr"]),
    (re.compile(r"\b(?:Danish|Denmark|Danes|Copenhagen|DKK)\b"), SIGNS["DKr"]),
)
"""Whose crowns "kr" are, by the country that the text names."""


_FAR = 10**6


def _nearest(country: re.Pattern[str], m: re.Match[str], here: Here) -> int:
    """Count the characters between a sum and the nearest name of a country, one before it rather than one
    behind.
    """
    behind = country.search(here.text, m.end(), m.end() + _REACH)
    if behind and _IN_PLACE.fullmatch(here.text, m.end(), behind.start()):
        return 0  # 50 kr in Malmö
    found = country.finditer(here.text, max(0, m.start() - _REACH), m.start())
    if before := [m.start() - at.end() for at in found]:
        return before[-1]
    return _REACH + behind.start() - m.end() if behind else _FAR


_REACH = 1000
_IN_PLACE = re.compile(r"\s(?:in|from)\s(?:\w+\s)?")


def currency_of(m: re.Match[str], here: Here) -> Currency:
    sign = m["sign"].strip().rstrip(".")
    if sign == "kr":
        told = [(_nearest(country, m, here), currency) for country, currency in _CROWNS]
        distance, currency = min(told, key=lambda pair: pair[0])
        if distance < _FAR:
            noun = currency.one.split(" ")[-1], currency.many.split(" ")[-1]
            return Currency(*noun, currency.cent, currency.cents)
    return by_sign(sign)


def is_money(m: re.Match[str], here: Here) -> bool:
    """Return whether a letter or a code before a figure is a currency there: not "R2", "PHP 8.1", "TRY 2"."""
    written, amount = m.group().lstrip("-−–"), m["a"]
    if written[2:4] == " $":
        before = here.before(m.start()).lower()
        if before in _THE_STATES or here.after(m.end()).lower() in _PAPER:
            return False
        return before not in ("a", "an") or (before == "an") == (_AN.match(amount) is not None)
    if written[0] == "R" and here.text[m.end() : m.end() + 1].isalpha():
        return False  # R1S
    if written.startswith("R") and written[1:2].isdecimal() and m["am"] in ("T", "S", "B", "K"):
        return _SOUTH_AFRICA.search(here.text) is not None  # Rivian R1T
    if written.startswith("R") and written[1:2].isdecimal():
        return bool(m["am"] or "," in amount or _SOUTH_AFRICA.search(here.text))
    if written[:3] == "AMD" and not ARMENIA.search(here.text):
        return False
    if written[:3] in _ALSO_LETTERS and written[3:4].isdecimal():
        return bool(m["am"] or "," in amount or amount[-3:-2] == ".")  # a PEN5
    if written.startswith("COP"):
        return bool(m["am"] or "," in amount or float(amount) >= 100)  # COP26
    if written.startswith(("PHP", "TRY", "MAD", "NPR", "SAR", "LAK")):
        return bool(
            m["am"]
            or "," in amount
            or (re.fullmatch(r"\d{2,}(?:\.\d\d)?", amount) and int(float(amount)) >= 20)
        )
    return True


_THE_STATES = frozenset(("the", "our"))
"""Before "US $5 billion" where the US is a country: "in the US $5 billion was spent"."""
_PAPER = words("bill bills note notes coin coins")
"""What is a country's: "US $20 bills"."""
_AN = re.compile(r"8|1[18](?!\d\d?(?:,|\Z))|1[18]\d{3}(?!\d)")
"""Sums that "an" stands before: "an AU $8 coffee", where the country is said behind."""
ARMENIA = re.compile(r"\b(?:Armenia\w{0,3}|Yerevan|drams?)\b")
_ALSO_NAMES = words("PHP AMD MAD GEL PEN SAR COP TRY ISK MNT RON LAK CAD")
"""Codes that are the name of something else before a noun: "10 PHP frameworks"."""
_NAMED_IN = re.compile(r"(?:19|20)\d\d\s[A-Z]{3}\s[A-Z][a-z]")

_OF_A_YEAR = re.compile(r"20(?:0[1-9]|[1-3]\d)\s[A-Z]{3}\s[a-z]{3}")
""" "The 2024 CAD software"."""


def is_noun(m: re.Match[str], here: Here) -> bool:
    """ "10 PHP frameworks", "a 2024 MAD Fellow": a code behind a figure that is no money there."""
    if m["code"] not in _ALSO_NAMES:
        return False
    if m["code"] == "AMD":
        return not ARMENIA.search(here.text)
    after = here.after(m.end())
    plural = after.endswith("s") and after.islower()
    plural = plural and m["code"] != "CAD"
    if _OF_A_YEAR.match(here.text, m.start()) and here.before(m.start()).lower() in ("a", "the", "this"):
        return True
    return plural or _NAMED_IN.match(here.text, m.start()) is not None


_ALSO_LETTERS = words("ISK ARS GEL PEN CLP MNT RON BDT")
"""Codes that are a maker's letters where a figure is written against them."""
