"""A sign of money without a sum, at a table's head or behind "in": "Cost (S$)", "paid in A$", "Total (€)"."""

from __future__ import annotations

from listen.speech.english.money.currencies import by_sign
from listen.speech.rules import Here, Rule, Said, silent, whole
from listen.speech.writing import patterns as re

_HEAD = re.compile(r"\b[A-Z][a-z]{2,12}\s\(\Z")
"""Before a sign in brackets: what is told in that money."""


def _alone(m: re.Match[str], here: Here) -> Said | None:
    """ "Low range (S$)": the money by its name."""
    return whole(m, by_sign(m["sign"]).many)


def _headed(m: re.Match[str], here: Here) -> Said | None:
    """ "Total ($)", but "a ($) for a low price"."""
    head = _HEAD.search(here.text, max(0, m.start() - 15), m.start())
    return whole(m, by_sign(m["sign"]).many) if head else None


LETTERS = (Rule(r"(?P<sign>(?:US|AU?|CA?|NZ|HK|S)\$)(?=\)|\s?[|,;.](?!\d)|\s[a-z]|\Z)", _alone),)
_TYPED = (
    "cd|git|hg|ls|pip3?|npm|npx|yarn|sudo|python3?|curl|wget|mkdir|apt(?:-get)?|docker|ssh|grep|chmod|kubectl"
)
_TYPED_FIRST = (
    f"{_TYPED}|ruby|perl|cat|echo|make|cmake|export|brew|node|cargo|scp|cp|mv|rm|tar|vim?|nano|ping|ps|kill|man|bash|sh|source"
    "|uv|conda|go|gcc|java|mvn|tail|head|pnpm"
)
"""Commands: the sign before them is a machine's, where they are typed."""
SYMBOLS = (
    Rule(rf"\$(?:(?<=\A\$)|(?<=\n\$))(?=\s(?:{_TYPED_FIRST})(?![\w'’]))", silent),
    Rule(rf"\$(?<=[\w/\"')\]]\s\$)(?=\s(?:(?:{_TYPED})\s[\w./~\"'“-]|echo\s[$./~\"'“-]))", silent),
    Rule(r"\$(?<=\A\[.)(?=\]\s[A-Z])", silent),  # for subscribers
    Rule(r"(?P<sign>[$£€¥₹])(?<=\(.)(?=\))", _headed),
)
