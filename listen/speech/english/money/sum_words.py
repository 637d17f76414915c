"""The words of one sum: "five dollars", "three pounds fifty", "ninety-nine cents"."""

from __future__ import annotations

from listen.speech.english.money.currencies import Currency
from listen.speech.english.quantities.amounts import magnitude, number
from listen.speech.numbers import cardinal, digits


def sum_words(names: Currency, amount: str, scale: str | None, british: bool, single: bool) -> str:
    """Return one sum: whole and hundredths where it is written so, else the figure and the currency."""
    one, many, cent, cents = names
    if not cent and not scale:
        return f"{number(amount, british)} {one if amount == '1' or single else many}"
    if scale:
        return f"{number(amount, british)} {magnitude(scale)} {one if single else many}"
    whole_part, point, rest = amount.replace(",", "").partition(".")
    rest = rest.rstrip("0")
    if point and len(rest) > 2:
        return f"{number(amount.replace(',', ''), british)} {one if single else many}"
    if len(whole_part) > 24:
        return f"{digits(whole_part)} {many}"
    if not rest:
        n = int(whole_part or 0)
        return f"{cardinal(n, british)} {one if single or n == 1 else many}"
    minor = int(rest.ljust(2, "0"))
    n = int(whole_part or 0)
    apiece = minor == 1 or (single and n == 0 and cent != "penny")  # a $0.05 per-share dividend
    small = f"{cardinal(minor, british)} {cent if apiece else cents}"
    if n == 0:
        return small
    if single and n < 100:  # a $6.99 chicken
        shown = f"oh {cardinal(minor)}" if minor < 10 else cardinal(minor)
        return f"{cardinal(n)} {shown}" if one.endswith("dollar") else f"{cardinal(n)} {one} {shown}"
    if single:
        said = f"{cardinal(n, british)} {one} {cardinal(minor, british)}"
        return said if cent == "penny" else f"{said} {cent}"
    large = f"{cardinal(n, british)} {one if n == 1 else many}"
    if british and one == "pound" and minor >= 10:
        return f"{large} {cardinal(minor, british)}"
    return f"{large} {small}" if n < 1000 or not british else f"{large} and {small}"
