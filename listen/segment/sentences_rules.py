"""What one language's sentences end with: its rules as one value, built once from the tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from listen.segment import sentences_english as english
from listen.segment.sentences_languages import LANGUAGES, Language

SPACED = ".?!…‥‽⁇⁈⁉"
"""Terminators that want a space (or the end) after them."""
FREE = "。！？｡।॥۔؟։።፧፨။។៕᙮᠃᠉꓿"
"""Terminators that end a sentence whatever follows."""
CLOSERS = "\"'”’»›)\\]}」』】）〉》“‘*_"


class Kind(Enum):
    """What an abbreviation says of the full stop after it."""

    NEVER = auto()
    """No sentence ends here: e.g., vs."""
    TITLE = auto()
    """A name follows: Dr., Gen., Mt."""
    NUMBER = auto()
    """A number follows: No., p., vol."""
    TIME = auto()
    """a.m. and p.m.: ends one unless a time zone or a day follows."""
    MAYBE = auto()
    """Ends one only before a word that opens sentences: Inc., Calif., U.S."""
    LAST = auto()
    """Ends one before any capital letter: etc."""


@dataclass(frozen=True, slots=True)
class Rules:
    """One language, ready for use."""

    ends: re.Pattern[str]
    """A run of terminators (group 1) and what closes with it (group 2)."""
    abbreviations: dict[str, Kind]
    starters: frozenset[str]
    """Capitalised words that open a sentence rather than go on with a name."""
    called: frozenset[str]
    """Names that end in an exclamation mark, without it."""
    also: str
    """Further terminators of this language, which want a space after them."""
    ordinals: bool
    """Figures with a dot are ordinals."""
    lower: int
    """Shortest word after whose full stop a sentence may begin with a small letter."""
    titles: tuple[tuple[str, str], ...]
    """Brackets within which no sentence ends."""
    said: re.Pattern[str] | None
    """What goes on after a closed quotation."""


def _cases(words: str, kind: Kind) -> dict[str, Kind]:
    """Entries written small stand for the capitalised form too, others only for themselves."""
    table = {}
    for word in words.split():
        table[word] = kind
        table[word[:1].upper() + word[1:]] = kind
    return table


@cache
def rules_for(lang: str) -> Rules:
    """The rules for a BCP 47 or ISO 639 tag; the general ones for a language without its own."""
    code = lang.replace("_", "-").split("-")[0].lower()
    return _build(LANGUAGES.get(code, Language()), code in ("en", "eng"))


def _build(own: Language, is_english: bool) -> Rules:
    table: dict[str, Kind] = {}
    for words, kind in (
        (english.NEVER, Kind.NEVER),
        (english.TITLES, Kind.TITLE),
        (english.NUMBERED, Kind.NUMBER),
        (english.TIMES, Kind.TIME),
        (english.MAYBE, Kind.MAYBE),
        (english.LAST, Kind.LAST),
        (own.never, Kind.NEVER),
        (own.titles, Kind.TITLE),
        (own.numbered, Kind.NUMBER),
        (own.maybe, Kind.MAYBE),
        (own.last, Kind.LAST),
    ):
        table.update(_cases(words, kind))
    starters = {w[:1].upper() + w[1:] for w in (english.STARTERS + " " + own.starters).split()}
    spaced = re.escape(SPACED + own.also)
    free = re.escape(FREE)
    closing = rf"[{CLOSERS}]"
    emoji = (
        r"(?:[:;=]['’]?-?[)(DPp]+|[\U0001F000-\U0001FAFF\u2600-\u27BF][\uFE0F\u200D\U0001F3FB-\U0001F3FF]*)"
    )
    ends = re.compile(
        rf"([{spaced}{free}]+(?:\ \.(?=[\s{CLOSERS}]|$)|\ \.{{2,}}(?=\s*$))*)"
        rf"((?:\ ?»|{closing}+[{spaced}{free}]*|\[\w{{1,3}}\])*)"
        rf"(?:\ ?{emoji}(?!\w))*"
    )
    return Rules(
        ends=ends,
        abbreviations=table,
        starters=frozenset(starters),
        called=frozenset(english.CALLED.split()),
        also=own.also,
        ordinals=own.ordinals,
        lower=4 if is_english else own.lower,
        titles=own.brackets,
        said=re.compile(own.said) if own.said else None,
    )
