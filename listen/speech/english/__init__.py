"""English, British and American: the rules in the order in which they are tried."""

from __future__ import annotations

from listen.speech.english import abbreviations, dates, letters, phones, postal, romans, symbols, times, web
from listen.speech.english.acronyms import MIXED
from listen.speech.english.quantities import figures, fractions, lengths, money, ranges, units
from listen.speech.english.references import games, identifiers, scripture, statutes

_BRACKETED, _ISOTOPES, _SIZES = (
    letters.BRACKETED,
    letters.ISOTOPES,
    letters.SIZES,
)  # the class has a `letters` of its own


class English:
    """The grammar that `reader.read` follows."""

    triggers = (
        abbreviations.TRIGGERS
        | dates.MONTH_WORDS
        | dates.WEEKDAY_WORDS
        | postal.TRIGGERS
        | romans.TRIGGERS
        | scripture.TRIGGERS
        | {
            "www",
            "https",
            "http",
            "file",
            "rs",
            "kr",
            "rp",
            "tk",
            "fr",
            "th",
            "sh",
            "ksh",
            "ush",
            "tsh",
            "noon",
            "midnight",
            "nasdaq",
            "cent",
        }
    )
    triggers |= {m.lower() for m in MIXED}
    letters = (
        *web.LETTERS,
        *identifiers.LETTERS,
        *phones.LETTERS,
        *letters.IONS,
        *letters.SIZES,
        *letters.SPEAKERS,
        *scripture.LETTERS,
        *games.LETTERS,
        *money.LETTERS,
        *postal.LETTERS,
        *dates.LETTERS,
        *abbreviations.LETTERS,
        *letters.AMP,
        *symbols.LETTERS,
        *units.LETTERS,
        *times.LETTERS,
        *figures.TIED,
        *letters.FORMULAS,
        *letters.BRACKETED[1:],
        *romans.LETTERS,
        *letters.CODES,
        *letters.CAPITALS,
    )
    digits = (
        *web.DIGITS,
        *identifiers.DIGITS,
        *scripture.DIGITS,
        *statutes.DIGITS,
        *games.DIGITS,
        *fractions.DIGITS[:3],
        *lengths.LENGTHS,
        *phones.DIGITS,
        *_ISOTOPES,
        *_SIZES,
        *_BRACKETED[:1],
        *symbols.DIGITS[:1],
        *dates.DIGITS,
        *times.DIGITS,
        *money.DIGITS,
        *figures.PERCENT,
        *postal.DIGITS,
        *units.DIGITS,
        *symbols.DIGITS[1:],
        *ranges.DIGITS[:3],
        *fractions.DIGITS[3:4],
        *figures.ORDINALS,
        *fractions.DIGITS[4:],
        *ranges.DIGITS[3:4],
        *figures.SCALED,
        *ranges.DIGITS[4:],
        *figures.PLAIN,
    )
    symbols = (
        *symbols.FIRST,
        *money.SYMBOLS,
        *statutes.SYMBOLS,
        *identifiers.SYMBOLS,
        *postal.SYMBOLS,
        *web.SYMBOLS,
        *phones.SYMBOLS,
        *dates.SYMBOLS,
        *figures.PERCENT,
        *units.SYMBOLS,
        *figures.SYMBOLS,
        *symbols.SYMBOLS,
    )


ENGLISH = English()
