"""Words in capitals in the six languages: letters, words, or in small letters where they only shout."""

from __future__ import annotations

from listen.speech.languages.traits import Language
from listen.speech.rules import Here, Said, whole
from listen.speech.writing import patterns as re

_FIGURE_AFTER = re.compile(r"\s\d{1,4}/\d")
"""Behind the letters of a law: Spanish "LO 1/2004"."""

_NUMBERED = re.compile(r"-\d")


class Capitals:
    """Says what stands in capitals as a language does."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def said(self, m: re.Match[str], here: Here) -> Said | None:
        """Letters where nobody could say a word; the rest the engine knows."""
        word = m.group()
        alone = here.text[m.start() - 1 : m.start()] in "-–/" and m.start() > 0  # "PSDB-SE"
        alone = alone or _NUMBERED.match(here.text, m.end()) is not None  # "IL-6"
        if (
            word.lower() in self._language.emphasised
            and not alone
            and not _FIGURE_AFTER.match(here.text, m.end())
        ):
            return whole(m, word.lower())
        if word in self._language.acronyms or self._is_word(word):
            return None
        if word in self._language.currencies and not here.headline:
            return whole(m, self._language.currencies[word][1])
        return None if here.headline else whole(m, " ".join(word))

    def many(self, m: re.Match[str], here: Here) -> Said | None:
        """ "las ONGs", "os PMs": their letters; a word keeps its s."""
        word = m.group()
        if word in self._language.acronyms or self._is_word(word):
            return None
        return Said(((" ".join(word), m.start(), m.end() + 1),), m.end() + 1)

    def _is_word(self, capitals: str) -> bool:
        return (
            any(c in "AEIOUY" for c in capitals) and len(capitals) > 3 and self._language.pronounced(capitals)
        )
