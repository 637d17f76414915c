"""English, British and American: the rules in the order in which they are tried."""

from __future__ import annotations

from listen.speech.english import (
    dates,
    drawn,
    mathematics,
    ordinals,
    phones,
    postal,
    romans,
    symbols,
    times,
    web,
    week,
)
from listen.speech.english.capitals import chemistry, codes, inner, mixed, name_rows, partial, speakers
from listen.speech.english.capitals import letters as capitals
from listen.speech.english.capitals.acronyms import MIXED
from listen.speech.english.marks import (
    areas,
    arrows,
    between,
    bracketed,
    code_signs,
    elapsed,
    joined,
    parted_by_slash,
    proportions,
    rated,
    stamps,
)
from listen.speech.english.measures import (
    cooking,
    lengths,
    portions,
    rates,
    sides,
    trade_sizes,
    unit_headings,
    units,
)
from listen.speech.english.money import below_one, paired_sums, sign_alone
from listen.speech.english.money import sums as money
from listen.speech.english.quantities import amounts, figures, fractions, how_often, ranges
from listen.speech.english.references import (
    cards_and_notes,
    games,
    identifiers,
    labelled,
    military_standards,
    program_versions,
    scripture,
    statutes,
    two_years,
)
from listen.speech.english.short_forms import (
    abbreviations,
    eastern_sums,
    honorifics,
    numbered,
    placed,
    short_years,
    state_offices,
    state_towns,
    stated_in,
    streets,
    worded,
)
from listen.speech.english.typed import (
    dated_times,
    lowered_powers,
    plus_words,
    shown_formulas,
    tex,
    typed_dashes,
)


