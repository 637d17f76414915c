"""Days, years, centuries and ordinals in Russian, Ukrainian and Polish, in the case asked for."""

from __future__ import annotations

from dataclasses import dataclass

from listen.speech.languages.further.slavic_counting import Numerals
from listen.speech.numbers import roman
from listen.speech.rules import Here, Rule, Said, whole
from listen.speech.writing import patterns as re

_WARES = frozenset(("Sputnik", "Спутник", "Супутник", "Windows", "Mac", "Model"))
"""Names behind which a letter is a letter: "Sputnik V"."""


@dataclass(frozen=True)
class Calendar:
    """Holds the words of a Slavic language's dates."""

    months: tuple[str, ...]
    """In the genitive."""
    year: dict[str, str]
    """Form of the ordinal → the word "year": "m", "gen", "loc"."""
    years: tuple[str, str]
    """"years" in the genitive and locative plural."""
    year_short: str
    """A pattern of "year" in short: "г"."""
    century: dict[str, str]
    century_short: str
    centuries: tuple[str, str]
    """"centuries" in the genitive and locative plural."""
    century_form: str
    """The gender of "century"."""
    within: frozenset[str]
    """Prepositions that ask for the locative: "в 2024 году"."""
    genitives: frozenset[str]
    suffixes: dict[str, str]
    """What is written behind a figure and a hyphen → the ordinal's form."""
    decades: str
    """A pattern of the suffix of decades: "1990-х"."""
    queens: frozenset[str]
    numbered: frozenset[str]
    """Words behind which a Roman numeral is a plain number: "chapter"."""
    to: str
    """Between two years."""


