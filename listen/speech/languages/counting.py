"""Whole numbers in German and French words."""

from __future__ import annotations

from collections.abc import Callable

from listen.speech.languages.counting_more import NO_NOUN
from listen.speech.rules import listed
from listen.speech.writing import patterns as re

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


_NOUN = re.compile(r"[ \u00a0-]?([^\W\d_]+(?:-[^\W\d_]+)*)")
_DOTS = frozenset(("Punkt", "Komma", "punto", "ponto", "point"))
"""Words between figures, which count nothing."""
_APART = re.compile(r"(?:Komma(?: \d)*|(?<!\D)\d{1,3} zu) \Z")
"""Before a "one" that counts nothing: a decimal, the second of a score."""
_LONGEST = 15
"""Figures of the longest number that has words: trillions, in the short scale."""


def worded(
    text: str,
    cardinal: Callable[[int], str],
    agree: Callable[[str, str], str] = lambda said, noun: said,
    following: str = "",
    of: str = "",
) -> str:
    """`text` with its figures in words; what is longer than fifteen figures stays for the engine.

    `agree` brings a number's words into the form that the noun after it wants; `following` is the word that
    stands behind `text`; `of` stands between whole millions and what is counted.
    """

    def words(m: re.Match[str]) -> str:
        n = m.group()
        if n[0] == "0" and 1 < len(n) < 7:
            return " ".join(cardinal(int(figure)) for figure in n)
        if (n[0] == "0" and len(n) > 1) or len(n) > _LONGEST:
            return n
        noun = _NOUN.match(text, m.end())
        counted = noun.group(1) if noun else following if m.end() == len(text) else ""
        if noun and counted == "mil" and noun.end() == len(text) and following:
            counted = following  # "31 mil mulheres"
        if noun and counted in _DOTS and text[noun.end() : noun.end() + 2].strip().isdecimal():
            counted = ""  # "10 Punkt 12"
        if n == "1" and _APART.search(text, 0, m.start()):
            counted = ""  # "fünf Komma eins Millionen", "null zu eins"
        said = agree(cardinal(int(n)), counted)
        return f"{said} {_of(of, counted)}" if of and _whole_millions(int(n), counted) else said

    said = _FIGURES.sub(words, text)
    return said.replace("n' ", "n'").replace("d' ", "d'") if "' " in said else said


def _whole_millions(n: int, counted: str) -> bool:
    """Return whether a number counts its noun by "of": "tres millones de euros"."""
    return (
        n > 0
        and n % 10**6 == 0
        and len(counted) > 1
        and counted.isalpha()
        and counted.islower()
        and counted not in NO_NOUN
    )


def _of(of: str, counted: str) -> str:
    return "de" if of == "d'" and counted[0] not in "aeiouyàâéèêëîïôûh" else of


def german(n: int) -> str:
    """486 → "vierhundert sechsundachtzig": parted where a speaker stresses anew. Below a quadrillion."""
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
    size, one, many = next(
        row
        for row in (
            (10**12, "eine Billion", "Billionen"),
            (10**9, "eine Milliarde", "Milliarden"),
            (10**6, "eine Million", "Millionen"),
        )
        if n >= row[0]
    )
    return _join(one if n < 2 * size else f"{german(n // size)} {many}", n % size, german)


def french(n: int) -> str:
    """89 → "quatre-vingt-neuf". Below a quadrillion."""
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
    size, name = next(
        (size, name)
        for size, name in ((10**12, "billion"), (10**9, "milliard"), (10**6, "million"))
        if n >= size
    )
    head = f"un {name}" if n < 2 * size else f"{french(n // size)} {name}s"
    return _join(head, n % size, french)


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


_FRENCH_ORDINALS = listed(
    """
    zéroième premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième
    onzième douzième treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième
    vingtième vingt-et-unième vingt-deuxième vingt-troisième vingt-quatrième vingt-cinquième
    vingt-sixième vingt-septième vingt-huitième vingt-neuvième trentième trente-et-unième
    """
)


def french_ordinal(number: str, mark: str, before: str) -> str:
    """ "1re" → "première", "21e" → "vingt-et-unième"; without a mark the figures stay: Louis XIV."""
    n = int(number)
    if not mark:  # Louis XIV is "quatorze"
        return number
    if mark.endswith("s"):
        return f"{french_ordinal(number, mark[:-1], before)}s"
    if n == 1:
        return "première" if mark.startswith(("r", "è")) and "re" in mark else "premier"
    if mark in ("nd", "nde", "d", "de"):
        said = "seconde" if mark.endswith("e") else "second"
        return said if n == 2 or mark.startswith("n") else ""
    return _FRENCH_ORDINALS[n] if n <= 31 else _french_ending(french(n))


def _french_ending(said: str) -> str:
    """ "cent" → "centième", "quatre-vingts" → "quatre-vingtième"."""
    if said.endswith(("cents", "vingts")):
        said = said[:-1]
    if said.endswith("cinq"):
        return said + "uième"
    if said.endswith("neuf"):
        return said[:-1] + "vième"
    return (said[:-1] if said.endswith("e") else said) + "ième"