class English:
    """The grammar that `reader.read` follows."""

    triggers = (
        abbreviations.TRIGGERS
        | numbered.TRIGGERS
        | honorifics.TRIGGERS
        | streets.TRIGGERS
        | placed.TRIGGERS
        | dates.MONTH_WORDS
        | week.WORDS
        | postal.TRIGGERS
        | romans.TRIGGERS
        | scripture.TRIGGERS
        | statutes.TRIGGERS
        | drawn.TRIGGERS
        | worded.TRIGGERS
        | chemistry.TRIGGERS
        | games.TRIGGERS
        | cooking.TRIGGERS
        | labelled.TRIGGERS
        | short_years.TRIGGERS
        | {
            "www",
            "https",
            "http",
            "file",
            "rs",
            "kr",
            "kč",
            "zł",
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
            "il",
            "tl",
            "ce",
            "bce",
            "bc",
            "mkii",
            "mkiv",
        }
    )
    triggers |= {m.lower() for m in MIXED} | {key.lower() for key in codes.KEYS}
    letters = (
        *romans.PRONOUN,
        *labelled.LETTERS,
        *unit_headings.LETTERS,
        *parted_by_slash.LETTERS,
        *cooking.LETTERS,
        *short_years.LETTERS,
        *trade_sizes.LETTERS,
        *drawn.LETTERS,
        *bracketed.LETTERS,
        *code_signs.LETTERS,
        *honorifics.TIED,
        *web.LETTERS,
        *code_signs.MEMBERS,
        *codes.PRESSED,
        *codes.TYPES,
        *ranges.LETTERS,
        *name_rows.LETTERS,
        *stated_in.LETTERS,
        *military_standards.LETTERS,
        *program_versions.LETTERS,
        *identifiers.LETTERS,
        *phones.LETTERS,
        *chemistry.IONS,
        rates.CARBON,
        *codes.SIZES,
        *speakers.SPEAKERS,
        *scripture.LETTERS,
        *statutes.LETTERS,
        *games.LETTERS,
        *cards_and_notes.LETTERS,
        *sign_alone.LETTERS,
        *money.LETTERS,
        *state_towns.LETTERS,
        *state_offices.LETTERS,
        *postal.LETTERS,
        *between.joined(dates.LETTERS),
        *worded.LETTERS,
        *placed.LETTERS,
        *numbered.NUMBERS,
        *streets.LETTERS,
        *honorifics.LETTERS,
        *abbreviations.LETTERS,
        *joined.LETTERS,
        joined.GRADES,
        *capitals.AMP,
        *symbols.LETTERS,
        *areas.LETTERS,
        *mathematics.LETTERS,
        *units.LETTERS,
        *times.LETTERS,
        *figures.TIED,
        *ordinals.TIED,
        *codes.NAMED,
        *partial.LETTERS,
        *chemistry.FORMULAS,
        *codes.BRACKETED[1:],
        *romans.LETTERS,
        *codes.CODES,
        *inner.LETTERS,
        *capitals.CAPITALS,
        *mixed.MIXED_WORDS,
    )
    digits = (
        *code_signs.DIGITS,
        *web.DIGITS,
        *figures.NETWORKS,
        *program_versions.DIGITS,
        *elapsed.DIGITS,
        amounts.DECIMAL_COMMA,
        *dated_times.apart(stamps.DIGITS),
        *chemistry.PRIMES,
        *proportions.DIGITS,
        *rated.DIGITS,
        *identifiers.DIGITS,
        *scripture.DIGITS,
        *statutes.DIGITS,
        *labelled.DIGITS,
        *games.DIGITS,
        *cards_and_notes.DIGITS,
        *joined.DIGITS,
        *two_years.DIGITS,
        *parted_by_slash.DIGITS,
        *cooking.DIGITS,
        *below_one.DIGITS,
        *how_often.DIGITS,
        *short_years.DIGITS,
        *trade_sizes.DIGITS,
        *portions.DIGITS,
        *fractions.DIGITS[:7],
        *sides.SIDES,
        *lengths.LENGTHS,
        *phones.DIGITS,
        *chemistry.ISOTOPES,
        *codes.SIZES,
        *codes.TODDLERS,
        *codes.HASHES,
        *codes.BRACKETED[:1],
        *mathematics.DIGITS[:3],
        *between.joined(dates.DIGITS),
        *rates.PACES,
        *dated_times.apart(between.joined(times.DIGITS)),
        *lowered_powers.DIGITS,
        *eastern_sums.DIGITS,
        *money.DIGITS,
        *amounts.CONTINENTAL,
        *between.joined(figures.PERCENT),
        *streets.DIGITS,
        *postal.DIGITS,
        *between.joined(units.DIGITS),
        *mathematics.DIGITS[3:],
        *between.joined(ranges.DIGITS[:5]),
        *fractions.DIGITS[7:8],
        *ordinals.ORDINALS,
        *figures.ORDINALS,
        *fractions.DIGITS[8:],
        *ranges.DIGITS[5:6],
        *between.joined(figures.SCALED),
        *between.joined(ranges.DIGITS[6:]),
        *figures.PLAIN,
    )
    symbols = (
        *shown_formulas.SYMBOLS,
        *code_signs.PRODUCTS,
        *code_signs.SYMBOLS,
        *unit_headings.SYMBOLS,
        *labelled.SYMBOLS,
        *parted_by_slash.SYMBOLS,
        *below_one.SYMBOLS,
        *plus_words.SYMBOLS,
        *short_years.SYMBOLS,
        *trade_sizes.SYMBOLS,
        *symbols.FIRST,
        *stated_in.SYMBOLS,
        *code_signs.COLOURS,
        *tex.TEX,
        *bracketed.SYMBOLS,
        *cards_and_notes.SYMBOLS,
        *fractions.SYMBOLS,
        *paired_sums.SYMBOLS,
        *eastern_sums.SYMBOLS,
        *sign_alone.SYMBOLS,
        *between.joined(money.SYMBOLS),
        *statutes.SYMBOLS,
        *identifiers.SYMBOLS,
        *postal.SYMBOLS,
        *web.SYMBOLS,
        *phones.SYMBOLS,
        *dates.SYMBOLS,
        *between.joined(figures.PERCENT),
        *units.SYMBOLS,
        *figures.SYMBOLS,
        *mathematics.LOGIC,
        *areas.SYMBOLS,
        *arrows.SYMBOLS,
        *joined.SYMBOLS,
        *rated.SYMBOLS,
        *typed_dashes.SYMBOLS,
        *arrows.BOUNDS,
        *symbols.SYMBOLS,
    )


ENGLISH = English()