def slavic_rules(numerals: Numerals, words: Calendar) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    """Rules that begin with a letter, and with a figure."""
    months = "|".join(words.months)
    year_words = "|".join(sorted(sorted({*words.year.values()}), key=len, reverse=True))
    century_words = "|".join(sorted(sorted({*words.century.values()}), key=len, reverse=True))

    def asked(here: Here, at: int) -> str:
        before = here.before(at).lower()
        return "loc" if before in words.within else "gen"

    def year(n: int, form: str) -> str:
        return numerals.ordinal(n, form)

    def named(m: re.Match[str], here: Here) -> Said | None:
        """ "5 мая 2024 года"."""
        form = "n" if here.before(m.start()).lower() == "по" else "gen"  # "по третье июня"
        said = f"{numerals.ordinal(int(m['day']), form)} {m['month']}"
        if m["year"]:
            said += f" {year(int(m['year']), 'gen')}"
            if m["word"]:
                said += f" {words.year['gen']}"
        return whole(m, said)

    def first_day(m: re.Match[str], here: Here) -> Said | None:
        """ "с 1 по 3 июня": the first of two days."""
        if here.before(m.start()).lower() not in ("с", "со", "від", "з", "із", "от", "od"):
            return None
        return whole(m, numerals.ordinal(int(m["day"]), "gen"))

    def numeric(m: re.Match[str], here: Here) -> Said | None:
        month = words.months[int(m["m"]) - 1]
        day = numerals.ordinal(int(m["day"]), "gen")
        return whole(m, f"{day} {month} {year(int(m['year']), 'gen')} {words.year['gen']}")

    def alone(m: re.Match[str], here: Here) -> Said | None:
        """ "в 2024 году", "2024 г."."""
        written = m["word"]
        form = next((f for f, w in words.year.items() if w == written), "")
        if not form or (form == "gen" and words.year["gen"] == words.year["loc"]):
            form = asked(here, m.start())
        return whole(m, f"{year(int(m['year']), form)} {words.year[form]}")

    def decade(m: re.Match[str], here: Here) -> Said | None:
        n = int(m["n"])
        if n < 100 and n % 10:
            return None
        said = numerals.ordinal(n, "pl")
        if not m["word"]:
            return whole(m, said)
        loc = here.before(m.start()).lower() in words.within
        return whole(m, f"{said} {words.years[1 if loc else 0]}")

    def years(m: re.Match[str], here: Here) -> Said | None:
        """ "в 2001–2003 гг."."""
        loc = here.before(m.start()).lower() in words.within
        return whole(m, f"{m['a']} {words.to} {m['b']} {words.years[1 if loc else 0]}")

    def suffixed(m: re.Match[str], here: Here) -> Said | None:
        form, n = words.suffixes.get(m["end"]), int(m["n"])
        if m["end"] == "е" and n >= 20 and n % 10 == 0 and here.after(m.end()) in ("", "годы"):
            return whole(m, numerals.ordinal(n, "pl")[:-1] + "е")  # "1980-е", not "90-е место"
        return whole(m, numerals.ordinal(n, form)) if form else None

    def century(m: re.Match[str], here: Here) -> Said | None:
        """ "в XIX в.", "XX веке"."""
        n = roman(m["r"])
        if not n or n > 30:
            return None
        written = m["word"]
        form = next((f for f, w in words.century.items() if w == written), "")
        if not form or (form == "gen" and words.century["gen"] == words.century["loc"]):
            form = asked(here, m.start())
        gendered = words.century_form if form == "m" else form
        return whole(m, f"{numerals.ordinal(n, gendered)} {words.century[form]}")

    def centuries(m: re.Match[str], here: Here) -> Said | None:
        """ "XIX–XX вв."."""
        first, last = roman(m["q"]), roman(m["r"])
        if not first or not last or not first < last < 30:
            return None
        loc = here.before(m.start()).lower() in words.within
        both = " ".join(numerals.ordinal(n, "loc" if loc else "gen") for n in (first, last))
        return whole(m, f"{both} {words.centuries[1 if loc else 0]}")

    def monarch(m: re.Match[str], here: Here) -> Said | None:
        n, before = roman(m["r"]), here.before(m.start())
        if n and before.lower() in words.numbered:
            return whole(m, str(n))
        if before in _WARES:
            return None
        if not n or n > 30 or not before[:1].isupper() or not before[1:].islower():
            return None
        form = "f" if before in words.queens else "gen" if before[-1:] in "аяaу" else "m"
        return whole(m, numerals.ordinal(n, form))

    dotted = (
        r"(?P<day>3[01]|[12]\d|0?[1-9])(?P<sep>[.-])(?P<m>1[0-2]|0?[1-9])(?P=sep)"
        r"(?P<year>(?:1\d|20)\d\d)(?!\d)"
    )
    marked = rf"(?:\s?(?P<word>(?:{year_words})(?!\w)|{words.year_short}\.))"
    digits = (
        Rule(rf"{dotted}(?:\s?(?:{words.year_short})\.)?", numeric),
        Rule(rf"(?P<day>3[01]|[12]\d|[1-9])(?=\s(?:по|до|do)\s(?:3[01]|[12]\d|[1-9])\s(?:{months})(?!\w))",
             first_day),
        Rule(rf"(?P<day>3[01]|[12]\d|0?[1-9])\s(?P<month>{months})(?!\w)"
             rf"(?:\s(?P<year>(?:1\d|20)\d\d)(?!\d){marked}?)?", named),
        Rule(rf"(?P<year>1\d{{3}}|20\d\d){marked}", alone),
        Rule(rf"(?P<a>\d{{4}})\s?[-–—]\s?(?P<b>\d{{4}})\s?{words.year_short}{{2}}\.", years),
        Rule(rf"(?P<n>\d{{2}}|1\d{{3}}|20\d\d){words.decades}", decade),
        Rule(r"(?P<n>\d{1,4})[-‑](?P<end>[^\W\d_]{1,3})(?!\w)", suffixed),
    )  # fmt: skip
    letters = (
        Rule(
            rf"(?P<q>[IVX]{{1,7}})\s?[-–—]\s?(?P<r>[IVX]{{1,7}})\s?"
            rf"(?:(?:{'|'.join(words.centuries)})(?!\w)|(?:{words.century_short}){{1,2}}\.)",
            centuries,
        ),
        Rule(rf"(?P<r>[IVX]{{1,7}})\s?(?P<word>(?:{century_words})(?!\w)|{words.century_short}\.)", century),
        Rule(r"(?P<r>[IVX]+)(?![\w.'’-]\w|\w)", monarch),
    )
    return letters, digits
