"""One value holds what differs between the six European languages, for the rules of `european.py`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from listen.speech.languages.signs.marks import Marks
from listen.speech.languages.signs.net_addresses import AddressWords
from listen.speech.rules import Here
from listen.speech.writing import patterns as re


@dataclass(frozen=True)
class Language:
    """Holds what differs from one language to the next."""

    percent: str
    comma: str
    """How the decimal sign is said."""
    minus: str
    months: tuple[str, ...]
    short_months: str
    """A pattern for abbreviated months, the full stop left out."""
    currencies: dict[str, tuple[str, str, str]]
    """Sign: one, many, hundredth."""
    magnitudes: dict[str, str]
    units: dict[str, str]
    abbreviations: dict[str, str]
    over: str
    """Between two units: "litres par mètre carré"."""
    to: str
    """Between the ends of a range."""
    clock: str
    """`{h}` and `{m}` in the order said."""
    hour: str
    """A full hour."""
    times: tuple[str, ...]
    """Patterns of a time of day with groups h and m, and what marks it as one."""
    date: str = "{day} {month}"
    """How day and month follow each other when the writing has them so."""
    of: str = ""
    """A pattern for what may stand between day, month and year: Spanish "de"."""
    year_of: str = " "
    year: Callable[[int], str] = str
    counts: Callable[[str, str], bool] = field(default=lambda before, after: False)
    """(word before, word after) → whether a number like a year counts: Dutch "1250 mensen"."""
    spell_decimals: bool = False
    """Whether decimals are said digit by digit."""
    scaled_of: str = " "
    """Between "millions" and a noun: Spanish "de"."""
    ordinal: Callable[[str, str, str], str] = field(default=lambda number, mark, before: "")
    """(figures, ending written, word before) → words, "" if it is none."""
    ordinal_mark: str = r"(?!)"
    day: Callable[[int, str], str] = field(default=lambda day, before: str(day))
    """(day, word before) → how the day of the month is said."""
    day_mark: str = ""
    """A pattern for what may follow the figures of a day: German "."."""
    ordinal_numerals: bool = False
    """Whether Roman numerals of monarchs are read as ordinals by `ordinal`."""
    numeral_mark: str = ""
    """What belongs to a monarch's numeral: German "."."""
    centuries: frozenset[str] = frozenset()
    """Words before which a Roman numeral is an ordinal."""
    acronyms: frozenset[str] = frozenset()
    """Two or three capitals that are said as a word."""
    pronounced: Callable[[str], bool] = field(default=lambda capitals: True)
    """Whether four or five capitals with a vowel make a word: Spanish "PSOE", not "IRPF"."""
    emphasised: frozenset[str] = frozenset()
    """Short words that are no acronym when they stand in capitals: "das ist NICHT DAS Ziel"."""
    single: Callable[[str], bool] = field(default=lambda amount: amount == "1")
    cardinal: Callable[[int], str] = str
    """Says whole numbers in words."""
    agree: Callable[[str, str], str] = field(default=lambda said, noun: said)
    """(a number's words, the noun after it) → the words in the form that the noun wants."""
    counted_in: Callable[[str, str], str] = field(default=lambda many, before: many)
    """(a unit's name, the word before the number) → the name in the case asked for."""
    linked: Callable[[str, str], str] = field(default=lambda said, noun: said)
    """The same where another number stands between: Spanish "una o dos horas", "uno o dos días"."""
    governed: Callable[[str, str, str, str, str], str] = field(
        default=lambda said, noun, before, behind, earlier: said
    )
    """(a number's words, the noun after, the word before, the text behind and before) → in its case."""
    labels: frozenset[str] = frozenset()
    """Words behind which a number is a rank and loses the s of its plural: French "page deux cent"."""
    capital_nouns: bool = False
    """Every noun begins with a capital, so a small word is none: "Kind 1 voller Mut"."""
    compounds: bool = False
    """Whether `agree` is given all parts of a noun with hyphens, to choose the one that has its gender."""
    elides: frozenset[str] = frozenset()
    """Words that lose their vowel before "one" of something: French "de"."""
    monarch: Callable[[int, bool, str], str] | None = None
    """(numeral, a woman's, the text before) → an ordinal in the case that the name stands in: German."""
    say_time: Callable[[int, int | None, str], str] | None = None
    """(hour, minute, what was written) → the time of day, where `clock` and `hour` do not do."""
    numbered: frozenset[str] = frozenset()
    """Words behind which a Roman numeral is a cardinal: "chapter", "volume"."""
    articles: frozenset[str] = frozenset()
    """Words before which a Roman numeral, with a name after it, is an ordinal: "der II. Weltkrieg"."""
    placed: frozenset[str] = frozenset()
    """Words behind which "2°" is a place in a contest, before one of `placed_by`: Italian "è 2° con"."""
    placed_by: frozenset[str] = frozenset()
    warm: str = r"(?!)"
    """A pattern behind "21º" where it is no rank: Spanish "a la sombra"."""
    ranks: frozenset[str] = frozenset()
    """Words behind "2°" that are counted, not warmed: "2° posto"."""
    article_mark: str = "º"
    """How `ordinal` is asked for it."""
    before: Callable[[Here, int], str] = field(default=lambda here, at: here.before(at).lower())
    """The word before a place, as `ordinal` and `day` need it."""
    singular: Callable[[str], str] = field(default=lambda many: many)
    """Units or "millions" → one of them."""
    until: str = r"(?!)"
    """A pattern behind the second of two times of day: "9.00–17.00 Uhr"."""
    to_hour: str = ""
    """Between two times that are each written with an h: "9h-18h"."""
    queens: frozenset[str] = frozenset()
    """Names of women who reigned: their numeral is feminine, by `ordinal` with the mark "ª"."""
    feminine: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    """Articles of feminine nouns, and such nouns behind a Roman numeral: "la II guerra mondiale"."""
    held: frozenset[str] = frozenset()
    """Nouns of what is held again and again, whose Roman numeral is a rank: Spanish "XV congreso"."""
    lone_is_word: str = ""
    """A numeral of one letter that is also a word at a sentence's start: Italian "I"."""
    verbs: dict[str, str] = field(default_factory=dict)
    """Unit that is also a verb → a pattern of what stands behind the verb: Spanish "en 2020 ha subido"."""
    own: tuple[tuple[str, Callable[[re.Match[str], Here], str]], ...] = ()
    """(pattern of what begins with a figure in this language alone, what it says: "" if it is not that)."""
    own_letters: tuple[tuple[str, Callable[[re.Match[str], Here], str]], ...] = ()
    """The same of what begins with a letter."""
    own_symbols: tuple[tuple[str, Callable[[re.Match[str], Here], str]], ...] = ()
    """The same of what begins with a sign."""
    own_triggers: frozenset[str] = frozenset()
    """Small words that `own_letters` looks at."""
    compass: dict[str, str] = field(default_factory=dict)
    """"N" → north, in "45°30' N"."""
    many: dict[str, str] = field(default_factory=dict)
    """Short form → its plural, behind what counts several: French "les p. 3 et 4", "2 vol."."""
    many_before: str = r"(?!)"
    """A pattern of what stands before several."""
    ranked: Callable[[str, str], str] = field(default=lambda said, noun: said)
    """(an ordinal, the noun behind it) → in the form that the noun wants: Spanish "tercer puesto"."""
    first_marked: str = ""
    """The first of a month where it is written with a mark: Spanish "1.º de mayo"."""
    saints: Callable[[str], str] = field(default=lambda name: "")
    """A saint's name → "San", "Sant'" or "Santa" for the "S." before it, "" if it is none."""
    weekdays: dict[str, str] = field(default_factory=dict)
    """Short form as it is written → the day's name."""
    until_day: dict[str, str] = field(default_factory=dict)
    """"To" between two of them as it is written → said."""
    lasted: tuple[str, str, str] = ("", "", "")
    """Hours, minutes and seconds: "2:05:30"."""
    endings: dict[str, str] = field(default_factory=dict)
    """Ends of compounds in short: "Hauptstr."."""
    per: dict[str, str] = field(default_factory=dict)
    """What stands behind a sum and a stroke → how it is said: "/kg", "/mois"."""
    addresses: AddressWords = field(default_factory=AddressWords)
    before_figures: frozenset[str] = frozenset()
    """Short forms that are said only before a figure or a Roman numeral: French "t. 4", "nos 7 et 8"."""
    behind: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Short form → (a pattern of what stands before it, what it is then, and so on): "Abs. 1 S. 2"."""
    ahead: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    """Short form → (patterns of what stands before and behind it, what it is then): Spanish "ss. XV-XVI"."""
    before_names: frozenset[str] = frozenset()
    """Short forms that are also words, and none before a small letter: French "Mes"."""
    elided: frozenset[str] = frozenset()
    """Words that lose their vowel before another, without the apostrophe: French "l", Italian "dell"."""
    marks: Marks = field(default_factory=Marks)
    """Scores, ratios, numbers of telephones, fractions and single signs."""
