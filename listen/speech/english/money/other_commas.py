"""Sums as other countries write them: "Rs 3.5 Cr", "€1.234,56", "R$ 5,50", "CHF 1'500"."""

from __future__ import annotations

from listen.speech.english.money.currencies import CODES, SIGNS, by_sign
from listen.speech.english.money.sum_words import sum_words
from listen.speech.english.quantities.amounts import AMOUNT, MAGNITUDE, attributive, number
from listen.speech.rules import Here, Rule, Said, whole
from listen.speech.writing import patterns as re


def _lakhs(m: re.Match[str], here: Here) -> Said | None:
    """ "₹62L", "Rs 3.5 Cr": hundred thousands and ten millions of rupees."""
    scale = "lakh" if m["am"][0] in "Ll" else "crore"
    single = attributive(here, m.start(), m.end())
    return whole(m, f"{number(m['a'], here.british)} {scale} {'rupee' if single else 'rupees'}")


def _continental(m: re.Match[str], here: Here) -> Said | None:
    """ "€1.234,56", "€1,5 Mio.": points between the thousands, a comma before cents and tenths."""
    if m["b"] and m["sign"] in ("$", "£") and not m["am"]:
        return None  # $1,2 and 3
    amount = f"{m['b']}.{m['c']}" if m["b"] else m["a"].replace(".", "") + (f".{m['d']}" if m["d"] else "")
    single = attributive(here, m.start(), m.end())
    return whole(m, sum_words(by_sign(m["sign"] or "€"), amount, m["am"], here.british, single))


def _reais(m: re.Match[str], here: Here) -> Said | None:
    """ "R$ 5,50": the comma of Brazil."""
    amount = f"{m['a'].replace('.', '')}.{m['d']}"
    return whole(m, sum_words(SIGNS["R$"], amount, None, here.british, attributive(here, m.start(), m.end())))


_SWISS = r"(?P<a>\d{1,3}(?:['’]\d{3}){1,4}(?:\.\d\d)?)(?![\w'’]|\.\d)"


def _swiss(m: re.Match[str], here: Here) -> Said | None:
    """ "CHF 1'500.50", "1'500 people": thousands apart by an apostrophe."""
    amount = re.sub("['’]", "", m["a"])
    if m["code"]:
        return whole(
            m, sum_words(CODES[m["code"]], amount, None, here.british, attributive(here, m.start(), m.end()))
        )
    return whole(m, number(amount, here.british))


RUPEES = Rule(
    rf"(?:₹|Rs\.?)\s?(?P<a>{AMOUNT})\s?(?P<am>L|Lakhs?|lakhs|Cr|cr|Crores?|crores)(?!\w)\.?", _lakhs
)
REAIS = Rule(r"R\$\s?(?P<a>\d{1,3}(?:\.\d{3}){0,4})(?:,(?P<d>\d\d))(?![\d,.]\d|\d)", _reais)
EUROS = Rule(
    r"(?:(?P<sign>€)|EUR)\s?(?:(?P<a>\d{1,3}(?:\.\d{3}){1,4})(?:,(?P<d>\d\d))?"
    rf"|(?P<b>\d{{1,3}}),(?P<c>\d)(?P<am>{MAGNITUDE}|\s?M(?:io|rd)(?!\w))?(?:(?<=io|rd)\.(?=\s[a-z]))?)(?![\d,.]\d|\d)",
    _continental,
)
COMMA = Rule(
    rf"(?P<sign>[$£])(?:(?P<a>\d{{1,3}}),(?P<d>\d\d)|(?P<b>\d{{1,3}}),(?P<c>\d)(?=\s?\w))(?P<am>{MAGNITUDE})?(?![\d,.]\d|\d)",
    _continental,
)
""" "$3,50", "$1,2 billion": the continent's comma before dollars too."""
FRANCS = Rule(rf"(?P<minus>(?!))?(?P<code>CHF)\s?{_SWISS}", _swiss)
APOSTROPHES = Rule(rf"(?P<minus>(?!))?{_SWISS}(?:\s?(?P<code>CHF)(?!\w))?", _swiss)
