"""Sums in the large numbers of East Asia: "¥12億", "3万円"."""

from __future__ import annotations

from listen.speech.english.quantities.amounts import number
from listen.speech.numbers import cardinal
from listen.speech.rules import Here, Rule, Said, whole
from listen.speech.writing import patterns as re

_EAST = {"万": 10**4, "萬": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12}
"""The tens of thousands and hundreds of millions in which sums are told in East Asia."""


def _eastern(m: re.Match[str], here: Here) -> Said | None:
    """ "¥12億", "3万円"."""
    if not (m["sign"] or m["unit"]):
        return None
    total = round(float(m["a"].replace(",", "")) * _EAST[m["am"]])
    name = "yuan" if m["unit"] == "元" or m["am"] == "亿" else "yen"
    for scale, word in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if total >= scale:
            return whole(
                m, f"{number(f'{total / scale:.6f}'.rstrip('0').rstrip('.'), here.british)} {word} {name}"
            )
    return whole(m, f"{cardinal(total, here.british)} {name}")


_SUM = Rule(
    r"(?P<sign>[¥￥])?\s?(?P<a>\d{1,4}(?:,\d{3})?(?:\.\d{1,3})?)(?P<am>[万萬億亿兆])(?P<unit>[円元])?(?!\w)",
    _eastern,
)
DIGITS = (_SUM,)
SYMBOLS = (_SUM,)
