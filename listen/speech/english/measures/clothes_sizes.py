"""Sizes of clothes: "2XS-4XL", "sizes S-L", "2T-5T", "14W-24W"."""

from __future__ import annotations

from listen.speech.numbers import cardinal, digits
from listen.speech.rules import Here, Rule, Said, whole
from listen.speech.writing import patterns as re

_SIZE = r"(?:\d?X{1,3}[SL]|\d{1,2}X|[SML])"
_SIZED = re.compile(r"\d+|\D")
_SIZED_NEXT = re.compile(r"\s(?:[Ss]izes?|[Ss]izing|range)\b")
_SIZED_BEFORE = re.compile(
    r"\b(?:[Ss]izes?|SIZES?|[Ss]izing)(?:\s(?:are|is|from|run|range|of|in|come|available)){0,3}:?\s\Z"
)


def _sizes(m: re.Match[str], here: Here) -> Said | None:
    """ "2XS-4XL", "sizes S-L"."""
    if "X" not in m.group() and not (
        _SIZED_NEXT.match(here.text, m.end())
        or _SIZED_BEFORE.search(here.text, max(0, m.start() - 30), m.start())
    ):
        return None
    a, b = (" ".join(cardinal(int(c)) if c.isdecimal() else c for c in _SIZED.findall(m[g])) for g in "ab")
    return whole(m, f"{a} to {b}")


def _toddlers(m: re.Match[str], here: Here) -> Said | None:
    """ "2T-5T", "2T-16": clothes of small children, and of larger ones."""
    upper = f"{cardinal(int(m['b']))}{' T' if m['t'] else ''}"
    return whole(m, f"{cardinal(int(m['a']))} T to {upper}")


_CLOTHES = re.compile(
    r"\b(?:[Ss]iz(?:es?|ing)|[Ww]omen|[Mm]en|[Kk]ids|[Pp]etite|[Pp]lus|[Mm]isses|[Tt]all)\b"
)


def _lettered_sizes(m: re.Match[str], here: Here) -> Said | None:
    """ "Sizes: 0-20P", "14W-24W": clothes, no watts."""
    if not _CLOTHES.search(here.text, max(0, m.start() - 50), m.start()):
        return None
    a, b = (digits(m[g]) if m[g][0] == "0" else cardinal(int(m[g])) for g in "ab")
    return whole(m, f"{a}{' ' + m['x'] if m['x'] else ''} to {b} {m['y']}")


LETTERS = (Rule(rf"(?P<a>{_SIZE})\s?[-–]\s?(?P<b>{_SIZE})(?![\w-])", _sizes),)
DIGITS = (
    *LETTERS,
    Rule(r"(?P<a>\d{1,2})(?P<x>[PWTY])?\s?[-–]\s?(?P<b>\d{1,2})(?P<y>[PWTY])(?![\w-])", _lettered_sizes),
    Rule(r"(?P<a>[2-6])T\s?[-–]\s?(?P<b>\d{1,2})(?P<t>T)?(?![\w-])", _toddlers),
)
