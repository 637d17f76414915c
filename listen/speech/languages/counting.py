"""Whole numbers in German and French words."""

from __future__ import annotations

import re
from collections.abc import Callable

from listen.speech.rules import listed

_GERMAN = listed(
    """
    null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn
    sechzehn siebzehn achtzehn neunzehn
    """
)
_GERMAN_TENS = listed("null zehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
_FRENCH = listed(
    """
    zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize
    dix-sept dix-huit dix-neuf
    """
)
_FRENCH_TENS = listed("zéro dix vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt")
_FIGURES = re.compile(r"(?<![^\W_])\d+(?![^\W_])")


_NOUN = re.compile(r"[ \u00a0-]?([^\W\d_]+)")


def worded(
    text: str,
    cardinal: Callable[[int], str],
    agree: Callable[[str, str], str] = lambda said, noun: said,
    following: str = "",
) -> str:
    """`text` with its figures in words; what is longer than nine figures stays for the engine.

    `agree` brings a number's words into the form that the noun after it wants; `following` is the word that
    stands behind `text`.
    """

    def words(m: re.Match[str]) -> str:
        n = m.group()
        if n[0] == "0" and 1 < len(n) < 4:
            return " ".join(cardinal(int(figure)) for figure in n)
        if (n[0] == "0" and len(n) > 1) or len(n) > 9:
            return n
        noun = _NOUN.match(text, m.end())
        counted = noun.group(1) if noun else following if m.end() == len(text) else ""
        if noun and counted == "mil" and noun.end() == len(text) and following:
            counted = following  # "31 mil mulheres"
        if text.endswith("Komma ", 0, m.start()):
            counted = ""  # "fünf Komma eins Millionen"
        return agree(cardinal(int(n)), counted)

    return _FIGURES.sub(words, text)


def german(n: int) -> str:
    """486 → "vierhundert sechsundachtzig": parted where a speaker stresses anew. 0 to 999,999,999."""
    if n < 20:
        return _GERMAN[n]
    if n < 100:
        tens, unit = divmod(n, 10)
        one = "ein" if unit == 1 else _GERMAN[unit]
        return f"{one}und{_GERMAN_TENS[tens]}" if unit else _GERMAN_TENS[tens]
    if n < 1000:
        return _join(f"{'' if n < 200 else _GERMAN[n // 100]}hundert", n % 100, german)
    if n < 10**6:
        thousands = n // 1000
        head = "" if thousands == 1 else german(thousands)
        if thousands % 100 == 1:
            head = head.removesuffix("s")  # hundert eintausend
        return _join(f"{head}tausend", n % 1000, german)
    millions = n // 10**6
    head = "eine Million" if millions == 1 else f"{german(millions)} Millionen"
    return _join(head, n % 10**6, german)


def french(n: int) -> str:
    """89 → "quatre-vingt-neuf". 0 to 999,999,999."""
    if n < 20:
        return _FRENCH[n]
    if n < 100:
        return _french_tens(n)
    if n < 1000:
        hundreds, rest = divmod(n, 100)
        head = "cent" if hundreds == 1 else f"{_FRENCH[hundreds]} cent{'' if rest else 's'}"
        return _join(head, rest, french)
    if n < 10**6:
        thousands = n // 1000
        head = "mille" if thousands == 1 else f"{_invariable(french(thousands))} mille"
        return _join(head, n % 1000, french)
    millions = n // 10**6
    head = "un million" if millions == 1 else f"{french(millions)} millions"
    return _join(head, n % 10**6, french)


def _join(head: str, rest: int, cardinal: Callable[[int], str]) -> str:
    return f"{head} {cardinal(rest)}" if rest else head


def _invariable(words: str) -> str:
    """Before "mille", "cents" and "vingts" lose their s."""
    return re.sub(r"(cent|vingt)s\Z", r"\1", words)


def _french_tens(n: int) -> str:
    tens, unit = divmod(n, 10)
    if tens in (7, 9):
        unit += 10
    if not unit:
        return "quatre-vingts" if tens == 8 else _FRENCH_TENS[tens]
    if unit in (1, 11) and tens < 8:
        return f"{_FRENCH_TENS[tens]} et {_FRENCH[unit]}"
    return f"{_FRENCH_TENS[tens]}-{_FRENCH[unit]}"
