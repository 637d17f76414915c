"""This module says what one language adds to the general rules."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """Holds what one language adds."""

    never: str = ""
    """Abbreviations that end no sentence."""
    titles: str = ""
    """Abbreviations that a name follows."""
    numbered: str = ""
    """Abbreviations that a number follows."""
    maybe: str = ""
    """Abbreviations that end a sentence only before one of `starters`."""
    last: str = ""
    """Abbreviations that end a sentence before any capital letter."""
    starters: str = ""
    """Words that open sentences."""
    also: str = ""
    """Further terminators, which want a space after them."""
    ordinals: bool = False
    """Figures with a full stop are ordinals: `am 12. Juni`."""
    small_after: int = 6
    """Shortest word after whose full stop a sentence may begin with a small letter."""
    brackets: tuple[tuple[str, str], ...] = ()
    """Brackets within which no sentence ends."""
    said: str = ""
    """Pattern of what goes on after a closed quotation."""


_OTHER_NAMES = """
no:nb nn:nb nor:nb nob:nb nno:nb bs:hr be:ru cmn:zh yue:zh zho:zh chi:zh eng:en deu:de ger:de fra:fr
fre:fr spa:es por:pt ita:it cat:ca ron:ro rum:ro nld:nl dut:nl dan:da swe:sv fin:fi est:et lav:lv lit:lt
hun:hu pol:pl ces:cs cze:cs slk:sk slo:sk slv:sl hrv:hr bos:hr srp:sr bul:bg rus:ru ukr:uk bel:ru kaz:kk
ell:el gre:el tur:tr hye:hy arm:hy jpn:ja ara:ar fas:fa per:fa hin:hi mar:mr
"""
_CODES = {name: code for name, _, code in (pair.partition(":") for pair in _OTHER_NAMES.split())}


def code_of(lang: str) -> str:
    """The code that the tables use for a BCP 47 or ISO 639 tag."""
    primary = lang.replace("_", "-").split("-")[0].lower()
    return _CODES.get(primary, primary)
