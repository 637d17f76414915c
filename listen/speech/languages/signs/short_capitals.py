"""This module tells capitals that make a word in Spanish, Italian and Portuguese: "PSOE", not "IBGE"."""

from __future__ import annotations

from collections.abc import Callable

from listen.speech.writing import patterns as re

_VOWELS = "[AEIOUYÁÉÍÓÚÀÈÌÒÙÂÊÔÃÕ]+"


def _shape(onset: str, coda: str) -> Callable[[str], bool]:
    """Return what tells a word of these beginnings and ends of syllables from letters in a row."""
    word = re.compile(
        rf"(?:{onset}|[QWX])?{_VOWELS}(?:(?:{coda})?(?:{onset}){_VOWELS})*(?:[NRL]?[SZ]|[BCDFGKLMNPRTVX])?"
    )
    return lambda capitals: word.fullmatch(capitals) is not None


SPANISH = _shape(
    "[BCDFGPT]R|[BCFGPK]L|CH|LL|QU|PS|[BCDFGHJKLMNPRSTVYZÑ]",
    "[NSRLMXZ]|C(?=[TC])|P(?=T)|G(?=[NM])|D(?=[MJV])|B(?=[SJV])",
)
ITALIAN = _shape(
    "S?[BCDFGPTV]R|S?[BCFGP]L|S?CH|S[BCDFGLMNPTV]|GH|QU|GN|PS|[BCDFGHJKLMNPRSTVZ]",
    "[NSRLM]|C(?=[CQ])|(?P<twin>[BDFGPTVZ])(?=(?P=twin))",
)
PORTUGUESE = _shape("[BCDFGPTV]R|[BCFGPT]L|CH|LH|NH|QU|PS|[BCDFGHJKLMNPRSTVZÇ]", "[NSRLMX]|C(?=T)")
