"""Any other language: words and figures go to the engine as they stand, it knows its numbers best."""

from __future__ import annotations

import unicodedata

from listen.speech.reader import LETTERS
from listen.speech.rules import Here, Rule, Said, whole
from listen.speech.writing import patterns as re


def _as_written(m: re.Match[str], here: Here) -> Said | None:
    return whole(m, m.group().strip())


_NUMBER = r"\d++(?:[.,:/\u066b\u066c]\d++)*+"
_MONEY = "€$£¥₹₽₴₺₩₪₫₱₦₸₼₾"
_FIGURE = rf"{_NUMBER}(?:\s?[%٪‰°{_MONEY}])?(?:{LETTERS}|{_NUMBER})*(?:['’]{LETTERS})?"


class Plain:
    """No rules but: a figure keeps its sign, its separators and its unit's sign, among letters too."""

    triggers: frozenset[str] = frozenset()
    letters = (Rule(rf"(?:{LETTERS}|{_NUMBER})+(?:[.'’@_-](?:{LETTERS}|{_NUMBER})+)*", _as_written),)
    digits = (
        Rule(_FIGURE, _as_written),
        Rule(r"[²³¹⁰-₉]+", lambda m, here: whole(m, unicodedata.normalize("NFKC", m.group()))),
    )
    symbols = (
        Rule(rf"(?<!\w)[{_MONEY}−-]{_FIGURE}", _as_written),
        Rule(rf"[%٪‰°&+=@#§©{_MONEY}]", _as_written),
    )


PLAIN = Plain()
