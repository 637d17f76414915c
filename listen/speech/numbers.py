"""Numbers in English words. Everything here takes digits or ints and returns plain words."""

from __future__ import annotations

from functools import lru_cache

from listen.speech.rules import table

_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALE = ["", "thousand", "million", "billion", "trillion", "quadrillion", "quintillion", "sextillion"]
_ORDINAL = table(
    """
    one=first | two=second | three=third | five=fifth | eight=eighth | nine=ninth | twelve=twelfth
    """
)
LARGEST = 10 ** (3 * len(_SCALE)) - 1
"""Beyond this a number is read digit by digit."""


def _below_hundred(n: int) -> str:
    if n < 20:
        return _SMALL[n]
    tens, unit = divmod(n, 10)
    return f"{_TENS[tens]}-{_SMALL[unit]}" if unit else _TENS[tens]


def _below_thousand(n: int, british: bool) -> str:
    hundreds, rest = divmod(n, 100)
    if not hundreds:
        return _below_hundred(rest)
    head = f"{_SMALL[hundreds]} hundred"
    if not rest:
        return head
    return f"{head} and {_below_hundred(rest)}" if british else f"{head} {_below_hundred(rest)}"


@lru_cache(maxsize=1024)
def cardinal(n: int, british: bool = True) -> str:
    """`1234` → "one thousand two hundred and thirty-four" (without "and" in American)."""
    if n < 0:
        return f"minus {cardinal(-n, british)}"
    if n > LARGEST:
        return digits(str(n))
    if n < 1000:
        return _below_thousand(n, british)
    parts = []
    groups = []
    while n:
        n, group = divmod(n, 1000)
        groups.append(group)
    for power in range(len(groups) - 1, -1, -1):
        group = groups[power]
        if group:
            words = _below_thousand(group, british)
            if power == 0 and british and group < 100:
                words = f"and {words}"
            parts.append(f"{words} {_SCALE[power]}" if power else words)
    return " ".join(parts)


def ordinal(n: int, british: bool = True) -> str:
    """`21` → "twenty-first"."""
    return to_ordinal(cardinal(n, british))


def to_ordinal(words: str) -> str:
    """The last word of a spelled-out cardinal as an ordinal: "twenty-one" → "twenty-first"."""
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    head, last = words[:cut], words[cut:]
    if last in _ORDINAL:
        return head + _ORDINAL[last]
    if last.endswith("y"):
        return f"{head}{last[:-1]}ieth"
    return f"{head}{last}th"


def plural(words: str) -> str:
    """The last word made plural: "twenty" → "twenties", "six" → "sixes"."""
    if words.endswith("y"):
        return f"{words[:-1]}ies"
    return f"{words}es" if words.endswith(("x", "s")) else f"{words}s"


def digits(text: str, zero: str = "zero") -> str:
    """Each digit by itself; other characters are left out."""
    values = (int(c) for c in text if c.isdecimal())
    return " ".join(_SMALL[value] if value else zero for value in values)


def year(n: int, british: bool = True) -> str:
    """A year: "nineteen oh five", "two thousand and eight", "twenty twenty-four"."""
    if not 1000 <= n <= 9999:
        return pairs(str(n)) if 100 < n < 1000 and n % 100 else cardinal(n, british)
    century, rest = divmod(n, 100)
    if century % 10 == 0 and rest < 10:
        return cardinal(n, british)
    if rest == 0:
        return f"{_below_hundred(century)} hundred"
    return f"{_below_hundred(century)} {f'oh {_SMALL[rest]}' if rest < 10 else _below_hundred(rest)}"


def decade(n: int, british: bool = True) -> str:
    """`1990` → "nineteen nineties", `1800` → "eighteen hundreds", `90` → "nineties"."""
    if n < 100:
        return plural(_below_hundred(n)) if n else "noughties" if british else "two thousands"
    return plural(year(n, british))


def pairs(text: str) -> str:
    """Return how numbers that are names are read: 747 → "seven forty-seven", 1428 → "fourteen twenty-eight",
    303 → "three oh three", 100 → "one hundred"."""
    if len(text) <= 2:
        return digits(text) if text[:1] == "0" else _below_hundred(int(text))
    if len(text) > 4 or text[0] == "0":
        return digits(text)
    head, rest = int(text[:-2]), int(text[-2:])
    if head % 10 == 0 and rest < 10:
        return cardinal(int(text), False)
    if rest == 0:
        return f"{_below_hundred(head)} hundred"
    return f"{_below_hundred(head)} {f'oh {_SMALL[rest]}' if rest < 10 else _below_hundred(rest)}"


def decimal(text: str, british: bool = True) -> str:
    """A number as written, thousands in commas, decimals after a point: "1,250.05", ".5", "-3", "004"."""
    text = text.replace(",", "")
    if text[:1] in "-−–":
        return f"minus {decimal(text[1:], british)}"
    whole, point, fraction = text.partition(".")
    if whole[:1] == "0" and len(whole) > 1:
        head = digits(whole)
    elif whole:
        head = cardinal(int(whole), british) if len(whole) < 25 else digits(whole)
    else:
        head = ""
    if not point:
        return head
    return f"{head} point {digits(fraction)}".strip() if fraction else head


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_NUMERALS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def roman(text: str) -> int:
    """The value of a well-formed Roman numeral in capitals, 0 for anything else."""
    if not text or any(c not in _ROMAN for c in text):
        return 0
    total = 0
    for c, after in zip(text, f"{text[1:]} ", strict=True):
        value = _ROMAN[c]
        total += -value if _ROMAN.get(after, 0) > value else value
    return total if _written(total) == text else 0


def _written(n: int) -> str:
    out = ""
    for value, numeral in _NUMERALS:
        count, n = divmod(n, value)
        out += numeral * count
    return out


_DENOMINATORS = {2: ("half", "halves"), 4: ("quarter", "quarters")}


def fraction(top: int, bottom: int, british: bool = True) -> str:
    """`3, 4` → "three quarters", `1, 2` → "one half"."""
    if bottom == 1:
        return f"{cardinal(top, british)} over one"
    if bottom in _DENOMINATORS:
        name = _DENOMINATORS[bottom][top != 1]
    else:
        name = ordinal(bottom, british) + ("" if top == 1 else "s")
    return f"{cardinal(top, british)} {name}"
