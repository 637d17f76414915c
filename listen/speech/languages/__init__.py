"""Rules by language."""

from __future__ import annotations

from listen.speech.reader import Grammar


def grammar_for(lang: str) -> Grammar:
    """The rules for a BCP 47 tag."""
    from listen.speech.english import ENGLISH

    return ENGLISH
