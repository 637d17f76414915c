"""This module says which rules read which language: English, six European ones, for every other the words as
they stand.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

from listen.speech.reader import Grammar

EUROPEAN = ("de", "es", "fr", "it", "nl", "pt")


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
    from listen.speech.languages.plain import PLAIN

    return PLAIN
