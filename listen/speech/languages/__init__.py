"""This module says which rules read which language: English, six European ones, nine whose voices read plain
numbers; for every other the words as they stand.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import cast

from listen.speech.reader import Grammar

EUROPEAN = ("de", "es", "fr", "it", "nl", "pt")
FURTHER = {
    "ru": ("slavic", "RUSSIAN_TONGUE"),
    "uk": ("slavic", "UKRAINIAN_TONGUE"),
    "pl": ("polish", "POLISH_TONGUE"),
    "sv": ("nordic_turkic", "SWEDISH_TONGUE"),
    "tr": ("nordic_turkic", "TURKISH_TONGUE"),
    "hi": ("indic_arabic", "HINDI_TONGUE"),
    "ar": ("indic_arabic", "ARABIC_TONGUE"),
    "ja": ("east_asian", "JAPANESE"),
    "zh": ("east_asian", "CHINESE"),
}
"""Language → the module of `further` and its value."""


@lru_cache(maxsize=32)
def grammar_for(lang: str) -> Grammar:
    """The rules for a BCP 47 tag; nothing known is taken for English."""
    primary = lang.lower().split("-")[0]
    if primary in ("en", "und", ""):
        from listen.speech.english import ENGLISH

        return ENGLISH
    if primary in EUROPEAN:
        from listen.speech.languages.european import European

        return European(import_module(f"listen.speech.languages.{primary}").LANGUAGE)
    if primary in FURTHER:
        module, name = FURTHER[primary]
        found = getattr(import_module(f"listen.speech.languages.further.{module}"), name)
        if primary in ("ja", "zh"):
            return cast("Grammar", found)
        from listen.speech.languages.further.sparing import Sparing

        return Sparing(found)
    from listen.speech.languages.further.plain import PLAIN

    return PLAIN
