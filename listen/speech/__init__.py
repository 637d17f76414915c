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
from listen.speech.writing.unspoken import unsaid

if TYPE_CHECKING:
    from listen.speech.lexicon import Lexicon

__all__ = ["locale", "phonemes", "respelled", "speak", "spoken", "to_espeak", "to_misaki", "unsaid"]


def spoken(text: str, lang: str = "en-GB", lexicon: Lexicon | None = None) -> str:
    """The plain spoken sentence, respelled where the lexicon has a respelling."""
    return respelled(speak(text, lang, lexicon), lexicon)


def phonemes(text: str, lang: str = "en-US", voice: str | None = None) -> str:
    """Give the phonemes that the voice of `lang`, or `voice`, is to say for a text, in its engine's alphabet.

    Raises VoiceError when there is no such voice, or none for the language.
    """
    import listen  # through the front door: voices and engines stand above this stage and know it

    return listen.phonemes(text, lang, voice)
