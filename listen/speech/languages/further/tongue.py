"""One value holds what differs between the languages of this package, for the rules of `sparing.py`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from listen.speech.rules import Rule


@dataclass(frozen=True)
class Noun:
    """Holds a word that is counted, in the forms that numbers ask for."""

    one: str
    few: str
    many: str
    part: str
    """Behind a decimal fraction."""
    gender: str = "m"


def nouns(text: str) -> dict[str, Noun]:
    """A table as it is written: `key=one/few/many/part/gender`, apart by `|`; one form if all are alike."""
    out = {}
    for entry in text.split("|"):
        key, _, value = entry.strip().partition("=")
        forms = [form.strip() for form in value.split("/")]
        if len(forms) == 1:
            forms *= 4
        if len(forms) == 2:
            forms = [forms[0], forms[1], forms[1], forms[1]]
        out[key] = Noun(*forms)
    return out


@dataclass(frozen=True)
class Tongue:
    """Holds what differs from one language to the next."""

    minus: str
    to: str
    """Between the ends of a range."""
    nouns: dict[str, Noun]
    """Units, sums and scales as they stand behind a figure."""
    signs: dict[str, str]
    """Signs before a figure → the key in `nouns`: "$"."""
    abbreviations: dict[str, str]
    count: Callable[[str, Noun], str]
    """(figures without separators, what is counted) → the words."""
    decimal: Callable[[str, str], str]
    """(whole, decimals) → the words."""
    plus: str = "plus"
    scales: frozenset[str] = frozenset()
    """Keys of `nouns` that a sum may follow: "млн"."""
    of_scale: Callable[[Noun], str] = field(default=lambda noun: noun.many)
    """What is counted in millions."""
    before_figures: frozenset[str] = frozenset()
    """Short forms that are said before a figure only."""
    point: str = ","
    """How decimals are written."""
    group: str = r"[ \u00a0\u202f]"
    """A pattern of what parts thousands."""
    letters: tuple[Rule, ...] = ()
    digits: tuple[Rule, ...] = ()
    symbols: tuple[Rule, ...] = ()
    triggers: frozenset[str] = frozenset()
    coins: dict[str, str] = field(default_factory=dict)
    """Key in `nouns` → the key of its hundredth."""
    zero: str = "0"
    """Before the minutes of "9:05"."""
    number: str = ""
    """What "№" is."""
    section: str = ""
    """What "§" is before a figure."""
    shares: dict[str, str] = field(default_factory=dict)
    """"3/4" → its words; the unit behind it stands as behind a decimal fraction."""
    stems: tuple[str, ...] = ()
    """Stems of feminine nouns that one and two agree with, where the voice says the masculine: "минут"."""
    one_two: dict[str, str] = field(default_factory=dict)
    """Figure and the noun's ending → "одна", "одну", "две"."""
    percent_before: bool = False
    """Whether the sign of per cent stands before the figure: Turkish."""
