"""This module says what one language's sentences end with: its rules as one value, built once from the
tables.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache, lru_cache

from listen.segment import sentences_english as english
from listen.segment.sentences_language import Language, code_of
from listen.segment.sentences_latin import LATIN
from listen.segment.sentences_scripts import SCRIPTS

SPACED = ".?!…‥‽⁇⁈⁉"
"""Terminators that want a space (or the end) after them."""
FREE = "。！？｡।॥۔؟։።፧፨။។៕᙮᠃᠉꓿"
"""Terminators that end a sentence whatever follows."""
CLOSERS = "\"'”’»›)\\]}」』】）〉》“‘*_"
"""What may close with a sentence, as a character class."""
QUOTES = "\"'”’‘“»«›‹"
_MAY_COUNT = frozenset(["Of", "Or", "And", "Such", "Other", "Others", "More"])
_EMOJI = (
    r"(?:[:;=]['’]?-?[)(DPp]+|[\U0001F000-\U0001FAFF\u2600-\u27BF][\uFE0F\u200D\U0001F3FB-\U0001F3FF]*)(?!\w)"
)


class Kind(Enum):
    """Holds what an abbreviation says of the full stop after it, when no small letter follows."""

    NEVER = auto()
    """No sentence ends here: e.g., vs."""
    TITLE = auto()
    """A name follows: Dr., Gen., Mt."""
    NUMBER = auto()
    """A number follows: p., vol.; else it ends one only before a word that opens sentences."""
    WORD = auto()
    """The same before a number, but a word of its own too: No., art."""
    TIME = auto()
    """a.m. and p.m.: ends one unless a time zone or a day follows."""
    NATION = auto()
    """U.S., U.N.: a noun or an adjective."""
    FIRM = auto()
    """Inc., Ave., Ph.D.: ends one before a word that opens sentences, or a subject and its verb."""
    STATE = auto()
    """Calif., D.C.: the same; the dotted ones only where a comma stands before (`Washington, D.C.`)."""
    MAYBE = auto()
    """Ends one only before a word that opens sentences: Jr., St., Jan."""
    LAST = auto()
    """Ends one before any capital letter: etc."""


@dataclass(frozen=True, slots=True)
class Rules:
    """One language, ready for use."""

    ends: re.Pattern[str]
    """A run of terminators (group 1), what closes with it (group 2), and emoji after that."""
    abbreviations: dict[str, Kind]
    starters: frozenset[str]
    """Capitalised words that open a sentence rather than go on with a name."""
    called: frozenset[str]
    """Names that end in an exclamation mark, without it."""
    labels: frozenset[str]
    """Words before a single letter that is no initial (`plan B`), in small letters."""
    institutions: frozenset[str]
    """What follows U.S. as part of a name."""
    saying: re.Pattern[str]
    """Who says it, after a quotation that ended in a question or an exclamation mark."""
    time_goes_on: re.Pattern[str]
    """What follows a.m. and p.m. within the sentence."""
    time_opens: re.Pattern[str]
    """A sentence that is only a time so far."""
    also: str
    """Further terminators of this language, which want a space after them."""
    ordinals: bool
    """Figures with a dot are ordinals."""
    small_after: int
    """Shortest word after whose full stop a sentence may begin with a small letter."""
    careless: bool
    """May it do so after shorter whole words too?"""
    brackets: tuple[tuple[str, str], ...]
    """Brackets within which no sentence ends."""
    said: re.Pattern[str] | None
    """What goes on after a closed quotation, in scripts without capitals."""


def _cases(words: str, kind: Kind) -> dict[str, Kind]:
    """Entries written small stand for the capitalised form too; all but the shortest for capitals."""
    table = {}
    for word in words.split():
        table[word] = kind
        table[word[:1].upper() + word[1:]] = kind
        if len(word) > 2:
            table.setdefault(word.upper(), kind)
    return table


@lru_cache(maxsize=64)
def rules_for(lang: str) -> Rules:
    """The rules for a BCP 47 or ISO 639 tag; the general ones for a language without its own."""
    code = code_of(lang)
    return _rules(code if code in LATIN or code in SCRIPTS or code == "en" else "")


@cache
def _rules(code: str) -> Rules:
    return _build(LATIN.get(code) or SCRIPTS.get(code) or Language(), code == "en")


def _build(own: Language, is_english: bool) -> Rules:
    table: dict[str, Kind] = {}
    for words, kind in (
        (english.NEVER, Kind.NEVER),
        (english.NUMBERED, Kind.NUMBER),
        (english.WORDS, Kind.WORD),
        (english.TIMES, Kind.TIME),
        (english.MAYBE, Kind.MAYBE),
        (english.FIRMS, Kind.FIRM),
        (english.STATES, Kind.STATE),
        (english.NATIONS, Kind.NATION),
        (english.LAST, Kind.LAST),
        (english.TITLES, Kind.TITLE),
        (own.last, Kind.LAST),
        (own.maybe, Kind.MAYBE),
        (own.numbered, Kind.NUMBER),
        (own.titles, Kind.TITLE),
        (own.never, Kind.NEVER),
    ):
        table.update(_cases(words, kind))
    starters = {w[:1].upper() + w[1:] for w in (english.STARTERS + " " + own.starters).split()}
    spaced, free = re.escape(SPACED + own.also), re.escape(FREE)
    closing = rf"[{CLOSERS}]"
    noted = r"\ ?\[(?:\d{1,3}(?:[,–-]\d{1,3})*|…|\.\.\.)\](?=\s|\[|$)"  # a note's mark, a quoter's ellipsis
    if is_english:  # "minority rights. 4 Even though": a raised figure that lost its place
        opens = "|".join(sorted(w for w in starters if w.isalpha() and len(w) > 1 and w not in _MAY_COUNT))
        noted += rf"|(?:(?<=[a-z]{{3}}\.)|(?<=[\w)]\)\.))\ \d{{1,3}}(?=\ (?:{opens})\ [a-z])"
    return Rules(
        ends=re.compile(
            rf"([{spaced}{free}]+(?:\ [{spaced}]+(?=[\s{CLOSERS}]|$))*)"
            rf"((?:\ ?»|\ (?:[”)\]]|\'\')(?=\s|$)|{closing}+[{spaced}{free}]*|\[\w{{1,3}}\]"
            rf"|[¹²³⁰⁴-⁹]+|{noted})*)"
            rf"(?:\ ?{_EMOJI}{closing}*)*"
        ),
        abbreviations=table,
        starters=frozenset(starters),
        called=frozenset(english.CALLED.split()),
        labels=frozenset(english.LABELS.split()),
        institutions=frozenset(english.INSTITUTIONS.split()),
        saying=re.compile(
            rf"(?:(?:[A-Z][\w.’'()-]{{0,40}},?|\d\d,|the|of|de|van|von|bin|al) {{1,3}}){{1,6}}"
            rf"(?:{'|'.join(english.SAYING.split())})\b"
            rf"|(?:I|He|She|We|They) (?:{'|'.join(english.SAID_I.split())})\b"
            r"(?! (?:that|it|him|her|them|the|you)\b)"
        ),
        time_goes_on=re.compile(rf"(?:[A-Z]{{1,4}}T|{'|'.join(english.TIME_GOES_ON.split())})\b"),
        time_opens=re.compile(
            rf"[\W_]{{0,9}}(?:{'|'.join(english.TIME_OPENS.split())})\b[^,;:.]{{0,40}}[\d:.]{{1,8}}\s{{0,3}}[ap]\.?m",
            re.IGNORECASE,
        ),
        also=own.also,
        ordinals=own.ordinals,
        small_after=4 if is_english else own.small_after,
        careless=is_english,
        brackets=own.brackets,
        said=re.compile(own.said) if own.said else None,
    )
