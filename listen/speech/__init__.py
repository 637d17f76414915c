"""The spoken word: written text as a newsreader would say it.

text ─► reader (plain words, rules by class) ─► pieces ─► words with spans, punctuation and pronunciation

`spoken` is for engines that take only text, `speak` for everything that needs spans or phonemes; `to_misaki`
and `to_espeak` write a word's IPA in an engine's own letters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from listen.speech.alphabets import to_espeak, to_misaki
from listen.speech.locale import locale
from listen.speech.words import respelled, speak

if TYPE_CHECKING:
    from listen.speech.lexicon import Lexicon

__all__ = ["locale", "respelled", "speak", "spoken", "to_espeak", "to_misaki"]


def spoken(text: str, lang: str = "en-GB", lexicon: Lexicon | None = None) -> str:
    """The plain spoken sentence, respelled where the lexicon has a respelling."""
    return respelled(speak(text, lang, lexicon), lexicon)
